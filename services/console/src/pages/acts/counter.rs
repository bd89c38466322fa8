//! What the counter does with the umbrella of a dispute.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiefen_vocab::Role::{self, CentreDirector, WindowClerk};

use super::fields::{Choice, Field, HOW, Kind, Read, field};
use super::usual::hinted;
use super::{Act, After, Sending, Sent};
use crate::lines::ask;
use crate::pages::dispute::Known;

const DISPUTE: &str = "dispute";
const BOTH: &[Role] = &[WindowClerk, CentreDirector];
const HEAD: &[Role] = &[CentreDirector];

const RISK: &[Choice] = &[
    ("normal", "一般", "normal"),
    ("yellow", "黄色", "yellow"),
    ("orange", "橙色", "orange"),
    ("red", "红色", "red"),
];
const MODE: &[Choice] = &[
    ("delegate", "委派（办完交回本单位）", "delegate (it comes back)"),
    ("transfer", "移交（由对方负责到底）", "transfer (the other answers for it)"),
];
const NOTICE: &[Choice] = &[
    ("signed", "本人签收", "signed"),
    ("electronic", "电子送达", "electronic"),
    ("post", "邮寄", "post"),
    ("left_with_witness", "留置送达", "left with a witness"),
    ("public_notice", "公告", "public notice"),
    ("attempted", "没有送到，记录经过", "attempted"),
];
const CLOSING: &[Choice] = &[
    ("performed", "已经履行", "performed"),
    ("agreed", "达成协议，没有待履行的义务", "agreed, nothing owed"),
    ("decided", "裁决、决定已生效", "decided"),
    ("withdrawn", "申请人撤回", "withdrawn"),
    ("not_pursued", "已告知途径，不再主张", "not pursued"),
    ("advice", "咨询答复", "advice"),
];
const YES_NO: &[Choice] = &[("yes", "同意", "agrees"), ("no", "不同意", "does not agree")];
sends! {
    IntakeServiceClient at Some(Area::Intake), head = head, after = case(case);

    fn classify = classify(ClassifyRequest) |read, sent| {
        kind: read.text("kind"),
        other_places: other_places(&sent),
        flags: read.texts("flags"),
        risk: read.text("risk"),
        statutory: String::new(),
        why: read.text("why"),
    }
    fn accept_own = accept_own(AcceptOwnRequest) |read, sent| {
        track: read.text("track"),
        power: read.text("power"),
        person: read.text("person"),
    }
    fn refer = refer(ReferRequest) |read, sent| {
        unit: read.text("unit"),
        track: read.text("track"),
        mode: read.text("mode"),
        basis: read.text("basis"),
    }
    fn protect = refer(ReferRequest) |read, sent| {
        unit: read.text("unit"),
        track: "protection_order".to_owned(),
        mode: "assist".to_owned(),
        basis: "反家庭暴力法第二十三条".to_owned(),
    }
    fn enforce = refer(ReferRequest) |read, sent| {
        unit: read.text("unit"),
        track: "enforcement".to_owned(),
        mode: "assist".to_owned(),
        basis: "民事诉讼法第二百四十七条".to_owned(),
    }
    fn request_designation = request_designation(RequestDesignationRequest) |read, sent| {
        reasons: read.text("reasons"),
        proposal: read.text("proposal"),
    }
    fn designate = designate_unit(DesignateUnitRequest) |read, sent| {
        unit: read.text("unit"),
        track: read.text("track"),
        basis: read.text("basis"),
    }
    fn consent = record_consent(RecordConsentRequest) |read, sent| {
        consent: Some(jiefen_proto::jiefen::common::v1::Consent {
            party: read.number("party"),
            to: read.text("to"),
            given: read.text("given") == "yes",
            on: read.day("on"),
            by: read.text("by"),
        }),
    }
    fn name_person = name_person(NamePersonRequest) |read, sent| {
        person: read.text("person"),
    }
    fn withdraw = withdraw(WithdrawRequest) |read, sent| {
        party: read.number("party"),
        on: read.day("on"),
        risk_checked: read.flag("risk_checked"),
        called_back: read.flag("called_back"),
        leave: String::new(),
    }
    fn follow_up = follow_up(FollowUpRequest) |read, sent| {}
    fn perform = confirm_performance(ConfirmPerformanceRequest) |read, sent| {
        obligation: read.number("obligation"),
        proof: read.text("proof"),
        on: read.day("on"),
        file_complete: read.flag("file_complete"),
    }
    fn breach = report_breach(ReportBreachRequest) |read, sent| {
        obligation: read.number("obligation"),
        on: read.day("on"),
    }
    fn notice = serve_notice(ServeNoticeRequest) |read, sent| {
        notice: owed_notice(&read)[0],
        party: owed_notice(&read)[1],
        proof: read.text("proof"),
        record: read.text("record"),
        on: read.day("on"),
    }
    fn close = close(CloseRequest) |read, sent| {
        result: read.text("result"),
        file_complete: read.flag("file_complete"),
    }
    fn visit = record_visit(RecordVisitRequest) |read, sent| {
        on: read.day("on"),
        satisfied: read.flag("satisfied"),
    }
    fn archive = archive(ArchiveRequest) |read, sent| {}
}

/// The other regions stay those of the registration.
fn other_places(sent: &Sent<'_>) -> Vec<String> {
    let content = sent.known.umbrella.as_ref().and_then(|found| found.content.as_ref());
    content.map(|content| content.other_places.clone()).unwrap_or_default()
}

/// The notice that was chosen, and to whom; 0 of what was not, which the service refuses.
fn owed_notice(read: &Read<'_>) -> [u32; 2] {
    let chosen = read.text("notice");
    let (no, party) = chosen.split_once('.').unwrap_or_default();
    [no, party].map(|part| part.parse().unwrap_or(0))
}

const CLAIMED: &[&str] = &[
    "registered",
    "triage",
    "assigned",
    "in_process",
    "agreed",
    "decided",
    "performing",
    "enforcing",
    "unresolved",
    "escalated",
    "suspended",
    "withdrawn",
    "reopened",
];

/// The first thing to do when somebody is in danger.
pub(super) const PROTECT: &str = "ask-protection";

/// What is owed by a title is enforced on the creditor's application.
const ENFORCE: &str = "ask-enforcement";

/// Whether somebody in the dispute is in danger: as the clerk has decided it, before that as the machine has heard it.
pub(super) fn danger(known: &Known) -> bool {
    const ALERT: &str = "safety_alert";
    let Some(found) = &known.umbrella else { return false };
    let decided = found.content.iter().flat_map(|content| &content.flags).any(|flag| flag == ALERT);
    let sorted = found.head.as_ref().is_some_and(|head| head.state != "registered");
    let heard = found.advice.iter().flat_map(|advice| &advice.signs).any(|sign| sign.flag == ALERT);
    decided || (heard && !sorted)
}

/// A protection order is asked for where somebody is in danger, or in a family; it and enforcement once at a time.
pub(super) fn fits(key: &str, known: &Known) -> bool {
    if ![PROTECT, ENFORCE].contains(&key) {
        return true;
    }
    let Some(found) = &known.umbrella else { return false };
    let wanted = if key == PROTECT { "protection_order" } else { "enforcement" };
    let family = found.content.as_ref().is_some_and(|content| content.kind == "marriage_family");
    let asked = found.tracks.iter().any(|track| {
        track.kind == wanted && ["offered", "running"].contains(&track.state.as_str())
    });
    (key == ENFORCE || danger(known) || family) && !asked
}

/// The acts, in the order in which a dispute needs them.
#[rustfmt::skip]
pub(super) const ACTS: &[Act] = &[
    Act { key: "classify", procedure: DISPUTE, states: &["registered", "reopened", "triage"], roles: BOTH, zh: "梳理分类", en: "Sort", send: classify, fields: &[
        field("kind", "纠纷类型", "Kind of dispute", Kind::Dispute),
        Field { name: "flags", zh: "需要特别处理的", en: "Special care", hint: "系统发现的已经选上；不对的去掉，漏掉的补上，在理由里写明", kind: Kind::Flags },
        field("risk", "风险等级", "Risk", Kind::One(RISK)),
        field("why", "理由", "Why", Kind::Long),
    ] },
    Act { key: "refer", procedure: DISPUTE, states: &["triage", "unresolved", "in_process", "agreed", "performing"], roles: BOTH, zh: "移交给别的单位", en: "Hand over", send: refer, fields: &[
        field("unit", "交给哪个单位", "To whom", Kind::Unit),
        field("track", "走哪条途径", "Route", Kind::Track),
        field("mode", "怎么交", "How", Kind::One(MODE)),
        Field { name: "basis", zh: "依据", en: "Legal basis", hint: "例如 贺党办〔2021〕15号 五(二)", kind: Kind::Text },
    ] },
    Act { key: PROTECT, procedure: DISPUTE, states: CLAIMED, roles: BOTH, zh: "请法院发人身安全保护令", en: "Ask the court for a protection order", send: protect, fields: &[
        hinted(field("unit", "哪个法院", "Which court", Kind::Unit), "替本人口头申请，法院立即受理；纠纷仍由现在的单位办理。遇有危险先报警110"),
    ] },
    Act { key: "accept-own", procedure: DISPUTE, states: &["triage", "unresolved", "assigned"], roles: BOTH, zh: "本单位受理", en: "Accept here", send: accept_own, fields: &[
        field("track", "走哪条途径", "Route", Kind::Track),
        Field { name: "power", zh: "依据本单位哪项职责", en: "By which power", hint: "权责清单的条目", kind: Kind::Text },
        field("person", "承办人工号", "Person, staff id", Kind::Person),
    ] },
    Act { key: "ask-designation", procedure: DISPUTE, states: &["triage", "unresolved"], roles: BOTH, zh: "请上级指定单位", en: "Ask for a designation", send: request_designation, fields: &[
        field("reasons", "为什么需要指定", "Why", Kind::Long),
        field("proposal", "建议由谁办", "Proposal", Kind::Unit),
    ] },
    Act { key: "designate", procedure: DISPUTE, states: &["assigned"], roles: HEAD, zh: "指定承办单位", en: "Name the unit", send: designate, fields: &[
        field("unit", "指定哪个单位", "Unit", Kind::Unit),
        field("track", "走哪条途径", "Route", Kind::Track),
        field("basis", "依据", "Legal basis", Kind::Text),
    ] },
    Act { key: "follow-up", procedure: DISPUTE, states: &["agreed", "decided"], roles: BOTH, zh: "开始跟进履行", en: "Follow up", send: follow_up, fields: &[] },
    Act { key: "performed", procedure: DISPUTE, states: &["agreed", "decided", "performing", "enforcing"], roles: BOTH, zh: "确认履行", en: "Confirm performance", send: perform, fields: &[
        field("obligation", "哪一项", "Which", Kind::Obligation),
        Field { name: "proof", zh: "凭什么认定", en: "Proof", hint: "收据、照片、当事人确认等", kind: Kind::Text },
        field("on", "哪一天", "On", Kind::Day),
        field("file_complete", "案卷材料已经齐全", "The file is complete", Kind::Flag),
    ] },
    Act { key: "breach", procedure: DISPUTE, states: &["agreed", "decided", "performing"], roles: BOTH, zh: "记录没有履行", en: "Report a breach", send: breach, fields: &[
        field("obligation", "哪一项", "Which", Kind::Obligation),
        field("on", "哪一天发现", "Found on", Kind::Day),
    ] },
    Act { key: ENFORCE, procedure: DISPUTE, states: &["enforcing"], roles: BOTH, zh: "请法院强制执行", en: "Ask the court to enforce", send: enforce, fields: &[
        hinted(field("unit", "哪个法院", "Which court", Kind::Unit), "替权利人转交申请；履行情况仍由现在的单位跟进"),
    ] },
    Act { key: "consent", procedure: DISPUTE, states: CLAIMED, roles: BOTH, zh: "记录当事人意愿", en: "Record a consent", send: consent, fields: &[
        field("party", "谁", "Who", Kind::Party),
        field("to", "对哪条途径", "To which route", Kind::Track),
        field("given", "意愿", "Word", Kind::One(YES_NO)),
        field("by", "怎么表示的", "How", Kind::One(HOW)),
        field("on", "哪一天", "On", Kind::Day),
    ] },
    Act { key: "notice", procedure: DISPUTE, states: &["assigned", "in_process", "agreed", "decided", "performing", "unresolved", "withdrawn", "closed"], roles: BOTH, zh: "登记送达", en: "Serve a notice", send: notice, fields: &[
        field("notice", "送什么，给谁", "What, to whom", Kind::Notice),
        field("proof", "怎么送达", "How", Kind::One(NOTICE)),
        Field { name: "record", zh: "经过", en: "What was tried", hint: "没有送到时必填", kind: Kind::Long },
        field("on", "哪一天", "On", Kind::Day),
    ] },
    Act { key: "person", procedure: DISPUTE, states: CLAIMED, roles: BOTH, zh: "换承办人", en: "Name the person", send: name_person, fields: &[
        field("person", "承办人工号", "Staff id", Kind::Person),
    ] },
    Act { key: "withdraw", procedure: DISPUTE, states: CLAIMED, roles: BOTH, zh: "登记撤回", en: "Withdraw", send: withdraw, fields: &[
        field("party", "哪位申请人", "Who", Kind::Party),
        field("on", "哪一天", "On", Kind::Day),
        field("risk_checked", "已了解没有受胁迫，不涉未成年人和暴力", "No pressure, minors or violence", Kind::Flag),
        field("called_back", "已回访本人确认（对方是行政机关时）", "Called back (against an agency)", Kind::Flag),
    ] },
    Act { key: "close", procedure: DISPUTE, states: &["agreed", "decided", "performing", "unresolved", "withdrawn"], roles: BOTH, zh: "结案", en: "Close", send: close, fields: &[
        field("result", "结果", "Result", Kind::One(CLOSING)),
        field("file_complete", "案卷材料已经齐全", "The file is complete", Kind::Flag),
    ] },
    Act { key: "visit", procedure: DISPUTE, states: &["performing", "closed"], roles: BOTH, zh: "登记回访", en: "Record a visit", send: visit, fields: &[
        field("on", "哪一天", "On", Kind::Day),
        field("satisfied", "当事人满意", "The parties are content", Kind::Flag),
    ] },
    Act { key: "archive", procedure: DISPUTE, states: &["closed"], roles: BOTH, zh: "归档", en: "Archive", send: archive, fields: &[] },
];
