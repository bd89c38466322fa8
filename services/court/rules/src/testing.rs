//! What the tests of the court's procedures share.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;

use jiefen_procedure::kit::{self, Move, Seen, check_roles, day, names_in, run_clocks};
use jiefen_procedure::{Explain, Procedure};
use jiefen_terms::{Law, Query};
use jiefen_vocab::Role;
use jiff::civil::Date;

/// A case in hand.
pub(crate) struct Case<P: Procedure> {
    /// Where it stands.
    pub(crate) state: Option<P::State>,
    /// The keys of the clocks that run.
    pub(crate) clocks: BTreeSet<String>,
}

impl<P: Procedure> Clone for Case<P> {
    fn clone(&self) -> Self {
        Case { state: self.state.clone(), clocks: self.clocks.clone() }
    }
}

impl<P: Procedure> Case<P> {
    pub(crate) fn new() -> Self {
        Case { state: None, clocks: BTreeSet::new() }
    }

    pub(crate) fn tried(
        &self,
        today: &str,
        role: Role,
        command: &P::Command,
    ) -> Result<Vec<P::Fact>, P::Refusal> {
        kit::decide::<P>(self.state.as_ref(), command, day(today), role)
    }

    pub(crate) fn by(&mut self, today: &str, role: Role, command: P::Command) -> Vec<P::Fact> {
        let facts = match self.tried(today, role, &command) {
            Ok(facts) => facts,
            Err(refusal) => panic!("{today} {}: {}", P::name(&command), refusal.zh()),
        };
        facts.iter().for_each(|fact| run_clocks::<P>(&mut self.clocks, fact));
        self.state = kit::fold::<P>(self.state.take(), &facts);
        facts
    }

    pub(crate) fn give(&mut self, today: &str, command: P::Command) -> Vec<P::Fact> {
        self.by(today, Role::Judge, command)
    }

    /// The clock of this key expires.
    pub(crate) fn expire(&mut self, today: &str, clock: &str) -> Vec<P::Fact> {
        assert!(self.clocks.contains(clock), "{clock} runs not: {:?}", self.clocks);
        let command = P::expired(self.state(), clock).unwrap();
        self.by(today, Role::System, command)
    }

    pub(crate) fn may(&self, today: &str, command: P::Command) {
        if let Err(refusal) = self.tried(today, Role::Judge, &command) {
            panic!("{today} {}: {}", P::name(&command), refusal.zh());
        }
    }

    pub(crate) fn refused(&self, today: &str, command: P::Command, name: &str) {
        self.refused_to(Role::Judge, today, command, name);
    }

    pub(crate) fn refused_to(&self, role: Role, today: &str, command: P::Command, name: &str) {
        let refusal = self.tried(today, role, &command).unwrap_err();
        assert_eq!(refusal.name(), name, "{today}: {}", refusal.zh());
    }

    pub(crate) fn state(&self) -> &P::State {
        self.state.as_ref().unwrap()
    }

    pub(crate) fn at(&self) -> &'static str {
        P::outline(self.state()).state
    }
}

/// The last day of a rule from a day, by the shipped law.
pub(crate) fn due(rule: &str, from: &str) -> Date {
    Law::shipped().due(&Query::new(rule, day(from))).unwrap().due.day()
}

/// The walk: the chart agrees with the law, every refusal row occurs, roles are right, and whatever
/// was seen survives storage.
pub(crate) fn walked<P: Procedure>(
    moves: &[Move<P>],
    lines: &[Vec<Move<P>>],
    most: usize,
    rows: &[&'static str],
) {
    let seen: Seen<P> = kit::walk::<P>(moves, lines, most);
    let names = names_in(rows);
    assert!(names.len() > 10);
    let missing: Vec<_> = names.difference(&seen.refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<P>();
    for (state, _) in &seen.states {
        let text = serde_json::to_string(state).unwrap();
        assert_eq!(&serde_json::from_str::<P::State>(&text).unwrap(), state);
    }
    for fact in &seen.facts {
        let text = serde_json::to_string(fact).unwrap();
        assert_eq!(&serde_json::from_str::<P::Fact>(&text).unwrap(), fact);
    }
}

/// Gives sample commands at random: each accepted one leaves a state of which `check` holds, with
/// the clocks that run.
pub(crate) fn at_random<P: Procedure>(
    moves: &[Move<P>],
    picks: &[usize],
    check: impl Fn(&P::State, &BTreeSet<String>),
) {
    let mut case = Case::<P>::new();
    for pick in picks {
        let (today, role, command) = &moves[pick % moves.len()];
        let Ok(facts) = kit::decide::<P>(case.state.as_ref(), command, *today, *role) else {
            continue;
        };
        facts.iter().for_each(|fact| run_clocks::<P>(&mut case.clocks, fact));
        case.state = kit::fold::<P>(case.state.take(), &facts);
        assert_eq!(P::outline(case.state()).open, !case.clocks.is_empty());
        check(case.state(), &case.clocks);
    }
}
