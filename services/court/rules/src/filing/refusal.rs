//! Why a command is not lawful now.

use jiefen_procedure::{Explain, Refused};
use jiff::civil::Date;

use super::rows;
use jiefen_procedure::matrix::Bar;
use jiefen_procedure::term::DayFault;
use jiefen_procedure::words::{Said, of_day, of_limit};

/// Why a command on a case is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 尚未收到起诉状
    NotBegun,
    /// 已经收到起诉状
    AlreadyBegun,
    /// 互斥表不允许
    Barred(Bar),
    /// 已经结束
    AlreadyEnded,
    /// 当事人不足两方
    TwoPartiesNeeded,
    /// 没有该当事人
    NoSuchParty(u32),
    /// 没有收据
    ReceiptWanted,
    /// 已经一次性告知
    ListedOnce,
    /// 没有待补正
    NothingMissing,
    /// 正在等待补正
    PapersAwaited,
    /// 补正期限未满
    CorrectionTimeRuns(Date),
    /// 立案期限未满
    DecisionTimeRuns(Date),
    /// 没有案号
    NumberWanted,
    /// 已有案号
    NumberedAlready,
    /// 必须立案
    MustFile,
    /// 已裁定不予受理
    FilingRefused,
    /// 没有不予受理裁定
    NotRefused,
    /// 没有上诉
    NotAppealed,
    /// 尚未送达
    NotServed(u32),
    /// 已经送达
    ServedAlready(u32),
    /// 上诉期未满
    AppealTimeRuns(Date),
    /// 上诉逾期
    AppealTooLate(Date),
    /// 一审终审
    OneInstance,
    /// 尚未立案
    NotFiled,
    /// 已经立案
    AlreadyFiled,
    /// 没有同意
    NotAgreed(u32),
    /// 已经调解过
    MediatedOnce,
    /// 正在调解
    InMediation,
    /// 不在调解中
    NotInMediation,
    /// 尚未签收
    FileNotSigned,
    /// 已经签收
    FileSigned,
    /// 已经延长
    MediationExtendedOnce,
    /// 延长日数不对
    MediationExtensionWrong,
    /// 调解期已满
    MediationPast(Date),
    /// 调解期未满
    MediationRuns(Date),
    /// 未通知交费
    FeeNotAsked,
    /// 未交费
    FeeUnpaid,
    /// 已交费
    FeeSettled,
    /// 交费期未满
    FeeTimeRuns(Date),
    /// 没有责任人
    PersonWanted,
    /// 调解员不得参与
    MediatorBarred,
    /// 工资标准年份不对
    WageOfOtherYear(i16),
    /// 应当适用小额诉讼
    SmallClaimsMandatory,
    /// 不能适用小额诉讼
    NoSmallClaims,
    /// 不能适用简易程序
    SummaryBarred,
    /// 未确定程序
    TrackNotChosen,
    /// 程序已定
    TrackAlreadyChosen,
    /// 不能这样转换
    NoChangeBack,
    /// 审限已过
    LimitPast(Date),
    /// 没有凭证
    ProofWanted,
    /// 审限停止计算
    TimeStopped,
    /// 审限正在计算
    TimeRuns,
    /// 须院长批准
    PresidentOnly,
    /// 延长为零
    ExtensionEmpty,
    /// 不是被告
    NotDefendant(u32),
    /// 通知太晚
    HearingNoticeShort(Date),
    /// 没有开庭
    NotHeard,
    /// 撤诉申请待定
    WithdrawalPending,
    /// 没有撤诉申请
    WithdrawalNotAsked,
    /// 就是本院
    OwnCourt,
    /// 没有调解书
    NoStatement,
    /// 调解书待送达
    StatementPending,
    /// 尚未判决
    NotJudged,
    /// 已经判决
    AlreadyJudged,
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
            Refusal::ReceiptWanted => rows::RECEIPT_WANTED.plain(),
            Refusal::ListedOnce => rows::LISTED_ONCE.plain(),
            Refusal::NothingMissing => rows::NOTHING_MISSING.plain(),
            Refusal::PapersAwaited => rows::PAPERS_AWAITED.plain(),
            Refusal::CorrectionTimeRuns(on) => rows::CORRECTION_TIME_RUNS.with(on),
            Refusal::DecisionTimeRuns(on) => rows::DECISION_TIME_RUNS.with(on),
            Refusal::NumberWanted => rows::NUMBER_WANTED.plain(),
            Refusal::NumberedAlready => rows::NUMBERED_ALREADY.plain(),
            Refusal::MustFile => rows::MUST_FILE.plain(),
            Refusal::FilingRefused => rows::FILING_REFUSED.plain(),
            Refusal::NotRefused => rows::NOT_REFUSED.plain(),
            Refusal::NotAppealed => rows::NOT_APPEALED.plain(),
            Refusal::NotServed(no) => rows::NOT_SERVED.with(no),
            Refusal::ServedAlready(no) => rows::SERVED_ALREADY.with(no),
            Refusal::AppealTimeRuns(on) => rows::APPEAL_TIME_RUNS.with(on),
            Refusal::AppealTooLate(on) => rows::APPEAL_TOO_LATE.with(on),
            Refusal::OneInstance => rows::ONE_INSTANCE.plain(),
            Refusal::NotFiled => rows::NOT_FILED.plain(),
            Refusal::AlreadyFiled => rows::ALREADY_FILED.plain(),
            Refusal::NotAgreed(no) => rows::NOT_AGREED.with(no),
            Refusal::MediatedOnce => rows::MEDIATED_ONCE.plain(),
            Refusal::InMediation => rows::IN_MEDIATION.plain(),
            Refusal::NotInMediation => rows::NOT_IN_MEDIATION.plain(),
            Refusal::FileNotSigned => rows::FILE_NOT_SIGNED.plain(),
            Refusal::FileSigned => rows::FILE_SIGNED.plain(),
            Refusal::MediationExtendedOnce => rows::MEDIATION_EXTENDED_ONCE.plain(),
            Refusal::MediationExtensionWrong => rows::MEDIATION_EXTENSION_WRONG.plain(),
            Refusal::MediationPast(on) => rows::MEDIATION_PAST.with(on),
            Refusal::MediationRuns(on) => rows::MEDIATION_RUNS.with(on),
            Refusal::FeeNotAsked => rows::FEE_NOT_ASKED.plain(),
            Refusal::FeeUnpaid => rows::FEE_UNPAID.plain(),
            Refusal::FeeSettled => rows::FEE_SETTLED.plain(),
            Refusal::FeeTimeRuns(on) => rows::FEE_TIME_RUNS.with(on),
            Refusal::PersonWanted => rows::PERSON_WANTED.plain(),
            Refusal::MediatorBarred => rows::MEDIATOR_BARRED.plain(),
            Refusal::WageOfOtherYear(year) => rows::WAGE_OF_OTHER_YEAR.with(year),
            Refusal::SmallClaimsMandatory => rows::SMALL_CLAIMS_MANDATORY.plain(),
            Refusal::NoSmallClaims => rows::NO_SMALL_CLAIMS.plain(),
            Refusal::SummaryBarred => rows::SUMMARY_BARRED.plain(),
            Refusal::TrackNotChosen => rows::TRACK_NOT_CHOSEN.plain(),
            Refusal::TrackAlreadyChosen => rows::TRACK_ALREADY_CHOSEN.plain(),
            Refusal::NoChangeBack => rows::NO_CHANGE_BACK.plain(),
            Refusal::LimitPast(on) => rows::LIMIT_PAST.with(on),
            Refusal::ProofWanted => rows::PROOF_WANTED.plain(),
            Refusal::TimeStopped => rows::TIME_STOPPED.plain(),
            Refusal::TimeRuns => rows::TIME_RUNS.plain(),
            Refusal::PresidentOnly => rows::PRESIDENT_ONLY.plain(),
            Refusal::ExtensionEmpty => rows::EXTENSION_EMPTY.plain(),
            Refusal::NotDefendant(no) => rows::NOT_DEFENDANT.with(no),
            Refusal::HearingNoticeShort(on) => rows::HEARING_NOTICE_SHORT.with(on),
            Refusal::NotHeard => rows::NOT_HEARD.plain(),
            Refusal::WithdrawalPending => rows::WITHDRAWAL_PENDING.plain(),
            Refusal::WithdrawalNotAsked => rows::WITHDRAWAL_NOT_ASKED.plain(),
            Refusal::OwnCourt => rows::OWN_COURT.plain(),
            Refusal::NoStatement => rows::NO_STATEMENT.plain(),
            Refusal::StatementPending => rows::STATEMENT_PENDING.plain(),
            Refusal::NotJudged => rows::NOT_JUDGED.plain(),
            Refusal::AlreadyJudged => rows::ALREADY_JUDGED.plain(),
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
