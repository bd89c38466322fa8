//! The law of industry mediation, as tables.

use std::collections::BTreeSet;

use jiefen_procedure::kit::day;
use jiefen_vocab::{Outcome, Role};
use proptest::prelude::*;

use super::samples::{BEGUN, accept, agree, asked, fee, lines, moves, open, plan};
use super::{Command, Fact, IndustryMediation, Kind, Stage};
use crate::agreement::Window;
use crate::neutral::samples::{drafts, person};
use crate::neutral::testing::{Case, random, whole};
use crate::neutral::{Act, Candidate, Event, Interest, Later, ROWS, TEXT_ROWS, Wording};

fn begun(kind: Kind) -> Case<IndustryMediation> {
    let on = day(BEGUN);
    let mut case = Case::new(Role::MediationHead);
    case.give(BEGUN, open(asked(kind, &[1, 2], on), kind, &[2], on));
    case.give(BEGUN, accept(person("m-1"), on));
    case
}

#[test]
fn silence_is_no_consent_and_a_neutral_is_found_in_three_working_days() {
    let (on, kind) = (day(BEGUN), Kind::Association);
    let mut case = Case::<IndustryMediation>::new(Role::MediationHead);
    case.give(BEGUN, open(asked(kind, &[1], on), kind, &[2], on));
    case.refused(BEGUN, accept(person("m-1"), on), "CONSENT_MISSING");
    case.refused("2026-03-09", Command::Lapse, "TERM_RUNS");
    let mut silent = case.fork();
    silent.give("2026-03-10", Command::Lapse);
    assert_eq!(silent.state().outcome(), Some(Outcome::Withdrawn));
    let yes = Command::GiveConsent { party: 2, how: "phone".into(), on: day("2026-03-09") };
    case.give("2026-03-09", yes);
    case.refused("2026-03-12", Command::Lapse, "TERM_RUNS");
    case.give("2026-03-13", Command::Lapse);
    assert_eq!(case.state().outcome(), Some(Outcome::Refused));
}

#[test]
fn the_members_own_body_mediates_a_strangers_case_only_under_a_neutral_from_outside() {
    let (on, kind) = (day(BEGUN), Kind::Association);
    let of = |members: &[u32]| {
        let mut case = Case::<IndustryMediation>::new(Role::MediationHead);
        case.give(BEGUN, open(asked(kind, &[1, 2], on), kind, members, on));
        case
    };
    let by = |outside, waived: &[u32]| Command::Accept {
        mediator: person("m-1"),
        outside,
        waived: waived.to_vec(),
        on,
    };
    of(&[2]).refused(BEGUN, by(false, &[]), "NOT_OUTSIDE");
    of(&[2]).refused(BEGUN, by(false, &[2]), "NOT_OUTSIDE");
    assert!(of(&[2]).tried(BEGUN, by(false, &[1])).is_ok());
    assert!(of(&[2]).tried(BEGUN, by(true, &[])).is_ok());
    assert!(of(&[1, 2]).tried(BEGUN, by(false, &[])).is_ok());
    assert!(of(&[]).tried(BEGUN, by(false, &[])).is_ok());
    let employed = Candidate { interest: Some(Interest::Employee), ..person("m-1") };
    of(&[2]).refused(BEGUN, accept(employed.clone(), on), "EMPLOYED");
    let replaced = Command::Course(Act::Replace { mediator: employed, on });
    begun(kind).refused(BEGUN, replaced, "EMPLOYED");
    assert!(of(&[2]).notices()[0].zh.contains("会员以外"));
}

#[test]
fn a_peoples_committee_mediates_elsewhere_and_free() {
    let on = day(BEGUN);
    let case = Case::<IndustryMediation>::new(Role::MediationHead);
    let brief = asked(Kind::Association, &[1, 2], on);
    case.refused(BEGUN, open(brief.clone(), Kind::PeoplesCommittee, &[], on), "COMMITTEE");
    case.refused(BEGUN, open(brief, Kind::Financial, &[], on), "WRONG_BODY");
}

#[test]
fn an_association_charges_by_tariff_and_a_financial_body_no_natural_person() {
    let on = day(BEGUN);
    let mut trade = begun(Kind::Association);
    trade.refused(BEGUN, fee(&[(1, 300)], false, on), "FEE_NOT_PUBLISHED");
    trade.give(BEGUN, fee(&[(1, 300), (2, 300)], true, on));
    trade.refused(BEGUN, fee(&[(1, 300)], true, on), "FEE_SET");
    let bank = begun(Kind::Financial);
    bank.refused(BEGUN, fee(&[(1, 300)], true, on), "NO_FEE_FOR_CONSUMER");
    assert!(bank.tried(BEGUN, fee(&[(2, 300)], true, on)).is_ok());
}

#[test]
fn an_expert_is_neutral_wanted_by_all_and_stops_no_clock() {
    let on = day(BEGUN);
    let mut case = begun(Kind::Association);
    let ask = |checked, agreed: &[u32]| Command::AskExpert {
        expert: Candidate { checked, ..person("x-1") },
        agreed: agreed.to_vec(),
        on,
    };
    case.refused(BEGUN, ask(false, &[1, 2]), "EXPERT_TIED");
    case.refused(BEGUN, ask(true, &[1]), "NOT_AGREED");
    case.refused(BEGUN, Command::ExpertAnswers { on }, "NO_EXPERT");
    case.give(BEGUN, ask(true, &[1, 2]));
    case.refused(BEGUN, ask(true, &[1, 2]), "EXPERT_PENDING");
    case.refused(BEGUN, Command::Course(Act::BeginAppraisal { on }), "NO_STANDSTILL");
    case.refused("2026-03-23", Command::Lapse, "TERM_RUNS");
    assert!(case.tried("2026-03-24", Command::Lapse).is_ok());
    let extend =
        |days| Command::Course(Act::Extend { days, agreed: vec![1, 2], on: day("2026-03-23") });
    case.refused("2026-03-23", extend(11), "NO_SUCH_LIMIT");
    assert!(case.tried("2026-03-23", extend(10)).is_ok());
    assert!(!case.state().may_later("m-1", Later::Appraiser));
}

/// 法发〔2016〕14号 24: seven days without a written objection, and the plan counts as agreed.
#[test]
fn silence_on_a_plan_counts_as_agreement_and_an_oral_objection_has_no_effect() {
    let on = day(BEGUN);
    let mut case = begun(Kind::Financial);
    let one = Command::PutPlan { draft: drafts(on).remove(0), agreed: vec![1], served: on, on };
    case.refused(BEGUN, one, "NOT_AGREED");
    case.give(BEGUN, plan(drafts(on).remove(0), on));
    let object = |written, on: &str| Command::Object { party: 1, written, on: day(on) };
    case.refused("2026-03-05", object(false, "2026-03-05"), "ORAL_OBJECTION");
    let mut other = case.fork();
    other.give("2026-03-09", object(true, "2026-03-09"));
    assert_eq!(other.state().outcome(), Some(Outcome::Failed));
    case.refused("2026-03-10", object(true, "2026-03-10"), "OBJECTION_LATE");
    case.refused("2026-03-09", Command::Lapse, "OBJECTION_RUNS");
    // The sweep may come later: the agreement is of the day after the last one.
    let facts = case.give("2026-03-12", Command::Lapse);
    let Fact::Agreed { bargain, by_silence: true } = &facts[0] else { panic!("{facts:?}") };
    assert_eq!(bargain.on, day("2026-03-10"));
    let apply = |on: &str| Command::NoteApplication { window: Window::Confirmation, on: day(on) };
    // 10 March + 30 days: 9 April.
    case.refused("2026-04-10", apply("2026-04-10"), "WINDOW_PAST");
    case.give("2026-04-09", apply("2026-04-09"));
    assert_eq!(case.at(), "settled");
}

#[test]
fn an_agreement_needs_every_signature_and_the_seal() {
    let on = day(BEGUN);
    let mut case = begun(Kind::Association);
    let of = |signed: &[u32], sealed| Command::Agree {
        draft: drafts(on).remove(0),
        signed: signed.to_vec(),
        sealed,
        on,
    };
    case.refused(BEGUN, of(&[2], true), "NOT_AGREED");
    case.refused(BEGUN, of(&[1, 2], false), "NOT_SEALED");
    case.give(BEGUN, agree(drafts(on).remove(0), on));
    assert!(case.state().papers().unwrap().confirmable);
}

/// T-B-04: what is signed is the text that every party has confirmed.
#[test]
fn a_text_before_the_parties_is_signed_as_each_has_confirmed_it() {
    let on = day(BEGUN);
    let mut case = begun(Kind::Association);
    let text = drafts(on).remove(0);
    let confirm = |party| Command::Text(Wording::Confirm { party, hash: text.hash.clone(), on });
    case.refused(BEGUN, confirm(1), "NO_TEXT");
    case.give(BEGUN, Command::Text(Wording::Put { draft: text.clone(), on }));
    case.refused(BEGUN, agree(text.clone(), on), "NOT_CONFIRMED");
    case.give(BEGUN, confirm(1));
    case.refused(BEGUN, confirm(1), "ALREADY_CONFIRMED");
    case.give(BEGUN, confirm(2));
    case.refused(BEGUN, agree(drafts(day("2026-03-09")).remove(0), on), "TEXT_CHANGED");
    let mut again = case.fork();
    again.give(BEGUN, Command::Text(Wording::Put { draft: text.clone(), on }));
    again.refused(BEGUN, agree(text.clone(), on), "NOT_CONFIRMED");
    case.give(BEGUN, agree(text.clone(), on));
    assert_eq!(case.at(), "agreed");
}

/// 六(三)2: a dispute that was handed over is accepted when it is known whose members the parties are.
#[test]
fn a_handed_over_dispute_begins_with_no_word_and_is_accepted_after_the_check_of_members() {
    let on = day(BEGUN);
    let mut case = Case::<IndustryMediation>::new(Role::System);
    let mut begin = open(asked(Kind::Association, &[], on), Kind::Association, &[], on);
    if let Command::Open { body, .. } = &mut begin {
        body.checked = false;
    }
    case.give(BEGUN, begin);
    for party in [1, 2] {
        case.give(BEGUN, Command::GiveConsent { party, how: "phone".to_owned(), on });
    }
    let inside = || Command::Accept { mediator: person("m-1"), outside: false, waived: vec![], on };
    case.refused(BEGUN, inside(), "BODY_UNCHECKED");
    let members = BTreeSet::from([2]);
    case.give(BEGUN, Command::CheckBody { members, court_linked: false, on });
    case.refused(BEGUN, inside(), "NOT_OUTSIDE");
    case.give(BEGUN, accept(person("m-1"), on));
    assert_eq!(case.at(), "mediating");
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let rows = [include_str!("rows.rs"), ROWS, TEXT_ROWS];
    let but = ["APPRAISAL_RUNS", "NO_APPRAISAL"];
    let seen = whole::<IndustryMediation>(&moves(), &lines(), 20, &rows, &but);
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
        random::<IndustryMediation>(&moves(), &picks, |before, facts, next| {
            let held = facts.iter().any(|fact| {
                matches!(fact, Fact::Course { event: Event::SessionHeld { .. } })
            });
            let ready = before.is_some_and(|state| state.course.without_consent().is_none());
            assert!(!held || ready, "a session without consent");
            let works = matches!(next.stage, Stage::Mediating | Stage::Planned { .. });
            assert!(!works || next.course.term.is_some());
        });
    }
}
