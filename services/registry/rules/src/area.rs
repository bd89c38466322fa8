//! The registry area as one procedure for the hands.

use jiefen_procedure::{Chart, Circumstances, ClockEffect, Explain, Notice, Outline, Procedure};
use jiefen_vocab::Role;
use serde::{Deserialize, Serialize};

use crate::{roster, unit};

/// A case of the area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Case {
    /// A unit's entry.
    Unit(unit::State),
    /// A person on a unit's roster.
    Roster(roster::State),
}

/// A command of the area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// On a unit's entry.
    Unit(unit::Command),
    /// On a person's entry.
    Roster(roster::Command),
}

/// A fact of the area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Fact {
    /// About a unit's entry.
    Unit(unit::Fact),
    /// About a person's entry.
    Roster(roster::Fact),
}

/// Why the area refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// A unit's entry refuses.
    Unit(unit::Refusal),
    /// A person's entry refuses.
    Roster(roster::Refusal),
    /// The command belongs to another procedure.
    WrongProcedure,
}

impl Refusal {
    fn inner(&self) -> Option<&dyn Explain> {
        match self {
            Refusal::Unit(refusal) => Some(refusal),
            Refusal::Roster(refusal) => Some(refusal),
            Refusal::WrongProcedure => None,
        }
    }
}

impl Explain for Refusal {
    fn name(&self) -> &'static str {
        self.inner().map_or("WRONG_PROCEDURE", Explain::name)
    }

    fn zh(&self) -> String {
        self.inner().map_or_else(|| "该操作不适用于这类登记".to_owned(), Explain::zh)
    }

    fn en(&self) -> String {
        self.inner().map_or_else(|| "the command is of another procedure".to_owned(), Explain::en)
    }

    fn basis(&self) -> &'static str {
        self.inner().map_or("实施方案二（权责清单）", Explain::basis)
    }

    fn instead(&self) -> String {
        self.inner().map_or_else(|| "打开对应的单位或者人员登记办理".to_owned(), Explain::instead)
    }
}

impl From<unit::State> for Case {
    fn from(state: unit::State) -> Case {
        Case::Unit(state)
    }
}

impl From<roster::State> for Case {
    fn from(state: roster::State) -> Case {
        Case::Roster(state)
    }
}

impl From<unit::Command> for Command {
    fn from(command: unit::Command) -> Command {
        Command::Unit(command)
    }
}

impl From<roster::Command> for Command {
    fn from(command: roster::Command) -> Command {
        Command::Roster(command)
    }
}

impl From<unit::Fact> for Fact {
    fn from(fact: unit::Fact) -> Fact {
        Fact::Unit(fact)
    }
}

impl From<roster::Fact> for Fact {
    fn from(fact: roster::Fact) -> Fact {
        Fact::Roster(fact)
    }
}

/// The law of the area.
#[derive(Debug, Clone, Copy)]
pub struct Law;

impl Procedure for Law {
    type State = Case;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

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
        "roster.add_person",
        "roster.amend_person",
        "roster.confirm_person",
        "roster.take_off",
        "roster.flag_check",
    ];

    fn decide(
        state: Option<&Case>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        match (state, command) {
            (None, Command::Unit(command)) => unit_facts(None, command, ctx),
            (Some(Case::Unit(state)), Command::Unit(command)) => {
                unit_facts(Some(state), command, ctx)
            }
            (None, Command::Roster(command)) => roster_facts(None, command, ctx),
            (Some(Case::Roster(state)), Command::Roster(command)) => {
                roster_facts(Some(state), command, ctx)
            }
            (Some(Case::Unit(_)), Command::Roster(_))
            | (Some(Case::Roster(_)), Command::Unit(_)) => Err(Refusal::WrongProcedure),
        }
    }

    fn evolve(state: Option<Case>, fact: &Fact) -> Option<Case> {
        match (state, fact) {
            (None, Fact::Unit(fact)) => unit::Unit::evolve(None, fact).map(Case::Unit),
            (Some(Case::Unit(state)), Fact::Unit(fact)) => {
                unit::Unit::evolve(Some(state), fact).map(Case::Unit)
            }
            (None, Fact::Roster(fact)) => roster::Roster::evolve(None, fact).map(Case::Roster),
            (Some(Case::Roster(state)), Fact::Roster(fact)) => {
                roster::Roster::evolve(Some(state), fact).map(Case::Roster)
            }
            (state @ Some(Case::Unit(_)), Fact::Roster(_))
            | (state @ Some(Case::Roster(_)), Fact::Unit(_)) => state,
        }
    }

    fn outline(state: &Case) -> Outline {
        match state {
            Case::Unit(state) => unit::Unit::outline(state),
            Case::Roster(state) => roster::Roster::outline(state),
        }
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        match fact {
            Fact::Unit(fact) => unit::Unit::clocks(fact),
            Fact::Roster(fact) => roster::Roster::clocks(fact),
        }
    }

    fn notices(fact: &Fact) -> Vec<Notice> {
        match fact {
            Fact::Unit(fact) => unit::Unit::notices(fact),
            Fact::Roster(fact) => roster::Roster::notices(fact),
        }
    }

    fn expired(state: &Case, clock: &str) -> Option<Command> {
        match state {
            Case::Unit(state) => unit::Unit::expired(state, clock).map(Command::Unit),
            Case::Roster(state) => roster::Roster::expired(state, clock).map(Command::Roster),
        }
    }

    fn name(command: &Command) -> &'static str {
        let (prefix, plain) = match command {
            Command::Unit(command) => ("unit", unit::Unit::name(command)),
            Command::Roster(command) => ("roster", roster::Roster::name(command)),
        };
        let same = |dotted: &&&str| dotted.split_once('.') == Some((prefix, plain));
        Law::COMMANDS.iter().find(same).copied().unwrap_or(plain)
    }

    fn roles(command: &str) -> &'static [Role] {
        match command.split_once('.') {
            Some(("unit", plain)) => unit::Unit::roles(plain),
            Some(("roster", plain)) => roster::Roster::roles(plain),
            Some(_) | None => &[],
        }
    }

    fn needs_holding(command: &str) -> bool {
        match command.split_once('.') {
            Some(("unit", plain)) => unit::Unit::needs_holding(plain),
            Some(("roster", plain)) => roster::Roster::needs_holding(plain),
            Some(_) | None => false,
        }
    }

    /// The chart of the first procedure; [`charts`] has all.
    fn chart() -> &'static Chart {
        unit::Unit::chart()
    }
}

/// The charts of the area's procedures.
pub fn charts() -> Vec<&'static Chart> {
    vec![unit::Unit::chart(), roster::Roster::chart()]
}

fn unit_facts(
    state: Option<&unit::State>,
    command: &unit::Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let facts = unit::Unit::decide(state, command, ctx).map_err(Refusal::Unit)?;
    Ok(facts.into_iter().map(Fact::Unit).collect())
}

fn roster_facts(
    state: Option<&roster::State>,
    command: &roster::Command,
    ctx: &Circumstances<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let facts = roster::Roster::decide(state, command, ctx).map_err(Refusal::Roster)?;
    Ok(facts.into_iter().map(Fact::Roster).collect())
}
