//! What others need to know of a lawyer mediation: outline, clocks, notices, roles.

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::Role;

use super::{Command, Ending, Fact, Host, Stage, State, Way};
use crate::neutral::{Act, Wording, cancel, met, notice, start, windows};

/// How soon a party answers.
pub(super) const ANSWER: &str = "policy.mediation_answer";
/// How soon a lawyer takes it.
pub(super) const TAKE: &str = "policy.mediator_choice";
/// How long it lasts: within the 30 days of 律师调解意见 9.
pub(super) const TERM: &str = "policy.lawyer_mediation";

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "open",
    "give_consent",
    "refuse_consent",
    "take",
    "set_fee",
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
    "put_text",
    "confirm_text",
    "agree",
    "note_application",
    "note_order",
    "close_window",
    "end_failed",
    "end_sham",
    "lapse",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Open { .. } => "open",
        Command::GiveConsent { .. } => "give_consent",
        Command::RefuseConsent { .. } => "refuse_consent",
        Command::Take { .. } => "take",
        Command::SetFee { .. } => "set_fee",
        Command::Course(act) => act.name(),
        Command::Text(step) => step.name(),
        Command::Agree { .. } => "agree",
        Command::NoteApplication { .. } => "note_application",
        Command::NoteOrder { .. } => "note_order",
        Command::CloseWindow { .. } => "close_window",
        Command::EndFailed { .. } => "end_failed",
        Command::EndSham { .. } => "end_sham",
        Command::Lapse => "lapse",
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = match &state.stage {
        Stage::Asking => ("asking", "征询意愿"),
        Stage::Waiting => ("waiting", "待律师承办"),
        Stage::Mediating => ("mediating", "调解中"),
        Stage::Agreed { .. } => ("agreed", "达成协议"),
        Stage::Ended { ending, .. } => match ending {
            Ending::Agreement { .. } => ("settled", "调解成功"),
            Ending::Failed | Ending::TermOver | Ending::Sham => ("failed", "调解不成"),
            Ending::NobodyTook => ("declined", "没有律师承办"),
            Ending::NoAnswer | Ending::Refused { .. } | Ending::ConsentWithdrawn { .. } => {
                ("withdrawn", "不同意或者撤回同意")
            }
        },
    };
    let both = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    let (next_zh, next_en) = match (&state.stage, &state.course.planned) {
        (Stage::Asking, _) => both("征询双方是否同意律师调解", "ask both sides"),
        (Stage::Waiting, _) => {
            both("核查利益冲突并确定律师调解员", "check conflicts and name the lawyer")
        }
        (Stage::Mediating, _) if state.course.text.is_some() => wording(state),
        (Stage::Mediating, Some(session)) => {
            (format!("{}调解", session.on), format!("session on {}", session.on))
        }
        (Stage::Mediating, None) => both("安排下一次调解", "set the next session"),
        (Stage::Agreed { .. }, _) => both(
            "告知可以申请司法确认或者支付令",
            "tell the parties of confirmation and payment order",
        ),
        (Stage::Ended { .. }, _) => (String::new(), String::new()),
    };
    let open = !matches!(state.stage, Stage::Ended { .. });
    let person = state.course.mediator.clone().filter(|_| open);
    let kind = "lawyer_mediation";
    Outline { kind, state: code, state_zh: zh, open, next_zh, next_en, person }
}

/// What comes next of a text before the parties.
fn wording(state: &State) -> (String, String) {
    match state.course.unconfirmed() {
        Some(no) => {
            (format!("请当事人{no}确认协议文本"), format!("party {no} to confirm the text"))
        }
        None => ("收齐各方签名和印章".to_owned(), "collect signatures and seal".to_owned()),
    }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Opened { on, .. } => vec![start("answer", ANSWER, *on)],
        Fact::AllConsent { on } => vec![met("answer"), start("take", TAKE, *on)],
        Fact::Taken { .. } => vec![met("take")],
        Fact::Course { event } => event.clocks(),
        Fact::Agreed { bargain } => {
            let mut effects = vec![met("mediate")];
            effects.extend(windows(&bargain.windows, bargain.on));
            effects
        }
        Fact::WindowClosed { window, .. } => vec![cancel(window.clock())],
        Fact::Ended { .. } => {
            let mut effects = vec![met("confirm")];
            effects.extend(["answer", "take", "mediate"].map(cancel));
            effects
        }
        Fact::Consented { .. } | Fact::FeeSet { .. } => Vec::new(),
    }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Opened { host, handed, .. } => {
            let asked = "该纠纷已经移交律师调解，是否同意由您自愿决定，不答复不视为同意。";
            let asked = handed.then(|| notice("asked", asked, Some(ANSWER)));
            host.map(cost).into_iter().chain(asked).collect()
        }
        Fact::Taken { host, .. } => host.map(cost).into_iter().collect(),
        Fact::FeeSet { shares, .. } => {
            let told =
                |party: u32, fen: i64| format!("当事人{party}负担{}.{:02}元", fen / 100, fen % 100);
            let each: Vec<String> =
                shares.iter().map(|share| told(share.party, share.amount.0)).collect();
            vec![notice("fee", format!("调解费：{}。", each.join("，")), None)]
        }
        Fact::Course { event } => event.notices(),
        Fact::Agreed { bargain } if bargain.windows.is_empty() => {
            vec![notice("agreement", "调解协议具有合同效力，该协议不能申请司法确认。", None)]
        }
        Fact::Agreed { .. } => vec![notice(
            "agreement",
            "调解协议具有合同效力，可以共同向律师调解组织所在地基层人民法院申请司法确认；金钱给付到\
             期不履行的，债权人可以申请支付令。",
            Some("T-B-06"),
        )],
        Fact::Ended { ending, kind, .. } => match ending {
            Ending::Agreement { way: Way::PaymentOrder, .. } => {
                vec![notice("ended", "债权人已就调解协议申请支付令。", Some("T-F-02"))]
            }
            Ending::Agreement { way: Way::Confirmation | Way::Contract, .. } => vec![notice(
                "ended",
                "调解结束，协议具有合同效力；不履行的，可以就协议起诉。主持调解的律师不再代理本纠纷\
                 和密切相关的纠纷。",
                None,
            )],
            Ending::Failed
            | Ending::TermOver
            | Ending::NobodyTook
            | Ending::NoAnswer
            | Ending::Refused { .. }
            | Ending::ConsentWithdrawn { .. }
            | Ending::Sham => {
                let (routes, rule) = crate::routes::remedies(*kind);
                let text = format!("律师调解已经结束，主持调解的律师不得代理任何一方。{routes}");
                vec![notice("remedies", text, Some(rule))]
            }
        },
        Fact::Consented { .. } | Fact::AllConsent { .. } | Fact::WindowClosed { .. } => Vec::new(),
    }
}

/// Who pays.
fn cost(host: Host) -> Notice {
    notice("cost", format!("律师调解费用：{}。", host.cost_zh()), None)
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{MediationHead, Mediator, Party, System, WindowClerk};
    match command {
        "open" => &[WindowClerk, Mediator, MediationHead, System],
        "give_consent" | "refuse_consent" => &[Party, WindowClerk, Mediator, MediationHead],
        "take" | "set_fee" => &[MediationHead],
        "put_text" | "confirm_text" => Wording::roles(command),
        "agree" | "end_failed" | "end_sham" => &[Mediator, MediationHead],
        "note_application" => &[Mediator, MediationHead, System],
        "note_order" => &[Party, Mediator, MediationHead, System],
        "close_window" | "lapse" => &[System, Mediator, MediationHead],
        _ => Act::roles(command),
    }
}

/// What only the agency that holds the dispute may do.
pub(super) fn needs_holding(command: &str) -> bool {
    ["take", "set_fee", "put_text", "confirm_text", "agree"].contains(&command)
        || Act::needs_holding(command)
}
