//! What the tests of this crate share: a case that is led step by step, and the properties that every
//! procedure must have.

use std::collections::BTreeSet;

use jiefen_procedure::kit::{self, Move, Seen, check_roles, day, names_in, run_clocks};
use jiefen_procedure::{ClockEffect, Explain, Procedure};
use jiefen_vocab::Role;
use jiff::civil::Date;
use proptest::test_runner::TestCaseError;

/// A case that is led step by step by one role.
pub(crate) struct Course<P: Procedure> {
    pub(crate) state: Option<P::State>,
    pub(crate) clocks: BTreeSet<String>,
    pub(crate) role: Role,
}

impl<P: Procedure> Course<P> {
    pub(crate) fn new(role: Role) -> Course<P> {
        Course { state: None, clocks: BTreeSet::new(), role }
    }

    /// A case led along a line of samples.
    pub(crate) fn along(line: &[Move<P>]) -> Course<P> {
        let mut course = Course::new(Role::System);
        for (today, role, command) in line {
            course.role = *role;
            course.give(&today.to_string(), command.clone());
        }
        course
    }

    pub(crate) fn fork(&self) -> Course<P> {
        Course { state: self.state.clone(), clocks: self.clocks.clone(), role: self.role }
    }

    pub(crate) fn tried(
        &self,
        today: &str,
        command: &P::Command,
    ) -> Result<Vec<P::Fact>, P::Refusal> {
        kit::decide::<P>(self.state.as_ref(), command, day(today), self.role)
    }

    pub(crate) fn give(&mut self, today: &str, command: P::Command) -> Vec<P::Fact> {
        let facts = match self.tried(today, &command) {
            Ok(facts) => facts,
            Err(refusal) => panic!("{today} {}: {}", P::name(&command), refusal.zh()),
        };
        facts.iter().for_each(|fact| run_clocks::<P>(&mut self.clocks, fact));
        self.state = kit::fold::<P>(self.state.take(), &facts);
        facts
    }

    pub(crate) fn refused(&self, today: &str, command: P::Command, name: &str) {
        match self.tried(today, &command) {
            Ok(facts) => panic!("{today} {} was lawful: {facts:?}", P::name(&command)),
            Err(refusal) => assert_eq!(refusal.name(), name, "{}", refusal.zh()),
        }
    }

    /// The command of the law when a clock expires: lawful on a day and not on the day before.
    pub(crate) fn lapses(&mut self, clock: &str, last: &str, next: &str) {
        let command = P::expired(self.state(), clock).unwrap();
        self.role = Role::System;
        assert!(self.tried(last, &command).is_err(), "{clock} lapsed on {last}");
        self.give(next, command);
    }

    pub(crate) fn state(&self) -> &P::State {
        self.state.as_ref().unwrap()
    }

    /// Where the case stands, as in the chart.
    pub(crate) fn at(&self) -> &'static str {
        P::outline(self.state()).state
    }
}

/// The start of a clock among the effects of facts: its rule and day.
pub(crate) fn started<P: Procedure>(facts: &[P::Fact], wanted: &str) -> Option<(String, Date)> {
    facts.iter().flat_map(P::clocks).find_map(|effect| match effect {
        ClockEffect::Start { key, rule, from } if key == wanted => Some((rule, from)),
        ClockEffect::Start { .. }
        | ClockEffect::StartAt { .. }
        | ClockEffect::Extend { .. }
        | ClockEffect::Stop { .. }
        | ClockEffect::Resume { .. }
        | ClockEffect::Met { .. }
        | ClockEffect::Cancel { .. } => None,
    })
}

/// The chart agrees with the law, every refusal occurs, every command has its roles, every line of
/// samples ends, every ending has a line, and everything survives storage.
pub(crate) fn whole<P: Procedure>(
    moves: &[Move<P>],
    lines: &[Vec<Move<P>>],
    rows: &'static str,
) -> Seen<P> {
    let seen = kit::walk::<P>(moves, lines, 40);
    let names = names_in(&[rows]);
    assert!(names.len() > 10);
    let missing: Vec<_> = names.difference(&seen.refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<P>();
    let ends: BTreeSet<&str> = lines.iter().map(|line| Course::<P>::along(line).at()).collect();
    let ended = |stage: &&jiefen_procedure::Stage| stage.ending == jiefen_procedure::Ending::Ended;
    let wanted: BTreeSet<&str> = P::chart().stages.iter().filter(ended).map(|s| s.state).collect();
    assert_eq!(ends, wanted, "a line of samples for every ending");
    for (state, _) in &seen.states {
        let text = serde_json::to_string(state).unwrap();
        assert_eq!(&serde_json::from_str::<P::State>(&text).unwrap(), state);
    }
    for fact in &seen.facts {
        let text = serde_json::to_string(fact).unwrap();
        assert_eq!(&serde_json::from_str::<P::Fact>(&text).unwrap(), fact);
        P::notices(fact).iter().for_each(|notice| assert!(!notice.zh.is_empty()));
    }
    seen
}

/// Gives a sequence of sample commands; an open case always has a clock and an ended one none.
pub(crate) fn wander<P: Procedure>(
    moves: &[Move<P>],
    picks: &[usize],
    sound: impl Fn(&P::State) -> bool,
) -> Result<(), TestCaseError> {
    let mut state: Option<P::State> = None;
    let mut clocks = BTreeSet::new();
    for pick in picks {
        let (today, role, command) = &moves[pick % moves.len()];
        let Ok(facts) = kit::decide::<P>(state.as_ref(), command, *today, *role) else { continue };
        facts.iter().for_each(|fact| run_clocks::<P>(&mut clocks, fact));
        let next = kit::fold::<P>(state, &facts).unwrap();
        proptest::prop_assert_eq!(P::outline(&next).open, !clocks.is_empty());
        proptest::prop_assert!(sound(&next), "{:?}", next);
        state = Some(next);
    }
    Ok(())
}
