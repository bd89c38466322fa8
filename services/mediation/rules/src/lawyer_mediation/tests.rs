//! The law of lawyer mediation, as tables.

use jiefen_procedure::kit::day;
use jiefen_vocab::{Outcome, Role};
use proptest::prelude::*;

use super::samples::{
    BEGUN, agree, asked, consents, fee, handed, lines, moves, mutual, open, take,
};
use super::{Command, Ending, Fact, Host, LawyerMediation, Stage, Way};
use crate::agreement::Window;
use crate::neutral::samples::{draft, drafts, owed, person, sitting};
use crate::neutral::testing::{Case, random, whole};
use crate::neutral::{Act, Candidate, Event, Interest, Later, ROWS, TEXT_ROWS, Wording};

fn begun(host: Host) -> Case<LawyerMediation> {
    let on = day(BEGUN);
    let mut case = Case::new(Role::MediationHead);
    case.give(BEGUN, open(asked(on), host, on));
    case.give(BEGUN, take(person("m-1"), on));
    case
}

#[test]
fn who_acted_for_a_party_is_never_neutral_and_other_interests_need_everybodys_waiver() {
    let on = day(BEGUN);
    let mut case = Case::<LawyerMediation>::new(Role::MediationHead);
    case.give(BEGUN, open(asked(on), Host::Court, on));
    let tied = |interest| Candidate { interest: Some(interest), ..person("m-1") };
    case.refused(BEGUN, take(tied(Interest::Agent), on), "ACTS_FOR_PARTY");
    let unchecked = Candidate { checked: false, ..person("m-1") };
    case.refused(BEGUN, take(unchecked, on), "CONFLICT_UNCHECKED");
    case.give(BEGUN, take(tied(Interest::Other), on));
    let hold = Command::Course(Act::Hold { session: sitting(on, &[1, 2]) });
    case.refused(BEGUN, hold.clone(), "INTEREST_OPEN");
    case.give(BEGUN, Command::Course(Act::Waive { party: 1, on }));
    case.give(BEGUN, Command::Course(Act::Waive { party: 2, on }));
    case.give(BEGUN, hold);
    let replaced = Command::Course(Act::Replace { mediator: tied(Interest::Agent), on });
    case.refused(BEGUN, replaced, "ACTS_FOR_PARTY");
}

#[test]
fn afterwards_the_lawyer_takes_no_part_at_all_not_even_in_arbitration() {
    let case = begun(Host::Court);
    for part in super::BARRED {
        assert!(!case.state().may_later("m-1", *part), "{part:?}");
    }
    assert!(super::BARRED.contains(&Later::ArbitrationAgent));
    assert!(super::BARRED.contains(&Later::Arbitrator));
    assert!(case.state().may_later("m-9", Later::Agent));
}

#[test]
fn only_a_law_firms_studio_charges_and_the_fee_is_shared() {
    let on = day(BEGUN);
    for host in [Host::Court, Host::LegalService, Host::BarAssociation] {
        let case = begun(host);
        case.refused(BEGUN, fee(&[(1, 300), (2, 300)], false, on), "NO_FEE");
        assert!(case.notices()[0].zh.contains("不收费"));
    }
    let mut case = begun(Host::LawFirm);
    case.refused(BEGUN, fee(&[(1, 600)], false, on), "FEE_ONE_SIDED");
    case.refused(BEGUN, fee(&[(1, 600), (1, 600)], false, on), "FEE_EMPTY");
    case.refused(BEGUN, fee(&[(1, 600), (2, 0)], false, on), "FEE_EMPTY");
    assert!(case.tried(BEGUN, fee(&[(2, 600)], true, on)).is_ok());
    case.give(BEGUN, fee(&[(1, 300), (2, 300)], false, on));
    case.refused(BEGUN, fee(&[(1, 300), (2, 300)], false, on), "FEE_SET");
}

#[test]
fn the_term_is_twenty_days_and_ten_more_by_all_and_an_appraisal_does_not_stop_it() {
    let mut case = begun(Host::Court);
    case.refused("2026-03-23", Command::Lapse, "TERM_RUNS");
    assert!(case.tried("2026-03-24", Command::Lapse).is_ok());
    let appraisal = Command::Course(Act::BeginAppraisal { on: day("2026-03-05") });
    case.refused("2026-03-05", appraisal, "NO_STANDSTILL");
    let extend =
        |days| Command::Course(Act::Extend { days, agreed: vec![1, 2], on: day("2026-03-20") });
    case.refused("2026-03-20", extend(11), "NO_SUCH_LIMIT");
    case.give("2026-03-20", extend(10));
    case.refused("2026-04-01", Command::Lapse, "TERM_RUNS");
    case.give("2026-04-02", Command::Lapse);
    assert_eq!(case.state().outcome(), Some(Outcome::Failed));
    assert!(case.notices().pop().unwrap().zh.contains("不得代理任何一方"));
}

#[test]
fn a_money_debt_that_is_due_goes_to_a_payment_order_and_nothing_else_does() {
    let mut case = begun(Host::Court);
    let on = day("2026-03-03");
    let mut other = case.fork();
    let due = day("2026-03-13");
    case.give("2026-03-03", agree(draft(vec![owed(1, due, 900)]), on));
    let order = |no, on: &str| Command::NoteOrder { no, on: day(on) };
    case.refused("2026-03-13", order(1, "2026-03-13"), "NOT_DUE");
    case.refused("2026-03-14", order(2, "2026-03-14"), "NOT_ORDERABLE");
    case.give("2026-03-14", order(1, "2026-03-14"));
    let Stage::Ended { ending: Ending::Agreement { way, .. }, .. } = &case.state().stage else {
        panic!("not settled")
    };
    assert_eq!(*way, Way::PaymentOrder);
    assert_eq!(case.notices().pop().unwrap().rule.as_deref(), Some("T-F-02"));
    other.give("2026-03-03", agree(mutual(due), on));
    other.refused("2026-03-14", order(1, "2026-03-14"), "NOT_ORDERABLE");
    let apply = |on: &str| Command::NoteApplication { window: Window::Confirmation, on: day(on) };
    assert!(other.tried("2026-04-02", apply("2026-04-02")).is_ok());
    other.refused("2026-04-03", apply("2026-04-03"), "WINDOW_PAST");
}

#[test]
fn status_and_administrative_acts_are_out_of_scope() {
    let on = day(BEGUN);
    let case = Case::<LawyerMediation>::new(Role::MediationHead);
    let mut brief = asked(on);
    brief.kind = jiefen_vocab::DisputeKind::Administrative;
    case.refused(BEGUN, open(brief, Host::Court, on), "LAWYER_MEDIATION_SCOPE");
    assert!(case.tried(BEGUN, open(asked(on), Host::Court, on)).is_ok());
}

#[test]
fn when_no_lawyer_takes_it_in_three_working_days_it_goes_back() {
    let on = day(BEGUN);
    let mut case = Case::<LawyerMediation>::new(Role::MediationHead);
    case.give(BEGUN, open(asked(on), Host::Court, on));
    case.refused("2026-03-05", Command::Lapse, "TERM_RUNS");
    case.give("2026-03-06", Command::Lapse);
    assert_eq!(case.state().outcome(), Some(Outcome::Refused));
}

/// Nobody is brought before a lawyer by a hand-over: each side says its own word first.
#[test]
fn a_handed_over_dispute_waits_for_both_sides_and_is_taken_when_it_is_known_who_pays() {
    let on = day(BEGUN);
    let mut case = Case::<LawyerMediation>::new(Role::System);
    case.give(BEGUN, handed(on));
    case.refused(BEGUN, take(person("m-1"), on), "CONSENT_MISSING");
    case.refused("2026-03-09", Command::Lapse, "TERM_RUNS");
    let mut silent = case.fork();
    silent.give("2026-03-10", Command::Lapse);
    assert_eq!(silent.state().outcome(), Some(Outcome::Withdrawn));
    case.give(BEGUN, consents(1, on));
    let mut refused = case.fork();
    refused.give(BEGUN, Command::RefuseConsent { party: 2, on });
    assert_eq!(refused.at(), "withdrawn");
    case.give(BEGUN, consents(2, on));
    case.refused(BEGUN, take(person("m-1"), on), "HOST_UNKNOWN");
    let host = Some(Host::LegalService);
    case.give(BEGUN, Command::Take { lawyer: person("m-1"), host, on });
    assert!(case.notices().iter().any(|notice| notice.zh.contains("不收费")));
    case.refused(BEGUN, fee(&[(1, 300), (2, 300)], false, on), "NO_FEE");
}

/// T-B-04: what is signed is the text that every party has confirmed.
#[test]
fn a_text_before_the_parties_is_signed_as_each_has_confirmed_it() {
    let on = day(BEGUN);
    let mut case = begun(Host::Court);
    let text = drafts(on).remove(0);
    case.give(BEGUN, Command::Text(Wording::Put { draft: text.clone(), on }));
    case.refused(BEGUN, agree(text.clone(), on), "NOT_CONFIRMED");
    for party in [1, 2] {
        let hash = text.hash.clone();
        case.give(BEGUN, Command::Text(Wording::Confirm { party, hash, on }));
    }
    case.give(BEGUN, agree(text, on));
    assert_eq!(case.at(), "agreed");
}

#[test]
fn a_labour_agreement_before_a_lawyer_has_no_window() {
    let on = day(BEGUN);
    let mut case = Case::<LawyerMediation>::new(Role::MediationHead);
    let mut brief = asked(on);
    brief.kind = jiefen_vocab::DisputeKind::Labour;
    case.give(BEGUN, open(brief, Host::Court, on));
    case.give(BEGUN, take(person("m-1"), on));
    case.give(BEGUN, agree(drafts(on).remove(0), on));
    assert_eq!(case.at(), "settled");
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let rows = [include_str!("rows.rs"), ROWS, TEXT_ROWS];
    let but = ["APPRAISAL_RUNS", "NO_APPRAISAL"];
    let seen = whole::<LawyerMediation>(&moves(), &lines(), 20, &rows, &but);
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
        random::<LawyerMediation>(&moves(), &picks, |before, facts, next| {
            let held = facts.iter().any(|fact| {
                matches!(fact, Fact::Course { event: Event::SessionHeld { .. } } | Fact::Agreed { .. })
            });
            let ready = before.is_some_and(|state| {
                state.course.without_consent().is_none() && state.course.doubt.is_none()
            });
            assert!(!held || ready, "a session without consent or with a doubt");
            assert!(next.fee.is_empty() || next.host == Some(Host::LawFirm));
        });
    }
}
