//! What is wrong with a configuration, said so that it can be put right.

use std::fmt;

use super::keys::{self, KEYS};

/// One mistake in the configuration.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct ConfigFault {
    /// The key, as `section.key`.
    pub key: String,
    /// What was given, secrets masked; empty: nothing.
    pub given: String,
    /// What is wrong, Chinese.
    pub problem_zh: String,
    /// What is wrong, English.
    pub problem_en: String,
    /// What would be right, Chinese and English.
    pub right: String,
}

impl fmt::Display for ConfigFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.key)?;
        if !self.given.is_empty() {
            write!(f, " = {}", self.given)?;
        }
        write!(f, "：{}；{} ({})", self.problem_zh, self.right, self.problem_en)
    }
}

impl ConfigFault {
    pub(crate) fn new(key: &str, given: &str, zh: &str, en: &str, right: &str) -> ConfigFault {
        ConfigFault {
            key: key.to_owned(),
            given: given.to_owned(),
            problem_zh: zh.to_owned(),
            problem_en: en.to_owned(),
            right: right.to_owned(),
        }
    }
}

/// A key that must be given and is not.
pub(super) fn missing(key: &str) -> ConfigFault {
    ConfigFault::new(key, "", "必须给出", "is required", &right(key))
}

/// A key that means nothing without another.
pub(super) fn needs(given: &str, lacking: &str) -> ConfigFault {
    ConfigFault::new(
        lacking,
        "",
        &format!("已给出 {given}，还缺此项"),
        &format!("needed because {given} is given"),
        &right(lacking),
    )
}

/// A key that does not exist.
pub(super) fn unknown(key: &str, given: &str) -> ConfigFault {
    let right = match nearest(key) {
        Some(near) => format!("是否应为 {near} / did you mean {near}?"),
        None => "见 jiefen config --keys / see jiefen config --keys".to_owned(),
    };
    ConfigFault::new(key, given, "没有这个配置项", "no such key", &right)
}

/// What is wrong with all of it rather than with one key.
pub(super) fn whole(problem: &dyn fmt::Display) -> ConfigFault {
    ConfigFault::new(
        "配置",
        "",
        "无法组合各层配置",
        &problem.to_string(),
        "请逐层检查 / check layer by layer",
    )
}

/// What the table says about a key, with its default in brackets.
pub(super) fn right(key: &str) -> String {
    let Some(doc) = keys::find(key) else { return String::new() };
    let default = match doc.default {
        "" => String::new(),
        text => format!(" [{text}]"),
    };
    format!("{} / {}{default}", doc.zh, doc.en)
}

/// The key that the writer most likely meant: at most a third of it mistyped, or the same last word
/// in another section.
fn nearest(key: &str) -> Option<String> {
    let area = key.strip_prefix("roles.").and_then(|rest| rest.split('.').next());
    let candidates = KEYS.iter().map(|doc| match area {
        Some(area) => doc.key.replace("<area>", area),
        None => doc.key.to_owned(),
    });
    let tail = |text: &str| text.rsplit('.').next().map(str::to_owned);
    candidates
        .map(|candidate| {
            let same_word = candidate != key && tail(&candidate) == tail(key);
            let far = distance(key, &candidate);
            // Of several keys with the same last word the one that is written most alike is meant.
            (if same_word { 1 } else { far }, far, candidate)
        })
        .min()
        .filter(|(cost, _, candidate)| *cost * 3 <= candidate.len())
        .map(|(_, _, candidate)| candidate)
}

/// How many letters must be changed, added or left out (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let swap = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = swap.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
