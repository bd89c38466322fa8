//! What others need to know of a delegated mediation: outline, clocks, notices, roles.

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::Role;
use jiff::civil::{Date, date};

use super::{Command, Ending, Fact, Stage, State, Why};
use crate::neutral::{Act, cancel, met, notice, start, windows};

/// How long it lasts, from the signature for the file.
pub(super) const TERM: &str = "T-C-05";
/// How soon the court files what came back.
const FILE: &str = "T-E-02";
/// From this day the platform's three working days for acceptance are law (在线调解规则 12).
const PLATFORM: Date = date(2022, 1, 1);

/// The rule within which the mediator signs for the file or sends it back.
pub(super) fn sign_rule(on: Date) -> &'static str {
    if on < PLATFORM { "policy.handoff_reply" } else { "T-C-07" }
}

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "open",
    "sign_file",
    "decline",
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
    "agree",
    "note_application",
    "close_window",
    "end_failed",
    "end_sham",
    "lapse",
    "note_filed",
    "note_not_pursued",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Open { .. } => "open",
        Command::SignFile { .. } => "sign_file",
        Command::Decline { .. } => "decline",
        Command::Course(act) => act.name(),
        Command::Agree { .. } => "agree",
        Command::NoteApplication { .. } => "note_application",
        Command::CloseWindow { .. } => "close_window",
        Command::EndFailed { .. } => "end_failed",
        Command::EndSham { .. } => "end_sham",
        Command::Lapse => "lapse",
        Command::NoteFiled { .. } => "note_filed",
        Command::NoteNotPursued { .. } => "note_not_pursued",
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = match &state.stage {
        Stage::Sent => ("sent", "待签收"),
        Stage::Mediating => ("mediating", "调解中"),
        Stage::Agreed { .. } => ("agreed", "达成协议"),
        Stage::Returned { .. } => ("returned", "退回待立案"),
        Stage::Ended { ending, .. } => match ending {
            Ending::Contract { .. } => ("settled", "调解成功"),
            Ending::Filed { .. } => ("filed", "法院已立案"),
            Ending::NotPursued { .. } => ("not_pursued", "不再坚持诉讼"),
        },
    };
    let both = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    let (next_zh, next_en) = match (&state.stage, &state.course.planned) {
        (Stage::Sent, _) => both("签收案件材料或者退回", "sign for the file or send it back"),
        (Stage::Mediating, Some(session)) => {
            (format!("{}调解", session.on), format!("session on {}", session.on))
        }
        (Stage::Mediating, None) => both("安排下一次调解", "set the next session"),
        (Stage::Agreed { .. }, _) => {
            both("告知可以共同申请司法确认", "tell the parties of joint confirmation")
        }
        (Stage::Returned { .. }, _) => both("登记立案", "file the complaint"),
        (Stage::Ended { .. }, _) => (String::new(), String::new()),
    };
    let open = !matches!(state.stage, Stage::Ended { .. });
    let person = state.course.mediator.clone().filter(|_| open);
    let kind = "delegated_mediation";
    Outline { kind, state: code, state_zh: zh, open, next_zh, next_en, person }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Opened { sign_by, on, .. } => vec![start("sign", sign_by, *on)],
        Fact::FileSigned { .. } => vec![met("sign")],
        Fact::Course { event } => event.clocks(),
        Fact::Agreed { bargain, .. } => {
            let mut effects = vec![met("mediate")];
            effects.extend(windows(&bargain.windows, bargain.on));
            effects
        }
        Fact::WindowClosed { window, .. } => vec![cancel(window.clock())],
        Fact::Returned { why, on } => {
            let term = match why {
                Why::TermOver | Why::NotSigned => [cancel("sign"), cancel("mediate")],
                Why::Failed | Why::Declined { .. } | Why::ConsentWithdrawn { .. } | Why::Sham => {
                    [met("sign"), met("mediate")]
                }
            };
            term.into_iter().chain([start("file", FILE, *on)]).collect()
        }
        Fact::Ended { .. } => vec![met("confirm"), met("file")],
    }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Course { event } => event.notices(),
        Fact::Agreed { bargain, .. } if bargain.windows.is_empty() => vec![notice(
            "agreement",
            "调解协议具有合同效力，已交人民法院备案；该协议不能申请司法确认。",
            None,
        )],
        Fact::Agreed { court, .. } => vec![notice(
            "agreement",
            format!(
                "调解协议具有合同效力，已交人民法院备案；可以共同向委派的人民法院（{court}）申请司法\
                 确认。"
            ),
            Some("T-D-01"),
        )],
        Fact::Returned { why, .. } => {
            let text = match why {
                Why::NotSigned => "调解员没有在期限内签收，起诉材料已经退回人民法院。",
                Why::Declined { .. } => "调解员不能承办，起诉材料已经退回人民法院。",
                Why::Failed | Why::TermOver | Why::ConsentWithdrawn { .. } | Why::Sham => {
                    "委派调解没有达成协议，起诉材料已经退回人民法院。"
                }
            };
            let text = format!("{text}坚持诉讼的，人民法院应当依法登记立案。");
            vec![notice("returned", text, Some(FILE))]
        }
        Fact::Ended { ending, kind, .. } => match ending {
            Ending::Contract { .. } => vec![notice(
                "ended",
                "委派调解结束，协议具有合同效力；不履行的，可以就协议起诉。",
                None,
            )],
            Ending::Filed { case, .. } => {
                vec![notice("filed", format!("人民法院已经登记立案，案号{case}。"), None)]
            }
            Ending::NotPursued { .. } => {
                let (routes, rule) = crate::routes::remedies(*kind);
                vec![notice("remedies", format!("起诉已经撤回，{routes}"), Some(rule))]
            }
        },
        Fact::Opened { .. } | Fact::FileSigned { .. } | Fact::WindowClosed { .. } => Vec::new(),
    }
}

/// The roles that may give a command; that the case is filed is the court's word. Coordinators,
/// leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{FilingClerk, Judge, MediationHead, Mediator, Party, System, WindowClerk};
    match command {
        "open" => &[WindowClerk, Mediator, MediationHead, System],
        "sign_file" | "decline" | "agree" | "end_failed" | "end_sham" => &[Mediator, MediationHead],
        "note_application" => &[Mediator, MediationHead, System],
        "close_window" | "lapse" => &[System, Mediator, MediationHead],
        "note_filed" => &[FilingClerk, Judge, System],
        "note_not_pursued" => &[Party, FilingClerk, Judge, System],
        _ => Act::roles(command),
    }
}

/// What only the agency that holds the dispute may do. Giving it back never waits for that.
pub(super) fn needs_holding(command: &str) -> bool {
    ["sign_file", "agree"].contains(&command) || Act::needs_holding(command)
}
