//! Training: one linear separator an answer over the runs of characters, by dual coordinate descent on the squared
//! hinge loss. No chance but a fixed seed, so the same corpus gives the same bytes.

use std::collections::BTreeMap;

use jiefen_triage::model::{KINDS, Model, features};
use jiefen_triage::text;
use jiefen_vocab::DisputeKind;

/// How strongly a wrongly placed text counts.
const COST: f32 = 1.2;
/// How often the texts are gone through.
const ROUNDS: usize = 30;
/// Scores become shares by this factor: chosen so that the mean confidence of held-out texts is their accuracy.
const SHARPNESS: f32 = 4.2;
/// A run that stands in fewer texts says nothing.
const TEXTS_MIN: u32 = 2;

/// The runs of a text and how often they stand.
type Counts = Vec<(u32, f32)>;

/// A text as the trainer sees it.
#[derive(Debug, Clone)]
pub struct Row {
    counts: Counts,
    /// Its kind.
    pub kind: usize,
    /// What it weighs.
    pub weight: f32,
}

impl Row {
    /// Reads a text.
    pub fn new(raw: &str, kind: DisputeKind, weight: f32) -> Row {
        Row { counts: counts(raw), kind: place(kind), weight }
    }
}

/// A text with the answers that its writer told.
#[derive(Debug, Clone)]
pub struct Told<const N: usize> {
    counts: Counts,
    /// Which of the answers it has.
    pub signs: [bool; N],
}

impl<const N: usize> Told<N> {
    /// Reads a text.
    pub fn new(raw: &str, signs: [bool; N]) -> Told<N> {
        Told { counts: counts(raw), signs }
    }
}

fn counts(raw: &str) -> Counts {
    features::counts(&features::runs(&text::clean(raw).text)).into_iter().collect()
}

/// The place of a kind in the list of kinds.
pub fn place(kind: DisputeKind) -> usize {
    DisputeKind::ALL.iter().position(|at| *at == kind).unwrap_or(0)
}

/// Trains a model.
pub fn train(rows: &[&Row]) -> Model {
    let all: Vec<&Counts> = rows.iter().map(|row| &row.counts).collect();
    let (keys, rarity) = runs(&all);
    let points: Vec<Counts> = all.iter().map(|counts| point(counts, &keys, &rarity)).collect();
    let mut sums = [0.0_f32; KINDS];
    for row in rows {
        sums[row.kind] += row.weight;
    }
    let all: f32 = sums.iter().sum();
    let costs: Vec<f32> = rows
        .iter()
        .map(|row| COST * row.weight * all / (KINDS as f32 * sums[row.kind].max(1e-6)))
        .collect();
    let mut model = Model { keys, rarity, ..Model::default() };
    model.weights = vec![[0; KINDS]; model.keys.len()];
    for kind in 0..KINDS {
        let goals: Vec<f32> =
            rows.iter().map(|row| if row.kind == kind { 1.0 } else { -1.0 }).collect();
        let line = separate(&points, &goals, &costs, model.keys.len());
        pack(&mut model, kind, &line, SHARPNESS);
    }
    model
}

/// Trains a model that says of each answer by itself whether a text has it. Its answers are not yet moved to where the
/// lines are drawn.
pub fn train_signs<const N: usize>(rows: &[&Told<N>]) -> Model<N> {
    let all: Vec<&Counts> = rows.iter().map(|row| &row.counts).collect();
    let (keys, rarity) = runs(&all);
    let points: Vec<Counts> = all.iter().map(|counts| point(counts, &keys, &rarity)).collect();
    let mut model = Model { keys, rarity, ..Model::default() };
    model.weights = vec![[0; N]; model.keys.len()];
    for sign in 0..N {
        let with = rows.iter().filter(|row| row.signs[sign]).count().max(1);
        let rare = (rows.len() as f32 / with as f32).sqrt();
        let goals: Vec<f32> =
            rows.iter().map(|row| if row.signs[sign] { 1.0 } else { -1.0 }).collect();
        let costs: Vec<f32> =
            rows.iter().map(|row| if row.signs[sign] { COST * rare } else { COST }).collect();
        let line = separate(&points, &goals, &costs, model.keys.len());
        pack(&mut model, sign, &line, 1.0);
    }
    model
}

/// The runs that stand in enough texts, and how rare they are.
fn runs(rows: &[&Counts]) -> (Vec<u32>, Vec<f32>) {
    let mut texts: BTreeMap<u32, u32> = BTreeMap::new();
    for counts in rows {
        for (key, _) in *counts {
            *texts.entry(*key).or_default() += 1;
        }
    }
    texts.retain(|_, texts| *texts >= TEXTS_MIN);
    let all = rows.len() as f32;
    let rarity =
        texts.values().map(|texts| ((1.0 + all) / (1.0 + *texts as f32)).ln() + 1.0).collect();
    (texts.into_keys().collect(), rarity)
}

fn point(counts: &Counts, keys: &[u32], rarity: &[f32]) -> Counts {
    let known = counts.iter().filter_map(|(key, count)| {
        let at = keys.binary_search(key).ok()?;
        Some((at as u32, count * rarity[at]))
    });
    let mut point: Counts = known.collect();
    let norm = point.iter().map(|(_, value)| value * value).sum::<f32>().sqrt().max(1e-6);
    for (_, value) in &mut point {
        *value /= norm;
    }
    point
}

/// A separator; its last weight is the bias.
fn separate(points: &[Counts], goals: &[f32], costs: &[f32], width: usize) -> Vec<f32> {
    let mut line = vec![0.0_f32; width + 1];
    let mut pull = vec![0.0_f32; points.len()];
    let squares: Vec<f32> =
        points.iter().map(|point| 1.0 + point.iter().map(|(_, v)| v * v).sum::<f32>()).collect();
    let mut order: Vec<usize> = (0..points.len()).collect();
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            order.swap(at, (seed % (at as u64 + 1)) as usize);
        }
        for at in &order {
            let (point, goal) = (&points[*at], goals[*at]);
            let soft = 0.5 / costs[*at];
            let score: f32 =
                line[width] + point.iter().map(|(key, v)| line[*key as usize] * v).sum::<f32>();
            let slope = goal * score - 1.0 + soft * pull[*at];
            let next = (pull[*at] - slope / (squares[*at] + soft)).max(0.0);
            let step = (next - pull[*at]) * goal;
            pull[*at] = next;
            if step != 0.0 {
                for (key, value) in point {
                    line[*key as usize] += step * value;
                }
                line[width] += step;
            }
        }
    }
    line
}

/// Puts a separator into the model, each weight in one byte.
fn pack<const N: usize>(model: &mut Model<N>, answer: usize, line: &[f32], sharpness: f32) {
    let (bias, weights) = line.split_last().map_or((0.0, line), |(bias, weights)| (*bias, weights));
    let top = weights.iter().fold(1e-6_f32, |top, weight| top.max(weight.abs()));
    let step = top / 127.0;
    for (row, weight) in model.weights.iter_mut().zip(weights) {
        row[answer] = (weight / step).round().clamp(-127.0, 127.0) as i8;
    }
    model.scale[answer] = step * sharpness;
    model.bias[answer] = bias * sharpness;
}
