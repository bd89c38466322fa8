//! How a refusal is worded: one row a refusal, Chinese first, with `{}` for a number, name or day.

use std::fmt::Display;

use jiefen_procedure::Refused;

use crate::term::DayFault;

/// The words of a refusal.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words {
    pub name: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
    pub basis: &'static str,
    pub instead: &'static str,
}

/// The words of a refusal with what stands for `{}`.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub words: Words,
    detail: String,
}

/// The row of a refusal, in reading order: name, Chinese, English, basis, what would be allowed.
pub(crate) const fn words(
    name: &'static str,
    zh: &'static str,
    en: &'static str,
    basis: &'static str,
    instead: &'static str,
) -> Words {
    Words { name, zh, en, basis, instead }
}

impl Words {
    pub(crate) fn plain(self) -> Said {
        Said { words: self, detail: String::new() }
    }

    pub(crate) fn with(self, detail: impl Display) -> Said {
        Said { words: self, detail: detail.to_string() }
    }
}

impl Said {
    pub(crate) fn zh(&self) -> String {
        self.words.zh.replace("{}", &self.detail)
    }

    pub(crate) fn en(&self) -> String {
        self.words.en.replace("{}", &self.detail)
    }

    pub(crate) fn instead(&self) -> String {
        self.words.instead.replace("{}", &self.detail)
    }
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
pub(crate) fn of_day(fault: &DayFault) -> Said {
    match fault {
        DayFault::InFuture(on) => IN_FUTURE.with(on),
        DayFault::TooEarly { on, since } => TOO_EARLY.with(format!("{on}＜{since}")),
    }
}

/// The words for a limit that could not be counted.
pub(crate) fn of_limit(refused: &Refused) -> Said {
    NO_LIMIT.with(format!("{}（{}）", refused.basis, refused.zh))
}
