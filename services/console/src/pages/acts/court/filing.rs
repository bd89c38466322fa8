//! What the court does from the complaint to the filing decision, and with a case that is out for mediation.

use jiefen_platform::config::Area;
use jiefen_proto::jiefen::court::v1 as pb;
use jiefen_proto::jiefen::court::v1::court_service_client::CourtServiceClient;

use super::super::fields::{Choice, Field, Kind, Read, field};
use super::super::usual::{AGREED, CASE_NO, DAYS, ON, hinted, one};
use super::super::{Act, After, Sending, Sent};
use super::{BOTH, JUDGE, TRACK};
use crate::lines::ask;

const FILING: &str = "filing";

const GROUND: &[Choice] = &[
    ("not_civil_suit", "不属于人民法院受理民事诉讼的范围", "not a civil suit"),
    ("no_interest", "原告与本案没有直接利害关系", "no direct interest"),
    ("no_defendant", "没有明确的被告", "no defendant"),
    ("no_claim", "没有具体的诉讼请求和事实、理由", "no claim"),
    ("other_procedure_first", "依法应当先经仲裁或者其他程序", "another procedure comes first"),
    ("arbitration_agreed", "有书面仲裁协议", "arbitration was agreed"),
    ("already_sued", "重复起诉", "already sued"),
    ("too_soon", "法定期限内不得起诉", "too soon"),
];
pub(in crate::pages) const RESULT: &[Choice] = &[
    ("agreed_statement", "达成协议，请求制作调解书", "agreed, a statement is asked for"),
    ("agreed_withdrawal", "达成协议，申请撤诉", "agreed, leave to withdraw is asked for"),
    ("agreed_closed", "达成协议并已经履行", "agreed and performed"),
    ("failed", "调解不成", "failed"),
];
const BODY: Field = hinted(
    field("body", "交给哪个调解组织", "To which body", Kind::Unit),
    "特邀调解名册上的组织；对方签收材料那天起算调解期限",
);

sends! {
    CourtServiceClient at Some(Area::Court), head = head, after = case(case);

    fn list_missing = list_missing(ListMissingRequest) |read, sent| {
        missing: read.lines("missing"), on: read.day("on"),
    }
    fn corrected = filing_receive_corrected(FilingReceiveCorrectedRequest) |read, sent| {
        on: read.day("on"),
    }
    fn return_papers = return_papers(ReturnPapersRequest) |read, sent| {}
    fn file = file(FileRequest) |read, sent| { case_no: read.text("case_no"), on: read.day("on") }
    fn file_first = file_first(FileFirstRequest) |read, sent| {}
    fn give_number = give_number(GiveNumberRequest) |read, sent| { case_no: read.text("case_no") }
    fn refuse = refuse_filing(RefuseFilingRequest) |read, sent| {
        ground: read.text("ground"), on: read.day("on"),
    }
    fn serve_refusal = serve_refusal(ServeRefusalRequest) |read, sent| { on: read.day("on") }
    fn appeal_refusal = appeal_refusal(AppealRefusalRequest) |read, sent| { on: read.day("on") }
    fn appeal_ruling = record_appeal_ruling(RecordAppealRulingRequest) |read, sent| {
        file_as: read.text("file_as"), on: read.day("on"),
    }
    fn refusal_final = refusal_becomes_final(RefusalBecomesFinalRequest) |read, sent| {}
    fn delegate = delegate(DelegateRequest) |read, sent| {
        body: read.text("body"), agreed: read.numbers("agreed"), on: read.day("on"),
    }
    fn entrust = entrust(EntrustRequest) |read, sent| {
        body: read.text("body"),
        agreed: read.numbers("agreed"),
        track: read.text("track"),
        on: read.day("on"),
    }
    fn signed = note_mediator_signed(NoteMediatorSignedRequest) |read, sent| {
        mediator: read.text("mediator"), on: read.day("on"),
    }
    fn take_back = take_back(TakeBackRequest) |read, sent| {}
    fn extended = note_mediation_extended(NoteMediationExtendedRequest) |read, sent| {
        days: read.count("days"), on: read.day("on"),
    }
    fn stopped = note_mediation_stopped(NoteMediationStoppedRequest) |read, sent| {
        on: read.day("on"),
    }
    fn resumed = note_mediation_resumed(NoteMediationResumedRequest) |read, sent| {
        to: read.day("to"),
    }
    fn returned = return_from_mediation(ReturnFromMediationRequest) |read, sent| {
        result: read.text("result"), on: read.day("on"),
    }
    fn lapsed = mediation_lapsed(MediationLapsedRequest) |read, sent| {}
}

/// The acts, in the order of a case.
#[rustfmt::skip]
pub(in crate::pages::acts) const ACTS: &[Act] = &[
    Act { key: "file", procedure: FILING, states: &["received"], roles: BOTH, zh: "登记立案", en: "File the case", send: file, fields: &[CASE_NO, ON] },
    Act { key: "list_missing", procedure: FILING, states: &["received"], roles: BOTH, zh: "一次性告知补正", en: "List what is missing", send: list_missing, fields: &[
        hinted(field("missing", "缺什么", "What is missing", Kind::Long), "一行写一项；只能告知一次，请写全"), ON,
    ] },
    Act { key: "receive_corrected", procedure: FILING, states: &["correcting"], roles: BOTH, zh: "收到补正材料", en: "Corrected papers are in", send: corrected, fields: &[ON] },
    Act { key: "refuse_filing", procedure: FILING, states: &["received"], roles: JUDGE, zh: "裁定不予受理", en: "Refuse to file", send: refuse, fields: &[
        one("ground", "理由（民事诉讼法第一百二十二条、第一百二十七条）", "Ground", GROUND), ON,
    ] },
    Act { key: "return_from_mediation", procedure: FILING, states: &["delegated", "entrusted"], roles: BOTH, zh: "登记调解结果", en: "Record the result of mediation", send: returned, fields: &[
        one("result", "调解组织报告的结果", "Result", RESULT), ON,
    ] },
    Act { key: "entrust", procedure: FILING, states: &["filed", "on_trial"], roles: BOTH, zh: "委托调解", en: "Entrust with mediation", send: entrust, fields: &[
        BODY, hinted(AGREED, "各方都同意才能委托调解"), one("track", "准备适用的程序", "Likely procedure", TRACK), ON,
    ] },
    Act { key: "delegate", procedure: FILING, states: &["received"], roles: BOTH, zh: "立案前委派调解", en: "Delegate before filing", send: delegate, fields: &[BODY, AGREED, ON] },
    Act { key: "note_mediator_signed", procedure: FILING, states: &["delegated", "entrusted"], roles: BOTH, zh: "登记调解员签收材料", en: "The mediator signed for the file", send: signed, fields: &[
        field("mediator", "调解员工号", "Mediator, staff id", Kind::Text), ON,
    ] },
    Act { key: "note_mediation_extended", procedure: FILING, states: &["delegated", "entrusted"], roles: BOTH, zh: "登记各方同意延长调解", en: "All extend the mediation", send: extended, fields: &[DAYS, ON] },
    Act { key: "note_mediation_stopped", procedure: FILING, states: &["delegated", "entrusted"], roles: BOTH, zh: "调解中开始鉴定", en: "An appraisal begins", send: stopped, fields: &[ON] },
    Act { key: "note_mediation_resumed", procedure: FILING, states: &["delegated", "entrusted"], roles: BOTH, zh: "调解中鉴定结束", en: "The appraisal ended", send: resumed, fields: &[
        field("to", "最后一个不计算的日子", "Last day not counted", Kind::Day),
    ] },
    Act { key: "serve_refusal", procedure: FILING, states: &["refused"], roles: BOTH, zh: "送达不予受理裁定", en: "Serve the ruling", send: serve_refusal, fields: &[ON] },
    Act { key: "appeal_refusal", procedure: FILING, states: &["refused"], roles: BOTH, zh: "收到对不予受理的上诉", en: "Appeal against the ruling", send: appeal_refusal, fields: &[ON] },
    Act { key: "record_appeal_ruling", procedure: FILING, states: &["refusal_appealed"], roles: BOTH, zh: "登记上级法院裁定", en: "The upper court has ruled", send: appeal_ruling, fields: &[
        hinted(field("file_as", "指令立案的案号", "File as", Kind::Text), "维持不予受理的不填"), ON,
    ] },
    Act { key: "give_number", procedure: FILING, states: &["filed", "fee_due", "entrusted", "on_trial"], roles: BOTH, zh: "补编案号", en: "Give the number", send: give_number, fields: &[CASE_NO] },
    Act { key: "take_back", procedure: FILING, states: &["delegated", "entrusted"], roles: BOTH, zh: "收回未签收的调解", en: "Take the case back", send: take_back, fields: &[] },
    Act { key: "mediation_lapsed", procedure: FILING, states: &["delegated", "entrusted"], roles: BOTH, zh: "调解期满收回", en: "The mediation has lapsed", send: lapsed, fields: &[] },
    Act { key: "return_papers", procedure: FILING, states: &["correcting"], roles: BOTH, zh: "逾期未补正，退回诉状", en: "Return the papers", send: return_papers, fields: &[] },
    Act { key: "file_first", procedure: FILING, states: &["received"], roles: BOTH, zh: "期满先行立案", en: "File because time has passed", send: file_first, fields: &[] },
    Act { key: "refusal_becomes_final", procedure: FILING, states: &["refused"], roles: BOTH, zh: "不予受理裁定生效", en: "The ruling is final", send: refusal_final, fields: &[] },
];
