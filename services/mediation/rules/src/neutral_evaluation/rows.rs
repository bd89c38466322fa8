//! The words of every refusal of its own.

use jiefen_procedure::words::{Words, words};

pub(super) const NOBODY_ASKS: Words = words(
    "NOBODY_ASKS",
    "没有当事人申请评估",
    "no party asks for an evaluation",
    "五(五)；法发〔2016〕14号 22",
    "请由一方或者各方当事人申请",
);

pub(super) const ALREADY_JOINED: Words = words(
    "ALREADY_JOINED",
    "该当事人已经同意评估",
    "the party has joined already",
    "五(五)",
    "不愿继续的，可以随时退出",
);

pub(super) const NO_EVALUATOR: Words = words(
    "NO_EVALUATOR",
    "评估员尚未确定",
    "there is no evaluator yet",
    "五(五)；法发〔2016〕14号 22",
    "请先由各方选定的评估员接受",
);

pub(super) const EVALUATOR_NAMED: Words = words(
    "EVALUATOR_NAMED",
    "评估员已经确定",
    "the evaluator is named already",
    "五(五)",
    "评估员应当回避的，请先登记回避",
);

pub(super) const NOT_OF_FIELD: Words = words(
    "NOT_OF_FIELD",
    "该评估员不在名册，或者不属于该领域",
    "the evaluator is not on the roster of this field",
    "五(五)；法发〔2016〕14号 22",
    "请选择名册中该领域的评估员",
);

pub(super) const NOT_NEUTRAL: Words = words(
    "NOT_NEUTRAL",
    "评估员未经利害关系核查，或者与当事人、纠纷有利害关系",
    "the evaluator was not checked for conflicts or has one",
    "五(五) 评估员；特邀调解规定 15",
    "请核查，或者另选评估员",
);

pub(super) const TERM_TOO_LONG: Words = words(
    "TERM_TOO_LONG",
    "约定的出具日期应当不早于接受之日，不晚于{}",
    "the agreed day for the opinion may be {} at the latest",
    "policy.neutral_evaluation",
    "请改为期限内的日期，需要更长的由各方同意延长",
);

pub(super) const ONE_SIDED: Words = words(
    "ONE_SIDED",
    "当事人{}没有提交材料，不得只凭一方材料评估",
    "party {} handed in nothing; no opinion on one side's papers",
    "五(五) 中立；民法典 4",
    "请通知其提交，不愿提交的可以退出评估",
);

pub(super) const PAPERS_OPEN: Words = words(
    "PAPERS_OPEN",
    "材料尚未齐备，不能出具意见",
    "the papers are not complete",
    "五(五)",
    "请先登记材料齐备",
);

pub(super) const PAPERS_CLOSED: Words = words(
    "PAPERS_CLOSED",
    "材料已经齐备，评估已经开始",
    "the papers are complete",
    "五(五)",
    "确需补充的，由评估员直接向各方询问",
);

pub(super) const OPINION_EMPTY: Words = words(
    "OPINION_EMPTY",
    "评估意见没有内容",
    "the opinion is empty",
    "法发〔2016〕14号 22",
    "请写明对事实、法律和结果的判断",
);

pub(super) const OPINION_SERVED: Words = words(
    "OPINION_SERVED",
    "评估意见已经送达",
    "the opinion was served",
    "法发〔2016〕14号 22",
    "请由各方决定是否采用",
);

pub(super) const NO_OPINION: Words = words(
    "NO_OPINION",
    "还没有评估意见",
    "there is no opinion yet",
    "法发〔2016〕14号 22",
    "请等待评估员出具意见",
);

pub(super) const USE_LATE: Words = words(
    "USE_LATE",
    "决定是否采用的期限已于{}届满",
    "the time to decide on the opinion ended on {}",
    "policy.evaluation_use",
    "各方仍可另行协商或者申请调解",
);

pub(super) const NO_EVIDENCE: Words = words(
    "NO_EVIDENCE",
    "评估意见没有约束力，应当保密，不得作为证据",
    "the opinion binds nobody, is confidential and is no evidence",
    "五(五)；T-C-12",
    "经各方同意，可以提供给主持调解的组织参考",
);
