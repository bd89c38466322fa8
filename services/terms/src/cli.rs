//! The written form of the verb `jiefen due`: text in, plain records out.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::error::TermsError;
use crate::law::Law;
use crate::query::{Deadline, Query, Span};

/// One line of an explanation: `why` in Chinese, then in English.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepLine {
    /// The day or moment, e.g. `2026-10-03`.
    pub date: String,
    /// Why, Chinese first, English second.
    pub why: String,
    /// The text that says so.
    pub source: String,
}

/// The answer of `jiefen due --json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueAnswer {
    /// The rule id.
    pub rule: String,
    /// The start as understood.
    pub from: String,
    /// `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SS` for limits in hours.
    pub due: String,
    /// Whether a later notice can still move the date.
    pub provisional: bool,
    /// How it was found.
    pub steps: Vec<StepLine>,
}

impl From<Deadline> for DueAnswer {
    fn from(deadline: Deadline) -> Self {
        let steps = deadline.steps.into_iter().map(|step| StepLine {
            date: step.date.to_string(),
            why: format!("{} / {}", step.why, step.why_en),
            source: step.source,
        });
        DueAnswer {
            rule: deadline.rule,
            from: deadline.from.to_string(),
            due: deadline.due.to_string(),
            provisional: deadline.provisional,
            steps: steps.collect(),
        }
    }
}

/// Answers one question of the shipped law. `stops` are written `A..B`, or `A..B@reason`.
///
/// # Errors
/// Every reason for which there is no date: see [`TermsError`].
pub fn due(
    rule: &str,
    from: &str,
    stops: &[&str],
    extend: Option<u32>,
) -> Result<DueAnswer, TermsError> {
    due_under(Law::shipped(), rule, from, stops, extend)
}

/// The same under a law with local limits.
///
/// # Errors
/// Every reason for which there is no date: see [`TermsError`].
pub fn due_under(
    law: &Law,
    rule: &str,
    from: &str,
    stops: &[&str],
    extend: Option<u32>,
) -> Result<DueAnswer, TermsError> {
    let stops = stops.iter().map(|stop| stop.parse()).collect::<Result<Vec<Span>, _>>()?;
    let query = Query { rule: rule.to_owned(), from: from.parse()?, stops, extend, version: None };
    law.due(&query).map(DueAnswer::from)
}

/// Answers a list of `{"rule","start"}`: the same list, each line with `due` and `provisional`
/// added, or with `error` where it has no answer. No line is lost, no field is dropped.
///
/// A line may also carry `stops` (a list of `A..B`; one may stand alone, and the flag's name `stop` does as
/// well), `extend` and `version`.
#[must_use]
pub fn batch(lines: &[Value]) -> Vec<Value> {
    batch_under(Law::shipped(), lines)
}

/// The same under a law with local limits.
#[must_use]
pub fn batch_under(law: &Law, lines: &[Value]) -> Vec<Value> {
    lines.iter().map(|line| answered(law, line)).collect()
}

fn answered(law: &Law, line: &Value) -> Value {
    let mut record = match line {
        Value::Object(record) => record.clone(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            Map::from_iter([("line".to_owned(), line.clone())])
        }
    };
    record.remove("due");
    record.remove("provisional");
    match question(&record).and_then(|query| law.due(&query)) {
        Ok(deadline) => {
            record.insert("due".to_owned(), Value::from(deadline.due.to_string()));
            record.insert("provisional".to_owned(), Value::from(deadline.provisional));
        }
        Err(error) => {
            record.insert("error".to_owned(), Value::from(error.to_string()));
        }
    }
    Value::Object(record)
}

fn question(record: &Map<String, Value>) -> Result<Query, TermsError> {
    let bad = |field: &str| TermsError::BadLine { field: field.to_owned() };
    let text = |field: &str| record.get(field).and_then(Value::as_str);
    let number = |field: &str| match record.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => {
            let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
            number.map(Some).ok_or_else(|| bad(field))
        }
    };
    let mut query = Query {
        rule: text("rule").ok_or_else(|| bad("rule"))?.to_owned(),
        from: text("start").or_else(|| text("from")).ok_or_else(|| bad("start"))?.parse()?,
        stops: Vec::new(),
        extend: number("extend")?,
        version: number("version")?,
    };
    for field in ["stops", "stop"] {
        match record.get(field) {
            None | Some(Value::Null) => {}
            Some(Value::String(stop)) => query.stops.push(stop.parse()?),
            Some(Value::Array(stops)) => {
                for stop in stops {
                    query.stops.push(stop.as_str().ok_or_else(|| bad(field))?.parse()?);
                }
            }
            Some(_) => return Err(bad(field)),
        }
    }
    Ok(query)
}
