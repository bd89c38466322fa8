//! The tests of the umbrella: a desk at which commands are given, and the files of each part of the law.

mod imported;
mod property;
mod refusals;
mod refusals_late;
mod registration;
mod roads;
mod safety;
mod scenarios;
mod suits;
mod walk;

use std::collections::BTreeSet;

use jiefen_procedure::{Explain, Procedure};
use jiefen_terms::Law;
use jiefen_vocab::{Channel, DisputeKind, PartyRole, Role, TrackKind};
use jiff::civil::Date;

use super::orders::{Agreement, Classification, Registration};
use super::parts::{EffectLevel, Proof, Route};
use super::samples::*;
use super::{Command, Dispute, Fact, Stage, State};
use crate::content::Identity;

impl Desk {
    /// The stage must be this one, and the clocks that run these.
    pub fn stands(&mut self, stage: &str, clocks: &[&str]) -> &mut Desk {
        assert_eq!(self.stage().code(), stage);
        let running: Vec<&str> = self.state().running.iter().map(String::as_str).collect();
        let mut due = clocks.to_vec();
        due.sort_unstable();
        assert_eq!(running, due, "{stage}");
        self
    }

    /// Responsibility must lie with this unit.
    pub fn held_by(&mut self, unit: &str) -> &mut Desk {
        assert_eq!(self.state().responsible.unit, agency(unit));
        self
    }

    /// Gives a command that must be refused under this name.
    pub fn refused(&mut self, command: Command, name: &str) -> &mut Desk {
        match self.decide(&command) {
            Ok(facts) => panic!("{command:?} should be refused as {name}, but: {facts:?}"),
            Err(refusal) => {
                assert_eq!(refusal.name(), name, "{command:?}");
                let shown = refusal.refused();
                assert!(!shown.zh.is_empty() && !shown.en.is_empty() && !shown.basis.is_empty());
                assert!(!shown.instead.is_empty(), "{name}");
            }
        }
        self
    }
}
