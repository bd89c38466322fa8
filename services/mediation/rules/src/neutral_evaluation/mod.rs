//! Neutral evaluation 中立评估 (plan 五(五), C-196…198; 法发〔2016〕14号 22): an evaluator of the field tells
//! the parties how the dispute is likely to be decided. The opinion binds nobody, stays with them, and
//! is no evidence; they may settle or mediate by it.

mod chart;
mod decide;
mod evolve;
mod refusal;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod tell;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::term::Term;
use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{DisputeKind, Outcome, Private, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use refusal::Refusal;

use crate::neutral::{Candidate, Later};

/// Later parts that an evaluator does not take in the same dispute, whatever the parties agree.
pub const BARRED: &[Later] = &[
    Later::Assessor,
    Later::Agent,
    Later::ArbitrationAgent,
    Later::Arbitrator,
    Later::Witness,
    Later::Appraiser,
    Later::Interpreter,
];

/// What the parties do with the opinion (法发〔2016〕14号 22).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    /// 据以自行和解
    Settle,
    /// 据以申请调解
    Mediate,
}

/// One neutral evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Brief,
    /// When it was asked for.
    pub begun_on: Date,
    /// The parties who asked or joined.
    pub joined: BTreeSet<u32>,
    /// The evaluator.
    pub evaluator: Option<String>,
    /// The time for the opinion, from the evaluator's acceptance.
    pub term: Option<Term>,
    /// The day on which the parties want it, within that time.
    pub wanted_by: Option<Date>,
    /// How many papers each party handed in.
    pub papers: BTreeMap<u32, u32>,
    /// Who agreed to which use.
    pub agreed: BTreeMap<u32, Use>,
    /// Where it stands.
    pub stage: Stage,
}

/// Where an evaluation stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 待同意: consents and an evaluator are wanted.
    Asked,
    /// 收集材料.
    Papers,
    /// 评估中.
    Evaluating,
    /// 意见已送达.
    Opinion {
        /// What the evaluator said; it stays with the parties.
        text: Private<String>,
        /// When it was served.
        on: Date,
    },
    /// 已结束.
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
    },
}

/// How an evaluation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Ending {
    /// 采用评估意见
    Used {
        /// For what.
        by: Use,
    },
    /// 不采用
    NotUsed,
    /// 当事人退出或者不同意
    Withdrawn {
        /// Who.
        party: u32,
    },
    /// 未能确定评估员或者取得同意
    NotBegun,
    /// 期限届满未出具意见
    NoOpinion,
}

/// What somebody asks of an evaluation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Some or all parties ask; `facts` are what may close the route (I4).
    Ask { brief: Box<Brief>, by: Vec<u32>, facts: BTreeSet<Circumstance>, on: Date },
    /// Another party joins.
    Join { party: u32, on: Date },
    /// The evaluator accepts: checked for conflicts, of the field; the parties may want the opinion
    /// by a day within the term.
    Accept { evaluator: Candidate, of_field: bool, wanted_by: Option<Date>, on: Date },
    /// A party hands in papers.
    HandIn { party: u32, on: Date },
    /// The papers are complete; the evaluation begins.
    ClosePapers { on: Date },
    /// The evaluator turns out to be bound to a party and leaves; another is wanted.
    Recuse { on: Date },
    /// All parties take more time.
    Extend { days: u32, agreed: Vec<u32>, on: Date },
    /// The evaluator gives the opinion.
    GiveOpinion { text: Private<String>, on: Date },
    /// A party agrees to use the opinion.
    AgreeUse { party: u32, by: Use, on: Date },
    /// A party does not want to use it.
    RefuseUse { party: u32, on: Date },
    /// Somebody asks for the opinion as evidence or for another body: only with every party's
    /// consent, and never as evidence.
    Disclose { as_evidence: bool, agreed: Vec<u32>, on: Date },
    /// A party leaves; nobody is kept in it.
    Leave { party: u32, on: Date },
    /// The time of this stage is over.
    Lapse,
}

/// What has happened in an evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// It was asked for.
    Asked { brief: Box<Brief>, by: Vec<u32>, on: Date },
    /// A party joined.
    Joined { party: u32, on: Date },
    /// The evaluator accepted.
    Accepted { evaluator: String, wanted_by: Option<Date>, on: Date },
    /// A party handed in papers.
    HandedIn { party: u32, on: Date },
    /// The papers are complete.
    PapersClosed { on: Date },
    /// The evaluator left; another is wanted.
    Recused { on: Date },
    /// The parties took more time.
    Extended { days: u32, on: Date },
    /// The opinion was served.
    OpinionServed { text: Private<String>, on: Date },
    /// A party agreed to a use.
    UseAgreed { party: u32, by: Use, on: Date },
    /// The opinion may be shown to a mediator, with everybody's consent; never as evidence.
    DisclosureAgreed { on: Date },
    /// It ended.
    Ended { ending: Ending, on: Date, kind: DisputeKind },
}

impl State {
    /// How it ended, for the agency that handed the dispute over; none while it goes on. An opinion
    /// settles nothing by itself: its use leads on to settlement or mediation.
    pub fn outcome(&self) -> Option<Outcome> {
        let Stage::Ended { ending, .. } = &self.stage else { return None };
        Some(match ending {
            Ending::Used { .. } => Outcome::Transferred,
            Ending::NotUsed | Ending::NotBegun | Ending::NoOpinion => Outcome::Failed,
            Ending::Withdrawn { .. } => Outcome::Withdrawn,
        })
    }

    /// True when a person may take a later part in the dispute: its evaluator takes none of
    /// [`BARRED`]; it mediates only when every party asks for it.
    pub fn may_later(&self, person: &str, part: Later) -> bool {
        self.evaluator.as_deref() != Some(person) || !BARRED.contains(&part)
    }
}

/// The procedure.
pub struct NeutralEvaluation;

impl Procedure for NeutralEvaluation {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "neutral_evaluation";
    const COMMANDS: &'static [&'static str] = tell::COMMANDS;

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
        tell::outline(state)
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        tell::clocks(fact)
    }

    fn notices(fact: &Fact) -> Vec<Notice> {
        tell::notices(fact)
    }

    fn expired(state: &State, clock: &str) -> Option<Command> {
        match (&state.stage, clock) {
            (Stage::Asked, "answer")
            | (Stage::Papers | Stage::Evaluating, "opinion")
            | (Stage::Opinion { .. }, "use") => Some(Command::Lapse),
            (
                Stage::Asked
                | Stage::Papers
                | Stage::Evaluating
                | Stage::Opinion { .. }
                | Stage::Ended { .. },
                _,
            ) => None,
        }
    }

    fn name(command: &Command) -> &'static str {
        tell::name(command)
    }

    fn roles(command: &str) -> &'static [Role] {
        tell::roles(command)
    }

    fn needs_holding(command: &str) -> bool {
        tell::needs_holding(command)
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
