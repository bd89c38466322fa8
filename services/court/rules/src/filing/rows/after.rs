//! The words of refusals after filing: diversion, trial, judgment.

use jiefen_procedure::words::{Words, words};

pub(in crate::filing) const IN_MEDIATION: Words = words(
    "IN_MEDIATION",
    "案件正在委托（委派）调解",
    "the case is out for mediation",
    "T-C-02；T-C-05",
    "请等待结果，或者在期满后收回",
);

pub(in crate::filing) const NOT_IN_MEDIATION: Words = words(
    "NOT_IN_MEDIATION",
    "案件不在委托（委派）调解中",
    "the case is not out for mediation",
    "T-C-02",
    "请按现在的步骤办理",
);

pub(in crate::filing) const FILE_NOT_SIGNED: Words = words(
    "FILE_NOT_SIGNED",
    "调解员尚未签收案件材料",
    "the mediator has not signed for the file",
    "T-C-02；T-C-03",
    "请先登记签收，或者收回案件",
);

pub(in crate::filing) const FILE_SIGNED: Words = words(
    "FILE_SIGNED",
    "调解员已经签收案件材料",
    "the mediator has signed for the file",
    "T-C-02；T-C-03",
    "请登记调解结果",
);

pub(in crate::filing) const MEDIATION_EXTENDED_ONCE: Words = words(
    "MEDIATION_EXTENDED_ONCE",
    "调解期限已经延长过一次",
    "the mediation was extended once",
    "T-C-02",
    "期满请转入审理",
);

pub(in crate::filing) const MEDIATION_EXTENSION_WRONG: Words = words(
    "MEDIATION_EXTENSION_WRONG",
    "调解期限可以延长一日至三十日",
    "the extension is one to thirty days",
    "T-C-02",
    "请填写三十日以内的日数",
);

pub(in crate::filing) const MEDIATION_PAST: Words = words(
    "MEDIATION_PAST",
    "调解期限已于{}届满",
    "the mediation ended on {}",
    "T-C-02；T-C-03；T-C-05",
    "请转入审理或者立案",
);

pub(in crate::filing) const MEDIATION_RUNS: Words = words(
    "MEDIATION_RUNS",
    "调解期限到{}才届满",
    "the mediation runs until {}",
    "T-C-02；T-C-03；T-C-05",
    "请等待结果",
);

pub(in crate::filing) const FEE_NOT_ASKED: Words = words(
    "FEE_NOT_ASKED",
    "尚未通知交纳案件受理费",
    "no fee notice was given",
    "诉讼费用交纳办法 22",
    "请先送达交费通知，或者办理缓减免",
);

pub(in crate::filing) const FEE_UNPAID: Words = words(
    "FEE_UNPAID",
    "案件受理费尚未交纳",
    "the fee is not paid",
    "诉讼费用交纳办法 22；T-C-02",
    "请等待交费、办理缓减免，逾期按撤诉处理",
);

pub(in crate::filing) const FEE_SETTLED: Words = words(
    "FEE_SETTLED",
    "案件受理费已经交纳或者已准许缓减免",
    "the fee is settled",
    "诉讼费用交纳办法 22",
    "请继续分流或者审理",
);

pub(in crate::filing) const FEE_TIME_RUNS: Words = words(
    "FEE_TIME_RUNS",
    "交费期限到{}才届满",
    "the time to pay runs until {}",
    "诉讼费用交纳办法 22",
    "请等待交费",
);

pub(in crate::filing) const PERSON_WANTED: Words = words(
    "PERSON_WANTED",
    "没有写明承办法官或者调解员",
    "no judge or mediator is named",
    "民事诉讼法 39、163",
    "请填写姓名对应的人员编号",
);

pub(in crate::filing) const MEDIATOR_BARRED: Words = words(
    "MEDIATOR_BARRED",
    "该人担任过本案调解员，不得参与本案审理",
    "a mediator of this case takes no other part in it",
    "T-C-13",
    "请另行指定",
);

pub(in crate::filing) const WAGE_OF_OTHER_YEAR: Words = words(
    "WAGE_OF_OTHER_YEAR",
    "{}年的平均工资不能用于本案",
    "the average wage of {} does not measure this case",
    "民事诉讼法 165；民诉法解释 272",
    "请使用上一年度的数据；尚未公布的，用最近公布的年度",
);

pub(in crate::filing) const SMALL_CLAIMS_MANDATORY: Words = words(
    "SMALL_CLAIMS_MANDATORY",
    "标的额不超过上年度平均工资百分之五十的简单金钱给付案件，应当适用小额诉讼程序",
    "this case must be tried as a small claim",
    "T-E-06",
    "请选择小额诉讼程序",
);

pub(in crate::filing) const NO_SMALL_CLAIMS: Words = words(
    "NO_SMALL_CLAIMS",
    "该案不能适用小额诉讼程序",
    "small claims are closed to this case",
    "T-E-06；T-E-07；民事诉讼法 166",
    "请选择简易程序或者普通程序",
);

pub(in crate::filing) const SUMMARY_BARRED: Words = words(
    "SUMMARY_BARRED",
    "该案不能适用简易程序",
    "the summary procedure is closed to this case",
    "民诉法解释 257",
    "请选择普通程序",
);

pub(in crate::filing) const TRACK_NOT_CHOSEN: Words = words(
    "TRACK_NOT_CHOSEN",
    "尚未确定审理程序",
    "no procedure was chosen",
    "T-E-08；T-E-10；T-E-11",
    "请先确定程序和承办法官",
);

pub(in crate::filing) const TRACK_ALREADY_CHOSEN: Words = words(
    "TRACK_ALREADY_CHOSEN",
    "审理程序已经确定，案件已在审理",
    "the procedure is chosen and the case on trial",
    "民事诉讼法 136",
    "需要改变程序的，办理转换",
);

pub(in crate::filing) const NO_CHANGE_BACK: Words = words(
    "NO_CHANGE_BACK",
    "只能由小额转简易或者普通、由简易转普通",
    "only towards the fuller procedure",
    "T-E-10；民诉法解释 258、260",
    "请继续按现在的程序审理",
);

pub(in crate::filing) const LIMIT_PAST: Words = words(
    "LIMIT_PAST",
    "审限已于{}届满",
    "the trial limit ended on {}",
    "T-E-08；T-E-10；T-E-11",
    "请尽快结案，并说明超审限原因",
);

pub(in crate::filing) const PROOF_WANTED: Words = words(
    "PROOF_WANTED",
    "没有写明凭证",
    "proof is wanted",
    "T-E-12；T-A-05",
    "请附公告、鉴定委托书、送达回证等",
);

pub(in crate::filing) const TIME_STOPPED: Words =
    words("TIME_STOPPED", "期限正在停止计算", "the limit stands still", "T-E-12", "请先恢复计算");

pub(in crate::filing) const TIME_RUNS: Words =
    words("TIME_RUNS", "期限正在计算", "the limit runs", "T-E-12", "请先登记不计入期限的事由");

pub(in crate::filing) const PRESIDENT_ONLY: Words = words(
    "PRESIDENT_ONLY",
    "延长审限须经院长批准",
    "only the president extends a trial limit",
    "T-E-08；T-E-10；T-E-11",
    "请报院长批准",
);

pub(in crate::filing) const EXTENSION_EMPTY: Words = words(
    "EXTENSION_EMPTY",
    "延长的月数不能为零",
    "an extension of nothing",
    "T-E-11",
    "请填写月数",
);

pub(in crate::filing) const NOT_DEFENDANT: Words = words(
    "NOT_DEFENDANT",
    "当事人{}是原告，不提交答辩状",
    "party {} is the plaintiff",
    "T-E-04",
    "请核对当事人",
);

pub(in crate::filing) const HEARING_NOTICE_SHORT: Words = words(
    "HEARING_NOTICE_SHORT",
    "普通程序应当在开庭三日前通知，最迟为{}",
    "the notice was due by {}",
    "T-E-05",
    "请改期开庭",
);

pub(in crate::filing) const NOT_HEARD: Words = words(
    "NOT_HEARD",
    "尚未开庭，不能判决",
    "no hearing was held",
    "民事诉讼法 137、151",
    "请先安排开庭",
);

pub(in crate::filing) const WITHDRAWAL_PENDING: Words = words(
    "WITHDRAWAL_PENDING",
    "撤诉申请尚未裁定",
    "the request to withdraw is not answered",
    "民事诉讼法 148",
    "请先裁定是否准许",
);

pub(in crate::filing) const WITHDRAWAL_NOT_ASKED: Words = words(
    "WITHDRAWAL_NOT_ASKED",
    "没有人申请撤诉",
    "nobody asked to withdraw",
    "民事诉讼法 148",
    "请先登记申请",
);

pub(in crate::filing) const OWN_COURT: Words = words(
    "OWN_COURT",
    "不能移送本院",
    "a case is not transferred to the same court",
    "民事诉讼法 37",
    "请填写有管辖权的法院",
);

pub(in crate::filing) const NO_STATEMENT: Words = words(
    "NO_STATEMENT",
    "没有待送达的调解书",
    "no mediation statement is being served",
    "民事诉讼法 100",
    "请先制作调解书",
);

pub(in crate::filing) const STATEMENT_PENDING: Words = words(
    "STATEMENT_PENDING",
    "调解书正在送达",
    "the mediation statement is being served",
    "民事诉讼法 100、102",
    "请登记签收；签收前反悔的登记反悔",
);

pub(in crate::filing) const NOT_JUDGED: Words =
    words("NOT_JUDGED", "尚未判决", "no judgment was given", "民事诉讼法 151", "请先作出判决");

pub(in crate::filing) const ALREADY_JUDGED: Words = words(
    "ALREADY_JUDGED",
    "该案已经判决",
    "judgment was given",
    "民事诉讼法 151",
    "请办理送达；不服的可以上诉",
);
