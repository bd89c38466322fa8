//! The words of ledgers: headings, channels, kinds, results. They are data; an agency may add its own.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;
use std::sync::LazyLock;

use jiefen_vocab::{Channel, DisputeKind};
use serde::Deserialize;

use crate::columns::Field;
use crate::problem::{Problem, clip};

const SHIPPED: &str = include_str!("../data/columns.toml");

static NAMES: LazyLock<Result<Names, BadNames>> = LazyLock::new(|| Names::of(&[SHIPPED]));

type Lists = BTreeMap<String, Vec<String>>;

/// A file of words.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    columns: Lists,
    #[serde(default)]
    channels: Lists,
    #[serde(default)]
    kinds: Lists,
    #[serde(default)]
    result: Lists,
    #[serde(default)]
    no_applicant: Lists,
    #[serde(default)]
    words: Lists,
    #[serde(default)]
    default: BTreeMap<String, String>,
}

/// Why a file of words is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadNames {
    /// It is no TOML of this form.
    #[error("列名文件有误：{0} (the file of columns is wrong)")]
    Form(String),
    /// A code that does not exist.
    #[error("列名文件的 [{table}] 中没有「{code}」这一项；应为 {right} (not a code of this table)")]
    Code {
        /// The table.
        table: &'static str,
        /// The code.
        code: String,
        /// The codes that there are.
        right: String,
    },
}

/// Words and what they mean.
#[derive(Debug, Clone)]
pub struct Names {
    columns: BTreeMap<String, Field>,
    channels: Words<Channel>,
    kinds: Words<DisputeKind>,
    open: Vec<String>,
    closed: Vec<String>,
    no_applicant: BTreeMap<String, String>,
    nothing: Vec<String>,
    organisations: Vec<String>,
    default_channel: Option<Channel>,
    default_kind: Option<DisputeKind>,
    default_place: Option<String>,
}

impl Names {
    /// The words that are shipped.
    ///
    /// # Errors
    /// Never, as a test holds; the file is part of the program.
    pub fn shipped() -> Result<&'static Names, BadNames> {
        NAMES.as_ref().map_err(Clone::clone)
    }

    /// The shipped words and an agency's own, which come first. `[default]` may name a `channel`, `kind` or
    /// `place` for ledgers that have no such column.
    ///
    /// # Errors
    /// The file is not of this form, or names a code that does not exist.
    pub fn with(own: &str) -> Result<Names, BadNames> {
        Names::of(&[own, SHIPPED])
    }

    fn of(texts: &[&str]) -> Result<Names, BadNames> {
        let mut names = Names {
            columns: BTreeMap::new(),
            channels: Words::default(),
            kinds: Words::default(),
            open: vec![],
            closed: vec![],
            no_applicant: BTreeMap::new(),
            nothing: vec![],
            organisations: vec![],
            default_channel: None,
            default_kind: None,
            default_place: None,
        };
        for text in texts {
            let file: File = toml::from_str(text).map_err(|e| BadNames::Form(e.to_string()))?;
            names.add(file)?;
        }
        for channel in Channel::ALL {
            names.channels.add(*channel, [channel.code(), channel.zh()]);
        }
        for kind in DisputeKind::ALL {
            names.kinds.add(*kind, [kind.code(), kind.zh()]);
        }
        Ok(names)
    }

    fn add(&mut self, file: File) -> Result<(), BadNames> {
        for (code, words) in file.columns {
            let right = || Field::ALL.map(Field::code).join("、");
            let field = Field::of(&code).ok_or_else(|| bad("columns", &code, right()))?;
            for word in words {
                self.columns.entry(heading(&word)).or_insert(field);
            }
        }
        for (code, words) in &file.channels {
            self.channels.add(coded("channels", code, Channel::ALL)?, words);
        }
        for (code, words) in &file.kinds {
            self.kinds.add(coded("kinds", code, DisputeKind::ALL)?, words);
        }
        for (code, words) in file.result {
            match code.as_str() {
                "open" => self.open.extend(words),
                "closed" => self.closed.extend(words),
                _ => return Err(bad("result", &code, "open、closed".to_owned())),
            }
        }
        let reasons = ["found_by_screening", "own_motion", "anonymous"];
        for (code, words) in file.no_applicant {
            if !reasons.contains(&code.as_str()) {
                return Err(bad("no_applicant", &code, reasons.join("、")));
            }
            for word in words {
                self.no_applicant.entry(plain(&word)).or_insert_with(|| code.clone());
            }
        }
        for (code, words) in file.words {
            match code.as_str() {
                "nothing" => self.nothing.extend(words),
                "organisations" => self.organisations.extend(words),
                _ => return Err(bad("words", &code, "nothing、organisations".to_owned())),
            }
        }
        self.add_defaults(file.default)
    }

    fn add_defaults(&mut self, defaults: BTreeMap<String, String>) -> Result<(), BadNames> {
        for (what, value) in defaults {
            match what.as_str() {
                "channel" => {
                    let channel = coded("default", &value, Channel::ALL)?;
                    self.default_channel.get_or_insert(channel);
                }
                "kind" => {
                    let kind = coded("default", &value, DisputeKind::ALL)?;
                    self.default_kind.get_or_insert(kind);
                }
                "place" => {
                    self.default_place.get_or_insert(value);
                }
                _ => return Err(bad("default", &what, "channel、kind、place".to_owned())),
            }
        }
        Ok(())
    }

    /// What a heading means; none: nothing that is known.
    pub fn column(&self, text: &str) -> Option<Field> {
        self.columns.get(&heading(text)).copied()
    }

    /// The channel of ledgers without such a column.
    pub fn default_channel(&self) -> Option<Channel> {
        self.default_channel
    }

    /// The kind of ledgers without such a column.
    pub fn default_kind(&self) -> Option<DisputeKind> {
        self.default_kind
    }

    /// The place of ledgers without such a column.
    pub fn default_place(&self) -> Option<&str> {
        self.default_place.as_deref()
    }

    /// The channel that a word names.
    ///
    /// # Errors
    /// None; the problem proposes the nearest.
    pub fn channel(&self, text: &str) -> Result<Channel, Problem> {
        self.channels.find(text, "来源渠道", "channel", Channel::zh, Channel::ALL)
    }

    /// The kind that a word names.
    ///
    /// # Errors
    /// None; the problem proposes the nearest.
    pub fn kind(&self, text: &str) -> Result<DisputeKind, Problem> {
        self.kinds.find(text, "纠纷类型", "kind", DisputeKind::zh, DisputeKind::ALL)
    }

    /// True when the words say that there is nothing.
    pub fn is_nothing(&self, text: &str) -> bool {
        let text = plain(text);
        text.is_empty() || self.nothing.contains(&text)
    }

    /// Why nobody applies, when the cell of the applicant says so.
    pub fn no_applicant(&self, text: &str) -> Option<&str> {
        self.no_applicant.get(&plain(text)).map(String::as_str)
    }

    /// True when a name is an organisation's.
    pub fn is_organisation(&self, name: &str) -> bool {
        name.chars().count() > 3
            && self.organisations.iter().any(|word| name.contains(word.as_str()))
    }

    /// Whether a dispute has ended, by what stands as its result.
    ///
    /// # Errors
    /// The words say both, or neither.
    pub fn has_ended(&self, text: &str) -> Result<bool, Problem> {
        let mut text = plain(text);
        if self.is_nothing(&text) {
            return Ok(false);
        }
        let is = |words: &[String]| words.contains(&text);
        match (is(&self.open), is(&self.closed)) {
            (true, false) => return Ok(false),
            (false, true) => return Ok(true),
            (true, true) | (false, false) => {}
        }
        // A lonely 是 or 否 says something, within a sentence it does not.
        let long = |word: &&String| word.chars().count() > 1;
        let mut open = false;
        for word in self.open.iter().filter(long) {
            open |= text.contains(word.as_str());
            text = text.replace(word.as_str(), "");
        }
        let closed = self.closed.iter().filter(long).any(|word| text.contains(word.as_str()));
        if open != closed {
            return Ok(closed);
        }
        Err(Problem::new(
            "RESULT_UNCLEAR",
            "看不出该纠纷是否已经办结",
            "请写“已办结”或者“办理中”；办结的不导入，未办结的登记为在办纠纷",
            "whether it has ended is not clear: write 已办结 or 办理中",
        ))
    }
}

fn bad(table: &'static str, code: &str, right: String) -> BadNames {
    BadNames::Code { table, code: code.to_owned(), right }
}

fn coded<T: FromStr + Display>(table: &'static str, code: &str, all: &[T]) -> Result<T, BadNames> {
    let right = || all.iter().map(T::to_string).collect::<Vec<_>>().join("、");
    code.parse().map_err(|_| bad(table, code, right()))
}

/// Text without blanks, with half-width letters, digits and signs.
pub fn plain(text: &str) -> String {
    let half = |letter: char| match letter {
        '！'..='～' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        other => other,
    };
    text.chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '\u{feff}')
        .map(half)
        .collect()
}

/// A heading without blanks, marks and what stands in brackets at its end.
fn heading(text: &str) -> String {
    let text = plain(text);
    let cut = text.trim_start_matches('*').trim_end_matches(['*', ':']);
    match cut.split_once('(') {
        Some((before, _)) if !before.is_empty() && cut.ends_with(')') => before.to_owned(),
        Some(_) | None => cut.to_owned(),
    }
}

/// Words of one list.
#[derive(Debug, Clone)]
struct Words<T>(BTreeMap<String, T>);

impl<T> Default for Words<T> {
    fn default() -> Self {
        Words(BTreeMap::new())
    }
}

/// A word without the marks and endings that say nothing.
fn stem(text: &str) -> String {
    let mut text: String =
        plain(text).chars().filter(|c| !"、,，；;/和与及()（）".contains(*c)).collect();
    for ending in ["矛盾纠纷", "纠纷", "类", "案件"] {
        if let Some(cut) = text.strip_suffix(ending).filter(|cut| !cut.is_empty()) {
            text.truncate(cut.len());
        }
    }
    text.to_lowercase()
}

impl<T: Copy + PartialEq> Words<T> {
    fn add<S: AsRef<str>>(&mut self, value: T, words: impl IntoIterator<Item = S>) {
        for word in words {
            self.0.entry(stem(word.as_ref())).or_insert(value);
        }
    }

    fn find(
        &self,
        text: &str,
        what: &str,
        what_en: &str,
        zh: fn(T) -> &'static str,
        all: &[T],
    ) -> Result<T, Problem> {
        let asked = stem(text);
        if let Some(value) = self.0.get(&asked) {
            return Ok(*value);
        }
        let near = self.near(&asked);
        let named = |values: &[T]| {
            values.iter().map(|value| format!("“{}”", zh(*value))).collect::<Vec<_>>().join("、")
        };
        let right = if near.is_empty() {
            format!("请填写以下之一：{}", named(all))
        } else {
            format!("是否指{}？请按目录改写", named(&near))
        };
        let said = format!("「{}」不在{what}目录中", clip(text));
        Err(Problem::new("WORD_UNKNOWN", said, right, format!("no such {what_en}")))
    }

    /// The nearest values: one contains the other, or they differ little.
    fn near(&self, asked: &str) -> Vec<T> {
        let mut scored: Vec<(f64, T)> = Vec::new();
        for (word, value) in self.0.iter().filter(|_| !asked.is_empty()) {
            let within = asked.contains(word.as_str()) || word.contains(asked);
            let alike = strsim::normalized_levenshtein(word, asked);
            let score = if within && word.chars().count() > 1 { alike + 1.0 } else { alike };
            match scored.iter_mut().find(|(_, known)| known == value) {
                Some((best, _)) => *best = best.max(score),
                None => scored.push((score, *value)),
            }
        }
        scored.retain(|(score, _)| *score >= 0.5);
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        scored.into_iter().take(3).map(|(_, value)| value).collect()
    }
}
