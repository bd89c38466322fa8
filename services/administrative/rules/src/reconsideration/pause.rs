//! The term and what stops it (行政复议法 39 to 41, 62).

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::close::closed;
use super::days::{decide_by, happened, in_time, last_day, passed};
use super::decide::Answer;
use super::fact::Fact;
use super::payload::{SuspendGround, Track};
use super::refusal::Refusal;
use super::state::{Ending, Review, State};

/// The head of the office may grant this many days (T-K-06).
const MORE: u32 = 30;

/// A term stands still only while it runs, and not twice on one day.
pub(super) fn may_stop(review: &Review, on: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    let last = review.stood.iter().map(|stood| stood.to).max();
    let since = last.map_or(review.accepted_on, |day| day.tomorrow().unwrap_or(day));
    happened(on, since, ctx)?;
    in_time(on, decide_by(review, ctx)?)
}

/// One of the ten grounds; mediation has its own command, because it needs consent.
pub(super) fn suspend(
    review: &Review,
    ground: SuspendGround,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    if ground == SuspendGround::Mediation {
        return Err(Refusal::ConsentNeeded);
    }
    may_stop(review, on, ctx)?;
    Ok(vec![Fact::Suspended { on, ground }])
}

pub(super) fn resume(since: Date, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, since, ctx)?;
    Ok(vec![Fact::Resumed { on }])
}

/// Death, incapacity and termination: after sixty days the case ends (T-K-12).
pub(super) fn lapse_suspension(
    state: &State,
    ground: SuspendGround,
    since: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    if !ground.ends_the_case() {
        return Err(Refusal::NotTerminable);
    }
    let last = last_day("T-K-12", since, ctx)?;
    passed(last, ctx)?;
    Ok(vec![closed(state, Ending::SuspensionOver(ground), last)])
}

pub(super) fn extend(review: &Review, days: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, review.accepted_on, ctx)?;
    if review.track == Track::Simplified {
        return Err(Refusal::ConvertFirst);
    }
    in_time(on, decide_by(review, ctx)?)?;
    if review.extended > 0 {
        return Err(Refusal::ExtensionUsed);
    }
    if !(1..=MORE).contains(&days) {
        return Err(Refusal::ExtensionTooLong);
    }
    Ok(vec![Fact::Extended { on, days }])
}

/// The term has passed: the applicant may sue within fifteen days; the office still owes its decision.
pub(super) fn lapse_decision(state: &State, review: &Review, ctx: &Circumstances<'_>) -> Answer {
    let last = decide_by(review, ctx)?;
    passed(last, ctx)?;
    Ok(vec![Fact::DecisionOverdue { on: last, applicants: state.applicants.clone() }])
}
