//! A matter in hand 承办事项: a dispute that a body whose own full procedure is not served here has
//! accepted. It stands there with a named person, a next step and the lawful clock of its route.

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
mod track;

use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{DisputeKind, Outcome, Role, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use refusal::Refusal;
pub use track::{clock_for, deciders, pass_back_rule, term_for};

/// One matter in hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Brief,
    /// When it was taken.
    pub taken_on: Date,
    /// The responsible person's staff id.
    pub person: String,
    /// The next step.
    pub next: NextStep,
    /// The rule of the clock that runs.
    pub rule: String,
    /// The day the handling term began, when the route has one of its own.
    pub term_from: Option<Date>,
    /// Steps already taken.
    pub done: Vec<Progress>,
    /// Where it stands.
    pub stage: Stage,
}

/// The next step of a matter (I3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextStep {
    /// What, verb first, Chinese; no personal data.
    pub what: String,
    /// By when.
    pub by: Date,
}

/// A step taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// What, Chinese; no personal data.
    pub what: String,
    /// When.
    pub on: Date,
}

/// Where a matter stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 办理中.
    InHand,
    /// 已办结.
    Concluded {
        /// How.
        outcome: Outcome,
        /// When.
        on: Date,
    },
    /// 已退回.
    PassedBack {
        /// Why it is not this body's matter.
        ground: Ground,
        /// Whose it is.
        proposal: Proposal,
        /// When.
        on: Date,
    },
}

/// Why a matter is not this body's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// 不属于本单位职责
    NotOurDuty,
    /// 不属于本地管辖
    OtherPlace,
    /// 应当通过其他法定途径
    OtherRoute,
    /// 人民法院、仲裁机构或者其他单位已经受理
    HandledElsewhere,
}

/// Who should have it instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The body, as the registry names it or in words.
    pub body: String,
    /// The route.
    pub track: TrackKind,
    /// The legal basis.
    pub basis: String,
}

/// What somebody asks of a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Takes over an accepted dispute. `term_from`: the day of the start event where the route's
    /// term does not start with the taking (traffic: treatment ended, loss fixed).
    Take { brief: Box<Brief>, person: String, next: NextStep, term_from: Option<Date>, on: Date },
    /// Names another responsible person.
    NamePerson { person: String, on: Date },
    /// The handling term begins: acceptance, first mediation, or the loss is fixed, by the route's
    /// rule.
    BeginTerm { on: Date },
    /// Notes a step and the next one.
    NoteProgress { done: String, on: Date, next: NextStep },
    /// Concludes with an outcome; the remedies are told.
    Conclude { outcome: Outcome, on: Date },
    /// Gives it back as not this body's.
    PassBack { ground: Ground, proposal: Proposal, on: Date },
}

/// What has happened to a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// It was taken.
    Taken {
        /// The dispute.
        brief: Box<Brief>,
        /// The responsible person.
        person: String,
        /// The next step.
        next: NextStep,
        /// The rule of the clock that starts.
        rule: String,
        /// The day of its start event.
        from: Date,
        /// The rule within which it may be given back.
        pass_back: String,
        /// When.
        on: Date,
    },
    /// Another person was named.
    PersonNamed { person: String, on: Date },
    /// The handling term began.
    TermBegun { rule: String, on: Date },
    /// A step was taken.
    Progressed { done: Progress, next: NextStep },
    /// It was concluded.
    Concluded { outcome: Outcome, on: Date, kind: DisputeKind },
    /// It was given back.
    PassedBack { ground: Ground, proposal: Proposal, on: Date },
}

impl State {
    /// How it ended, for the agency that handed the dispute over; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::InHand => None,
            Stage::Concluded { outcome, .. } => Some(*outcome),
            Stage::PassedBack { .. } => Some(Outcome::Refused),
        }
    }
}

/// The procedure.
pub struct Matter;

impl Procedure for Matter {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "matter";
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

    fn expired(state: &State, _clock: &str) -> Option<Command> {
        match &state.stage {
            Stage::InHand | Stage::Concluded { .. } | Stage::PassedBack { .. } => None,
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
