//! Text, signatures, force, windows, performance, breach.

use jiefen_procedure::{ClockEffect, Procedure};
use jiefen_vocab::Outcome;

use super::*;
use crate::agreement::{ContentFault, Force, Form, Through, Window};
use crate::people_mediation::Stage;

fn case() -> Case {
    Case::accepted(DisputeKind::ContractDebt, "2026-09-01")
}

fn money() -> Draft {
    draft(vec![owed(1, day("2026-10-31"), 20_000)])
}

fn put(draft: Draft) -> Command {
    Command::DraftAgreement { draft, on: day("2026-09-02") }
}

#[test]
fn what_cannot_be_agreed() {
    let case = case();
    let on = "2026-09-02";
    let against = Draft { faults: BTreeSet::from([ContentFault::OthersRights]), ..money() };
    case.refused(on, put(against), "CONTENT_FORBIDDEN");
    case.refused(on, put(draft(Vec::new())), "AGREEMENT_EMPTY");
    case.refused(on, put(Draft { hash: "abc".into(), ..money() }), "BAD_HASH");
    for wrong in [
        Obligation { obligee: 2, ..owed(1, day("2026-10-31"), 1) },
        Obligation { obligor: 9, ..owed(1, day("2026-10-31"), 1) },
        Obligation { amount: Some(Fen(0)), ..owed(1, day("2026-10-31"), 1) },
        owed(1, day("2026-09-01"), 1),
    ] {
        case.refused(on, put(draft(vec![wrong])), "OBLIGATION_FAULTY");
    }
    let twice = vec![owed(1, day("2026-10-31"), 1), owed(1, day("2026-11-30"), 1)];
    case.refused(on, put(draft(twice)), "OBLIGATION_FAULTY");
    let sign = Command::Sign { signer: Signer::Mediator, on: day(on) };
    case.refused(on, sign, "NOT_DRAFTED");
}

#[test]
fn both_confirm_the_same_text_before_anybody_signs() {
    let mut case = case();
    let on = "2026-09-02";
    let confirm =
        |party, hash: &str| Command::ConfirmDraft { party, hash: hash.into(), on: day(on) };
    let sign = |signer| Command::Sign { signer, on: day(on) };
    case.give(on, put(money()));
    case.give(on, confirm(1, HASH));
    case.refused(on, confirm(1, HASH), "ALREADY_CONFIRMED");
    case.refused(on, confirm(2, &HASH.replace('9', "8")), "TEXT_CHANGED");
    case.refused(on, sign(Signer::Party { no: 1 }), "NOT_CONFIRMED");
    case.give(on, confirm(2, HASH));
    case.give(on, sign(Signer::Party { no: 1 }));
    case.refused(on, sign(Signer::Party { no: 1 }), "ALREADY_SIGNED");
    // Another text: confirmations and signatures fall away.
    case.give(on, put(Draft { hash: HASH.replace('9', "8"), ..money() }));
    case.refused(on, sign(Signer::Party { no: 1 }), "NOT_CONFIRMED");
}

#[test]
fn a_written_agreement_takes_effect_with_the_last_signature_or_seal() {
    let mut case = case();
    case.give("2026-09-02", put(money()));
    for party in [1, 2] {
        let hash = HASH.to_owned();
        case.give("2026-09-02", Command::ConfirmDraft { party, hash, on: day("2026-09-02") });
    }
    let sign = |signer, on: &str| Command::Sign { signer, on: day(on) };
    case.give("2026-09-02", sign(Signer::Seal, "2026-09-02"));
    case.give("2026-09-02", sign(Signer::Mediator, "2026-09-02"));
    case.give("2026-09-03", sign(Signer::Party { no: 1 }, "2026-09-03"));
    assert!(case.state().agreement().is_none());
    // Recorded late, but signed before the other party.
    case.give("2026-09-04", sign(Signer::Party { no: 2 }, "2026-09-02"));
    let agreement = case.state().agreement().unwrap();
    assert_eq!((agreement.effective_on, agreement.form), (day("2026-09-03"), Form::Written));
}

#[test]
fn an_oral_agreement_takes_effect_when_made() {
    let mut case = case();
    let oral = |agreed: &[u32]| Command::RecordOral {
        draft: money(),
        agreed: agreed.to_vec(),
        on: day("2026-09-02"),
    };
    case.refused("2026-09-02", oral(&[1]), "NOT_AGREED");
    case.give("2026-09-02", oral(&[1, 2]));
    let agreement = case.state().agreement().unwrap();
    assert_eq!((agreement.effective_on, agreement.form), (day("2026-09-02"), Form::Oral));
    let withdraw = Command::WithdrawConsent { party: 1, how: "phone".into() };
    case.refused("2026-09-03", withdraw, "AGREEMENT_BINDS");
}

/// S02: labour agreement of 16 September: review until 8 October, confirmation until 16 October;
/// both shown.
#[test]
fn s02_both_windows_of_a_labour_agreement_run_together() {
    let mut case = Case::accepted(DisputeKind::Labour, "2026-09-14");
    case.agree("2026-09-16", draft(vec![owed(1, day("2026-10-20"), 8_000)]));
    let windows = case.state().agreement().unwrap().windows.clone();
    assert_eq!(windows, [Window::ArbitralReview, Window::LabourConfirmation]);
    let apply = |window, on: &str| Command::NoteApplication { window, on: day(on) };
    let review = Window::ArbitralReview;
    assert!(case.tried("2026-10-08", apply(review, "2026-10-08")).is_ok());
    case.refused("2026-10-09", apply(review, "2026-10-09"), "WINDOW_PAST");
    let confirm = Window::LabourConfirmation;
    assert!(case.tried("2026-10-16", apply(confirm, "2026-10-16")).is_ok());
    case.refused("2026-10-17", apply(confirm, "2026-10-17"), "WINDOW_PAST");
    case.refused("2026-09-20", apply(Window::Confirmation, "2026-09-20"), "WINDOW_NOT_OPEN");
    let rules: Vec<_> = case.facts.iter().flat_map(PeopleMediation::notices).collect();
    let told: Vec<_> = rules.iter().filter_map(|notice| notice.rule.as_deref()).collect();
    assert!(told.contains(&"T-H-02") && told.contains(&"T-H-04"));
}

#[test]
fn status_title_and_ip_are_not_confirmable() {
    for (subject, kind, expect) in [
        (Subject::Money, DisputeKind::ContractDebt, vec![Window::Confirmation]),
        (Subject::Conduct, DisputeKind::Neighbour, vec![Window::Confirmation]),
        (Subject::Status, DisputeKind::MarriageFamily, vec![]),
        (Subject::Title, DisputeKind::HousingHomestead, vec![]),
        (Subject::IpOwnership, DisputeKind::Ip, vec![]),
        (Subject::Conduct, DisputeKind::Labour, vec![Window::ArbitralReview]),
    ] {
        let text = Draft { subjects: BTreeSet::from([subject]), ..money() };
        assert_eq!(text.windows(kind), expect, "{subject:?}");
    }
}

/// S08: 60,000 yuan in three instalments; applied on the last day; the second stays unpaid.
#[test]
fn s08_instalments_windows_breach() {
    let mut case = Case::accepted(DisputeKind::ContractDebt, "2026-09-01");
    let parts = ["2026-10-31", "2026-11-30", "2026-12-31"];
    let owed: Vec<_> = (1..).zip(parts).map(|(no, due)| owed(no, day(due), 20_000)).collect();
    case.agree("2026-09-03", draft(owed));
    let clocks: Vec<_> = case.facts.iter().flat_map(PeopleMediation::clocks).collect();
    let from = |key: &str, rule: &str, on: &str| ClockEffect::Start {
        key: key.into(),
        rule: rule.into(),
        from: day(on),
    };
    assert!(clocks.contains(&from("confirm", "T-B-06", "2026-09-03")));
    assert!(clocks.contains(&from("follow_up:2", "policy.follow_up", "2026-11-30")));
    let apply = |on: &str| Command::NoteApplication { window: Window::Confirmation, on: day(on) };
    case.refused("2026-10-09", apply("2026-10-09"), "WINDOW_PAST");
    case.give("2026-10-08", apply("2026-10-08"));
    case.refused("2026-10-08", apply("2026-10-08"), "WINDOW_NOT_OPEN");
    let force = Command::RecordForce { force: Force::Confirmed, on: day("2026-10-20") };
    case.give("2026-10-20", force.clone());
    case.refused("2026-10-20", force, "FORCE_NOT_GREATER");

    let paid = |no, on: &str, through| Command::RecordPerformance {
        no,
        on: day(on),
        through,
        proof: "转账凭证".into(),
    };
    case.give("2026-10-30", paid(1, "2026-10-30", Through::Itself));
    case.refused("2026-10-30", paid(1, "2026-10-30", Through::Itself), "ALREADY_PERFORMED");
    case.refused("2026-10-30", paid(4, "2026-10-30", Through::Itself), "NO_SUCH_OBLIGATION");
    let breach = |no, on: &str, declared| Command::ReportBreach { no, on: day(on), declared };
    case.refused("2026-11-30", breach(2, "2026-11-30", false), "NOT_YET_DUE");
    let end = Command::EndUnperformed { on: day("2026-11-30") };
    case.refused("2026-11-30", end, "NOTHING_BROKEN");
    assert!(case.tried("2026-11-30", breach(2, "2026-11-30", true)).is_ok());
    let told = case.give("2026-12-01", breach(2, "2026-12-01", false));
    assert!(PeopleMediation::notices(&told[0])[0].zh.contains("强制执行"));
    case.refused("2026-12-02", breach(2, "2026-12-02", false), "ALREADY_BROKEN");
    assert!(matches!(case.state().stage, Stage::Breached { .. }));
    case.give("2027-02-01", paid(2, "2027-02-01", Through::Enforcement));
    assert!(matches!(case.state().stage, Stage::InForce { .. }));
    case.give("2027-02-01", paid(3, "2026-12-31", Through::Itself));
    assert_eq!(case.state().outcome(), Some(Outcome::Performed));
    assert!(!case.state().agreement().unwrap().performed_by_itself());
}

#[test]
fn an_unperformed_agreement_ends_with_its_routes_told() {
    let mut case = case();
    case.agree("2026-09-02", money());
    let no_proof = Command::RecordPerformance {
        no: 1,
        on: day("2026-09-03"),
        through: Through::Itself,
        proof: String::new(),
    };
    case.refused("2026-09-03", no_proof, "PROOF_WANTED");
    case.refused("2026-09-03", Command::EndFailed { on: day("2026-09-03") }, "AGREEMENT_BINDS");
    case.give(
        "2026-11-01",
        Command::ReportBreach { no: 1, on: day("2026-11-01"), declared: false },
    );
    case.give("2026-12-01", Command::EndUnperformed { on: day("2026-12-01") });
    assert_eq!(case.state().outcome(), Some(Outcome::Failed));
    assert_eq!(case.state().agreement().unwrap().outstanding(), [1]);
}
