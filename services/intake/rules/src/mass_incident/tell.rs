//! What others need to know: outline, clocks, expiry, names, roles.

use jiefen_procedure::{ClockEffect, Outline};
use jiefen_vocab::Role;
use jiff::civil::DateTime;

use super::{Command, Fact, KIND, Lane, Stage, State};
use crate::signal::Level;

/// The signal is to be checked.
pub(super) const VERIFY: &str = "verify";
/// The first contact with those concerned.
pub(super) const CONTACT: &str = "contact";
/// The level above is to be told, at once.
pub(super) const REPORT_UP: &str = "report_up";
/// The situation is to be looked at again.
pub(super) const WATCH: &str = "watch";
/// The units called out are to come.
pub(super) const ARRIVAL: &str = "arrival";
/// The review is to be made.
pub(super) const REVIEW: &str = "review";

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "report_signal",
    "join_signal",
    "verify",
    "set_level",
    "record_contact",
    "prepare_lanes",
    "call_out",
    "record_arrival",
    "take_measure",
    "report_situation",
    "report_up",
    "link_dispute",
    "close_lane",
    "stand_down",
    "lift",
    "review",
    "flag_late",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::ReportSignal { .. } => "report_signal",
        Command::JoinSignal { .. } => "join_signal",
        Command::Verify { .. } => "verify",
        Command::SetLevel { .. } => "set_level",
        Command::RecordContact { .. } => "record_contact",
        Command::PrepareLanes { .. } => "prepare_lanes",
        Command::CallOut { .. } => "call_out",
        Command::RecordArrival { .. } => "record_arrival",
        Command::TakeMeasure { .. } => "take_measure",
        Command::ReportSituation { .. } => "report_situation",
        Command::ReportUp { .. } => "report_up",
        Command::LinkDispute { .. } => "link_dispute",
        Command::CloseLane { .. } => "close_lane",
        Command::StandDown { .. } => "stand_down",
        Command::Lift { .. } => "lift",
        Command::Review { .. } => "review",
        Command::FlagLate { .. } => "flag_late",
    }
}

/// Who may give a command. A machine reports and joins signals; every level, call-out and end is a person's.
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{
        CentreDirector, DepartmentOfficer, Mediator, PetitionOfficer, PoliceOfficer, System,
        WindowClerk,
    };
    match command {
        "report_signal" | "join_signal" => &[
            WindowClerk,
            CentreDirector,
            Mediator,
            PetitionOfficer,
            PoliceOfficer,
            DepartmentOfficer,
            System,
        ],
        "verify" | "set_level" | "prepare_lanes" | "call_out" | "stand_down" | "lift"
        | "report_up" | "review" => &[CentreDirector, PoliceOfficer, DepartmentOfficer],
        "record_contact" | "record_arrival" | "report_situation" | "link_dispute"
        | "close_lane" | "take_measure" => {
            &[WindowClerk, CentreDirector, Mediator, PoliceOfficer, DepartmentOfficer]
        }
        "flag_late" => &[System],
        _ => &[],
    }
}

/// The clocks that may run in a stage.
pub(super) const fn clocks_of(stage: Stage) -> &'static [&'static str] {
    match stage {
        Stage::Signalled => &[VERIFY, CONTACT],
        Stage::Warned { .. } => &[WATCH, CONTACT, REPORT_UP],
        Stage::CalledOut => &[ARRIVAL, WATCH, CONTACT, REPORT_UP],
        Stage::OnSite => &[WATCH, REPORT_UP],
        Stage::StoodDown => &[REVIEW],
        Stage::Reviewed | Stage::Lifted | Stage::Unfounded => &[],
    }
}

const DAILY: &str = "policy.incident_watch";
const HOURLY: &str = "policy.incident_situation";

/// How soon the situation is looked at again: yellow daily, else every few hours.
pub(super) const fn watch_rule(stage: Stage) -> &'static str {
    match stage {
        Stage::Warned { level: Level::Yellow } => DAILY,
        Stage::Warned { level: Level::Orange | Level::Red }
        | Stage::Signalled
        | Stage::CalledOut
        | Stage::OnSite
        | Stage::StoodDown
        | Stage::Reviewed
        | Stage::Lifted
        | Stage::Unfounded => HOURLY,
    }
}

/// The rule under which a late duty runs again.
pub(super) fn late_rule(clock: &str, stage: Stage) -> &'static str {
    match clock {
        VERIFY => "policy.signal_check",
        CONTACT => "policy.signal_contact",
        REPORT_UP => "policy.incident_report",
        ARRIVAL => "policy.incident_arrival",
        REVIEW => "policy.incident_review",
        _ => watch_rule(stage),
    }
}

fn start(key: &str, rule: &str, from: DateTime) -> ClockEffect {
    let (key, rule) = (key.to_owned(), rule.to_owned());
    // The review alone is counted in days.
    if key == REVIEW {
        return ClockEffect::Start { key, rule, from: from.date() };
    }
    ClockEffect::StartAt { key, rule, from }
}

fn met(key: &str) -> ClockEffect {
    ClockEffect::Met { key: key.to_owned() }
}

fn cancel(key: &str) -> ClockEffect {
    ClockEffect::Cancel { key: key.to_owned() }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    let watch = |level: Level, at: DateTime| start(WATCH, watch_rule(Stage::Warned { level }), at);
    match fact {
        Fact::SignalReported { signal, level, .. } => {
            let first = match level {
                Some(level) => watch(*level, signal.at),
                None => start(VERIFY, "policy.signal_check", signal.at),
            };
            vec![first, start(CONTACT, "policy.signal_contact", signal.at)]
        }
        Fact::LevelSet { level, at, .. } => vec![met(VERIFY), met(WATCH), watch(*level, *at)],
        Fact::FoundUnfounded { .. } => vec![met(VERIFY), cancel(CONTACT)],
        Fact::Contacted { .. } => vec![met(CONTACT)],
        Fact::CalledOut { at, .. } => vec![
            met(WATCH),
            start(WATCH, HOURLY, *at),
            start(ARRIVAL, "policy.incident_arrival", *at),
        ],
        Fact::Arrived { all: true, .. } => vec![met(ARRIVAL)],
        Fact::SituationReported { rule, at, .. } => vec![met(WATCH), start(WATCH, rule, *at)],
        Fact::ReportOwed { at } => vec![start(REPORT_UP, "T-R-09", *at)],
        Fact::ReportedUp { .. } => vec![met(REPORT_UP)],
        Fact::StoodDown { at, .. } => vec![
            met(WATCH),
            cancel(ARRIVAL),
            cancel(CONTACT),
            start(REVIEW, "policy.incident_review", *at),
        ],
        Fact::WarningLifted { .. } => vec![met(WATCH)],
        Fact::Reviewed { .. } => vec![met(REVIEW)],
        Fact::LatenessFound { clock, rule, at } => vec![start(clock, rule, *at)],
        Fact::SignalJoined { .. }
        | Fact::LanesPrepared { .. }
        | Fact::Arrived { all: false, .. }
        | Fact::MeasureTaken { .. }
        | Fact::DisputeLinked { .. }
        | Fact::LaneClosed { .. } => Vec::new(),
    }
}

/// Every clock here is a duty of an office: late, it is a finding, and it runs again until it is done.
pub(super) fn expired(state: &State, clock: &str) -> Option<Command> {
    let known = clocks_of(state.stage).contains(&clock);
    known.then(|| Command::FlagLate { clock: clock.to_owned() })
}

/// The next step of a stage, verb first: Chinese, English.
pub(super) const fn next(stage: Stage) -> (&'static str, &'static str) {
    match stage {
        Stage::Signalled => ("核实信号", "check the signal"),
        Stage::Warned { level: Level::Yellow } => {
            ("联系当事人，组织调解，每日研判", "contact those concerned, mediate, look daily")
        }
        Stage::Warned { level: Level::Orange | Level::Red } => (
            "立即上报，预置三线，决定是否启动响应",
            "report up at once, prepare the lanes, decide on the call-out",
        ),
        Stage::CalledOut => ("到场并续报情况", "come to the place and report"),
        Stage::OnSite => {
            ("现场处置，收线后解除响应", "work on the scene, close the lanes, stand down")
        }
        Stage::StoodDown => ("查明原因，评估并上报", "find the cause, review and report"),
        Stage::Reviewed | Stage::Lifted | Stage::Unfounded => ("", ""),
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, state_zh) = match state.stage {
        Stage::Signalled => ("signalled", "已接信号，核实中"),
        Stage::Warned { level } => (level.code(), level.zh()),
        Stage::CalledOut => ("called_out", "已启动响应，力量集结"),
        Stage::OnSite => ("on_site", "现场处置"),
        Stage::StoodDown => ("stood_down", "已解除响应，待评估"),
        Stage::Reviewed => ("reviewed", "已评估办结"),
        Stage::Lifted => ("lifted", "预警已解除"),
        Stage::Unfounded => ("unfounded", "核实不属实"),
    };
    let (next_zh, next_en) = next(state.stage);
    Outline {
        kind: KIND,
        state: code,
        state_zh,
        open: !next_zh.is_empty(),
        next_zh: next_zh.to_owned(),
        next_en: next_en.to_owned(),
        person: state.commander.clone(),
    }
}

impl Lane {
    /// Its Chinese name.
    pub const fn zh(self) -> &'static str {
        match self {
            Lane::OnSite => "现场处置",
            Lane::Area => "社会面防控",
            Lane::Information => "舆论引导",
        }
    }
}
