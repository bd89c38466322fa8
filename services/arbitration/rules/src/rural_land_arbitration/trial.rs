//! From acceptance to the award: RLA 11, 24 to 42, 47.

use jiefen_procedure::Circumstances;
use jiefen_procedure::term::happened;
use jiefen_vocab::PartyRole;
use jiff::civil::Date;

use super::decide::{Answer, closed, known};
use super::{
    Advance, Defence, Duty, EXTENSION_MAX, Ending, Fact, Place, Stage, State, StayGround, Trial,
    rows,
};
use crate::statement::has;
use crate::tribunal::{Challenge, Member, SeatFault, Tribunal, composed};
use jiefen_procedure::words::Refusal;

pub(super) fn under(state: &State) -> Result<&Trial, Refusal> {
    state.trial().ok_or_else(|| rows::NOT_ACCEPTED.plain().into())
}

/// The trial, when the day of a step in it has come and lies after the acceptance.
fn dated<'a>(state: &'a State, on: Date, ctx: &Circumstances<'_>) -> Result<&'a Trial, Refusal> {
    let trial = under(state)?;
    happened(on, trial.accepted_on, ctx.today())?;
    Ok(trial)
}

fn tribunal(trial: &Trial) -> Result<&Tribunal, Refusal> {
    trial.tribunal.as_ref().ok_or_else(|| rows::NO_TRIBUNAL.plain().into())
}

/// The tribunal, while nobody's challenge waits.
pub(super) fn free(trial: &Trial) -> Result<&Tribunal, Refusal> {
    let sits = tribunal(trial)?;
    if sits.challenge.is_some() { Err(rows::CHALLENGE_OPEN.plain().into()) } else { Ok(sits) }
}

fn respondent(state: &State, party: u32) -> Result<Vec<u32>, Refusal> {
    let respondents = state.of_role(PartyRole::Respondent);
    if respondents.contains(&party) {
        return Ok(respondents);
    }
    Err(rows::WRONG_PARTY.with(party).into())
}

pub(super) fn everybody(state: &State, agreed: &[u32]) -> Result<(), Refusal> {
    match state.sides().iter().find(|no| !agreed.contains(no)) {
        Some(no) => Err(rows::NOT_AGREED.with(no).into()),
        None => Ok(()),
    }
}

/// The last day of the award's term (T-I-05).
pub(super) fn last_day(trial: &Trial, ctx: &Circumstances<'_>) -> Result<Date, Refusal> {
    trial.term.last_day(ctx)?.ok_or_else(|| rows::STAYED.plain().into())
}

/// The term still runs, and nobody has noted that it is over.
fn running(state: &State, trial: &Trial, on: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    let last = last_day(trial, ctx)?;
    if on > last || state.overdue.contains(&Duty::Award) {
        return Err(rows::TERM_OVER.with(last).into());
    }
    Ok(())
}

pub(super) fn serve(state: &State, party: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let trial = dated(state, on, ctx)?;
    let respondents = respondent(state, party)?;
    if has(&trial.served, party) {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    let all = respondents.iter().all(|no| *no == party || has(&trial.served, *no));
    Ok(vec![Fact::CopyServed { party, all, on }])
}

/// A late answer is taken too: it does not hold up the case (RLA 25).
pub(super) fn defend(state: &State, defence: &Defence, ctx: &Circumstances<'_>) -> Answer {
    let Defence { party, on, limitation, counterclaim } = *defence;
    let trial = dated(state, on, ctx)?;
    respondent(state, party)?;
    if has(&trial.defended, party) {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    Ok(vec![Fact::DefenceFiled { party, limitation, counterclaim, on }])
}

pub(super) fn forward(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let trial = dated(state, on, ctx)?;
    let filed = trial.defended.last().filter(|_| trial.to_forward);
    let Some(filed) = filed else { return Err(rows::NOTHING_TO_FORWARD.plain().into()) };
    happened(on, filed.on, ctx.today())?;
    Ok(vec![Fact::DefenceForwarded { on }])
}

fn seat(fault: SeatFault) -> Refusal {
    match fault {
        SeatFault::WrongNumber => rows::WRONG_NUMBER.plain().into(),
        SeatFault::WrongChooser => rows::WRONG_CHOOSER.plain().into(),
        SeatFault::NotSitting => rows::NOT_SITTING.plain().into(),
        SeatFault::TooLate => rows::CHALLENGE_TOO_LATE.plain().into(),
    }
}

/// Three, whom the parties choose; one only in a simple case in which both sides agree to it (RLA 27).
pub(super) fn form(
    state: &State,
    members: &[Member],
    simple: bool,
    sole_agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let trial = dated(state, on, ctx)?;
    if trial.tribunal.is_some() {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    composed(members, false).map_err(seat)?;
    if members.len() == 1 && !(simple && everybody(state, sole_agreed).is_ok()) {
        return Err(rows::SOLE_NEEDS_CONSENT.plain().into());
    }
    Ok(vec![Fact::TribunalFormed { members: members.to_vec(), on }])
}

pub(super) fn tell(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let trial = dated(state, on, ctx)?;
    let sits = tribunal(trial)?;
    happened(on, sits.formed_on, ctx.today())?;
    if trial.told {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    Ok(vec![Fact::TribunalTold { on }])
}

pub(super) fn challenge(
    state: &State,
    challenge: &Challenge,
    known_on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let trial = dated(state, challenge.on, ctx)?;
    if let Some(party) = challenge.party {
        known(state, party)?;
    }
    happened(known_on, known_on, challenge.on)?;
    free(trial)?.may_challenge(&challenge.arbitrator, trial.first_heard, known_on).map_err(seat)?;
    Ok(vec![Fact::Challenged { challenge: challenge.clone() }])
}

/// The director's word, of which every outcome but the arbitrators' own place is free (RLA 29).
pub(super) fn decide_challenge(
    state: &State,
    replacement: Option<&Member>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let trial = dated(state, on, ctx)?;
    let sits = tribunal(trial)?;
    let Some(open) = &sits.challenge else { return Err(rows::NO_CHALLENGE.plain().into()) };
    happened(on, open.on, ctx.today())?;
    if let Some(comes) = replacement {
        sits.may_replace(&open.arbitrator, comes).map_err(seat)?;
    }
    let arbitrator = open.arbitrator.clone();
    Ok(vec![Fact::ChallengeDecided { arbitrator, replacement: replacement.cloned(), on }])
}

pub(super) fn on_the_spot(state: &State, party: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    happened(on, state.applied_on, ctx.today())?;
    known(state, party)?;
    if has(&state.on_the_spot, party) {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    Ok(vec![Fact::OnTheSpotAsked { party, on }])
}

/// Five working days before; in the township or village when both sides have asked for it (RLA 30, 31).
pub(super) fn notify(
    state: &State,
    hearing_on: Date,
    place: Place,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    free(dated(state, on, ctx)?)?;
    let last = ctx.last_day("T-I-04.hearing", hearing_on)?;
    if on > last {
        return Err(rows::NOTICE_TOO_LATE.with(last).into());
    }
    let both = state.sides().iter().all(|no| has(&state.on_the_spot, *no));
    if both && place == Place::Commission {
        return Err(rows::ON_THE_SPOT_ASKED.plain().into());
    }
    Ok(vec![Fact::HearingNotified { hearing_on, place, on }])
}

pub(super) fn change(
    state: &State,
    party: u32,
    granted: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let trial = dated(state, on, ctx)?;
    known(state, party)?;
    if trial.hearing.is_none() {
        return Err(rows::HEARING_NOT_NOTIFIED.plain().into());
    }
    Ok(vec![Fact::HearingChanged { party, granted, on }])
}

/// A claimant who stays away may be taken to withdraw; against a respondent who does, the award may be
/// made by default (RLA 35). A counterclaim keeps the case (RLA 34).
pub(super) fn hold(
    state: &State,
    absent: &[u32],
    withdrawn: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let trial = dated(state, on, ctx)?;
    free(trial)?;
    if trial.hearing.is_none_or(|(day, _)| day != on) {
        return Err(rows::HEARING_NOT_NOTIFIED.plain().into());
    }
    for party in absent {
        known(state, *party)?;
    }
    let away = |role| state.of_role(role).iter().all(|no| absent.contains(no));
    if withdrawn {
        if !away(PartyRole::Applicant) {
            return Err(rows::CLAIMANT_CAME.plain().into());
        }
        if state.counterclaim {
            return Err(rows::COUNTERCLAIM_STANDS.plain().into());
        }
        return Ok(vec![closed(state, on, Ending::Withdrawn)]);
    }
    let respondents = state.of_role(PartyRole::Respondent);
    let defaulted = respondents.into_iter().filter(|no| absent.contains(no)).collect();
    Ok(vec![Fact::HearingHeld { defaulted, on }])
}

/// The tribunal must mediate; it is done when all agree, or has failed (RLA 11).
pub(super) fn mediate(state: &State, agreed: &[u32], on: Date, ctx: &Circumstances<'_>) -> Answer {
    let trial = dated(state, on, ctx)?;
    tribunal(trial)?;
    if trial.statement.is_some() {
        return Err(rows::STATEMENT_PENDING.plain().into());
    }
    if agreed.is_empty() {
        return Ok(vec![Fact::MediationFailed { on }]);
    }
    everybody(state, agreed)?;
    Ok(vec![Fact::StatementMade { on }])
}

/// Effective when both sides have signed for it (RLA 11).
pub(super) fn sign(state: &State, party: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let trial = under(state)?;
    let Some(statement) = &trial.statement else { return Err(rows::NO_STATEMENT.plain().into()) };
    happened(on, statement.made_on, ctx.today())?;
    known(state, party)?;
    if has(&statement.signed, party) {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    let mut facts = vec![Fact::StatementSigned { party, on }];
    if statement.complete_with(party, &state.sides()) {
        facts.push(closed(state, on, Ending::Settled));
    }
    Ok(facts)
}

/// Whoever has not signed may go back; then an award follows (RLA 11).
pub(super) fn repent(state: &State, party: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let trial = under(state)?;
    let Some(statement) = &trial.statement else { return Err(rows::NO_STATEMENT.plain().into()) };
    happened(on, statement.made_on, ctx.today())?;
    known(state, party)?;
    if has(&statement.signed, party) {
        return Err(rows::SIGNED.with(party).into());
    }
    Ok(vec![Fact::StatementRejected { party, on }])
}

/// On a party's request, when the relation is clear (RLA 42).
pub(super) fn advance(
    state: &State,
    party: u32,
    what: Advance,
    relation_clear: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    tribunal(dated(state, on, ctx)?)?;
    known(state, party)?;
    if !relation_clear {
        return Err(rows::RELATION_NOT_CLEAR.plain().into());
    }
    Ok(vec![Fact::AdvanceOrdered { party, what, on }])
}

pub(super) fn stay(state: &State, ground: StayGround, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let trial = dated(state, on, ctx)?;
    let before = trial.term.standstills.last().and_then(|still| still.to);
    let floor = before.and_then(|day| day.tomorrow().ok()).unwrap_or(trial.accepted_on);
    happened(on, floor, ctx.today())?;
    running(state, trial, on, ctx)?;
    Ok(vec![Fact::Stayed { ground, on }])
}

pub(super) fn resume(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let Stage::Stayed { since, .. } = &state.stage else {
        return Err(rows::NOT_STAYED.plain().into());
    };
    happened(on, *since, ctx.today())?;
    Ok(vec![Fact::Resumed { on }])
}

/// Thirty days in all, before the sixty are over (RLA 47).
pub(super) fn extend(state: &State, days: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let trial = dated(state, on, ctx)?;
    running(state, trial, on, ctx)?;
    if days == 0 || trial.term.extended.saturating_add(days) > EXTENSION_MAX {
        return Err(rows::EXTENSION_TOO_LONG.plain().into());
    }
    Ok(vec![Fact::Extended { days, on }])
}
