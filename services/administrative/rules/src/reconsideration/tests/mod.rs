//! The law of reconsideration in sentences.

mod door;
mod outcome;
mod properties;
mod review;
mod walk;

use jiefen_procedure::{Actor, Circumstances, ClockEffect, Explain, Procedure};
use jiefen_terms::Law;
use jiefen_vocab::{Fen, Moment, PartyRole, Private, Role, TrackKind};
use jiff::civil::{Date, date};

use super::samples::*;
use super::{
    Accept, Act, ActKind, Apply, Checks, Command, Decide, DecisionKind, Duty, Fact, Head,
    HoldHearing, Panel, Reconsideration, RefusalGround, Refuse, State, Told, Track,
};

const NEIGHBOUR: u32 = 3;

fn against(act: Act) -> Command {
    apply(Apply { act: Some(act), ..application() })
}

fn ask_law(state: Option<&State>, command: &Command, today: Date) -> Result<Vec<Fact>, String> {
    let actor = Actor {
        agency: "640122.justice".parse().unwrap(),
        person: "r1".to_owned(),
        role: Role::ReviewHead,
    };
    let now = Moment::from_local(today.at(9, 0, 0, 0));
    let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
    Reconsideration::decide(state, command, &ctx).map_err(|refusal| {
        assert!(!refusal.zh().is_empty() && !refusal.en().is_empty(), "{refusal:?}");
        assert!(!refusal.basis().is_empty() && !refusal.instead().is_empty(), "{refusal:?}");
        assert!(!refusal.zh().contains("{}") && !refusal.en().contains("{}"), "{refusal:?}");
        refusal.name().to_owned()
    })
}

impl Case {
    /// Must not be allowed, for this reason.
    fn refuses(self, today: Date, command: Command, name: &str) -> Case {
        let answer = ask_law(self.state.as_ref(), &command, today);
        assert_eq!(answer, Err(name.to_owned()), "{today} {}", command.name());
        self
    }

    /// True when a fact started this clock under this rule from this day.
    fn starts(&self, key: &str, rule: &str, from: Date) -> bool {
        let wanted = ClockEffect::Start { key: key.to_owned(), rule: rule.to_owned(), from };
        self.facts.iter().flat_map(Reconsideration::clocks).any(|effect| effect == wanted)
    }
}
