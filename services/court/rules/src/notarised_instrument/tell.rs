//! What others need to know of an instrument: outline, clocks, notices, roles.

use std::collections::BTreeSet;

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::Role;

use super::decide::{ENFORCE, NOTARY, PLEA, REVIEW};
use super::{Command, Fact, Fate, Ruling, Stage, State};
use crate::shared::{cancel, met, number, own, start, to};

const ACCEPT: &str = "T-G-01.accept";
const NOTICE: &str = "T-G-01.notice";
const UPPER: &str = "T-G-07.review_decide";

/// The rule of the time for review of a ruling.
pub(super) fn review_rule(ruling: Ruling) -> &'static str {
    match ruling {
        Ruling::NotAccepted => "T-G-05.review",
        Ruling::PleaRejected => "T-G-07.review",
    }
}

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "request",
    "stop_notary",
    "resume_notary",
    "issue",
    "refuse",
    "record_performance",
    "ask_certificate",
    "certify",
    "refuse_certificate",
    "apply_to_court",
    "accept",
    "decline",
    "serve_notice",
    "plead",
    "plea_time_passed",
    "extend_review",
    "decide_plea",
    "ask_review",
    "review_time_passed",
    "record_review",
    "instalment_time_passed",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Request { .. } => "request",
        Command::StopNotary { .. } => "stop_notary",
        Command::ResumeNotary { .. } => "resume_notary",
        Command::Issue { .. } => "issue",
        Command::Refuse { .. } => "refuse",
        Command::RecordPerformance { .. } => "record_performance",
        Command::AskCertificate { .. } => "ask_certificate",
        Command::Certify { .. } => "certify",
        Command::RefuseCertificate { .. } => "refuse_certificate",
        Command::ApplyToCourt { .. } => "apply_to_court",
        Command::Accept { .. } => "accept",
        Command::Decline { .. } => "decline",
        Command::ServeNotice { .. } => "serve_notice",
        Command::Plead { .. } => "plead",
        Command::PleaTimePassed => "plea_time_passed",
        Command::ExtendReview { .. } => "extend_review",
        Command::DecidePlea { .. } => "decide_plea",
        Command::AskReview { .. } => "ask_review",
        Command::ReviewTimePassed => "review_time_passed",
        Command::RecordReview { .. } => "record_review",
        Command::InstalmentTimePassed { .. } => "instalment_time_passed",
    }
}

/// The roles that may give a command: the notary its own, the court its own. Coordinators, leaders and
/// assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{CourtPresident, FilingClerk, Judge, Notary, Party, System};
    match command {
        "request" => &[Notary, System],
        "stop_notary" | "resume_notary" | "issue" | "refuse" | "certify" | "refuse_certificate" => {
            &[Notary]
        }
        "record_performance" => &[Notary, Judge],
        "ask_certificate" => &[Party, Notary],
        "apply_to_court" | "plead" | "ask_review" => &[Party, FilingClerk, Judge],
        "accept" | "decline" | "serve_notice" => &[FilingClerk, Judge],
        "extend_review" => &[CourtPresident],
        "decide_plea" | "record_review" => &[Judge],
        "plea_time_passed" | "review_time_passed" | "instalment_time_passed" => &[System, Judge],
        _ => &[],
    }
}

fn place(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::Requested => ("requested", "公证办理中"),
        Stage::Issued => ("issued", "公证债权文书履行期"),
        Stage::CertificateAsked { .. } => ("certificate_asked", "申请执行证书"),
        Stage::Certified { .. } => ("certified", "已出具执行证书"),
        Stage::AtCourt { .. } => ("at_court", "已向法院申请执行"),
        Stage::Noticed { .. } => ("noticed", "申请不予执行期内"),
        Stage::Reviewing { .. } => ("reviewing", "不予执行审查中"),
        Stage::Ruled { .. } => ("ruled", "复议期内"),
        Stage::Ended { mixed: true, .. } => ("in_parts", "各期分别了结"),
        Stage::Ended { fate, .. } => match fate {
            None => ("refused", "不予办理公证"),
            Some(Fate::Performed) => ("performed", "已履行"),
            Some(Fate::Enforced) => ("enforced", "进入执行"),
            Some(Fate::Open | Fate::Pursued | Fate::NotEnforced) => ("not_enforced", "不予执行"),
            Some(Fate::TimePassed) => ("time_passed", "申请执行期间届满"),
        },
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = place(state);
    let open = !matches!(state.stage, Stage::Ended { .. });
    let (next_zh, next_en) = match &state.stage {
        Stage::Requested => ("审查并出具公证书", "examine and issue the instrument"),
        Stage::Issued => ("履行；未履行的申请执行证书", "perform, or ask for the certificate"),
        Stage::CertificateAsked { .. } => {
            ("核实履行情况，出具执行证书", "check performance, certify")
        }
        Stage::Certified { .. } => ("向法院申请执行", "apply to the court"),
        Stage::AtCourt { accepted: false, .. } => ("决定是否受理", "decide on acceptance"),
        Stage::AtCourt { accepted: true, .. } => ("送达执行通知", "serve the notice"),
        Stage::Noticed { .. } => ("继续执行，等待申请期届满", "enforce; await the time for a plea"),
        Stage::Reviewing { .. } => {
            ("审查不予执行申请，不停止执行", "review the plea; enforcement goes on")
        }
        Stage::Ruled { asked_on: None, .. } => ("等待复议期届满", "await the time for review"),
        Stage::Ruled { asked_on: Some(_), .. } => ("等待上一级法院复议", "await the upper court"),
        Stage::Ended { .. } => ("", ""),
    };
    Outline {
        kind: "notarised_instrument",
        state: code,
        state_zh: zh,
        open,
        next_zh: next_zh.to_owned(),
        next_en: next_en.to_owned(),
        person: None,
    }
}

/// The clocks that run in a state.
pub(super) fn running(state: &State) -> BTreeSet<String> {
    let mut before_court = true;
    let key = match &state.stage {
        Stage::Requested => return BTreeSet::from(["issue".to_owned()]),
        Stage::Ended { .. } => return BTreeSet::new(),
        Stage::Issued | Stage::Certified { .. } => None,
        Stage::CertificateAsked { .. } => Some("certify"),
        Stage::AtCourt { accepted, .. } => {
            before_court = false;
            Some(if *accepted { "notice" } else { "accept" })
        }
        Stage::Noticed { .. } => {
            before_court = false;
            Some("plea")
        }
        Stage::Reviewing { .. } => {
            before_court = false;
            Some("review")
        }
        Stage::Ruled { asked_on, .. } => {
            before_court = false;
            Some(if asked_on.is_some() { "upper" } else { "ask_review" })
        }
    };
    let mut keys: BTreeSet<String> = key.into_iter().map(str::to_owned).collect();
    for one in &state.instalments {
        if one.fate == Fate::Open || (before_court && one.fate == Fate::Pursued) {
            keys.insert(own("enforce", one.no));
        }
    }
    keys
}

/// The command that the law gives when a clock expires.
pub(super) fn expired(state: &State, clock: &str) -> Option<Command> {
    if !running(state).contains(clock) {
        return None;
    }
    match clock.split_once(':').map_or(clock, |(key, _)| key) {
        "plea" => Some(Command::PleaTimePassed),
        "ask_review" => Some(Command::ReviewTimePassed),
        "enforce" => number(clock).map(|instalment| Command::InstalmentTimePassed { instalment }),
        _ => None,
    }
}

/// The clocks. What a fact leaves without an object is closed by [`Fact::TimesClosed`].
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    let issue = || "issue".to_owned();
    let enforce = |no: u32, from| start(&own("enforce", no), ENFORCE, from);
    match fact {
        Fact::Requested { on, .. } => vec![start("issue", NOTARY, *on)],
        Fact::NotaryStopped { reason, on } => {
            vec![ClockEffect::Stop { key: issue(), from: *on, reason: reason.clone() }]
        }
        Fact::NotaryResumed { to } => vec![ClockEffect::Resume { key: issue(), to: *to }],
        Fact::Issued { due, .. } => {
            let own = due.iter().map(|(no, day)| enforce(*no, *day));
            [met("issue")].into_iter().chain(own).collect()
        }
        Fact::CertificateAsked { instalments, on } => {
            let own = instalments.iter().map(|no| enforce(*no, *on));
            [start("certify", NOTARY, *on)].into_iter().chain(own).collect()
        }
        Fact::Certified { .. } | Fact::CertificateRefused { .. } => vec![met("certify")],
        Fact::AppliedToCourt { on } => vec![start("accept", ACCEPT, *on)],
        Fact::Accepted { on } => vec![met("accept"), start("notice", NOTICE, *on)],
        Fact::SentBack { on } => vec![met("upper"), start("notice", NOTICE, *on)],
        Fact::NoticeServed { on } => vec![met("notice"), start("plea", PLEA, *on)],
        Fact::Pleaded { on, .. } => vec![met("plea"), start("review", REVIEW, *on)],
        Fact::ReviewExtended { days, .. } => {
            vec![ClockEffect::Extend { key: "review".to_owned(), units: *days }]
        }
        Fact::Ruled { ruling, on } => {
            vec![met("accept"), met("review"), start("ask_review", review_rule(*ruling), *on)]
        }
        Fact::ReviewAsked { on } => vec![met("ask_review"), start("upper", UPPER, *on)],
        Fact::TimePassed { instalment, .. } => vec![cancel(&own("enforce", *instalment))],
        Fact::TimesClosed { keys } => keys.iter().map(|key| cancel(key)).collect(),
        Fact::Performed { .. } | Fact::Settled { .. } | Fact::Ended { .. } => Vec::new(),
    }
}

fn all(form: &str, zh: &str, rule: Option<&str>) -> Vec<Notice> {
    vec![to(&[], form, zh, rule)]
}

pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Requested { .. } => all("accepted", "公证申请已受理。", Some(NOTARY)),
        Fact::Issued { .. } => all(
            "issued",
            "公证债权文书已出具：不履行的，债权人可以申请执行证书并申请强制执行，各期分别计算。",
            Some(ENFORCE),
        ),
        Fact::Certified { .. } => {
            all("certified", "执行证书已出具，可以向有管辖权的法院申请执行。", Some(ENFORCE))
        }
        Fact::CertificateRefused { .. } => {
            all("remedies", "不予出具执行证书，可以就该债权起诉。", Some("T-A-06"))
        }
        Fact::NoticeServed { .. } => all(
            "enforcement_notice",
            "认为公证程序有法定不予执行情形的，可以在十五日内书面申请；债权债务与事实不符或者已经清偿的，应当起诉。审查期间不停止执行。",
            Some(PLEA),
        ),
        Fact::Ruled { ruling, .. } => all(
            "ruling",
            "裁定已送达；不服的，可以在十日内向上一级人民法院申请复议。",
            Some(review_rule(*ruling)),
        ),
        Fact::Settled { fate: Fate::NotEnforced, .. } => {
            all("remedies", "不予受理或者不予执行；可以就该债权起诉。", Some("T-A-06"))
        }
        Fact::Settled { .. } => all("enforced", "继续执行。", None),
        Fact::Ended { fate: None, .. } => {
            all("remedies", "不予办理公证；可以协商、调解或者起诉。", None)
        }
        Fact::Ended { .. } => all("ended", "各期债务均已有结果。", None),
        Fact::NotaryStopped { .. }
        | Fact::NotaryResumed { .. }
        | Fact::Performed { .. }
        | Fact::CertificateAsked { .. }
        | Fact::AppliedToCourt { .. }
        | Fact::Accepted { .. }
        | Fact::SentBack { .. }
        | Fact::Pleaded { .. }
        | Fact::ReviewExtended { .. }
        | Fact::ReviewAsked { .. }
        | Fact::TimePassed { .. }
        | Fact::TimesClosed { .. } => Vec::new(),
    }
}
