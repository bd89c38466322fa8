//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const ENTRY_EXISTS: Words = words(
    "ENTRY_EXISTS",
    "这条登记已经有了",
    "the entry is there already",
    "特邀调解规定 5",
    "打开原来的登记修改",
);

pub(super) const NO_SUCH_ENTRY: Words = words(
    "NO_SUCH_ENTRY",
    "名册里没有这条登记",
    "there is no such entry on the roster",
    "特邀调解规定 5",
    "先登记入册",
);

pub(super) const ALREADY_OFF: Words = words(
    "ALREADY_OFF",
    "已经出册，不能再修改；出册的登记留作查考",
    "taken off the roster already; the entry stays as it was",
    "特邀调解规定 10",
    "重新入册的，另行登记",
);

pub(super) const NOT_YOUR_ROSTER: Words = words(
    "NOT_YOUR_ROSTER",
    "这是其他单位的名册",
    "this is the roster of another unit",
    "人民调解法 13；特邀调解规定 5",
    "请该单位负责人或者登记管理员办理",
);

pub(super) const DATE_IN_FUTURE: Words = words(
    "DATE_IN_FUTURE",
    "日期晚于今天",
    "the day lies ahead",
    "特邀调解规定 10",
    "填写今天或者以前的日期",
);

pub(super) const DATE_OUT_OF_ORDER: Words = words(
    "DATE_OUT_OF_ORDER",
    "日期早于上一次变更（{}）",
    "the day lies before the latest change ({})",
    "特邀调解规定 10",
    "填写 {} 以后的日期",
);

pub(super) const NAME_MISSING: Words = words(
    "NAME_MISSING",
    "没有填写姓名或者组织名称",
    "the name is missing",
    "特邀调解规定 5、6",
    "填写姓名或者组织全称",
);

pub(super) const WRONG_UNIT: Words = words(
    "WRONG_UNIT",
    "这类人员不在这个单位的名册：人民调解员在调解组织，特邀调解员、特邀调解组织在法院，仲裁员在仲裁委员会",
    "a unit of this kind keeps no roster of such people",
    "人民调解法 8、13；特邀调解规定 5；劳动争议调解仲裁法 20",
    "选择对应的单位，或者改正类别",
);

pub(super) const WRONG_MANNER: Words = words(
    "WRONG_MANNER",
    "这类人员不是这样产生的：人民调解员由推选或者聘任产生，特邀的由法院入册，仲裁员由聘任产生",
    "nobody of this kind comes on a roster in this way",
    "人民调解法 9、13；特邀调解规定 6；劳动争议调解仲裁法 20",
    "改正产生方式",
);

pub(super) const BASIS_MISSING: Words = words(
    "BASIS_MISSING",
    "没有写明由谁推选、聘任或者批准入册，依据什么文件",
    "it is not said who appointed, and by which document",
    "人民调解法 13；特邀调解规定 6",
    "写明单位和文件",
);

pub(super) const APPOINTED_LATER: Words = words(
    "APPOINTED_LATER",
    "任期从推选、聘任以前就开始了",
    "the term begins before the appointment",
    "人民调解法 9、13",
    "更正任期的第一天或者推选、聘任的日期",
);

pub(super) const TERM_INVERTED: Words = words(
    "TERM_INVERTED",
    "任期的最后一天早于第一天",
    "the term ends before it begins",
    "人民调解法 9",
    "更正任期",
);

pub(super) const TERM_MISSING: Words = words(
    "TERM_MISSING",
    "推选的人民调解委员会委员有任期，没有填写最后一天",
    "an elected member has a term; its last day is missing",
    "人民调解法 9",
    "填写任期的最后一天，最长三年",
);

pub(super) const TERM_TOO_LONG: Words = words(
    "TERM_TOO_LONG",
    "推选的人民调解委员会委员任期三年，最晚到 {}",
    "an elected member serves three years: until {} at the latest",
    "人民调解法 9",
    "任期填写到 {} 以前；连选连任的，到期后写新的任期",
);

pub(super) const NOT_CHECKED: Words = words(
    "NOT_CHECKED",
    "还没有核对任职条件",
    "it was not checked that the person may be one",
    "人民调解法 14；特邀调解规定 6；劳动争议调解仲裁法 20",
    "核对条件后勾选；不符合条件的不能入册",
);

pub(super) const NOT_TRAINED: Words = words(
    "NOT_TRAINED",
    "特邀调解员入册前应当接受法院组织的培训",
    "an invited mediator is trained by the court before the entry",
    "特邀调解规定 7",
    "填写培训日期；没有培训的，培训以后再入册",
);

pub(super) const LICENCE_MISSING: Words = words(
    "LICENCE_MISSING",
    "律师调解员没有填写执业证号",
    "a lawyer's licence number is missing",
    "司发通〔2017〕105号 三",
    "填写律师执业证号",
);

pub(super) const LISTED_TWICE: Words = words(
    "LISTED_TWICE",
    "这个单位的名册里已有同名同类的人",
    "somebody of the same name and kind is on this roster",
    "特邀调解规定 10",
    "是同一个人的，修改原来的登记；是另一个人的，在姓名后注明，例如“王芳（东街）”",
);

pub(super) const GROUND_UNFIT: Words = words(
    "GROUND_UNFIT",
    "这个出册原因不适用于这类人员：特邀的由法院除名，其他的由推选、聘任单位罢免或者解聘",
    "nobody of this kind is taken off on this ground",
    "人民调解法 15；特邀调解规定 28；劳动争议调解仲裁法 34",
    "选择适用的原因",
);

pub(super) const TERM_RUNS: Words = words(
    "TERM_RUNS",
    "任期还没有届满",
    "the term is not over",
    "人民调解法 9",
    "写明其他原因，或者到期再办",
);

pub(super) const NOTE_MISSING: Words = words(
    "NOTE_MISSING",
    "没有写明具体情况",
    "it is not said what happened",
    "人民调解法 15；特邀调解规定 28",
    "写明事实和由谁认定",
);
