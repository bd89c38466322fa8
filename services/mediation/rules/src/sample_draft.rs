//! An agreement for samples.

use std::collections::BTreeSet;

use jiefen_vocab::{Fen, Private};
use jiff::civil::Date;

use crate::agreement::{Draft, Obligation, Subject};

/// An agreement by which party 2 pays party 1, in so many parts, all due on a day.
pub fn draft(due: Date, parts: u32) -> Draft {
    let owed = |no| Obligation {
        no,
        obligor: 2,
        obligee: 1,
        what: Private::new("赔偿".to_owned()),
        amount: Some(Fen::yuan(1_000)),
        due,
        place: None,
    };
    Draft {
        hash: "a".repeat(64),
        facts: Private::new("双方争执".to_owned()),
        obligations: (1..=parts).map(owed).collect(),
        subjects: BTreeSet::from([Subject::Money]),
        faults: BTreeSet::new(),
    }
}
