//! The fingerprint of a registration: hashes and codes, no names and no words, so that it can lie in an index.

use std::collections::BTreeSet;

use jiefen_vocab::{DisputeKind, PartyRole, Region};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Subject;
use crate::text;

/// Bands of the text's signature; texts that share one are compared.
const BANDS: usize = 20;
/// Values a band joins. Texts with three quarters of their pairs in common share a band in 9,999 of 10,000 cases.
const ROWS: usize = 3;
/// Pairs of characters that are kept of a long text.
const PAIRS_MAX: usize = 400;

/// A fingerprint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Print {
    /// Hashes of the pairs of characters, ascending.
    pub(super) pairs: Vec<u32>,
    /// Hashes of those who claim.
    pub(super) applicants: Vec<u64>,
    /// Hashes of those claimed against, and of third parties.
    pub(super) others: Vec<u64>,
    /// Hashes of the family names that the text itself or a name tells.
    pub(super) surnames: Vec<u32>,
    /// Hashes of the numbers told: amounts, plates, telephones.
    pub(super) numbers: Vec<u32>,
    /// Where.
    pub(super) place: Region,
    /// What about.
    pub(super) kind: DisputeKind,
    /// The amount in fen; none: not told.
    pub(super) amount: Option<i64>,
    /// When.
    pub(super) day: Date,
}

/// The fingerprint of a registration.
pub fn print(subject: &Subject<'_>) -> Print {
    let clean = text::clean(subject.text).text;
    let of = |role: fn(PartyRole) -> bool| {
        let named = subject.parties.iter().filter(|(name, at)| role(*at) && is_a_name(name));
        sorted(named.map(|(name, _)| hash(&normal(name))))
    };
    let named = subject.parties.iter().filter(|(name, _)| is_a_name(name));
    let of_names = named.filter_map(|(name, _)| surname(&normal(name)));
    let told = told_surnames(&clean);
    Print {
        pairs: pairs(&clean),
        applicants: of(|role| role == PartyRole::Applicant),
        others: of(|role| role != PartyRole::Applicant),
        surnames: sorted(of_names.chain(told).map(|name| short(hash(&name.to_string())))),
        numbers: numbers(&clean),
        place: subject.place,
        kind: subject.kind,
        amount: subject.amount.map(|amount| amount.0),
        day: subject.day,
    }
}

/// Under which keys a registration is looked for: two that may be one dispute share at least one.
pub fn keys(subject: &Subject<'_>) -> Vec<String> {
    let print = print(subject);
    let mut keys = BTreeSet::new();
    for name in print.applicants.iter().chain(&print.others) {
        keys.insert(format!("n{name:016x}"));
    }
    for a in &print.applicants {
        for b in &print.others {
            keys.insert(format!("p{:016x}", (a ^ b.rotate_left(1)) ^ (b ^ a.rotate_left(1))));
        }
    }
    for (band, value) in bands(&print.pairs).into_iter().enumerate() {
        keys.insert(format!("t{band:02}{value:012x}"));
    }
    keys.insert(format!("v{}{}", print.place.code(), print.kind.code()));
    keys.into_iter().collect()
}

/// A name that says who it is: not 匿名, not 某公司, not a description.
pub(super) fn is_a_name(name: &str) -> bool {
    const NOBODY: [&str; 12] = [
        "匿名", "不详", "未知", "不明", "无", "本人", "群众", "对方", "张三", "李四", "业主",
        "村民",
    ];
    let name = normal(name);
    let blank = name.chars().any(|c| matches!(c, '某' | '*' | '×' | '?' | 'x'));
    name.chars().count() >= 2 && !blank && !NOBODY.contains(&name.as_str())
}

/// A name without spaces, dots and titles.
fn normal(name: &str) -> String {
    let clean = text::clean(name).text;
    let bare: String = clean.chars().filter(|c| c.is_alphanumeric()).collect();
    const TITLES: [&str; 10] = [
        "农民工代表",
        "业主代表",
        "职工代表",
        "村民代表",
        "家长",
        "先生",
        "女士",
        "老师",
        "师傅",
        "代表",
    ];
    TITLES.iter().fold(bare, |name, title| {
        let short = name.strip_prefix(title).or_else(|| name.strip_suffix(title));
        short.filter(|short| short.chars().count() >= 2).map(str::to_owned).unwrap_or(name)
    })
}

/// The family name of a short Chinese name.
fn surname(name: &str) -> Option<char> {
    let mut chars = name.chars();
    let first = chars.next().filter(|c| text::is_han(*c))?;
    (name.chars().count() <= 3).then_some(first)
}

/// Family names that the text tells: 我姓罗, 高家, 老王.
fn told_surnames(clean: &str) -> Vec<char> {
    let chars: Vec<char> = clean.chars().collect();
    let mut found = Vec::new();
    for pair in chars.windows(2) {
        match pair {
            ['姓', name] | ['老' | '小', name] if text::is_han(*name) => found.push(*name),
            [name, '家' | '某'] if text::is_han(*name) => found.push(*name),
            _ => {}
        }
    }
    found
}

fn pairs(clean: &str) -> Vec<u32> {
    let chars: Vec<char> = clean.chars().filter(|c| c.is_alphanumeric()).collect();
    let set: BTreeSet<u32> =
        chars.windows(2).map(|pair| short(hash(&pair.iter().collect::<String>()))).collect();
    set.into_iter().take(PAIRS_MAX).collect()
}

fn numbers(clean: &str) -> Vec<u32> {
    let told = clean.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() >= 2);
    sorted(told.map(|run| short(hash(run))))
}

/// The least value of each of the hash functions, joined in bands.
fn bands(pairs: &[u32]) -> Vec<u64> {
    if pairs.len() < 4 {
        return Vec::new();
    }
    let least =
        |seed: u64| pairs.iter().map(|pair| mix(u64::from(*pair) ^ mix(seed))).min().unwrap_or(0);
    (0..BANDS)
        .map(|band| {
            (0..ROWS).fold(0_u64, |joined, row| mix(joined ^ least((band * ROWS + row) as u64 + 1)))
                & 0xffff_ffff_ffff
        })
        .collect()
}

fn sorted<T: Ord>(values: impl Iterator<Item = T>) -> Vec<T> {
    values.collect::<BTreeSet<T>>().into_iter().collect()
}

/// FNV-1a, then mixed: stable over versions and machines, for it is stored.
pub(crate) fn hash(text: &str) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325_u64;
    let folded = text
        .bytes()
        .fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    mix(folded)
}

/// The finisher of SplitMix64.
fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

fn short(hash: u64) -> u32 {
    (hash >> 32) as u32
}
