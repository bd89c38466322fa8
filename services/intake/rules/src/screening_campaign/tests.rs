//! The law of a screening: rounds with their last days, the signed "none found", the silent, the owners.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiefen_procedure::kit::{self, Move, Seen, check_roles, day, names_in, run_clocks};
use jiefen_procedure::{ClockEffect, Explain, Procedure};
use jiefen_terms::{Law, Query};
use jiefen_vocab::Role;
use proptest::prelude::*;

use super::samples::*;
use super::*;

type Screening = ScreeningCampaign;

#[track_caller]
fn refused(state: Option<&State>, on: &str, role: Role, command: &Command, name: &str) {
    let refusal = kit::decide::<Screening>(state, command, day(on), role).unwrap_err();
    assert_eq!(refusal.name(), name);
}

fn after(state: Option<State>, on: &str, role: Role, command: &Command) -> State {
    let facts = kit::decide::<Screening>(state.as_ref(), command, day(on), role).unwrap();
    kit::fold::<Screening>(state, &facts).unwrap()
}

fn along(line: &[Move<Screening>]) -> State {
    let step = |state: Option<State>, (on, role, command): &Move<Screening>| {
        Some(after(state, &on.to_string(), *role, command))
    };
    line.iter().fold(None, step).unwrap()
}

/// The first round begins on Tuesday 3 November: fifteen days end on Wednesday the 18th.
#[test]
fn a_round_closes_early_when_all_have_reported_and_on_its_last_day_whoever_is_silent() {
    let last =
        Law::shipped().due(&Query::new("policy.screening_round", day("2026-11-03"))).unwrap();
    assert_eq!(last.due.day(), day("2026-11-18"));
    let running = along(&two_rounds()[..3]);
    for (on, silent) in [("2026-11-18", true), ("2026-11-19", false)] {
        let closed =
            kit::decide::<Screening>(Some(&running), &Command::CloseRound, day(on), Role::System);
        assert_eq!(closed.is_err(), silent, "{on}");
    }
    let closed = after(Some(running), "2026-11-19", Role::System, &Command::CloseRound);
    let petition: Agency = kit::TOWN.parse().unwrap();
    assert_eq!(closed.overdue, [(1, petition)].into());
    assert_eq!((closed.round, closed.stage), (2, Stage::Running));
    // A late report is taken, and the silence stays on the record.
    let late = after(Some(closed), "2026-11-20", Role::PetitionHead, &none(1));
    assert!(late.reports.last().unwrap().late && late.overdue.len() == 1);
    // Routine rounds are longer.
    let routine = Law::shipped().due(&Query::new(Mode::Routine.rule(), day("2026-11-03"))).unwrap();
    assert_eq!(routine.due.day(), day("2026-12-03"));
}

#[test]
fn none_found_is_signed_by_a_person_of_the_unit_and_never_beside_a_finding() {
    let running = along(&two_rounds()[..2]);
    refused(Some(&running), "2026-11-05", Role::System, &none(1), "PERSON_MUST_SIGN");
    let nobody = Command::SignNoneFound { round: 1, signed_by: " ".to_owned() };
    refused(Some(&running), "2026-11-05", Role::MediationHead, &nobody, "NAME_MISSING");
    refused(Some(&running), "2026-11-05", Role::Judge, &none(1), "NOT_A_TARGET");
    refused(Some(&running), "2026-11-05", Role::MediationHead, &none(2), "NO_SUCH_ROUND");
    refused(Some(&running), "2026-11-05", Role::MediationHead, &finding(1, "640121"), "OTHER_AREA");
    let found =
        after(Some(running.clone()), "2026-11-05", Role::MediationHead, &finding(1, "640122101"));
    refused(Some(&found), "2026-11-05", Role::MediationHead, &none(1), "FOUND_BEFORE");
    assert_eq!(
        after(Some(found), "2026-11-05", Role::MediationHead, &finding(1, "640122102"))
            .findings
            .len(),
        2
    );
    let signed = after(Some(running), "2026-11-05", Role::MediationHead, &none(1));
    refused(
        Some(&signed),
        "2026-11-05",
        Role::MediationHead,
        &finding(1, "640122101"),
        "NONE_SIGNED",
    );
    refused(Some(&signed), "2026-11-05", Role::MediationHead, &none(1), "NONE_SIGNED");
}

/// C-236: a finding without an owner within the limit is a ground for a supervision order.
#[test]
fn each_finding_gets_an_owner_and_a_dispute_before_the_screening_is_closed() {
    let found = along(&two_rounds()[..3]);
    // Found on Thursday 5 November: an owner by Friday the 6th.
    let last =
        Law::shipped().due(&Query::new("policy.screening_owner", day("2026-11-05"))).unwrap();
    assert_eq!(last.due.day(), day("2026-11-06"));
    let late = Screening::expired(&found, "owner:1").unwrap();
    let unowned = after(Some(found), "2026-11-07", Role::System, &late);
    assert!(unowned.findings[0].unowned);
    let mut state = after(Some(unowned), "2026-11-19", Role::System, &Command::CloseRound);
    state = after(Some(state), "2026-12-31", Role::System, &Command::CloseRound);
    assert_eq!(state.stage, Stage::Closing);
    refused(Some(&state), "2026-12-31", Role::CentreDirector, &report(), "FINDINGS_OPEN");
    let owned = after(Some(state), "2026-12-31", Role::CentreDirector, &owner(1));
    refused(Some(&owned), "2026-12-31", Role::CentreDirector, &owner(1), "NO_SUCH_FINDING");
    assert_eq!(
        after(Some(owned), "2026-12-31", Role::CentreDirector, &report()).stage,
        Stage::Reported
    );
}

#[test]
fn the_closing_report_counts_reports_in_time_late_and_missing() {
    let line = two_rounds();
    let closing = along(&line[..9]);
    refused(Some(&along(&line[..5])), "2026-11-19", Role::CentreDirector, &report(), "ROUNDS_OPEN");
    let figures = Figures { due: 4, in_time: 3, late: 1, none_found: 3, findings: 1, unowned: 0 };
    assert_eq!(closing.figures(), figures);
}

fn seen() -> &'static Seen<Screening> {
    static SEEN: OnceLock<Seen<Screening>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<Screening>(&moves(), &lines(), 60))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let names = names_in(&[include_str!("rows.rs")]);
    assert!(names.len() > 15);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<Screening>();
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
        for effect in Screening::clocks(fact) {
            if let ClockEffect::Start { rule, from, .. } = effect {
                assert!(Law::shipped().due(&Query::new(rule.as_str(), from)).is_ok(), "{rule}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..60)) {
        let moves = moves();
        let mut state: Option<State> = None;
        let mut clocks = BTreeSet::new();
        for pick in picks {
            let (today, role, command) = &moves[pick % moves.len()];
            let Ok(facts) = kit::decide::<Screening>(state.as_ref(), command, *today, *role) else { continue };
            facts.iter().for_each(|fact| run_clocks::<Screening>(&mut clocks, fact));
            let next = kit::fold::<Screening>(state, &facts).unwrap();
            prop_assert_eq!(Screening::outline(&next).open, !clocks.is_empty());
            let owned = next.findings.iter().all(|finding| finding.owner.is_some());
            prop_assert!(next.stage != Stage::Reported || owned);
            state = Some(next);
        }
    }
}
