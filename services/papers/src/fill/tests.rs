//! What is filled from a case, and what is not.

use std::collections::BTreeMap;

use jiefen_documents::{Family, family};
use serde_json::{Map, Value, json};

use super::{Drawn, From, Material, Unit, fill};

/// A mediation with an agreement before the parties, as its service shows it.
fn mediation() -> Value {
    json!({
        "head": { "name": "cases/1", "state": "drafted", "clocks": [
            { "rule": "T-A-06", "due": "2026-12-01", "state": "running" } ] },
        "code": "7K3M", "kind": "neighbour", "summary": "院墙排水", "by": "hand_off",
        "mediator": "mediator-1",
        "parties": [
            { "no": 1, "name": "马建国", "role": "applicant",
              "particulars": { "phone": "13909510001", "documentNumber": "640122195603021225",
                               "bornOn": { "year": 1956, "month": 3, "day": 2 },
                               "agents": [ { "name": "李律师", "relation": "律师" } ] } },
            { "no": 2, "name": "王秀英", "role": "respondent" } ],
        "sessions": [
            { "no": 1, "on": { "year": 2026, "month": 9, "day": 1 }, "place": "村部", "present": [1], "reached": "goes_on" },
            { "no": 2, "on": { "year": 2026, "month": 9, "day": 8 }, "place": "议事厅", "present": [1, 2], "reached": "agreed_in_substance" } ],
        "draft": { "facts": "双方就排水达成一致", "obligations": [
            { "no": 1, "obligor": 2, "obligee": 1, "what": "改建排水沟", "due": { "year": 2026, "month": 10, "day": 1 } },
            { "no": 2, "obligor": 1, "obligee": 2, "what": "补偿工料费", "amountFen": "80000",
              "due": { "year": 2026, "month": 10, "day": 8 } } ] },
    })
}

fn drawn(
    id: &str,
    view: &Value,
    earlier: &[(&'static Family, Map<String, Value>)],
) -> BTreeMap<String, Drawn> {
    let names = BTreeMap::from([("mediator-1".to_owned(), "刘长顺".to_owned())]);
    let unit = Unit {
        name: "雄英村人民调解委员会".to_owned(), phone: "0951-8061234".to_owned()
    };
    let today = "2026-09-15".parse().expect("a day");
    let material = Material { view, unit, names: &names, today, earlier, corrects: None };
    let family = family(id).expect("a family");
    fill(family, &material).into_iter().map(|one| (one.field.name.clone(), one)).collect()
}

fn value(drawn: &BTreeMap<String, Drawn>, name: &str) -> Value {
    drawn[name].value.clone().unwrap_or_default()
}

#[test]
fn an_agreement_takes_its_parties_terms_sum_and_days_from_the_draft() {
    let drawn = drawn("mediation_agreement", &mediation(), &[]);
    for (name, expected) in [
        ("committee", json!("雄英村人民调解委员会")),
        ("facts", json!("双方就排水达成一致")),
        (
            "terms",
            json!([
                "王秀英于2026年10月1日前改建排水沟；",
                "马建国于2026年10月8日前补偿工料费（人民币800.00元）。"
            ]),
        ),
        ("amount", json!(80_000)),
        ("due", json!("2026-10-08")),
        ("mediator", json!("刘长顺")),
        ("date", json!("2026-09-15")),
    ] {
        assert_eq!(value(&drawn, name), expected, "{name}");
    }
    let first = value(&drawn, "parties")[0].clone();
    assert_eq!(
        first,
        json!({ "name": "马建国", "document": "640122195603021225", "phone": "13909510001",
                "born_on": "1956-03-02", "agent": "李律师（律师）" })
    );
    let missing: Vec<&str> =
        drawn.values().filter(|one| one.is_missing()).map(|one| one.field.name.as_str()).collect();
    assert_eq!(missing, ["copies", "manner", "recorder"], "only what nobody has said yet is asked");
}

#[test]
fn persons_days_and_sums_of_the_case_are_fixed_and_its_wording_is_open() {
    let drawn = drawn("mediation_agreement", &mediation(), &[]);
    for (name, open) in [
        ("parties", false),
        ("amount", false),
        ("due", false),
        ("committee", false),
        ("number", false),
        ("facts", true),
        ("terms", true),
        ("recorder", true),
    ] {
        assert_eq!(drawn[name].is_open(), open, "{name}");
    }
}

#[test]
fn what_was_typed_for_one_paper_is_not_asked_again_for_the_next() {
    let agreement = family("mediation_agreement").expect("a family");
    let typed = json!({ "recorder": "李静", "number": "雄英村人调字〔2026〕第1号", "facts": "甲" });
    let earlier = vec![(agreement, typed.as_object().expect("an object").clone())];
    let record = drawn("mediation_record", &mediation(), &earlier);
    assert_eq!(
        (value(&record, "recorder"), record["recorder"].from),
        (json!("李静"), From::Earlier)
    );
    let visit = drawn("follow_up_record", &mediation(), &earlier);
    assert_eq!(value(&visit, "agreement"), json!("雄英村人调字〔2026〕第1号"));
}

#[test]
fn a_record_is_of_the_last_session_with_those_who_were_there() {
    let drawn = drawn("mediation_record", &mediation(), &[]);
    assert_eq!(value(&drawn, "no"), json!(2));
    assert_eq!(value(&drawn, "place"), json!("议事厅"));
    assert_eq!(value(&drawn, "date"), json!("2026-09-08"));
    assert_eq!(value(&drawn, "result"), json!("达成协议"));
    assert_eq!(value(&drawn, "present").as_array().map(Vec::len), Some(2));
    assert!(drawn["lines"].is_missing() && drawn["lines"].is_open(), "nobody has written them");
}

#[test]
fn a_staff_id_or_a_code_never_stands_where_a_name_belongs() {
    let mut view = mediation();
    view["mediator"] = json!("mediator-9");
    let drawn = drawn("mediation_agreement", &view, &[]);
    assert_eq!(drawn["mediator"].value, None);
    assert!(drawn["mediator"].is_missing() && drawn["mediator"].is_open());
}

#[test]
fn applicant_and_respondent_stand_apart_and_for_confirmation_together() {
    let apart = drawn("mediation_application", &mediation(), &[]);
    let name = |value: Value| value[0]["name"].clone();
    assert_eq!(name(value(&apart, "applicants")), json!("马建国"));
    assert_eq!(name(value(&apart, "respondents")), json!("王秀英"));
    let together = drawn("confirmation_application", &mediation(), &[]);
    assert_eq!(value(&together, "applicants").as_array().map(Vec::len), Some(2));
}
