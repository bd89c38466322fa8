//! Much text in every place where a clerk may put it.

use jiefen_documents::{Kind, TEXT_MAX, families};
use serde_json::{Value, json};

use crate::kit::{fill, print, sample, text, wrongs};

#[test]
fn a_text_of_a_hundred_kilobytes_is_printed_to_its_last_character() {
    let long = format!("{}终", "诉".repeat(33_400));
    assert!(long.len() > 100_000);
    let mut fields = sample("petition_acceptance");
    fields.insert("matter".to_owned(), Value::from(long.clone()));
    let paper = print("petition_acceptance", fields).expect("printed");
    assert!(paper.pages >= 33_400 / (22 * 28), "{} pages", paper.pages);
    assert!(text(&paper).replace(|c: char| c != '诉' && c != '终', "").ends_with("诉终"));
    assert_eq!(text(&paper).matches('诉').count(), 33_400);
}

#[test]
fn a_text_longer_than_allowed_is_refused_with_the_limit() {
    let mut fields = sample("petition_acceptance");
    fields.insert("matter".to_owned(), Value::from("诉".repeat(TEXT_MAX + 1)));
    let wrongs = wrongs("petition_acceptance", fields);
    assert_eq!(wrongs.len(), 1);
    assert!(wrongs[0].to_string().contains(&TEXT_MAX.to_string()), "{}", wrongs[0]);
    assert!(!wrongs[0].to_string().contains('诉'));
}

#[test]
fn every_family_takes_pages_of_text_in_every_field() {
    let long = "情况复杂，需要逐项说明。\n".repeat(60);
    for family in families() {
        let full = |kind: Kind| match kind {
            Kind::Long => Some(json!(long)),
            Kind::Texts => Some(json!(vec!["逐项列明的内容".repeat(30); 12])),
            Kind::Text
            | Kind::Date
            | Kind::Money
            | Kind::Count
            | Kind::Choice
            | Kind::Party
            | Kind::Parties
            | Kind::Rows => None,
        };
        let fields = fill(family, &full);
        let paper = print(&family.id, fields).unwrap_or_else(|e| panic!("{}: {e}", family.id));
        assert!(paper.pages >= 1, "{}", family.id);
    }
}

#[test]
fn every_family_takes_many_parties() {
    for family in families() {
        let mut fields = family.sample.clone();
        for field in family.fields.iter().filter(|field| field.kind == Kind::Parties) {
            let name = |no: usize| json!({ "name": format!("当事人{no}"), "address": "德胜村" });
            fields.insert(field.name.clone(), (0..40).map(name).collect());
        }
        let paper = print(&family.id, fields).unwrap_or_else(|e| panic!("{}: {e}", family.id));
        assert!(paper.pages >= 1);
    }
}

#[test]
fn every_family_takes_a_list_over_several_pages() {
    for family in families() {
        let mut fields = family.sample.clone();
        for field in family.fields.iter().filter(|field| field.kind == Kind::Rows) {
            let row = fields[&field.name][0].clone();
            fields.insert(field.name.clone(), Value::Array(vec![row; 60]));
        }
        let paper = print(&family.id, fields).unwrap_or_else(|e| panic!("{}: {e}", family.id));
        assert!(paper.pages >= 1);
    }
}
