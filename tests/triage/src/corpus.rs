//! The texts from which the model learns.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use jiefen_vocab::DisputeKind;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::judge::Judged;

/// A text with its kind.
#[derive(Debug, Clone, Deserialize)]
pub struct Sample {
    /// What was said.
    pub text: String,
    /// Its kind.
    #[serde(rename = "type")]
    pub kind: DisputeKind,
    /// What it shows that needs care, where the writer has told it.
    #[serde(default)]
    pub signs: Option<Vec<String>>,
}

/// The files of the corpus and what a text of each weighs in training. Whole registrations are what the counter reads, so
/// they weigh most; a term is half a text.
pub const FILES: [(&str, f32); 8] = [
    ("registrations.jsonl", 2.0),
    ("care.jsonl", 2.0),
    ("cases.jsonl", 2.0),
    ("mediations.jsonl", 3.0),
    ("consultations.jsonl", 3.0),
    ("asked.jsonl", 0.6),
    ("questions.jsonl", 0.4),
    ("terms.jsonl", 0.5),
];

/// Where the corpus is.
pub fn dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// Reads a file of the corpus.
///
/// # Errors
/// The file cannot be read, or a line is none.
pub fn read(name: &str) -> Result<Vec<Sample>> {
    lines(name)
}

/// The whole cases of the corpus, with what their writers judged.
///
/// # Errors
/// The file cannot be read, or a line is none.
pub fn cases() -> Result<Vec<Judged>> {
    lines("cases.jsonl")
}

/// The lines of a file of the corpus.
///
/// # Errors
/// The file cannot be read, or a line is none.
pub fn lines<T: DeserializeOwned>(name: &str) -> Result<Vec<T>> {
    let path = dir().join(name);
    let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| serde_json::from_str(line).with_context(|| format!("{name}:{}", at + 1)))
        .collect()
}
