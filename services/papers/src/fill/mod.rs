//! The fields of a paper, filled: from the case as its own service shows it, from the unit's entry, from the clocks that
//! run, from the numbers that were given, and from what was typed for earlier papers of the dispute, so that nobody is
//! asked twice. Pure.

mod assessed;
pub(crate) mod convert;
pub(crate) mod path;
mod source;
mod words;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiefen_documents::{Family, Field, Kind};
use jiff::civil::Date;
use serde_json::{Map, Value};

/// What a paper is filled from.
pub(crate) struct Material<'a> {
    /// The case as its service shows it.
    pub(crate) view: &'a Value,
    /// The unit.
    pub(crate) unit: Unit,
    /// What staff and units are called.
    pub(crate) names: &'a BTreeMap<String, String>,
    /// The day of issue.
    pub(crate) today: Date,
    /// The fields of earlier papers, the newest first, each with its family.
    pub(crate) earlier: &'a [(&'static Family, Map<String, Value>)],
    /// The paper in whose place this one will stand.
    pub(crate) corrects: Option<&'a Map<String, Value>>,
}

/// The unit that issues.
#[derive(Default)]
pub(crate) struct Unit {
    /// Its name; empty: not known.
    pub(crate) name: String,
    /// Its public telephone number; empty: not known.
    pub(crate) phone: String,
}

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum From {
    /// The case.
    Case,
    /// The unit's entry.
    Unit,
    /// A clock of the case.
    Clock,
    /// The numbering: given when the paper is issued.
    Number,
    /// The day of issue, until the case or somebody says another.
    Today,
    /// An earlier paper of the dispute.
    Earlier,
    /// It was typed.
    Typed,
    /// Nowhere yet.
    Nowhere,
}

impl From {
    /// As it stands on the wire.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            From::Case => "case",
            From::Unit => "unit",
            From::Clock => "clock",
            From::Number => "number",
            From::Today => "today",
            From::Earlier => "earlier",
            From::Typed => "typed",
            From::Nowhere => "",
        }
    }
}

/// A field with its value.
#[derive(Debug)]
pub(crate) struct Drawn {
    pub(crate) field: &'static Field,
    pub(crate) from: From,
    pub(crate) value: Option<Value>,
    /// Who can stand in the place of a party.
    pub(crate) candidates: Vec<Value>,
}

impl Drawn {
    /// Whether it may be typed. What the case says of persons, days and sums is corrected there; its wording may be
    /// adapted to the paper.
    pub(crate) fn is_open(&self) -> bool {
        let wording = match self.field.kind {
            Kind::Text | Kind::Long | Kind::Texts => true,
            Kind::Date
            | Kind::Money
            | Kind::Count
            | Kind::Choice
            | Kind::Party
            | Kind::Parties
            | Kind::Rows => false,
        };
        match self.from {
            From::Typed | From::Today | From::Earlier | From::Nowhere => true,
            From::Case => wording || self.is_partial() || self.candidates.len() > 1,
            From::Unit | From::Clock | From::Number => false,
        }
    }

    /// Rows of which required columns are still empty.
    fn is_partial(&self) -> bool {
        let lacks = |row: &Value| {
            let needed = self.field.columns.iter().filter(|column| column.required);
            needed.into_iter().any(|column| row.get(&column.name).is_none())
        };
        self.value.iter().filter_map(Value::as_array).flatten().any(lacks)
    }

    /// Whether somebody must still fill it.
    pub(crate) fn is_missing(&self) -> bool {
        self.field.required
            && self.from != From::Number
            && (self.value.is_none() || self.is_partial())
    }
}

/// The fields of a family, in their order.
pub(crate) fn fill(family: &'static Family, material: &Material<'_>) -> Vec<Drawn> {
    family.fields.iter().map(|field| one(family, field, material)).collect()
}

fn one(family: &'static Family, field: &'static Field, material: &Material<'_>) -> Drawn {
    let candidates = source::candidates(family, field, material);
    let drawn = |from, value| Drawn { field, from, value, candidates: candidates.clone() };
    if let Some((from, value)) = source::of(family, field, material) {
        return drawn(from, value);
    }
    let corrected = material.corrects.and_then(|fields| fields.get(&field.name));
    if let Some(value) = corrected.or_else(|| earlier(family, field, material)) {
        return drawn(From::Earlier, Some(value.clone()));
    }
    drawn(From::Nowhere, None)
}

/// What was typed for the same field before. Days, accounts and records belong to the paper that they were typed for.
fn earlier<'a>(family: &Family, field: &Field, material: &Material<'a>) -> Option<&'a Value> {
    let lasting = match field.kind {
        Kind::Text | Kind::Choice | Kind::Party | Kind::Parties => true,
        Kind::Long | Kind::Date | Kind::Money | Kind::Count | Kind::Texts | Kind::Rows => false,
    };
    let same = |other: &&Field| other.name == field.name && other.kind == field.kind;
    let of = |(other, fields): &'a (&'static Family, Map<String, Value>)| {
        let known = other.fields.iter().find(same)?;
        let alike = known.zh == field.zh || other.id == family.id;
        fields.get(&field.name).filter(|_| alike)
    };
    material.earlier.iter().filter(|_| lasting).find_map(of)
}
