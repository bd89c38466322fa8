//! A proposal to the holder of a dispute: a mediation has failed, these routes are lawful now. It ends when
//! the holder has chosen one; silence brings a reminder and then the centre's attention (plan 七(二)).

mod chart;
mod decide;
mod refusal;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
#[cfg(test)]
mod tests;

use jiefen_procedure::matrix::{Present, Route};
use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Agency, DisputeId, FactId, Role, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::rules::Trigger;

pub use refusal::Refusal;

/// The clock of the holder's choice.
pub(crate) const CHOICE: &str = "choice";

/// A proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub dispute: DisputeId,
    /// Who holds it and was told.
    pub holder: Agency,
    /// The centre that will be told of silence.
    pub centre: Agency,
    /// The event that set off the rule.
    pub trigger: FactId,
    /// The rule.
    pub rule: String,
    /// The track that failed.
    pub failed: TrackKind,
    /// The routes proposed.
    pub routes: Vec<Proposed>,
    /// When it was opened.
    pub opened_on: Date,
    /// When the holder had it.
    pub told_on: Option<Date>,
    /// The limit of the choice after a reminder.
    pub remind: String,
    /// Where it stands.
    pub stage: Stage,
}

/// A route proposed, as the matrix gave it on that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposed {
    /// The track.
    pub track: TrackKind,
    /// The registry code of the body that takes it.
    pub body: String,
    /// The rule whose last day the parties must keep.
    pub apply_by: Option<String>,
    /// The rules of the time limits on the way.
    pub limits: Vec<String>,
    /// What it costs.
    pub cost: String,
    /// What the outcome binds to.
    pub effect: String,
    /// The article or rule id.
    pub basis: String,
}

impl From<&Route> for Proposed {
    fn from(route: &Route) -> Proposed {
        Proposed {
            track: route.track,
            body: route.body.to_owned(),
            apply_by: route.apply_by.map(str::to_owned),
            limits: route.limits.iter().map(|rule| (*rule).to_owned()).collect(),
            cost: route.cost_zh.to_owned(),
            effect: route.effect_zh.to_owned(),
            basis: route.basis.to_owned(),
        }
    }
}

/// Where a proposal stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// Open: the holder has it or will have it.
    Open,
    /// The holder was reminded.
    Reminded {
        /// When.
        on: Date,
    },
    /// The centre was told that nobody chooses.
    Raised {
        /// When.
        on: Date,
    },
    /// A route was chosen.
    Chosen {
        /// Which.
        track: TrackKind,
        /// When.
        on: Date,
    },
    /// The dispute went another way: the proposal has no object.
    Dropped {
        /// When.
        on: Date,
    },
}

/// What may be asked of a proposal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Open a proposal because a rule was set off.
    Open {
        /// The event.
        trigger: Box<Trigger>,
        /// The rule's id.
        rule: String,
        /// The centre above the holder.
        centre: Agency,
        /// What is present in the dispute.
        present: Present,
    },
    /// The holder has received the proposal.
    Tell {
        /// When.
        on: Date,
    },
    /// An event shows that a route was chosen.
    RecordChoice {
        /// The event.
        seen: FactId,
        /// The track.
        track: TrackKind,
        /// When.
        on: Date,
    },
    /// Remind the holder: the clock says so.
    Remind,
    /// Tell the centre: the clock says so.
    Raise,
    /// An event shows that the proposal has no object any more.
    Drop {
        /// The event.
        seen: FactId,
        /// When.
        on: Date,
    },
}

/// What has happened to a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// It was opened; the routes are told to the holder.
    SuggestionOpened {
        /// The dispute.
        dispute: DisputeId,
        /// Who holds it.
        holder: Agency,
        /// The centre above.
        centre: Agency,
        /// The event.
        trigger: FactId,
        /// The rule.
        rule: String,
        /// The track that failed.
        failed: TrackKind,
        /// The routes.
        routes: Vec<Proposed>,
        /// The limit of the choice.
        reply: String,
        /// The limit after a reminder.
        remind: String,
        /// When.
        on: Date,
    },
    /// The holder has it.
    HolderTold {
        /// When.
        on: Date,
    },
    /// A route was chosen.
    RouteChosen {
        /// The event that shows it.
        seen: FactId,
        /// The track.
        track: TrackKind,
        /// True: one of those proposed.
        proposed: bool,
        /// True: the clock still ran.
        waited: bool,
        /// When.
        on: Date,
    },
    /// The holder was reminded.
    HolderReminded {
        /// The limit that runs now.
        rule: String,
        /// When.
        on: Date,
    },
    /// The centre was told.
    RaisedToCentre {
        /// Which centre.
        centre: Agency,
        /// When.
        on: Date,
    },
    /// The proposal lost its object.
    SuggestionDropped {
        /// The event that shows it.
        seen: FactId,
        /// True: the clock still ran.
        waited: bool,
        /// When.
        on: Date,
    },
}

/// The procedure of a proposal.
#[derive(Debug, Clone, Copy)]
pub struct Suggestion;

impl Procedure for Suggestion {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "suggestion";
    const COMMANDS: &'static [&'static str] =
        &["open", "tell", "record_choice", "remind", "raise", "drop"];

    fn decide(
        state: Option<&State>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        decide::decide(state, command, ctx)
    }

    fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
        decide::evolve(state, fact)
    }

    fn outline(state: &State) -> Outline {
        chart::outline(state)
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        chart::clocks(fact)
    }

    fn notices(_: &Fact) -> Vec<Notice> {
        // The holder tells the parties; the coordination speaks to agencies only.
        Vec::new()
    }

    fn expired(state: &State, clock: &str) -> Option<Command> {
        match (&state.stage, clock) {
            (Stage::Open, CHOICE) => Some(Command::Remind),
            (Stage::Reminded { .. }, CHOICE) => Some(Command::Raise),
            (
                Stage::Open
                | Stage::Reminded { .. }
                | Stage::Raised { .. }
                | Stage::Chosen { .. }
                | Stage::Dropped { .. },
                _,
            ) => None,
        }
    }

    fn name(command: &Command) -> &'static str {
        match command {
            Command::Open { .. } => "open",
            Command::Tell { .. } => "tell",
            Command::RecordChoice { .. } => "record_choice",
            Command::Remind => "remind",
            Command::Raise => "raise",
            Command::Drop { .. } => "drop",
        }
    }

    fn roles(command: &str) -> &'static [Role] {
        match command {
            // Each follows from an event or from the clock: nobody chooses for the holder.
            "open" | "tell" | "record_choice" | "remind" | "raise" | "drop" => &[Role::System],
            _ => &[],
        }
    }

    fn needs_holding(_: &str) -> bool {
        // The proposal is about a dispute that another agency holds.
        false
    }

    fn chart() -> &'static Chart {
        &chart::CHART
    }
}
