//! Which area stands behind which role.

use jiefen_platform::config::Area;

use crate::serve::{Started, Starter};

/// Starts the role of an area: its database, writer, gRPC services, relay, consumer and sweeper.
pub async fn start(area: Area, starter: &mut Starter<'_>) -> Result<Started, anyhow::Error> {
    match area {
        // The register begins with the county's shipped units; what it has already stays as it is.
        Area::Registry => {
            let seed = |ledger| async move {
                let added = jiefen_registry::seed(&ledger).await?;
                tracing::info!(added, "shipped units added to the register");
                Ok(())
            };
            starter.start_with(area, jiefen_registry::add_services, seed).await
        }
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
