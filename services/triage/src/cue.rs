//! Cues: what a text says that matters for dangers and routes, as patterns in `data/cues.toml`. A cue has words that
//! must not count (没动手, 跳楼价); they are taken out before its patterns are tried.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::{Regex, RegexSet};
use serde::Deserialize;
use thiserror::Error;

use crate::text::Clean;

/// The cues of this build.
pub(crate) const FILES: [&str; 4] = [
    include_str!("../data/cues-dangers.toml"),
    include_str!("../data/cues-care.toml"),
    include_str!("../data/cues-steps.toml"),
    include_str!("../data/cues-matters.toml"),
];

static SHIPPED: LazyLock<Cues> = LazyLock::new(|| Cues::parse(&FILES).unwrap_or_default());

/// What the model of care hears of a crime, as a cue for the routes.
pub const CRIME_HEARD: &str = "crime_heard";

/// All cues, in the order of the files.
#[derive(Debug, Default)]
pub struct Cues(Vec<Cue>);

#[derive(Debug)]
struct Cue {
    id: String,
    unit: Option<String>,
    any: Vec<Regex>,
    set: RegexSet,
    unless: Option<Regex>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    cue: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    #[serde(default)]
    unit: Option<String>,
    any: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
}

/// Why cues cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CueFault {
    /// The file is no list of cues.
    #[error("线索文件格式错误：{0} (not a list of cues)")]
    Form(String),
    /// A pattern is none.
    #[error("线索 {cue} 的表达式有误：{what} (not a pattern)")]
    Pattern {
        /// The cue.
        cue: String,
        /// What is wrong.
        what: String,
    },
    /// Two cues of one name.
    #[error("线索 {0} 重复 (given twice)")]
    Twice(String),
}

/// What was found in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hits {
    words: BTreeMap<String, String>,
    units: Vec<String>,
}

impl Hits {
    /// True when the text gives this cue.
    pub fn has(&self, cue: &str) -> bool {
        self.words.contains_key(cue)
    }

    /// True when it gives one of these.
    pub fn any(&self, cues: &[&str]) -> bool {
        cues.iter().any(|cue| self.has(cue))
    }

    /// The words that gave a cue.
    pub fn words(&self, cue: &str) -> Option<&str> {
        self.words.get(cue).map(String::as_str)
    }

    /// Adds a cue that something else than a pattern has found. What a pattern found says more exactly why.
    pub fn hear(&mut self, cue: &str, words: &str) {
        self.words.entry(cue.to_owned()).or_insert_with(|| words.to_owned());
    }

    /// The cues found.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }

    /// The units whose matters the text names, in the order of the file.
    pub fn units(&self) -> &[String] {
        &self.units
    }
}

impl Cues {
    /// The cues of this build.
    pub fn shipped() -> &'static Cues {
        &SHIPPED
    }

    /// Reads files of cues.
    ///
    /// # Errors
    /// [`CueFault`], the first.
    pub fn parse(files: &[&str]) -> Result<Cues, CueFault> {
        let mut cues = Vec::new();
        let mut seen = BTreeSet::new();
        for file in files {
            let file: File =
                toml::from_str(file).map_err(|fault| CueFault::Form(fault.to_string()))?;
            for row in file.cue {
                if !seen.insert(row.id.clone()) {
                    return Err(CueFault::Twice(row.id));
                }
                cues.push(Cue::new(row)?);
            }
        }
        Ok(Cues(cues))
    }

    /// The names of all cues.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|cue| cue.id.as_str())
    }

    /// The units that matters name.
    pub fn units(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|cue| cue.unit.as_deref())
    }

    /// Adds a cue that a model hears, and the unit whose matter it is behind those that are named.
    pub fn hear(&self, hits: &mut Hits, cue: &str, words: &str) {
        hits.hear(cue, words);
        let unit = self.0.iter().find(|known| known.id == cue).and_then(|cue| cue.unit.clone());
        hits.units.extend(unit.filter(|unit| !hits.units.contains(unit)));
    }

    /// What a text says.
    pub fn find(&self, clean: &Clean) -> Hits {
        let mut hits = Hits::default();
        for cue in &self.0 {
            let Some(words) = cue.find(&clean.text) else { continue };
            hits.words.insert(cue.id.clone(), words);
            if let Some(unit) = cue.unit.as_ref().filter(|unit| !hits.units.contains(unit)) {
                hits.units.push(unit.clone());
            }
        }
        hits
    }
}

impl Cue {
    fn new(row: Row) -> Result<Cue, CueFault> {
        let fault =
            |what: regex::Error| CueFault::Pattern { cue: row.id.clone(), what: what.to_string() };
        let any: Result<Vec<Regex>, regex::Error> =
            row.any.iter().map(|any| Regex::new(any)).collect();
        let unless =
            (!row.unless.is_empty()).then(|| Regex::new(&row.unless.join("|"))).transpose();
        Ok(Cue {
            any: any.map_err(fault)?,
            set: RegexSet::new(&row.any).map_err(fault)?,
            unless: unless.map_err(fault)?,
            id: row.id.clone(),
            unit: row.unit,
        })
    }

    fn find(&self, text: &str) -> Option<String> {
        let first = self.set.matches(text);
        if !first.matched_any() {
            return None;
        }
        let bare = match &self.unless {
            Some(unless) => unless.replace_all(text, "※"),
            None => text.into(),
        };
        first.iter().find_map(|at| self.any[at].find(&bare)).map(|found| found.as_str().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    fn cues(file: &str) -> Result<Cues, CueFault> {
        Cues::parse(&[file])
    }

    #[test]
    fn the_shipped_cues_are_read() {
        let cues = Cues::parse(&FILES).unwrap();
        assert!(cues.ids().count() > 50);
    }

    #[test]
    fn a_word_that_must_not_count_does_not_hide_another_that_does() {
        let cues = cues("[[cue]]\nid='fight'\nany=['动手']\nunless=['没动手']").unwrap();
        let found = |raw: &str| cues.find(&text::clean(raw)).has("fight");
        assert!(!found("吵了半天没动手"));
        assert!(found("昨天没动手，今天动手了"));
    }

    #[test]
    fn a_wrong_file_says_what_is_wrong() {
        assert!(
            matches!(cues("[[cue]]\nid='a'\nany=['(']"), Err(CueFault::Pattern { cue, .. }) if cue == "a")
        );
        assert!(matches!(cues("[[cue]]\nid='a'\nany=[]\nnot=1"), Err(CueFault::Form(_))));
        let twice = "[[cue]]\nid='a'\nany=[]\n[[cue]]\nid='a'\nany=[]";
        assert_eq!(cues(twice).err(), Some(CueFault::Twice("a".to_owned())));
    }
}
