//! What follows from a command.

use jiefen_procedure::Circumstances;
use jiefen_procedure::term::happened;
use jiefen_vocab::{Agency, Region, Role, TrackKind};
use jiff::civil::Date;

use super::{Command, Ending, Fact, Stage, State, Task, Watch, rows};
use crate::agreement::Draft;
use crate::refuse::{no, no_with};
use crate::talks::{self, Moved, Step, rows as shared};
use jiefen_procedure::words::Refusal;

/// The local term, from the beginning.
pub(super) const LENGTH: &str = "policy.joint_mediation";
/// How soon a unit acknowledges the result.
pub(super) const MIRROR: &str = "policy.result_acknowledgement";

pub(super) fn decide(
    state: Option<&State>,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let Some(state) = state else { return call(command, ctx) };
    match &state.stage {
        Stage::Called => decide_called(state, command, ctx),
        Stage::Mediating => decide_mediating(state, command, ctx),
        Stage::Mirroring { on, .. } => decide_mirroring(state, *on, command, ctx),
        Stage::Ended { .. } => no(shared::ALREADY_ENDED),
    }
}

/// Only the host's own staff, or the node's clock, decides for the mediation.
fn by_host(state: &State, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    let own = ctx.actor.agency == state.host || ctx.actor.role == Role::System;
    if own { Ok(()) } else { no_with(rows::HOST_ONLY, state.host) }
}

fn call(command: &Command, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    let Command::Call { brief, lawful, units, known, on } = command else {
        return no(shared::NOT_BEGUN);
    };
    talks::begin(brief, TrackKind::JointMediation, known, *on, ctx)?;
    let host = ctx.actor.agency;
    let mut names: Vec<Agency> = units.iter().map(|(unit, _)| *unit).collect();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() || names.len() != units.len() || names.contains(&host) {
        return no(rows::UNITS_WANTED);
    }
    ctx.last_day("policy.handoff_reply", *on)?;
    Ok(vec![Fact::Called {
        brief: brief.clone(),
        host,
        lawful: *lawful,
        units: units.clone(),
        on: *on,
    }])
}

fn decide_called(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    match command {
        Command::Call { .. } => no(shared::ALREADY_BEGUN),
        Command::CallUnit { unit, county, on } => call_unit(state, *unit, *county, *on, ctx),
        Command::Join { person, on } => join(state, person, *on, ctx),
        Command::DeclineUnit { reason, on } => decline(state, reason, *on, ctx),
        Command::Begin { mediator, on } => begin(state, mediator, *on, ctx),
        Command::Talk(step @ Step::GiveConsent { .. }) => talk(state, step, ctx),
        Command::WithdrawConsent { party, how } => withdraw(state, *party, how, ctx),
        Command::CallOff { on } => {
            by_host(state, ctx)?;
            talks::may_end(&state.talks, *on, ctx)?;
            Ok(vec![result(state, Ending::NotConvened, *on)])
        }
        Command::GiveTask { .. }
        | Command::ReportTask { .. }
        | Command::Talk(
            Step::ChooseMediator { .. }
            | Step::ScheduleSession { .. }
            | Step::HoldSession { .. }
            | Step::Extend { .. }
            | Step::PutText { .. }
            | Step::DropText { .. }
            | Step::ConfirmText { .. }
            | Step::Sign { .. },
        )
        | Command::PutShared { .. }
        | Command::EndFailed { .. }
        | Command::Lapse => no(shared::NOT_ACCEPTED),
        Command::Acknowledge { .. } | Command::CloseMirror => no(rows::NO_RESULT),
    }
}

fn decide_mediating(
    state: &State,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    match command {
        Command::Call { .. } => no(shared::ALREADY_BEGUN),
        Command::Begin { .. } | Command::CallOff { .. } => no(shared::ALREADY_ACCEPTED),
        Command::CallUnit { unit, county, on } => call_unit(state, *unit, *county, *on, ctx),
        Command::Join { person, on } => join(state, person, *on, ctx),
        Command::DeclineUnit { reason, on } => decline(state, reason, *on, ctx),
        Command::GiveTask { unit, what, due, on } => give_task(state, *unit, what, *due, *on, ctx),
        Command::ReportTask { no, on } => report_task(state, *no, *on, ctx),
        Command::Talk(Step::PutText { .. }) => no(rows::SHARED_TEXT),
        Command::Talk(step) => talk(state, step, ctx),
        Command::PutShared { draft, watches, on } => put(state, draft, watches, *on, ctx),
        Command::WithdrawConsent { party, how } => withdraw(state, *party, how, ctx),
        Command::EndFailed { on } => {
            by_host(state, ctx)?;
            talks::may_end(&state.talks, *on, ctx)?;
            Ok(vec![result(state, Ending::Failed, *on)])
        }
        Command::Lapse => {
            talks::lapsed(&state.talks, ctx)?;
            Ok(vec![result(state, Ending::TermOver, ctx.today())])
        }
        Command::Acknowledge { .. } | Command::CloseMirror => no(rows::NO_RESULT),
    }
}

fn decide_mirroring(
    state: &State,
    since: Date,
    command: &Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    match command {
        Command::Acknowledge { on } => acknowledge(state, *on, since, ctx),
        Command::CloseMirror => {
            let last = ctx.last_day(MIRROR, since)?;
            if ctx.today() <= last {
                return no_with(rows::MIRROR_RUNS, last);
            }
            let silent = state.joined().filter(|unit| !unit.acknowledged);
            Ok(vec![Fact::Closed {
                silent: silent.map(|unit| unit.agency).collect(),
                on: ctx.today(),
            }])
        }
        Command::Call { .. }
        | Command::CallUnit { .. }
        | Command::Join { .. }
        | Command::DeclineUnit { .. }
        | Command::Begin { .. }
        | Command::GiveTask { .. }
        | Command::ReportTask { .. }
        | Command::Talk(_)
        | Command::PutShared { .. }
        | Command::WithdrawConsent { .. }
        | Command::CallOff { .. }
        | Command::EndFailed { .. }
        | Command::Lapse => no(rows::RESULT_STANDS),
    }
}

fn result(state: &State, ending: Ending, on: Date) -> Fact {
    let units = u32::try_from(state.joined().count()).unwrap_or(u32::MAX);
    let open = state.tasks.iter().filter(|task| task.done_on.is_none());
    let tasks = open.map(|task| task.no).collect();
    Fact::Resulted { ending, on, kind: state.talks.brief.kind, units, tasks }
}

fn call_unit(
    state: &State,
    unit: Agency,
    county: Region,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    by_host(state, ctx)?;
    happened(on, state.talks.since, ctx.today())?;
    if unit == state.host || state.unit(unit).is_some() {
        return no_with(rows::ALREADY_CALLED, unit);
    }
    Ok(vec![Fact::UnitCalled { unit, county, on }])
}

/// A unit that was called and has not answered.
fn unanswered(state: &State, ctx: &Circumstances<'_>) -> Result<Agency, Refusal> {
    let own = ctx.actor.agency;
    match state.unit(own) {
        None => no_with(rows::NOT_A_UNIT, own),
        Some(unit) if unit.person.is_some() || unit.declined => {
            no_with(rows::ALREADY_ANSWERED, own)
        }
        Some(_) => Ok(own),
    }
}

/// A unit joins by its own staff's word: nobody is drafted into a mediation.
fn join(
    state: &State,
    person: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let unit = unanswered(state, ctx)?;
    happened(on, state.talks.since, ctx.today())?;
    if person.trim().is_empty() {
        return no(rows::PERSON_WANTED);
    }
    Ok(vec![Fact::Joined { unit, person: person.to_owned(), on }])
}

fn decline(
    state: &State,
    reason: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let unit = unanswered(state, ctx)?;
    happened(on, state.talks.since, ctx.today())?;
    if reason.trim().is_empty() {
        return no(rows::PERSON_WANTED);
    }
    Ok(vec![Fact::UnitDeclined { unit, reason: reason.to_owned(), on }])
}

fn begin(
    state: &State,
    mediator: &str,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    by_host(state, ctx)?;
    talks::ready(&state.talks, mediator, on, ctx)?;
    if state.joined().next().is_none() {
        return no(rows::NOBODY_JOINED);
    }
    // A dispute across counties needs a unit of each of them.
    if state.talks.brief.other_place.is_some() {
        let there = |county: &Region| state.joined().any(|unit| unit.county == *county);
        if let Some(county) = state.counties().iter().find(|county| !there(county)) {
            return no_with(rows::COUNTY_MISSING, county);
        }
    }
    ctx.last_day(LENGTH, on)?;
    Ok(vec![Fact::Begun { mediator: mediator.to_owned(), on }])
}

fn give_task(
    state: &State,
    unit: Agency,
    what: &str,
    due: Date,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    by_host(state, ctx)?;
    happened(on, state.talks.since, ctx.today())?;
    if !state.joined().any(|one| one.agency == unit) {
        return no_with(rows::NOT_JOINED, unit);
    }
    if what.trim().is_empty() || due < on {
        return no(rows::TASK_FAULTY);
    }
    let no = state.tasks.last().map_or(0, |task| task.no).saturating_add(1);
    let task = Task { no, unit, what: what.to_owned(), due, done_on: None };
    Ok(vec![Fact::TaskGiven { task, on }])
}

fn report_task(
    state: &State,
    number: u32,
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, state.talks.since, ctx.today())?;
    let own = ctx.actor.agency;
    let mut open = state.tasks.iter().filter(|task| task.unit == own && task.done_on.is_none());
    if open.all(|task| task.no != number) {
        return no_with(rows::NO_SUCH_TASK, number);
    }
    Ok(vec![Fact::TaskDone { no: number, on }])
}

/// A step within the talks: a party's own word is free, the rest is the host's. With the last
/// signature the one agreement is the result.
fn talk(state: &State, step: &Step, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    if ctx.actor.role != Role::Party {
        by_host(state, ctx)?;
    }
    let moved = talks::decide(&state.talks, step, ctx)?;
    let done = moved.iter().find_map(|what| match what {
        Moved::InForce { effective_on, .. } => Some(result(state, Ending::Agreed, *effective_on)),
        Moved::ConsentGiven { .. }
        | Moved::ConsentWithdrawn { .. }
        | Moved::Left { .. }
        | Moved::MediatorChosen { .. }
        | Moved::SessionScheduled { .. }
        | Moved::SessionHeld { .. }
        | Moved::TermExtended { .. }
        | Moved::TextPut { .. }
        | Moved::TextDropped { .. }
        | Moved::TextConfirmed { .. }
        | Moved::TextSigned { .. } => None,
    });
    let facts = moved.into_iter().map(|what| Fact::Talks { what });
    Ok(facts.chain(done).collect())
}

/// The one text, each of whose obligations is watched by one joined unit or by the host.
fn put(
    state: &State,
    draft: &Draft,
    watches: &[Watch],
    on: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    by_host(state, ctx)?;
    let moved = talks::decide(&state.talks, &Step::PutText { draft: draft.clone(), on }, ctx)?;
    let able = |unit: Agency| unit == state.host || state.joined().any(|one| one.agency == unit);
    for owed in &draft.obligations {
        let mut of = watches.iter().filter(|watch| watch.obligation == owed.no);
        let one = of.next().filter(|watch| able(watch.unit));
        if one.is_none() || of.next().is_some() {
            return no_with(rows::UNWATCHED, owed.no);
        }
    }
    let facts = moved.into_iter().map(|what| Fact::Talks { what });
    Ok(facts.chain([Fact::Watched { watches: watches.to_vec(), on }]).collect())
}

fn withdraw(
    state: &State,
    party: u32,
    how: &str,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let (moved, ends) = talks::withdraw(&state.talks, party, how, ctx)?;
    let over = ends.then(|| result(state, Ending::Withdrawn, ctx.today()));
    Ok(moved.into_iter().map(|what| Fact::Talks { what }).chain(over).collect())
}

fn acknowledge(
    state: &State,
    on: Date,
    since: Date,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    happened(on, since, ctx.today())?;
    let own = ctx.actor.agency;
    match state.joined().find(|unit| unit.agency == own) {
        None => no_with(rows::NOT_A_UNIT, own),
        Some(unit) if unit.acknowledged => no_with(rows::ALREADY_ANSWERED, own),
        Some(_) => {
            let mut facts = vec![Fact::Acknowledged { unit: own, on }];
            if state.joined().all(|unit| unit.acknowledged || unit.agency == own) {
                facts.push(Fact::Closed { silent: Vec::new(), on });
            }
            Ok(facts)
        }
    }
}
