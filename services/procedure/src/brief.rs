//! What travels with a hand-off: all that the receiving agency must know to open its own case.

use std::collections::BTreeSet;

use jiefen_vocab::{Channel, DisputeId, DisputeKind, Fen, Flag, Party, Private, Region, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The brief of a dispute. It carries personal data, so it goes in hand-off messages to one agency only,
/// never in an event for everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Brief {
    /// The one code of the dispute.
    pub dispute: DisputeId,
    /// The code on the citizen's receipt, with check character.
    pub code: String,
    /// What it is about.
    pub kind: DisputeKind,
    /// Where it came in.
    pub channel: Channel,
    /// Where it arose.
    pub place: Region,
    /// The other region, when it crosses a boundary.
    pub other_place: Option<Region>,
    /// What the parties said.
    pub summary: Private<String>,
    /// The parties, numbered.
    pub parties: Vec<Party>,
    /// The amount in dispute.
    pub amount: Option<Fen>,
    /// How many people are involved.
    pub people: u32,
    /// What needs special care.
    pub flags: BTreeSet<Flag>,
    /// The day of the first inquiry, which interrupts limitation (T-A-06).
    pub received_on: Date,
    /// The route asked for.
    pub track: TrackKind,
    /// The legal basis of the hand-over.
    pub basis: String,
    /// The consents given so far.
    pub consents: Vec<Consent>,
}

/// A party's consent, recorded where it was given (I5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// The party's number.
    pub party: u32,
    /// To what: the route or the form of session.
    pub to: TrackKind,
    /// False: consent refused or withdrawn.
    pub given: bool,
    /// On which day.
    pub on: Date,
    /// How: `counter`, `phone`, `paper`, `online`.
    pub by: String,
}

impl Brief {
    /// True when every party's latest word on the route is consent.
    pub fn all_consent(&self, to: TrackKind) -> bool {
        self.parties.iter().all(|party| {
            let last = self.consents.iter().rev().find(|c| c.party == party.no && c.to == to);
            last.is_some_and(|consent| consent.given)
        })
    }
}
