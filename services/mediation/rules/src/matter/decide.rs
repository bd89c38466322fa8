//! What follows from a command.

use jiefen_procedure::matrix::{Present, may_start};
use jiefen_procedure::{Brief, Circumstances};
use jiefen_vocab::{Outcome, TrackKind};
use jiff::civil::Date;

use super::track::{decides, has_own_procedure};
use super::{
    Command, Fact, Ground, NextStep, Progress, Proposal, Refusal, Stage, State, clock_for,
    deciders, pass_back_rule, term_for,
};
use jiefen_procedure::term::happened;

/// What runs for a traffic matter until the loss is fixed.
const WAITING: &str = "policy.police_mediation";

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(state) = state else {
        return match command {
            Command::Take { brief, person, next, term_from, on } => {
                take(brief, person, next, *term_from, *on, ctx)
            }
            Command::NamePerson { .. }
            | Command::BeginTerm { .. }
            | Command::NoteProgress { .. }
            | Command::Conclude { .. }
            | Command::PassBack { .. } => Err(Refusal::NotBegun),
        };
    };
    match (&state.stage, command) {
        (
            Stage::InHand | Stage::Concluded { .. } | Stage::PassedBack { .. },
            Command::Take { .. },
        ) => Err(Refusal::AlreadyBegun),
        (
            Stage::Concluded { .. } | Stage::PassedBack { .. },
            Command::NamePerson { .. }
            | Command::BeginTerm { .. }
            | Command::NoteProgress { .. }
            | Command::Conclude { .. }
            | Command::PassBack { .. },
        ) => Err(Refusal::AlreadyEnded),
        (Stage::InHand, Command::NamePerson { person, on }) => name_person(state, person, *on, ctx),
        (Stage::InHand, Command::BeginTerm { on }) => begin_term(state, *on, ctx),
        (Stage::InHand, Command::NoteProgress { done, on, next }) => {
            progress(state, done, *on, next, ctx)
        }
        (Stage::InHand, Command::Conclude { outcome, on }) => conclude(state, *outcome, *on, ctx),
        (Stage::InHand, Command::PassBack { ground, proposal, on }) => {
            pass_back(state, *ground, proposal, *on, ctx)
        }
    }
}

fn step_ahead(next: &NextStep, on: Date) -> Result<(), Refusal> {
    if next.what.trim().is_empty() {
        return Err(Refusal::StepWanted);
    }
    if next.by < on { Err(Refusal::StepInPast(next.by)) } else { Ok(()) }
}

/// An accepted dispute stands here with a named person, a next step and the lawful clock of its
/// route, unless another track excludes it (I4).
fn take(
    brief: &Brief,
    person: &str,
    next: &NextStep,
    term_from: Option<Date>,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, brief.received_on, ctx.today())?;
    if matches!(brief.track, TrackKind::MergeIntoOriginal | TrackKind::NoneUntilInformation) {
        return Err(Refusal::NoRoute(brief.track));
    }
    if has_own_procedure(brief.track) {
        return Err(Refusal::OwnProcedure(brief.track));
    }
    may_start(&Present::of_brief(brief).presuming(brief.track), brief.track)?;
    if person.trim().is_empty() {
        return Err(Refusal::PersonWanted);
    }
    step_ahead(next, on)?;
    let own = clock_for(brief.track, brief.kind);
    let (rule, from) = match term_from {
        Some(day) if own == "T-O-03" => {
            happened(day, day, ctx.today())?;
            (own, day)
        }
        None if own == "T-O-03" => (WAITING, on),
        Some(_) | None => (own, on),
    };
    ctx.last_day(rule, from)?;
    Ok(vec![Fact::Taken {
        brief: Box::new(brief.clone()),
        person: person.to_owned(),
        next: next.clone(),
        rule: rule.to_owned(),
        from,
        pass_back: pass_back_rule(brief.track, brief.kind).to_owned(),
        on,
    }])
}

fn name_person(
    state: &State,
    person: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.taken_on, ctx.today())?;
    if person.trim().is_empty() {
        return Err(Refusal::PersonWanted);
    }
    Ok(vec![Fact::PersonNamed { person: person.to_owned(), on }])
}

/// The handling term begins with the event that the route's rule names.
fn begin_term(state: &State, on: Date, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let Some(rule) = term_for(state.brief.track, state.brief.kind, on) else {
        return Err(Refusal::NoOwnTerm);
    };
    if state.term_from.is_some() || state.rule == rule {
        return Err(Refusal::TermBegun);
    }
    happened(on, state.taken_on, ctx.today())?;
    ctx.last_day(rule, on)?;
    Ok(vec![Fact::TermBegun { rule: rule.to_owned(), on }])
}

fn progress(
    state: &State,
    done: &str,
    on: Date,
    next: &NextStep,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let since = state.done.last().map_or(state.taken_on, |last| last.on);
    happened(on, since, ctx.today())?;
    if done.trim().is_empty() {
        return Err(Refusal::StepWanted);
    }
    step_ahead(next, on)?;
    let done = Progress { what: done.to_owned(), on };
    Ok(vec![Fact::Progressed { done, next: next.clone() }])
}

/// The outcome is the body's own: neither coordinators nor bodies that only mediate decide (I10).
fn conclude(
    state: &State,
    outcome: Outcome,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let track = state.brief.track;
    if !deciders(track).contains(&ctx.actor.role) {
        return Err(Refusal::NotDecider(ctx.actor.role));
    }
    if outcome == Outcome::Decided && !decides(track) {
        return Err(Refusal::NotDeciding(outcome));
    }
    happened(on, state.taken_on, ctx.today())?;
    Ok(vec![Fact::Concluded { outcome, on, kind: state.brief.kind }])
}

/// Given back with ground and proposal, within the limit; after it the body is competent (T-L-03).
fn pass_back(
    state: &State,
    ground: Ground,
    proposal: &Proposal,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.taken_on, ctx.today())?;
    if state.term_from.is_some() {
        return Err(Refusal::CompetenceAccepted);
    }
    if proposal.body.trim().is_empty() || proposal.basis.trim().is_empty() {
        return Err(Refusal::ProposalWanted);
    }
    let rule = pass_back_rule(state.brief.track, state.brief.kind);
    let last = ctx.last_day(rule, state.taken_on)?;
    if on > last {
        return Err(Refusal::CompetenceFixed(last));
    }
    Ok(vec![Fact::PassedBack { ground, proposal: proposal.clone(), on }])
}
