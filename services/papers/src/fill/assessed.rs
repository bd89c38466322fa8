//! What the papers of the assessment office take from an order or a sheet: numbers and codes, never a name of a person.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{convert, path};

/// The disputes behind an order, by their codes.
pub(super) fn disputes(view: &Value) -> Option<Value> {
    let found = path::at(view, "disputes")?;
    let codes: Vec<String> = found
        .as_array()?
        .iter()
        .filter_map(|code| Some(format!("纠纷{}", code.as_str()?)))
        .collect();
    (!codes.is_empty()).then(|| json!(codes))
}

/// Whose sheet it is: the unit, or the whole county.
pub(super) fn of_unit(view: &Value, names: &BTreeMap<String, String>) -> Option<Value> {
    match path::at(view, "unit") {
        Some(unit) => convert::called(unit.as_str()?, names).map(Value::from),
        None => Some(json!("全县")),
    }
}

/// The figures of a sheet as rows.
pub(super) fn figures(view: &Value) -> Option<Value> {
    let found = path::at(view, "figures")?;
    let row = |figure: &Value| {
        let text = |name: &str| figure.get(name).and_then(Value::as_str).unwrap_or_default();
        let variant = match text("variant") {
            "" => String::new(),
            variant => format!("（{variant}）"),
        };
        json!({
            "code": text("indicator"),
            "name": format!("{}{variant}", text("zh")),
            "count": counted(figure),
            "value": text("text"),
        })
    };
    let rows: Vec<Value> = found.as_array()?.iter().map(row).collect();
    (!rows.is_empty()).then_some(Value::Array(rows))
}

/// What was corrected, a sentence each.
pub(super) fn corrections(view: &Value) -> Option<Value> {
    let found = path::at(view, "corrections")?;
    let line = |entry: &Value| {
        let figure = entry.get("figure")?.get("indicator")?.as_str()?;
        let (before, after) = (counted(entry.get("before")?), counted(entry.get("after")?));
        let reason = entry.get("reason").and_then(Value::as_str).unwrap_or_default();
        Some(format!("{figure}：{before}更正为{after}。{reason}"))
    };
    let lines: Vec<String> = found.as_array()?.iter().filter_map(line).collect();
    (!lines.is_empty()).then(|| json!(lines))
}

/// Numerator and denominator: proto3 JSON leaves a zero out.
fn counted(of: &Value) -> String {
    let number = |name: &str| of.get(name).and_then(convert::count).unwrap_or(0);
    format!("{} / {}", number("numerator"), number("denominator"))
}
