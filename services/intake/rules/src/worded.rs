//! A refusal that is its row of words: for procedures whose refusals carry nothing but their text.

use jiefen_procedure::term::DayFault;
use jiefen_procedure::words::{Said, Words, of_day, of_limit};
use jiefen_procedure::{Explain, Refused};

/// Why a command is refused: a row with what stands for `{}`.
#[derive(Debug, Clone)]
pub struct Worded(Said);

impl From<Words> for Worded {
    fn from(words: Words) -> Worded {
        Worded(words.plain())
    }
}

impl From<Said> for Worded {
    fn from(said: Said) -> Worded {
        Worded(said)
    }
}

impl From<DayFault> for Worded {
    fn from(fault: DayFault) -> Worded {
        Worded(of_day(&fault))
    }
}

impl From<Refused> for Worded {
    fn from(refused: Refused) -> Worded {
        Worded(of_limit(&refused))
    }
}

impl Explain for Worded {
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
