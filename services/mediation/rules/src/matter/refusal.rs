//! Why a command is not lawful now.

use jiefen_procedure::matrix::Bar;
use jiefen_procedure::{Explain, Refused};
use jiefen_vocab::{Outcome, Role, TrackKind};
use jiff::civil::Date;

use super::rows;
use jiefen_procedure::term::DayFault;
use jiefen_procedure::words::{Said, of_day, of_limit};

/// Why a command on a matter in hand is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 尚未接手
    NotBegun,
    /// 已经接手
    AlreadyBegun,
    /// 已经结束
    AlreadyEnded,
    /// 不是化解途径
    NoRoute(TrackKind),
    /// 另有专门程序
    OwnProcedure(TrackKind),
    /// 互斥表不允许
    Barred(Bar),
    /// 没有责任人
    PersonWanted,
    /// 没有下一步
    StepWanted,
    /// 下一步日期已过
    StepInPast(Date),
    /// 没有单独的办理期限
    NoOwnTerm,
    /// 期限已经起算
    TermBegun,
    /// 已过退回期限
    CompetenceFixed(Date),
    /// 已经受理
    CompetenceAccepted,
    /// 没有建议
    ProposalWanted,
    /// 岗位无权
    NotDecider(Role),
    /// 不能作出决定
    NotDeciding(Outcome),
    /// 日期不对
    Day(DayFault),
    /// 期限无法计算
    Limit(Refused),
}

impl From<DayFault> for Refusal {
    fn from(fault: DayFault) -> Refusal {
        Refusal::Day(fault)
    }
}

impl From<Bar> for Refusal {
    fn from(bar: Bar) -> Refusal {
        Refusal::Barred(bar)
    }
}

impl From<Refused> for Refusal {
    fn from(refused: Refused) -> Refusal {
        Refusal::Limit(refused)
    }
}

impl Refusal {
    fn said(&self) -> Said {
        match self {
            Refusal::NotBegun => rows::NOT_BEGUN.plain(),
            Refusal::AlreadyBegun => rows::ALREADY_BEGUN.plain(),
            Refusal::AlreadyEnded => rows::ALREADY_ENDED.plain(),
            Refusal::NoRoute(track) => rows::NO_ROUTE.with(track.zh()),
            Refusal::OwnProcedure(track) => rows::OWN_PROCEDURE.with(track.zh()),
            Refusal::Barred(bar) => bar.said(),
            Refusal::PersonWanted => rows::PERSON_WANTED.plain(),
            Refusal::StepWanted => rows::STEP_WANTED.plain(),
            Refusal::StepInPast(on) => rows::STEP_IN_PAST.with(on),
            Refusal::NoOwnTerm => rows::NO_OWN_TERM.plain(),
            Refusal::TermBegun => rows::TERM_BEGUN.plain(),
            Refusal::CompetenceFixed(on) => rows::COMPETENCE_FIXED.with(on),
            Refusal::CompetenceAccepted => rows::COMPETENCE_ACCEPTED.plain(),
            Refusal::ProposalWanted => rows::PROPOSAL_WANTED.plain(),
            Refusal::NotDecider(role) => rows::NOT_DECIDER.with(role.zh()),
            Refusal::NotDeciding(outcome) => rows::NOT_DECIDING.with(outcome.zh()),
            Refusal::Day(fault) => of_day(fault),
            Refusal::Limit(refused) => of_limit(refused),
        }
    }
}

impl Explain for Refusal {
    fn name(&self) -> &'static str {
        self.said().words.name
    }

    fn zh(&self) -> String {
        self.said().zh()
    }

    fn en(&self) -> String {
        self.said().en()
    }

    fn basis(&self) -> &'static str {
        self.said().words.basis
    }

    fn instead(&self) -> String {
        self.said().instead()
    }
}
