//! Clocks, notices, roles and parts of charts that all these procedures share.

use jiefen_procedure::term::APPRAISAL;
use jiefen_procedure::{ClockEffect, Ending, Notice, Owner, Stage, Step};
use jiefen_vocab::Role;
use jiff::civil::Date;

use super::{Act, Event, Wording};
use crate::agreement::Window;

/// A step of a chart.
pub(crate) const fn step(
    from: &'static str,
    by: &'static str,
    to: &'static str,
    basis: &'static str,
) -> Step {
    Step { from, by, to, basis }
}

/// An open state of a chart.
pub(crate) const fn open(
    state: &'static str,
    zh: &'static str,
    owner: Owner,
    clocks: &'static [&'static str],
) -> Stage {
    Stage { state, zh, owner, clocks, ending: Ending::Open }
}

/// An ending of a chart.
pub(crate) const fn ended(state: &'static str, zh: &'static str) -> Stage {
    Stage { state, zh, owner: Owner::None, clocks: &[], ending: Ending::Ended }
}

/// Starts a clock.
pub(crate) fn start(key: &str, rule: &str, from: Date) -> ClockEffect {
    ClockEffect::Start { key: key.to_owned(), rule: rule.to_owned(), from }
}

/// The duty of a clock is done; without effect when it does not run.
pub(crate) fn met(key: &str) -> ClockEffect {
    ClockEffect::Met { key: key.to_owned() }
}

/// A clock no longer applies; without effect when it does not run.
pub(crate) fn cancel(key: &str) -> ClockEffect {
    ClockEffect::Cancel { key: key.to_owned() }
}

/// The clocks of the windows that open with an agreement.
pub(crate) fn windows(open: &[Window], on: Date) -> Vec<ClockEffect> {
    open.iter().map(|window| start(window.clock(), window.rule(), on)).collect()
}

/// A notice to all parties.
pub(crate) fn notice(form: &str, zh: impl Into<String>, rule: Option<&str>) -> Notice {
    let rule = rule.map(str::to_owned);
    Notice { to: Vec::new(), form: form.to_owned(), zh: zh.into(), rule }
}

impl Event {
    /// What the event does to the clock of the term, `mediate`.
    pub fn clocks(&self) -> Vec<ClockEffect> {
        let key = || "mediate".to_owned();
        match self {
            Event::TermBegun { rule, on } => vec![start("mediate", rule, *on)],
            Event::TermExtended { days, .. } => {
                vec![ClockEffect::Extend { key: key(), units: *days }]
            }
            Event::AppraisalBegun { on } => {
                vec![ClockEffect::Stop { key: key(), from: *on, reason: APPRAISAL.to_owned() }]
            }
            Event::AppraisalEnded { on } => vec![ClockEffect::Resume { key: key(), to: *on }],
            Event::ConsentWithdrawn { .. }
            | Event::MediatorNamed { .. }
            | Event::DoubtRaised { .. }
            | Event::DoubtWaived { .. }
            | Event::ChallengeDecided { .. }
            | Event::MediatorRemoved { .. }
            | Event::SessionScheduled { .. }
            | Event::SessionHeld { .. }
            | Event::UndisputedRecorded { .. }
            | Event::TextPut { .. }
            | Event::TextConfirmed { .. } => Vec::new(),
        }
    }

    /// The notices that fall due with the event.
    pub fn notices(&self) -> Vec<Notice> {
        match self {
            Event::MediatorNamed { interest: None, .. } => {
                vec![notice("mediator", "调解员已经确定，对其公正性有疑问的可以申请回避。", None)]
            }
            Event::MediatorNamed { interest: Some(interest), .. }
            | Event::DoubtRaised { interest, by: None, .. } => vec![notice(
                "disclosure",
                format!(
                    "调解员披露：{}。各方都同意的，可以由其继续调解；否则更换。",
                    interest.zh()
                ),
                None,
            )],
            Event::DoubtRaised { by: Some(_), .. } => {
                vec![notice("challenge", "已有当事人申请调解员回避，决定前暂不调解。", None)]
            }
            Event::ChallengeDecided { granted: false, .. } => {
                vec![notice("challenge_decided", "回避申请未获支持，调解继续。", None)]
            }
            Event::MediatorRemoved { .. } => {
                vec![notice("mediator", "调解员已经退出，将另行确定调解员。", None)]
            }
            Event::TermBegun { rule, .. } => vec![notice(
                "acceptance",
                "调解已经开始。调解自愿、不公开，可以随时要求终止；调解中的让步不作为不利证据。",
                Some(rule),
            )],
            Event::SessionScheduled { session } => {
                let (on, place, mode) = (session.on, &session.place, session.mode.zh());
                vec![notice("session", format!("{on}在{place}进行{mode}调解。"), None)]
            }
            Event::TextPut { .. } => vec![notice(
                "text",
                "协议文本已经拟好，请各自阅读并确认；文本一经改动，先前的确认作废。",
                None,
            )],
            Event::TextConfirmed { .. }
            | Event::ChallengeDecided { granted: true, .. }
            | Event::ConsentWithdrawn { .. }
            | Event::DoubtWaived { .. }
            | Event::SessionHeld { .. }
            | Event::TermExtended { .. }
            | Event::AppraisalBegun { .. }
            | Event::AppraisalEnded { .. }
            | Event::UndisputedRecorded { .. } => Vec::new(),
        }
    }
}

impl Act {
    /// The roles that may take a common step; empty: it is none of them. The neutral does not decide
    /// on a challenge of itself.
    pub fn roles(name: &str) -> &'static [Role] {
        use Role::{MediationHead, Mediator, Party, WindowClerk};
        match name {
            "withdraw_consent" => &[Party, WindowClerk, Mediator, MediationHead],
            "waive" | "challenge" => &[Party, Mediator, MediationHead],
            "decide_challenge" | "replace" => &[MediationHead],
            "disclose" | "schedule" | "hold" | "extend" | "begin_appraisal" | "end_appraisal" => {
                &[Mediator, MediationHead]
            }
            _ => &[],
        }
    }

    /// The common steps for which the body must hold the dispute.
    pub fn needs_holding(name: &str) -> bool {
        ["schedule", "hold", "extend"].contains(&name)
    }
}

impl Wording {
    /// The roles that may take a step about the text; empty: it is none of them.
    pub fn roles(name: &str) -> &'static [Role] {
        use Role::{MediationHead, Mediator, Party};
        match name {
            "put_text" => &[Mediator, MediationHead],
            "confirm_text" => &[Party, Mediator, MediationHead],
            _ => &[],
        }
    }
}
