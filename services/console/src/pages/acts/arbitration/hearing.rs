//! What the commission does from the tribunal to the end of the mediation before the award.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::arbitration::v1 as pb;
use jiefen_proto::jiefen::arbitration::v1::arbitration_service_client::ArbitrationServiceClient;

use super::super::fields::{Choice, Kind, Read, field};
use super::super::usual::{HEARING_ON, ON, PARTY, flag, hinted, one};
use super::super::{Act, After, Sending, Sent};
use super::{DIRECTOR, OFFICE, REGISTRY, TRIBUNAL};
use crate::lines::ask;

const LABOUR: &str = "labour_arbitration";

const RECUSAL: &[Choice] = &[
    ("party_or_kin", "当事人或者近亲属", "a party or kin"),
    ("interest", "与案件有利害关系", "an interest"),
    ("other_relation", "其他可能影响公正的关系", "another relation"),
    ("private_contact", "私自会见、吃请", "private contact"),
];
const STAY: &[Choice] = &[
    ("worker_died", "劳动者死亡，等待继承人表明是否参加", "the worker died"),
    ("worker_incapable", "劳动者丧失行为能力，尚未确定代理人", "the worker became incapable"),
    ("employer_ended", "用人单位终止，尚未确定承继者", "the employer ended"),
    ("force_majeure", "不可抗拒的事由", "force majeure"),
    ("other_case", "等待其他案件的结果", "another case"),
    ("appraisal", "等待工伤认定、伤残鉴定等结论", "an appraisal"),
    ("public_notice", "公告送达期间", "public notice"),
];
const RESTART: &[Choice] = &[
    ("party_added", "追加当事人或者第三人", "a party was added"),
    ("claim_changed", "受理增加、变更的请求", "a claim was changed"),
    ("counterclaim", "受理反申请", "a counterclaim"),
    ("transfer", "接受移送", "a transfer"),
];

sends! {
    ArbitrationServiceClient at Some(Area::Arbitration), head = head, after = case(case);

    fn form_tribunal = form_tribunal(FormTribunalRequest) |read, sent| {
        on: read.day("on"), arbitrators: read.column("arbitrators", "person"),
    }
    fn recuse = recuse(RecuseRequest) |read, sent| {
        on: read.day("on"),
        arbitrator: read.text("arbitrator"),
        ground: read.text("ground"),
        replacement: read.text("replacement"),
    }
    fn notify_hearing = notify_hearing(NotifyHearingRequest) |read, sent| {
        on: read.day("on"), hearing_on: read.day("hearing_on"),
    }
    fn postpone = postpone(PostponeRequest) |read, sent| {
        party: read.number("party"),
        asked_on: read.day("asked_on"),
        on: read.day("on"),
        granted: read.text("granted") == "yes",
    }
    fn hold_hearing = hold_hearing(HoldHearingRequest) |read, sent| {
        on: read.day("on"), absent: read.numbers("absent"),
    }
    fn mediate = mediate(MediateRequest) |read, sent| {
        on: read.day("on"), agreed: read.numbers("agreed"),
    }
    fn sign = sign_statement(SignStatementRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"),
    }
    fn repent = repent(RepentRequest) |read, sent| { party: read.number("party"), on: read.day("on") }
    fn advance = order_advance(OrderAdvanceRequest) |read, sent| {
        on: read.day("on"),
        worker: read.number("worker"),
        kind: read.text("kind"),
        amount_fen: read.yuan("amount").unwrap_or_default(),
        relation_clear: read.flag("relation_clear"),
        hardship: read.flag("hardship"),
    }
    fn stay = stay(StayRequest) |read, sent| { on: read.day("on"), ground: read.text("ground") }
    fn resume = resume(ResumeRequest) |read, sent| { on: read.day("on") }
    fn extend = extend(ExtendRequest) |read, sent| { on: read.day("on") }
    fn restart = restart_term(RestartTermRequest) |read, sent| {
        on: read.day("on"), ground: read.text("ground"),
    }
}

/// The acts, in the order of a case.
#[rustfmt::skip]
pub(in crate::pages::acts) const ACTS: &[Act] = &[
    Act { key: "form_tribunal", procedure: LABOUR, states: &["hearing", "overdue"], roles: OFFICE, zh: "组成仲裁庭", en: "Form the tribunal", send: form_tribunal, fields: &[
        hinted(field("arbitrators", "仲裁员", "Arbitrators", Kind::Rows(&[field("person", "工号", "Staff id", Kind::Text)])), "一名或者三名；第一位是首席或者独任仲裁员"),
        field("on", "哪一天告知当事人", "Parties told on", Kind::Day),
    ] },
    Act { key: "notify_hearing", procedure: LABOUR, states: &["hearing", "overdue"], roles: OFFICE, zh: "通知开庭", en: "Give notice of the hearing", send: notify_hearing, fields: &[
        hinted(HEARING_ON, "开庭五日前通知"), field("on", "哪一天通知", "Told on", Kind::Day),
    ] },
    Act { key: "hold_hearing", procedure: LABOUR, states: &["hearing", "overdue"], roles: TRIBUNAL, zh: "记录开庭", en: "Record the hearing", send: hold_hearing, fields: &[
        ON, hinted(field("absent", "谁没有到庭", "Who stayed away", Kind::Parties), "无正当理由没有到庭或者中途退庭的"),
    ] },
    Act { key: "mediate", procedure: LABOUR, states: &["hearing", "overdue"], roles: TRIBUNAL, zh: "记录裁决前调解", en: "Record the mediation", send: mediate, fields: &[
        hinted(field("agreed", "哪些劳动者达成协议", "Which workers agreed", Kind::Parties), "没有达成协议的不选"), ON,
    ] },
    Act { key: "sign_statement", procedure: LABOUR, states: &["hearing", "overdue"], roles: REGISTRY, zh: "签收调解书", en: "A party signs for the statement", send: sign, fields: &[PARTY, ON] },
    Act { key: "resume", procedure: LABOUR, states: &["stayed"], roles: OFFICE, zh: "恢复审理", en: "Resume", send: resume, fields: &[
        field("on", "最后一个不计算的日子", "Last day not counted", Kind::Day),
    ] },
    Act { key: "repent", procedure: LABOUR, states: &["hearing", "overdue"], roles: REGISTRY, zh: "签收前反悔", en: "A party goes back on it", send: repent, fields: &[PARTY, ON] },
    Act { key: "postpone", procedure: LABOUR, states: &["hearing", "overdue"], roles: OFFICE, zh: "决定是否延期开庭", en: "Decide on a postponement", send: postpone, fields: &[
        field("party", "谁申请", "Who asks", Kind::Party),
        field("asked_on", "哪一天申请", "Asked on", Kind::Day),
        one("granted", "是否准许", "Granted", &[("yes", "准许", "granted"), ("no", "不准许", "not granted")]), ON,
    ] },
    Act { key: "recuse", procedure: LABOUR, states: &["hearing", "overdue"], roles: DIRECTOR, zh: "决定回避", en: "Replace an arbitrator", send: recuse, fields: &[
        field("arbitrator", "谁回避", "Who steps aside", Kind::Of("tribunal")),
        one("ground", "理由（劳动争议调解仲裁法第三十三条）", "Ground", RECUSAL),
        field("replacement", "谁接替，工号", "Who sits instead, staff id", Kind::Text), ON,
    ] },
    Act { key: "order_advance", procedure: LABOUR, states: &["hearing", "overdue"], roles: TRIBUNAL, zh: "裁决先予执行", en: "Order an advance", send: advance, fields: &[
        field("worker", "哪位劳动者", "Worker", Kind::Party),
        one("kind", "哪一类", "Kind", &[
            ("wages", "劳动报酬", "wages"), ("injury_medical", "工伤医疗费", "medical costs"),
            ("compensation", "经济补偿", "compensation"), ("damages", "赔偿金", "damages"),
        ]),
        field("amount", "金额（元）", "Amount, yuan", Kind::Yuan),
        flag("relation_clear", "权利义务关系明确", "Rights and duties are clear"),
        flag("hardship", "不先予执行将严重影响生活", "Hardship without it"), ON,
    ] },
    Act { key: "stay", procedure: LABOUR, states: &["hearing"], roles: DIRECTOR, zh: "中止审理", en: "Stay the case", send: stay, fields: &[
        one("ground", "理由（办案规则第四十七条）", "Ground", STAY), field("on", "从哪一天起", "From", Kind::Day),
    ] },
    Act { key: "extend", procedure: LABOUR, states: &["hearing"], roles: DIRECTOR, zh: "批准延期十五日", en: "Grant fifteen days more", send: extend, fields: &[ON] },
    Act { key: "restart_term", procedure: LABOUR, states: &["hearing"], roles: OFFICE, zh: "重新计算仲裁期限", en: "Let the term begin anew", send: restart, fields: &[
        one("ground", "理由（办案规则第四十六条）", "Ground", RESTART), field("on", "从哪一天起", "From", Kind::Day),
    ] },
];
