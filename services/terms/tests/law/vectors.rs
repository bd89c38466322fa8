//! Dates computed by others: V01 to V28, and the tables of deadline vectors.

use jiefen_terms::Law;
use jiff::civil::Date;
use serde_json::Value;

use super::{ask, check, due};

#[test]
fn every_vector_of_the_law_survey_comes_out() {
    check(&[
        ("V01", "T-B-06", "2026-09-03", &[], 0, "2026-10-08"),
        ("V01", "T-D-01", "2026-09-03", &[], 0, "2026-10-08"),
        ("V02", "T-L-01", "2026-09-25", &[], 0, "2026-10-10"),
        ("V03", "T-K-02", "2026-09-30", &[], 0, "2026-10-13"),
        ("V04", "T-P-01", "2026-09-01", &[], 0, "2026-10-19"),
        ("V05", "T-P-01", "2026-09-01", &["2026-09-10..2026-10-20@appraisal"], 0, "2026-11-23"),
        ("V06", "T-C-03", "2026-02-13", &[], 0, "2026-02-24"),
        ("V07", "T-F-04", "2026-04-21", &[], 0, "2026-05-06"),
        ("V08", "T-H-09", "2026-08-20", &[], 0, "2026-10-08"),
        ("V09", "T-H-09", "2026-08-20", &[], 15, "2026-10-19"),
        ("V10", "T-E-08", "2026-06-30", &[], 0, "2026-08-31"),
        ("V11", "T-E-11", "2025-08-31", &[], 0, "2026-02-28"),
        ("V12", "T-Q-01", "2026-02-12", &[], 0, "2026-02-28"),
        ("V13", "T-H-16", "2026-09-21", &[], 0, "2026-10-08"),
        ("V14", "T-K-01", "2026-08-03", &[], 0, "2026-10-08"),
        ("V15", "T-R-02", "2026-10-01T10:20:00", &[], 0, "2026-10-04T11:00:00"),
        ("V16", "T-C-02", "2026-03-02", &[], 0, "2026-03-17"),
        ("V17", "T-C-02", "2026-03-02", &[], 30, "2026-04-16"),
        ("V18", "T-E-11", "2026-02-27", &["2026-03-18..2026-04-16"], 0, "2026-09-28"),
        ("V19", "T-L-05", "2026-07-31", &[], 0, "2026-09-29"),
        ("V20", "T-L-05", "2026-07-31", &[], 30, "2026-10-29"),
        ("V21", "T-L-03", "2026-09-30", &[], 0, "2026-10-13"),
        ("V22", "T-H-02", "2026-09-16", &[], 0, "2026-10-08"),
        ("V23", "T-H-04", "2026-09-16", &[], 0, "2026-10-16"),
        ("V24", "T-E-02", "2026-09-28", &[], 0, "2026-10-08"),
        ("V25", "T-N-01", "2026-04-30", &[], 0, "2026-05-08"),
        ("V26", "T-O-03", "2026-04-27", &[], 0, "2026-05-07"),
        ("V27", "T-I-02", "2026-02-13", &[], 0, "2026-02-27"),
        ("V28", "T-D-04", "2026-07-03", &[], 0, "2026-08-03"),
    ]);
}

#[test]
fn every_deadline_vector_comes_out_and_is_certain() {
    let vectors: Vec<Value> =
        serde_json::from_str(include_str!("../data/deadline-vectors.json")).expect("vectors");
    assert_eq!(vectors.len(), 86, "the table is whole");
    for vector in &vectors {
        let field = |name: &str| vector[name].as_str().expect("a text");
        let answer = ask(field("rule"), field("start"), &[], 0);
        assert_eq!(answer.due.to_string(), field("due"), "{vector}");
        assert!(!answer.provisional, "{vector}");
    }
}

#[test]
fn every_edge_of_the_calendar_comes_out_under_a_local_limit_of_that_shape() {
    let edges: Vec<Value> =
        serde_json::from_str(include_str!("../data/deadline-edges.json")).expect("edges");
    for edge in &edges {
        let unit = format!("{}s", edge["unit"].as_str().expect("a unit"));
        let text = format!(
            "[[rule]]\nid = \"policy.edge\"\ntitle = {{ zh = \"边界\", en = \"edge\" }}\nn = {}\n\
             unit = \"{unit}\"\nstart = {{ zh = \"起算\", en = \"start\" }}\nowner = \"agency\"\n\
             roll = {}\nsource = \"测试\"\n",
            edge["n"], edge["roll"]
        );
        let law = Law::with_local(&text).expect("a local limit");
        let start: Date = edge["start"].as_str().expect("a start").parse().expect("a day");
        let answer = law.due(&jiefen_terms::Query::new("policy.edge", start)).expect("a date");
        assert_eq!(answer.due.to_string(), edge["due"].as_str().expect("a due"), "{edge}");
    }
}

#[test]
fn the_dates_of_the_registered_examples_come_out_by_row_or_by_name() {
    check(&[
        (
            "expropriation petition",
            "petition.registration_dispatch",
            "2026-10-26",
            &[],
            0,
            "2026-11-10",
        ),
        ("wages", "labour.mediation", "2026-06-29", &[], 0, "2026-07-14"),
        ("wages of many", "T-H-01", "2026-01-19", &[], 0, "2026-02-03"),
        ("consumer", "consumer.accept", "2026-04-28", &[], 0, "2026-05-11"),
        ("medical", "T-P-02", "2026-09-16", &[], 0, "2026-09-22"),
        ("medical", "T-P-02.accept", "2026-09-16", &[], 0, "2026-09-22"),
        ("traffic", "traffic.mediation", "2026-10-09", &[], 0, "2026-10-19"),
        ("reconsideration", "T-K-02", "2026-09-25", &[], 0, "2026-10-09"),
    ]);
}

#[test]
fn a_clock_in_hours_starts_with_the_next_full_hour_even_on_the_full_hour() {
    assert_eq!(due("T-R-02.urgent", "2026-10-01T10:00:00", &[], 0), "2026-10-02T11:00:00");
    assert_eq!(due("T-E-17", "2026-12-31T23:59:59", &[], 0), "2027-01-03T00:00:00");
    assert_eq!(due("T-P-05", "2026-10-01T10:20:00", &[], 0), "2026-10-03T10:20:00");
}

#[test]
fn a_notice_before_a_hearing_is_counted_backwards() {
    assert_eq!(due("T-E-05", "2026-10-09", &[], 0), "2026-10-06");
    let notice = ask("T-E-05", "2026-10-09", &[], 0);
    assert_eq!(notice.act_by.map(|day| day.to_string()), Some("2026-09-30".to_owned()));
    assert_eq!(due("T-K-08", "2026-10-12", &[], 0), "2026-09-29");
}

#[test]
fn a_petition_duty_that_ends_on_a_rest_day_does_not_roll_but_names_the_working_day_before() {
    let answer = ask("T-L-01", "2026-10-16", &[], 0);
    assert_eq!(answer.due.to_string(), "2026-10-31", "a Saturday");
    assert_eq!(answer.act_by.map(|day| day.to_string()), Some("2026-10-30".to_owned()));
    let right = ask("T-L-06", "2026-10-01", &[], 0);
    assert_eq!(right.due.to_string(), "2026-11-02", "the petitioner's right rolls to Monday");
    assert_eq!(right.act_by, None);
}
