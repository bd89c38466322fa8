//! The hands of petitions: the petition office, from the receipt of a matter to the end of its road.
//!
//! A matter begins in one of two ways: a dispute that was handed over is registered when its acceptance is
//! confirmed, or a petitioner comes to the office itself and the dispute begins here. The office answers for
//! the dispute until the matter ends, whichever unit it was forwarded to.

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

use jiefen_handoff as handoff;
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::{App, data};
use jiefen_ledger::{Announcement, Area, Cases, Reaction, Signal, Told};
use jiefen_petition_rules::{Case, Fact, Law};
use jiefen_procedure::{Brief, Papers};
use jiefen_proto::jiefen::petition::v1::petition_service_server::PetitionServiceServer;
use jiefen_vocab::{CaseId, DisputeId};
use tonic::service::RoutesBuilder;

pub use announce::EVENTS;

/// The code of the area's one procedure, from which case ids are derived.
const KIND: &str = "petition";

/// How many petitions there may be of one dispute at one office.
pub const ROUNDS: u32 = 4;

/// The petition office.
pub struct PetitionArea;

/// The case of a dispute's petition, from 1: derived, so that a repeated reaction names the same case.
pub fn case_id(dispute: DisputeId, round: u32) -> CaseId {
    match round {
        0 | 1 => CaseId(dispute.0.derive(KIND)),
        more => CaseId(dispute.0.derive(&format!("{KIND}:{more}"))),
    }
}

impl Area for PetitionArea {
    const NAME: &'static str = "petition";
    const READS: &'static [&'static str] = &[];
    type Law = Law;

    fn dispute(case: &Case) -> Option<DisputeId> {
        let Case::Petition(state) = case;
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
        let Case::Petition(state) = case;
        papers::brief(state)
    }

    fn papers(case: &Case) -> Option<Papers> {
        let Case::Petition(state) = case;
        papers::papers(state)
    }

    fn shown(case: &CaseView<Self>) -> serde_json::Value {
        data(view::petition(case))
    }

    fn react(signal: &Signal<'_>, cases: &Cases<'_, PetitionArea>) -> Vec<Reaction<Self>> {
        react::react(signal, cases)
    }
}

/// Adds the area's own service.
pub fn add_services(routes: &mut RoutesBuilder, app: App<PetitionArea>) {
    routes.add_service(PetitionServiceServer::new(grpc::Server(app)));
}
