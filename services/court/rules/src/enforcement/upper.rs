//! The court one level up: review of a ruling on an objection (民事诉讼法 236), and what a creditor may ask
//! for when enforcement stands still (237; 执行程序解释 10 to 13): an order to enforce by a day, another
//! court, or the upper court itself.

use jiefen_procedure::Circumstances;
use jiefen_procedure::term::{Term, happened};
use jiff::civil::Date;

use super::decide::begun_on;
use super::{Delay, Ending, Fact, Refusal, State, Upper, tell};

/// The upper court rules in thirty days on an act (执行程序解释 8), in fifteen on a listing (失信规定 12).
pub(super) fn decide_review(
    state: &State,
    no: u32,
    annulled: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let found = state.objections.iter().find(|one| one.no == no).and_then(|one| one.review);
    let review = found.filter(|review| review.ruled_on.is_none()).ok_or(Refusal::NoReview(no))?;
    happened(on, review.asked_on, ctx.today())?;
    Ok(vec![Fact::ReviewDecided { objection: no, annulled, on }])
}

/// Nothing done in six months from the application: the creditor may go to the upper court (T-G-01).
pub(super) fn six_months(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let last = ctx.last_day(tell::SIX_MONTHS, state.applied_on)?;
    if ctx.today() <= last {
        return Err(Refusal::SixMonthsRun(last));
    }
    if !state.six_months {
        return Err(Refusal::SomethingDone);
    }
    Ok(vec![Fact::SixMonthsPassed { on: ctx.today() }])
}

/// A measure alone does not end the right to go up: the property must be used up in six months, from the
/// application or from its discovery (执行程序解释 10). For an act it is enough that measures were taken. Days
/// on which enforcement was suspended do not count (13).
pub(super) fn ask(
    state: &State,
    delay: Delay,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, begun_on(state), ctx.today())?;
    if state.upper.is_some() {
        return Err(Refusal::UpperCourtAsked);
    }
    let from = match delay {
        Delay::PropertyKnown | Delay::Other => state.applied_on,
        Delay::PropertyFound { on: found } => {
            happened(found, state.applied_on, on)?;
            found
        }
        Delay::Act if state.measures.is_empty() => state.applied_on,
        Delay::Act => return Err(Refusal::SomethingDone),
    };
    let mut six = Term::new(tell::SIX_MONTHS, from);
    if let Some(term) = &state.term {
        let later = term.standstills.iter().filter(|still| still.from >= from).cloned();
        six.standstills = later.collect();
    }
    match six.last_day(ctx)? {
        Some(last) if on > last => Ok(vec![Fact::UpperCourtAsked { delay, on }]),
        Some(last) => Err(Refusal::SixMonthsRun(last)),
        None => Err(Refusal::ResumeFirst),
    }
}

fn asked(state: &State) -> Result<Upper, Refusal> {
    state.upper.ok_or(Refusal::UpperCourtNotAsked)
}

/// The upper court orders enforcement by a day (执行程序解释 11). It does so once: when the day has passed it
/// must rule that another court enforces (12).
pub(super) fn urge(
    state: &State,
    until: Date,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let upper = asked(state)?;
    happened(on, upper.asked_on, ctx.today())?;
    if upper.until.is_some() {
        return Err(Refusal::UrgedAlready);
    }
    if until <= on {
        return Err(Refusal::DueWanted);
    }
    Ok(vec![Fact::Urged { until, on }])
}

pub(super) fn urge_passed(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let upper = asked(state)?;
    let until = upper.until.filter(|_| !upper.passed).ok_or(Refusal::NotUrged)?;
    if ctx.today() <= until {
        return Err(Refusal::UrgeRuns(until));
    }
    Ok(vec![Fact::UrgeLapsed { on: until }])
}

pub(super) fn decline(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let upper = asked(state)?;
    happened(on, upper.asked_on, ctx.today())?;
    if upper.until.is_some() {
        return Err(Refusal::UrgedAlready);
    }
    Ok(vec![Fact::UpperCourtDeclined { on }])
}

/// The upper court takes the case or names another court: after the six months, not while its own order
/// still runs.
pub(super) fn go_up(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    match state.upper {
        Some(Upper { until: Some(until), passed: false, .. }) => {
            return Err(Refusal::UrgeRuns(until));
        }
        Some(_) => {}
        None if state.may_go_up => {}
        None => {
            return Err(Refusal::SixMonthsRun(ctx.last_day(tell::SIX_MONTHS, state.applied_on)?));
        }
    }
    happened(on, begun_on(state), ctx.today())?;
    Ok(vec![Fact::Concluded { ending: Ending::GoneUp, on }])
}
