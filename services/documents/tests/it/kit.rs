//! What the tests share.

use std::sync::LazyLock;

use jiefen_documents::{
    Edition, Family, Fault, Fields, Fonts, Issued, Kind, Paper, Press, Wrong, families, family,
};
use serde_json::{Map, Value};

use crate::fonts;

/// One press for all tests.
pub static PRESS: LazyLock<Press> =
    LazyLock::new(|| Press::new(Fonts::load(&fonts::folder()).unwrap_or_else(|e| panic!("{e}"))));

/// An issue of the first of October.
pub fn issued() -> Edition {
    Edition::Issued(Issued {
        on: "2026-10-01".parse().expect("a day"),
        verify: Some("https://jf.example.cn/v/".to_owned()),
        version: 1,
        corrects: None,
    })
}

/// The sample of every family, printed once for all tests.
pub static PRINTED: LazyLock<Vec<(&'static Family, Paper)>> = LazyLock::new(|| {
    let printed = |family: &'static Family| {
        let paper = print(&family.id, family.sample.clone());
        (family, paper.unwrap_or_else(|fault| panic!("{}: {fault}", family.id)))
    };
    families().iter().map(printed).collect()
});

/// The sample of a family.
pub fn sample(id: &str) -> Map<String, Value> {
    family(id).expect("a family").sample.clone()
}

/// Prints it as issued.
pub fn print(id: &str, fields: Map<String, Value>) -> Result<Paper, Fault> {
    PRESS.print(id, &Fields::new(fields), &issued())
}

/// What is wrong with it.
pub fn wrongs(id: &str, fields: Map<String, Value>) -> Vec<Wrong> {
    match print(id, fields) {
        Err(Fault::Fields(wrongs)) => wrongs,
        other => panic!("{id}: {other:?}"),
    }
}

/// The text layer, line by line, of each page.
pub fn pages(paper: &Paper) -> Vec<Vec<String>> {
    let document = lopdf::Document::load_mem(&paper.bytes).expect("a PDF");
    let page = |no: &u32| {
        let text = document.extract_text(&[*no]).expect("a text layer");
        text.lines().map(|line| line.trim().to_owned()).collect()
    };
    document.get_pages().keys().map(page).collect()
}

/// The whole text layer without blanks and line ends, and without the places where a long word may break.
pub fn text(paper: &Paper) -> String {
    pages(paper)
        .concat()
        .concat()
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{200B}')
        .collect()
}

/// The sample with every text of a kind replaced, in rows and parties too.
pub fn fill(family: &Family, with: &dyn Fn(Kind) -> Option<Value>) -> Map<String, Value> {
    let mut fields = family.sample.clone();
    for field in &family.fields {
        let Some(value) = fields.get_mut(&field.name) else { continue };
        if let Some(new) = with(field.kind) {
            *value = new;
        }
        for row in value.as_array_mut().into_iter().flatten() {
            let Some(row) = row.as_object_mut() else { continue };
            for column in &field.columns {
                if let (Some(new), true) = (with(column.kind), row.contains_key(&column.name)) {
                    row.insert(column.name.clone(), new);
                }
            }
        }
    }
    fields
}
