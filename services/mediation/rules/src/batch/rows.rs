//! The words of every refusal of a batch.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_BEGUN: Words = words(
    "NOT_BEGUN",
    "还没有归集",
    "no batch was brought together",
    "六(三)4",
    "请先归集同类纠纷",
);
pub(super) const ALREADY_BEGUN: Words =
    words("ALREADY_BEGUN", "已经归集", "the batch exists", "六(三)4", "新的同类纠纷请逐件加入");
pub(super) const ALREADY_CLOSED: Words = words(
    "ALREADY_CLOSED",
    "批量办理已经结束",
    "the batch is over",
    "六(三)4",
    "各成员的纠纷由各自的承办单位继续",
);
pub(super) const TWO_MEMBERS_NEEDED: Words = words(
    "TWO_MEMBERS_NEEDED",
    "批量办理至少两件纠纷，每件一个编号",
    "a batch needs two different disputes",
    "六(三)4",
    "请核对各件纠纷的编号",
);
pub(super) const NOT_LIKE: Words = words(
    "NOT_LIKE",
    "{}与本批纠纷不是同一种类",
    "{} is not of the batch's kind",
    "六(三)4；民事诉讼法 56",
    "请单独办理，或者归入同类的批次",
);
pub(super) const ALREADY_MEMBER: Words = words(
    "ALREADY_MEMBER",
    "该纠纷已在本批之中",
    "the dispute is a member already",
    "六(三)4",
    "无须重复加入",
);
pub(super) const NO_SUCH_MEMBER: Words =
    words("NO_SUCH_MEMBER", "本批没有{}号成员", "there is no member {}", "六(三)4", "请核对编号");
pub(super) const MEMBER_GONE: Words = words(
    "MEMBER_GONE",
    "{}号成员已不在本批，或者已有自己的结果",
    "member {} has its own result or has gone its way",
    "T-B-01",
    "请在该成员自己的纠纷中办理",
);
pub(super) const OWN_CONSENT_WANTED: Words = words(
    "OWN_CONSENT_WANTED",
    "{}号成员本人没有同意作为示范案件",
    "member {} has not itself consented to be the model",
    "T-B-01；民事诉讼法 56",
    "请选一个本人同意的成员",
);
pub(super) const MODEL_RUNS: Words = words(
    "MODEL_RUNS",
    "示范案件正在办理或者已有结果",
    "a model case runs or is done",
    "六(三)4",
    "请先登记示范案件的结果",
);
pub(super) const NO_MODEL: Words = words(
    "NO_MODEL",
    "没有示范案件或者没有示范条件",
    "there is no model, or it has no terms",
    "六(三)4",
    "请先确定示范案件",
);
pub(super) const MODEL_TIME_RUNS: Words = words(
    "MODEL_TIME_RUNS",
    "示范案件的期限到{}才届满",
    "the time for the model runs until {}",
    "policy.batch_model",
    "请继续办理",
);
pub(super) const TERMS_CHANGED: Words = words(
    "TERMS_CHANGED",
    "不是示范案件的条件，或者与提出的条件不一致",
    "these are not the terms of the model",
    "T-B-04",
    "请对所有成员提出同一条件，并由本人阅读后答复",
);
pub(super) const NOT_OFFERED: Words = words(
    "NOT_OFFERED",
    "没有向{}号成员提出条件，或者答复期已过",
    "no terms are before member {}",
    "T-B-01",
    "请先向该成员提出条件",
);
pub(super) const NOBODY_WAITS: Words = words(
    "NOBODY_WAITS",
    "没有等待答复条件的成员",
    "no member waits for terms",
    "六(三)4",
    "请核对各成员的情况",
);
pub(super) const MEMBER_WITHOUT_MANDATE: Words = words(
    "MEMBER_WITHOUT_MANDATE",
    "代表人不能替成员接受条件，须有该成员本人的特别授权",
    "a representative does not accept for a member without its own special mandate",
    "民事诉讼法 56、57；劳动争议调解仲裁法 7；T-Q-10",
    "请由成员本人答复，或者提交其本人的特别授权",
);
pub(super) const ANSWER_TIME_RUNS: Words = words(
    "ANSWER_TIME_RUNS",
    "该成员的答复期到{}才届满",
    "the member may answer until {}",
    "policy.batch_answer",
    "请等待答复",
);
pub(super) const NOT_SILENT: Words = words(
    "NOT_SILENT",
    "{}号成员不是逾期未答复",
    "member {} is not silent",
    "policy.batch_answer",
    "请核对该成员的情况",
);
pub(super) const PERSON_WANTED: Words = words(
    "PERSON_WANTED",
    "没有写明该成员承办单位的责任人",
    "the person at the member's own desk is not named",
    "I1；八(二) 责任人",
    "请写明责任人",
);
pub(super) const NO_ROUTE: Words =
    words("NO_ROUTE", "“{}”不是可走的途径", "{} is no route", "四(一)", "请写明成员所走的途径");
pub(super) const SILENT_OPEN: Words = words(
    "SILENT_OPEN",
    "还有{}号成员没有答复，不能视为同意、拒绝，也不能结案",
    "member {} is silent: neither consent nor refusal, and no ground to close",
    "T-B-01；S11",
    "请把该成员的纠纷交回本人的承办单位继续办理",
);
pub(super) const MEMBERS_OPEN: Words = words(
    "MEMBERS_OPEN",
    "还有{}号成员的纠纷没有着落，不能作为一件结案",
    "member {} still has its own open dispute; a batch is not closed as one case",
    "I1；I6",
    "请逐件办理",
);
