//! 人身安全保护令: what the court does with an application, hour by hour. Whoever is in danger tells it; it may be told orally.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::court::v1 as pb;
use jiefen_proto::jiefen::court::v1::court_service_client::CourtServiceClient;
use jiefen_vocab::Role::{self, FilingClerk, Judge, PoliceOfficer};
use jiff::civil::DateTime;

use super::super::affairs::stamp;
use super::super::again;
use super::super::fields::{Choice, Field, Kind, Read, field};
use super::super::usual::{ON, PARTY, flag, hinted, one};
use super::super::{Act, After, Sending, Sent};
use super::{BOTH, JUDGE};
use crate::lines::ask;

const PROTECTION: &str = "protection_order";
const FINDERS: &[Role] = &[Judge, PoliceOfficer];
/// Who takes an application down.
pub(in crate::pages::acts) const TAKERS: &[Role] = &[FilingClerk, Judge];

pub(in crate::pages) const BY: &[Choice] = &[
    ("victim", "本人", "in person"),
    ("relative", "近亲属", "a close relative"),
    ("police", "公安机关", "the police"),
    ("civil_affairs", "民政部门、救助管理机构", "civil affairs"),
    ("womens_federation", "妇女联合会", "the women's federation"),
    ("committee", "居民委员会、村民委员会", "the residents' or villagers' committee"),
    ("other_organisation", "残疾人联合会、老年人组织", "another organisation"),
];
pub(in crate::pages) const FORM: &[Choice] =
    &[("oral", "口头，记入笔录", "orally, on record"), ("written", "书面", "in writing")];
pub(in crate::pages) const MEASURE: &[Choice] = &[
    ("no_violence", "禁止实施家庭暴力", "no violence"),
    ("no_contact", "禁止骚扰、跟踪、接触申请人及其近亲属", "no contact"),
    ("move_out", "责令迁出申请人住所", "moves out"),
    ("keep_away", "禁止在住所、学校、工作单位等场所及周边活动", "keeps away"),
    ("no_threats", "禁止以网络、电话等方式侮辱、诽谤、威胁", "no threats"),
];
pub(in crate::pages) const RECIPIENT: &[Choice] = &[
    ("applicant", "申请人", "applicant"),
    ("respondent", "被申请人", "respondent"),
    ("police", "公安机关", "police"),
    ("committee", "居（村）民委员会", "committee"),
];
const COMPETENT: &[Choice] = &[
    (
        "yes",
        "有一方住在本院辖区，或者发生在本院辖区",
        "one of them lives here, or it happened here",
    ),
    (
        "no",
        "都不在本院辖区，立即转交有管辖权的法院",
        "neither: it goes to the competent court at once",
    ),
];
const CHANGED: &[Choice] = &[("no", "维持", "it stands"), ("yes", "变更", "it is changed")];

const AT: Field = hinted(field("at", "什么时候", "When", Kind::When), "不填就是现在");
const MONTHS: Field =
    hinted(field("months", "几个月", "How many months", Kind::Count), "一至六个月");
const MEASURES: Field = field("measures", "保护措施", "Measures", Kind::Several(MEASURE));

/// What both forms of an application ask beside who is in danger.
pub(in crate::pages::acts) const ASKED_BY: Field = one("by", "谁来申请", "Who applies", BY);
pub(in crate::pages::acts) const CANNOT: Field = hinted(
    flag("victim_cannot", "本人不能申请", "The person cannot apply"),
    "未成年、没有行为能力、受强制威吓、年老、残疾、重病；别人代为申请的要选",
);
pub(in crate::pages::acts) const HOW: Field = one("form", "怎么申请的", "Form", FORM);
pub(in crate::pages::acts) const WANTED: Field = MEASURES;
pub(in crate::pages::acts) const URGENT: Field =
    hinted(flag("urgent", "情况紧急", "Urgent"), "受理后二十四小时内裁定；不紧急的七十二小时");
pub(in crate::pages::acts) const HERE: Field =
    one("competent", "是否由本院管辖", "Is this court competent", COMPETENT);
pub(in crate::pages::acts) const TOLD_AT: Field = AT;

/// A moment; none: now, as the service has it.
fn at(read: &mut Read<'_>) -> Option<pbjson_types::Timestamp> {
    let text = read.text("at");
    if text.is_empty() {
        return None;
    }
    let at = text.parse::<DateTime>().ok();
    if at.is_none() {
        read.fault("at", "时间应写成 2026-04-28 08:30 (a time such as 2026-04-28 08:30)");
    }
    at.map(stamp)
}

/// An application as the form tells it: of a dispute that begins at the window, its first applicant against its first
/// respondent.
pub(in crate::pages::acts) fn application(
    read: &mut Read<'_>,
    sent: &Sent<'_>,
    brief: &common::Brief,
) -> pb::ProtectionApplication {
    let side = |role: &str| brief.parties.iter().find(|party| party.role == role);
    let first = |role: &str| side(role).map(|party| party.no).unwrap_or_default();
    let (victim, respondent) = match sent.dispute {
        "" => (first("applicant"), first("respondent")),
        _ => (read.number("victim"), read.number("respondent")),
    };
    let facts = match read.text("facts") {
        told if told.is_empty() => brief.summary.clone(),
        told => told,
    };
    pb::ProtectionApplication {
        victim,
        respondent,
        by: read.text("by"),
        victim_cannot: read.flag("victim_cannot"),
        form: read.text("form"),
        facts,
        measures: read.texts("measures"),
        competent: read.text("competent") != "no",
        task: again::task(sent.known, PROTECTION),
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
        let message = pb::ProtectionApplyRequest {
            head: sent.head(),
            application: Some(application(&mut read, &sent, &brief)),
            brief: Some(brief),
            urgent: read.flag("urgent"),
            at: at(&mut read),
            round,
        };
        read.done()?;
        let area = Area::Court;
        let answer =
            ask!(sent.console, sent.staff, area, CourtServiceClient, protection_apply, message)?;
        Ok(After::case(answer.case))
    })
}

sends! {
    CourtServiceClient at Some(Area::Court), head = head, after = case(case);

    fn accept = protection_accept(ProtectionAcceptRequest) |read, sent| {
        judge: read.text("judge"), at: at(&mut read),
    }
    fn decline = protection_decline(ProtectionDeclineRequest) |read, sent| { on: read.day("on") }
    fn urgent = protection_mark_urgent(ProtectionMarkUrgentRequest) |read, sent| {
        at: at(&mut read),
    }
    fn grant = protection_grant(ProtectionGrantRequest) |read, sent| {
        measures: read.texts("measures"), months: read.count("months"), at: at(&mut read),
    }
    fn reject = protection_reject(ProtectionRejectRequest) |read, sent| { on: read.day("on") }
    fn serve = protection_serve(ProtectionServeRequest) |read, sent| {
        to: read.text("to"), on: read.day("on"),
    }
    fn breach = protection_record_breach(ProtectionRecordBreachRequest) |read, sent| {
        on: read.day("on"),
    }
    fn extend = protection_extend(ProtectionExtendRequest) |read, sent| {
        months: read.count("months"), on: read.day("on"),
    }
    fn vary = protection_vary(ProtectionVaryRequest) |read, sent| {
        measures: read.texts("measures"), on: read.day("on"),
    }
    fn revoke = protection_revoke(ProtectionRevokeRequest) |read, sent| { on: read.day("on") }
    fn lapse = protection_lapse(ProtectionLapseRequest) |read, sent| {}
    fn ask_review = protection_ask_review(ProtectionAskReviewRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"),
    }
    fn review_passed = protection_review_time_passed(ProtectionReviewTimePassedRequest) |read, sent| {}
    fn decide_review = protection_decide_review(ProtectionDecideReviewRequest) |read, sent| {
        changed: read.text("changed") == "yes", on: read.day("on"),
    }
    fn withdraw = protection_withdraw(ProtectionWithdrawRequest) |read, sent| { on: read.day("on") }
}

/// The acts, in the order of a case.
#[rustfmt::skip]
pub(in crate::pages::acts) const ACTS: &[Act] = &[
    Act { key: "accept", procedure: PROTECTION, states: &["applied"], roles: BOTH, zh: "受理保护令申请", en: "Accept the application", send: accept, fields: &[
        field("judge", "承办法官工号", "Judge, staff id", Kind::Person), AT,
    ] },
    Act { key: "grant", procedure: PROTECTION, states: &["accepted"], roles: JUDGE, zh: "作出人身安全保护令", en: "Make the order", send: grant, fields: &[
        MEASURES, MONTHS, AT,
    ] },
    Act { key: "serve", procedure: PROTECTION, states: &["in_force"], roles: BOTH, zh: "送达保护令", en: "Serve the order", send: serve, fields: &[
        one("to", "送给谁", "To whom", RECIPIENT), ON,
    ] },
    Act { key: "mark_urgent", procedure: PROTECTION, states: &["applied", "accepted"], roles: BOTH, zh: "标明情况紧急", en: "Mark it urgent", send: urgent, fields: &[AT] },
    Act { key: "reject", procedure: PROTECTION, states: &["accepted"], roles: JUDGE, zh: "裁定驳回保护令申请", en: "Reject the application", send: reject, fields: &[ON] },
    Act { key: "decline", procedure: PROTECTION, states: &["applied"], roles: BOTH, zh: "转交有管辖权的法院", en: "Pass it to the competent court", send: decline, fields: &[ON] },
    Act { key: "extend", procedure: PROTECTION, states: &["in_force"], roles: JUDGE, zh: "依申请延长保护令", en: "Extend the order", send: extend, fields: &[MONTHS, ON] },
    Act { key: "vary", procedure: PROTECTION, states: &["in_force"], roles: JUDGE, zh: "依申请变更保护令", en: "Vary the order", send: vary, fields: &[MEASURES, ON] },
    Act { key: "record_breach", procedure: PROTECTION, states: &["in_force"], roles: FINDERS, zh: "登记违反保护令", en: "Record a breach", send: breach, fields: &[ON] },
    Act { key: "ask_review", procedure: PROTECTION, states: &["in_force", "rejected"], roles: BOTH, zh: "收到复议申请", en: "Reconsideration is asked for", send: ask_review, fields: &[PARTY, ON] },
    Act { key: "decide_review", procedure: PROTECTION, states: &["in_force", "rejected"], roles: JUDGE, zh: "作出复议决定", en: "Decide the reconsideration", send: decide_review, fields: &[
        hinted(one("changed", "原裁定", "The ruling", CHANGED), "复议期间不停止执行"), ON,
    ] },
    Act { key: "revoke", procedure: PROTECTION, states: &["in_force"], roles: JUDGE, zh: "依申请撤销保护令", en: "Revoke the order", send: revoke, fields: &[ON] },
    Act { key: "withdraw", procedure: PROTECTION, states: &["applied", "accepted"], roles: BOTH, zh: "申请人撤回保护令申请", en: "The applicant withdraws", send: withdraw, fields: &[ON] },
    Act { key: "lapse", procedure: PROTECTION, states: &["in_force"], roles: JUDGE, zh: "保护令有效期届满", en: "The order has lapsed", send: lapse, fields: &[] },
    Act { key: "review_time_passed", procedure: PROTECTION, states: &["in_force", "rejected"], roles: JUDGE, zh: "复议期满", en: "The time for reconsideration has passed", send: review_passed, fields: &[] },
];
