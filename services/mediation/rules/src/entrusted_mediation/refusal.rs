//! Why a command is not lawful now.

use jiefen_procedure::matrix::Bar;
use jiefen_procedure::{Explain, Refused};
use jiff::civil::Date;

use super::rows;
use jiefen_procedure::term::DayFault;
use jiefen_procedure::words::{Said, of_day, of_limit};

/// Why a command on a mediation for a court is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 尚未登记
    NotBegun,
    /// 已经登记
    AlreadyBegun,
    /// 已经退回法院
    AlreadyReturned,
    /// 当事人不足两方
    TwoPartiesNeeded,
    /// 互斥表不允许
    RouteBarred(Bar),
    /// 缺少同意
    ConsentMissing(u32),
    /// 没有该当事人
    NoSuchParty(u32),
    /// 没有全部同意
    NotAgreed(u32),
    /// 没有同意记载无争议事实
    FactsNotAgreed(u32),
    /// 尚未签收
    FileNotSigned,
    /// 已经签收
    FileSigned,
    /// 没有调解员
    MediatorWanted,
    /// 期日已过
    SessionInPast(Date),
    /// 超过期限
    PastTerm(Date),
    /// 期限未满
    TermRuns(Date),
    /// 无人到场
    NobodyPresent,
    /// 监护人未到场
    GuardianAbsent(u32),
    /// 延长为零
    ExtensionEmpty,
    /// 已经延长
    AlreadyExtended,
    /// 延长过长
    ExtensionTooLong,
    /// 正在鉴定
    AppraisalRuns,
    /// 没有鉴定
    NoAppraisal,
    /// 委派调解协议是合同
    ContractOnly,
    /// 委托调解协议交法院
    BackToCourt,
    /// 没有调解协议
    NoContract,
    /// 协议已成立
    ContractBinds,
    /// 窗口已过
    WindowPast(Date),
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
            Refusal::AlreadyReturned => rows::ALREADY_RETURNED.plain(),
            Refusal::TwoPartiesNeeded => rows::TWO_PARTIES_NEEDED.plain(),
            Refusal::RouteBarred(bar) => bar.said(),
            Refusal::ConsentMissing(no) => rows::CONSENT_MISSING.with(no),
            Refusal::NoSuchParty(no) => rows::NO_SUCH_PARTY.with(no),
            Refusal::NotAgreed(no) => rows::NOT_AGREED.with(no),
            Refusal::FactsNotAgreed(no) => rows::FACTS_NOT_AGREED.with(no),
            Refusal::FileNotSigned => rows::FILE_NOT_SIGNED.plain(),
            Refusal::FileSigned => rows::FILE_SIGNED.plain(),
            Refusal::MediatorWanted => rows::MEDIATOR_WANTED.plain(),
            Refusal::SessionInPast(on) => rows::SESSION_IN_PAST.with(on),
            Refusal::PastTerm(on) => rows::PAST_TERM.with(on),
            Refusal::TermRuns(on) => rows::TERM_RUNS.with(on),
            Refusal::NobodyPresent => rows::NOBODY_PRESENT.plain(),
            Refusal::GuardianAbsent(no) => rows::GUARDIAN_ABSENT.with(no),
            Refusal::ExtensionEmpty => rows::EXTENSION_EMPTY.plain(),
            Refusal::AlreadyExtended => rows::ALREADY_EXTENDED.plain(),
            Refusal::ExtensionTooLong => rows::EXTENSION_TOO_LONG.plain(),
            Refusal::AppraisalRuns => rows::APPRAISAL_RUNS.plain(),
            Refusal::NoAppraisal => rows::NO_APPRAISAL.plain(),
            Refusal::ContractOnly => rows::CONTRACT_ONLY.plain(),
            Refusal::BackToCourt => rows::BACK_TO_COURT.plain(),
            Refusal::NoContract => rows::NO_CONTRACT.plain(),
            Refusal::ContractBinds => rows::CONTRACT_BINDS.plain(),
            Refusal::WindowPast(on) => rows::WINDOW_PAST.with(on),
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
