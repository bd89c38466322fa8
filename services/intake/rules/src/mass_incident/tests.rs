//! The law of a mass incident: S11 and S02 with their times, the lanes, the report up, the end.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiefen_procedure::kit::{self, Move, Seen, check_roles, day, names_in, run_clocks};
use jiefen_procedure::{ClockEffect, Explain, Procedure};
use jiefen_terms::{Due, Law, Query, Start};
use jiefen_vocab::{DisputeKind, Role};
use proptest::prelude::*;

use super::samples::*;
use super::*;
use crate::signal::SignalKind;

fn tried(
    state: Option<&State>,
    on: &str,
    role: Role,
    command: &Command,
) -> Result<Vec<Fact>, Refusal> {
    kit::decide::<MassIncident>(state, command, day(on), role)
}

#[track_caller]
fn refused(state: &State, on: &str, role: Role, command: &Command, name: &str) {
    assert_eq!(tried(Some(state), on, role, command).unwrap_err().name(), name);
}

#[track_caller]
fn after(state: Option<&State>, on: &str, role: Role, command: &Command) -> (State, Vec<Fact>) {
    let facts = tried(state, on, role, command).unwrap();
    (kit::fold::<MassIncident>(state.cloned(), &facts).unwrap(), facts)
}

fn along(line: &[Move<MassIncident>]) -> State {
    let each = |state: Option<State>, (on, role, command): &Move<MassIncident>| {
        let facts = kit::decide::<MassIncident>(state.as_ref(), command, *on, *role).unwrap();
        kit::fold::<MassIncident>(state, &facts)
    };
    line.iter().fold(None, each).unwrap()
}

fn due(rule: &str, from: &str) -> Due {
    Law::shipped().due(&Query::new(rule, Start::Moment(time(from)))).unwrap().due
}

fn starts(facts: &[Fact]) -> Vec<(String, String)> {
    let effects = facts.iter().flat_map(MassIncident::clocks);
    let started = effects.filter_map(|effect| match effect {
        ClockEffect::StartAt { key, rule, .. } | ClockEffect::Start { key, rule, .. } => {
            Some((key, rule))
        }
        ClockEffect::Extend { .. }
        | ClockEffect::Stop { .. }
        | ClockEffect::Resume { .. }
        | ClockEffect::Met { .. }
        | ClockEffect::Cancel { .. } => None,
    });
    started.collect()
}

/// S11 steps 1, 2 and 6.
#[test]
fn s11_joined_complaints_warn_yellow_a_call_to_gather_orange_and_it_never_happens() {
    let line = never_happened();
    assert_eq!(along(&line[..1]).stage, Stage::Signalled);
    let yellow = along(&line[..2]);
    assert_eq!(yellow.stage, Stage::Warned { level: Level::Yellow });
    assert_eq!(yellow.owed_since, None, "yellow is mediated, not reported up");
    let contacted = along(&line[..3]);
    let (on, role, call) = &line[3];
    let (orange, facts) = after(Some(&contacted), &on.to_string(), *role, call);
    assert_eq!(orange.stage, Stage::Warned { level: Level::Orange });
    // Report up at once: due at the very moment.
    assert!(starts(&facts).contains(&("report_up".to_owned(), "T-R-09".to_owned())));
    assert_eq!(
        due("T-R-09", "2026-05-08 08:00"),
        Due::AtOnce(Start::Moment(time("2026-05-08 08:00")))
    );
    let lift = lift(time("2026-05-08 09:00"));
    refused(&orange, "2026-05-08", Role::CentreDirector, &lift, "REPORT_OWED");
    let prepared = along(&line[..5]);
    assert_eq!(prepared.lanes.len(), 4);
    let (on, role, report) = &line[5];
    let (_, facts) = after(Some(&prepared), &on.to_string(), *role, report);
    assert!(matches!(facts[0], Fact::ReportedUp { minutes: 25, .. }));
    // The trace: from the first signal at 08:05 to the first contact at 09:50.
    let (on, role, lifted) = &line[6];
    let (end, facts) = after(Some(&along(&line[..6])), &on.to_string(), *role, lifted);
    assert!(matches!(facts[0], Fact::WarningLifted { contact: 105, .. }));
    assert_eq!(end.stage, Stage::Lifted);
}

/// S02 step 1: ten workers with a common claim warn yellow, nine do not; the contact is due within hours.
#[test]
fn s02_ten_workers_with_a_common_claim_warn_yellow_on_the_spot() {
    for (people, stage) in [
        (9, Stage::Signalled),
        (10, Stage::Warned { level: Level::Yellow }),
        (11, Stage::Warned { level: Level::Yellow }),
    ] {
        let at = time("2026-09-14 09:10");
        let workers =
            Signal { cause: DisputeKind::Labour, ..signal(SignalKind::CommonClaim, people, 1, at) };
        let (state, facts) = after(None, "2026-09-14", Role::WindowClerk, &report(workers));
        assert_eq!(state.stage, stage, "{people}");
        assert!(
            starts(&facts).contains(&("contact".to_owned(), "policy.signal_contact".to_owned()))
        );
    }
    // Hours count over a holiday and from the minute itself.
    let contact = due("policy.signal_contact", "2026-10-01 22:30");
    assert_eq!(contact, Due::Moment(time("2026-10-02 02:30")));
}

#[test]
fn a_report_up_is_neither_false_nor_skips_a_level_without_a_reason() {
    let red = along(&happened()[..1]);
    let director = Role::CentreDirector;
    let now = time("2026-05-10 09:05");
    assert_eq!(red.stage, Stage::Warned { level: Level::Red });
    for (command, name) in [
        (up("640100", None, 39, now), "FALSE_FIGURE"),
        (up("640000", None, 40, now), "SKIP_UNEXPLAINED"),
        (up("640122", None, 40, now), "NOT_ABOVE"),
        (up("640200", None, 40, now), "NOT_ABOVE"),
        (up("640100", None, 40, time("2026-05-10 08:59")), "TIME_TOO_EARLY"),
        (up("640100", None, 40, time("2026-05-10 10:01")), "TIME_IN_FUTURE"),
    ] {
        refused(&red, "2026-05-10", director, &command, name);
    }
    let skipped = up("640000", Some("市级线路中断"), 40, now);
    let (told, _) = after(Some(&red), "2026-05-10", director, &skipped);
    assert!(told.reports[0].skips.is_some() && told.owed_since.is_none());
    // The same class again is a situation report; a higher one is reported up anew.
    let (same, _) = after(Some(&told), "2026-05-10", director, &situation(199, now));
    assert_eq!(same.owed_since, None);
    let (grown, _) = after(Some(&same), "2026-05-10", director, &situation(200, now));
    assert_eq!(grown.owed_since, Some(now));
    refused(&grown, "2026-05-10", director, &up("640100", None, 199, now), "FALSE_FIGURE");
}

#[test]
fn the_three_lanes_go_out_together_with_the_police_on_the_scene() {
    let red = along(&happened()[..1]);
    let now = time("2026-05-10 09:05");
    for (missing, name) in [(0, "POLICE_MISSING"), (2, "LANE_MISSING"), (3, "LANE_MISSING")] {
        let mut lanes = lanes();
        lanes.remove(missing);
        refused(&red, "2026-05-10", Role::CentreDirector, &call_out(lanes, now), name);
    }
    refused(&red, "2026-05-10", Role::CentreDirector, &call_out(Vec::new(), now), "LANE_MISSING");
    let called = along(&happened()[..2]);
    assert_eq!(called.stage, Stage::CalledOut);
    // Every lane in its place makes the scene; the first on the scene is the first contact.
    let first = along(&happened()[..4]);
    assert_eq!(
        (first.stage, first.first_contact),
        (Stage::CalledOut, Some(time("2026-05-10 09:10")))
    );
    assert_eq!(along(&happened()[..7]).stage, Stage::OnSite);
}

#[test]
fn force_is_the_polices_alone_and_separation_needs_violence() {
    let scene = along(&happened()[..7]);
    let now = time("2026-05-10 09:30");
    let separate = measure(MeasureKind::Separate, now);
    refused(&scene, "2026-05-10", Role::DepartmentOfficer, &separate, "POLICE_ONLY");
    refused(&scene, "2026-05-10", Role::PoliceOfficer, &separate, "NOT_VIOLENT");
    assert!(
        tried(Some(&scene), "2026-05-10", Role::Mediator, &measure(MeasureKind::Persuade, now))
            .is_ok()
    );
    let violence = Command::JoinSignal { signal: signal(SignalKind::Violence, 40, 1, now) };
    let (violent, _) = after(Some(&scene), "2026-05-10", Role::PoliceOfficer, &violence);
    assert!(tried(Some(&violent), "2026-05-10", Role::PoliceOfficer, &separate).is_ok());
}

#[test]
fn the_response_ends_with_its_lanes_closed_its_report_made_and_a_dispute_that_carries_the_claim() {
    let line = happened();
    let end = line.len() - 2;
    let now = time("2026-05-10 09:56");
    refused(
        &along(&line[..10]),
        "2026-05-10",
        Role::CentreDirector,
        &stand_down(now),
        "LANES_OPEN",
    );
    let mut closed = along(&line[..end]);
    closed.disputes.clear();
    refused(&closed, "2026-05-10", Role::CentreDirector, &stand_down(now), "NO_DISPUTE");
    let down = along(&line[..=end]);
    assert_eq!(down.stage, Stage::StoodDown);
    // Ten working days from Sunday 10 May.
    let last =
        Law::shipped().due(&Query::new("policy.incident_review", day("2026-05-10"))).unwrap();
    assert_eq!(last.due.day(), day("2026-05-22"));
    let at = time("2026-05-20 09:00");
    refused(&down, "2026-05-20", Role::CentreDirector, &review(false, true, at), "TRACE_MISSING");
    refused(
        &down,
        "2026-05-20",
        Role::CentreDirector,
        &review(true, false, at),
        "DATA_NOT_SETTLED",
    );
}

/// T-R-09 has the Act of 2007 before 1 November 2024 and the Act of 2024 from that day.
#[test]
fn each_report_up_is_owed_under_the_act_in_force_on_its_day() {
    let source = |on: &str| {
        let query = Query::new("T-R-09", Start::Moment(time(&format!("{on} 09:00"))));
        Law::shipped().due(&query).unwrap().version
    };
    assert_eq!(source("2024-10-31"), 1);
    assert_eq!(source("2024-11-01"), 2);
}

fn seen() -> &'static Seen<MassIncident> {
    static SEEN: OnceLock<Seen<MassIncident>> = OnceLock::new();
    let done = happened();
    let claimless: Vec<Move<MassIncident>> =
        done[..10].iter().chain(&done[11..14]).cloned().collect();
    let lines = [lines(), vec![claimless]].concat();
    SEEN.get_or_init(|| kit::walk::<MassIncident>(&moves(), &lines, 40))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let names = names_in(&[include_str!("rows.rs")]);
    assert!(names.len() > 25);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<MassIncident>();
}

#[test]
fn every_clock_runs_under_a_rule_of_the_table() {
    for fact in &seen().facts {
        for effect in MassIncident::clocks(fact) {
            let query = match effect {
                ClockEffect::StartAt { rule, from, .. } => {
                    Query::new(rule.as_str(), Start::Moment(from))
                }
                ClockEffect::Start { rule, from, .. } => Query::new(rule.as_str(), from),
                ClockEffect::Extend { .. }
                | ClockEffect::Stop { .. }
                | ClockEffect::Resume { .. }
                | ClockEffect::Met { .. }
                | ClockEffect::Cancel { .. } => continue,
            };
            assert!(Law::shipped().due(&query).is_ok(), "{query:?}");
        }
    }
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
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..60)) {
        let moves = moves();
        let mut state: Option<State> = None;
        let mut clocks = BTreeSet::new();
        for pick in picks {
            let (today, role, command) = &moves[pick % moves.len()];
            let Ok(facts) = kit::decide::<MassIncident>(state.as_ref(), command, *today, *role) else { continue };
            facts.iter().for_each(|fact| run_clocks::<MassIncident>(&mut clocks, fact));
            let next = kit::fold::<MassIncident>(state.clone(), &facts).unwrap();
            prop_assert_eq!(MassIncident::outline(&next).open, !clocks.is_empty());
            prop_assert_eq!(next.owed_since.is_some(), clocks.contains("report_up"));
            prop_assert!(next.people >= state.map_or(0, |before| before.people), "nobody is counted away");
            let ended = matches!(next.stage, Stage::StoodDown | Stage::Reviewed);
            prop_assert!(!ended || !next.disputes.is_empty());
            state = Some(next);
        }
    }
}
