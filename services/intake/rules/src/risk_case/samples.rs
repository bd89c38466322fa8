//! Sample courses for tests and the bench: lawful ones from the opening to each ending, and commands in all
//! variety.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::kit::{Move, day};
use jiefen_vocab::{Agency, Channel, DisputeId, DisputeKind, Fen, Private, Role};
use jiff::civil::DateTime;

use super::{Command, Payment, RiskCase};
use crate::signal::{Level, Signal, SignalKind};

type Moves = Vec<Move<RiskCase>>;

/// A local time: `2026-09-14 09:10`.
pub fn time(text: &str) -> DateTime {
    text.parse().unwrap()
}

/// The dispute behind the samples.
pub const DISPUTE: DisputeId = DisputeId::from_bits(7);

/// A signal over wages at one employer.
pub fn signal(kind: SignalKind, people: u32, at: DateTime) -> Signal {
    Signal {
        kind,
        channel: Channel::LabourWindow,
        against: Some(Private::new("某建筑公司".to_owned())),
        place: "640122101".parse().unwrap(),
        sensitive: false,
        cause: DisputeKind::Labour,
        people,
        count: 1,
        at,
        dispute: None,
        threatened: None,
        source: String::new(),
    }
}

/// The opening with one signal.
pub fn open(signal: Signal, why: Option<&str>) -> Command {
    let at = signal.at;
    let disputes = [DISPUTE].into();
    Command::Open { signals: vec![signal], disputes, why: why.map(str::to_owned), at }
}

/// Units by their codes.
pub fn units(codes: &[&str]) -> BTreeSet<Agency> {
    codes.iter().map(|code| format!("640122.{code}").parse().unwrap()).collect()
}

/// The team of a collective labour case.
pub fn team(at: DateTime) -> Command {
    Command::AssembleTeam { units: units(&["hrss", "trade_union", "police"]), at }
}

/// Wages promised to fifteen workers by 20 October.
pub fn wages(people: u32, dispute: DisputeId, at: DateTime) -> Command {
    let due = day("2026-10-20");
    let payment = Payment { dispute, people, amount: Fen::yuan(90_000), due, proof: None };
    Command::ExpectPayment { payment, at }
}

/// The proof of a payment.
pub fn paid(payment: u32, at: DateTime) -> Command {
    Command::ProvePayment { payment, proof: "银行代发回单".to_owned(), at }
}

/// The end.
pub fn close(at: DateTime) -> Command {
    Command::Close { why: "工资已全部支付".to_owned(), at }
}

/// A task of a department.
pub fn task(due: &str, at: DateTime) -> Command {
    let unit = "640122.market".parse().unwrap();
    Command::AssignTask { unit, what: "核查工资专户".to_owned(), due: day(due), at }
}

/// The evidence of a task.
pub fn done(task: u32, at: DateTime) -> Command {
    Command::ProveTask { task, evidence: "专户流水".to_owned(), at }
}

/// A finding.
pub fn found(at: DateTime) -> Command {
    Command::RecordFinding { finding: "拖欠三个月".to_owned(), at }
}

/// The finding that there is nothing.
pub fn unfounded(at: DateTime) -> Command {
    Command::FindUnfounded { finding: "工资已按月发放".to_owned(), at }
}

fn named(at: DateTime) -> Command {
    Command::NameInvestigator { person: "staff-3".to_owned(), at }
}

/// S02: eleven workers in the morning, twenty-three by evening; closed after the proof of payment.
pub fn wages_paid() -> Moves {
    let on = day("2026-09-14");
    let clock = |text: &str| time(&format!("2026-09-14 09:{text}"));
    let later = |text: &str| time(&format!("{text} 09:00"));
    let more = signal(SignalKind::CommonClaim, 23, time("2026-09-14 18:30"));
    vec![
        (on, Role::WindowClerk, open(signal(SignalKind::CommonClaim, 11, clock("10")), None)),
        (on, Role::CentreDirector, named(clock("20"))),
        (on, Role::CentreDirector, team(clock("40"))),
        (on, Role::Mediator, Command::RecordContact { at: clock("50") }),
        (day("2026-09-15"), Role::WindowClerk, Command::JoinSignal { signal: more }),
        (day("2026-09-15"), Role::Mediator, found(later("2026-09-15"))),
        (day("2026-09-15"), Role::CentreDirector, task("2026-09-18", later("2026-09-15"))),
        (day("2026-09-16"), Role::Mediator, wages(15, DISPUTE, later("2026-09-16"))),
        (day("2026-09-18"), Role::DepartmentOfficer, done(1, later("2026-09-18"))),
        (day("2026-10-21"), Role::Mediator, paid(1, later("2026-10-21"))),
        (day("2026-10-22"), Role::CentreDirector, close(later("2026-10-22"))),
    ]
}

/// A gathering that became an incident, and ended.
fn gathered() -> Moves {
    let on = day("2026-05-20");
    let clock = |text: &str| time(&format!("2026-05-20 09:{text}"));
    vec![
        (on, Role::PoliceOfficer, open(signal(SignalKind::Gathering, 40, clock("00")), None)),
        (on, Role::PoliceOfficer, Command::NoteIncident { ended: false, at: clock("05") }),
        (on, Role::Mediator, Command::RecordContact { at: clock("10") }),
        (on, Role::CentreDirector, named(clock("12"))),
        (on, Role::Mediator, found(clock("15"))),
        (on, Role::PoliceOfficer, Command::NoteIncident { ended: true, at: clock("30") }),
        (on, Role::CentreDirector, close(clock("40"))),
    ]
}

/// A call to gather that was not so.
fn rumour() -> Moves {
    let on = day("2026-05-20");
    let clock = |text: &str| time(&format!("2026-05-20 09:{text}"));
    vec![
        (on, Role::System, open(signal(SignalKind::OnlineCall, 0, clock("00")), None)),
        (on, Role::Mediator, Command::RecordContact { at: clock("10") }),
        (on, Role::CentreDirector, task("2026-05-21", clock("20"))),
        (on, Role::CentreDirector, unfounded(clock("30"))),
    ]
}

/// A call to gather that was met in time.
fn met() -> Moves {
    let on = day("2026-05-20");
    let clock = |text: &str| time(&format!("2026-05-20 09:{text}"));
    let mut course = rumour();
    course.truncate(2);
    course.push((on, Role::CentreDirector, named(clock("12"))));
    course.push((on, Role::Mediator, found(clock("15"))));
    course.push((on, Role::CentreDirector, close(clock("40"))));
    course
}

/// Lawful courses from the opening to each ending.
pub fn lines() -> Vec<Moves> {
    let on = day("2026-05-20");
    let clock = |text: &str| time(&format!("2026-05-20 09:{text}"));
    let few = signal(SignalKind::CommonClaim, 3, clock("00"));
    let nothing = vec![
        (on, Role::WindowClerk, open(few, Some("家属情绪激动"))),
        (on, Role::Mediator, Command::RecordContact { at: clock("10") }),
        (on, Role::CentreDirector, unfounded(clock("30"))),
    ];
    vec![wages_paid(), gathered(), rumour(), met(), nothing]
}

/// Commands in all variety.
pub fn moves() -> Moves {
    let mut all: Moves = lines().into_iter().flatten().collect();
    let on = day("2026-05-20");
    let now = time("2026-05-20 09:45");
    for (kind, people) in [
        (SignalKind::CommonClaim, 3),
        (SignalKind::CommonClaim, 10),
        (SignalKind::OnlineCall, 0),
        (SignalKind::Gathering, 40),
    ] {
        let signal = signal(kind, people, now);
        all.push((on, Role::WindowClerk, open(signal.clone(), None)));
        all.push((on, Role::System, Command::JoinSignal { signal }));
    }
    let sourced =
        Signal { source: "dispute/7/threat".to_owned(), ..signal(SignalKind::OnlineCall, 0, now) };
    all.push((on, Role::System, open(sourced.clone(), None)));
    all.push((on, Role::System, Command::JoinSignal { signal: sourced }));
    let few = signal(SignalKind::CommonClaim, 3, now);
    all.push((on, Role::WindowClerk, open(few.clone(), Some("家属情绪激动"))));
    all.push((on, Role::System, open(few.clone(), Some("模型提示"))));
    let elsewhere = Signal { place: "640122102".parse().unwrap(), against: None, ..few.clone() };
    all.push((on, Role::System, Command::JoinSignal { signal: elsewhere.clone() }));
    let mixed = Command::Open {
        signals: vec![few, elsewhere],
        disputes: BTreeSet::new(),
        why: None,
        at: now,
    };
    let none = Command::Open { signals: Vec::new(), disputes: BTreeSet::new(), why: None, at: now };
    all.extend([mixed, none].map(|command| (on, Role::WindowClerk, command)));
    let stranger = DisputeId::from_bits(8);
    let commands = [
        named(now),
        named(time("2026-05-21 09:00")),
        team(now),
        Command::AssembleTeam { units: units(&["hrss", "police"]), at: now },
        Command::RecordContact { at: now },
        found(now),
        Command::RecordFinding { finding: " ".to_owned(), at: now },
        found(time("2026-05-01 09:00")),
        task("2026-05-22", now),
        task("2026-12-31", now),
        done(1, now),
        done(9, now),
        wages(15, DISPUTE, now),
        wages(0, DISPUTE, now),
        wages(15, stranger, now),
        paid(1, now),
        paid(9, now),
        Command::NoteIncident { ended: false, at: now },
        Command::NoteIncident { ended: true, at: now },
        unfounded(now),
        close(now),
    ];
    all.extend(commands.into_iter().map(|command| (on, Role::CentreDirector, command)));
    for level in [Level::Yellow, Level::Orange, Level::Red] {
        let set = Command::SetLevel { level, why: "研判".to_owned(), at: now };
        all.push((on, Role::CentreDirector, set.clone()));
        all.push((on, Role::System, set));
    }
    for clock in ["watch", "contact", "team", "task:1", "payment:1", "sleep"] {
        all.push((on, Role::System, Command::FlagLate { clock: clock.to_owned() }));
    }
    all
}
