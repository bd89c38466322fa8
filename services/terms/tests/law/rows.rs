//! Every row of the survey is in the rule files, and the files are whole.

use jiefen_terms::{Law, Unit};

#[test]
fn the_embedded_texts_have_no_fault() {
    let faults: Vec<String> = Law::shipped().faults().iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn every_row_of_the_survey_has_a_rule() {
    let ids: Vec<&str> = include_str!("../data/row-ids.txt").lines().collect();
    assert_eq!(ids.len(), 200, "the list of rows is whole");
    let missing: Vec<&&str> = ids.iter().filter(|id| Law::shipped().rule(id).is_err()).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_rule_stands_in_a_row_of_the_survey_or_is_local() {
    let ids: Vec<&str> = include_str!("../data/row-ids.txt").lines().collect();
    for rule in Law::shipped().rules() {
        let row = rule.id.split('.').next().unwrap_or_default();
        assert!(ids.contains(&row) || (rule.local && row == "policy"), "{}", rule.id);
    }
}

#[test]
fn every_countable_rule_says_whose_it_is_and_what_its_expiry_means() {
    for rule in Law::shipped().rules().filter(|rule| rule.is_countable()) {
        assert_ne!(rule.effect, jiefen_terms::Effect::Nothing, "{}", rule.id);
        assert!(!rule.start.zh.is_empty(), "{}", rule.id);
    }
}

#[test]
fn numbers_and_units_are_those_of_the_survey() {
    let table: &[(&str, u32, Unit)] = &[
        ("T-A-04", 10, Unit::CalendarDays),
        ("T-A-05", 30, Unit::CalendarDays),
        ("T-A-06", 3, Unit::Years),
        ("T-A-07", 10, Unit::CalendarDays),
        ("T-B-02", 1, Unit::Months),
        ("T-B-03", 30, Unit::CalendarDays),
        ("T-C-06", 2, Unit::WorkingDays),
        ("T-C-06.name", 3, Unit::WorkingDays),
        ("T-C-08", 3, Unit::WorkingDays),
        ("T-C-09", 30, Unit::CalendarDays),
        ("T-C-16", 15, Unit::CalendarDays),
        ("T-D-09", 6, Unit::Months),
        ("T-D-10", 2, Unit::Years),
        ("T-E-03", 30, Unit::CalendarDays),
        ("T-E-04", 5, Unit::CalendarDays),
        ("T-E-04.defence", 15, Unit::CalendarDays),
        ("T-E-14", 15, Unit::CalendarDays),
        ("T-E-14.ruling", 10, Unit::CalendarDays),
        ("T-E-15", 3, Unit::Months),
        ("T-E-16", 6, Unit::Months),
        ("T-E-17", 48, Unit::Hours),
        ("T-E-17.sue", 30, Unit::CalendarDays),
        ("T-G-01", 6, Unit::Months),
        ("T-G-02", 15, Unit::CalendarDays),
        ("T-G-06", 15, Unit::CalendarDays),
        ("T-G-07", 60, Unit::CalendarDays),
        ("T-H-03", 5, Unit::WorkingDays),
        ("T-H-05", 1, Unit::Years),
        ("T-H-07.defence", 10, Unit::WorkingDays),
        ("T-H-18", 10, Unit::CalendarDays),
        ("T-H-19", 30, Unit::CalendarDays),
        ("T-H-21", 60, Unit::WorkingDays),
        ("T-I-01", 2, Unit::Years),
        ("T-I-04", 2, Unit::WorkingDays),
        ("T-I-09", 30, Unit::CalendarDays),
        ("T-I-10", 7, Unit::WorkingDays),
        ("T-I-11", 6, Unit::Months),
        ("T-J-01", 5, Unit::CalendarDays),
        ("T-J-05", 30, Unit::CalendarDays),
        ("T-J-07", 2, Unit::Months),
        ("T-K-03", 5, Unit::WorkingDays),
        ("T-K-03.answer", 10, Unit::WorkingDays),
        ("T-K-04", 7, Unit::WorkingDays),
        ("T-K-04.reply", 10, Unit::WorkingDays),
        ("T-K-05", 3, Unit::WorkingDays),
        ("T-K-12", 60, Unit::CalendarDays),
        ("T-K-13", 60, Unit::CalendarDays),
        ("T-K-14", 30, Unit::CalendarDays),
        ("T-K-16", 6, Unit::Months),
        ("T-K-17", 7, Unit::CalendarDays),
        ("T-K-19", 3, Unit::WorkingDays),
        ("T-L-02", 15, Unit::CalendarDays),
        ("T-L-07", 30, Unit::CalendarDays),
        ("T-M-01", 7, Unit::CalendarDays),
        ("T-M-02", 3, Unit::Months),
        ("T-M-04", 30, Unit::CalendarDays),
        ("T-N-02", 7, Unit::WorkingDays),
        ("T-O-04", 3, Unit::CalendarDays),
        ("T-P-05", 48, Unit::Hours),
        ("T-P-06", 14, Unit::CalendarDays),
        ("T-P-07", 3, Unit::Years),
        ("T-P-08", 30, Unit::WorkingDays),
        ("T-Q-06", 15, Unit::WorkingDays),
        ("T-Q-08", 7, Unit::WorkingDays),
        ("T-R-02", 72, Unit::Hours),
        ("T-R-05", 7, Unit::CalendarDays),
        ("T-R-06", 10, Unit::CalendarDays),
        ("T-R-03", 0, Unit::AtOnce),
    ];
    for (id, n, unit) in table {
        let rule = Law::shipped().rule(id).expect("a rule");
        assert_eq!((rule.n, rule.unit), (*n, *unit), "{id}");
    }
}
