//! The law of filing and diversion, as tables and as the plan's scenarios.

mod before;
mod ends;
mod handover;
mod other_tracks;
mod scenario;
mod walk;

use std::collections::BTreeSet;

use jiefen_procedure::Explain;
use jiefen_vocab::Role;

use super::samples::*;
use super::{Command, Fact, Filing, Measure, MediationResult, Refusal, State, Track};
use jiefen_procedure::kit::{self, day};

/// A case under test; it stops at the first unexpected refusal.
#[derive(Clone)]
pub struct Case {
    pub state: Option<State>,
    pub facts: Vec<Fact>,
}

impl Case {
    pub fn received(on: &str) -> Case {
        let mut case = Case { state: None, facts: Vec::new() };
        case.give(on, receive(on));
        case
    }

    pub fn filed(on: &str) -> Case {
        let mut case = Case::received(on);
        case.give(on, file(on));
        case
    }

    pub fn on_trial(on: &str, track: Track) -> Case {
        let mut case = Case::filed(on);
        case.give(on, Command::RelieveFee { on: day(on) });
        case.give(on, choose(track, on));
        case
    }

    pub fn tried(&self, today: &str, command: Command) -> Result<Vec<Fact>, Refusal> {
        self.tried_as(today, command, Role::Judge)
    }

    pub fn tried_as(
        &self,
        today: &str,
        command: Command,
        role: Role,
    ) -> Result<Vec<Fact>, Refusal> {
        kit::decide::<Filing>(self.state.as_ref(), &command, day(today), role)
    }

    pub fn give(&mut self, today: &str, command: Command) -> Vec<Fact> {
        self.give_as(today, command, Role::Judge)
    }

    pub fn give_as(&mut self, today: &str, command: Command, role: Role) -> Vec<Fact> {
        let facts = self.tried_as(today, command, role).unwrap();
        self.state = kit::fold::<Filing>(self.state.take(), &facts);
        self.facts.extend(facts.clone());
        facts
    }

    pub fn refused(&self, today: &str, command: Command, name: &str) {
        let refusal = self.tried(today, command).unwrap_err();
        assert_eq!(refusal.name(), name, "{}", refusal.zh());
    }

    pub fn state(&self) -> &State {
        self.state.as_ref().unwrap()
    }
}
