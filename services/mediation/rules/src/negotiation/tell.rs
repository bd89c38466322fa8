//! What others need to know of a negotiation: outline, clocks, notices, roles.

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::Role;

use super::{Command, Ending, Fact, OfferEnd, Stage, State};
use crate::neutral::{cancel, met, notice, start};

/// How soon an invitation is answered.
pub(super) const ANSWER: &str = "policy.negotiation_answer";
/// How long the talks last.
pub(super) const TALK: &str = "policy.negotiation";
/// How long a proposal stays on the table at most.
pub(super) const OFFER: &str = "policy.negotiation_offer";

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "invite",
    "agree",
    "refuse",
    "mandate",
    "propose",
    "accept",
    "reject",
    "revoke",
    "extend",
    "leave",
    "end_failed",
    "lapse_invitation",
    "lapse_offer",
    "lapse",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Invite { .. } => "invite",
        Command::Agree { .. } => "agree",
        Command::Refuse { .. } => "refuse",
        Command::Mandate { .. } => "mandate",
        Command::Propose { .. } => "propose",
        Command::Accept { .. } => "accept",
        Command::Reject { .. } => "reject",
        Command::Revoke { .. } => "revoke",
        Command::Extend { .. } => "extend",
        Command::Leave { .. } => "leave",
        Command::EndFailed { .. } => "end_failed",
        Command::LapseInvitation => "lapse_invitation",
        Command::LapseOffer => "lapse_offer",
        Command::Lapse => "lapse",
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = match &state.stage {
        Stage::Invited => ("invited", "已邀请"),
        Stage::Talking => ("talking", "协商中"),
        Stage::Proposed { .. } => ("proposed", "方案待答复"),
        Stage::Ended { ending, .. } => match ending {
            Ending::Settled { .. } => ("settled", "达成和解"),
            Ending::Failed | Ending::TermOver | Ending::NoAnswer => ("failed", "协商不成"),
            Ending::Declined { .. } | Ending::Left { .. } => ("withdrawn", "不愿协商"),
        },
    };
    let both = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    let (next_zh, next_en) = match &state.stage {
        Stage::Invited => both("等待对方答复是否协商", "the others answer the invitation"),
        Stage::Talking => both("提出和解方案", "make a proposal"),
        Stage::Proposed { offer } => {
            (format!("答复第{}号和解方案", offer.no), format!("answer proposal {}", offer.no))
        }
        Stage::Ended { .. } => (String::new(), String::new()),
    };
    let open = !matches!(state.stage, Stage::Ended { .. });
    Outline { kind: "negotiation", state: code, state_zh: zh, open, next_zh, next_en, person: None }
}

/// The clocks. Ending a clock that does not run has no effect.
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Invited { on, .. } => vec![start("answer", ANSWER, *on)],
        Fact::TalksBegun { on } => vec![met("answer"), start("talk", TALK, *on)],
        Fact::Proposed { offer } => vec![start("offer", OFFER, offer.on)],
        Fact::OfferEnded { how, .. } => match how {
            OfferEnd::Rejected | OfferEnd::Countered => vec![met("offer")],
            OfferEnd::Revoked | OfferEnd::Lapsed => vec![cancel("offer")],
        },
        Fact::Extended { days, .. } => {
            vec![ClockEffect::Extend { key: "talk".to_owned(), units: *days }]
        }
        Fact::Ended { .. } => vec![met("answer"), met("offer"), met("talk")],
        Fact::Willing { .. } | Fact::Mandated { .. } | Fact::Accepted { .. } => Vec::new(),
    }
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Invited { .. } => vec![notice(
            "invitation",
            "对方邀请您协商解决。是否协商由您自愿决定；不答复不视为同意，也不影响您的其他权利。",
            Some(ANSWER),
        )],
        Fact::TalksBegun { .. } => {
            vec![notice("talks", "各方同意协商，协商中的让步不作为以后不利的证据。", Some(TALK))]
        }
        Fact::Proposed { .. } => vec![notice(
            "proposal",
            "有和解方案待您答复；沉默不视为同意，逾期方案失效，协商继续。",
            Some(OFFER),
        )],
        Fact::Ended { ending, kind, .. } => match ending {
            Ending::Settled { .. } => vec![notice(
                "settled",
                "和解协议具有合同效力。可以共同向公证机构申请赋予强制执行效力；和解协议未经调解组织\
                 调解，不能直接申请司法确认，需要确认的，可以先申请人民调解。",
                Some("T-G-03"),
            )],
            Ending::Failed
            | Ending::TermOver
            | Ending::NoAnswer
            | Ending::Declined { .. }
            | Ending::Left { .. } => {
                let (routes, rule) = crate::routes::remedies(*kind);
                let text = format!("协商没有达成和解，可以申请调解，也{routes}");
                vec![notice("remedies", text, Some(rule))]
            }
        },
        Fact::OfferEnded { .. }
        | Fact::Extended { .. }
        | Fact::Willing { .. }
        | Fact::Mandated { .. }
        | Fact::Accepted { .. } => Vec::new(),
    }
}

/// The roles that may give a command: the parties, and the host who records their words. Nobody
/// settles in their place (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{MediationHead, Mediator, Party, System, WindowClerk};
    match command {
        "invite" => &[Party, WindowClerk, Mediator, MediationHead, System],
        "agree" | "refuse" | "mandate" | "propose" | "accept" | "reject" | "revoke" | "extend"
        | "leave" | "end_failed" => &[Party, WindowClerk, Mediator, MediationHead],
        "lapse_invitation" | "lapse_offer" | "lapse" => &[System, WindowClerk, Mediator],
        _ => &[],
    }
}

/// The parties' own words never wait for an agency; only more time for a hosted negotiation does.
pub(super) fn needs_holding(command: &str) -> bool {
    command == "extend"
}
