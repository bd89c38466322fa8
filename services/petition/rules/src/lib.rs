//! The law of the petition area's procedures. Pure.
//!
//! [`Law`] is what the area's service runs: [`petition`]. [`litigation_petition`] is not served yet.

mod common;
pub mod litigation_petition;
pub mod petition;

use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::Role;
use litigation_petition::LitigationPetition;
use petition::Petition;
use serde::{Deserialize, Serialize};

/// A case of the area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Case {
    /// 信访
    Petition(petition::State),
}

/// A command of the area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// 信访
    Petition(petition::Command),
}

/// A fact of the area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Fact {
    /// 信访
    Petition(petition::Fact),
}

impl From<petition::State> for Case {
    fn from(state: petition::State) -> Case {
        Case::Petition(state)
    }
}

impl From<petition::Command> for Command {
    fn from(command: petition::Command) -> Command {
        Command::Petition(command)
    }
}

impl From<petition::Fact> for Fact {
    fn from(fact: petition::Fact) -> Fact {
        Fact::Petition(fact)
    }
}

/// The charts of the area's procedures.
pub fn charts() -> Vec<&'static Chart> {
    vec![Petition::chart(), LitigationPetition::chart()]
}

/// The law of the area. It has one procedure, so no command can meet a case of another one.
#[derive(Debug)]
pub struct Law;

/// The names of all commands, each with its procedure.
const COMMANDS: [&str; 28] = [
    "petition.receive",
    "petition.not_accept",
    "petition.report_up",
    "petition.recuse",
    "petition.assign",
    "petition.classify",
    "petition.forward",
    "petition.acknowledge",
    "petition.object",
    "petition.lapse_objection",
    "petition.designate",
    "petition.tell",
    "petition.excuse_telling",
    "petition.reply",
    "petition.accept",
    "petition.extend",
    "petition.settle",
    "petition.give_opinion",
    "petition.serve",
    "petition.lapse_review",
    "petition.ask_review",
    "petition.review",
    "petition.ask_rereview",
    "petition.start_hearing",
    "petition.end_hearing",
    "petition.rereview",
    "petition.hand_on",
    "petition.withdraw",
];

/// The procedure's own name of a dotted one.
fn own(dotted: &str) -> &str {
    dotted.split_once('.').map_or(dotted, |(_, name)| name)
}

/// The dotted name of a procedure's own one.
fn dotted(name: &str) -> &'static str {
    const TABLE: &[&str] = &COMMANDS;
    TABLE.iter().copied().find(|dotted| own(dotted) == name).unwrap_or_default()
}

impl Procedure for Law {
    type State = Case;
    type Command = Command;
    type Fact = Fact;
    type Refusal = petition::Refusal;

    const KIND: &'static str = "petition";
    const COMMANDS: &'static [&'static str] = &COMMANDS;

    fn decide(
        state: Option<&Case>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, petition::Refusal> {
        let Command::Petition(command) = command;
        let state = state.map(|Case::Petition(state)| state);
        let facts = Petition::decide(state, command, ctx)?;
        Ok(facts.into_iter().map(Fact::from).collect())
    }

    fn evolve(state: Option<Case>, fact: &Fact) -> Option<Case> {
        let Fact::Petition(fact) = fact;
        let state = state.map(|Case::Petition(state)| state);
        Petition::evolve(state, fact).map(Case::from)
    }

    fn outline(state: &Case) -> Outline {
        let Case::Petition(state) = state;
        Petition::outline(state)
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        let Fact::Petition(fact) = fact;
        Petition::clocks(fact)
    }

    fn notices(fact: &Fact) -> Vec<Notice> {
        let Fact::Petition(fact) = fact;
        Petition::notices(fact)
    }

    fn expired(state: &Case, clock: &str) -> Option<Command> {
        let Case::Petition(state) = state;
        Petition::expired(state, clock).map(Command::from)
    }

    fn name(command: &Command) -> &'static str {
        let Command::Petition(command) = command;
        dotted(Petition::name(command))
    }

    fn roles(command: &str) -> &'static [Role] {
        Petition::roles(own(command))
    }

    fn needs_holding(command: &str) -> bool {
        Petition::needs_holding(own(command))
    }

    fn chart() -> &'static Chart {
        Petition::chart()
    }
}
