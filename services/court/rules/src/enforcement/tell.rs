//! What others need to know of an enforcement case: outline, clocks, notices, roles.

use std::collections::BTreeSet;

use jiefen_procedure::{ClockEffect, Notice, Outline};
use jiefen_vocab::Role;

use super::decide::TERM;
use super::side::{LISTING, OBJECTION};
use super::{Command, Ending, Fact, Objection, RestrictionKind, Stage, State};
use crate::shared::{cancel, met, number, own, start, to};

const ACCEPT: &str = "T-G-01.accept";
const NOTICE: &str = "T-G-01.notice";
/// The creditor may go to the upper court.
pub(super) const SIX_MONTHS: &str = "T-G-01";
/// The law gives the upper court no number; its answer is asked after.
const UPPER_COURT: &str = "policy.follow_up";
/// The day itself that the upper court names.
const URGE: &str = "policy.named_day";
const DELIST: &str = "T-G-01.delist";
const RECHECK: &str = "T-G-01.recheck";
/// Searches end.
pub(super) const FIVE_YEARS: &str = "T-G-01.five_years";

/// The names of all commands.
pub(super) const COMMANDS: &[&str] = &[
    "apply",
    "accept",
    "decline",
    "issue_notice",
    "serve_notice",
    "take_measure",
    "renew_measure",
    "lift_measure",
    "measure_lapsed",
    "restrict",
    "remove_restriction",
    "listing_over",
    "record_payment",
    "record_performance",
    "settle",
    "resume",
    "settlement_time_passed",
    "end_for_now",
    "check_property",
    "five_years_passed",
    "file_objection",
    "decide_objection",
    "take_remedy",
    "remedy_time_passed",
    "decide_review",
    "plead_not_enforced",
    "decide_plea",
    "terminate",
    "extend_term",
    "six_months_passed",
    "ask_upper_court",
    "urge",
    "urge_time_passed",
    "upper_court_declines",
    "go_up",
];

pub(super) fn name(command: &Command) -> &'static str {
    match command {
        Command::Apply { .. } => "apply",
        Command::Accept { .. } => "accept",
        Command::Decline { .. } => "decline",
        Command::IssueNotice { .. } => "issue_notice",
        Command::ServeNotice { .. } => "serve_notice",
        Command::TakeMeasure { .. } => "take_measure",
        Command::RenewMeasure { .. } => "renew_measure",
        Command::LiftMeasure { .. } => "lift_measure",
        Command::MeasureLapsed { .. } => "measure_lapsed",
        Command::Restrict { .. } => "restrict",
        Command::RemoveRestriction { .. } => "remove_restriction",
        Command::ListingOver { .. } => "listing_over",
        Command::RecordPayment { .. } => "record_payment",
        Command::RecordPerformance { .. } => "record_performance",
        Command::Settle { .. } => "settle",
        Command::Resume { .. } => "resume",
        Command::SettlementTimePassed => "settlement_time_passed",
        Command::EndForNow { .. } => "end_for_now",
        Command::CheckProperty { .. } => "check_property",
        Command::FiveYearsPassed => "five_years_passed",
        Command::FileObjection { .. } => "file_objection",
        Command::DecideObjection { .. } => "decide_objection",
        Command::TakeRemedy { .. } => "take_remedy",
        Command::RemedyTimePassed { .. } => "remedy_time_passed",
        Command::DecideReview { .. } => "decide_review",
        Command::PleadNotEnforced { .. } => "plead_not_enforced",
        Command::DecidePlea { .. } => "decide_plea",
        Command::Terminate { .. } => "terminate",
        Command::ExtendTerm { .. } => "extend_term",
        Command::SixMonthsPassed => "six_months_passed",
        Command::AskUpperCourt { .. } => "ask_upper_court",
        Command::Urge { .. } => "urge",
        Command::UrgeTimePassed => "urge_time_passed",
        Command::UpperCourtDeclines { .. } => "upper_court_declines",
        Command::GoUp { .. } => "go_up",
    }
}

/// The roles that may give a command. Coordinators, leaders and assessors give none (I10).
pub(super) fn roles(command: &str) -> &'static [Role] {
    use Role::{CourtPresident, FilingClerk, Judge, Party, System};
    match command {
        "apply" => &[Party, FilingClerk, Judge, System],
        "accept" | "decline" | "serve_notice" => &[FilingClerk, Judge],
        "file_objection" | "take_remedy" | "plead_not_enforced" | "ask_upper_court" => {
            &[Party, FilingClerk, Judge]
        }
        "measure_lapsed"
        | "listing_over"
        | "settlement_time_passed"
        | "five_years_passed"
        | "remedy_time_passed"
        | "six_months_passed"
        | "urge_time_passed" => &[System, Judge],
        "extend_term" => &[CourtPresident],
        "issue_notice"
        | "take_measure"
        | "renew_measure"
        | "lift_measure"
        | "restrict"
        | "remove_restriction"
        | "record_payment"
        | "record_performance"
        | "settle"
        | "resume"
        | "end_for_now"
        | "check_property"
        | "decide_objection"
        | "decide_review"
        | "decide_plea"
        | "terminate"
        | "urge"
        | "upper_court_declines"
        | "go_up" => &[Judge],
        _ => &[],
    }
}

fn place(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::Applied => ("applied", "待执行立案"),
        Stage::Accepted => ("accepted", "待发执行通知"),
        Stage::Enforcing => ("enforcing", "执行中"),
        Stage::Settled { .. } => ("settled", "执行和解中止"),
        Stage::EndedForNow { .. } => ("ended_for_now", "终结本次执行"),
        Stage::Closing { .. } => ("closing", "待解除名单后结案"),
        Stage::Ended { ending, .. } => match ending {
            Ending::NotAccepted { .. } => ("not_accepted", "不予受理"),
            Ending::Done => ("done", "执行完毕"),
            Ending::Terminated { .. } => ("terminated", "终结执行"),
            Ending::NotEnforced { .. } => ("not_enforced", "不予执行"),
            Ending::SettlementLapsed => ("settlement_lapsed", "和解后未申请恢复"),
            Ending::ForNow => ("for_now", "终本满五年"),
            Ending::GoneUp => ("gone_up", "上级法院执行"),
        },
    }
}

fn next(state: &State) -> (&'static str, &'static str) {
    match &state.stage {
        Stage::Applied | Stage::Accepted | Stage::Enforcing
            if state.upper.is_some_and(|upper| upper.passed) =>
        {
            (
                "由上一级法院裁定提级执行或者指令其他法院执行",
                "the upper court takes the case or names another court",
            )
        }
        Stage::Applied => ("决定是否立案", "decide on acceptance"),
        Stage::Accepted => {
            ("发出执行通知，责令报告财产", "issue the notice, have property reported")
        }
        Stage::Enforcing if state.plea.is_some() => ("审查不予执行申请", "review the plea"),
        Stage::Enforcing => ("查控财产，采取执行措施", "find property and take measures"),
        Stage::Settled { .. } => ("跟踪和解协议履行", "follow the settlement up"),
        Stage::EndedForNow { .. } => ("每六个月查询财产", "search for property every six months"),
        Stage::Closing { .. } => ("三个工作日内解除失信、限制消费", "remove the listings"),
        Stage::Ended { .. } => ("", ""),
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, zh) = place(state);
    let open = !matches!(state.stage, Stage::Ended { .. });
    let (next_zh, next_en) = next(state);
    Outline {
        kind: "enforcement",
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
    let (plain, beside): (&[&str], bool) = match &state.stage {
        Stage::Applied => (&["accept", "notice"], true),
        Stage::Accepted => (&["notice", "term"], true),
        Stage::Enforcing => (&["term"], true),
        Stage::Settled { .. } => (&["settlement", "term"], true),
        Stage::EndedForNow { .. } => (&["recheck", "five_years"], true),
        Stage::Closing { .. } => (&["delist"], false),
        Stage::Ended { .. } => (&[], false),
    };
    let mut keys: BTreeSet<String> = plain.iter().map(|key| (*key).to_owned()).collect();
    if !beside {
        return keys;
    }
    if state.six_months {
        keys.insert("six_months".to_owned());
    }
    if state.plea.is_some() {
        keys.insert("plea".to_owned());
    }
    for measure in state.measures.iter().filter(|measure| measure.open) {
        keys.insert(own("measure", measure.no));
    }
    for one in state.restrictions.iter().filter(|one| one.open) {
        if one.kind == (RestrictionKind::Listed { able: false }) {
            keys.insert(own("listing", one.no));
        }
    }
    for objection in state.objections.iter().filter(|objection| objection.remedy.is_none()) {
        let key = if objection.decided_on.is_some() { "remedy" } else { "objection" };
        keys.insert(own(key, objection.no));
    }
    let waits = |one: &Objection| one.review.is_some_and(|review| review.ruled_on.is_none());
    for objection in state.objections.iter().filter(|one| waits(one)) {
        keys.insert(own("review", objection.no));
    }
    if let Some(upper) = state.upper {
        let urged = upper.until.is_some() && !upper.passed;
        keys.insert(if urged { "urge" } else { "upper_court" }.to_owned());
    }
    keys
}

/// The command that the law gives when a clock expires.
pub(super) fn expired(state: &State, clock: &str) -> Option<Command> {
    if !running(state).contains(clock) {
        return None;
    }
    match clock.split_once(':').map_or(clock, |(key, _)| key) {
        "six_months" => Some(Command::SixMonthsPassed),
        "urge" => Some(Command::UrgeTimePassed),
        "measure" => number(clock).map(|measure| Command::MeasureLapsed { measure }),
        "listing" => number(clock).map(|restriction| Command::ListingOver { restriction }),
        "remedy" => number(clock).map(|objection| Command::RemedyTimePassed { objection }),
        "settlement" => Some(Command::SettlementTimePassed),
        "five_years" => Some(Command::FiveYearsPassed),
        _ => None,
    }
}

/// The clocks. What a fact leaves without an object is closed by [`Fact::TimesClosed`].
pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    let term = || "term".to_owned();
    match fact {
        Fact::Applied { on, .. } => vec![
            start("accept", ACCEPT, *on),
            start("notice", NOTICE, *on),
            start("six_months", SIX_MONTHS, *on),
        ],
        Fact::Accepted { on, .. } => vec![met("accept"), start("term", TERM, *on)],
        Fact::NoticeIssued { .. } => vec![met("notice")],
        Fact::MeasureTaken { measure } => {
            let key = own("measure", measure.no);
            vec![met("six_months"), start(&key, measure.kind.rule(), measure.on)]
        }
        Fact::MeasureOver { measure, .. } => vec![cancel(&own("measure", *measure))],
        Fact::Restricted { restriction } => match restriction.kind {
            RestrictionKind::Listed { able: false } => {
                vec![start(&own("listing", restriction.no), LISTING, restriction.on)]
            }
            RestrictionKind::Listed { able: true } | RestrictionKind::Consumption => Vec::new(),
        },
        Fact::RestrictionRemoved { restriction, .. } => vec![cancel(&own("listing", *restriction))],
        Fact::Paid { .. } => vec![met("six_months")],
        Fact::Settled { due_on, rule, on } => vec![
            met("six_months"),
            start("settlement", rule, *due_on),
            ClockEffect::Stop { key: term(), from: *on, reason: "settlement".to_owned() },
        ],
        Fact::Resumed { after_settlement: true, on } => {
            vec![met("settlement"), ClockEffect::Resume { key: term(), to: *on }]
        }
        Fact::Resumed { after_settlement: false, on } => {
            vec![met("recheck"), met("five_years"), start("term", TERM, *on)]
        }
        Fact::EndedForNow { on } => vec![
            met("term"),
            met("six_months"),
            start("recheck", RECHECK, *on),
            start("five_years", FIVE_YEARS, *on),
        ],
        Fact::PropertyChecked { on } => vec![met("recheck"), start("recheck", RECHECK, *on)],
        Fact::ObjectionFiled { objection } => {
            vec![start(&own("objection", objection.no), OBJECTION, objection.on)]
        }
        Fact::ObjectionDecided { objection, rule, on, .. } => {
            vec![met(&own("objection", *objection)), start(&own("remedy", *objection), rule, *on)]
        }
        Fact::ObjectionOver { objection, .. } => vec![met(&own("remedy", *objection))],
        Fact::PleaReceived { rule, on, .. } => vec![start("plea", rule, *on)],
        Fact::PleaRejected { .. } => vec![met("plea")],
        Fact::TermLengthened { months, .. } => {
            vec![ClockEffect::Extend { key: term(), units: *months }]
        }
        Fact::SixMonthsPassed { .. } => vec![cancel("six_months")],
        Fact::ReviewRequested { .. }
        | Fact::ReviewDecided { .. }
        | Fact::UpperCourtAsked { .. }
        | Fact::Urged { .. }
        | Fact::UrgeLapsed { .. }
        | Fact::UpperCourtDeclined { .. } => at_the_upper_court(fact),
        Fact::Closing { on, .. } => vec![start("delist", DELIST, *on)],
        Fact::TimesClosed { keys } => keys.iter().map(|key| cancel(key)).collect(),
        Fact::NoticeServed { .. } | Fact::Concluded { .. } => Vec::new(),
    }
}

/// The clocks of the upper court: review, and what it does about delay.
fn at_the_upper_court(fact: &Fact) -> Vec<ClockEffect> {
    if let Fact::ReviewRequested { objection, rule, on } = fact {
        return vec![start(&own("review", *objection), rule, *on)];
    }
    if let Fact::ReviewDecided { objection, .. } = fact {
        return vec![met(&own("review", *objection))];
    }
    if let Fact::UpperCourtAsked { on, .. } = fact {
        return vec![met("six_months"), start("upper_court", UPPER_COURT, *on)];
    }
    if let Fact::Urged { until, .. } = fact {
        return vec![met("upper_court"), start("urge", URGE, until.yesterday().unwrap_or(*until))];
    }
    if let Fact::UrgeLapsed { on } = fact {
        return vec![met("urge"), start("upper_court", UPPER_COURT, *on)];
    }
    vec![met("upper_court")]
}

fn all(form: &str, zh: &str, rule: Option<&str>) -> Vec<Notice> {
    vec![to(&[], form, zh, rule)]
}

/// The notices. None of them speaks of the time for enforcement: the court does not raise it.
pub(super) fn notices(fact: &Fact) -> Vec<Notice> {
    match fact {
        Fact::Applied { title, .. } => {
            let zh = "已收到执行申请，七日内决定是否立案。";
            vec![to(&[title.creditor], "receipt", zh, Some(ACCEPT))]
        }
        Fact::Accepted { .. } => all("accepted", "执行案件已立案。", Some(TERM)),
        Fact::NoticeServed { party, plea, .. } => {
            let zh = "请立即履行，并报告财产；不履行的，依法采取强制措施、限制消费、纳入失信名单。";
            let mut notices = vec![to(&[*party], "enforcement_notice", zh, None)];
            notices.extend(plea.as_deref().map(|rule| {
                let zh = "认为有法定不予执行情形的，可以在期限内向本院书面申请；审查期间一般不停止执行。";
                to(&[*party], "plea", zh, Some(rule))
            }));
            notices
        }
        Fact::Restricted { restriction } => vec![to(
            &[restriction.party],
            "restricted",
            "已对您采取失信惩戒或者限制消费措施；履行义务后应当及时解除，认为有错误的可以申请纠正。",
            Some(OBJECTION),
        )],
        Fact::RestrictionRemoved { .. } => all("removed", "失信、限制消费措施已解除。", None),
        Fact::ObjectionDecided { rule, .. } => all(
            "objection_ruling",
            "对异议已作裁定；不服的，可以在期限内申请复议，案外人可以起诉。",
            Some(rule),
        ),
        Fact::Settled { .. } => {
            all("settled", "双方达成执行和解，中止执行；不履行的可以申请恢复。", None)
        }
        Fact::EndedForNow { .. } => all(
            "ended_for_now",
            "未发现可供执行的财产，终结本次执行程序。债务没有消灭：发现财产的，可以随时申请恢复执行，不受申请执行时效限制。",
            Some(RECHECK),
        ),
        Fact::SixMonthsPassed { .. } => all(
            "upper_court",
            "自收到执行申请之日起超过六个月未执行，可以向上一级人民法院申请执行。",
            None,
        ),
        Fact::ReviewDecided { .. } | Fact::Urged { .. } | Fact::UpperCourtDeclined { .. } => {
            from_the_upper_court(fact)
        }
        Fact::Concluded { ending, .. } => told(*ending),
        Fact::ReviewRequested { .. }
        | Fact::UpperCourtAsked { .. }
        | Fact::UrgeLapsed { .. }
        | Fact::NoticeIssued { .. }
        | Fact::MeasureTaken { .. }
        | Fact::MeasureOver { .. }
        | Fact::Paid { .. }
        | Fact::Resumed { .. }
        | Fact::PropertyChecked { .. }
        | Fact::ObjectionFiled { .. }
        | Fact::ObjectionOver { .. }
        | Fact::PleaReceived { .. }
        | Fact::PleaRejected { .. }
        | Fact::TermLengthened { .. }
        | Fact::Closing { .. }
        | Fact::TimesClosed { .. } => Vec::new(),
    }
}

/// What the upper court has said.
fn from_the_upper_court(fact: &Fact) -> Vec<Notice> {
    if let Fact::ReviewDecided { annulled, .. } = fact {
        let zh = if *annulled {
            "上一级人民法院复议后撤销或者变更了异议裁定。"
        } else {
            "上一级人民法院复议后维持异议裁定，驳回复议申请。"
        };
        return all("review_ruling", zh, None);
    }
    if let Fact::Urged { until, .. } = fact {
        let zh = format!(
            "上一级人民法院已发督促执行令，责令于 {until} 前执行；逾期未执行完结的，由上一级人民法院执行或者指令其他法院执行。"
        );
        return all("urged", &zh, None);
    }
    all("upper_court", "上一级人民法院认为没有怠于执行的情形，由本院继续执行。", None)
}

fn told(ending: Ending) -> Vec<Notice> {
    match ending {
        Ending::NotAccepted { .. } => all(
            "remedies",
            "执行申请不予受理；可以在十日内向上一级人民法院申请复议。",
            Some("T-G-02.review"),
        ),
        Ending::Done => all("done", "已经执行完毕。", None),
        Ending::Terminated { .. } => all("terminated", "裁定终结执行。", None),
        Ending::NotEnforced { .. } => {
            all("remedies", "裁定不予执行；可以就该争议重新申请仲裁或者起诉。", Some("T-A-06"))
        }
        Ending::SettlementLapsed => {
            all("ended", "和解协议履行期满后未在期间内申请恢复执行，案件终结。", None)
        }
        Ending::ForNow => {
            all("ended", "终结本次执行满五年，不再定期查询；发现财产的仍可以申请恢复执行。", None)
        }
        Ending::GoneUp => all("gone_up", "案件由上一级人民法院执行或者指定其他法院执行。", None),
    }
}
