//! Why a command is not lawful now.

use jiff::civil::Date;

use jiefen_procedure::matrix::Bar;
use jiefen_procedure::term::DayFault;
use jiefen_procedure::words::{Said, of_day, of_limit};
use jiefen_procedure::{Explain, Refused};

use super::rows;

/// Why a command on a protection order is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 还没有申请人身安全保护令
    NotBegun,
    /// 已经申请
    AlreadyBegun,
    /// 互斥表不允许
    Barred(Bar),
    /// 该申请已经办结
    AlreadyEnded,
    /// 没有编号为某的当事人
    NoSuchParty(u32),
    /// 没有明确的被申请人
    RespondentWanted,
    /// 没有写明保护措施
    MeasuresWanted,
    /// 本人能够申请的，由本人申请
    VictimApplies,
    /// 双方居住地、家庭暴力发生地都不在本院辖区
    NotCompetent,
    /// 本院有管辖权，应当受理
    Competent,
    /// 没有承办法官
    JudgeWanted,
    /// 还没有受理
    NotAccepted,
    /// 已经受理
    AcceptedAlready,
    /// 已经标明情况紧急
    UrgentAlready,
    /// 已经裁定
    DecidedAlready,
    /// 有效期某个月不符合规定，不得超过六个月
    MonthsOutOfRange(u32),
    /// 没有有效的保护令
    NoOrder,
    /// 保护令已于某届满
    OrderLapsed(Date),
    /// 保护令有效期到某
    OrderRuns(Date),
    /// 已经送达该对象
    ServedAlready,
    /// 还没有裁定
    NoRuling,
    /// 裁定不是对当事人某不利的
    NotAgainst(u32),
    /// 只能复议一次，或者复议期已过
    ReviewOnce,
    /// 没有申请复议
    ReviewNotAsked,
    /// 复议期限已于某届满
    ReviewTooLate(Date),
    /// 复议期限到某
    ReviewTimeRuns(Date),
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
            Refusal::NoSuchParty(what) => rows::NO_SUCH_PARTY.with(what),
            Refusal::RespondentWanted => rows::RESPONDENT_WANTED.plain(),
            Refusal::MeasuresWanted => rows::MEASURES_WANTED.plain(),
            Refusal::VictimApplies => rows::VICTIM_APPLIES.plain(),
            Refusal::NotCompetent => rows::NOT_COMPETENT.plain(),
            Refusal::Competent => rows::COMPETENT.plain(),
            Refusal::JudgeWanted => rows::JUDGE_WANTED.plain(),
            Refusal::NotAccepted => rows::NOT_ACCEPTED.plain(),
            Refusal::AcceptedAlready => rows::ACCEPTED_ALREADY.plain(),
            Refusal::UrgentAlready => rows::URGENT_ALREADY.plain(),
            Refusal::DecidedAlready => rows::DECIDED_ALREADY.plain(),
            Refusal::MonthsOutOfRange(what) => rows::MONTHS_OUT_OF_RANGE.with(what),
            Refusal::NoOrder => rows::NO_ORDER.plain(),
            Refusal::OrderLapsed(what) => rows::ORDER_LAPSED.with(what),
            Refusal::OrderRuns(what) => rows::ORDER_RUNS.with(what),
            Refusal::ServedAlready => rows::SERVED_ALREADY.plain(),
            Refusal::NoRuling => rows::NO_RULING.plain(),
            Refusal::NotAgainst(what) => rows::NOT_AGAINST.with(what),
            Refusal::ReviewOnce => rows::REVIEW_ONCE.plain(),
            Refusal::ReviewNotAsked => rows::REVIEW_NOT_ASKED.plain(),
            Refusal::ReviewTooLate(what) => rows::REVIEW_TOO_LATE.with(what),
            Refusal::ReviewTimeRuns(what) => rows::REVIEW_TIME_RUNS.with(what),
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
