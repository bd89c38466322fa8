//! The law of the notarised instrument, as tables and as the plan's scenarios.

use jiefen_procedure::matrix::Standing;
use jiefen_procedure::{ClockEffect, Explain, Procedure};
use jiefen_vocab::{Outcome, Role, TrackKind};
use proptest::prelude::*;

use super::samples::*;
use super::*;
use crate::testing::{Case, at_random, due, walked};
use jiefen_procedure::kit::day;

type Paper = Case<NotarisedInstrument>;

fn issued(days: &[&str]) -> Paper {
    let mut case = Paper::new();
    case.give("2026-05-20", request(instrument(days)));
    case.give("2026-06-10", Command::Issue { on: day("2026-06-10") });
    case
}

fn noticed(days: &[&str]) -> Paper {
    let mut case = issued(days);
    case.give("2026-07-02", ask(&[1], "2026-07-02"));
    case.give("2026-07-08", Command::Certify { on: day("2026-07-08") });
    case.give("2026-07-09", Command::ApplyToCourt { on: day("2026-07-09") });
    case.give("2026-07-10", Command::Accept { on: day("2026-07-10") });
    case.give("2026-07-13", Command::ServeNotice { on: day("2026-07-13") });
    case
}

const THREE: [&str; 3] = ["2026-07-01", "2026-10-01", "2027-01-01"];

/// S20, 2 to 4: fifteen working days for the notary, two years for each part, the certificate restarts
/// that part's time, fifteen days to plead, sixty and thirty to review, enforcement goes on.
#[test]
fn s20_three_parts_each_with_its_own_two_years() {
    let mut case = Paper::new();
    case.give("2026-05-20", request(instrument(&THREE)));
    assert_eq!(due("T-G-03", "2026-05-20"), day("2026-06-10"));
    let facts = case.give("2026-06-10", Command::Issue { on: day("2026-06-10") });
    for (no, from) in [(1, "2026-07-01"), (2, "2026-10-01"), (3, "2027-01-01")] {
        let start = ClockEffect::Start {
            key: format!("enforce:{no}"),
            rule: "T-G-04".into(),
            from: day(from),
        };
        assert!(NotarisedInstrument::clocks(&facts[0]).contains(&start));
    }
    assert_eq!(due("T-G-04", "2026-07-01"), day("2028-07-03"), "1 July 2028 is a Saturday");
    case.refused("2026-07-01", ask(&[1], "2026-07-01"), "NOT_DUE");
    case.refused("2026-07-02", ask(&[1, 2], "2026-07-02"), "NOT_DUE");
    let facts = case.give("2026-07-02", ask(&[1], "2026-07-02"));
    let restarted = ClockEffect::Start {
        key: "enforce:1".into(),
        rule: "T-G-04".into(),
        from: day("2026-07-02"),
    };
    assert!(NotarisedInstrument::clocks(&facts[0]).contains(&restarted));
    case.refused("2026-07-02", Command::ApplyToCourt { on: day("2026-07-02") }, "NO_CERTIFICATE");
    case.give("2026-07-08", Command::Certify { on: day("2026-07-08") });
    case.give("2026-07-09", Command::ApplyToCourt { on: day("2026-07-09") });
    case.give("2026-07-10", Command::Accept { on: day("2026-07-10") });
    case.give("2026-07-13", Command::ServeNotice { on: day("2026-07-13") });
    assert_eq!(due("T-G-06", "2026-07-13"), day("2026-07-28"));
    case.refused(
        "2026-07-29",
        plead(Ground::NotPresent, "2026-07-13", "2026-07-29"),
        "PLEA_TOO_LATE",
    );
    case.give("2026-07-28", plead(Ground::NotPresent, "2026-07-13", "2026-07-28"));
    assert_eq!(due("T-G-07", "2026-07-28"), day("2026-09-28"), "26 September is a Saturday");
    assert!(NotarisedInstrument::outline(case.state()).next_zh.contains("不停止执行"));
    let extend = |days| Command::ExtendReview { days, on: day("2026-09-01") };
    case.refused("2026-09-01", extend(30), "PRESIDENT_ONLY");
    case.refused_to(Role::CourtPresident, "2026-09-01", extend(31), "NO_SUCH_LIMIT");
    case.by("2026-09-01", Role::CourtPresident, extend(30));
    case.give("2026-10-20", Command::DecidePlea { upheld: false, on: day("2026-10-20") });
    assert_eq!(due("T-G-07.review", "2026-10-20"), day("2026-10-30"));
    case.refused("2026-10-30", Command::ReviewTimePassed, "REVIEW_TIME_RUNS");
    case.expire("2026-10-31", "ask_review");
    assert_eq!(case.at(), "issued", "the other parts go on");
    assert_eq!(case.state().instalments[0].fate, Fate::Enforced);
    case.give("2026-11-02", Command::RecordPerformance { instalment: 2, on: day("2026-11-02") });
    case.expire("2029-01-03", "enforce:3");
    assert_eq!((case.at(), case.state().outcome()), ("in_parts", Some(Outcome::Decided)));
}

#[test]
fn the_notarys_time_stops_for_listed_reasons_only() {
    let mut case = Paper::new();
    case.give("2026-05-20", request(instrument(&THREE)));
    let stop = |reason: &str| Command::StopNotary { reason: reason.into(), on: day("2026-05-25") };
    case.refused("2026-05-25", stop("holiday"), "NO_SUCH_LIMIT");
    case.give("2026-05-25", stop("missing_proof"));
    case.refused("2026-05-26", Command::Issue { on: day("2026-05-26") }, "NOTARY_STOPPED");
    case.give("2026-05-29", Command::ResumeNotary { to: day("2026-05-29") });
    case.give("2026-06-17", Command::Issue { on: day("2026-06-17") });
    let silent = Instrument { submits: false, ..instrument(&THREE) };
    Paper::new().refused("2026-05-20", request(silent), "NO_SUBMISSION");
}

/// 12, 13, 22: procedure is for a plea, corruption counts from knowledge, substance is for a suit.
#[test]
fn what_the_debtor_may_plead_and_until_when() {
    let case = noticed(&THREE);
    for (ground, known_on, on, name) in [
        (Ground::Incapable, "2026-07-13", "2026-07-28", ""),
        (Ground::Incapable, "2026-07-20", "2026-07-29", "PLEA_TOO_LATE"),
        (Ground::Corruption, "2026-07-20", "2026-08-04", ""),
        (Ground::Procedure, "2026-07-20", "2026-08-05", "PLEA_TOO_LATE"),
        (Ground::Corruption, "2026-01-05", "2026-07-29", "PLEA_TOO_LATE"),
        (Ground::Substance, "2026-07-13", "2026-07-14", "SUE_INSTEAD"),
    ] {
        if name.is_empty() {
            case.may(on, plead(ground, known_on, on));
        } else {
            case.refused(on, plead(ground, known_on, on), name);
        }
    }
    case.refused("2026-07-28", Command::PleaTimePassed, "PLEA_TIME_RUNS");
}

/// T-G-05: not accepted: ten days to the upper court, then a suit.
#[test]
fn a_refusal_of_the_court_is_open_to_review() {
    let mut case = issued(&["2026-07-01"]);
    case.give("2026-07-02", ask(&[1], "2026-07-02"));
    case.give("2026-07-08", Command::Certify { on: day("2026-07-08") });
    case.give("2026-07-09", Command::ApplyToCourt { on: day("2026-07-09") });
    assert!(!case.clocks.contains("enforce:1"), "pursued in time");
    case.give("2026-07-10", Command::Decline { on: day("2026-07-10") });
    assert_eq!(due("T-G-05.review", "2026-07-10"), day("2026-07-20"));
    let review = |on: &str| Command::AskReview { on: day(on) };
    case.refused("2026-07-21", review("2026-07-21"), "REVIEW_TOO_LATE");
    let mut silent = case.clone();
    let facts = silent.expire("2026-07-21", "ask_review");
    assert_eq!((silent.at(), silent.state().outcome()), ("not_enforced", Some(Outcome::Failed)));
    assert!(NotarisedInstrument::notices(&facts[0])[0].zh.contains("起诉"));
    case.give("2026-07-20", review("2026-07-20"));
    assert_eq!(due("T-G-07.review_decide", "2026-07-20"), day("2026-08-19"));
    case.give("2026-08-10", Command::RecordReview { changed: true, on: day("2026-08-10") });
    assert_eq!(case.at(), "at_court");
    case.may("2026-08-11", Command::ServeNotice { on: day("2026-08-11") });
}

#[test]
fn a_plea_that_holds_ends_enforcement_of_that_part() {
    let mut case = noticed(&["2026-07-01"]);
    case.give("2026-07-20", plead(Ground::NotPresent, "2026-07-13", "2026-07-20"));
    case.give("2026-08-20", Command::DecidePlea { upheld: true, on: day("2026-08-20") });
    assert_eq!((case.at(), case.state().outcome()), ("not_enforced", Some(Outcome::Failed)));
    let mut paid = noticed(&["2026-07-01"]);
    paid.give("2026-07-20", Command::RecordPerformance { instalment: 1, on: day("2026-07-20") });
    assert_eq!((paid.at(), paid.state().outcome()), ("performed", Some(Outcome::Performed)));
    let mut refused = issued(&THREE);
    refused.give("2026-07-02", ask(&[1], "2026-07-02"));
    refused.give("2026-07-08", Command::RefuseCertificate { on: day("2026-07-08") });
    assert_eq!(refused.at(), "issued");
    assert_eq!(refused.state().instalments[0].from, day("2026-07-02"), "the request interrupted");
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    walked::<NotarisedInstrument>(&moves(), &lines(), 15, &[include_str!("rows.rs")]);
}

/// I4: a court that already enforces the instrument is not asked a second time.
#[test]
fn an_instrument_is_enforced_once() {
    let certified = |known: Option<(TrackKind, Standing)>| {
        let mut command = request(instrument(&THREE));
        if let Command::Request { brief, .. } = &mut command {
            brief.known.tracks.extend(known);
        }
        let mut case = Paper::new();
        case.give("2026-05-20", command);
        case.give("2026-06-10", Command::Issue { on: day("2026-06-10") });
        case.give("2026-07-02", ask(&[1], "2026-07-02"));
        case.give("2026-07-08", Command::Certify { on: day("2026-07-08") });
        case
    };
    let to_court = || Command::ApplyToCourt { on: day("2026-07-09") };
    let running = Some((TrackKind::NotarizedEnforcement, Standing::Running));
    let refusal = certified(running).tried("2026-07-09", Role::Judge, &to_court()).unwrap_err();
    assert_eq!(refusal.name(), "SAME_TRACK_RUNNING");
    assert_eq!(refusal.basis(), "T-L-10；民事诉讼法127(5)");
    certified(None).may("2026-07-09", to_court());
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..60)) {
        at_random::<NotarisedInstrument>(&moves(), &picks, |state, clocks| {
            assert_eq!(&tell::running(state), clocks);
            let pursued = state.instalments.iter().any(|one| one.fate == Fate::Pursued);
            let idle = matches!(
                state.stage,
                Stage::Requested | Stage::Issued | Stage::Ended { .. }
            );
            assert_eq!(pursued, !idle);
        });
    }
}
