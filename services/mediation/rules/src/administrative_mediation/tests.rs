//! The law of administrative mediation, as tables and as the plan's scenarios.

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
    kit::decide::<AdministrativeMediation>(state, command, day(today), Role::DepartmentOfficer)
}

fn run(course: &[(&str, Command)]) -> State {
    let mut state = None;
    for (today, command) in course {
        let facts = tried(state.as_ref(), today, command).map_err(|r| r.zh()).unwrap();
        state = kit::fold::<AdministrativeMediation>(state, &facts);
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

fn environment(on: &str) -> jiefen_procedure::Brief {
    dispute(DisputeKind::Environment, false, &[1, 2], day(on))
}

fn applied(on: &str, nature: Nature, power: &str) -> Command {
    apply(environment(on), Beginning::HandOff, nature, power, day(on))
}

/// T-K-19, 五(二)2: only within the agency's own powers; else to the competent agency, within three
/// working days, and nobody is sent away.
#[test]
fn what_is_not_its_own_power_is_passed_on() {
    let facts = tried(None, "2026-09-14", &applied("2026-09-14", Nature::Civil, "")).unwrap();
    let clocks = AdministrativeMediation::clocks(&facts[0]);
    assert!(clocks.contains(&ClockEffect::Start {
        key: "pass".into(),
        rule: "policy.administrative_mediation.pass".into(),
        from: day("2026-09-14"),
    }));
    let state = run(&[("2026-09-14", applied("2026-09-14", Nature::Civil, ""))]);
    refused(&state, "2026-09-15", &accept("2026-09-15"), "AGENCY_WITHOUT_POWER");
    let pass = |body: &str| Command::PassOn {
        body: body.into(),
        basis: "权责清单".into(),
        on: day("2026-09-15"),
    };
    refused(&state, "2026-09-15", &pass(" "), "RECEIVER_WANTED");
    let facts = tried(Some(&state), "2026-09-15", &pass("县住建局")).unwrap();
    assert!(AdministrativeMediation::notices(&facts[0])[0].zh.contains("县住建局"));
    let own = run(&[("2026-09-14", applied("2026-09-14", Nature::Civil, "环境污染损害赔偿调解"))]);
    refused(&own, "2026-09-15", &pass("县住建局"), "OWN_POWER");
    assert!(tried(Some(&own), "2026-09-15", &accept("2026-09-15")).is_ok());
}

/// T-K-19.accept is one city's rule, in force there from 1 May 2022; only it can be prolonged.
#[test]
fn the_rule_of_the_place_and_day_governs_acceptance() {
    for (place, on, rule, longer) in [
        ("440305", "2022-05-01", "T-K-19.accept", true),
        ("440305", "2022-04-30", "policy.administrative_mediation.accept", false),
        ("640122", "2026-09-14", "policy.administrative_mediation.accept", false),
    ] {
        let mut brief = environment(on);
        brief.place = place.parse().unwrap();
        let open = apply(brief, Beginning::OwnMotion, Nature::Civil, "调解", day(on));
        let state = run(&[(on, open)]);
        assert_eq!(state.accept_rule, rule);
        let prolong = tried(Some(&state), on, &Command::Prolong { on: day(on) });
        assert_eq!(prolong.is_ok(), longer, "{place} {on}");
    }
}

/// 行政诉讼法 60, 行政复议法 5: of an agency's act only compensation and discretion; T-K-15: the mediation
/// itself is not open to reconsideration.
#[test]
fn an_act_of_an_agency_is_not_mediated() {
    for (nature, open) in [
        (Nature::Civil, true),
        (Nature::Compensation, true),
        (Nature::Discretion, true),
        (Nature::OtherAct, false),
    ] {
        let result = tried(None, "2026-09-14", &applied("2026-09-14", nature, "调解"));
        assert_eq!(result.is_ok(), open, "{nature:?}");
    }
    for (nature, rule) in [(Nature::Civil, "T-A-06"), (Nature::Discretion, "T-K-01")] {
        let state = run(&[
            ("2026-09-14", applied("2026-09-14", nature, "调解")),
            ("2026-09-14", accept("2026-09-14")),
        ]);
        let failed = Command::EndFailed { on: day("2026-09-15") };
        let facts = tried(Some(&state), "2026-09-15", &failed).unwrap();
        let told = &AdministrativeMediation::notices(&facts[0])[0];
        assert_eq!(told.rule.as_deref(), Some(rule), "{nature:?}");
    }
    for kind in [DisputeKind::Consumer, DisputeKind::Medical, DisputeKind::Traffic] {
        let brief = dispute(kind, false, &[1, 2], day("2026-09-14"));
        let open = apply(brief, Beginning::HandOff, Nature::Civil, "调解", day("2026-09-14"));
        let refusal = tried(None, "2026-09-14", &open).unwrap_err();
        assert_eq!(refusal.name(), "OWN_PROCEDURE");
    }
}

/// Punishable conduct is handled apart; the civil part goes on only when it can be severed.
#[test]
fn punishable_conduct_is_not_mediated_away() {
    let begun = || {
        run(&[
            ("2026-09-14", applied("2026-09-14", Nature::Civil, "调解")),
            ("2026-09-14", accept("2026-09-14")),
        ])
    };
    let found = |severable| Command::ReportOffence {
        offence: Offence::Administrative,
        severable,
        on: day("2026-09-15"),
    };
    let goes_on = tried(Some(&begun()), "2026-09-15", &found(true)).unwrap();
    let state = kit::fold::<AdministrativeMediation>(Some(begun()), &goes_on).unwrap();
    assert_eq!(state.outcome(), None);
    refused(&state, "2026-09-15", &found(true), "OFFENCE_REPORTED");
    let ends = tried(Some(&begun()), "2026-09-15", &found(false)).unwrap();
    let state = kit::fold::<AdministrativeMediation>(Some(begun()), &ends).unwrap();
    assert_eq!(state.outcome(), Some(Outcome::Transferred));
}

/// S06 step 5: the running case keeps going; a paper issued from 15 August 2026 cites the Code.
#[test]
fn s06_papers_cite_the_basis_of_their_own_day() {
    let state = run(&[
        ("2026-08-03", applied("2026-08-03", Nature::Civil, "调解")),
        ("2026-08-03", accept("2026-08-03")),
    ]);
    for (on, cites) in [("2026-08-14", "水污染防治法"), ("2026-08-15", "1077")] {
        let failed = Command::EndFailed { on: day(on) };
        let facts = tried(Some(&state), on, &failed).unwrap();
        let told = &AdministrativeMediation::notices(&facts[0])[0];
        assert!(told.zh.contains(cites), "{on}: {}", told.zh);
    }
}

/// What all sign is an agency's agreement; the court confirms only a civil one of a lawful organisation.
#[test]
fn only_a_civil_agreement_of_a_listed_organisation_may_be_confirmed() {
    let on = day("2026-09-14");
    for (nature, windows) in [(Nature::Civil, 1), (Nature::Compensation, 0)] {
        let mut course = vec![
            ("2026-09-14", applied("2026-09-14", nature, "调解")),
            ("2026-09-14", accept("2026-09-14")),
        ];
        let text = draft(vec![owed(1, 100, day("2026-10-20"))]);
        for step in agreeing(on, text, &[1, 2]) {
            course.push(("2026-09-14", Command::Talk(step)));
        }
        let life = run(&course).life().unwrap();
        let facts = kit::decide::<AgreementLife>(None, &life, on, Role::Mediator).unwrap();
        let deed = kit::fold::<AgreementLife>(None, &facts).unwrap();
        assert_eq!(deed.deed().unwrap().agreement.windows.len(), windows, "{nature:?}");
    }
}

fn seen() -> &'static Seen<AdministrativeMediation> {
    static SEEN: OnceLock<Seen<AdministrativeMediation>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<AdministrativeMediation>(&moves(), &lines(), 12))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let rows = [&[include_str!("rows.rs")], talks::ROWS].concat();
    let names = names_in(&rows);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<AdministrativeMediation>();
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
            let decided = kit::decide::<AdministrativeMediation>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            for fact in &facts {
                let held = matches!(fact, Fact::Talks { what: Moved::SessionHeld { .. } });
                prop_assert!(!held || state.as_ref().unwrap().talks.without_consent().is_none());
                run_clocks::<AdministrativeMediation>(&mut clocks, fact);
            }
            let next = kit::fold::<AdministrativeMediation>(state.clone(), &facts).unwrap();
            prop_assert_eq!(AdministrativeMediation::outline(&next).open, !clocks.is_empty());
            state = Some(next);
        }
    }
}
