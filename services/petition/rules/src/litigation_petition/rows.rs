//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "该事项尚未登记",
    "the matter is not registered",
    "信访工作条例22",
    "请先登记",
);

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "该事项已经登记",
    "the matter is registered already",
    "信访工作条例22",
    "请在原事项中继续办理",
);

pub(super) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "该事项已经结束",
    "the matter has ended",
    "T-M-01",
    "有新的事实和理由的，另行登记",
);

pub(super) const PETITIONER_WANTED: Words = words(
    "PETITIONER_WANTED",
    "没有信访人",
    "there is no petitioner",
    "信访工作条例17",
    "请登记信访人",
);

pub(super) const NOTHING_BARS: Words = words(
    "NOTHING_BARS",
    "该事项没有依法终结过，应当受理",
    "nothing bars this matter",
    "信访工作条例22",
    "请甄别分离",
);

pub(super) const NOT_SEPARATED: Words = words(
    "NOT_SEPARATED",
    "尚未甄别是否涉法涉诉",
    "litigation was not separated from petition yet",
    "信访工作条例31(1)",
    "请先甄别分离",
);

pub(super) const NOT_NOW: Words = words(
    "NOT_NOW",
    "事项现在处于“{}”，不能这样办理",
    "not possible while the matter is {}",
    "T-M-01",
    "请按现在的阶段办理",
);

pub(super) const PERSON_WANTED: Words = words(
    "PERSON_WANTED",
    "没有写明责任人",
    "no responsible person is named",
    "信访工作条例28",
    "请写明责任人",
);

pub(super) const NOT_PETITIONER: Words = words(
    "NOT_PETITIONER",
    "当事人{}不是全部信访人",
    "party {} is not all of the petitioners",
    "信访工作条例17",
    "由全部信访人撤回",
);

pub(super) const OTHER_ORGAN_WANTED: Words = words(
    "OTHER_ORGAN_WANTED",
    "退回应当写明应由哪一个政法机关办理",
    "a body that declines names another one",
    "T-L-04",
    "请写明有权处理的机关",
);

pub(super) const NOT_ORGAN: Words = words(
    "NOT_ORGAN",
    "该结果只能由{}的办案人员登记",
    "only the staff of {} records this",
    "四(二)2；依法独立行使职权",
    "请由该机关登记",
);

pub(super) const ALREADY_DONE: Words = words(
    "ALREADY_DONE",
    "该事项已经登记过",
    "this is on the file already",
    "T-M-01",
    "请核对案卷",
);

pub(super) const WRONG_PROCEDURE: Words = words(
    "WRONG_PROCEDURE",
    "{}不能启动该程序",
    "this procedure is not opened by {}",
    "信访工作条例31(1)",
    "请按机关职权填写程序",
);

pub(super) const TERM_RUNS: Words =
    words("TERM_RUNS", "期限要到{}才届满", "the limit runs until {}", "T-M-01", "届满后再登记");

pub(super) const NOT_RIPE: Words = words(
    "NOT_RIPE",
    "不符合终结条件：{}",
    "not ripe for termination: {}",
    "四(二)2 依法终结",
    "补齐后再报请终结",
);

pub(super) const LEVEL_TOO_LOW: Words = words(
    "LEVEL_TOO_LOW",
    "终结应当由省级以上政法机关决定",
    "termination is decided at the level of the province or above",
    "四(二)2 依法终结",
    "请层报省级机关",
);

pub(super) const HEARING_WANTED: Words = words(
    "HEARING_WANTED",
    "终结以前应当公开听证、审查",
    "a public hearing comes before termination",
    "四(二)2 依法终结",
    "请先组织听证",
);
