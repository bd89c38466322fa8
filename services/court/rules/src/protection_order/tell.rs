//! What others need to know of an application: outline, clocks, notices, roles.

use std::collections::BTreeSet;

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::Role;
use jiff::civil::{Date, DateTime, Time};

use super::{Command, Ending, Fact, Recipient, Reconsideration, Stage, State};
use crate::shared::{cancel, met, start, start_at, to};

const ACCEPT: &str = "policy.protection_order_acceptance";
const SERVE: &str = "T-R-02.serve";
/// Five days for the one reconsideration.
pub(super) const REVIEW: &str = "T-R-02.review";
const DECIDE_REVIEW: &str = "policy.protection_order_review";

/// The rule of the order's length.
pub(super) fn validity(months: u32) -> &'static str {
    match months {
        1 => "T-R-02.validity_1",
        2 => "T-R-02.validity_2",
        3 => "T-R-02.validity_3",
        4 => "T-R-02.validity_4",
        5 => "T-R-02.validity_5",
        _ => "T-R-02.validity",
    }
}

fn ruling(urgent: bool) -> &'static str {
    if urgent { "T-R-02.urgent" } else { "T-R-02" }
}

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "apply",
    "accept",
    "decline",
    "mark_urgent",
    "grant",
    "reject",
    "serve",
    "record_breach",
    "extend",
    "vary",
    "revoke",
    "lapse",
    "ask_review",
    "review_time_passed",
    "decide_review",
    "withdraw",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Apply { .. } => "apply",
        Command::Accept { .. } => "accept",
        Command::Decline { .. } => "decline",
        Command::MarkUrgent { .. } => "mark_urgent",
        Command::Grant { .. } => "grant",
        Command::Reject { .. } => "reject",
        Command::Serve { .. } => "serve",
        Command::RecordBreach { .. } => "record_breach",
        Command::Extend { .. } => "extend",
        Command::Vary { .. } => "vary",
        Command::Revoke { .. } => "revoke",
        Command::Lapse => "lapse",
        Command::AskReview { .. } => "ask_review",
        Command::ReviewTimePassed => "review_time_passed",
        Command::DecideReview { .. } => "decide_review",
        Command::Withdraw { .. } => "withdraw",
    }
}

/// The roles that may give a command: the application is taken down wherever the victim turns; the court
/// decides. Coordinators, leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{FilingClerk, Judge, Party, PoliceOfficer, System, WindowClerk};
    match command {
        "apply" => &[Party, WindowClerk, PoliceOfficer, FilingClerk, Judge, System],
        "accept" | "decline" | "mark_urgent" | "serve" => &[FilingClerk, Judge],
        "record_breach" => &[PoliceOfficer, Judge],
        "ask_review" | "withdraw" => &[Party, FilingClerk, Judge],
        "lapse" | "review_time_passed" => &[System, Judge],
        "grant" | "reject" | "extend" | "vary" | "revoke" | "decide_review" => &[Judge],
        _ => &[],
    }
}

fn place(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::Applied => ("applied", "待受理"),
        Stage::Accepted => ("accepted", "待裁定"),
        Stage::InForce { .. } => ("in_force", "保护令有效"),
        Stage::Rejected { .. } => ("rejected", "已裁定驳回"),
        Stage::Ended { ending, .. } => match ending {
            Ending::NotAccepted => ("not_accepted", "不予受理"),
            Ending::Withdrawn => ("withdrawn", "申请已撤回"),
            Ending::RejectedFinal => ("rejected_final", "驳回已生效"),
            Ending::Lapsed => ("lapsed", "有效期届满"),
            Ending::Revoked => ("revoked", "保护令已撤销"),
        },
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = place(state);
    let open = !matches!(state.stage, Stage::Ended { .. });
    let (next_zh, next_en) = match &state.stage {
        Stage::Applied => ("立即受理", "accept at once"),
        Stage::Accepted if state.urgent => ("二十四小时内裁定", "decide within 24 hours"),
        Stage::Accepted => ("七十二小时内裁定", "decide within 72 hours"),
        Stage::InForce { order, .. } if order.served.len() < Recipient::ALL.len() => {
            ("送达双方、公安机关和居（村）委会", "serve both sides, the police and the committee")
        }
        Stage::InForce { .. } => {
            ("监督执行，届满前提醒可以延长", "see that it is kept; remind of renewal")
        }
        Stage::Rejected { .. } => {
            ("等待复议期届满或者办理复议", "await or decide the reconsideration")
        }
        Stage::Ended { .. } => ("", ""),
    };
    Outline {
        kind: "protection_order",
        state: code,
        state_zh: zh,
        open,
        next_zh: next_zh.to_owned(),
        next_en: next_en.to_owned(),
        person: state.judge.clone().filter(|_| open),
    }
}

/// The clocks that run in a state.
pub(super) fn running(state: &State) -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let review = match &state.stage {
        Stage::Applied => {
            keys.insert("accept".to_owned());
            None
        }
        Stage::Accepted => {
            keys.insert("rule".to_owned());
            None
        }
        Stage::InForce { order, review } => {
            keys.insert("validity".to_owned());
            if order.served.len() < Recipient::ALL.len() {
                keys.insert("serve".to_owned());
            }
            Some(review)
        }
        Stage::Rejected { review } => Some(review),
        Stage::Ended { .. } => None,
    };
    match review {
        Some(Reconsideration::Open { .. }) => {
            keys.insert("review".to_owned());
        }
        Some(Reconsideration::Asked { .. }) => {
            keys.insert("decide_review".to_owned());
        }
        Some(Reconsideration::Over) | None => {}
    }
    keys
}

/// The command that the law gives when a clock expires. An hour that passes undecided is a finding.
pub(super) fn expired(state: &State, clock: &str) -> Option<Command> {
    if !running(state).contains(clock) {
        return None;
    }
    match clock {
        "validity" => Some(Command::Lapse),
        "review" => Some(Command::ReviewTimePassed),
        _ => None,
    }
}

/// The moment of a paper of which only the day is known: the beginning of the day.
fn at_day(on: Date) -> DateTime {
    on.to_datetime(Time::midnight())
}

/// The clocks. What a fact leaves without an object is closed by [`Fact::TimesClosed`].
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    match fact {
        Fact::Applied { at, .. } => vec![start_at("accept", ACCEPT, *at)],
        Fact::Accepted { urgent, at, .. } => {
            vec![met("accept"), start_at("rule", ruling(*urgent), *at)]
        }
        Fact::MarkedUrgent { since, .. } => since
            .map(|since| vec![cancel("rule"), start_at("rule", ruling(true), since)])
            .unwrap_or_default(),
        Fact::Granted { months, at, .. } => vec![
            met("rule"),
            start("validity", validity(*months), at.date()),
            start_at("serve", SERVE, *at),
            start("review", REVIEW, at.date()),
        ],
        Fact::Rejected { on } => vec![met("rule"), start("review", REVIEW, *on)],
        Fact::Served { last, .. } => last.then(|| met("serve")).into_iter().collect(),
        Fact::Extended { from, months, on } => vec![
            cancel("serve"),
            met("validity"),
            start("validity", validity(*months), *from),
            start_at("serve", SERVE, at_day(*on)),
        ],
        Fact::Varied { on, .. } => vec![cancel("serve"), start_at("serve", SERVE, at_day(*on))],
        Fact::ReconsiderationAsked { on, .. } => {
            vec![met("review"), start("decide_review", DECIDE_REVIEW, *on)]
        }
        Fact::Reopened { urgent, at } => {
            vec![met("decide_review"), start_at("rule", ruling(*urgent), *at)]
        }
        Fact::TimesClosed { keys } => keys.iter().map(|key| cancel(key)).collect(),
        Fact::BreachFound { .. } | Fact::ReconsiderationOver { .. } | Fact::Concluded { .. } => {
            Vec::new()
        }
    }
}

fn all(form: &str, zh: &str, rule: Option<&str>) -> Vec<Notice> {
    vec![to(&[], form, zh, rule)]
}

/// The notices. Before a ruling nothing goes to the respondent.
pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    let victim = |application: &super::Application, form, zh: &str, rule| {
        vec![to(&[application.victim], form, zh, rule)]
    };
    match fact {
        Fact::Applied { application, .. } => victim(
            application,
            "receipt",
            "已收到人身安全保护令申请，不收费用，不需要同时起诉离婚；遇有危险请立即报警。",
            Some(ACCEPT),
        ),
        Fact::Granted { months, .. } => vec![
            to(
                &[],
                "order",
                "人身安全保护令自作出之日起生效。违反的，予以训诫、罚款、拘留，构成犯罪的追究刑事责任；不服的可以在五日内申请复议一次，复议期间不停止执行。",
                Some(REVIEW),
            ),
            to(
                &[],
                "renewal",
                "保护令失效前，可以申请撤销、变更或者延长。",
                Some(validity(*months)),
            ),
        ],
        Fact::Rejected { .. } => all(
            "rejected",
            "申请已裁定驳回；不服的，可以在五日内申请复议一次。遇有危险请立即报警。",
            Some(REVIEW),
        ),
        Fact::BreachFound { .. } => {
            all("breach", "违反人身安全保护令的情况已经记录并依法处理。", None)
        }
        Fact::Extended { months, .. } => {
            all("extended", "人身安全保护令已经延长。", Some(validity(*months)))
        }
        Fact::Varied { .. } => all("varied", "人身安全保护令已经变更。", None),
        Fact::ReconsiderationOver { .. } => all("upheld", "人身安全保护令继续有效。", None),
        Fact::Concluded { ending, .. } => told(*ending),
        Fact::Accepted { .. }
        | Fact::MarkedUrgent { .. }
        | Fact::Served { .. }
        | Fact::ReconsiderationAsked { .. }
        | Fact::Reopened { .. }
        | Fact::TimesClosed { .. } => Vec::new(),
    }
}

fn told(ending: Ending) -> Vec<Notice> {
    match ending {
        Ending::NotAccepted => {
            all("remedies", "请向有管辖权的人民法院申请，本院立即转交；遇有危险请立即报警。", None)
        }
        Ending::Withdrawn => all("withdrawn", "申请已经撤回；需要时可以再次申请。", None),
        Ending::RejectedFinal => {
            all("remedies", "驳回裁定已经生效；有新的情况可以再次申请。", None)
        }
        Ending::Lapsed => all("lapsed", "人身安全保护令有效期届满；需要时可以再次申请。", None),
        Ending::Revoked => all("revoked", "人身安全保护令已经撤销。", None),
    }
}
