//! The law of the payment order, as tables and as the plan's scenarios.

use jiefen_procedure::matrix::Standing as Other;
use jiefen_procedure::{ClockEffect, Explain, Procedure};
use jiefen_vocab::{Outcome, Role, TrackKind};
use proptest::prelude::*;

use super::samples::*;
use super::*;
use crate::testing::{Case, at_random, due, walked};
use jiefen_procedure::kit::day;

type Order = Case<PaymentOrder>;

fn accepted(application: Application) -> Order {
    let mut case = Order::new();
    case.give("2026-03-30", apply(application, "2026-03-30"));
    case.give("2026-04-01", accept("2026-04-01"));
    case
}

fn issued(application: Application) -> Order {
    let mut case = accepted(application);
    case.give("2026-04-10", Command::Issue { on: day("2026-04-10") });
    case
}

fn served(application: Application) -> Order {
    let mut case = issued(application);
    case.give("2026-04-21", serve(2, "2026-04-21"));
    case
}

/// S09: seller applies on 30 March; oral word, inability, then a written denial on the last day; the
/// ruling; silence makes it a suit of 30 March.
#[test]
fn s09_objected_on_the_last_day_and_deemed_filed() {
    let mut case = Order::new();
    let facts = case.give("2026-03-30", apply(simple(), "2026-03-30"));
    assert_eq!(
        PaymentOrder::clocks(&facts[0]),
        [ClockEffect::Start {
            key: "accept".into(),
            rule: "T-F-02".into(),
            from: day("2026-03-30"),
        }]
    );
    assert_eq!(due("T-F-02", "2026-03-30"), day("2026-04-07"));
    case.give("2026-04-01", accept("2026-04-01"));
    assert_eq!(due("T-F-03", "2026-04-01"), day("2026-04-16"));
    case.give("2026-04-10", Command::Issue { on: day("2026-04-10") });
    case.give("2026-04-21", serve(2, "2026-04-21"));
    assert_eq!(due("T-F-04", "2026-04-21"), day("2026-05-06"));
    let said = |form, ground, on: &str| Command::Object {
        party: 2,
        claims: set(&[1]),
        form,
        ground,
        on: day(on),
    };
    let oral = said(Form::Oral, ObjectionGround::DebtDenied, "2026-04-25");
    let facts = case.give("2026-04-25", oral);
    assert_eq!(
        facts,
        [Fact::ObjectionNoted { party: 2, why: NoEffect::Oral, on: day("2026-04-25") }]
    );
    for ground in
        [ObjectionGround::CannotPay, ObjectionGround::PayLater, ObjectionGround::PayOtherwise]
    {
        let facts = case.give("2026-04-28", said(Form::Written, ground, "2026-04-28"));
        assert!(matches!(facts[0], Fact::ObjectionNoted { why: NoEffect::NoDenial, .. }));
    }
    assert!(!case.clocks.contains("examine:2"));
    case.give("2026-05-06", object(2, &[1], "2026-05-06"));
    case.give("2026-05-08", Command::UpholdObjection { party: 2, on: day("2026-05-08") });
    assert_eq!(case.at(), "contested");
    case.refused(
        "2026-05-08",
        Command::RefuseSuit { ruling: 1, on: day("2026-05-08") },
        "NOT_SERVED",
    );
    case.give("2026-05-11", Command::ReceiveRuling { ruling: 1, on: day("2026-05-11") });
    assert_eq!(due("T-F-06", "2026-05-11"), day("2026-05-18"));
    case.refused("2026-05-18", Command::DeemFiled { ruling: 1 }, "SUIT_TIME_RUNS");
    let refuse = |on: &str| Command::RefuseSuit { ruling: 1, on: day(on) };
    case.refused("2026-05-19", refuse("2026-05-19"), "SUIT_DEEMED");
    let mut other = case.clone();
    other.give("2026-05-18", refuse("2026-05-18"));
    assert_eq!((other.at(), other.state().outcome()), ("no_suit", Some(Outcome::Failed)));
    let facts = case.expire("2026-05-19", "suit:1");
    let Fact::DeemedFiled { sued_on, .. } = facts[0] else { panic!("{facts:?}") };
    let notices = PaymentOrder::notices(&facts[0]);
    assert_eq!(sued_on, day("2026-03-30"));
    assert!(notices[0].zh.contains("补交案件受理费"));
    assert_eq!((case.at(), case.state().outcome()), ("deemed_filed", Some(Outcome::Transferred)));
}

/// S09, variants: no service by 11 May: the order lapses; pre-suit preservation: refused at the door.
#[test]
fn s09_unserved_lapses_and_preservation_is_refused_at_the_door() {
    let case = issued(simple());
    assert_eq!(due("T-F-05", "2026-04-10"), day("2026-05-11"));
    case.may("2026-05-11", serve(2, "2026-05-11"));
    case.refused("2026-05-11", Command::LapseUnserved, "SERVICE_TIME_RUNS");
    case.refused("2026-05-12", serve(2, "2026-05-12"), "SERVED_TOO_LATE");
    let mut lapsed = case.clone();
    let facts = lapsed.expire("2026-05-12", "serve");
    assert_eq!((lapsed.at(), lapsed.state().outcome()), ("unserved", Some(Outcome::Failed)));
    let told = facts.iter().flat_map(PaymentOrder::notices).collect::<Vec<_>>();
    assert!(told.iter().any(|notice| notice.zh.contains("可以起诉")));
    let notice = Command::Serve { party: 2, manner: Manner::PublicNotice, on: day("2026-04-21") };
    case.refused("2026-04-21", notice, "NO_PUBLIC_NOTICE");
    let preserved = Application { preservation: true, ..simple() };
    Order::new().refused(
        "2026-03-30",
        apply(preserved, "2026-03-30"),
        "PAYMENT_ORDER_PRESERVATION",
    );
}

#[test]
fn silence_for_fifteen_days_binds_and_a_late_word_is_no_objection() {
    let mut case = served(simple());
    case.refused("2026-05-06", Command::ObjectionTimePassed { party: 2 }, "OBJECTION_TIME_RUNS");
    case.refused(
        "2026-05-06",
        Command::ApplyEnforcement { on: day("2026-05-06") },
        "NOT_EFFECTIVE",
    );
    let facts = case.give("2026-05-07", object(2, &[1], "2026-05-07"));
    assert!(matches!(facts[0], Fact::ObjectionNoted { why: NoEffect::Late, .. }));
    case.expire("2026-05-07", "object:2");
    assert_eq!(case.at(), "effective");
    assert_eq!(case.state().items[0].standing, Standing::Bound { from: day("2026-05-06") });
    case.refused("2026-05-07", object(2, &[1], "2026-05-07"), "ORDER_EFFECTIVE");
    assert_eq!(due("T-F-09", "2026-05-06"), day("2028-05-08"));
    let lost = Command::EnforcementTimePassed { claim: 1 };
    case.refused("2028-05-08", lost, "ENFORCEMENT_TIME_RUNS");
    case.may("2028-05-08", Command::ApplyEnforcement { on: day("2028-05-08") });
    case.expire("2028-05-09", "enforce:1");
    assert_eq!(case.at(), "time_passed");
}

/// T-F-07: an objection to one claim, or of one divisible debtor, leaves the others bound.
#[test]
fn a_partial_objection_leaves_the_other_claims_and_debtors_bound() {
    let mut case = served(many());
    case.give("2026-04-22", serve(3, "2026-04-22"));
    case.refused("2026-05-06", object(2, &[3], "2026-05-06"), "CLAIM_NOT_OPEN");
    case.give("2026-05-06", object(2, &[1], "2026-05-06"));
    case.give("2026-05-07", Command::UpholdObjection { party: 2, on: day("2026-05-07") });
    assert_eq!(case.at(), "issued");
    case.expire("2026-05-07", "object:2");
    assert_eq!(case.state().bound(), set(&[2]), "what 3 owes too is still open");
    case.expire("2026-05-08", "object:3");
    assert_eq!(case.state().bound(), set(&[2, 3, 4]));
    assert_eq!(case.at(), "effective");
    case.give("2026-05-08", Command::ReceiveRuling { ruling: 1, on: day("2026-05-08") });
    case.give("2026-05-12", Command::ApplyEnforcement { on: day("2026-05-12") });
    assert_eq!(case.at(), "contested", "the creditor's word on claim 1 is still awaited");
    case.expire("2026-05-16", "suit:1");
    assert_eq!((case.at(), case.state().outcome()), ("in_parts", Some(Outcome::Decided)));
    assert_eq!(case.state().items[0].standing, Standing::DeemedFiled);
}

#[test]
fn an_objection_taken_back_or_dismissed_does_not_stop_the_order() {
    let over = |withdrawn: bool, on: &str| match withdrawn {
        true => Command::WithdrawObjection { party: 2, on: day(on) },
        false => Command::DismissObjection { party: 2, on: day(on) },
    };
    for withdrawn in [true, false] {
        let mut case = served(simple());
        case.refused("2026-04-30", over(withdrawn, "2026-04-30"), "NO_OBJECTION");
        case.give("2026-04-30", object(2, &[1], "2026-04-30"));
        case.give("2026-05-01", over(withdrawn, "2026-05-01"));
        let facts = case.give("2026-05-06", object(2, &[1], "2026-05-06"));
        let waived = matches!(facts[0], Fact::ObjectionNoted { why: NoEffect::Waived, .. });
        assert_eq!(
            waived, withdrawn,
            "a second thought has no effect; a new objection in time has"
        );
        case.expire("2026-05-07", "object:2");
        assert_eq!(case.at(), if withdrawn { "effective" } else { "issued" });
        if !withdrawn {
            case.give("2026-05-09", over(false, "2026-05-09"));
            assert_eq!(case.at(), "effective");
            let bound = Standing::Bound { from: day("2026-05-06") };
            assert_eq!(case.state().items[0].standing, bound);
        }
    }
}

/// T-F-08: on a mediation agreement the lapsed order turns into a suit; on arrears alone arbitration
/// comes first; other items of a labour agreement found no order.
#[test]
fn t_f_08_labour_agreement_sues_and_arrears_arbitrate() {
    let labour = |item| application(Basis::LabourAgreement { item }, vec![claim(1, &[2])]);
    let mut case = Order::new();
    case.give("2026-03-30", apply(labour(LabourItem::Other), "2026-03-30"));
    case.refused("2026-04-01", accept("2026-04-01"), "LABOUR_ITEM");
    for (basis, at) in [
        (labour(LabourItem::Wages), "contested"),
        (labour(LabourItem::InjuryMedical), "contested"),
        (labour(LabourItem::Compensation), "contested"),
        (application(Basis::LabourArrears, vec![claim(1, &[2])]), "arbitration_first"),
    ] {
        let mut case = served(basis);
        case.give("2026-05-06", object(2, &[1], "2026-05-06"));
        case.give("2026-05-08", Command::UpholdObjection { party: 2, on: day("2026-05-08") });
        assert_eq!(case.at(), at);
    }
}

#[test]
fn only_what_the_law_names_is_accepted() {
    let refused = |change: fn(&mut Application), name: &str| {
        let mut application = simple();
        change(&mut application);
        let mut case = Order::new();
        case.give("2026-03-30", apply(application, "2026-03-30"));
        case.refused("2026-04-01", accept("2026-04-01"), name);
        let ground = NotAccepted::NotDueOrFixed;
        case.may("2026-04-01", Command::Decline { ground, on: day("2026-04-01") });
    };
    refused(|a| a.counter_performance = true, "PAYMENT_ORDER_CONDITIONS");
    refused(|a| a.unreachable = true, "PAYMENT_ORDER_CONDITIONS");
    refused(|a| a.sued = true, "PAYMENT_ORDER_BESIDE_SUIT");
    refused(|a| a.competent = false, "NOT_COMPETENT");
    refused(|a| a.claims[0].amount = None, "NOT_DUE_OR_FIXED");
    refused(|a| a.claims[0].due_on = day("2026-03-30"), "NOT_DUE_OR_FIXED");
    refused(|a| a.claims[0].thing = Thing::Other, "NOT_MONEY");
    let mut overdue = simple();
    overdue.claims[0].due_on = day("2026-03-29");
    overdue.claims[0].thing = Thing::Securities;
    assert_eq!(accepted(overdue).at(), "accepted");
}

#[test]
fn the_creditor_may_withdraw_until_a_debtor_has_the_order_and_a_suit_ends_it() {
    let withdraw = |on: &str| Command::Withdraw { on: day(on) };
    issued(simple()).may("2026-04-20", withdraw("2026-04-20"));
    served(simple()).refused("2026-04-22", withdraw("2026-04-22"), "ORDER_RECEIVED");
    for suit in [Suit::SameDebt, Suit::Guarantee] {
        let mut case = served(simple());
        case.give("2026-04-22", Command::NoteSuit { suit, on: day("2026-04-22") });
        assert_eq!(case.at(), "superseded");
        assert!(case.clocks.is_empty());
    }
    let mut case = served(simple());
    case.expire("2026-05-07", "object:2");
    let revoke = Command::Revoke { on: day("2026-06-01") };
    case.refused("2026-06-01", revoke.clone(), "PRESIDENT_ONLY");
    case.by("2026-06-01", Role::CourtPresident, revoke);
    assert_eq!(case.at(), "revoked");
}

#[test]
fn papers_are_asked_for_once_and_not_for_ever() {
    let mut case = Order::new();
    case.give("2026-03-30", apply(simple(), "2026-03-30"));
    let ask =
        Command::AskCorrection { missing: vec!["借条原件".into()], on: day("2026-03-31") };
    case.give("2026-03-31", ask.clone());
    let last = due("policy.information_request", "2026-03-31");
    case.refused(&last.to_string(), Command::LapseCorrection, "CORRECTION_RUNS");
    let mut late = case.clone();
    late.expire(&last.tomorrow().unwrap().to_string(), "correct");
    assert_eq!(late.at(), "not_accepted");
    case.give("2026-04-02", Command::ReceiveCorrected { on: day("2026-04-02") });
    case.refused("2026-04-02", ask, "ASKED_ONCE");
    assert_eq!(due("T-F-02", "2026-04-02"), day("2026-04-07"));
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    walked::<PaymentOrder>(&moves(), &lines(), 12, &[include_str!("rows.rs")]);
}

/// T-F-05: a suit that is known to run closes the door; one that is over does not (I4).
#[test]
fn a_suit_on_the_same_debt_excludes_the_order() {
    let beside = |how| {
        let mut command = apply(simple(), "2026-03-30");
        if let Command::Apply { brief, .. } = &mut command {
            brief.known.tracks.insert(TrackKind::FastTrack, how);
        }
        command
    };
    let refusal =
        Order::new().tried("2026-03-30", Role::Judge, &beside(Other::Running)).unwrap_err();
    assert_eq!(refusal.name(), "PAYMENT_ORDER_BESIDE_SUIT");
    assert_eq!(refusal.basis(), "T-F-05 民诉法解释430");
    Order::new().may("2026-03-30", beside(Other::Failed));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..60)) {
        at_random::<PaymentOrder>(&moves(), &picks, |state, clocks| {
            assert_eq!(&tell::running(state), clocks);
            let open = matches!(state.stage, Stage::Issued);
            assert!(!open || !state.live().is_empty());
            for debtor in &state.debtors {
                assert!(!(debtor.unserved && debtor.served_on.is_some()));
            }
        });
    }
}
