//! S07: filing, entrusted mediation, fee, small claims; and the older practice.

use jiefen_procedure::{ClockEffect, Procedure};
use jiefen_terms::{Law, Query, Span};
use jiefen_vocab::Outcome;

use super::*;
use crate::filing::{RefusalGround, Stage};

/// Up to the return from mediation on 8 April.
fn failed() -> Case {
    let mut case = Case::received("2026-02-27");
    case.refused("2026-03-06", Command::FileFirst, "DECISION_TIME_RUNS");
    case.give("2026-02-27", file("2026-02-27"));
    case.refused("2026-02-27", entrust(&[1], "2026-02-27"), "NOT_AGREED");
    case.refused("2026-02-27", delegate(&[1, 2], "2026-02-27"), "ALREADY_FILED");
    case.give("2026-02-27", entrust(&[1, 2], "2026-02-27"));
    case.refused("2026-03-01", back(MediationResult::Failed, "2026-03-01"), "FILE_NOT_SIGNED");
    case.give("2026-03-02", signed("2026-03-02"));
    case.refused("2026-03-02", signed("2026-03-02"), "FILE_SIGNED");
    case.refused("2026-03-09", Command::MediationLapsed, "MEDIATION_RUNS");
    assert!(case.tried("2026-03-10", Command::MediationLapsed).is_ok());
    let extend = |days, on: &str| Command::NoteMediationExtended { days, on: day(on) };
    case.refused("2026-03-09", extend(31, "2026-03-09"), "MEDIATION_EXTENSION_WRONG");
    case.refused("2026-03-10", extend(30, "2026-03-10"), "MEDIATION_PAST");
    case.give("2026-03-09", extend(30, "2026-03-09"));
    case.refused("2026-03-20", extend(30, "2026-03-20"), "MEDIATION_EXTENDED_ONCE");
    case.refused("2026-04-08", Command::MediationLapsed, "MEDIATION_RUNS");
    assert!(case.tried("2026-04-09", Command::MediationLapsed).is_ok());
    case.give("2026-04-08", back(MediationResult::Failed, "2026-04-08"));
    case
}

#[test]
fn s07_mediation_fails_and_the_small_claim_is_tried_until_27_may() {
    let mut case = failed();
    case.refused("2026-04-08", entrust(&[1, 2], "2026-04-08"), "MEDIATED_ONCE");
    case.refused("2026-04-08", choose(Track::SmallClaims, "2026-04-08"), "FEE_NOT_ASKED");
    case.give("2026-04-08", Command::NotifyFee { on: day("2026-04-08") });
    case.refused("2026-04-09", choose(Track::SmallClaims, "2026-04-09"), "FEE_UNPAID");
    case.give("2026-04-10", Command::PayFee { on: day("2026-04-10") });
    let mut barred = choose(Track::SmallClaims, "2026-04-10");
    if let Command::ChooseTrack { judge, .. } = &mut barred {
        *judge = "m-1".into();
    }
    case.refused("2026-04-10", barred, "MEDIATOR_BARRED");
    let facts = case.give("2026-04-10", choose(Track::SmallClaims, "2026-04-10"));
    let trial = case.state().trial.clone().unwrap();
    assert_eq!((trial.rule.as_str(), trial.from), ("T-E-08", day("2026-02-27")));
    let span = Span::new(day("2026-03-10"), day("2026-04-08")).because("mediation_extension");
    let plain = Query::new("T-E-08", day("2026-02-27"));
    let due = |query: &Query| Law::shipped().due(query).unwrap().due.day();
    assert_eq!(due(&plain), day("2026-04-27"));
    assert_eq!(due(&plain.stopped(span)), day("2026-05-27"));
    let clocks = Filing::clocks(&facts[0]);
    let key = || "trial".to_owned();
    assert_eq!(
        clocks,
        [
            ClockEffect::Cancel { key: key() },
            ClockEffect::Start { key: key(), rule: "T-E-08".into(), from: day("2026-02-27") },
            ClockEffect::Stop {
                key: key(),
                from: day("2026-03-10"),
                reason: "mediation_extension".into()
            },
            ClockEffect::Resume { key: key(), to: day("2026-04-08") },
        ]
    );
    let convert = |on: &str| Command::Convert { track: Track::Ordinary, on: day(on) };
    assert!(case.tried("2026-05-27", convert("2026-05-27")).is_ok());
    case.refused("2026-05-28", convert("2026-05-28"), "LIMIT_PAST");
}

#[test]
fn s07_fee_not_paid_is_deemed_withdrawn() {
    let mut case = failed();
    case.give("2026-04-08", Command::NotifyFee { on: day("2026-04-08") });
    case.refused("2026-04-15", Command::DeemWithdrawn, "FEE_TIME_RUNS");
    assert_eq!(Filing::expired(case.state(), "fee"), Some(Command::DeemWithdrawn));
    case.give("2026-04-16", Command::DeemWithdrawn);
    assert_eq!(case.state().outcome(), Some(Outcome::Withdrawn));
    assert_eq!(Filing::outline(case.state()).state, "deemed_withdrawn");
}

#[test]
fn s07_in_2024_delegation_came_before_filing_and_failed_means_filing() {
    let mut case = Case::received("2024-11-04");
    case.refused("2026-02-27", delegate(&[2], "2024-11-05"), "NOT_AGREED");
    case.give("2026-02-27", delegate(&[1, 2], "2024-11-05"));
    case.refused("2026-02-27", signed("2025-01-02"), "DELEGATION_CLOSED");
    case.give("2026-02-27", signed("2024-11-06"));
    let start = ClockEffect::Start {
        key: "mediation".into(),
        rule: "T-C-05".into(),
        from: day("2024-11-06"),
    };
    assert!(Filing::clocks(case.facts.last().unwrap()).contains(&start));
    case.refused("2024-12-06", Command::MediationLapsed, "MEDIATION_RUNS");
    case.give("2026-02-27", back(MediationResult::Failed, "2024-12-05"));
    assert_eq!(case.state().stage, Stage::Received { since: day("2024-12-05") });
    let refuse = Command::RefuseFiling { ground: RefusalGround::NoClaim, on: day("2024-12-06") };
    case.refused("2026-02-27", refuse, "MUST_FILE");
    case.give("2026-02-27", file("2024-12-06"));

    // From 2025 on: file first.
    let new = Case::received("2025-01-01");
    new.refused("2026-02-27", delegate(&[1, 2], "2025-01-01"), "DELEGATION_CLOSED");
}

/// S07.6: whatever else happens, a complaint received from 2025 on is decided or filed after 7
/// days.
#[test]
fn s07_nothing_waits_unfiled_beyond_seven_days() {
    let case = Case::received("2026-02-27");
    let open = Filing::clocks(&case.facts[0]);
    let file =
        ClockEffect::Start { key: "file".into(), rule: "T-E-02".into(), from: day("2026-02-27") };
    assert_eq!(open, [file]);
    let facts = case.tried("2026-03-07", Command::FileFirst).unwrap();
    assert!(matches!(facts[..], [Fact::Filed { first: true, .. }]));
}

#[test]
fn a_settlement_in_mediation_closes_the_case_in_three_ways() {
    let out = || {
        let mut case = Case::filed("2026-03-02");
        case.give("2026-03-02", entrust(&[1, 2], "2026-03-02"));
        case.give("2026-03-03", signed("2026-03-03"));
        case
    };
    let mut closed = out();
    closed.give("2026-03-05", back(MediationResult::AgreedClosed, "2026-03-05"));
    assert_eq!(closed.state().outcome(), Some(Outcome::Performed));

    let mut withdrawn = out();
    withdrawn.give("2026-03-05", back(MediationResult::AgreedWithdrawal, "2026-03-05"));
    withdrawn.give("2026-03-06", Command::AllowWithdrawal { on: day("2026-03-06") });
    assert_eq!(withdrawn.state().outcome(), Some(Outcome::Withdrawn));

    let mut stated = out();
    stated.give("2026-03-05", back(MediationResult::AgreedStatement, "2026-03-05"));
    assert!(Filing::outline(stated.state()).next_zh.contains("调解书"));
    stated.give("2026-03-06", Command::MakeStatement { agreed: vec![1, 2], on: day("2026-03-06") });
    stated.give("2026-03-09", Command::ServeStatement { party: 1, on: day("2026-03-09") });
    assert_eq!(stated.state().outcome(), None);
    stated.give("2026-03-10", Command::ServeStatement { party: 2, on: day("2026-03-10") });
    assert_eq!(stated.state().outcome(), Some(Outcome::Agreed));
}

#[test]
fn an_appraisal_during_mediation_does_not_count() {
    let mut case = Case::filed("2026-03-02");
    case.give("2026-03-02", entrust(&[1, 2], "2026-03-02"));
    case.give("2026-03-02", signed("2026-03-02"));
    let resume = |to: &str| Command::NoteMediationResumed { to: day(to) };
    case.refused("2026-03-04", resume("2026-03-04"), "TIME_RUNS");
    let stop = Command::NoteMediationStopped { on: day("2026-03-04") };
    case.give("2026-03-04", stop.clone());
    case.refused("2026-03-04", stop, "TIME_STOPPED");
    case.refused("2026-06-01", Command::MediationLapsed, "TIME_STOPPED");
    case.give("2026-03-13", resume("2026-03-13"));
    // Ten days more: 19 March instead of 9 March.
    case.refused("2026-03-19", Command::MediationLapsed, "MEDIATION_RUNS");
    assert!(case.tried("2026-03-20", Command::MediationLapsed).is_ok());
}

#[test]
fn nobody_signs_and_the_case_is_taken_back() {
    let mut case = Case::filed("2026-03-02");
    case.refused("2026-03-02", Command::TakeBack, "NOT_IN_MEDIATION");
    case.give("2026-03-02", entrust(&[1, 2], "2026-03-02"));
    case.refused("2026-03-03", choose(Track::SmallClaims, "2026-03-03"), "IN_MEDIATION");
    case.give("2026-03-06", Command::TakeBack);
    assert_eq!(case.state().mediated, None);
    assert!(case.tried("2026-03-06", entrust(&[1, 2], "2026-03-06")).is_ok());
}
