//! A unit's entry in the registry: added, amended, moved in either tree, admitted to the mesh with its
//! key, suspended, closed with a successor. Each change is a version (C-002, C-009, C-028).

mod chart;
mod decide;
mod evolve;
mod refusal;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
#[cfg(test)]
mod tests;

use jiefen_county::{NodeKey, Profile, Tree};
use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Agency, Moment, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use jiefen_county::{Entry as State, Stage};
pub use refusal::Refusal;

/// The clock under which an entry is checked again: its list, posts and key must be confirmed.
pub(crate) const REVIEW: &str = "review";
/// The rule of that clock: a local one, for no law sets a term.
pub(crate) const REVIEW_RULE: &str = "policy.follow_up";

/// What may be asked of the registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// A new unit.
    AddUnit {
        /// Region and code.
        agency: Agency,
        /// What is written about it.
        profile: Profile,
        /// Above it in the territorial tree.
        territorial: Option<Agency>,
        /// Above it in the authority tree.
        authority: Option<Agency>,
        /// Everybody who then stands above it in either tree, as `Register::above` gives them.
        above: Vec<Agency>,
        /// The day of the decision.
        on: Date,
    },
    /// A new version of what is written.
    AmendUnit {
        /// The whole new text.
        profile: Profile,
        /// The day of the decision.
        on: Date,
    },
    /// Another superior in one of the trees.
    MoveUnit {
        /// Which tree.
        tree: Tree,
        /// The new superior; none: the default of the tree.
        superior: Option<Agency>,
        /// Everybody who then stands above it in that tree, as `Register::above` gives them.
        chain: Vec<Agency>,
        /// The document that orders it.
        basis: String,
        /// The day of the decision.
        on: Date,
    },
    /// The unit's own node joins the mesh, or joins again after a suspension.
    AdmitNode {
        /// Its public key.
        key: NodeKey,
        /// Where it is reached.
        endpoints: Vec<String>,
        /// The day of the decision.
        on: Date,
    },
    /// Another key from a moment on.
    RotateKey {
        /// The new key.
        key: NodeKey,
        /// From this moment.
        effective: Moment,
    },
    /// The node may not act until it is admitted again.
    SuspendNode {
        /// Why.
        reason: String,
        /// The day of the decision.
        on: Date,
    },
    /// The unit ends.
    CloseUnit {
        /// How many open duties it has, counted in the same transaction.
        open_duties: u32,
        /// Who takes its duties.
        successor: Option<Agency>,
        /// The document that orders it.
        basis: String,
        /// The day of the decision.
        on: Date,
    },
    /// The entry has been checked and is right.
    ConfirmUnit {
        /// The day of the check.
        on: Date,
    },
    /// The entry has not been checked in time: the clock says so.
    FlagReview,
}

/// What has happened to a unit's entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The unit was added.
    UnitAdded {
        /// Region and code.
        agency: Agency,
        /// What is written about it.
        profile: Profile,
        /// Above it in the territorial tree.
        territorial: Option<Agency>,
        /// Above it in the authority tree.
        authority: Option<Agency>,
        /// The day.
        on: Date,
    },
    /// What is written was replaced.
    UnitAmended {
        /// The new text.
        profile: Profile,
        /// The day.
        on: Date,
    },
    /// The unit has another superior.
    UnitMoved {
        /// In this tree.
        tree: Tree,
        /// The superior.
        superior: Option<Agency>,
        /// The document.
        basis: String,
        /// The day.
        on: Date,
    },
    /// The node joined.
    NodeAdmitted {
        /// Its key.
        key: NodeKey,
        /// Where it is reached.
        endpoints: Vec<String>,
        /// The day.
        on: Date,
        /// From this moment its signature counts.
        at: Moment,
    },
    /// The node has another key.
    KeyRotated {
        /// The key.
        key: NodeKey,
        /// From this moment.
        effective: Moment,
        /// The day of the decision.
        on: Date,
    },
    /// The node may not act.
    NodeSuspended {
        /// Why.
        reason: String,
        /// The day.
        on: Date,
        /// From this moment its signature no longer counts.
        at: Moment,
    },
    /// The unit ended.
    UnitClosed {
        /// Who takes its duties.
        successor: Option<Agency>,
        /// The document.
        basis: String,
        /// The day.
        on: Date,
        /// From this moment its signature no longer counts.
        at: Moment,
    },
    /// The entry was confirmed.
    UnitConfirmed {
        /// The day.
        on: Date,
    },
    /// The entry's review is late.
    ReviewFellDue {
        /// The day.
        on: Date,
    },
}

/// The procedure of a unit's entry.
#[derive(Debug, Clone, Copy)]
pub struct Unit;

impl Procedure for Unit {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "unit";
    const COMMANDS: &'static [&'static str] = &[
        "add_unit",
        "amend_unit",
        "move_unit",
        "admit_node",
        "rotate_key",
        "suspend_node",
        "close_unit",
        "confirm_unit",
        "flag_review",
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
        // The registry has no parties; the mesh learns of changes by its events and bundles.
        Vec::new()
    }

    fn expired(_: &State, clock: &str) -> Option<Command> {
        (clock == REVIEW).then_some(Command::FlagReview)
    }

    fn name(command: &Command) -> &'static str {
        match command {
            Command::AddUnit { .. } => "add_unit",
            Command::AmendUnit { .. } => "amend_unit",
            Command::MoveUnit { .. } => "move_unit",
            Command::AdmitNode { .. } => "admit_node",
            Command::RotateKey { .. } => "rotate_key",
            Command::SuspendNode { .. } => "suspend_node",
            Command::CloseUnit { .. } => "close_unit",
            Command::ConfirmUnit { .. } => "confirm_unit",
            Command::FlagReview => "flag_review",
        }
    }

    fn roles(command: &str) -> &'static [Role] {
        match command {
            "add_unit" | "amend_unit" | "move_unit" | "admit_node" | "close_unit"
            | "confirm_unit" => &[Role::Registrar],
            // A key that may be known to others is replaced at once, by whoever is on duty.
            "rotate_key" | "suspend_node" => &[Role::Registrar, Role::Operator],
            "flag_review" => &[Role::System],
            _ => &[],
        }
    }

    fn needs_holding(_: &str) -> bool {
        // An entry is no dispute: there is no holder.
        false
    }

    fn chart() -> &'static Chart {
        &chart::CHART
    }
}
