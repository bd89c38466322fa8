//! The hands of the registry: the register of units, its trees, power-and-duty lists and keys, and the rosters of
//! persons.
//!
//! A unit's entry is a case without a dispute. Its id follows from the unit's region and code, so that
//! everybody who knows the unit knows the entry. A person on a unit's roster is a case of the same kind.

mod announce;
mod bundle;
mod grpc;
mod people;
mod seed;
#[cfg(test)]
mod tests;
mod view;
mod wire;

use jiefen_handoff as handoff;
use jiefen_ledger::serve::App;
use jiefen_ledger::{Announcement, Area, Cases, Reaction, Signal, Told};
use jiefen_procedure::Brief;
use jiefen_proto::jiefen::registry::v1::registry_service_server::RegistryServiceServer;
use jiefen_registry_rules::{Case, Fact, Law};
use jiefen_vocab::{Agency, CaseId, DisputeId, Id};
use tonic::service::RoutesBuilder;

pub use announce::EVENTS;
pub use bundle::{bundle, shipped};
pub use seed::seed;

/// The registry of one county.
pub struct RegistryArea;

/// The entry of a unit.
pub fn case_id(unit: Agency) -> CaseId {
    CaseId(Id::from_bits(0).derive(&format!("unit:{unit}")))
}

/// The entry of a person that begins with a request: sent again, it is the same.
fn person_id(unit: Agency, request_id: &str) -> CaseId {
    CaseId(Id::from_bits(0).derive(&format!("roster:{unit}:{request_id}")))
}

impl Area for RegistryArea {
    const NAME: &'static str = "registry";
    const READS: &'static [&'static str] = &[];
    type Law = Law;

    fn dispute(_: &Case) -> Option<DisputeId> {
        None
    }

    fn cases_of(_: DisputeId) -> Vec<CaseId> {
        vec![]
    }

    fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
        announce::announce(told, fact)
    }

    fn custody(_: &Told<'_>, _: &Fact, _: &Case) -> Vec<handoff::Input> {
        // The registry holds no dispute.
        vec![]
    }

    fn brief(_: &Case) -> Option<Brief> {
        None
    }

    fn react(_: &Signal<'_>, _: &Cases<'_, RegistryArea>) -> Vec<Reaction<Self>> {
        // It reads nothing of others and takes over nothing.
        vec![]
    }
}

/// Adds the area's own service.
pub fn add_services(routes: &mut RoutesBuilder, app: App<RegistryArea>) {
    routes.add_service(RegistryServiceServer::new(grpc::Server(app)));
}
