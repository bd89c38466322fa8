//! Why a command is not lawful now.

use jiff::civil::Date;

use jiefen_procedure::matrix::Bar;
use jiefen_procedure::term::DayFault;
use jiefen_procedure::words::{Said, of_day, of_limit};
use jiefen_procedure::{Explain, Refused};

use super::rows;

/// Why a command on a notarised instrument is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 还没有申请公证
    NotBegun,
    /// 公证申请已经受理
    AlreadyBegun,
    /// 互斥表不允许
    Barred(Bar),
    /// 各期债务均已有结果
    AlreadyEnded,
    /// 没有编号为某的当事人
    NoSuchParty(u32),
    /// 没有写明各期债务，或者数额、编号不对
    InstalmentsWanted,
    /// 债务人没有明示愿意接受强制执行
    NoSubmission,
    /// 公证期限已经停止计算
    NotaryStopped,
    /// 公证期限正在计算
    NotaryRuns,
    /// 公证债权文书还没有出具
    NotIssued,
    /// 公证债权文书已经出具
    IssuedAlready,
    /// 第某期没有待履行的债务
    NoSuchInstalment(u32),
    /// 该期履行期到某，还没有届满
    NotDue(Date),
    /// 已有执行证书申请或者执行正在办理
    PursuedAlready,
    /// 没有待办的执行证书申请
    NotAsked,
    /// 没有执行证书，不能申请执行
    NoCertificate,
    /// 该期申请执行期间到某
    InstalmentTimeRuns(Date),
    /// 案件不在法院受理或者送达通知的阶段
    NotAtCourt,
    /// 法院已经受理
    AcceptedAlready,
    /// 没有处于申请不予执行的期间
    NotNoticed,
    /// 申请不予执行的期限到某
    PleaTimeRuns(Date),
    /// 申请不予执行的期限已于某届满
    PleaTooLate(Date),
    /// 债权债务与事实不符、违法或者已清偿的，应当起诉
    SueInstead,
    /// 没有不予执行的申请在审查
    NoPlea,
    /// 只有院长可以批准延长审查
    PresidentOnly,
    /// 没有可以复议的裁定
    NoRuling,
    /// 已经申请复议
    ReviewAsked,
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
            Refusal::InstalmentsWanted => rows::INSTALMENTS_WANTED.plain(),
            Refusal::NoSubmission => rows::NO_SUBMISSION.plain(),
            Refusal::NotaryStopped => rows::NOTARY_STOPPED.plain(),
            Refusal::NotaryRuns => rows::NOTARY_RUNS.plain(),
            Refusal::NotIssued => rows::NOT_ISSUED.plain(),
            Refusal::IssuedAlready => rows::ISSUED_ALREADY.plain(),
            Refusal::NoSuchInstalment(what) => rows::NO_SUCH_INSTALMENT.with(what),
            Refusal::NotDue(what) => rows::NOT_DUE.with(what),
            Refusal::PursuedAlready => rows::PURSUED_ALREADY.plain(),
            Refusal::NotAsked => rows::NOT_ASKED.plain(),
            Refusal::NoCertificate => rows::NO_CERTIFICATE.plain(),
            Refusal::InstalmentTimeRuns(what) => rows::INSTALMENT_TIME_RUNS.with(what),
            Refusal::NotAtCourt => rows::NOT_AT_COURT.plain(),
            Refusal::AcceptedAlready => rows::ACCEPTED_ALREADY.plain(),
            Refusal::NotNoticed => rows::NOT_NOTICED.plain(),
            Refusal::PleaTimeRuns(what) => rows::PLEA_TIME_RUNS.with(what),
            Refusal::PleaTooLate(what) => rows::PLEA_TOO_LATE.with(what),
            Refusal::SueInstead => rows::SUE_INSTEAD.plain(),
            Refusal::NoPlea => rows::NO_PLEA.plain(),
            Refusal::PresidentOnly => rows::PRESIDENT_ONLY.plain(),
            Refusal::NoRuling => rows::NO_RULING.plain(),
            Refusal::ReviewAsked => rows::REVIEW_ASKED.plain(),
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
