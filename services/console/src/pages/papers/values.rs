//! What was typed, as the service takes it.

use jiefen_proto::jiefen::documents::v1 as pb;
use serde_json::{Map, Value, json};

use crate::form::Form;
use crate::told::{Told, Wrong};

/// The most rows of one field.
const ROWS_MAX: usize = 200;

/// The name of a cell on the page.
pub(super) fn cell(field: &pb::Field, at: usize, column: &pb::Column) -> String {
    format!("{}.{at}.{}", field.name, column.name)
}

/// Fen as yuan.
pub(super) fn yuan(fen: i64) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}

/// The open fields of a form as a JSON object.
///
/// # Errors
/// A number or an amount cannot be read; every one is named.
pub(super) fn typed(fields: &[pb::Field], form: &Form) -> Result<String, Told> {
    let mut wrong = Vec::new();
    let mut object = Map::new();
    for field in fields.iter().filter(|field| field.open) {
        if field.kind == "rows" {
            object.insert(field.name.clone(), rows(field, form, &mut wrong));
        } else if form.has(&field.name) {
            match value(&field.kind, form.get(&field.name)) {
                Ok(value) => {
                    object.insert(field.name.clone(), value);
                }
                Err(text) => wrong.push(fault(&field.name, text)),
            }
        }
    }
    if wrong.is_empty() { Ok(Value::Object(object).to_string()) } else { Err(Told::wrong(wrong)) }
}

fn fault(field: &str, text: &str) -> Wrong {
    Wrong { field: field.to_owned(), text: text.to_owned() }
}

fn rows(field: &pb::Field, form: &Form, wrong: &mut Vec<Wrong>) -> Value {
    let mut rows = Vec::new();
    for at in 0..ROWS_MAX {
        if !field.columns.iter().any(|column| form.has(&cell(field, at, column))) {
            break;
        }
        let mut row = Map::new();
        for column in &field.columns {
            let text = form.get(&cell(field, at, column));
            match value(&column.kind, text) {
                Ok(Value::Null) => {}
                Ok(value) if value.as_str() != Some("") => {
                    row.insert(column.name.clone(), value);
                }
                Ok(_) => {}
                Err(told) => {
                    wrong.push(fault(&field.name, &format!("第{}行{}：{told}", at + 1, column.zh)))
                }
            }
        }
        if !row.is_empty() {
            rows.push(Value::Object(row));
        }
    }
    Value::Array(rows)
}

fn value(kind: &str, text: &str) -> Result<Value, &'static str> {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    Ok(match kind {
        "money" if text.is_empty() => Value::Null,
        "money" => json!(fen(text).ok_or("金额应写成 800 或 800.50 (an amount such as 800.50)")?),
        "count" if text.is_empty() => Value::Null,
        "count" => json!(text.parse::<u32>().map_err(|_| "应为整数 (a whole number)")?),
        "texts" => json!(lines().collect::<Vec<&str>>()),
        "parties" => Value::Array(lines().map(|name| json!({ "name": name })).collect()),
        _ => json!(text),
    })
}

/// Yuan with at most two digits behind the point, as fen.
fn fen(text: &str) -> Option<i64> {
    let text = text.replace([',', '，'], "");
    let (yuan, rest) = text.split_once('.').unwrap_or((&text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if yuan.is_empty() || yuan.len() > 13 || rest.len() > 2 || !digits(yuan) || !digits(rest) {
        return None;
    }
    format!("{yuan}{rest:0<2}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(name: &str, kind: &str) -> pb::Field {
        let columns = if kind == "rows" {
            ["speaker", "words"].map(|name| pb::Column { name: name.into(), ..Default::default() })
        } else {
            Default::default()
        };
        pb::Field {
            name: name.into(),
            kind: kind.into(),
            open: true,
            columns: columns.into_iter().filter(|column| !column.name.is_empty()).collect(),
            ..Default::default()
        }
    }

    #[test]
    fn every_kind_of_field_is_read_as_the_service_takes_it() {
        let fields = [
            field("manner", "text"),
            field("copies", "count"),
            field("fee", "money"),
            field("terms", "texts"),
            field("others", "parties"),
            field("lines", "rows"),
        ];
        let form = Form::parse(
            "manner=%E7%8E%B0%E9%87%91&copies=3&fee=800.5&terms=a%0D%0A%0D%0Ab&others=%E7%94%B2\
             &lines.0.speaker=x&lines.0.words=y&lines.1.speaker=&lines.1.words=&evil=1"
                .as_bytes(),
        );
        let read: Value = serde_json::from_str(&typed(&fields, &form).unwrap()).unwrap();
        let expected = json!({ "manner": "现金", "copies": 3, "fee": 80_050, "terms": ["a", "b"],
            "others": [{ "name": "甲" }], "lines": [{ "speaker": "x", "words": "y" }] });
        assert_eq!(read, expected);
    }

    #[test]
    fn every_wrong_number_is_named() {
        let fields = [field("copies", "count"), field("fee", "money")];
        let form = Form::parse(b"copies=many&fee=-1");
        let told = typed(&fields, &form).unwrap_err();
        let names: Vec<&str> = told.fields.iter().map(|wrong| wrong.field.as_str()).collect();
        assert_eq!(names, ["copies", "fee"]);
    }
}
