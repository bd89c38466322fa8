//! What the office does from the application to its acceptance.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::administrative::v1 as pb;
use jiefen_proto::jiefen::administrative::v1::administrative_service_client::AdministrativeServiceClient;

use super::super::fields::{Choice, Field, Kind, Read, field};
use super::super::usual::{DAYS, ON, flag, hinted, one};
use super::super::{Act, After, Sending, Sent};
use super::{
    AMOUNT, EXCUSED, GROUND, HEAD, KIND, KNEW_ON, LEARNT_ON, LONGER, MADE_ON, OFFICE, REAL_ESTATE,
    REGISTRY, WHEN_TOLD, act,
};
use crate::lines::ask;

const REVIEW: &str = "reconsideration";

const TRACK: &[Choice] = &[
    ("ordinary", "普通程序（60日）", "ordinary (60 days)"),
    ("simplified", "简易程序（30日）", "simplified (30 days)"),
];
const REVIEWER: Field = field("reviewer", "复议人员工号", "Reviewer, staff id", Kind::Person);

sends! {
    AdministrativeServiceClient at Some(Area::Administrative), head = head, after = case(case);

    fn describe = describe_act(DescribeActRequest) |read, sent| {
        act: Some(act(&mut read)), on: read.day("on"),
    }
    fn ask_correction = ask_correction(AskCorrectionRequest) |read, sent| { on: read.day("on") }
    fn serve_correction = serve_correction(ServeCorrectionRequest) |read, sent| { on: read.day("on") }
    fn extend_correction = extend_correction(ExtendCorrectionRequest) |read, sent| {
        days: read.count("days"), on: read.day("on"),
    }
    fn correct = correct(CorrectRequest) |read, sent| { on: read.day("on") }
    fn abandon = abandon(AbandonRequest) |read, sent| {}
    fn accept = accept(AcceptRequest) |read, sent| {
        on: read.day("on"),
        track: read.text("track"),
        agreed: read.numbers("agreed"),
        suit_accepted: read.flag("suit_accepted"),
        reviewed: read.flag("reviewed"),
        withdrawn_before: read.flag("withdrawn_before"),
        reviewer: read.text("reviewer"),
    }
    fn refuse = refuse(RefuseRequest) |read, sent| {
        on: read.day("on"), ground: read.text("ground"), competent: read.text("competent"),
    }
    fn deem = deem_accepted(DeemAcceptedRequest) |read, sent| {}
    fn name_reviewer = name_reviewer(NameReviewerRequest) |read, sent| {
        reviewer: read.text("reviewer"), on: read.day("on"),
    }
}

/// The acts, in the order of a case.
#[rustfmt::skip]
pub(in crate::pages::acts) const ACTS: &[Act] = &[
    Act { key: "accept", procedure: REVIEW, states: &["received"], roles: OFFICE, zh: "受理", en: "Accept", send: accept, fields: &[
        one("track", "适用程序", "Procedure", TRACK),
        hinted(field("agreed", "谁同意用简易程序", "Who agreed to the simplified procedure", Kind::Parties), "依据：行政复议法第五十三条"),
        flag("suit_accepted", "法院已经受理同一行政行为的诉讼", "A court has accepted a suit"),
        flag("reviewed", "同一行政行为已经复议过", "It was reviewed already"),
        flag("withdrawn_before", "和解撤回后以同一事实和理由再申请", "Withdrawn before after a settlement"),
        REVIEWER, ON,
    ] },
    Act { key: "ask_correction", procedure: REVIEW, states: &["received"], roles: OFFICE, zh: "通知补正", en: "Ask for corrections", send: ask_correction, fields: &[ON] },
    Act { key: "serve_correction", procedure: REVIEW, states: &["correcting"], roles: REGISTRY, zh: "登记补正通知送达", en: "The notice was received", send: serve_correction, fields: &[ON] },
    Act { key: "correct", procedure: REVIEW, states: &["correcting"], roles: REGISTRY, zh: "收到补正材料", en: "Corrections are in", send: correct, fields: &[ON] },
    Act { key: "refuse", procedure: REVIEW, states: &["received"], roles: HEAD, zh: "不予受理", en: "Do not accept", send: refuse, fields: &[
        one("ground", "理由（行政复议法第三十条）", "Ground", GROUND),
        hinted(field("competent", "归哪个机关管辖", "Whose it is", Kind::Text), "不属于本机关管辖时填写"), ON,
    ] },
    Act { key: "extend_correction", procedure: REVIEW, states: &["correcting"], roles: OFFICE, zh: "延长补正期限", en: "Give more time", send: extend_correction, fields: &[hinted(DAYS, "工作日，一至三十"), ON] },
    Act { key: "describe_act", procedure: REVIEW, states: &["received", "correcting", "reviewing", "overdue", "suspended", "mediating"], roles: REGISTRY, zh: "登记被复议的行政行为", en: "Register the act under review", send: describe, fields: &[
        KIND, MADE_ON, KNEW_ON, WHEN_TOLD, LEARNT_ON, REAL_ESTATE, AMOUNT, LONGER, EXCUSED, ON,
    ] },
    Act { key: "name_reviewer", procedure: REVIEW, states: &["received", "reviewing", "overdue", "suspended", "mediating", "decided"], roles: OFFICE, zh: "指定复议人员", en: "Name the reviewer", send: name_reviewer, fields: &[REVIEWER, ON] },
    Act { key: "deem_accepted", procedure: REVIEW, states: &["received"], roles: HEAD, zh: "记录视为受理", en: "Deemed accepted", send: deem, fields: &[] },
    Act { key: "abandon", procedure: REVIEW, states: &["correcting"], roles: HEAD, zh: "记录逾期不补正", en: "Not corrected in time", send: abandon, fields: &[] },
];
