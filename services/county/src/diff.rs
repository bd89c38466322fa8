//! What changed between two versions of the register, field by field.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_vocab::Agency;
use serde::{Deserialize, Serialize};

use crate::bundle::Bundle;
use crate::rows::{Part, Row, rows};
use crate::unit::Entry;

/// What became of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It reads otherwise.
    Changed,
}

impl What {
    /// The code that stands in answers.
    pub const fn code(self) -> &'static str {
        match self {
            What::Added => "added",
            What::Removed => "removed",
            What::Changed => "changed",
        }
    }

    /// The Chinese name.
    pub const fn zh(self) -> &'static str {
        match self {
            What::Added => "新增",
            What::Removed => "删除",
            What::Changed => "变更",
        }
    }
}

/// A field before and after; empty: not set.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Field {
    /// Its name.
    pub field: String,
    /// Before.
    pub before: String,
    /// After.
    pub after: String,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Change {
    /// The unit.
    pub agency: Agency,
    /// What of it.
    pub part: Part,
    /// Which one; empty for the unit itself.
    pub key: String,
    /// What became of it.
    pub what: What,
    /// Its fields that differ.
    pub fields: Vec<Field>,
}

/// What changed from one version to another, by unit. Counters and days of change are no change by themselves.
pub fn diff(from: &Bundle, to: &Bundle) -> Vec<Change> {
    fn named(bundle: &Bundle) -> BTreeMap<Agency, &Entry> {
        bundle.units.iter().map(|unit| (unit.agency, unit)).collect()
    }
    let (before, after) = (named(from), named(to));
    let agencies: BTreeSet<&Agency> = before.keys().chain(after.keys()).collect();
    let mut changes = Vec::new();
    for agency in agencies {
        let read = |units: &BTreeMap<Agency, &Entry>| {
            units.get(agency).map(|entry| rows(entry)).unwrap_or_default()
        };
        compare(*agency, read(&before), read(&after), &mut changes);
    }
    changes
}

/// Rows that read alike are no news. Of the others those of one part and key are the same thing, in their order.
fn compare(agency: Agency, mut old: Vec<Row>, mut new: Vec<Row>, changes: &mut Vec<Change>) {
    for row in old.iter_mut().chain(new.iter_mut()) {
        row.fields.retain(|name, _| !["version", "changed_on"].contains(name));
    }
    old.retain(|row| match new.iter().position(|other| other == row) {
        Some(at) => {
            new.remove(at);
            false
        }
        None => true,
    });
    for row in old {
        let same = |other: &Row| (other.part, &other.key) == (row.part, &row.key);
        let (what, after) = match new.iter().position(same) {
            Some(at) => (What::Changed, new.remove(at).fields),
            None => (What::Removed, BTreeMap::new()),
        };
        changes.push(change(agency, row.part, row.key, what, &row.fields, &after));
    }
    for row in new {
        let nothing = BTreeMap::new();
        changes.push(change(agency, row.part, row.key, What::Added, &nothing, &row.fields));
    }
}

fn change(
    agency: Agency,
    part: Part,
    key: String,
    what: What,
    before: &BTreeMap<&'static str, String>,
    after: &BTreeMap<&'static str, String>,
) -> Change {
    let names: BTreeSet<&str> = before.keys().chain(after.keys()).copied().collect();
    let value = |fields: &BTreeMap<&'static str, String>, name: &str| {
        fields.get(name).cloned().unwrap_or_default()
    };
    let fields = names
        .into_iter()
        .map(|name| Field {
            field: name.to_owned(),
            before: value(before, name),
            after: value(after, name),
        })
        .filter(|field| field.before != field.after)
        .collect();
    Change { agency, part, key, what, fields }
}
