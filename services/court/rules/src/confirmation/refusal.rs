//! Why a command is not lawful now.

use jiefen_procedure::{Explain, Refused};
use jiff::civil::Date;

use super::rows;
use jiefen_procedure::matrix::Bar;
use jiefen_procedure::term::DayFault;
use jiefen_procedure::words::{Said, of_day, of_limit};

/// Why a command on an application for judicial confirmation is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 尚未申请
    NotBegun,
    /// 已经申请
    AlreadyBegun,
    /// 互斥表不允许
    Barred(Bar),
    /// 已经结束
    AlreadyEnded,
    /// 当事人不足两方
    TwoPartiesNeeded,
    /// 没有该当事人
    NoSuchParty(u32),
    /// 不是共同申请
    NotJoint(u32),
    /// 申请逾期
    TooLate(Date),
    /// 没有要求补正
    NothingAsked,
    /// 补正只能一次
    AskedOnce,
    /// 正在等待补正
    PapersAwaited,
    /// 补正期限未满
    CorrectionTimeRuns(Date),
    /// 没有管辖权
    NotCompetent,
    /// 没有案号或者法官
    NumberWanted,
    /// 尚未受理
    NotAccepted,
    /// 已经受理
    AlreadyAccepted,
    /// 须院长批准
    PresidentOnly,
    /// 延长为零
    ExtensionEmpty,
    /// 审查期限已过
    RulingOverdue(Date),
    /// 尚未裁定
    NoRuling,
    /// 已经裁定
    RuledAlready,
    /// 尚未送达
    NotServed(u32),
    /// 已经送达
    ServedAlready(u32),
    /// 异议逾期
    ObjectionTooLate(Date),
    /// 异议期未满
    ObjectionTimeRuns(Date),
    /// 正在审查异议
    ObjectionPending,
    /// 没有异议
    NoObjection,
    /// 异议期未过
    NotEffective,
    /// 异议期已过
    EffectiveAlready,
    /// 尚未到期
    NothingOverdue(Date),
    /// 执行期间未满
    EnforcementTimeRuns(Date),
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
            Refusal::Barred(bar) => bar.said(),
            Refusal::AlreadyBegun => rows::ALREADY_BEGUN.plain(),
            Refusal::AlreadyEnded => rows::ALREADY_ENDED.plain(),
            Refusal::TwoPartiesNeeded => rows::TWO_PARTIES_NEEDED.plain(),
            Refusal::NoSuchParty(no) => rows::NO_SUCH_PARTY.with(no),
            Refusal::NotJoint(no) => rows::NOT_JOINT.with(no),
            Refusal::TooLate(on) => rows::TOO_LATE.with(on),
            Refusal::NothingAsked => rows::NOTHING_ASKED.plain(),
            Refusal::AskedOnce => rows::ASKED_ONCE.plain(),
            Refusal::PapersAwaited => rows::PAPERS_AWAITED.plain(),
            Refusal::CorrectionTimeRuns(on) => rows::CORRECTION_TIME_RUNS.with(on),
            Refusal::NotCompetent => rows::NOT_COMPETENT.plain(),
            Refusal::NumberWanted => rows::NUMBER_WANTED.plain(),
            Refusal::NotAccepted => rows::NOT_ACCEPTED.plain(),
            Refusal::AlreadyAccepted => rows::ALREADY_ACCEPTED.plain(),
            Refusal::PresidentOnly => rows::PRESIDENT_ONLY.plain(),
            Refusal::ExtensionEmpty => rows::EXTENSION_EMPTY.plain(),
            Refusal::RulingOverdue(on) => rows::RULING_OVERDUE.with(on),
            Refusal::NoRuling => rows::NO_RULING.plain(),
            Refusal::RuledAlready => rows::RULED_ALREADY.plain(),
            Refusal::NotServed(no) => rows::NOT_SERVED.with(no),
            Refusal::ServedAlready(no) => rows::SERVED_ALREADY.with(no),
            Refusal::ObjectionTooLate(on) => rows::OBJECTION_TOO_LATE.with(on),
            Refusal::ObjectionTimeRuns(on) => rows::OBJECTION_TIME_RUNS.with(on),
            Refusal::ObjectionPending => rows::OBJECTION_PENDING.plain(),
            Refusal::NoObjection => rows::NO_OBJECTION.plain(),
            Refusal::NotEffective => rows::NOT_EFFECTIVE.plain(),
            Refusal::EffectiveAlready => rows::EFFECTIVE_ALREADY.plain(),
            Refusal::NothingOverdue(on) => rows::NOTHING_OVERDUE.with(on),
            Refusal::EnforcementTimeRuns(on) => rows::ENFORCEMENT_TIME_RUNS.with(on),
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
