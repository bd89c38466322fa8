//! What the office does during the review: copy and reply, hearing, committee, mediation, suspension.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::administrative::v1 as pb;
use jiefen_proto::jiefen::administrative::v1::administrative_service_client::AdministrativeServiceClient;

use super::super::fields::{Choice, Kind, Read, field};
use super::super::usual::{AGREED, DAYS, ON, PARTY, flag, hinted, one};
use super::super::{Act, After, Sending, Sent};
use super::{DUTY_AMOUNT, DUTY_BY, DUTY_PARTY, HEAD, OFFICE, REGISTRY, duty};
use crate::lines::ask;

const REVIEW: &str = "reconsideration";

const CONSULT: &[Choice] = &[
    ("major", "案情重大、疑难、复杂", "major"),
    ("technical", "专业性、技术性较强", "technical"),
    ("own_act", "省级政府对本机关行为的复议", "an act of its own"),
    ("useful", "复议机构认为有必要", "useful"),
];
const HEAD_CAME: &[Choice] = &[
    ("came", "负责人到场", "the head came"),
    ("sent_staff", "负责人说明理由，委托人员到场", "staff came, with reasons"),
    ("nobody_came", "没有人到场", "nobody came"),
];
const SUSPEND: &[Choice] = &[
    ("death", "申请人死亡，近亲属尚未确定是否参加", "death"),
    ("incapacity", "申请人丧失行为能力，尚未确定代理人", "incapacity"),
    ("missing", "申请人下落不明", "missing"),
    ("termination", "组织终止，尚未确定承受人", "termination"),
    ("force_majeure", "因不可抗力等正当理由不能参加", "force majeure"),
    ("law_question", "法律适用问题需要有权机关解释", "a question of law"),
    ("other_case", "以尚未审结的其他案件为依据", "another case"),
    ("norm_review", "附带审查规范性文件或者依据", "review of a norm"),
    ("other", "其他情形", "other"),
];
const END: &[Choice] = &[
    ("no_heir", "申请人死亡，没有近亲属或者近亲属放弃", "no heir"),
    ("no_successor", "组织终止，没有承受人或者承受人放弃", "no successor"),
    ("turned_criminal", "同一行为涉嫌犯罪，已采取刑事强制措施", "turned criminal"),
];

sends! {
    AdministrativeServiceClient at Some(Area::Administrative), head = head, after = case(case);

    fn major = mark_major(MarkMajorRequest) |read, sent| { on: read.day("on") }
    fn technical = mark_technical(MarkTechnicalRequest) |read, sent| { on: read.day("on") }
    fn consult = consult_committee(ConsultCommitteeRequest) |read, sent| {
        ground: read.text("ground"), on: read.day("on"),
    }
    fn advice = record_advice(RecordAdviceRequest) |read, sent| {
        text: read.text("text"), on: read.day("on"),
    }
    fn convert = convert(ConvertRequest) |read, sent| { on: read.day("on") }
    fn serve_copy = serve_copy(ServeCopyRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"),
    }
    fn reply = reply(ReplyRequest) |read, sent| { party: read.number("party"), on: read.day("on") }
    fn lapse_reply = lapse_reply(LapseReplyRequest) |read, sent| { party: read.number("party") }
    fn hear = hear_parties(HearPartiesRequest) |read, sent| {
        on: read.day("on"), on_paper: read.flag("on_paper"),
    }
    fn notify_hearing = notify_hearing(NotifyHearingRequest) |read, sent| {
        on: read.day("on"), hearing_on: read.day("hearing_on"),
    }
    fn hold_hearing = hold_hearing(HoldHearingRequest) |read, sent| {
        on: read.day("on"),
        panel: Some(pb::Panel {
            chair: read.text("chair"),
            members: read.column("members", "person"),
            recorder: read.text("recorder"),
        }),
        respondent_head: read.text("respondent_head"),
        reasons: read.text("reasons"),
        absent: read.numbers("absent"),
    }
    fn begin_mediation = begin_mediation(BeginMediationRequest) |read, sent| {
        agreed: read.numbers("agreed"), on: read.day("on"),
    }
    fn make_statement = make_statement(MakeStatementRequest) |read, sent| {
        on: read.day("on"), duty: duty(&mut read),
    }
    fn sign = sign_statement(SignStatementRequest) |read, sent| {
        party: read.number("party"), on: read.day("on"),
    }
    fn seal = seal_statement(SealStatementRequest) |read, sent| { on: read.day("on") }
    fn end_mediation = end_mediation(EndMediationRequest) |read, sent| {
        party: Some(read.number_or_none("party")).filter(|party| *party != 0), on: read.day("on"),
    }
    fn suspend = suspend(SuspendRequest) |read, sent| { ground: read.text("ground"), on: read.day("on") }
    fn resume = resume(ResumeRequest) |read, sent| { on: read.day("on") }
    fn lapse_suspension = lapse_suspension(LapseSuspensionRequest) |read, sent| {}
    fn terminate = terminate(TerminateRequest) |read, sent| {
        ground: read.text("ground"), on: read.day("on"),
    }
    fn extend = extend(ExtendRequest) |read, sent| { days: read.count("days"), on: read.day("on") }
    fn lapse_decision = lapse_decision(LapseDecisionRequest) |read, sent| {}
}

/// The acts, in the order of a case.
#[rustfmt::skip]
pub(in crate::pages::acts) const ACTS: &[Act] = &[
    Act { key: "serve_copy", procedure: REVIEW, states: &["reviewing", "overdue", "suspended", "mediating"], roles: REGISTRY, zh: "发送申请书副本", en: "Serve the copy", send: serve_copy, fields: &[PARTY, ON] },
    Act { key: "reply", procedure: REVIEW, states: &["reviewing", "overdue", "suspended", "mediating"], roles: REGISTRY, zh: "收到书面答复", en: "A reply is in", send: reply, fields: &[PARTY, ON] },
    Act { key: "hear_parties", procedure: REVIEW, states: &["reviewing", "overdue"], roles: OFFICE, zh: "听取当事人意见", en: "Hear the parties", send: hear, fields: &[
        flag("on_paper", "因当事人原因不能听取，书面审理", "Not possible for a cause of theirs"), ON,
    ] },
    Act { key: "notify_hearing", procedure: REVIEW, states: &["reviewing", "overdue"], roles: OFFICE, zh: "通知听证", en: "Give notice of a hearing", send: notify_hearing, fields: &[
        hinted(field("hearing_on", "哪一天听证", "Hearing on", Kind::Later), "听证五日前书面通知"), field("on", "哪一天通知", "Told on", Kind::Day),
    ] },
    Act { key: "hold_hearing", procedure: REVIEW, states: &["reviewing", "overdue"], roles: OFFICE, zh: "记录听证", en: "Record the hearing", send: hold_hearing, fields: &[
        ON, field("chair", "主持人工号", "Chair, staff id", Kind::Person),
        hinted(field("members", "听证员", "Members", Kind::Rows(&[field("person", "工号", "Staff id", Kind::Text)])), "两名以上"),
        field("recorder", "记录员工号", "Recorder, staff id", Kind::Text),
        one("respondent_head", "被申请人的负责人", "The respondent's head", HEAD_CAME),
        hinted(field("reasons", "不能到场的理由", "Reasons", Kind::Long), "委托人员到场的填写"),
        field("absent", "谁没有到场", "Who stayed away", Kind::Parties),
    ] },
    Act { key: "begin_mediation", procedure: REVIEW, states: &["reviewing"], roles: OFFICE, zh: "开始调解并中止审理", en: "Begin mediation", send: begin_mediation, fields: &[AGREED, ON] },
    Act { key: "make_statement", procedure: REVIEW, states: &["mediating"], roles: OFFICE, zh: "制作调解书", en: "Make the statement", send: make_statement, fields: &[DUTY_PARTY, DUTY_BY, DUTY_AMOUNT, ON] },
    Act { key: "sign_statement", procedure: REVIEW, states: &["mediating"], roles: REGISTRY, zh: "当事人在调解书上签字", en: "A party signs", send: sign, fields: &[PARTY, ON] },
    Act { key: "seal_statement", procedure: REVIEW, states: &["mediating"], roles: HEAD, zh: "在调解书上盖章", en: "Set the seal", send: seal, fields: &[ON] },
    Act { key: "end_mediation", procedure: REVIEW, states: &["mediating"], roles: REGISTRY, zh: "终止调解", en: "End mediation", send: end_mediation, fields: &[
        hinted(field("party", "谁反悔", "Who goes back on it", Kind::Party), "没有达成协议的不选"), ON,
    ] },
    Act { key: "mark_major", procedure: REVIEW, states: &["reviewing", "overdue", "suspended", "mediating"], roles: OFFICE, zh: "认定重大、疑难、复杂", en: "Find it major", send: major, fields: &[hinted(ON, "依据：行政复议法第五十条，应当听证")] },
    Act { key: "mark_technical", procedure: REVIEW, states: &["reviewing", "overdue", "suspended", "mediating"], roles: OFFICE, zh: "认定专业性、技术性较强", en: "Find it technical", send: technical, fields: &[ON] },
    Act { key: "consult_committee", procedure: REVIEW, states: &["reviewing", "overdue"], roles: OFFICE, zh: "提请行政复议委员会咨询", en: "Ask the committee", send: consult, fields: &[one("ground", "理由（行政复议法第五十二条）", "Ground", CONSULT), ON] },
    Act { key: "record_advice", procedure: REVIEW, states: &["reviewing", "overdue"], roles: OFFICE, zh: "登记咨询意见", en: "Record the advice", send: advice, fields: &[field("text", "咨询意见", "The advice", Kind::Long), ON] },
    Act { key: "convert", procedure: REVIEW, states: &["reviewing"], roles: HEAD, zh: "转为普通程序", en: "Convert to ordinary", send: convert, fields: &[ON] },
    Act { key: "suspend", procedure: REVIEW, states: &["reviewing"], roles: OFFICE, zh: "中止审理", en: "Suspend", send: suspend, fields: &[one("ground", "理由（行政复议法第三十九条）", "Ground", SUSPEND), ON] },
    Act { key: "resume", procedure: REVIEW, states: &["suspended"], roles: OFFICE, zh: "恢复审理", en: "Resume", send: resume, fields: &[ON] },
    Act { key: "extend", procedure: REVIEW, states: &["reviewing"], roles: HEAD, zh: "批准延期", en: "Extend the term", send: extend, fields: &[hinted(DAYS, "一至三十日，只有一次"), ON] },
    Act { key: "terminate", procedure: REVIEW, states: &["reviewing", "overdue", "suspended"], roles: HEAD, zh: "终止审理", en: "End the review", send: terminate, fields: &[one("ground", "理由（行政复议法第四十一条）", "Ground", END), ON] },
    Act { key: "lapse_reply", procedure: REVIEW, states: &["reviewing", "overdue", "suspended", "mediating"], roles: HEAD, zh: "记录逾期未答复", en: "No reply in time", send: lapse_reply, fields: &[PARTY] },
    Act { key: "lapse_suspension", procedure: REVIEW, states: &["suspended"], roles: HEAD, zh: "记录中止满六十日", en: "Sixty days of suspension", send: lapse_suspension, fields: &[] },
    Act { key: "lapse_decision", procedure: REVIEW, states: &["reviewing"], roles: HEAD, zh: "记录逾期未决定", en: "The term passed", send: lapse_decision, fields: &[] },
];
