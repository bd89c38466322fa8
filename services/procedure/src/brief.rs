//! What travels with a hand-off: all that the receiving agency must know to open its own case.

use std::collections::BTreeSet;

use jiefen_vocab::{Channel, DisputeId, DisputeKind, Fen, Flag, Party, Private, Region, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::material::{Material, Part, Wanted};
use crate::matrix::Known;

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
    /// What the sender knows of the dispute's other tracks and of facts that open or close one (I4).
    #[serde(default, skip_serializing_if = "Known::is_empty")]
    pub known: Known,
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

/// What travels with the report of a result: outcome papers, never what was conceded on the way (I9).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Papers {
    /// The force of the result, by its code: `contract`, `labour_agreement`, `public_order`, `confirmed`,
    /// `notarised`, `statement`, `decision`; none: no paper.
    pub effect: Option<String>,
    /// What each party must do: (party, by when, amount).
    pub obligations: Vec<(u32, Date, Option<Fen>)>,
    /// Joint confirmation by the court is open (T-B-06).
    pub confirmable: bool,
    /// The rule of the remedy against it.
    pub remedy: Option<String>,
    /// What was not done.
    pub not_done: Option<String>,
    /// The day on which the result took effect: the windows of an agreement run from it, however long the
    /// report is under way (T-D-01). None: the day of the report.
    pub on: Option<Date>,
}

/// A paper that a unit has issued, as another unit of the same dispute is told of it: what it is called by its family, its
/// number, its day and its check code. Never whose it is or what stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuedPaper {
    /// The family, `mediation_agreement`.
    pub family: String,
    /// Its number; empty: it has none.
    pub number: String,
    /// The day of issue.
    pub on: Date,
    /// The check code, as printed.
    pub check: String,
}

/// What travelled beside a hand-off message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// With an offer or a task: the brief.
    pub brief: Option<Brief>,
    /// With an acceptance: the person in charge there, staff id; else empty.
    pub person: String,
    /// With an acceptance: the accepting agency's own case number; else empty.
    pub number: String,
    /// With a result: what was agreed or decided.
    pub papers: Option<Papers>,
    /// With a report of progress: what the unit has issued.
    pub issued: Vec<IssuedPaper>,
    /// With an offer, a task or a report of progress: what is filed with the dispute.
    pub materials: Vec<Material>,
    /// With a report of progress: the bytes that are asked for.
    pub wanted: Option<Wanted>,
    /// With a report of progress: bytes that were asked for.
    pub part: Option<Part>,
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
