//! The hands of the court: filing, diversion and first instance, judicial confirmation of agreements, protection orders.
//!
//! A case of first instance begins with a complaint: at the court's own window, or when a dispute was
//! handed over. Judicial confirmation is a participant's matter, and so is a protection order: the dispute stays where
//! it is.

mod announce;
mod custody;
mod enforcement;
mod grpc;
mod papers;
mod payment_order;
mod protection;
mod react;
#[cfg(test)]
mod tests;
mod view;
mod wire;

use jiefen_court_rules::{Case, Fact, Law};
use jiefen_handoff as handoff;
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::{App, data};
use jiefen_ledger::{Announcement, Area, Cases, Reaction, Signal, Told};
use jiefen_procedure::{Brief, Papers};
use jiefen_proto::jiefen::court::v1::court_service_server::CourtServiceServer;
use jiefen_vocab::{CaseId, DisputeId};
use tonic::service::RoutesBuilder;

pub use announce::EVENTS;

/// How often each procedure may run for one dispute at one court: a complaint that was withdrawn or
/// refused may be brought again.
pub const ROUNDS: u32 = 4;

/// The court.
pub struct CourtArea;

/// Which procedure a case is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 立案与分流
    Filing,
    /// 司法确认
    Confirmation,
    /// 人身安全保护令
    ProtectionOrder,
    /// 督促程序
    PaymentOrder,
    /// 强制执行
    Enforcement,
}

impl Kind {
    /// Every procedure.
    pub const ALL: [Kind; 5] = [
        Kind::Filing,
        Kind::Confirmation,
        Kind::ProtectionOrder,
        Kind::Enforcement,
        Kind::PaymentOrder,
    ];

    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Kind::Filing => "filing",
            Kind::Confirmation => "confirmation",
            Kind::ProtectionOrder => "protection_order",
            Kind::PaymentOrder => "payment_order",
            Kind::Enforcement => "enforcement",
        }
    }
}

/// The case of a procedure's round, from 1: derived, so that a repeated reaction names the same case.
pub fn case_id(dispute: DisputeId, kind: Kind, round: u32) -> CaseId {
    match round {
        0 | 1 => CaseId(dispute.0.derive(kind.code())),
        more => CaseId(dispute.0.derive(&format!("{}:{more}", kind.code()))),
    }
}

impl Area for CourtArea {
    const NAME: &'static str = "court";
    const READS: &'static [&'static str] = &[];
    type Law = Law;

    fn dispute(case: &Case) -> Option<DisputeId> {
        Some(match case {
            Case::Filing(state) => state.brief.dispute,
            Case::Confirmation(state) => state.brief.dispute,
            Case::ProtectionOrder(state) => state.brief.dispute,
            Case::PaymentOrder(state) => state.brief.dispute,
            Case::Enforcement(state) => state.brief.dispute,
        })
    }

    fn cases_of(dispute: DisputeId) -> Vec<CaseId> {
        let of_round = |round| Kind::ALL.map(|kind| case_id(dispute, kind, round));
        (1..=ROUNDS).flat_map(of_round).collect()
    }

    fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
        announce::announce(told, fact)
    }

    fn custody(told: &Told<'_>, fact: &Fact, case: &Case) -> Vec<handoff::Input> {
        custody::custody(told, fact, case)
    }

    fn brief(case: &Case) -> Option<Brief> {
        papers::brief(case)
    }

    fn about(case: &Case) -> Option<Brief> {
        Some(match case {
            Case::Filing(state) => state.brief.clone(),
            Case::Confirmation(state) => state.brief.clone(),
            Case::ProtectionOrder(state) => Brief::clone(&state.brief),
            Case::PaymentOrder(state) => Brief::clone(&state.brief),
            Case::Enforcement(state) => Brief::clone(&state.brief),
        })
    }

    fn papers(case: &Case) -> Option<Papers> {
        papers::papers(case)
    }

    fn shown(case: &CaseView<Self>) -> serde_json::Value {
        match &case.state {
            Case::Filing(_) => data(view::filing(case)),
            Case::Confirmation(_) => data(view::confirmation(case)),
            Case::ProtectionOrder(_) => data(protection::shown(case)),
            Case::PaymentOrder(_) => data(payment_order::shown(case)),
            Case::Enforcement(_) => data(enforcement::shown(case)),
        }
    }

    fn follow(told: &Told<'_>, fact: &Fact, case: &Case) -> Vec<Reaction<Self>> {
        let follows = enforcement::follow(told, fact, case).into_iter();
        follows.chain(payment_order::follow(told, fact, case)).collect()
    }

    fn react(signal: &Signal<'_>, cases: &Cases<'_, CourtArea>) -> Vec<Reaction<Self>> {
        react::react(signal, cases)
    }
}

/// Adds the area's own service.
pub fn add_services(routes: &mut RoutesBuilder, app: App<CourtArea>) {
    routes.add_service(CourtServiceServer::new(grpc::Server(app)));
}
