//! The law of delegated mediation, as tables and as the plan's scenario.

use jiefen_procedure::kit::day;
use jiefen_procedure::{ClockEffect, Procedure};
use jiefen_terms::{Law, Query};
use jiefen_vocab::{Outcome, Private, Role};
use proptest::prelude::*;

use super::samples::{BEGUN, agree, asked, filed, lines, moves, open, sign};
use super::{Command, DelegatedMediation, Fact, Stage, Why};
use crate::agreement::Window;
use crate::neutral::samples::{drafts, person, sitting};
use crate::neutral::testing::{Case, random, whole};
use crate::neutral::{Act, Event, Later, ROWS};

/// Everything is recorded in 2026: what counts is the day on which it happened.
const IMPORTED: &str = "2026-03-02";

fn sent(on: &str) -> Case<DelegatedMediation> {
    let mut case = Case::new(Role::MediationHead);
    case.give(IMPORTED, open(asked(day(on)), day(on)));
    case
}

fn signed(on: &str) -> Case<DelegatedMediation> {
    let mut case = sent(on);
    case.give(IMPORTED, sign(person("m-1"), day(on)));
    case
}

fn fails(on: &str) -> Command {
    Command::EndFailed { on: day(on), undisputed: None, facts_agreed: Vec::new() }
}

#[test]
fn a_delegation_of_2024_is_taken_and_one_of_2025_is_refused() {
    let case = Case::<DelegatedMediation>::new(Role::MediationHead);
    let of = |on: &str| open(asked(day(on)), day(on));
    assert!(case.tried(IMPORTED, of("2024-12-31")).is_ok());
    case.refused(IMPORTED, of("2025-01-01"), "FILE_FIRST");
    // Sent in time, but the mediation had not begun when the law changed.
    let mut late = sent("2024-12-31");
    late.refused(IMPORTED, sign(person("m-1"), day("2025-01-01")), "FILE_FIRST");
    assert!(late.tried(IMPORTED, sign(person("m-1"), day("2024-12-31"))).is_ok());
    // Three working days to sign: 6 January; then the file goes back and the court files.
    late.refused("2025-01-06", Command::Lapse, "SIGN_RUNS");
    late.give("2025-01-07", Command::Lapse);
    assert_eq!(late.state().outcome(), Some(Outcome::Refused));
    late.give("2025-01-08", filed(day("2025-01-08")));
    assert_eq!(late.at(), "filed");
}

/// S07, variant of 2024: complaint of 2024-11-04, delegated before filing, 30 days from the
/// mediator's signature by T-C-05, failed; the court must file. Imported in 2026.
#[test]
fn s07_a_complaint_of_november_2024_is_delegated_fails_and_must_be_filed() {
    let mut case = sent(BEGUN);
    let facts = case.give(IMPORTED, sign(person("m-1"), day("2024-11-06")));
    let clocks: Vec<_> = facts.iter().flat_map(DelegatedMediation::clocks).collect();
    let term = ClockEffect::Start {
        key: "mediate".into(),
        rule: "T-C-05".into(),
        from: day("2024-11-06"),
    };
    assert!(clocks.contains(&term));
    case.refused("2024-12-06", Command::Lapse, "TERM_RUNS");
    assert!(case.tried("2024-12-07", Command::Lapse).is_ok());
    case.refused(IMPORTED, filed(day("2024-12-06")), "NOT_RETURNED");
    let facts = case.give(IMPORTED, fails("2024-12-06"));
    assert_eq!(case.state().stage, Stage::Returned { why: Why::Failed, on: day("2024-12-06") });
    let must = DelegatedMediation::clocks(&facts[0]).pop().unwrap();
    let file =
        ClockEffect::Start { key: "file".into(), rule: "T-E-02".into(), from: day("2024-12-06") };
    assert_eq!(must, file);
    let due = Law::shipped().due(&Query::new("T-E-02", day("2024-12-06"))).unwrap();
    assert_eq!(due.due.day(), day("2024-12-13"));
    // Silence of the court ends nothing: its duty to file stays.
    assert_eq!(DelegatedMediation::expired(case.state(), "file"), None);
    assert!(case.notices().pop().unwrap().zh.contains("应当依法登记立案"));
    case.refused(IMPORTED, Command::Lapse, "COURT_MUST_FILE");
    case.give(IMPORTED, filed(day("2024-12-10")));
    assert_eq!(case.at(), "filed");
    assert_eq!(case.state().outcome(), Some(Outcome::Failed));
}

#[test]
fn one_that_runs_across_the_change_keeps_its_rule_and_its_uncapped_extension() {
    let mut case = signed("2024-12-20");
    // 30 days: Sunday 19 January 2025, so Monday.
    case.refused("2025-01-20", Command::Lapse, "TERM_RUNS");
    assert!(case.tried("2025-01-21", Command::Lapse).is_ok());
    let extend =
        |days| Command::Course(Act::Extend { days, agreed: vec![1, 2], on: day("2025-01-10") });
    case.give("2025-01-10", extend(60));
    case.refused("2025-03-20", Command::Lapse, "TERM_RUNS");
    case.give("2025-03-21", Command::Lapse);
    assert_eq!(case.state().stage, Stage::Returned { why: Why::TermOver, on: day("2025-03-21") });
}

#[test]
fn an_agreement_is_a_contract_that_the_delegating_court_confirms_in_thirty_days() {
    let mut case = signed("2024-11-06");
    let on = day("2024-11-20");
    case.give(IMPORTED, agree(drafts(on).remove(0), on));
    assert!(case.notices().pop().unwrap().zh.contains("640122.court"));
    let apply = |on: &str| Command::NoteApplication { window: Window::Confirmation, on: day(on) };
    case.refused(IMPORTED, apply("2024-12-21"), "WINDOW_PAST");
    case.give(IMPORTED, apply("2024-12-20"));
    assert_eq!(case.at(), "settled");
    assert!(case.state().papers().unwrap().confirmable);
}

#[test]
fn only_undisputed_facts_go_back_and_only_by_everybodys_consent() {
    let mut case = signed("2024-11-06");
    let hold = Act::Hold { session: sitting(day("2024-11-07"), &[1, 2]) };
    case.give(IMPORTED, Command::Course(hold));
    let fail = |agreed: &[u32]| Command::EndFailed {
        on: day("2024-11-08"),
        undisputed: Some(Private::new("合同于2023年签订".into())),
        facts_agreed: agreed.to_vec(),
    };
    case.refused(IMPORTED, fail(&[1]), "FACTS_NOT_AGREED");
    let facts = case.give(IMPORTED, fail(&[1, 2]));
    let back = serde_json::to_string(&facts).unwrap();
    assert!(back.contains("合同于2023年签订") && !back.contains("乙愿付一半"));
    assert!(!case.state().may_later("m-1", Later::Assessor));
}

#[test]
fn a_claimant_who_no_longer_insists_is_told_what_stays_open() {
    let mut case = signed("2024-11-06");
    case.give(IMPORTED, fails("2024-11-20"));
    case.refused(IMPORTED, Command::NoteNotPursued { on: day("2024-11-19") }, "DATE_TOO_EARLY");
    case.give(IMPORTED, Command::NoteNotPursued { on: day("2024-11-22") });
    assert_eq!(case.state().outcome(), Some(Outcome::Withdrawn));
    assert_eq!(case.notices().pop().unwrap().rule.as_deref(), Some("T-A-06"));
}

#[test]
fn the_file_of_an_older_year_is_signed_for_within_the_county_limit() {
    let mut case = sent("2021-06-07");
    let begun = DelegatedMediation::clocks(&case.facts[0]).pop().unwrap();
    assert!(matches!(begun, ClockEffect::Start { rule, .. } if rule == "policy.handoff_reply"));
    case.give(IMPORTED, sign(person("m-1"), day("2021-06-08")));
    assert_eq!(case.at(), "mediating");
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let rows = [include_str!("rows.rs"), ROWS];
    let but = ["NOT_MEDIATING"];
    let seen = whole::<DelegatedMediation>(&moves(), &lines(), 20, &rows, &but);
    assert!(seen.refusals.contains("ROUTE_BARRED"));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..40)) {
        random::<DelegatedMediation>(&moves(), &picks, |before, facts, next| {
            let held = facts.iter().any(|fact| {
                matches!(fact, Fact::Course { event: Event::SessionHeld { .. } } | Fact::Agreed { .. })
            });
            let ready = before.is_some_and(|state| {
                state.course.without_consent().is_none() && state.course.doubt.is_none()
            });
            assert!(!held || ready, "a session without consent or with a doubt");
            let begun = next.course.term.as_ref().map(|term| term.from);
            assert!(begun.is_none_or(|on| on < crate::entrusted_mediation::FILE_FIRST_FROM));
        });
    }
}
