//! A case's papers as one file 卷宗: cover, table of contents, the papers in the official order with their page numbers,
//! and at the end what is there and what is missing.

use serde_json::{Map, Value, json};
use typst::ecow::EcoVec;
use typst::layout::Point;
use typst_layout::{Page, PagedDocument};

use crate::fault::Fault;
use crate::fields::Fields;
use crate::press::{Edition, Form, Paper, Press, export, sha256};
use crate::{catalogue, family};

/// The most papers of one dossier.
pub const PAPERS_MAX: usize = 500;

/// A place in the order of a dossier of people's mediation 人民调解卷宗: what it is called, whether it must be there, and
/// the families that fill it. Record and rights have a shorter way with an oral agreement (人民调解法 28, 30).
const PLACES: &[(&str, bool, &[&str])] = &[
    ("人民调解申请书或者受理登记表", true, &["mediation_application", "mediation_intake_form"]),
    ("权利义务告知书", true, &["rights_notice"]),
    ("授权委托书", false, &["power_of_attorney"]),
    ("调查笔录", false, &["investigation_record"]),
    ("中立评估意见书", false, &["neutral_evaluation"]),
    ("人民调解记录", true, &["mediation_record", "oral_agreement_form"]),
    ("调解室沟通记录", false, &["room_talk"]),
    (
        "人民调解协议书、口头协议登记表或者调解终止告知书",
        true,
        &["mediation_agreement", "oral_agreement_form", "failed_mediation_notice"],
    ),
    ("回访记录", false, &["follow_up_record"]),
    (
        "司法确认材料",
        false,
        &["confirmation_application", "confirmation_ruling", "confirmation_rejection"],
    ),
    ("结案报告表", true, &["mediation_closing_report"]),
];

/// What a dossier of these families lacks: what must be there and is not, by its name.
pub fn missing(families: &[&str]) -> Vec<&'static str> {
    let there = |ids: &[&str]| families.iter().any(|family| ids.contains(family));
    let lacking = PLACES.iter().filter(|(_, required, ids)| *required && !there(ids));
    lacking.map(|(name, ..)| *name).collect()
}

/// One paper of a dossier: as it was issued.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its family.
    pub family: String,
    /// Its fields.
    pub fields: Fields,
    /// As it was issued.
    pub edition: Edition,
}

/// A printed dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// The file.
    pub paper: Paper,
    /// What must be there and is not, by its name.
    pub missing: Vec<&'static str>,
}

/// A paper with its place in the order and its pages.
struct Laid<'a> {
    place: usize,
    entry: &'a Entry,
    pages: Vec<Page>,
    /// Its first page in the dossier, from 1.
    first: usize,
}

impl Press {
    /// Prints a dossier. `head` holds the fields of the family `dossier_cover` without its table of contents. An
    /// incomplete dossier is printed and says what is missing.
    ///
    /// # Errors
    /// Fields of the cover or of a paper are missing or wrong, or there are too many papers.
    pub fn bind(
        &self,
        head: &Fields,
        entries: &[Entry],
        edition: &Edition,
    ) -> Result<Dossier, Fault> {
        if entries.len() > PAPERS_MAX {
            return Err(Fault::many("papers", "卷内文书", PAPERS_MAX));
        }
        let laid = self.lay_papers(entries)?;
        let (rows, missing) = report(&laid);
        let cover = with(head, "contents", contents(&laid)?);
        let back = with(head, "report", rows);
        let (cover, check) = self.lay_out(family("dossier_cover")?, &cover, edition)?;
        let part = match edition {
            Edition::Preview => Edition::Preview,
            Edition::Issued(_) | Edition::Part => Edition::Part,
        };
        let (back, _) = self.lay_out(family("dossier_report")?, &back, &part)?;
        let info = typst::model::Document::info(&cover).clone();
        let mut pages: Vec<Page> = cover.pages().to_vec();
        let inner: Vec<Page> = laid.into_iter().flat_map(|laid| laid.pages).collect();
        pages.extend(self.numbered(inner)?);
        pages.extend(back.pages().iter().cloned());
        let document = PagedDocument::new(EcoVec::from(pages), info);
        let ident = format!("dossier/{}", check.map(|c| c.to_string()).unwrap_or_default());
        let bytes = export(&document, ident, edition, Form::Dossier)?;
        let pages = document.pages().len();
        let template = family("dossier_cover")?.version;
        Ok(Dossier {
            paper: Paper { sha256: sha256(&bytes), bytes, pages, check, template },
            missing,
        })
    }

    /// All papers in the official order; those without a place come last, as they were given.
    fn lay_papers<'a>(&self, entries: &'a [Entry]) -> Result<Vec<Laid<'a>>, Fault> {
        let mut laid = Vec::new();
        for entry in entries {
            let family = family(&entry.family)?;
            let (document, _) = self.lay_out(family, &entry.fields, &entry.edition)?;
            let holds = |(_, _, ids): &(&str, bool, &[&str])| ids.contains(&family.id.as_str());
            let place = PLACES.iter().position(holds).unwrap_or(PLACES.len());
            laid.push(Laid { place, entry, pages: document.pages().to_vec(), first: 0 });
        }
        laid.sort_by_key(|laid| laid.place);
        let mut first = 1;
        for laid in &mut laid {
            laid.first = first;
            first += laid.pages.len();
        }
        Ok(laid)
    }

    /// The pages with their numbers in the upper corner.
    fn numbered(&self, mut pages: Vec<Page>) -> Result<Vec<Page>, Fault> {
        let size = |page: &Page| {
            let size = page.frame.size();
            json!([size.x.to_pt(), size.y.to_pt()])
        };
        let sizes: Vec<Value> = pages.iter().map(size).collect();
        if sizes.is_empty() {
            return Ok(pages);
        }
        let files = vec![
            ("data.json", json!({ "sizes": sizes }).to_string()),
            ("edition.json", self.bare().to_string()),
        ];
        let numbers = self.compile(catalogue::NUMBERS, files)?;
        for (page, number) in pages.iter_mut().zip(numbers.pages()) {
            page.frame.push_frame(Point::zero(), number.frame.clone());
        }
        Ok(pages)
    }
}

/// The fields of the head, and one more.
fn with(head: &Fields, name: &str, value: Value) -> Fields {
    let mut fields = match head.given() {
        Value::Object(fields) => fields,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            Map::new()
        }
    };
    fields.insert(name.to_owned(), value);
    Fields::new(fields)
}

/// The rows of the table of contents.
fn contents(laid: &[Laid<'_>]) -> Result<Value, Fault> {
    let row = |laid: &Laid<'_>| {
        let family = family(&laid.entry.family)?;
        let number = match laid.entry.fields.given() {
            Value::Object(fields) => fields.get("number").cloned().unwrap_or_default(),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_) => Value::Null,
        };
        let pages = match laid.pages.len() {
            1 => laid.first.to_string(),
            count => format!("{}—{}", laid.first, laid.first + count - 1),
        };
        Ok(json!({ "title": family.zh, "number": number, "pages": pages }))
    };
    laid.iter().map(row).collect::<Result<Vec<Value>, Fault>>().map(Value::from)
}

/// What is there, place by place, and what must be there and is not.
fn report(laid: &[Laid<'_>]) -> (Value, Vec<&'static str>) {
    let mut missing = Vec::new();
    let mut rows = Vec::new();
    for (name, required, ids) in PLACES {
        let there = laid.iter().filter(|laid| ids.contains(&laid.entry.family.as_str())).count();
        if there == 0 && *required {
            missing.push(*name);
        }
        let found = match there {
            0 if *required => "缺".to_owned(),
            0 => "无".to_owned(),
            count => format!("{count}份"),
        };
        let need = if *required { "必须" } else { "按需" };
        rows.push(json!({ "name": name, "need": need, "found": found }));
    }
    let others = laid.iter().filter(|laid| laid.place == PLACES.len()).count();
    if others > 0 {
        rows.push(json!({ "name": "其他材料", "need": "按需", "found": format!("{others}份") }));
    }
    (Value::from(rows), missing)
}
