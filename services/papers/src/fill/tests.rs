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

/// An order that was circulated, as its service shows it.
fn order() -> Value {
    json!({
        "head": { "name": "cases/1", "state": "circulated", "clocks": [
            { "rule": "policy.follow_up", "due": "2026-10-15", "state": "running" } ] },
        "unit": "640122101.centre", "ground": "3件移送逾期未答", "demand": "逐件签收\n\n确定承办人",
        "disputes": ["01A", "01B"], "circular": "五个工作日内没有答复。",
        "signedOn": { "year": 2026, "month": 9, "day": 1 },
    })
}

#[test]
fn a_circular_takes_ground_demands_and_words_from_the_order() {
    let drawn = self::drawn("circular", &order(), &[]);
    for (name, expected) in [
        ("ground", json!("3件移送逾期未答")),
        ("demand", json!(["逐件签收", "确定承办人"])),
        ("text", json!("五个工作日内没有答复。")),
        ("signed_on", json!("2026-09-01")),
        ("due", json!("2026-10-15")),
    ] {
        assert_eq!(value(&drawn, name), expected, "{name}");
    }
    let missing: Vec<&str> =
        drawn.values().filter(|one| one.is_missing()).map(|one| one.field.name.as_str()).collect();
    assert_eq!(missing, ["to", "unit"], "the register does not know the unit here");
    let letter = self::drawn("supervision_letter", &order(), &[]);
    assert_eq!(value(&letter, "timeline"), json!(["纠纷01A", "纠纷01B"]));
}

#[test]
fn a_sheet_takes_every_figure_with_what_was_counted_and_what_was_corrected() {
    let view = json!({
        "period": { "from": { "year": 2026, "month": 7, "day": 1 }, "to": { "year": 2026, "month": 9, "day": 30 } },
        "cutOff": { "day": { "year": 2026, "month": 10, "day": 8 } },
        "figures": [ { "indicator": "M-01", "zh": "调解成功率", "numerator": "45", "denominator": "50", "text": "90.00%" },
                     { "indicator": "M-07", "zh": "移送及时率", "variant": "T-B-02", "denominator": "3", "text": "0.00%" } ],
        "corrections": [ { "figure": { "indicator": "M-01" }, "before": { "numerator": "44", "denominator": "50" },
                           "after": { "numerator": "45", "denominator": "50" }, "reason": "有一件漏计" } ],
    });
    let drawn = self::drawn("score_sheet", &view, &[]);
    assert_eq!(value(&drawn, "to"), json!("全县"), "a sheet of no unit is the county's");
    assert_eq!(value(&drawn, "cut_off"), json!("2026-10-08"));
    assert_eq!(
        value(&drawn, "figures"),
        json!([{ "code": "M-01", "name": "调解成功率", "count": "45 / 50", "value": "90.00%" },
               { "code": "M-07", "name": "移送及时率（T-B-02）", "count": "0 / 3", "value": "0.00%" }])
    );
    let corrected = json!(["M-01：44 / 50更正为45 / 50。有一件漏计"]);
    assert_eq!(value(&drawn, "corrections"), corrected);
}

/// The body of a trade signs under its own title: it is no people's committee.
#[test]
fn the_papers_of_a_trade_s_mediation_take_the_text_that_is_before_the_parties() {
    let agreement = drawn("industry_mediation_agreement", &mediation(), &[]);
    assert_eq!(value(&agreement, "body"), json!("雄英村人民调解委员会"));
    assert_eq!(value(&agreement, "facts"), json!("双方就排水达成一致"));
    assert_eq!(value(&agreement, "mediator"), json!("刘长顺"));
    assert_eq!(value(&agreement, "date"), json!("2026-09-15"), "it is printed for signing");
    let record = drawn("industry_mediation_record", &mediation(), &[]);
    assert_eq!((value(&record, "no"), value(&record, "place")), (json!(2), json!("议事厅")));
    let title = |id| jiefen_documents::family(id).expect("a family").zh.as_str();
    assert_eq!(title("industry_mediation_agreement"), "行业调解协议书");
}

#[test]
fn the_papers_of_courts_and_commissions_take_what_their_cases_know() {
    let suit = json!({
        "head": { "clocks": [ { "rule": "policy.information_request", "due": "2026-09-10" },
                              { "rule": "T-E-08", "due": "2026-11-04" } ] },
        "caseNo": "（2026）宁0122民初1号", "kind": "labour", "receipt": "收1", "missing": ["被告住所"],
        "track": "small_claims", "ending": "deemed_withdrawn", "judge": "mediator-1",
        "hearingOn": { "year": 2026, "month": 9, "day": 21 },
        "parties": mediation()["parties"],
    });
    for (family, name, expected) in [
        ("court_correction_notice", "missing", json!(["被告住所"])),
        ("court_correction_notice", "due", json!("2026-09-10")),
        ("small_claims_notice", "until", json!("2026-11-04")),
        ("summons", "hearing_on", json!("2026-09-21")),
        ("summons", "judge", json!("刘长顺")),
        ("withdrawal_ruling", "way", json!("按原告撤回起诉处理")),
    ] {
        assert_eq!(value(&drawn(family, &suit, &[]), name), expected, "{family}.{name}");
    }
    let hearing = json!({ "number": "仲1", "brief": { "kind": "labour" }, "hearing": { "tribunal": ["mediator-1"] } });
    let receipt = drawn("service_receipt", &hearing, &[]);
    assert_eq!(value(&receipt, "number"), json!("仲1"), "a commission's own number");
    let record = drawn("hearing_record", &hearing, &[]);
    assert_eq!(value(&record, "tribunal"), json!(["刘长顺"]));
}

/// Whoever is protected may be the one who was sued: the order takes her by her number, not by her side in the suit.
#[test]
fn an_order_of_the_court_names_who_asked_for_it_and_says_its_measures_in_words() {
    let view = json!({
        "parties": mediation()["parties"], "judge": "mediator-1", "caseNo": "执1",
        "application": { "victim": 2, "respondent": 1, "facts": "殴打", "creditor": 2 },
        "order": { "measures": ["no_violence", "move_out"], "months": 6,
                   "madeOn": { "year": 2026, "month": 9, "day": 8 } },
        "title": { "origin": "confirmation", "creditor": 2, "debtors": [1], "amountFen": "80000" },
        "amountFen": "80000",
    });
    let order = drawn("protection_order", &view, &[]);
    let name = |value: Value| value[0]["name"].clone();
    assert_eq!(name(value(&order, "applicants")), json!("王秀英"));
    assert_eq!(name(value(&order, "respondents")), json!("马建国"));
    let measures = ["禁止被申请人对申请人实施家庭暴力；", "责令被申请人迁出申请人住所；"];
    assert_eq!(value(&order, "measures"), json!(measures));
    assert_eq!((value(&order, "months"), value(&order, "date")), (json!(6), json!("2026-09-08")));
    let notice = drawn("enforcement_notice", &view, &[]);
    assert_eq!(name(value(&notice, "applicants")), json!("王秀英"));
    assert_eq!(name(value(&notice, "respondents")), json!("马建国"));
    assert_eq!(
        (value(&notice, "origin"), value(&notice, "amount")),
        (json!("司法确认裁定"), json!(80_000))
    );
    let payment = drawn("payment_order", &view, &[]);
    assert_eq!(value(&payment, "creditor")["name"], json!("王秀英"));
    assert_eq!(value(&payment, "amount"), json!(80_000));
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
