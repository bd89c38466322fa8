//! What may follow what: the table, and the conditions of each step.

use std::collections::BTreeSet;

use jiefen_procedure::Circumstances;
use jiefen_vocab::{Agency, DisputeId, DisputeKind, Role};
use jiff::civil::{Date, DateTime};

use super::{Command, Fact, Payment, Refusal, Stage, State, Task, rows, tell};
use crate::signal::{Level, Signal, SignalKind, minutes};
use crate::thresholds::{Row, Thresholds};

type Decided = Result<Vec<Fact>, Refusal>;

/// Workers with one claim that make a case collective (劳动争议调解仲裁法 7).
const COLLECTIVE: u32 = 10;

/// Who forms the team of a collective labour case (C-096), by registry code.
const TEAM: [(&str, &str); 3] =
    [("hrss", "人社部门"), ("trade_union", "工会"), ("police", "公安机关")];

pub(super) fn decide(state: Option<&State>, command: &Command, ctx: &Circumstances<'_>) -> Decided {
    use Command as C;
    let Some(s) = state else { return begin(command, ctx) };
    match (s.stage, command) {
        (_, C::Open { .. }) => Err(rows::ALREADY_BEGUN.into()),
        (
            Stage::Closed | Stage::Unfounded,
            C::JoinSignal { .. }
            | C::SetLevel { .. }
            | C::NameInvestigator { .. }
            | C::AssembleTeam { .. }
            | C::RecordContact { .. }
            | C::RecordFinding { .. }
            | C::AssignTask { .. }
            | C::ProveTask { .. }
            | C::ExpectPayment { .. }
            | C::ProvePayment { .. }
            | C::NoteIncident { .. }
            | C::FindUnfounded { .. }
            | C::Close { .. }
            | C::FlagLate { .. },
        ) => Err(rows::OVER.into()),
        (Stage::Open { level }, C::JoinSignal { signal }) => join(s, level, signal, ctx),
        (Stage::Open { level }, C::SetLevel { level: to, why, at }) => {
            set_level(s, (level, *to), why, *at, ctx)
        }
        (Stage::Open { .. }, C::NameInvestigator { person, at }) => {
            stated(person)?;
            timely(s, *at, ctx)?;
            Ok(vec![Fact::InvestigatorNamed { person: person.clone(), at: *at }])
        }
        (Stage::Open { .. }, C::AssembleTeam { units, at }) => assemble(s, units, *at, ctx),
        (Stage::Open { .. }, C::RecordContact { at }) => contact(s, *at, ctx),
        (Stage::Open { level }, C::RecordFinding { finding, at }) => {
            stated(finding)?;
            timely(s, *at, ctx)?;
            let rule = tell::watch_rule(level).to_owned();
            Ok(vec![Fact::Found { finding: finding.clone(), rule, at: *at }])
        }
        (Stage::Open { .. }, C::AssignTask { unit, what, due, at }) => {
            assign(s, *unit, what, *due, *at, ctx)
        }
        (Stage::Open { .. }, C::ProveTask { task, evidence, at }) => {
            prove_task(s, *task, evidence, *at, ctx)
        }
        (Stage::Open { .. }, C::ExpectPayment { payment, at }) => expect(s, payment, *at, ctx),
        (Stage::Open { .. }, C::ProvePayment { payment, proof, at }) => {
            prove_payment(s, *payment, proof, *at, ctx)
        }
        (Stage::Open { .. }, C::NoteIncident { ended, at }) => {
            timely(s, *at, ctx)?;
            require(s.incident_open == *ended, rows::INCIDENT_UNCHANGED)?;
            Ok(vec![Fact::IncidentNoted { ended: *ended, at: *at }])
        }
        (Stage::Open { .. }, C::FindUnfounded { finding, at }) => unfounded(s, finding, *at, ctx),
        (Stage::Open { .. }, C::Close { why, at }) => close(s, why, *at, ctx),
        (Stage::Open { level }, C::FlagLate { clock }) => flag_late(s, level, clock, ctx),
    }
}

fn begin(command: &Command, ctx: &Circumstances<'_>) -> Decided {
    match command {
        Command::Open { signals, disputes, why, at } => {
            open(signals, disputes, why.as_deref(), *at, ctx)
        }
        Command::JoinSignal { .. }
        | Command::SetLevel { .. }
        | Command::NameInvestigator { .. }
        | Command::AssembleTeam { .. }
        | Command::RecordContact { .. }
        | Command::RecordFinding { .. }
        | Command::AssignTask { .. }
        | Command::ProveTask { .. }
        | Command::ExpectPayment { .. }
        | Command::ProvePayment { .. }
        | Command::NoteIncident { .. }
        | Command::FindUnfounded { .. }
        | Command::Close { .. }
        | Command::FlagLate { .. } => Err(rows::NOT_BEGUN.into()),
    }
}

fn require(condition: bool, otherwise: jiefen_procedure::words::Words) -> Result<(), Refusal> {
    if condition { Ok(()) } else { Err(otherwise.into()) }
}

fn stated(text: &str) -> Result<(), Refusal> {
    require(!text.trim().is_empty(), rows::TEXT_MISSING)
}

fn come(at: DateTime, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    if at > ctx.now.local() { Err(rows::TIME_IN_FUTURE.with(at).into()) } else { Ok(()) }
}

fn timely(state: &State, at: DateTime, ctx: &Circumstances<'_>) -> Result<(), Refusal> {
    come(at, ctx)?;
    if at < state.latest { Err(rows::TIME_TOO_EARLY.with(at).into()) } else { Ok(()) }
}

fn collective(signal: &Signal) -> bool {
    signal.kind == SignalKind::CommonClaim
        && signal.cause == DisputeKind::Labour
        && signal.people >= COLLECTIVE
}

/// By the table, or by a person with a reason.
fn open(
    signals: &[Signal],
    disputes: &BTreeSet<DisputeId>,
    why: Option<&str>,
    at: DateTime,
    ctx: &Circumstances<'_>,
) -> Decided {
    come(at, ctx)?;
    let first = signals.first().ok_or(rows::NO_SIGNAL)?;
    let thresholds = Thresholds::of(ctx.law);
    for signal in signals {
        require(signal.at <= at, rows::NO_SIGNAL)?;
        require(thresholds.join(first, signal), rows::DOES_NOT_JOIN)?;
    }
    let reason = why.filter(|why| !why.trim().is_empty() && ctx.actor.role != Role::System);
    let by_person = reason.map(|_| Level::Yellow);
    let row = thresholds.level_of(signals);
    let level = row.map(|row| row.level).or(by_person).ok_or(rows::BELOW_THRESHOLD)?;
    let known = signals.iter().filter_map(|signal| signal.dispute);
    Ok(vec![Fact::Opened {
        signals: signals.to_vec(),
        disputes: disputes.iter().copied().chain(known).collect(),
        level,
        basis: row.map(clause).unwrap_or_default(),
        collective: signals.iter().any(collective),
        why: reason.map(str::to_owned),
        unit: Some(ctx.actor.agency),
        by: ctx.actor.person.clone(),
        at,
    }])
}

/// Which number was reached and which clause gives it its meaning.
fn clause(row: &Row) -> String {
    format!("{}（{}）", row.number.zh, row.number.basis)
}

/// The table raises a level, it never lowers one. A signal counts once.
fn join(state: &State, now: Level, signal: &Signal, ctx: &Circumstances<'_>) -> Decided {
    come(signal.at, ctx)?;
    let thresholds = Thresholds::of(ctx.law);
    require(!state.signals.iter().any(|known| known.repeats(signal)), rows::SIGNAL_KNOWN)?;
    let joins = state.signals.iter().any(|known| thresholds.join(known, signal));
    require(joins, rows::DOES_NOT_JOIN)?;
    let mut all = state.signals.clone();
    all.push(signal.clone());
    let becomes = collective(signal) && !state.collective;
    let mut facts = vec![Fact::SignalJoined { signal: signal.clone(), collective: becomes }];
    if let Some(row) = thresholds.level_of(&all).filter(|row| row.level > now) {
        let (level, by) = (row.level, ctx.actor.person.clone());
        let why = format!("达到预警标准：{}", clause(row));
        facts.push(Fact::LevelSet { level, why, by, at: state.latest.max(signal.at) });
    }
    Ok(facts)
}

fn set_level(
    state: &State,
    (now, level): (Level, Level),
    why: &str,
    at: DateTime,
    ctx: &Circumstances<'_>,
) -> Decided {
    stated(why)?;
    timely(state, at, ctx)?;
    require(level != now, rows::SAME_LEVEL)?;
    require(level > now || ctx.actor.role != Role::System, rows::PERSON_MUST_DECIDE)?;
    Ok(vec![Fact::LevelSet { level, why: why.to_owned(), by: ctx.actor.person.clone(), at }])
}

fn assemble(
    state: &State,
    units: &BTreeSet<Agency>,
    at: DateTime,
    ctx: &Circumstances<'_>,
) -> Decided {
    timely(state, at, ctx)?;
    require(!units.is_empty(), rows::TEXT_MISSING)?;
    let has = |code: &str| units.iter().any(|unit| unit.code.as_str() == code);
    if let Some((_, zh)) = TEAM.iter().find(|(code, _)| state.collective && !has(code)) {
        return Err(rows::TEAM_INCOMPLETE.with(zh).into());
    }
    Ok(vec![Fact::TeamAssembled { units: units.clone(), at }])
}

fn first_signal(state: &State) -> DateTime {
    state.signals.iter().map(|signal| signal.at).min().unwrap_or(state.latest)
}

fn contact(state: &State, at: DateTime, ctx: &Circumstances<'_>) -> Decided {
    come(at, ctx)?;
    require(at >= first_signal(state), rows::NO_SIGNAL)?;
    require(state.first_contact.is_none(), rows::CONTACTED_ALREADY)?;
    Ok(vec![Fact::Contacted { minutes: minutes(first_signal(state), at), at }])
}

fn next_no(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX - 1).saturating_add(1)
}

fn entry<T>(list: &[T], no: u32) -> Option<&T> {
    let place = usize::try_from(no).ok()?.checked_sub(1)?;
    list.get(place)
}

fn assign(
    state: &State,
    unit: Agency,
    what: &str,
    due: Date,
    at: DateTime,
    ctx: &Circumstances<'_>,
) -> Decided {
    stated(what)?;
    timely(state, at, ctx)?;
    let last = ctx.last_day(tell::TASK_RULE, at.date())?;
    if due < at.date() || due > last {
        return Err(rows::DUE_TOO_LATE.with(last).into());
    }
    let task = Task { unit, what: what.to_owned(), due, done: None };
    Ok(vec![Fact::TaskGiven { no: next_no(state.tasks.len()), task, at }])
}

/// By the unit that has the task, or by the unit whose case it is.
fn prove_task(
    state: &State,
    no: u32,
    evidence: &str,
    at: DateTime,
    ctx: &Circumstances<'_>,
) -> Decided {
    stated(evidence)?;
    timely(state, at, ctx)?;
    let open = entry(&state.tasks, no).filter(|task| task.done.is_none());
    let task = open.ok_or(rows::NO_SUCH_TASK)?;
    let here = state.unit.is_none_or(|unit| unit == ctx.actor.agency);
    require(here || task.unit == ctx.actor.agency, rows::OTHER_UNIT)?;
    Ok(vec![Fact::TaskProved { no, evidence: evidence.to_owned(), at }])
}

/// What an agreement promised to people is not yet paid (S02.8).
fn expect(state: &State, payment: &Payment, at: DateTime, ctx: &Circumstances<'_>) -> Decided {
    timely(state, at, ctx)?;
    require(payment.amount.0 > 0 && payment.people > 0, rows::NOT_MONEY)?;
    require(state.disputes.contains(&payment.dispute), rows::NOT_BEHIND)?;
    let payment = Payment { proof: None, ..payment.clone() };
    Ok(vec![Fact::PaymentExpected { no: next_no(state.payments.len()), payment, at }])
}

fn prove_payment(
    state: &State,
    no: u32,
    proof: &str,
    at: DateTime,
    ctx: &Circumstances<'_>,
) -> Decided {
    stated(proof)?;
    timely(state, at, ctx)?;
    let open = entry(&state.payments, no).is_some_and(|payment| payment.proof.is_none());
    require(open, rows::NO_SUCH_PAYMENT)?;
    Ok(vec![Fact::PaymentProved { no, proof: proof.to_owned(), at }])
}

fn unfounded(state: &State, finding: &str, at: DateTime, ctx: &Circumstances<'_>) -> Decided {
    stated(finding)?;
    timely(state, at, ctx)?;
    require(!state.incident_open, rows::INCIDENT_OPEN)?;
    require(state.first_contact.is_some(), rows::NOT_CONTACTED)?;
    let ended = tell::running(state);
    Ok(vec![Fact::FoundUnfounded { finding: finding.to_owned(), ended, at }])
}

/// Only with its trace and its proofs; an agreement or a withdrawal is neither.
fn close(state: &State, why: &str, at: DateTime, ctx: &Circumstances<'_>) -> Decided {
    stated(why)?;
    timely(state, at, ctx)?;
    require(!state.incident_open, rows::INCIDENT_OPEN)?;
    let contact = state.first_contact.ok_or(rows::NOT_CONTACTED)?;
    let investigated = state.investigator.is_some() && !state.findings.is_empty();
    require(investigated, rows::NOT_INVESTIGATED)?;
    if state.team_due {
        return Err(rows::TEAM_INCOMPLETE.with(TEAM[0].1).into());
    }
    if let Some((no, _)) = (1..).zip(&state.tasks).find(|(_, task): &(u32, _)| task.done.is_none())
    {
        return Err(rows::TASKS_OPEN.with(no).into());
    }
    let unproved = |(_, payment): &(u32, &Payment)| payment.proof.is_none();
    if let Some((no, _)) = (1..).zip(&state.payments).find(unproved) {
        return Err(rows::PAYMENT_UNPROVED.with(no).into());
    }
    let contact = minutes(first_signal(state), contact);
    Ok(vec![Fact::Closed { why: why.to_owned(), contact, by: ctx.actor.person.clone(), at }])
}

/// A late duty stays a duty: its clock begins again until it is done.
fn flag_late(state: &State, level: Level, clock: &str, ctx: &Circumstances<'_>) -> Decided {
    require(tell::running(state).iter().any(|key| key == clock), rows::NO_SUCH_CLOCK)?;
    let rule = tell::rule_of(clock, level).to_owned();
    Ok(vec![Fact::LatenessFound { clock: clock.to_owned(), rule, at: ctx.now.local() }])
}
