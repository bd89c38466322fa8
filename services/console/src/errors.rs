//! The summary of what is wrong with a form: above the form, each line linked to its field, and the same words beside it.

use crate::told::Told;
use crate::words;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    /// The field's id on the page; empty: it belongs to no field.
    pub(crate) field: String,
    pub(crate) text: String,
}

/// What is wrong with a form; empty: nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Errors {
    pub(crate) lines: Vec<Line>,
    /// The article by which it was refused.
    pub(crate) basis: String,
}

impl Errors {
    /// Of a refusal; `place` says which field of the page a field of the service is.
    pub(crate) fn of(told: &Told, place: impl Fn(&str) -> String) -> Errors {
        let line = |field: &str, text: &str| {
            let (field, text) = (place(field), text.to_owned());
            Line { field, text }
        };
        let mut lines: Vec<Line> =
            told.fields.iter().map(|wrong| line(&wrong.field, &wrong.text)).collect();
        if lines.is_empty() {
            lines.push(Line { field: String::new(), text: told.text.clone() });
        }
        Errors { lines, basis: words::basis(&told.basis) }
    }

    /// The same in the one language in which it is read.
    pub(crate) fn read(mut self, english: bool) -> Errors {
        for line in &mut self.lines {
            line.text = words::spoken(&line.text, english).to_owned();
        }
        self
    }

    /// The same with the fields by their names: above a form a line is read without its field.
    pub(crate) fn named<'a>(mut self, label: impl Fn(&str) -> Option<&'a str>) -> Errors {
        for line in &mut self.lines {
            if let Some(label) = label(&line.field)
                && !line.text.contains(label)
            {
                line.text = format!("{label}：{}", line.text);
            }
        }
        self
    }

    /// One thing that the console itself found.
    pub(crate) fn one(field: &str, text: &str) -> Errors {
        let line = Line { field: field.to_owned(), text: text.to_owned() };
        Errors { lines: vec![line], basis: String::new() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// What is wrong with one field; empty: nothing.
    pub(crate) fn at(&self, field: &str) -> &str {
        self.lines.iter().find(|line| line.field == field).map_or("", |line| &line.text)
    }
}
