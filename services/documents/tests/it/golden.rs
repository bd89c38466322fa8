//! The text layer and the number of pages of every family, as approved. After a change that is wanted:
//! `JIEFEN_GOLDEN=write cargo test -p jiefen-documents golden`, and read the difference.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use jiefen_documents::{Edition, Fields, families};

use crate::kit::{PRESS, PRINTED, issued, pages, print, sample, text};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// Line ends belong to the fonts, so the lines of a page are one; the check code has its own tests.
fn golden(id: &str) -> String {
    let paper = PRESS
        .print(id, &Fields::new(sample(id)), &Edition::Preview)
        .unwrap_or_else(|fault| panic!("{id}: {fault}"));
    let mut golden = format!("{} 页\n", paper.pages);
    for page in pages(&paper) {
        let line: String = page.concat();
        golden.push_str(line.trim());
        golden.push('\n');
    }
    golden
}

#[test]
fn the_text_and_the_pages_of_every_family_are_the_approved_ones() {
    let write = std::env::var("JIEFEN_GOLDEN").is_ok_and(|value| value == "write");
    let mut known = BTreeSet::new();
    let mut changed = Vec::new();
    for family in families() {
        let file = folder().join(format!("{}.txt", family.id));
        let now = golden(&family.id);
        if write {
            fs::create_dir_all(folder()).expect("a folder");
            fs::write(&file, &now).expect("written");
        }
        if fs::read_to_string(&file).unwrap_or_default() != now {
            changed.push((family.id.clone(), now));
        }
        known.insert(format!("{}.txt", family.id));
    }
    assert!(changed.is_empty(), "{changed:#?}");
    let files = fs::read_dir(folder()).expect("the folder").map(|entry| entry.expect("a file"));
    let left: Vec<String> = files
        .map(|file| file.file_name().to_string_lossy().into_owned())
        .filter(|name| !known.contains(name))
        .collect();
    assert!(left.is_empty(), "no family of these: {left:?}");
}

#[test]
fn every_value_of_a_sample_stands_in_its_paper() {
    for (family, paper) in PRINTED.iter() {
        let text = text(paper);
        for (name, value) in &family.sample {
            let Some(value) = value.as_str() else { continue };
            let is_date = value.len() == 10 && value.as_bytes()[4] == b'-';
            // a date is written in Chinese, and a choice may choose what is written
            let is_choice =
                family.fields.iter().any(|field| field.name == *name && !field.options.is_empty());
            let flat: String = value.chars().filter(|c| !c.is_whitespace()).collect();
            if !is_date && !is_choice {
                assert!(text.contains(&flat), "{}.{name} is not on the paper", family.id);
            }
        }
    }
}

#[test]
fn the_same_fields_give_the_same_bytes_and_another_day_gives_others() {
    for id in ["mediation_agreement", "registration_receipt", "arbitral_award"] {
        let first = print(id, sample(id)).expect("printed");
        let between = print("petition_opinion", sample("petition_opinion")).expect("printed");
        let second = print(id, sample(id)).expect("printed");
        assert_eq!(first, second);
        assert_ne!(first.sha256, between.sha256);
        let Edition::Issued(mut tomorrow) = issued() else { panic!("issued") };
        tomorrow.on = tomorrow.on.tomorrow().expect("a day");
        let fields = Fields::new(sample(id));
        let other = PRESS.print(id, &fields, &Edition::Issued(tomorrow)).expect("printed");
        assert_ne!((first.sha256, first.check), (other.sha256, other.check));
    }
}
