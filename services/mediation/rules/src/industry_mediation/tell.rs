//! What others need to know of an industry mediation: outline, clocks, notices, roles.

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::Role;

use super::{Command, Ending, Fact, Kind, Stage, State};
use crate::neutral::{Act, Wording, cancel, met, notice, start, windows};

/// How soon the others answer.
const ANSWER: &str = "policy.mediation_answer";
/// How soon a neutral is found.
const ACCEPT: &str = "policy.mediator_choice";
/// How soon an expert answers.
const EXPERT: &str = "policy.expert_opinion";
/// How long a plan is open to written objection.
pub(super) const OBJECT: &str = "policy.plan_objection";

/// How long it lasts.
pub(super) fn term_rule(kind: Kind) -> &'static str {
    match kind {
        Kind::Association | Kind::PeoplesCommittee => "policy.industry_mediation",
        Kind::Financial => "policy.financial_mediation",
    }
}

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "open",
    "check_body",
    "give_consent",
    "refuse_consent",
    "accept",
    "set_fee",
    "ask_expert",
    "expert_answers",
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
    "put_plan",
    "object",
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
        Command::CheckBody { .. } => "check_body",
        Command::GiveConsent { .. } => "give_consent",
        Command::RefuseConsent { .. } => "refuse_consent",
        Command::Accept { .. } => "accept",
        Command::SetFee { .. } => "set_fee",
        Command::AskExpert { .. } => "ask_expert",
        Command::ExpertAnswers { .. } => "expert_answers",
        Command::Course(act) => act.name(),
        Command::Text(step) => step.name(),
        Command::PutPlan { .. } => "put_plan",
        Command::Object { .. } => "object",
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
        Stage::Asking => ("asking", "征询意愿"),
        Stage::Willing => ("willing", "待受理"),
        Stage::Mediating => ("mediating", "调解中"),
        Stage::Planned { .. } => ("planned", "调解方案待异议"),
        Stage::Agreed { .. } => ("agreed", "达成协议"),
        Stage::Ended { ending, .. } => match ending {
            Ending::Contract { .. } => ("settled", "调解成功"),
            Ending::Failed | Ending::TermOver | Ending::Objected { .. } | Ending::Sham => {
                ("failed", "调解不成")
            }
            Ending::NoAnswer | Ending::Refused { .. } => ("withdrawn", "当事人不同意调解"),
            Ending::NobodyNeutral => ("declined", "未能确定调解员"),
        },
    };
    let both = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    let (next_zh, next_en) = match (&state.stage, &state.course.planned) {
        (Stage::Asking | Stage::Willing, _) if !state.body.checked => {
            both("核对双方是不是本组织会员", "check which parties are members")
        }
        (Stage::Asking, _) => both("征询对方是否同意调解", "ask the others"),
        (Stage::Willing, _) => both("确定中立的调解员并受理", "find a neutral and accept"),
        (Stage::Mediating, _) if state.course.text.is_some() => wording(state),
        (Stage::Mediating, Some(session)) => {
            (format!("{}调解", session.on), format!("session on {}", session.on))
        }
        (Stage::Mediating, None) => both("安排下一次调解", "set the next session"),
        (Stage::Planned { .. }, _) => both("等待书面异议", "wait for written objections"),
        (Stage::Agreed { .. }, _) => {
            both("告知可以共同申请司法确认", "tell the parties of joint confirmation")
        }
        (Stage::Ended { .. }, _) => (String::new(), String::new()),
    };
    let open = !matches!(state.stage, Stage::Ended { .. });
    let person = state.course.mediator.clone().filter(|_| open);
    let kind = "industry_mediation";
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
        Fact::AllConsent { on } => vec![met("answer"), start("accept", ACCEPT, *on)],
        Fact::Accepted { .. } => vec![met("accept")],
        Fact::ExpertAsked { expert } => vec![start("expert", EXPERT, expert.on)],
        Fact::ExpertAnswered { .. } => vec![met("expert")],
        Fact::Course { event } => event.clocks(),
        Fact::PlanServed { served, .. } => {
            vec![met("mediate"), cancel("expert"), start("object", OBJECT, *served)]
        }
        Fact::Agreed { bargain, .. } => {
            let mut effects = vec![met("mediate"), met("object"), cancel("expert")];
            effects.extend(windows(&bargain.windows, bargain.on));
            effects
        }
        Fact::WindowClosed { window, .. } => vec![cancel(window.clock())],
        Fact::Ended { .. } => {
            let mut effects = vec![met("confirm"), met("object")];
            effects.extend(["answer", "accept", "mediate", "expert"].map(cancel));
            effects
        }
        Fact::BodyChecked { .. } | Fact::Consented { .. } | Fact::FeeSet { .. } => Vec::new(),
    }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Opened { body, handed, .. } => {
            let tie = if body.members.is_empty() {
                ""
            } else {
                "有当事人是本组织会员，非会员一方可以要求由会员以外的人员主持。"
            };
            let begun = if *handed {
                "该纠纷已经移交本组织调解"
            } else {
                "有当事人申请调解"
            };
            let text = format!("{begun}，是否同意由您自愿决定，不答复不视为同意。{tie}");
            vec![notice("asked", text, Some(ANSWER))]
        }
        Fact::FeeSet { shares, .. } => {
            let each = shares.iter().map(|share| {
                let (party, fen) = (share.party, share.amount.0);
                format!("当事人{party}负担{}.{:02}元", fen / 100, fen % 100)
            });
            let each: Vec<String> = each.collect();
            vec![notice("fee", format!("调解费：{}。", each.join("，")), None)]
        }
        Fact::ExpertAsked { .. } => {
            vec![notice("expert", "已经委托专家，意见仅供参考，调解期限继续计算。", Some(EXPERT))]
        }
        Fact::Course { event } => event.notices(),
        Fact::PlanServed { .. } => vec![notice(
            "plan",
            "调解方案已经送达。不同意的，请在期限内提出书面异议；没有书面异议的，方案视为各方自愿\
             达成的调解协议；有书面异议的，视为调解不成立。",
            Some(OBJECT),
        )],
        Fact::Agreed { bargain, .. } if bargain.windows.is_empty() => {
            vec![notice("agreement", "调解协议具有合同效力，该协议不能申请司法确认。", None)]
        }
        Fact::Agreed { .. } => vec![notice(
            "agreement",
            "调解协议具有合同效力，可以共同申请司法确认。",
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
            | Ending::Objected { .. }
            | Ending::NoAnswer
            | Ending::NobodyNeutral
            | Ending::Refused { .. }
            | Ending::Sham => {
                let (routes, rule) = crate::routes::remedies(*kind);
                vec![notice("remedies", format!("调解已经结束，{routes}"), Some(rule))]
            }
        },
        Fact::BodyChecked { .. }
        | Fact::Consented { .. }
        | Fact::AllConsent { .. }
        | Fact::Accepted { .. }
        | Fact::ExpertAnswered { .. }
        | Fact::WindowClosed { .. } => Vec::new(),
    }
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{MediationHead, Mediator, Party, System, WindowClerk};
    match command {
        "open" => &[Party, WindowClerk, Mediator, MediationHead, System],
        "give_consent" | "refuse_consent" | "object" => {
            &[Party, WindowClerk, Mediator, MediationHead]
        }
        "accept" | "set_fee" => &[MediationHead],
        "check_body" | "ask_expert" | "expert_answers" | "put_plan" | "agree" | "end_failed"
        | "end_sham" => &[Mediator, MediationHead],
        "note_application" => &[Mediator, MediationHead, System],
        "close_window" | "lapse" => &[System, Mediator, MediationHead],
        "put_text" | "confirm_text" => Wording::roles(command),
        _ => Act::roles(command),
    }
}

/// What only the agency that holds the dispute may do.
pub(super) fn needs_holding(command: &str) -> bool {
    ["accept", "set_fee", "put_text", "confirm_text", "put_plan", "agree"].contains(&command)
        || Act::needs_holding(command)
}
