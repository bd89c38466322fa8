//! The law of filing and diversion, as tables and as the plan's scenarios.

mod before;
mod ends;
mod handover;
mod other_tracks;
mod scenario;
mod walk;

use std::collections::BTreeSet;

use jiefen_procedure::{Brief, Explain};
use jiefen_vocab::{DisputeKind, Fen, Role, TrackKind};

use super::{
    AverageWage, Command, Fact, Filing, Measure, MediationResult, Refusal, RefusalGround, State,
    Track,
};
use jiefen_procedure::kit::{self, brief, day};

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

pub fn receive(on: &str) -> Command {
    let brief = brief(DisputeKind::PropertyManagement, TrackKind::Litigation, day(on));
    Command::ReceiveComplaint {
        brief: brief.into(),
        plaintiff: 1,
        receipt: "收2026-0001".into(),
        on: day(on),
    }
}

pub fn file(on: &str) -> Command {
    Command::File { case_no: "（2026）宁0122民初1号".into(), on: day(on) }
}

/// A claim on money of so many yuan, filed in 2026, measured by the wage of 2025.
pub fn measure(yuan: i64) -> Measure {
    Measure {
        amount: Some(Fen::yuan(yuan)),
        money_only: true,
        simple: true,
        bars: BTreeSet::new(),
        agreed: Vec::new(),
        wage: wage(2025),
    }
}

pub fn wage(year: i16) -> AverageWage {
    AverageWage { year, amount: Fen::yuan(120_000), source: "自治区统计局公报".into() }
}

/// A measure under which the procedure is lawful.
pub fn fitting(track: Track) -> Measure {
    match track {
        Track::SmallClaims => measure(8_400),
        Track::Summary | Track::Ordinary => measure(500_000),
    }
}

pub fn choose(track: Track, on: &str) -> Command {
    let judge = "judge-1".into();
    Command::ChooseTrack { track, measure: fitting(track), judge, on: day(on) }
}

pub fn entrust(agreed: &[u32], on: &str) -> Command {
    Command::Entrust {
        body: "640122.mediation".parse().unwrap(),
        agreed: agreed.to_vec(),
        track: Track::SmallClaims,
        on: day(on),
    }
}

pub fn delegate(agreed: &[u32], on: &str) -> Command {
    let body = "640122.mediation".parse().unwrap();
    Command::Delegate { body, agreed: agreed.to_vec(), on: day(on) }
}

pub fn signed(on: &str) -> Command {
    Command::NoteMediatorSigned { mediator: "m-1".into(), on: day(on) }
}

pub fn back(result: MediationResult, on: &str) -> Command {
    Command::ReturnFromMediation { result, on: day(on) }
}
