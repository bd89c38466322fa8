//! A refusal that is a row of words with its detail: what the procedures of agencies that mediate
//! answer when a command is not lawful now.

use jiefen_procedure::matrix::Bar;
use jiefen_procedure::term::DayFault;
use jiefen_procedure::words::{Said, Words, of_day, of_limit};
use jiefen_procedure::{Explain, Refused};

/// Why a command is refused: a row of words, and the number, name or day that it speaks of.
#[derive(Debug, Clone)]
pub struct Refusal(Said);

impl Refusal {
    /// The row with this in the place of `{}`.
    pub(crate) fn with(words: Words, detail: impl std::fmt::Display) -> Refusal {
        Refusal(words.with(detail))
    }
}

/// Refuses with a row unless the condition holds.
pub(crate) fn unless(holds: bool, words: Words) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(words.into()) }
}

/// Refuses with a row when there is something for it to speak of.
pub(crate) fn no<T: std::fmt::Display>(found: Option<T>, words: Words) -> Result<(), Refusal> {
    found.map_or(Ok(()), |detail| Err(Refusal::with(words, detail)))
}

impl PartialEq for Refusal {
    fn eq(&self, other: &Refusal) -> bool {
        self.name() == other.name() && self.zh() == other.zh()
    }
}

impl Eq for Refusal {}

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
