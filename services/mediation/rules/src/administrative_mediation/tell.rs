//! What others need to know of an administrative mediation: chart, outline, clocks, notices, roles.

use jiefen_procedure::{Chart, ClockEffect, Notice, Outline, Owner};
use jiefen_vocab::{DisputeKind, Role};

use super::decide::LENGTH;
use super::{Command, Ending, Fact, Nature, Stage, State};
use crate::basis::cited;
use crate::draw::{cancel, ended, met, next, notice, open, start, step};
use crate::talks;

/// The chart of administrative mediation.
pub static CHART: Chart = Chart {
    kind: "administrative_mediation",
    zh: "行政调解",
    stages: &[
        open("applied", "待受理", Owner::Agency, &["accept", "pass"]),
        open("mediating", "调解中", Owner::Agency, &["mediate"]),
        open("drafted", "协议待签", Owner::Party, &["mediate"]),
        ended("agreed", "达成协议"),
        ended("declined", "不予受理"),
        ended("withdrawn", "撤回"),
        ended("failed", "调解不成"),
        ended("passed_on", "转送有权机关"),
        ended("stopped", "终止调解，依法查处"),
    ],
    steps: &[
        step("", "apply", "applied", "五(二)2 行政调解"),
        step("applied", "give_consent", "applied", "五(二)2 行政调解"),
        step("applied", "accept", "mediating", "T-K-19.accept"),
        step("applied", "prolong", "applied", "T-K-19.accept"),
        step("applied", "pass_on", "passed_on", "T-K-19"),
        step("applied", "report_offence", "applied", "行政处罚法 27"),
        step("applied", "report_offence", "stopped", "行政处罚法 27；T-N-05"),
        step("applied", "clock:pass", "applied", "T-K-19"),
        step("applied", "decline", "declined", "五(二)2 行政调解"),
        step("applied", "withdraw_consent", "applied", "I5"),
        step("applied", "withdraw_consent", "withdrawn", "I5"),
        step("applied", "clock:accept", "applied", "T-K-19.accept"),
        step("mediating", "choose_mediator", "mediating", "五(二)2 行政调解"),
        step("mediating", "schedule_session", "mediating", "五(二)2 行政调解"),
        step("mediating", "hold_session", "mediating", "五(二)2 行政调解"),
        step("mediating", "extend", "mediating", "policy.administrative_mediation"),
        step("mediating", "put_text", "drafted", "五(二)2 行政调解"),
        step("mediating", "withdraw_consent", "mediating", "I5"),
        step("mediating", "withdraw_consent", "withdrawn", "I5"),
        step("mediating", "report_offence", "mediating", "行政处罚法 27"),
        step("mediating", "report_offence", "stopped", "行政处罚法 27；T-N-05"),
        step("mediating", "end_failed", "failed", "五(二)2 行政调解"),
        step("mediating", "clock:mediate", "failed", "policy.administrative_mediation"),
        step("drafted", "put_text", "drafted", "五(二)2 行政调解"),
        step("drafted", "drop_text", "mediating", "五(二)2 行政调解"),
        step("drafted", "confirm_text", "drafted", "五(二)2 行政调解"),
        step("drafted", "sign", "drafted", "五(二)2 行政调解"),
        step("drafted", "sign", "agreed", "五(二)2 行政调解"),
        step("drafted", "withdraw_consent", "mediating", "I5"),
        step("drafted", "withdraw_consent", "withdrawn", "I5"),
        step("drafted", "report_offence", "drafted", "行政处罚法 27"),
        step("drafted", "report_offence", "stopped", "行政处罚法 27；T-N-05"),
        step("drafted", "end_failed", "failed", "五(二)2 行政调解"),
        step("drafted", "clock:mediate", "failed", "policy.administrative_mediation"),
    ],
};

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "apply",
    "prolong",
    "pass_on",
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
    "report_offence",
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
        Command::Prolong { .. } => "prolong",
        Command::PassOn { .. } => "pass_on",
        Command::ReportOffence { .. } => "report_offence",
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
            Ending::PassedOn => ("passed_on", "转送有权机关"),
            Ending::Offence => ("stopped", "终止调解，依法查处"),
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
        kind: "administrative_mediation",
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
        Fact::Applied { power, accept_rule, pass_rule, on, .. } => {
            if power.trim().is_empty() {
                vec![start("accept", accept_rule, *on), start("pass", pass_rule, *on)]
            } else {
                vec![start("accept", accept_rule, *on)]
            }
        }
        Fact::Prolonged { units, .. } => {
            vec![ClockEffect::Extend { key: "accept".to_owned(), units: *units }]
        }
        Fact::PassedOn { .. } => vec![met("pass"), met("accept")],
        Fact::OffenceReported { .. } => Vec::new(),
        Fact::Accepted { on, .. } => vec![met("accept"), start("mediate", LENGTH, *on)],
        Fact::Talks { what } => talks::clocks(what),
        Fact::Ended { ending, .. } => match ending {
            Ending::Declined { .. } => vec![met("accept"), cancel("pass")],
            Ending::TermOver => vec![cancel("mediate")],
            Ending::Withdrawn | Ending::Failed | Ending::PassedOn | Ending::Offence => {
                vec![cancel("accept"), cancel("pass"), met("mediate")]
            }
        },
    }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Applied { accept_rule, .. } => vec![notice(
            "consent_request",
            "请告知是否同意行政调解。调解自愿、不收费，可以随时退出，不影响仲裁、起诉。",
            Some(accept_rule),
        )],
        Fact::Accepted { .. } => vec![notice(
            "acceptance",
            "行政机关已受理调解。调解不是行政处理决定，不能对它申请行政复议；不成的，可以起诉。",
            Some(LENGTH),
        )],
        Fact::PassedOn { body, basis, .. } => vec![notice(
            "passed_on",
            format!("该事项由{body}负责（{basis}），已为您转送，您无须重复申请。"),
            None,
        )],
        Fact::OffenceReported { .. } => {
            vec![notice("offence", "涉嫌违法的行为将另行依法处理，不因调解而免除。", None)]
        }
        Fact::Prolonged { .. } => vec![notice("prolonged", "情况复杂，受理期限延长一次。", None)],
        Fact::Talks { what } => talks::notices(what),
        Fact::Ended { ending: Ending::PassedOn, .. } => Vec::new(),
        Fact::Ended { ending, on, kind, nature } => {
            // A dispute with the agency itself goes to reconsideration or the administrative court.
            let kind = if *nature == Nature::Civil { *kind } else { DisputeKind::Administrative };
            let (routes, rule) = crate::routes::remedies(kind);
            let why = match ending {
                Ending::Declined { .. } => "调解申请不予受理",
                Ending::Withdrawn => "当事人不愿继续调解，调解结束",
                Ending::Failed | Ending::PassedOn => "调解不成",
                Ending::TermOver => "调解期限届满，未达成协议",
                Ending::Offence => "该行为应当依法查处，不适用调解",
            };
            let zh = format!("{why}（依据：{}）。{routes}", cited(kind, *on));
            vec![notice("remedies", zh, Some(rule))]
        }
    }
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{DepartmentOfficer, MediationHead, Party, System, WindowClerk};
    match command {
        "apply" => &[Party, WindowClerk, DepartmentOfficer, System],
        "give_consent" | "withdraw_consent" => &[Party, WindowClerk, DepartmentOfficer],
        "choose_mediator" | "confirm_text" | "sign" => &[Party, DepartmentOfficer, MediationHead],
        "accept" | "decline" | "prolong" | "pass_on" | "report_offence" | "end_failed"
        | "schedule_session" | "hold_session" | "extend" | "put_text" | "drop_text" => {
            &[DepartmentOfficer, MediationHead]
        }
        "lapse" => &[System, DepartmentOfficer, MediationHead],
        _ => &[],
    }
}
