//! The law of online mediation, as tables.

use jiefen_procedure::kit::day;
use jiefen_procedure::{ClockEffect, Procedure};
use jiefen_vocab::{Outcome, Role};
use proptest::prelude::*;

use super::samples::{BEGUN, asked, hold, lines, moves, named, open, put, signatures};
use super::{Command, Fact, Footing, OnlineMediation, Record, Settlement, Signer, Stage};
use crate::agreement::Window;
use crate::neutral::samples::{drafts, person};
use crate::neutral::testing::{Case, random, whole};
use crate::neutral::{Act, Candidate, Event, Interest, Later, ROWS};
use crate::session::Mode;

fn opened(consenting: &[u32], footing: Footing) -> Case<OnlineMediation> {
    let mut case = Case::new(Role::MediationHead);
    case.give(BEGUN, open(asked(consenting, day(BEGUN)), footing, day(BEGUN)));
    case
}

fn mediating(footing: Footing) -> Case<OnlineMediation> {
    let on = day(BEGUN);
    let mut case = opened(&[1, 2], footing);
    case.give(BEGUN, named(person("m-1"), on));
    case.give(BEGUN, Command::Accept { on });
    case
}

fn verified(footing: Footing) -> Case<OnlineMediation> {
    let mut case = mediating(footing);
    for party in [1, 2] {
        case.give(BEGUN, Command::Verify { party, on: day(BEGUN) });
    }
    case
}

#[test]
fn the_parties_choose_within_two_working_days_then_the_court_names() {
    let mut case = opened(&[1, 2], Footing::Applied);
    let choose =
        |on: &str| Command::Choose { mediator: person("m-1"), agreed: vec![1, 2], on: day(on) };
    let court =
        |on: &str| Command::CourtNames { mediator: person("m-1"), asked: false, on: day(on) };
    // Monday 2 March: until Wednesday 4 March.
    assert!(case.tried("2026-03-04", choose("2026-03-04")).is_ok());
    case.refused("2026-03-04", court("2026-03-04"), "CHOICE_RUNS");
    case.refused("2026-03-04", Command::Lapse, "CHOICE_RUNS");
    case.refused("2026-03-05", choose("2026-03-05"), "CHOICE_LOST");
    case.give("2026-03-05", Command::Lapse);
    case.refused("2026-03-05", Command::Lapse, "CHOICE_LOST");
    assert_eq!(OnlineMediation::expired(case.state(), "name"), None);
    case.give("2026-03-05", court("2026-03-05"));
    assert_eq!(case.at(), "offered");
}

#[test]
fn the_mediator_accepts_in_three_working_days_and_silence_means_another() {
    let mut case = opened(&[1, 2], Footing::Applied);
    case.give(BEGUN, named(person("m-1"), day(BEGUN)));
    let accept = |on: &str| Command::Accept { on: day(on) };
    let facts = case.tried("2026-03-05", accept("2026-03-05")).unwrap();
    let clocks: Vec<_> = facts.iter().flat_map(OnlineMediation::clocks).collect();
    let term = ClockEffect::Start {
        key: "mediate".into(),
        rule: "T-C-09".into(),
        from: day("2026-03-05"),
    };
    assert!(clocks.contains(&term));
    case.refused("2026-03-05", Command::Lapse, "ACCEPT_RUNS");
    case.refused("2026-03-06", accept("2026-03-06"), "ACCEPT_LATE");
    case.give("2026-03-06", Command::Lapse);
    assert_eq!(case.at(), "choosing");
    case.give("2026-03-06", named(person("m-2"), day("2026-03-06")));
    case.give("2026-03-06", Command::DeclineTask { on: day("2026-03-06") });
    assert_eq!(case.at(), "choosing");
}

#[test]
fn the_other_side_is_asked_for_three_working_days_and_silence_ends_it() {
    let on = day(BEGUN);
    let mut case = opened(&[1], Footing::Applied);
    let choose = Command::Choose { mediator: person("m-1"), agreed: vec![1, 2], on };
    case.refused(BEGUN, choose, "ONE_SIDED");
    let court = Command::CourtNames { mediator: person("m-1"), asked: false, on };
    case.give(BEGUN, court);
    case.give(BEGUN, Command::Accept { on });
    case.refused(BEGUN, hold(Mode::Video, &[1], on), "ASKING");
    case.refused("2026-03-05", Command::LapseAsking, "ASK_RUNS");
    let mut silent = case.fork();
    silent.give("2026-03-06", Command::LapseAsking);
    assert_eq!(silent.at(), "unreachable");
    assert!(silent.notices().pop().unwrap().zh.contains("在线立案"));
    let yes = Command::GiveConsent { party: 2, how: "online".into(), on: day("2026-03-05") };
    case.give("2026-03-05", yes);
    assert_eq!(case.at(), "mediating");
    assert_eq!(case.state().course.without_consent(), None);
}

#[test]
fn the_length_is_thirty_days_before_filing_and_fifteen_or_seven_after() {
    for (footing, last, over) in [
        (Footing::Applied, "2026-04-01", "2026-04-02"),
        (Footing::EntrustedOrdinary, "2026-03-17", "2026-03-18"),
        (Footing::EntrustedSummary, "2026-03-09", "2026-03-10"),
    ] {
        let case = mediating(footing);
        case.refused(last, Command::Lapse, "TERM_RUNS");
        let facts = case.tried(over, Command::Lapse).unwrap();
        let told = OnlineMediation::notices(&facts[0]).pop().unwrap().zh;
        assert_eq!(told.contains("恢复审理"), footing.is_filed(), "{told}");
        let appraisal = Command::Course(Act::BeginAppraisal { on: day("2026-03-03") });
        let tried = case.tried("2026-03-03", appraisal.clone());
        assert_eq!(tried.is_ok(), !footing.is_filed());
        if footing.is_filed() {
            case.refused("2026-03-03", appraisal, "NO_STANDSTILL");
        }
    }
    let mut longer = mediating(Footing::EntrustedSummary);
    let extend = Act::Extend { days: 100, agreed: vec![1, 2], on: day("2026-03-09") };
    longer.give("2026-03-09", Command::Course(extend));
    longer.refused("2026-06-17", Command::Lapse, "TERM_RUNS");
}

#[test]
fn a_court_delegates_online_until_2024_only_and_a_party_may_still_apply() {
    let case = Case::<OnlineMediation>::new(Role::MediationHead);
    let of = |footing, on: &str| open(asked(&[1, 2], day(on)), footing, day(on));
    assert!(case.tried(BEGUN, of(Footing::Delegated, "2024-12-31")).is_ok());
    case.refused(BEGUN, of(Footing::Delegated, "2025-01-01"), "DELEGATION_CLOSED");
    assert!(case.tried(BEGUN, of(Footing::Applied, "2025-01-01")).is_ok());
    // The rules are in force from 2022-01-01.
    assert!(case.tried(BEGUN, of(Footing::Applied, "2022-01-01")).is_ok());
    case.refused(BEGUN, of(Footing::Applied, "2021-12-31"), "NO_SUCH_LIMIT");
}

#[test]
fn nobody_is_heard_unidentified_and_on_site_only_when_all_agree() {
    let on = day(BEGUN);
    let mut case = mediating(Footing::Applied);
    case.refused(BEGUN, hold(Mode::Video, &[1, 2], on), "NOT_VERIFIED");
    case.give(BEGUN, Command::Verify { party: 1, on });
    case.refused(BEGUN, hold(Mode::Video, &[1, 2], on), "NOT_VERIFIED");
    case.give(BEGUN, Command::Verify { party: 2, on });
    case.refused(BEGUN, hold(Mode::Together, &[1, 2], on), "ON_SITE_NOT_AGREED");
    case.refused(BEGUN, Command::GoOnSite { agreed: vec![1], on }, "NOT_AGREED");
    case.give(BEGUN, Command::GoOnSite { agreed: vec![1, 2], on });
    case.give(BEGUN, hold(Mode::Together, &[1, 2], on));
    let keep =
        |record, agreed: &[u32]| Command::KeepRecord { no: 1, record, agreed: agreed.to_vec(), on };
    case.refused(BEGUN, keep(Record::Recording, &[1]), "RECORDING_NOT_AGREED");
    case.give(BEGUN, keep(Record::Transcript, &[]));
    assert!(case.tried(BEGUN, keep(Record::Recording, &[1, 2])).is_ok());
}

#[test]
fn the_agreement_takes_effect_with_the_last_partys_signature() {
    let mut case = verified(Footing::Applied);
    let put_on = day("2026-03-03");
    case.refused("2026-03-03", Command::RefuseSign { party: 1, on: put_on }, "NO_TEXT");
    case.give("2026-03-03", put(drafts(put_on).remove(0), None, put_on));
    let sign = |signer, on: &str| Command::Sign { signer, on: day(on) };
    case.give("2026-03-03", sign(Signer::Party { no: 1 }, "2026-03-03"));
    case.give("2026-03-04", sign(Signer::Party { no: 2 }, "2026-03-04"));
    case.refused("2026-03-04", sign(Signer::Party { no: 2 }, "2026-03-04"), "ALREADY_SIGNED");
    case.give("2026-03-05", sign(Signer::Mediator, "2026-03-05"));
    assert_eq!(case.at(), "signing", "the seal is missing");
    case.give("2026-03-06", sign(Signer::Seal, "2026-03-06"));
    let Stage::Agreed { bargain } = &case.state().stage else { panic!("not agreed") };
    assert_eq!(bargain.on, day("2026-03-04"));
    let apply = |on: &str| Command::NoteApplication { window: Window::Confirmation, on: day(on) };
    case.refused("2026-04-04", apply("2026-04-04"), "WINDOW_PAST");
    case.give("2026-04-03", apply("2026-04-03"));
    assert_eq!(case.state().outcome(), Some(Outcome::Agreed));
}

#[test]
fn after_filing_the_agreement_asks_something_of_the_court_and_before_filing_it_may_not() {
    let on = day(BEGUN);
    let text = || drafts(on).remove(0);
    let mut filed = verified(Footing::EntrustedOrdinary);
    filed.refused(BEGUN, put(text(), None, on), "BACK_TO_COURT");
    filed.give(BEGUN, put(text(), Some(Settlement::Statement), on));
    for command in signatures(on) {
        filed.give(BEGUN, command);
    }
    assert_eq!(filed.at(), "to_court");
    let free = verified(Footing::Applied);
    free.refused(BEGUN, put(text(), Some(Settlement::Withdrawal), on), "CONTRACT_ONLY");
}

#[test]
fn refusing_to_sign_ends_it_and_refusing_the_replacement_counts_as_refusing_mediation() {
    let on = day(BEGUN);
    let mut case = verified(Footing::Applied);
    let mut other = case.fork();
    case.give(BEGUN, put(drafts(on).remove(0), None, on));
    case.give(BEGUN, Command::RefuseSign { party: 2, on });
    assert_eq!(case.at(), "failed");
    let refuse = Command::RefuseReplacement { party: 2, on };
    other.refused(BEGUN, refuse.clone(), "NOT_REPLACED");
    other.give(BEGUN, Command::Course(Act::Replace { mediator: person("m-2"), on }));
    other.give(BEGUN, refuse);
    assert_eq!(other.state().outcome(), Some(Outcome::Withdrawn));
    assert!(!other.state().may_later("m-1", Later::Agent));
}

#[test]
fn what_the_mediator_disclosed_before_accepting_stays_open_until_all_agree() {
    let on = day(BEGUN);
    let mut case = opened(&[1, 2], Footing::Applied);
    let tied = Candidate { interest: Some(Interest::Relative), ..person("m-1") };
    case.give(BEGUN, named(tied, on));
    case.give(BEGUN, Command::Accept { on });
    case.give(BEGUN, Command::Verify { party: 1, on });
    case.refused(BEGUN, hold(Mode::Video, &[1], on), "INTEREST_OPEN");
    for party in [1, 2] {
        case.give(BEGUN, Command::Course(Act::Waive { party, on }));
    }
    case.give(BEGUN, hold(Mode::Video, &[1], on));
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let rows = [include_str!("rows.rs"), ROWS];
    let seen = whole::<OnlineMediation>(&moves(), &lines(), 20, &rows, &[]);
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
        random::<OnlineMediation>(&moves(), &picks, |before, facts, next| {
            for fact in facts {
                if let Fact::Course { event: Event::SessionHeld { session } } = fact {
                    let state = before.unwrap();
                    assert!(state.course.without_consent().is_none());
                    assert!(session.present.iter().all(|no| state.verified.contains(no)));
                }
            }
            let runs = matches!(next.stage, Stage::Asking | Stage::Mediating | Stage::Signing { .. });
            assert!(!runs || next.course.term.is_some());
        });
    }
}
