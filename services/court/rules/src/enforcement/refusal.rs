//! Why a command is not lawful now.

use jiff::civil::Date;

use jiefen_procedure::matrix::Bar;
use jiefen_procedure::term::DayFault;
use jiefen_procedure::words::{Said, of_day, of_limit};
use jiefen_procedure::{Explain, Refused};

use super::rows;

/// Why a command on an enforcement case is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 还没有申请执行
    NotBegun,
    /// 已经申请执行
    AlreadyBegun,
    /// 互斥表不允许
    Barred(Bar),
    /// 执行案件已经结束
    AlreadyEnded,
    /// 没有编号为某的当事人
    NoSuchParty(u32),
    /// 没有被执行人，或者与申请执行人相同
    DebtorWanted,
    /// 没有写明履行期限，或者日期不对
    DueWanted,
    /// 执行案件还没有立案
    NotAccepted,
    /// 执行案件已经立案
    AcceptedAlready,
    /// 本院没有管辖权
    NotCompetent,
    /// 履行期限到某，还没有届满
    NotDue(Date),
    /// 没有案号或者承办人
    NumberWanted,
    /// 还没有发出执行通知
    NoticeFirst,
    /// 执行通知已经发出
    NoticeIssued,
    /// 当事人某不是被执行人
    NotDebtor(u32),
    /// 被执行人某还没有收到执行通知
    NotNotified(u32),
    /// 被执行人某已经收到执行通知
    NotifiedAlready(u32),
    /// 没有编号为某的有效措施
    NoSuchMeasure(u32),
    /// 措施已于某届满失效
    MeasureOver(Date),
    /// 措施有效期到某
    MeasureRuns(Date),
    /// 未成年人不得纳入失信被执行人名单
    NoMinorListed,
    /// 被执行人某已有同类限制
    RestrictedAlready(u32),
    /// 没有编号为某的限制
    NoSuchRestriction(u32),
    /// 该限制到履行完毕或者依法解除为止，没有期限
    UntilPerformed,
    /// 纳入名单的期限到某
    ListingRuns(Date),
    /// 已经具备结案条件，但失信、限制消费还没有解除
    StillListed,
    /// 没有写明数额或者期间
    AmountWanted,
    /// 当事人某没有同意和解
    NotAgreed(u32),
    /// 不予执行的申请正在审查
    PleaPending,
    /// 没有中止或者终结本次执行
    NotSuspended,
    /// 没有执行和解
    NotSettled,
    /// 和解协议或者恢复期间到某
    SettlementRuns(Date),
    /// 没有对被执行人限制消费
    NotRestricted,
    /// 没有穷尽财产调查措施或者没有听取申请人意见
    NotExhausted,
    /// 立案满三个月（某）以后才能终结本次执行
    ThreeMonths(Date),
    /// 没有终结本次执行
    NotEndedForNow,
    /// 定期查询到某
    FiveYearsRun(Date),
    /// 执行已经中止或者终结本次
    ResumeFirst,
    /// 对执行标的主张权利的异议由案外人提出
    OutsiderOnly,
    /// 该异议由当事人提出
    PartyOnly,
    /// 没有编号为某的待办异议
    NoSuchObjection(u32),
    /// 异议某还没有裁定
    ObjectionOpen(u32),
    /// 异议某已经裁定
    ObjectionDecided(u32),
    /// 复议或者起诉期限已于某届满
    RemedyTooLate(Date),
    /// 复议或者起诉期限到某
    RemedyRuns(Date),
    /// 该文书没有这种不予执行的申请
    PleaNotOpen,
    /// 申请不予执行的期限已于某届满
    PleaTooLate(Date),
    /// 没有待审查的不予执行申请
    NoPlea,
    /// 申请执行时效到某，申请没有超过
    AppliedInTime(Date),
    /// 只有院长可以批准延长
    PresidentOnly,
    /// 六个月到某，或者还没有告知
    SixMonthsRun(Date),
    /// 已经采取执行措施或者已经告知
    SomethingDone,
    /// 没有编号为某的待审查复议
    NoReview(u32),
    /// 已经向上一级法院申请
    UpperCourtAsked,
    /// 还没有向上一级法院申请
    UpperCourtNotAsked,
    /// 上一级法院已经发出督促执行令
    UrgedAlready,
    /// 没有未到期的督促执行令
    NotUrged,
    /// 督促执行令的期限到某
    UrgeRuns(Date),
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
            Refusal::DebtorWanted => rows::DEBTOR_WANTED.plain(),
            Refusal::DueWanted => rows::DUE_WANTED.plain(),
            Refusal::NotAccepted => rows::NOT_ACCEPTED.plain(),
            Refusal::AcceptedAlready => rows::ACCEPTED_ALREADY.plain(),
            Refusal::NotCompetent => rows::NOT_COMPETENT.plain(),
            Refusal::NotDue(what) => rows::NOT_DUE.with(what),
            Refusal::NumberWanted => rows::NUMBER_WANTED.plain(),
            Refusal::NoticeFirst => rows::NOTICE_FIRST.plain(),
            Refusal::NoticeIssued => rows::NOTICE_ISSUED.plain(),
            Refusal::NotDebtor(what) => rows::NOT_DEBTOR.with(what),
            Refusal::NotNotified(what) => rows::NOT_NOTIFIED.with(what),
            Refusal::NotifiedAlready(what) => rows::NOTIFIED_ALREADY.with(what),
            Refusal::NoSuchMeasure(what) => rows::NO_SUCH_MEASURE.with(what),
            Refusal::MeasureOver(what) => rows::MEASURE_OVER.with(what),
            Refusal::MeasureRuns(what) => rows::MEASURE_RUNS.with(what),
            Refusal::NoMinorListed => rows::NO_MINOR_LISTED.plain(),
            Refusal::RestrictedAlready(what) => rows::RESTRICTED_ALREADY.with(what),
            Refusal::NoSuchRestriction(what) => rows::NO_SUCH_RESTRICTION.with(what),
            Refusal::UntilPerformed => rows::UNTIL_PERFORMED.plain(),
            Refusal::ListingRuns(what) => rows::LISTING_RUNS.with(what),
            Refusal::StillListed => rows::STILL_LISTED.plain(),
            Refusal::AmountWanted => rows::AMOUNT_WANTED.plain(),
            Refusal::NotAgreed(what) => rows::NOT_AGREED.with(what),
            Refusal::PleaPending => rows::PLEA_PENDING.plain(),
            Refusal::NotSuspended => rows::NOT_SUSPENDED.plain(),
            Refusal::NotSettled => rows::NOT_SETTLED.plain(),
            Refusal::SettlementRuns(what) => rows::SETTLEMENT_RUNS.with(what),
            Refusal::NotRestricted => rows::NOT_RESTRICTED.plain(),
            Refusal::NotExhausted => rows::NOT_EXHAUSTED.plain(),
            Refusal::ThreeMonths(what) => rows::THREE_MONTHS.with(what),
            Refusal::NotEndedForNow => rows::NOT_ENDED_FOR_NOW.plain(),
            Refusal::FiveYearsRun(what) => rows::FIVE_YEARS_RUN.with(what),
            Refusal::ResumeFirst => rows::RESUME_FIRST.plain(),
            Refusal::OutsiderOnly => rows::OUTSIDER_ONLY.plain(),
            Refusal::PartyOnly => rows::PARTY_ONLY.plain(),
            Refusal::NoSuchObjection(what) => rows::NO_SUCH_OBJECTION.with(what),
            Refusal::ObjectionOpen(what) => rows::OBJECTION_OPEN.with(what),
            Refusal::ObjectionDecided(what) => rows::OBJECTION_DECIDED.with(what),
            Refusal::RemedyTooLate(what) => rows::REMEDY_TOO_LATE.with(what),
            Refusal::RemedyRuns(what) => rows::REMEDY_RUNS.with(what),
            Refusal::PleaNotOpen => rows::PLEA_NOT_OPEN.plain(),
            Refusal::PleaTooLate(what) => rows::PLEA_TOO_LATE.with(what),
            Refusal::NoPlea => rows::NO_PLEA.plain(),
            Refusal::AppliedInTime(what) => rows::APPLIED_IN_TIME.with(what),
            Refusal::PresidentOnly => rows::PRESIDENT_ONLY.plain(),
            Refusal::SixMonthsRun(what) => rows::SIX_MONTHS_RUN.with(what),
            Refusal::SomethingDone => rows::SOMETHING_DONE.plain(),
            Refusal::NoReview(what) => rows::NO_REVIEW.with(what),
            Refusal::UpperCourtAsked => rows::UPPER_COURT_ASKED.plain(),
            Refusal::UpperCourtNotAsked => rows::UPPER_COURT_NOT_ASKED.plain(),
            Refusal::UrgedAlready => rows::URGED_ALREADY.plain(),
            Refusal::NotUrged => rows::NOT_URGED.plain(),
            Refusal::UrgeRuns(what) => rows::URGE_RUNS.with(what),
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
