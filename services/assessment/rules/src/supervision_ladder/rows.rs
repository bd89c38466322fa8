//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "没有这项约谈或者挂牌",
    "there is no such measure",
    "实施方案九(三)",
    "请先起草",
);

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "该项约谈或者挂牌已经起草",
    "the measure is drafted already",
    "实施方案九(三)",
    "请在原件中继续办理",
);

pub(super) const OVER: Words = words(
    "OVER",
    "该项督导已经结束",
    "the measure has ended",
    "实施方案九(三)",
    "需要再督导的，另行起草",
);

pub(super) const WRONG_STAGE: Words = words(
    "WRONG_STAGE",
    "现在还不能办理这一步",
    "this step has no place now",
    "实施方案九(三)",
    "现在应当：{}",
);

pub(super) const TEXT_MISSING: Words =
    words("TEXT_MISSING", "没有写明内容或者理由", "the text is missing", "C-319", "请写明内容");

pub(super) const NO_CASES: Words = words(
    "NO_CASES",
    "没有列明所依据的案件",
    "no case stands behind the measure",
    "C-318；I8",
    "请列明案件，便于单位核对",
);

pub(super) const BELOW_THRESHOLD: Words = words(
    "BELOW_THRESHOLD",
    "案件不足{}件，没有达到启动标准",
    "fewer than {} cases: the trigger is not met",
    "C-318",
    "请继续督办，不启动约谈或者挂牌",
);

pub(super) const CASE_NOT_ITS_OWN: Words = words(
    "CASE_NOT_ITS_OWN",
    "案件{}不是该单位承办的，不得计入",
    "case {} was not the unit's own and does not count",
    "S21；I1",
    "请剔除该案件后再起草或者抽样",
);

pub(super) const QUARTER_NOT_OVER: Words = words(
    "QUARTER_NOT_OVER",
    "季度到{}才结束",
    "the quarter ends only on {}",
    "C-318；C-016",
    "请在季度结束、数据冻结之后起草",
);

pub(super) const NOT_FROZEN: Words = words(
    "NOT_FROZEN",
    "指标数据还没有冻结，或者冻结日期不对",
    "the figure is not frozen, or on a wrong day",
    "C-016；I8",
    "请先冻结本季度考核表",
);

pub(super) const NOT_A_LATER_QUARTER: Words = words(
    "NOT_A_LATER_QUARTER",
    "不是上次之后的季度",
    "the quarter is not a later one",
    "S21；C-318",
    "请填写以后季度的指标",
);

pub(super) const NO_TALK_BEFORE: Words = words(
    "NO_TALK_BEFORE",
    "没有先约谈，不能直接挂牌",
    "no listing without a talk before",
    "实施方案九(三)；C-314",
    "请先约谈",
);

pub(super) const OWN_UNIT: Words = words(
    "OWN_UNIT",
    "不能督导本单位",
    "nobody supervises himself",
    "实施方案九(三)",
    "请由上级督导",
);

pub(super) const NOT_YOUR_MEASURE: Words = words(
    "NOT_YOUR_MEASURE",
    "只有被督导单位可以办理",
    "only the supervised unit may do this",
    "实施方案九(三)",
    "请由被督导单位办理",
);

pub(super) const PERSON_MUST_SIGN: Words = words(
    "PERSON_MUST_SIGN",
    "必须由人签发",
    "a person must sign",
    "C-318",
    "请由综合协调人员或者领导签发",
);

pub(super) const COMMITMENTS_MISSING: Words = words(
    "COMMITMENTS_MISSING",
    "没有提出解决措施",
    "no measures were promised",
    "C-319",
    "请逐项写明措施和期限",
);

pub(super) const MEASURES_REPEATED: Words = words(
    "MEASURES_REPEATED",
    "解决措施重复",
    "a measure is only repeated",
    "C-319",
    "请提出新的措施",
);

pub(super) const DUE_TOO_LATE: Words = words(
    "DUE_TOO_LATE",
    "措施的期限应当在约谈当日至{}之间",
    "each measure is due between the talk and {}",
    "C-316；policy.rectification",
    "请改填期限",
);

pub(super) const EVIDENCE_MISSING: Words = words(
    "EVIDENCE_MISSING",
    "第{}项措施没有证明材料",
    "measure {} has no evidence",
    "C-316",
    "请逐项附上证明材料",
);

pub(super) const APPEAL_PENDING: Words = words(
    "APPEAL_PENDING",
    "还有申诉没有处理",
    "an appeal waits for its decision",
    "S21",
    "请先处理申诉",
);

pub(super) const EXTENDED_ONCE: Words = words(
    "EXTENDED_ONCE",
    "挂牌已经延长过一次",
    "the listing was extended once already",
    "C-315",
    "请移送追责，或者经复核摘牌",
);

pub(super) const SAMPLE_DRAWN: Words = words(
    "SAMPLE_DRAWN",
    "样本已经抽取，不得重抽",
    "the sample is drawn and is not drawn again",
    "S21；C-315",
    "请按已抽取的样本复核",
);

pub(super) const NOT_RECHECKED: Words = words(
    "NOT_RECHECKED",
    "样本还没有全部复核，不能凭单位自述摘牌",
    "the sample is not re-checked: no removal on the unit's own word",
    "S21；C-315",
    "请先抽样并逐件复核",
);

pub(super) const NOT_IN_SAMPLE: Words = words(
    "NOT_IN_SAMPLE",
    "样本中没有该案件",
    "the case is not in the sample",
    "S21",
    "请核对案件编号",
);

pub(super) const CHECKED_ALREADY: Words = words(
    "CHECKED_ALREADY",
    "该案件已经复核",
    "the case is re-checked already",
    "S21",
    "请复核其余案件",
);

pub(super) const NOT_BEHIND: Words = words(
    "NOT_BEHIND",
    "该案件不在依据之内",
    "the case is not behind this measure",
    "S21",
    "请核对案件编号",
);

pub(super) const APPEALED_ALREADY: Words = words(
    "APPEALED_ALREADY",
    "对该案件已经申诉过",
    "the case was appealed already",
    "S21",
    "请等待处理结果",
);

pub(super) const NO_SUCH_APPEAL: Words =
    words("NO_SUCH_APPEAL", "没有这项申诉", "there is no such appeal", "S21", "请核对申诉编号");

pub(super) const APPEAL_DECIDED: Words =
    words("APPEAL_DECIDED", "该申诉已经处理", "the appeal is decided", "S21", "无需重复处理");

pub(super) const OWN_MEASURE: Words = words(
    "OWN_MEASURE",
    "起草人、签发人不得处理对该措施的申诉",
    "who drafted or signed the measure does not judge the appeal",
    "S21；C-016",
    "请由其他人员处理",
);

pub(super) const CORRECTION_MISSING: Words = words(
    "CORRECTION_MISSING",
    "更正后的数字没有写明，或者与原数相同",
    "the corrected numbers are missing or unchanged",
    "I8；C-016",
    "请写明更正后的分子和分母",
);

pub(super) const NO_SUCH_CLOCK: Words = words(
    "NO_SUCH_CLOCK",
    "该期限没有在计算",
    "no such clock runs",
    "实施方案九(三)",
    "请查看当前状态",
);
