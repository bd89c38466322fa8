//! The law of the administrative area's procedures. Pure.
//!
//! [`Law`] is what the area's service runs: [`reconsideration`]. [`adjudication`],
//! [`procuratorate_supervision`] and [`public_interest`] are not served yet.

pub mod adjudication;
mod common;
pub mod procuratorate_supervision;
pub mod public_interest;
pub mod reconsideration;

use adjudication::Adjudication;
use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::Role;
use procuratorate_supervision::ProcuratorateSupervision;
use public_interest::PublicInterest;
use reconsideration::Reconsideration;
use serde::{Deserialize, Serialize};

/// A case of the area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Case {
    /// 行政复议
    Reconsideration(reconsideration::State),
}

/// A command of the area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// 行政复议
    Reconsideration(reconsideration::Command),
}

/// A fact of the area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Fact {
    /// 行政复议
    Reconsideration(reconsideration::Fact),
}

impl From<reconsideration::State> for Case {
    fn from(state: reconsideration::State) -> Case {
        Case::Reconsideration(state)
    }
}

impl From<reconsideration::Command> for Command {
    fn from(command: reconsideration::Command) -> Command {
        Command::Reconsideration(command)
    }
}

impl From<reconsideration::Fact> for Fact {
    fn from(fact: reconsideration::Fact) -> Fact {
        Fact::Reconsideration(fact)
    }
}

/// The charts of the area's procedures.
pub fn charts() -> Vec<&'static Chart> {
    vec![
        Reconsideration::chart(),
        Adjudication::chart(),
        ProcuratorateSupervision::chart(),
        PublicInterest::chart(),
    ]
}

/// The law of the area. It has one procedure, so no command can meet a case of another one.
#[derive(Debug)]
pub struct Law;

/// The names of all commands, each with its procedure.
const COMMANDS: [&str; 45] = [
    "reconsideration.apply",
    "reconsideration.describe_act",
    "reconsideration.ask_correction",
    "reconsideration.serve_correction",
    "reconsideration.extend_correction",
    "reconsideration.correct",
    "reconsideration.abandon",
    "reconsideration.accept",
    "reconsideration.refuse",
    "reconsideration.deem_accepted",
    "reconsideration.name_reviewer",
    "reconsideration.mark_major",
    "reconsideration.mark_technical",
    "reconsideration.consult_committee",
    "reconsideration.record_advice",
    "reconsideration.convert",
    "reconsideration.serve_copy",
    "reconsideration.reply",
    "reconsideration.lapse_reply",
    "reconsideration.hear_parties",
    "reconsideration.notify_hearing",
    "reconsideration.hold_hearing",
    "reconsideration.begin_mediation",
    "reconsideration.make_statement",
    "reconsideration.sign_statement",
    "reconsideration.seal_statement",
    "reconsideration.end_mediation",
    "reconsideration.suspend",
    "reconsideration.resume",
    "reconsideration.lapse_suspension",
    "reconsideration.terminate",
    "reconsideration.extend",
    "reconsideration.lapse_decision",
    "reconsideration.ask_withdrawal",
    "reconsideration.rule_withdrawal",
    "reconsideration.dismiss",
    "reconsideration.decide",
    "reconsideration.serve",
    "reconsideration.sue",
    "reconsideration.lapse_suit",
    "reconsideration.perform",
    "reconsideration.press",
    "reconsideration.enforce",
    "reconsideration.opine",
    "reconsideration.report_opinion",
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
    type Refusal = reconsideration::Refusal;

    const KIND: &'static str = "administrative";
    const COMMANDS: &'static [&'static str] = &COMMANDS;

    fn decide(
        state: Option<&Case>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, reconsideration::Refusal> {
        let Command::Reconsideration(command) = command;
        let state = state.map(|Case::Reconsideration(state)| state);
        let facts = Reconsideration::decide(state, command, ctx)?;
        Ok(facts.into_iter().map(Fact::from).collect())
    }

    fn evolve(state: Option<Case>, fact: &Fact) -> Option<Case> {
        let Fact::Reconsideration(fact) = fact;
        let state = state.map(|Case::Reconsideration(state)| state);
        Reconsideration::evolve(state, fact).map(Case::from)
    }

    fn outline(state: &Case) -> Outline {
        let Case::Reconsideration(state) = state;
        Reconsideration::outline(state)
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        let Fact::Reconsideration(fact) = fact;
        Reconsideration::clocks(fact)
    }

    fn notices(fact: &Fact) -> Vec<Notice> {
        let Fact::Reconsideration(fact) = fact;
        Reconsideration::notices(fact)
    }

    fn expired(state: &Case, clock: &str) -> Option<Command> {
        let Case::Reconsideration(state) = state;
        Reconsideration::expired(state, clock).map(Command::from)
    }

    fn name(command: &Command) -> &'static str {
        let Command::Reconsideration(command) = command;
        dotted(Reconsideration::name(command))
    }

    fn roles(command: &str) -> &'static [Role] {
        Reconsideration::roles(own(command))
    }

    fn needs_holding(command: &str) -> bool {
        Reconsideration::needs_holding(own(command))
    }

    fn chart() -> &'static Chart {
        Reconsideration::chart()
    }
}
