//! The conditions of each step.

use std::collections::BTreeSet;

use jiefen_procedure::Circumstances;
use jiefen_vocab::{Agency, DisputeId, Region, Role};
use jiff::civil::DateTime;

use super::decide::Decided;
use super::{
    Fact, Lane, LaneDuty, Measure, MeasureKind, Refusal, ReportUp, Review, Stage, State, tell,
};
use crate::signal::{Level, Signal, class_of, minutes};
use crate::thresholds::Thresholds;

fn stated(text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::TextMissing) } else { Ok(()) }
}

/// A time that has come.
fn come(at: DateTime, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    if at > ctx.now.local() { Err(Refusal::TimeInFuture(at)) } else { Ok(()) }
}

/// A time that has come, and not before the step before.
pub(super) fn timely(state: &State, at: DateTime, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    come(at, ctx)?;
    if at < state.latest { Err(Refusal::TimeTooEarly(at)) } else { Ok(()) }
}

/// The level that the signals reach by the county's thresholds.
fn reached(signals: &[Signal], ctx: &Circumstances<'_>) -> Option<Level> {
    Thresholds::of(ctx.law).level_of(signals).map(|row| row.level)
}

/// A signal that meets a threshold warns at once; below it a person checks first.
pub(super) fn report_signal(
    signal: &Signal,
    disputes: &BTreeSet<DisputeId>,
    ctx: &Circumstances<'_>,
) -> Decided {
    come(signal.at, ctx)?;
    let level = reached(std::slice::from_ref(signal), ctx);
    let (signal, disputes, at) = (signal.clone(), disputes.clone(), signal.at);
    let mut facts = vec![Fact::SignalReported { signal, disputes, level }];
    if level > Some(Level::Yellow) {
        facts.push(Fact::ReportOwed { at });
    }
    Ok(facts)
}

/// Joined by a person or proposed by a machine; a level is raised by the table, never lowered by it.
pub(super) fn join(state: &State, signal: &Signal, ctx: &Circumstances<'_>) -> Decided {
    come(signal.at, ctx)?;
    let thresholds = Thresholds::of(ctx.law);
    if !state.signals.iter().any(|known| thresholds.join(known, signal)) {
        return Err(Refusal::DoesNotJoin);
    }
    let mut all = state.signals.clone();
    all.push(signal.clone());
    let reached = reached(&all, ctx);
    let mut facts = vec![Fact::SignalJoined { signal: signal.clone() }];
    let now = level(state.stage);
    let rises = matches!(state.stage, Stage::Signalled | Stage::Warned { .. }) && reached > now;
    if let Some(level) = reached.filter(|_| rises) {
        let at = state.latest.max(signal.at);
        facts.push(set(state, level, "达到预警标准", at, ctx));
        facts.extend(owed(state, level, at));
    }
    Ok(facts)
}

fn level(stage: Stage) -> Option<Level> {
    match stage {
        Stage::Warned { level } => Some(level),
        Stage::Signalled
        | Stage::CalledOut
        | Stage::OnSite
        | Stage::StoodDown
        | Stage::Reviewed
        | Stage::Lifted
        | Stage::Unfounded => None,
    }
}

fn set(state: &State, to: Level, why: &str, at: DateTime, ctx: &Circumstances<'_>) -> Fact {
    let by = ctx.actor.person.clone();
    Fact::LevelSet { level: to, before: level(state.stage), why: why.to_owned(), by, at }
}

/// Orange and red are reported up at once (T-R-09), each higher level anew.
fn owed(state: &State, to: Level, at: DateTime) -> Option<Fact> {
    let rises = Some(to) > level(state.stage) && to > Level::Yellow;
    (rises && state.owed_since.is_none()).then_some(Fact::ReportOwed { at })
}

pub(super) fn verify(
    state: &State,
    (holds, named): (bool, Option<Level>),
    finding: &str,
    at: DateTime,
    ctx: &Circumstances<'_>,
) -> Decided {
    stated(finding)?;
    timely(state, at, ctx)?;
    if !holds {
        return Ok(vec![Fact::FoundUnfounded { finding: finding.to_owned(), at }]);
    }
    let to = named.max(reached(&state.signals, ctx)).ok_or(Refusal::LevelWanted)?;
    Ok([set(state, to, finding, at, ctx)].into_iter().chain(owed(state, to, at)).collect())
}

pub(super) fn set_level(
    state: &State,
    to: Level,
    why: &str,
    at: DateTime,
    ctx: &Circumstances<'_>,
) -> Decided {
    stated(why)?;
    timely(state, at, ctx)?;
    if level(state.stage) == Some(to) {
        return Err(Refusal::SameLevel);
    }
    Ok([set(state, to, why, at, ctx)].into_iter().chain(owed(state, to, at)).collect())
}

pub(super) fn contact(state: &State, at: DateTime, ctx: &Circumstances<'_>) -> Decided {
    timely(state, at, ctx)?;
    if state.first_contact.is_some() {
        return Err(Refusal::ContactedAlready);
    }
    Ok(vec![contacted(state, at)])
}

fn contacted(state: &State, at: DateTime) -> Fact {
    let first = state.signals.iter().map(|signal| signal.at).min().unwrap_or(at);
    Fact::Contacted { minutes: minutes(first, at), at }
}

/// Every lane has a unit with a person, and the police are on the scene (plan 七(一)).
fn complete(lanes: &[LaneDuty]) -> Result<(), Refusal> {
    for lane in Lane::ALL {
        if !lanes.iter().any(|duty| duty.lane == lane) {
            return Err(Refusal::LaneMissing(lane));
        }
    }
    let police = |duty: &LaneDuty| duty.lane == Lane::OnSite && duty.unit.code.as_str() == "police";
    if !lanes.iter().any(police) {
        return Err(Refusal::PoliceMissing);
    }
    if lanes.iter().any(|duty| duty.person.trim().is_empty()) {
        return Err(Refusal::PersonMissing);
    }
    Ok(())
}

/// Duties as they begin: nobody has come, nothing is done.
fn fresh(lanes: &[LaneDuty]) -> Vec<LaneDuty> {
    let begun = |duty: &LaneDuty| LaneDuty { arrived: None, closed: None, ..duty.clone() };
    lanes.iter().map(begun).collect()
}

pub(super) fn prepare(
    state: &State,
    lanes: &[LaneDuty],
    at: DateTime,
    ctx: &Circumstances<'_>,
) -> Decided {
    timely(state, at, ctx)?;
    complete(lanes)?;
    Ok(vec![Fact::LanesPrepared { lanes: fresh(lanes), at }])
}

/// The three lanes go out together, those given or those prepared; the level above is told (突发事件应对法 72).
pub(super) fn call_out(
    state: &State,
    lanes: &[LaneDuty],
    commander: &str,
    at: DateTime,
    ctx: &Circumstances<'_>,
) -> Decided {
    timely(state, at, ctx)?;
    let lanes = if lanes.is_empty() { fresh(&state.lanes) } else { fresh(lanes) };
    complete(&lanes)?;
    if commander.trim().is_empty() {
        return Err(Refusal::PersonMissing);
    }
    let mut facts = vec![Fact::CalledOut { lanes, commander: commander.to_owned(), at }];
    if state.owed_since.is_none() {
        facts.push(Fact::ReportOwed { at });
    }
    Ok(facts)
}

/// The first unit on the scene is the first contact when there was none.
pub(super) fn arrive(
    state: &State,
    unit: Agency,
    at: DateTime,
    ctx: &Circumstances<'_>,
) -> Decided {
    timely(state, at, ctx)?;
    let mine = |duty: &&LaneDuty| duty.unit == unit;
    let duty = state.lanes.iter().find(mine).ok_or(Refusal::NotCalled)?;
    if duty.arrived.is_some() {
        return Err(Refusal::ArrivedAlready);
    }
    let there = |duty: &LaneDuty| duty.unit == unit || duty.arrived.is_some();
    let all = state.lanes.iter().all(there);
    let first = state.first_contact.is_none().then(|| contacted(state, at));
    Ok(first.into_iter().chain([Fact::Arrived { unit, all, at }]).collect())
}

/// Force is the police's alone and never goes beyond what is needed (突发事件应对法 10, 74).
pub(super) fn take_measure(state: &State, measure: &Measure, ctx: &Circumstances<'_>) -> Decided {
    stated(&measure.why)?;
    timely(state, measure.at, ctx)?;
    if measure.kind != MeasureKind::Persuade && ctx.actor.role != Role::PoliceOfficer {
        return Err(Refusal::PoliceOnly);
    }
    if measure.kind == MeasureKind::Separate && !state.violence {
        return Err(Refusal::NotViolent);
    }
    Ok(vec![Fact::MeasureTaken { measure: measure.clone() }])
}

fn sensitive(state: &State) -> bool {
    state.signals.iter().any(|signal| signal.sensitive)
}

/// A higher size class than the one last reported is reported up anew.
pub(super) fn situation(
    state: &State,
    people: u32,
    text: &str,
    at: DateTime,
    ctx: &Circumstances<'_>,
) -> Decided {
    stated(text)?;
    timely(state, at, ctx)?;
    let rule = tell::watch_rule(state.stage).to_owned();
    let mut facts = vec![Fact::SituationReported { people, text: text.to_owned(), rule, at }];
    let told = state.reports.last().map(|report| report.class);
    let grown = told.is_some_and(|told| class_of(people, sensitive(state)) > told);
    if grown && state.owed_since.is_none() {
        facts.push(Fact::ReportOwed { at });
    }
    Ok(facts)
}

/// To the next level; a level is skipped only with a reason; nothing false, nothing hidden (T-R-09).
pub(super) fn report_up(
    state: &State,
    to: Region,
    skips: Option<&str>,
    (text, people): (&str, u32),
    at: DateTime,
    ctx: &Circumstances<'_>,
) -> Decided {
    stated(text)?;
    timely(state, at, ctx)?;
    let here = state.place.county().unwrap_or(state.place);
    if to == here || !to.contains(here) {
        return Err(Refusal::NotAbove);
    }
    let skipping = here.parent() != Some(to);
    if skipping && skips.is_none_or(|why| why.trim().is_empty()) {
        return Err(Refusal::SkipUnexplained);
    }
    if people < state.people {
        return Err(Refusal::FalseFigure(state.people));
    }
    let report = ReportUp {
        to,
        skips: skips.filter(|_| skipping).map(str::to_owned),
        text: text.to_owned(),
        people,
        class: class_of(people, sensitive(state)),
        at,
    };
    let late = state.owed_since.map_or(0, |since| minutes(since, at));
    Ok(vec![Fact::ReportedUp { report, minutes: late }])
}

pub(super) fn close_lane(
    state: &State,
    lane: Lane,
    result: &str,
    at: DateTime,
    ctx: &Circumstances<'_>,
) -> Decided {
    stated(result)?;
    timely(state, at, ctx)?;
    let open = |duty: &LaneDuty| duty.lane == lane && duty.closed.is_none();
    if !state.lanes.iter().any(open) {
        return Err(Refusal::LaneClosed);
    }
    Ok(vec![Fact::LaneClosed { lane, result: result.to_owned(), at }])
}

/// The response ends; the claims live on in disputes, so that it does not start again (突发事件应对法 86, 89).
pub(super) fn stand_down(
    state: &State,
    why: &str,
    at: DateTime,
    ctx: &Circumstances<'_>,
) -> Decided {
    stated(why)?;
    timely(state, at, ctx)?;
    if state.lanes.iter().any(|duty| duty.closed.is_none()) {
        return Err(Refusal::LanesOpen);
    }
    nothing_owed(state)?;
    if state.disputes.is_empty() {
        return Err(Refusal::NoDispute);
    }
    Ok(vec![Fact::StoodDown { why: why.to_owned(), by: ctx.actor.person.clone(), at }])
}

fn nothing_owed(state: &State) -> Result<(), Refusal> {
    if state.owed_since.is_some() { Err(Refusal::ReportOwed) } else { Ok(()) }
}

/// It did not happen: the trace from the signal to the first contact stays (S11.6).
pub(super) fn lift(state: &State, why: &str, at: DateTime, ctx: &Circumstances<'_>) -> Decided {
    stated(why)?;
    timely(state, at, ctx)?;
    nothing_owed(state)?;
    let contact = state.first_contact.ok_or(Refusal::NotContacted)?;
    let first = state.signals.iter().map(|signal| signal.at).min().unwrap_or(contact);
    Ok(vec![Fact::WarningLifted {
        why: why.to_owned(),
        contact: minutes(first, contact),
        by: ctx.actor.person.clone(),
        at,
    }])
}

pub(super) fn review(
    state: &State,
    review: &Review,
    at: DateTime,
    ctx: &Circumstances<'_>,
) -> Decided {
    stated(&review.cause)?;
    stated(&review.lessons)?;
    timely(state, at, ctx)?;
    let traced = |id: &DisputeId| {
        review.trace.iter().any(|sign| sign.dispute == *id && !sign.done.trim().is_empty())
    };
    if let Some(missing) = state.disputes.iter().find(|id| !traced(id)) {
        return Err(Refusal::TraceMissing(*missing));
    }
    if !review.data_settled {
        return Err(Refusal::DataNotSettled);
    }
    Ok(vec![Fact::Reviewed { review: review.clone(), by: ctx.actor.person.clone(), at }])
}

/// A late duty stays a duty: its clock begins again until it is done.
pub(super) fn flag_late(state: &State, clock: &str, ctx: &Circumstances<'_>) -> Decided {
    let runs = tell::clocks_of(state.stage).contains(&clock)
        && (clock != tell::CONTACT || state.first_contact.is_none())
        && (clock != tell::REPORT_UP || state.owed_since.is_some());
    if !runs {
        return Err(Refusal::NoSuchClock);
    }
    let rule = tell::late_rule(clock, state.stage).to_owned();
    Ok(vec![Fact::LatenessFound { clock: clock.to_owned(), rule, at: ctx.now.local() }])
}
