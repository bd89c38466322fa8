//! Why the umbrella refuses a command.

use jiefen_procedure::{Explain, Refused, matrix};

use super::bars::{Bar, words};
use crate::content::ContentFault;

/// A refusal of the umbrella.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A guard of the law bars the step.
    Barred(Bar),
    /// The step has no place in this stage.
    WrongStage {
        /// The stage's Chinese name.
        stage: &'static str,
        /// The stage's code.
        code: &'static str,
        /// The command's name.
        command: &'static str,
        /// The commands that have a place, as in the chart.
        allowed: String,
    },
    /// The dispute has not begun.
    NotBegun {
        /// The command's name.
        command: &'static str,
    },
    /// What was registered cannot be right.
    Content(ContentFault),
    /// Another track is in the way (I4).
    Excluded(matrix::Bar),
    /// The law has no such limit.
    Limit(Refused),
}

impl From<Bar> for Refusal {
    fn from(bar: Bar) -> Refusal {
        Refusal::Barred(bar)
    }
}

impl From<ContentFault> for Refusal {
    fn from(fault: ContentFault) -> Refusal {
        Refusal::Content(fault)
    }
}

impl From<Refused> for Refusal {
    fn from(refused: Refused) -> Refusal {
        Refusal::Limit(refused)
    }
}

impl Explain for Refusal {
    fn name(&self) -> &'static str {
        match self {
            Refusal::Barred(bar) => words(*bar).name,
            Refusal::WrongStage { .. } => "WRONG_STAGE",
            Refusal::NotBegun { .. } => "NOT_BEGUN",
            Refusal::Content(fault) => fault.name(),
            Refusal::Excluded(bar) => bar.said().words.name,
            Refusal::Limit(_) => "NO_SUCH_LIMIT",
        }
    }

    fn zh(&self) -> String {
        match self {
            Refusal::Barred(bar) => words(*bar).zh.to_owned(),
            Refusal::WrongStage { stage, command, .. } => {
                format!("案件处于“{stage}”阶段，不能办理这一步（{command}）")
            }
            Refusal::NotBegun { .. } => "这个编号下还没有纠纷".to_owned(),
            Refusal::Content(fault) => fault.zh(),
            Refusal::Excluded(bar) => bar.zh.to_owned(),
            Refusal::Limit(refused) => refused.zh.clone(),
        }
    }

    fn en(&self) -> String {
        match self {
            Refusal::Barred(bar) => words(*bar).en.to_owned(),
            Refusal::WrongStage { code, command, .. } => {
                format!("{command} has no place while the dispute is {code}")
            }
            Refusal::NotBegun { command } => format!("{command}: no dispute has begun here"),
            Refusal::Content(fault) => fault.en(),
            Refusal::Excluded(bar) => bar.en.to_owned(),
            Refusal::Limit(refused) => refused.en.clone(),
        }
    }

    fn basis(&self) -> &'static str {
        match self {
            Refusal::WrongStage { .. } | Refusal::NotBegun { .. } => "实施方案 八(一)",
            Refusal::Content(fault) => fault.basis(),
            Refusal::Excluded(bar) => bar.basis,
            Refusal::Limit(_) => "time-limits",
            Refusal::Barred(bar) => words(*bar).basis,
        }
    }

    fn instead(&self) -> String {
        match self {
            Refusal::Barred(bar) => words(*bar).instead.to_owned(),
            Refusal::WrongStage { allowed, .. } => format!("现在可以办理：{allowed}"),
            Refusal::NotBegun { .. } => "请先登记首次来访或者排查发现".to_owned(),
            Refusal::Content(fault) => fault.instead().to_owned(),
            Refusal::Excluded(bar) => bar.said().instead(),
            Refusal::Limit(refused) => refused.instead.clone(),
        }
    }

    fn refused(&self) -> Refused {
        match self {
            Refusal::Limit(refused) => refused.clone(),
            Refusal::Barred(_)
            | Refusal::WrongStage { .. }
            | Refusal::NotBegun { .. }
            | Refusal::Content(_)
            | Refusal::Excluded(_) => Refused {
                name: self.name().to_owned(),
                zh: self.zh(),
                en: self.en(),
                basis: self.basis().to_owned(),
                instead: self.instead(),
            },
        }
    }
}
