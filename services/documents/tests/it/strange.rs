//! Texts that a template language, a browser or a font could take for something else: printed as they are.

use jiefen_documents::{Kind, families};
use serde_json::{Value, json};

use crate::kit::{fill, pages, print, sample, text};

/// Markup of several languages. Everything in it is a character like any other.
const MARKUP: &str = "<script>alert(1)</script> #let x = 1 #read(\"/etc/passwd\") *粗* _斜_ $x^2$ = 标题 - 项 + 项 / 词 // 注 /* 注 */ `码` @引 <标> [甲]{乙} \\ ~ 'a' \"b\" -- --- ... %n {{x}} =1+1";

fn flat(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn markup_is_printed_as_it_was_typed_in_every_family() {
    for family in families() {
        let with = |kind: Kind| match kind {
            Kind::Text | Kind::Long => Some(json!(MARKUP)),
            Kind::Texts => Some(json!([MARKUP, MARKUP])),
            Kind::Parties => Some(json!([{ "name": MARKUP, "address": MARKUP, "agent": MARKUP }])),
            Kind::Party => Some(json!({ "name": MARKUP })),
            Kind::Date | Kind::Money | Kind::Count | Kind::Choice | Kind::Rows => None,
        };
        let paper =
            print(&family.id, fill(family, &with)).unwrap_or_else(|e| panic!("{}: {e}", family.id));
        assert!(text(&paper).contains(&flat(MARKUP)), "{}: {}", family.id, text(&paper));
    }
}

#[test]
fn a_name_of_fifteen_characters_with_a_dot_is_printed_whole() {
    let name = "阿卜杜热合曼·买买提吐尔逊江克";
    assert_eq!(name.chars().count(), 15);
    let party = json!({ "name": name });
    for family in families() {
        let mut fields = family.sample.clone();
        let mut has_party = false;
        for field in &family.fields {
            let value = match field.kind {
                Kind::Party => party.clone(),
                Kind::Parties => json!([party]),
                Kind::Text
                | Kind::Long
                | Kind::Date
                | Kind::Money
                | Kind::Count
                | Kind::Choice
                | Kind::Texts
                | Kind::Rows => continue,
            };
            fields.insert(field.name.clone(), value);
            has_party = true;
        }
        if has_party {
            let paper = print(&family.id, fields).unwrap_or_else(|e| panic!("{}: {e}", family.id));
            assert!(text(&paper).contains(name), "{}", family.id);
        }
    }
}

#[test]
fn rare_characters_of_names_are_printed() {
    let rare = "喆赟堃昇玥祎翀犇骉䶮㛃𠅤𬱖𫖮龘燚鑫淼焱垚";
    let mut fields = sample("civil_mediation_statement");
    fields.insert("plaintiffs".to_owned(), json!([{ "name": rare }]));
    fields.insert("clerk".to_owned(), json!(rare));
    let text = text(&print("civil_mediation_statement", fields).expect("printed"));
    assert!(text.matches(rare).count() >= 2, "{text}");
}

#[test]
fn paragraphs_stay_paragraphs_and_tabs_become_blanks() {
    let mut fields = sample("petition_acceptance");
    fields.insert("matter".to_owned(), Value::from("第一段\r\n\r\n第二段\t有空格\n  第三段  "));
    let pages = pages(&print("petition_acceptance", fields).expect("printed"));
    let lines = &pages[0];
    for line in ["第一段", "第二段 有空格", "第三段"] {
        assert!(lines.iter().any(|found| found == line), "{line}: {lines:#?}");
    }
}
