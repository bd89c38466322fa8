//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words =
    words("NOT_BEGUN", "该案还没有进入审理", "the trial has not begun", "T-E-02", "请先立案、分流");

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "该案已经进入审理",
    "the trial has begun already",
    "T-E-02",
    "请在原案件中继续办理",
);

pub(super) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "审理已经结束",
    "the trial has ended",
    "民事诉讼法 155",
    "需要再审理的，按上诉、再审或者另行起诉办理",
);

pub(super) const NO_SUCH_PARTY: Words = words(
    "NO_SUCH_PARTY",
    "没有编号为{}的当事人",
    "there is no party {}",
    "T-E-02",
    "请核对当事人编号",
);

pub(super) const SIDES_WANTED: Words = words(
    "SIDES_WANTED",
    "没有原告或者没有被告",
    "the case has no plaintiff or no defendant",
    "民事诉讼法 122",
    "请核对双方当事人",
);

pub(super) const NOT_DEFENDANT: Words = words(
    "NOT_DEFENDANT",
    "当事人{}是原告",
    "party {} is a plaintiff",
    "T-E-04",
    "请核对当事人编号",
);

pub(super) const NUMBER_WANTED: Words = words(
    "NUMBER_WANTED",
    "没有案号或者承办法官",
    "the case number or the judge is missing",
    "T-E-02",
    "请填写案号和承办法官",
);

pub(super) const MEDIATOR_BARRED: Words = words(
    "MEDIATOR_BARRED",
    "该案的调解员不能审理本案",
    "a mediator of the case may not sit in it",
    "T-C-13",
    "请另行指定承办法官",
);

pub(super) const SMALL_CLAIMS_MANDATORY: Words = words(
    "SMALL_CLAIMS_MANDATORY",
    "标的额在规定数额以下，应当适用小额诉讼程序",
    "small claims are mandatory for this case",
    "T-E-06",
    "请选择小额诉讼程序",
);

pub(super) const NO_SMALL_CLAIMS: Words = words(
    "NO_SMALL_CLAIMS",
    "本案不符合小额诉讼的条件",
    "small claims do not apply to this case",
    "T-E-06；T-E-07",
    "请选择简易程序或者普通程序",
);

pub(super) const SUMMARY_BARRED: Words = words(
    "SUMMARY_BARRED",
    "当事人人数众多等情形，不能适用简易程序",
    "numerous parties or another bar: no simpler procedure",
    "民诉法解释 257",
    "请适用普通程序",
);

pub(super) const NOT_AGREED: Words = words(
    "NOT_AGREED",
    "当事人{}没有同意",
    "party {} has not agreed",
    "T-E-07；民事诉讼法 57、100",
    "请先取得每一名当事人的同意，代表人不能代为放弃或者和解",
);

pub(super) const NO_CHANGE_BACK: Words = words(
    "NO_CHANGE_BACK",
    "不能这样转换程序",
    "the procedure does not change that way",
    "T-E-10；民诉法解释 258、260",
    "只能转为更完整的程序；未开庭的普通程序案件经双方同意可以转为简易程序",
);

pub(super) const GROUND_WANTED: Words = words(
    "GROUND_WANTED",
    "没有转换程序的法定事由",
    "there is no lawful ground for the change",
    "民事诉讼法 170",
    "请选择案情复杂、出现不适用情形或者变更诉讼请求",
);

pub(super) const HEARD_ALREADY: Words = words(
    "HEARD_ALREADY",
    "已经开庭，不能再提出",
    "the case has been heard: too late",
    "T-E-09；民诉法解释 260、279",
    "应当在开庭前提出；法院发现不宜的可以依职权转换",
);

pub(super) const LIMIT_PAST: Words = words(
    "LIMIT_PAST",
    "审限已于{}届满",
    "the trial limit ended on {}",
    "T-E-08；T-E-10；T-E-11",
    "应当在届满前转换、扣除或者延长；请列入超审限清单",
);

pub(super) const ORDINARY_ALREADY: Words = words(
    "ORDINARY_ALREADY",
    "本案已经适用普通程序",
    "the case is on ordinary procedure already",
    "T-E-11",
    "请继续审理",
);

pub(super) const TRACK_OBJECTION_PENDING: Words = words(
    "TRACK_OBJECTION_PENDING",
    "对适用程序的异议还没有答复",
    "an objection to the procedure awaits its answer",
    "民诉法解释 279",
    "请先审查异议",
);

pub(super) const NO_TRACK_OBJECTION: Words = words(
    "NO_TRACK_OBJECTION",
    "没有对适用程序的异议",
    "there is no objection to the procedure",
    "民诉法解释 279",
    "依职权转换的，请写明法定事由",
);

pub(super) const FAST_TRACK_SAME: Words = words(
    "FAST_TRACK_SAME",
    "速裁状态没有变化",
    "the case is, or is not, with the fast team already",
    "T-E-13",
    "请核对案件所在团队",
);

pub(super) const NO_FAST_TRACK: Words = words(
    "NO_FAST_TRACK",
    "普通程序案件不进入速裁",
    "a case on ordinary procedure is no fast-team case",
    "T-E-13",
    "速裁只是小额、简易程序内的工作方式",
);

pub(super) const TARGET_RUNS: Words = words(
    "TARGET_RUNS",
    "速裁指标到{}，还没有届满",
    "the fast team's target ends on {}",
    "T-E-13",
    "不宜速裁的，可以主动退出",
);

pub(super) const EVIDENCE_DAYS: Words = words(
    "EVIDENCE_DAYS",
    "举证期限{}日不符合该程序的规定",
    "{} days for evidence do not fit the procedure",
    "T-E-09；民诉法解释 99、266",
    "小额一般不超过七日，简易不超过十五日，普通不少于十五日",
);

pub(super) const SERVED_ALREADY: Words = words(
    "SERVED_ALREADY",
    "当事人{}已经收到",
    "party {} has received it already",
    "T-A-05",
    "请核对送达回证",
);

pub(super) const NOT_SERVED: Words =
    words("NOT_SERVED", "当事人{}还没有收到", "party {} has not received it", "T-A-05", "请先送达");

pub(super) const NOT_NUMEROUS: Words = words(
    "NOT_NUMEROUS",
    "当事人一方不足十人，不是人数众多",
    "neither side has ten members",
    "民诉法解释 75",
    "请按普通共同诉讼办理",
);

pub(super) const TWO_TO_FIVE: Words = words(
    "TWO_TO_FIVE",
    "代表人应为同一方的二至五人",
    "two to five of one side may represent it",
    "民诉法解释 78",
    "请重新推选代表人",
);

pub(super) const NOT_ANNOUNCED: Words = words(
    "NOT_ANNOUNCED",
    "没有登记公告",
    "no notice to register was published",
    "民事诉讼法 57",
    "需要的，请先公告",
);

pub(super) const NOTICE_RUNS: Words = words(
    "NOTICE_RUNS",
    "登记公告到{}，还没有届满",
    "the notice to register runs until {}",
    "民诉法解释 79",
    "请等待公告期满",
);

pub(super) const HEARING_NOTICE_SHORT: Words = words(
    "HEARING_NOTICE_SHORT",
    "应当在{}以前通知当事人",
    "the parties should have been told by {}",
    "T-E-05",
    "请另定开庭日期，提前三日通知",
);

pub(super) const NO_HEARING_SET: Words = words(
    "NO_HEARING_SET",
    "当日没有安排开庭",
    "no hearing is set for that day",
    "T-E-05",
    "请先安排开庭并通知",
);

pub(super) const NOT_HEARD: Words =
    words("NOT_HEARD", "还没有开庭", "the case has not been heard", "民事诉讼法 140", "请先开庭");

pub(super) const PLAINTIFF_CAME: Words = words(
    "PLAINTIFF_CAME",
    "原告已经到庭",
    "a plaintiff came to the hearing",
    "民事诉讼法 146",
    "请继续审理",
);

pub(super) const COUNTERCLAIM_STANDS: Words = words(
    "COUNTERCLAIM_STANDS",
    "被告提出反诉，可以缺席判决，不按撤诉处理",
    "there is a counterclaim: judge without the plaintiff",
    "民事诉讼法 146",
    "请缺席审理",
);

pub(super) const TIME_STOPPED: Words = words(
    "TIME_STOPPED",
    "审限已经停止计算",
    "the time does not count now",
    "T-E-12",
    "请先恢复计算",
);

pub(super) const TIME_RUNS: Words =
    words("TIME_RUNS", "审限正在计算", "the time counts", "T-E-12", "不需要恢复");

pub(super) const PROOF_WANTED: Words = words(
    "PROOF_WANTED",
    "没有扣除审限的证明",
    "what stops the time needs proof",
    "T-E-12",
    "请附公告、委托书、申请书或者裁定",
);

pub(super) const EXTENSION_EMPTY: Words = words(
    "EXTENSION_EMPTY",
    "没有写明延长多少",
    "the extension names no length",
    "T-A-07",
    "请填写延长的期间",
);

pub(super) const EXTENSION_TOO_LONG: Words = words(
    "EXTENSION_TOO_LONG",
    "本院院长最多批准延长{}个月",
    "the president may add {} months at most",
    "T-E-08；T-E-10；T-E-11",
    "简易、小额应当转为普通程序；普通程序报上级人民法院",
);

pub(super) const PRESIDENT_ONLY: Words = words(
    "PRESIDENT_ONLY",
    "只有院长可以批准",
    "only the president may approve it",
    "T-E-08；T-E-10；T-E-11",
    "请报院长批准",
);

pub(super) const UPPER_COURT_LATER: Words = words(
    "UPPER_COURT_LATER",
    "院长批准的六个月用完后才报上级法院",
    "the upper court is asked after the president's six months",
    "T-E-11",
    "请先报本院院长",
);

pub(super) const IN_MEDIATION: Words =
    words("IN_MEDIATION", "正在调解", "the court is mediating", "T-C-16", "请先结束调解");

pub(super) const NOT_MEDIATING: Words = words(
    "NOT_MEDIATING",
    "没有在调解",
    "the court is not mediating",
    "T-C-16",
    "需要调解的，请先征得各方同意",
);

pub(super) const MEDIATION_OVER: Words = words(
    "MEDIATION_OVER",
    "调解期限已于{}届满",
    "the time for mediation ended on {}",
    "T-C-16",
    "请恢复审理",
);

pub(super) const MEDIATION_RUNS: Words = words(
    "MEDIATION_RUNS",
    "调解期限到{}，还没有届满",
    "the court mediates until {}",
    "T-C-16",
    "不愿继续的，可以随时结束调解",
);

pub(super) const MEDIATION_DRAGS: Words = words(
    "MEDIATION_DRAGS",
    "婚姻案件不应久调不决",
    "a marriage case is not mediated for ever",
    "T-E-18；民诉法解释 145",
    "请结束调解，及时判决",
);

pub(super) const MEDIATE_FIRST: Words = words(
    "MEDIATE_FIRST",
    "离婚案件应当先行调解",
    "the court must try mediation first",
    "T-E-18；民诉法解释 145",
    "请先组织调解",
);

pub(super) const NO_STATEMENT: Words = words(
    "NO_STATEMENT",
    "没有待送达的调解书",
    "there is no statement to be served",
    "民事诉讼法 100",
    "请先制作调解书",
);

pub(super) const STATEMENT_MADE: Words = words(
    "STATEMENT_MADE",
    "已经制作调解书",
    "a statement has been made",
    "民事诉讼法 100",
    "请送达；签收前反悔的恢复审理",
);

pub(super) const WITHDRAWAL_PENDING: Words = words(
    "WITHDRAWAL_PENDING",
    "撤诉申请还没有裁定",
    "a request to withdraw awaits its answer",
    "民事诉讼法 148",
    "请先裁定是否准许",
);

pub(super) const WITHDRAWAL_NOT_ASKED: Words = words(
    "WITHDRAWAL_NOT_ASKED",
    "没有撤诉申请",
    "nobody asked to withdraw",
    "民事诉讼法 148",
    "请核对",
);

pub(super) const CONVERT_FIRST: Words = words(
    "CONVERT_FIRST",
    "出现不适用小额诉讼的情形",
    "the case no longer fits small claims",
    "民事诉讼法 166",
    "请先裁定转为简易程序或者普通程序",
);

pub(super) const NOT_DECIDED: Words =
    words("NOT_DECIDED", "还没有裁判", "nothing has been decided", "T-E-14", "请先裁判");

pub(super) const DECIDED_ALREADY: Words =
    words("DECIDED_ALREADY", "已经裁判", "the case has been decided", "T-E-14", "不服的，可以上诉");

pub(super) const ONE_INSTANCE: Words = words(
    "ONE_INSTANCE",
    "小额诉讼一审终审，不能上诉",
    "small claims have one instance",
    "民事诉讼法 165",
    "认为确有错误的，可以申请再审",
);

pub(super) const APPEAL_TOO_LATE: Words = words(
    "APPEAL_TOO_LATE",
    "上诉期限已于{}届满",
    "the time for appeal ended on {}",
    "T-E-14",
    "可以申请再审",
);

pub(super) const APPEAL_TIME_RUNS: Words = words(
    "APPEAL_TIME_RUNS",
    "上诉期限到{}，还没有届满",
    "the party may appeal until {}",
    "T-E-14",
    "请等待",
);

pub(super) const FEE_DUE: Words = words(
    "FEE_DUE",
    "诉讼费还没有交",
    "the fee is due",
    "诉讼费用交纳办法 22",
    "请等待交费，或者办理缓减免",
);

pub(super) const FEE_SETTLED: Words = words(
    "FEE_SETTLED",
    "诉讼费已经处理",
    "the fee is settled",
    "诉讼费用交纳办法 22",
    "请继续审理",
);

pub(super) const FEE_TIME_RUNS: Words = words(
    "FEE_TIME_RUNS",
    "交费期限到{}，还没有届满",
    "the fee can be paid until {}",
    "诉讼费用交纳办法 22",
    "请等待",
);

pub(super) const OWN_COURT: Words = words(
    "OWN_COURT",
    "不能移送给本院",
    "a case is not transferred to its own court",
    "民事诉讼法 37",
    "请填写有管辖权的其他法院",
);
