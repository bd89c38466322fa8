//! A public event as the assessment sees it: references, codes and dates, never names or contents.

use jiefen_vocab::{
    Agency, CaseId, DisputeId, DisputeKind, FactId, Moment, Outcome, Region, TrackKind,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An observed event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observed {
    /// The event's id: the same event counts once, however often it arrives.
    pub id: FactId,
    /// Its place in the assessment's inbox, from 1.
    pub seq: u64,
    /// Who announced it.
    pub agency: Agency,
    /// Its type, one of [`crate::event::ALL`]; others are kept and counted by nobody.
    pub event: String,
    /// The dispute.
    pub dispute: DisputeId,
    /// The agency's case.
    pub case: CaseId,
    /// When it happened.
    pub at: Moment,
    /// What else the event says.
    #[serde(default)]
    pub attributes: Attributes,
}

impl Observed {
    /// The local day on which it happened.
    pub fn on(&self) -> Date {
        self.at.day()
    }
}

/// What an event says besides who, what and when.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Attributes {
    /// What the dispute is about.
    pub kind: Option<DisputeKind>,
    /// Where it arose (address-code method): the defendant's address or that of the cause.
    pub place: Option<Region>,
    /// The track.
    pub track: Option<TrackKind>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Civil or administrative.
    pub field: Option<Field>,
    /// The entry of the published list by which the case is not counted (bulk suits).
    pub excluded: Option<String>,
    /// The rule of a clock.
    pub rule: Option<String>,
    /// The clock was met only because the dispute was returned to its sender.
    pub returned: bool,
    /// The receiving agency of a referral.
    pub to: Option<Agency>,
    /// The referral's epoch.
    pub epoch: Option<String>,
    /// The right unit, named by an agency that declines.
    pub proposal: Option<Agency>,
    /// The number of an obligation within its agreement.
    pub obligation: Option<u32>,
    /// The last day of an obligation.
    pub due_on: Option<Date>,
    /// The obligation was performed when the agreement was made.
    pub immediate: bool,
}

/// The field of a suit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// 民事
    Civil,
    /// 行政
    Administrative,
}

/// How many people live in the scope, with the source of the number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Population {
    /// Resident population 常住人口.
    pub resident: u64,
    /// Registered floating population 登记流动人口.
    pub floating: u64,
    /// The day of the count.
    pub as_of: Date,
    /// Where the numbers come from.
    pub source: String,
}
