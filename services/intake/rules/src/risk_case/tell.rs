//! What others need to know: outline, clocks, names, roles.

use jiefen_procedure::{ClockEffect, Outline};
use jiefen_vocab::Role;
use jiff::civil::DateTime;

use super::{Command, Fact, KIND, Stage, State};
use crate::signal::Level;

pub(super) const TASK_RULE: &str = "policy.risk_task";
const PAYMENT_RULE: &str = "policy.risk_payment";

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "open",
    "join_signal",
    "set_level",
    "name_investigator",
    "assemble_team",
    "record_contact",
    "record_finding",
    "assign_task",
    "prove_task",
    "expect_payment",
    "prove_payment",
    "note_incident",
    "find_unfounded",
    "close",
    "flag_late",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Open { .. } => "open",
        Command::JoinSignal { .. } => "join_signal",
        Command::SetLevel { .. } => "set_level",
        Command::NameInvestigator { .. } => "name_investigator",
        Command::AssembleTeam { .. } => "assemble_team",
        Command::RecordContact { .. } => "record_contact",
        Command::RecordFinding { .. } => "record_finding",
        Command::AssignTask { .. } => "assign_task",
        Command::ProveTask { .. } => "prove_task",
        Command::ExpectPayment { .. } => "expect_payment",
        Command::ProvePayment { .. } => "prove_payment",
        Command::NoteIncident { .. } => "note_incident",
        Command::FindUnfounded { .. } => "find_unfounded",
        Command::Close { .. } => "close",
        Command::FlagLate { .. } => "flag_late",
    }
}

/// Who may give a command. A machine joins and raises; a person lowers, finds and closes.
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{
        CentreDirector, DepartmentOfficer, MediationHead, Mediator, PetitionOfficer, PoliceOfficer,
        System, WindowClerk,
    };
    match command {
        "open" | "join_signal" | "set_level" => &[
            WindowClerk,
            CentreDirector,
            Mediator,
            MediationHead,
            PetitionOfficer,
            PoliceOfficer,
            DepartmentOfficer,
            System,
        ],
        "note_incident" => &[CentreDirector, PoliceOfficer, System],
        "record_contact" | "record_finding" | "prove_task" | "expect_payment" | "prove_payment" => {
            &[
                WindowClerk,
                CentreDirector,
                Mediator,
                MediationHead,
                PetitionOfficer,
                PoliceOfficer,
                DepartmentOfficer,
            ]
        }
        "name_investigator" | "assemble_team" | "assign_task" | "find_unfounded" | "close" => {
            &[CentreDirector, MediationHead]
        }
        "flag_late" => &[System],
        _ => &[],
    }
}

/// How soon the risk is looked at again.
pub(super) const fn watch_rule(level: Level) -> &'static str {
    match level {
        Level::Yellow => "policy.incident_watch",
        Level::Orange | Level::Red => "policy.incident_situation",
    }
}

/// The rule under which a clock runs.
pub(super) fn rule_of(clock: &str, level: Level) -> &'static str {
    match clock.split(':').next().unwrap_or(clock) {
        "contact" => "policy.signal_contact",
        "team" => "policy.risk_team",
        "task" => TASK_RULE,
        "payment" => PAYMENT_RULE,
        _ => watch_rule(level),
    }
}

/// The keys of the clocks that run.
pub(super) fn running(state: &State) -> Vec<String> {
    let mut keys = Vec::new();
    if !matches!(state.stage, Stage::Open { .. }) {
        return keys;
    }
    keys.push("watch".to_owned());
    if state.first_contact.is_none() {
        keys.push("contact".to_owned());
    }
    if state.team_due {
        keys.push("team".to_owned());
    }
    let tasks = (1..).zip(&state.tasks).filter(|(_, task): &(u32, _)| task.done.is_none());
    keys.extend(tasks.map(|(no, _)| format!("task:{no}")));
    let due = (1..).zip(&state.payments).filter(|(_, paid): &(u32, _)| paid.proof.is_none());
    keys.extend(due.map(|(no, _)| format!("payment:{no}")));
    keys
}

fn start(key: &str, rule: &str, from: DateTime) -> ClockEffect {
    let (key, rule) = (key.to_owned(), rule.to_owned());
    // Tasks and payments are counted in days, warnings in hours.
    if key.starts_with("task:") || key.starts_with("payment:") {
        return ClockEffect::Start { key, rule, from: from.date() };
    }
    ClockEffect::StartAt { key, rule, from }
}

fn met(key: &str) -> ClockEffect {
    ClockEffect::Met { key: key.to_owned() }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    let team = |at: DateTime| start("team", "policy.risk_team", at);
    match fact {
        Fact::Opened { signals, level, collective, at, .. } => {
            let first = signals.iter().map(|signal| signal.at).min().unwrap_or(*at);
            let mut effects = vec![
                start("watch", watch_rule(*level), *at),
                start("contact", "policy.signal_contact", first),
            ];
            effects.extend(collective.then(|| team(*at)));
            effects
        }
        Fact::SignalJoined { signal, collective: true } => vec![team(signal.at)],
        Fact::LevelSet { level, at, .. } => {
            vec![met("watch"), start("watch", watch_rule(*level), *at)]
        }
        Fact::TeamAssembled { .. } => vec![met("team")],
        Fact::Contacted { .. } => vec![met("contact")],
        Fact::Found { rule, at, .. } => vec![met("watch"), start("watch", rule, *at)],
        Fact::TaskGiven { no, at, .. } => vec![start(&format!("task:{no}"), TASK_RULE, *at)],
        Fact::TaskProved { no, .. } => vec![met(&format!("task:{no}"))],
        Fact::PaymentExpected { no, payment, .. } => {
            let from = payment.due.at(0, 0, 0, 0);
            vec![start(&format!("payment:{no}"), PAYMENT_RULE, from)]
        }
        Fact::PaymentProved { no, .. } => vec![met(&format!("payment:{no}"))],
        Fact::FoundUnfounded { ended, .. } => {
            ended.iter().map(|key| ClockEffect::Cancel { key: key.clone() }).collect()
        }
        Fact::Closed { .. } => vec![met("watch")],
        Fact::LatenessFound { clock, rule, at } => vec![start(clock, rule, *at)],
        Fact::SignalJoined { collective: false, .. }
        | Fact::InvestigatorNamed { .. }
        | Fact::IncidentNoted { .. } => Vec::new(),
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, state_zh, open) = match state.stage {
        Stage::Open { level } => (level.code(), level.zh(), true),
        Stage::Closed => ("closed", "已销号", false),
        Stage::Unfounded => ("unfounded", "核实不属实", false),
    };
    let (next_zh, next_en) = match state.stage {
        Stage::Closed | Stage::Unfounded => ("", ""),
        Stage::Open { .. } if state.first_contact.is_none() => {
            ("联系当事人", "contact those concerned")
        }
        Stage::Open { .. } if state.payments.iter().any(|payment| payment.proof.is_none()) => {
            ("核实支付凭证", "see the proof of payment")
        }
        Stage::Open { .. } => {
            ("调查、交办任务，消除后销号", "investigate, give tasks, close when gone")
        }
    };
    Outline {
        kind: KIND,
        state: code,
        state_zh,
        open,
        next_zh: next_zh.to_owned(),
        next_en: next_en.to_owned(),
        person: state.investigator.clone(),
    }
}
