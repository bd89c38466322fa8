//! The hands of labour and personnel arbitration.
//!
//! A case begins in one of two ways: a dispute that was handed over is taken and waits for its
//! application, or the applicant comes to the commission's window and the dispute begins here.

mod announce;
mod custody;
mod grpc;
mod papers;
mod react;
#[cfg(test)]
mod tests;
mod view;
mod wire;

use jiefen_arbitration_rules::{Case, Fact, Law};
use jiefen_handoff as handoff;
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::{App, data};
use jiefen_ledger::{Announcement, Area, Cases, Reaction, Signal, Told};
use jiefen_procedure::{Brief, Papers};
use jiefen_proto::jiefen::arbitration::v1::arbitration_service_server::ArbitrationServiceServer;
use jiefen_vocab::{CaseId, DisputeId};
use tonic::service::RoutesBuilder;

pub use announce::EVENTS;

/// The code of the area's one procedure, from which case ids are derived.
const KIND: &str = "labour_arbitration";

/// The labour and personnel arbitration commission.
pub struct ArbitrationArea;

/// The case of a dispute: derived, so that a repeated reaction names the same case.
pub fn case_id(dispute: DisputeId) -> CaseId {
    CaseId(dispute.0.derive(KIND))
}

impl Area for ArbitrationArea {
    const NAME: &'static str = "arbitration";
    const READS: &'static [&'static str] = &[];
    type Law = Law;

    fn dispute(case: &Case) -> Option<DisputeId> {
        let Case::LabourArbitration(state) = case;
        Some(state.brief.dispute)
    }

    fn cases_of(dispute: DisputeId) -> Vec<CaseId> {
        vec![case_id(dispute)]
    }

    fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
        announce::announce(told, fact)
    }

    fn custody(told: &Told<'_>, fact: &Fact, case: &Case) -> Vec<handoff::Input> {
        custody::custody(told, fact, case)
    }

    fn brief(case: &Case) -> Option<Brief> {
        let Case::LabourArbitration(state) = case;
        Some(state.brief.clone())
    }

    fn papers(case: &Case) -> Option<Papers> {
        let Case::LabourArbitration(state) = case;
        papers::papers(state)
    }

    fn shown(case: &CaseView<Self>) -> serde_json::Value {
        data(view::labour_arbitration(case))
    }

    fn react(signal: &Signal<'_>, cases: &Cases<'_, ArbitrationArea>) -> Vec<Reaction<Self>> {
        react::react(signal, cases)
    }
}

/// Adds the area's own service.
pub fn add_services(routes: &mut RoutesBuilder, app: App<ArbitrationArea>) {
    routes.add_service(ArbitrationServiceServer::new(grpc::Server(app)));
}
