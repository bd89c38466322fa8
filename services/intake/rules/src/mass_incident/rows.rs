//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "没有这起事件",
    "there is no such incident",
    "实施方案七(一)",
    "请先登记信号",
);

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "该事件已经登记",
    "the incident is recorded already",
    "实施方案七(一)",
    "请并入原事件",
);

pub(super) const OVER: Words = words(
    "OVER",
    "该事件已经结束",
    "the incident has ended",
    "突发事件应对法 86",
    "有新的信号，另行登记",
);

pub(super) const WRONG_STAGE: Words = words(
    "WRONG_STAGE",
    "现在还不能办理这一步",
    "this step has no place now",
    "实施方案七(一)",
    "现在应当：{}",
);

pub(super) const TEXT_MISSING: Words = words(
    "TEXT_MISSING",
    "没有写明内容或者理由",
    "the text is missing",
    "突发事件应对法 61",
    "请写明内容",
);

pub(super) const TIME_IN_FUTURE: Words = words(
    "TIME_IN_FUTURE",
    "时间{}还没有到",
    "{} has not come yet",
    "突发事件应对法 61",
    "请填写实际发生的时间",
);

pub(super) const TIME_TOO_EARLY: Words = words(
    "TIME_TOO_EARLY",
    "时间{}早于上一步",
    "{} lies before the step before",
    "突发事件应对法 61",
    "请按先后填写时间",
);

pub(super) const DOES_NOT_JOIN: Words = words(
    "DOES_NOT_JOIN",
    "对象、地点、事由至少两项不同，不是同一事件",
    "respondent, place and cause do not agree in two: another matter",
    "C-040",
    "请另行登记",
);

pub(super) const LEVEL_WANTED: Words = words(
    "LEVEL_WANTED",
    "没有达到任何预警标准，须由工作人员确定级别",
    "no threshold is met: a person must name the level",
    "C-237；T-R-10",
    "请确定预警级别",
);

pub(super) const SAME_LEVEL: Words =
    words("SAME_LEVEL", "预警级别没有变化", "the level is unchanged", "C-237", "请核对级别");

pub(super) const CONTACTED_ALREADY: Words = words(
    "CONTACTED_ALREADY",
    "已经首次联系",
    "the first contact was made already",
    "C-142",
    "请登记后续情况",
);

pub(super) const LANE_MISSING: Words = words(
    "LANE_MISSING",
    "没有安排{}",
    "nobody has the lane {}",
    "实施方案七(一)",
    "现场处置、社会面防控、舆论引导应当同步部署",
);

pub(super) const POLICE_MISSING: Words = words(
    "POLICE_MISSING",
    "现场处置没有公安机关参加",
    "the scene has no police",
    "实施方案七(一)；C-237",
    "请通知公安机关参加",
);

pub(super) const PERSON_MISSING: Words = words(
    "PERSON_MISSING",
    "没有写明责任人",
    "no person in charge is named",
    "八(二) 责任人",
    "请写明责任人",
);

pub(super) const NOT_CALLED: Words =
    words("NOT_CALLED", "没有调集该单位", "this unit was not called out", "C-237", "请核对单位");

pub(super) const ARRIVED_ALREADY: Words = words(
    "ARRIVED_ALREADY",
    "该单位已经到场",
    "this unit has arrived already",
    "C-237",
    "无需重复登记",
);

pub(super) const POLICE_ONLY: Words = words(
    "POLICE_ONLY",
    "该措施只能由公安机关采取",
    "only the police may take this measure",
    "突发事件应对法 74",
    "请由公安民警依法采取，其他单位劝解疏导",
);

pub(super) const NOT_VIOLENT: Words = words(
    "NOT_VIOLENT",
    "没有暴力或者对抗，不得强制隔离",
    "nobody used violence: no separation by force",
    "突发事件应对法 10、74",
    "请劝解疏导",
);

pub(super) const NOT_ABOVE: Words = words(
    "NOT_ABOVE",
    "不是本县的上级",
    "that region is not above this county",
    "突发事件应对法 17、69",
    "请报告上一级人民政府",
);

pub(super) const SKIP_UNEXPLAINED: Words = words(
    "SKIP_UNEXPLAINED",
    "越级上报没有说明必要性",
    "a level is skipped without a reason",
    "突发事件应对法 17",
    "请报上一级，或者写明越级的必要",
);

pub(super) const FALSE_FIGURE: Words = words(
    "FALSE_FIGURE",
    "上报人数少于已掌握的{}人",
    "fewer people are reported than the {} that are known",
    "T-R-09 突发事件应对法 61",
    "不得谎报、瞒报，请如实填写",
);

pub(super) const LANE_CLOSED: Words = words(
    "LANE_CLOSED",
    "这条线已经收线",
    "this lane has done its work already",
    "实施方案七(一)",
    "无需重复登记",
);

pub(super) const LANES_OPEN: Words = words(
    "LANES_OPEN",
    "还有处置线没有收线",
    "a lane is still at work",
    "突发事件应对法 86",
    "请先收线",
);

pub(super) const REPORT_OWED: Words = words(
    "REPORT_OWED",
    "应当立即上报而没有上报",
    "a report up is owed",
    "T-R-09 突发事件应对法 17、69",
    "请先上报",
);

pub(super) const NO_DISPUTE: Words = words(
    "NO_DISPUTE",
    "诉求没有落到纠纷，不能解除",
    "no dispute carries the claims on",
    "突发事件应对法 34、89",
    "请先登记纠纷并关联",
);

pub(super) const NOT_CONTACTED: Words = words(
    "NOT_CONTACTED",
    "还没有联系当事人，不能解除预警",
    "nobody was contacted yet",
    "C-142；S11",
    "请先联系并核实",
);

pub(super) const TRACE_MISSING: Words = words(
    "TRACE_MISSING",
    "纠纷{}没有写明此前由谁掌握、做了什么",
    "the trace of dispute {} is missing",
    "C-320",
    "请逐件写明",
);

pub(super) const DATA_NOT_SETTLED: Words = words(
    "DATA_NOT_SETTLED",
    "收集的个人信息没有销毁，也没有评估留存",
    "the personal data is neither destroyed nor assessed for keeping",
    "突发事件应对法 85",
    "请销毁，或者评估后留存",
);

pub(super) const NO_SUCH_CLOCK: Words = words(
    "NO_SUCH_CLOCK",
    "该期限没有在计算",
    "no such clock runs",
    "实施方案七(一)",
    "请查看当前状态",
);
