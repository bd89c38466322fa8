//! What the tests of these procedures share: a case that stops at the first unexpected refusal, the
//! walk with its checks, and the sequence of random commands.

use std::collections::BTreeSet;

use jiefen_procedure::kit::{self, Move, Seen, check_roles, day, names_in, run_clocks};
use jiefen_procedure::{Explain, Procedure};
use jiefen_vocab::Role;

/// A case under test.
pub(crate) struct Case<P: Procedure> {
    pub(crate) state: Option<P::State>,
    pub(crate) facts: Vec<P::Fact>,
    role: Role,
}

impl<P: Procedure> Case<P> {
    pub(crate) fn new(role: Role) -> Case<P> {
        Case { state: None, facts: Vec::new(), role }
    }

    pub(crate) fn tried(
        &self,
        today: &str,
        command: P::Command,
    ) -> Result<Vec<P::Fact>, P::Refusal> {
        kit::decide::<P>(self.state.as_ref(), &command, day(today), self.role)
    }

    #[track_caller]
    pub(crate) fn give(&mut self, today: &str, command: P::Command) -> Vec<P::Fact> {
        let facts = match self.tried(today, command) {
            Ok(facts) => facts,
            Err(refusal) => panic!("{}: {}", refusal.name(), refusal.zh()),
        };
        self.state = kit::fold::<P>(self.state.take(), &facts);
        self.facts.extend(facts.clone());
        facts
    }

    #[track_caller]
    pub(crate) fn refused(&self, today: &str, command: P::Command, name: &str) {
        let refusal = self.tried(today, command).unwrap_err();
        assert_eq!(refusal.name(), name, "{}", refusal.zh());
    }

    pub(crate) fn state(&self) -> &P::State {
        self.state.as_ref().unwrap()
    }

    pub(crate) fn at(&self) -> &'static str {
        P::outline(self.state()).state
    }

    /// The same case, to try another course.
    pub(crate) fn fork(&self) -> Case<P> {
        Case { state: self.state.clone(), facts: self.facts.clone(), role: self.role }
    }

    pub(crate) fn notices(&self) -> Vec<jiefen_procedure::Notice> {
        self.facts.iter().flat_map(|fact| P::notices(fact)).collect()
    }
}

/// Walks over the samples: the chart agrees with the law, every refusal of these rows occurs except
/// those named, roles are whole, states and facts survive storage.
pub(crate) fn whole<P: Procedure>(
    moves: &[Move<P>],
    lines: &[Vec<Move<P>>],
    most: usize,
    rows: &[&'static str],
    but: &[&str],
) -> Seen<P> {
    let seen = kit::walk::<P>(moves, lines, most);
    let names = names_in(rows);
    assert!(names.len() >= 5);
    let never = |name: &&&str| !seen.refusals.contains(**name) && !but.contains(*name);
    let missing: Vec<_> = names.iter().filter(never).collect();
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
    let ended = |line: &Vec<Move<P>>| {
        let mut case = Case::<P>::new(Role::System);
        for (today, role, command) in line {
            case.role = *role;
            case.give(&today.to_string(), command.clone());
        }
        case.at()
    };
    let reached: BTreeSet<&str> = lines.iter().map(ended).collect();
    for stage in P::chart().stages {
        let over = stage.ending == jiefen_procedure::Ending::Ended;
        assert!(!over || reached.contains(stage.state), "no course ends at {}", stage.state);
    }
    seen
}

/// Random commands: none panics, a case is open just while a clock runs, an ended one stays ended;
/// `holds` checks the procedure's own invariants after each accepted command.
pub(crate) fn random<P: Procedure>(
    moves: &[Move<P>],
    picks: &[usize],
    holds: impl Fn(Option<&P::State>, &[P::Fact], &P::State),
) {
    let mut state: Option<P::State> = None;
    let mut clocks = BTreeSet::new();
    for pick in picks {
        let (today, role, command) = &moves[pick % moves.len()];
        let Ok(facts) = kit::decide::<P>(state.as_ref(), command, *today, *role) else { continue };
        assert!(state.as_ref().is_none_or(|state| P::outline(state).open), "an ended case moved");
        facts.iter().for_each(|fact| run_clocks::<P>(&mut clocks, fact));
        let next = kit::fold::<P>(state.clone(), &facts).unwrap();
        assert_eq!(P::outline(&next).open, !clocks.is_empty(), "{next:?}");
        holds(state.as_ref(), &facts, &next);
        state = Some(next);
    }
}
