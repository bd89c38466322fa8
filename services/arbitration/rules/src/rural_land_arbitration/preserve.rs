//! Preservation of property and evidence 保全 (RLA 26, 41): a party asks, the commission hands the request to
//! the basic court, which rules within ten days, fifteen at most (法释〔2014〕1号 4 to 8). After a suit a measure
//! goes on as one of the suit (7).

use jiefen_procedure::Circumstances;
use jiefen_procedure::term::happened;
use jiff::civil::Date;

use super::decide::{Answer, known};
use super::{Fact, Measure, Preservation, State, rows, trial};
use jiefen_procedure::words::Refusal;

/// The court needs the notice of acceptance, so nobody asks before it.
pub(super) fn ask(
    state: &State,
    party: u32,
    what: Measure,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    happened(on, trial::under(state)?.accepted_on, ctx.today())?;
    known(state, party)?;
    let measure = u32::try_from(state.measures.len()).unwrap_or(u32::MAX).saturating_add(1);
    Ok(vec![Fact::MeasureAsked { measure, party, what, on }])
}

fn open(state: &State, no: u32) -> Result<Preservation, Refusal> {
    let at = usize::try_from(no).ok().and_then(|no| no.checked_sub(1));
    let found = at.and_then(|at| state.measures.get(at)).filter(|one| one.ruled.is_none());
    found.copied().ok_or_else(|| rows::NO_MEASURE.with(no).into())
}

pub(super) fn pass(state: &State, measure: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let asked = open(state, measure)?;
    if asked.passed_on.is_some() {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    happened(on, asked.asked_on, ctx.today())?;
    Ok(vec![Fact::MeasurePassed { measure, on }])
}

pub(super) fn rule(
    state: &State,
    measure: u32,
    granted: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let asked = open(state, measure)?;
    let Some(passed) = asked.passed_on else { return Err(rows::NOT_PASSED.plain().into()) };
    happened(on, passed, ctx.today())?;
    Ok(vec![Fact::MeasureRuled { measure, party: asked.party, granted, on }])
}
