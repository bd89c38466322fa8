//! Nothing stands outside the page, whatever the fields hold.

use serde_json::{Map, Value, json};
use typst::layout::{Frame, FrameItem, Point};

use super::{Edition, Press};
use crate::family::{Family, Field, Kind};
use crate::{Fields, Fonts, families};

#[path = "../../tests/it/fonts.rs"]
mod folder;

fn press() -> Press {
    Press::new(Fonts::load(&folder::folder()).unwrap_or_else(|fault| panic!("{fault}")))
}

/// The left and right edge and the foot of every run of text, in points.
fn runs(frame: &Frame, at: Point, found: &mut Vec<(String, f64, f64, f64)>) {
    for (position, item) in frame.items() {
        let at = at + *position;
        match item {
            // turned: only the mark of a preview
            FrameItem::Group(group) if group.transform.ky.get() != 0.0 => {}
            FrameItem::Group(group) => {
                let shift = Point::new(group.transform.tx, group.transform.ty);
                runs(&group.frame, at + shift, found);
            }
            FrameItem::Text(text) => {
                let (left, foot) = (at.x.to_pt(), at.y.to_pt());
                found.push((text.text.to_string(), left, left + text.width().to_pt(), foot));
            }
            FrameItem::Shape(..)
            | FrameItem::Image(..)
            | FrameItem::Link(..)
            | FrameItem::Tag(_) => {}
        }
    }
}

fn outside(press: &Press, family: &Family, fields: Map<String, Value>) -> Vec<String> {
    let (document, _) = press
        .lay_out(family, &Fields::new(fields), &Edition::Preview)
        .unwrap_or_else(|fault| panic!("{}: {fault}", family.id));
    let mut faults = Vec::new();
    for page in document.pages() {
        let (width, height) = (page.frame.size().x.to_pt(), page.frame.size().y.to_pt());
        let mut found = Vec::new();
        runs(&page.frame, Point::zero(), &mut found);
        for (text, left, right, foot) in found {
            if left < 8.0 || right > width - 8.0 || foot < 8.0 || foot > height - 8.0 {
                faults.push(format!("{}: {left:.0}–{right:.0}, {foot:.0}: {text}", family.id));
            }
        }
    }
    faults
}

/// One long word in every text, with no place to break.
fn stretched(fields: &[Field], sample: &Map<String, Value>, word: &str) -> Map<String, Value> {
    let one = |field: &Field, value: &Value| match (field.kind, value) {
        (Kind::Text | Kind::Long, _) => json!(word),
        (Kind::Texts, _) => json!([word]),
        (Kind::Party, _) => json!({ "name": word, "document": word }),
        (Kind::Parties, _) => json!([{ "name": word, "head": word, "agent": word }]),
        (Kind::Rows, Value::Array(rows)) => rows
            .iter()
            .filter_map(Value::as_object)
            .map(|row| Value::Object(stretched(&field.columns, row, word)))
            .collect(),
        (Kind::Date | Kind::Money | Kind::Count | Kind::Choice | Kind::Rows, value) => {
            value.clone()
        }
    };
    let value = |field: &Field| {
        let value = sample.get(&field.name)?;
        Some((field.name.clone(), one(field, value)))
    };
    fields.iter().filter_map(value).collect()
}

#[test]
fn no_text_of_a_sample_leaves_the_page() {
    let press = press();
    let faults: Vec<String> = families()
        .iter()
        .flat_map(|family| outside(&press, family, family.sample.clone()))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_word_without_a_place_to_break_stays_on_the_page() {
    let press = press();
    let mut faults = Vec::new();
    for word in ["W".repeat(200), "贺".repeat(200), "640122-2026/".repeat(16)] {
        for family in families() {
            faults.extend(outside(
                &press,
                family,
                stretched(&family.fields, &family.sample, &word),
            ));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
