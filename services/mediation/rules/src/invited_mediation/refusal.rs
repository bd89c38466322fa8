//! Why a command is not lawful now.

use jiefen_procedure::words::{Said, Worded};
use jiff::civil::Date;

use super::rows;
use crate::neutral::Fault;

/// Why a command on an invited mediation is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 共同的理由
    Common(Fault),
    /// 应当先立案
    FileFirst,
    /// 属于委派调解
    DelegateInstead,
    /// 属于委托调解
    EntrustInstead,
    /// 不在名册
    NotOnRoster,
    /// 未经培训
    NotTrained,
    /// 已经确定调解员
    AlreadyNamed,
    /// 协商期限未满
    ChoiceRuns(Date),
    /// 已经接受调解员
    MediatorAccepted,
    /// 调解员未签名
    MediatorUnsigned,
    /// 没有盖章
    SealMissing,
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
            Refusal::FileFirst => rows::FILE_FIRST.plain(),
            Refusal::DelegateInstead => rows::DELEGATE_INSTEAD.plain(),
            Refusal::EntrustInstead => rows::ENTRUST_INSTEAD.plain(),
            Refusal::NotOnRoster => rows::NOT_ON_ROSTER.plain(),
            Refusal::NotTrained => rows::NOT_TRAINED.plain(),
            Refusal::AlreadyNamed => rows::ALREADY_NAMED.plain(),
            Refusal::ChoiceRuns(on) => rows::CHOICE_RUNS.with(on),
            Refusal::MediatorAccepted => rows::MEDIATOR_ACCEPTED.plain(),
            Refusal::MediatorUnsigned => rows::MEDIATOR_UNSIGNED.plain(),
            Refusal::SealMissing => rows::SEAL_MISSING.plain(),
        }
    }
}
