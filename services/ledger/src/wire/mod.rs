//! Between the wire and the typed world: parsed once, at the edge; behind it every value is valid.

mod brief;
mod material;
mod message;
mod party;

pub use brief::{
    brief_from, brief_to, consent_to, date_from, date_to, moment_from, papers_from, papers_to,
    stamp,
};
pub(crate) use material::hash;
pub use message::{decode, encode, encode_beside, kind};
pub use party::party_to;

use std::collections::BTreeSet;
use std::str::FromStr;

use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_vocab::{CaseId, Moment};
use serde::de::DeserializeOwned;

use crate::error::{Error, FieldFault};

/// The command when none of its fields is missing: the place in which `?` leaves a verb's parser.
pub fn made<T>(command: impl FnOnce() -> Option<T>) -> Option<T> {
    command()
}

/// Collects every fault of a request, so that all are told at once.
#[derive(Debug, Default)]
pub struct Fields {
    faults: Vec<FieldFault>,
}

impl Fields {
    /// No fault yet.
    pub fn new() -> Fields {
        Fields::default()
    }

    /// Notes a fault.
    pub fn fault(&mut self, field: impl Into<String>, problem: impl std::fmt::Display) {
        self.faults.push(FieldFault::new(field, problem));
    }

    /// A required value of a form that parses from text.
    pub fn parse<T: FromStr>(&mut self, field: &str, text: &str) -> Option<T>
    where
        T::Err: std::fmt::Display,
    {
        if text.is_empty() {
            self.fault(field, "必填 (required)");
            return None;
        }
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                self.fault(field, error);
                None
            }
        }
    }

    /// An optional value: empty text is none.
    pub fn parse_optional<T: FromStr>(&mut self, field: &str, text: &str) -> Option<T>
    where
        T::Err: std::fmt::Display,
    {
        if text.is_empty() { None } else { self.parse(field, text) }
    }

    /// A list of values.
    pub fn parse_all<T: FromStr + Ord>(&mut self, field: &str, texts: &[String]) -> BTreeSet<T>
    where
        T::Err: std::fmt::Display,
    {
        let mut values = BTreeSet::new();
        for (place, text) in texts.iter().enumerate() {
            values.extend(self.parse::<T>(&format!("{field}[{place}]"), text));
        }
        values
    }

    /// Required text of at most so many characters.
    pub fn text(&mut self, field: &str, text: &str, most: usize) -> Option<String> {
        let text = text.trim();
        let length = text.chars().count();
        if length == 0 {
            self.fault(field, "必填 (required)");
            None
        } else if length > most {
            self.fault(
                field,
                format!("共{length}字，超过上限{most}字 ({length} characters; at most {most})"),
            );
            None
        } else {
            Some(text.to_owned())
        }
    }

    /// A required civil date.
    pub fn date(
        &mut self,
        field: &str,
        date: Option<&jiefen_proto::jiefen::common::v1::Date>,
    ) -> Option<jiff::civil::Date> {
        let Some(date) = date else {
            self.fault(field, "必填 (required)");
            return None;
        };
        match date_from(date) {
            Ok(date) => Some(date),
            Err(problem) => {
                self.fault(field, problem);
                None
            }
        }
    }

    /// An optional civil date.
    pub fn date_optional(
        &mut self,
        field: &str,
        date: Option<&jiefen_proto::jiefen::common::v1::Date>,
    ) -> Option<jiff::civil::Date> {
        date.and_then(|date| self.date(field, Some(date)))
    }

    /// A required value of a closed list, by the code under which it is stored; `right` names the codes.
    pub fn coded<T: DeserializeOwned>(
        &mut self,
        field: &str,
        text: &str,
        right: &str,
    ) -> Option<T> {
        if text.is_empty() {
            self.fault(field, "必填 (required)");
            return None;
        }
        let value = serde_json::from_value(serde_json::Value::String(text.to_owned())).ok();
        if value.is_none() {
            self.fault(field, format!("没有代码「{text}」；应为 {right} (one of these)"));
        }
        value
    }

    /// A required moment.
    pub fn moment(
        &mut self,
        field: &str,
        stamp: Option<&pbjson_types::Timestamp>,
    ) -> Option<Moment> {
        if stamp.is_none() {
            self.fault(field, "必填 (required)");
        }
        stamp.map(moment_from)
    }

    /// The case that the head of a command names.
    pub fn case(&mut self, head: Option<&CommandHead>) -> Option<CaseId> {
        let name = head.map(|head| head.name.as_str()).unwrap_or_default();
        match crate::serve::case_named("head.name", name) {
            Ok(case) => Some(case),
            Err(Error::Invalid(faults)) => {
                self.faults.extend(faults);
                None
            }
            Err(other) => {
                self.fault("head.name", other);
                None
            }
        }
    }

    /// The value when no field was wrong.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every fault noted.
    pub fn done<T>(self, value: Option<T>) -> Result<T, Error> {
        match value {
            Some(value) if self.faults.is_empty() => Ok(value),
            Some(_) | None => Err(Error::Invalid(self.faults)),
        }
    }
}
