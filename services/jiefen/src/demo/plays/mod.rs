//! The played mediators, judges, arbitrators and officers, one file an area.

mod arbitration;
mod court;
mod mediation;
mod petition;
mod reconsideration;

use anyhow::Result;
use jiff::civil::Date;

use crate::demo::cases::Case;
use crate::demo::counter::{self, Registered};
use crate::demo::stage::Stage;

/// Carries an accepted dispute through the track of the unit that has it, on a day.
///
/// # Errors
/// A step is refused or does not come; the error says which and why.
pub async fn play(stage: &Stage, case: &Case, at: &Registered, on: Date) -> Result<()> {
    match case.ending.as_str() {
        "agreed_oral" | "agreed_written" => {
            mediation::agree(stage, case, at, on).await?;
            counter::perform(stage, at, on).await?;
            counter::close(stage, at, "performed", on).await
        }
        "final_award" => arbitration::award(stage, case, at, on).await,
        "opinion" => petition::opinion(stage, case, at, on).await,
        "upheld" => reconsideration::uphold(stage, case, at, on).await,
        "entrusted_settled" => court::settle(stage, case, at, on).await,
        "failed" => mediation::fail(stage, case, at, on).await,
        // It stands with its unit: holder, next step and clock are to be seen.
        _ => Ok(()),
    }
}

/// So many days later.
fn later(day: Date, days: i64) -> Result<Date> {
    Ok(day.checked_add(jiff::Span::new().days(days))?)
}
