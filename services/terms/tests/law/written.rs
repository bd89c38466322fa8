//! The written form of `jiefen due`, and what is stored of a clock.

use jiefen_terms::{Deadline, Law, Query, Start, TermsError, cli};
use jiff::civil::date;
use serde_json::json;

#[test]
fn one_answer_has_exactly_the_agreed_fields() {
    let answer = cli::due("T-D-01", "2026-09-03", &[], None).expect("an answer");
    let value = serde_json::to_value(&answer).expect("JSON");
    let keys: Vec<&String> = value.as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["due", "from", "provisional", "rule", "steps"]);
    assert_eq!(value["due"], "2026-10-08");
    assert_eq!(value["provisional"], false);
    let step = value["steps"][0].as_object().expect("a step");
    assert_eq!(step.keys().collect::<Vec<_>>(), ["date", "source", "why"]);
}

#[test]
fn stops_and_extensions_are_read_from_text() {
    let answer = cli::due("T-P-01", "2026-09-01", &["2026-09-10..2026-10-20"], None).expect("due");
    assert_eq!(answer.due, "2026-11-23");
    assert_eq!(cli::due("T-C-02", "2026-03-02", &[], Some(30)).expect("due").due, "2026-04-16");
    let error = cli::due("T-P-01", "2026-09-01", &["2026-09-10-2026-10-20"], None);
    assert!(matches!(error, Err(TermsError::BadStop { .. })));
    assert!(matches!(cli::due("T-P-01", "1 Sept", &[], None), Err(TermsError::BadDate { .. })));
}

#[test]
fn a_start_may_carry_an_offset_and_is_brought_to_beijing_time() {
    for start in ["2026-10-01T10:20:00", "2026-10-01T10:20:00+08:00", "2026-10-01T02:20:00Z"] {
        let answer = cli::due("T-R-02", start, &[], None).expect("an answer");
        assert_eq!(answer.due, "2026-10-04T11:00:00", "{start}");
        assert_eq!(answer.from, "2026-10-01T10:20:00", "{start}");
    }
    let late = cli::due("T-D-01", "2026-09-02T23:30:00Z", &[], None).expect("an answer");
    assert_eq!(late.due, "2026-10-08", "already 3 September in Beijing");
}

#[test]
fn a_batch_answers_every_line_in_order_and_loses_none() {
    let lines = [
        json!({"rule": "T-D-01", "start": "2026-09-03", "id": 7}),
        json!({"rule": "T-X-99", "start": "2026-09-03"}),
        json!({"rule": "T-D-01"}),
        json!("nonsense"),
        json!({"rule": "T-H-09", "start": "2026-08-20", "extend": 15, "due": "wrong"}),
        json!({"rule": "T-P-01", "start": "2026-09-01", "stops": ["2026-09-10..2026-10-20"]}),
        json!({"rule": "T-D-04", "start": "2026-12-20"}),
        json!({"rule": "T-R-02", "start": "2026-10-01T10:20:00+08:00"}),
        json!({"rule": "T-P-01", "start": "2026-09-01", "stop": "2026-09-10..2026-10-20"}),
        json!({"rule": "T-H-09", "start": "2026-08-20", "extend": "15"}),
    ];
    let answers = cli::batch(&lines);
    assert_eq!(answers.len(), lines.len());
    assert_eq!(
        answers[0],
        json!({"rule": "T-D-01", "start": "2026-09-03", "id": 7, "due": "2026-10-08", "provisional": false})
    );
    for lost in &answers[1..=3] {
        assert!(lost["error"].is_string() && lost.get("due").is_none(), "{lost}");
    }
    assert_eq!(answers[4]["due"], "2026-10-19");
    assert_eq!(answers[5]["due"], "2026-11-23");
    assert_eq!(answers[6]["provisional"], true);
    assert_eq!(answers[7]["due"], "2026-10-04T11:00:00");
    assert_eq!(answers[8]["due"], "2026-11-23", "the flag's name will do");
    let wrong = answers[9]["error"].as_str().expect("an error");
    assert!(wrong.contains("extend") && answers[9].get("due").is_none(), "{wrong}");
}

#[test]
fn a_deadline_and_a_question_survive_being_stored() {
    let query = Query::new("T-D-01", date(2026, 9, 3));
    let deadline = Law::shipped().due(&query).expect("a date");
    let text = serde_json::to_string(&deadline).expect("JSON");
    assert_eq!(serde_json::from_str::<Deadline>(&text).expect("a deadline"), deadline);
    let text = serde_json::to_string(&query).expect("JSON");
    assert_eq!(serde_json::from_str::<Query>(&text).expect("a question"), query);
    let moment: Start = "2026-10-01T10:20".parse().expect("a moment");
    let text = serde_json::to_string(&moment).expect("JSON");
    assert_eq!(serde_json::from_str::<Start>(&text).expect("a start"), moment);
}
