//! The hands of coordination: when a mediation fails, the lawful routes are proposed to the holder; the
//! holder's choice ends the proposal, silence brings a reminder and then the centre's attention.
//!
//! It only reads events and proposes. It holds no dispute and gives no command to any other agency.

mod announce;
mod grpc;
mod react;
mod said;
#[cfg(test)]
mod tests;
mod view;

use jiefen_coordination_rules::{Case, Fact, Law};
use jiefen_handoff as handoff;
use jiefen_ledger::serve::App;
use jiefen_ledger::{Announcement, Area, Cases, Reaction, Signal, Told};
use jiefen_procedure::Brief;
use jiefen_proto::jiefen::coordination::v1::coordination_service_server::CoordinationServiceServer;
use jiefen_vocab::{CaseId, DisputeId};
use tonic::service::RoutesBuilder;

pub use announce::EVENTS;

/// How many proposals one dispute may have in its life: one for each mediation that failed.
pub const MOST: u32 = 12;

/// The coordination of one county.
pub struct CoordinationArea;

/// The proposal of this number, from 1, for a dispute.
pub fn case_id(dispute: DisputeId, number: u32) -> CaseId {
    CaseId(dispute.0.derive(&format!("suggestion:{number}")))
}

impl Area for CoordinationArea {
    const NAME: &'static str = "coordination";
    const READS: &'static [&'static str] = jiefen_coordination_rules::event::ALL;
    type Law = Law;

    fn dispute(case: &Case) -> Option<DisputeId> {
        let Case::Suggestion(state) = case;
        Some(state.dispute)
    }

    fn cases_of(dispute: DisputeId) -> Vec<CaseId> {
        (1..=MOST).map(|number| case_id(dispute, number)).collect()
    }

    fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
        announce::announce(told, fact)
    }

    fn custody(_: &Told<'_>, _: &Fact, _: &Case) -> Vec<handoff::Input> {
        // The dispute is another agency's, whatever is proposed.
        vec![]
    }

    fn brief(_: &Case) -> Option<Brief> {
        None
    }

    fn react(signal: &Signal<'_>, cases: &Cases<'_, CoordinationArea>) -> Vec<Reaction<Self>> {
        react::react(signal, cases)
    }
}

/// Adds the area's own service.
pub fn add_services(routes: &mut RoutesBuilder, app: App<CoordinationArea>) {
    routes.add_service(CoordinationServiceServer::new(grpc::Server(app)));
}
