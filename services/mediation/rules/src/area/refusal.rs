//! Why a command of this area is refused: the procedure's own refusal, or the wrong procedure.

use jiefen_procedure::Explain;

use super::charts;
use crate::entrusted_mediation as entrusted;
use crate::matter;
use crate::people_mediation as people;

/// Why a command of this area is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 人民调解
    PeopleMediation(people::Refusal),
    /// 委托（委派）调解
    EntrustedMediation(entrusted::Refusal),
    /// 承办事项
    Matter(matter::Refusal),
    /// 案件属于其他程序
    WrongProcedure {
        /// The procedure of the case.
        case: &'static str,
        /// The procedure of the command.
        command: &'static str,
    },
}

impl From<people::Refusal> for Refusal {
    fn from(refusal: people::Refusal) -> Refusal {
        Refusal::PeopleMediation(refusal)
    }
}

impl From<entrusted::Refusal> for Refusal {
    fn from(refusal: entrusted::Refusal) -> Refusal {
        Refusal::EntrustedMediation(refusal)
    }
}

impl From<matter::Refusal> for Refusal {
    fn from(refusal: matter::Refusal) -> Refusal {
        Refusal::Matter(refusal)
    }
}

impl Explain for Refusal {
    fn name(&self) -> &'static str {
        match self {
            Refusal::PeopleMediation(refusal) => refusal.name(),
            Refusal::EntrustedMediation(refusal) => refusal.name(),
            Refusal::Matter(refusal) => refusal.name(),
            Refusal::WrongProcedure { .. } => "WRONG_PROCEDURE",
        }
    }

    fn zh(&self) -> String {
        match self {
            Refusal::PeopleMediation(refusal) => refusal.zh(),
            Refusal::EntrustedMediation(refusal) => refusal.zh(),
            Refusal::Matter(refusal) => refusal.zh(),
            Refusal::WrongProcedure { case, command } => {
                format!("案件属于“{}”，不能办理“{}”的步骤", zh(case), zh(command))
            }
        }
    }

    fn en(&self) -> String {
        match self {
            Refusal::PeopleMediation(refusal) => refusal.en(),
            Refusal::EntrustedMediation(refusal) => refusal.en(),
            Refusal::Matter(refusal) => refusal.en(),
            Refusal::WrongProcedure { case, command } => {
                format!("the case is of {case}, the command of {command}")
            }
        }
    }

    fn basis(&self) -> &'static str {
        match self {
            Refusal::PeopleMediation(refusal) => refusal.basis(),
            Refusal::EntrustedMediation(refusal) => refusal.basis(),
            Refusal::Matter(refusal) => refusal.basis(),
            Refusal::WrongProcedure { .. } => "四(一)",
        }
    }

    fn instead(&self) -> String {
        match self {
            Refusal::PeopleMediation(refusal) => refusal.instead(),
            Refusal::EntrustedMediation(refusal) => refusal.instead(),
            Refusal::Matter(refusal) => refusal.instead(),
            Refusal::WrongProcedure { case, .. } => format!("请按“{}”办理", zh(case)),
        }
    }
}

fn zh(kind: &str) -> &'static str {
    charts().into_iter().find(|chart| chart.kind == kind).map_or("其他程序", |chart| chart.zh)
}
