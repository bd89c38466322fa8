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
    assert_eq!(cases.len(), 29);
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
        (r#"{"location": "999999"}"#, "location"),
        (r#"{"location": "640122103999"}"#, "location"),
        (r#"{"other_location": "640199"}"#, "other_location"),
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

#[test]
fn a_field_that_nobody_reads_is_named() {
    let one = with(
        r#"{"decison": {}, "parties": [{"name": "甲", "role": "applicant", "kind": "person", "age": 7}],
        "decision": {"type": "neighbour", "responsible": "village_mediation",
            "track": "people_mediation", "endng": "failed", "then": null}}"#,
    );
    assert_eq!(one.unused, ["decison", "parties[0].age", "decision.endng"]);
    assert_eq!(with("{}").unused, [""; 0]);
    assert!(load(None).unwrap().iter().all(|listed| listed.unused.is_empty()));
}

#[test]
fn a_dispute_may_go_on_to_its_next_route_only_while_it_is_unresolved() {
    let decided = |ending: &str, then: &str| {
        let decision = format!(
            r#"{{"type": "labour", "responsible": "county_mediation_center",
            "track": "people_mediation", "ending": "{ending}", "then": {then}}}"#
        );
        with(&format!(r#"{{"decision": {decision}}}"#)).case
    };
    let award = r#"{"responsible": "labour_arbitration_commission", "track": "labour_arbitration",
        "ending": "final_award"}"#;
    let next = decided("failed", award).unwrap().then.unwrap();
    assert_eq!(next.responsible.to_string(), "640122.labour_arbitration_commission");
    assert_eq!((next.track.as_str(), next.ending), ("labour_arbitration", Ending::FinalAward));
    for (ending, then, named) in [
        ("agreed_written", award, "then"),
        ("failed", r#"{"responsible": "court", "track": "duel"}"#, "track"),
        (
            "failed",
            r#"{"responsible": "court", "track": "litigation", "ending": "opinion"}"#,
            "ending",
        ),
        ("failed", r#"{"responsible": "town_zz", "track": "people_mediation"}"#, "responsible"),
    ] {
        let error = format!("{:#}", decided(ending, then).unwrap_err());
        assert!(error.contains(named), "{then}: {error}");
    }
}

#[test]
fn who_wants_the_court_to_entrust_mediation_files_a_complaint_first_since_2025() {
    let parties = r#""parties": [{"name": "甲", "role": "applicant", "kind": "person"},
        {"name": "乙", "role": "respondent", "kind": "person"}]"#;
    let at = |day: &str, track: &str| {
        let decision =
            format!(r#"{{"type": "contract_debt", "responsible": "court", "track": "{track}"}}"#);
        let day = format!(r#""registered_at": "{day}T09:00:00+08:00""#);
        let case = with(&format!(r#"{{{day}, {parties}, "decision": {decision}}}"#)).case.unwrap();
        (case.track, case.ending)
    };
    for track in ["court_entrusted_mediation", "court_entrusted_mediation_in_litigation"] {
        let filed = ("litigation".to_owned(), Ending::EntrustedSettled);
        assert_eq!(at("2025-01-01", track), filed, "{track}");
    }
    let before = at("2024-12-31", "court_entrusted_mediation");
    assert_eq!(before, ("court_entrusted_mediation".to_owned(), Ending::Stands));
}
