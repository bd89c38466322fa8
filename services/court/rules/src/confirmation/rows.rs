//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words =
    words("NOT_BEGUN", "该司法确认尚未申请", "nobody has applied", "T-D-01", "请先登记共同申请");

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "该申请已经登记",
    "the application was received already",
    "T-D-01",
    "请在原案中继续办理",
);

pub(super) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "该司法确认案件已经结束",
    "the case has ended",
    "民事诉讼法 206",
    "请告知当事人可以重新调解、起诉或者申请执行",
);

pub(super) const TWO_PARTIES_NEEDED: Words = words(
    "TWO_PARTIES_NEEDED",
    "申请应有编号不同的双方当事人",
    "two parties with different numbers are needed",
    "民事诉讼法 205",
    "请补全当事人",
);

pub(super) const NO_SUCH_PARTY: Words = words(
    "NO_SUCH_PARTY",
    "没有编号{}的当事人",
    "there is no party {}",
    "民事诉讼法 205",
    "请核对当事人编号",
);

pub(super) const NOT_JOINT: Words = words(
    "NOT_JOINT",
    "当事人{}没有申请，司法确认应当由双方共同申请",
    "party {} did not apply; the application must be joint",
    "T-D-01",
    "请双方在期限内共同申请，或者就协议起诉",
);

pub(super) const TOO_LATE: Words = words(
    "TOO_LATE",
    "共同申请的期限已于{}届满",
    "the time to apply ended on {}",
    "T-D-01",
    "协议仍有合同效力，不履行的可以就协议起诉",
);

pub(super) const NOTHING_ASKED: Words = words(
    "NOTHING_ASKED",
    "没有要求补正",
    "no papers were asked for",
    "司法确认程序规定 4",
    "请直接决定是否受理",
);

pub(super) const ASKED_ONCE: Words = words(
    "ASKED_ONCE",
    "补正应当一次写明，并且只能要求一次",
    "papers are asked for once, all of them",
    "司法确认程序规定 4",
    "请就现有材料作出决定",
);

pub(super) const PAPERS_AWAITED: Words = words(
    "PAPERS_AWAITED",
    "正在等待补正材料",
    "corrected papers are awaited",
    "司法确认程序规定 4",
    "收到补正后再决定",
);

pub(super) const CORRECTION_TIME_RUNS: Words = words(
    "CORRECTION_TIME_RUNS",
    "补正期限到{}才届满",
    "the time to correct runs until {}",
    "民诉法解释 357",
    "请等待补正",
);

pub(super) const NOT_COMPETENT: Words = words(
    "NOT_COMPETENT",
    "本院对该申请没有管辖权",
    "this court is not competent",
    "T-D-02",
    "请不予受理，并告知有管辖权的法院",
);

pub(super) const NUMBER_WANTED: Words = words(
    "NUMBER_WANTED",
    "没有填写案号或者承办法官",
    "case number or judge is missing",
    "T-D-03",
    "请填写案号和承办法官",
);

pub(super) const NOT_ACCEPTED: Words = words(
    "NOT_ACCEPTED",
    "该申请尚未受理",
    "the application is not accepted",
    "T-D-03",
    "请先决定受理",
);

pub(super) const ALREADY_ACCEPTED: Words = words(
    "ALREADY_ACCEPTED",
    "该申请已经受理",
    "the application is accepted",
    "T-D-03",
    "请审查后裁定",
);

pub(super) const PRESIDENT_ONLY: Words = words(
    "PRESIDENT_ONLY",
    "延长期限须经院长批准",
    "only the president extends the limit",
    "T-D-04",
    "请报院长批准",
);

pub(super) const EXTENSION_EMPTY: Words = words(
    "EXTENSION_EMPTY",
    "延长的日数不能为零",
    "an extension of nothing",
    "T-D-04",
    "请填写日数",
);

pub(super) const RULING_OVERDUE: Words = words(
    "RULING_OVERDUE",
    "审查期限已于{}届满",
    "the limit of the ruling ended on {}",
    "T-D-04",
    "请尽快裁定，并说明原因",
);

pub(super) const NO_RULING: Words = words(
    "NO_RULING",
    "尚未裁定确认",
    "no ruling confirms the agreement",
    "民事诉讼法 206",
    "请先审查裁定",
);

pub(super) const RULED_ALREADY: Words = words(
    "RULED_ALREADY",
    "已经裁定确认",
    "the ruling was made",
    "民事诉讼法 206",
    "认为裁定有错误的，可以提出异议",
);

pub(super) const NOT_SERVED: Words = words(
    "NOT_SERVED",
    "裁定尚未送达当事人{}",
    "party {} was not served",
    "T-A-05",
    "请先登记送达",
);

pub(super) const SERVED_ALREADY: Words = words(
    "SERVED_ALREADY",
    "裁定已经送达当事人{}",
    "party {} was served",
    "T-A-05",
    "请核对送达回证",
);

pub(super) const OBJECTION_TOO_LATE: Words = words(
    "OBJECTION_TOO_LATE",
    "提出异议的期限已于{}届满",
    "the time to object ended on {}",
    "T-D-08；T-D-09",
    "期限不变，不能延长",
);

pub(super) const OBJECTION_TIME_RUNS: Words = words(
    "OBJECTION_TIME_RUNS",
    "提出异议的期限到{}才届满",
    "the time to object runs until {}",
    "T-D-08",
    "请等待期限届满",
);

pub(super) const OBJECTION_PENDING: Words = words(
    "OBJECTION_PENDING",
    "已有异议正在审查",
    "an objection is being examined",
    "民诉法解释 372",
    "请先就已有异议作出裁定",
);

pub(super) const NO_OBJECTION: Words =
    words("NO_OBJECTION", "没有人提出异议", "nobody objected", "民诉法解释 372", "请先登记异议");

pub(super) const NOT_EFFECTIVE: Words = words(
    "NOT_EFFECTIVE",
    "异议期尚未届满或者异议尚未审结",
    "the time for objection or an objection is open",
    "T-D-08",
    "请先办结异议",
);

pub(super) const EFFECTIVE_ALREADY: Words = words(
    "EFFECTIVE_ALREADY",
    "当事人的异议期已经届满",
    "the parties' time for objection has passed",
    "T-D-08",
    "利害关系人仍可以依法提出异议",
);

pub(super) const NOTHING_OVERDUE: Words = words(
    "NOTHING_OVERDUE",
    "最早一期到{}才届满，不能申请执行",
    "nothing is overdue before the end of {}",
    "T-D-10",
    "请等待履行期届满",
);

pub(super) const ENFORCEMENT_TIME_RUNS: Words = words(
    "ENFORCEMENT_TIME_RUNS",
    "申请执行的期间到{}才届满",
    "the time for enforcement runs until {}",
    "T-D-10",
    "可以申请强制执行",
);
