//! What needs care: the texts from which it is learnt, where the lines are drawn, how much is heard.

use anyhow::{Context as _, Result};
use jiefen_triage::model::care::{Care, FLAGS, SIGNS};
use jiefen_triage::text::{self, Clean};
use jiefen_vocab::DisputeKind;

use crate::corpus;
use crate::judge::{CALLED, Judged, cued};
use crate::train::{Told, train_care};

/// In how many parts the texts are cut.
const FOLDS: usize = 5;
/// Of a hundred texts without a flag, how many may carry it falsely by the model, in the order of [`FLAGS`]. A missed
/// danger costs more than a false one: of danger a clerk takes away one in seventeen, of others fewer.
const FALSE_SHARE: [f32; SIGNS] = [0.06, 0.04, 0.05, 0.02, 0.02, 0.015];

/// A text with what its writer told of it.
pub struct Heard {
    clean: Clean,
    told: Told,
    /// What the patterns find.
    cues: [bool; SIGNS],
}

/// How many of a flag's texts are found, and how many others carry it falsely.
#[derive(Debug, Clone, Copy, Default)]
pub struct Share {
    /// Texts that have the flag.
    pub with: usize,
    /// Of these, found by the patterns.
    pub by_cues: usize,
    /// Of these, found by the model, which has not seen them.
    pub by_model: usize,
    /// Of these, found by one of the two.
    pub by_both: usize,
    /// Texts that do not have it.
    pub without: usize,
    /// Of these, said by the patterns.
    pub false_cues: usize,
    /// Of these, said by one of the two.
    pub false_both: usize,
}

/// Every text of the corpus whose writer told what it shows.
///
/// # Errors
/// A file cannot be read.
pub fn texts() -> Result<Vec<Heard>> {
    let mut all = Vec::new();
    for name in ["registrations.jsonl", "care.jsonl"] {
        for sample in corpus::read(name)? {
            let Some(signs) = &sample.signs else { continue };
            let flags = FLAGS.map(|flag| {
                CALLED.iter().any(|(called, of)| *of == flag && signs.iter().any(|s| s == called))
            });
            all.push(Heard::new(&sample.text, flags, sample.kind));
        }
    }
    for Judged { case, expected } in corpus::cases()? {
        let flags = FLAGS.map(|flag| expected.flags.get(flag.code()) == Some(&Some(true)));
        let kind = expected.kind.parse().with_context(|| case.id.clone())?;
        all.push(Heard::new(&case.text, flags, kind));
    }
    Ok(all)
}

impl Heard {
    fn new(raw: &str, flags: [bool; SIGNS], kind: DisputeKind) -> Heard {
        let cued = cued(raw, kind);
        let cues = FLAGS.map(|flag| cued.contains(&flag));
        Heard { clean: text::clean(raw), told: Told::new(raw, flags), cues }
    }
}

/// The model of all texts, with its lines where held-out texts allow them.
pub fn model(texts: &[Heard]) -> Care {
    let lines = lines(&held_out(texts), texts);
    let mut model = train_care(&texts.iter().map(|heard| &heard.told).collect::<Vec<_>>());
    for (bias, line) in model.bias.iter_mut().zip(lines) {
        *bias -= line;
    }
    model
}

/// What is found in texts that the model has not seen, flag by flag.
pub fn cross(texts: &[Heard]) -> [Share; SIGNS] {
    let scores = held_out(texts);
    let lines = lines(&scores, texts);
    let mut shares = [Share::default(); SIGNS];
    for (heard, scores) in texts.iter().zip(&scores) {
        for (at, share) in shares.iter_mut().enumerate() {
            let (cue, model) = (heard.cues[at], scores[at] > lines[at]);
            if heard.told.flags[at] {
                share.with += 1;
                share.by_cues += usize::from(cue);
                share.by_model += usize::from(model);
                share.by_both += usize::from(cue || model);
            } else {
                share.without += 1;
                share.false_cues += usize::from(cue);
                share.false_both += usize::from(cue || model);
            }
        }
    }
    shares
}

/// What is found, as a table.
pub fn page(texts: &[Heard]) -> String {
    let mut page = String::from(
        "A flag stands when a pattern of `services/triage/data/cues-*.toml` or the model finds it. The line of the model is \
         drawn where so many of a hundred texts without the flag would carry it by the model alone: more of danger, \
         because a missed one costs more than a false one, which a clerk takes away with a reason.\n\n\
         | flag | texts with it | by patterns | by the model | by one of the two | allowed false | texts without it | \
         false by patterns | false by one of the two |\n|---|---|---|---|---|---|---|---|---|\n",
    );
    for ((flag, share), allowed) in FLAGS.iter().zip(cross(texts)).zip(FALSE_SHARE) {
        let of = |part: usize, whole: usize| 100.0 * part as f32 / whole.max(1) as f32;
        page.push_str(&format!(
            "| {flag} | {} | {:.1} % | {:.1} % | {:.1} % | {:.1} % | {} | {:.1} % | {:.1} % |\n",
            share.with,
            of(share.by_cues, share.with),
            of(share.by_model, share.with),
            of(share.by_both, share.with),
            100.0 * allowed,
            share.without,
            of(share.false_cues, share.without),
            of(share.false_both, share.without),
        ));
    }
    page
}

/// The weights of each text by a model that has not seen it.
fn held_out(texts: &[Heard]) -> Vec<[f32; SIGNS]> {
    let mut scores = vec![[0.0; SIGNS]; texts.len()];
    for fold in 0..FOLDS {
        let learnt: Vec<&Told> = texts
            .iter()
            .enumerate()
            .filter(|(at, _)| at % FOLDS != fold)
            .map(|(_, heard)| &heard.told)
            .collect();
        let model = train_care(&learnt);
        for at in (fold..texts.len()).step_by(FOLDS) {
            scores[at] = model.weigh(&texts[at].clean);
        }
    }
    scores
}

/// Where the line of each flag is: the lowest that keeps the share of false ones.
fn lines(scores: &[[f32; SIGNS]], texts: &[Heard]) -> [f32; SIGNS] {
    let mut lines = [0.0; SIGNS];
    for (at, line) in lines.iter_mut().enumerate() {
        let without = scores.iter().zip(texts).filter(|(_, heard)| !heard.told.flags[at]);
        let mut without: Vec<f32> = without.map(|(scores, _)| scores[at]).collect();
        without.sort_by(|a, b| b.total_cmp(a));
        let allowed = (without.len() as f32 * FALSE_SHARE[at]) as usize;
        *line = without.get(allowed).copied().unwrap_or_default();
    }
    lines
}
