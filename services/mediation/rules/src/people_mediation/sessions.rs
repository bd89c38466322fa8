//! The mediator, the sessions and the length of mediation.

use jiefen_procedure::Circumstances;
use jiefen_vocab::Flag;
use jiff::civil::Date;

use super::decide::{accepted_on, everybody, known, term};
use super::{Fact, Refusal, State};
use crate::session::{Mode, Planned, Sitting};
use jiefen_procedure::term::{Term, happened};

/// Another mediator takes over.
pub(super) fn choose(
    state: &State,
    mediator: &str,
    on: Date,
    by_parties: bool,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, accepted_on(state)?, ctx.today())?;
    if mediator.trim().is_empty() {
        return Err(Refusal::MediatorWanted);
    }
    if state.not_accepted.iter().any(|one| one == mediator) {
        return Err(Refusal::MediatorNotAccepted);
    }
    Ok(vec![Fact::MediatorChosen { mediator: mediator.to_owned(), on, by_parties }])
}

/// A party may choose or accept the mediator (人民调解法 19、23); one it does not accept steps back.
pub(super) fn object(
    state: &State,
    party: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(&state.brief, party)?;
    happened(on, accepted_on(state)?, ctx.today())?;
    let Some(mediator) = state.mediator.clone() else { return Err(Refusal::MediatorWanted) };
    Ok(vec![Fact::MediatorObjected { party, mediator, on }])
}

pub(super) fn face_to_face(state: &State, mode: Mode) -> Result<(), Refusal> {
    let alert = state.brief.flags.contains(&Flag::SafetyAlert);
    if alert && mode == Mode::Together { Err(Refusal::FaceToFace) } else { Ok(()) }
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
    face_to_face(state, mode)?;
    within(term(state)?, on, ctx)?;
    let session = Planned { no: next_no(state), on, place: place.to_owned(), mode };
    Ok(vec![Fact::SessionScheduled { session }])
}

pub(super) fn next_no(state: &State) -> u32 {
    state.sessions.last().map_or(0, |held| held.no).saturating_add(1)
}

/// Records a session: only with live consent of every party (I5).
pub(super) fn hold(
    state: &State,
    session: &Sitting,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let running = term(state)?;
    happened(session.on, accepted_on(state)?, ctx.today())?;
    if let Some(party) = state.without_consent() {
        return Err(Refusal::ConsentMissing(party));
    }
    if state.mediator.is_none() {
        return Err(Refusal::MediatorWanted);
    }
    face_to_face(state, session.mode)?;
    within(running, session.on, ctx)?;
    if session.present.is_empty() {
        return Err(Refusal::NobodyPresent);
    }
    for party in &session.present {
        known(&state.brief, *party)?;
    }
    let alone = state.brief.parties.iter().find(|party| {
        party.minor && session.present.contains(&party.no) && !session.guardians.contains(&party.no)
    });
    match alone {
        Some(party) => Err(Refusal::GuardianAbsent(party.no)),
        None => Ok(vec![Fact::SessionHeld { session: session.numbered(next_no(state)) }]),
    }
}

/// Accepts a day that is not after the end of the term.
pub(super) fn within(running: &Term, on: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    match running.last_day(ctx)? {
        Some(last) if on > last => Err(Refusal::PastTerm(last)),
        Some(_) | None => Ok(()),
    }
}

/// The parties extend the term before it is over (T-B-02, T-B-03, T-P-01, T-H-01).
pub(super) fn extend(
    state: &State,
    units: u32,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let running = term(state)?;
    happened(on, accepted_on(state)?, ctx.today())?;
    if units == 0 {
        return Err(Refusal::ExtensionEmpty);
    }
    everybody(&state.brief, agreed)?;
    within(running, on, ctx)?;
    let mut longer = running.clone();
    longer.extended = longer.extended.saturating_add(units);
    longer.last_day(ctx)?;
    Ok(vec![Fact::TermExtended { units, on }])
}

/// Days of an appraisal do not count where the rule lists them: medical mediation (T-P-01).
pub(super) fn appraisal_begins(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let running = term(state)?;
    if running.rule != "T-P-01" {
        return Err(Refusal::AppraisalCounts);
    }
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
