//! The law of enforcement, as tables and as the plan's scenarios.

use jiefen_procedure::{ClockEffect, Procedure};
use jiefen_vocab::{Fen, Outcome, Role};
use proptest::prelude::*;

use super::samples::*;
use super::*;
use crate::testing::{Case, at_random, due, walked};
use jiefen_procedure::kit::day;

type Enforced = Case<Enforcement>;

fn noticed(title: Title, minor: bool) -> Enforced {
    let mut case = Enforced::new();
    case.give("2026-03-02", apply(title, minor, "2026-03-02"));
    case.give("2026-03-03", accept("2026-03-03"));
    case.give("2026-03-04", Command::IssueNotice { on: day("2026-03-04") });
    case.give("2026-03-05", Command::ServeNotice { party: 2, on: day("2026-03-05") });
    case
}

fn judgment() -> Title {
    title(Origin::Judgment, &["2026-01-05"])
}

fn restrict(kind: RestrictionKind, on: &str) -> Command {
    Command::Restrict { kind, party: 2, on: day(on) }
}

/// T-D-10, T-G-04: instalments before 2022 and of notarised instruments each their own, others from the
/// last; an interruption restarts the time. S08: 2 years from the last instalment.
#[test]
fn two_years_run_from_the_last_instalment_or_from_each() {
    let starts = |origin, days: &[&str]| limitation_starts(&title(origin, days));
    let three = ["2026-10-31", "2026-11-30", "2026-12-31"];
    assert_eq!(starts(Origin::Confirmation, &three), [("T-D-10", day("2026-12-31"))]);
    assert_eq!(
        due("T-D-10", "2026-12-31"),
        day("2029-01-02"),
        "S08; rolled over New Year's weekend"
    );
    let each = starts(Origin::Notarised, &three);
    assert_eq!(each.len(), 3);
    assert_eq!(each[0], ("T-G-04", day("2026-10-31")));
    assert_eq!(starts(Origin::Judgment, &["2021-06-30", "2021-12-31"]).len(), 2);
    assert_eq!(starts(Origin::Judgment, &["2021-06-30", "2022-01-01"]).len(), 1);
    let mut demanded = title(Origin::PaymentOrder, &["2026-01-05"]);
    demanded.interrupted_on = Some(day("2026-06-01"));
    assert_eq!(limitation_starts(&demanded), [("T-F-09", day("2026-06-01"))]);
}

/// A late application is accepted; only the debtor pleads the time, and only if it has passed.
#[test]
fn the_court_does_not_raise_the_time_and_the_debtor_may() {
    let plead = Command::PleadNotEnforced {
        ground: NotEnforced::TimeBarred,
        party: 2,
        known_on: None,
        on: day("2026-03-06"),
    };
    let rule = |upheld| Command::DecidePlea { upheld, on: day("2026-03-09") };
    // Two years end on 28 February 2026, a working Saturday, or on Monday 2 March, the day of the application.
    for (last, late) in [("2024-02-28", true), ("2024-03-01", false)] {
        let mut case = noticed(title(Origin::Judgment, &[last]), false);
        case.give("2026-03-06", plead.clone());
        if late {
            case.give("2026-03-09", rule(true));
            assert_eq!(
                (case.at(), case.state().outcome()),
                ("not_enforced", Some(Outcome::Failed))
            );
        } else {
            case.refused("2026-03-09", rule(true), "APPLIED_IN_TIME");
            case.give("2026-03-09", rule(false));
            assert_eq!(case.at(), "enforcing");
        }
    }
}

#[test]
fn seven_days_to_accept_ten_for_the_notice_six_months_in_all() {
    let mut case = Enforced::new();
    let facts = case.give("2026-03-02", apply(judgment(), false, "2026-03-02"));
    let clocks = Enforcement::clocks(&facts[0]);
    for (key, rule, last) in [
        ("accept", "T-G-01.accept", "2026-03-09"),
        ("notice", "T-G-01.notice", "2026-03-12"),
        ("six_months", "T-G-01", "2026-09-02"),
    ] {
        let start =
            ClockEffect::Start { key: key.into(), rule: rule.into(), from: day("2026-03-02") };
        assert!(clocks.contains(&start));
        assert_eq!(due(rule, "2026-03-02"), day(last));
    }
    case.refused("2026-03-02", Command::IssueNotice { on: day("2026-03-02") }, "NOT_ACCEPTED");
    let wrong = |change: fn(&mut Title), name: &str| {
        let mut title = judgment();
        change(&mut title);
        let mut case = Enforced::new();
        case.give("2026-03-02", apply(title, false, "2026-03-02"));
        case.refused("2026-03-03", accept("2026-03-03"), name);
    };
    wrong(|title| title.effective = false, "ENFORCEMENT_NEEDS_TITLE");
    wrong(|title| title.competent = false, "NOT_COMPETENT");
    wrong(|title| title.due = vec![day("2026-03-02")], "NOT_DUE");
}

/// T-G-01: nothing done in six months opens the way to the upper court; a measure closes it.
#[test]
fn six_months_of_nothing_open_the_upper_court() {
    let mut case = noticed(judgment(), false);
    let up = |on: &str| Command::GoUp { on: day(on) };
    case.refused("2026-09-02", Command::SixMonthsPassed, "SIX_MONTHS_RUN");
    case.refused("2026-09-03", up("2026-09-03"), "SIX_MONTHS_RUN");
    let mut busy = case.clone();
    let facts = case.expire("2026-09-03", "six_months");
    assert!(Enforcement::notices(&facts[0])[0].zh.contains("上一级人民法院"));
    case.give("2026-09-04", up("2026-09-04"));
    assert_eq!((case.at(), case.state().outcome()), ("gone_up", Some(Outcome::Transferred)));
    let freeze =
        Command::TakeMeasure { kind: MeasureKind::Freeze, party: 2, on: day("2026-03-10") };
    busy.give("2026-03-10", freeze);
    assert!(!busy.clocks.contains("six_months"));
    busy.refused("2026-09-03", Command::SixMonthsPassed, "SOMETHING_DONE");
}

/// 民诉法解释 485: one, two and three years, renewed before they lapse; they do not roll.
#[test]
fn measures_lapse_unless_renewed() {
    for (kind, last, after) in [
        (MeasureKind::Freeze, "2027-03-10", "2027-03-11"),
        (MeasureKind::Seize, "2028-03-10", "2028-03-11"),
        (MeasureKind::Attach, "2029-03-10", "2029-03-11"),
    ] {
        let mut case = noticed(judgment(), false);
        case.give("2026-03-10", Command::TakeMeasure { kind, party: 2, on: day("2026-03-10") });
        let renew = |on: &str| Command::RenewMeasure { measure: 1, on: day(on) };
        case.may(last, renew(last));
        case.refused(last, Command::MeasureLapsed { measure: 1 }, "MEASURE_RUNS");
        case.refused(after, renew(after), "MEASURE_OVER");
        case.expire(after, "measure:1");
        assert!(!case.clocks.contains("measure:1"));
    }
}

/// Nobody stays listed for a case that is over: three working days.
#[test]
fn a_paid_case_waits_until_nobody_is_listed() {
    let mut case = noticed(judgment(), false);
    case.give("2026-03-20", restrict(RestrictionKind::Consumption, "2026-03-20"));
    case.give("2026-03-20", restrict(RestrictionKind::Listed { able: true }, "2026-03-20"));
    case.refused(
        "2026-03-20",
        restrict(RestrictionKind::Consumption, "2026-03-20"),
        "RESTRICTED_ALREADY",
    );
    let pay = |yuan, on: &str| Command::RecordPayment { amount: Fen::yuan(yuan), on: day(on) };
    case.give("2026-04-01", pay(59_999, "2026-04-01"));
    assert_eq!(case.at(), "enforcing");
    let facts = case.give("2026-04-03", pay(1, "2026-04-03"));
    assert_eq!((case.at(), case.state().outcome()), ("closing", Some(Outcome::Performed)));
    let delist = ClockEffect::Start {
        key: "delist".into(),
        rule: "T-G-01.delist".into(),
        from: day("2026-04-03"),
    };
    assert!(facts.iter().flat_map(Enforcement::clocks).any(|effect| effect == delist));
    assert_eq!(due("T-G-01.delist", "2026-04-03"), day("2026-04-09"), "Qingming on Monday");
    case.refused(
        "2026-04-07",
        restrict(RestrictionKind::Consumption, "2026-04-07"),
        "STILL_LISTED",
    );
    for restriction in [1, 2] {
        assert_eq!(case.at(), "closing");
        case.give("2026-04-08", Command::RemoveRestriction { restriction, on: day("2026-04-08") });
    }
    assert_eq!(case.at(), "done");
}

#[test]
fn who_may_be_listed_and_for_how_long() {
    let minor = noticed(judgment(), true);
    let list = |able| RestrictionKind::Listed { able };
    minor.refused("2026-03-20", restrict(list(true), "2026-03-20"), "NO_MINOR_LISTED");
    minor.may("2026-03-20", restrict(RestrictionKind::Consumption, "2026-03-20"));
    let mut case = noticed(judgment(), false);
    case.give("2026-03-20", restrict(list(false), "2026-03-20"));
    case.refused("2028-03-20", Command::ListingOver { restriction: 1 }, "LISTING_RUNS");
    case.expire("2028-03-21", "listing:1");
    case.give("2028-03-21", restrict(list(true), "2028-03-21"));
    assert!(!case.clocks.contains("listing:2"), "until it pays");
    case.refused("2031-03-21", Command::ListingOver { restriction: 2 }, "UNTIL_PERFORMED");
}

/// 终本: after three months, with every step taken; searched every six months; resumed at any time.
#[test]
fn the_end_for_now_is_not_the_end() {
    let mut case = noticed(judgment(), false);
    let end = |checks, on: &str| Command::EndForNow { checks, on: day(on) };
    case.refused("2026-06-04", end(ALL_DONE, "2026-06-04"), "NOT_RESTRICTED");
    case.give("2026-03-20", restrict(RestrictionKind::Consumption, "2026-03-20"));
    case.refused("2026-06-03", end(ALL_DONE, "2026-06-03"), "THREE_MONTHS");
    let unheard = Checks { heard: false, ..ALL_DONE };
    case.refused("2026-06-04", end(unheard, "2026-06-04"), "NOT_EXHAUSTED");
    case.give("2026-06-04", end(ALL_DONE, "2026-06-04"));
    assert_eq!((case.at(), case.state().outcome()), ("ended_for_now", None));
    assert_eq!(due("T-G-01.recheck", "2026-06-04"), day("2026-12-04"));
    case.give("2026-12-04", Command::CheckProperty { on: day("2026-12-04") });
    let mut found = case.clone();
    found.give("2027-01-05", Command::Resume { on: day("2027-01-05") });
    assert_eq!(found.at(), "enforcing");
    let last = due("T-G-01.five_years", "2026-06-04");
    case.refused(&last.to_string(), Command::FiveYearsPassed, "FIVE_YEARS_RUN");
    case.expire(&last.tomorrow().unwrap().to_string(), "five_years");
    assert_eq!((case.at(), case.state().outcome()), ("for_now", Some(Outcome::Failed)));
}

#[test]
fn a_settlement_suspends_and_a_breach_resumes_within_two_years() {
    let mut case = noticed(judgment(), false);
    let settle = |agreed: &[u32]| Command::Settle {
        agreed: agreed.to_vec(),
        due_on: day("2026-06-30"),
        on: day("2026-03-20"),
    };
    case.refused("2026-03-20", settle(&[1]), "NOT_AGREED");
    case.give("2026-03-20", settle(&[1, 2]));
    let resume = |on: &str| Command::Resume { on: day(on) };
    case.refused("2026-06-30", resume("2026-06-30"), "SETTLEMENT_RUNS");
    let mut broken = case.clone();
    broken.give("2026-07-01", resume("2026-07-01"));
    assert_eq!(broken.at(), "enforcing");
    assert_eq!(due("T-D-10", "2026-06-30"), day("2028-06-30"));
    case.refused("2028-06-30", Command::SettlementTimePassed, "SETTLEMENT_RUNS");
    case.expire("2028-07-01", "settlement");
    assert_eq!((case.at(), case.state().outcome()), ("settlement_lapsed", Some(Outcome::Agreed)));
}

/// T-G-02: fifteen days to rule; ten to the upper court for parties, fifteen to sue for outsiders.
#[test]
fn objections_have_their_own_times_and_do_not_stop_enforcement() {
    for (against, by, last, after) in [
        (Against::Act, Some(2), "2026-04-03", "2026-04-07"),
        (Against::Object, None, "2026-04-08", "2026-04-09"),
    ] {
        let mut case = noticed(judgment(), false);
        case.give("2026-03-10", Command::FileObjection { against, by, on: day("2026-03-10") });
        assert_eq!(due("T-G-02", "2026-03-10"), day("2026-03-25"));
        let take = |on: &str| Command::TakeRemedy { objection: 1, on: day(on) };
        case.refused("2026-03-11", take("2026-03-11"), "OBJECTION_OPEN");
        let rule = Command::DecideObjection { objection: 1, upheld: false, on: day("2026-03-24") };
        case.give("2026-03-24", rule.clone());
        case.refused("2026-03-24", rule, "OBJECTION_DECIDED");
        assert_eq!(due(against.remedy(), "2026-03-24"), day(last), "{against:?}");
        case.may(last, take(last));
        case.refused(last, Command::RemedyTimePassed { objection: 1 }, "REMEDY_RUNS");
        case.refused(after, take(after), "REMEDY_TOO_LATE");
        case.expire(after, "remedy:1");
        assert_eq!(case.at(), "enforcing");
    }
    let case = noticed(judgment(), false);
    let file = |against, by| Command::FileObjection { against, by, on: day("2026-03-10") };
    case.refused("2026-03-10", file(Against::Object, Some(2)), "OUTSIDER_ONLY");
    case.refused("2026-03-10", file(Against::Listing, None), "PARTY_ONLY");
}

/// 民事诉讼法 236: a ruling on an act or a listing goes to the court one level up, which rules in thirty days;
/// an outsider's objection goes to suit.
#[test]
fn the_upper_court_reviews_a_ruling_on_an_act() {
    let mut case = noticed(judgment(), false);
    let file = |against, by| Command::FileObjection { against, by, on: day("2026-03-10") };
    case.give("2026-03-10", file(Against::Act, Some(2)));
    case.give("2026-03-10", file(Against::Object, None));
    for objection in [1, 2] {
        case.give(
            "2026-03-24",
            Command::DecideObjection { objection, upheld: false, on: day("2026-03-24") },
        );
    }
    let review =
        |objection, on: &str| Command::DecideReview { objection, annulled: true, on: day(on) };
    case.refused("2026-04-03", review(1, "2026-04-03"), "NO_REVIEW");
    for objection in [1, 2] {
        case.give("2026-04-03", Command::TakeRemedy { objection, on: day("2026-04-03") });
    }
    assert_eq!(due("T-G-02.review_decide", "2026-04-03"), day("2026-05-06"), "rolled over May Day");
    assert!(case.clocks.contains("review:1") && !case.clocks.contains("review:2"));
    case.refused("2026-04-20", review(2, "2026-04-20"), "NO_REVIEW");
    let facts = case.give("2026-04-20", review(1, "2026-04-20"));
    assert!(Enforcement::notices(&facts[0])[0].zh.contains("撤销或者变更"));
    assert!(!case.clocks.contains("review:1"));
    case.refused("2026-04-20", review(1, "2026-04-20"), "NO_REVIEW");
    assert_eq!(case.at(), "enforcing");
    assert_eq!(Against::Listing.review(), Some("T-G-02.review_listing"));
    assert_eq!(due("T-G-02.review_listing", "2026-04-03"), day("2026-04-20"));
}

/// 民事诉讼法 237; 执行程序解释 10 to 12: property not used up in six months opens the upper court though
/// measures were taken; its order runs to its day, and then another court enforces.
#[test]
fn delay_with_property_at_hand_goes_to_the_upper_court_in_spite_of_measures() {
    let mut case = noticed(judgment(), false);
    let freeze =
        Command::TakeMeasure { kind: MeasureKind::Freeze, party: 2, on: day("2026-03-20") };
    case.give("2026-03-20", freeze);
    let ask = |delay, on: &str| Command::AskUpperCourt { delay, on: day(on) };
    let found = Delay::PropertyFound { on: day("2026-03-20") };
    case.refused("2026-09-02", ask(Delay::PropertyKnown, "2026-09-02"), "SIX_MONTHS_RUN");
    case.refused("2026-09-03", ask(Delay::Act, "2026-09-03"), "SOMETHING_DONE");
    case.refused("2026-09-03", ask(found, "2026-09-03"), "SIX_MONTHS_RUN");
    let urge = |until: &str, on: &str| Command::Urge { until: day(until), on: day(on) };
    case.refused("2026-09-03", urge("2026-10-30", "2026-09-03"), "UPPER_COURT_NOT_ASKED");
    case.give("2026-09-03", ask(Delay::PropertyKnown, "2026-09-03"));
    case.refused("2026-09-04", ask(Delay::PropertyKnown, "2026-09-04"), "UPPER_COURT_ASKED");
    let mut declined = case.clone();
    declined.give("2026-09-10", Command::UpperCourtDeclines { on: day("2026-09-10") });
    declined.refused("2026-09-11", Command::GoUp { on: day("2026-09-11") }, "SIX_MONTHS_RUN");
    case.refused("2026-09-10", Command::UrgeTimePassed, "NOT_URGED");
    case.give("2026-09-10", urge("2026-10-30", "2026-09-10"));
    case.refused("2026-09-11", urge("2026-11-30", "2026-09-11"), "URGED_ALREADY");
    case.refused("2026-10-30", Command::GoUp { on: day("2026-10-30") }, "URGE_RUNS");
    case.refused("2026-10-30", Command::UrgeTimePassed, "URGE_RUNS");
    case.expire("2026-10-31", "urge");
    assert!(Enforcement::outline(case.state()).next_zh.contains("提级执行"));
    case.give("2026-11-02", Command::GoUp { on: day("2026-11-02") });
    assert_eq!((case.at(), case.state().outcome()), ("gone_up", Some(Outcome::Transferred)));
}

/// 执行程序解释 13: days on which a settlement suspended enforcement do not count.
#[test]
fn the_six_months_stand_still_during_a_settlement() {
    let mut case = noticed(judgment(), false);
    let settle =
        Command::Settle { agreed: vec![1, 2], due_on: day("2026-06-30"), on: day("2026-03-20") };
    case.give("2026-03-20", settle);
    case.give("2026-07-01", Command::Resume { on: day("2026-07-01") });
    let ask = |on: &str| Command::AskUpperCourt { delay: Delay::PropertyKnown, on: day(on) };
    case.refused("2026-09-03", ask("2026-09-03"), "SIX_MONTHS_RUN");
    case.may("2027-01-05", ask("2027-01-05"));
}

/// T-G-06: fifteen days from the notice for awards and notarised instruments; judgments are not open to it.
#[test]
fn a_plea_against_an_award_comes_within_fifteen_days_of_the_notice() {
    for (origin, ground, review, last) in [
        (Origin::Award, NotEnforced::Award, "T-G-07.award", "2026-05-20"),
        (Origin::Notarised, NotEnforced::Notarised, "T-G-07", "2026-05-19"),
    ] {
        let mut case = noticed(title(origin, &["2026-01-05"]), false);
        let plead =
            |on: &str| Command::PleadNotEnforced { ground, party: 2, known_on: None, on: day(on) };
        case.refused("2026-03-23", plead("2026-03-23"), "PLEA_TOO_LATE");
        let learned = |on: &str| Command::PleadNotEnforced {
            ground,
            party: 2,
            known_on: Some(day("2026-04-10")),
            on: day(on),
        };
        case.may("2026-04-27", learned("2026-04-27"));
        case.refused("2026-04-28", learned("2026-04-28"), "PLEA_TOO_LATE");
        case.give("2026-03-20", plead("2026-03-20"));
        assert_eq!(due(review, "2026-03-20"), day(last));
        case.refused("2026-03-20", plead("2026-03-20"), "PLEA_PENDING");
        let freeze =
            Command::TakeMeasure { kind: MeasureKind::Freeze, party: 2, on: day("2026-03-21") };
        case.give("2026-03-21", freeze);
        case.give("2026-04-01", Command::DecidePlea { upheld: true, on: day("2026-04-01") });
        assert_eq!(case.at(), "not_enforced");
        assert!(case.clocks.is_empty());
    }
    let case = noticed(judgment(), false);
    let ground = NotEnforced::Award;
    let plead =
        Command::PleadNotEnforced { ground, party: 2, known_on: None, on: day("2026-03-10") };
    case.refused("2026-03-10", plead, "PLEA_NOT_OPEN");
    let extend = |months| Command::ExtendTerm { months, on: day("2026-03-10") };
    case.refused("2026-03-10", extend(3), "PRESIDENT_ONLY");
    assert!(case.tried("2026-03-10", Role::CourtPresident, &extend(3)).is_ok());
    case.refused_to(Role::CourtPresident, "2026-03-10", extend(4), "NO_SUCH_LIMIT");
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    walked::<Enforcement>(&moves(), &lines(), 12, &[include_str!("rows.rs")]);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..60)) {
        at_random::<Enforcement>(&moves(), &picks, |state, clocks| {
            assert_eq!(&tell::running(state), clocks);
            let listed = state.restrictions.iter().any(|one| one.open);
            let closing = matches!(state.stage, Stage::Closing { .. });
            assert!(!closing || listed);
            assert!(!(state.six_months && state.may_go_up));
        });
    }
}
