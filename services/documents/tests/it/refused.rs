//! What is not printed, and what the clerk is told.

use jiefen_documents::{Fault, Fields, Fonts, Kind, Problem, Role, families, family};
use serde_json::{Value, json};

use crate::kit::{PRESS, issued, print, sample, wrongs};

#[test]
fn a_family_without_a_required_field_is_refused_and_names_it() {
    for family in families() {
        for field in family.fields.iter().filter(|field| field.required) {
            let mut fields = sample(&family.id);
            fields.remove(&field.name);
            let wrongs = wrongs(&family.id, fields);
            let named: Vec<&str> = wrongs.iter().map(|wrong| wrong.field.as_str()).collect();
            assert_eq!(named, [field.name.as_str()], "{}", family.id);
            assert_eq!(wrongs[0].problem, Problem::Missing);
            assert!(wrongs[0].to_string().contains(&field.zh));
        }
    }
}

#[test]
fn a_family_prints_without_its_optional_fields() {
    for family in families() {
        let mut fields = sample(&family.id);
        fields.retain(|name, _| {
            family.fields.iter().any(|field| field.name == *name && field.required)
        });
        if let Err(fault) = print(&family.id, fields) {
            panic!("{}: {fault}", family.id);
        }
    }
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let mut fields = sample("mediation_agreement");
    fields.insert("number".to_owned(), json!("   "));
    fields.insert("date".to_owned(), json!("2026-02-30"));
    fields.insert("amount".to_owned(), json!(800.5));
    fields.insert("copies".to_owned(), json!(-1));
    fields.insert("terms".to_owned(), json!(["一", "", 3]));
    fields.insert("parties".to_owned(), json!([{ "name": "甲" }, { "sex": "女", "age": 3 }]));
    fields.insert("seal".to_owned(), json!("x"));
    let told = wrongs("mediation_agreement", fields);
    let mut named: Vec<&str> = told.iter().map(|wrong| wrong.field.as_str()).collect();
    named.sort_unstable();
    let all = [
        "amount",
        "copies",
        "date",
        "number",
        "parties[2].age",
        "parties[2].name",
        "seal",
        "terms[2]",
        "terms[3]",
    ];
    assert_eq!(named, all);
    let zh: Vec<String> = told.iter().map(ToString::to_string).collect();
    assert!(zh.iter().any(|line| line.starts_with("当事人第2项的姓名或者名称")), "{zh:#?}");
}

#[test]
fn empty_strings_and_empty_lists_are_missing() {
    for empty in [json!(""), json!(" \n\t　"), json!([]), Value::Null] {
        let mut fields = sample("petition_opinion");
        for name in ["matter", "items", "to"] {
            fields.insert(name.to_owned(), empty.clone());
        }
        let wrongs = wrongs("petition_opinion", fields);
        assert_eq!(wrongs.len(), 3, "{wrongs:?}");
        assert!(wrongs.iter().all(|wrong| wrong.problem == Problem::Missing));
    }
    assert!(matches!(PRESS.print("petition_opinion", &Fields::default(), &issued()),
        Err(Fault::Fields(wrongs)) if wrongs.len() == 9));
}

#[test]
fn a_character_without_a_shape_is_named_with_its_field_and_nothing_else_of_the_text() {
    for (text, c) in [("王😀秀兰", '😀'), ("王\u{1F0}ﷺ", 'ﷺ'), ("王\u{E000}", '\u{E000}')]
    {
        let mut fields = sample("mediation_application");
        fields.insert("applicants".to_owned(), json!([{ "name": text }]));
        let wrongs = wrongs("mediation_application", fields);
        let found = wrongs.iter().find(|wrong| wrong.problem == Problem::NoGlyph(c));
        let found = found.unwrap_or_else(|| panic!("{text}: {wrongs:?}"));
        assert_eq!(found.field, "applicants[1].name");
        assert!(found.to_string().contains(&format!("U+{:04X}", u32::from(c))));
        assert!(!found.to_string().contains('王'));
    }
}

#[test]
fn a_character_that_nobody_sees_is_refused() {
    for c in ['\u{202E}', '\u{200B}', '\u{FEFF}', '\u{0}', '\u{1b}', '\u{2028}', '\u{E0101}'] {
        let mut fields = sample("mediation_application");
        fields.insert("summary".to_owned(), json!(format!("正文{c}正文")));
        let wrongs = wrongs("mediation_application", fields);
        assert_eq!(wrongs.len(), 1);
        assert_eq!(wrongs[0].problem, Problem::Invisible(c));
    }
}

#[test]
fn a_choice_outside_its_options_is_refused_with_the_options() {
    let mut fields = sample("follow_up_record");
    fields.insert("performed".to_owned(), json!("大概履行"));
    let told = wrongs("follow_up_record", fields)[0].to_string();
    assert!(told.contains("全部履行") && told.contains("尚未到期"), "{told}");
}

#[test]
fn an_unknown_family_is_refused_by_name() {
    let fault = print(&"x".repeat(1_000), sample("payment_order")).expect_err("no such family");
    assert_eq!(fault, Fault::NoFamily { name: "x".repeat(40) });
    assert!(family("../payment_order").is_err());
}

#[test]
fn input_that_is_no_object_or_is_too_long_is_refused() {
    for text in ["", "[]", "\"x\"", "{\"a\":", "null", "{\"a\":1}}"] {
        assert!(matches!(Fields::parse(text), Err(Fault::Fields(_))), "{text}");
    }
    let long = format!("{{\"a\":\"{}\"}}", "x".repeat(600_000));
    assert!(Fields::parse(&long).is_err());
    let deep = format!("{}1{}", "{\"a\":".repeat(10_000), "}".repeat(10_000));
    assert!(Fields::parse(&deep).is_err());
}

#[test]
fn many_items_are_refused_with_the_limit() {
    let mut fields = sample("mediation_agreement");
    fields.insert("terms".to_owned(), Value::Array(vec![json!("一项"); 501]));
    assert_eq!(wrongs("mediation_agreement", fields)[0].problem, Problem::Many(500));
}

#[test]
fn an_amount_that_no_paper_writes_is_refused() {
    for amount in [json!(-1), json!(1_000_000_000_000_000_i64), json!("800"), json!(1e300)] {
        let mut fields = sample("payment_order");
        fields.insert("amount".to_owned(), amount);
        let wrongs = wrongs("payment_order", fields);
        let (zh, en) = Kind::Money.name();
        assert_eq!(wrongs[0].problem, Problem::Kind(zh, en));
    }
}

#[test]
fn a_folder_without_the_fonts_says_what_is_missing_and_what_to_install() {
    let folder = std::env::temp_dir().join(format!("jiefen-no-fonts-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let fault = Fonts::load(&folder).err().expect("no fonts");
    std::fs::remove_dir_all(&folder).expect("removed");
    let Fault::Fonts { missing, .. } = &fault else { panic!("{fault}") };
    assert_eq!(missing, &Role::ALL);
    assert!(fault.to_string().contains("fonts-noto-cjk"), "{fault}");
    let gone = Fonts::load(&folder).err().expect("no folder").to_string();
    assert!(gone.contains("documents.fonts") && gone.contains("jiefen-no-fonts"), "{gone}");
}
