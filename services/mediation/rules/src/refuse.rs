//! A refusal as its row words it.

use std::fmt::Display;

use jiefen_procedure::matrix::Bar;
use jiefen_procedure::term::DayFault;
use jiefen_procedure::words::{Said, Words, of_day, of_limit};
use jiefen_procedure::{Explain, Refused};

/// Why a command is not lawful now: one row of words, with what stands for `{}`.
#[derive(Debug, Clone)]
pub struct Refusal(Said);

impl From<Said> for Refusal {
    fn from(said: Said) -> Refusal {
        Refusal(said)
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

/// Refuses with the words of a row.
///
/// # Errors
/// Always.
pub(crate) fn no<T>(row: Words) -> Result<T, Refusal> {
    Err(Refusal(row.plain()))
}

/// Refuses with the words of a row and what stands for `{}`.
///
/// # Errors
/// Always.
pub(crate) fn no_with<T>(row: Words, detail: impl Display) -> Result<T, Refusal> {
    Err(Refusal(row.with(detail)))
}
