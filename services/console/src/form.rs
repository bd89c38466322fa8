//! A form as it was sent.

use axum::body::Bytes;
use serde::{Deserialize, Serialize};

/// The fields of a form in the order of the page. Nothing in it is checked.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct Form(Vec<(String, String)>);

impl Form {
    pub(crate) fn of(fields: Vec<(String, String)>) -> Form {
        Form(fields)
    }

    pub(crate) fn parse(body: &[u8]) -> Form {
        Form(form_urlencoded::parse(body).into_owned().collect())
    }

    /// A field, without blanks around it; empty when it was not sent.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// All values of a field.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether a button or box of this name was sent.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    /// Every field.
    pub(crate) fn fields(&self) -> &[(String, String)] {
        &self.0
    }

    /// With this field besides, in the place of any of its name.
    pub(crate) fn with(&self, name: &str, value: &str) -> Form {
        let mut form = self.without(&[name]);
        form.0.push((name.to_owned(), value.to_owned()));
        form
    }

    /// Without these fields.
    pub(crate) fn without(&self, names: &[&str]) -> Form {
        let kept = self.0.iter().filter(|(key, _)| !names.contains(&key.as_str()));
        Form(kept.cloned().collect())
    }
}

/// A file as it was sent. Nothing of it is checked.
#[derive(Clone)]
pub(crate) struct File {
    pub(crate) name: String,
    /// What the browser calls its type; empty: it does not know.
    pub(crate) media_type: String,
    pub(crate) content: Bytes,
}
