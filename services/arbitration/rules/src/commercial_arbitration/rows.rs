//! The words of every refusal. Articles are those of the Act as revised in 2025.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "这里还没有这件仲裁案",
    "there is no such case yet",
    "仲裁法 33",
    "请先登记移交或者申请",
);

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "这件仲裁案已经登记",
    "the case is registered already",
    "仲裁法 33",
    "请在原案中办理",
);

pub(super) const BRIEF_MISSING: Words = words(
    "BRIEF_MISSING",
    "申请没有写明争议和当事人",
    "the application does not say the dispute and its parties",
    "仲裁法 34",
    "请填写争议情况和当事人",
);

pub(super) const OTHER_DISPUTE: Words = words(
    "OTHER_DISPUTE",
    "申请的争议与移交的不是同一件",
    "the application is about another dispute than the one handed over",
    "仲裁法 34",
    "请另行登记",
);

pub(super) const TWO_SIDES_NEEDED: Words = words(
    "TWO_SIDES_NEEDED",
    "申请应当有编号不同的申请人和被申请人",
    "an application needs a claimant and a respondent with different numbers",
    "仲裁法 34",
    "请补全当事人",
);

pub(super) const NOT_APPLIED: Words = words(
    "NOT_APPLIED",
    "还没有登记仲裁申请",
    "there is no application yet",
    "仲裁法 33",
    "请登记申请，或者记录不申请",
);

pub(super) const WITHDRAW_INSTEAD: Words = words(
    "WITHDRAW_INSTEAD",
    "申请已经登记，不申请须由申请人撤回",
    "the application is registered: the claimant withdraws it",
    "仲裁法 62",
    "请登记撤回",
);

pub(super) const NOT_ACCEPTED: Words = words(
    "NOT_ACCEPTED",
    "申请还没有受理",
    "the application is not accepted yet",
    "T-J-01",
    "请先决定是否受理",
);

pub(super) const ACCEPTED: Words = words(
    "ACCEPTED",
    "申请已经受理",
    "the application was accepted already",
    "T-J-01",
    "没有有效仲裁协议的，登记异议和决定",
);

pub(super) const BODY_NOT_NAMED: Words = words(
    "BODY_NOT_NAMED",
    "协议没有约定本仲裁机构",
    "the agreement does not name this body",
    "仲裁法 6、27、29",
    "请当事人补充协议；达不成的，可以起诉",
);

pub(super) const AD_HOC_CLOSED: Words = words(
    "AD_HOC_CLOSED",
    "非机构仲裁只限2026年3月1日起的涉外海事纠纷和自由贸易试验区等区域内企业之间的涉外纠纷",
    "ad-hoc arbitration is open only from 2026 to two kinds of foreign-related disputes",
    "仲裁法 82",
    "请约定仲裁机构，或者起诉",
);

pub(super) const ONLY_FROM_2026: Words = words(
    "ONLY_FROM_2026",
    "2026年3月1日前开始的案件适用修订前的仲裁法，不能这样办理",
    "a case begun before 2026-03-01 is under the older Act, which does not have this",
    "仲裁法 96",
    "请按修订前的仲裁法办理",
);

pub(super) const WRONG_PARTY: Words = words(
    "WRONG_PARTY",
    "第{}号当事人不能办理此事",
    "party {} may not do this",
    "仲裁法 36、38",
    "请选择有此权利的当事人",
);

pub(super) const ALREADY_DONE: Words = words(
    "ALREADY_DONE",
    "此事已经办理过",
    "this has been done already",
    "仲裁法 36—72",
    "请继续下一步",
);

pub(super) const ALREADY_DECIDED: Words = words(
    "ALREADY_DECIDED",
    "仲裁协议的效力已经决定",
    "the agreement was decided on already",
    "仲裁法 31",
    "裁决后可以申请撤销",
);

pub(super) const NOTHING_TO_FORWARD: Words = words(
    "NOTHING_TO_FORWARD",
    "没有待送达申请人的答辩书",
    "no defence waits to be sent",
    "仲裁法 36",
    "请继续下一步",
);

pub(super) const OBJECTION_TOO_LATE: Words = words(
    "OBJECTION_TOO_LATE",
    "{}已经首次开庭，不能再对仲裁协议效力提出异议",
    "the first hearing was on {}: no objection any more",
    "仲裁法 31",
    "请参加仲裁",
);

pub(super) const COURT_DECIDES: Words = words(
    "COURT_DECIDES",
    "已请求人民法院裁定，由法院决定",
    "a court was asked: it decides",
    "仲裁法 31",
    "请等待并登记法院的裁定",
);

pub(super) const COURT_NOT_ASKED: Words = words(
    "COURT_NOT_ASKED",
    "异议没有向法院提出",
    "no court was asked",
    "仲裁法 31",
    "请登记向法院提出，或者由仲裁机构、仲裁庭决定",
);

pub(super) const NO_OBJECTION: Words =
    words("NO_OBJECTION", "没有待决定的异议", "no objection waits", "仲裁法 31", "请先登记异议");

pub(super) const OBJECTION_OPEN: Words = words(
    "OBJECTION_OPEN",
    "对仲裁协议效力的异议还没有决定，不能裁决",
    "an objection waits: no award yet",
    "仲裁法 31",
    "请先决定异议",
);

pub(super) const PROMPT_MISSING: Words = words(
    "PROMPT_MISSING",
    "一方主张有仲裁协议的，首次开庭应当提示并记录对方不予否认",
    "an asserted agreement must be asked about and recorded at the first hearing",
    "仲裁法 27",
    "请提示并记录；对方否认的，登记异议",
);

pub(super) const WRONG_NUMBER: Words = words(
    "WRONG_NUMBER",
    "仲裁庭由三名不同的仲裁员或者一名仲裁员组成",
    "a tribunal has three different arbitrators, or one",
    "仲裁法 42",
    "请重新确定组成人员",
);

pub(super) const WRONG_CHOOSER: Words = words(
    "WRONG_CHOOSER",
    "双方各自选定一名，首席共同选定或者依约由二人选定；未选定的由主任指定",
    "each side chooses one, both or by agreement the two choose the presiding one, the director in default",
    "仲裁法 43、44、49",
    "请更正选定的方式",
);

pub(super) const WRONG_SIZE: Words = words(
    "WRONG_SIZE",
    "人数与当事人约定的不一致",
    "the number is not the agreed one",
    "仲裁法 43",
    "请按约定组成",
);

pub(super) const NO_DIRECTOR: Words = words(
    "NO_DIRECTOR",
    "非机构仲裁没有主任，不能由主任指定",
    "ad hoc there is no director",
    "仲裁法 82",
    "请按约定的规则选定",
);

pub(super) const NOT_AD_HOC: Words = words(
    "NOT_AD_HOC",
    "不是非机构仲裁，无须备案",
    "not ad hoc: nothing to file",
    "仲裁法 82",
    "请继续下一步",
);

pub(super) const NOT_SITTING: Words = words(
    "NOT_SITTING",
    "该仲裁员不在本案仲裁庭",
    "this person does not sit",
    "仲裁法 46",
    "请核对仲裁员",
);

pub(super) const CHALLENGE_TOO_LATE: Words = words(
    "CHALLENGE_TOO_LATE",
    "回避应当在首次开庭前提出，之后才知道的除外",
    "a challenge comes before the first hearing unless the ground became known later",
    "仲裁法 47",
    "裁决后有法定情形的可以申请撤销",
);

pub(super) const CHALLENGE_OPEN: Words = words(
    "CHALLENGE_OPEN",
    "回避申请还没有决定",
    "a challenge waits for its decision",
    "仲裁法 48",
    "请主任先决定是否回避",
);

pub(super) const NO_CHALLENGE: Words = words(
    "NO_CHALLENGE",
    "没有待决定的回避申请",
    "no challenge waits",
    "仲裁法 48",
    "请先登记回避申请",
);

pub(super) const NOTHING_TO_REPEAT: Words = words(
    "NOTHING_TO_REPEAT",
    "没有更换过仲裁员，不能重新进行",
    "no arbitrator was replaced: nothing to do again",
    "仲裁法 49",
    "请继续下一步",
);

pub(super) const NO_TRIBUNAL: Words = words(
    "NO_TRIBUNAL",
    "还没有组成仲裁庭",
    "there is no tribunal yet",
    "仲裁法 42",
    "请先组成仲裁庭",
);

pub(super) const HEARING_NOT_AHEAD: Words = words(
    "HEARING_NOT_AHEAD",
    "开庭日期{}应当在通知之后",
    "the hearing on {} must lie after its notice",
    "仲裁法 53",
    "请按仲裁规则改定日期",
);

pub(super) const HEARING_NOT_NOTIFIED: Words = words(
    "HEARING_NOT_NOTIFIED",
    "没有通知过这一天开庭",
    "no hearing was announced for this day",
    "仲裁法 53",
    "请先通知开庭，或者经双方同意书面审理",
);

pub(super) const ONLINE_OPPOSED: Words = words(
    "ONLINE_OPPOSED",
    "当事人{}明确表示不同意在线",
    "party {} clearly objects to going online",
    "T-J-04；仲裁法 11",
    "请改为线下开庭",
);

pub(super) const CLAIMANT_CAME: Words = words(
    "CLAIMANT_CAME",
    "有申请人到庭，不能视为撤回",
    "a claimant came: no withdrawal",
    "仲裁法 54",
    "请记录开庭",
);

pub(super) const COUNTERCLAIM_STANDS: Words = words(
    "COUNTERCLAIM_STANDS",
    "被申请人提出了反请求，不因撤回而结束",
    "a counterclaim stands: withdrawal does not end the case",
    "仲裁法 38",
    "请就反请求继续仲裁",
);

pub(super) const NOT_AGREED: Words = words(
    "NOT_AGREED",
    "当事人{}没有同意",
    "party {} has not agreed",
    "仲裁法 11、51、62、64",
    "请取得双方同意",
);

pub(super) const STATEMENT_PENDING: Words = words(
    "STATEMENT_PENDING",
    "调解书正在等待签收",
    "a statement waits for signatures",
    "仲裁法 65",
    "请等待签收，或者记录反悔",
);

pub(super) const NO_STATEMENT: Words = words(
    "NO_STATEMENT",
    "没有等待签收的调解书",
    "no statement waits for signatures",
    "仲裁法 65",
    "请先调解",
);

pub(super) const SIGNED: Words = words(
    "SIGNED",
    "当事人{}已经签收，不能反悔",
    "party {} has signed and is bound",
    "仲裁法 65",
    "等待对方签收",
);

pub(super) const STAYED: Words =
    words("STAYED", "仲裁程序已中止", "the case stands still", "T-J-02", "请先恢复");

pub(super) const NOT_STAYED: Words = words(
    "NOT_STAYED",
    "仲裁程序没有中止",
    "the case does not stand still",
    "T-J-02",
    "请继续办理",
);

pub(super) const TERM_OVER: Words = words(
    "TERM_OVER",
    "裁决期限已经届满，不能中止",
    "the term is over: no stay",
    "T-J-02",
    "请尽快裁决",
);

pub(super) const TERM_RUNS: Words = words(
    "TERM_RUNS",
    "期限到{}为止，还没有届满",
    "the limit runs until {}",
    "T-J-01；T-J-02；T-J-06",
    "请在届满之后办理",
);

pub(super) const NOT_HEARD: Words = words(
    "NOT_HEARD",
    "还没有开庭，也没有经双方同意书面审理",
    "there was no hearing, nor a trial on papers by consent",
    "仲裁法 51",
    "请先开庭",
);

pub(super) const NO_AWARD: Words =
    words("NO_AWARD", "还没有裁决", "there is no award yet", "仲裁法 70", "请先裁决");

pub(super) const AWARDED: Words = words(
    "AWARDED",
    "裁决已经作出，一裁终局",
    "the award is made and final",
    "仲裁法 10、70",
    "有错漏的请求补正，有法定情形的申请撤销",
);

pub(super) const NOT_RECEIVED: Words = words(
    "NOT_RECEIVED",
    "当事人{}还没有收到裁决书，期限没有起算",
    "party {} has not received the award: its limit has not begun",
    "T-J-06",
    "请先送达",
);

pub(super) const RIGHT_LOST: Words = words(
    "RIGHT_LOST",
    "期限已于{}届满",
    "the right ended on {}",
    "T-J-05；T-J-06",
    "可以履行；对方申请执行的，可以依法申请不予执行",
);

pub(super) const NOT_ASKED: Words = words(
    "NOT_ASKED",
    "没有人申请撤销裁决",
    "nobody asked for setting aside",
    "仲裁法 71",
    "请先登记撤销申请",
);

pub(super) const REMIT_IN_PAST: Words = words(
    "REMIT_IN_PAST",
    "法院给定的日期{}已经过去",
    "the court's day {} is past",
    "仲裁法 74",
    "请核对通知",
);

pub(super) const NOT_REMITTED: Words = words(
    "NOT_REMITTED",
    "法院没有通知重新仲裁",
    "the court has not called for re-arbitration",
    "仲裁法 74",
    "请等待法院裁定",
);

pub(super) const REMITTED: Words = words(
    "REMITTED",
    "法院已通知重新仲裁，撤销程序中止",
    "re-arbitration was called for: the court waits",
    "仲裁法 74",
    "请登记开始重新仲裁，或者没有重新仲裁",
);

pub(super) const AGAIN_TOO_LATE: Words = words(
    "AGAIN_TOO_LATE",
    "重新仲裁应当在{}前开始",
    "re-arbitration was to begin by {}",
    "仲裁法 74",
    "请登记没有重新仲裁，撤销程序恢复",
);

pub(super) const ENFORCEMENT_STAYED: Words = words(
    "ENFORCEMENT_STAYED",
    "撤销申请还在审查，执行中止",
    "a request to set aside waits: enforcement stands still",
    "仲裁法 77",
    "请等待法院裁定",
);

pub(super) const GROUND_SPENT: Words = words(
    "GROUND_SPENT",
    "以“{}”申请撤销已被驳回，不能以相同理由不予执行",
    "setting aside on this ground ({}) was dismissed already",
    "仲裁法 76；仲裁法解释 26",
    "请核对裁定的理由",
);

pub(super) const FINAL: Words = words(
    "FINAL",
    "裁决已经生效，期限均已届满",
    "the award is final and no right is left",
    "仲裁法 10、72",
    "可以申请执行；法院裁定不予执行的，登记裁定",
);

pub(super) const ENDED: Words =
    words("ENDED", "案件已经结束", "the case has ended", "仲裁法 10、62", "可以查阅，或者另行申请");
