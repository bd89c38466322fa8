//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "没有这次排查",
    "there is no such screening",
    "实施方案七(一)",
    "请先拟定方案",
);

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "该次排查已经拟定方案",
    "the screening is planned already",
    "实施方案七(一)",
    "请在原方案中办理",
);

pub(super) const OVER: Words = words(
    "OVER",
    "该次排查已经结束",
    "the screening has ended",
    "实施方案七(一)",
    "新的发现请直接登记",
);

pub(super) const NOT_SIGNED: Words = words(
    "NOT_SIGNED",
    "排查方案还没有签发",
    "the plan is not signed",
    "实施方案七(一)",
    "请先签发",
);

pub(super) const ALREADY_SIGNED: Words = words(
    "ALREADY_SIGNED",
    "排查方案已经签发",
    "the plan is signed already",
    "实施方案七(一)",
    "请按方案排查",
);

pub(super) const TEXT_MISSING: Words =
    words("TEXT_MISSING", "没有写明内容或者理由", "the text is missing", "C-231", "请写明内容");

pub(super) const NO_UNITS: Words = words(
    "NO_UNITS",
    "没有排查单位或者轮次",
    "no unit or no round is named",
    "C-231；C-234",
    "请写明单位和轮次",
);

pub(super) const PERSON_MUST_SIGN: Words =
    words("PERSON_MUST_SIGN", "须由人签字", "a person must sign", "C-231", "请由工作人员签字");

pub(super) const NAME_MISSING: Words = words(
    "NAME_MISSING",
    "零发现没有签字人",
    "nobody has signed that nothing was found",
    "C-231；M-15",
    "请写明签字人",
);

pub(super) const DISPUTE_MISSING: Words = words(
    "DISPUTE_MISSING",
    "该发现是风险信号，没有登记为纠纷",
    "the finding is a risk signal and no dispute yet",
    "C-236",
    "请写明为其登记的纠纷",
);

pub(super) const NOT_A_TARGET: Words = words(
    "NOT_A_TARGET",
    "本单位不在排查单位之内",
    "this unit is not to report",
    "C-231",
    "请核对单位",
);

pub(super) const OTHER_AREA: Words = words(
    "OTHER_AREA",
    "发现地不在本单位辖区",
    "the place is not in this unit's area",
    "C-231",
    "请填写本辖区的发现",
);

pub(super) const NO_SUCH_ROUND: Words = words(
    "NO_SUCH_ROUND",
    "没有第{}轮，或者还没有开始",
    "round {} has not begun",
    "C-234",
    "请核对轮次",
);

pub(super) const FOUND_BEFORE: Words = words(
    "FOUND_BEFORE",
    "本轮已经上报发现，不能再签零发现",
    "a finding of this round was reported: it is not none",
    "C-231；M-15",
    "无需签字",
);

pub(super) const NONE_SIGNED: Words = words(
    "NONE_SIGNED",
    "本轮已经签字零发现，请先说明",
    "none found was signed for this round",
    "C-231；M-15",
    "请报下一轮，或者直接登记纠纷",
);

pub(super) const REPORTS_MISSING: Words = words(
    "REPORTS_MISSING",
    "还有{}个单位没有上报，本轮没有到期",
    "{} units have not reported and the round still runs",
    "C-236",
    "请等待到期或者全部上报",
);

pub(super) const ROUNDS_OPEN: Words =
    words("ROUNDS_OPEN", "排查还没有结束", "the rounds have not ended", "C-234", "请等待各轮结束");

pub(super) const NO_SUCH_FINDING: Words = words(
    "NO_SUCH_FINDING",
    "没有这项发现，或者已经落实",
    "there is no such open finding",
    "C-236",
    "请核对编号",
);

pub(super) const FINDINGS_OPEN: Words = words(
    "FINDINGS_OPEN",
    "第{}项发现没有落实责任单位",
    "finding {} has no owner",
    "C-236",
    "请先落实责任单位并登记纠纷",
);

pub(super) const NO_SUCH_CLOCK: Words = words(
    "NO_SUCH_CLOCK",
    "该期限没有在计算",
    "no such clock runs",
    "实施方案七(一)",
    "请查看当前状态",
);
