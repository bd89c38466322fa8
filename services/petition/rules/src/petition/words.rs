//! What each refusal of petitions says; `{}` is its detail.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "这里还没有登记这件信访事项",
    "there is no such petition here",
    "信访工作条例22、23",
    "请先登记",
);

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "这件信访事项已经登记",
    "the petition is registered already",
    "信访工作条例22",
    "请打开已有事项办理；同一事项另行登记的，请并案",
);

pub(super) const NOT_NOW: Words = words(
    "NOT_NOW",
    "信访事项处于“{}”，现在不能办理此事",
    "the state {} does not allow this",
    "信访工作条例22至36",
    "",
);

pub(super) const ENDED: Words = words(
    "ENDED",
    "信访事项已结束（{}），不能再办理",
    "the petition has ended: {}",
    "信访工作条例36",
    "可以查阅；有新的事实和理由的，另行登记",
);

pub(super) const DATE_IN_FUTURE: Words = words(
    "DATE_IN_FUTURE",
    "日期 {} 还没有到",
    "the day {} has not come",
    "信访工作条例22至36",
    "请填写实际发生的日期",
);

pub(super) const DATE_TOO_EARLY: Words = words(
    "DATE_TOO_EARLY",
    "日期早于应当在先的 {}",
    "the day is earlier than {}, which comes first",
    "信访工作条例22至36",
    "请核对日期",
);

pub(super) const NO_SUCH_LIMIT: Words =
    words("NO_SUCH_LIMIT", "{}", "{}", "time-limits L", "请联系运维人员核对期限表");

pub(super) const NOT_YET_EXPIRED: Words = words(
    "NOT_YET_EXPIRED",
    "期限到 {} 为止，还没有届满",
    "the limit runs until {}",
    "T-L-03、T-L-06、T-L-07",
    "请在届满之后办理",
);

pub(super) const ALREADY_DONE: Words = words(
    "ALREADY_DONE",
    "此事已经办理过",
    "this has been done already",
    "信访工作条例22至36",
    "请继续下一步",
);

pub(super) const NOT_PETITIONERS: Words = words(
    "NOT_PETITIONERS",
    "没有信访人，或者代表不是信访人",
    "there is no petitioner, or a representative is none",
    "信访工作条例17、20",
    "请核对当事人编号",
);

pub(super) const TOO_MANY_REPRESENTATIVES: Words = words(
    "TOO_MANY_REPRESENTATIVES",
    "多人走访应当推选代表，代表不得超过五人",
    "a group visit has at most five representatives",
    "T-L-09 信访工作条例20",
    "请推选五名以内的代表",
);

pub(super) const NOTHING_BARS: Words = words(
    "NOTHING_BARS",
    "没有不予受理的情形",
    "nothing bars this matter",
    "T-L-10 信访工作条例19、36、44",
    "请依法分类并转送",
);

pub(super) const NOTHING_TO_REPORT: Words = words(
    "NOTHING_TO_REPORT",
    "没有待报告的重大、紧急情况",
    "there is nothing grave left to report",
    "T-L-11 信访工作条例25",
    "请继续办理",
);

pub(super) const ACCUSED_MAY_NOT_SEE: Words = words(
    "ACCUSED_MAY_NOT_SEE",
    "{} 是被检举控告的单位，不得向其透露或者转送",
    "{} is accused and may never see the matter",
    "T-L-12 信访工作条例30、46",
    "请转送有管理权限的其他机关",
);

pub(super) const RECUSED: Words = words(
    "RECUSED",
    "此人与信访事项有直接利害关系，已经回避",
    "this person stepped aside",
    "T-L-13 信访工作条例28",
    "请由其他工作人员办理",
);

pub(super) const NOT_A_CLAIM: Words = words(
    "NOT_A_CLAIM",
    "建议意见、检举控告不按申诉求决分类",
    "suggestions and accusations are not sorted by article 31",
    "信访工作条例29至31",
    "请直接转送有权处理的机关、单位",
);

pub(super) const ROUTE_DOES_NOT_FIT: Words = words(
    "ROUTE_DOES_NOT_FIT",
    "所选途径不属于这一类",
    "the track does not belong to this branch",
    "T-L-08 信访工作条例31",
    "请改选分类或者途径",
);

pub(super) const NOT_CLASSIFIED: Words = words(
    "NOT_CLASSIFIED",
    "申诉求决事项还没有分类",
    "the claim is not sorted yet",
    "T-L-08 信访工作条例31",
    "请先依法分类",
);

pub(super) const SAME_UNIT: Words = words(
    "SAME_UNIT",
    "该单位已经提出异议，不能原样退回",
    "this unit has objected",
    "T-L-03、T-L-04 信访工作条例23、24",
    "请转送其他单位，或者提请指定",
);

pub(super) const NOT_RECEIVED: Words = words(
    "NOT_RECEIVED",
    "收件单位还没有收到",
    "the unit has not received the matter",
    "信访工作条例23",
    "请先记录收到日期",
);

pub(super) const COMPETENCE_FIXED: Words = words(
    "COMPETENCE_FIXED",
    "承办单位已经确定，不能再提异议",
    "the competence is settled",
    "T-L-03、T-L-04 信访工作条例23、24",
    "请依法办理",
);

pub(super) const OBJECTION_LATE: Words = words(
    "OBJECTION_LATE",
    "异议最迟应在 {} 提出，逾期即由收件单位承办",
    "an objection was due by {}",
    "T-L-03 信访工作条例23",
    "请依法办理",
);

pub(super) const NO_SUCH_REPLY: Words = words(
    "NO_SUCH_REPLY",
    "这种答复不适用于该类事项",
    "this reply does not fit the matter",
    "信访工作条例29、31",
    "请按事项类别选择答复方式",
);

pub(super) const STATUTORY_CHANNEL: Words = words(
    "STATUTORY_CHANNEL",
    "事项应当通过法定途径解决，不受理为信访处理意见事项",
    "the matter has a statutory way",
    "T-L-08 信访工作条例31",
    "请告知信访人途径和期限，并导入相应程序",
);

pub(super) const REPLY_INSTEAD: Words = words(
    "REPLY_INSTEAD",
    "该事项不出具处理意见，应当依法履行、答复或者回复",
    "the matter is answered, not given an opinion",
    "信访工作条例29、31",
    "请记录回复",
);

pub(super) const EXTENSION_USED: Words = words(
    "EXTENSION_USED",
    "已经延长过，延长不得超过三十日",
    "the thirty days more have been used",
    "T-L-05 信访工作条例34",
    "请在期限内办结",
);

pub(super) const TERM_OVER: Words = words(
    "TERM_OVER",
    "办理期限已于 {} 届满",
    "the term ended on {}",
    "T-L-05 信访工作条例34",
    "请立即办结；逾期已记录",
);

pub(super) const NOT_SERVED: Words = words(
    "NOT_SERVED",
    "书面答复还没有送达，期限没有起算",
    "the written reply was not served yet",
    "T-L-06、T-L-07 信访工作条例35、36",
    "请先送达并记录日期",
);

pub(super) const RIGHT_LOST: Words = words(
    "RIGHT_LOST",
    "期限已于 {} 届满，不能再请求",
    "the right to ask ended on {}",
    "T-L-06、T-L-07 信访工作条例35、36",
    "意见已为最终意见；请做好解释",
);

pub(super) const NO_HEARING: Words = words(
    "NO_HEARING",
    "没有正在进行的听证",
    "no hearing goes on",
    "T-L-07 信访工作条例36",
    "请先记录听证开始",
);

pub(super) const HEARING_OPEN: Words = words(
    "HEARING_OPEN",
    "听证还没有结束",
    "a hearing is still open",
    "T-L-07 信访工作条例36",
    "请先记录听证结束",
);
