//! Printing: the fonts, the first paper of the process, and each after it.

use anyhow::{Context as _, anyhow};
use jiefen_documents::{Edition, Fields, Fonts, Issued, Press, families};
use jiefen_platform::config::DocumentsConfig;
use tokio::time::Instant;

use crate::cli::PapersBench;
use crate::{Failure, say};

/// The paper that most cases end with.
const FIRST: &str = "mediation_agreement";

/// Runs the bench and prints one JSON object.
pub fn papers(verb: &PapersBench) -> Result<(), Failure> {
    let folder = verb.fonts.clone().unwrap_or_else(|| DocumentsConfig::default().fonts);
    let begin = Instant::now();
    let fonts = Fonts::load(&folder).map_err(|fault| anyhow!("{fault}"))?;
    let press = Press::new(fonts);
    let fonts_ms = millis(begin);
    let edition = Edition::Issued(Issued {
        on: "2026-09-15".parse().context("a day")?,
        verify: None,
        version: 1,
        corrects: None,
    });
    let print = |id: &str| -> Result<(f64, usize), Failure> {
        let family = jiefen_documents::family(id).map_err(|fault| anyhow!("{fault}"))?;
        let fields = Fields::new(family.sample.clone());
        let begin = Instant::now();
        let paper = press.print(id, &fields, &edition).map_err(|fault| anyhow!("{fault}"))?;
        Ok((millis(begin), paper.bytes.len()))
    };
    let (first_ms, _) = print(FIRST)?;
    let (second_ms, bytes) = print(FIRST)?;
    let mut each = Vec::new();
    let mut largest = bytes;
    let ids = families().iter().map(|family| family.id.as_str()).cycle();
    for id in ids.take(usize::try_from(verb.papers).unwrap_or(usize::MAX).max(1)) {
        let (ms, bytes) = print(id)?;
        each.push(ms);
        largest = largest.max(bytes);
    }
    each.sort_by(f64::total_cmp);
    let at = |share: usize| each.get((each.len() - 1) * share / 100).copied().unwrap_or(0.0);
    let figures = serde_json::json!({
        "bench": "papers",
        "families": families().len(),
        "papers": each.len(),
        "fonts_ms": super::round(fonts_ms),
        "first_ms": super::round(first_ms),
        "same_again_ms": super::round(second_ms),
        "p50_ms": super::round(at(50)),
        "p95_ms": super::round(at(95)),
        "max_ms": super::round(at(100)),
        "largest_bytes": largest,
    });
    say(&figures.to_string())
}

fn millis(begin: Instant) -> f64 {
    begin.elapsed().as_secs_f64() * 1_000.0
}
