//! An official paper from its fields, without a node: what there is, what it needs, and its pages.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};
use comfy_table::{ContentArrangement, Table, presets};
use jiefen_documents::{
    Edition, Family, Fault, Field, Fields, Fonts, Issued, Paper as Printed, Press, families, family,
};
use jiefen_platform::config::DocumentsConfig;
use jiff::civil::Date;
use serde_json::json;

use crate::cli::{From, Paper};
use crate::verbs::{load, text};
use crate::{Failure, say};

pub fn run(verb: &Paper) -> Result<(), Failure> {
    if verb.list {
        return list(verb.json);
    }
    let family = family(verb.family.as_deref().unwrap_or_default()).map_err(failed)?;
    if verb.describe {
        return describe(family, verb.json);
    }
    if verb.sample {
        let sample = serde_json::to_string_pretty(&family.sample).context("writing the sample")?;
        return say(&sample);
    }
    let (Some(fields), Some(out)) = (&verb.fields, &verb.out) else {
        return Err(Failure::Usage("--fields 和 --out 都要填写 (both are needed)".to_owned()));
    };
    let fields = Fields::parse(&text::read(fields, "reading the fields")?).map_err(failed)?;
    let edition = edition(verb)?;
    let press = press(verb.fonts.as_deref(), &verb.from)?;
    let paper = press.print(&family.id, &fields, &edition).map_err(failed)?;
    write(out, &paper, &edition)
        .with_context(|| format!("写入 {} (writing the paper)", out.display()))?;
    tell(&paper, out, verb.json)
}

/// The reasons are for the clerk, one a line.
pub(super) fn failed(fault: Fault) -> Failure {
    Failure::Failed(anyhow!("{fault}"))
}

/// A press with the fonts of the flag, of the configuration, or of the default folder.
pub(super) fn press(folder: Option<&Path>, from: &From) -> Result<Press, Failure> {
    let configured = || -> Result<PathBuf, Failure> {
        if from.config.is_some() || !from.set.is_empty() {
            return Ok(load(from)?.documents.fonts);
        }
        Ok(DocumentsConfig::default().fonts)
    };
    let folder = folder.map_or_else(configured, |folder| Ok(folder.to_owned()))?;
    Ok(Press::new(Fonts::load(&folder).map_err(failed)?))
}

fn edition(verb: &Paper) -> Result<Edition, Failure> {
    let Some(on) = &verb.issued_on else { return Ok(Edition::Preview) };
    Ok(Edition::Issued(Issued {
        on: day(on, "--issued-on")?,
        verify: verb.verify_at.clone(),
        version: verb.version.unwrap_or(1),
        corrects: verb.corrects.clone(),
    }))
}

/// A day; `what` names it when it is none.
pub(super) fn day(text: &str, what: &str) -> Result<Date, Failure> {
    text.parse()
        .map_err(|_| Failure::Usage(format!("{what} 应为日期，如 2026-09-15 (must be a date)")))
}

/// An issued paper is an original: nothing is written over one.
pub(super) fn write(out: &Path, paper: &Printed, edition: &Edition) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true);
    match edition {
        Edition::Preview | Edition::Part => options.create(true).truncate(true),
        Edition::Issued(_) => options.create_new(true),
    };
    options.open(out)?.write_all(&paper.bytes)
}

pub(super) fn tell(paper: &Printed, out: &Path, as_json: bool) -> Result<(), Failure> {
    let check = paper.check.map(|check| check.to_string());
    if as_json {
        let told = json!({
            "file": out.display().to_string(),
            "pages": paper.pages,
            "bytes": paper.bytes.len(),
            "sha256": paper.sha256,
            "check": check,
            "template": paper.template,
        });
        return say(&told.to_string());
    }
    let check = check.map_or_else(|| "预览，无核验码".to_owned(), |code| format!("核验码 {code}"));
    say(&format!("{}  {}页  {check}", out.display(), paper.pages))?;
    say(&format!("sha256 {}", paper.sha256))
}

fn list(as_json: bool) -> Result<(), Failure> {
    if as_json {
        return say(&serde_json::to_string(families()).context("writing the families")?);
    }
    let mut table = empty(["名称 family", "文书", "制作 by", "依据 basis"]);
    for family in families() {
        table.add_row([&family.id, &family.zh, &family.by, &family.basis]);
    }
    say(&table.to_string())
}

fn describe(family: &Family, as_json: bool) -> Result<(), Failure> {
    if as_json {
        return say(&serde_json::to_string(family).context("writing the family")?);
    }
    say(&format!("{}（{}） {}", family.zh, family.id, family.basis))?;
    let mut table = empty(["字段 field", "含义", "内容 kind", "来源 from", "必填"]);
    for field in &family.fields {
        table.add_row(row(field, ""));
        for column in &field.columns {
            table.add_row(row(column, &format!("{}[].", field.name)));
        }
    }
    say(&table.to_string())
}

fn row(field: &Field, above: &str) -> [String; 5] {
    let kind = match field.options.as_slice() {
        [] => field.kind.name().0.to_owned(),
        options => options.join("／"),
    };
    let required = if field.required { "是" } else { "" };
    let name = format!("{above}{}", field.name);
    [name, field.zh.clone(), kind, field.source.clone(), required.to_owned()]
}

fn empty<const N: usize>(head: [&str; N]) -> Table {
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(head);
    table
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn nothing_is_written_over_an_issued_paper_and_a_preview_may_be_printed_again() {
        let dir = tempfile::tempdir().unwrap();
        let paper = |bytes: &[u8]| Printed {
            bytes: bytes.to_vec(),
            sha256: String::new(),
            pages: 1,
            check: None,
            template: 1,
        };
        let issued = Edition::Issued(Issued {
            on: "2026-09-15".parse().unwrap(),
            verify: None,
            version: 1,
            corrects: None,
        });
        let out = dir.path().join("paper.pdf");
        write(&out, &paper(b"preview"), &Edition::Preview).unwrap();
        write(&out, &paper(b"again"), &Edition::Preview).unwrap();
        assert!(write(&out, &paper(b"issued"), &issued).is_err());
        assert_eq!(std::fs::read(&out).unwrap(), b"again");
    }

    #[test]
    fn what_a_family_needs_is_told_with_the_columns_of_its_rows() {
        let family = family("petition_opinion").unwrap();
        let items = family.fields.iter().find(|field| field.name == "items").unwrap();
        let row = row(&items.columns[0], "items[].");
        assert_eq!(row[0], "items[].matter");
        let listed: Value = serde_json::to_value(families()).unwrap();
        assert!(listed[0]["sample"].is_null() && listed[0]["fields"].is_array());
    }
}
