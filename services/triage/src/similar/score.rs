//! How alike two fingerprints are, and why.

use jiefen_vocab::DisputeKind;
use jiff::Unit;
use serde::{Deserialize, Serialize};

use super::Print;
use super::print::{Named, Told};

/// From this score on a pair is proposed to the clerk. Chosen on the pairs of `corpus/cases.jsonl` and on edited
/// repeats, so that fewer than one false pair in a hundred is shown.
pub const PROPOSED_FROM: f32 = 0.5;

/// Why two registrations look like one dispute, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// 双方当事人相同
    BothSides,
    /// 一方当事人相同
    OneSide,
    /// 姓氏相符
    Surnames,
    /// 当事人不同
    OtherPeople,
    /// 说的话基本相同
    SameWords,
    /// 说的事相近
    LikeWords,
    /// 同一村（社区）
    SamePlace,
    /// 地点不同
    OtherPlace,
    /// 类型不同
    OtherKind,
    /// 金额相同
    SameAmount,
    /// 金额不同
    OtherAmount,
    /// 相隔较久
    LongAgo,
    /// 自述此前反映过
    ToldBefore,
}

impl Reason {
    /// What a clerk reads.
    pub const fn zh(self) -> &'static str {
        match self {
            Reason::BothSides => "双方当事人相同",
            Reason::OneSide => "一方当事人相同",
            Reason::Surnames => "当事人姓氏相符",
            Reason::OtherPeople => "当事人不同",
            Reason::SameWords => "所述内容基本一致",
            Reason::LikeWords => "所述事情相近",
            Reason::SamePlace => "发生在同一村（社区）",
            Reason::OtherPlace => "发生地不同",
            Reason::OtherKind => "纠纷类型不同",
            Reason::SameAmount => "金额相同",
            Reason::OtherAmount => "金额不同",
            Reason::LongAgo => "登记时间相隔较久",
            Reason::ToldBefore => "自述此前已经反映过",
        }
    }
}

/// How alike, between 0 and 1, with the reasons, those that weigh most first.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// Between 0 and 1; not a probability of law, only an order of proposals.
    pub value: f32,
    /// Why.
    pub reasons: Vec<Reason>,
}

impl Score {
    /// True when the pair is shown to the clerk.
    pub fn proposed(&self) -> bool {
        self.value >= PROPOSED_FROM
    }
}

/// Compares two registrations. The order of the two does not matter.
pub fn score(a: &Print, b: &Print) -> Score {
    let mut weights: Vec<(f32, Option<Reason>)> = vec![(-4.6, None)];
    weights.extend(words(a, b));
    weights.push(people(a, b));
    weights.extend(place(a, b));
    weights.extend(kind(a, b));
    weights.extend(amount(a, b));
    weights.extend(time(a, b));
    weights.extend(again(a, b));
    let sum: f32 = weights.iter().map(|(weight, _)| weight).sum();
    weights.sort_by(|(a, _), (b, _)| b.abs().total_cmp(&a.abs()));
    let reasons = weights.into_iter().filter_map(|(_, reason)| reason).collect();
    Score { value: 1.0 / (1.0 + (-sum).exp()), reasons }
}

/// The share of common pairs, against all and against the shorter text.
fn words(a: &Print, b: &Print) -> Option<(f32, Option<Reason>)> {
    let common = common(&a.pairs, &b.pairs) as f32;
    let (least, all) =
        (a.pairs.len().min(b.pairs.len()) as f32, (a.pairs.len() + b.pairs.len()) as f32 - common);
    if least < 4.0 {
        return None;
    }
    let (held, jaccard) = (common / least, common / all);
    let weight = 7.0 * jaccard + 2.5 * held;
    let reason = if jaccard >= 0.6 || held >= 0.85 {
        Some(Reason::SameWords)
    } else if held >= 0.25 {
        Some(Reason::LikeWords)
    } else {
        None
    };
    Some((weight, reason))
}

/// How well one side's parties are those of the other registration, between -1 (others) and 1 (the same).
fn side(a: &[Named], b: &[Named], told_by_b: &[u32], told_by_a: &[u32]) -> f32 {
    let pairs = a.iter().flat_map(|a| b.iter().map(move |b| alike(a, b)));
    let best =
        pairs.fold(None, |best: Option<f32>, next| Some(best.map_or(next, |best| best.max(next))));
    let told =
        |names: &[Named], told: &[u32]| names.iter().any(|name| told.contains(&name.surname));
    let hinted = told(a, told_by_b) || told(b, told_by_a);
    let best = best.unwrap_or(0.0);
    if hinted { best.max(0.3) } else { best }
}

fn alike(a: &Named, b: &Named) -> f32 {
    let surname = a.surname != 0 && a.surname == b.surname;
    match (a.told, b.told) {
        (Told::Whole, Told::Whole) if a.name == b.name => 1.0,
        (Told::Whole, Told::Whole) if surname => 0.2,
        (Told::Whole, Told::Whole) => -1.0,
        (Told::Surname, Told::Surname | Told::Whole) | (Told::Whole, Told::Surname) if surname => {
            0.7
        }
        (Told::Surname, Told::Surname | Told::Whole) | (Told::Whole, Told::Surname) => -0.6,
        (Told::Sort, Told::Sort) if a.name == b.name => 0.5,
        (Told::Sort, Told::Sort | Told::Whole | Told::Surname)
        | (Told::Whole | Told::Surname, Told::Sort) => 0.0,
    }
}

fn people(a: &Print, b: &Print) -> (f32, Option<Reason>) {
    let side = |x: &[Named], y: &[Named]| side(x, y, &b.surnames, &a.surnames);
    let straight = (side(&a.applicants, &b.applicants), side(&a.others, &b.others));
    let crossed = (side(&a.applicants, &b.others), side(&a.others, &b.applicants));
    let sum = |(one, other): (f32, f32)| one + other;
    let (one, other) = if sum(crossed) > sum(straight) { crossed } else { straight };
    let weight = |side: f32| if side < 0.0 { 2.3 * side } else { 2.2 * side };
    let reason = match (one, other) {
        (one, other) if one > 0.6 && other > 0.6 => Some(Reason::BothSides),
        (one, other) if one + other <= -0.6 => Some(Reason::OtherPeople),
        (one, other) if one > 0.6 || other > 0.6 => Some(Reason::OneSide),
        (one, other) if one > 0.1 || other > 0.1 => Some(Reason::Surnames),
        _ => None,
    };
    let shared = common(&names(a), &names(b));
    let more = if shared >= 2 && one + other < 1.6 { 2.0 } else { 0.0 };
    (weight(one) + weight(other) + more, reason)
}

/// All whole names of a registration, whatever their place.
fn names(print: &Print) -> Vec<u64> {
    let all = print.applicants.iter().chain(&print.others);
    let mut names: Vec<u64> =
        all.filter(|named| named.told == Told::Whole).map(|named| named.name).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn place(a: &Print, b: &Print) -> Option<(f32, Option<Reason>)> {
    if a.place == b.place {
        return Some((1.0, Some(Reason::SamePlace)));
    }
    if a.place.contains(b.place) || b.place.contains(a.place) {
        return Some((0.3, None));
    }
    let town = a.place.lowest_common(b.place).is_some_and(|at| at.code() >= 100_000_000);
    Some(if town { (-0.8, Some(Reason::OtherPlace)) } else { (-1.6, Some(Reason::OtherPlace)) })
}

fn kind(a: &Print, b: &Print) -> Option<(f32, Option<Reason>)> {
    if a.kind == b.kind {
        return Some((0.5, None));
    }
    let unknown = a.kind == DisputeKind::Other || b.kind == DisputeKind::Other;
    if unknown { None } else { Some((-1.0, Some(Reason::OtherKind))) }
}

fn amount(a: &Print, b: &Print) -> Option<(f32, Option<Reason>)> {
    let numbers = common(&a.numbers, &b.numbers) > 0;
    match (a.amount, b.amount) {
        (Some(a), Some(b)) if a == b => Some((0.9, Some(Reason::SameAmount))),
        (Some(_), Some(_)) => Some((-0.9, Some(Reason::OtherAmount))),
        (Some(_) | None, None) | (None, Some(_)) if numbers => Some((0.4, None)),
        (Some(_) | None, None) | (None, Some(_)) => None,
    }
}

fn time(a: &Print, b: &Print) -> Option<(f32, Option<Reason>)> {
    let days = a.day.until((Unit::Day, b.day)).map_or(i32::MAX, |span| span.get_days().abs());
    match days {
        0..=3 => Some((0.4, None)),
        4..=60 => None,
        61..=365 => Some((-0.6, None)),
        _ => Some((-2.0, Some(Reason::LongAgo))),
    }
}

/// The later one says that it was told before.
fn again(a: &Print, b: &Print) -> Option<(f32, Option<Reason>)> {
    let says = (a.again && a.day >= b.day) || (b.again && b.day >= a.day);
    says.then_some((1.0, Some(Reason::ToldBefore)))
}

fn common<T: Ord>(a: &[T], b: &[T]) -> usize {
    a.iter().filter(|value| b.binary_search(value).is_ok()).count()
}
