//! The hands of administrative reconsideration.
//!
//! A case begins in one of two ways: a dispute that was handed over is registered with the day on which
//! the office took it, or the applicant comes to the office's window and the dispute begins here.

mod announce;
mod codes;
mod custody;
mod grpc;
mod papers;
mod react;
#[cfg(test)]
mod tests;
mod view;
mod wire;

use jiefen_administrative_rules::{Case, Fact, Law};
use jiefen_handoff as handoff;
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::{App, data};
use jiefen_ledger::{Announcement, Area, Cases, Reaction, Signal, Told};
use jiefen_procedure::{Brief, Papers};
use jiefen_proto::jiefen::administrative::v1::administrative_service_server::AdministrativeServiceServer;
use jiefen_vocab::{CaseId, DisputeId};
use tonic::service::RoutesBuilder;

pub use announce::EVENTS;

/// How often the procedure may run for one dispute at one node: what was given up, withdrawn or refused may
/// be applied for again while its time runs.
pub const ROUNDS: u32 = 4;

/// The code of the area's one procedure, from which case ids are derived.
const KIND: &str = "reconsideration";

/// The reconsideration office.
pub struct AdministrativeArea;

/// The case of a dispute's round, from 1: derived, so that a repeated reaction names the same case.
pub fn case_id(dispute: DisputeId, round: u32) -> CaseId {
    match round {
        0 | 1 => CaseId(dispute.0.derive(KIND)),
        more => CaseId(dispute.0.derive(&format!("{KIND}:{more}"))),
    }
}

impl Area for AdministrativeArea {
    const NAME: &'static str = "administrative";
    const READS: &'static [&'static str] = &[];
    type Law = Law;

    fn dispute(case: &Case) -> Option<DisputeId> {
        let Case::Reconsideration(state) = case;
        Some(state.brief.dispute)
    }

    fn cases_of(dispute: DisputeId) -> Vec<CaseId> {
        (1..=ROUNDS).map(|round| case_id(dispute, round)).collect()
    }

    fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
        announce::announce(told, fact)
    }

    fn custody(told: &Told<'_>, fact: &Fact, case: &Case) -> Vec<handoff::Input> {
        custody::custody(told, fact, case)
    }

    fn brief(case: &Case) -> Option<Brief> {
        let Case::Reconsideration(state) = case;
        Some(state.brief.clone())
    }

    fn papers(case: &Case) -> Option<Papers> {
        let Case::Reconsideration(state) = case;
        papers::papers(state)
    }

    fn shown(case: &CaseView<Self>) -> serde_json::Value {
        data(view::reconsideration(case))
    }

    fn react(signal: &Signal<'_>, cases: &Cases<'_, AdministrativeArea>) -> Vec<Reaction<Self>> {
        react::react(signal, cases)
    }
}

/// Adds the area's own service.
pub fn add_services(routes: &mut RoutesBuilder, app: App<AdministrativeArea>) {
    routes.add_service(AdministrativeServiceServer::new(grpc::Server(app)));
}
