//! How a refusal is worded: one row a refusal, Chinese first, with `{}` for a number, name or day.

use std::fmt::Display;

use crate::matrix::Bar;
use crate::term::DayFault;
use crate::{Explain, Refused};

/// The words of a refusal.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    /// The stable name, upper case: `CONSENT_MISSING`.
    pub name: &'static str,
    /// Why, plain Chinese.
    pub zh: &'static str,
    /// Why, English.
    pub en: &'static str,
    /// The article or rule id.
    pub basis: &'static str,
    /// What would be allowed instead, Chinese.
    pub instead: &'static str,
}

/// The words of a refusal with what stands for `{}`.
#[derive(Debug, Clone)]
pub struct Said {
    /// The row.
    pub words: Words,
    detail: String,
}

/// The row of a refusal, in reading order: name, Chinese, English, basis, what would be allowed.
pub const fn words(
    name: &'static str,
    zh: &'static str,
    en: &'static str,
    basis: &'static str,
    instead: &'static str,
) -> Words {
    Words { name, zh, en, basis, instead }
}

impl Words {
    /// The words as they stand.
    pub fn plain(self) -> Said {
        Said { words: self, detail: String::new() }
    }

    /// The words with this in the place of `{}`.
    pub fn with(self, detail: impl Display) -> Said {
        Said { words: self, detail: detail.to_string() }
    }
}

impl Said {
    /// Why, plain Chinese.
    pub fn zh(&self) -> String {
        self.words.zh.replace("{}", &self.detail)
    }

    /// Why, English.
    pub fn en(&self) -> String {
        self.words.en.replace("{}", &self.detail)
    }

    /// What would be allowed instead, Chinese.
    pub fn instead(&self) -> String {
        self.words.instead.replace("{}", &self.detail)
    }
}

/// A refusal that says itself by one row of words.
pub trait Worded: std::fmt::Debug {
    /// The row, with what stands for `{}`.
    fn said(&self) -> Said;
}

impl<T: Worded> Explain for T {
    fn name(&self) -> &'static str {
        self.said().words.name
    }

    fn zh(&self) -> String {
        self.said().zh()
    }

    fn en(&self) -> String {
        self.said().en()
    }

    fn basis(&self) -> &'static str {
        self.said().words.basis
    }

    fn instead(&self) -> String {
        self.said().instead()
    }
}

/// A refusal that is a row of words and no more: why a command is not lawful now. The rows stand in each
/// procedure's own file.
#[derive(Debug, Clone)]
pub struct Refusal(Said);

impl Refusal {
    /// The row with this in the place of `{}`.
    pub fn with(words: Words, detail: impl std::fmt::Display) -> Refusal {
        Refusal(words.with(detail))
    }
}

impl PartialEq for Refusal {
    fn eq(&self, other: &Refusal) -> bool {
        self.name() == other.name() && self.zh() == other.zh()
    }
}

impl Eq for Refusal {}

impl Worded for Refusal {
    fn said(&self) -> Said {
        self.0.clone()
    }
}

impl From<Said> for Refusal {
    fn from(said: Said) -> Refusal {
        Refusal(said)
    }
}

impl From<Words> for Refusal {
    fn from(words: Words) -> Refusal {
        Refusal(words.plain())
    }
}

impl From<Bar> for Refusal {
    fn from(bar: Bar) -> Refusal {
        Refusal(bar.said())
    }
}

impl From<DayFault> for Refusal {
    fn from(fault: DayFault) -> Refusal {
        Refusal(of_day(&fault))
    }
}

impl From<Refused> for Refusal {
    fn from(refused: Refused) -> Refusal {
        Refusal(of_limit(&refused))
    }
}

/// Refuses with these words unless the condition holds.
///
/// # Errors
/// The condition does not hold.
pub fn must(condition: bool, otherwise: impl Into<Refusal>) -> Result<(), Refusal> {
    if condition { Ok(()) } else { Err(otherwise.into()) }
}

const IN_FUTURE: Words = words(
    "DATE_IN_FUTURE",
    "日期{}还没有到，不能登记为已经发生",
    "{} lies in the future and cannot be recorded as past",
    "T-A-01",
    "请填写实际发生的日期",
);

const TOO_EARLY: Words = words(
    "DATE_TOO_EARLY",
    "日期先后不对：{}",
    "the days are in the wrong order: {}",
    "T-A-01",
    "请核对两个日期的先后",
);

const NO_LIMIT: Words = words(
    "NO_SUCH_LIMIT",
    "期限无法计算：{}",
    "the limit cannot be counted: {}",
    "T-A-01",
    "请核对规则编号和日期",
);

/// The words for a wrong day.
pub fn of_day(fault: &DayFault) -> Said {
    match fault {
        DayFault::InFuture(on) => IN_FUTURE.with(on),
        DayFault::TooEarly { on, since } => TOO_EARLY.with(format!("{on}＜{since}")),
    }
}

/// The words for a limit that could not be counted.
pub fn of_limit(refused: &Refused) -> Said {
    NO_LIMIT.with(format!("{}（{}）", refused.basis, refused.zh))
}
