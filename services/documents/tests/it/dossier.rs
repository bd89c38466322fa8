//! Many papers as one file.

use jiefen_documents::{Dossier, Edition, Entry, Fault, Fields, PAPERS_MAX, family};
use serde_json::{Map, Value};

use crate::kit::{PRESS, issued, pages, print, sample};

/// The fields of the cover that a clerk gives.
fn head() -> Map<String, Value> {
    let mut head = sample("dossier_cover");
    head.remove("contents");
    head
}

fn bind(ids: &[&str]) -> Dossier {
    let entry = |id: &&str| Entry {
        family: (*id).to_owned(),
        fields: Fields::new(sample(id)),
        edition: issued(),
    };
    let entries: Vec<Entry> = ids.iter().map(entry).collect();
    PRESS.bind(&Fields::new(head()), &entries, &issued()).unwrap_or_else(|e| panic!("{e}"))
}

const WHOLE: &[&str] = &[
    "mediation_closing_report",
    "mediation_agreement",
    "mediation_record",
    "rights_notice",
    "follow_up_record",
    "mediation_application",
];

#[test]
fn a_dossier_holds_cover_contents_every_paper_in_the_official_order_and_the_report() {
    let dossier = bind(WHOLE);
    assert_eq!(dossier.missing, Vec::<&str>::new());
    let pages = pages(&dossier.paper);
    let order = [
        "mediation_application",
        "rights_notice",
        "mediation_record",
        "mediation_agreement",
        "follow_up_record",
        "mediation_closing_report",
    ];
    let mut at = 2;
    let contents = pages[1].concat();
    for id in order {
        let zh = &family(id).unwrap().zh;
        assert!(pages[at].contains(zh), "{id} on page {}: {:#?}", at + 1, pages[at]);
        let count = print(id, sample(id)).unwrap().pages;
        let first = at - 1;
        let row = match count {
            1 => format!("{zh}{first}"),
            _ => format!("{zh}{first}—{}", first + count - 1),
        };
        let flat = contents.replace("习街人调字〔2026〕第18号", "");
        assert!(flat.contains(&row), "{row}: {flat}");
        for number in first..first + count {
            assert!(pages[number + 1].contains(&number.to_string()), "the number of page {number}");
        }
        at += count;
    }
    assert_eq!(pages.len(), at + 1);
    assert!(pages[0].concat().contains("人民调解卷宗") && pages[0].concat().contains("2026-018"));
    assert!(pages[at].concat().contains("本卷必须具备的文书齐全"), "{:#?}", pages[at]);
}

#[test]
fn a_dossier_that_lacks_a_paper_is_printed_and_names_it() {
    let dossier = bind(&["mediation_agreement", "mediation_record", "petition_opinion"]);
    let missing = ["人民调解申请书或者受理登记表", "权利义务告知书", "结案报告表"];
    assert_eq!(dossier.missing, missing);
    let pages = pages(&dossier.paper);
    let last = pages.last().unwrap().concat();
    for name in missing {
        assert!(last.contains(name), "{last}");
    }
    assert!(last.contains("本卷缺少") && last.contains("其他材料"), "{last}");
}

#[test]
fn an_oral_agreement_takes_the_place_of_record_and_agreement() {
    let ids = [
        "mediation_intake_form",
        "rights_notice",
        "oral_agreement_form",
        "mediation_closing_report",
    ];
    assert_eq!(bind(&ids).missing, Vec::<&str>::new());
}

#[test]
fn the_same_papers_give_the_same_dossier_and_it_is_an_archive_file() {
    let first = bind(WHOLE);
    assert_eq!(first, bind(WHOLE));
    let metadata = crate::page::metadata(&first.paper.bytes);
    assert!(metadata.contains("<pdfaid:part>2") && metadata.contains("<pdfaid:conformance>U"));
    assert!(!metadata.contains("王秀兰"));
}

#[test]
fn a_dossier_of_many_papers_is_one_file() {
    let ids = vec!["mediation_record"; 60];
    let dossier = bind(&ids);
    assert_eq!(dossier.paper.pages, pages(&dossier.paper).len());
    assert!(dossier.paper.pages >= 63);
}

#[test]
fn a_wrong_paper_of_a_dossier_is_named_and_too_many_are_refused() {
    let entry = |fields: Fields| Entry {
        family: "mediation_record".to_owned(),
        fields,
        edition: Edition::Preview,
    };
    let head = Fields::new(head());
    let wrong = PRESS.bind(&head, &[entry(Fields::default())], &issued());
    assert!(matches!(wrong, Err(Fault::Fields(wrongs)) if wrongs.len() > 5));
    let many = vec![entry(Fields::default()); PAPERS_MAX + 1];
    assert!(matches!(PRESS.bind(&head, &many, &issued()), Err(Fault::Fields(wrongs))
        if wrongs[0].field == "papers"));
    assert!(PRESS.bind(&Fields::default(), &[], &issued()).is_err());
}
