//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_REPORTED: Words = words(
    "NOT_REPORTED",
    "该治安案件尚未登记",
    "the case has not been reported",
    "治安管理处罚法(2025) 90",
    "请先登记报案",
);

pub(super) const ALREADY_REPORTED: Words = words(
    "ALREADY_REPORTED",
    "该治安案件已经登记",
    "the case was reported already",
    "治安管理处罚法(2025) 90",
    "请在原案件中继续办理",
);

pub(super) const NOT_ACCEPTED: Words = words(
    "NOT_ACCEPTED",
    "公安机关尚未立案",
    "the police have not taken the case yet",
    "治安管理处罚法(2025) 90",
    "请先立案",
);

pub(super) const ALREADY_ACCEPTED: Words = words(
    "ALREADY_ACCEPTED",
    "案件已经立案",
    "the case was taken already",
    "治安管理处罚法(2025) 90",
    "不构成违反治安管理行为的，作出不予处罚决定",
);

pub(super) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "案件已经结案",
    "the case has ended",
    "公安机关办理行政案件程序规定 258",
    "民事争议可以向人民法院起诉",
);

pub(super) const TWO_PARTIES_NEEDED: Words = words(
    "TWO_PARTIES_NEEDED",
    "至少应有编号不同的两方当事人",
    "at least two parties with different numbers are needed",
    "公安机关办理行政案件程序规定 178",
    "请补全当事人",
);

pub(super) const OFFICER_WANTED: Words = words(
    "OFFICER_WANTED",
    "没有确定承办民警",
    "no officer in charge is named",
    "治安管理处罚法(2025) 108",
    "请确定承办民警",
);

pub(super) const NO_SUCH_PARTY: Words = words(
    "NO_SUCH_PARTY",
    "没有编号{}的当事人",
    "there is no party {}",
    "公安机关办理行政案件程序规定 181",
    "请核对当事人编号",
);

pub(super) const CONSENT_MISSING: Words = words(
    "CONSENT_MISSING",
    "当事人{}没有同意治安调解",
    "party {} has not agreed to mediation",
    "治安管理处罚法(2025) 9(2)",
    "请先征得每一方当事人同意，不同意的依法处理",
);

pub(super) const MEDIATION_RUNS: Words = words(
    "MEDIATION_RUNS",
    "案件仍在调解程序中，不能直接作出处理决定",
    "the case is still in mediation",
    "T-N-01；T-N-02",
    "请先终结调解",
);

pub(super) const MEDIATION_OVER: Words = words(
    "MEDIATION_OVER",
    "调解已经结束，案件依法处理；治安调解最多两次",
    "mediation is over; there are at most two",
    "公安机关办理行政案件程序规定 183；T-N-02",
    "当事人可以自行和解或者申请人民调解，履行后书面申请认可",
);

pub(super) const AGREEMENT_STANDS: Words = words(
    "AGREEMENT_STANDS",
    "已经达成治安调解协议",
    "an agreement stands",
    "T-N-05",
    "请登记履行，或者登记不履行",
);

pub(super) const NO_AGREEMENT: Words = words(
    "NO_AGREEMENT",
    "没有待履行的治安调解协议",
    "there is no agreement to perform",
    "T-N-05",
    "请先达成调解协议",
);

pub(super) const APPRAISAL_BEFORE_MEDIATION: Words = words(
    "APPRAISAL_BEFORE_MEDIATION",
    "鉴定、估价应当在首次调解之前或者处理阶段进行",
    "an appraisal comes before the first mediation or during the decision",
    "T-N-01",
    "请先终结调解再委托鉴定",
);

pub(super) const APPRAISAL_RUNS: Words = words(
    "APPRAISAL_RUNS",
    "鉴定、估价尚未结束",
    "the appraisal is not finished",
    "T-N-01",
    "请等待鉴定意见",
);

pub(super) const NO_APPRAISAL: Words = words(
    "NO_APPRAISAL",
    "没有正在进行的鉴定、估价",
    "no appraisal is running",
    "T-N-01",
    "请先登记委托鉴定",
);

pub(super) const PAST_TERM: Words = words(
    "PAST_TERM",
    "已经超过调解期限{}",
    "the time for mediation ended on {}",
    "T-N-01；T-N-02",
    "依法作出处理决定",
);

pub(super) const TERM_RUNS: Words = words(
    "TERM_RUNS",
    "调解期限到{}才届满",
    "the time for mediation runs until {}",
    "T-N-01；T-N-02",
    "不再调解的，登记终结调解",
);

pub(super) const SECOND_NEEDS_REASON: Words = words(
    "SECOND_NEEDS_REASON",
    "再次调解须公安机关认为有必要或者当事人申请",
    "a second mediation needs necessity or a request",
    "公安机关办理行政案件程序规定 183",
    "请注明理由，否则依法处理",
);

pub(super) const TWO_OFFICERS_NEEDED: Words = words(
    "TWO_OFFICERS_NEEDED",
    "主持调解的民警不足",
    "there are not enough officers",
    "T-N-07；治安管理处罚法(2025) 108",
    "请由两名民警主持；2026年起可由一名民警在执法办案场所全程录音录像主持",
);

pub(super) const ONE_OFFICER_UNRECORDED: Words = words(
    "ONE_OFFICER_UNRECORDED",
    "一名民警主持调解，应当在执法办案场所并全程同步录音录像",
    "one officer mediates only in the proper place under full recording",
    "T-N-07；治安管理处罚法(2025) 108(2)、(3)",
    "请到执法办案场所并全程录音录像，或者由两名民警主持",
);

pub(super) const SUSPECT_BY_AGENT: Words = words(
    "SUSPECT_BY_AGENT",
    "违法嫌疑人（当事人{}）不得委托他人参加调解",
    "the suspect (party {}) may not send an agent",
    "公安机关办理行政案件程序规定 181(2)",
    "请通知其本人到场",
);

pub(super) const PARTY_ABSENT: Words = words(
    "PARTY_ABSENT",
    "当事人{}没有到场",
    "party {} is not there",
    "公安机关办理行政案件程序规定 181",
    "请另行通知双方到场",
);

pub(super) const GUARDIAN_ABSENT: Words = words(
    "GUARDIAN_ABSENT",
    "未成年人（当事人{}）的父母或者其他监护人没有到场",
    "the guardian of the minor party {} is not there",
    "T-N-04；公安机关办理行政案件程序规定 181(1)",
    "请通知监护人到场；已满十六周岁以自己劳动收入为主要生活来源且本人同意的，注明后可以不通知",
);

pub(super) const BAD_AGREEMENT: Words = words(
    "BAD_AGREEMENT",
    "协议内容不能成立：{}",
    "the agreement cannot stand: {}",
    "公安机关办理行政案件程序规定 184",
    "请修改协议内容",
);

pub(super) const NOT_SIGNED: Words = words(
    "NOT_SIGNED",
    "当事人{}没有在协议书上签名",
    "party {} has not signed",
    "公安机关办理行政案件程序规定 184",
    "请各方签名",
);

pub(super) const NO_SUCH_OBLIGATION: Words = words(
    "NO_SUCH_OBLIGATION",
    "协议没有第{}项义务",
    "the agreement has no obligation {}",
    "公安机关办理行政案件程序规定 184",
    "请核对编号",
);

pub(super) const ALREADY_PERFORMED: Words = words(
    "ALREADY_PERFORMED",
    "第{}项义务已经履行",
    "obligation {} was performed already",
    "公安机关办理行政案件程序规定 185",
    "请核对编号",
);

pub(super) const PROOF_WANTED: Words = words(
    "PROOF_WANTED",
    "没有履行凭证",
    "there is no proof of performance",
    "T-N-05；T-N-06",
    "请附收款凭证等履行证明",
);

pub(super) const NOT_YET_DUE: Words = words(
    "NOT_YET_DUE",
    "该项义务到{}才到期",
    "the obligation is due on {} only",
    "公安机关办理行政案件程序规定 185",
    "到期不履行或者明确表示不履行时再登记",
);

pub(super) const NO_SUCH_MEETING: Words = words(
    "NO_SUCH_MEETING",
    "没有第{}次调解",
    "there was no mediation {}",
    "公安机关办理行政案件程序规定 183",
    "请核对次数",
);

pub(super) const OUT_OF_SCOPE: Words = words(
    "OUT_OF_SCOPE",
    "案件不属于可以调解处理的范围，和解履行也不能免予处罚",
    "the case could not have been mediated, so a settlement does not stand in for the penalty",
    "T-N-06；治安管理处罚法(2025) 9(4)",
    "依法处理；和解履行可以作为从轻情节",
);

pub(super) const APPLIED_ALREADY: Words = words(
    "APPLIED_ALREADY",
    "已有认可申请尚未答复",
    "an application is not yet answered",
    "T-N-06",
    "请先答复该申请",
);

pub(super) const NOT_APPLIED: Words = words(
    "NOT_APPLIED",
    "没有待答复的认可申请",
    "there is no application to answer",
    "T-N-06；治安管理处罚法(2025) 9(4)",
    "请双方先提出书面申请",
);

pub(super) const NOT_JOINT: Words = words(
    "NOT_JOINT",
    "当事人{}没有在书面申请上签名",
    "party {} has not signed the written application",
    "T-N-06；公安机关办理行政案件程序规定 186",
    "请双方共同书面申请",
);

pub(super) const NOT_PERFORMED: Words = words(
    "NOT_PERFORMED",
    "和解（人民调解）协议尚未履行，不能申请认可",
    "the settlement has not been performed",
    "T-N-06；治安管理处罚法(2025) 9(4)",
    "请在公安机关作出处理决定前履行完毕并附凭证",
);

pub(super) const REASON_WANTED: Words =
    words("REASON_WANTED", "没有说明不予认可的理由", "no reason is given", "T-N-06", "请说明理由");

pub(super) const ANSWER_FIRST: Words = words(
    "ANSWER_FIRST",
    "当事人的认可申请尚未答复，不能先作处理决定",
    "the application for recognition is answered before the decision",
    "T-N-06；治安管理处罚法(2025) 9(4)",
    "请先认可或者不予认可",
);

pub(super) const TOO_LATE_TO_EXTEND: Words = words(
    "TOO_LATE_TO_EXTEND",
    "办案期限已经届满，不能再延长",
    "the time for the decision is over",
    "治安管理处罚法(2025) 118",
    "请立即作出处理决定",
);

pub(super) const EXTENDED_ENOUGH: Words = words(
    "EXTENDED_ENOUGH",
    "延长次数已达上限",
    "no further extension is possible",
    "治安管理处罚法(2025) 118(1)；2005年法 99",
    "请在期限内作出处理决定",
);

pub(super) const EVIDENCE_VOID: Words = words(
    "EVIDENCE_VOID",
    "第{}次调解由一名民警主持且录音录像损毁、丢失，有关证据不能作为处罚的根据",
    "mediation {} was led by one officer and its recording is lost: no ground for a penalty",
    "T-N-07；治安管理处罚法(2025) 108(3)",
    "请以其他证据认定",
);
