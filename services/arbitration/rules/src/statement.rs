//! A mediation statement 调解书 of a tribunal, as rural-land and commercial arbitration have it: it takes
//! effect when both sides have signed for it, and until then a party may go back (RLA 11; 仲裁法 65). In a
//! labour case each worker settles for himself, so its statement is its own.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What one party did or received, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The party.
    pub party: u32,
    /// The day.
    pub on: Date,
}

/// Whether a party is among those who did something.
pub fn has(events: &[Event], party: u32) -> bool {
    events.iter().any(|event| event.party == party)
}

/// A statement that waits for signatures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The day it was made.
    pub made_on: Date,
    /// Who has signed for it.
    pub signed: Vec<Event>,
}

impl Statement {
    /// True when this signature is the last one of all parties.
    pub fn complete_with(&self, party: u32, all: &[u32]) -> bool {
        all.iter().all(|no| *no == party || has(&self.signed, *no))
    }
}
