//! A refusal of the area's newer procedures: a row of words with what stands for `{}`.

use jiefen_procedure::matrix::Bar;
use jiefen_procedure::term::DayFault;
use jiefen_procedure::words::{Said, of_day, of_limit};
use jiefen_procedure::{Explain, Refused};

/// Why a command is not lawful now. The rows stand in each procedure's `rows.rs`.
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
