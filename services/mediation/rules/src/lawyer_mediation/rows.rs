//! The words of every refusal of its own.

use jiefen_procedure::words::{Words, words};

pub(super) const NOT_ON_ROSTER: Words = words(
    "NOT_ON_ROSTER",
    "该律师不在律师调解员名册，或者未经培训",
    "the lawyer is not on the roster or not trained",
    "律师调解意见 8；T-C-15",
    "请在名册中另选律师调解员",
);

pub(super) const CONFLICT_UNCHECKED: Words = words(
    "CONFLICT_UNCHECKED",
    "尚未核查该律师及其律师事务所与各方的利益冲突",
    "conflicts of the lawyer and the firm were not checked",
    "律师法 39；律师调解意见 12",
    "请先核查利益冲突",
);

pub(super) const ACTS_FOR_PARTY: Words = words(
    "ACTS_FOR_PARTY",
    "该律师或者其律师事务所代理过一方，不能作中立第三方",
    "the lawyer or the firm has acted for a party and cannot be neutral",
    "律师法 39；律师调解意见 12",
    "请另选律师调解员",
);

pub(super) const ALREADY_WILLING: Words = words(
    "ALREADY_WILLING",
    "该当事人已经同意调解",
    "the party has consented already",
    "律师调解意见 1",
    "不愿继续的，请登记撤回同意",
);

pub(super) const HOST_UNKNOWN: Words = words(
    "HOST_UNKNOWN",
    "没有写明调解工作室设在哪里，不能确定是否收费",
    "it was not said where the studio sits, so nobody knows who pays",
    "律师调解意见 3–6、13",
    "请选择工作室设在法院、公共法律服务中心、律师协会还是律师事务所",
);

pub(super) const ALREADY_TAKEN: Words = words(
    "ALREADY_TAKEN",
    "已有律师承办",
    "a lawyer has taken it already",
    "律师调解意见 9",
    "有正当理由的，可以申请更换",
);

pub(super) const NO_FEE: Words = words(
    "NO_FEE",
    "只有律师事务所的调解工作室可以收费，本工作室不得向当事人收费",
    "only a law firm's studio may charge",
    "律师调解意见 13",
    "经费由政府采购服务等渠道解决",
);

pub(super) const FEE_SET: Words = words(
    "FEE_SET",
    "调解费已经确定",
    "the fee was set already",
    "律师调解意见 13",
    "不得再次收费",
);

pub(super) const FEE_EMPTY: Words = words(
    "FEE_EMPTY",
    "调解费的负担人或者金额不对",
    "the fee names no payer, one twice, or no amount",
    "律师调解意见 13",
    "请写明每一方负担的金额",
);

pub(super) const FEE_ONE_SIDED: Words = words(
    "FEE_ONE_SIDED",
    "调解费应当由双方分担，一方同意全部负担的除外",
    "the fee is shared unless one party has agreed to bear it",
    "律师调解意见 13",
    "请改为双方分担，或者取得一方全部负担的同意",
);

pub(super) const NO_STANDSTILL: Words = words(
    "NO_STANDSTILL",
    "律师调解的期限不因鉴定停止计算",
    "the term of lawyer mediation does not stand still",
    "律师调解意见 9；policy.lawyer_mediation",
    "需要鉴定的，请由各方同意延长期限",
);

pub(super) const NOT_ISSUED: Words = words(
    "NOT_ISSUED",
    "协议没有律师调解员签名和工作室印章",
    "the lawyer has not signed or the studio has not sealed",
    "律师调解意见 9",
    "请签名并加盖印章",
);

pub(super) const NOT_ORDERABLE: Words = words(
    "NOT_ORDERABLE",
    "该项义务不是确定的金钱给付，或者申请人还负有义务，不能申请支付令",
    "no fixed money debt, or the creditor owes something too",
    "律师调解意见 10；民事诉讼法 225；T-F-01",
    "可以共同申请司法确认，或者就协议起诉",
);

pub(super) const NOT_DUE: Words = words(
    "NOT_DUE",
    "该项义务{}才到期，现在不能申请支付令",
    "the obligation falls due on {}",
    "民事诉讼法 225；T-F-01",
    "请等到期未履行后申请",
);
