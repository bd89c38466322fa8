//! What the model sees of a text: short runs of characters and how often they stand.

use std::collections::BTreeMap;

use crate::text;

/// The longest run of characters that is a feature.
pub const RUN_MAX: usize = 3;

/// A run of characters in a text: where it stands, for saying which words decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its key in the model.
    pub key: u32,
    /// The first character, counted in the cleaned text.
    pub start: usize,
    /// How many characters.
    pub length: usize,
}

/// The runs of a cleaned text in their order. Numbers count as one sign, marks and spaces end a run.
pub fn runs(clean: &str) -> Vec<Run> {
    let chars: Vec<char> = clean.chars().map(sign).collect();
    let mut found = Vec::with_capacity(chars.len() * RUN_MAX);
    for start in 0..chars.len() {
        if chars[start] == BREAK
            || (chars[start] == NUMBER && start > 0 && chars[start - 1] == NUMBER)
        {
            continue;
        }
        let mut run = String::new();
        let mut signs = 0;
        for (at, c) in chars.iter().enumerate().skip(start) {
            if *c == BREAK || signs == RUN_MAX {
                break;
            }
            if *c == NUMBER && at > start && chars[at - 1] == NUMBER {
                continue;
            }
            run.push(*c);
            signs += 1;
            let more = chars[at + 1..].iter().take_while(|next| *c == NUMBER && **next == NUMBER);
            found.push(Run { key: key(&run), start, length: at - start + 1 + more.count() });
        }
    }
    found
}

/// How often each run stands, damped: the logarithm of the count plus one.
pub fn counts(runs: &[Run]) -> BTreeMap<u32, f32> {
    let mut counts: BTreeMap<u32, f32> = BTreeMap::new();
    for run in runs {
        *counts.entry(run.key).or_default() += 1.0;
    }
    for count in counts.values_mut() {
        *count = 1.0 + count.ln();
    }
    counts
}

const BREAK: char = '\u{1}';
const NUMBER: char = '0';

fn sign(c: char) -> char {
    if c.is_ascii_digit() {
        NUMBER
    } else if text::is_han(c) || c.is_alphabetic() {
        c
    } else {
        BREAK
    }
}

/// The key of a run: FNV-1a, mixed, the upper half.
fn key(run: &str) -> u32 {
    (crate::similar::hash(run) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(clean: &str) -> Vec<String> {
        let chars: Vec<char> = clean.chars().collect();
        let word = |run: &Run| chars[run.start..run.start + run.length].iter().collect();
        runs(clean).iter().map(word).collect()
    }

    #[test]
    fn runs_do_not_cross_a_mark_and_a_number_is_one_sign() {
        assert_eq!(words("欠薪,3万"), ["欠", "欠薪", "薪", "3", "3万", "万"]);
        assert_eq!(words("欠3500元"), ["欠", "欠3500", "欠3500元", "3500", "3500元", "元"]);
        assert!(words("……!").is_empty());
    }

    #[test]
    fn two_amounts_are_the_same_feature() {
        let keys = |text: &str| counts(&runs(text));
        assert_eq!(keys("欠3500元"), keys("欠80元"));
    }
}
