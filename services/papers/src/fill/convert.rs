//! From what a view shows to what a paper takes.

use std::collections::BTreeMap;

use jiefen_documents::figures;
use jiff::civil::Date;
use serde_json::{Map, Value, json};

/// A day; of a list the last.
pub(crate) fn date(value: &Value) -> Option<Date> {
    match value {
        Value::Array(items) => items.iter().filter_map(date).max(),
        Value::Object(parts) => {
            let part = |name: &str| parts.get(name).and_then(Value::as_i64);
            let (year, month, day) = (part("year")?, part("month")?, part("day")?);
            Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
                .ok()
        }
        Value::String(text) => text.get(..10)?.parse().ok(),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

/// `2026年9月3日`.
pub(crate) fn chinese(day: Date) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// An amount in fen: proto3 JSON writes it as text; of a list the sum.
pub(crate) fn fen(value: &Value) -> Option<i64> {
    match value {
        Value::Array(items) => {
            let sums: Vec<i64> = items.iter().filter_map(fen).collect();
            (!sums.is_empty()).then(|| sums.iter().fold(0_i64, |a, b| a.saturating_add(*b)))
        }
        Value::String(text) => text.parse().ok(),
        Value::Number(number) => number.as_i64(),
        Value::Null | Value::Bool(_) | Value::Object(_) => None,
    }
}

/// A number; of a list how many there are.
pub(crate) fn count(value: &Value) -> Option<u64> {
    match value {
        Value::Array(items) => u64::try_from(items.len()).ok(),
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.parse().ok(),
        Value::Null | Value::Bool(_) | Value::Object(_) => None,
    }
}

/// A party as papers take it.
pub(crate) fn party(party: &Value) -> Option<Value> {
    let name = party.get("name").and_then(Value::as_str).filter(|name| !name.is_empty())?;
    let mut record = Map::new();
    record.insert("name".to_owned(), json!(name));
    let Some(more) = party.get("particulars") else { return Some(Value::Object(record)) };
    let text = |value: &Value, name: &str| {
        value.get(name).and_then(Value::as_str).filter(|text| !text.is_empty()).map(str::to_owned)
    };
    let mut put = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            record.insert(name.to_owned(), json!(value));
        }
    };
    put("document", text(more, "documentNumber"));
    put("address", text(more, "address"));
    put("phone", text(more, "phone"));
    put("born_on", more.get("bornOn").and_then(date).map(|day| day.to_string()));
    let head = more.get("head");
    put("head", head.and_then(|head| text(head, "name")));
    put("head_post", head.and_then(|head| text(head, "post")));
    put("guardian", people(more, "guardians"));
    put("agent", people(more, "agents"));
    Some(Value::Object(record))
}

/// Guardians or agents with what they are to the party.
fn people(more: &Value, name: &str) -> Option<String> {
    let list = more.get(name).and_then(Value::as_array)?;
    let one = |person: &Value| {
        let name = person.get("name").and_then(Value::as_str)?;
        let relation = person.get("relation").and_then(Value::as_str).filter(|r| !r.is_empty());
        Some(relation.map_or_else(|| name.to_owned(), |relation| format!("{name}（{relation}）")))
    };
    let people: Vec<String> = list.iter().filter_map(one).collect();
    (!people.is_empty()).then(|| people.join("、"))
}

/// What each party owes, a sentence each.
pub(crate) fn owed(list: &Value, parties: &[Value]) -> Vec<String> {
    let one = |owed: &Value| {
        let by = owed.get("obligor").or_else(|| owed.get("party"));
        let by = by.and_then(Value::as_u64).and_then(|no| named(parties, no)).unwrap_or_default();
        let due = owed.get("due").and_then(date).map(|day| format!("于{}前", chinese(day)));
        let what = owed.get("what").and_then(Value::as_str).unwrap_or("履行义务");
        let sum = owed.get("amountFen").and_then(fen).and_then(figures);
        let sum = sum.map(|sum| format!("（人民币{}元）", sum.trim_start_matches('¥')));
        let sum = sum.unwrap_or_default();
        let done = match owed.get("performed").and_then(Value::as_bool) {
            Some(true) => "，已经履行",
            Some(false) | None => "",
        };
        format!("{by}{}{what}{sum}{done}；", due.unwrap_or_default())
    };
    let mut lines: Vec<String> = list.as_array().into_iter().flatten().map(one).collect();
    if let Some(last) = lines.last_mut() {
        *last = last.trim_end_matches('；').to_owned() + "。";
    }
    lines
}

/// The name of a party by its number.
pub(crate) fn named(parties: &[Value], no: u64) -> Option<String> {
    let found = parties.iter().find(|party| party.get("no").and_then(Value::as_u64) == Some(no));
    found.and_then(|party| party.get("name")).and_then(Value::as_str).map(str::to_owned)
}

/// What a member of staff or a unit is called; none: only the code is known, and a code is no name.
pub(crate) fn called(code: &str, names: &BTreeMap<String, String>) -> Option<String> {
    names.get(code).filter(|name| !name.is_empty()).cloned()
}
