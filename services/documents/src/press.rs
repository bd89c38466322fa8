//! From fields to pages: one paper, always the same bytes.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use jiff::civil::Date;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use typst::WorldExt;
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::foundations::{Bytes, Datetime, Smart};
use typst::syntax::FileId;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::check::CheckCode;
use crate::family::Family;
use crate::fault::Fault;
use crate::fields::Fields;
use crate::fonts::{Fonts, Role};
use crate::value::is_invisible;
use crate::world::{Desk, id_of};
use crate::{catalogue, qr};

/// What a compiled page leaves behind is kept for so many papers: the next of its family is faster.
const KEPT: usize = 8;
/// Kept together with the bytes, and in the file itself.
const CREATOR: &str = "jiefen";
/// 北京时间, in minutes.
const BEIJING: i32 = 8 * 60;

/// A preview, or a paper that is issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edition {
    /// To look at: marked on every page, without a check code.
    Preview,
    /// To be signed, sealed and served.
    Issued(Issued),
    /// A part of a larger file, which has the code for all of it: without a mark and without a code of its own.
    Part,
}

/// What an issued paper says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// The day on which it was made; the only date in the file's own data.
    pub on: Date,
    /// Where the code is checked: `https://jf.example.cn/v/`; the code is appended. None: the square holds the code alone.
    pub verify: Option<String>,
    /// 1, and one more with each correction.
    pub version: u32,
    /// The check code of the paper that this one corrects.
    pub corrects: Option<String>,
}

/// A printed paper.
#[derive(Clone, PartialEq, Eq)]
pub struct Paper {
    /// The PDF.
    pub bytes: Vec<u8>,
    /// SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
    /// How many pages.
    pub pages: usize,
    /// Of an issued paper.
    pub check: Option<CheckCode>,
    /// The template's version.
    pub template: u32,
}

impl fmt::Debug for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Paper { bytes, sha256, pages, .. } = self;
        write!(f, "Paper({pages} pages, {} bytes, {sha256})", bytes.len())
    }
}

/// Prints papers. Takes no clock and no chance; may be shared between threads.
pub struct Press {
    fonts: Fonts,
}

impl Press {
    /// A press with these fonts.
    pub fn new(fonts: Fonts) -> Press {
        Press { fonts }
    }

    /// The fonts it prints with.
    pub fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// Prints a paper.
    ///
    /// # Errors
    /// No such family; fields that are missing, wrong, or hold a character that cannot be printed: all of them at once.
    pub fn print(&self, family: &str, fields: &Fields, edition: &Edition) -> Result<Paper, Fault> {
        let family = catalogue::family(family)?;
        let (document, check) = self.lay_out(family, fields, edition)?;
        let ident = match check {
            Some(check) => format!("{}/{check}", family.id),
            None => format!("{}/preview", family.id),
        };
        let bytes = export(&document, ident, edition, Form::Paper)?;
        comemo::evict(KEPT);
        let sha256 = sha256(&bytes);
        let pages = document.pages().len();
        Ok(Paper { bytes, sha256, pages, check, template: family.version })
    }

    /// Whether a paper could be printed with these fields; nothing is laid out.
    ///
    /// # Errors
    /// As [`Press::print`].
    pub fn check(&self, family: &str, fields: &Fields) -> Result<(), Fault> {
        fields.ready(catalogue::family(family)?, &|c| self.fonts.prints(c)).map(drop)
    }

    /// A text as far as it can be printed: what nobody sees is left out, and a square stands for what has no glyph. For
    /// what people wrote to each other, which nobody can correct any more.
    pub fn printable(&self, text: &str) -> String {
        let shown = |c: char| match c {
            '\n' | '\t' => Some(' '),
            c if is_invisible(c) => None,
            c if self.fonts.prints(c) => Some(c),
            _ => Some('□'),
        };
        text.chars().filter_map(shown).collect()
    }

    /// The pages, before they become a file.
    pub(crate) fn lay_out(
        &self,
        family: &Family,
        fields: &Fields,
        edition: &Edition,
    ) -> Result<(PagedDocument, Option<CheckCode>), Fault> {
        let ready = fields.ready(family, &|c| self.fonts.prints(c))?;
        let check = match edition {
            Edition::Preview | Edition::Part => None,
            Edition::Issued(issued) => {
                let text = format!(
                    "{} {} {}",
                    issued.on,
                    issued.version,
                    issued.corrects.as_deref().unwrap_or_default()
                );
                Some(CheckCode::of(&family.id, family.version, &text, &fields.given()))
            }
        };
        let square = check.and_then(|check| qr::square(&address(edition, check)));
        let mut files = vec![
            ("data.json", ready.to_string()),
            ("edition.json", self.edition(family, edition, check, square.is_some()).to_string()),
        ];
        files.extend(square.map(|square| ("square.svg", square)));
        Ok((self.compile(&family.id, files)?, check))
    }

    /// The pages of a template with these files beside it.
    pub(crate) fn compile(
        &self,
        template: &str,
        files: Vec<(&str, String)>,
    ) -> Result<PagedDocument, Fault> {
        let place = |(name, text): (&str, String)| Some((id_of(name)?, Bytes::from_string(text)));
        let files: HashMap<FileId, Bytes> = files.into_iter().filter_map(place).collect();
        let main = id_of(&format!("{template}.typ"))
            .ok_or_else(|| Fault::Template(template.to_owned()))?;
        let desk = Desk { fonts: &self.fonts, main, files };
        typst::compile::<PagedDocument>(&desk)
            .output
            .map_err(|errors| Fault::Template(say(&desk, &errors)))
    }

    fn edition(
        &self,
        family: &Family,
        edition: &Edition,
        check: Option<CheckCode>,
        square: bool,
    ) -> Value {
        let (version, corrects) = match edition {
            Edition::Preview | Edition::Part => (1, None),
            Edition::Issued(issued) => (issued.version, issued.corrects.clone()),
        };
        json!({
            "title": family.zh,
            "basis": family.basis,
            "preview": *edition == Edition::Preview,
            "check": check.map(|check| check.to_string()),
            "square": square,
            "version": version,
            "corrects": corrects,
            "fonts": self.families(),
        })
    }

    /// What a template without an edition of its own needs.
    pub(crate) fn bare(&self) -> Value {
        json!({ "preview": false, "check": null, "square": false, "fonts": self.families() })
    }

    fn families(&self) -> Value {
        let role = |role: Role| (role.key().to_owned(), json!(self.fonts.families(role)));
        Value::Object(Role::ALL.into_iter().map(role).collect())
    }
}

/// What the square says: the address when it is short enough, else the code.
fn address(edition: &Edition, check: CheckCode) -> String {
    let code = check.to_string();
    match edition {
        Edition::Issued(Issued { verify: Some(prefix), .. })
            if prefix.len() + code.len() <= qr::BYTES_MAX =>
        {
            format!("{prefix}{code}")
        }
        Edition::Issued(_) | Edition::Preview | Edition::Part => code,
    }
}

/// Which form the file has.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    /// PDF/A-2a and PDF/UA-1: tagged for screen readers.
    Paper,
    /// PDF/A-2u: the pages of many papers, of which each has its own tags elsewhere.
    Dossier,
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn export(
    document: &PagedDocument,
    ident: String,
    edition: &Edition,
    form: Form,
) -> Result<Vec<u8>, Fault> {
    let (standards, tagged): (&[PdfStandard], bool) = match form {
        Form::Paper => (&[PdfStandard::A_2a, PdfStandard::Ua_1], true),
        Form::Dossier => (&[PdfStandard::A_2u], false),
    };
    let standards = PdfStandards::new(standards)
        .map_err(|error| Fault::Template(error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(ident),
        creator: Smart::Custom(Some(CREATOR.to_owned())),
        timestamp: timestamp(edition),
        standards,
        tagged,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| {
        let texts: Vec<String> = errors.iter().map(|error| error.message.to_string()).collect();
        Fault::Template(texts.join("; "))
    })
}

/// Midnight of the day of issue; a preview has a fixed day, so that it is the same tomorrow.
fn timestamp(edition: &Edition) -> Option<Timestamp> {
    let (year, month, day) = match edition {
        Edition::Issued(issued) => (issued.on.year(), issued.on.month(), issued.on.day()),
        Edition::Preview | Edition::Part => (2000, 1, 1),
    };
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    let day = Datetime::from_ymd_hms(i32::from(year), month, day, 0, 0, 0)?;
    Timestamp::new_local(day, BEIJING)
}

/// Where a template failed, for its author.
fn say(desk: &Desk<'_>, errors: &EcoVec<SourceDiagnostic>) -> String {
    let one = |error: &SourceDiagnostic| {
        let place = error.span.id().map_or_else(String::new, |id| {
            let name = id.get().vpath().get_without_slash().to_owned();
            let range = desk.range(error.span).unwrap_or(Range { start: 0, end: 0 });
            format!("{name}:{}: ", range.start)
        });
        format!("{place}{}", error.message)
    };
    errors.iter().map(one).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests;
