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
}

type Words = (&'static str, &'static str, &'static str, &'static str);

impl Refusal {
    /// Name, Chinese, English, what is right instead.
    fn words(&self) -> Words {
        match self {
            Refusal::AlreadyFrozen => {
                ("ALREADY_FROZEN", "该期考核表已经冻结", "the sheet is frozen", "用更正条目更正")
            }
            Refusal::NoSheet => {
                ("NO_SHEET", "还没有冻结考核表", "there is no sheet", "先冻结该期数据")
            }
            Refusal::PeriodNotOver => {
                ("PERIOD_NOT_OVER", "考核期还没有结束", "the period has not ended", "期满后再冻结")
            }
            Refusal::CutOffWrong => (
                "CUT_OFF_WRONG",
                "数据截止日早于期末或者晚于今天",
                "the cut-off lies before the period's end or ahead",
                "截止日取期末至今天之间",
            ),
            Refusal::FiguresIncomplete => (
                "FIGURES_INCOMPLETE",
                "没有指标，或者同一指标出现两次",
                "no figures, or one of them twice",
                "重新计算全部指标后冻结",
            ),
            Refusal::FiguresOfOtherPeriod => (
                "FIGURES_OF_OTHER_PERIOD",
                "指标的期间或者数据截止点与考核表不一致",
                "the figures are of another period or cut-off",
                "按同一期间和截止点重新计算",
            ),
            Refusal::NoSuchFigure => (
                "NO_SUCH_FIGURE",
                "考核表中没有这个指标",
                "the sheet has no such figure",
                "选择表中的指标",
            ),
            Refusal::NothingToCorrect => (
                "NOTHING_TO_CORRECT",
                "更正后的数字与现有数字相同",
                "the numbers are what they were",
                "填写不同的数字，或者不予更正",
            ),
            Refusal::ReasonMissing => {
                ("REASON_MISSING", "没有写明理由", "the reason is missing", "写明理由")
            }
            Refusal::AppealsOver => (
                "APPEALS_OVER",
                "申诉期已经结束",
                "the appeal window has ended",
                "向考核单位说明，由其用更正条目处理",
            ),
            Refusal::AppealsOpen => (
                "APPEALS_OPEN",
                "申诉期还没有结束",
                "the appeal window still runs",
                "申诉期满后签发",
            ),
            Refusal::NotYourSheet => (
                "NOT_YOUR_SHEET",
                "只有被考核单位可以申诉",
                "only the assessed unit may appeal",
                "由被考核单位提出",
            ),
            Refusal::DisputeNotBehind => (
                "DISPUTE_NOT_BEHIND",
                "该纠纷没有计入这个指标",
                "the dispute is not behind this figure",
                "从指标明细中选择纠纷",
            ),
            Refusal::NoSuchAppeal => {
                ("NO_SUCH_APPEAL", "没有这个编号的申诉", "no appeal of this number", "核对申诉编号")
            }
            Refusal::AppealDecided => {
                ("APPEAL_DECIDED", "该申诉已经处理", "the appeal is decided", "查看处理结果")
            }
            Refusal::OwnAppeal => (
                "OWN_APPEAL",
                "不能处理本单位提出的申诉",
                "nobody decides his own appeal",
                "由其他单位的人员处理",
            ),
            Refusal::AppealsPending { .. } => {
                ("APPEALS_PENDING", "还有申诉没有处理", "appeals are pending", "处理完申诉再签发")
            }
            Refusal::SelfSigned => (
                "SELF_SIGNED",
                "冻结数据的人不能签发",
                "who froze the sheet may not sign it",
                "由另一人签发",
            ),
            Refusal::AlreadySigned => {
                ("ALREADY_SIGNED", "考核表已经签发", "the sheet is signed", "用更正条目更正")
            }
        }
    }
}

impl Explain for Refusal {
    fn name(&self) -> &'static str {
        self.words().0
    }

    fn zh(&self) -> String {
        if let Refusal::AppealsPending { pending } = self {
            return format!("{}（{pending}件）", self.words().1);
        }
        self.words().1.to_owned()
    }

    fn en(&self) -> String {
        self.words().2.to_owned()
    }

    fn basis(&self) -> &'static str {
        "实施方案九(三)；C-016、C-312"
    }

    fn instead(&self) -> String {
        self.words().3.to_owned()
    }
}
