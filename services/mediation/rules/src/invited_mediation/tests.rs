//! The law of invited mediation, as tables.

use jiefen_procedure::Procedure;
use jiefen_procedure::kit::day;
use jiefen_vocab::{Outcome, Role};
use proptest::prelude::*;

use super::samples::{BEGUN, agree, asked, lines, moves, name, open};
use super::{Command, Complaint, Fact, InvitedMediation, Misconduct, Naming, Stage};
use crate::agreement::Window;
use crate::neutral::samples::{drafts, person, sitting};
use crate::neutral::testing::{Case, random, whole};
use crate::neutral::{Act, Candidate, Event, Interest, Later, ROWS};

fn begun() -> Case<InvitedMediation> {
    let on = day(BEGUN);
    let mut case = Case::new(Role::MediationHead);
    case.give(BEGUN, open(asked(on), Complaint::None, on));
    case.give(BEGUN, name(person("m-1"), on));
    case
}

fn hold(on: &str) -> Command {
    Command::Course(Act::Hold { session: sitting(day(on), &[1, 2]) })
}

#[test]
fn a_complaint_goes_to_the_court_and_the_day_of_handing_in_decides_how() {
    let case = Case::<InvitedMediation>::new(Role::MediationHead);
    let on = day(BEGUN);
    let with = |complaint| open(asked(on), complaint, on);
    let handed = |text| Complaint::HandedIn { on: day(text) };
    case.refused(BEGUN, with(handed("2024-12-31")), "DELEGATE_INSTEAD");
    case.refused(BEGUN, with(handed("2025-01-01")), "FILE_FIRST");
    case.refused(BEGUN, with(Complaint::Filed), "ENTRUST_INSTEAD");
    assert!(case.tried(BEGUN, with(Complaint::None)).is_ok());
}

#[test]
fn the_parties_choose_from_the_roster_for_three_working_days_then_the_body_names() {
    let mut case = Case::<InvitedMediation>::new(Role::MediationHead);
    let on = day(BEGUN);
    case.give(BEGUN, open(asked(on), Complaint::None, on));
    let body = |on: &str, asked| Command::Name {
        mediator: person("m-2"),
        by: Naming::Body { asked },
        on: day(on),
    };
    case.refused("2026-03-05", body("2026-03-05", false), "CHOICE_RUNS");
    assert!(case.tried("2026-03-05", body("2026-03-05", true)).is_ok());
    case.give("2026-03-06", body("2026-03-06", false));
    // Not accepting the one who was named counts as not consenting; after the first session it is
    // too late for that.
    let refuse = Command::RefuseNamed { party: 2, on: day("2026-03-09") };
    let mut other = case.fork();
    other.give("2026-03-09", refuse.clone());
    assert_eq!(other.state().outcome(), Some(Outcome::Withdrawn));
    case.give("2026-03-09", hold("2026-03-09"));
    case.refused("2026-03-09", refuse, "MEDIATOR_ACCEPTED");
}

#[test]
fn only_trained_people_of_the_roster_mediate_and_a_replacement_too() {
    let mut case = begun();
    let on = day(BEGUN);
    let replace = |mediator| Command::Course(Act::Replace { mediator, on: day("2026-03-03") });
    let unlisted = Candidate { on_roster: false, ..person("m-2") };
    case.refused("2026-03-03", replace(unlisted), "NOT_ON_ROSTER");
    let untrained = Candidate { trained: false, ..person("m-2") };
    case.refused("2026-03-03", replace(untrained), "NOT_TRAINED");
    case.give("2026-03-03", replace(person("m-2")));
    // Both were mediators: both are barred (T-C-13); an arbitrator is not on this list.
    for person in ["m-1", "m-2"] {
        assert!(!case.state().may_later(person, Later::Witness));
        assert!(case.state().may_later(person, Later::Arbitrator));
    }
    assert!(case.state().may_later("m-3", Later::Witness));
    assert_eq!(case.state().course.begun_on, on);
}

#[test]
fn an_interest_stops_sessions_until_everybody_waives_it_or_another_takes_over() {
    let mut case = begun();
    let on = day("2026-03-03");
    case.give("2026-03-03", Command::Course(Act::Disclose { interest: Interest::Other, on }));
    case.refused("2026-03-03", hold("2026-03-03"), "INTEREST_OPEN");
    case.refused("2026-03-03", agree(drafts(on).remove(0), on), "INTEREST_OPEN");
    let mut other = case.fork();
    case.give("2026-03-03", Command::Course(Act::Waive { party: 1, on }));
    case.refused("2026-03-03", hold("2026-03-03"), "INTEREST_OPEN");
    case.give("2026-03-03", Command::Course(Act::Waive { party: 2, on }));
    case.give("2026-03-03", hold("2026-03-03"));
    let decide = |granted| Command::Course(Act::DecideChallenge { granted, on });
    other.refused("2026-03-03", decide(true), "NO_CHALLENGE");
    let interest = Interest::Relative;
    other.give("2026-03-03", Command::Course(Act::Challenge { party: 1, interest, on }));
    other.give("2026-03-03", decide(true));
    other.refused("2026-03-03", hold("2026-03-03"), "MEDIATOR_WANTED");
    let back = Command::Course(Act::Replace { mediator: person("m-1"), on });
    other.refused("2026-03-03", back, "MEDIATOR_REMOVED");
    assert_eq!(InvitedMediation::roles("decide_challenge"), [Role::MediationHead]);
}

#[test]
fn a_mediator_who_takes_money_leaves_and_the_court_is_told() {
    let mut case = begun();
    let on = day("2026-03-03");
    let facts =
        case.give("2026-03-03", Command::ReportMisconduct { what: Misconduct::TookMoney, on });
    assert!(facts.contains(&Fact::Course { event: Event::MediatorRemoved { on } }));
    case.refused("2026-03-03", hold("2026-03-03"), "MEDIATOR_WANTED");
    assert_eq!(case.at(), "mediating");
}

#[test]
fn the_agreement_is_confirmed_by_the_inviting_court_within_thirty_days() {
    let mut case = begun();
    let on = day("2026-03-03");
    case.give("2026-03-03", agree(drafts(on).remove(0), on));
    let told = case.notices().pop().unwrap();
    assert!(told.zh.contains("640122.court") && told.rule.as_deref() == Some("T-B-06"));
    let apply = |on: &str| Command::NoteApplication { window: Window::Confirmation, on: day(on) };
    let close = Command::CloseWindow { window: Window::Confirmation };
    case.refused("2026-04-02", close.clone(), "WINDOW_RUNS");
    assert!(case.tried("2026-04-02", apply("2026-04-02")).is_ok());
    case.refused("2026-04-03", apply("2026-04-03"), "WINDOW_PAST");
    case.give("2026-04-03", close);
    assert_eq!(case.at(), "settled");
    assert!(!case.state().papers().unwrap().confirmable);
}

#[test]
fn an_agreement_on_status_is_a_contract_without_a_window() {
    let mut case = begun();
    let on = day("2026-03-03");
    case.give("2026-03-03", agree(drafts(on).remove(1), on));
    assert_eq!(case.at(), "settled");
}

#[test]
fn the_term_is_twenty_days_without_appraisal_and_longer_only_by_all() {
    let mut case = begun();
    case.refused("2026-03-23", Command::Lapse, "TERM_RUNS");
    assert!(case.tried("2026-03-24", Command::Lapse).is_ok());
    let begin = Command::Course(Act::BeginAppraisal { on: day("2026-03-10") });
    case.give("2026-03-10", begin);
    case.refused("2026-06-01", Command::Lapse, "APPRAISAL_RUNS");
    case.give("2026-03-19", Command::Course(Act::EndAppraisal { on: day("2026-03-19") }));
    // Ten days stood still: 1 April.
    case.refused("2026-04-01", Command::Lapse, "TERM_RUNS");
    case.give("2026-04-02", Command::Lapse);
    let told = case.notices().pop().unwrap();
    assert!(told.zh.contains("诉讼") && !told.zh.contains("愿付"));
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let rows = [include_str!("rows.rs"), ROWS];
    let seen = whole::<InvitedMediation>(&moves(), &lines(), 20, &rows, &[]);
    assert!(seen.refusals.contains("VIOLENCE_SAFETY_FIRST"));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..40)) {
        random::<InvitedMediation>(&moves(), &picks, |before, facts, next| {
            let held = facts.iter().any(|fact| {
                matches!(fact, Fact::Course { event: Event::SessionHeld { .. } } | Fact::Agreed { .. })
            });
            let ready = before.is_some_and(|state| {
                state.course.without_consent().is_none() && state.course.doubt.is_none()
            });
            assert!(!held || ready, "a session without consent or with a doubt");
            assert!(next.stage != Stage::Mediating || next.course.term.is_some());
        });
    }
}
