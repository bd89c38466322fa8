//! What the forms of the deciding bodies need besides: rows of fields, lists of lines, places, numbers.

use jiefen_proto::jiefen::common::v1 as common;
use jiefen_vocab::{RegionLevel, Regions};

use super::fields::{At, Field, Kind, Read, Shown};
use crate::pages::dispute::Known;

/// Rows of a form that was not sent yet.
const ROWS: usize = 3;
/// Rows that a press on the button adds.
const ADDED: usize = 3;
/// The most rows of a form.
const MOST: usize = 60;

/// The rows of a field that has rows: those that were sent or are likely, and some that are empty.
pub(super) fn rows(field: &Field, at: &At<'_>) -> Vec<Vec<Shown>> {
    let Kind::Rows(fields) = field.kind else { return Vec::new() };
    let sent = at.form.has("request_id");
    let from = if sent { at.form } else { at.likely };
    let there = (0..MOST).take_while(|row| {
        fields.iter().any(|one| from.has(&format!("{}.{row}.{}", field.name, one.name)))
    });
    let added = if at.form.get("more") == field.name { ADDED } else { 0 };
    let count = (there.count().max(ROWS) + added).min(MOST);
    let shown = |row: usize, one: &Field| {
        let mut shown = one.shown_as(at, format!("{}.{row}.{}", field.name, one.name));
        // A row is one line: what would be boxes to press elsewhere is a list here.
        if shown.form == "radio" {
            shown.form = "select";
        }
        shown
    };
    (0..count).map(|row| fields.iter().map(|one| shown(row, one)).collect()).collect()
}

/// The places of the unit's county, town by town, the town itself first.
pub(super) fn places(known: &Known) -> Vec<(String, String)> {
    let regions = Regions::shipped();
    let Some(home) = known.home.map(|home| home.region) else { return Vec::new() };
    let county = home.county().unwrap_or(home);
    let mut towns: Vec<_> = regions.within(county, RegionLevel::Town).collect();
    towns.sort_by_key(|(town, _)| (!town.contains(home), *town));
    let mut places =
        vec![(county.to_string(), regions.name(county).unwrap_or_default().to_owned())];
    for (town, name) in towns {
        places.push((town.to_string(), name.to_owned()));
        let villages = regions.within(town, RegionLevel::Village);
        places
            .extend(villages.map(|(village, own)| (village.to_string(), format!("{name} {own}"))));
    }
    places
}

impl Read<'_> {
    /// The lines of a field, without empty ones.
    pub(super) fn lines(&self, name: &str) -> Vec<String> {
        let lines = self.form.get(name).lines().map(str::trim);
        lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    /// A number; 0 when the field is empty, which the service then judges.
    pub(super) fn count(&mut self, name: &str) -> u32 {
        let text = self.form.get(name);
        if text.is_empty() {
            return 0;
        }
        text.parse().unwrap_or_else(|_| {
            self.fault(name, "应填写数字 (a number)");
            0
        })
    }

    /// A year.
    pub(super) fn year(&mut self, name: &str) -> i32 {
        i32::try_from(self.count(name)).unwrap_or_default()
    }

    /// The rows of a field in which anything was filled in, each by the name that its fields begin with.
    pub(super) fn rows(&self, name: &str) -> Vec<String> {
        let row = |row: usize| format!("{name}.{row}");
        let filled = |row: &String| {
            let own = format!("{row}.");
            let mut fields = self.form.fields().iter();
            fields.any(|(key, value)| key.starts_with(&own) && !value.trim().is_empty())
        };
        (0..MOST).map(row).filter(filled).collect()
    }

    /// One field of every row that has it.
    pub(super) fn column(&self, name: &str, field: &str) -> Vec<String> {
        let rows = self.rows(name).into_iter();
        let values = rows.map(|row| self.text(&format!("{row}.{field}")));
        values.filter(|value| !value.is_empty()).collect()
    }

    /// An amount in a row; what is wrong with it is said at the field that has the row.
    pub(super) fn yuan_in(&mut self, group: &str, name: &str) -> Option<i64> {
        self.within(group, name, Read::yuan)
    }

    /// A day in a row.
    pub(super) fn day_in(&mut self, group: &str, name: &str) -> Option<common::Date> {
        self.within(group, name, Read::day)
    }

    fn within<T>(&mut self, group: &str, name: &str, read: impl FnOnce(&mut Self, &str) -> T) -> T {
        let before = self.wrong.len();
        let value = read(self, name);
        for wrong in self.wrong.iter_mut().skip(before) {
            group.clone_into(&mut wrong.field);
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Form;

    fn form(fields: &[(&str, &str)]) -> Form {
        Form::of(fields.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect())
    }

    #[test]
    fn a_row_without_a_word_counts_nothing() {
        let form = form(&[
            ("to.0.unit", "640122.court"),
            ("to.1.unit", " "),
            ("to.2.unit", "640122.justice"),
            ("other.0.unit", "640122.police"),
        ]);
        let read = Read::new(&form);
        assert_eq!(read.rows("to"), ["to.0", "to.2"]);
        assert_eq!(read.column("to", "unit"), ["640122.court", "640122.justice"]);
    }

    #[test]
    fn what_is_wrong_in_a_row_is_said_at_the_field_that_has_the_row() {
        let form = form(&[("claims.0.amount", "八百"), ("days", "x"), ("missing", "甲\n\n 乙 ")]);
        let mut read = Read::new(&form);
        assert_eq!(read.yuan_in("claims", "claims.0.amount"), None);
        assert_eq!(read.count("days"), 0);
        assert_eq!(read.lines("missing"), ["甲", "乙"]);
        let told = read.done().unwrap_err();
        let fields: Vec<&str> = told.fields.iter().map(|wrong| wrong.field.as_str()).collect();
        assert_eq!(fields, ["claims", "days"]);
    }
}
