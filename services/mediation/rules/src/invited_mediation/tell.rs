//! What others need to know of an invited mediation: outline, clocks, notices, roles.

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::Role;

use super::{Command, Ending, Fact, Stage, State};
use crate::neutral::{Act, cancel, met, notice, start, windows};

/// How long the parties may choose together.
pub(super) const CHOICE: &str = "policy.mediator_choice";
/// How long it lasts.
pub(super) const TERM: &str = "policy.invited_mediation";

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "open",
    "name",
    "refuse_named",
    "withdraw_consent",
    "disclose",
    "waive",
    "challenge",
    "decide_challenge",
    "replace",
    "schedule",
    "hold",
    "extend",
    "begin_appraisal",
    "end_appraisal",
    "report_misconduct",
    "agree",
    "note_application",
    "close_window",
    "end_failed",
    "end_sham",
    "lapse",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Open { .. } => "open",
        Command::Name { .. } => "name",
        Command::RefuseNamed { .. } => "refuse_named",
        Command::Course(act) => act.name(),
        Command::ReportMisconduct { .. } => "report_misconduct",
        Command::Agree { .. } => "agree",
        Command::NoteApplication { .. } => "note_application",
        Command::CloseWindow { .. } => "close_window",
        Command::EndFailed { .. } => "end_failed",
        Command::EndSham { .. } => "end_sham",
        Command::Lapse => "lapse",
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = match &state.stage {
        Stage::Choosing => ("choosing", "待确定调解员"),
        Stage::Mediating => ("mediating", "调解中"),
        Stage::Agreed { .. } => ("agreed", "达成协议"),
        Stage::Ended { ending, .. } => match ending {
            Ending::Contract { .. } => ("settled", "调解成功"),
            Ending::Failed | Ending::TermOver | Ending::Sham => ("failed", "调解不成"),
            Ending::ConsentWithdrawn { .. } | Ending::MediatorRefused { .. } => {
                ("withdrawn", "当事人不同意调解")
            }
        },
    };
    let both = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    let (next_zh, next_en) = match (&state.stage, &state.course.planned) {
        (Stage::Choosing, _) => both("在名册中确定调解员", "name a mediator of the roster"),
        (Stage::Mediating, Some(session)) => {
            (format!("{}调解", session.on), format!("session on {}", session.on))
        }
        (Stage::Mediating, None) => both("安排下一次调解", "set the next session"),
        (Stage::Agreed { .. }, _) => {
            both("告知可以共同申请司法确认", "tell the parties of joint confirmation")
        }
        (Stage::Ended { .. }, _) => (String::new(), String::new()),
    };
    let open = !matches!(state.stage, Stage::Ended { .. });
    let person = state.course.mediator.clone().filter(|_| open);
    let kind = "invited_mediation";
    Outline { kind, state: code, state_zh: zh, open, next_zh, next_en, person }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Opened { on, .. } => vec![start("choose", CHOICE, *on)],
        Fact::Begun { .. } => vec![met("choose")],
        Fact::Course { event } => event.clocks(),
        Fact::Agreed { bargain, .. } => {
            let mut effects = vec![met("mediate")];
            effects.extend(windows(&bargain.windows, bargain.on));
            effects
        }
        Fact::WindowClosed { window, .. } => vec![cancel(window.clock())],
        Fact::Ended { .. } => vec![met("confirm"), cancel("choose"), cancel("mediate")],
        Fact::Misconduct { .. } => Vec::new(),
    }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Opened { .. } => vec![notice(
            "choice",
            "请协商在名册中确定调解员；协商不成的由调解组织或者法院指定，不同意指定的视为不同意\
             调解。特邀调解不向当事人收费。",
            Some(CHOICE),
        )],
        Fact::Course { event } => event.notices(),
        Fact::Misconduct { .. } => vec![notice(
            "misconduct",
            "调解员的违规行为已报告人民法院，由法院调查处理；将另行确定调解员。",
            None,
        )],
        Fact::Agreed { bargain, court } if bargain.windows.is_empty() => {
            let text = format!("调解协议具有合同效力，已送{court}备案；该协议不能申请司法确认。");
            vec![notice("agreement", text, None)]
        }
        Fact::Agreed { court, .. } => vec![notice(
            "agreement",
            format!("调解协议具有合同效力，可以共同向作出邀请的人民法院（{court}）申请司法确认。"),
            Some("T-B-06"),
        )],
        Fact::Ended { ending, kind, .. } => match ending {
            Ending::Contract { .. } => vec![notice(
                "ended",
                "调解结束，协议具有合同效力；不履行的，可以就协议起诉。",
                None,
            )],
            Ending::Failed
            | Ending::TermOver
            | Ending::ConsentWithdrawn { .. }
            | Ending::MediatorRefused { .. }
            | Ending::Sham => {
                let (routes, rule) = crate::routes::remedies(*kind);
                vec![notice("remedies", format!("调解已经结束，{routes}"), Some(rule))]
            }
        },
        Fact::Begun { .. } | Fact::WindowClosed { .. } => Vec::new(),
    }
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{Judge, MediationHead, Mediator, Party, System, WindowClerk};
    match command {
        "open" => &[WindowClerk, Mediator, MediationHead, System],
        "name" => &[WindowClerk, MediationHead, Judge],
        "refuse_named" => &[Party, WindowClerk, Mediator, MediationHead],
        "report_misconduct" => &[Party, WindowClerk, MediationHead],
        "agree" | "end_failed" | "end_sham" => &[Mediator, MediationHead],
        "note_application" => &[Mediator, MediationHead, System],
        "close_window" | "lapse" => &[System, Mediator, MediationHead],
        _ => Act::roles(command),
    }
}

/// What only the agency that holds the dispute may do.
pub(super) fn needs_holding(command: &str) -> bool {
    ["name", "agree"].contains(&command) || Act::needs_holding(command)
}
