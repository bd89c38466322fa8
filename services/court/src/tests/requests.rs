//! Every verb parses a good request and names each wrong field of a bad one.

use std::collections::BTreeSet;

use jiefen_court_rules::{Command, Law, filing};
use jiefen_ledger::Error;
use jiefen_ledger::serve::Parsed;
use jiefen_procedure::Procedure;
use jiefen_vocab::TrackKind;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{HASH, brief};
use crate::{CourtArea, Kind, case_id, wire};

type Parse<M> = fn(&M) -> Result<Parsed<CourtArea>, Error>;

/// A good request gives this command; with a wrong value a field is named.
fn check<M: DeserializeOwned>(parse: Parse<M>, good: Value, wrong: &[(&str, Value)]) -> String {
    let begins = good.get("brief").is_some();
    let whole = |mut request: Value| -> M {
        if !begins {
            request["head"] = json!({"name": format!("cases/{}", id())});
        }
        serde_json::from_value(request).unwrap()
    };
    let parsed = parse(&whole(good.clone())).unwrap_or_else(|e| panic!("{good}: {e:?}"));
    if !begins {
        assert_eq!(parsed.case.to_string(), id());
        assert_eq!(faults(parse(&serde_json::from_value(good.clone()).unwrap())), ["head.name"]);
    }
    let dated = ["on", "to", "knewOn", "toldOn"];
    let days = dated.into_iter().filter(|name| good.get(name).is_some_and(Value::is_object));
    let days: Vec<_> = days.map(|name| (name, no_day())).collect();
    for (field, value) in wrong.iter().chain(&days) {
        let mut bad = good.clone();
        let mut at = &mut bad;
        for step in field.split('.') {
            at = match step.split_once('[') {
                Some((list, _)) => &mut at[list][0],
                None => &mut at[step],
            };
        }
        *at = value.clone();
        assert_eq!(faults(parse(&whole(bad))), [snake(field)], "{field}");
    }
    Law::name(&parsed.command).to_owned()
}

fn id() -> String {
    case_id(brief(1, TrackKind::Litigation).dispute, Kind::Filing, 1).to_string()
}

fn snake(field: &str) -> String {
    let mut text = String::new();
    for letter in field.chars() {
        if letter.is_ascii_uppercase() {
            text.push('_');
        }
        text.push(letter.to_ascii_lowercase());
    }
    text
}

fn faults(outcome: Result<Parsed<CourtArea>, Error>) -> Vec<String> {
    match outcome {
        Err(Error::Invalid(faults)) => faults.into_iter().map(|fault| fault.field).collect(),
        Err(other) => panic!("{other:?}"),
        Ok(parsed) => panic!("{:?}", parsed.command),
    }
}

fn day() -> Value {
    json!({"year": 2026, "month": 9, "day": 3})
}

fn no_day() -> Value {
    json!({"year": 2026, "month": 9, "day": 31})
}

fn file() -> Value {
    let brief = jiefen_ledger::wire::brief_to(&brief(1, TrackKind::Litigation));
    serde_json::to_value(brief).unwrap()
}

fn empty() -> Value {
    json!("")
}

fn before() -> Vec<String> {
    let one = || json!({"on": day()});
    let complaint = json!({"brief": file(), "plaintiff": 1, "receipt": "收1", "on": day()});
    let kind = ("brief.kind", json!("noise"));
    let missing = json!({"missing": ["身份证明"], "on": day()});
    let number = json!({"caseNo": "1号", "on": day()});
    let no_number = [("caseNo", empty())];
    let body = "640122.village_mediation";
    let errand = json!({"body": body, "agreed": [1, 2], "track": "summary", "on": day()});
    let no_body = ("body", json!("somebody"));
    let bad = [("receipt", empty()), ("round", json!(9)), kind];
    vec![
        check(wire::receive_complaint, complaint, &bad),
        check(wire::list_missing, missing, &[("missing[0]", empty())]),
        check(wire::filing_receive_corrected, one(), &[]),
        check(wire::return_papers, json!({}), &[]),
        check(wire::file, number, &no_number),
        check(wire::file_first, json!({}), &[]),
        check(wire::give_number, json!({"caseNo": "1号"}), &no_number),
        check(
            wire::refuse_filing,
            json!({"ground": "no_claim", "on": day()}),
            &[("ground", json!("busy"))],
        ),
        check(wire::serve_refusal, one(), &[]),
        check(wire::appeal_refusal, one(), &[]),
        check(wire::record_appeal_ruling, json!({"fileAs": "1号", "on": day()}), &[]),
        check(wire::refusal_becomes_final, json!({}), &[]),
        check(
            wire::delegate,
            json!({"body": body, "agreed": [1], "on": day()}),
            std::slice::from_ref(&no_body),
        ),
        check(wire::entrust, errand, &[no_body, ("track", json!("fast"))]),
        check(
            wire::note_mediator_signed,
            json!({"mediator": "m", "on": day()}),
            &[("mediator", empty())],
        ),
        check(wire::take_back, json!({}), &[]),
        check(wire::note_mediation_extended, json!({"days": 30, "on": day()}), &[]),
        check(wire::note_mediation_stopped, one(), &[]),
        check(wire::note_mediation_resumed, json!({"to": day()}), &[]),
        check(
            wire::return_from_mediation,
            json!({"result": "agreed_closed", "on": day()}),
            &[("result", json!("won"))],
        ),
        check(wire::mediation_lapsed, json!({}), &[]),
    ]
}

fn trial() -> Vec<String> {
    let one = || json!({"on": day()});
    let party = || json!({"party": 1, "on": day()});
    let track = ("track", json!("fast"));
    let wage = json!({"year": 2025, "amountFen": "12000000", "source": "公报"});
    let measure = json!({"amountFen": "840000", "moneyOnly": true, "simple": true,
        "bars": ["foreign"], "agreed": [1], "wage": wage});
    let choose =
        json!({"track": "small_claims", "measure": measure, "judge": "judge-1", "on": day()});
    let service = json!({"service": {"document": "defence", "of": 2, "party": 1, "on": day(), "manner": "mail"}});
    let bad_service = [
        ("service.document", json!("poem")),
        ("service.manner", json!("pigeon")),
        ("service.on", no_day()),
    ];
    let bad_choice = [
        track.clone(),
        ("judge", empty()),
        ("measure.bars[0]", json!("tall")),
        ("measure.wage.year", json!(99_999)),
        ("measure.wage.source", empty()),
    ];
    let stop = json!({"reason": "appraisal", "proof": "鉴定委托书", "on": day()});
    let transfer = json!({"to": "other_court", "court": "640100.court", "on": day()});
    let bad_transfer = [("to", json!("moon")), ("court", json!("court"))];
    vec![
        check(wire::notify_fee, one(), &[]),
        check(wire::pay_fee, one(), &[]),
        check(wire::relieve_fee, one(), &[]),
        check(wire::deem_withdrawn, json!({}), &[]),
        check(wire::choose_track, choose, &bad_choice),
        check(wire::convert, json!({"track": "ordinary", "on": day()}), &[track]),
        check(wire::serve, service, &bad_service),
        check(wire::receive_defence, party(), &[]),
        check(wire::set_hearing, json!({"on": day(), "toldOn": day()}), &[]),
        check(wire::stop_trial, stop, &[("reason", json!("rest")), ("proof", empty())]),
        check(wire::resume_trial, json!({"to": day()}), &[]),
        check(wire::extend_trial, json!({"months": 1, "on": day()}), &[]),
        check(wire::ask_withdrawal, one(), &[]),
        check(wire::allow_withdrawal, one(), &[]),
        check(wire::refuse_withdrawal, one(), &[]),
        check(wire::make_statement, json!({"agreed": [1, 2], "on": day()}), &[]),
        check(wire::serve_statement, party(), &[]),
        check(wire::retract_statement, party(), &[]),
        check(wire::judge, one(), &[]),
        check(wire::serve_judgment, party(), &[]),
        check(wire::appeal, party(), &[]),
        check(wire::appeal_time_passed, json!({"party": 1}), &[]),
        check(wire::transfer, transfer, &bad_transfer),
    ]
}

fn confirmation() -> Vec<String> {
    let one = || json!({"on": day()});
    let party = || json!({"party": 1, "on": day()});
    let ground = [("ground", json!("busy"))];
    let agreement = json!({"hash": HASH, "effectiveOn": day(), "body": "调委会",
        "subjects": ["money"], "content": "付款", "due": [day()]});
    let apply = json!({"brief": file(), "agreement": agreement, "applicants": [1, 2],
        "competence": "body_seat", "on": day()});
    let bad = [
        ("agreement.hash", json!("x")),
        ("agreement.effectiveOn", no_day()),
        ("agreement.body", empty()),
        ("agreement.subjects[0]", json!("love")),
        ("agreement.content", empty()),
        ("agreement.due[0]", no_day()),
        ("competence", json!("wish")),
        ("round", json!(5)),
    ];
    let missing = json!({"missing": ["协议原件"], "on": day()});
    let accept = json!({"caseNo": "1号", "judge": "judge-1", "on": day()});
    let object = json!({"by": "third", "knewOn": day(), "on": day()});
    vec![
        check(wire::apply, apply, &bad),
        check(wire::ask_correction, missing, &[("missing[0]", empty())]),
        check(wire::confirmation_receive_corrected, one(), &[]),
        check(wire::lapse_correction, json!({}), &[]),
        check(wire::accept, accept, &[("caseNo", empty()), ("judge", empty())]),
        check(wire::decline, json!({"ground": "late", "on": day()}), &ground),
        check(wire::extend_ruling, json!({"days": 15, "on": day()}), &[]),
        check(wire::confirm, one(), &[]),
        check(wire::reject, json!({"ground": "sham", "on": day()}), &ground),
        check(wire::withdraw, party(), &[]),
        check(wire::serve_ruling, party(), &[]),
        check(wire::object, object, &[("by", json!("cat"))]),
        check(
            wire::decide_objection,
            json!({"outcome": "revoked", "on": day()}),
            &[("outcome", json!("won"))],
        ),
        check(wire::objection_time_passed, json!({"party": 1}), &[]),
        check(wire::apply_enforcement, party(), &[]),
        check(wire::record_performance, one(), &[]),
        check(wire::enforcement_time_passed, json!({}), &[]),
    ]
}

fn protection() -> Vec<String> {
    let one = || json!({"on": day()});
    let measures = ("measures[0]", json!("love"));
    let application = json!({"victim": 1, "respondent": 2, "by": "victim", "form": "oral",
        "facts": "昨夜殴打", "measures": ["no_violence"], "competent": true});
    let apply = json!({"brief": file(), "application": application, "urgent": true});
    let bad = [
        ("application.by", json!("neighbour")),
        ("application.form", json!("song")),
        ("application.facts", empty()),
        ("application.measures[0]", json!("love")),
        ("application.task", json!("x")),
        ("round", json!(5)),
    ];
    let at = "2026-09-03T01:00:00Z";
    vec![
        check(wire::protection_apply, apply, &bad),
        check(
            wire::protection_accept,
            json!({"judge": "judge-1", "at": at}),
            &[("judge", empty())],
        ),
        check(wire::protection_decline, one(), &[]),
        check(wire::protection_mark_urgent, json!({}), &[]),
        check(
            wire::protection_grant,
            json!({"measures": ["move_out"], "months": 6}),
            std::slice::from_ref(&measures),
        ),
        check(wire::protection_reject, one(), &[]),
        check(
            wire::protection_serve,
            json!({"to": "police", "on": day()}),
            &[("to", json!("aunt"))],
        ),
        check(wire::protection_record_breach, one(), &[]),
        check(wire::protection_extend, json!({"months": 6, "on": day()}), &[]),
        check(wire::protection_vary, json!({"measures": ["keep_away"], "on": day()}), &[measures]),
        check(wire::protection_revoke, one(), &[]),
        check(wire::protection_lapse, json!({}), &[]),
        check(wire::protection_ask_review, json!({"party": 2, "on": day()}), &[]),
        check(wire::protection_review_time_passed, json!({}), &[]),
        check(wire::protection_decide_review, json!({"changed": true, "on": day()}), &[]),
        check(wire::protection_withdraw, one(), &[]),
    ]
}

fn enforcement() -> Vec<String> {
    let one = || json!({"on": day()});
    let party = || json!({"party": 2, "on": day()});
    let ground = [("ground", json!("busy"))];
    let title = json!({"origin": "judgment", "creditor": 1, "debtors": [2], "amountFen": "840000",
        "due": [day()], "effective": true, "competent": true});
    let apply = json!({"brief": file(), "title": title, "on": day()});
    let bad = [
        ("title.origin", json!("wish")),
        ("title.due[0]", no_day()),
        ("title.interruptedOn", no_day()),
        ("task", json!("x")),
        ("round", json!(5)),
    ];
    let kind = || [("kind", json!("magic"))];
    let accept = json!({"caseNo": "1号", "judge": "judge-1", "on": day()});
    let objection = || json!({"objection": 1, "on": day()});
    let measure = || json!({"measure": 1, "on": day()});
    let until = json!({"until": day(), "on": day()});
    let found = json!({"delay": "property_found", "foundOn": day(), "on": day()});
    vec![
        check(wire::enforcement_apply, apply, &bad),
        check(wire::enforcement_accept, accept, &[("caseNo", empty()), ("judge", empty())]),
        check(wire::enforcement_decline, json!({"ground": "not_due", "on": day()}), &ground),
        check(wire::enforcement_issue_notice, one(), &[]),
        check(wire::enforcement_serve_notice, party(), &[]),
        check(
            wire::enforcement_take_measure,
            json!({"kind": "freeze", "party": 2, "on": day()}),
            &kind(),
        ),
        check(wire::enforcement_renew_measure, measure(), &[]),
        check(wire::enforcement_lift_measure, measure(), &[]),
        check(wire::enforcement_measure_lapsed, json!({"measure": 1}), &[]),
        check(
            wire::enforcement_restrict,
            json!({"kind": "listed", "party": 2, "on": day()}),
            &kind(),
        ),
        check(wire::enforcement_remove_restriction, json!({"restriction": 1, "on": day()}), &[]),
        check(wire::enforcement_listing_over, json!({"restriction": 1}), &[]),
        check(wire::enforcement_record_payment, json!({"amountFen": "100", "on": day()}), &[]),
        check(wire::enforcement_record_performance, one(), &[]),
        check(
            wire::enforcement_settle,
            json!({"agreed": [1, 2], "dueOn": day(), "on": day()}),
            &[("dueOn", no_day())],
        ),
        check(wire::enforcement_resume, one(), &[]),
        check(wire::enforcement_settlement_time_passed, json!({}), &[]),
        check(wire::enforcement_end_for_now, json!({"heard": true, "on": day()}), &[]),
        check(wire::enforcement_check_property, one(), &[]),
        check(wire::enforcement_five_years_passed, json!({}), &[]),
        check(
            wire::enforcement_file_objection,
            json!({"against": "act", "by": 2, "on": day()}),
            &[("against", json!("rain"))],
        ),
        check(wire::enforcement_decide_objection, objection(), &[]),
        check(wire::enforcement_take_remedy, objection(), &[]),
        check(wire::enforcement_remedy_time_passed, json!({"objection": 1}), &[]),
        check(wire::enforcement_decide_review, objection(), &[]),
        check(
            wire::enforcement_plead_not_enforced,
            json!({"ground": "award", "party": 2, "knownOn": day(), "on": day()}),
            &ground,
        ),
        check(wire::enforcement_decide_plea, json!({"upheld": true, "on": day()}), &[]),
        check(wire::enforcement_terminate, json!({"ground": "died", "on": day()}), &ground),
        check(wire::enforcement_extend_term, json!({"months": 3, "on": day()}), &[]),
        check(wire::enforcement_six_months_passed, json!({}), &[]),
        check(
            wire::enforcement_ask_upper_court,
            found,
            &[("delay", json!("sloth")), ("foundOn", no_day())],
        ),
        check(wire::enforcement_urge, until, &[("until", no_day())]),
        check(wire::enforcement_urge_time_passed, json!({}), &[]),
        check(wire::enforcement_upper_court_declines, one(), &[]),
        check(wire::enforcement_go_up, one(), &[]),
    ]
}

fn payment() -> Vec<String> {
    let one = || json!({"on": day()});
    let party = || json!({"party": 2, "on": day()});
    let ruling = || json!({"ruling": 1, "on": day()});
    let ground = [("ground", json!("busy"))];
    let claim = json!({"no": 1, "thing": "money", "amountFen": "840000", "dueOn": day(),
        "debtors": [2]});
    let application = json!({"creditor": 1, "basis": "labour_agreement", "item": "wages",
        "claims": [claim], "competent": true});
    let apply = json!({"brief": file(), "application": application, "on": day()});
    let bad = [
        ("application.basis", json!("friendship")),
        ("application.item", json!("love")),
        ("round", json!(5)),
    ];
    let missing = json!({"missing": ["借条"], "on": day()});
    let accept = json!({"caseNo": "1号", "judge": "judge-1", "on": day()});
    let serve = json!({"party": 2, "manner": "signed", "on": day()});
    let object =
        json!({"party": 2, "claims": [1], "form": "written", "ground": "debt_denied", "on": day()});
    vec![
        check(wire::payment_apply, apply, &bad),
        check(wire::payment_ask_correction, missing, &[("missing[0]", empty())]),
        check(wire::payment_receive_corrected, one(), &[]),
        check(wire::payment_lapse_correction, json!({}), &[]),
        check(wire::payment_accept, accept, &[("caseNo", empty()), ("judge", empty())]),
        check(wire::payment_decline, json!({"ground": "not_money", "on": day()}), &ground),
        check(wire::payment_reject, json!({"ground": "no_standing", "on": day()}), &ground),
        check(wire::payment_issue, one(), &[]),
        check(wire::payment_serve, serve, &[("manner", json!("pigeon"))]),
        check(wire::payment_lapse_unserved, json!({}), &[]),
        check(wire::payment_record_payment, json!({"claims": [1], "on": day()}), &[]),
        check(wire::payment_object, object, &[("form", json!("song")), ground[0].clone()]),
        check(wire::payment_uphold_objection, party(), &[]),
        check(wire::payment_dismiss_objection, party(), &[]),
        check(wire::payment_withdraw_objection, party(), &[]),
        check(wire::payment_objection_time_passed, json!({"party": 2}), &[]),
        check(wire::payment_receive_ruling, ruling(), &[]),
        check(wire::payment_refuse_suit, ruling(), &[]),
        check(wire::payment_deem_filed, json!({"ruling": 1}), &[]),
        check(wire::payment_withdraw, one(), &[]),
        check(
            wire::payment_note_suit,
            json!({"suit": "same_debt", "on": day()}),
            &[("suit", json!("tweed"))],
        ),
        check(wire::payment_revoke, one(), &[]),
        check(wire::payment_apply_enforcement, one(), &[]),
        check(wire::payment_enforcement_time_passed, json!({"claim": 1}), &[]),
    ]
}

#[test]
fn every_verb_of_the_law_has_its_request() {
    let suits = before().into_iter().chain(trial());
    let others =
        confirmation().into_iter().chain(protection()).chain(enforcement()).chain(payment());
    let found: Vec<String> = suits.chain(others).collect();
    let all: BTreeSet<&str> = Law::COMMANDS.iter().copied().collect();
    assert_eq!(found.iter().map(String::as_str).collect::<BTreeSet<_>>(), all);
    assert_eq!(found.len(), all.len());
}

#[test]
fn a_dispute_that_begins_at_the_window_gets_its_receipt_as_its_code() {
    let mut file = file();
    file["dispute"] = json!("");
    file["code"] = json!("");
    let request = json!({"brief": file, "plaintiff": 1, "receipt": "收1", "on": day()});
    let open = || wire::receive_complaint(&serde_json::from_value(request.clone()).unwrap());
    let (one, other) = (open().unwrap(), open().unwrap());
    assert_ne!(one.case, other.case);
    let Command::Filing(filing::Command::ReceiveComplaint { brief, .. }) = one.command else {
        panic!("{:?}", one.command);
    };
    assert_eq!(brief.code, "收1");
}

#[test]
fn all_faults_are_told_at_once() {
    let bad = serde_json::from_value(json!({"head": {"name": "x"}})).unwrap();
    assert_eq!(faults(wire::accept(&bad)), ["case_no", "judge", "on", "head.name"]);
    let order = json!({"to": "payment_order", "court": "640100.court", "on": day()});
    let order = serde_json::from_value(order).unwrap();
    assert_eq!(faults(wire::transfer(&order)), ["court", "head.name"]);
}
