//! The pages themselves: the grid of GB/T 9704, the archive form, the marks of an edition.

use jiefen_documents::{Edition, Fields, Issued, Shape};
use serde_json::Value;

use crate::kit::{PRESS, PRINTED, issued, pages, print, sample, text};

#[test]
fn a_full_page_has_twenty_two_lines_of_twenty_eight_characters() {
    for id in ["petition_acceptance", "supervision_letter", "filing_refusal"] {
        let field = match id {
            "petition_acceptance" => "matter",
            "supervision_letter" => "overdue",
            _ => "reason",
        };
        let mut fields = sample(id);
        fields.insert(field.to_owned(), Value::from("诉".repeat(3_000)));
        let pages = pages(&print(id, fields).expect("printed"));
        let full: Vec<usize> = pages[1]
            .iter()
            .filter(|line| line.starts_with('诉'))
            .map(|line| line.chars().count())
            .collect();
        assert_eq!(full, [28; 22], "{id}");
    }
}

#[test]
fn official_pages_are_numbered_between_dashes_and_others_say_how_many_there_are() {
    for (family, paper) in PRINTED.iter() {
        for (index, page) in pages(paper).iter().enumerate() {
            let no = index + 1;
            let number = match family.shape {
                Shape::Official | Shape::Court => format!("— {no} —"),
                Shape::Plain | Shape::Form => format!("第{no}页　共{}页", paper.pages),
                Shape::Slip => continue,
            };
            assert!(page.contains(&number), "{} page {no}: {page:#?}", family.id);
        }
    }
}

#[test]
fn no_page_carries_a_signature_alone() {
    for (family, paper) in PRINTED.iter() {
        let all = pages(paper);
        if let [.., _, last] = all.as_slice() {
            let lines = last.iter().filter(|line| line.chars().count() >= 5).count();
            assert!(lines >= 3, "{}: {last:#?}", family.id);
        }
    }
}

#[test]
fn every_paper_is_an_archive_file_that_a_screen_reader_can_read() {
    for (family, paper) in PRINTED.iter() {
        let metadata = metadata(&paper.bytes);
        for mark in ["<pdfaid:part>2", "<pdfaid:conformance>A", "<pdfuaid:part>1"] {
            assert!(metadata.contains(mark), "{}: {metadata}", family.id);
        }
        assert!(metadata.contains(&family.zh), "{}: its title", family.id);
    }
}

#[test]
fn the_data_of_the_file_hold_the_day_of_issue_and_no_person() {
    let mut fields = sample("mediation_application");
    fields.insert("date".to_owned(), Value::from("2026-09-03"));
    let paper = print("mediation_application", fields).expect("printed");
    let metadata = metadata(&paper.bytes);
    assert!(metadata.contains("2026-10-01"), "{metadata}");
    for private in ["王秀兰", "马国强", "德胜村", "139095"] {
        assert!(!metadata.contains(private), "{private}");
    }
    let document = lopdf::Document::load_mem(&paper.bytes).expect("a PDF");
    let dates: Vec<String> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter_map(|info| info.get(b"CreationDate").ok())
        .map(|date| String::from_utf8_lossy(date.as_str().expect("a text")).into_owned())
        .collect();
    assert_eq!(dates, ["D:20261001000000+08'00"]);
}

/// What the file says of itself.
pub fn metadata(bytes: &[u8]) -> String {
    let document = lopdf::Document::load_mem(bytes).expect("a PDF");
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let found = streams
        .filter(|stream| {
            stream
                .dict
                .get(b"Type")
                .is_ok_and(|kind| kind.as_name().is_ok_and(|name| name == b"Metadata"))
        })
        .map(|stream| String::from_utf8_lossy(&stream.content).into_owned());
    found.collect()
}

#[test]
fn a_preview_says_so_on_every_page_and_has_no_check_code() {
    let fields = Fields::new(sample("arbitral_award"));
    let paper = PRESS.print("arbitral_award", &fields, &Edition::Preview).expect("printed");
    assert_eq!(paper.check, None);
    for page in pages(&paper) {
        assert!(page.iter().any(|line| line == "预览，未发出，不具效力"), "{page:#?}");
        assert!(!page.iter().any(|line| line.contains("核验码")));
    }
}

#[test]
fn an_issued_paper_shows_its_check_code_and_a_correction_what_it_corrects() {
    let first = print("petition_opinion", sample("petition_opinion")).expect("printed");
    let code = first.check.expect("a check code").to_string();
    assert!(text(&first).contains(&code));
    assert!(!text(&first).contains("预览"));
    let Edition::Issued(edition) = issued() else { panic!("issued") };
    let correction = Issued { version: 2, corrects: Some(code.clone()), ..edition };
    let fields = Fields::new(sample("petition_opinion"));
    let second =
        PRESS.print("petition_opinion", &fields, &Edition::Issued(correction)).expect("printed");
    assert!(text(&second).contains(&format!("第2版，补正{code}")), "{}", text(&second));
    assert_ne!(first.check, second.check);
}

#[test]
fn an_address_that_is_too_long_for_the_square_leaves_the_code_in_it() {
    let Edition::Issued(edition) = issued() else { panic!("issued") };
    let verify = Some(format!("https://{}.example.cn/", "x".repeat(60)));
    let edition = Edition::Issued(Issued { verify, ..edition });
    let fields = Fields::new(sample("registration_receipt"));
    assert!(PRESS.print("registration_receipt", &fields, &edition).is_ok());
}
