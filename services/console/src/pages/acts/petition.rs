//! 信访: what the petition office does, from receipt to the end of the road.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::petition::v1 as pb;
use jiefen_proto::jiefen::petition::v1::petition_service_client::PetitionServiceClient;
use jiefen_vocab::Role::{self, PetitionHead, PetitionOfficer, WindowClerk};

use super::fields::{Choice, Field, Kind, Read, field};
use super::usual::{ON, hinted, one};
use super::{Act, After, Sending, Sent};
use crate::lines::ask;

const PETITION: &str = "petition";
const OFFICER: &[Role] = &[PetitionOfficer, PetitionHead];
const HEAD: &[Role] = &[PetitionHead];
const DOOR: &[Role] = &[WindowClerk, PetitionOfficer, PetitionHead];

/// The six branches of article 31, each with the question that decides.
const BRANCH: &[Choice] = &[
    (
        "legal",
        "（一）应当通过审判机关诉讼程序或者复议、检察监督程序、公安机关法律程序处理的：按法定程序处理",
        "(1) courts, procuratorate, police",
    ),
    ("arbitration", "（二）应当通过仲裁解决的：导入仲裁程序", "(2) arbitration"),
    (
        "party_appeal",
        "（三）可以通过党员申诉、申请复审等解决的：导入相应程序",
        "(3) appeals of party members",
    ),
    (
        "administrative_procedure",
        "（四）可以通过行政复议、行政裁决、行政确认、行政许可、行政处罚等行政程序解决的：导入行政程序",
        "(4) administrative procedures",
    ),
    (
        "duty_to_act",
        "（五）申请查处违法行为、履行保护人身权或者财产权等合法权益职责的：依法履行或者答复",
        "(5) a duty to act",
    ),
    (
        "opinion",
        "（六）不属于以上情形的：听取陈述事实和理由，调查核实，出具信访处理意见书",
        "(6) a petition opinion",
    ),
];
const ROUTE: &[Choice] = &[
    ("litigation", "诉讼", "litigation"),
    ("fast_track", "速裁", "fast track"),
    ("summary_procedure", "简易程序", "summary procedure"),
    ("payment_order", "督促程序", "payment order"),
    ("retrial", "申诉再审", "retrial"),
    ("procuratorate_supervision", "检察监督", "procuratorial supervision"),
    ("public_interest_litigation", "公益诉讼", "public interest litigation"),
    ("criminal_referral", "移送公安", "police"),
    ("labour_arbitration", "劳动仲裁", "labour arbitration"),
    ("land_arbitration", "土地承包仲裁", "land arbitration"),
    ("commercial_arbitration", "商事仲裁", "commercial arbitration"),
    ("administrative_reconsideration", "行政复议", "reconsideration"),
    ("administrative_ruling", "行政裁决", "administrative ruling"),
];
const DESIGNATOR: &[Choice] = &[
    ("common_superior", "共同的上一级机关", "the common superior"),
    ("joint_meeting", "信访工作联席会议", "the joint meeting"),
    ("government", "本级党委和政府", "party committee and government"),
];
const REPLY: &[Choice] = &[
    ("adopted", "建议采纳或者部分采纳", "adopted"),
    ("not_adopted", "建议不采纳，已说明", "not adopted"),
    ("acted", "已经依法履行职责", "acted"),
    ("answered", "已经书面答复", "answered"),
];
pub(in crate::pages) const VERDICT: &[Choice] = &[
    ("supported", "请求有理，予以支持", "supported"),
    ("explained", "请求合理但缺乏依据，作出解释", "explained"),
    ("rejected", "请求缺乏依据，不予支持", "rejected"),
];
const UNIT: Field = field("unit", "哪个单位", "Unit", Kind::Unit);
const PERSON: Field = field("person", "工号", "Staff id", Kind::Person);

sends! {
    PetitionServiceClient at Some(Area::Petition), head = head, after = case(case);

    fn not_accept = not_accept(NotAcceptRequest) |read, sent| { on: read.day("on") }
    fn report_up = report_up(ReportUpRequest) |read, sent| {
        on: read.day("on"), to: read.column("to", "unit"),
    }
    fn recuse = recuse(RecuseRequest) |read, sent| { on: read.day("on"), person: read.text("person") }
    fn assign = assign(AssignRequest) |read, sent| { on: read.day("on"), person: read.text("person") }
    fn classify = classify(ClassifyRequest) |read, sent| {
        on: read.day("on"), branch: read.text("branch"), route: read.text("route"),
    }
    fn forward = forward(ForwardRequest) |read, sent| {
        on: read.day("on"), unit: read.text("unit"), report_by: read.day("report_by"),
    }
    fn acknowledge = acknowledge(AcknowledgeRequest) |read, sent| { on: read.day("on") }
    fn object = object(ObjectRequest) |read, sent| {
        on: read.day("on"), proposes: read.text("proposes"),
    }
    fn lapse_objection = lapse_objection(LapseObjectionRequest) |read, sent| {}
    fn hand_on = hand_on(HandOnRequest) |read, sent| { on: read.day("on") }
    fn designate = designate(DesignateRequest) |read, sent| {
        on: read.day("on"), unit: read.text("unit"), by: read.text("by"),
    }
    fn tell = tell(TellRequest) |read, sent| { on: read.day("on") }
    fn excuse_telling = excuse_telling(ExcuseTellingRequest) |read, sent| { on: read.day("on") }
    fn reply = reply(ReplyRequest) |read, sent| { on: read.day("on"), reply: read.text("reply") }
    fn withdraw = withdraw(WithdrawRequest) |read, sent| { on: read.day("on") }
    fn accept = accept(AcceptRequest) |read, sent| { on: read.day("on") }
    fn extend = extend(ExtendRequest) |read, sent| { on: read.day("on") }
    fn settle = settle(SettleRequest) |read, sent| { on: read.day("on") }
    fn give_opinion = give_opinion(GiveOpinionRequest) |read, sent| {
        on: read.day("on"), verdict: read.text("verdict"),
    }
    fn serve = serve(ServeRequest) |read, sent| { on: read.day("on") }
    fn lapse_review = lapse_review(LapseReviewRequest) |read, sent| {}
    fn ask_review = ask_review(AskReviewRequest) |read, sent| { on: read.day("on") }
    fn review = review(ReviewRequest) |read, sent| {
        on: read.day("on"), verdict: read.text("verdict"),
    }
    fn ask_rereview = ask_rereview(AskRereviewRequest) |read, sent| { on: read.day("on") }
    fn start_hearing = start_hearing(StartHearingRequest) |read, sent| { on: read.day("on") }
    fn end_hearing = end_hearing(EndHearingRequest) |read, sent| { on: read.day("on") }
    fn rereview = rereview(RereviewRequest) |read, sent| {
        on: read.day("on"), verdict: read.text("verdict"),
    }
}

/// The acts, in the order of a petition.
#[rustfmt::skip]
pub(super) const ACTS: &[Act] = &[
    Act { key: "classify", procedure: PETITION, states: &["registered", "forwarded", "objected"], roles: OFFICER, zh: "依法分类", en: "Sort by article 31", send: classify, fields: &[
        hinted(field("branch", "属于哪一类", "Branch", Kind::Choose(BRANCH)), "依据：信访工作条例第三十一条。从第（一）类起逐条看，都不属于的才是第（六）类"),
        hinted(one("route", "导入哪条途径", "Route", ROUTE), "第（一）（二）（四）类选；有申请期限的途径，系统告知信访人最后一天"), ON,
    ] },
    Act { key: "forward", procedure: PETITION, states: &["registered", "objected"], roles: OFFICER, zh: "转送、交办", en: "Forward", send: forward, fields: &[
        hinted(UNIT, "有权处理的单位；不得交给被检举控告的单位"),
        hinted(field("report_by", "最迟哪一天反馈", "Report back by", Kind::Later), "交办的填写，转送的不填"), ON,
    ] },
    Act { key: "accept", procedure: PETITION, states: &["forwarded"], roles: OFFICER, zh: "受理", en: "Accept", send: accept, fields: &[hinted(ON, "第（六）类事项；六十日内出具处理意见")] },
    Act { key: "tell", procedure: PETITION, states: &["forwarded"], roles: OFFICER, zh: "书面告知信访人", en: "Tell the petitioner", send: tell, fields: &[hinted(ON, "告知由谁办、走什么途径；收到之日起十五日内")] },
    Act { key: "give_opinion", procedure: PETITION, states: &["handling"], roles: OFFICER, zh: "出具处理意见书", en: "Give the opinion", send: give_opinion, fields: &[
        hinted(one("verdict", "处理意见", "Opinion", VERDICT), "依据：信访工作条例第三十二条"), ON,
    ] },
    Act { key: "reply", procedure: PETITION, states: &["forwarded"], roles: OFFICER, zh: "回复信访人", en: "Reply", send: reply, fields: &[one("reply", "怎么回复", "Reply", REPLY), ON] },
    Act { key: "serve", procedure: PETITION, states: &["opinion", "reviewed"], roles: OFFICER, zh: "登记书面答复送达", en: "Record the service", send: serve, fields: &[hinted(ON, "送达次日起三十日内可以请求复查、复核")] },
    Act { key: "review", procedure: PETITION, states: &["review"], roles: OFFICER, zh: "登记复查意见", en: "Record the review opinion", send: review, fields: &[one("verdict", "复查意见", "Opinion", VERDICT), ON] },
    Act { key: "rereview", procedure: PETITION, states: &["rereview"], roles: OFFICER, zh: "登记复核意见", en: "Record the re-review opinion", send: rereview, fields: &[one("verdict", "复核意见", "Opinion", VERDICT), ON] },
    Act { key: "settle", procedure: PETITION, states: &["handling"], roles: OFFICER, zh: "登记调解、和解协议", en: "Record a settlement", send: settle, fields: &[ON] },
    Act { key: "designate", procedure: PETITION, states: &["objected"], roles: OFFICER, zh: "登记指定受理机关", en: "Record the designation", send: designate, fields: &[UNIT, one("by", "由谁指定", "By whom", DESIGNATOR), ON] },
    Act { key: "acknowledge", procedure: PETITION, states: &["forwarded"], roles: OFFICER, zh: "登记对方收到", en: "The unit has received it", send: acknowledge, fields: &[ON] },
    Act { key: "object", procedure: PETITION, states: &["forwarded"], roles: OFFICER, zh: "登记对方异议", en: "The unit objects", send: object, fields: &[
        hinted(field("proposes", "对方认为归谁办", "Who it thinks right", Kind::Unit), "没有提出的不填"), ON,
    ] },
    Act { key: "ask_review", procedure: PETITION, states: &["opinion"], roles: DOOR, zh: "登记复查申请", en: "Review is asked for", send: ask_review, fields: &[ON] },
    Act { key: "ask_rereview", procedure: PETITION, states: &["reviewed"], roles: DOOR, zh: "登记复核申请", en: "Re-review is asked for", send: ask_rereview, fields: &[ON] },
    Act { key: "start_hearing", procedure: PETITION, states: &["rereview"], roles: OFFICER, zh: "复核听证开始", en: "The hearing begins", send: start_hearing, fields: &[ON] },
    Act { key: "end_hearing", procedure: PETITION, states: &["rereview"], roles: OFFICER, zh: "复核听证结束", en: "The hearing has ended", send: end_hearing, fields: &[ON] },
    Act { key: "report_up", procedure: PETITION, states: &["registered", "forwarded", "objected", "handling", "opinion", "review", "reviewed", "rereview"], roles: OFFICER, zh: "报告重大、紧急事项", en: "Report a grave matter", send: report_up, fields: &[
        hinted(field("to", "报告给谁", "To whom", Kind::Rows(&[UNIT])), "依据：信访工作条例第二十五条"), ON,
    ] },
    Act { key: "not_accept", procedure: PETITION, states: &["registered"], roles: OFFICER, zh: "不予受理并告知", en: "Do not accept", send: not_accept, fields: &[hinted(ON, "已经受理、正在办理或者已经复核终结的")] },
    Act { key: "excuse_telling", procedure: PETITION, states: &["forwarded"], roles: OFFICER, zh: "记录无法告知", en: "Cannot be told", send: excuse_telling, fields: &[hinted(ON, "姓名（名称）、住址不清")] },
    Act { key: "assign", procedure: PETITION, states: &["registered", "forwarded", "objected", "handling", "review", "rereview"], roles: OFFICER, zh: "确定承办人", en: "Name the person", send: assign, fields: &[PERSON, ON] },
    Act { key: "extend", procedure: PETITION, states: &["handling"], roles: HEAD, zh: "批准延长三十日", en: "Grant thirty days more", send: extend, fields: &[ON] },
    Act { key: "recuse", procedure: PETITION, states: &["registered", "forwarded", "objected", "handling", "review", "rereview"], roles: HEAD, zh: "决定回避", en: "Let a person step aside", send: recuse, fields: &[PERSON, ON] },
    Act { key: "withdraw", procedure: PETITION, states: &["registered", "forwarded", "objected", "handling", "opinion", "review", "reviewed", "rereview"], roles: DOOR, zh: "登记信访人撤回", en: "The petitioner withdraws", send: withdraw, fields: &[ON] },
    Act { key: "hand_on", procedure: PETITION, states: &["registered", "forwarded", "objected", "handling"], roles: OFFICER, zh: "登记移交其他机关办理", en: "Handed on for good", send: hand_on, fields: &[ON] },
    Act { key: "lapse_objection", procedure: PETITION, states: &["forwarded"], roles: OFFICER, zh: "记录逾期未提异议", en: "No objection in time", send: lapse_objection, fields: &[] },
    Act { key: "lapse_review", procedure: PETITION, states: &["opinion", "reviewed"], roles: OFFICER, zh: "记录期满未请求复查、复核", en: "No review asked for in time", send: lapse_review, fields: &[] },
];
