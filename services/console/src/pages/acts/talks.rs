//! 调解室: what a mediator does, from the first consent to the last obligation.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_proto::jiefen::mediation::v1::mediation_service_client::MediationServiceClient;
use jiefen_vocab::Role::{self, MediationHead, Mediator};

use super::fields::{Choice, Field, HOW, Kind, MEDIATORS, Read, field};
use super::{Act, After, Sending, Sent};
use crate::lines::ask;

const TALKS: &str = "people_mediation";
const BOTH: &[Role] = &[Mediator, MediationHead];

const MODE: &[Choice] = &[
    ("together", "面对面", "together"),
    ("apart", "背对背", "apart"),
    ("video", "视频", "video"),
    ("phone", "电话", "phone"),
];
const REACHED: &[Choice] = &[
    ("goes_on", "继续调解", "goes on"),
    ("agreed_in_substance", "基本达成一致", "agreed in substance"),
    ("no_agreement", "未能达成一致", "no agreement"),
];
const SIGNER: &[Choice] = &[
    ("party", "当事人签名", "a party"),
    ("mediator", "调解员签名", "the mediator"),
    ("seal", "盖章", "the seal"),
];
const THROUGH: &[Choice] =
    &[("itself", "自动履行", "by itself"), ("enforcement", "强制执行", "by enforcement")];

const ON: Field = field("on", "哪一天", "On", Kind::Day);
const NEXT_ON: Field = field("on", "定在哪一天", "On", Kind::Later);
const PARTY: Field = field("party", "哪位当事人", "Party", Kind::Party);
const PLACE: Field = field("place", "地点或者平台", "Place", Kind::Text);
const HOW_SAID: Field = field("how", "怎么表示的", "How", Kind::One(HOW));
const FORM: Field = field("mode", "方式", "Form", Kind::One(MODE));

sends! {
    MediationServiceClient at Some(Area::Mediation), head = head, after = case(case);

    fn agree = give_consent(GiveConsentRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"), how: read.text("how"),
    }
    fn refuse = refuse_consent(RefuseConsentRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"), how: read.text("how"),
    }
    fn stop = withdraw_consent(WithdrawConsentRequest) |read, sent| {
        party: read.number("party"), how: read.text("how"),
    }
    fn accept = accept(AcceptRequest) |read, sent| {
        on: read.day("on"),
        mediator: read.text("mediator"),
        rights_told: read.flag("rights_told"),
        hospital_notices: read.flag("hospital_notices"),
        not_handled_elsewhere: read.flag("not_handled_elsewhere"),
        safety_cleared: read.flag("safety_cleared"),
    }
    fn schedule = schedule_session(ScheduleSessionRequest) |read, sent| {
        on: read.day("on"), place: read.text("place"), mode: read.text("mode"),
    }
    fn hold = hold_session(HoldSessionRequest) |read, sent| {
        on: read.day("on"),
        place: read.text("place"),
        mode: read.text("mode"),
        present: read.numbers("present"),
        guardians: Vec::new(),
        reached: read.text("reached"),
        record: read.text("record"),
    }
    fn sign = sign(SignRequest) |read, sent| {
        signer: read.text("signer"),
        party: read.number_or_none("party"),
        on: read.day("on"),
    }
    fn extend = extend(ExtendRequest) |read, sent| {
        units: 1, agreed: read.numbers("agreed"), on: read.day("on"),
    }
    fn mediator = choose_mediator(ChooseMediatorRequest) |read, sent| {
        mediator: read.text("mediator"), on: read.day("on"), by_parties: read.flag("by_parties"),
    }
    fn performed = record_performance(RecordPerformanceRequest) |read, sent| {
        obligation: read.number("obligation"),
        on: read.day("on"),
        through: read.text("through"),
        proof: read.text("proof"),
    }
    fn broken = report_breach(ReportBreachRequest) |read, sent| {
        obligation: read.number("obligation"), on: read.day("on"), declared: read.flag("declared"),
    }
    fn failed = end_failed(EndFailedRequest) |read, sent| { on: read.day("on") }
    fn withdraw = withdraw(WithdrawRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"),
    }
}

const OPEN: &[&str] = &["consent_asked", "mediating", "drafted"];
const TALKING: &[&str] = &["mediating", "drafted"];
const BOUND: &[&str] = &["in_force", "breached"];

/// The acts, in the order of a mediation.
#[rustfmt::skip]
pub(super) const ACTS: &[Act] = &[
    Act { key: "agree", procedure: TALKS, states: &["consent_asked"], roles: BOTH, zh: "一方同意调解", en: "A party agrees", send: agree, fields: &[PARTY, HOW_SAID, ON] },
    Act { key: "accept-talks", procedure: TALKS, states: &["consent_asked"], roles: BOTH, zh: "受理", en: "Accept the case", send: accept, fields: &[
        Field { name: "mediator", zh: "调解员工号", en: "Mediator, staff id", hint: "可以从本单位名册里选，也可以直接写", kind: Kind::Mediator },
        ON,
        field("rights_told", "已告知权利义务（免费、自愿、可随时停止）", "Rights were told", Kind::Flag),
        field("not_handled_elsewhere", "法院、仲裁等没有在处理同一件事", "Nobody else handles it", Kind::Flag),
        field("safety_cleared", "没有人身危险，或者已经安排好", "No danger, or it is arranged", Kind::Flag),
        field("hospital_notices", "医疗纠纷：已告知封存病历等事项", "Medical: the notices were given", Kind::Flag),
    ] },
    Act { key: "schedule", procedure: TALKS, states: TALKING, roles: BOTH, zh: "安排调解", en: "Set a session", send: schedule, fields: &[NEXT_ON, PLACE, FORM] },
    Act { key: "session", procedure: TALKS, states: TALKING, roles: BOTH, zh: "记录调解", en: "Record a session", send: hold, fields: &[
        ON, PLACE, FORM,
        field("present", "谁到场", "Who came", Kind::Parties),
        field("record", "记录", "Record", Kind::Long),
        field("reached", "谈得怎么样", "What was reached", Kind::One(REACHED)),
    ] },
    Act { key: "sign", procedure: TALKS, states: &["drafted"], roles: BOTH, zh: "签名、盖章", en: "Sign", send: sign, fields: &[
        field("signer", "谁签", "Who", Kind::One(SIGNER)), PARTY, ON,
    ] },
    Act { key: "kept", procedure: TALKS, states: BOUND, roles: BOTH, zh: "记录履行", en: "Record performance", send: performed, fields: &[
        field("obligation", "哪一项", "Which", Kind::Obligation), ON,
        field("through", "怎么履行的", "How", Kind::One(THROUGH)),
        field("proof", "凭什么认定", "Proof", Kind::Text),
    ] },
    Act { key: "broken", procedure: TALKS, states: BOUND, roles: BOTH, zh: "记录没有履行", en: "Report a breach", send: broken, fields: &[
        field("obligation", "哪一项", "Which", Kind::Obligation), ON,
        field("declared", "本人明确说不履行", "It was declared", Kind::Flag),
    ] },
    Act { key: "mediator", procedure: TALKS, states: TALKING, roles: BOTH, zh: "换调解员", en: "Another mediator", send: mediator, fields: &[
        Field { name: "mediator", zh: "调解员工号", en: "Mediator, staff id", hint: "可以从本单位名册里选，也可以直接写", kind: Kind::Beside(MEDIATORS) }, ON,
        field("by_parties", "当事人选的", "Chosen by the parties", Kind::Flag),
    ] },
    Act { key: "extend", procedure: TALKS, states: TALKING, roles: BOTH, zh: "延长期限", en: "Extend the term", send: extend, fields: &[
        field("agreed", "同意延长的当事人", "Who agreed", Kind::Parties), ON,
    ] },
    Act { key: "refuse", procedure: TALKS, states: &["consent_asked"], roles: BOTH, zh: "一方不同意调解", en: "A party refuses", send: refuse, fields: &[PARTY, HOW_SAID, ON] },
    Act { key: "stop", procedure: TALKS, states: OPEN, roles: BOTH, zh: "一方不想调了", en: "A party wants no more", send: stop, fields: &[PARTY, HOW_SAID] },
    Act { key: "withdraw-talks", procedure: TALKS, states: OPEN, roles: BOTH, zh: "申请人撤回", en: "The applicant withdraws", send: withdraw, fields: &[PARTY, ON] },
    Act { key: "failed", procedure: TALKS, states: TALKING, roles: BOTH, zh: "调解不成", en: "It has failed", send: failed, fields: &[ON] },
];
