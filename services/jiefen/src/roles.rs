//! Which area stands behind which role.

use anyhow::Context as _;
use indicatif::{ProgressBar, ProgressStyle};
use jiefen_ledger::found::{self, Built};
use jiefen_ledger::{Area as LedgerArea, Store};
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
        Area::Intake => {
            let config = starter.config;
            let limits = jiefen_intake::Limits {
                paper_bytes: config.grpc.max_upload_bytes(),
                uploads: usize::try_from(config.limits.uploads).unwrap_or(usize::MAX),
                draft_days: config.limits.draft_days,
            };
            let add = move |routes: &mut _, app| jiefen_intake::add_services(routes, app, &limits);
            starter.start(area, add).await
        }
        Area::Mediation => starter.start(area, jiefen_mediation::add_services).await,
        Area::Court => starter.start(area, jiefen_court::add_services).await,
        Area::Arbitration => starter.start(area, jiefen_arbitration::add_services).await,
        Area::Petition => starter.start(area, jiefen_petition::add_services).await,
        Area::Administrative => starter.start(area, jiefen_administrative::add_services).await,
        Area::Assessment => starter.start(area, jiefen_assessment::add_services).await,
        Area::Coordination => starter.start(area, jiefen_coordination::add_services).await,
    }
}

/// Builds the index of what is found when it is of an earlier build of the program, or when it is `asked`.
///
/// # Errors
/// The database cannot be read or written.
pub async fn keep_found(area: Area, store: &Store, asked: bool) -> Result<Built, anyhow::Error> {
    match area {
        Area::Registry => built::<jiefen_registry::RegistryArea>(area, store, asked).await,
        Area::Intake => built::<jiefen_intake::IntakeArea>(area, store, asked).await,
        Area::Mediation => built::<jiefen_mediation::MediationArea>(area, store, asked).await,
        Area::Court => built::<jiefen_court::CourtArea>(area, store, asked).await,
        Area::Arbitration => built::<jiefen_arbitration::ArbitrationArea>(area, store, asked).await,
        Area::Petition => built::<jiefen_petition::PetitionArea>(area, store, asked).await,
        Area::Administrative => {
            built::<jiefen_administrative::AdministrativeArea>(area, store, asked).await
        }
        Area::Assessment => built::<jiefen_assessment::AssessmentArea>(area, store, asked).await,
        Area::Coordination => {
            built::<jiefen_coordination::CoordinationArea>(area, store, asked).await
        }
    }
}

/// The same for one area.
///
/// # Errors
/// As [`keep_found`].
pub async fn built<A: LedgerArea>(
    area: Area,
    store: &Store,
    asked: bool,
) -> Result<Built, anyhow::Error> {
    let doing = || format!("{area}：建立检索索引 (building the index)");
    if !asked && found::is_built::<A>(store).await.with_context(doing)? {
        return Ok(Built::default());
    }
    let bar = ProgressBar::new(0);
    let style = ProgressStyle::with_template("{msg} {bar:40} {pos}/{len} {eta}")?;
    bar.set_style(style);
    bar.set_message(format!("{area}：检索索引"));
    let done = found::build::<A>(store, |so_far| {
        bar.set_length(so_far.all);
        bar.set_position(so_far.seen);
    });
    let done = done.await.with_context(doing)?;
    bar.finish_and_clear();
    if done.seen > 0 {
        tracing::info!(role = %area, cases = done.seen, written = done.written, "index built");
    }
    Ok(done)
}
