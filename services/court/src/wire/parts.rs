//! The parts of the area's requests.

use std::collections::BTreeSet;

use jiefen_court_rules::confirmation::Agreement;
use jiefen_court_rules::filing::{AverageWage, Document, Measure, Service};
use jiefen_ledger::Error;
use jiefen_ledger::wire::{Fields, brief_from};
use jiefen_procedure::Brief;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::court::v1 as pb;
use jiefen_vocab::{CaseId, DisputeId, Fen, Private};
use jiff::civil::Date;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::{Kind, ROUNDS, case_id};

/// The longest text that staff may enter.
pub const TEXT: usize = 40_000;
/// The longest staff id.
const PERSON: usize = 64;
/// The longest number of a case or paper.
const NUMBER: usize = 100;

/// A value of a closed list of the law, as it is stored; the fault names the lawful codes.
pub fn stored<T: DeserializeOwned>(
    fields: &mut Fields,
    field: &str,
    given: &str,
    value: Value,
) -> Option<T> {
    if given.is_empty() {
        fields.fault(field, "必填 (required)");
        return None;
    }
    match serde_json::from_value(value) {
        Ok(value) => Some(value),
        Err(error) => {
            fields.fault(field, format!("「{given}」不在代码表中 (not in the code list): {error}"));
            None
        }
    }
}

/// A value of a closed list, by its code.
pub fn code<T: DeserializeOwned>(fields: &mut Fields, field: &str, given: &str) -> Option<T> {
    stored(fields, field, given, json!(given))
}

/// Values of a closed list.
pub fn codes<T: DeserializeOwned + Ord>(
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

/// Notes that a code is none of the lawful ones.
pub fn none_of(fields: &mut Fields, field: &str, given: &str, right: &str) {
    fields.fault(field, format!("「{given}」有误；应为 {right} (one of these)"));
}

/// A member of staff.
pub fn person(fields: &mut Fields, field: &str, given: &str) -> Option<String> {
    fields.text(field, given, PERSON)
}

/// The number of a case or paper.
pub fn number(fields: &mut Fields, field: &str, given: &str) -> Option<String> {
    fields.text(field, given, NUMBER)
}

/// All that is missing.
pub fn missing(fields: &mut Fields, given: &[String]) -> Option<Vec<String>> {
    let mut found = Vec::new();
    for (n, text) in given.iter().enumerate() {
        found.push(fields.text(&format!("missing[{n}]"), text, 500));
    }
    found.into_iter().collect()
}

/// The dispute of a case that begins by a person's hand, and the case. A dispute without a code begins
/// with this case: its code is made here.
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

/// What a procedure is chosen by.
pub fn measure(fields: &mut Fields, given: Option<&pb::Measure>) -> Option<Measure> {
    let Some(given) = given else {
        fields.fault("measure", "必填 (required)");
        return None;
    };
    let bars = codes(fields, "measure.bars", &given.bars);
    let wage = wage(fields, given.wage.as_ref());
    Some(Measure {
        amount: given.amount_fen.map(Fen),
        money_only: given.money_only,
        simple: given.simple,
        bars,
        agreed: given.agreed.clone(),
        wage: wage?,
    })
}

fn wage(fields: &mut Fields, given: Option<&pb::AverageWage>) -> Option<AverageWage> {
    let Some(given) = given else {
        fields.fault("measure.wage", "必填 (required)");
        return None;
    };
    let year = i16::try_from(given.year).ok();
    if year.is_none() {
        let problem = format!("没有{}年 (there is no such year)", given.year);
        fields.fault("measure.wage.year", problem);
    }
    let source = fields.text("measure.wage.source", &given.source, 500);
    Some(AverageWage { year: year?, amount: Fen(given.amount_fen), source: source? })
}

/// A proof of service.
pub fn service(fields: &mut Fields, given: Option<&pb::Service>) -> Option<Service> {
    let Some(given) = given else {
        fields.fault("service", "必填 (required)");
        return None;
    };
    let kind = &given.document;
    let value = if kind == "defence" {
        json!({"what": kind, "of": given.of})
    } else {
        json!({"what": kind})
    };
    let document: Option<Document> = stored(fields, "service.document", kind, value);
    let on = fields.date("service.on", given.on.as_ref());
    let manners = ["signed", "electronic", "mail", "left", "entrusted"];
    let manner = manners.contains(&given.manner.as_str()).then(|| given.manner.clone());
    if manner.is_none() {
        let right = "signed、electronic、mail、left 或 entrusted";
        none_of(fields, "service.manner", &given.manner, right);
    }
    Some(Service { document: document?, party: given.party, on: on?, manner: manner? })
}

/// What the court needs to know of an agreement.
pub fn agreement(
    fields: &mut Fields,
    given: Option<&pb::ConfirmableAgreement>,
) -> Option<Agreement> {
    let Some(given) = given else {
        fields.fault("agreement", "必填 (required)");
        return None;
    };
    let hash = fields.text("agreement.hash", &given.hash, 64);
    if hash.as_ref().is_some_and(|text| !hexadecimal(text)) {
        fields.fault("agreement.hash", "应为64位十六进制 (64 hexadecimal digits)");
    }
    let effective_on = fields.date("agreement.effective_on", given.effective_on.as_ref());
    let body = fields.text("agreement.body", &given.body, 200);
    let subjects = codes(fields, "agreement.subjects", &given.subjects);
    let content = fields.text("agreement.content", &given.content, TEXT);
    let mut due: Vec<Option<Date>> = Vec::new();
    for (n, day) in given.due.iter().enumerate() {
        due.push(fields.date(&format!("agreement.due[{n}]"), Some(day)));
    }
    Some(Agreement {
        hash: hash?,
        effective_on: effective_on?,
        body: body?,
        subjects,
        content: Private::new(content?),
        due: due.into_iter().collect::<Option<_>>()?,
    })
}

fn hexadecimal(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|digit| digit.is_ascii_hexdigit())
}
