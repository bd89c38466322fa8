//! Files of disputes, good and bad.

use super::*;

fn listed(text: &str) -> Vec<Listed> {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("cases.json");
    std::fs::write(&file, text).unwrap();
    load(Some(&file)).unwrap()
}

fn with(change: &str) -> Listed {
    let mut case = serde_json::json!({
        "id": "X-1", "registered_at": "2026-03-11T09:00:00+08:00", "channel": "grid",
        "location": "640122102200", "text": "两家争一条水渠",
        "decision": {"type": "neighbour", "responsible": "village_mediation",
            "track": "people_mediation"},
    });
    let change: Value = serde_json::from_str(change).unwrap();
    for (field, value) in change.as_object().unwrap() {
        case[field] = value.clone();
    }
    listed(&serde_json::json!({"cases": [case]}).to_string()).remove(0)
}

#[test]
fn the_shipped_disputes_read() {
    let cases: Vec<Case> = load(None).unwrap().into_iter().map(|one| one.case.unwrap()).collect();
    assert_eq!(cases.len(), 26);
    let first = &cases[0];
    assert_eq!(first.counter.to_string(), "640122102.centre");
    assert_eq!(first.responsible.to_string(), "640122102200.village_mediation");
    assert_eq!(first.day(), jiff::civil::date(2026, 3, 11));
}

#[test]
fn a_wrong_dispute_is_named_with_its_field_and_the_others_are_read() {
    for (change, field) in [
        (r#"{"location": "64O122"}"#, "location"),
        (r#"{"location": "640000"}"#, "county"),
        (r#"{"registered_at": "yesterday"}"#, "registered_at"),
        (r#"{"channel": "pigeon"}"#, "channel"),
        (r#"{"text": "  "}"#, "text"),
        (r#"{"amount_yuan": -5}"#, "amount_yuan"),
        (r#"{"parties": [{"name": "甲", "role": "witness", "kind": "person"}]}"#, "parties.role"),
        (
            r#"{"decision": {"type": "feud", "responsible": "court", "track": "litigation"}}"#,
            "type",
        ),
        (r#"{"decision": {"type": "other", "responsible": "court", "track": "duel"}}"#, "track"),
        (r#"{"decision": {"type": "other", "responsible": "C O", "track": "litigation"}}"#, "C O"),
    ] {
        let one = with(change);
        let error = format!("{:#}", one.case.unwrap_err());
        assert!(one.id == "X-1" && error.contains(field), "{change}: {error}");
    }
    let other = "640122102200.village_mediation";
    let court = r#"{"decision": {"type": "other", "responsible": "court", "track": "litigation",
        "ending": "agreed_written"}}"#;
    assert!(format!("{:#}", with(court).case.unwrap_err()).contains("ending"));
    let both = listed(
        r#"{"cases": [{"id": "A"}, {"text": "x"}, {"id": "A"}, {"id": "B", "location": "640122102200",
        "registered_at": "2026-03-11T09:00:00+08:00", "channel": "grid", "text": "x", "expected":
        {"type": "neighbour", "responsible": "village_mediation", "track": "people_mediation"}}]}"#,
    );
    let read: Vec<(&str, bool)> =
        both.iter().map(|one| (one.id.as_str(), one.case.is_ok())).collect();
    assert_eq!(read, [("A", false), ("#2", false), ("A", false), ("B", true)]);
    assert_eq!(both[3].case.as_ref().unwrap().responsible.to_string(), other);
}

#[test]
fn what_a_file_leaves_out_is_taken_as_the_counter_would_take_it() {
    let one = with(r#"{"decision": null, "registered_at": "2019-05-06 08:30"}"#).case.unwrap();
    assert!(one.lacks_information() && one.ending == Ending::Stands);
    assert_eq!((one.kind.as_str(), one.responsible), ("other", one.counter));
    assert_eq!(one.day(), jiff::civil::date(2019, 5, 6));
    // Nobody to agree with: it stands with its unit.
    let alone = with("{}").case.unwrap();
    assert_eq!((alone.ending, alone.numbered()), (Ending::Stands, 1));
    let two = r#"{"parties": [{"name": "乙", "role": "respondent", "kind": "org"},
        {"name": "甲", "role": "applicant", "kind": "person"}]}"#;
    let both = with(two).case.unwrap();
    assert_eq!((both.ending, both.sides()), (Ending::AgreedWritten, (vec![1], vec![2])));
}

#[test]
fn a_dispute_goes_up_only_when_it_leaves_the_region_of_its_counter() {
    let crossing = |other: &str| {
        let decision = r#"{"type": "neighbour", "responsible": "village_mediation",
            "track": "people_mediation", "flags": ["cross_region"]}"#;
        let change = format!(r#"{{"other_location": "{other}", "decision": {decision}}}"#);
        with(&change).case.unwrap().superior_centre().map(|centre| centre.to_string())
    };
    assert_eq!(crossing("640122102211"), None);
    assert_eq!(crossing("640122101211").as_deref(), Some("640122.centre"));
    assert_eq!(crossing("640104200000").as_deref(), Some("640100.centre"));
    assert_eq!(crossing(""), None);
}
