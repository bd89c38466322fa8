//! The law of the arbitration area's procedures. Pure.
//!
//! Three procedures: [`labour_arbitration`], [`rural_land_arbitration`], [`commercial_arbitration`]; what
//! their tribunals share is in [`tribunal`] and [`statement`]. [`Law`] is what the area's service runs: the
//! first of them.

mod codes;
pub mod commercial_arbitration;
pub mod labour_arbitration;
pub mod rural_land_arbitration;
pub mod statement;
pub mod tribunal;

pub use jiefen_procedure::words::Refusal;

use commercial_arbitration::CommercialArbitration;
use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::Role;
use labour_arbitration::LabourArbitration;
use rural_land_arbitration::RuralLandArbitration;
use serde::{Deserialize, Serialize};

/// A case of the area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Case {
    /// 劳动人事争议仲裁
    LabourArbitration(labour_arbitration::State),
}

/// A command of the area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// 劳动人事争议仲裁
    LabourArbitration(labour_arbitration::Command),
}

/// A fact of the area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "procedure", rename_all = "snake_case")]
pub enum Fact {
    /// 劳动人事争议仲裁
    LabourArbitration(labour_arbitration::Fact),
}

impl From<labour_arbitration::State> for Case {
    fn from(state: labour_arbitration::State) -> Case {
        Case::LabourArbitration(state)
    }
}

impl From<labour_arbitration::Command> for Command {
    fn from(command: labour_arbitration::Command) -> Command {
        Command::LabourArbitration(command)
    }
}

impl From<labour_arbitration::Fact> for Fact {
    fn from(fact: labour_arbitration::Fact) -> Fact {
        Fact::LabourArbitration(fact)
    }
}

/// The charts of the area's procedures.
pub fn charts() -> Vec<&'static Chart> {
    vec![LabourArbitration::chart(), RuralLandArbitration::chart(), CommercialArbitration::chart()]
}

/// The law of the area. It has one procedure, so no command can meet a case of another one.
#[derive(Debug)]
pub struct Law;

/// The names of all commands, each with its procedure.
const COMMANDS: [&str; 45] = [
    "labour_arbitration.take_over",
    "labour_arbitration.contact",
    "labour_arbitration.forgo",
    "labour_arbitration.hand_on",
    "labour_arbitration.apply",
    "labour_arbitration.accept",
    "labour_arbitration.refuse",
    "labour_arbitration.lapse_acceptance",
    "labour_arbitration.serve_copy",
    "labour_arbitration.file_defence",
    "labour_arbitration.forward_defence",
    "labour_arbitration.raise_limitation",
    "labour_arbitration.form_tribunal",
    "labour_arbitration.recuse",
    "labour_arbitration.represent",
    "labour_arbitration.notify_hearing",
    "labour_arbitration.postpone",
    "labour_arbitration.hold_hearing",
    "labour_arbitration.mediate",
    "labour_arbitration.sign_statement",
    "labour_arbitration.repent",
    "labour_arbitration.order_advance",
    "labour_arbitration.stay",
    "labour_arbitration.resume",
    "labour_arbitration.extend",
    "labour_arbitration.restart_term",
    "labour_arbitration.lapse_award",
    "labour_arbitration.simplify",
    "labour_arbitration.shorten_defence",
    "labour_arbitration.notify_simply",
    "labour_arbitration.confirm_notice",
    "labour_arbitration.convert_to_ordinary",
    "labour_arbitration.mark_collective_contract",
    "labour_arbitration.form_tripartite",
    "labour_arbitration.guide",
    "labour_arbitration.award_part",
    "labour_arbitration.award",
    "labour_arbitration.receive",
    "labour_arbitration.lapse_right",
    "labour_arbitration.sue",
    "labour_arbitration.ask_set_aside",
    "labour_arbitration.rule_set_aside",
    "labour_arbitration.ask_set_aside_part",
    "labour_arbitration.rule_set_aside_part",
    "labour_arbitration.withdraw",
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
    type Refusal = labour_arbitration::Refusal;

    const KIND: &'static str = "arbitration";
    const COMMANDS: &'static [&'static str] = &COMMANDS;

    fn decide(
        state: Option<&Case>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, labour_arbitration::Refusal> {
        let Command::LabourArbitration(command) = command;
        let state = state.map(|Case::LabourArbitration(state)| state);
        let facts = LabourArbitration::decide(state, command, ctx)?;
        Ok(facts.into_iter().map(Fact::from).collect())
    }

    fn evolve(state: Option<Case>, fact: &Fact) -> Option<Case> {
        let Fact::LabourArbitration(fact) = fact;
        let state = state.map(|Case::LabourArbitration(state)| state);
        LabourArbitration::evolve(state, fact).map(Case::from)
    }

    fn outline(state: &Case) -> Outline {
        let Case::LabourArbitration(state) = state;
        LabourArbitration::outline(state)
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        let Fact::LabourArbitration(fact) = fact;
        LabourArbitration::clocks(fact)
    }

    fn notices(fact: &Fact) -> Vec<Notice> {
        let Fact::LabourArbitration(fact) = fact;
        LabourArbitration::notices(fact)
    }

    fn expired(state: &Case, clock: &str) -> Option<Command> {
        let Case::LabourArbitration(state) = state;
        LabourArbitration::expired(state, clock).map(Command::from)
    }

    fn name(command: &Command) -> &'static str {
        let Command::LabourArbitration(command) = command;
        dotted(LabourArbitration::name(command))
    }

    fn roles(command: &str) -> &'static [Role] {
        LabourArbitration::roles(own(command))
    }

    fn needs_holding(command: &str) -> bool {
        LabourArbitration::needs_holding(own(command))
    }

    fn chart() -> &'static Chart {
        LabourArbitration::chart()
    }
}
