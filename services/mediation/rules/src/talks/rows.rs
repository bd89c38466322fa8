//! The words of the refusals that all talks share.

use jiefen_procedure::words::{Words, words};

pub(crate) const TWO_PARTIES_NEEDED: Words = words(
    "TWO_PARTIES_NEEDED",
    "调解至少要有两方当事人，编号不能重复",
    "mediation needs two parties with different numbers",
    "人民调解法 17",
    "请补充另一方当事人",
);
pub(crate) const CONSENT_MISSING: Words = words(
    "CONSENT_MISSING",
    "当事人{}没有同意调解，或者已经撤回同意",
    "party {} has not consented, or no longer does",
    "T-B-01；人民调解法 3、17",
    "请先征得当事人{}同意；不同意的，告知其他途径",
);
pub(crate) const ALREADY_CONSENTED: Words = words(
    "ALREADY_CONSENTED",
    "当事人{}已经同意调解",
    "party {} has consented already",
    "T-B-01",
    "无须重复登记",
);
pub(crate) const MEDIATOR_WANTED: Words = words(
    "MEDIATOR_WANTED",
    "没有写明调解员",
    "no mediator is named",
    "人民调解法 19",
    "请写明调解员",
);
pub(crate) const TEXT_PENDING: Words = words(
    "TEXT_PENDING",
    "协议文本正待各方确认、签名",
    "a text is before the parties",
    "T-B-04",
    "请先签好或者收回文本",
);
pub(crate) const NO_TEXT: Words = words(
    "NO_TEXT",
    "还没有协议文本",
    "there is no text before the parties",
    "T-B-04",
    "请先拟出协议文本",
);
pub(crate) const SESSION_IN_PAST: Words = words(
    "SESSION_IN_PAST",
    "不能把调解安排在已经过去的{}",
    "a session cannot be set on {}, which has passed",
    "人民调解法 21",
    "请另定日期",
);
pub(crate) const PAST_TERM: Words = words(
    "PAST_TERM",
    "调解期限已于{}届满",
    "the term ended on {}",
    "T-B-02；T-H-01",
    "期限届满的结束调解，告知其他途径",
);
pub(crate) const TERM_RUNS: Words = words(
    "TERM_RUNS",
    "调解期限到{}才届满",
    "the term runs until {}",
    "T-B-02；T-H-01",
    "期限内请继续调解，或者登记调解不成",
);
pub(crate) const NOBODY_PRESENT: Words = words(
    "NOBODY_PRESENT",
    "没有当事人到场，不算一次调解",
    "without any party present there was no session",
    "人民调解法 21",
    "请另定日期",
);
pub(crate) const GUARDIAN_ABSENT: Words = words(
    "GUARDIAN_ABSENT",
    "未成年当事人{}的监护人没有到场",
    "the guardian of minor party {} is absent",
    "未成年人保护法 110；民法典 19、20",
    "请通知监护人到场后再调解",
);
pub(crate) const NOT_AGREED: Words = words(
    "NOT_AGREED",
    "当事人{}没有同意",
    "party {} has not agreed",
    "T-B-02；T-H-01",
    "须经参加调解的各方同意",
);
pub(crate) const EXTENSION_EMPTY: Words = words(
    "EXTENSION_EMPTY",
    "延长的期限不能为零",
    "an extension by nothing",
    "T-B-02",
    "请写明延长多久",
);
pub(crate) const EXTENSION_TOO_LONG: Words = words(
    "EXTENSION_TOO_LONG",
    "延长超过允许的限度：{}",
    "longer than the rule allows: {}",
    "T-B-02；T-C-02",
    "请缩短延长的时间",
);
pub(crate) const NOT_BEGUN: Words =
    words("NOT_BEGUN", "还没有登记", "nothing was registered yet", "T-B-01", "请先登记申请");
pub(crate) const ALREADY_BEGUN: Words =
    words("ALREADY_BEGUN", "已经登记", "it was registered already", "T-B-01", "请在原案中继续办理");
pub(crate) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "该调解已经结束",
    "the mediation has ended",
    "人民调解法 26",
    "当事人愿意再调解的，重新申请",
);
pub(crate) const NOT_ACCEPTED: Words = words(
    "NOT_ACCEPTED",
    "尚未受理，不能开始调解",
    "it was not accepted yet",
    "T-B-01",
    "请先征得各方同意并决定受理；不受理的，说明理由",
);
pub(crate) const ALREADY_ACCEPTED: Words = words(
    "ALREADY_ACCEPTED",
    "已经受理",
    "it was accepted already",
    "T-B-01",
    "请继续调解，或者登记调解结束",
);
pub(crate) const RECORD_WANTED: Words = words(
    "RECORD_WANTED",
    "口头申请没有当场记录",
    "an oral application was not put on record",
    "劳动争议调解仲裁法 12；农村土地承包经营纠纷调解仲裁法 8",
    "请当场记录申请人的基本情况、申请调解的争议事项、理由和时间",
);
