//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "还没有申请公证",
    "no instrument was requested",
    "T-G-03",
    "请先受理公证申请",
);

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "公证申请已经受理",
    "the request is accepted already",
    "T-G-03",
    "请在原件中继续办理",
);

pub(super) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "各期债务均已有结果",
    "nothing is left open",
    "T-G-04",
    "有新争议的，可以起诉",
);

pub(super) const NO_SUCH_PARTY: Words = words(
    "NO_SUCH_PARTY",
    "没有编号为{}的当事人",
    "there is no party {}",
    "T-G-03",
    "请核对当事人编号",
);

pub(super) const INSTALMENTS_WANTED: Words = words(
    "INSTALMENTS_WANTED",
    "没有写明各期债务，或者数额、编号不对",
    "the instalments are not named, numbered or fixed",
    "公证法 37",
    "请写明每期的期限和数额",
);

pub(super) const NO_SUBMISSION: Words = words(
    "NO_SUBMISSION",
    "债务人没有明示愿意接受强制执行",
    "the debtor does not expressly submit to enforcement",
    "T-G-05；公证法 37",
    "没有执行承诺的，只能办理普通公证",
);

pub(super) const NOTARY_STOPPED: Words = words(
    "NOTARY_STOPPED",
    "公证期限已经停止计算",
    "the notary's time does not run",
    "T-G-03",
    "请先恢复计算",
);

pub(super) const NOTARY_RUNS: Words =
    words("NOTARY_RUNS", "公证期限正在计算", "the notary's time runs", "T-G-03", "不需要恢复");

pub(super) const NOT_ISSUED: Words = words(
    "NOT_ISSUED",
    "公证债权文书还没有出具",
    "the instrument is not issued yet",
    "T-G-03",
    "请先出具公证书",
);

pub(super) const ISSUED_ALREADY: Words = words(
    "ISSUED_ALREADY",
    "公证债权文书已经出具",
    "the instrument is issued already",
    "T-G-03",
    "请办理履行登记或者执行证书",
);

pub(super) const NO_SUCH_INSTALMENT: Words = words(
    "NO_SUCH_INSTALMENT",
    "第{}期没有待履行的债务",
    "instalment {} is not open",
    "T-G-04",
    "请核对期数",
);

pub(super) const NOT_DUE: Words = words(
    "NOT_DUE",
    "该期履行期到{}，还没有届满",
    "the instalment is due until {}",
    "T-G-04",
    "请在期满后申请",
);

pub(super) const PURSUED_ALREADY: Words = words(
    "PURSUED_ALREADY",
    "已有执行证书申请或者执行正在办理",
    "a certificate or enforcement is under way",
    "T-G-05",
    "请待其办结后再申请其他期",
);

pub(super) const NOT_ASKED: Words = words(
    "NOT_ASKED",
    "没有待办的执行证书申请",
    "no certificate was asked for",
    "T-G-05",
    "请先申请执行证书",
);

pub(super) const NO_CERTIFICATE: Words = words(
    "NO_CERTIFICATE",
    "没有执行证书，不能申请执行",
    "without a certificate there is no enforcement",
    "T-G-05",
    "请先向公证机构申请执行证书",
);

pub(super) const INSTALMENT_TIME_RUNS: Words = words(
    "INSTALMENT_TIME_RUNS",
    "该期申请执行期间到{}",
    "the two years of this instalment run until {}",
    "T-G-04",
    "请等待",
);

pub(super) const NOT_AT_COURT: Words = words(
    "NOT_AT_COURT",
    "案件不在法院受理或者送达通知的阶段",
    "the case is not at that point before the court",
    "T-G-05",
    "请核对所处阶段",
);

pub(super) const ACCEPTED_ALREADY: Words = words(
    "ACCEPTED_ALREADY",
    "法院已经受理",
    "the court has accepted already",
    "T-G-05",
    "请送达执行通知",
);

pub(super) const NOT_NOTICED: Words = words(
    "NOT_NOTICED",
    "没有处于申请不予执行的期间",
    "the time for a plea does not run",
    "T-G-06",
    "请核对执行通知的送达",
);

pub(super) const PLEA_TIME_RUNS: Words = words(
    "PLEA_TIME_RUNS",
    "申请不予执行的期限到{}",
    "the debtor may plead until {}",
    "T-G-06",
    "请等待，不停止执行",
);

pub(super) const PLEA_TOO_LATE: Words = words(
    "PLEA_TOO_LATE",
    "申请不予执行的期限已于{}届满",
    "the time for a plea ended on {}",
    "T-G-06",
    "债务不实的，可以起诉",
);

pub(super) const SUE_INSTEAD: Words = words(
    "SUE_INSTEAD",
    "债权债务与事实不符、违法或者已清偿的，应当起诉",
    "what is wrong in substance is for a suit",
    "公证债权文书执行规定 22",
    "请在执行程序终结前向执行法院起诉",
);

pub(super) const NO_PLEA: Words =
    words("NO_PLEA", "没有不予执行的申请在审查", "no plea is under review", "T-G-07", "请核对");

pub(super) const PRESIDENT_ONLY: Words = words(
    "PRESIDENT_ONLY",
    "只有院长可以批准延长审查",
    "only the president extends the review",
    "T-G-07",
    "请报院长批准",
);

pub(super) const NO_RULING: Words = words(
    "NO_RULING",
    "没有可以复议的裁定",
    "there is no ruling open to review",
    "T-G-07",
    "请核对",
);

pub(super) const REVIEW_ASKED: Words = words(
    "REVIEW_ASKED",
    "已经申请复议",
    "review was asked for already",
    "T-G-07",
    "请等待上一级法院",
);

pub(super) const REVIEW_NOT_ASKED: Words =
    words("REVIEW_NOT_ASKED", "没有申请复议", "no review was asked for", "T-G-07", "请核对");

pub(super) const REVIEW_TOO_LATE: Words = words(
    "REVIEW_TOO_LATE",
    "复议期限已于{}届满",
    "the time for review ended on {}",
    "T-G-05；T-G-07",
    "可以就该债权起诉",
);

pub(super) const REVIEW_TIME_RUNS: Words = words(
    "REVIEW_TIME_RUNS",
    "复议期限到{}",
    "review may be asked for until {}",
    "T-G-05；T-G-07",
    "请等待",
);
