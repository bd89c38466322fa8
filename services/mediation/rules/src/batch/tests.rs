//! The law of a batch, as tables and as the plan's scenarios.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiefen_procedure::Explain;
use jiefen_procedure::kit::{self, Seen, check_roles, day, names_in, run_clocks};
use proptest::prelude::*;

use super::samples::{accept, lines, moves, offered, open};
use super::*;
use crate::talks::samples::hash;

fn tried(state: Option<&State>, today: &str, command: &Command) -> Result<Vec<Fact>, Refusal> {
    kit::decide::<Batch>(state, command, day(today), Role::Mediator)
}

fn give(state: &mut Option<State>, today: &str, command: Command) -> Vec<Fact> {
    let facts = tried(state.as_ref(), today, &command).map_err(|r| r.zh()).unwrap();
    *state = kit::fold::<Batch>(state.take(), &facts);
    facts
}

fn begun(count: u32, today: &str) -> Option<State> {
    let mut state = None;
    for command in offered(count, day(today)) {
        give(&mut state, today, command);
    }
    state
}

#[track_caller]
fn refused(state: &Option<State>, today: &str, command: &Command, name: &str) {
    assert_eq!(tried(state.as_ref(), today, command).unwrap_err().name(), name);
}

/// S11: 312 households; 268 accept each for itself, 30 are silent, 14 refuse and sue: 312 disputes, 14
/// suits, and nobody closes the 30.
#[test]
fn s11_counts_members_and_never_closes_the_silent() {
    let (d, on) = ("2026-05-11", day("2026-05-11"));
    let mut state = begun(312, d);
    for member in 1..=268 {
        give(&mut state, d, accept(member, on));
    }
    for member in 269..=282 {
        give(&mut state, d, Command::Refuse { member, on });
        give(&mut state, d, Command::Leave { member, to: TrackKind::SummaryProcedure, on });
    }
    refused(&state, d, &Command::Close { on }, "MEMBERS_OPEN");
    refused(&state, "2026-05-26", &Command::FallSilent { member: 283 }, "ANSWER_TIME_RUNS");
    let late = "2026-05-27";
    for member in 283..=312 {
        give(&mut state, late, Command::FallSilent { member });
    }
    let close = Command::Close { on: day(late) };
    refused(&state, late, &close, "SILENT_OPEN");
    let whole = state.as_ref().unwrap();
    let figures = Figures { cases: 312, accepted: 268, suits: 14, elsewhere: 0, open: 30 };
    assert_eq!(whole.figures(), figures);
    assert!(whole.numerous());
    assert_eq!(whole.outcome_of(283), None);
    for member in 283..=312 {
        give(&mut state, late, Command::HandBack { member, person: "o".into(), on: day(late) });
    }
    give(&mut state, late, close);
    // The batch is over; the thirty disputes are open at their own desks.
    assert_eq!(state.unwrap().figures(), figures);
}

/// S02 step 2: fifteen accept, eight refuse and keep every right; a representative does not sign for them.
#[test]
fn s02_a_representative_never_signs_for_an_unwilling_member() {
    let (d, on) = ("2026-09-16", day("2026-09-16"));
    let mut state = begun(23, d);
    for member in 1..=15 {
        give(&mut state, d, accept(member, on));
    }
    let for_another =
        |agent: &str| Command::Accept { member: 16, hash: hash(), agent: Some(agent.into()), on };
    refused(&state, d, &for_another(""), "MEMBER_WITHOUT_MANDATE");
    for member in 16..=23 {
        let facts = give(&mut state, d, Command::Refuse { member, on });
        assert_eq!(Batch::notices(&facts[0])[0].to, [member]);
    }
    refused(&state, d, &for_another("授权书16号"), "NOT_OFFERED");
    for member in 16..=23 {
        give(&mut state, d, Command::Leave { member, to: TrackKind::LabourArbitration, on });
    }
    let figures = state.unwrap().figures();
    assert_eq!((figures.cases, figures.accepted, figures.elsewhere), (23, 15, 8));
}

/// No clock of the batch touches a member's own clocks; waiting binds nobody, and the model falls away
/// with its member.
#[test]
fn a_member_may_leave_at_any_time() {
    let (d, on) = ("2026-05-11", day("2026-05-11"));
    let mut state = None;
    give(&mut state, d, open(3, on));
    let name =
        |member| Command::NameModel { member, body: ModelBody::Trial, known: Known::default(), on };
    refused(&state, d, &name(3), "OWN_CONSENT_WANTED");
    give(&mut state, d, name(1));
    let leave = |member| Command::Leave { member, to: TrackKind::Litigation, on };
    let facts = give(&mut state, d, leave(2));
    assert!(
        Batch::clocks(&facts[0])
            .iter()
            .all(|effect| !matches!(effect, ClockEffect::Stop { .. } | ClockEffect::Start { .. }))
    );
    let facts = give(&mut state, d, leave(1));
    assert_eq!(facts[1], Fact::ModelDropped { on });
    assert_eq!(state.as_ref().unwrap().stage, Stage::Gathering);
}

/// The model has sixty days; then the members are free again.
#[test]
fn a_model_without_result_lapses() {
    let on = day("2026-05-11");
    let mut state = None;
    give(&mut state, "2026-05-11", open(3, on));
    give(
        &mut state,
        "2026-05-11",
        Command::NameModel { member: 1, body: ModelBody::Trial, known: Known::default(), on },
    );
    refused(&state, "2026-07-10", &Command::LapseModel, "MODEL_TIME_RUNS");
    let facts = give(&mut state, "2026-07-11", Command::LapseModel);
    assert_eq!(facts, [Fact::ModelDropped { on: day("2026-07-11") }]);
}

fn seen() -> &'static Seen<Batch> {
    static SEEN: OnceLock<Seen<Batch>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<Batch>(&moves(), &lines(), 40))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let names = names_in(&[include_str!("rows.rs")]);
    assert!(names.len() > 20);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<Batch>();
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

/// I4: the model case begins a track of its member's dispute; what another track excludes or precedes is not
/// named.
#[test]
fn the_model_goes_only_where_the_matrix_lets_its_dispute_go() {
    let (d, on) = ("2026-05-11", day("2026-05-11"));
    let members = vec![(DisputeId::from_bits(1), true), (DisputeId::from_bits(2), true)];
    let respondent = Private::new("某公司".to_owned());
    let mut state = None;
    give(&mut state, d, Command::Open { kind: DisputeKind::Labour, respondent, members, on });
    let name = |body, known| Command::NameModel { member: 1, body, known, on };
    let early = tried(state.as_ref(), d, &name(ModelBody::Trial, Known::default())).unwrap_err();
    assert_eq!(early.name(), "LABOUR_ARBITRATION_FIRST");
    assert_eq!(early.basis(), "劳动争议调解仲裁法5；劳动争议解释(一)13、15、51(2)");
    assert!(early.instead().contains("劳动仲裁"));
    let awarded = (TrackKind::LabourArbitration, jiefen_procedure::matrix::Standing::Decided);
    let after = Known { tracks: [awarded].into(), ..Known::default() };
    assert!(tried(state.as_ref(), d, &name(ModelBody::Trial, after)).is_ok());
    give(&mut state, d, name(ModelBody::Arbitration, Known::default()));
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
            let decided = kit::decide::<Batch>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            facts.iter().for_each(|fact| run_clocks::<Batch>(&mut clocks, fact));
            let next = kit::fold::<Batch>(state.clone(), &facts).unwrap();
            let figures = next.figures();
            let sum = figures.accepted + figures.suits + figures.elsewhere + figures.open;
            prop_assert_eq!(sum, figures.cases);
            prop_assert_eq!(Batch::outline(&next).open, !clocks.is_empty());
            state = Some(next);
        }
    }
}
