//! What needs care: the texts from which it is learnt, where the lines are drawn, how much is heard.

use anyhow::{Context as _, Result};
use jiefen_triage::model::care::{Care, FLAGS, SIGNS};
use jiefen_vocab::{DisputeKind, Flag};

use crate::corpus;
use crate::heard::{self, Heard, Share};
use crate::judge::{CALLED, Judged, cued};

/// Of a hundred texts without a flag, how many may carry it falsely by the model, in the order of [`FLAGS`]. A missed
/// danger costs more than a false one: of danger a clerk takes away one in twelve, of others fewer.
const FALSE_SHARE: [f32; SIGNS] = [0.08, 0.04, 0.05, 0.02, 0.02, 0.015];

/// Every text of the corpus whose writer told what it shows.
///
/// # Errors
/// A file cannot be read.
pub fn texts() -> Result<Vec<Heard<SIGNS>>> {
    let mut all = Vec::new();
    for name in ["registrations.jsonl", "care.jsonl"] {
        for sample in corpus::read(name)? {
            let Some(signs) = &sample.signs else { continue };
            let flags = FLAGS.map(|flag| {
                CALLED.iter().any(|(called, of)| *of == flag && signs.iter().any(|s| s == called))
            });
            all.push(heard(&sample.text, flags, sample.kind));
        }
    }
    for Judged { case, expected } in corpus::cases()? {
        // What only a court may decide is not mediable either, but no crime: it is heard as a step.
        let crime = expected.track == "criminal_referral";
        let flags = FLAGS.map(|flag| {
            let told = expected.flags.get(flag.code()) == Some(&Some(true));
            told && (flag != Flag::NotMediable || crime)
        });
        let kind = expected.kind.parse().with_context(|| case.id.clone())?;
        all.push(heard(&case.text, flags, kind));
    }
    Ok(all)
}

fn heard(raw: &str, flags: [bool; SIGNS], kind: DisputeKind) -> Heard<SIGNS> {
    let cued = cued(raw, kind);
    Heard::new(raw, flags, FLAGS.map(|flag| cued.contains(&flag)))
}

/// The model of all texts, with its lines where held-out texts allow them.
pub fn model(texts: &[Heard<SIGNS>]) -> Care {
    heard::model(texts, &FALSE_SHARE)
}

/// What is found in texts that the model has not seen, flag by flag.
pub fn cross(texts: &[Heard<SIGNS>]) -> [Share; SIGNS] {
    heard::cross(texts, &FALSE_SHARE)
}

/// What is found, as a table.
pub fn page(texts: &[Heard<SIGNS>]) -> String {
    let head = "A flag stands when a pattern of `services/triage/data/cues-*.toml` or the model finds it. The line of the \
                model is drawn where so many of a hundred texts without the flag would carry it by the model alone: more \
                of danger, because a missed one costs more than a false one, which a clerk takes away with a reason.\n\n";
    format!("{head}{}", heard::page(texts, &FALSE_SHARE, ("flag", &FLAGS.map(|flag| flag.code()))))
}
