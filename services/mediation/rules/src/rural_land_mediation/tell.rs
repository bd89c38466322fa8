//! What others need to know of a rural land mediation: chart, outline, clocks, notices, roles.

use jiefen_procedure::{Chart, ClockEffect, Notice, Outline, Owner};
use jiefen_vocab::{DisputeKind, Role};

use super::decide::{ACCEPT, LENGTH};
use super::{Command, Ending, Fact, Stage, State};
use crate::draw::{cancel, ended, met, next, notice, open, start, step};
use crate::talks;

/// The chart of rural land mediation.
pub static CHART: Chart = Chart {
    kind: "rural_land_mediation",
    zh: "农村土地承包经营纠纷调解",
    stages: &[
        open("applied", "待受理", Owner::Agency, &["accept"]),
        open("mediating", "调解中", Owner::Agency, &["mediate"]),
        open("drafted", "协议待签", Owner::Party, &["mediate"]),
        ended("agreed", "达成协议"),
        ended("declined", "不予受理"),
        ended("withdrawn", "撤回"),
        ended("failed", "调解不成"),
        ended("passed_up", "报请乡镇调解"),
    ],
    steps: &[
        step("", "apply", "applied", "农村土地承包经营纠纷调解仲裁法 8"),
        step("applied", "give_consent", "applied", "农村土地承包经营纠纷调解仲裁法 3"),
        step("applied", "accept", "mediating", "policy.mediation_acceptance"),
        step("applied", "decline", "declined", "农村土地承包经营纠纷调解仲裁法 3"),
        step("applied", "withdraw_consent", "applied", "I5"),
        step("applied", "withdraw_consent", "withdrawn", "I5"),
        step("applied", "clock:accept", "applied", "policy.mediation_acceptance"),
        step("mediating", "choose_mediator", "mediating", "农村土地承包经营纠纷调解仲裁法 9"),
        step("mediating", "schedule_session", "mediating", "农村土地承包经营纠纷调解仲裁法 9"),
        step("mediating", "hold_session", "mediating", "农村土地承包经营纠纷调解仲裁法 9"),
        step("mediating", "extend", "mediating", "policy.rural_land_mediation"),
        step("mediating", "put_text", "drafted", "农村土地承包经营纠纷调解仲裁法 10"),
        step("mediating", "withdraw_consent", "mediating", "I5"),
        step("mediating", "withdraw_consent", "withdrawn", "I5"),
        step("mediating", "pass_up", "passed_up", "T-R-12"),
        step("mediating", "end_failed", "failed", "农村土地承包经营纠纷调解仲裁法 4"),
        step("mediating", "clock:mediate", "failed", "policy.rural_land_mediation"),
        step("drafted", "put_text", "drafted", "农村土地承包经营纠纷调解仲裁法 10"),
        step("drafted", "drop_text", "mediating", "农村土地承包经营纠纷调解仲裁法 10"),
        step("drafted", "confirm_text", "drafted", "农村土地承包经营纠纷调解仲裁法 10"),
        step("drafted", "sign", "drafted", "农村土地承包经营纠纷调解仲裁法 10"),
        step("drafted", "sign", "agreed", "农村土地承包经营纠纷调解仲裁法 10"),
        step("drafted", "withdraw_consent", "mediating", "I5"),
        step("drafted", "withdraw_consent", "withdrawn", "I5"),
        step("drafted", "pass_up", "passed_up", "T-R-12"),
        step("drafted", "end_failed", "failed", "农村土地承包经营纠纷调解仲裁法 4"),
        step("drafted", "clock:mediate", "failed", "policy.rural_land_mediation"),
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
    "pass_up",
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
        Command::PassUp { .. } => "pass_up",
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
            Ending::Failed | Ending::TermOver => ("failed", "调解不成"),
            Ending::PassedUp => ("passed_up", "报请乡镇调解"),
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
    Outline {
        kind: "rural_land_mediation",
        state: code,
        state_zh: zh,
        open,
        next_zh,
        next_en,
        person,
    }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Applied { on, .. } => vec![start("accept", ACCEPT, *on)],
        Fact::Accepted { on, .. } => vec![met("accept"), start("mediate", LENGTH, *on)],
        Fact::Talks { what } => talks::clocks(what),
        Fact::Ended { ending, .. } => match ending {
            Ending::Declined { .. } => vec![met("accept")],
            Ending::TermOver => vec![cancel("mediate")],
            Ending::Withdrawn | Ending::Failed | Ending::PassedUp => {
                vec![cancel("accept"), met("mediate")]
            }
        },
    }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Applied { .. } => vec![notice(
            "consent_request",
            "请告知是否愿意调解。调解自愿、不收费；不愿调解的，可以直接申请仲裁或者起诉。",
            None,
        )],
        Fact::Accepted { .. } => vec![notice(
            "acceptance",
            "已受理，将充分听取各方陈述，讲解有关法律和政策。",
            Some(LENGTH),
        )],
        Fact::Talks { what } => talks::notices(what),
        Fact::Ended { ending, .. } => {
            let (routes, rule) = crate::routes::remedies(DisputeKind::LandContracting);
            let why = match ending {
                Ending::Declined { .. } => "调解申请不予受理",
                Ending::Withdrawn => "当事人不愿继续调解，调解结束",
                Ending::Failed => "调解不成",
                Ending::TermOver => "调解期限届满，未达成协议",
                Ending::PassedUp => "村里调解未成，已报请乡镇调解；您也可以不等乡镇调解",
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
        "accept" | "decline" | "pass_up" | "end_failed" => &[Mediator, MediationHead],
        "lapse" => &[System, Mediator, MediationHead],
        step => talks::roles(step),
    }
}
