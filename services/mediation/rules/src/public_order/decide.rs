//! What follows from a command.

use std::collections::BTreeSet;

use jiefen_procedure::matrix::{Circumstance, Present, may_start};
use jiefen_procedure::term::{Term, happened};
use jiefen_procedure::{Brief, Circumstances, Consent};
use jiefen_vocab::{PartyRole, TrackKind};
use jiff::civil::Date;

use super::{
    ACT_2025_FROM, Application, Command, Decision, Ending, Exclusion, Fact, Ground, Meeting,
    Refusal, Stage, State, Why, rows, table,
};
use crate::agreement::Draft;
use crate::performing::{PerformFault, of_draft};
use crate::refuse::none_of;
use crate::roll;
use jiefen_procedure::words::must;

/// The first mediation: three working days.
const FIRST: &str = "T-N-01";
/// The second and last: seven working days after the first.
const SECOND: &str = "T-N-02";
/// The decision of the case.
const DECIDE: &str = "T-N-05.decide";
/// How much a superior adds to the time for the decision, each time.
const EXTENSION_DAYS: u32 = 30;
/// A record of two officers is evidence without a recording.
const TWO_OFFICERS: u8 = 2;

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    table::allowed(table::at(state), table::verb(command))?;
    let Some(state) = state else {
        let Command::Open { brief, on } = command else { return Err(rows::NOT_REPORTED.into()) };
        return report(brief, *on, ctx);
    };
    match command {
        Command::Open { .. } => Err(rows::ALREADY_REPORTED.into()),
        Command::Accept { officer, exclusions, on } => accept(state, officer, exclusions, *on, ctx),
        Command::TurnAway { on } => end(state, Ending::NoBreach, *on, ctx),
        Command::GiveConsent { party, how, on } => consent(state, *party, how, *on, ctx),
        Command::RefuseConsent { party, how } => refuse(state, *party, how, ctx),
        Command::Exclude { exclusion, on } => exclude(state, *exclusion, *on, ctx),
        Command::BeginAppraisal { on } => begin_appraisal(state, *on, ctx),
        Command::EndAppraisal { on } => end_appraisal(state, *on, ctx),
        Command::HoldMeeting { meeting, agreed, signed } => {
            hold(state, meeting, agreed.as_ref(), signed, ctx)
        }
        Command::EndMediation { on } => {
            happened(*on, since(state), ctx.today())?;
            Ok(vec![due(Why::NoAgreement, *on, ctx)?])
        }
        Command::LoseRecording { no, on } => lose_recording(state, *no, *on, ctx),
        Command::RecordPerformance { no, on, proof } => performed(state, *no, *on, proof, ctx),
        Command::ReportBreach { no, on, declared } => broken(state, *no, *on, *declared, ctx),
        Command::ApplyRecognition { application } => apply(state, application, ctx),
        Command::Recognise { on } => recognise(state, *on, ctx),
        Command::RejectApplication { reason, on } => reject(state, reason, *on, ctx),
        Command::Extend { on } => extend(state, *on, ctx),
        Command::Decide { decision, relies_on, on } => {
            decision_made(state, *decision, relies_on, *on, ctx)
        }
        Command::Transfer { on } => end(state, Ending::Criminal, *on, ctx),
        Command::Lapse => lapse(state, ctx),
    }
}

/// The last day on which something happened in the case.
fn since(state: &State) -> Date {
    let first = state.first.as_ref().map_or(state.reported_on, |term| term.from);
    let met = state.meetings.last().map_or(first, |meeting| meeting.on.max(first));
    match &state.stage {
        Stage::Agreed { agreement } => agreement.effective_on,
        Stage::Deciding { term, .. } => term.from,
        Stage::Reported | Stage::Accepted | Stage::Once | Stage::Ended { .. } => met,
    }
}

fn report(brief: &Brief, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    happened(on, brief.received_on, ctx.today())?;
    must(roll::two_parties(brief), rows::TWO_PARTIES_NEEDED)?;
    Ok(vec![Fact::Reported { brief: Box::new(brief.clone()), on }])
}

/// The police take every case of public order (治安管理处罚法 90); what may not be mediated goes
/// straight to the decision (T-N-03).
fn accept(
    state: &State,
    officer: &str,
    exclusions: &BTreeSet<Exclusion>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.reported_on, ctx.today())?;
    must(!officer.trim().is_empty(), rows::OFFICER_WANTED)?;
    Term::new(FIRST, on).last_day(ctx)?;
    let mut facts = vec![Fact::Accepted { officer: officer.to_owned(), on }];
    facts.extend(exclusions.iter().map(|exclusion| Fact::Excluded { exclusion: *exclusion, on }));
    if let Some(exclusion) = exclusions.first() {
        facts.push(due(Why::Excluded { exclusion: *exclusion }, on, ctx)?);
    }
    Ok(facts)
}

/// The decision falls due: the time for it runs from the day on which mediation failed or the agreement
/// was broken (公安机关办理行政案件程序规定 185(2)).
fn due(why: Why, on: Date, ctx: &Circumstances<'_>) -> Result<Fact, Refusal> {
    Term::new(DECIDE, on).last_day(ctx)?;
    Ok(Fact::DecisionDue { why, rule: DECIDE.to_owned(), on })
}

fn known(state: &State, party: u32) -> Result<(), Refusal> {
    none_of(roll::stranger(&state.brief, &[party]), rows::NO_SUCH_PARTY)
}

fn word(party: u32, given: bool, on: Date, how: &str) -> Fact {
    let to = TrackKind::PoliceMediation;
    Fact::ConsentSaid { word: Consent { party, to, given, on, by: how.to_owned() } }
}

fn consent(
    state: &State,
    party: u32,
    how: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(state, party)?;
    happened(on, state.reported_on, ctx.today())?;
    Ok(vec![word(party, true, on, how)])
}

/// Mediation is voluntary: a refusal ends it the same day and the police decide the case (I5).
fn refuse(
    state: &State,
    party: u32,
    how: &str,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(state, party)?;
    let on = ctx.today();
    let exclusion = Exclusion::PartyRefuses;
    Ok(vec![
        word(party, false, on, how),
        Fact::Excluded { exclusion, on },
        due(Why::Excluded { exclusion }, on, ctx)?,
    ])
}

fn exclude(
    state: &State,
    exclusion: Exclusion,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since(state), ctx.today())?;
    Ok(vec![Fact::Excluded { exclusion, on }, due(Why::Excluded { exclusion }, on, ctx)?])
}

/// The term that stands still for an appraisal: of the first mediation, or of the decision.
fn running(state: &State) -> Result<(&Term, bool), Refusal> {
    match (&state.stage, &state.first) {
        (Stage::Deciding { term, .. }, _) => Ok((term, true)),
        (Stage::Accepted, Some(term)) => Ok((term, false)),
        (
            Stage::Reported
            | Stage::Accepted
            | Stage::Once
            | Stage::Agreed { .. }
            | Stage::Ended { .. },
            _,
        ) => Err(rows::APPRAISAL_BEFORE_MEDIATION.into()),
    }
}

fn begin_appraisal(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let (term, deciding) = running(state)?;
    must(!term.stands_still(), rows::APPRAISAL_RUNS)?;
    let since = term.standstills.last().and_then(|still| still.to).unwrap_or(term.from);
    happened(on, since, ctx.today())?;
    Ok(vec![Fact::AppraisalBegun { deciding, on }])
}

/// The three days of the first mediation run from the result (T-N-01); the days of the appraisal do not
/// count for the decision (治安管理处罚法 118(2)).
fn end_appraisal(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let (term, deciding) = running(state)?;
    let Some(still) = term.standstills.last().filter(|still| still.to.is_none()) else {
        return Err(rows::NO_APPRAISAL.into());
    };
    happened(on, still.from, ctx.today())?;
    Ok(vec![Fact::AppraisalEnded { deciding, on }])
}

/// A mediation by the police: in time, with everybody's consent, by two officers or one under recording
/// (T-N-07), minors with their guardians (T-N-04), the suspect in person.
fn hold(
    state: &State,
    meeting: &Meeting,
    agreed: Option<&Draft>,
    signed: &[u32],
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let brief = &state.brief;
    happened(meeting.on, since(state), ctx.today())?;
    none_of(roll::unwilling(brief, &state.consents), rows::CONSENT_MISSING)?;
    in_time(state, meeting, ctx)?;
    safe(state, meeting)?;
    officers(meeting)?;
    none_of(roll::stranger(brief, &meeting.present), rows::NO_SUCH_PARTY)?;
    none_of(roll::stranger(brief, &meeting.by_agent), rows::NO_SUCH_PARTY)?;
    let suspect = brief
        .parties
        .iter()
        .find(|party| party.role == PartyRole::Respondent && meeting.by_agent.contains(&party.no));
    none_of(suspect.map(|party| party.no), rows::SUSPECT_BY_AGENT)?;
    let here: Vec<u32> = meeting.present.iter().chain(&meeting.by_agent).copied().collect();
    none_of(roll::missing(brief, &here), rows::PARTY_ABSENT)?;
    none_of(roll::unguarded(brief, &meeting.present, &meeting.guarded), rows::GUARDIAN_ABSENT)?;
    let no = u32::try_from(state.meetings.len()).unwrap_or(u32::MAX).saturating_add(1);
    let mut facts = vec![Fact::MeetingHeld { no, meeting: Box::new(meeting.clone()) }];
    match agreed {
        Some(draft) => facts.push(agree(state, draft, signed, meeting.on)?),
        None if no > 1 => facts.push(due(Why::NoAgreement, meeting.on, ctx)?),
        None => {}
    }
    Ok(facts)
}

fn agree(state: &State, draft: &Draft, signed: &[u32], on: Date) -> Result<Fact, Refusal> {
    draft.check(&state.brief, on).map_err(|f| Refusal::with(rows::BAD_AGREEMENT, of_draft(f)))?;
    none_of(roll::missing(&state.brief, signed), rows::NOT_SIGNED)?;
    Ok(Fact::AgreementMade { draft: draft.clone(), on })
}

/// Once, and once again when the police find it necessary or a party asks (T-N-01, T-N-02).
fn in_time(state: &State, meeting: &Meeting, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    let last = match state.meetings.last() {
        Some(before) => {
            must(meeting.again.is_some(), rows::SECOND_NEEDS_REASON)?;
            Some(ctx.last_day(SECOND, before.on)?)
        }
        None => {
            let first = state.first.as_ref().ok_or(rows::NOT_ACCEPTED)?;
            must(!first.stands_still(), rows::APPRAISAL_RUNS)?;
            first.last_day(ctx)?
        }
    };
    none_of(last.filter(|last| meeting.on > *last), rows::PAST_TERM)
}

/// Violence at home: safety first, mediation by the victim's own wish only (T-R-02); the one matrix
/// answers.
fn safe(state: &State, meeting: &Meeting) -> Result<(), Refusal> {
    let arranged = (meeting.safety_arranged, Circumstance::SafetyArranged);
    let present = Present::of_brief(&state.brief).given(&[arranged]);
    Ok(may_start(&present, TrackKind::PoliceMediation)?)
}

fn officers(meeting: &Meeting) -> Result<(), Refusal> {
    if meeting.officers >= TWO_OFFICERS {
        return Ok(());
    }
    must(meeting.officers == 1 && meeting.on >= ACT_2025_FROM, rows::TWO_OFFICERS_NEEDED)?;
    must(meeting.recorded_in_place, rows::ONE_OFFICER_UNRECORDED)
}

fn lose_recording(
    state: &State,
    number: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let held = meeting(state, number)?;
    happened(on, held.on, ctx.today())?;
    Ok(vec![Fact::RecordingLost { no: number, on }])
}

fn meeting(state: &State, number: u32) -> Result<&Meeting, Refusal> {
    let at = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let held = at.and_then(|at| state.meetings.get(at));
    held.ok_or_else(|| Refusal::with(rows::NO_SUCH_MEETING, number))
}

fn of_fault(fault: PerformFault) -> Refusal {
    match fault {
        PerformFault::NoSuch(no) => Refusal::with(rows::NO_SUCH_OBLIGATION, no),
        PerformFault::Already(no) => Refusal::with(rows::ALREADY_PERFORMED, no),
        PerformFault::NoProof => rows::PROOF_WANTED.into(),
        PerformFault::NotYetDue(due) => Refusal::with(rows::NOT_YET_DUE, due),
    }
}

/// With the last obligation performed there is no penalty (T-N-05).
fn performed(
    state: &State,
    number: u32,
    on: Date,
    proof: &str,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let agreement = state.agreement().ok_or(rows::NO_AGREEMENT)?;
    happened(on, agreement.effective_on, ctx.today())?;
    let last = agreement.may_perform(number, proof).map_err(of_fault)?;
    let done = Fact::ObligationPerformed { no: number, on, proof: proof.to_owned() };
    let ended = Fact::Ended { ending: Ending::Performed, open: Vec::new(), on };
    Ok(if last { vec![done, ended] } else { vec![done] })
}

/// A broken agreement: the case is decided and the parties are told of the civil suit (T-N-05).
fn broken(
    state: &State,
    number: u32,
    on: Date,
    declared: bool,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let agreement = state.agreement().ok_or(rows::NO_AGREEMENT)?;
    happened(on, agreement.effective_on, ctx.today())?;
    agreement.may_break(number, on, declared).map_err(of_fault)?;
    let open = agreement.outstanding();
    Ok(vec![Fact::AgreementBroken { no: number, on, open }, due(Why::Broken, on, ctx)?])
}

/// The parties' own settlement, or one of people's mediation: performed, with a receipt, and applied for
/// in writing by both before the decision; only in cases that could have been mediated (T-N-06).
fn apply(
    state: &State,
    application: &Application,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(application.on, state.reported_on, ctx.today())?;
    in_scope(state)?;
    must(state.application.is_none(), rows::APPLIED_ALREADY)?;
    none_of(roll::stranger(&state.brief, &application.applicants), rows::NO_SUCH_PARTY)?;
    none_of(roll::missing(&state.brief, &application.applicants), rows::NOT_JOINT)?;
    let Some(performed_on) = application.performed_on else {
        return Err(rows::NOT_PERFORMED.into());
    };
    happened(performed_on, state.brief.received_on, application.on)?;
    must(!application.proof.trim().is_empty(), rows::PROOF_WANTED)?;
    Ok(vec![Fact::RecognitionAsked { application: application.clone() }])
}

/// Art. 9(4) is open only to cases that the police could have mediated.
fn in_scope(state: &State) -> Result<(), Refusal> {
    must(!state.exclusions.iter().any(|one| one.out_of_scope()), rows::OUT_OF_SCOPE)
}

/// The text in force on the day of recognition gives the ground: before 2026 the ministry's regulation,
/// from 2026-01-01 the Act itself.
fn recognise(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let application = state.application.as_ref().ok_or(rows::NOT_APPLIED)?;
    in_scope(state)?;
    happened(on, application.on.max(since(state)), ctx.today())?;
    let ground = if on < ACT_2025_FROM { Ground::Regulation186 } else { Ground::Act9Para4 };
    end(state, Ending::Recognised { ground }, on, ctx)
}

fn reject(
    state: &State,
    reason: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let application = state.application.as_ref().ok_or(rows::NOT_APPLIED)?;
    happened(on, application.on, ctx.today())?;
    must(!reason.trim().is_empty(), rows::REASON_WANTED)?;
    Ok(vec![Fact::ApplicationRejected { reason: reason.to_owned(), on }])
}

fn deciding(state: &State) -> Result<&Term, Refusal> {
    match &state.stage {
        Stage::Deciding { term, .. } => Ok(term),
        Stage::Reported
        | Stage::Accepted
        | Stage::Once
        | Stage::Agreed { .. }
        | Stage::Ended { .. } => Err(rows::MEDIATION_RUNS.into()),
    }
}

/// 30 days more by the superior: twice under the Act of 2025, once before it; the rule's cap knows.
fn extend(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let term = deciding(state)?;
    happened(on, term.from, ctx.today())?;
    must(!term.is_over(ctx)?, rows::TOO_LATE_TO_EXTEND)?;
    let mut longer = Term::new(&term.rule, term.from);
    longer.extended = term.extended.saturating_add(EXTENSION_DAYS);
    must(longer.last_day(ctx).is_ok(), rows::EXTENDED_ENOUGH)?;
    Ok(vec![Fact::DecisionExtended { days: EXTENSION_DAYS, on }])
}

/// The police decide. The record of a single officer whose recording is lost is no ground for a penalty
/// (治安管理处罚法(2025) 108(3)), and an application of art. 9(4) is answered first.
fn decision_made(
    state: &State,
    decision: Decision,
    relies_on: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, deciding(state)?.from, ctx.today())?;
    must(state.application.is_none(), rows::ANSWER_FIRST)?;
    for number in relies_on {
        let held = meeting(state, *number)?;
        let void = held.officers < TWO_OFFICERS && state.recordings_lost.contains(number);
        none_of(
            void.then_some(number).filter(|_| decision == Decision::Penalty),
            rows::EVIDENCE_VOID,
        )?;
    }
    end(state, Ending::Decided { decision }, on, ctx)
}

fn end(
    state: &State,
    ending: Ending,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since(state), ctx.today())?;
    let open = state.agreement().map(super::Agreement::outstanding).unwrap_or_default();
    Ok(vec![Fact::Ended { ending, open, on }])
}

/// The time for mediation is over: the police decide the case.
fn lapse(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let today = ctx.today();
    let last = match (state.meetings.last(), &state.first) {
        (Some(first), _) => Some(ctx.last_day(SECOND, first.on)?),
        (None, Some(term)) => term.last_day(ctx)?,
        (None, None) => return Err(rows::NOT_ACCEPTED.into()),
    };
    let Some(last) = last else { return Err(rows::APPRAISAL_RUNS.into()) };
    none_of((today <= last).then_some(last), rows::TERM_RUNS)?;
    let why = if state.meetings.is_empty() { Why::NotInTime } else { Why::NoAgreement };
    Ok(vec![due(why, today, ctx)?])
}
