//! The coordination area as one procedure for the hands.

use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::Role;
use serde::{Deserialize, Serialize};

use crate::suggestion;

/// A case of the area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Case {
    /// A proposal.
    Suggestion(suggestion::State),
}

/// A command of the area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// On a proposal.
    Suggestion(suggestion::Command),
}

/// A fact of the area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Fact {
    /// About a proposal.
    Suggestion(suggestion::Fact),
}

impl From<suggestion::State> for Case {
    fn from(state: suggestion::State) -> Case {
        Case::Suggestion(state)
    }
}

impl From<suggestion::Command> for Command {
    fn from(command: suggestion::Command) -> Command {
        Command::Suggestion(command)
    }
}

impl From<suggestion::Fact> for Fact {
    fn from(fact: suggestion::Fact) -> Fact {
        Fact::Suggestion(fact)
    }
}

/// The law of the area. It has one procedure, so no command can meet a case of another.
#[derive(Debug, Clone, Copy)]
pub struct Law;

impl Procedure for Law {
    type State = Case;
    type Command = Command;
    type Fact = Fact;
    type Refusal = suggestion::Refusal;

    const KIND: &'static str = "coordination";
    const COMMANDS: &'static [&'static str] = &[
        "suggestion.open",
        "suggestion.tell",
        "suggestion.record_choice",
        "suggestion.remind",
        "suggestion.raise",
        "suggestion.drop",
    ];

    fn decide(
        state: Option<&Case>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, suggestion::Refusal> {
        let Command::Suggestion(command) = command;
        let state = state.map(|Case::Suggestion(state)| state);
        let facts = suggestion::Suggestion::decide(state, command, ctx)?;
        Ok(facts.into_iter().map(Fact::Suggestion).collect())
    }

    fn evolve(state: Option<Case>, fact: &Fact) -> Option<Case> {
        let Fact::Suggestion(fact) = fact;
        suggestion::Suggestion::evolve(state.map(|Case::Suggestion(state)| state), fact)
            .map(Case::Suggestion)
    }

    fn outline(Case::Suggestion(state): &Case) -> Outline {
        suggestion::Suggestion::outline(state)
    }

    fn clocks(Fact::Suggestion(fact): &Fact) -> Vec<ClockEffect> {
        suggestion::Suggestion::clocks(fact)
    }

    fn notices(Fact::Suggestion(fact): &Fact) -> Vec<Notice> {
        suggestion::Suggestion::notices(fact)
    }

    fn expired(Case::Suggestion(state): &Case, clock: &str) -> Option<Command> {
        suggestion::Suggestion::expired(state, clock).map(Command::Suggestion)
    }

    fn name(Command::Suggestion(command): &Command) -> &'static str {
        let plain = suggestion::Suggestion::name(command);
        Law::COMMANDS.iter().find(|dotted| inner(dotted) == plain).copied().unwrap_or(plain)
    }

    fn roles(command: &str) -> &'static [Role] {
        suggestion::Suggestion::roles(inner(command))
    }

    fn needs_holding(command: &str) -> bool {
        suggestion::Suggestion::needs_holding(inner(command))
    }

    fn chart() -> &'static Chart {
        suggestion::Suggestion::chart()
    }
}

/// The charts of the area's procedures.
pub fn charts() -> Vec<&'static Chart> {
    vec![suggestion::Suggestion::chart()]
}

fn inner(dotted: &str) -> &str {
    dotted.strip_prefix("suggestion.").unwrap_or(dotted)
}
