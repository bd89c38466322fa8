//! The mediator, the sessions and appraisals.

use jiefen_procedure::Circumstances;
use jiff::civil::Date;

use super::decide::{known, term};
use super::{Fact, Refusal, State};
use crate::session::{Mode, Planned, Sitting};
use jiefen_procedure::term::{Term, happened};

/// Another mediator takes over; the first stays barred from other parts in the case (T-C-13).
pub(super) fn choose(
    state: &State,
    mediator: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, term(state)?.from, ctx.today())?;
    if mediator.trim().is_empty() {
        return Err(Refusal::MediatorWanted);
    }
    Ok(vec![Fact::MediatorChosen { mediator: mediator.to_owned(), on }])
}

/// Accepts a day that is not after the end of the term.
pub(super) fn within(running: &Term, on: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    match running.last_day(ctx)? {
        Some(last) if on > last => Err(Refusal::PastTerm(last)),
        Some(_) | None => Ok(()),
    }
}

/// Sets a session within the term.
pub(super) fn schedule(
    state: &State,
    on: Date,
    place: &str,
    mode: Mode,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    if on < ctx.today() {
        return Err(Refusal::SessionInPast(on));
    }
    within(term(state)?, on, ctx)?;
    let session = Planned { no: next_no(state), on, place: place.to_owned(), mode };
    Ok(vec![Fact::SessionScheduled { session }])
}

fn next_no(state: &State) -> u32 {
    state.sessions.last().map_or(0, |held| held.no).saturating_add(1)
}

/// Records a session: only with live consent of every party (I5).
pub(super) fn hold(
    state: &State,
    session: &Sitting,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let running = term(state)?;
    happened(session.on, running.from, ctx.today())?;
    if let Some(party) = state.without_consent() {
        return Err(Refusal::ConsentMissing(party));
    }
    within(running, session.on, ctx)?;
    if session.present.is_empty() {
        return Err(Refusal::NobodyPresent);
    }
    for party in &session.present {
        known(state, *party)?;
    }
    let alone = state.brief.parties.iter().find(|party| {
        party.minor && session.present.contains(&party.no) && !session.guardians.contains(&party.no)
    });
    match alone {
        Some(party) => Err(Refusal::GuardianAbsent(party.no)),
        None => Ok(vec![Fact::SessionHeld { session: session.numbered(next_no(state)) }]),
    }
}

/// An appraisal begins; its days do not count (特邀调解规定 27).
pub(super) fn appraisal_begins(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let running = term(state)?;
    if running.stands_still() {
        return Err(Refusal::AppraisalRuns);
    }
    let since = running.standstills.last().and_then(|still| still.to).unwrap_or(running.from);
    happened(on, since, ctx.today())?;
    within(running, on, ctx)?;
    Ok(vec![Fact::AppraisalBegun { on }])
}

/// The appraisal's result is in.
pub(super) fn appraisal_ends(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let running = term(state)?;
    let Some(still) = running.standstills.last().filter(|still| still.to.is_none()) else {
        return Err(Refusal::NoAppraisal);
    };
    happened(on, still.from, ctx.today())?;
    Ok(vec![Fact::AppraisalEnded { on }])
}
