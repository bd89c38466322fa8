//! The law of people's mediation, as tables and as the plan's scenarios.

mod agreement;
mod course;
mod other_tracks;
mod walk;

use std::collections::BTreeSet;

use jiefen_procedure::Explain;
use jiefen_vocab::{DisputeKind, Fen, Private, Role, TrackKind};
use jiff::civil::Date;

use super::{Beginning, Checks, Command, Fact, PeopleMediation, Refusal, Signer, State};
use crate::agreement::{Draft, Obligation, Subject};
use crate::session::{Mode, Reached, Sitting};
use jiefen_procedure::kit::{self, brief, consent, day};

const ROUTE: TrackKind = TrackKind::PeopleMediation;
pub const HASH: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

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

pub fn checks() -> Checks {
    Checks {
        rights_told: true,
        hospital_notices: true,
        not_handled_elsewhere: true,
        safety_cleared: false,
    }
}

pub fn accept(on: &str) -> Command {
    Command::Accept { on: day(on), mediator: "m-1".to_owned(), checks: checks() }
}

pub fn sitting(on: &str, present: &[u32]) -> Sitting {
    Sitting {
        on: day(on),
        place: "金贵镇调委会".to_owned(),
        mode: Mode::Together,
        present: present.to_vec(),
        guardians: Vec::new(),
        reached: Reached::GoesOn,
        record: Private::new("甲愿意让步".to_owned()),
    }
}

pub fn hold(on: &str) -> Command {
    Command::HoldSession { session: sitting(on, &[1, 2]) }
}

pub fn owed(no: u32, due: Date, yuan: i64) -> Obligation {
    let what = Private::new("支付货款".to_owned());
    Obligation { no, obligor: 2, obligee: 1, what, amount: Some(Fen::yuan(yuan)), due }
}

pub fn draft(obligations: Vec<Obligation>) -> Draft {
    Draft {
        hash: HASH.to_owned(),
        facts: Private::new("拖欠货款".to_owned()),
        obligations,
        subjects: BTreeSet::from([Subject::Money]),
        faults: BTreeSet::new(),
    }
}
