//! The fields of a paper as its page shows them.

use jiefen_proto::jiefen::documents::v1 as pb;
use jiff::civil::Date;
use serde_json::Value;

use super::values::{cell, yuan};
use crate::errors::Errors;
use crate::form::Form;
use crate::words;

/// So many empty rows follow those that are filled, and are added when somebody asks for more.
const MORE_ROWS: usize = 4;

/// A field.
pub(super) struct Shown {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) form: &'static str,
    pub(super) value: String,
    pub(super) options: Vec<Opt>,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Vec<Cell>>,
    pub(super) required: bool,
    pub(super) open: bool,
    pub(super) wrong: String,
}

/// One of several.
pub(super) struct Opt {
    pub(super) text: String,
    pub(super) chosen: bool,
}

/// A cell of a row.
pub(super) struct Cell {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) value: String,
    pub(super) long: bool,
}

/// The field with what was sent; before anything was sent with what is known.
pub(super) fn shown(field: &pb::Field, form: &Form, today: Date, errors: &Errors) -> Shown {
    let known: Value = serde_json::from_str(&field.value).unwrap_or_default();
    let sent = form.has("request_id") && field.open;
    let value = match (sent, field.kind.as_str()) {
        (true, _) => form.get(&field.name).to_owned(),
        // a day that nobody knows is most often today's
        (false, "date") if known.is_null() && field.required && field.open => today.to_string(),
        (false, kind) => text(kind, &known),
    };
    let option = |text: &String| Opt { chosen: *text == value, text: text.clone() };
    let is_choice = matches!(field.kind.as_str(), "choice" | "party") && !field.options.is_empty();
    let names = field.options.join("、");
    let hint = match (field.from.as_str(), field.kind.as_str()) {
        _ if !field.open => from(&field.from),
        (_, "texts") => "一行写一项",
        (_, "parties") => "一行写一个姓名或者单位名称",
        (_, "money") => "单位：元",
        ("earlier", _) => "上次填过的，可以改",
        ("case", _) => "取自案件，可以改文字",
        _ => "",
    };
    let is_named = field.kind == "text" && !names.is_empty();
    Shown {
        name: field.name.clone(),
        label: field.zh.clone(),
        hint: if is_named { format!("可以填：{names}") } else { hint.to_owned() },
        form: match field.kind.as_str() {
            "long" | "texts" | "parties" => "long",
            "date" => "date",
            "rows" => "rows",
            _ if is_choice => "radio",
            "money" | "count" => "number",
            _ => "text",
        },
        options: if is_choice { field.options.iter().map(option).collect() } else { Vec::new() },
        columns: field.columns.iter().map(|column| column.zh.clone()).collect(),
        rows: rows(field, &known, form, sent),
        required: field.required,
        open: field.open,
        wrong: errors.at(&field.name).to_owned(),
        value: if field.open { value } else { told(field, value) },
    }
}

/// Where a value comes from that is not typed.
fn from(code: &str) -> &'static str {
    match code {
        "case" => "取自案件",
        "unit" => "取自本单位登记",
        "clock" => "按法定期限计算",
        "number" => "出具时编号",
        _ => "",
    }
}

/// A fixed value as people read it.
fn told(field: &pb::Field, value: String) -> String {
    match field.kind.as_str() {
        "date" => words::day(&value, false),
        "money" if !value.is_empty() => format!("{value}元"),
        _ if field.from == "number" && value.is_empty() => "出具时自动编号".to_owned(),
        _ => value,
    }
}

fn text(kind: &str, value: &Value) -> String {
    let name = |one: &Value| one.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
    match (kind, value) {
        ("money", value) => value.as_i64().map(yuan).unwrap_or_default(),
        ("party", value) => name(value),
        ("parties", Value::Array(list)) => {
            list.iter().map(name).collect::<Vec<String>>().join("\n")
        }
        ("texts", Value::Array(list)) => {
            let lines = list.iter().filter_map(Value::as_str);
            lines.collect::<Vec<&str>>().join("\n")
        }
        (_, Value::String(text)) => text.clone(),
        (_, Value::Number(number)) => number.to_string(),
        (_, Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_)) => String::new(),
    }
}

/// The rows that are filled, and a few empty ones.
fn rows(field: &pb::Field, known: &Value, form: &Form, sent: bool) -> Vec<Vec<Cell>> {
    if field.kind != "rows" {
        return Vec::new();
    }
    let list = known.as_array().cloned().unwrap_or_default();
    let typed = (0..)
        .take_while(|at| {
            sent && field.columns.iter().any(|column| form.has(&cell(field, *at, column)))
        })
        .count();
    let more = if form.has("more") { MORE_ROWS } else { 0 };
    let count = if sent { typed + more } else { list.len() + MORE_ROWS };
    let one = |at: usize| {
        let of = |column: &pb::Column| {
            let name = cell(field, at, column);
            let known = list.get(at).and_then(|row| row.get(&column.name));
            let value = match (sent, known) {
                (true, _) => form.get(&name).to_owned(),
                (false, known) => text(&column.kind, known.unwrap_or(&Value::Null)),
            };
            let label = format!("{}第{}行{}", field.zh, at + 1, column.zh);
            Cell { name, label, value, long: column.kind == "long" }
        };
        field.columns.iter().map(of).collect()
    };
    (0..count).map(one).collect()
}
