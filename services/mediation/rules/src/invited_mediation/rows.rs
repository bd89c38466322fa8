//! The words of every refusal of its own.

use jiefen_procedure::words::{Words, words};

pub(super) const FILE_FIRST: Words = words(
    "FILE_FIRST",
    "2025年1月1日起，收到的起诉状应当先登记立案，不得以特邀调解代替",
    "from 2025-01-01 a complaint handed in is filed first, not sent to invited mediation",
    "T-C-01",
    "请人民法院登记立案，立案后经各方同意再委托调解",
);

pub(super) const DELEGATE_INSTEAD: Words = words(
    "DELEGATE_INSTEAD",
    "2025年以前交来的起诉状，由法院委派调解，不按无诉讼的特邀调解办理",
    "a complaint of before 2025 is delegated by the court",
    "T-C-05；特邀调解规定 11",
    "请按委派调解登记",
);

pub(super) const ENTRUST_INSTEAD: Words = words(
    "ENTRUST_INSTEAD",
    "已经立案的，由法院委托调解",
    "a filed case is entrusted by the court",
    "T-C-02；T-C-03；特邀调解规定 11",
    "请按立案后委托调解登记",
);

pub(super) const NOT_ON_ROSTER: Words = words(
    "NOT_ON_ROSTER",
    "该人员不在特邀调解名册，或者已经暂停、除名",
    "the person is not on the roster, or suspended or removed",
    "T-C-15；特邀调解规定 5–8、12",
    "请在名册中另选调解员",
);

pub(super) const NOT_TRAINED: Words = words(
    "NOT_TRAINED",
    "该调解员未经培训，不能承办",
    "the mediator was not trained",
    "T-C-15；特邀调解规定 9",
    "请先参加培训，或者另选调解员",
);

pub(super) const ALREADY_NAMED: Words = words(
    "ALREADY_NAMED",
    "调解员已经确定",
    "the mediator is named already",
    "特邀调解规定 12、13",
    "有正当理由的，可以申请更换",
);

pub(super) const CHOICE_RUNS: Words = words(
    "CHOICE_RUNS",
    "当事人协商确定调解员的期限到{}才届满",
    "the parties may choose together until {}",
    "特邀调解规定 12；policy.mediator_choice",
    "请等待当事人协商，或者由当事人同意指定",
);

pub(super) const MEDIATOR_ACCEPTED: Words = words(
    "MEDIATOR_ACCEPTED",
    "调解员由各方共同选定，或者已经开始调解，不能再以不同意指定为由结束",
    "the mediator was chosen together or has mediated",
    "特邀调解规定 12、13",
    "可以申请回避、更换，或者撤回同意",
);

pub(super) const MEDIATOR_UNSIGNED: Words = words(
    "MEDIATOR_UNSIGNED",
    "调解员没有在协议上签名",
    "the mediator has not signed",
    "特邀调解规定 24",
    "请调解员签名或者盖章",
);

pub(super) const SEAL_MISSING: Words = words(
    "SEAL_MISSING",
    "由调解组织主持的，协议应当加盖调解组织印章",
    "an organisation's agreement needs its seal",
    "特邀调解规定 24",
    "请加盖印章",
);
