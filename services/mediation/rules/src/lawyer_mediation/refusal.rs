//! Why a command is not lawful now.

use jiefen_procedure::words::{Said, Worded};
use jiff::civil::Date;

use super::rows;
use crate::neutral::Fault;

/// Why a command on a lawyer mediation is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 共同的理由
    Common(Fault),
    /// 该律师不在律师调解员名册，或者未经培训
    NotOnRoster,
    /// 尚未核查该律师及其律师事务所与各方的利益冲突
    ConflictUnchecked,
    /// 该律师或者其律师事务所代理过一方，不能作中立第三方
    ActsForParty,
    /// 该当事人已经同意调解
    AlreadyWilling,
    /// 没有写明工作室设在哪里
    HostUnknown,
    /// 已有律师承办
    AlreadyTaken,
    /// 只有律师事务所的调解工作室可以收费，本工作室不得向当事人收费
    NoFee,
    /// 调解费已经确定
    FeeSet,
    /// 调解费的负担人或者金额不对
    FeeEmpty,
    /// 调解费应当由双方分担，一方同意全部负担的除外
    FeeOneSided,
    /// 律师调解的期限不因鉴定停止计算
    NoStandstill,
    /// 协议没有律师调解员签名和工作室印章
    NotIssued,
    /// 该项义务不是确定的金钱给付，或者申请人还负有义务，不能申请支付令
    NotOrderable,
    /// 该项义务…才到期，现在不能申请支付令
    NotDue(Date),
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Refusal {
        Refusal::Common(fault)
    }
}

impl Worded for Refusal {
    fn said(&self) -> Said {
        match self {
            Refusal::Common(fault) => fault.said(),
            Refusal::NotOnRoster => rows::NOT_ON_ROSTER.plain(),
            Refusal::ConflictUnchecked => rows::CONFLICT_UNCHECKED.plain(),
            Refusal::ActsForParty => rows::ACTS_FOR_PARTY.plain(),
            Refusal::AlreadyWilling => rows::ALREADY_WILLING.plain(),
            Refusal::HostUnknown => rows::HOST_UNKNOWN.plain(),
            Refusal::AlreadyTaken => rows::ALREADY_TAKEN.plain(),
            Refusal::NoFee => rows::NO_FEE.plain(),
            Refusal::FeeSet => rows::FEE_SET.plain(),
            Refusal::FeeEmpty => rows::FEE_EMPTY.plain(),
            Refusal::FeeOneSided => rows::FEE_ONE_SIDED.plain(),
            Refusal::NoStandstill => rows::NO_STANDSTILL.plain(),
            Refusal::NotIssued => rows::NOT_ISSUED.plain(),
            Refusal::NotOrderable => rows::NOT_ORDERABLE.plain(),
            Refusal::NotDue(on) => rows::NOT_DUE.with(on),
        }
    }
}
