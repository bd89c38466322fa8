//! The law of people's mediation, as tables and as the plan's scenarios.

mod agreement;
mod course;
mod other_tracks;
mod slots;
mod walk;

use std::collections::BTreeSet;

use jiefen_procedure::Explain;
use jiefen_vocab::{DisputeKind, Fen, Role, TrackKind};

use super::samples::*;
use super::{Beginning, Checks, Command, Fact, PeopleMediation, Refusal, Signer, State};
use crate::agreement::{Draft, Obligation, Subject};
use crate::session::{Mode, Sitting};
use jiefen_procedure::kit::{self, brief, consent, day};

/// A mediation under test; it stops at the first unexpected refusal.
pub struct Case {
    pub state: Option<State>,
    pub facts: Vec<Fact>,
}

impl Case {
    pub fn begin(kind: DisputeKind, on: &str) -> Case {
        let mut brief = brief(kind, ROUTE, day(on));
        brief.consents = vec![consent(1, ROUTE, true, day(on)), consent(2, ROUTE, true, day(on))];
        let mut case = Case { state: None, facts: Vec::new() };
        case.give(on, Command::Open { brief: brief.into(), by: Beginning::HandOff, on: day(on) });
        case
    }

    pub fn accepted(kind: DisputeKind, on: &str) -> Case {
        let mut case = Case::begin(kind, on);
        case.give(on, accept(on));
        case
    }

    pub fn tried(&self, today: &str, command: Command) -> Result<Vec<Fact>, Refusal> {
        kit::decide::<PeopleMediation>(self.state.as_ref(), &command, day(today), Role::Mediator)
    }

    pub fn give(&mut self, today: &str, command: Command) -> Vec<Fact> {
        let facts = self.tried(today, command).unwrap();
        self.state = kit::fold::<PeopleMediation>(self.state.take(), &facts);
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

    /// Drafts, has confirmed and signs, all on one day.
    pub fn agree(&mut self, on: &str, draft: Draft) {
        let d = day(on);
        let hash = draft.hash.clone();
        self.give(on, Command::DraftAgreement { draft, on: d });
        for party in [1, 2] {
            self.give(on, Command::ConfirmDraft { party, hash: hash.clone(), on: d });
        }
        for no in [1, 2] {
            self.give(on, Command::Sign { signer: Signer::Party { no }, on: d });
        }
        self.give(on, Command::Sign { signer: Signer::Mediator, on: d });
        self.give(on, Command::Sign { signer: Signer::Seal, on: d });
    }
}
