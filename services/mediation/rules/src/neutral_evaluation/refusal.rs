//! Why a command is not lawful now.

use jiefen_procedure::words::{Said, Worded};
use jiff::civil::Date;

use super::rows;
use crate::neutral::Fault;

/// Why a command on an evaluation is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 共同的理由
    Common(Fault),
    /// 无人申请
    NobodyAsks,
    /// 已经同意
    AlreadyJoined,
    /// 没有评估员
    NoEvaluator,
    /// 已有评估员
    EvaluatorNamed,
    /// 不具备该领域资格
    NotOfField,
    /// 不中立
    NotNeutral,
    /// 约定期限过长
    TermTooLong(Date),
    /// 只有一方材料
    OneSided(u32),
    /// 材料未齐
    PapersOpen,
    /// 材料已齐
    PapersClosed,
    /// 意见为空
    OpinionEmpty,
    /// 意见已送达
    OpinionServed,
    /// 没有意见
    NoOpinion,
    /// 决定已迟
    UseLate(Date),
    /// 不得作为证据
    NoEvidence,
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
            Refusal::NobodyAsks => rows::NOBODY_ASKS.plain(),
            Refusal::AlreadyJoined => rows::ALREADY_JOINED.plain(),
            Refusal::NoEvaluator => rows::NO_EVALUATOR.plain(),
            Refusal::EvaluatorNamed => rows::EVALUATOR_NAMED.plain(),
            Refusal::NotOfField => rows::NOT_OF_FIELD.plain(),
            Refusal::NotNeutral => rows::NOT_NEUTRAL.plain(),
            Refusal::TermTooLong(on) => rows::TERM_TOO_LONG.with(on),
            Refusal::OneSided(no) => rows::ONE_SIDED.with(no),
            Refusal::PapersOpen => rows::PAPERS_OPEN.plain(),
            Refusal::PapersClosed => rows::PAPERS_CLOSED.plain(),
            Refusal::OpinionEmpty => rows::OPINION_EMPTY.plain(),
            Refusal::OpinionServed => rows::OPINION_SERVED.plain(),
            Refusal::NoOpinion => rows::NO_OPINION.plain(),
            Refusal::UseLate(on) => rows::USE_LATE.with(on),
            Refusal::NoEvidence => rows::NO_EVIDENCE.plain(),
        }
    }
}
