//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "还没有申请人身安全保护令",
    "no protection order was applied for",
    "T-R-02；反家庭暴力法 23",
    "请先登记申请，口头申请的记入笔录",
);

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "已经申请",
    "there is an application already",
    "反家庭暴力法 23",
    "请在原申请中继续办理",
);

pub(super) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "该申请已经办结",
    "the application has ended",
    "反家庭暴力法 30",
    "有新的危险可以再次申请",
);

pub(super) const NO_SUCH_PARTY: Words = words(
    "NO_SUCH_PARTY",
    "没有编号为{}的当事人",
    "there is no party {}",
    "反家庭暴力法 27",
    "请核对当事人编号",
);

pub(super) const RESPONDENT_WANTED: Words = words(
    "RESPONDENT_WANTED",
    "没有明确的被申请人",
    "there is no definite respondent",
    "反家庭暴力法 27",
    "请核对被申请人",
);

pub(super) const MEASURES_WANTED: Words = words(
    "MEASURES_WANTED",
    "没有写明保护措施",
    "no measure is named",
    "反家庭暴力法 27、29",
    "请写明具体的请求",
);

pub(super) const VICTIM_APPLIES: Words = words(
    "VICTIM_APPLIES",
    "本人能够申请的，由本人申请",
    "who is able to applies in person",
    "反家庭暴力法 23；法释〔2022〕17号 2",
    "可以协助本人口头申请；因强制、威吓、年老、残疾、重病等不能申请的，由近亲属或者有关组织代为申请",
);

pub(super) const NOT_COMPETENT: Words = words(
    "NOT_COMPETENT",
    "双方居住地、家庭暴力发生地都不在本院辖区",
    "neither lives here, nor did it happen here",
    "反家庭暴力法 25",
    "请立即转交有管辖权的法院",
);

pub(super) const COMPETENT: Words = words(
    "COMPETENT",
    "本院有管辖权，应当受理",
    "this court is competent and accepts",
    "反家庭暴力法 25",
    "请立即受理",
);

pub(super) const JUDGE_WANTED: Words =
    words("JUDGE_WANTED", "没有承办法官", "no judge is named", "T-R-02", "请指定值班法官");

pub(super) const NOT_ACCEPTED: Words = words(
    "NOT_ACCEPTED",
    "还没有受理",
    "the application is not accepted yet",
    "T-R-02",
    "请立即受理",
);

pub(super) const ACCEPTED_ALREADY: Words = words(
    "ACCEPTED_ALREADY",
    "已经受理",
    "the application is accepted already",
    "T-R-02",
    "请在时限内裁定",
);

pub(super) const URGENT_ALREADY: Words = words(
    "URGENT_ALREADY",
    "已经标明情况紧急",
    "it is marked urgent already",
    "T-R-02.urgent",
    "请在二十四小时内裁定",
);

pub(super) const DECIDED_ALREADY: Words = words(
    "DECIDED_ALREADY",
    "已经裁定",
    "it has been ruled on",
    "反家庭暴力法 28",
    "需要变更、延长的，由申请人申请",
);

pub(super) const MONTHS_OUT_OF_RANGE: Words = words(
    "MONTHS_OUT_OF_RANGE",
    "有效期{}个月不符合规定，不得超过六个月",
    "an order does not last {} months: six at most",
    "T-R-02.validity",
    "请在一至六个月内确定，届满前可以延长",
);

pub(super) const NO_ORDER: Words = words(
    "NO_ORDER",
    "没有有效的保护令",
    "there is no order in force",
    "反家庭暴力法 29",
    "请先裁定",
);

pub(super) const ORDER_LAPSED: Words = words(
    "ORDER_LAPSED",
    "保护令已于{}届满",
    "the order lapsed on {}",
    "T-R-02.validity",
    "可以再次申请",
);

pub(super) const ORDER_RUNS: Words = words(
    "ORDER_RUNS",
    "保护令有效期到{}",
    "the order is in force until {}",
    "T-R-02.validity",
    "请等待；届满前提醒申请人可以延长",
);

pub(super) const SERVED_ALREADY: Words = words(
    "SERVED_ALREADY",
    "已经送达该对象",
    "it was served there already",
    "反家庭暴力法 32",
    "请核对送达回证",
);

pub(super) const NO_RULING: Words =
    words("NO_RULING", "还没有裁定", "there is no ruling yet", "反家庭暴力法 31", "请先裁定");

pub(super) const NOT_AGAINST: Words = words(
    "NOT_AGAINST",
    "裁定不是对当事人{}不利的",
    "the ruling did not go against party {}",
    "反家庭暴力法 31",
    "驳回的由申请人、准许的由被申请人申请复议",
);

pub(super) const REVIEW_ONCE: Words = words(
    "REVIEW_ONCE",
    "只能复议一次，或者复议期已过",
    "reconsideration is asked for once, in its time",
    "反家庭暴力法 31",
    "情况变化的，申请人可以申请变更或者再次申请",
);

pub(super) const REVIEW_NOT_ASKED: Words = words(
    "REVIEW_NOT_ASKED",
    "没有申请复议",
    "no reconsideration was asked for",
    "反家庭暴力法 31",
    "请核对",
);

pub(super) const REVIEW_TOO_LATE: Words = words(
    "REVIEW_TOO_LATE",
    "复议期限已于{}届满",
    "the time for reconsideration ended on {}",
    "T-R-02.review",
    "情况变化的，可以另行申请",
);

pub(super) const REVIEW_TIME_RUNS: Words = words(
    "REVIEW_TIME_RUNS",
    "复议期限到{}",
    "reconsideration may be asked for until {}",
    "T-R-02.review",
    "请等待，不停止执行",
);
