//! 司法确认: what the court does with an application to confirm an agreement.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::court::v1 as pb;
use jiefen_proto::jiefen::court::v1::court_service_client::CourtServiceClient;

use super::super::fields::{Choice, Kind, Read, field};
use super::super::usual::{CASE_NO, DAYS, ON, PARTY, hinted, one};
use super::super::{Act, After, Sending, Sent};
use super::{BOTH, JUDGE, PRESIDENT};
use crate::lines::ask;

const CONFIRMATION: &str = "confirmation";

const NOT_ACCEPTED: &[Choice] = &[
    ("outside_courts", "不属于人民法院受理范围", "outside the courts"),
    ("not_competent", "不属于本院管辖", "not competent"),
    ("status", "确认身份关系", "status"),
    ("other_procedure", "适用其他特别程序", "another procedure"),
    ("title_or_ip", "物权、知识产权确权", "title or intellectual property"),
    ("not_joint", "不是双方共同申请", "not a joint application"),
    ("late", "超过三十日", "late"),
];
const REJECTED: &[Choice] = &[
    ("against_law", "违反法律强制性规定", "against the law"),
    ("others_interests", "损害国家、公共利益或者他人合法权益", "others' interests"),
    ("good_morals", "违背公序良俗", "good morals"),
    ("not_voluntary", "违反自愿原则", "not voluntary"),
    ("unclear", "内容不明确", "unclear"),
    ("sham", "虚假调解", "sham"),
    ("other", "其他不能确认的情形", "other"),
];
pub(in crate::pages) const OBJECTOR: &[Choice] =
    &[("party", "当事人", "a party"), ("third", "利害关系人", "a third person")];
const OUTCOME: &[Choice] = &[
    ("rejected", "驳回异议", "rejected"),
    ("revoked_in_part", "撤销部分", "revoked in part"),
    ("revoked", "撤销原裁定", "revoked"),
];

sends! {
    CourtServiceClient at Some(Area::Court), head = head, after = case(case);

    fn ask_correction = ask_correction(AskCorrectionRequest) |read, sent| {
        missing: read.lines("missing"), on: read.day("on"),
    }
    fn corrected = confirmation_receive_corrected(ConfirmationReceiveCorrectedRequest) |read, sent| {
        on: read.day("on"),
    }
    fn lapse_correction = lapse_correction(LapseCorrectionRequest) |read, sent| {}
    fn accept = accept(AcceptRequest) |read, sent| {
        case_no: read.text("case_no"), judge: read.text("judge"), on: read.day("on"),
    }
    fn decline = decline(DeclineRequest) |read, sent| { ground: read.text("ground"), on: read.day("on") }
    fn extend_ruling = extend_ruling(ExtendRulingRequest) |read, sent| {
        days: read.count("days"), on: read.day("on"),
    }
    fn confirm = confirm(ConfirmRequest) |read, sent| { on: read.day("on") }
    fn reject = reject(RejectRequest) |read, sent| { ground: read.text("ground"), on: read.day("on") }
    fn withdraw = withdraw(WithdrawRequest) |read, sent| { party: read.number("party"), on: read.day("on") }
    fn serve_ruling = serve_ruling(ServeRulingRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"),
    }
    fn object = object(ObjectRequest) |read, sent| {
        by: read.text("by"),
        party: read.number_or_none("party"),
        knew_on: read.day("knew_on"),
        on: read.day("on"),
    }
    fn decide_objection = decide_objection(DecideObjectionRequest) |read, sent| {
        outcome: read.text("outcome"), on: read.day("on"),
    }
    fn objection_passed = objection_time_passed(ObjectionTimePassedRequest) |read, sent| {
        party: read.number("party"),
    }
    fn enforcement = apply_enforcement(ApplyEnforcementRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"),
    }
    fn performed = record_performance(RecordPerformanceRequest) |read, sent| { on: read.day("on") }
    fn enforcement_passed = enforcement_time_passed(EnforcementTimePassedRequest) |read, sent| {}
}

/// The acts, in the order of a case.
#[rustfmt::skip]
pub(in crate::pages::acts) const ACTS: &[Act] = &[
    Act { key: "accept", procedure: CONFIRMATION, states: &["applied"], roles: BOTH, zh: "受理司法确认", en: "Accept the application", send: accept, fields: &[
        CASE_NO, field("judge", "承办法官工号", "Judge, staff id", Kind::Person), ON,
    ] },
    Act { key: "ask_correction", procedure: CONFIRMATION, states: &["applied"], roles: BOTH, zh: "通知补正", en: "Ask for what is missing", send: ask_correction, fields: &[
        hinted(field("missing", "缺什么", "What is missing", Kind::Long), "一行写一项"), ON,
    ] },
    Act { key: "receive_corrected", procedure: CONFIRMATION, states: &["correcting"], roles: BOTH, zh: "收到补正材料", en: "Corrected papers are in", send: corrected, fields: &[ON] },
    Act { key: "confirm", procedure: CONFIRMATION, states: &["examined"], roles: JUDGE, zh: "裁定确认有效", en: "Confirm the agreement", send: confirm, fields: &[ON] },
    Act { key: "reject", procedure: CONFIRMATION, states: &["examined"], roles: JUDGE, zh: "裁定驳回申请", en: "Reject the application", send: reject, fields: &[
        one("ground", "理由（民诉法解释第三百五十八条）", "Ground", REJECTED), ON,
    ] },
    Act { key: "decline", procedure: CONFIRMATION, states: &["applied", "correcting"], roles: BOTH, zh: "不予受理", en: "Do not accept", send: decline, fields: &[
        one("ground", "理由（民诉法解释第三百五十五条）", "Ground", NOT_ACCEPTED), ON,
    ] },
    Act { key: "serve_ruling", procedure: CONFIRMATION, states: &["confirmed", "objected"], roles: BOTH, zh: "送达裁定", en: "Serve the ruling", send: serve_ruling, fields: &[PARTY, ON] },
    Act { key: "decide_objection", procedure: CONFIRMATION, states: &["objected"], roles: JUDGE, zh: "对异议作出裁定", en: "Decide on the objection", send: decide_objection, fields: &[
        one("outcome", "怎么裁定", "Outcome", OUTCOME), ON,
    ] },
    Act { key: "object", procedure: CONFIRMATION, states: &["confirmed", "effective"], roles: BOTH, zh: "收到异议", en: "Somebody objects", send: object, fields: &[
        one("by", "谁提出", "By whom", OBJECTOR),
        hinted(field("party", "哪位当事人", "Party", Kind::Party), "利害关系人提出的不选"),
        hinted(field("knew_on", "利害关系人哪一天知道", "Knew on", Kind::Later), "当事人提出的不填"), ON,
    ] },
    Act { key: "apply_enforcement", procedure: CONFIRMATION, states: &["confirmed", "objected", "effective"], roles: BOTH, zh: "收到执行申请", en: "A party applies for enforcement", send: enforcement, fields: &[PARTY, ON] },
    Act { key: "record_performance", procedure: CONFIRMATION, states: &["confirmed", "objected", "effective"], roles: JUDGE, zh: "登记全部履行", en: "Everything was performed", send: performed, fields: &[ON] },
    Act { key: "withdraw", procedure: CONFIRMATION, states: &["applied", "correcting", "examined"], roles: BOTH, zh: "当事人撤回申请", en: "A party withdraws", send: withdraw, fields: &[PARTY, ON] },
    Act { key: "extend_ruling", procedure: CONFIRMATION, states: &["examined"], roles: PRESIDENT, zh: "批准延长审查期限", en: "Extend the limit", send: extend_ruling, fields: &[DAYS, ON] },
    Act { key: "lapse_correction", procedure: CONFIRMATION, states: &["correcting"], roles: BOTH, zh: "逾期未补正，按撤回处理", en: "Not corrected in time", send: lapse_correction, fields: &[] },
    Act { key: "objection_time_passed", procedure: CONFIRMATION, states: &["confirmed", "objected"], roles: JUDGE, zh: "异议期满", en: "The time for objection has passed", send: objection_passed, fields: &[PARTY] },
    Act { key: "enforcement_time_passed", procedure: CONFIRMATION, states: &["effective"], roles: JUDGE, zh: "申请执行期间届满", en: "The time for enforcement has passed", send: enforcement_passed, fields: &[] },
];
