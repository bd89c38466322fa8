//! What each refusal of labour arbitration says; `{}` is its detail.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "这里还没有这件仲裁案",
    "there is no such arbitration case yet",
    "劳动争议调解仲裁法28",
    "请先登记仲裁申请",
);

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "这件仲裁案已经登记",
    "the case is registered already",
    "劳动争议调解仲裁法28",
    "请打开已有案件办理",
);

pub(super) const NOT_NOW: Words = words(
    "NOT_NOW",
    "案件处于“{}”，现在不能办理此事",
    "the state {} does not allow this",
    "劳动争议调解仲裁法29至50",
    "",
);

pub(super) const ENDED: Words = words(
    "ENDED",
    "案件已结束（{}），不能再办理",
    "the case has ended: {}",
    "劳动争议调解仲裁法50、51",
    "可以查阅，或者另行申请",
);

pub(super) const DATE_IN_FUTURE: Words = words(
    "DATE_IN_FUTURE",
    "日期 {} 还没有到",
    "the day {} has not come",
    "劳动争议调解仲裁法29至50",
    "请填写实际发生的日期",
);

pub(super) const DATE_TOO_EARLY: Words = words(
    "DATE_TOO_EARLY",
    "日期早于应当在先的 {}",
    "the day is earlier than {}, which comes first",
    "劳动争议调解仲裁法29至50",
    "请核对日期",
);

pub(super) const NO_SUCH_LIMIT: Words =
    words("NO_SUCH_LIMIT", "{}", "{}", "time-limits H", "请联系运维人员核对期限表");

pub(super) const BRIEF_MISSING: Words = words(
    "BRIEF_MISSING",
    "申请没有写明争议和当事人",
    "the application does not say the dispute and its parties",
    "劳动争议调解仲裁法28",
    "请填写争议情况和双方当事人",
);

pub(super) const OTHER_DISPUTE: Words = words(
    "OTHER_DISPUTE",
    "申请的争议与已接收的争议不是同一件",
    "the application is about another dispute than the one taken over",
    "劳动争议调解仲裁法28",
    "请核对编号，或者另行登记",
);

pub(super) const WRONG_SIDES: Words = words(
    "WRONG_SIDES",
    "劳动者一方、用人单位一方与案件当事人不一致",
    "the two sides do not agree with the parties of the brief",
    "劳动争议调解仲裁法22",
    "请按当事人编号重新填写双方",
);

pub(super) const WRONG_PARTY: Words = words(
    "WRONG_PARTY",
    "第{}号当事人不能办理此事",
    "party {} may not do this",
    "劳动争议调解仲裁法22、28",
    "请选择有此权利的当事人",
);

pub(super) const NOT_YET_EXPIRED: Words = words(
    "NOT_YET_EXPIRED",
    "期限到 {} 为止，还没有届满",
    "the limit runs until {}",
    "T-H-06、T-H-09、T-H-14至T-H-16",
    "请在届满之后办理",
);

pub(super) const ALREADY_DONE: Words = words(
    "ALREADY_DONE",
    "此事已经办理过",
    "this has been done already",
    "劳动争议调解仲裁法30至36",
    "请继续下一步",
);

pub(super) const NOT_COLLECTIVE: Words = words(
    "NOT_COLLECTIVE",
    "劳动者不足十人，或者没有共同请求，不能推举代表",
    "fewer than ten workers, or no common claim",
    "T-H-17 劳动争议调解仲裁法7",
    "各劳动者本人或者委托代理人参加",
);

pub(super) const WRONG_REPRESENTATIVES: Words = words(
    "WRONG_REPRESENTATIVES",
    "代表应为三至五名本案劳动者",
    "representatives are three to five workers of the case",
    "T-H-17 办案规则63",
    "请重新推举",
);

pub(super) const WRONG_TRIBUNAL: Words = words(
    "WRONG_TRIBUNAL",
    "仲裁庭由三名仲裁员组成，简单案件由一名仲裁员独任，人员不得重复",
    "a tribunal has three arbitrators, or one in a simple case",
    "劳动争议调解仲裁法31",
    "请重新确定组成人员",
);

pub(super) const THREE_ARBITRATORS_NEEDED: Words = words(
    "THREE_ARBITRATORS_NEEDED",
    "集体争议应当由三名仲裁员组成仲裁庭",
    "a collective case needs three arbitrators",
    "T-H-17 办案规则65",
    "请确定三名仲裁员",
);

pub(super) const NO_TRIBUNAL: Words = words(
    "NO_TRIBUNAL",
    "还没有组成仲裁庭",
    "there is no tribunal yet",
    "T-H-07 劳动争议调解仲裁法31、32",
    "请先组成仲裁庭并通知当事人",
);

pub(super) const NOTICE_TOO_LATE: Words = words(
    "NOTICE_TOO_LATE",
    "开庭通知最迟应在 {} 发出",
    "notice of the hearing was due by {}",
    "T-H-08 劳动争议调解仲裁法35",
    "请改定更晚的开庭日期",
);

pub(super) const POSTPONEMENT_TOO_LATE: Words = words(
    "POSTPONEMENT_TOO_LATE",
    "延期请求最迟应在 {} 提出",
    "a postponement had to be asked for by {}",
    "T-H-08 劳动争议调解仲裁法35",
    "当事人可以说明正当理由，由仲裁庭另定开庭日期",
);

pub(super) const HEARING_NOT_NOTIFIED: Words = words(
    "HEARING_NOT_NOTIFIED",
    "没有通知过这一天开庭",
    "no hearing was announced for this day",
    "T-H-08 劳动争议调解仲裁法35",
    "请先通知开庭",
);

pub(super) const NOT_HEARD: Words = words(
    "NOT_HEARD",
    "还没有开庭，不能裁决",
    "there was no hearing yet",
    "劳动争议调解仲裁法35、38",
    "请先通知并开庭",
);

pub(super) const MEDIATION_STEP_MISSING: Words = words(
    "MEDIATION_STEP_MISSING",
    "裁决前应当先行调解",
    "mediation comes before the award",
    "T-H-10 劳动争议调解仲裁法42",
    "请先调解并记录结果",
);

pub(super) const STATEMENT_PENDING: Words = words(
    "STATEMENT_PENDING",
    "调解书正在等待签收，不能裁决",
    "a mediation statement waits for signatures",
    "T-H-10 劳动争议调解仲裁法42",
    "请等待签收；一方反悔的，记录反悔后裁决",
);

pub(super) const NO_STATEMENT: Words = words(
    "NO_STATEMENT",
    "没有等待签收的调解书",
    "no mediation statement waits for signatures",
    "T-H-10 劳动争议调解仲裁法42",
    "请先调解",
);

pub(super) const TERM_OVER: Words = words(
    "TERM_OVER",
    "裁决期限已于 {} 届满",
    "the term ended on {}",
    "T-H-09 劳动争议调解仲裁法43",
    "请尽快裁决，或者记录当事人起诉",
);

pub(super) const EXTENSION_USED: Words = words(
    "EXTENSION_USED",
    "已经批准过延期，延长不得超过十五日",
    "the fifteen days more have been used",
    "T-H-09 劳动争议调解仲裁法43",
    "请在期限内裁决",
);

pub(super) const ITEMS_DO_NOT_FIT: Words = words(
    "ITEMS_DO_NOT_FIT",
    "每名未了结的劳动者都应有裁决项，其他人不能有",
    "every remaining worker needs an item, and nobody else",
    "劳动争议调解仲裁法46",
    "请按劳动者逐项填写",
);

pub(super) const MINIMUM_WAGE_MISSING: Words = words(
    "MINIMUM_WAGE_MISSING",
    "没有填写当地月最低工资标准及其文件",
    "the local monthly minimum wage and its source are missing",
    "T-H-11 劳动争议调解仲裁法47；解释(一)19",
    "请填写裁决时的标准、年度和文件名称",
);

pub(super) const LIMITATION_NOT_RAISED: Words = words(
    "LIMITATION_NOT_RAISED",
    "对方没有提出时效抗辩，仲裁庭不得主动适用",
    "nobody raised limitation, and the tribunal may not",
    "T-H-05 劳动争议调解仲裁法27",
    "请就请求本身作出裁决",
);

pub(super) const LIMITATION_NOT_RUN: Words = words(
    "LIMITATION_NOT_RUN",
    "仲裁时效没有届满",
    "the limitation has not run",
    "T-H-05 劳动争议调解仲裁法27",
    "请就请求本身作出裁决",
);

pub(super) const ADVANCE_NOT_ALLOWED: Words = words(
    "ADVANCE_NOT_ALLOWED",
    "不符合先予执行条件：须是劳动报酬、工伤医疗费、经济补偿或者赔偿金，权利义务明确，且不先予执行将严重影响生活",
    "an advance needs a money claim, a clear relation and hardship",
    "T-H-20 劳动争议调解仲裁法44",
    "请在裁决中一并处理",
);

pub(super) const NO_SUCH_PAPER: Words = words(
    "NO_SUCH_PAPER",
    "没有这份文书，或者与该当事人无关",
    "there is no such paper, or it does not concern this party",
    "T-H-13 解释(一)17、20",
    "请核对文书和当事人",
);

pub(super) const FINAL_FOR_EMPLOYER: Words = words(
    "FINAL_FOR_EMPLOYER",
    "终局裁决，用人单位不能起诉",
    "the award is final for the employer",
    "T-H-15 劳动争议调解仲裁法48、49",
    "可以在三十日内向中级人民法院申请撤销",
);

pub(super) const NOT_FINAL: Words = words(
    "NOT_FINAL",
    "不是终局裁决，不能申请撤销",
    "a non-final award is not set aside",
    "T-H-16 劳动争议调解仲裁法50；解释(一)20",
    "可以在收到之日起十五日内起诉",
);

pub(super) const WORKER_SUED: Words = words(
    "WORKER_SUED",
    "劳动者已经起诉，中级人民法院不受理撤销申请",
    "the worker has sued, so the request is refused",
    "T-H-14 解释(一)21",
    "请在诉讼中主张；起诉被驳回或者撤诉的，可在收到裁定之日起三十日内申请",
);

pub(super) const RIGHT_LOST: Words = words(
    "RIGHT_LOST",
    "期限已于 {} 届满，该项权利已丧失",
    "the right ended on {}",
    "T-H-14、T-H-15、T-H-16 劳动争议调解仲裁法48至50",
    "裁决已生效，可以履行或者申请执行",
);

pub(super) const HEARING_SET: Words = words(
    "HEARING_SET",
    "已定于 {} 开庭，法院暂不受理对逾期未裁决的起诉",
    "the hearing is set for {}",
    "T-H-09 解释(一)12",
    "请按通知参加开庭",
);

pub(super) const GUIDE_FIRST: Words = words(
    "GUIDE_FIRST",
    "集体争议开庭前应当引导当事人协商或者先行调解",
    "a collective case is talked over or mediated before the hearing",
    "办案规则66",
    "请先引导协商或者先行调解并记录",
);

pub(super) const SIMPLIFIED_BARRED: Words = words(
    "SIMPLIFIED_BARRED",
    "有不得简易处理的情形：{}",
    "simplified handling is barred: {}",
    "办案规则57",
    "请按一般程序处理",
);

pub(super) const SIMPLIFIED_NOT_OPEN: Words = words(
    "SIMPLIFIED_NOT_OPEN",
    "不符合简易处理的条件：标的额超过上年度职工年平均工资或者没有写明依据，或者当事人没有都同意",
    "the case meets no condition of simplified handling",
    "办案规则56",
    "请按一般程序处理，或者取得各方同意",
);

pub(super) const NOT_SIMPLIFIED: Words = words(
    "NOT_SIMPLIFIED",
    "案件没有决定简易处理",
    "the case is not handled in the simplified way",
    "办案规则56、58至61",
    "请先决定简易处理，或者按一般程序办理",
);

pub(super) const NOT_SHORTER: Words = words(
    "NOT_SHORTER",
    "新的答辩期限应当晚于商定之日，早于原期限 {}",
    "the new limit lies after the agreement and before {}",
    "办案规则58；T-H-07.defence",
    "请另行商定日期，或者取消答辩期",
);

pub(super) const NOTICE_UNCONFIRMED: Words = words(
    "NOTICE_UNCONFIRMED",
    "第 {} 号当事人没有确认收到简便方式的开庭通知，不得按撤回处理或者缺席裁决",
    "party {} has not confirmed the notice given by simple means",
    "办案规则59",
    "请取得确认，或者另行送达后改期开庭",
);

pub(super) const TRIPARTITE_NEEDED: Words = words(
    "TRIPARTITE_NEEDED",
    "因履行集体合同发生的争议，由劳动行政部门、工会、企业方面各一人组成仲裁庭",
    "a collective-contract dispute is tried by one member from each of the three sides",
    "办案规则65",
    "请按照三方原则组庭",
);

pub(super) const NOT_COLLECTIVE_CONTRACT: Words = words(
    "NOT_COLLECTIVE_CONTRACT",
    "争议没有认定为因履行集体合同发生",
    "the dispute is not about a collective contract",
    "办案规则62、65",
    "请按一般规定组庭",
);

pub(super) const DECIDED_IN_PART: Words = words(
    "DECIDED_IN_PART",
    "该项请求已经先行裁决",
    "this claim was decided in part already",
    "劳动争议调解仲裁法43",
    "请只就其余请求裁决",
);

pub(super) const NOTHING_LEFT: Words = words(
    "NOTHING_LEFT",
    "没有留下待裁决的请求",
    "nothing would be left to decide",
    "劳动争议调解仲裁法43",
    "请直接作出裁决",
);

pub(super) const PART_OPEN: Words = words(
    "PART_OPEN",
    "同类的先行裁决各方权利尚未了结",
    "an earlier partial award of this kind is still open",
    "劳动争议调解仲裁法43；办案规则49",
    "请在其有结果后再先行裁决，或者与其余请求一并裁决",
);
