//! Every verb of industry mediation parses a good request and names each wrong field of a bad one.

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
fn verbs_before_acceptance() {
    let how = ("how", json!("rumour"));
    let body = json!({"kind": "association", "members": [2], "checked": true});
    check(
        "industry_mediation.open",
        wire::industry_open,
        json!({"brief": file(), "body": body, "on": day()}),
        &[("body.kind", json!("guild")), ("brief.kind", json!("noise")), ("round", json!(9)), on()],
    );
    check(
        "industry_mediation.check_body",
        wire::industry_check_body,
        json!({"members": [2], "courtLinked": true, "on": day()}),
        &[on()],
    );
    check(
        "industry_mediation.give_consent",
        wire::industry_give_consent,
        json!({"party": 1, "how": "phone", "on": day()}),
        &[on(), how.clone()],
    );
    check(
        "industry_mediation.refuse_consent",
        wire::industry_refuse_consent,
        json!({"party": 1, "on": day()}),
        &[on()],
    );
    check(
        "industry_mediation.withdraw_consent",
        wire::industry_withdraw_consent,
        json!({"party": 1, "how": "online"}),
        &[how],
    );
    check(
        "industry_mediation.accept",
        wire::industry_accept,
        json!({"mediator": person(), "outside": true, "waived": [1], "on": day()}),
        &[("mediator.person", json!(" ")), ("mediator.interest", json!("love")), on()],
    );
}

#[test]
fn verbs_about_the_neutral_the_expert_and_the_fee() {
    let interest = ("interest", json!("love"));
    let shares = json!([{"party": 1, "amountFen": "30000"}]);
    check(
        "industry_mediation.set_fee",
        wire::industry_set_fee,
        json!({"shares": shares, "published": true, "on": day()}),
        &[on()],
    );
    check(
        "industry_mediation.ask_expert",
        wire::industry_ask_expert,
        json!({"expert": person(), "agreed": [1, 2], "on": day()}),
        &[("expert.person", json!("")), on()],
    );
    check("industry_mediation.expert_answers", wire::industry_expert_answers, one(), &[on()]);
    check(
        "industry_mediation.disclose",
        wire::industry_disclose,
        json!({"interest": "stake", "on": day()}),
        &[interest.clone(), on()],
    );
    check(
        "industry_mediation.waive",
        wire::industry_waive,
        json!({"party": 1, "on": day()}),
        &[on()],
    );
    check(
        "industry_mediation.challenge",
        wire::industry_challenge,
        json!({"party": 1, "interest": "relative", "on": day()}),
        &[interest, on()],
    );
    check(
        "industry_mediation.decide_challenge",
        wire::industry_decide_challenge,
        json!({"granted": true, "on": day()}),
        &[on()],
    );
    check(
        "industry_mediation.replace",
        wire::industry_replace,
        json!({"mediator": person(), "on": day()}),
        &[("mediator.person", json!("")), on()],
    );
}

#[test]
fn verbs_of_the_talks() {
    let set = json!({"on": day(), "place": "商会调解室", "mode": "video"});
    let bad = [on(), ("place", json!("")), ("mode", json!("loud"))];
    check("industry_mediation.schedule", wire::industry_schedule, set, &bad);
    let held = json!({"on": day(), "place": "商会调解室", "mode": "apart", "present": [1, 2],
        "reached": "goes_on", "record": "记录"});
    let bad = [on(), ("place", json!("")), ("reached", json!("peace"))];
    check("industry_mediation.hold", wire::industry_hold, held, &bad);
    check(
        "industry_mediation.extend",
        wire::industry_extend,
        json!({"days": 10, "agreed": [1, 2], "on": day()}),
        &[on()],
    );
    check(
        "industry_mediation.end_failed",
        wire::industry_end_failed,
        json!({"on": day(), "undisputed": "合同成立", "factsAgreed": [1, 2]}),
        &[on()],
    );
    check("industry_mediation.begin_appraisal", wire::industry_begin_appraisal, one(), &[on()]);
    check("industry_mediation.end_appraisal", wire::industry_end_appraisal, one(), &[on()]);
    check("industry_mediation.end_sham", wire::industry_end_sham, one(), &[on()]);
    check("industry_mediation.lapse", wire::industry_lapse, json!({}), &[]);
}

#[test]
fn verbs_of_the_text_the_plan_and_the_agreement() {
    let draft = [("draft.facts", json!("")), ("draft.obligations[0].due", no_day()), on()];
    check(
        "industry_mediation.put_text",
        wire::industry_put_text,
        json!({"draft": text(), "on": day()}),
        &draft,
    );
    check(
        "industry_mediation.confirm_text",
        wire::industry_confirm_text,
        json!({"party": 1, "hash": HASH, "on": day()}),
        &[on(), ("hash", json!(""))],
    );
    check(
        "industry_mediation.put_plan",
        wire::industry_put_plan,
        json!({"draft": text(), "agreed": [1, 2], "served": day(), "on": day()}),
        &[("served", no_day()), on()],
    );
    check(
        "industry_mediation.object",
        wire::industry_object,
        json!({"party": 1, "written": true, "on": day()}),
        &[on()],
    );
    check(
        "industry_mediation.agree",
        wire::industry_agree,
        json!({"draft": text(), "signed": [1, 2], "sealed": true, "on": day()}),
        &draft,
    );
    let window = ("window", json!("door"));
    check(
        "industry_mediation.note_application",
        wire::industry_note_application,
        json!({"window": "confirmation", "on": day()}),
        &[window.clone(), on()],
    );
    check(
        "industry_mediation.close_window",
        wire::industry_close_window,
        json!({"window": "confirmation"}),
        &[window],
    );
}
