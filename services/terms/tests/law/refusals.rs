//! Questions without a date for an answer: each refusal says what is right instead.

use jiefen_terms::{Law, Query, Span, Start, TermsError};
use jiff::civil::date;

fn refuse(query: &Query) -> TermsError {
    Law::shipped().due(query).expect_err("a refusal")
}

#[test]
fn an_unknown_rule_suggests_rules_like_it() {
    let error = refuse(&Query::new("T-D-1", date(2026, 9, 3)));
    assert!(error.to_string().contains("T-D-01"), "{error}");
    let lower = refuse(&Query::new("t-h-09", date(2026, 9, 3)));
    assert!(lower.to_string().contains("T-H-09"), "{lower}");
}

#[test]
fn a_rule_that_is_no_time_limit_says_so() {
    for rule in ["T-A-01", "T-E-06", "T-H-10", "T-N-06", "T-R-10"] {
        let error = refuse(&Query::new(rule, date(2026, 9, 3)));
        assert!(matches!(error, TermsError::NotATimeLimit { .. }), "{rule}: {error}");
    }
    let body = refuse(&Query::new("T-J-02", date(2026, 9, 3)));
    assert!(matches!(body, TermsError::BodyRules { .. }), "{body}");
}

#[test]
fn hours_need_a_moment() {
    let error = refuse(&Query::new("T-R-02", date(2026, 10, 1)));
    assert!(matches!(error, TermsError::NeedsMoment { .. }), "{error}");
}

#[test]
fn stops_that_overlap_or_end_before_they_begin_are_refused() {
    let ask = || Query::new("T-P-01", date(2026, 9, 1));
    let inverted = ask().stopped(Span::new(date(2026, 9, 20), date(2026, 9, 10)));
    assert!(matches!(refuse(&inverted), TermsError::StopInverted { .. }));
    let overlapping = ask()
        .stopped(Span::new(date(2026, 9, 20), date(2026, 9, 25)))
        .stopped(Span::new(date(2026, 9, 10), date(2026, 9, 20)));
    assert!(matches!(refuse(&overlapping), TermsError::StopsOverlap { .. }));
}

#[test]
fn a_named_reason_must_stand_on_the_rules_list() {
    let span = Span::new(date(2026, 9, 10), date(2026, 9, 20));
    let query = Query::new("T-P-01", date(2026, 9, 1)).stopped(span.clone().because("holiday"));
    let error = refuse(&query);
    assert!(matches!(&error, TermsError::StopNotListed { allowed, .. } if allowed == "appraisal"));
    let restart = Query::new("T-H-05", date(2026, 1, 5)).stopped(span.because("claim"));
    let error = refuse(&restart);
    assert!(matches!(error, TermsError::StopRestarts { from, .. } if from == date(2026, 9, 20)));
}

#[test]
fn a_fixed_period_an_hour_and_a_duty_at_once_take_no_stop() {
    let span = Span::new(date(2026, 9, 10), date(2026, 9, 20));
    for rule in ["T-D-09", "T-E-16", "T-R-02", "T-B-07", "T-E-05"] {
        let start = Start::Moment(date(2026, 9, 1).at(9, 0, 0, 0));
        let error = refuse(&Query::new(rule, start).stopped(span.clone()));
        assert!(matches!(error, TermsError::StopImpossible { .. }), "{rule}: {error}");
    }
}

#[test]
fn an_extension_over_the_cap_or_without_a_basis_is_refused() {
    let over = refuse(&Query::new("T-C-02", date(2026, 3, 2)).extended(31));
    assert!(matches!(over, TermsError::ExtensionOverCap { cap: 30, .. }), "{over}");
    let none = refuse(&Query::new("T-D-01", date(2026, 9, 3)).extended(1));
    assert!(matches!(none, TermsError::NotExtendable { .. }), "{none}");
    let two_stages = Law::shipped().due(&Query::new("T-E-11", date(2026, 1, 5)).extended(9));
    assert!(two_stages.is_ok(), "six months by the president, three by the upper court");
    let uncapped = Law::shipped().due(&Query::new("T-C-16", date(2026, 3, 2)).extended(100));
    assert!(uncapped.is_ok(), "the parties may agree on any length");
}

#[test]
fn a_rule_out_of_force_names_its_successor() {
    let old = refuse(&Query::new("T-Q-02", date(2026, 4, 15)));
    assert!(old.to_string().contains("T-Q-03"), "{old}");
    let new = refuse(&Query::new("T-Q-03", date(2026, 4, 14)));
    assert!(new.to_string().contains("T-Q-02"), "{new}");
    let delegated = refuse(&Query::new("T-C-05", date(2025, 1, 1)));
    assert!(delegated.to_string().contains("T-C-02"), "{delegated}");
}

#[test]
fn a_clock_takes_the_version_of_its_start_and_may_keep_it() {
    let due = |query: Query| Law::shipped().due(&query).expect("a date");
    let before = due(Query::new("T-J-06", date(2026, 2, 28)));
    assert_eq!((before.version, before.due.to_string()), (1, "2026-08-28".to_owned()));
    let after = due(Query::new("T-J-06", date(2026, 3, 1)));
    assert_eq!((after.version, after.due.to_string()), (2, "2026-06-01".to_owned()));
    let kept = due(Query::new("T-J-06", date(2026, 3, 2)).under_version(1));
    assert_eq!((kept.version, kept.due.to_string()), (1, "2026-09-02".to_owned()));
    let unknown = refuse(&Query::new("T-J-06", date(2026, 3, 2)).under_version(7));
    assert!(matches!(unknown, TermsError::UnknownVersion { newest: 2, .. }), "{unknown}");
}

#[test]
fn the_last_year_of_the_calendar_is_an_answer_and_no_accident() {
    let error = refuse(&Query::new("T-D-10", date(9998, 12, 31)));
    assert!(matches!(error, TermsError::OutOfRange { .. }), "{error}");
    let error = refuse(&Query::new("T-P-01", date(9999, 12, 31)));
    assert!(matches!(error, TermsError::OutOfRange { .. }), "{error}");
}
