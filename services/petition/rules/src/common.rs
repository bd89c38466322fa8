//! What the procedures of this area share in form: a refusal made of its words, clock effects, notices.

use jiefen_procedure::matrix::Bar;
use jiefen_procedure::term::DayFault;
use jiefen_procedure::words::{Said, Words, of_day, of_limit};
use jiefen_procedure::{ClockEffect, Explain, Notice, Refused};
use jiff::civil::Date;

/// Why a command is not lawful now: a row of the procedure's words, with what stands for `{}`.
#[derive(Debug, Clone)]
pub struct Refusal(Said);

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

impl Explain for Refusal {
    fn name(&self) -> &'static str {
        self.0.words.name
    }

    fn zh(&self) -> String {
        self.0.zh()
    }

    fn en(&self) -> String {
        self.0.en()
    }

    fn basis(&self) -> &'static str {
        self.0.words.basis
    }

    fn instead(&self) -> String {
        self.0.instead()
    }
}

/// Refuses with these words unless the condition holds.
pub(crate) fn must(condition: bool, otherwise: impl Into<Refusal>) -> Result<(), Refusal> {
    if condition { Ok(()) } else { Err(otherwise.into()) }
}

pub(crate) fn start(key: &str, rule: &str, from: Date) -> ClockEffect {
    ClockEffect::Start { key: key.to_owned(), rule: rule.to_owned(), from }
}

pub(crate) fn met(key: &str) -> ClockEffect {
    ClockEffect::Met { key: key.to_owned() }
}

pub(crate) fn cancel(key: &str) -> ClockEffect {
    ClockEffect::Cancel { key: key.to_owned() }
}

pub(crate) fn notice(
    to: &[u32],
    form: &str,
    zh: impl Into<String>,
    rule: Option<&str>,
) -> Vec<Notice> {
    let (form, rule) = (form.to_owned(), rule.map(str::to_owned));
    vec![Notice { to: to.to_vec(), form, zh: zh.into(), rule }]
}
