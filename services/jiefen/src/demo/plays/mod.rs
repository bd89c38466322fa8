//! The played mediators, judges, arbitrators and officers, one file an area.

mod mediation;

use anyhow::Result;

use crate::demo::cases::Case;
use crate::demo::counter::{self, Registered};
use crate::demo::stage::Stage;

pub use mediation::Committee;

/// Carries an accepted dispute through the track of the unit that has it.
///
/// # Errors
/// A step is refused or does not come; the error says which and why.
pub async fn play(stage: &Stage, case: &Case, at: &Registered) -> Result<()> {
    match case.ending.as_str() {
        "agreed_oral" | "agreed_written" | "agreed_confirmed" => {
            mediation::agree(stage, case, at, case.ending == "agreed_oral").await?;
            counter::perform(stage, at, case.day()).await
        }
        "failed" => mediation::fail(stage, case, at).await,
        _ => Ok(()),
    }
}
