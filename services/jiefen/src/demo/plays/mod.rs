//! The played mediators, judges, arbitrators and officers, one file an area.

pub mod arbitration;
mod confirmation;
mod court;
pub mod judgment;
mod mediation;
mod petition;
mod reconsideration;

use anyhow::Result;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_vocab::Agency;
use jiff::civil::Date;

use crate::demo::cases::{Case, Ending};
use crate::demo::counter::{self, Registered};
use crate::demo::stage::Stage;

/// Carries an accepted dispute through the track of the unit that has it, on a day.
///
/// # Errors
/// A step is refused or does not come; the error says which and why.
pub async fn play(stage: &Stage, case: &Case, at: &Registered, on: Date) -> Result<()> {
    match case.ending {
        Ending::AgreedOral | Ending::AgreedWritten => {
            mediation::agree(stage, case, at, on).await?;
            counter::perform(stage, at, on).await?;
            counter::close(stage, at, "performed", on).await
        }
        Ending::Confirmed => confirmation::confirm(stage, case, at, on).await,
        Ending::FinalAward => arbitration::award(stage, case, at, on).await,
        Ending::Opinion => petition::opinion(stage, case, at, on).await,
        Ending::Upheld => reconsideration::uphold(stage, case, at, on).await,
        Ending::EntrustedSettled => court::settle(stage, case, at, on).await,
        Ending::Judged => judgment::judge(stage, case, at, on).await,
        Ending::Failed => mediation::fail(stage, case, at, on).await,
        Ending::Withdrawn => mediation::withdraw(stage, case, at, on).await,
        Ending::Rerouted => petition::reroute(stage, case, at, on).await,
        // It stands with its unit: holder, next step and clock are to be seen.
        Ending::Stands => Ok(()),
    }
}

/// The same, and then along the routes that follow while the dispute is unresolved.
///
/// # Errors
/// As [`play`].
pub async fn play_on(stage: &Stage, case: &Case, at: &Registered, on: Date) -> Result<()> {
    play(stage, case, at, on).await?;
    let mut on = on;
    let mut next = case.then.as_deref();
    while let Some(case) = next {
        on = later(on, THINK)?;
        stage.set_day(on).await?;
        counter::refer(stage, at, case.responsible, &case.track).await?;
        stage.accept(case.responsible, &at.dispute, &case.id).await?;
        play(stage, case, at, on).await?;
        next = case.then.as_deref();
    }
    Ok(())
}

/// How long the parties think about their next route, in days.
const THINK: i64 = 3;

/// The case of a procedure that is open at an agency.
async fn open_case(
    stage: &Stage,
    agency: Agency,
    dispute: &str,
    procedure: &str,
) -> Result<common::CaseHead> {
    let open = |head: &common::CaseHead| head.procedure == procedure && head.open;
    stage.until_case(agency, dispute, procedure, open).await
}

/// So many days later.
fn later(day: Date, days: i64) -> Result<Date> {
    Ok(day.checked_add(jiff::Span::new().days(days))?)
}
