//! The parts of the counter's requests.

use jiefen_intake_rules::content::{Content, Door, Identity};
use jiefen_intake_rules::dispute::orders::Advice;
use jiefen_intake_rules::dispute::parts::{Proof, Route};
use jiefen_ledger::wire::Fields;
use jiefen_procedure::Consent;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::{Agency, Fen, Private};
use serde::de::DeserializeOwned;

/// The longest text a clerk may enter, in characters; the law of the counter counts its bytes and says what to
/// do with a longer one.
pub const TEXT: usize = 1024 * 1024;

/// Optional text: empty is none.
pub fn text(given: &str) -> Option<String> {
    let given = given.trim();
    (!given.is_empty()).then(|| given.to_owned())
}

/// An agency.
pub fn agency(fields: &mut Fields, field: &str, given: &str) -> Option<Agency> {
    fields.parse(field, given)
}

/// A value of a closed list of the law, by its code; the fault names the lawful codes.
pub fn code<T: DeserializeOwned>(fields: &mut Fields, field: &str, given: &str) -> Option<T> {
    if given.is_empty() {
        fields.fault(field, "必填 (required)");
        return None;
    }
    match serde_json::from_value(serde_json::Value::String(given.to_owned())) {
        Ok(value) => Some(value),
        Err(error) => {
            fields.fault(field, format!("「{given}」不在代码表中 (not in the code list): {error}"));
            None
        }
    }
}

/// A signed answer of which no dispute follows: why, what, by whom, on which day.
pub fn advice(
    fields: &mut Fields,
    (why, answer, signed_by, on): (&str, &str, &str, Option<&common::Date>),
    sends_elsewhere: bool,
) -> Option<Advice> {
    let why = code(fields, "why", why);
    let answer = fields.text("answer", answer, TEXT);
    let signed_by = fields.text("signed_by", signed_by, 64);
    let day = fields.date("on", on);
    Some(Advice {
        why: why?,
        answer: Private::new(answer?),
        signed_by: signed_by?,
        sends_elsewhere,
        on: day?,
    })
}

/// How the claimant's identity was established.
pub fn identity(fields: &mut Fields, given: &str, because: &str) -> Option<Identity> {
    match given {
        "none" => {
            let because = fields.text("identity_reason", because, 200)?;
            Some(Identity::None { because })
        }
        other => code(fields, "identity", other),
    }
}

/// How the service of a notice is proved (T-A-05).
pub fn proof(fields: &mut Fields, given: &str, record: &str) -> Option<Proof> {
    match given {
        "attempted" => Some(Proof::Attempted { record: fields.text("record", record, 500)? }),
        other => code(fields, "proof", other),
    }
}

/// A route shown to the parties.
pub fn route(fields: &mut Fields, n: usize, item: &pb::Route) -> Option<Route> {
    let at = |name: &str| format!("routes[{n}].{name}");
    let track = fields.parse(&at("track"), &item.track);
    let cost = fields.text(&at("cost"), &item.cost, 200);
    let time = fields.text(&at("time"), &item.time, 200);
    let effect = fields.text(&at("effect"), &item.effect, 200);
    Some(Route { track: track?, cost: cost?, time: time?, effect: effect? })
}

/// A door of a duplicate.
pub fn door(fields: &mut Fields, n: usize, item: &pb::Door) -> Option<Door> {
    let at = |name: &str| format!("doors[{n}].{name}");
    let channel = fields.parse(&at("channel"), &item.channel);
    let unit = fields.parse(&at("unit"), &item.unit);
    let on = fields.date(&at("on"), item.on.as_ref());
    let answered_on = fields.date_optional(&at("answered_on"), item.answered_on.as_ref());
    Some(Door {
        no: item.no,
        channel: channel?,
        number: text(&item.number),
        unit: unit?,
        on: on?,
        answered_on,
    })
}

/// A party's consent.
pub fn consent(
    fields: &mut Fields,
    path: &str,
    consent: Option<&common::Consent>,
) -> Option<Consent> {
    let Some(consent) = consent else {
        fields.fault(path, "必填 (required)");
        return None;
    };
    let to = fields.parse(&format!("{path}.to"), &consent.to);
    let on = fields.date(&format!("{path}.on"), consent.on.as_ref());
    let by = fields.text(&format!("{path}.by"), &consent.by, 40);
    Some(Consent { party: consent.party, to: to?, given: consent.given, on: on?, by: by? })
}

/// What is registered.
pub fn content(fields: &mut Fields, content: Option<&pb::Content>) -> Option<Content> {
    let Some(c) = content else {
        fields.fault("content", "必填 (required)");
        return None;
    };
    let kind = fields.parse("content.kind", &c.kind);
    let place = fields.parse("content.place", &c.place);
    let other_places = fields.parse_all("content.other_places", &c.other_places);
    let flags = fields.parse_all("content.flags", &c.flags);
    let parties = fields.parties("content.parties", &c.parties);
    let happened_on = fields.date_optional("content.happened_on", c.happened_on.as_ref());
    let no_applicant = match c.no_applicant.as_str() {
        "" => None,
        given => code(fields, "content.no_applicant", given),
    };
    let mut consents = Vec::new();
    for (n, item) in c.consents.iter().enumerate() {
        consents.extend(consent(fields, &format!("content.consents[{n}]"), Some(item)));
    }
    Some(Content {
        kind: kind?,
        place: place?,
        other_places,
        summary: Private::new(c.summary.clone()),
        parties,
        no_applicant,
        amount: c.amount_fen.map(Fen),
        people: c.people,
        flags,
        consents,
        happened_on,
    })
}
