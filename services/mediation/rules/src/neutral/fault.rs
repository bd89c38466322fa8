//! Why a common step is not lawful now.

use jiefen_procedure::Refused;
use jiefen_procedure::matrix::Bar;
use jiefen_procedure::term::DayFault;
use jiefen_procedure::words::{Said, Worded, of_day, of_limit};
use jiff::civil::Date;

use super::{Interest, rows, text_rows};
use crate::agreement::{ContentFault, Window};

/// Why a common step is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// 尚未登记
    NotBegun,
    /// 已经登记
    AlreadyBegun,
    /// 已经结束
    AlreadyEnded,
    /// 尚未进入调解
    NotMediating,
    /// 协议已成立
    AgreementBinds,
    /// 没有协议
    NoAgreement,
    /// 当事人不足两方
    TwoPartiesNeeded,
    /// 途径不通
    RouteBarred(Bar),
    /// 缺少同意
    ConsentMissing(u32),
    /// 没有该当事人
    NoSuchParty(u32),
    /// 没有全部同意
    NotAgreed(u32),
    /// 没有同意记载无争议事实
    FactsNotAgreed(u32),
    /// 没有调解员
    MediatorWanted,
    /// 调解员已退出
    MediatorRemoved,
    /// 就是现任调解员
    SameMediator,
    /// 利害关系未处理
    InterestOpen(Interest),
    /// 没有待同意的情形
    NoDoubt,
    /// 没有回避申请
    NoChallenge,
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
    /// 正在鉴定
    AppraisalRuns,
    /// 没有鉴定
    NoAppraisal,
    /// 协议没有义务
    AgreementEmpty,
    /// 文本摘要不对
    BadHash,
    /// 义务不对
    ObligationFaulty(u32),
    /// 内容不允许
    ContentForbidden(ContentFault),
    /// 没有协议文本
    NoText,
    /// 文本已经改动
    TextChanged,
    /// 已经确认
    AlreadyConfirmed(u32),
    /// 尚未确认
    NotConfirmed(u32),
    /// 没有该窗口
    NoWindow(Window),
    /// 窗口已过
    WindowPast(Date),
    /// 窗口未满
    WindowRuns(Date),
    /// 日期不对
    Day(DayFault),
    /// 期限无法计算
    Limit(Refused),
}

impl Worded for Fault {
    fn said(&self) -> Said {
        match self {
            Fault::NotBegun => rows::NOT_BEGUN.plain(),
            Fault::AlreadyBegun => rows::ALREADY_BEGUN.plain(),
            Fault::AlreadyEnded => rows::ALREADY_ENDED.plain(),
            Fault::NotMediating => rows::NOT_MEDIATING.plain(),
            Fault::AgreementBinds => rows::AGREEMENT_BINDS.plain(),
            Fault::NoAgreement => rows::NO_AGREEMENT.plain(),
            Fault::TwoPartiesNeeded => rows::TWO_PARTIES_NEEDED.plain(),
            Fault::RouteBarred(bar) => bar.said(),
            Fault::ConsentMissing(no) => rows::CONSENT_MISSING.with(no),
            Fault::NoSuchParty(no) => rows::NO_SUCH_PARTY.with(no),
            Fault::NotAgreed(no) => rows::NOT_AGREED.with(no),
            Fault::FactsNotAgreed(no) => rows::FACTS_NOT_AGREED.with(no),
            Fault::MediatorWanted => rows::MEDIATOR_WANTED.plain(),
            Fault::MediatorRemoved => rows::MEDIATOR_REMOVED.plain(),
            Fault::SameMediator => rows::SAME_MEDIATOR.plain(),
            Fault::InterestOpen(interest) => rows::INTEREST_OPEN.with(interest.zh()),
            Fault::NoDoubt => rows::NO_DOUBT.plain(),
            Fault::NoChallenge => rows::NO_CHALLENGE.plain(),
            Fault::SessionInPast(on) => rows::SESSION_IN_PAST.with(on),
            Fault::PastTerm(on) => rows::PAST_TERM.with(on),
            Fault::TermRuns(on) => rows::TERM_RUNS.with(on),
            Fault::NobodyPresent => rows::NOBODY_PRESENT.plain(),
            Fault::GuardianAbsent(no) => rows::GUARDIAN_ABSENT.with(no),
            Fault::ExtensionEmpty => rows::EXTENSION_EMPTY.plain(),
            Fault::AppraisalRuns => rows::APPRAISAL_RUNS.plain(),
            Fault::NoAppraisal => rows::NO_APPRAISAL.plain(),
            Fault::AgreementEmpty => rows::AGREEMENT_EMPTY.plain(),
            Fault::BadHash => rows::BAD_HASH.plain(),
            Fault::ObligationFaulty(no) => rows::OBLIGATION_FAULTY.with(no),
            Fault::ContentForbidden(fault) => rows::CONTENT_FORBIDDEN.with(fault.zh()),
            Fault::NoText => text_rows::NO_TEXT.plain(),
            Fault::TextChanged => text_rows::TEXT_CHANGED.plain(),
            Fault::AlreadyConfirmed(no) => text_rows::ALREADY_CONFIRMED.with(no),
            Fault::NotConfirmed(no) => text_rows::NOT_CONFIRMED.with(no),
            Fault::NoWindow(window) => rows::NO_WINDOW.with(window.zh()),
            Fault::WindowPast(on) => rows::WINDOW_PAST.with(on),
            Fault::WindowRuns(on) => rows::WINDOW_RUNS.with(on),
            Fault::Day(fault) => of_day(fault),
            Fault::Limit(refused) => of_limit(refused),
        }
    }
}
