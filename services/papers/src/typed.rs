//! What was typed, laid over what the case says.

use jiefen_documents::{Kind, TOTAL_MAX};
use jiefen_ledger::{Error, FieldFault};
use serde_json::{Map, Value, json};

use crate::fill::{Drawn, From};

/// Reads the JSON object of the fields that were typed; an empty text is none.
///
/// # Errors
/// It is too long, or no JSON object. The text is not repeated.
pub(crate) fn read(text: &str) -> Result<Map<String, Value>, Error> {
    if text.is_empty() {
        return Ok(Map::new());
    }
    let wrong = || Error::field("typed", "应为不超过512 KB的JSON对象 (a JSON object up to 512 KB)");
    if text.len() > TOTAL_MAX {
        return Err(wrong());
    }
    serde_json::from_str(text).map_err(|_| wrong())
}

/// Puts what was typed into its fields.
///
/// # Errors
/// A field is not known, or holds what the case says and nobody may type.
pub(crate) fn lay(drawn: &mut [Drawn], typed: &Map<String, Value>) -> Result<(), Error> {
    let mut faults = Vec::new();
    for (name, value) in typed {
        let Some(field) = drawn.iter_mut().find(|drawn| drawn.field.name == *name) else {
            let short: String = name.chars().filter(|c| !c.is_control()).take(40).collect();
            faults.push(FieldFault::new(short, "本文书没有这一项 (no such field)"));
            continue;
        };
        let value = chosen(field, value);
        if field.value.as_ref() == Some(&value) {
            continue;
        }
        if !field.is_open() {
            let text = format!(
                "{}：这一项取自案件，有误请先在案件中更正 (it is what the case says; correct it there)",
                field.field.zh
            );
            faults.push(FieldFault::new(name, text));
            continue;
        }
        let is_blank = value.as_str().is_some_and(|text| text.trim().is_empty()) || value.is_null();
        field.value = (!is_blank).then_some(value);
        field.from = if is_blank { From::Nowhere } else { From::Typed };
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

/// A party that was chosen by its name is the one of the case.
fn chosen(field: &Drawn, value: &Value) -> Value {
    let Some(name) = value.as_str().filter(|_| field.field.kind == Kind::Party) else {
        return value.clone();
    };
    let is = |one: &&Value| one.get("name").and_then(Value::as_str) == Some(name);
    match field.candidates.iter().find(is) {
        Some(one) => one.clone(),
        None if name.trim().is_empty() => Value::Null,
        None => json!({ "name": name }),
    }
}

/// The fields as the press takes them.
pub(crate) fn given(drawn: &[Drawn]) -> Map<String, Value> {
    let pair = |drawn: &Drawn| Some((drawn.field.name.clone(), drawn.value.clone()?));
    drawn.iter().filter_map(pair).collect()
}
