//! Why a sheet refuses.

use jiefen_procedure::Explain;

/// Why a command on a sheet is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The sheet is frozen.
    AlreadyFrozen,
    /// There is no sheet.
    NoSheet,
    /// The period has not ended.
    PeriodNotOver,
    /// The cut-off lies ahead or before the period's end.
    CutOffWrong,
    /// No figures, or one of them twice.
    FiguresIncomplete,
    /// Figures of another period or cut-off.
    FiguresOfOtherPeriod,
    /// The sheet does not have the figure.
    NoSuchFigure,
    /// The numbers are what they were.
    NothingToCorrect,
    /// No reason.
    ReasonMissing,
    /// The appeal window has ended.
    AppealsOver,
    /// The appeal window runs.
    AppealsOpen,
    /// The sheet is another unit's.
    NotYourSheet,
    /// The dispute is not behind the figure.
    DisputeNotBehind,
    /// No appeal of this number.
    NoSuchAppeal,
    /// The appeal is decided.
    AppealDecided,
    /// Nobody decides his own appeal.
    OwnAppeal,
    /// Appeals wait for a decision.
    AppealsPending {
        /// How many.
        pending: usize,
    },
    /// Who froze it may not sign it.
    SelfSigned,
    /// The sheet is signed.
    AlreadySigned,
    /// The clock does not run.
    NoSuchClock,
}

impl Refusal {
    const fn why(&self) -> &'static str {
        match self {
            Refusal::AlreadyFrozen => "该期考核表已经冻结",
            Refusal::NoSheet => "还没有冻结考核表",
            Refusal::PeriodNotOver => "考核期还没有结束",
            Refusal::CutOffWrong => "数据截止日早于期末或者晚于今天",
            Refusal::FiguresIncomplete => "没有指标，或者同一指标出现两次",
            Refusal::FiguresOfOtherPeriod => "指标的期间或者数据截止点与考核表不一致",
            Refusal::NoSuchFigure => "考核表中没有这个指标",
            Refusal::NothingToCorrect => "更正后的数字与现有数字相同",
            Refusal::ReasonMissing => "没有写明理由",
            Refusal::AppealsOver => "申诉期已经结束",
            Refusal::AppealsOpen => "申诉期还没有结束",
            Refusal::NotYourSheet => "只有被考核单位可以申诉",
            Refusal::DisputeNotBehind => "该纠纷没有计入这个指标",
            Refusal::NoSuchAppeal => "没有这个编号的申诉",
            Refusal::AppealDecided => "该申诉已经处理",
            Refusal::OwnAppeal => "不能处理本单位提出的申诉",
            Refusal::AppealsPending { .. } => "还有申诉没有处理",
            Refusal::SelfSigned => "冻结数据的人不能签发",
            Refusal::AlreadySigned => "考核表已经签发",
            Refusal::NoSuchClock => "该期限没有在计算",
        }
    }
}

impl Explain for Refusal {
    fn name(&self) -> &'static str {
        match self {
            Refusal::AlreadyFrozen => "ALREADY_FROZEN",
            Refusal::NoSheet => "NO_SHEET",
            Refusal::PeriodNotOver => "PERIOD_NOT_OVER",
            Refusal::CutOffWrong => "CUT_OFF_WRONG",
            Refusal::FiguresIncomplete => "FIGURES_INCOMPLETE",
            Refusal::FiguresOfOtherPeriod => "FIGURES_OF_OTHER_PERIOD",
            Refusal::NoSuchFigure => "NO_SUCH_FIGURE",
            Refusal::NothingToCorrect => "NOTHING_TO_CORRECT",
            Refusal::ReasonMissing => "REASON_MISSING",
            Refusal::AppealsOver => "APPEALS_OVER",
            Refusal::AppealsOpen => "APPEALS_OPEN",
            Refusal::NotYourSheet => "NOT_YOUR_SHEET",
            Refusal::DisputeNotBehind => "DISPUTE_NOT_BEHIND",
            Refusal::NoSuchAppeal => "NO_SUCH_APPEAL",
            Refusal::AppealDecided => "APPEAL_DECIDED",
            Refusal::OwnAppeal => "OWN_APPEAL",
            Refusal::AppealsPending { .. } => "APPEALS_PENDING",
            Refusal::SelfSigned => "SELF_SIGNED",
            Refusal::AlreadySigned => "ALREADY_SIGNED",
            Refusal::NoSuchClock => "NO_SUCH_CLOCK",
        }
    }

    fn zh(&self) -> String {
        if let Refusal::AppealsPending { pending } = self {
            return format!("{}（{pending}件）", self.why());
        }
        self.why().to_owned()
    }

    fn en(&self) -> String {
        let text = match self {
            Refusal::AlreadyFrozen => "the sheet is frozen",
            Refusal::NoSheet => "there is no sheet",
            Refusal::PeriodNotOver => "the period has not ended",
            Refusal::CutOffWrong => "the cut-off lies before the period's end or ahead",
            Refusal::FiguresIncomplete => "no figures, or one of them twice",
            Refusal::FiguresOfOtherPeriod => "the figures are of another period or cut-off",
            Refusal::NoSuchFigure => "the sheet has no such figure",
            Refusal::NothingToCorrect => "the numbers are what they were",
            Refusal::ReasonMissing => "the reason is missing",
            Refusal::AppealsOver => "the appeal window has ended",
            Refusal::AppealsOpen => "the appeal window still runs",
            Refusal::NotYourSheet => "only the assessed unit may appeal",
            Refusal::DisputeNotBehind => "the dispute is not behind this figure",
            Refusal::NoSuchAppeal => "no appeal of this number",
            Refusal::AppealDecided => "the appeal is decided",
            Refusal::OwnAppeal => "nobody decides his own appeal",
            Refusal::AppealsPending { .. } => "appeals are pending",
            Refusal::SelfSigned => "who froze the sheet may not sign it",
            Refusal::AlreadySigned => "the sheet is signed",
            Refusal::NoSuchClock => "no such clock runs",
        };
        text.to_owned()
    }

    fn basis(&self) -> &'static str {
        "实施方案九(三)；C-016、C-312"
    }

    fn instead(&self) -> String {
        let text = match self {
            Refusal::AlreadyFrozen => "用更正条目更正",
            Refusal::NoSheet => "先冻结该期数据",
            Refusal::PeriodNotOver => "期满后再冻结",
            Refusal::CutOffWrong => "截止日取期末至今天之间",
            Refusal::FiguresIncomplete => "重新计算全部指标后冻结",
            Refusal::FiguresOfOtherPeriod => "按同一期间和截止点重新计算",
            Refusal::NoSuchFigure => "选择表中的指标",
            Refusal::NothingToCorrect => "填写不同的数字，或者不予更正",
            Refusal::ReasonMissing => "写明理由",
            Refusal::AppealsOver => "向考核单位说明，由其用更正条目处理",
            Refusal::AppealsOpen => "申诉期满后签发",
            Refusal::NotYourSheet => "由被考核单位提出",
            Refusal::DisputeNotBehind => "从指标明细中选择纠纷",
            Refusal::NoSuchAppeal => "核对申诉编号",
            Refusal::AppealDecided => "查看处理结果",
            Refusal::OwnAppeal => "由其他单位的人员处理",
            Refusal::AppealsPending { .. } => "处理完申诉再签发",
            Refusal::SelfSigned => "由另一人签发",
            Refusal::AlreadySigned => "用更正条目更正",
            Refusal::NoSuchClock => "查看考核表当前的期限",
        };
        text.to_owned()
    }
}
