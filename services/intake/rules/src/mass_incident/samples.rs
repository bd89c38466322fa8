//! Sample courses for tests and the bench: lawful ones from the first signal to each ending, and commands in
//! all variety.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use jiefen_procedure::kit::{Move, day};
use jiefen_vocab::{Channel, DisputeId, DisputeKind, Private, Region, Role};
use jiff::civil::DateTime;

use super::{Command, Earlier, Lane, LaneDuty, MassIncident, Measure, MeasureKind, Review};
use crate::signal::{Level, Signal, SignalKind};

type Moves = Vec<Move<MassIncident>>;

/// A local time: `2026-05-06 09:10`.
pub fn time(text: &str) -> DateTime {
    text.parse().unwrap()
}

/// The dispute behind the samples.
pub const DISPUTE: DisputeId = DisputeId::from_bits(7);

/// A signal over a heating fee at one estate.
pub fn signal(kind: SignalKind, people: u32, count: u32, at: DateTime) -> Signal {
    Signal {
        kind,
        channel: Channel::Phone,
        against: Some(Private::new("某物业公司".to_owned())),
        place: "640122101".parse().unwrap(),
        sensitive: false,
        cause: DisputeKind::PropertyManagement,
        people,
        count,
        at,
        dispute: None,
        threatened: None,
        source: String::new(),
    }
}

/// The report of a signal.
pub fn report(signal: Signal) -> Command {
    Command::ReportSignal { signal, disputes: BTreeSet::new() }
}

/// One unit for each lane, the police on the scene.
pub fn lanes() -> Vec<LaneDuty> {
    let duty = |lane, unit: &str| LaneDuty {
        lane,
        unit: unit.parse().unwrap(),
        person: "值班负责人".to_owned(),
        arrived: None,
        closed: None,
    };
    vec![
        duty(Lane::OnSite, "640122.police"),
        duty(Lane::OnSite, "640122.housing"),
        duty(Lane::Area, "640122101.centre"),
        duty(Lane::Information, "640122.internet_office"),
    ]
}

/// The report to the level above.
pub fn up(to: &str, skips: Option<&str>, people: u32, at: DateTime) -> Command {
    let to: Region = to.parse().unwrap();
    let text = "小区因采暖费聚集，已处置".to_owned();
    Command::ReportUp { to, skips: skips.map(str::to_owned), text, people, at }
}

/// A measure on the scene.
pub fn measure(kind: MeasureKind, at: DateTime) -> Command {
    Command::TakeMeasure { measure: Measure { kind, why: "劝离无效".to_owned(), at } }
}

/// A review with the trace of the samples' dispute.
pub fn review(traced: bool, data_settled: bool, at: DateTime) -> Command {
    let earlier =
        Earlier { dispute: DISPUTE, held_by: None, since: at, done: "无人承办".to_owned() };
    let trace = if traced { vec![earlier] } else { Vec::new() };
    let (cause, lessons) = ("采暖费标准未公示".to_owned(), "信号当日落实责任单位".to_owned());
    Command::Review { review: Review { cause, lessons, trace, data_settled }, at }
}

/// The decision on a signal.
pub fn verify(holds: bool, level: Option<Level>, at: DateTime) -> Command {
    Command::Verify { holds, level, finding: "已向社区核实".to_owned(), at }
}

/// The situation now.
pub fn situation(people: u32, at: DateTime) -> Command {
    Command::ReportSituation { people, text: "秩序平稳".to_owned(), at }
}

/// A change of the level.
pub fn set(level: Level, at: DateTime) -> Command {
    Command::SetLevel { level, why: "研判".to_owned(), at }
}

/// The end of the response.
pub fn stand_down(at: DateTime) -> Command {
    Command::StandDown { why: "人员散去".to_owned(), at }
}

/// The end of the warning.
pub fn lift(at: DateTime) -> Command {
    Command::Lift { why: "已答复业主".to_owned(), at }
}

/// The call-out with the lanes given.
pub fn call_out(lanes: Vec<LaneDuty>, at: DateTime) -> Command {
    Command::CallOut { lanes, commander: "现场指挥".to_owned(), at }
}

fn close(lane: Lane, at: DateTime) -> Command {
    Command::CloseLane { lane, result: "已完成".to_owned(), at }
}

/// S11: three complaints, two more, forty messages; a call to gather; it never happens.
pub fn never_happened() -> Moves {
    let at = |text: &str| time(text);
    let complaint = |count, text: &str| signal(SignalKind::Complaint, count, count, at(text));
    let call = signal(SignalKind::OnlineCall, 0, 1, at("2026-05-08 08:00"));
    vec![
        (day("2026-05-06"), Role::WindowClerk, report(complaint(2, "2026-05-06 08:05"))),
        (
            day("2026-05-06"),
            Role::WindowClerk,
            Command::JoinSignal { signal: complaint(40, "2026-05-06 08:40") },
        ),
        (day("2026-05-06"), Role::Mediator, Command::RecordContact { at: at("2026-05-06 09:50") }),
        (day("2026-05-08"), Role::System, Command::JoinSignal { signal: call }),
        (
            day("2026-05-08"),
            Role::CentreDirector,
            Command::PrepareLanes { lanes: lanes(), at: at("2026-05-08 08:20") },
        ),
        (day("2026-05-08"), Role::CentreDirector, up("640100", None, 40, at("2026-05-08 08:25"))),
        (day("2026-05-11"), Role::CentreDirector, lift(at("2026-05-11 09:00"))),
    ]
}

/// A gathering of forty at an estate, worked on, ended and reviewed.
pub fn happened() -> Moves {
    let on = day("2026-05-10");
    let clock = |minute: &str| time(&format!("2026-05-10 09:{minute}"));
    let mut course = vec![
        (on, Role::PoliceOfficer, report(signal(SignalKind::Gathering, 40, 1, clock("00")))),
        (on, Role::CentreDirector, call_out(lanes(), clock("05"))),
        (on, Role::CentreDirector, up("640100", None, 40, clock("08"))),
    ];
    for (minute, duty) in ["10", "12", "14", "16"].iter().zip(lanes()) {
        let arrival = Command::RecordArrival { unit: duty.unit, at: clock(minute) };
        course.push((on, Role::PoliceOfficer, arrival));
    }
    course.push((on, Role::Mediator, measure(MeasureKind::Persuade, clock("20"))));
    course.push((on, Role::PoliceOfficer, measure(MeasureKind::Guard, clock("22"))));
    course.push((on, Role::WindowClerk, situation(40, clock("30"))));
    course.push((
        on,
        Role::WindowClerk,
        Command::LinkDispute { dispute: DISPUTE, at: clock("40") },
    ));
    for lane in Lane::ALL {
        course.push((on, Role::PoliceOfficer, close(lane, clock("50"))));
    }
    course.push((on, Role::CentreDirector, stand_down(clock("55"))));
    let reviewed = review(true, true, time("2026-05-20 09:00"));
    course.push((day("2026-05-20"), Role::CentreDirector, reviewed));
    course
}

/// Lawful courses from the first signal to each ending.
pub fn lines() -> Vec<Moves> {
    let on = day("2026-05-06");
    let alone = report(signal(SignalKind::CommonClaim, 3, 1, time("2026-05-06 08:05")));
    let unfounded = vec![
        (on, Role::WindowClerk, alone),
        (on, Role::CentreDirector, verify(false, None, time("2026-05-06 09:00"))),
    ];
    vec![never_happened(), happened(), unfounded, dispersed(), averted()]
}

/// They went home before every unit had come.
fn dispersed() -> Moves {
    let done = happened();
    let begun = done.iter().take(3).chain(&done[10..]);
    begun.cloned().collect()
}

/// A red warning that came to nothing.
fn averted() -> Moves {
    let on = day("2026-05-10");
    let clock = |minute: &str| time(&format!("2026-05-10 09:{minute}"));
    vec![
        (on, Role::PoliceOfficer, report(signal(SignalKind::Gathering, 40, 1, clock("00")))),
        (on, Role::PoliceOfficer, Command::RecordContact { at: clock("10") }),
        (on, Role::CentreDirector, up("640100", None, 40, clock("12"))),
        (on, Role::CentreDirector, lift(clock("50"))),
    ]
}

/// Commands in all variety.
pub fn moves() -> Moves {
    let mut all: Moves = lines().into_iter().flatten().collect();
    let on = day("2026-05-20");
    let now = time("2026-05-20 09:30");
    let mut signals = vec![signal(SignalKind::CommonClaim, 3, 1, now)];
    for (kind, people) in [
        (SignalKind::CommonClaim, 30),
        (SignalKind::OnlineCall, 0),
        (SignalKind::Gathering, 300),
        (SignalKind::Violence, 20),
    ] {
        signals.push(signal(kind, people, 1, now));
    }
    let other = Signal {
        place: "640122102".parse().unwrap(),
        cause: DisputeKind::Labour,
        against: None,
        ..signals[0].clone()
    };
    let future = signal(SignalKind::CommonClaim, 3, 1, time("2026-05-21 09:00"));
    for signal in signals.into_iter().chain([other, future]) {
        all.push((on, Role::WindowClerk, report(signal.clone())));
        all.push((on, Role::System, Command::JoinSignal { signal }));
    }
    let director = decisions(now);
    all.extend(director.into_iter().map(|command| (on, Role::CentreDirector, command)));
    for kind in [MeasureKind::Guard, MeasureKind::Separate, MeasureKind::SealOff] {
        all.push((on, Role::PoliceOfficer, measure(kind, now)));
        all.push((on, Role::DepartmentOfficer, measure(kind, now)));
    }
    for clock in ["verify", "contact", "report_up", "watch", "arrival", "review", "sleep"] {
        all.push((on, Role::System, Command::FlagLate { clock: clock.to_owned() }));
    }
    all
}

fn decisions(now: DateTime) -> Vec<Command> {
    let without = |skip: usize| {
        let mut lanes = lanes();
        lanes.remove(skip);
        lanes
    };
    let nameless = || {
        let mut lanes = lanes();
        lanes[0].person.clear();
        lanes
    };
    let mut all = vec![
        verify(true, None, now),
        verify(true, Some(Level::Yellow), now),
        verify(true, Some(Level::Orange), now),
        verify(true, Some(Level::Red), now),
        verify(false, None, now),
        set(Level::Yellow, now),
        set(Level::Orange, now),
        set(Level::Red, now),
        set(Level::Red, time("2026-05-01 09:00")),
        Command::SetLevel { level: Level::Red, why: " ".to_owned(), at: now },
        Command::RecordContact { at: now },
        Command::PrepareLanes { lanes: lanes(), at: now },
        Command::PrepareLanes { lanes: without(0), at: now },
        Command::PrepareLanes { lanes: nameless(), at: now },
        call_out(lanes(), now),
        call_out(Vec::new(), now),
        call_out(without(2), now),
        Command::RecordArrival { unit: "640122.court".parse().unwrap(), at: now },
        situation(50, now),
        situation(5000, now),
        up("640100", None, 5000, now),
        up("640000", None, 5000, now),
        up("640000", Some("市里正在开会，情况紧急"), 5000, now),
        up("640122", None, 5000, now),
        up("640100", None, 0, now),
        Command::LinkDispute { dispute: DISPUTE, at: now },
        stand_down(now),
        lift(now),
        review(false, true, now),
        review(true, false, now),
        review(true, true, now),
    ];
    all.extend(lanes().into_iter().map(|duty| Command::RecordArrival { unit: duty.unit, at: now }));
    all.extend(Lane::ALL.map(|lane| close(lane, now)));
    all
}
