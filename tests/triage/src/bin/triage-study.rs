//! Trains the model, cross-validates it, and judges cases: `make triage-model`, `make triage-study`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use clap::{Parser, Subcommand};
use jiefen_study::care;
use jiefen_study::corpus::{self, FILES, Sample};
use jiefen_study::judge::{self, Judged};
use jiefen_study::step;
use jiefen_study::train::{Row, train};
use jiefen_triage::model;

#[derive(Debug, Parser)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Trains on the whole corpus and writes the model of the product.
    Train,
    /// Cross-validates the corpus and writes the tables to docs/triage.md.
    Cross {
        /// Prints the texts of this file that were wrong.
        #[arg(long)]
        wrong: Option<String>,
    },
    /// Compares the flags of whole registrations with what their writers have told.
    Signs {
        /// Prints the texts that were wrong in this flag.
        #[arg(long)]
        wrong: Option<String>,
        /// The registrations: a file of the corpus, or a path.
        #[arg(default_value = "registrations.jsonl")]
        file: String,
    },
    /// Says how much of what needs care is heard in texts that the model has not seen, and which procedures.
    Care,
    /// Judges files of cases.
    Cases {
        /// The files: JSON lines or `{"cases": […]}`.
        files: Vec<PathBuf>,
    },
}

fn main() -> Result<()> {
    match Cli::parse().verb {
        Verb::Train => train_all(),
        Verb::Cross { wrong } => cross(wrong.as_deref()),
        Verb::Signs { wrong, file } => signs(wrong.as_deref(), &file),
        Verb::Care => care_shares(),
        Verb::Cases { files } => files.iter().try_for_each(|file| cases(file)),
    }
}

fn files() -> Result<Vec<(&'static str, f32, Vec<Sample>)>> {
    FILES.iter().map(|(name, weight)| Ok((*name, *weight, corpus::read(name)?))).collect()
}

fn train_all() -> Result<()> {
    let files = files()?;
    let rows: Vec<Row> = files
        .iter()
        .flat_map(|(_, weight, samples)| {
            samples.iter().map(|sample| Row::new(&sample.text, sample.kind, *weight))
        })
        .collect();
    keep("model.bin", rows.len(), &model::write(&train(&rows.iter().collect::<Vec<_>>())))?;
    let texts = care::texts()?;
    keep("care.bin", texts.len(), &model::write(&care::model(&texts)))?;
    let texts = step::texts()?;
    keep("step.bin", texts.len(), &model::write(&step::model(&texts)))
}

/// Writes a model of the product.
fn keep(name: &str, texts: usize, bytes: &[u8]) -> Result<()> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../services/triage/data");
    fs::write(data.join(name), bytes).with_context(|| format!("writing {name}"))?;
    println!("{name}: {texts} texts, {} bytes", bytes.len());
    Ok(())
}

fn care_shares() -> Result<()> {
    println!("{}\n{}", care::page(&care::texts()?), step::page(&step::texts()?));
    Ok(())
}

fn cross(wrong: Option<&str>) -> Result<()> {
    let found = judge::cross(&files()?);
    for (name, kinds) in &found {
        println!(
            "{name}: {} of {} right, {:.3}; first two {:.3}; mean confidence {:.3}",
            kinds.right,
            kinds.texts,
            kinds.accuracy(),
            kinds.second as f32 / kinds.texts as f32,
            kinds.confidence / kinds.texts as f32
        );
        if wrong == Some(name) {
            for (kind, said, text) in &kinds.wrong {
                println!("  {kind} not {said}: {text}");
            }
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/triage.md");
    let head = "# How good triage is\n\nWritten by `make triage-study`: five-fold cross-validation; the model that judges a text has not seen it.\n\n";
    let care = care::page(&care::texts()?);
    let steps = step::page(&step::texts()?);
    let kinds = judge::page(&found);
    fs::write(&path, format!("{head}## What needs care\n\n{care}\n## Which procedure is asked for\n\n{steps}\n## The kind\n\n{kinds}"))
        .with_context(|| format!("writing {}", path.display()))
}

fn cases(file: &Path) -> Result<()> {
    let text = fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
    let judged: Vec<Judged> = if file.extension().is_some_and(|ending| ending == "jsonl") {
        text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?
    } else {
        let whole: serde_json::Value = serde_json::from_str(&text)?;
        serde_json::from_value(whole["cases"].clone())?
    };
    let fields = judge::cases(&judged)?;
    println!("{}: {} cases", file.display(), judged.len());
    for (field, (good, all, wrong)) in &fields.0 {
        println!(
            "  {field:28} {good}/{all} {}",
            if field == "whole" { String::new() } else { wrong.join("; ") }
        );
    }
    Ok(())
}

fn signs(wrong: Option<&str>, file: &str) -> Result<()> {
    for (flag, told) in judge::signs(&corpus::read(file)?) {
        let (missed, false_ones) = (&told.missed, &told.false_ones);
        println!(
            "{flag}: {} of {} found, {} said without being told in {} texts",
            told.found,
            told.found + missed.len(),
            false_ones.len(),
            told.texts
        );
        if wrong == Some(flag.code()) {
            missed.iter().for_each(|text| println!("  missed: {text}"));
            false_ones.iter().for_each(|text| println!("  false: {text}"));
        }
    }
    Ok(())
}
