//! The chart agrees with the law; nothing panics; the invariants hold.

use std::sync::OnceLock;

use jiefen_procedure::Procedure;
use proptest::prelude::*;

use super::*;
use crate::filing::Stage;
use jiefen_procedure::kit::{Seen, check_roles, names_in, run_clocks};

fn seen() -> &'static Seen<Filing> {
    static SEEN: OnceLock<Seen<Filing>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<Filing>(&moves(), &lines(), 12))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let rows = [include_str!("../rows/before.rs"), include_str!("../rows/after.rs")];
    let names = names_in(&rows);
    assert_eq!(names.len(), 63);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<Filing>();
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

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..100_000, 1..60)) {
        let moves = moves();
        let mut state: Option<State> = None;
        let mut clocks = BTreeSet::new();
        for pick in picks {
            let (today, role, command) = &moves[pick % moves.len()];
            let decided = kit::decide::<Filing>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            facts.iter().for_each(|fact| run_clocks::<Filing>(&mut clocks, fact));
            let next = kit::fold::<Filing>(state.clone(), &facts).unwrap();
            let open = !matches!(next.stage, Stage::Ended { .. });
            prop_assert_eq!(open, !clocks.is_empty());
            // Never judged, never on trial, without a filing, a fee and a procedure.
            if matches!(next.stage, Stage::OnTrial | Stage::Judged { .. }) {
                prop_assert!(next.filed_on.is_some() && next.fee_settled() && next.track.is_some());
            }
            // Filing first: nothing received from 2025 on is out for mediation unfiled (T-C-01).
            if matches!(next.stage, Stage::Delegated { .. }) {
                prop_assert!(next.received_on < crate::filing::FILE_FIRST_FROM);
            }
            state = Some(next);
        }
    }

    #[test]
    fn any_fact_may_meet_any_state(picks in prop::collection::vec((0usize..10_000, 0usize..10_000), 1..60)) {
        for (a, b) in picks {
            let (state, _) = &seen().states[a % seen().states.len()];
            let fact = &seen().facts[b % seen().facts.len()];
            let next = Filing::evolve(Some(state.clone()), fact).unwrap();
            let _ = (Filing::outline(&next), Filing::expired(&next, "appeal:x"));
        }
    }
}
