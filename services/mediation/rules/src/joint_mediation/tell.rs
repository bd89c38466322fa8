//! What others need to know of a joint mediation: outline, clocks, notices, roles.

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::Role;

use super::decide::{LENGTH, MIRROR};
use super::{Command, Ending, Fact, Stage, State};
use crate::basis::cited;
use crate::draw::{cancel, met, next, notice, start};
use crate::talks;

/// How soon a unit says whether it joins.
const JOIN: &str = "policy.handoff_reply";
/// A task is looked at when this has run from its own day.
const TASK: &str = "policy.progress_report";

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "call",
    "call_unit",
    "join",
    "decline_unit",
    "begin",
    "give_task",
    "report_task",
    "give_consent",
    "choose_mediator",
    "schedule_session",
    "hold_session",
    "extend",
    "put_text",
    "put_shared",
    "drop_text",
    "confirm_text",
    "sign",
    "withdraw_consent",
    "call_off",
    "end_failed",
    "lapse",
    "acknowledge",
    "close_mirror",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Call { .. } => "call",
        Command::CallUnit { .. } => "call_unit",
        Command::Join { .. } => "join",
        Command::DeclineUnit { .. } => "decline_unit",
        Command::Begin { .. } => "begin",
        Command::GiveTask { .. } => "give_task",
        Command::ReportTask { .. } => "report_task",
        Command::Talk(step) => step.name(),
        Command::PutShared { .. } => "put_shared",
        Command::WithdrawConsent { .. } => "withdraw_consent",
        Command::CallOff { .. } => "call_off",
        Command::EndFailed { .. } => "end_failed",
        Command::Lapse => "lapse",
        Command::Acknowledge { .. } => "acknowledge",
        Command::CloseMirror => "close_mirror",
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = match &state.stage {
        Stage::Called => ("called", "召集"),
        Stage::Mediating if state.talks.text.is_some() => ("drafted", "协议待签"),
        Stage::Mediating => ("mediating", "调解中"),
        Stage::Mirroring { .. } => ("mirroring", "结果待回执"),
        Stage::Ended { ending, .. } => match ending {
            Ending::Agreed => ("agreed", "达成协议"),
            Ending::Withdrawn => ("withdrawn", "撤回"),
            Ending::Failed | Ending::TermOver => ("failed", "调解不成"),
            Ending::NotConvened => ("not_convened", "未能召集"),
        },
    };
    let (next_zh, next_en) = match &state.stage {
        Stage::Called => {
            next("等各单位答复、各方同意后开始", "begin once units and parties have answered")
        }
        Stage::Mediating => state.talks.next(),
        Stage::Mirroring { .. } => next("收齐各单位对结果的回执", "collect the units' receipts"),
        Stage::Ended { .. } => (String::new(), String::new()),
    };
    let open = !matches!(state.stage, Stage::Ended { .. });
    let person = state.talks.mediator.clone().filter(|_| open);
    Outline { kind: "joint_mediation", state: code, state_zh: zh, open, next_zh, next_en, person }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Called { on, .. } => vec![start("join", JOIN, *on)],
        Fact::Begun { on, .. } => vec![met("join"), start("mediate", LENGTH, *on)],
        Fact::TaskGiven { task, .. } => vec![start(&format!("task:{}", task.no), TASK, task.due)],
        Fact::TaskDone { no, .. } => vec![met(&format!("task:{no}"))],
        Fact::Talks { what } => talks::clocks(what),
        Fact::Resulted { on, units, tasks, ending, .. } => {
            let over = *ending == Ending::TermOver;
            let mut effects = vec![cancel("join")];
            effects.push(if over { cancel("mediate") } else { met("mediate") });
            effects.extend(tasks.iter().map(|no| cancel(&format!("task:{no}"))));
            if *units > 0 {
                effects.push(start("mirror", MIRROR, *on));
            }
            effects
        }
        Fact::Closed { silent, .. } if silent.is_empty() => vec![met("mirror")],
        Fact::Closed { .. } => vec![cancel("mirror")],
        Fact::UnitCalled { .. }
        | Fact::Joined { .. }
        | Fact::UnitDeclined { .. }
        | Fact::Watched { .. }
        | Fact::Acknowledged { .. } => Vec::new(),
    }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Called { brief, on, .. } => vec![notice(
            "consent_request",
            format!(
                "有关单位拟联合调解（依据：{}）。调解自愿、不收费，可以随时退出，不影响仲裁、起诉。",
                cited(brief.kind, *on)
            ),
            None,
        )],
        Fact::Begun { .. } => {
            vec![notice("acceptance", "联合调解已经开始，由主持单位负责。", Some(LENGTH))]
        }
        Fact::Talks { what } => talks::notices(what),
        Fact::Resulted { ending: Ending::Agreed, .. } => {
            vec![notice("mirrored", "协议只有一份，已送各参加单位，由各单位跟进履行。", None)]
        }
        Fact::Resulted { ending, on, kind, .. } => {
            let (routes, rule) = crate::routes::remedies(*kind);
            let why = match ending {
                Ending::Withdrawn => "当事人撤回同意，联合调解结束",
                Ending::NotConvened => "联合调解未能召集",
                Ending::Failed | Ending::TermOver | Ending::Agreed => "联合调解未达成协议",
            };
            let zh = format!("{why}（依据：{}）。{routes}", cited(*kind, *on));
            vec![notice("remedies", zh, Some(rule))]
        }
        Fact::UnitCalled { .. }
        | Fact::Joined { .. }
        | Fact::UnitDeclined { .. }
        | Fact::TaskGiven { .. }
        | Fact::TaskDone { .. }
        | Fact::Watched { .. }
        | Fact::Acknowledged { .. }
        | Fact::Closed { .. } => Vec::new(),
    }
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{
        DepartmentOfficer, MediationHead, Mediator, Party, PoliceOfficer, System, WindowClerk,
    };
    match command {
        "join" | "decline_unit" | "report_task" | "acknowledge" => {
            &[Mediator, MediationHead, DepartmentOfficer, PoliceOfficer, WindowClerk]
        }
        "withdraw_consent" => &[Party, WindowClerk, Mediator, MediationHead, DepartmentOfficer],
        "call" | "call_unit" | "begin" | "give_task" | "put_shared" | "call_off" | "end_failed" => {
            &[Mediator, MediationHead, DepartmentOfficer]
        }
        "lapse" | "close_mirror" => &[System, Mediator, MediationHead, DepartmentOfficer],
        step => talks::roles(step),
    }
}

/// What only the agency that holds the dispute may do: the host's acts. A co-unit's word, a party's
/// and the passing of time do not depend on it.
pub(super) fn needs_holding(command: &str) -> bool {
    let free = [
        "call",
        "join",
        "decline_unit",
        "report_task",
        "withdraw_consent",
        "lapse",
        "acknowledge",
        "close_mirror",
    ];
    !free.contains(&command)
}
