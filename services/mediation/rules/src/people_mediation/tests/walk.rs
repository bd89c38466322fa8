//! The chart agrees with the law; nothing panics; the invariants hold.

use std::sync::OnceLock;

use jiefen_procedure::Procedure;
use proptest::prelude::*;

use super::*;
use jiefen_procedure::kit::{Seen, check_roles, decide, fold, names_in, run_clocks};

fn seen() -> &'static Seen<PeopleMediation> {
    static SEEN: OnceLock<Seen<PeopleMediation>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<PeopleMediation>(&moves(), &lines(), 12))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let names = names_in(&[include_str!("../rows.rs")]);
    assert!(names.len() > 10);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<PeopleMediation>();
}

#[test]
fn states_and_facts_survive_storage() {
    for (state, _) in &seen().states {
        let text = serde_json::to_string(state).unwrap();
        assert_eq!(&serde_json::from_str::<State>(&text).unwrap(), state);
    }
    for fact in &seen().facts {
        let text = serde_json::to_string(fact).unwrap();
        assert_eq!(&serde_json::from_str::<Fact>(&text).unwrap(), fact);
    }
}

/// I5, I3 and the order of steps, after every single command.
fn holds(state: &State, clocks: &BTreeSet<String>, facts: &[Fact], before: Option<&State>) {
    for fact in facts {
        if let Fact::SessionHeld { .. } = fact {
            let live = before.is_some_and(|state| state.without_consent().is_none());
            assert!(live, "a session without live consent");
        }
    }
    let ended = !PeopleMediation::outline(state).open;
    assert_eq!(ended, clocks.is_empty(), "{clocks:?}");
    if state.agreement().is_none() && !ended && state.consents.iter().any(|word| !word.given) {
        assert!(state.accepted_on.is_none(), "mediation goes on without consent");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 100,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..40)) {
        let moves = moves();
        let mut state: Option<State> = None;
        let mut clocks = BTreeSet::new();
        for pick in picks {
            let (today, role, command) = &moves[pick % moves.len()];
            let decided = decide::<PeopleMediation>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            facts.iter().for_each(|fact| run_clocks::<PeopleMediation>(&mut clocks, fact));
            let next = fold::<PeopleMediation>(state.clone(), &facts).unwrap();
            holds(&next, &clocks, &facts, state.as_ref());
            state = Some(next);
        }
    }

    #[test]
    fn any_fact_may_meet_any_state(picks in prop::collection::vec((0usize..10_000, 0usize..10_000), 1..60)) {
        for (a, b) in picks {
            let (state, _) = &seen().states[a % seen().states.len()];
            let fact = &seen().facts[b % seen().facts.len()];
            let next = PeopleMediation::evolve(Some(state.clone()), fact).unwrap();
            let _ = (PeopleMediation::outline(&next), PeopleMediation::expired(&next, "mediate"));
        }
    }
}
