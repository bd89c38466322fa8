//! Linear models over runs of characters, trained by `make triage-model` from the texts in `corpus/`: the kind of a
//! dispute, what needs special care, and which procedure is asked for. In the binary, without network; the words that decided are told with the
//! answer.

pub mod care;
pub mod features;
mod file;
pub mod step;

use std::sync::LazyLock;

use jiefen_vocab::DisputeKind;

pub use file::{ModelFault, read, write};

use crate::text::Clean;

static SHIPPED: LazyLock<Model> =
    LazyLock::new(|| read(include_bytes!("../../data/model.bin")).unwrap_or_default());

/// How many kinds there are.
pub const KINDS: usize = 19;
/// Of the words that decided, how many are told.
const WORDS_TOLD: usize = 5;

/// A trained model.
#[derive(Debug, Clone, PartialEq)]
pub struct Model<const N: usize = KINDS> {
    /// The runs it knows, ascending by key.
    pub keys: Vec<u32>,
    /// How rare each run is: the logarithm of texts by texts with it.
    pub rarity: Vec<f32>,
    /// For each run a weight for each answer; of the model of kinds in the order of [`DisputeKind::ALL`].
    pub weights: Vec<[i8; N]>,
    /// What a step of a weight is worth, for each answer.
    pub scale: [f32; N],
    /// The weight of each answer without any word.
    pub bias: [f32; N],
}

impl<const N: usize> Default for Model<N> {
    fn default() -> Model<N> {
        Model {
            keys: Vec::new(),
            rarity: Vec::new(),
            weights: Vec::new(),
            scale: [0.0; N],
            bias: [0.0; N],
        }
    }
}

/// What the model says of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Guess {
    /// The kind.
    pub kind: DisputeKind,
    /// How sure, between 0 and 1.
    pub confidence: f32,
    /// Each kind with its share, the likeliest first.
    pub ranking: Vec<(DisputeKind, f32)>,
    /// The words of the text that decided, the weightiest first.
    pub words: Vec<String>,
}

impl Model {
    /// The model in this build.
    pub fn shipped() -> &'static Model {
        &SHIPPED
    }

    /// The kind of a text; a text without any known run is `other` with no confidence at all.
    pub fn guess(&self, clean: &Clean) -> Guess {
        let runs = features::runs(&clean.text);
        let Some(scores) = self.scores(&runs) else {
            let ranking = vec![(DisputeKind::Other, 0.0)];
            return Guess { kind: DisputeKind::Other, confidence: 0.0, ranking, words: Vec::new() };
        };
        let ranking = ranking(&scores);
        let (kind, confidence) = ranking.first().copied().unwrap_or((DisputeKind::Other, 0.0));
        let at = DisputeKind::ALL.iter().position(|at| *at == kind);
        let words = at.map(|at| self.words(&clean.text, &runs, at)).unwrap_or_default();
        Guess { kind, confidence, ranking, words }
    }
}

impl<const N: usize> Model<N> {
    /// The weight of each answer for a text.
    pub fn weigh(&self, clean: &Clean) -> [f32; N] {
        self.scores(&features::runs(&clean.text)).unwrap_or([f32::MIN; N])
    }

    /// The answers above zero, by their place, each with the words that speak for it.
    fn hears(&self, clean: &Clean) -> Vec<(usize, String)> {
        let runs = features::runs(&clean.text);
        let weights = self.scores(&runs).unwrap_or([f32::MIN; N]);
        let heard = weights.iter().enumerate().filter(|(_, weight)| **weight > 0.0);
        heard.map(|(at, _)| (at, self.words(&clean.text, &runs, at).join("、"))).collect()
    }

    /// The weight of each answer for a text of these runs; none when the model knows no run of it.
    fn scores(&self, runs: &[features::Run]) -> Option<[f32; N]> {
        let known: Vec<(usize, f32)> = features::counts(runs)
            .iter()
            .filter_map(|(key, count)| {
                let at = self.keys.binary_search(key).ok()?;
                Some((at, count * self.rarity[at]))
            })
            .collect();
        if known.is_empty() {
            return None;
        }
        let norm = known.iter().map(|(_, value)| value * value).sum::<f32>().sqrt().max(1e-6);
        let mut scores = self.bias;
        for (at, value) in &known {
            for (answer, score) in scores.iter_mut().enumerate() {
                *score += f32::from(self.weights[*at][answer]) * self.scale[answer] * value / norm;
            }
        }
        Some(scores)
    }

    /// The words that speak for an answer: neighbouring characters that carry weight, joined.
    fn words(&self, text: &str, runs: &[features::Run], answer: usize) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let mut heat = vec![0.0_f32; chars.len()];
        for run in runs.iter().filter(|run| run.length > 1) {
            let Ok(at) = self.keys.binary_search(&run.key) else { continue };
            let all: f32 = self.weights[at].iter().map(|weight| f32::from(*weight)).sum();
            let over = f32::from(self.weights[at][answer]) - all / N as f32;
            let share = over * self.scale[answer] * self.rarity[at] / run.length as f32;
            for place in &mut heat[run.start..run.start + run.length] {
                *place += share;
            }
        }
        joined(&chars, &heat)
    }
}

fn ranking(scores: &[f32; KINDS]) -> Vec<(DisputeKind, f32)> {
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let shares: Vec<f32> = scores.iter().map(|score| (score - top).exp()).collect();
    let sum: f32 = shares.iter().sum();
    let named = DisputeKind::ALL.iter().zip(shares);
    let mut ranking: Vec<_> = named.map(|(kind, share)| (*kind, share / sum)).collect();
    ranking.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    ranking
}

/// Neighbouring characters above half of the greatest heat, as words, the hottest first.
fn joined(chars: &[char], heat: &[f32]) -> Vec<String> {
    let top = heat.iter().copied().fold(0.0, f32::max);
    let mut words: Vec<(f32, String)> = Vec::new();
    let mut word = (0.0, String::new());
    for (c, heat) in chars.iter().zip(heat) {
        if *heat > top * 0.4 && c.is_alphanumeric() {
            word = (f32::max(word.0, *heat), word.1 + &c.to_string());
        } else if !word.1.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    words.push(word);
    words.retain(|(_, word)| word.chars().count() > 1);
    words.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let mut told: Vec<String> = Vec::new();
    for (_, word) in words {
        if told.len() < WORDS_TOLD && !told.contains(&word) {
            told.push(word);
        }
    }
    told
}
