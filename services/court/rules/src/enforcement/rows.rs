//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "还没有申请执行",
    "no enforcement was applied for",
    "民事诉讼法 247",
    "请先登记执行申请",
);

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "已经申请执行",
    "enforcement was applied for already",
    "民事诉讼法 247",
    "请在原案件中继续办理",
);

pub(super) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "执行案件已经结束",
    "the enforcement case has ended",
    "民事诉讼法 268",
    "符合条件的，可以重新申请或者申请恢复执行",
);

pub(super) const NO_SUCH_PARTY: Words = words(
    "NO_SUCH_PARTY",
    "没有编号为{}的当事人",
    "there is no party {}",
    "民事诉讼法 247",
    "请核对当事人编号",
);

pub(super) const DEBTOR_WANTED: Words = words(
    "DEBTOR_WANTED",
    "没有被执行人，或者与申请执行人相同",
    "there is no debtor, or it is the creditor",
    "民事诉讼法 247",
    "请核对被执行人",
);

pub(super) const DUE_WANTED: Words = words(
    "DUE_WANTED",
    "没有写明履行期限，或者日期不对",
    "the day of performance is missing or wrong",
    "民事诉讼法 250",
    "请填写履行期限的最后一日",
);

pub(super) const NOT_ACCEPTED: Words = words(
    "NOT_ACCEPTED",
    "执行案件还没有立案",
    "the case is not accepted yet",
    "T-G-01.accept",
    "请先决定是否立案",
);

pub(super) const ACCEPTED_ALREADY: Words = words(
    "ACCEPTED_ALREADY",
    "执行案件已经立案",
    "the case is accepted already",
    "T-G-01.accept",
    "请继续执行",
);

pub(super) const NOT_COMPETENT: Words = words(
    "NOT_COMPETENT",
    "本院没有管辖权",
    "this court is not competent",
    "民事诉讼法 235",
    "请告知向第一审法院或者财产所在地法院申请",
);

pub(super) const NOT_DUE: Words = words(
    "NOT_DUE",
    "履行期限到{}，还没有届满",
    "performance is not due before {} has passed",
    "执行工作规定 16",
    "请在期满后申请",
);

pub(super) const NUMBER_WANTED: Words = words(
    "NUMBER_WANTED",
    "没有案号或者承办人",
    "the case number or the judge is missing",
    "T-G-01.accept",
    "请填写案号和承办人",
);

pub(super) const NOTICE_FIRST: Words = words(
    "NOTICE_FIRST",
    "还没有发出执行通知",
    "the notice has not gone out",
    "民事诉讼法 251",
    "请先发出执行通知",
);

pub(super) const NOTICE_ISSUED: Words = words(
    "NOTICE_ISSUED",
    "执行通知已经发出",
    "the notice has gone out",
    "民事诉讼法 251",
    "请继续执行",
);

pub(super) const NOT_DEBTOR: Words = words(
    "NOT_DEBTOR",
    "当事人{}不是被执行人",
    "party {} is no debtor",
    "民事诉讼法 251",
    "请核对被执行人",
);

pub(super) const NOT_NOTIFIED: Words = words(
    "NOT_NOTIFIED",
    "被执行人{}还没有收到执行通知",
    "debtor {} has not received the notice",
    "民事诉讼法 251",
    "请先送达执行通知",
);

pub(super) const NOTIFIED_ALREADY: Words = words(
    "NOTIFIED_ALREADY",
    "被执行人{}已经收到执行通知",
    "debtor {} has received the notice already",
    "T-A-05",
    "请核对送达回证",
);

pub(super) const NO_SUCH_MEASURE: Words = words(
    "NO_SUCH_MEASURE",
    "没有编号为{}的有效措施",
    "no measure {} is in force",
    "民诉法解释 485",
    "请核对措施编号",
);

pub(super) const MEASURE_OVER: Words = words(
    "MEASURE_OVER",
    "措施已于{}届满失效",
    "the measure lapsed on {}",
    "民诉法解释 485",
    "请重新采取措施",
);

pub(super) const MEASURE_RUNS: Words = words(
    "MEASURE_RUNS",
    "措施有效期到{}",
    "the measure is in force until {}",
    "民诉法解释 485",
    "需要的，请在届满前续行",
);

pub(super) const NO_MINOR_LISTED: Words = words(
    "NO_MINOR_LISTED",
    "未成年人不得纳入失信被执行人名单",
    "a minor is not listed",
    "失信规定 4",
    "可以依法采取其他措施",
);

pub(super) const RESTRICTED_ALREADY: Words = words(
    "RESTRICTED_ALREADY",
    "被执行人{}已有同类限制",
    "debtor {} is restricted in this way already",
    "失信规定 1",
    "请核对名单",
);

pub(super) const NO_SUCH_RESTRICTION: Words = words(
    "NO_SUCH_RESTRICTION",
    "没有编号为{}的限制",
    "no restriction {} stands",
    "失信规定 10",
    "请核对编号",
);

pub(super) const UNTIL_PERFORMED: Words = words(
    "UNTIL_PERFORMED",
    "该限制到履行完毕或者依法解除为止，没有期限",
    "this restriction has no end of its own",
    "失信规定 2、10",
    "符合解除情形的，请依法解除",
);

pub(super) const LISTING_RUNS: Words = words(
    "LISTING_RUNS",
    "纳入名单的期限到{}",
    "the listing lasts until {}",
    "失信规定 2",
    "积极履行的，可以提前删除",
);

pub(super) const STILL_LISTED: Words = words(
    "STILL_LISTED",
    "已经具备结案条件，但失信、限制消费还没有解除",
    "persons are still listed for a case that is over",
    "T-G-01.delist",
    "请在三个工作日内解除",
);

pub(super) const AMOUNT_WANTED: Words = words(
    "AMOUNT_WANTED",
    "没有写明数额或者期间",
    "the amount or length is missing",
    "民事诉讼法 251",
    "请填写大于零的数额",
);

pub(super) const NOT_AGREED: Words = words(
    "NOT_AGREED",
    "当事人{}没有同意和解",
    "party {} has not agreed to the settlement",
    "民事诉讼法 241",
    "执行和解应当各方同意",
);

pub(super) const PLEA_PENDING: Words =
    words("PLEA_PENDING", "不予执行的申请正在审查", "a plea is under review", "T-G-07", "请先裁定");

pub(super) const NOT_SUSPENDED: Words = words(
    "NOT_SUSPENDED",
    "没有中止或者终结本次执行",
    "the case was neither suspended nor ended for now",
    "民事诉讼法 241",
    "请继续执行",
);

pub(super) const NOT_SETTLED: Words = words(
    "NOT_SETTLED",
    "没有执行和解",
    "there is no settlement",
    "民事诉讼法 241",
    "请核对案件状态",
);

pub(super) const SETTLEMENT_RUNS: Words = words(
    "SETTLEMENT_RUNS",
    "和解协议或者恢复期间到{}",
    "the settlement, or the time to resume, runs until {}",
    "民事诉讼法 241、250",
    "到期不履行的，可以申请恢复",
);

pub(super) const NOT_RESTRICTED: Words = words(
    "NOT_RESTRICTED",
    "没有对被执行人限制消费",
    "no debtor is restricted in consumption",
    "终结本次执行规定 1",
    "请先依法限制消费",
);

pub(super) const NOT_EXHAUSTED: Words = words(
    "NOT_EXHAUSTED",
    "没有穷尽财产调查措施或者没有听取申请人意见",
    "not every search was made, or the creditor was not heard",
    "终结本次执行规定 1—5",
    "请补足调查和约谈",
);

pub(super) const THREE_MONTHS: Words = words(
    "THREE_MONTHS",
    "立案满三个月（{}）以后才能终结本次执行",
    "a case is ended for now only after {}",
    "终结本次执行规定 1",
    "请继续执行",
);

pub(super) const NOT_ENDED_FOR_NOW: Words = words(
    "NOT_ENDED_FOR_NOW",
    "没有终结本次执行",
    "the case was not ended for now",
    "终结本次执行规定 9",
    "请核对案件状态",
);

pub(super) const FIVE_YEARS_RUN: Words = words(
    "FIVE_YEARS_RUN",
    "定期查询到{}",
    "searches go on until {}",
    "终结本次执行规定 9",
    "请继续查询",
);

pub(super) const RESUME_FIRST: Words = words(
    "RESUME_FIRST",
    "执行已经中止或者终结本次",
    "enforcement is suspended or ended for now",
    "民事诉讼法 241",
    "请先恢复执行",
);

pub(super) const OUTSIDER_ONLY: Words = words(
    "OUTSIDER_ONLY",
    "对执行标的主张权利的异议由案外人提出",
    "only an outsider claims the object",
    "民事诉讼法 238",
    "当事人对执行行为有异议的，按执行行为异议提出",
);

pub(super) const PARTY_ONLY: Words = words(
    "PARTY_ONLY",
    "该异议由当事人提出",
    "this objection is a party's",
    "民事诉讼法 236；失信规定 12",
    "请核对异议人",
);

pub(super) const NO_SUCH_OBJECTION: Words = words(
    "NO_SUCH_OBJECTION",
    "没有编号为{}的待办异议",
    "no objection {} is open",
    "T-G-02",
    "请核对异议编号",
);

pub(super) const OBJECTION_OPEN: Words = words(
    "OBJECTION_OPEN",
    "异议{}还没有裁定",
    "objection {} is not ruled on yet",
    "T-G-02",
    "请先裁定",
);

pub(super) const OBJECTION_DECIDED: Words = words(
    "OBJECTION_DECIDED",
    "异议{}已经裁定",
    "objection {} is ruled on already",
    "T-G-02",
    "不服的，可以复议或者起诉",
);

pub(super) const REMEDY_TOO_LATE: Words = words(
    "REMEDY_TOO_LATE",
    "复议或者起诉期限已于{}届满",
    "the time against the ruling ended on {}",
    "T-G-02",
    "可以依法申诉",
);

pub(super) const REMEDY_RUNS: Words = words(
    "REMEDY_RUNS",
    "复议或者起诉期限到{}",
    "the time against the ruling runs until {}",
    "T-G-02",
    "请等待",
);

pub(super) const PLEA_NOT_OPEN: Words = words(
    "PLEA_NOT_OPEN",
    "该文书没有这种不予执行的申请",
    "this title is not open to that plea",
    "民事诉讼法 248、249",
    "对判决不服的，可以申请再审；对执行行为有异议的，可以提出异议",
);

pub(super) const PLEA_TOO_LATE: Words = words(
    "PLEA_TOO_LATE",
    "申请不予执行的期限已于{}届满",
    "the time for this plea ended on {}",
    "T-G-06；T-G-06.award",
    "可以依法另行救济",
);

pub(super) const NO_PLEA: Words =
    words("NO_PLEA", "没有待审查的不予执行申请", "no plea is under review", "T-G-07", "请核对");

pub(super) const APPLIED_IN_TIME: Words = words(
    "APPLIED_IN_TIME",
    "申请执行时效到{}，申请没有超过",
    "the application was in time: until {}",
    "民事诉讼法 250",
    "请裁定驳回异议",
);

pub(super) const PRESIDENT_ONLY: Words = words(
    "PRESIDENT_ONLY",
    "只有院长可以批准延长",
    "only the president extends the term",
    "T-G-01.term",
    "请报院长批准",
);

pub(super) const SIX_MONTHS_RUN: Words = words(
    "SIX_MONTHS_RUN",
    "六个月到{}，或者还没有告知",
    "the six months run until {}, or the creditor was not told yet",
    "T-G-01",
    "请抓紧执行",
);

pub(super) const SOMETHING_DONE: Words = words(
    "SOMETHING_DONE",
    "已经采取执行措施或者已经告知",
    "something was done, or the creditor was told",
    "T-G-01",
    "请继续执行",
);

pub(super) const NO_REVIEW: Words = words(
    "NO_REVIEW",
    "没有编号为{}的待审查复议",
    "no review of objection {} waits for a ruling",
    "民事诉讼法 236；T-G-02.review_decide",
    "请核对异议编号；没有申请复议的，先申请复议",
);

pub(super) const UPPER_COURT_ASKED: Words = words(
    "UPPER_COURT_ASKED",
    "已经向上一级人民法院申请",
    "the upper court was asked already",
    "民事诉讼法 237",
    "请等候上一级人民法院审查",
);

pub(super) const UPPER_COURT_NOT_ASKED: Words = words(
    "UPPER_COURT_NOT_ASKED",
    "申请执行人还没有向上一级人民法院申请",
    "the creditor has not asked the upper court",
    "民事诉讼法 237",
    "请先登记申请",
);

pub(super) const URGED_ALREADY: Words = words(
    "URGED_ALREADY",
    "上一级人民法院已经发出督促执行令",
    "the upper court has given its order already",
    "执行程序解释 11、12",
    "期限届满仍未执行完结的，裁定提级执行或者指令其他法院执行",
);

pub(super) const NOT_URGED: Words = words(
    "NOT_URGED",
    "没有未到期的督促执行令",
    "no order of the upper court runs",
    "执行程序解释 11",
    "请核对督促执行令",
);

pub(super) const URGE_RUNS: Words = words(
    "URGE_RUNS",
    "督促执行令的期限到{}",
    "the upper court's order runs until {}",
    "执行程序解释 11、12",
    "请在期限内执行完结",
);
