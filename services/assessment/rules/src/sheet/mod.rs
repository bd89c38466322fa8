//! The score sheet of a period: frozen with its inputs' high-water mark, recomputed and compared at any
//! time, corrected only by visible entries, open to appeal, signed by another person (C-016, C-312, I8).

mod chart;
mod decide;
mod evolve;
mod refusal;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
#[cfg(test)]
mod tests;

use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Agency, DisputeId, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::figure::{CutOff, Figure, Indicator, Inputs, Period};

pub use refusal::Refusal;

/// The clock of the appeal window.
pub(crate) const APPEALS: &str = "appeals";
/// The clock of a decision on an appeal; `decision:2` for the second.
pub(crate) const DECISION: &str = "decision";
/// The clock of the signature.
pub(crate) const SIGNATURE: &str = "signature";
/// The rule of these clocks: local ones, for no law sets a term.
pub(crate) const RULE: &str = "policy.follow_up";

/// A frozen sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The unit that is assessed; none: the whole county.
    pub unit: Option<Agency>,
    /// The period.
    pub period: Period,
    /// Up to where the inputs go.
    pub cut_off: CutOff,
    /// From what the figures were computed.
    #[serde(default)]
    pub inputs: Inputs,
    /// The figures as frozen. They are never overwritten.
    pub figures: Vec<Figure>,
    /// The corrections, in order.
    pub corrections: Vec<Correction>,
    /// The appeals, in order; the number is the place, from 1.
    pub appeals: Vec<Appeal>,
    /// The result of the latest recomputation.
    pub check: Option<Check>,
    /// Who froze it.
    pub frozen_by: String,
    /// When.
    pub frozen_on: Date,
    /// Where it stands.
    pub stage: Stage,
}

impl State {
    /// A figure's numbers with its corrections.
    pub fn current(&self, indicator: Indicator, variant: &str) -> Option<(u64, u64)> {
        let frozen = self.figures.iter().find(|figure| figure.key() == (indicator, variant))?;
        let corrected = self
            .corrections
            .iter()
            .rev()
            .find(|entry| entry.indicator == indicator && entry.variant == variant);
        Some(corrected.map_or((frozen.numerator, frozen.denominator), |entry| entry.after))
    }

    /// The appeals that wait for a decision.
    pub fn pending(&self) -> usize {
        self.appeals.iter().filter(|appeal| appeal.decision.is_none()).count()
    }
}

/// Where a sheet stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// Frozen, open to appeal.
    Frozen,
    /// The appeal window has closed.
    Closed,
    /// Signed.
    Signed {
        /// By whom.
        by: String,
        /// When.
        on: Date,
    },
}

/// A visible correction of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The indicator.
    pub indicator: Indicator,
    /// Its variant.
    pub variant: String,
    /// Numerator and denominator before.
    pub before: (u64, u64),
    /// Numerator and denominator after.
    pub after: (u64, u64),
    /// Why.
    pub reason: String,
    /// The appeal that led to it.
    pub appeal: Option<u32>,
    /// By whom.
    pub by: String,
    /// When.
    pub on: Date,
}

/// An appeal against a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appeal {
    /// Who appeals.
    pub by: Agency,
    /// The indicator.
    pub indicator: Indicator,
    /// Its variant.
    pub variant: String,
    /// The dispute that should not have been counted so.
    pub dispute: Option<DisputeId>,
    /// Why.
    pub reason: String,
    /// When.
    pub on: Date,
    /// The decision.
    pub decision: Option<Decision>,
}

/// A decision on an appeal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Upheld or not.
    pub upheld: bool,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// When.
    pub on: Date,
}

/// A recomputation and what it found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// When.
    pub on: Date,
    /// Figures that differ from the frozen ones; none: the sheet is right.
    pub differences: Vec<Difference>,
}

/// A figure that came out otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// The indicator.
    pub indicator: Indicator,
    /// Its variant.
    pub variant: String,
    /// As frozen; none: the sheet does not have the figure.
    pub frozen: Option<(u64, u64)>,
    /// As recomputed; none: the recomputation does not have it.
    pub now: Option<(u64, u64)>,
}

/// What may be asked of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Freeze a period.
    Freeze {
        /// The unit assessed; none: the county.
        unit: Option<Agency>,
        /// The period.
        period: Period,
        /// Up to where the inputs go.
        cut_off: CutOff,
        /// From what the figures were computed.
        inputs: Inputs,
        /// The figures.
        figures: Vec<Figure>,
    },
    /// Compare the sheet with figures computed anew from the same inputs.
    Recompute {
        /// The figures.
        figures: Vec<Figure>,
    },
    /// Correct a figure visibly.
    Correct {
        /// The indicator.
        indicator: Indicator,
        /// Its variant.
        variant: String,
        /// Numerator and denominator.
        after: (u64, u64),
        /// Why.
        reason: String,
    },
    /// Appeal against a figure. The agency of the actor appeals.
    Appeal {
        /// The indicator.
        indicator: Indicator,
        /// Its variant.
        variant: String,
        /// The dispute that should not have been counted so.
        dispute: Option<DisputeId>,
        /// Why.
        reason: String,
    },
    /// Decide an appeal.
    DecideAppeal {
        /// Its number, from 1.
        appeal: u32,
        /// The corrected numbers, when it is upheld.
        after: Option<(u64, u64)>,
        /// Why.
        reason: String,
    },
    /// The appeal window has ended: the clock says so.
    CloseAppeals,
    /// Sign the sheet.
    Sign,
    /// A decision or the signature is late: the clock says so.
    FlagLate {
        /// Which clock.
        clock: String,
    },
}

/// What has happened to a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The period was frozen.
    PeriodFrozen {
        /// The unit assessed.
        unit: Option<Agency>,
        /// The period.
        period: Period,
        /// Up to where the inputs go.
        cut_off: CutOff,
        /// From what the figures were computed.
        #[serde(default)]
        inputs: Inputs,
        /// The figures.
        figures: Vec<Figure>,
        /// By whom.
        by: String,
        /// When.
        on: Date,
    },
    /// The sheet was compared with its inputs.
    SheetRecomputed {
        /// The result.
        check: Check,
    },
    /// A figure was corrected.
    FigureCorrected {
        /// The entry.
        correction: Correction,
    },
    /// A unit appealed.
    AppealMade {
        /// Its number.
        no: u32,
        /// The appeal.
        appeal: Appeal,
    },
    /// An appeal was decided.
    AppealDecided {
        /// Its number.
        no: u32,
        /// The decision.
        decision: Decision,
    },
    /// The appeal window ended.
    AppealsClosed {
        /// When.
        on: Date,
    },
    /// The sheet was signed.
    SheetSigned {
        /// By whom.
        by: String,
        /// When.
        on: Date,
    },
    /// A decision or the signature is late.
    LatenessFound {
        /// Which clock.
        clock: String,
        /// When.
        on: Date,
    },
}

/// The procedure of a score sheet.
#[derive(Debug, Clone, Copy)]
pub struct Sheet;

impl Procedure for Sheet {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "sheet";
    const COMMANDS: &'static [&'static str] = &[
        "freeze",
        "recompute",
        "correct",
        "appeal",
        "decide_appeal",
        "close_appeals",
        "sign",
        "flag_late",
    ];

    fn decide(
        state: Option<&State>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        decide::decide(state, command, ctx)
    }

    fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
        evolve::evolve(state, fact)
    }

    fn outline(state: &State) -> Outline {
        chart::outline(state)
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        evolve::clocks(fact)
    }

    fn notices(_: &Fact) -> Vec<Notice> {
        // A sheet has no parties; the units learn of it by its public events.
        Vec::new()
    }

    fn expired(_: &State, clock: &str) -> Option<Command> {
        match clock.split(':').next().unwrap_or(clock) {
            APPEALS => Some(Command::CloseAppeals),
            DECISION | SIGNATURE => Some(Command::FlagLate { clock: clock.to_owned() }),
            _ => None,
        }
    }

    fn name(command: &Command) -> &'static str {
        match command {
            Command::Freeze { .. } => "freeze",
            Command::Recompute { .. } => "recompute",
            Command::Correct { .. } => "correct",
            Command::Appeal { .. } => "appeal",
            Command::DecideAppeal { .. } => "decide_appeal",
            Command::CloseAppeals => "close_appeals",
            Command::Sign => "sign",
            Command::FlagLate { .. } => "flag_late",
        }
    }

    fn roles(command: &str) -> &'static [Role] {
        match command {
            "freeze" | "correct" | "decide_appeal" => &[Role::Assessor],
            "recompute" => &[Role::Assessor, Role::Coordinator, Role::Leader, Role::System],
            "appeal" => &[
                Role::CentreDirector,
                Role::MediationHead,
                Role::CourtPresident,
                Role::ArbitrationDirector,
                Role::PetitionHead,
                Role::ReviewHead,
            ],
            "sign" => &[Role::Leader],
            "close_appeals" | "flag_late" => &[Role::System],
            _ => &[],
        }
    }

    fn needs_holding(_: &str) -> bool {
        // A sheet is no dispute: there is no holder.
        false
    }

    fn chart() -> &'static Chart {
        &chart::CHART
    }
}
