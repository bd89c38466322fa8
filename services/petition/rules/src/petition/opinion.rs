//! The sixth branch: opinion, review, re-review, end of the road (arts. 31(6) to 36).

use jiefen_procedure::{Circumstances, Refused};
use jiefen_terms::Query;
use jiff::civil::Date;

use super::decide::{Answer, closed, dated, last_day};
use super::fact::Fact;
use super::payload::{Branch, Opine};
use super::refusal::Refusal;
use super::state::{Ending, Handed, Handling, Opinion, Stage, State};

/// The head may add thirty days once (art. 34).
const EXTENSION: u32 = 30;

pub(super) fn handling(state: &State) -> Result<Handling, Refusal> {
    match &state.stage {
        Stage::Handling(handling) => Ok(*handling),
        Stage::Registered
        | Stage::Forwarded(_)
        | Stage::Objected { .. }
        | Stage::Opinion(_)
        | Stage::Review { .. }
        | Stage::Reviewed(_)
        | Stage::Rereview { .. }
        | Stage::Ended(_) => Err(Refusal::NotNow(state.code())),
    }
}

/// Only the sixth branch is accepted for an opinion: its sixty days begin here and nowhere else.
pub(super) fn accept(state: &State, handed: &Handed, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let Some(received_on) = handed.received_on else { return Err(Refusal::NotReceived) };
    dated(on, received_on, ctx)?;
    match state.branch() {
        Some(Branch::Opinion) => Ok(vec![Fact::Accepted { on, to: state.petitioners() }]),
        Some(
            Branch::Legal
            | Branch::Arbitration
            | Branch::PartyAppeal
            | Branch::AdministrativeProcedure,
        ) => Err(Refusal::StatutoryChannel),
        Some(Branch::DutyToAct) | None => Err(Refusal::ReplyInstead),
    }
}

pub(super) fn extend(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let handling = handling(state)?;
    dated(on, handling.accepted_on, ctx)?;
    if handling.extended {
        return Err(Refusal::ExtensionUsed);
    }
    let last = opinion_due(handling, ctx)?;
    if on > last {
        return Err(Refusal::TermOver(last));
    }
    Ok(vec![Fact::Extended { on, to: state.petitioners() }])
}

fn opinion_due(handling: Handling, ctx: &Circumstances<'_>) -> Result<Date, Refusal> {
    let mut query = Query::new("T-L-05", handling.accepted_on);
    if handling.extended {
        query = query.extended(EXTENSION);
    }
    ctx.law.end(&query).map(|end| end.day()).map_err(|error| {
        Refusal::NoSuchLimit(Box::new(Refused::no_such_limit("T-L-05", &error.to_string())))
    })
}

/// Whoever stepped aside gives no opinion (T-L-13).
fn unbiased(state: &State, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    if state.recused.contains(&ctx.actor.person) {
        return Err(Refusal::Recused);
    }
    Ok(())
}

pub(super) fn give(state: &State, opine: &Opine, ctx: &Circumstances<'_>) -> Answer {
    dated(opine.on, handling(state)?.accepted_on, ctx)?;
    unbiased(state, ctx)?;
    Ok(vec![Fact::OpinionGiven { on: opine.on, verdict: opine.verdict }])
}

/// True for a review opinion, false for the first one.
fn is_review(state: &State) -> bool {
    matches!(state.stage, Stage::Reviewed(_))
}

pub(super) fn serve(state: &State, given: &Opinion, on: Date, ctx: &Circumstances<'_>) -> Answer {
    dated(on, given.on, ctx)?;
    if given.served_on.is_some() {
        return Err(Refusal::AlreadyDone);
    }
    let to = state.petitioners();
    let fact = if is_review(state) {
        Fact::ReviewServed { on, to }
    } else {
        Fact::OpinionServed { on, to }
    };
    Ok(vec![fact])
}

/// The last day to ask for the next level, from the petitioner's own receipt.
fn last_to_ask(state: &State, given: &Opinion, ctx: &Circumstances<'_>) -> Result<Date, Refusal> {
    let served_on = given.served_on.ok_or(Refusal::NotServed)?;
    last_day(ctx, if is_review(state) { "T-L-07" } else { "T-L-06" }, served_on)
}

pub(super) fn lapse(state: &State, given: &Opinion, ctx: &Circumstances<'_>) -> Answer {
    let last = last_to_ask(state, given, ctx)?;
    if ctx.today() <= last {
        return Err(Refusal::NotYetExpired(last));
    }
    let how = if is_review(state) { Ending::ReviewStands } else { Ending::OpinionStands };
    Ok(vec![closed(state, last, how)])
}

fn in_time(
    state: &State,
    given: &Opinion,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<(), Refusal> {
    let last = last_to_ask(state, given, ctx)?;
    dated(on, given.served_on.unwrap_or(given.on), ctx)?;
    if on > last {
        return Err(Refusal::RightLost(last));
    }
    Ok(())
}

pub(super) fn ask_review(
    state: &State,
    given: &Opinion,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    if is_review(state) {
        return Err(Refusal::AlreadyDone);
    }
    in_time(state, given, on, ctx)?;
    Ok(vec![Fact::ReviewAsked { on }])
}

pub(super) fn ask_rereview(
    state: &State,
    given: &Opinion,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    if !is_review(state) {
        return Err(Refusal::NotNow(state.code()));
    }
    in_time(state, given, on, ctx)?;
    Ok(vec![Fact::RereviewAsked { on }])
}

pub(super) fn review(
    state: &State,
    opine: &Opine,
    asked_on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    dated(opine.on, asked_on, ctx)?;
    unbiased(state, ctx)?;
    Ok(vec![Fact::ReviewGiven { on: opine.on, verdict: opine.verdict }])
}

pub(super) fn start_hearing(
    on: Date,
    asked_on: Date,
    since: Option<Date>,
    ctx: &Circumstances<'_>,
) -> Answer {
    dated(on, asked_on.tomorrow().unwrap_or(asked_on), ctx)?;
    match since {
        Some(_) => Err(Refusal::AlreadyDone),
        None => Ok(vec![Fact::HearingStarted { on }]),
    }
}

pub(super) fn end_hearing(on: Date, since: Option<Date>, ctx: &Circumstances<'_>) -> Answer {
    let Some(since) = since else { return Err(Refusal::NoHearing) };
    dated(on, since, ctx)?;
    Ok(vec![Fact::HearingEnded { on }])
}

/// The end of the road: the same facts and grounds are not accepted again (T-L-07).
pub(super) fn rereview(
    state: &State,
    opine: &Opine,
    asked_on: Date,
    since: Option<Date>,
    ctx: &Circumstances<'_>,
) -> Answer {
    dated(opine.on, asked_on, ctx)?;
    if since.is_some() {
        return Err(Refusal::HearingOpen);
    }
    unbiased(state, ctx)?;
    Ok(vec![
        Fact::RereviewGiven { on: opine.on, verdict: opine.verdict },
        closed(state, opine.on, Ending::Terminated),
    ])
}
