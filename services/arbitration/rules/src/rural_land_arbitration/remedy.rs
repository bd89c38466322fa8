//! The award and what each party may do against it: RLA 11, 32, 44 to 48.

use jiefen_procedure::Circumstances;
use jiefen_procedure::term::happened;
use jiff::civil::Date;

use super::decide::{Answer, closed, known};
use super::trial::{everybody, free, last_day, under};
use super::{Award, Ending, Fact, Kind, Stage, State, Trial, rows};
use crate::statement::has;
use jiefen_procedure::words::Refusal;

/// Tribunal, hearing and mediation come first; an award on a settlement needs only everybody's word
/// (RLA 32).
pub(super) fn award(
    state: &State,
    kind: Kind,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let trial = under(state)?;
    happened(on, free(trial)?.formed_on, ctx.today())?;
    if trial.statement.is_some() {
        return Err(rows::STATEMENT_PENDING.plain().into());
    }
    match kind {
        Kind::OnSettlement => everybody(state, agreed)?,
        Kind::Decided => tried(trial, on, ctx)?,
        Kind::DismissedAsLate => {
            tried(trial, on, ctx)?;
            run_out(state, ctx)?;
        }
    }
    let late = on > last_day(trial, ctx)?;
    Ok(vec![Fact::Awarded { kind, late, parties: state.sides(), on }])
}

fn tried(trial: &Trial, on: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    let Some(heard) = trial.last_heard else { return Err(rows::NOT_HEARD.plain().into()) };
    let Some(mediated) = trial.mediated_on else {
        return Err(rows::NOT_MEDIATED.plain().into());
    };
    happened(on, heard.max(mediated), ctx.today())?;
    Ok(())
}

/// Limitation counts only when the other side raised it and the two years have run; asking for mediation
/// or for help within them began them anew (T-I-01, T-A-06).
fn run_out(state: &State, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    if !state.limitation_raised {
        return Err(rows::LIMITATION_NOT_RAISED.plain().into());
    }
    let Some(knew) = state.knew_on else { return Err(rows::LIMITATION_NOT_RUN.plain().into()) };
    let mut last = ctx.last_day("T-I-01", knew)?;
    let asked = state.brief.received_on;
    if knew < asked && asked <= last {
        last = ctx.last_day("T-I-01", asked)?;
    }
    if state.applied_on <= last {
        return Err(rows::LIMITATION_NOT_RUN.plain().into());
    }
    Ok(())
}

fn made(state: &State) -> Result<&Award, Refusal> {
    match &state.stage {
        Stage::Awarded { award } => Ok(award),
        Stage::Received
        | Stage::Applied
        | Stage::Pending { .. }
        | Stage::Stayed { .. }
        | Stage::Ended { .. } => Err(rows::NO_AWARD.plain().into()),
    }
}

/// Each party's own receipt starts its own thirty days.
pub(super) fn receive(state: &State, party: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let award = made(state)?;
    happened(on, award.on, ctx.today())?;
    known(state, party)?;
    if has(&award.received, party) {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    let all = state.sides().iter().all(|no| *no == party || has(&award.received, *no));
    Ok(vec![Fact::Received { party, all, on }])
}

/// The last day of a party's own thirty; none before its receipt.
fn last_of(award: &Award, party: u32, ctx: &Circumstances<'_>) -> Result<Option<Date>, Refusal> {
    let Some(event) = award.received.iter().find(|event| event.party == party) else {
        return Ok(None);
    };
    Ok(Some(ctx.last_day("T-I-07", event.on)?))
}

/// A suit in time: the award has no effect, the court tries the dispute (RLA 48).
pub(super) fn sue(state: &State, party: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let award = made(state)?;
    happened(on, award.on, ctx.today())?;
    known(state, party)?;
    match last_of(award, party, ctx)? {
        Some(last) if on > last => Err(rows::RIGHT_LOST.with(last).into()),
        Some(_) | None => Ok(vec![closed(state, on, Ending::Sued)]),
    }
}

/// When the last party's thirty days have passed unused, the award takes effect (RLA 48).
pub(super) fn lapse(state: &State, party: u32, ctx: &Circumstances<'_>) -> Answer {
    let award = made(state)?;
    known(state, party)?;
    if award.lapsed.contains(&party) {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    let Some(last) = last_of(award, party, ctx)? else {
        return Err(rows::NOT_RECEIVED.with(party).into());
    };
    if ctx.today() <= last {
        return Err(rows::TERM_RUNS.with(last).into());
    }
    let mut facts = vec![Fact::RightLapsed { party, on: last }];
    if state.sides().iter().all(|no| *no == party || award.lapsed.contains(no)) {
        facts.push(closed(state, ctx.today(), Ending::Effective));
    }
    Ok(facts)
}
