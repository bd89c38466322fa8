//! The words of this procedure's own refusals.

use jiefen_procedure::words::{Words, words};

pub(super) const HOST_ONLY: Words = words(
    "HOST_ONLY",
    "只有主持单位{}可以这样做",
    "only the host {} may do this",
    "六(三)4；I1",
    "请由主持单位办理，协办单位提出意见",
);
pub(super) const NOT_A_UNIT: Words = words(
    "NOT_A_UNIT",
    "{}不是本次联合调解的协办单位",
    "{} is not a co-unit here",
    "六(三)4",
    "请先由主持单位邀请",
);
pub(super) const UNITS_WANTED: Words = words(
    "UNITS_WANTED",
    "联合调解至少要有一个协办单位，单位不能重复，主持单位不能兼任",
    "joint mediation needs a co-unit, named once, other than the host",
    "六(三)4",
    "请邀请有关单位；没有的，走一般调解",
);
pub(super) const ALREADY_CALLED: Words =
    words("ALREADY_CALLED", "{}已经在内", "{} is called already", "六(三)4", "无须重复邀请");
pub(super) const ALREADY_ANSWERED: Words =
    words("ALREADY_ANSWERED", "{}已经答复", "{} has answered already", "六(三)4", "请继续办理");
pub(super) const PERSON_WANTED: Words = words(
    "PERSON_WANTED",
    "没有写明责任人或者理由",
    "no person or reason is named",
    "八(二) 责任人",
    "请写明",
);
pub(super) const COUNTY_MISSING: Words = words(
    "COUNTY_MISSING",
    "{}没有单位参加，不能开始",
    "no unit of {} has joined",
    "六(三)4；五(二)2",
    "请先邀请该县的单位参加，或者由共同上级主持",
);
pub(super) const NOBODY_JOINED: Words = words(
    "NOBODY_JOINED",
    "还没有协办单位参加",
    "no co-unit has joined",
    "六(三)4",
    "请等待答复或者另邀单位；都不参加的，取消召集",
);
pub(super) const NOT_JOINED: Words =
    words("NOT_JOINED", "{}没有参加", "{} has not joined", "六(三)4", "请交给已参加的单位");
pub(super) const TASK_FAULTY: Words = words(
    "TASK_FAULTY",
    "任务没有内容，或者期限已过",
    "the task is empty or its day has passed",
    "I3",
    "请写明做什么、何时完成",
);
pub(super) const NO_SUCH_TASK: Words = words(
    "NO_SUCH_TASK",
    "没有第{}号任务，或者不是本单位的，或者已完成",
    "task {} does not exist, is another's, or is done",
    "I3",
    "请核对任务",
);
pub(super) const UNWATCHED: Words = words(
    "UNWATCHED",
    "协议第{}项没有确定由哪个已参加的单位跟进，或者重复",
    "no joined unit watches over obligation {}, or two do",
    "六(三)4；人民调解法 31",
    "请为每一项确定一个跟进单位",
);
pub(super) const SHARED_TEXT: Words = words(
    "SHARED_TEXT",
    "联合调解只有一个协议，应当同时写明各项由哪个单位跟进",
    "there is one agreement, put forward with the unit that watches over each obligation",
    "六(三)4",
    "请用“提出联合协议文本”",
);
pub(super) const RESULT_STANDS: Words = words(
    "RESULT_STANDS",
    "结果已经产生，正在送各单位回执",
    "the result stands and is with the units",
    "六(三)4",
    "请等待各单位回执",
);
pub(super) const NO_RESULT: Words =
    words("NO_RESULT", "还没有结果", "there is no result yet", "六(三)4", "请继续调解");
pub(super) const MIRROR_RUNS: Words = words(
    "MIRROR_RUNS",
    "各单位回执的期限到{}才届满",
    "the units may acknowledge until {}",
    "policy.result_acknowledgement",
    "请等待各单位回执",
);
