//! Every verb parses a good request and names each wrong field of a bad one.

use jiefen_ledger::Error;
use jiefen_ledger::serve::Parsed;
use jiefen_mediation_rules::Law;
use jiefen_procedure::Procedure;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{HASH, brief};
use crate::{Kind, MediationArea, case_id, wire};
use jiefen_vocab::TrackKind;

pub type Parse<M> = fn(&M) -> Result<Parsed<MediationArea>, Error>;

/// A good request with these fields gives this command; without one of its required fields, or with this
/// wrong value, the field is named.
pub fn check<M: DeserializeOwned>(
    verb: &str,
    parse: Parse<M>,
    good: Value,
    wrong: &[(&str, Value)],
) {
    let begins = good.get("brief").is_some();
    let whole = |mut request: Value| -> M {
        if !begins {
            request["head"] = json!({"name": format!("cases/{}", id())});
        }
        serde_json::from_value(request).unwrap()
    };
    let parsed = parse(&whole(good.clone())).unwrap_or_else(|e| panic!("{verb}: {e:?}"));
    assert_eq!(Law::name(&parsed.command), verb);
    if !begins {
        assert_eq!(parsed.case.to_string(), id());
        assert_eq!(faults(parse(&serde_json::from_value(good.clone()).unwrap())), ["head.name"]);
    }
    for (field, value) in wrong {
        let mut bad = good.clone();
        let mut at = &mut bad;
        for step in field.split('.') {
            at = match step.split_once('[') {
                Some((list, _)) => &mut at[list][0],
                None => &mut at[step],
            };
        }
        *at = value.clone();
        let camel = faults(parse(&whole(bad)));
        assert_eq!(camel, [snake(field)], "{verb}: {field}");
    }
}

fn id() -> String {
    case_id(brief(1, TrackKind::PeopleMediation).dispute, Kind::PeopleMediation, 1).to_string()
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

fn faults(outcome: Result<Parsed<MediationArea>, Error>) -> Vec<String> {
    match outcome {
        Err(Error::Invalid(faults)) => faults.into_iter().map(|fault| fault.field).collect(),
        Err(other) => panic!("{other:?}"),
        Ok(parsed) => panic!("{:?}", parsed.command),
    }
}

pub fn day() -> Value {
    json!({"year": 2026, "month": 9, "day": 3})
}

pub fn no_day() -> Value {
    json!({"year": 2026, "month": 9, "day": 31})
}

pub fn text() -> Value {
    json!({
        "hash": HASH, "facts": "经过", "subjects": ["money"], "faults": [],
        "obligations": [{"no": 1, "obligor": 2, "obligee": 1, "what": "付款", "amountFen": "600000", "due": day()}],
    })
}

pub fn file() -> Value {
    let brief = jiefen_ledger::wire::brief_to(&brief(1, TrackKind::PeopleMediation));
    serde_json::to_value(brief).unwrap()
}

#[test]
fn verbs_of_people_s_mediation_before_acceptance() {
    let on = ("on", no_day());
    check(
        "people_mediation.open",
        wire::open,
        json!({"brief": file(), "by": "application", "party": 1, "on": day()}),
        &[
            ("by", json!("letter")),
            ("brief.kind", json!("noise")),
            ("brief.place", json!("1")),
            ("round", json!(9)),
            on.clone(),
        ],
    );
    let said = json!({"party": 1, "on": day(), "how": "phone"});
    let how = ("how", json!("rumour"));
    check(
        "people_mediation.give_consent",
        wire::give_consent,
        said.clone(),
        &[on.clone(), how.clone()],
    );
    check(
        "people_mediation.refuse_consent",
        wire::refuse_consent,
        said.clone(),
        &[on.clone(), how.clone()],
    );
    check(
        "people_mediation.withdraw_consent",
        wire::withdraw_consent,
        json!({"party": 1, "how": "online"}),
        &[how],
    );
    let accept = json!({"on": day(), "mediator": "m-1", "rightsTold": true});
    check("people_mediation.accept", wire::accept, accept, &[on.clone(), ("mediator", json!(" "))]);
    check(
        "people_mediation.decline",
        wire::decline,
        json!({"on": day(), "ground": "not_civil"}),
        &[on.clone(), ("ground", json!("busy"))],
    );
    check("people_mediation.withdraw", wire::withdraw, json!({"party": 1, "on": day()}), &[on]);
}

#[test]
fn verbs_of_people_s_mediation_while_it_runs() {
    let on = ("on", no_day());
    let one = json!({"on": day()});
    check(
        "people_mediation.choose_mediator",
        wire::choose_mediator,
        json!({"mediator": "m", "on": day()}),
        &[on.clone(), ("mediator", json!(""))],
    );
    check(
        "people_mediation.object_mediator",
        wire::object_mediator,
        json!({"party": 2, "on": day()}),
        std::slice::from_ref(&on),
    );
    let set = json!({"on": day(), "place": "调解室", "mode": "together"});
    check(
        "people_mediation.schedule_session",
        wire::schedule_session,
        set,
        &[on.clone(), ("place", json!("")), ("mode", json!("loud"))],
    );
    let held = json!({"on": day(), "place": "调解室", "mode": "apart", "present": [1, 2], "reached": "goes_on", "record": "记录"});
    check(
        "people_mediation.hold_session",
        wire::hold_session,
        held,
        &[on.clone(), ("place", json!("")), ("mode", json!("loud")), ("reached", json!("peace"))],
    );
    check(
        "people_mediation.extend",
        wire::extend,
        json!({"units": 1, "agreed": [1, 2], "on": day()}),
        std::slice::from_ref(&on),
    );
    check(
        "people_mediation.begin_appraisal",
        wire::begin_appraisal,
        one.clone(),
        std::slice::from_ref(&on),
    );
    check(
        "people_mediation.end_appraisal",
        wire::end_appraisal,
        one.clone(),
        std::slice::from_ref(&on),
    );
    let danger = json!({"foundOn": day(), "danger": "crime", "ends": true});
    check(
        "people_mediation.report_danger",
        wire::report_danger,
        danger,
        &[("foundOn", no_day()), ("danger", json!("noise"))],
    );
    check("people_mediation.end_failed", wire::end_failed, one.clone(), std::slice::from_ref(&on));
    check("people_mediation.end_sham", wire::end_sham, one.clone(), std::slice::from_ref(&on));
    check("people_mediation.end_for_suit", wire::end_for_suit, one, &[on]);
    check("people_mediation.lapse", wire::lapse, json!({}), &[]);
}

#[test]
fn verbs_of_an_agreement() {
    let on = ("on", no_day());
    let draft = [
        on.clone(),
        ("draft.hash", json!("")),
        ("draft.facts", json!("")),
        ("draft.obligations[0].what", json!("")),
        ("draft.obligations[0].due", no_day()),
        ("draft.subjects[0]", json!("love")),
    ];
    check(
        "people_mediation.draft_agreement",
        wire::draft_agreement,
        json!({"draft": text(), "on": day()}),
        &draft,
    );
    check(
        "people_mediation.record_oral",
        wire::record_oral,
        json!({"draft": text(), "agreed": [1, 2], "on": day()}),
        &draft,
    );
    check(
        "people_mediation.confirm_draft",
        wire::confirm_draft,
        json!({"party": 1, "hash": HASH, "on": day()}),
        &[on.clone(), ("hash", json!(""))],
    );
    check(
        "people_mediation.sign",
        wire::sign,
        json!({"signer": "party", "party": 1, "on": day()}),
        &[on.clone(), ("signer", json!("judge"))],
    );
    check(
        "people_mediation.note_application",
        wire::note_application,
        json!({"window": "confirmation", "on": day()}),
        &[on.clone(), ("window", json!("door"))],
    );
    check(
        "people_mediation.record_force",
        wire::record_force,
        json!({"force": "confirmed", "on": day()}),
        &[on.clone(), ("force", json!("brute"))],
    );
    let done = json!({"obligation": 1, "on": day(), "through": "itself", "proof": "收条1"});
    check(
        "people_mediation.record_performance",
        wire::record_performance,
        done,
        &[on.clone(), ("through", json!("magic")), ("proof", json!(""))],
    );
    check(
        "people_mediation.report_breach",
        wire::report_breach,
        json!({"obligation": 1, "on": day()}),
        std::slice::from_ref(&on),
    );
    check("people_mediation.end_unperformed", wire::end_unperformed, json!({"on": day()}), &[on]);
}

#[test]
fn verbs_of_mediation_for_a_court() {
    let on = ("on", no_day());
    let one = json!({"on": day()});
    let open = json!({"brief": file(), "mandate": "entrusted_summary", "court": "640122.court", "courtCase": "（2026）宁0122民初1号", "on": day()});
    check(
        "entrusted_mediation.open",
        wire::entrusted_open,
        open,
        &[
            ("mandate", json!("wish")),
            ("court", json!("court")),
            ("courtCase", json!("")),
            ("round", json!(5)),
            on.clone(),
        ],
    );
    check(
        "entrusted_mediation.sign_file",
        wire::sign_file,
        json!({"mediator": "m", "on": day()}),
        &[on.clone(), ("mediator", json!(""))],
    );
    check(
        "entrusted_mediation.decline",
        wire::entrusted_decline,
        json!({"ground": "interest", "on": day()}),
        &[on.clone(), ("ground", json!("lazy"))],
    );
    check(
        "entrusted_mediation.withdraw_consent",
        wire::entrusted_withdraw_consent,
        json!({"party": 1, "how": "paper"}),
        &[("how", json!("x"))],
    );
    check(
        "entrusted_mediation.choose_mediator",
        wire::entrusted_choose_mediator,
        json!({"mediator": "m", "on": day()}),
        &[on.clone(), ("mediator", json!(""))],
    );
    let set = json!({"on": day(), "place": "调解室", "mode": "video"});
    check(
        "entrusted_mediation.schedule_session",
        wire::entrusted_schedule_session,
        set,
        &[on.clone(), ("place", json!("")), ("mode", json!("loud"))],
    );
    let held = json!({"on": day(), "place": "调解室", "mode": "phone", "present": [1], "reached": "no_agreement"});
    check(
        "entrusted_mediation.hold_session",
        wire::entrusted_hold_session,
        held,
        &[on.clone(), ("reached", json!("peace"))],
    );
    check(
        "entrusted_mediation.extend",
        wire::entrusted_extend,
        json!({"days": 30, "agreed": [1, 2], "on": day()}),
        std::slice::from_ref(&on),
    );
    check(
        "entrusted_mediation.begin_appraisal",
        wire::entrusted_begin_appraisal,
        one.clone(),
        std::slice::from_ref(&on),
    );
    check(
        "entrusted_mediation.end_appraisal",
        wire::entrusted_end_appraisal,
        one.clone(),
        std::slice::from_ref(&on),
    );
    check(
        "entrusted_mediation.record_settlement",
        wire::record_settlement,
        json!({"by": "statement", "agreed": [1, 2], "on": day()}),
        &[on.clone(), ("by", json!("fight"))],
    );
    check(
        "entrusted_mediation.record_contract",
        wire::record_contract,
        json!({"agreed": [1, 2], "on": day()}),
        std::slice::from_ref(&on),
    );
    check(
        "entrusted_mediation.note_application",
        wire::entrusted_note_application,
        one.clone(),
        std::slice::from_ref(&on),
    );
    check("entrusted_mediation.close_contract", wire::close_contract, json!({}), &[]);
    check(
        "entrusted_mediation.end_failed",
        wire::entrusted_end_failed,
        json!({"on": day(), "undisputed": "事实", "factsAgreed": [1, 2]}),
        std::slice::from_ref(&on),
    );
    check("entrusted_mediation.end_sham", wire::entrusted_end_sham, one, &[on]);
    check("entrusted_mediation.lapse", wire::entrusted_lapse, json!({}), &[]);
}

#[test]
fn verbs_of_a_matter() {
    let on = ("on", no_day());
    let next = json!({"what": "联系双方", "by": day()});
    let steps = [on.clone(), ("next.what", json!("")), ("next.by", no_day())];
    let take = json!({"brief": file(), "person": "p-1", "next": next, "on": day()});
    check("matter.take", wire::take, take, &[("person", json!("")), ("termFrom", no_day())]);
    let noted = json!({"done": "已联系", "on": day(), "next": next});
    check("matter.note_progress", wire::note_progress, noted, &steps);
    check(
        "matter.name_person",
        wire::name_person,
        json!({"person": "p-2", "on": day()}),
        &[on.clone(), ("person", json!(""))],
    );
    check("matter.begin_term", wire::begin_term, json!({"on": day()}), std::slice::from_ref(&on));
    check(
        "matter.conclude",
        wire::conclude,
        json!({"outcome": "agreed", "on": day()}),
        &[on.clone(), ("outcome", json!("won"))],
    );
    let back = json!({"ground": "other_place", "proposal": {"body": "640122.hrss", "track": "petition", "basis": "T-L-03"}, "on": day()});
    check(
        "matter.pass_back",
        wire::pass_back,
        back,
        &[
            on,
            ("ground", json!("tired")),
            ("proposal.body", json!("")),
            ("proposal.track", json!("road")),
            ("proposal.basis", json!("")),
        ],
    );
}

#[test]
fn a_dispute_that_begins_here_may_get_its_code_here() {
    let mut file = file();
    file["dispute"] = json!("");
    let request = json!({"brief": file, "by": "own_initiative", "on": day()});
    let open = || wire::open(&serde_json::from_value(request.clone()).unwrap());
    let cases = [open(), open()].map(|parsed| parsed.map(|parsed| parsed.case).ok());
    assert!(cases[0].is_some());
    assert_ne!(cases[0], cases[1]);
}

#[test]
fn all_faults_are_told_at_once() {
    let bad = serde_json::from_value(json!({"head": {"name": "x"}, "mode": "loud"})).unwrap();
    assert_eq!(faults(wire::schedule_session(&bad)), ["on", "place", "mode", "head.name"]);
}
