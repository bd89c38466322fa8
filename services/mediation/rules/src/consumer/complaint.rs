//! Mediation of the complaint: consent, tests, sessions, agreement, endings, performance.

use jiefen_procedure::term::{Term, happened};
use jiefen_procedure::{Circumstances, Consent};
use jiefen_vocab::Role;
use jiff::civil::Date;

use super::decide::ground_holds;
use super::{Edition, Ending, Fact, Over, Refusal, Stage, State, rows};
use crate::agreement::{Agreement, Draft};
use crate::performing::{PerformFault, of_draft};
use crate::refuse::none_of;
use crate::roll;
use crate::session::Sitting;
use jiefen_procedure::words::must;

fn mediating(state: &State) -> Result<(&Term, Edition), Refusal> {
    match &state.stage {
        Stage::Mediating { term, edition } => Ok((term, *edition)),
        Stage::Received
        | Stage::Sorted
        | Stage::Agreed { .. }
        | Stage::Reporting { .. }
        | Stage::Ended { .. } => Err(rows::NOT_ACCEPTED.into()),
    }
}

pub(super) fn known(state: &State, party: u32) -> Result<(), Refusal> {
    none_of(roll::stranger(&state.brief, &[party]), rows::NO_SUCH_PARTY)
}

fn word(state: &State, party: u32, given: bool, on: Date, how: &str) -> Fact {
    let to = state.brief.track;
    Fact::ConsentSaid { word: Consent { party, to, given, on, by: how.to_owned() } }
}

pub(super) fn consent(
    state: &State,
    party: u32,
    how: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(state, party)?;
    happened(on, state.received_on, ctx.today())?;
    Ok(vec![word(state, party, true, on, how)])
}

pub(super) fn withdraw(
    state: &State,
    party: u32,
    how: &str,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    known(state, party)?;
    let on = ctx.today();
    Ok(vec![word(state, party, false, on, how), over(Over::Refuses { party }, on)])
}

fn over(over: Over, on: Date) -> Fact {
    let (right_body, open) = (String::new(), Vec::new());
    Fact::ComplaintEnded { ending: Ending::Over { over }, right_body, open, on }
}

/// Entrusted once, in the regulator's name; no further delegation (暂行办法 17(2)).
pub(super) fn entrust(
    state: &State,
    body: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, mediating(state)?.0.from, ctx.today())?;
    must(!body.trim().is_empty(), rows::BODY_WANTED)?;
    must(state.entrusted.is_none(), rows::NO_FURTHER_DELEGATION)?;
    Ok(vec![Fact::Entrusted { body: body.to_owned(), on }])
}

/// Tests by a body on which both agree. Their days do not count under the old rule (暂行办法 20(3)); the
/// new one lists no such stop.
pub(super) fn begin_tests(
    state: &State,
    agreed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let (term, edition) = mediating(state)?;
    must(!state.testing, rows::TESTS_RUN)?;
    let since = term.standstills.last().and_then(|still| still.to).unwrap_or(term.from);
    happened(on, since, ctx.today())?;
    none_of(term.last_day(ctx)?.filter(|last| on > *last), rows::PAST_TERM)?;
    none_of(roll::missing(&state.brief, agreed), rows::TESTS_NOT_AGREED)?;
    Ok(vec![Fact::TestsBegun { counted: edition == Edition::Order121, on }])
}

pub(super) fn end_tests(
    state: &State,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let (term, edition) = mediating(state)?;
    must(state.testing, rows::NO_TESTS)?;
    let since = term.standstills.last().map_or(term.from, |still| still.from);
    happened(on, since, ctx.today())?;
    Ok(vec![Fact::TestsEnded { counted: edition == Edition::Order121, on }])
}

/// The regulator's officer leads, or the mediator of the body to which it is entrusted; within the
/// term and with everybody's consent (I5).
fn led(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    let (term, _) = mediating(state)?;
    let own = ctx.actor.role == Role::DepartmentOfficer;
    must(own || state.entrusted.is_some(), rows::NOT_ENTRUSTED)?;
    happened(on, term.from, ctx.today())?;
    none_of(term.last_day(ctx)?.filter(|last| on > *last), rows::PAST_TERM)?;
    none_of(roll::unwilling(&state.brief, &state.consents), rows::CONSENT_MISSING)
}

pub(super) fn hold(
    state: &State,
    session: &Sitting,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    led(state, session.on, ctx)?;
    must(!session.present.is_empty(), rows::NOBODY_PRESENT)?;
    for party in &session.present {
        known(state, *party)?;
    }
    none_of(
        roll::unguarded(&state.brief, &session.present, &session.guardians),
        rows::GUARDIAN_ABSENT,
    )?;
    let number = state.sessions.last().map_or(0, |held| held.no).saturating_add(1);
    Ok(vec![Fact::SessionHeld { session: session.numbered(number) }])
}

/// An agreement binds each who signs it; a representative does not sign for the others (T-Q-10).
pub(super) fn agree(
    state: &State,
    draft: &Draft,
    signed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    led(state, on, ctx)?;
    draft.check(&state.brief, on).map_err(|f| Refusal::with(rows::BAD_AGREEMENT, of_draft(f)))?;
    none_of(roll::missing(&state.brief, signed), rows::NOT_SIGNED)?;
    Ok(vec![Fact::AgreementMade { draft: draft.clone(), on }])
}

/// Mediation ends on a listed ground (暂行办法 21；办法 23).
pub(super) fn end(
    state: &State,
    why: Over,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let (term, edition) = mediating(state)?;
    happened(on, term.from, ctx.today())?;
    match why {
        Over::Refuses { party } => known(state, party)?,
        Over::GroundFound { ground } => ground_holds(ground, edition, state.received_on, ctx)?,
        Over::TermOver => {
            none_of(term.last_day(ctx)?.filter(|last| on <= *last), rows::TERM_RUNS)?;
            must(!term.stands_still(), rows::TESTS_RUN)?;
        }
        Over::Withdrawn
        | Over::SettledPrivately
        | Over::TestsNotAgreed
        | Over::NoAgreement
        | Over::PartyGone => {}
    }
    Ok(vec![over(why, on)])
}

/// The time is over without agreement: mediation ends and the parties are told.
pub(super) fn lapse(state: &State, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    end(state, Over::TermOver, ctx.today(), ctx)
}

fn agreement(state: &State) -> Result<&Agreement, Refusal> {
    match &state.stage {
        Stage::Agreed { agreement } => Ok(agreement),
        Stage::Received
        | Stage::Sorted
        | Stage::Mediating { .. }
        | Stage::Reporting { .. }
        | Stage::Ended { .. } => Err(rows::NO_AGREEMENT.into()),
    }
}

fn of_fault(fault: PerformFault) -> Refusal {
    match fault {
        PerformFault::NoSuch(no) => Refusal::with(rows::NO_SUCH_OBLIGATION, no),
        PerformFault::Already(no) => Refusal::with(rows::ALREADY_PERFORMED, no),
        PerformFault::NoProof => rows::PROOF_WANTED.into(),
        PerformFault::NotYetDue(due) => Refusal::with(rows::NOT_YET_DUE, due),
    }
}

pub(super) fn performed(
    state: &State,
    number: u32,
    on: Date,
    proof: &str,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let agreement = agreement(state)?;
    happened(on, agreement.effective_on, ctx.today())?;
    let last = agreement.may_perform(number, proof).map_err(of_fault)?;
    let done = Fact::ObligationPerformed { no: number, on, proof: proof.to_owned() };
    let (ending, right_body, open) = (Ending::Performed, String::new(), Vec::new());
    let ended = Fact::ComplaintEnded { ending, right_body, open, on };
    Ok(if last { vec![done, ended] } else { vec![done] })
}

/// Not performed: arbitration or suit (消费者权益保护法 39).
pub(super) fn broken(
    state: &State,
    number: u32,
    on: Date,
    declared: bool,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let agreement = agreement(state)?;
    happened(on, agreement.effective_on, ctx.today())?;
    agreement.may_break(number, on, declared).map_err(of_fault)?;
    let (ending, right_body, open) = (Ending::Broken, String::new(), agreement.outstanding());
    Ok(vec![Fact::ComplaintEnded { ending, right_body, open, on }])
}
