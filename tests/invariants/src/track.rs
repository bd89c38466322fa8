//! One track of a dispute, whatever its procedure, that is led by sample commands.

use std::collections::BTreeMap;

use jiefen_procedure::kit::{Move, decide, fold};
use jiefen_procedure::matrix::Standing;
use jiefen_procedure::{ClockEffect, Procedure};
use jiefen_vocab::{Outcome, Role, TrackKind};
use serde_json::Value;

use crate::clocks::Clocks;

/// What the tests ask of a track without knowing its procedure.
pub trait Track {
    /// Its road in the matrix.
    fn road(&self) -> TrackKind;
    /// How it stands; none: not begun.
    fn standing(&self) -> Option<Standing>;
    /// How it ended, for the umbrella; none while it goes on.
    fn outcome(&self) -> Option<Outcome>;
    /// The clocks that its facts so far met, by rule.
    fn clocks_met(&self) -> &BTreeMap<String, u64>;
    /// Everything that is stored of it.
    fn stored(&self) -> String;
    /// Gives the next command of the line, or a sample out of turn; checks what must hold. True when it
    /// was lawful.
    fn go(&mut self, pick: usize, out_of_turn: bool) -> bool;
}

/// A track of one procedure.
pub struct Led<P: Procedure> {
    road: TrackKind,
    line: Vec<Move<P>>,
    at: usize,
    moves: Vec<Move<P>>,
    state: Option<P::State>,
    facts: Vec<P::Fact>,
    clocks: Clocks,
    met: BTreeMap<String, u64>,
    ended: fn(&P::State) -> Option<Outcome>,
}

impl<P: Procedure + 'static> Led<P> {
    /// A track that follows one of the lines.
    pub fn boxed(
        road: TrackKind,
        (lines, moves): (Vec<Vec<Move<P>>>, Vec<Move<P>>),
        ended: fn(&P::State) -> Option<Outcome>,
        pick: usize,
    ) -> Box<dyn Track> {
        let line = lines[pick % lines.len()].clone();
        let (state, facts, clocks, met) = (None, Vec::new(), Clocks::default(), BTreeMap::new());
        Box::new(Led::<P> { road, line, at: 0, moves, state, facts, clocks, met, ended })
    }

    fn give(&mut self, (today, role, command): &Move<P>) -> bool {
        let Ok(facts) = decide::<P>(self.state.as_ref(), command, *today, *role) else {
            return false;
        };
        let before = self.state.clone();
        self.state = fold::<P>(self.state.take(), &facts);
        self.facts.extend_from_slice(&facts);
        for effect in facts.iter().flat_map(P::clocks) {
            if let ClockEffect::Met { key } = &effect
                && self.clocks.keys().contains(&key.as_str())
            {
                *self.met.entry(self.clocks.rule(key).to_owned()).or_default() += 1;
            }
            self.clocks.note(P::KIND, effect);
        }
        self.check(before.as_ref(), P::name(command), &facts);
        true
    }

    fn check(&self, before: Option<&P::State>, name: &str, facts: &[P::Fact]) {
        let state = self.state.as_ref().unwrap();
        let outline = P::outline(state);
        let kind = P::KIND;
        // I3: an open track has a next step and a running clock, an ended one neither.
        assert_eq!(outline.open, !outline.next_zh.is_empty(), "I3 {kind} {}", outline.state);
        assert_eq!(outline.open, !self.clocks.none(), "I3 {kind} {}", outline.state);
        // I8: what is shown follows from the facts alone.
        assert_eq!(fold::<P>(None, &self.facts).as_ref(), Some(state), "I8 {kind}");
        let Some(before) = before else { return };
        let value = serde_json::to_value(before).unwrap();
        let held = facts.iter().any(is_session);
        if held && !unwilling(&value).is_empty() {
            panic!("I5 {kind}: a session without the consent of {:?}", unwilling(&value));
        }
        if name == "withdraw_consent" && outline.open {
            let after = serde_json::to_value(state).unwrap();
            let gone = find(&after, "left").map_or(0, |left| left.as_array().map_or(0, Vec::len));
            assert!(gone > 0 || self.no_session_from_now(), "I5 {kind}: the talks go on");
        }
    }

    /// No sample command leads to a session: what is still open is the report of the result.
    fn no_session_from_now(&self) -> bool {
        self.moves.iter().all(|(today, role, command)| {
            let facts = decide::<P>(self.state.as_ref(), command, *today, *role);
            facts.is_err() || facts.unwrap().iter().all(|fact| !is_session(fact))
        })
    }
}

/// True for the fact that a session was held.
fn is_session(fact: &impl std::fmt::Debug) -> bool {
    format!("{fact:?}").contains("SessionHeld")
}

impl<P: Procedure + 'static> Track for Led<P> {
    fn road(&self) -> TrackKind {
        self.road
    }

    fn standing(&self) -> Option<Standing> {
        let state = self.state.as_ref()?;
        let outline = P::outline(state);
        Some(match outline.state {
            _ if outline.open && !outline.state.contains("agreed") => Standing::Running,
            code if code.contains("agreed") || code.contains("settled") => Standing::Agreed,
            code if code.contains("decided") || code.contains("award") => Standing::Decided,
            _ => Standing::Failed,
        })
    }

    fn outcome(&self) -> Option<Outcome> {
        self.state.as_ref().filter(|state| !P::outline(state).open).and_then(self.ended)
    }

    fn clocks_met(&self) -> &BTreeMap<String, u64> {
        &self.met
    }

    fn stored(&self) -> String {
        serde_json::to_string(&(&self.state, &self.facts)).unwrap()
    }

    fn go(&mut self, pick: usize, out_of_turn: bool) -> bool {
        if out_of_turn && self.state.is_some() {
            let one = self.moves[pick % self.moves.len()].clone();
            return self.give(&one);
        }
        let Some(one) = self.line.get(self.at).cloned() else { return false };
        self.at += 1;
        self.give(&one)
    }
}

/// The first value under a key, wherever it stands.
fn find<'a>(value: &'a Value, key: &str) -> Option<&'a Value> {
    match value {
        Value::Object(map) => {
            map.get(key).or_else(|| map.values().find_map(|inner| find(inner, key)))
        }
        Value::Array(items) => items.iter().find_map(|inner| find(inner, key)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

/// Parties of a state whose latest word is not consent; those who left do not count. States without a
/// list of consents have none.
fn unwilling(state: &Value) -> Vec<u64> {
    let own = state.get("talks").or_else(|| state.get("course")).unwrap_or(state);
    let Some(consents) = own.get("consents").and_then(Value::as_array) else { return Vec::new() };
    let left: Vec<u64> = own
        .get("left")
        .and_then(Value::as_array)
        .map(|left| left.iter().filter_map(Value::as_u64).collect())
        .unwrap_or_default();
    let parties = find(own, "parties").and_then(Value::as_array).cloned().unwrap_or_default();
    let numbers = parties.iter().filter_map(|party| party.get("no").and_then(Value::as_u64));
    let willing = |no: u64| {
        let last = consents.iter().rev().find(|word| word["party"].as_u64() == Some(no));
        last.is_some_and(|word| word["given"].as_bool() == Some(true))
    };
    numbers.filter(|no| !left.contains(no) && !willing(*no)).collect()
}

/// Roles that lead, coordinate or assess.
pub const ABOVE: [Role; 3] = [Role::Coordinator, Role::Leader, Role::Assessor];
