//! From acceptance to the last hearing: 11, 27, 31, 36, 42 to 54.

use jiefen_procedure::Circumstances;
use jiefen_procedure::term::happened;
use jiefen_vocab::PartyRole;
use jiff::civil::Date;

use super::decide::{Answer, closed, everybody, known};
use super::door::agreement;
use super::{
    Act, Asked, Duty, Ending, Fact, Form, HoldHearing, Mode, Objection, Size, Stage, State,
    StayGround, Trial, rows,
};
use crate::statement::{Event, has};
use crate::tribunal::{Challenge, Chosen, Member, SeatFault, Tribunal, composed};
use jiefen_procedure::words::Refusal;

pub(super) fn under(state: &State) -> Result<&Trial, Refusal> {
    state.trial().ok_or_else(|| rows::NOT_ACCEPTED.plain().into())
}

/// The trial, when the day of a step in it has come and lies after its beginning.
pub(super) fn dated<'a>(
    state: &'a State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<&'a Trial, Refusal> {
    let trial = under(state)?;
    happened(on, trial.begun_on, ctx.today())?;
    Ok(trial)
}

pub(super) fn tribunal(trial: &Trial) -> Result<&Tribunal, Refusal> {
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

pub(super) fn serve(state: &State, party: u32, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let trial = dated(state, on, ctx)?;
    let respondents = respondent(state, party)?;
    if has(&trial.served, party) {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    let all = respondents.iter().all(|no| *no == party || has(&trial.served, *no));
    Ok(vec![Fact::CopyServed { party, all, on }])
}

/// A late answer is taken too: it does not hold up the case (36).
pub(super) fn defend(
    state: &State,
    party: u32,
    counterclaim: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let trial = dated(state, on, ctx)?;
    respondent(state, party)?;
    if has(&trial.defended, party) {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    Ok(vec![Fact::DefenceFiled { party, counterclaim, on }])
}

pub(super) fn forward(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let trial = dated(state, on, ctx)?;
    let filed = trial.defended.last().filter(|_| trial.to_forward);
    let Some(filed) = filed else { return Err(rows::NOTHING_TO_FORWARD.plain().into()) };
    happened(on, filed.on, ctx.today())?;
    Ok(vec![Fact::DefenceForwarded { on }])
}

/// Before the tribunal's first hearing; once a court is asked, the court decides (31).
pub(super) fn object(
    state: &State,
    party: u32,
    of: Asked,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let trial = dated(state, on, ctx)?;
    known(state, party)?;
    if let Some(heard) = trial.first_heard {
        return Err(rows::OBJECTION_TOO_LATE.with(heard).into());
    }
    if trial.confirmed || trial.again {
        return Err(rows::ALREADY_DECIDED.plain().into());
    }
    match trial.objection {
        Some(Objection { of: Asked::Court, .. }) => Err(rows::COURT_DECIDES.plain().into()),
        Some(_) if of != Asked::Court => Err(rows::ALREADY_DONE.plain().into()),
        Some(_) | None => {
            Ok(vec![Fact::Objected { objection: Objection { by: Event { party, on }, of } }])
        }
    }
}

/// By the body or the tribunal, under the older Act by the body only, or by the court that was asked
/// (31; 仲裁法(2017)20). Without a valid agreement the case is over.
pub(super) fn decide_objection(
    state: &State,
    by: Asked,
    valid: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let trial = dated(state, on, ctx)?;
    let Some(open) = trial.objection else { return Err(rows::NO_OBJECTION.plain().into()) };
    happened(on, open.by.on, ctx.today())?;
    match (open.of, by) {
        (Asked::Court, Asked::Body | Asked::Tribunal) => {
            return Err(rows::COURT_DECIDES.plain().into());
        }
        (Asked::Body | Asked::Tribunal, Asked::Court) => {
            return Err(rows::COURT_NOT_ASKED.plain().into());
        }
        (_, Asked::Tribunal) if state.act == Act::Before2026 => {
            return Err(rows::ONLY_FROM_2026.plain().into());
        }
        (_, Asked::Tribunal) => {
            tribunal(trial)?;
        }
        (Asked::Body | Asked::Tribunal, Asked::Body) | (Asked::Court, Asked::Court) => {}
    }
    if valid {
        return Ok(vec![Fact::ObjectionDismissed { by, on }]);
    }
    Ok(vec![closed(state, on, Ending::NoAgreement)])
}

fn seat(fault: SeatFault) -> Refusal {
    match fault {
        SeatFault::WrongNumber => rows::WRONG_NUMBER.plain().into(),
        SeatFault::WrongChooser => rows::WRONG_CHOOSER.plain().into(),
        SeatFault::NotSitting => rows::NOT_SITTING.plain().into(),
        SeatFault::TooLate => rows::CHALLENGE_TOO_LATE.plain().into(),
    }
}

/// As agreed; what the parties do not settle in time the director does (43, 44). Ad hoc there is no
/// director.
pub(super) fn form(state: &State, members: &[Member], on: Date, ctx: &Circumstances<'_>) -> Answer {
    let trial = dated(state, on, ctx)?;
    if trial.tribunal.is_some() {
        return Err(rows::ALREADY_DONE.plain().into());
    }
    let agreed = agreement(state)?;
    composed(members, agreed.by_the_two && state.act == Act::Of2025).map_err(seat)?;
    let fits = match agreed.size {
        Size::Three => members.len() == 3,
        Size::Sole => members.len() == 1,
        Size::NotAgreed => true,
    };
    if !fits {
        return Err(rows::WRONG_SIZE.plain().into());
    }
    let ad_hoc = state.is_ad_hoc();
    if ad_hoc && members.iter().any(|member| member.by == Chosen::Director) {
        return Err(rows::NO_DIRECTOR.plain().into());
    }
    Ok(vec![Fact::TribunalFormed { members: members.to_vec(), ad_hoc, on }])
}

/// In writing and at once; the parties are told (45).
pub(super) fn disclose(
    state: &State,
    arbitrator: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let sits = tribunal(dated(state, on, ctx)?)?;
    if sits.members.iter().all(|member| member.person != arbitrator) {
        return Err(rows::NOT_SITTING.plain().into());
    }
    Ok(vec![Fact::Disclosed { arbitrator: arbitrator.to_owned(), on }])
}

pub(super) fn file_ad_hoc(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let formed_on = tribunal(dated(state, on, ctx)?)?.formed_on;
    if !state.is_ad_hoc() {
        return Err(rows::NOT_AD_HOC.plain().into());
    }
    happened(on, formed_on, ctx.today())?;
    Ok(vec![Fact::AdHocFiled { on }])
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

pub(super) fn decide_challenge(
    state: &State,
    replacement: Option<&Member>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let sits = tribunal(dated(state, on, ctx)?)?;
    let Some(open) = &sits.challenge else { return Err(rows::NO_CHALLENGE.plain().into()) };
    happened(on, open.on, ctx.today())?;
    if let Some(comes) = replacement {
        sits.may_replace(&open.arbitrator, comes).map_err(seat)?;
    }
    let arbitrator = open.arbitrator.clone();
    Ok(vec![Fact::ChallengeDecided { arbitrator, replacement: replacement.cloned(), on }])
}

pub(super) fn repeat(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let trial = dated(state, on, ctx)?;
    free(trial)?;
    if !trial.replaced {
        return Err(rows::NOTHING_TO_REPEAT.plain().into());
    }
    Ok(vec![Fact::Repeated { on }])
}

/// No hearing while a court looks at the agreement.
fn court_free(trial: &Trial) -> Result<(), Refusal> {
    match trial.objection {
        Some(Objection { of: Asked::Court, .. }) => Err(rows::COURT_DECIDES.plain().into()),
        Some(_) | None => Ok(()),
    }
}

/// How long before, the body's rules say (53).
pub(super) fn notify(state: &State, hearing_on: Date, on: Date, ctx: &Circumstances<'_>) -> Answer {
    free(dated(state, on, ctx)?)?;
    if hearing_on <= on {
        return Err(rows::HEARING_NOT_AHEAD.with(hearing_on).into());
    }
    Ok(vec![Fact::HearingNotified { hearing_on, on }])
}

pub(super) fn postpone(
    state: &State,
    party: u32,
    granted: bool,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Answer {
    let trial = dated(state, on, ctx)?;
    known(state, party)?;
    if trial.hearing_on.is_none() {
        return Err(rows::HEARING_NOT_NOTIFIED.plain().into());
    }
    Ok(vec![Fact::PostponementDecided { party, granted, on }])
}

/// On papers only when all agree (51); online unless a party clearly objects, before 2026 only when all
/// agree (11). At the first hearing an asserted agreement is asked about and recorded (27).
pub(super) fn hold(state: &State, hold: &HoldHearing, ctx: &Circumstances<'_>) -> Answer {
    let on = hold.on;
    let trial = dated(state, on, ctx)?;
    free(trial)?;
    court_free(trial)?;
    match (hold.mode, state.act) {
        (Mode::Papers, _) | (Mode::Online, Act::Before2026) => everybody(state, &hold.agreed)?,
        (Mode::Online, Act::Of2025) => {
            if let Some(event) = state.online_opposed.first() {
                return Err(rows::ONLINE_OPPOSED.with(event.party).into());
            }
        }
        (Mode::Room, _) => {}
    }
    if hold.mode != Mode::Papers && trial.hearing_on != Some(on) {
        return Err(rows::HEARING_NOT_NOTIFIED.plain().into());
    }
    for party in &hold.absent {
        known(state, *party)?;
    }
    if hold.withdrawn {
        let claimants = state.of_role(PartyRole::Applicant);
        if !claimants.iter().all(|no| hold.absent.contains(no)) {
            return Err(rows::CLAIMANT_CAME.plain().into());
        }
        if state.counterclaim {
            return Err(rows::COUNTERCLAIM_STANDS.plain().into());
        }
        return Ok(vec![closed(state, on, Ending::Withdrawn)]);
    }
    let asserted = agreement(state)?.form == Form::Asserted && trial.objection.is_none();
    if asserted && !hold.prompted {
        return Err(rows::PROMPT_MISSING.plain().into());
    }
    let respondents = state.of_role(PartyRole::Respondent);
    let defaulted = respondents.into_iter().filter(|no| hold.absent.contains(no)).collect();
    Ok(vec![Fact::HearingHeld { mode: hold.mode, defaulted, deemed: asserted, on }])
}

/// Once there is a tribunal, and while the term of the body's rules still runs.
pub(super) fn stay(state: &State, ground: StayGround, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let trial = dated(state, on, ctx)?;
    let Some(term) = &trial.term else { return Err(rows::NO_TRIBUNAL.plain().into()) };
    let before = term.standstills.last().and_then(|still| still.to);
    let floor = before.and_then(|day| day.tomorrow().ok()).unwrap_or(term.from);
    happened(on, floor, ctx.today())?;
    let last = term.last_day(ctx)?;
    if state.overdue.contains(&Duty::Award) || last.is_none_or(|last| on > last) {
        return Err(rows::TERM_OVER.plain().into());
    }
    Ok(vec![Fact::Stayed { ground, on }])
}

pub(super) fn resume(state: &State, on: Date, ctx: &Circumstances<'_>) -> Answer {
    let Stage::Stayed { since, .. } = &state.stage else {
        return Err(rows::NOT_STAYED.plain().into());
    };
    happened(on, *since, ctx.today())?;
    Ok(vec![Fact::Resumed { on }])
}
