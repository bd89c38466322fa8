//! What is heard in a text: several answers at once, each yes or no. Where the lines are drawn, how much is heard in
//! texts that the model has not seen.

use jiefen_triage::model::Model;
use jiefen_triage::text::{self, Clean};

use crate::train::{Told, train_signs};

/// In how many parts the texts are cut.
const FOLDS: usize = 5;

/// A text with what its writer told of it.
pub struct Heard<const N: usize> {
    clean: Clean,
    told: Told<N>,
    /// What the patterns find.
    cues: [bool; N],
}

impl<const N: usize> Heard<N> {
    /// A text, what was told of it, and what the patterns find in it.
    pub fn new(raw: &str, signs: [bool; N], cues: [bool; N]) -> Heard<N> {
        Heard { clean: text::clean(raw), told: Told::new(raw, signs), cues }
    }
}

/// How many of an answer's texts are found, and how many others carry it falsely.
#[derive(Debug, Clone, Copy, Default)]
pub struct Share {
    /// Texts that have it.
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

/// The model of all texts, its lines drawn where of the texts without an answer so great a share carries it falsely as
/// is allowed, in texts that a model has not seen.
pub fn model<const N: usize>(texts: &[Heard<N>], allowed: &[f32; N]) -> Model<N> {
    let lines = lines(&held_out(texts), texts, allowed);
    let mut model = train_signs(&texts.iter().map(|heard| &heard.told).collect::<Vec<_>>());
    for (bias, line) in model.bias.iter_mut().zip(lines) {
        *bias -= line;
    }
    model
}

/// What is found in texts that the model has not seen, answer by answer.
pub fn cross<const N: usize>(texts: &[Heard<N>], allowed: &[f32; N]) -> [Share; N] {
    let scores = held_out(texts);
    let lines = lines(&scores, texts, allowed);
    let mut shares = [Share::default(); N];
    for (heard, scores) in texts.iter().zip(&scores) {
        for (at, share) in shares.iter_mut().enumerate() {
            let (cue, model) = (heard.cues[at], scores[at] > lines[at]);
            if heard.told.signs[at] {
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
pub fn page<const N: usize>(
    texts: &[Heard<N>],
    allowed: &[f32; N],
    (what, names): (&str, &[&str; N]),
) -> String {
    let mut page = format!(
        "| {what} | texts with it | by patterns | by the model | by one of the two | allowed false | texts without it | \
         false by patterns | false by one of the two |\n|---|---|---|---|---|---|---|---|---|\n",
    );
    for ((name, share), allowed) in names.iter().zip(cross(texts, allowed)).zip(allowed) {
        let of = |part: usize, whole: usize| 100.0 * part as f32 / whole.max(1) as f32;
        page.push_str(&format!(
            "| {name} | {} | {:.1} % | {:.1} % | {:.1} % | {:.1} % | {} | {:.1} % | {:.1} % |\n",
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
fn held_out<const N: usize>(texts: &[Heard<N>]) -> Vec<[f32; N]> {
    let mut scores = vec![[0.0; N]; texts.len()];
    for fold in 0..FOLDS {
        let learnt: Vec<&Told<N>> = texts
            .iter()
            .enumerate()
            .filter(|(at, _)| at % FOLDS != fold)
            .map(|(_, heard)| &heard.told)
            .collect();
        let model = train_signs(&learnt);
        for at in (fold..texts.len()).step_by(FOLDS) {
            scores[at] = model.weigh(&texts[at].clean);
        }
    }
    scores
}

/// Where the line of each answer is: the lowest that keeps the share of false ones.
fn lines<const N: usize>(scores: &[[f32; N]], texts: &[Heard<N>], allowed: &[f32; N]) -> [f32; N] {
    let mut lines = [0.0; N];
    for (at, line) in lines.iter_mut().enumerate() {
        let without = scores.iter().zip(texts).filter(|(_, heard)| !heard.told.signs[at]);
        let mut without: Vec<f32> = without.map(|(scores, _)| scores[at]).collect();
        without.sort_by(|a, b| b.total_cmp(a));
        let allowed = (without.len() as f32 * allowed[at]) as usize;
        *line = without.get(allowed).copied().unwrap_or_default();
    }
    lines
}
