//! The hands of the counter: governance centres 综治中心 of county, township and village.

mod advise;
mod announce;
mod citizen;
pub mod find;
mod grpc;
mod import;
mod react;
mod registration;
mod risk;
#[cfg(test)]
mod tests;
mod view;
mod wire;

use jiefen_handoff as handoff;
use jiefen_intake_rules::dispute::KIND;
use jiefen_intake_rules::{Case, Fact, Law};
use jiefen_ledger::found::{Entry, Words};
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::{App, data};
use jiefen_ledger::{Announcement, Area, Cases, Reaction, Signal, Told};
use jiefen_procedure::Brief;
use jiefen_proto::jiefen::intake::v1::citizen_service_server::CitizenServiceServer;
use jiefen_proto::jiefen::intake::v1::intake_service_server::IntakeServiceServer;
use jiefen_proto::jiefen::intake::v1::registration_service_server::RegistrationServiceServer;
use jiefen_proto::jiefen::intake::v1::risk_service_server::RiskServiceServer;
use jiefen_vocab::{CaseId, DisputeId};
use tonic::service::RoutesBuilder;

pub use announce::EVENTS;
pub use registration::Limits;
pub use risk::announce::EVENTS as RISK_EVENTS;

/// The event of coordination that names routes for a dispute whose mediation failed.
pub(crate) const ROUTES_PROPOSED: &str = "jiefen.coordination.v1.RoutesProposed";

/// The counter.
#[derive(Debug)]
pub struct IntakeArea;

/// The case of a dispute's umbrella: derived, so that a repeated reaction names the same case.
pub fn case_id(dispute: DisputeId) -> CaseId {
    CaseId(dispute.0.derive(KIND))
}

impl Area for IntakeArea {
    const NAME: &'static str = "intake";
    const READS: &'static [&'static str] = &[ROUTES_PROPOSED];
    const SUBJECTS: &'static [&'static str] = &["jf.evt.*.coordination.>"];
    type Law = Law;

    fn dispute(case: &Case) -> Option<DisputeId> {
        match case {
            Case::Dispute(state) => Some(state.dispute),
            Case::Request(state) => state.dispute,
            Case::Inquiry(_)
            // A risk, an incident or a screening has many disputes behind it and belongs to none.
            | Case::MassIncident(_)
            | Case::RiskCase(_)
            | Case::Screening(_)
            | Case::Watch(_) => None,
        }
    }

    fn cases_of(dispute: DisputeId) -> Vec<CaseId> {
        vec![case_id(dispute)]
    }

    fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
        announce::announce(told, fact)
    }

    fn custody(told: &Told<'_>, fact: &Fact, case: &Case) -> Vec<handoff::Input> {
        react::custody(told, fact, case)
    }

    fn brief(case: &Case) -> Option<Brief> {
        react::brief(case)
    }

    const WORDS: i32 = find::VERSION;

    fn entry(case: &Case) -> Option<Entry> {
        find::entry(case)
    }

    fn words(case: &Case) -> Words {
        find::words(case)
    }

    fn same_words(before: &Case, after: &Case) -> bool {
        find::same_words(before, after)
    }

    fn follow(told: &Told<'_>, fact: &Fact, case: &Case) -> Vec<Reaction<IntakeArea>> {
        risk::follow::follow(told, fact, case)
    }

    fn shown(case: &CaseView<Self>) -> serde_json::Value {
        match &case.state {
            Case::Dispute(_) => data(view::dispute(case)),
            Case::Inquiry(_)
            | Case::MassIncident(_)
            | Case::RiskCase(_)
            | Case::Screening(_)
            | Case::Watch(_)
            | Case::Request(_) => serde_json::Value::Null,
        }
    }

    fn react(signal: &Signal<'_>, cases: &Cases<'_, IntakeArea>) -> Vec<Reaction<IntakeArea>> {
        react::react(signal, cases)
    }
}

/// Adds the counter's own services.
pub fn add_services(routes: &mut RoutesBuilder, app: App<IntakeArea>, limits: &Limits) {
    let desk = registration::Server::new(app.clone(), limits);
    routes.add_service(CitizenServiceServer::new(citizen::Server(app.clone())));
    routes.add_service(RiskServiceServer::new(risk::grpc::Server(app.clone())));
    routes.add_service(IntakeServiceServer::new(grpc::Server(app)));
    routes.add_service(RegistrationServiceServer::new(desk));
}

/// What is wrong with a county's own thresholds of risks: each with its key and what would be right.
pub fn threshold_faults(law: &jiefen_terms::Law) -> Vec<jiefen_terms::Fault> {
    jiefen_intake_rules::thresholds::Thresholds::of(law).faults()
}
