//! The law of labour mediation, as tables and as the plan's scenarios.

use std::sync::OnceLock;

use jiefen_procedure::Explain;
use jiefen_procedure::kit::{self, Seen, check_roles, day, names_in, run_clocks};
use proptest::prelude::*;

use super::samples::{apply, dispute, lines, moves};
use super::*;
use crate::agreement_life::AgreementLife;
use crate::talks::samples::{agreeing, draft, owed};

fn tried(state: Option<&State>, today: &str, command: &Command) -> Result<Vec<Fact>, Refusal> {
    kit::decide::<LabourMediation>(state, command, day(today), Role::Mediator)
}

fn run(course: &[(&str, Command)]) -> State {
    let mut state = None;
    for (today, command) in course {
        let facts = tried(state.as_ref(), today, command).map_err(|r| r.zh()).unwrap();
        state = kit::fold::<LabourMediation>(state, &facts);
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

/// T-H-01: fifteen days from the application, whenever it was accepted; then deemed failed.
#[test]
fn fifteen_days_run_from_the_application() {
    let on = day("2026-09-14");
    let applied = apply(dispute(0, &[1, 2], on), LabourBody::Enterprise, on);
    let state = run(&[("2026-09-14", applied.clone()), ("2026-09-16", accept("2026-09-16"))]);
    refused(&state, "2026-09-29", &Command::Lapse, "TERM_RUNS");
    let facts = tried(Some(&state), "2026-09-30", &Command::Lapse).unwrap();
    assert_eq!(facts, [Fact::Ended { ending: Ending::DeemedFailed, on: day("2026-09-30") }]);
    let told = &LabourMediation::notices(&facts[0])[0];
    assert_eq!(told.rule.as_deref(), Some("T-H-05"));
    assert!(told.zh.contains("劳动仲裁") && told.zh.contains("视为调解不成"), "{}", told.zh);
    // Not accepted in time: the same day opens arbitration.
    let waiting = run(&[("2026-09-14", applied)]);
    assert!(tried(Some(&waiting), "2026-09-29", &Command::Lapse).is_err());
    assert!(tried(Some(&waiting), "2026-09-30", &Command::Lapse).is_ok());
    // Both agree to go on.
    let longer =
        Command::Talk(Step::Extend { units: 15, agreed: vec![1, 2], on: day("2026-09-29") });
    let late = Command::Talk(Step::Extend { units: 15, agreed: vec![1, 2], on: day("2026-09-30") });
    refused(&state, "2026-09-30", &late, "PAST_TERM");
    let facts = tried(Some(&state), "2026-09-29", &longer).unwrap();
    let state = kit::fold::<LabourMediation>(Some(state), &facts).unwrap();
    refused(&state, "2026-10-14", &Command::Lapse, "TERM_RUNS");
    assert!(tried(Some(&state), "2026-10-15", &Command::Lapse).is_ok());
}

/// 企业劳动争议协商调解规定 22: three working days for an enterprise committee; a local limit elsewhere.
#[test]
fn acceptance_has_the_clock_of_its_body() {
    let on = day("2026-09-14");
    for (body, rule) in [
        (LabourBody::Enterprise, "T-H-01.accept"),
        (LabourBody::Town, "policy.mediation_acceptance"),
    ] {
        let facts = tried(None, "2026-09-14", &apply(dispute(0, &[1], on), body, on)).unwrap();
        let clocks = LabourMediation::clocks(&facts[0]);
        assert_eq!(
            clocks[0],
            ClockEffect::Start { key: "accept".into(), rule: rule.into(), from: on }
        );
    }
    let state = run(&[("2026-09-14", apply(dispute(0, &[1], on), LabourBody::Town, on))]);
    refused(&state, "2026-09-15", &accept("2026-09-15"), "CONSENT_MISSING");
}

/// S02 step 2: fifteen of twenty-three sign, eight go their own way and keep every right; nobody signs
/// for them.
#[test]
fn s02_fifteen_sign_and_eight_keep_every_right() {
    let on = day("2026-09-14");
    let everybody: Vec<u32> = (1..=24).collect();
    let brief = dispute(22, &everybody, on);
    let mut course = vec![
        ("2026-09-14", apply(brief, LabourBody::PeopleCommittee, on)),
        ("2026-09-14", accept("2026-09-14")),
    ];
    for party in 17..=24 {
        course.push(("2026-09-16", Command::WithdrawConsent { party, how: "counter".into() }));
    }
    let state = run(&course);
    assert!(state.collective());
    assert_eq!(state.talks.left.len(), 8);
    let on = day("2026-09-16");
    // A text that settles for one of the eight is refused.
    let mut theirs = owed(1, 8_000, day("2026-10-20"));
    theirs.obligee = 20;
    let put = Command::Talk(Step::PutText { draft: draft(vec![theirs]), on });
    refused(&state, "2026-09-16", &put, "OBLIGATION_FAULTY");
    let parties: Vec<u32> = (1..=16).collect();
    let text = draft(vec![owed(1, 8_000, day("2026-10-20"))]);
    for step in agreeing(on, text, &parties) {
        course.push(("2026-09-16", Command::Talk(step)));
    }
    let state = run(&course);
    assert_eq!(state.outcome(), Some(Outcome::Agreed));
    let life = state.life().unwrap();
    let facts = kit::decide::<AgreementLife>(None, &life, on, Role::Mediator).unwrap();
    let deed = kit::fold::<AgreementLife>(None, &facts).unwrap();
    assert_eq!(deed.brief.parties.len(), 16);
    let facts = tried(
        Some(&run(&course[..2])),
        "2026-09-16",
        &Command::WithdrawConsent { party: 17, how: "counter".into() },
    )
    .unwrap();
    let told = LabourMediation::notices(&facts[1]);
    assert_eq!(told[0].to, [17]);
    assert_eq!(told[0].rule.as_deref(), Some("T-H-05"));
}

/// 劳动争议调解仲裁法 7: a representative signs only with the worker's own special mandate.
#[test]
fn a_representative_does_not_sign_for_an_unwilling_worker() {
    let on = day("2026-09-14");
    let mut course = vec![
        ("2026-09-14", apply(dispute(1, &[1, 2, 3], on), LabourBody::Town, on)),
        ("2026-09-14", accept("2026-09-14")),
    ];
    let text = draft(vec![owed(1, 8_000, day("2026-10-20"))]);
    for step in agreeing(on, text, &[1, 2, 3]).into_iter().take(4) {
        course.push(("2026-09-14", Command::Talk(step)));
    }
    let state = run(&course);
    let sign = |mandate: &str| {
        Command::Talk(Step::Sign {
            signer: crate::people_mediation::Signer::Party { no: 3 },
            agent: Some(mandate.to_owned()),
            on,
        })
    };
    refused(&state, "2026-09-14", &sign(""), "AGENT_WITHOUT_MANDATE");
    assert!(tried(Some(&state), "2026-09-14", &sign("授权书3号")).is_ok());
}

fn seen() -> &'static Seen<LabourMediation> {
    static SEEN: OnceLock<Seen<LabourMediation>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<LabourMediation>(&moves(), &lines(), 12))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let rows = [&[include_str!("rows.rs")], talks::ROWS].concat();
    let mut names = names_in(&rows);
    // No cap stands over an extension to which both agree.
    names.remove("EXTENSION_TOO_LONG");
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<LabourMediation>();
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
            let decided = kit::decide::<LabourMediation>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            for fact in &facts {
                let held = matches!(fact, Fact::Talks { what: Moved::SessionHeld { .. } });
                prop_assert!(!held || state.as_ref().unwrap().talks.without_consent().is_none());
                run_clocks::<LabourMediation>(&mut clocks, fact);
            }
            let next = kit::fold::<LabourMediation>(state.clone(), &facts).unwrap();
            prop_assert_eq!(LabourMediation::outline(&next).open, !clocks.is_empty());
            state = Some(next);
        }
    }
}
