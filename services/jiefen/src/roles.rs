//! Which area stands behind which role.

use jiefen_platform::config::Area;

use crate::serve::{Started, Starter};

/// Starts the role of an area: its database, writer, gRPC services, relay, consumer and sweeper.
pub async fn start(area: Area, starter: &mut Starter<'_>) -> Result<Started, anyhow::Error> {
    match area {
        Area::Registry => starter.start(area, jiefen_registry::add_services).await,
        Area::Intake => starter.start(area, jiefen_intake::add_services).await,
        Area::Mediation => starter.start(area, jiefen_mediation::add_services).await,
        Area::Court => starter.start(area, jiefen_court::add_services).await,
        Area::Arbitration => starter.start(area, jiefen_arbitration::add_services).await,
        Area::Petition => starter.start(area, jiefen_petition::add_services).await,
        Area::Administrative => starter.start(area, jiefen_administrative::add_services).await,
        Area::Assessment => starter.start(area, jiefen_assessment::add_services).await,
        Area::Coordination => starter.start(area, jiefen_coordination::add_services).await,
    }
}
