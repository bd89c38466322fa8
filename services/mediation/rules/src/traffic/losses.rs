//! Mediation loss by loss: start facts, sessions, statements, endings, performance.

use jiefen_procedure::Circumstances;
use jiefen_procedure::term::{Term, happened};
use jiff::civil::Date;

use super::decide::known;
use super::{Ending, Fact, Loss, Over, Refusal, Standing, StartFact, State, evolve, rows};
use crate::agreement::{Agreement, Draft};
use crate::performing::{PerformFault, of_draft};
use crate::refuse::none_of;
use crate::roll;
use crate::session::{Mode, Planned, Sitting};
use jiefen_procedure::words::must;

/// Mediation: ten days, for each loss from its own start fact.
const MEDIATE: &str = "T-O-03";
/// The parties are told of a session three working days before.
const NOTICE: &str = "T-O-04.working";
/// How many people may come on one side (道路交通事故处理程序规定 89(3)).
const PEOPLE_A_SIDE: u8 = 3;

fn requested_on(state: &State) -> Result<Date, Refusal> {
    state.requested_on.ok_or_else(|| rows::NOT_REQUESTED.into())
}

fn loss(state: &State, number: u32) -> Result<&Loss, Refusal> {
    let found = state.losses.iter().find(|loss| loss.no == number);
    found.ok_or_else(|| Refusal::with(rows::NO_SUCH_LOSS, number))
}

fn term(state: &State, number: u32) -> Result<&Term, Refusal> {
    match &loss(state, number)?.standing {
        Standing::Mediating { term } => Ok(term),
        Standing::Waiting => Err(Refusal::with(rows::NOT_STARTED, number)),
        Standing::Settled | Standing::Over { .. } => Err(Refusal::with(rows::LOSS_CLOSED, number)),
    }
}

/// Mediation of a loss runs from its start fact, or from the request when that came later
/// (道路交通事故处理程序规定 90(2)).
pub(super) fn fix_start(
    state: &State,
    number: u32,
    event: StartFact,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let found = loss(state, number)?;
    happened(on, state.brief.received_on, ctx.today())?;
    must(found.standing == Standing::Waiting, rows::STARTED_ALREADY)?;
    must(event.suits(found.harm), rows::WRONG_START_FACT)?;
    let from = on.max(requested_on(state)?);
    Term::new(MEDIATE, from).last_day(ctx)?;
    Ok(vec![Fact::MediationBegun { loss: number, event, rule: MEDIATE.to_owned(), from }])
}

/// Sets a session: told three working days before, and within the time of a loss that is mediated.
pub(super) fn schedule(
    state: &State,
    on: Date,
    place: &str,
    mode: Mode,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    must(on >= ctx.today(), rows::SESSION_IN_PAST)?;
    let tell_by = ctx.last_day(NOTICE, on)?;
    none_of((ctx.today() > tell_by).then_some(tell_by), rows::NOTICE_TOO_SHORT)?;
    within(state, on, ctx)?;
    let session = Planned { no: next_no(state), on, place: place.to_owned(), mode };
    Ok(vec![Fact::SessionScheduled { session }])
}

/// Accepts a day on which at least one loss is mediated.
fn within(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    let mut latest = None;
    for found in &state.losses {
        if let Standing::Mediating { term } = &found.standing {
            latest = latest.max(term.last_day(ctx)?);
        }
    }
    let last = latest.ok_or(rows::NOTHING_STARTED)?;
    none_of((on > last).then_some(last), rows::PAST_TERM)
}

fn next_no(state: &State) -> u32 {
    state.sessions.last().map_or(0, |held| held.no).saturating_add(1)
}

pub(super) fn hold(
    state: &State,
    session: &Sitting,
    people_a_side: u8,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(session.on, requested_on(state)?, ctx.today())?;
    within(state, session.on, ctx)?;
    must(people_a_side <= PEOPLE_A_SIDE, rows::TOO_MANY_PEOPLE)?;
    must(!session.present.is_empty(), rows::NOBODY_PRESENT)?;
    for party in &session.present {
        known(state, *party)?;
    }
    none_of(
        roll::unguarded(&state.brief, &session.present, &session.guardians),
        rows::GUARDIAN_ABSENT,
    )?;
    Ok(vec![Fact::SessionHeld { session: session.numbered(next_no(state)) }])
}

/// A mediation statement over losses whose time runs, signed by everybody (道路交通事故处理程序规定 93).
pub(super) fn agree(
    state: &State,
    settled: &[u32],
    draft: &Draft,
    signed: &[u32],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, requested_on(state)?, ctx.today())?;
    must(!settled.is_empty(), rows::NO_LOSS)?;
    for number in settled {
        let running = term(state, *number)?;
        happened(on, running.from, ctx.today())?;
        none_of(running.last_day(ctx)?.filter(|last| on > *last), rows::PAST_TERM)?;
    }
    draft.check(&state.brief, on).map_err(|f| Refusal::with(rows::BAD_AGREEMENT, of_draft(f)))?;
    let used = |number: u32| state.agreements.iter().any(|one| one.obligation(number).is_some());
    let twice = draft.obligations.iter().map(|owed| owed.no).find(|number| used(*number));
    none_of(twice, rows::NUMBER_USED)?;
    none_of(roll::missing(&state.brief, signed), rows::NOT_SIGNED)?;
    let made = Fact::AgreementMade { losses: settled.to_vec(), draft: draft.clone(), on };
    Ok(closing(state, vec![made], on))
}

pub(super) fn fail(
    state: &State,
    number: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, term(state, number)?.from, ctx.today())?;
    Ok(closing(state, vec![Fact::LossOver { loss: number, why: Over::Failed, on }], on))
}

pub(super) fn lapse(
    state: &State,
    number: u32,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let on = ctx.today();
    none_of(term(state, number)?.last_day(ctx)?.filter(|last| on <= *last), rows::TERM_RUNS)?;
    Ok(closing(state, vec![Fact::LossOver { loss: number, why: Over::TermOver, on }], on))
}

/// Suit, absence or withdrawal ends mediation of every loss that is still open
/// (道路交通事故处理程序规定 94); statements already signed stand.
pub(super) fn all_over(
    state: &State,
    why: Over,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, requested_on(state)?, ctx.today())?;
    let open = state.losses.iter().filter(|loss| is_open(loss));
    let over = open.map(|loss| Fact::LossOver { loss: loss.no, why, on }).collect();
    Ok(closing(state, over, on))
}

pub(super) fn is_open(loss: &Loss) -> bool {
    match loss.standing {
        Standing::Waiting | Standing::Mediating { .. } => true,
        Standing::Settled | Standing::Over { .. } => false,
    }
}

fn agreement(state: &State, number: u32) -> Result<&Agreement, Refusal> {
    let found = state.agreements.iter().find(|one| one.obligation(number).is_some());
    found.ok_or_else(|| Refusal::with(rows::NO_SUCH_OBLIGATION, number))
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
    let agreement = agreement(state, number)?;
    happened(on, agreement.effective_on, ctx.today())?;
    agreement.may_perform(number, proof).map_err(of_fault)?;
    let done = Fact::ObligationPerformed { no: number, on, proof: proof.to_owned() };
    Ok(closing(state, vec![done], on))
}

/// A broken statement: the parties are told of the suit (道路交通安全法 74(2)).
pub(super) fn broken(
    state: &State,
    number: u32,
    on: Date,
    declared: bool,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let agreement = agreement(state, number)?;
    happened(on, agreement.effective_on, ctx.today())?;
    agreement.may_break(number, on, declared).map_err(of_fault)?;
    none_of(agreement.broken.contains(&number).then_some(number), rows::ALREADY_BROKEN)?;
    Ok(closing(state, vec![Fact::ObligationBroken { no: number, on }], on))
}

/// What follows when nothing is left to mediate: performance, and when nothing is owed any more, the end.
fn closing(state: &State, mut facts: Vec<Fact>, on: Date) -> Vec<Fact> {
    let after = facts.iter().fold(Some(state.clone()), evolve::evolve);
    let Some(after) = after.filter(|after| !after.losses.iter().any(is_open)) else {
        return facts;
    };
    let broken = after.agreements.iter().any(|one| !one.broken.is_empty());
    if !after.owed().is_empty() {
        if state.losses.iter().any(is_open) {
            facts.push(Fact::MediationDone { on });
        }
    } else if after.agreements.is_empty() {
        let why = facts.iter().rev().find_map(why_over);
        let ending = Ending::Over { why: why.unwrap_or(Over::Failed) };
        facts.push(Fact::Ended { ending, on });
    } else {
        let ending = if broken { Ending::Broken } else { Ending::Performed };
        facts.push(Fact::Ended { ending, on });
    }
    facts
}

/// Why mediation of a loss is over, when the fact says so.
fn why_over(fact: &Fact) -> Option<Over> {
    if let Fact::LossOver { why, .. } = fact { Some(*why) } else { None }
}
