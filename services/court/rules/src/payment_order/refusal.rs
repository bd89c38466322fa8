//! Why a command is not lawful now.

use jiff::civil::Date;

use jiefen_procedure::matrix::Bar;
use jiefen_procedure::term::DayFault;
use jiefen_procedure::words::{Said, of_day, of_limit};
use jiefen_procedure::{Explain, Refused};

use super::rows;

/// Why a command on a payment order is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 还没有申请支付令
    NotBegun,
    /// 已经申请
    AlreadyBegun,
    /// 督促程序已经终结
    AlreadyEnded,
    /// 没有编号为某的当事人
    NoSuchParty(u32),
    /// 当事人某不是本申请的债务人
    NotDebtor(u32),
    /// 没有写明请求项目，或者编号重复
    ClaimsWanted,
    /// 第某项请求没有债务人
    DebtorWanted(u32),
    /// 没有要求补正
    NothingAsked,
    /// 补正只能一次告知
    AskedOnce,
    /// 没有写明缺少什么
    ListWanted,
    /// 补正期限到某，还没有届满
    CorrectionRuns(Date),
    /// 正在等待补正
    PapersAwaited,
    /// 申请还没有受理
    NotAccepted,
    /// 申请已经受理
    AcceptedAlready,
    /// 债务人住所地不在本院辖区
    NotCompetent,
    /// 第某项请求不是金钱或者有价证券
    NotMoney(u32),
    /// 第某项请求没有到期或者数额不确定
    NotDueOrFixed(u32),
    /// 该调解协议的事项不能申请支付令
    LabourItem,
    /// 互斥表不允许
    Barred(Bar),
    /// 没有案号或者承办人
    NumberWanted,
    /// 支付令还没有发出
    NotIssued,
    /// 支付令已经发出
    IssuedAlready,
    /// 当事人某已经收到或者已确认不能送达
    ServedAlready(u32),
    /// 支付令不能公告送达
    NoPublicNotice,
    /// 送达期限到某已经届满，支付令自行失效
    ServedTooLate(Date),
    /// 送达期限到某，还没有届满
    ServiceTimeRuns(Date),
    /// 没有尚未送达的债务人
    AllServed,
    /// 第某项请求不在可以办理的状态
    ClaimNotOpen(u32),
    /// 当事人某还没有收到文书
    NotServed(u32),
    /// 债务人某没有待审查的书面异议
    NoObjection(u32),
    /// 异议期限到某，还没有届满
    ObjectionTimeRuns(Date),
    /// 异议期限已于某届满并已登记，或者已无待异议的请求
    ObjectionTooLate(Date),
    /// 债务人已经收到支付令，不能撤回申请
    OrderReceived,
    /// 支付令已经失效
    OrderLapsed,
    /// 支付令已经生效
    OrderEffective,
    /// 没有已经生效的请求
    NotEffective,
    /// 没有编号为某的待表态裁定
    NoSuchRuling(u32),
    /// 七日期限到某已经届满，视为起诉
    SuitDeemed(Date),
    /// 债权人在某前可以表示不同意起诉
    SuitTimeRuns(Date),
    /// 只有院长可以提交审判委员会撤销支付令
    PresidentOnly,
    /// 申请执行期间到某，还没有届满
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
            Refusal::AlreadyBegun => rows::ALREADY_BEGUN.plain(),
            Refusal::AlreadyEnded => rows::ALREADY_ENDED.plain(),
            Refusal::NoSuchParty(what) => rows::NO_SUCH_PARTY.with(what),
            Refusal::NotDebtor(what) => rows::NOT_DEBTOR.with(what),
            Refusal::ClaimsWanted => rows::CLAIMS_WANTED.plain(),
            Refusal::DebtorWanted(what) => rows::DEBTOR_WANTED.with(what),
            Refusal::NothingAsked => rows::NOTHING_ASKED.plain(),
            Refusal::AskedOnce => rows::ASKED_ONCE.plain(),
            Refusal::ListWanted => rows::LIST_WANTED.plain(),
            Refusal::CorrectionRuns(what) => rows::CORRECTION_RUNS.with(what),
            Refusal::PapersAwaited => rows::PAPERS_AWAITED.plain(),
            Refusal::NotAccepted => rows::NOT_ACCEPTED.plain(),
            Refusal::AcceptedAlready => rows::ACCEPTED_ALREADY.plain(),
            Refusal::NotCompetent => rows::NOT_COMPETENT.plain(),
            Refusal::NotMoney(what) => rows::NOT_MONEY.with(what),
            Refusal::NotDueOrFixed(what) => rows::NOT_DUE_OR_FIXED.with(what),
            Refusal::LabourItem => rows::LABOUR_ITEM.plain(),
            Refusal::Barred(bar) => bar.said(),
            Refusal::NumberWanted => rows::NUMBER_WANTED.plain(),
            Refusal::NotIssued => rows::NOT_ISSUED.plain(),
            Refusal::IssuedAlready => rows::ISSUED_ALREADY.plain(),
            Refusal::ServedAlready(what) => rows::SERVED_ALREADY.with(what),
            Refusal::NoPublicNotice => rows::NO_PUBLIC_NOTICE.plain(),
            Refusal::ServedTooLate(what) => rows::SERVED_TOO_LATE.with(what),
            Refusal::ServiceTimeRuns(what) => rows::SERVICE_TIME_RUNS.with(what),
            Refusal::AllServed => rows::ALL_SERVED.plain(),
            Refusal::ClaimNotOpen(what) => rows::CLAIM_NOT_OPEN.with(what),
            Refusal::NotServed(what) => rows::NOT_SERVED.with(what),
            Refusal::NoObjection(what) => rows::NO_OBJECTION.with(what),
            Refusal::ObjectionTimeRuns(what) => rows::OBJECTION_TIME_RUNS.with(what),
            Refusal::ObjectionTooLate(what) => rows::OBJECTION_TOO_LATE.with(what),
            Refusal::OrderReceived => rows::ORDER_RECEIVED.plain(),
            Refusal::OrderLapsed => rows::ORDER_LAPSED.plain(),
            Refusal::OrderEffective => rows::ORDER_EFFECTIVE.plain(),
            Refusal::NotEffective => rows::NOT_EFFECTIVE.plain(),
            Refusal::NoSuchRuling(what) => rows::NO_SUCH_RULING.with(what),
            Refusal::SuitDeemed(what) => rows::SUIT_DEEMED.with(what),
            Refusal::SuitTimeRuns(what) => rows::SUIT_TIME_RUNS.with(what),
            Refusal::PresidentOnly => rows::PRESIDENT_ONLY.plain(),
            Refusal::EnforcementTimeRuns(what) => rows::ENFORCEMENT_TIME_RUNS.with(what),
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
