//! 督办函: from the draft over the signature and the unit's answer to the check.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::assessment::v1 as pb;
use jiefen_proto::jiefen::assessment::v1::assessment_service_client::AssessmentServiceClient;
use jiefen_vocab::Role::{Assessor, Coordinator, Leader};

use super::super::fields::{Choice, Field, Kind, Read, field};
use super::{About, Affair, Given, Giving, Side};
use crate::lines::ask_at;
use crate::pages::may::HEADS;

const PERFORMED: &[Choice] = &[
    ("yes", "要求的事已经办到", "it has been done"),
    ("no", "没有办到，退回再办", "it has not been done"),
];

gives! {
    AssessmentServiceClient of Area::Assessment;

    fn draft = draft_order(DraftOrderRequest) |read, given| {
        unit: read.text("unit"),
        ground: read.text("ground"),
        disputes: read.text("disputes").split_whitespace().map(str::to_owned).collect(),
        demand: read.text("demand"),
    }
    fn sign = sign_order(SignOrderRequest) |read, given| {}
    fn withdraw = withdraw_order(WithdrawOrderRequest) |read, given| { reason: read.text("reason") }
    fn answer = answer_order(AnswerOrderRequest) |read, given| { measures: read.text("measures") }
    fn circulate = circulate_order(CirculateOrderRequest) |read, given| { text: read.text("text") }
    fn verify = verify_order(VerifyOrderRequest) |read, given| {
        performed: performed(&mut read), finding: read.text("finding"),
    }
}

fn performed(read: &mut Read<'_>) -> bool {
    let chosen = read.text("performed");
    if chosen.is_empty() {
        read.fault("performed", "请选择 (choose one)");
    }
    chosen == "yes"
}

const ABOUT: About = About::Letter;

/// The acts, in the order of a letter's life.
#[rustfmt::skip]
pub(super) const ALL: &[Affair] = &[
    Affair { key: "draft", about: ABOUT, states: &[], side: Side::Runs, roles: &[Coordinator, Assessor], zh: "起草督办函", en: "Draft a letter", send: draft, fields: &[
        field("unit", "督办哪个单位", "To which unit", Kind::Text),
        field("ground", "依据的数据或者事实", "Ground", Kind::Text),
        Field { name: "disputes", zh: "涉及的纠纷", en: "The disputes behind it", hint: "一行一件，写纠纷编号；从数据页来的已经填好", kind: Kind::Long },
        Field { name: "demand", zh: "要求办什么", en: "What is demanded", hint: "写清楚做什么、做到什么程度；答复期限由系统按规定计算", kind: Kind::Long },
    ] },
    Affair { key: "sign", about: ABOUT, states: &["drafted"], side: Side::Runs, roles: &[Coordinator, Leader], zh: "签发", en: "Sign and send", send: sign, fields: &[] },
    Affair { key: "answer", about: ABOUT, states: &["signed", "overdue", "circulated"], side: Side::Answers, roles: HEADS, zh: "答复督办函", en: "Answer the letter", send: answer, fields: &[
        Field { name: "measures", zh: "办了什么", en: "What was done", hint: "写做了什么、哪一天、结果怎样", kind: Kind::Long },
    ] },
    Affair { key: "verify", about: ABOUT, states: &["answered"], side: Side::Runs, roles: &[Coordinator, Assessor], zh: "核查答复", en: "Check the answer", send: verify, fields: &[
        field("performed", "核查结果", "Result", Kind::One(PERFORMED)),
        field("finding", "核查情况", "What was found", Kind::Long),
    ] },
    Affair { key: "circulate", about: ABOUT, states: &["overdue"], side: Side::Runs, roles: &[Coordinator, Leader], zh: "通报", en: "Issue the circular", send: circulate, fields: &[
        field("text", "通报内容", "Text", Kind::Long),
    ] },
    Affair { key: "withdraw", about: ABOUT, states: &["drafted", "signed", "overdue", "circulated", "answered"], side: Side::Runs, roles: &[Coordinator, Leader], zh: "撤回", en: "Withdraw", send: withdraw, fields: &[
        field("reason", "为什么撤回", "Why", Kind::Long),
    ] },
];
