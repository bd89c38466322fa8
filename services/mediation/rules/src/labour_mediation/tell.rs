//! What others need to know of a labour mediation: chart, outline, clocks, notices, roles.

use jiefen_procedure::{Chart, ClockEffect, Notice, Outline, Owner};
use jiefen_vocab::{DisputeKind, Role};

use super::decide::LENGTH;
use super::{Command, Ending, Fact, Stage, State, acceptance_rule};
use crate::draw::{cancel, ended, met, next, notice, open, start, step};
use crate::talks;

/// The chart of labour mediation.
pub static CHART: Chart = Chart {
    kind: "labour_mediation",
    zh: "劳动争议调解",
    stages: &[
        open("applied", "待受理", Owner::Agency, &["accept", "mediate"]),
        open("mediating", "调解中", Owner::Agency, &["mediate"]),
        open("drafted", "协议待签", Owner::Party, &["mediate"]),
        ended("agreed", "达成协议"),
        ended("declined", "不予受理"),
        ended("withdrawn", "撤回"),
        ended("failed", "调解不成"),
    ],
    steps: &[
        step("", "apply", "applied", "劳动争议调解仲裁法 12"),
        step("applied", "give_consent", "applied", "企业劳动争议协商调解规定 22"),
        step("applied", "accept", "mediating", "T-H-01.accept"),
        step("applied", "decline", "declined", "企业劳动争议协商调解规定 22"),
        step("applied", "withdraw_consent", "applied", "T-H-17"),
        step("applied", "withdraw_consent", "withdrawn", "I5"),
        step("applied", "clock:accept", "applied", "T-H-01.accept"),
        step("applied", "clock:mediate", "failed", "T-H-01"),
        step("mediating", "choose_mediator", "mediating", "劳动争议调解仲裁法 11"),
        step("mediating", "schedule_session", "mediating", "劳动争议调解仲裁法 13"),
        step("mediating", "hold_session", "mediating", "劳动争议调解仲裁法 13"),
        step("mediating", "extend", "mediating", "T-H-01"),
        step("mediating", "put_text", "drafted", "劳动争议调解仲裁法 14"),
        step("mediating", "withdraw_consent", "mediating", "T-H-17"),
        step("mediating", "withdraw_consent", "withdrawn", "I5"),
        step("mediating", "end_failed", "failed", "劳动争议调解仲裁法 14"),
        step("mediating", "clock:mediate", "failed", "T-H-01"),
        step("drafted", "put_text", "drafted", "劳动争议调解仲裁法 14"),
        step("drafted", "drop_text", "mediating", "劳动争议调解仲裁法 14"),
        step("drafted", "confirm_text", "drafted", "劳动争议调解仲裁法 14"),
        step("drafted", "sign", "drafted", "劳动争议调解仲裁法 14"),
        step("drafted", "sign", "agreed", "劳动争议调解仲裁法 14"),
        step("drafted", "withdraw_consent", "mediating", "T-H-17"),
        step("drafted", "withdraw_consent", "withdrawn", "I5"),
        step("drafted", "end_failed", "failed", "劳动争议调解仲裁法 14"),
        step("drafted", "clock:mediate", "failed", "T-H-01"),
    ],
};

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "apply",
    "accept",
    "decline",
    "give_consent",
    "choose_mediator",
    "schedule_session",
    "hold_session",
    "extend",
    "put_text",
    "drop_text",
    "confirm_text",
    "sign",
    "withdraw_consent",
    "end_failed",
    "lapse",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Apply { .. } => "apply",
        Command::Accept { .. } => "accept",
        Command::Decline { .. } => "decline",
        Command::Talk(step) => step.name(),
        Command::WithdrawConsent { .. } => "withdraw_consent",
        Command::EndFailed { .. } => "end_failed",
        Command::Lapse => "lapse",
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = match &state.stage {
        Stage::Applied => ("applied", "待受理"),
        Stage::Mediating if state.talks.text.is_some() => ("drafted", "协议待签"),
        Stage::Mediating => ("mediating", "调解中"),
        Stage::Agreed { .. } => ("agreed", "达成协议"),
        Stage::Ended { ending, .. } => match ending {
            Ending::Declined { .. } => ("declined", "不予受理"),
            Ending::Withdrawn => ("withdrawn", "撤回"),
            Ending::Failed | Ending::DeemedFailed => ("failed", "调解不成"),
        },
    };
    let (next_zh, next_en) = match &state.stage {
        Stage::Applied => {
            next("征得各方同意，决定是否受理", "ask the parties, decide on acceptance")
        }
        Stage::Mediating => state.talks.next(),
        Stage::Agreed { .. } | Stage::Ended { .. } => (String::new(), String::new()),
    };
    let open = matches!(state.stage, Stage::Applied | Stage::Mediating);
    let person = state.talks.mediator.clone().filter(|_| open);
    Outline { kind: "labour_mediation", state: code, state_zh: zh, open, next_zh, next_en, person }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Applied { body, on, .. } => {
            vec![start("accept", acceptance_rule(*body), *on), start("mediate", LENGTH, *on)]
        }
        Fact::Accepted { .. } => vec![met("accept")],
        Fact::Talks { what } => talks::clocks(what),
        Fact::Ended { ending, .. } => match ending {
            Ending::Declined { .. } => vec![met("accept"), cancel("mediate")],
            Ending::DeemedFailed => vec![cancel("accept"), cancel("mediate")],
            Ending::Withdrawn | Ending::Failed => vec![cancel("accept"), met("mediate")],
        },
    }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Applied { .. } => vec![notice(
            "consent_request",
            "请告知是否同意调解。调解自愿、不收费，可以随时退出；十五日内未达成协议的，可以申请仲裁。",
            Some(LENGTH),
        )],
        Fact::Accepted { .. } => {
            vec![notice(
                "acceptance",
                "调解组织已受理，自收到申请之日起十五日内结束。",
                Some(LENGTH),
            )]
        }
        Fact::Talks { what } => talks::notices(what),
        Fact::Ended { ending, .. } => {
            let (routes, rule) = crate::routes::remedies(DisputeKind::Labour);
            let why = match ending {
                Ending::Declined { .. } => "调解申请不予受理",
                Ending::Withdrawn => "当事人撤回同意，调解结束",
                Ending::Failed => "调解不成",
                Ending::DeemedFailed => "十五日内未达成调解协议，视为调解不成",
            };
            vec![notice("remedies", format!("{why}。{routes}"), Some(rule))]
        }
    }
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{MediationHead, Mediator, Party, System, WindowClerk};
    match command {
        "apply" => &[Party, WindowClerk, Mediator, MediationHead, System],
        "withdraw_consent" => &[Party, WindowClerk, Mediator, MediationHead],
        "accept" | "decline" | "end_failed" => &[Mediator, MediationHead],
        "lapse" => &[System, Mediator, MediationHead],
        step => talks::roles(step),
    }
}
