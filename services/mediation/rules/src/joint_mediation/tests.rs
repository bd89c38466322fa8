//! The law of joint mediation, as tables and as the plan's scenarios.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiefen_procedure::Explain;
use jiefen_procedure::kit::{self, Move, Seen, check_roles, day, names_in, run_clocks};
use proptest::prelude::*;

use super::samples::{agency, begun, lines, moves, signing};
use super::*;
use crate::talks;

fn tried(
    state: Option<&State>,
    today: &str,
    role: Role,
    command: &Command,
) -> Result<Vec<Fact>, Refusal> {
    kit::decide::<JointMediation>(state, command, day(today), role)
}

fn run(line: &[Move<JointMediation>]) -> State {
    let mut state = None;
    for (today, role, command) in line {
        let decided = kit::decide::<JointMediation>(state.as_ref(), command, *today, *role);
        state = kit::fold::<JointMediation>(state, &decided.map_err(|r| r.zh()).unwrap());
    }
    state.unwrap()
}

#[track_caller]
fn refused(state: &State, today: &str, role: Role, command: &Command, name: &str) {
    assert_eq!(tried(Some(state), today, role, command).unwrap_err().name(), name);
}

/// A unit that is silent about the result does not keep it open; its silence is on record.
#[test]
fn a_silent_unit_is_reported_when_the_time_to_acknowledge_is_over() {
    let on = day("2026-09-14");
    let state = run(&[begun(false, false, on), signing(&[1, 2], on)].concat());
    refused(&state, "2026-09-15", Role::System, &Command::CloseMirror, "MIRROR_RUNS");
    let facts = tried(Some(&state), "2026-09-16", Role::System, &Command::CloseMirror).unwrap();
    let silent = vec![agency("640122.market")];
    assert_eq!(facts, [Fact::Closed { silent, on: day("2026-09-16") }]);
}

/// S06 step 5: papers of the running case cite the law of the day on which they are issued.
#[test]
fn s06_papers_cite_the_basis_of_their_own_day() {
    let state = run(&begun(false, false, day("2026-08-13")));
    for (on, cites) in [("2026-08-14", "水污染防治法"), ("2026-08-15", "1077")] {
        let failed = Command::EndFailed { on: day(on) };
        let facts = tried(Some(&state), on, Role::Mediator, &failed).unwrap();
        assert!(JointMediation::notices(&facts[0])[0].zh.contains(cites), "{on}");
    }
}

fn seen() -> &'static Seen<JointMediation> {
    static SEEN: OnceLock<Seen<JointMediation>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<JointMediation>(&moves(), &lines(), 15))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let rows = [&[include_str!("rows.rs")], talks::ROWS].concat();
    let mut names = names_in(&rows);
    // Nobody applies orally to several units at once.
    names.remove("RECORD_WANTED");
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<JointMediation>();
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
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..40)) {
        let moves = moves();
        let mut state: Option<State> = None;
        let mut clocks = BTreeSet::new();
        for pick in picks {
            let (today, role, command) = &moves[pick % moves.len()];
            let decided = kit::decide::<JointMediation>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            facts.iter().for_each(|fact| run_clocks::<JointMediation>(&mut clocks, fact));
            let next = kit::fold::<JointMediation>(state.clone(), &facts).unwrap();
            prop_assert_eq!(JointMediation::outline(&next).open, !clocks.is_empty());
            state = Some(next);
        }
    }
}
