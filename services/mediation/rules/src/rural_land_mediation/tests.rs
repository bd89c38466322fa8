//! The law of rural land mediation, as tables and as the plan's scenarios.

use std::sync::OnceLock;

use jiefen_procedure::Explain;
use jiefen_procedure::kit::{self, Seen, check_roles, day, names_in, run_clocks};
use jiefen_vocab::DisputeKind;
use proptest::prelude::*;

use super::samples::{apply, dispute, lines, moves};
use super::*;
use crate::agreement_life::AgreementLife;
use crate::talks::samples::{agreeing, draft, owed};

fn tried(state: Option<&State>, today: &str, command: &Command) -> Result<Vec<Fact>, Refusal> {
    kit::decide::<RuralLandMediation>(state, command, day(today), Role::Mediator)
}

fn run(course: &[(&str, Command)]) -> State {
    let mut state = None;
    for (today, command) in course {
        let facts = tried(state.as_ref(), today, command).map_err(|r| r.zh()).unwrap();
        state = kit::fold::<RuralLandMediation>(state, &facts);
    }
    state.unwrap()
}

#[track_caller]
fn refused(state: &State, today: &str, command: &Command, name: &str) {
    assert_eq!(tried(Some(state), today, command).unwrap_err().name(), name);
}

fn accept(on: &str) -> Command {
    Command::Accept { mediator: "m-1".to_owned(), on: day(on) }
}

/// T-I-08, S01 step 7: expropriation and its compensation are not mediated here.
#[test]
fn expropriation_goes_to_reconsideration_or_suit() {
    let on = day("2026-03-02");
    let brief = dispute(Body::Village, false, &[1, 2], on);
    let open = apply(brief.clone(), Body::Village, Matter::Expropriation, on);
    let refusal = tried(None, "2026-03-02", &open).unwrap_err();
    assert_eq!((refusal.name(), refusal.basis()), ("EXPROPRIATION", "T-I-08"));
    assert!(refusal.instead().contains("行政复议"));
    let mut other = brief;
    other.kind = DisputeKind::LandExpropriation;
    let open = apply(other, Body::Village, Matter::Contract, on);
    assert_eq!(tried(None, "2026-03-02", &open).unwrap_err().name(), "EXPROPRIATION");
}

/// S01 steps 2 and 3: the village hands up, the town ends; both are told arbitration or suit, two years.
#[test]
fn s01_the_village_passes_up_and_the_town_tells_both_routes() {
    let on = day("2026-03-03");
    let village = run(&[
        (
            "2026-03-03",
            apply(dispute(Body::Village, false, &[1, 2], on), Body::Village, Matter::Contract, on),
        ),
        ("2026-03-03", accept("2026-03-03")),
    ]);
    let facts =
        tried(Some(&village), "2026-03-20", &Command::PassUp { on: day("2026-03-20") }).unwrap();
    let up = kit::fold::<RuralLandMediation>(Some(village), &facts).unwrap();
    assert_eq!(up.outcome(), Some(Outcome::Transferred));
    let on = day("2026-03-23");
    let town = run(&[
        (
            "2026-03-23",
            apply(dispute(Body::Town, false, &[1, 2], on), Body::Town, Matter::Contract, on),
        ),
        ("2026-03-23", accept("2026-03-23")),
    ]);
    refused(&town, "2026-04-15", &Command::PassUp { on: day("2026-04-15") }, "NOT_A_VILLAGE");
    let facts =
        tried(Some(&town), "2026-04-15", &Command::EndFailed { on: day("2026-04-15") }).unwrap();
    let told = &RuralLandMediation::notices(&facts[0])[0];
    assert_eq!(told.rule.as_deref(), Some("T-I-01"));
    assert!(told.zh.contains("土地承包仲裁") && told.zh.contains("诉讼"), "{}", told.zh);
}

/// The local term runs from acceptance; both may extend it, within its cap.
#[test]
fn the_term_is_local_and_runs_from_acceptance() {
    let on = day("2026-03-02");
    let state = run(&[
        (
            "2026-03-02",
            apply(dispute(Body::Village, false, &[1, 2], on), Body::Village, Matter::Other, on),
        ),
        ("2026-03-03", accept("2026-03-03")),
    ]);
    refused(&state, "2026-04-02", &Command::Lapse, "TERM_RUNS");
    assert!(tried(Some(&state), "2026-04-03", &Command::Lapse).is_ok());
    let longer =
        |units| Command::Talk(Step::Extend { units, agreed: vec![1, 2], on: day("2026-04-02") });
    refused(&state, "2026-04-02", &longer(31), "EXTENSION_TOO_LONG");
    assert!(tried(Some(&state), "2026-04-02", &longer(30)).is_ok());
}

/// 农村土地承包经营纠纷调解仲裁法 10: in force with the last of the signatures and the seal; where a right
/// is confirmed the court does not confirm the agreement (T-D-06).
#[test]
fn a_confirmed_right_is_title_and_not_open_to_confirmation() {
    let on = day("2026-03-02");
    let begun = |matter| {
        vec![
            ("2026-03-02", apply(dispute(Body::Town, false, &[1, 2], on), Body::Town, matter, on)),
            ("2026-03-02", accept("2026-03-02")),
        ]
    };
    let mut text = draft(vec![owed(1, 100, day("2026-10-20"))]);
    let put = Command::Talk(Step::PutText { draft: text.clone(), on });
    refused(&run(&begun(Matter::Confirmation)), "2026-03-02", &put, "TITLE_NOT_MARKED");
    for (matter, title, windows) in [(Matter::Contract, false, 1), (Matter::Confirmation, true, 0)]
    {
        if title {
            text.subjects.insert(crate::agreement::Subject::Title);
        }
        let mut course = begun(matter);
        for step in agreeing(on, text.clone(), &[1, 2]) {
            course.push(("2026-03-02", Command::Talk(step)));
        }
        let life = run(&course).life().unwrap();
        let facts = kit::decide::<AgreementLife>(None, &life, on, Role::Mediator).unwrap();
        let deed = kit::fold::<AgreementLife>(None, &facts).unwrap();
        assert_eq!(deed.deed().unwrap().agreement.windows.len(), windows, "{matter:?}");
    }
}

fn seen() -> &'static Seen<RuralLandMediation> {
    static SEEN: OnceLock<Seen<RuralLandMediation>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<RuralLandMediation>(&moves(), &lines(), 12))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let rows = [&[include_str!("rows.rs")], talks::ROWS].concat();
    let names = names_in(&rows);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<RuralLandMediation>();
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
            let decided = kit::decide::<RuralLandMediation>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            for fact in &facts {
                let held = matches!(fact, Fact::Talks { what: Moved::SessionHeld { .. } });
                prop_assert!(!held || state.as_ref().unwrap().talks.without_consent().is_none());
                run_clocks::<RuralLandMediation>(&mut clocks, fact);
            }
            let next = kit::fold::<RuralLandMediation>(state.clone(), &facts).unwrap();
            prop_assert_eq!(RuralLandMediation::outline(&next).open, !clocks.is_empty());
            state = Some(next);
        }
    }
}
