//! The words of every refusal. 调解仲裁法 here is the Act on rural-land contract disputes of 2010.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "这里还没有这件仲裁案",
    "there is no such case yet",
    "调解仲裁法 21",
    "请先登记移交或者申请",
);

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "这件仲裁案已经登记",
    "the case is registered already",
    "调解仲裁法 21",
    "请在原案中办理",
);

pub(super) const BRIEF_MISSING: Words = words(
    "BRIEF_MISSING",
    "申请没有写明争议和当事人",
    "the application does not say the dispute and its parties",
    "调解仲裁法 21",
    "请填写争议情况和当事人",
);

pub(super) const OTHER_DISPUTE: Words = words(
    "OTHER_DISPUTE",
    "申请的争议与移交的不是同一件",
    "the application is about another dispute than the one handed over",
    "调解仲裁法 21",
    "请另行登记",
);

pub(super) const TWO_SIDES_NEEDED: Words = words(
    "TWO_SIDES_NEEDED",
    "申请应当有编号不同的申请人和明确的被申请人",
    "an application needs a claimant and a respondent with different numbers",
    "调解仲裁法 20",
    "请补全当事人",
);

pub(super) const NOT_APPLIED: Words = words(
    "NOT_APPLIED",
    "还没有登记仲裁申请",
    "there is no application yet",
    "调解仲裁法 21",
    "请登记申请，或者记录不申请",
);

pub(super) const WITHDRAW_INSTEAD: Words = words(
    "WITHDRAW_INSTEAD",
    "申请已经登记，不申请须由申请人撤回",
    "the application is registered: the claimant withdraws it",
    "调解仲裁法 34",
    "请登记撤回",
);

pub(super) const NOT_ACCEPTED: Words = words(
    "NOT_ACCEPTED",
    "申请还没有受理",
    "the application is not accepted yet",
    "T-I-02",
    "请先决定是否受理",
);

pub(super) const ACCEPTED: Words = words(
    "ACCEPTED",
    "申请已经受理",
    "the application was accepted already",
    "T-I-02",
    "发现不应受理的，终止仲裁程序",
);

pub(super) const WRONG_PARTY: Words = words(
    "WRONG_PARTY",
    "第{}号当事人不能办理此事",
    "party {} may not do this",
    "调解仲裁法 19",
    "请选择有此权利的当事人",
);

pub(super) const ALREADY_DONE: Words = words(
    "ALREADY_DONE",
    "此事已经办理过",
    "this has been done already",
    "调解仲裁法 24—31",
    "请继续下一步",
);

pub(super) const NOTHING_TO_FORWARD: Words = words(
    "NOTHING_TO_FORWARD",
    "没有待送达申请人的答辩书",
    "no defence waits to be sent",
    "T-I-03",
    "请继续下一步",
);

pub(super) const WRONG_NUMBER: Words = words(
    "WRONG_NUMBER",
    "仲裁庭由三名不同的仲裁员组成，或者一名独任",
    "a tribunal has three different arbitrators, or one",
    "调解仲裁法 27",
    "请重新确定组成人员",
);

pub(super) const WRONG_CHOOSER: Words = words(
    "WRONG_CHOOSER",
    "首席由双方共同选定，其他二名各自选定；不能选定的由主任指定",
    "both choose the presiding one, each side one other, the director in default",
    "调解仲裁法 27、29",
    "请更正选定的方式",
);

pub(super) const SOLE_NEEDS_CONSENT: Words = words(
    "SOLE_NEEDS_CONSENT",
    "独任仲裁须案情简单且双方同意",
    "a sole arbitrator needs a simple case and both sides' consent",
    "调解仲裁法 27",
    "请由三名仲裁员组成仲裁庭",
);

pub(super) const NOT_SITTING: Words = words(
    "NOT_SITTING",
    "该仲裁员不在本案仲裁庭",
    "this person does not sit",
    "调解仲裁法 28",
    "请核对仲裁员",
);

pub(super) const CHALLENGE_TOO_LATE: Words = words(
    "CHALLENGE_TOO_LATE",
    "回避应当在首次开庭前提出，之后才知道的除外",
    "a challenge comes before the first hearing unless the ground became known later",
    "调解仲裁法 28",
    "裁决后可以起诉",
);

pub(super) const CHALLENGE_OPEN: Words = words(
    "CHALLENGE_OPEN",
    "回避申请还没有决定",
    "a challenge waits for its decision",
    "调解仲裁法 29",
    "请主任先决定是否回避",
);

pub(super) const NO_CHALLENGE: Words = words(
    "NO_CHALLENGE",
    "没有待决定的回避申请",
    "no challenge waits",
    "调解仲裁法 29",
    "请先登记回避申请",
);

pub(super) const NO_TRIBUNAL: Words = words(
    "NO_TRIBUNAL",
    "还没有组成仲裁庭",
    "there is no tribunal yet",
    "调解仲裁法 27",
    "请先组成仲裁庭",
);

pub(super) const NOTICE_TOO_LATE: Words = words(
    "NOTICE_TOO_LATE",
    "开庭通知最迟应在{}发出",
    "notice of the hearing was due by {}",
    "T-I-04；调解仲裁法 31",
    "请改定更晚的日期",
);

pub(super) const ON_THE_SPOT_ASKED: Words = words(
    "ON_THE_SPOT_ASKED",
    "双方要求在乡（镇）或者村开庭，应当在当地开庭",
    "both sides asked for a hearing on the spot: it must be held there",
    "调解仲裁法 30",
    "请改定在乡（镇）或者村",
);

pub(super) const HEARING_NOT_NOTIFIED: Words = words(
    "HEARING_NOT_NOTIFIED",
    "没有通知过这一天开庭",
    "no hearing was announced for this day",
    "T-I-04；调解仲裁法 31",
    "请先通知开庭",
);

pub(super) const CLAIMANT_CAME: Words = words(
    "CLAIMANT_CAME",
    "有申请人到庭，不能视为撤回",
    "a claimant came: no withdrawal",
    "调解仲裁法 35",
    "请记录开庭",
);

pub(super) const COUNTERCLAIM_STANDS: Words = words(
    "COUNTERCLAIM_STANDS",
    "被申请人提出了反请求，仲裁不因撤回而终止",
    "a counterclaim stands: withdrawal does not end the case",
    "调解仲裁法 34",
    "请就反请求继续仲裁",
);

pub(super) const NOT_AGREED: Words = words(
    "NOT_AGREED",
    "当事人{}没有同意",
    "party {} has not agreed",
    "调解仲裁法 11、27、32",
    "请取得双方同意",
);

pub(super) const STATEMENT_PENDING: Words = words(
    "STATEMENT_PENDING",
    "调解书正在等待签收",
    "a statement waits for signatures",
    "调解仲裁法 11",
    "请等待签收，或者记录反悔",
);

pub(super) const NO_STATEMENT: Words = words(
    "NO_STATEMENT",
    "没有等待签收的调解书",
    "no statement waits for signatures",
    "调解仲裁法 11",
    "请先调解",
);

pub(super) const SIGNED: Words = words(
    "SIGNED",
    "当事人{}已经签收，不能反悔",
    "party {} has signed and is bound",
    "调解仲裁法 11",
    "等待对方签收",
);

pub(super) const RELATION_NOT_CLEAR: Words = words(
    "RELATION_NOT_CLEAR",
    "权利义务关系不明确，不能先行裁定",
    "the relation is not clear: no advance ruling",
    "调解仲裁法 42",
    "请在裁决中处理，或者告知可以申请财产保全",
);

pub(super) const STAYED: Words =
    words("STAYED", "仲裁程序已中止", "the case stands still", "仲裁规则 中止", "请先恢复");

pub(super) const NOT_STAYED: Words = words(
    "NOT_STAYED",
    "仲裁程序没有中止",
    "the case does not stand still",
    "仲裁规则 中止",
    "请继续办理",
);

pub(super) const TERM_OVER: Words = words(
    "TERM_OVER",
    "仲裁期限已于{}届满",
    "the term ended on {}",
    "T-I-05；调解仲裁法 47",
    "请尽快裁决",
);

pub(super) const TERM_RUNS: Words = words(
    "TERM_RUNS",
    "期限到{}为止，还没有届满",
    "the limit runs until {}",
    "T-I-02；T-I-05；T-I-07",
    "请在届满之后办理",
);

pub(super) const EXTENSION_TOO_LONG: Words = words(
    "EXTENSION_TOO_LONG",
    "延长期限合计不得超过三十日",
    "the extension is thirty days at most, in all",
    "T-I-05；调解仲裁法 47",
    "请减少延长的天数",
);

pub(super) const NOT_HEARD: Words = words(
    "NOT_HEARD",
    "还没有开庭，不能裁决",
    "there was no hearing yet",
    "调解仲裁法 30",
    "请先通知并开庭",
);

pub(super) const NOT_MEDIATED: Words = words(
    "NOT_MEDIATED",
    "还没有调解，不能裁决",
    "there was no mediation yet",
    "调解仲裁法 11",
    "请先调解",
);

pub(super) const LIMITATION_NOT_RAISED: Words = words(
    "LIMITATION_NOT_RAISED",
    "对方没有提出时效抗辩",
    "nobody raised limitation",
    "T-I-01；调解仲裁法 18",
    "请就请求本身裁决",
);

pub(super) const LIMITATION_NOT_RUN: Words = words(
    "LIMITATION_NOT_RUN",
    "仲裁时效没有届满",
    "limitation has not run",
    "T-I-01；调解仲裁法 18",
    "请就请求本身裁决",
);

pub(super) const NO_AWARD: Words = words(
    "NO_AWARD",
    "还没有裁决，或者裁决已有结果",
    "there is no award that waits",
    "调解仲裁法 48",
    "裁决前向法院起诉且已受理的，终止仲裁程序",
);

pub(super) const AWARDED: Words = words(
    "AWARDED",
    "已经裁决，审理结束",
    "the award is made: the trial is over",
    "调解仲裁法 44、48",
    "不服的可以在三十日内起诉",
);

pub(super) const NOT_RECEIVED: Words = words(
    "NOT_RECEIVED",
    "当事人{}还没有收到裁决书，期限没有起算",
    "party {} has not received the award: its limit has not begun",
    "T-I-07",
    "请先送达",
);

pub(super) const RIGHT_LOST: Words = words(
    "RIGHT_LOST",
    "起诉期限已于{}届满，裁决书已发生法律效力",
    "the right to sue ended on {}",
    "T-I-07；法释〔2014〕1号 2",
    "可以履行或者申请执行",
);

pub(super) const ENDED: Words = words(
    "ENDED",
    "案件已经结束",
    "the case has ended",
    "调解仲裁法 22、34、48",
    "可以查阅，或者另行申请",
);

pub(super) const NO_MEASURE: Words = words(
    "NO_MEASURE",
    "没有第{}号待办的保全申请",
    "no request for preservation no. {} waits",
    "调解仲裁法 26、41",
    "请核对编号；没有申请的，先登记申请",
);

pub(super) const NOT_PASSED: Words = words(
    "NOT_PASSED",
    "保全申请还没有提交人民法院",
    "the request has not been handed to the court",
    "调解仲裁法 26、41",
    "请先提交被申请人住所地、财产或者证据所在地的基层人民法院",
);
