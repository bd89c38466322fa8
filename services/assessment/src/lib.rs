//! The hands of assessment: indicators as a fold over the public events received, score sheets, supervision
//! orders.
//!
//! Nothing is kept of an event but the event itself: every figure is computed anew from the inbox, so that
//! it can be checked (I8).

mod announce;
mod cockpit;
mod figures;
mod grpc;
mod observe;
#[cfg(test)]
mod tests;
mod view;
mod wire;

use jiefen_assessment_rules::{Case, Fact, Law, Period};
use jiefen_handoff as handoff;
use jiefen_ledger::read::CaseView;
use jiefen_ledger::serve::{App, case_head};
use jiefen_ledger::{Announcement, Area, Cases, Reaction, Signal, Told};
use jiefen_procedure::Brief;
use jiefen_proto::jiefen::assessment::v1::assessment_service_server::AssessmentServiceServer;
use jiefen_proto::jiefen::assessment::v1::cockpit_service_server::CockpitServiceServer;
use jiefen_vocab::{Agency, CaseId, DisputeId, Id};
use tonic::service::RoutesBuilder;

pub use announce::EVENTS;
pub use figures::{Counted, count};
pub use observe::READS;

/// The assessment office of one county.
pub struct AssessmentArea;

/// The sheet of a unit (none: of the whole county) for a period: one sheet each.
pub fn sheet_id(unit: Option<Agency>, period: Period) -> CaseId {
    let unit = unit.map_or_else(|| "county".to_owned(), |unit| unit.to_string());
    let salt = format!("sheet:{unit}:{}:{}", period.from, period.to);
    CaseId(Id::from_bits(0).derive(&salt))
}

/// The order that a request begins: the request's own id names it, for a unit may have several.
pub fn order_id(unit: Agency, request_id: &str) -> CaseId {
    CaseId(Id::from_bits(0).derive(&format!("order:{unit}:{request_id}")))
}

impl Area for AssessmentArea {
    const NAME: &'static str = "assessment";
    const READS: &'static [&'static str] = READS;
    type Law = Law;

    fn dispute(_: &Case) -> Option<DisputeId> {
        // A sheet or an order is about many disputes and belongs to none.
        None
    }

    fn cases_of(_: DisputeId) -> Vec<CaseId> {
        vec![]
    }

    fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
        announce::announce(told, fact)
    }

    fn custody(_: &Told<'_>, _: &Fact, _: &Case) -> Vec<handoff::Input> {
        // Who assesses holds no dispute.
        vec![]
    }

    fn brief(_: &Case) -> Option<Brief> {
        None
    }

    fn shown(case: &CaseView<Self>) -> serde_json::Value {
        let head = case_head(case);
        let view = match &case.state {
            Case::Sheet(state) => serde_json::to_value(view::sheet(head, state)),
            Case::Order(state) => serde_json::to_value(view::order(head, state)),
        };
        view.unwrap_or_default()
    }

    fn addressed(case: &Case) -> Option<Agency> {
        match case {
            // a draft is not the unit's yet
            Case::Order(state) => state.signed.is_some().then_some(state.unit),
            Case::Sheet(state) => state.unit,
        }
    }

    fn react(signal: &Signal<'_>, _: &Cases<'_, AssessmentArea>) -> Vec<Reaction<Self>> {
        match signal {
            // The event stays in the inbox, and that is all that figures need.
            Signal::Returned { .. } | Signal::Event { .. } => vec![],
            // It takes no dispute over.
            Signal::Taken { .. } | Signal::Tell { .. } => vec![],
        }
    }
}

/// Adds the area's own service.
pub fn add_services(routes: &mut RoutesBuilder, app: App<AssessmentArea>) {
    routes.add_service(CockpitServiceServer::new(cockpit::Server::new(app.clone())));
    routes.add_service(AssessmentServiceServer::new(grpc::Server(app)));
}
