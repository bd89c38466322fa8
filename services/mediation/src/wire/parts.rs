//! The parts of the area's requests.

use std::collections::BTreeSet;

use jiefen_ledger::Error;
use jiefen_ledger::wire::{Fields, brief_from};
use jiefen_mediation_rules::agreement::{Draft, Obligation};
use jiefen_mediation_rules::lawyer_mediation::Share;
use jiefen_mediation_rules::matter::{NextStep, Proposal};
use jiefen_mediation_rules::neutral::Candidate;
use jiefen_mediation_rules::session::{Mode, Sitting};
use jiefen_procedure::Brief;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_vocab::{CaseId, DisputeId, Fen, Private};
use jiff::civil::Date;
use serde::de::DeserializeOwned;

use crate::{Kind, ROUNDS, case_id};

/// The longest text a mediator may enter.
const TEXT: usize = 40_000;
/// The longest staff id.
const PERSON: usize = 64;

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

/// Notes that a code is none of the lawful ones.
pub fn none_of(fields: &mut Fields, field: &str, given: &str, right: &str) {
    fields.fault(field, format!("「{given}」有误；应为 {right} (one of these)"));
}

/// A member of staff.
pub fn person(fields: &mut Fields, field: &str, given: &str) -> Option<String> {
    fields.text(field, given, PERSON)
}

/// How a party's word was given.
pub fn how(fields: &mut Fields, given: &str) -> Option<String> {
    if ["counter", "phone", "paper", "online"].contains(&given) {
        return Some(given.to_owned());
    }
    none_of(fields, "how", given, "counter、phone、paper 或 online");
    None
}

/// The dispute of a case that begins by a person's hand, and the case: its code may be made here.
pub fn dispute(
    fields: &mut Fields,
    brief: Option<&common::Brief>,
    kind: Kind,
    round: u32,
) -> Option<(CaseId, Box<Brief>)> {
    if round > ROUNDS {
        fields.fault("round", format!("应为 1 至 {ROUNDS} (between 1 and {ROUNDS})"));
    }
    let Some(given) = brief else {
        fields.fault("brief", "必填 (required)");
        return None;
    };
    let mut given = given.clone();
    if given.dispute.is_empty() {
        let fresh = DisputeId::from_bits(uuid::Uuid::now_v7().as_u128());
        given.dispute = fresh.to_string();
    }
    match brief_from("brief", &given) {
        Ok(brief) => Some((case_id(brief.dispute, kind, round), Box::new(brief))),
        Err(Error::Invalid(faults)) => {
            for fault in faults {
                fields.fault(fault.field, fault.problem);
            }
            None
        }
        Err(other) => {
            fields.fault("brief", other);
            None
        }
    }
}

/// A session that is set: day, place, form.
pub fn planned(
    fields: &mut Fields,
    on: Option<&common::Date>,
    place: &str,
    mode: &str,
) -> Option<(Date, String, Mode)> {
    let on = fields.date("on", on);
    let place = fields.text("place", place, 200);
    let mode = code(fields, "mode", mode);
    Some((on?, place?, mode?))
}

/// What is reported of a session.
pub fn sitting(
    fields: &mut Fields,
    planned: Option<(Date, String, Mode)>,
    people: (&[u32], &[u32]),
    reached: &str,
    record: &str,
) -> Option<Sitting> {
    let reached = code(fields, "reached", reached);
    let record = optional(fields, "record", record);
    let (on, place, mode) = planned?;
    Some(Sitting {
        on,
        place,
        mode,
        present: people.0.to_vec(),
        guardians: people.1.to_vec(),
        reached: reached?,
        record: Private::new(record?),
    })
}

/// Text that may be empty.
fn optional(fields: &mut Fields, field: &str, given: &str) -> Option<String> {
    if given.trim().is_empty() { Some(String::new()) } else { fields.text(field, given, TEXT) }
}

/// Private text; empty: none.
pub fn private(fields: &mut Fields, field: &str, given: &str) -> Option<Option<Private<String>>> {
    let text = optional(fields, field, given)?;
    Some((!text.is_empty()).then(|| Private::new(text)))
}

/// The text of an agreement.
pub fn draft(fields: &mut Fields, given: Option<&pb::Draft>) -> Option<Draft> {
    let Some(given) = given else {
        fields.fault("draft", "必填 (required)");
        return None;
    };
    let hash = fields.text("draft.hash", &given.hash, 64);
    let facts = fields.text("draft.facts", &given.facts, TEXT);
    let mut obligations = Vec::new();
    for (n, owed) in given.obligations.iter().enumerate() {
        let at = |name: &str| format!("draft.obligations[{n}].{name}");
        let what = fields.text(&at("what"), &owed.what, 2000);
        let due = fields.date(&at("due"), owed.due.as_ref());
        let place = match owed.place.trim() {
            "" => Some(None),
            _ => fields.text(&at("place"), &owed.place, 200).map(|place| Some(Private::new(place))),
        };
        obligations.extend(what.zip(due).zip(place).map(|((what, due), place)| Obligation {
            no: owed.no,
            obligor: owed.obligor,
            obligee: owed.obligee,
            what: Private::new(what),
            amount: owed.amount_fen.map(Fen),
            due,
            place,
        }));
    }
    let subjects = codes(fields, "draft.subjects", &given.subjects);
    let faults = codes(fields, "draft.faults", &given.faults);
    Some(Draft { hash: hash?, facts: Private::new(facts?), obligations, subjects, faults })
}

fn codes<T: DeserializeOwned + Ord>(
    fields: &mut Fields,
    field: &str,
    given: &[String],
) -> BTreeSet<T> {
    let mut found = BTreeSet::new();
    for (n, text) in given.iter().enumerate() {
        found.extend(code::<T>(fields, &format!("{field}[{n}]"), text));
    }
    found
}

/// Somebody to be named, with what was found of the person; the person's fault is the field's own.
pub fn candidate(
    fields: &mut Fields,
    field: &str,
    given: Option<&pb::Candidate>,
) -> Option<Candidate> {
    let Some(given) = given else {
        fields.fault(field, "必填 (required)");
        return None;
    };
    let person = person(fields, &format!("{field}.person"), &given.person);
    let interest = match given.interest.as_str() {
        "" => Some(None),
        found => code(fields, &format!("{field}.interest"), found).map(Some),
    };
    let (on_roster, trained, checked) = (given.on_roster, given.trained, given.checked);
    Some(Candidate { person: person?, on_roster, trained, checked, interest: interest? })
}

/// What each party pays.
pub fn shares(given: &[pb::FeeShare]) -> Vec<Share> {
    let share = |one: &pb::FeeShare| Share { party: one.party, amount: Fen(one.amount_fen) };
    given.iter().map(share).collect()
}

/// The next step of a matter.
pub fn next(fields: &mut Fields, given: Option<&pb::NextStep>) -> Option<NextStep> {
    let Some(given) = given else {
        fields.fault("next", "必填 (required)");
        return None;
    };
    let what = fields.text("next.what", &given.what, 500);
    let by = fields.date("next.by", given.by.as_ref());
    Some(NextStep { what: what?, by: by? })
}

/// Who should have a matter instead.
pub fn proposal(fields: &mut Fields, given: Option<&pb::Proposal>) -> Option<Proposal> {
    let Some(given) = given else {
        fields.fault("proposal", "必填 (required)");
        return None;
    };
    let body = fields.text("proposal.body", &given.body, 200);
    let track = fields.parse("proposal.track", &given.track);
    let basis = fields.text("proposal.basis", &given.basis, 200);
    Some(Proposal { body: body?, track: track?, basis: basis? })
}
