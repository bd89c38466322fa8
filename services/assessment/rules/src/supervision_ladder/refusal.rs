//! Why a command on the upper rungs is not lawful now.

use jiefen_procedure::term::DayFault;
use jiefen_procedure::words::{Said, of_day, of_limit};
use jiefen_procedure::{Explain, Refused};
use jiefen_vocab::DisputeId;
use jiff::civil::Date;

use super::rows;

/// Why a command is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 没有这项督导
    NotBegun,
    /// 已经起草
    AlreadyBegun,
    /// 已经结束
    Over,
    /// 现阶段不能办理；现在应当做什么
    WrongStage(&'static str),
    /// 没有写明内容
    TextMissing,
    /// 没有列明个案
    NoCases,
    /// 个案数未达到启动标准
    BelowThreshold(u32),
    /// 不是该单位的案件
    CaseNotItsOwn(DisputeId),
    /// 季度尚未结束
    QuarterNotOver(Date),
    /// 指标未冻结
    NotFrozen,
    /// 不是之后的季度
    NotALaterQuarter,
    /// 之前没有约谈
    NoTalkBefore,
    /// 不能督导本单位
    OwnUnit,
    /// 只有被督导单位可以
    NotYourMeasure,
    /// 须由人签发
    PersonMustSign,
    /// 没有整改措施
    CommitmentsMissing,
    /// 措施与以前的相同
    MeasuresRepeated,
    /// 措施期限超出整改期
    DueTooLate(Date),
    /// 有措施没有证明材料
    EvidenceMissing(u32),
    /// 有申诉未处理
    AppealPending,
    /// 已经延长过
    ExtendedOnce,
    /// 样本已经抽取
    SampleDrawn,
    /// 还没有抽样复核
    NotRechecked,
    /// 样本中没有该案
    NotInSample,
    /// 该案已经复核
    CheckedAlready,
    /// 没有该案
    NotBehind,
    /// 已经申诉
    AppealedAlready,
    /// 没有这项申诉
    NoSuchAppeal,
    /// 申诉已经处理
    AppealDecided,
    /// 不能处理对自己所签措施的申诉
    OwnMeasure,
    /// 没有写明更正后的数字
    CorrectionMissing,
    /// 没有这个期限
    NoSuchClock,
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
            Refusal::Over => rows::OVER.plain(),
            Refusal::WrongStage(next) => rows::WRONG_STAGE.with(next),
            Refusal::TextMissing => rows::TEXT_MISSING.plain(),
            Refusal::NoCases => rows::NO_CASES.plain(),
            Refusal::BelowThreshold(least) => rows::BELOW_THRESHOLD.with(least),
            Refusal::CaseNotItsOwn(case) => rows::CASE_NOT_ITS_OWN.with(case),
            Refusal::QuarterNotOver(last) => rows::QUARTER_NOT_OVER.with(last),
            Refusal::NotFrozen => rows::NOT_FROZEN.plain(),
            Refusal::NotALaterQuarter => rows::NOT_A_LATER_QUARTER.plain(),
            Refusal::NoTalkBefore => rows::NO_TALK_BEFORE.plain(),
            Refusal::OwnUnit => rows::OWN_UNIT.plain(),
            Refusal::NotYourMeasure => rows::NOT_YOUR_MEASURE.plain(),
            Refusal::PersonMustSign => rows::PERSON_MUST_SIGN.plain(),
            Refusal::CommitmentsMissing => rows::COMMITMENTS_MISSING.plain(),
            Refusal::MeasuresRepeated => rows::MEASURES_REPEATED.plain(),
            Refusal::DueTooLate(last) => rows::DUE_TOO_LATE.with(last),
            Refusal::EvidenceMissing(no) => rows::EVIDENCE_MISSING.with(no),
            Refusal::AppealPending => rows::APPEAL_PENDING.plain(),
            Refusal::ExtendedOnce => rows::EXTENDED_ONCE.plain(),
            Refusal::SampleDrawn => rows::SAMPLE_DRAWN.plain(),
            Refusal::NotRechecked => rows::NOT_RECHECKED.plain(),
            Refusal::NotInSample => rows::NOT_IN_SAMPLE.plain(),
            Refusal::CheckedAlready => rows::CHECKED_ALREADY.plain(),
            Refusal::NotBehind => rows::NOT_BEHIND.plain(),
            Refusal::AppealedAlready => rows::APPEALED_ALREADY.plain(),
            Refusal::NoSuchAppeal => rows::NO_SUCH_APPEAL.plain(),
            Refusal::AppealDecided => rows::APPEAL_DECIDED.plain(),
            Refusal::OwnMeasure => rows::OWN_MEASURE.plain(),
            Refusal::CorrectionMissing => rows::CORRECTION_MISSING.plain(),
            Refusal::NoSuchClock => rows::NO_SUCH_CLOCK.plain(),
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
