//! What the office does with the outcome: withdrawal, decision, service, suit, performance, opinions.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::administrative::v1 as pb;
use jiefen_proto::jiefen::administrative::v1::administrative_service_client::AdministrativeServiceClient;

use super::super::fields::{Choice, Kind, Read, field};
use super::super::usual::{ON, PARTY, PROOF, flag, hinted, one};
use super::super::{Act, After, Sending, Sent};
use super::{DUTY_AMOUNT, DUTY_BY, DUTY_PARTY, GROUND, HEAD, OFFICE, REGISTRY, duty};
use crate::lines::ask;

const REVIEW: &str = "reconsideration";

const DECISION: &[Choice] = &[
    ("change", "变更（第六十三条）", "change"),
    ("annul", "撤销或者部分撤销（第六十四条）", "annul"),
    ("annul_and_redo", "撤销并责令重新作出（第六十四条）", "annul and redo"),
    ("confirm_unlawful", "确认违法（第六十五条）", "unlawful"),
    ("order_to_act", "责令限期履行（第六十六条）", "order to act"),
    ("confirm_void", "确认无效（第六十七条）", "void"),
    ("uphold", "维持（第六十八条）", "uphold"),
    ("dismiss_claim", "驳回复议请求（第六十九条）", "dismiss the claim"),
    (
        "order_under_agreement",
        "责令履行协议、补救或者补偿（第七十一条）",
        "order under an agreement",
    ),
];
const GRANTED: &[Choice] = &[("yes", "准予撤回", "granted"), ("no", "不准予撤回", "not granted")];
const MEASURE: &[Choice] = &[
    ("order", "责令限期履行", "order"),
    ("talk", "约谈", "talk"),
    ("circular", "通报批评", "circular"),
];
const ENFORCER: &[Choice] = &[
    ("acting_agency", "作出行政行为的机关", "the acting agency"),
    ("review_body", "行政复议机关", "the review body"),
    ("court", "人民法院", "the court"),
];

sends! {
    AdministrativeServiceClient at Some(Area::Administrative), head = head, after = case(case);

    fn ask_withdrawal = ask_withdrawal(AskWithdrawalRequest) |read, sent| {
        party: read.number("party"), settled: read.flag("settled"), on: read.day("on"),
    }
    fn rule_withdrawal = rule_withdrawal(RuleWithdrawalRequest) |read, sent| {
        party: read.number("party"), granted: read.text("granted") == "yes", on: read.day("on"),
    }
    fn dismiss = dismiss(DismissRequest) |read, sent| { ground: read.text("ground"), on: read.day("on") }
    fn decide = decide(DecideRequest) |read, sent| {
        on: read.day("on"),
        kind: read.text("kind"),
        worse: read.flag("worse"),
        third_claims: read.flag("third_claims"),
        third_proof: read.flag("third_proof"),
        duty: duty(&mut read),
    }
    fn serve = serve(ServeRequest) |read, sent| { party: read.number("party"), on: read.day("on") }
    fn sue = sue(SueRequest) |read, sent| { party: read.number("party"), on: read.day("on") }
    fn lapse_suit = lapse_suit(LapseSuitRequest) |read, sent| { party: read.number("party") }
    fn perform = perform(PerformRequest) |read, sent| { on: read.day("on"), proof: read.text("proof") }
    fn press = press(PressRequest) |read, sent| {
        measure: read.text("measure"), by: read.day("by"), on: read.day("on"),
    }
    fn enforce = enforce(EnforceRequest) |read, sent| { by: read.text("by"), on: read.day("on") }
    fn opine = opine(OpineRequest) |read, sent| {
        on: read.day("on"), agency: read.text("agency"), text: read.text("text"),
    }
    fn report = report_opinion(ReportOpinionRequest) |read, sent| {
        no: read.number("no"), on: read.day("on"),
    }
}

/// The acts, in the order of a case.
#[rustfmt::skip]
pub(in crate::pages::acts) const ACTS: &[Act] = &[
    Act { key: "decide", procedure: REVIEW, states: &["reviewing", "overdue"], roles: HEAD, zh: "作出复议决定", en: "Decide", send: decide, fields: &[
        hinted(one("kind", "怎么决定", "Decision", DECISION), "依据：行政复议法"),
        flag("worse", "对申请人更为不利", "Worse for the applicant"),
        flag("third_claims", "第三人提出相反请求", "A third party claims the opposite"),
        flag("third_proof", "第三人提供了证据", "A third party proved the act"),
        DUTY_PARTY, DUTY_BY, DUTY_AMOUNT, ON,
    ] },
    Act { key: "serve", procedure: REVIEW, states: &["decided"], roles: REGISTRY, zh: "登记文书送达", en: "Record the service", send: serve, fields: &[PARTY, ON] },
    Act { key: "perform", procedure: REVIEW, states: &["decided"], roles: REGISTRY, zh: "登记履行", en: "Record the performance", send: perform, fields: &[PROOF, ON] },
    Act { key: "sue", procedure: REVIEW, states: &["overdue", "decided"], roles: REGISTRY, zh: "登记起诉", en: "A party sued", send: sue, fields: &[PARTY, ON] },
    Act { key: "press", procedure: REVIEW, states: &["decided"], roles: HEAD, zh: "责令履行、约谈、通报", en: "Press for performance", send: press, fields: &[
        one("measure", "措施（行政复议法第七十七条）", "Measure", MEASURE), field("by", "最迟哪一天", "By", Kind::Later), ON,
    ] },
    Act { key: "enforce", procedure: REVIEW, states: &["decided"], roles: HEAD, zh: "转入强制执行", en: "Enforce", send: enforce, fields: &[one("by", "由谁执行（行政复议法第七十八条）", "By whom", ENFORCER), ON] },
    Act { key: "dismiss", procedure: REVIEW, states: &["reviewing", "overdue"], roles: HEAD, zh: "驳回申请", en: "Dismiss the application", send: dismiss, fields: &[one("ground", "理由（行政复议法第三十三条）", "Ground", GROUND), ON] },
    Act { key: "ask_withdrawal", procedure: REVIEW, states: &["received", "correcting", "reviewing", "overdue", "suspended", "mediating"], roles: REGISTRY, zh: "申请人要求撤回", en: "An applicant asks to withdraw", send: ask_withdrawal, fields: &[
        PARTY, flag("settled", "双方已经和解", "After a settlement"), ON,
    ] },
    Act { key: "rule_withdrawal", procedure: REVIEW, states: &["received", "correcting", "reviewing", "overdue", "suspended", "mediating"], roles: OFFICE, zh: "决定是否准予撤回", en: "Rule on the withdrawal", send: rule_withdrawal, fields: &[PARTY, one("granted", "是否准予", "Granted", GRANTED), ON] },
    Act { key: "opine", procedure: REVIEW, states: &["reviewing", "overdue", "suspended", "mediating", "decided"], roles: HEAD, zh: "制发意见书", en: "Give an agency an opinion", send: opine, fields: &[
        field("agency", "发给哪个机关", "To which agency", Kind::Text), field("text", "应当改正什么", "What should be mended", Kind::Long),
        field("on", "对方哪一天收到", "Received on", Kind::Day),
    ] },
    Act { key: "report_opinion", procedure: REVIEW, states: &["reviewing", "overdue", "suspended", "mediating", "decided", "reporting"], roles: REGISTRY, zh: "登记意见书落实情况", en: "Record the report", send: report, fields: &[
        field("no", "哪一份意见书", "Which", Kind::Of("opinions")), ON,
    ] },
    Act { key: "lapse_suit", procedure: REVIEW, states: &["overdue", "decided"], roles: HEAD, zh: "期满未起诉", en: "The time to sue has passed", send: lapse_suit, fields: &[PARTY] },
];
