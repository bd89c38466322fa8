//! Why a command is not lawful now.

use jiefen_procedure::words::{Said, Worded};
use jiff::civil::Date;

use super::rows;
use crate::neutral::Fault;

/// Why a command on a negotiation is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 共同的理由
    Common(Fault),
    /// 尚未开始协商
    NotTalking,
    /// 已经同意协商
    AlreadyWilling,
    /// 答复已迟
    AnswerLate(Date),
    /// 邀请未到期
    InvitationRuns(Date),
    /// 没有方案
    NoOffer,
    /// 自己的方案还在
    OfferOpen,
    /// 方案不可撤销
    OfferBinds(Date),
    /// 方案已失效
    OfferLapsed(Date),
    /// 方案未到期
    OfferRuns(Date),
    /// 承诺期限不对
    OfferTime(Date),
    /// 已经承诺
    AlreadyAccepted(u32),
    /// 文本不同
    TextChanged,
    /// 代理人无权和解
    NoAuthority(u32),
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
            Refusal::NotTalking => rows::NOT_TALKING.plain(),
            Refusal::AlreadyWilling => rows::ALREADY_WILLING.plain(),
            Refusal::AnswerLate(on) => rows::ANSWER_LATE.with(on),
            Refusal::InvitationRuns(on) => rows::INVITATION_RUNS.with(on),
            Refusal::NoOffer => rows::NO_OFFER.plain(),
            Refusal::OfferOpen => rows::OFFER_OPEN.plain(),
            Refusal::OfferBinds(on) => rows::OFFER_BINDS.with(on),
            Refusal::OfferLapsed(on) => rows::OFFER_LAPSED.with(on),
            Refusal::OfferRuns(on) => rows::OFFER_RUNS.with(on),
            Refusal::OfferTime(on) => rows::OFFER_TIME.with(on),
            Refusal::AlreadyAccepted(no) => rows::ALREADY_ACCEPTED.with(no),
            Refusal::TextChanged => rows::TEXT_CHANGED.plain(),
            Refusal::NoAuthority(no) => rows::NO_AUTHORITY.with(no),
        }
    }
}
