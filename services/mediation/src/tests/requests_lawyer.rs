//! Every verb of lawyer mediation parses a good request and names each wrong field of a bad one.

use serde_json::{Value, json};

use super::HASH;
use super::requests::{check, day, file, no_day, text};
use crate::wire;

fn on() -> (&'static str, Value) {
    ("on", no_day())
}

fn one() -> Value {
    json!({"on": day()})
}

fn person() -> Value {
    json!({"person": "m-1", "checked": true})
}

#[test]
fn verbs_before_a_lawyer_takes_it() {
    let how = ("how", json!("rumour"));
    check(
        "lawyer_mediation.open",
        wire::lawyer_open,
        json!({"brief": file(), "host": "court", "on": day()}),
        &[("host", json!("inn")), ("brief.kind", json!("noise")), ("round", json!(9)), on()],
    );
    check(
        "lawyer_mediation.give_consent",
        wire::lawyer_give_consent,
        json!({"party": 1, "how": "phone", "on": day()}),
        &[on(), how.clone()],
    );
    check(
        "lawyer_mediation.refuse_consent",
        wire::lawyer_refuse_consent,
        json!({"party": 1, "on": day()}),
        &[on()],
    );
    check(
        "lawyer_mediation.withdraw_consent",
        wire::lawyer_withdraw_consent,
        json!({"party": 1, "how": "online"}),
        &[how],
    );
    check(
        "lawyer_mediation.take",
        wire::lawyer_take,
        json!({"lawyer": person(), "host": "law_firm", "on": day()}),
        &[("lawyer.person", json!(" ")), ("host", json!("inn")), on()],
    );
}

#[test]
fn verbs_about_the_lawyer_and_the_fee() {
    let interest = ("interest", json!("love"));
    let shares = json!([{"party": 1, "amountFen": "30000"}]);
    check(
        "lawyer_mediation.set_fee",
        wire::lawyer_set_fee,
        json!({"shares": shares, "soleAgreed": true, "on": day()}),
        &[on()],
    );
    check(
        "lawyer_mediation.disclose",
        wire::lawyer_disclose,
        json!({"interest": "stake", "on": day()}),
        &[interest.clone(), on()],
    );
    check("lawyer_mediation.waive", wire::lawyer_waive, json!({"party": 1, "on": day()}), &[on()]);
    check(
        "lawyer_mediation.challenge",
        wire::lawyer_challenge,
        json!({"party": 1, "interest": "relative", "on": day()}),
        &[interest, on()],
    );
    check(
        "lawyer_mediation.decide_challenge",
        wire::lawyer_decide_challenge,
        json!({"granted": true, "on": day()}),
        &[on()],
    );
    check(
        "lawyer_mediation.replace",
        wire::lawyer_replace,
        json!({"mediator": person(), "on": day()}),
        &[("mediator.person", json!("")), on()],
    );
}

#[test]
fn verbs_of_the_talks() {
    let set = json!({"on": day(), "place": "商会调解室", "mode": "video"});
    let bad = [on(), ("place", json!("")), ("mode", json!("loud"))];
    check("lawyer_mediation.schedule", wire::lawyer_schedule, set, &bad);
    let held = json!({"on": day(), "place": "商会调解室", "mode": "apart", "present": [1, 2],
        "reached": "goes_on", "record": "记录"});
    let bad = [on(), ("place", json!("")), ("reached", json!("peace"))];
    check("lawyer_mediation.hold", wire::lawyer_hold, held, &bad);
    check(
        "lawyer_mediation.extend",
        wire::lawyer_extend,
        json!({"days": 10, "agreed": [1, 2], "on": day()}),
        &[on()],
    );
    check(
        "lawyer_mediation.end_failed",
        wire::lawyer_end_failed,
        json!({"on": day(), "undisputed": "合同成立", "factsAgreed": [1, 2]}),
        &[on()],
    );
    check("lawyer_mediation.begin_appraisal", wire::lawyer_begin_appraisal, one(), &[on()]);
    check("lawyer_mediation.end_appraisal", wire::lawyer_end_appraisal, one(), &[on()]);
    check("lawyer_mediation.end_sham", wire::lawyer_end_sham, one(), &[on()]);
    check("lawyer_mediation.lapse", wire::lawyer_lapse, json!({}), &[]);
}

#[test]
fn verbs_of_the_text_and_the_agreement() {
    let draft = [("draft.facts", json!("")), ("draft.obligations[0].due", no_day()), on()];
    check(
        "lawyer_mediation.put_text",
        wire::lawyer_put_text,
        json!({"draft": text(), "on": day()}),
        &draft,
    );
    check(
        "lawyer_mediation.confirm_text",
        wire::lawyer_confirm_text,
        json!({"party": 1, "hash": HASH, "on": day()}),
        &[on(), ("hash", json!(""))],
    );
    check(
        "lawyer_mediation.agree",
        wire::lawyer_agree,
        json!({"draft": text(), "signed": [1, 2], "byLawyer": true, "sealed": true, "on": day()}),
        &draft,
    );
    check(
        "lawyer_mediation.note_order",
        wire::lawyer_note_order,
        json!({"obligation": 1, "on": day()}),
        &[on()],
    );
    let window = ("window", json!("door"));
    check(
        "lawyer_mediation.note_application",
        wire::lawyer_note_application,
        json!({"window": "confirmation", "on": day()}),
        &[window.clone(), on()],
    );
    check(
        "lawyer_mediation.close_window",
        wire::lawyer_close_window,
        json!({"window": "confirmation"}),
        &[window],
    );
}
