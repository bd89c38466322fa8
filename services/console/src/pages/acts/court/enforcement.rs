//! 强制执行: what the court does with a creditor's application, from the notice to payment.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::court::v1 as pb;
use jiefen_proto::jiefen::court::v1::court_service_client::CourtServiceClient;

use super::super::again;
use super::super::fields::{Choice, Field, Kind, Read, field};
use super::super::usual::{AGREED, CASE_NO, ON, PARTY, flag, hinted, one};
use super::super::{Act, After, Sending, Sent};
use super::{BOTH, JUDGE, PRESIDENT};
use crate::lines::ask;

const ENFORCEMENT: &str = "enforcement";

pub(in crate::pages) const ORIGIN: &[Choice] = &[
    ("judgment", "民事判决、裁定、调解书", "a judgment, ruling or statement"),
    ("confirmation", "司法确认裁定", "a confirmed agreement"),
    ("payment_order", "支付令", "a payment order"),
    ("award", "仲裁裁决、仲裁调解书", "an award"),
    ("notarised", "公证债权文书", "a notarised instrument"),
];
pub(in crate::pages) const MEASURE: &[Choice] = &[
    ("freeze", "冻结存款（一年）", "freeze deposits (a year)"),
    ("seize", "查封、扣押动产（二年）", "seize movables (two years)"),
    ("attach", "查封不动产、冻结其他财产权（三年）", "attach land and rights (three years)"),
];
pub(in crate::pages) const RESTRICTION: &[Choice] = &[
    ("listed_able", "纳入失信名单：有能力而拒不履行", "listed: able and refuses"),
    ("listed", "纳入失信名单：其他情形（二年）", "listed: other grounds (two years)"),
    ("consumption", "限制消费", "restricted consumption"),
];
pub(in crate::pages) const AGAINST: &[Choice] = &[
    ("act", "执行行为", "an act of enforcement"),
    ("listing", "失信、限制消费", "a listing or restriction"),
    ("object", "案外人对执行标的", "an outsider claims the object"),
];
pub(in crate::pages) const PLEA: &[Choice] = &[
    ("award", "仲裁裁决不予执行", "an award that is not enforced"),
    ("notarised", "公证债权文书不予执行", "an instrument that is not enforced"),
    ("time_barred", "超过申请执行时效", "the time for enforcement has passed"),
];
const NOT_ACCEPTED: &[Choice] = &[
    ("not_effective", "文书没有生效或者内容不明确", "not in force or not clear"),
    ("not_competent", "本院没有管辖权", "not competent"),
    ("not_due", "履行期限没有届满", "not due"),
    ("no_certificate", "公证债权文书没有执行证书", "no execution certificate"),
];
const TERMINATED: &[Choice] = &[
    ("withdrawn", "申请人撤销申请", "withdrawn"),
    ("title_set_aside", "据以执行的法律文书被撤销", "the title was set aside"),
    ("died", "被执行人死亡，无遗产可供执行，又无义务承担人", "the debtor died"),
    ("creditor_died", "追索赡养费等案件的权利人死亡", "the creditor died"),
    ("destitute", "生活困难无力偿还，又丧失劳动能力", "destitute"),
];
const DELAY: &[Choice] = &[
    ("property_known", "有可供执行的财产，六个月未执行完结", "property was known"),
    ("property_found", "发现财产后六个月未执行完结", "property was found"),
    ("act", "行为义务，六个月未采取执行措施", "an act is owed"),
    ("other", "其他有条件执行超过六个月未执行", "another delay"),
];
const UPHELD: &[Choice] = &[("yes", "成立", "it holds"), ("no", "不成立，驳回", "it is rejected")];
const ANNULLED: &[Choice] =
    &[("no", "维持", "the ruling stands"), ("yes", "撤销、变更", "it does not stand")];
const COMPETENT: &[Choice] = &[
    (
        "yes",
        "第一审法院、被执行人住所地或者财产所在地",
        "first instance, domicile or property here",
    ),
    ("no", "不归本院", "none of these"),
];
const EFFECTIVE: &[Choice] = &[
    ("yes", "已经生效，内容明确", "in force and clear"),
    ("no", "没有生效或者内容不明确", "not in force or not clear"),
];

/// What both forms of an application ask beside who owes whom.
pub(in crate::pages::acts) const TITLE: Field = one("origin", "依据什么文书", "Title", ORIGIN);
pub(in crate::pages::acts) const DUE: Field = hinted(
    field(
        "due",
        "履行期限",
        "Last days of performance",
        Kind::Rows(&[field("day", "最后一天", "Last day", Kind::Later)]),
    ),
    "一行一期",
);
pub(in crate::pages::acts) const INTERRUPTED: Field = hinted(
    field("interrupted_on", "最后一次催要、承诺履行", "Last demand or promise", Kind::Later),
    "申请执行期间二年，自最后一期届满起算；催要、承诺、和解的重新起算；没有的不填",
);
pub(in crate::pages::acts) const IN_FORCE: Field =
    one("effective", "文书是否生效", "Is it in force", EFFECTIVE);
pub(in crate::pages::acts) const HERE: Field =
    one("competent", "是否由本院管辖", "Is this court competent", COMPETENT);

const OBJECTION: Field =
    field("objection", "哪一件异议", "Which objection", Kind::Of("objections"));
const ON_PROPERTY: Field = field("measure", "哪一项措施", "Which measure", Kind::Of("measures"));
const LISTED: Field = field("restriction", "哪一项", "Which", Kind::Of("restrictions"));

/// The title as the form tells it: of a dispute that begins at the window, its applicant against the other side.
fn title(read: &mut Read<'_>, sent: &Sent<'_>, brief: &common::Brief) -> pb::EnforcementTitle {
    let side = |role: &str| -> Vec<u32> {
        let own = brief.parties.iter().filter(|party| party.role == role);
        own.map(|party| party.no).collect()
    };
    let (creditor, debtors, amount_fen) = match sent.dispute {
        "" => {
            let first = side("applicant").first().copied().unwrap_or_default();
            (first, side("respondent"), brief.amount_fen)
        }
        _ => (read.number("creditor"), read.numbers("debtors"), read.yuan("amount")),
    };
    let rows = read.rows("due");
    pb::EnforcementTitle {
        origin: read.text("origin"),
        creditor,
        debtors,
        amount_fen,
        due: rows.iter().filter_map(|row| read.day_in("due", &format!("{row}.day"))).collect(),
        interrupted_on: read.day("interrupted_on"),
        effective: read.text("effective") != "no",
        competent: read.text("competent") != "no",
    }
}

/// The application, at the window or on a dispute that is known.
pub(in crate::pages::acts) fn apply<'a>(
    sent: Sent<'a>,
    brief: impl FnOnce(&mut Read<'_>, &Sent<'_>) -> common::Brief + Send + 'a,
    round: u32,
) -> Sending<'a> {
    Box::pin(async move {
        let mut read = Read::new(sent.form);
        let brief = brief(&mut read, &sent);
        let message = pb::EnforcementApplyRequest {
            head: sent.head(),
            title: Some(title(&mut read, &sent, &brief)),
            brief: Some(brief),
            on: read.day("on"),
            task: again::task(sent.known, ENFORCEMENT),
            round,
        };
        read.done()?;
        let area = Area::Court;
        let answer =
            ask!(sent.console, sent.staff, area, CourtServiceClient, enforcement_apply, message)?;
        Ok(After::case(answer.case))
    })
}

sends! {
    CourtServiceClient at Some(Area::Court), head = head, after = case(case);

    fn accept = enforcement_accept(EnforcementAcceptRequest) |read, sent| {
        case_no: read.text("case_no"), judge: read.text("judge"), on: read.day("on"),
    }
    fn decline = enforcement_decline(EnforcementDeclineRequest) |read, sent| {
        ground: read.text("ground"), on: read.day("on"),
    }
    fn issue_notice = enforcement_issue_notice(EnforcementIssueNoticeRequest) |read, sent| {
        on: read.day("on"),
    }
    fn serve_notice = enforcement_serve_notice(EnforcementServeNoticeRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"),
    }
    fn take_measure = enforcement_take_measure(EnforcementTakeMeasureRequest) |read, sent| {
        kind: read.text("kind"), party: read.number("party"), on: read.day("on"),
    }
    fn renew_measure = enforcement_renew_measure(EnforcementRenewMeasureRequest) |read, sent| {
        measure: read.number("measure"), on: read.day("on"),
    }
    fn lift_measure = enforcement_lift_measure(EnforcementLiftMeasureRequest) |read, sent| {
        measure: read.number("measure"), on: read.day("on"),
    }
    fn measure_lapsed = enforcement_measure_lapsed(EnforcementMeasureLapsedRequest) |read, sent| {
        measure: read.number("measure"),
    }
    fn restrict = enforcement_restrict(EnforcementRestrictRequest) |read, sent| {
        kind: read.text("kind"), party: read.number("party"), on: read.day("on"),
    }
    fn remove = enforcement_remove_restriction(EnforcementRemoveRestrictionRequest) |read, sent| {
        restriction: read.number("restriction"), on: read.day("on"),
    }
    fn listing_over = enforcement_listing_over(EnforcementListingOverRequest) |read, sent| {
        restriction: read.number("restriction"),
    }
    fn pay = enforcement_record_payment(EnforcementRecordPaymentRequest) |read, sent| {
        amount_fen: read.yuan("amount").unwrap_or_default(), on: read.day("on"),
    }
    fn perform = enforcement_record_performance(EnforcementRecordPerformanceRequest) |read, sent| {
        on: read.day("on"),
    }
    fn settle = enforcement_settle(EnforcementSettleRequest) |read, sent| {
        agreed: read.numbers("agreed"), due_on: read.day("due_on"), on: read.day("on"),
    }
    fn resume = enforcement_resume(EnforcementResumeRequest) |read, sent| { on: read.day("on") }
    fn settlement_passed = enforcement_settlement_time_passed(EnforcementSettlementTimePassedRequest) |read, sent| {}
    fn for_now = enforcement_end_for_now(EnforcementEndForNowRequest) |read, sent| {
        reported: read.flag("reported"),
        exhausted: read.flag("exhausted"),
        heard: read.flag("heard"),
        on: read.day("on"),
    }
    fn check = enforcement_check_property(EnforcementCheckPropertyRequest) |read, sent| {
        on: read.day("on"),
    }
    fn five_years = enforcement_five_years_passed(EnforcementFiveYearsPassedRequest) |read, sent| {}
    fn object = enforcement_file_objection(EnforcementFileObjectionRequest) |read, sent| {
        against: read.text("against"), by: read.number_or_none("by"), on: read.day("on"),
    }
    fn decide_objection = enforcement_decide_objection(EnforcementDecideObjectionRequest) |read, sent| {
        objection: read.number("objection"),
        upheld: read.text("upheld") == "yes",
        on: read.day("on"),
    }
    fn take_remedy = enforcement_take_remedy(EnforcementTakeRemedyRequest) |read, sent| {
        objection: read.number("objection"), on: read.day("on"),
    }
    fn remedy_passed = enforcement_remedy_time_passed(EnforcementRemedyTimePassedRequest) |read, sent| {
        objection: read.number("objection"),
    }
    fn decide_review = enforcement_decide_review(EnforcementDecideReviewRequest) |read, sent| {
        objection: read.number("objection"),
        annulled: read.text("annulled") == "yes",
        on: read.day("on"),
    }
    fn plead = enforcement_plead_not_enforced(EnforcementPleadNotEnforcedRequest) |read, sent| {
        ground: read.text("ground"),
        party: read.number("party"),
        known_on: read.day("known_on"),
        on: read.day("on"),
    }
    fn decide_plea = enforcement_decide_plea(EnforcementDecidePleaRequest) |read, sent| {
        upheld: read.text("upheld") == "yes", on: read.day("on"),
    }
    fn terminate = enforcement_terminate(EnforcementTerminateRequest) |read, sent| {
        ground: read.text("ground"), on: read.day("on"),
    }
    fn extend = enforcement_extend_term(EnforcementExtendTermRequest) |read, sent| {
        months: read.count("months"), on: read.day("on"),
    }
    fn six_months = enforcement_six_months_passed(EnforcementSixMonthsPassedRequest) |read, sent| {}
    fn ask_upper = enforcement_ask_upper_court(EnforcementAskUpperCourtRequest) |read, sent| {
        delay: read.text("delay"), found_on: read.day("found_on"), on: read.day("on"),
    }
    fn urge = enforcement_urge(EnforcementUrgeRequest) |read, sent| {
        until: read.day("until"), on: read.day("on"),
    }
    fn urge_passed = enforcement_urge_time_passed(EnforcementUrgeTimePassedRequest) |read, sent| {}
    fn no_delay = enforcement_upper_court_declines(EnforcementUpperCourtDeclinesRequest) |read, sent| {
        on: read.day("on"),
    }
    fn go_up = enforcement_go_up(EnforcementGoUpRequest) |read, sent| { on: read.day("on") }
}

const WORK: &[&str] = &["enforcing"];
const UPKEEP: &[&str] = &["enforcing", "settled", "ended_for_now"];
const UPPER: &[&str] = &["applied", "accepted", "enforcing"];
const PAID: &[&str] = &["accepted", "enforcing", "settled", "ended_for_now"];

/// The acts, in the order of a case.
#[rustfmt::skip]
pub(in crate::pages::acts) const ACTS: &[Act] = &[
    Act { key: "accept", procedure: ENFORCEMENT, states: &["applied"], roles: BOTH, zh: "执行立案", en: "Accept the application", send: accept, fields: &[
        CASE_NO, field("judge", "承办法官工号", "Judge, staff id", Kind::Person), ON,
    ] },
    Act { key: "decline", procedure: ENFORCEMENT, states: &["applied"], roles: BOTH, zh: "执行申请不予受理", en: "Do not accept", send: decline, fields: &[
        one("ground", "理由", "Ground", NOT_ACCEPTED), ON,
    ] },
    Act { key: "issue_notice", procedure: ENFORCEMENT, states: &["accepted"], roles: JUDGE, zh: "发出执行通知", en: "Issue the notice", send: issue_notice, fields: &[hinted(ON, "同时责令报告财产")] },
    Act { key: "serve_notice", procedure: ENFORCEMENT, states: WORK, roles: BOTH, zh: "送达执行通知", en: "Serve the notice", send: serve_notice, fields: &[PARTY, ON] },
    Act { key: "take_measure", procedure: ENFORCEMENT, states: WORK, roles: JUDGE, zh: "查封、扣押、冻结", en: "Take a measure", send: take_measure, fields: &[
        one("kind", "什么措施", "Measure", MEASURE), hinted(PARTY, "对谁"), ON,
    ] },
    Act { key: "record_payment", procedure: ENFORCEMENT, states: PAID, roles: JUDGE, zh: "登记执行到位款", en: "Money came in", send: pay, fields: &[
        field("amount", "金额（元）", "Amount, yuan", Kind::Yuan), ON,
    ] },
    Act { key: "record_performance", procedure: ENFORCEMENT, states: PAID, roles: JUDGE, zh: "登记执行完毕", en: "All is performed", send: perform, fields: &[ON] },
    Act { key: "restrict", procedure: ENFORCEMENT, states: WORK, roles: JUDGE, zh: "纳入失信名单、限制消费", en: "List or restrict", send: restrict, fields: &[
        one("kind", "哪一种", "Which", RESTRICTION), hinted(PARTY, "未成年人不得纳入失信名单"), ON,
    ] },
    Act { key: "remove_restriction", procedure: ENFORCEMENT, states: &["enforcing", "settled", "ended_for_now", "closing"], roles: JUDGE, zh: "解除失信、限制消费", en: "Remove a listing", send: remove, fields: &[LISTED, ON] },
    Act { key: "settle", procedure: ENFORCEMENT, states: WORK, roles: JUDGE, zh: "执行和解", en: "The sides settle", send: settle, fields: &[
        hinted(AGREED, "双方都同意"), field("due_on", "和解协议最后履行日", "Last day of performance", Kind::Later), ON,
    ] },
    Act { key: "resume", procedure: ENFORCEMENT, states: &["settled", "ended_for_now"], roles: JUDGE, zh: "恢复执行", en: "Go on", send: resume, fields: &[ON] },
    Act { key: "end_for_now", procedure: ENFORCEMENT, states: WORK, roles: JUDGE, zh: "终结本次执行", en: "End for now", send: for_now, fields: &[
        flag("reported", "已发执行通知、责令报告财产", "Notice issued, property reported"),
        flag("exhausted", "已穷尽财产调查措施，没有可供执行的财产", "Every way was tried"),
        flag("heard", "已约谈申请执行人并听取意见", "The creditor was heard"), ON,
    ] },
    Act { key: "check_property", procedure: ENFORCEMENT, states: &["ended_for_now"], roles: JUDGE, zh: "查询财产", en: "Search for property", send: check, fields: &[ON] },
    Act { key: "renew_measure", procedure: ENFORCEMENT, states: UPKEEP, roles: JUDGE, zh: "续行查封、冻结", en: "Renew a measure", send: renew_measure, fields: &[ON_PROPERTY, ON] },
    Act { key: "lift_measure", procedure: ENFORCEMENT, states: UPKEEP, roles: JUDGE, zh: "解除查封、冻结", en: "Lift a measure", send: lift_measure, fields: &[ON_PROPERTY, ON] },
    Act { key: "file_objection", procedure: ENFORCEMENT, states: WORK, roles: BOTH, zh: "收到执行异议", en: "An objection", send: object, fields: &[
        one("against", "对什么有异议", "Against what", AGAINST), hinted(field("by", "哪位当事人", "By whom", Kind::Party), "案外人提出的不选"), ON,
    ] },
    Act { key: "decide_objection", procedure: ENFORCEMENT, states: UPKEEP, roles: JUDGE, zh: "对执行异议作出裁定", en: "Rule on an objection", send: decide_objection, fields: &[
        OBJECTION, one("upheld", "异议", "The objection", UPHELD), ON,
    ] },
    Act { key: "take_remedy", procedure: ENFORCEMENT, states: UPKEEP, roles: BOTH, zh: "收到对异议裁定的复议、起诉", en: "Review or suit", send: take_remedy, fields: &[OBJECTION, ON] },
    Act { key: "decide_review", procedure: ENFORCEMENT, states: UPKEEP, roles: JUDGE, zh: "登记上级法院复议裁定", en: "The upper court has ruled", send: decide_review, fields: &[
        OBJECTION, one("annulled", "原裁定", "The ruling", ANNULLED), ON,
    ] },
    Act { key: "plead_not_enforced", procedure: ENFORCEMENT, states: WORK, roles: BOTH, zh: "收到不予执行申请", en: "A plea against enforcement", send: plead, fields: &[
        one("ground", "哪一种", "Ground", PLEA), PARTY, hinted(field("known_on", "哪一天知道", "Knew on", Kind::Later), "伪造证据、枉法裁决等自知道之日起算的填写"), ON,
    ] },
    Act { key: "decide_plea", procedure: ENFORCEMENT, states: WORK, roles: JUDGE, zh: "对不予执行申请作出裁定", en: "Rule on the plea", send: decide_plea, fields: &[
        one("upheld", "申请", "The plea", UPHELD), ON,
    ] },
    Act { key: "terminate", procedure: ENFORCEMENT, states: &["applied", "accepted", "enforcing", "settled", "ended_for_now"], roles: JUDGE, zh: "终结执行", en: "End for good", send: terminate, fields: &[
        one("ground", "理由（民事诉讼法第二百六十八条）", "Ground", TERMINATED), ON,
    ] },
    Act { key: "extend_term", procedure: ENFORCEMENT, states: WORK, roles: PRESIDENT, zh: "批准延长执行期限", en: "Extend the term", send: extend, fields: &[
        field("months", "几个月", "How many months", Kind::Count), ON,
    ] },
    Act { key: "ask_upper_court", procedure: ENFORCEMENT, states: UPPER, roles: BOTH, zh: "登记向上级法院申请执行", en: "The creditor turns to the upper court", send: ask_upper, fields: &[
        one("delay", "理由", "Why", DELAY), hinted(field("found_on", "哪一天发现财产", "Found on", Kind::Later), "发现财产后未执行的填写"), ON,
    ] },
    Act { key: "urge", procedure: ENFORCEMENT, states: UPPER, roles: JUDGE, zh: "收到督促执行令", en: "Ordered to enforce", send: urge, fields: &[
        field("until", "责令哪一天前执行", "Until", Kind::Later), ON,
    ] },
    Act { key: "upper_court_declines", procedure: ENFORCEMENT, states: UPPER, roles: JUDGE, zh: "上级法院认为没有怠于执行", en: "The upper court finds no delay", send: no_delay, fields: &[ON] },
    Act { key: "go_up", procedure: ENFORCEMENT, states: UPPER, roles: JUDGE, zh: "上级法院提级、指定执行", en: "The upper court takes it", send: go_up, fields: &[ON] },
    Act { key: "settlement_time_passed", procedure: ENFORCEMENT, states: &["settled"], roles: JUDGE, zh: "和解后申请恢复的期间届满", en: "The time to resume has passed", send: settlement_passed, fields: &[] },
    Act { key: "measure_lapsed", procedure: ENFORCEMENT, states: UPKEEP, roles: JUDGE, zh: "查封、冻结期满", en: "A measure has lapsed", send: measure_lapsed, fields: &[ON_PROPERTY] },
    Act { key: "listing_over", procedure: ENFORCEMENT, states: UPKEEP, roles: JUDGE, zh: "失信名单期满", en: "A listing has run out", send: listing_over, fields: &[LISTED] },
    Act { key: "remedy_time_passed", procedure: ENFORCEMENT, states: UPKEEP, roles: JUDGE, zh: "对异议裁定的救济期满", en: "The time against a ruling has passed", send: remedy_passed, fields: &[OBJECTION] },
    Act { key: "six_months_passed", procedure: ENFORCEMENT, states: UPPER, roles: JUDGE, zh: "六个月未执行，告知可以向上级法院申请", en: "Six months have passed", send: six_months, fields: &[] },
    Act { key: "urge_time_passed", procedure: ENFORCEMENT, states: UPPER, roles: JUDGE, zh: "督促执行期限届满", en: "That day has passed", send: urge_passed, fields: &[] },
    Act { key: "five_years_passed", procedure: ENFORCEMENT, states: &["ended_for_now"], roles: JUDGE, zh: "终本满五年", en: "Five years are over", send: five_years, fields: &[] },
];
