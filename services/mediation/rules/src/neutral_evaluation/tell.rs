//! What others need to know of an evaluation: outline, clocks, notices, roles.

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::Role;

use super::{Command, Ending, Fact, Stage, State, Use};
use crate::neutral::{cancel, met, notice, start};

/// How soon the others join and an evaluator accepts.
pub(super) const ANSWER: &str = "policy.evaluation_answer";
/// How soon the opinion is given.
pub(super) const OPINION: &str = "policy.neutral_evaluation";
/// How soon the parties decide on it.
pub(super) const USE: &str = "policy.evaluation_use";

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "ask",
    "join",
    "accept",
    "hand_in",
    "close_papers",
    "recuse",
    "extend",
    "give_opinion",
    "agree_use",
    "refuse_use",
    "disclose",
    "leave",
    "lapse",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Ask { .. } => "ask",
        Command::Join { .. } => "join",
        Command::Accept { .. } => "accept",
        Command::HandIn { .. } => "hand_in",
        Command::ClosePapers { .. } => "close_papers",
        Command::Recuse { .. } => "recuse",
        Command::Extend { .. } => "extend",
        Command::GiveOpinion { .. } => "give_opinion",
        Command::AgreeUse { .. } => "agree_use",
        Command::RefuseUse { .. } => "refuse_use",
        Command::Disclose { .. } => "disclose",
        Command::Leave { .. } => "leave",
        Command::Lapse => "lapse",
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = match &state.stage {
        Stage::Asked => ("asked", "待同意和确定评估员"),
        Stage::Papers => ("papers", "收集材料"),
        Stage::Evaluating => ("evaluating", "评估中"),
        Stage::Opinion { .. } => ("opinion", "意见已送达"),
        Stage::Ended { ending, .. } => match ending {
            Ending::Used { .. } => ("used", "采用评估意见"),
            Ending::NotUsed => ("not_used", "不采用评估意见"),
            Ending::Withdrawn { .. } => ("withdrawn", "当事人退出"),
            Ending::NotBegun | Ending::NoOpinion => ("lapsed", "未能完成评估"),
        },
    };
    let both = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    let wanted = state.wanted_by.map_or(String::new(), |on| format!("（约定{on}前）"));
    let (next_zh, next_en) = match &state.stage {
        Stage::Asked => both("取得各方同意并确定评估员", "win consents and an evaluator"),
        Stage::Papers => both("提交材料", "hand in the papers"),
        Stage::Evaluating => (format!("出具评估意见{wanted}"), "give the opinion".to_owned()),
        Stage::Opinion { .. } => both("决定是否采用评估意见", "decide on the opinion"),
        Stage::Ended { .. } => (String::new(), String::new()),
    };
    let open = !matches!(state.stage, Stage::Ended { .. });
    let person = state.evaluator.clone().filter(|_| open);
    let kind = "neutral_evaluation";
    Outline { kind, state: code, state_zh: zh, open, next_zh, next_en, person }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Asked { on, .. } => vec![start("answer", ANSWER, *on)],
        Fact::Accepted { on, .. } => vec![met("answer"), start("opinion", OPINION, *on)],
        Fact::Recused { on } => vec![cancel("opinion"), start("answer", ANSWER, *on)],
        Fact::Extended { days, .. } => {
            vec![ClockEffect::Extend { key: "opinion".to_owned(), units: *days }]
        }
        Fact::OpinionServed { on, .. } => vec![met("opinion"), start("use", USE, *on)],
        Fact::Ended { ending, .. } => match ending {
            Ending::Used { .. } | Ending::NotUsed => vec![met("use")],
            Ending::Withdrawn { .. } | Ending::NotBegun | Ending::NoOpinion => {
                vec![cancel("answer"), cancel("opinion"), cancel("use")]
            }
        },
        Fact::Joined { .. }
        | Fact::HandedIn { .. }
        | Fact::PapersClosed { .. }
        | Fact::UseAgreed { .. }
        | Fact::DisclosureAgreed { .. } => Vec::new(),
    }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Asked { .. } => vec![notice(
            "evaluation",
            "有当事人申请中立评估，是否参加由您自愿决定；不答复不视为同意。",
            Some(ANSWER),
        )],
        Fact::Accepted { .. } => vec![notice(
            "evaluator",
            "评估员已经接受。评估不公开，意见没有约束力，不得作为证据。",
            Some(OPINION),
        )],
        Fact::Recused { .. } => {
            vec![notice("evaluator", "评估员已经回避，请另选评估员。", Some(ANSWER))]
        }
        Fact::OpinionServed { .. } => vec![notice(
            "opinion",
            "评估意见已经送达，仅供参考。可以据以和解或者申请调解；不答复视为不采用。",
            Some(USE),
        )],
        Fact::Ended { ending, kind, .. } => vec![ended(*ending, *kind)],
        Fact::Joined { .. }
        | Fact::HandedIn { .. }
        | Fact::PapersClosed { .. }
        | Fact::Extended { .. }
        | Fact::UseAgreed { .. }
        | Fact::DisclosureAgreed { .. } => Vec::new(),
    }
}

fn ended(ending: Ending, kind: jiefen_vocab::DisputeKind) -> Notice {
    match ending {
        Ending::Used { by: Use::Settle } => {
            notice("used", "各方同意参考评估意见和解，请继续协商。", Some("policy.negotiation"))
        }
        Ending::Used { by: Use::Mediate } => {
            notice("used", "各方同意参考评估意见调解，请选择调解组织。", None)
        }
        Ending::NotUsed | Ending::Withdrawn { .. } | Ending::NotBegun | Ending::NoOpinion => {
            let (routes, rule) = crate::routes::remedies(kind);
            let text = format!("中立评估已经结束，可以申请调解，也{routes}");
            notice("remedies", text, Some(rule))
        }
    }
}

/// The roles that may give a command. The opinion is the evaluator's own (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{Evaluator, MediationHead, Mediator, Party, System, WindowClerk};
    match command {
        "ask" => &[Party, WindowClerk, Mediator, MediationHead, System],
        "join" | "hand_in" | "extend" | "agree_use" | "refuse_use" | "disclose" | "leave" => {
            &[Party, WindowClerk, Mediator, MediationHead]
        }
        "accept" | "give_opinion" => &[Evaluator],
        "close_papers" => &[Evaluator, Mediator, MediationHead],
        "recuse" => &[Evaluator, MediationHead],
        "lapse" => &[System, Mediator, MediationHead],
        _ => &[],
    }
}

/// A party's own word, the evaluator's opinion and the passing of time never wait for an agency.
pub(super) fn needs_holding(command: &str) -> bool {
    ["accept", "close_papers", "extend"].contains(&command)
}
