//! The words of every refusal.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words =
    words("NOT_BEGUN", "该事项尚未接手", "the matter was not taken", "首问负责制", "请先接收移送");

pub(super) const ALREADY_BEGUN: Words = words(
    "ALREADY_BEGUN",
    "该事项已经接手",
    "the matter was taken already",
    "首问负责制",
    "请在原事项中继续办理",
);

pub(super) const ALREADY_ENDED: Words = words(
    "ALREADY_ENDED",
    "该事项已经办结或者退回",
    "the matter has ended",
    "首问负责制",
    "需要再办的，由移送单位重新移送",
);

pub(super) const NO_ROUTE: Words = words(
    "NO_ROUTE",
    "“{}”不是可以承办的化解途径",
    "{} is not a route that a body can take in hand",
    "四(一)",
    "请先确定化解途径",
);

pub(super) const OWN_PROCEDURE: Words = words(
    "OWN_PROCEDURE",
    "“{}”有自己的程序，不能作为一般事项承办",
    "{} has a procedure of its own",
    "T-B-01；T-C-01；T-E-01",
    "请按该程序登记办理",
);

pub(super) const PERSON_WANTED: Words = words(
    "PERSON_WANTED",
    "没有写明责任人",
    "no responsible person is named",
    "八(二) 责任人",
    "请写明责任人",
);

pub(super) const STEP_WANTED: Words = words(
    "STEP_WANTED",
    "没有写明下一步",
    "no next step is named",
    "限期办理",
    "请写明下一步做什么",
);

pub(super) const STEP_IN_PAST: Words = words(
    "STEP_IN_PAST",
    "下一步的日期{}早于本次办理日期",
    "the day of the next step, {}, lies before this one",
    "限期办理",
    "请填写以后的日期",
);

pub(super) const NO_OWN_TERM: Words = words(
    "NO_OWN_TERM",
    "该途径没有另行起算的办理期限",
    "this route has no handling term of its own",
    "T-Q-02；T-P-02；T-O-03；T-N-02",
    "请继续按原期限办理",
);

pub(super) const TERM_BEGUN: Words = words(
    "TERM_BEGUN",
    "办理期限已经起算",
    "the handling term runs already",
    "T-Q-02；T-P-02；T-O-03；T-N-02",
    "请继续办理",
);

pub(super) const COMPETENCE_FIXED: Words = words(
    "COMPETENCE_FIXED",
    "退回期限已于{}届满，应当由本单位承办",
    "the time to give it back ended on {}; it is this body's now",
    "T-L-03；T-Q-08",
    "请继续办理，或者提请综治中心协调",
);

pub(super) const COMPETENCE_ACCEPTED: Words = words(
    "COMPETENCE_ACCEPTED",
    "本单位已经受理，不能再以不属于本单位为由退回",
    "this body accepted it and cannot call it another's",
    "T-L-03",
    "请继续办理并作出结果",
);

pub(super) const PROPOSAL_WANTED: Words = words(
    "PROPOSAL_WANTED",
    "退回应当写明建议的单位、途径和依据",
    "giving it back needs a proposal: body, route, basis",
    "首问负责制；T-L-03",
    "请写明应由谁承办和依据",
);

pub(super) const NOT_DECIDER: Words = words(
    "NOT_DECIDER",
    "{}不能作出该事项的结果",
    "a {} may not conclude this matter",
    "依法独立行使职权",
    "请由承办机构的办案人员登记结果",
);

pub(super) const NOT_DECIDING: Words = words(
    "NOT_DECIDING",
    "该途径不作裁决，不能登记“{}”",
    "this route decides nothing: {}",
    "人民调解法 3；仲裁法 2",
    "请登记达成协议、未化解、撤回等结果",
);
