//! The fields of one paper: given as JSON, read against the family's list.

use jiefen_vocab::Private;
use serde_json::{Map, Value};

use crate::family::Family;
use crate::fault::{Fault, Problem, Wrong};
use crate::value::Reader;

pub use crate::value::TEXT_MAX;

/// The most that all fields of one paper may hold, in bytes of JSON.
pub const TOTAL_MAX: usize = 512 * 1024;

/// The fields of one paper. Personal: no `Display`, and `Debug` shows nothing.
#[derive(Clone, Debug, Default)]
pub struct Fields(Private<Map<String, Value>>);

impl Fields {
    /// Fields as given.
    pub fn new(fields: Map<String, Value>) -> Fields {
        Fields(Private::new(fields))
    }

    /// Reads a JSON object.
    ///
    /// # Errors
    /// It is too long, or no JSON object. The text is not repeated.
    pub fn parse(text: &str) -> Result<Fields, Fault> {
        let whole = |problem| {
            let (field, zh) = ("fields".to_owned(), "文书内容".to_owned());
            Fault::Fields(vec![Wrong { field, zh, problem }])
        };
        if text.len() > TOTAL_MAX {
            return Err(whole(Problem::Long(TOTAL_MAX)));
        }
        match serde_json::from_str(text) {
            Ok(Value::Object(fields)) => Ok(Fields::new(fields)),
            Ok(
                Value::Null
                | Value::Bool(_)
                | Value::Number(_)
                | Value::String(_)
                | Value::Array(_),
            )
            | Err(_) => Err(whole(Problem::Kind("JSON对象", "a JSON object"))),
        }
    }

    /// The values as given.
    pub(crate) fn given(&self) -> Value {
        Value::Object(self.0.reveal().clone())
    }

    /// What the template reads.
    pub(crate) fn ready(
        &self,
        family: &Family,
        prints: &dyn Fn(char) -> bool,
    ) -> Result<Value, Fault> {
        let mut reader = Reader { prints, wrongs: Vec::new() };
        let given = self.0.reveal();
        let size: usize = given.values().map(size).sum();
        if size > TOTAL_MAX {
            let (field, zh) = ("fields".to_owned(), "文书内容".to_owned());
            reader.wrongs.push(Wrong { field, zh, problem: Problem::Long(TOTAL_MAX) });
            return Err(Fault::Fields(reader.wrongs));
        }
        let ready = reader.record(&family.fields, given, None);
        if reader.wrongs.is_empty() { Ok(ready) } else { Err(Fault::Fields(reader.wrongs)) }
    }
}

/// About how many bytes a value is.
fn size(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(map) => map.iter().map(|(key, value)| key.len() + size(value)).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 8,
    }
}
