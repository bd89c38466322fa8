//! Many papers as one file, without a node.

use anyhow::Context as _;
use jiefen_documents::{Edition, Entry, Fields, Issued};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::cli::Dossier;
use crate::verbs::{paper, text};
use crate::{Failure, say, talk};

/// What the file holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    cover: Map<String, Value>,
    papers: Vec<One>,
}

/// One paper of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    family: String,
    fields: Map<String, Value>,
    /// None: the paper is still a preview.
    issued_on: Option<String>,
}

pub fn run(verb: &Dossier) -> Result<(), Failure> {
    let text = text::read(&verb.file, "reading the papers")?;
    // the cause would repeat the text; where it is wrong is enough
    let file: File = serde_json::from_str(&text).map_err(|error| {
        Failure::Failed(anyhow::anyhow!(
            "{}第{}行：应为 {{\"cover\", \"papers\": [{{\"family\", \"fields\", \"issued_on\"}}]}} (line {1}: must be such an object)",
            verb.file.display(),
            error.line()
        ))
    })?;
    let entries = file.papers.into_iter().map(entry).collect::<Result<Vec<Entry>, Failure>>()?;
    let edition = issued(&verb.issued_on, "--issued-on")?;
    let press = paper::press(verb.fonts.as_deref(), &verb.from)?;
    let dossier =
        press.bind(&Fields::new(file.cover), &entries, &edition).map_err(paper::failed)?;
    paper::write(&verb.out, &dossier.paper, &edition)
        .with_context(|| format!("写入 {} (writing the dossier)", verb.out.display()))?;
    paper::tell(&dossier.paper, &verb.out, verb.json)?;
    for name in &dossier.missing {
        talk(&format!("缺：{name} (missing)"));
    }
    if verb.json { Ok(()) } else { say(&format!("卷内文书{}份", entries.len())) }
}

fn entry(one: One) -> Result<Entry, Failure> {
    let edition = match &one.issued_on {
        Some(on) => issued(on, "issued_on")?,
        None => Edition::Preview,
    };
    Ok(Entry { family: one.family, fields: Fields::new(one.fields), edition })
}

fn issued(on: &str, what: &str) -> Result<Edition, Failure> {
    let on = paper::day(on, what)?;
    Ok(Edition::Issued(Issued { on, verify: None, version: 1, corrects: None }))
}
