//! The words of every refusal of a village negotiation.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "还没有确定协商事项",
    "no topic was set",
    "T-R-07",
    "请先确定协商事项和形式",
);
pub(super) const ALREADY_BEGUN: Words =
    words("ALREADY_BEGUN", "协商事项已经确定", "the topic is set", "T-R-07", "请在原协商中继续");
pub(super) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "协商已经结束",
    "the negotiation has ended",
    "T-R-07",
    "有新的事项的，另行协商",
);
pub(super) const PRIVATE_RIGHTS: Words = words(
    "PRIVATE_RIGHTS",
    "村民之间的纠纷涉及各自的权利，村民会议、村民委员会不能代替当事人决定",
    "a dispute between villagers concerns their own rights: no assembly decides it",
    "村民委员会组织法 27；民法典 265",
    "请由当事人自愿达成协议；不成的，申请调解、仲裁或者起诉",
);
pub(super) const NOT_A_DISPUTE: Words = words(
    "NOT_A_DISPUTE",
    "本村公共事项不由几方当事人协议决定",
    "a common matter is not settled between some parties",
    "T-R-06；T-R-07",
    "请形成协商结果，或者提交村民会议、村民代表会议",
);
pub(super) const ASSEMBLY_NEEDED: Words = words(
    "ASSEMBLY_NEEDED",
    "调整承包地须经村民会议三分之二以上成员或者三分之二以上村民代表同意",
    "adjusting contracted land needs two thirds of the members or representatives",
    "农村土地承包法 28",
    "请召开村民会议或者村民代表会议",
);
pub(super) const NOT_TALKED: Words = words(
    "NOT_TALKED",
    "还没有开过协商会",
    "nothing was talked over yet",
    "T-R-07；C-193",
    "请先组织协商",
);
pub(super) const NOBODY_PRESENT: Words =
    words("NOBODY_PRESENT", "没有人参加，不算协商", "nobody was present", "T-R-07", "请另行组织");
pub(super) const NOT_AGREED: Words = words(
    "NOT_AGREED",
    "当事人{}没有同意",
    "party {} has not agreed",
    "民法典 465；T-B-01",
    "须经全体当事人同意",
);
pub(super) const BAD_OUTCOME: Words = words(
    "BAD_OUTCOME",
    "协商结果或者决定的文本不完整，或者内容不合法",
    "the text of the outcome is not whole, or its content is not allowed",
    "村民委员会组织法 27",
    "请核对文本和内容",
);
pub(super) const NOTICE_SHORT: Words = words(
    "NOTICE_SHORT",
    "召集村民会议应当提前十天通知，最迟应当在{}通知",
    "an assembly is called ten days ahead: notice by {}",
    "T-R-06",
    "请推迟会议日期",
);
pub(super) const TOO_FEW_CALLERS: Words = words(
    "TOO_FEW_CALLERS",
    "提议的人数不足，至少要{}人",
    "too few ask for it: at least {}",
    "T-R-06",
    "请由十分之一以上村民或者三分之一以上村民代表提议，或者由村民委员会召集",
);
pub(super) const ROLL_EMPTY: Words = words(
    "ROLL_EMPTY",
    "没有写明应到人数",
    "the roll is empty",
    "T-R-06",
    "请写明十八周岁以上村民、户、村民代表的人数",
);
pub(super) const NO_MEETING: Words =
    words("NO_MEETING", "没有召集会议", "no meeting was called", "T-R-06", "请先召集并通知");
pub(super) const MEETING_CALLED: Words = words(
    "MEETING_CALLED",
    "会议已经召集",
    "a meeting is called",
    "T-R-06",
    "请开会，或者登记未能召开",
);
pub(super) const WRONG_DAY: Words = words(
    "WRONG_DAY",
    "会议应当在通知的{}召开",
    "the meeting is on the day of the notice, {}",
    "T-R-06",
    "改期的，登记未能召开后重新通知",
);
pub(super) const COUNT_WRONG: Words = words(
    "COUNT_WRONG",
    "到会或者赞成的人数不对",
    "the numbers present or in favour are wrong",
    "T-R-06",
    "请核对签到和表决记录",
);
pub(super) const MEETING_TO_COME: Words =
    words("MEETING_TO_COME", "会议{}才召开", "the meeting is on {}", "T-R-06", "请等到会议日之后");
pub(super) const NOT_PUBLIC: Words = words(
    "NOT_PUBLIC",
    "没有正在公示的结果或者决定",
    "nothing is being made public",
    "村民委员会组织法 30",
    "请先形成结果或者决定",
);
pub(super) const IS_PUBLIC: Words = words(
    "IS_PUBLIC",
    "结果或者决定正在公示",
    "the outcome is being made public",
    "村民委员会组织法 30",
    "有异议的提出异议；没有的，公示期满执行",
);
pub(super) const PUBLICITY_RUNS: Words = words(
    "PUBLICITY_RUNS",
    "公示期到{}才届满",
    "publicity runs until {}",
    "policy.village_publicity",
    "请等待公示期满",
);
pub(super) const GROUND_WANTED: Words = words(
    "GROUND_WANTED",
    "没有写明理由、凭证或者文书",
    "the ground, proof or paper is not named",
    "村民委员会组织法 27、36",
    "请写明",
);
pub(super) const NOT_IN_REVIEW: Words = words(
    "NOT_IN_REVIEW",
    "没有需要乡镇审查的决定",
    "nothing is before the town",
    "村民委员会组织法 27",
    "请核对",
);
pub(super) const IN_REVIEW: Words = words(
    "IN_REVIEW",
    "乡镇正在审查",
    "the town is reviewing it",
    "村民委员会组织法 27；农村土地承包法 28",
    "请等待乡镇的答复",
);
pub(super) const NOT_CARRYING: Words =
    words("NOT_CARRYING", "没有正在执行的结果", "nothing is being carried out", "T-R-07", "请核对");
pub(super) const CARRYING: Words = words(
    "CARRYING",
    "结果正在执行",
    "the outcome is being carried out",
    "T-R-07",
    "请登记执行情况；侵害合法权益的，可以申请人民法院撤销",
);
