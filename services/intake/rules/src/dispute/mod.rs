//! The umbrella of a dispute (case-lifecycle §3): who has it, and what is next. Tracks have their own
//! statutes at their own agencies; the umbrella records what they report and answers for the whole.

pub mod bars;
pub mod chart;
pub mod clocks;
pub mod command;
pub mod evolve;
pub mod fact;
pub mod notices;
pub mod orders;
pub mod parts;
pub mod refusal;
pub mod roles;
pub mod state;
pub mod suit;

mod arrive;
mod common;
mod decide;
mod designate;
mod finish;
mod handoff;
mod levels;
mod result;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod sort;

#[cfg(test)]
mod tests;

use jiefen_procedure::{Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::Role;

pub use arrive::answerable;
pub use command::Command;
pub use common::known;
pub use fact::Fact;
pub use refusal::Refusal;
pub use state::{Stage, State};

/// The code of the procedure.
pub const KIND: &str = "dispute";

/// The umbrella as a procedure.
#[derive(Debug, Clone, Copy)]
pub struct Dispute;

impl Procedure for Dispute {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = KIND;

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
        let (next_zh, next_en) = next(&state.stage);
        Outline {
            kind: KIND,
            state: state.stage.code(),
            state_zh: state.stage.zh(),
            open: state.stage.open(),
            next_zh: next_zh.to_owned(),
            next_en: next_en.to_owned(),
            person: state.stage.open().then(|| state.responsible.person.clone()),
        }
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        clocks::clocks(fact)
    }

    fn notices(fact: &Fact) -> Vec<Notice> {
        notices::notices(fact)
    }

    fn expired(state: &State, clock: &str) -> Option<Command> {
        clocks::expired(state, clock)
    }

    fn name(command: &Command) -> &'static str {
        roles::name(command)
    }

    fn roles(command: &str) -> &'static [Role] {
        roles::roles(command)
    }

    fn needs_holding(command: &str) -> bool {
        roles::needs_holding(command)
    }

    const COMMANDS: &'static [&'static str] = roles::COMMANDS;

    fn chart() -> &'static Chart {
        chart::chart()
    }
}

/// The next step of a stage, verb first (I3).
fn next(stage: &Stage) -> (&'static str, &'static str) {
    match stage {
        Stage::Detected => ("联系当事人，核实情况", "contact the parties and check the finding"),
        Stage::Received => ("登记当事人和诉求", "register the parties and the claim"),
        Stage::Registered => ("归类、查重", "classify and look for duplicates"),
        Stage::Triage => ("告知途径，确定承办单位", "show the routes and find the unit"),
        Stage::Assigned { waiting: parts::Waiting::Designation } => {
            ("指定责任单位", "designate the responsible unit")
        }
        Stage::Assigned { waiting: parts::Waiting::Reply { .. } } => {
            ("等待接收单位答复", "wait for the unit's reply")
        }
        Stage::InProcess => ("办理并报告进展", "work on it and report progress"),
        Stage::Agreed => ("送达协议，跟进履行", "serve the agreement and follow its performance"),
        Stage::Decided => {
            ("送达文书，等待救济期满", "serve the decision and wait for the remedy to lapse")
        }
        Stage::Performing => ("核实履行，结案", "check performance and close"),
        Stage::Enforcing => ("跟进执行", "follow the enforcement"),
        Stage::Unresolved => {
            ("告知其他途径，由当事人选择", "show the other routes and let the parties choose")
        }
        Stage::Escalated { by: None, .. } => {
            ("等待上级接收", "wait for the higher centre to accept")
        }
        Stage::Escalated { by: Some(_), .. } => ("配合上级办理", "support the higher centre"),
        Stage::Suspended { .. } => ("核查中止原因是否消除", "check whether the reason has ended"),
        Stage::Withdrawn => ("核实撤回，结案", "check the withdrawal and close"),
        Stage::Reopened => ("重新归类", "classify again"),
        Stage::Merged { .. } | Stage::Closed { .. } | Stage::Archived { .. } => ("", ""),
    }
}
