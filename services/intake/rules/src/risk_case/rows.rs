//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words =
    words("NOT_BEGUN", "没有这项风险", "there is no such risk case", "C-040", "请先立项");

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "该风险已经立项",
    "the risk case is open already",
    "C-040",
    "请并入原事项",
);

pub(super) const OVER: Words =
    words("OVER", "该风险事项已经销号", "the risk case has ended", "C-040", "有新的信号，另行立项");

pub(super) const TEXT_MISSING: Words =
    words("TEXT_MISSING", "没有写明内容或者理由", "the text is missing", "C-040", "请写明内容");

pub(super) const TIME_IN_FUTURE: Words = words(
    "TIME_IN_FUTURE",
    "时间{}还没有到",
    "{} has not come yet",
    "C-142",
    "请填写实际发生的时间",
);

pub(super) const TIME_TOO_EARLY: Words = words(
    "TIME_TOO_EARLY",
    "时间{}早于上一步",
    "{} lies before the step before",
    "C-142",
    "请按先后填写时间",
);

pub(super) const NO_SIGNAL: Words =
    words("NO_SIGNAL", "没有信号", "there is no signal", "C-040", "请登记信号");

pub(super) const BELOW_THRESHOLD: Words = words(
    "BELOW_THRESHOLD",
    "信号没有达到预警标准，没有写明立项理由",
    "below every threshold, and nobody gave a reason",
    "C-040；T-R-10",
    "由工作人员写明理由立项，或者继续观察",
);

pub(super) const DOES_NOT_JOIN: Words = words(
    "DOES_NOT_JOIN",
    "对象、地点、事由至少两项不同，不是同一事项",
    "respondent, place and cause do not agree in two",
    "C-040",
    "请另行立项",
);

pub(super) const SIGNAL_KNOWN: Words = words(
    "SIGNAL_KNOWN",
    "该信号已经并入本事项",
    "the signal was joined already",
    "C-040",
    "同一信号只计一次，无需再并",
);

pub(super) const SAME_LEVEL: Words =
    words("SAME_LEVEL", "级别没有变化", "the level is unchanged", "C-040", "请核对级别");

pub(super) const PERSON_MUST_DECIDE: Words = words(
    "PERSON_MUST_DECIDE",
    "降级应当由人决定",
    "only a person lowers a level",
    "C-040",
    "由综治中心负责人决定",
);

pub(super) const TEAM_INCOMPLETE: Words = words(
    "TEAM_INCOMPLETE",
    "集体劳动争议的应急调解组缺{}",
    "the team of a collective labour case lacks {}",
    "C-096；劳动争议调解仲裁法 7、8",
    "人社、工会、公安应当共同参加",
);

pub(super) const CONTACTED_ALREADY: Words = words(
    "CONTACTED_ALREADY",
    "已经首次联系",
    "the first contact was made already",
    "C-142",
    "请登记调查情况",
);

pub(super) const DUE_TOO_LATE: Words = words(
    "DUE_TOO_LATE",
    "任务期限应当在今天至{}之间",
    "a task is due between today and {}",
    "policy.risk_task",
    "请改填期限",
);

pub(super) const NO_SUCH_TASK: Words = words(
    "NO_SUCH_TASK",
    "没有这项任务，或者已经办结",
    "there is no such open task",
    "C-040",
    "请核对任务编号",
);

pub(super) const OTHER_UNIT: Words = words(
    "OTHER_UNIT",
    "该任务由其他单位承办",
    "the task is another unit's",
    "C-041",
    "由承办单位或者立项单位办结",
);

pub(super) const NO_SUCH_PAYMENT: Words = words(
    "NO_SUCH_PAYMENT",
    "没有这笔款项，或者已经核实",
    "there is no such open payment",
    "S02",
    "请核对款项编号",
);

pub(super) const NOT_MONEY: Words = words(
    "NOT_MONEY",
    "金额或者人数不能为零",
    "nothing or nobody is to be paid",
    "S02",
    "请填写应付金额和人数",
);

pub(super) const NOT_BEHIND: Words = words(
    "NOT_BEHIND",
    "该纠纷不在本事项之内",
    "the dispute is not behind this case",
    "S02",
    "请先关联纠纷",
);

pub(super) const INCIDENT_UNCHANGED: Words = words(
    "INCIDENT_UNCHANGED",
    "事件状态没有变化",
    "the incident is as it was",
    "C-237",
    "请核对事件状态",
);

pub(super) const INCIDENT_OPEN: Words = words(
    "INCIDENT_OPEN",
    "群体性事件还没有结束",
    "the mass incident has not ended",
    "C-237",
    "请先解除响应",
);

pub(super) const NOT_CONTACTED: Words = words(
    "NOT_CONTACTED",
    "还没有联系当事人",
    "nobody was contacted yet",
    "C-142；S11",
    "请先联系",
);

pub(super) const NOT_INVESTIGATED: Words = words(
    "NOT_INVESTIGATED",
    "没有确定调查人或者没有调查结论",
    "nobody investigated",
    "C-040",
    "请确定调查人并写明结论",
);

pub(super) const TASKS_OPEN: Words =
    words("TASKS_OPEN", "第{}项任务没有办结", "task {} is open", "C-040", "请先办结任务");

pub(super) const PAYMENT_UNPROVED: Words = words(
    "PAYMENT_UNPROVED",
    "第{}笔款项没有支付凭证，不能销号",
    "payment {} is not proved",
    "S02；policy.risk_payment",
    "达成协议不等于兑现，请核实支付凭证",
);

pub(super) const NO_SUCH_CLOCK: Words =
    words("NO_SUCH_CLOCK", "该期限没有在计算", "no such clock runs", "C-040", "请查看当前状态");
