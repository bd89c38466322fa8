//! The registry area as one procedure for the hands.

use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::Role;
use serde::{Deserialize, Serialize};

use crate::unit;

/// A case of the area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Case {
    /// A unit's entry.
    Unit(unit::State),
}

/// A command of the area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// On a unit's entry.
    Unit(unit::Command),
}

/// A fact of the area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Fact {
    /// About a unit's entry.
    Unit(unit::Fact),
}

impl From<unit::State> for Case {
    fn from(state: unit::State) -> Case {
        Case::Unit(state)
    }
}

impl From<unit::Command> for Command {
    fn from(command: unit::Command) -> Command {
        Command::Unit(command)
    }
}

impl From<unit::Fact> for Fact {
    fn from(fact: unit::Fact) -> Fact {
        Fact::Unit(fact)
    }
}

/// The law of the area. It has one procedure, so no command can meet a case of another.
#[derive(Debug, Clone, Copy)]
pub struct Law;

impl Procedure for Law {
    type State = Case;
    type Command = Command;
    type Fact = Fact;
    type Refusal = unit::Refusal;

    const KIND: &'static str = "registry";
    const COMMANDS: &'static [&'static str] = &[
        "unit.add_unit",
        "unit.amend_unit",
        "unit.move_unit",
        "unit.admit_node",
        "unit.rotate_key",
        "unit.suspend_node",
        "unit.close_unit",
        "unit.confirm_unit",
        "unit.flag_review",
    ];

    fn decide(
        state: Option<&Case>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, unit::Refusal> {
        let Command::Unit(command) = command;
        let state = state.map(|Case::Unit(state)| state);
        let facts = unit::Unit::decide(state, command, ctx)?;
        Ok(facts.into_iter().map(Fact::Unit).collect())
    }

    fn evolve(state: Option<Case>, fact: &Fact) -> Option<Case> {
        let Fact::Unit(fact) = fact;
        unit::Unit::evolve(state.map(|Case::Unit(state)| state), fact).map(Case::Unit)
    }

    fn outline(Case::Unit(state): &Case) -> Outline {
        unit::Unit::outline(state)
    }

    fn clocks(Fact::Unit(fact): &Fact) -> Vec<ClockEffect> {
        unit::Unit::clocks(fact)
    }

    fn notices(Fact::Unit(fact): &Fact) -> Vec<Notice> {
        unit::Unit::notices(fact)
    }

    fn expired(Case::Unit(state): &Case, clock: &str) -> Option<Command> {
        unit::Unit::expired(state, clock).map(Command::Unit)
    }

    fn name(Command::Unit(command): &Command) -> &'static str {
        let plain = unit::Unit::name(command);
        Law::COMMANDS.iter().find(|dotted| inner(dotted) == plain).copied().unwrap_or(plain)
    }

    fn roles(command: &str) -> &'static [Role] {
        unit::Unit::roles(inner(command))
    }

    fn needs_holding(command: &str) -> bool {
        unit::Unit::needs_holding(inner(command))
    }

    fn chart() -> &'static Chart {
        unit::Unit::chart()
    }
}

/// The charts of the area's procedures.
pub fn charts() -> Vec<&'static Chart> {
    vec![unit::Unit::chart()]
}

fn inner(dotted: &str) -> &str {
    dotted.strip_prefix("unit.").unwrap_or(dotted)
}
