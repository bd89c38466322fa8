//! What has happened on the upper rungs. Facts are for ever.

use std::collections::BTreeSet;

use jiefen_procedure::term::Term;
use jiefen_vocab::{Agency, DisputeId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Ground, Report, Signer, Stage, Talk};
use crate::sheet::Correction;

/// A fact. Clocks follow from a fact alone, so the ones that end with a stage are named in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// A measure was drafted.
    Drafted {
        /// The unit.
        unit: Agency,
        /// The trigger.
        ground: Ground,
        /// The cases, each the unit's own.
        cases: BTreeSet<DisputeId>,
        /// The threshold.
        threshold: u32,
        /// A listing after an earlier talk; false: a talk.
        listing: bool,
        /// By whom.
        by: Signer,
        /// When.
        on: Date,
    },
    /// The talk was called.
    TalkSigned { by: Signer, on: Date },
    /// The talk was held; the unit promised.
    TalkHeld { talk: Talk },
    /// The unit reported its rectification.
    RectificationReported { evidence: Vec<(u32, String)>, on: Date },
    /// The check found it done.
    RectificationVerified { finding: String, on: Date },
    /// The check found it not done; the term runs anew, once.
    RectificationRejected { finding: String, on: Date },
    /// A listing is due: not rectified, not come, or missed again.
    ListingProposed {
        /// Where it stood.
        stood: Stage,
        /// Why, plain Chinese.
        why: String,
        /// The later quarter, when it was missed again.
        ground: Option<Ground>,
        /// When.
        on: Date,
    },
    /// The unit was listed.
    Listed { goal: String, term: Term, by: Signer, on: Date },
    /// A weekly report came.
    WeekReported { report: Report },
    /// A week passed without a report.
    WeekMissed { on: Date },
    /// The term of the listing passed.
    TermPassed { on: Date },
    /// The listing was extended, once.
    ListingExtended { units: u32, from: Date, by: String, reason: String, on: Date },
    /// The matter was sent to the discipline body.
    AccountabilityReferred { facts: String, by: String, on: Date },
    /// The unit asked to be taken off the list.
    RemovalRequested { reached: String, on: Date },
    /// The sample was drawn; anybody draws the same from the same number.
    SampleDrawn { sample: BTreeSet<DisputeId>, of: u32, seed: u64, by: String, on: Date },
    /// A case of the sample was re-checked.
    CaseChecked { dispute: DisputeId, holds: bool, finding: String, by: String, on: Date },
    /// The unit was taken off the list.
    Delisted { reason: String, by: String, on: Date },
    /// The re-check refused the removal.
    RemovalRefused {
        /// Why.
        reason: String,
        /// The cases whose closing did not hold.
        failed: BTreeSet<DisputeId>,
        /// The term of the listing, when it still runs.
        term: Option<Term>,
        /// The term passed meanwhile.
        term_over: bool,
        /// When.
        on: Date,
    },
    /// The unit appealed a case.
    Appealed { no: u32, dispute: DisputeId, reason: String, on: Date },
    /// An appeal was decided.
    AppealDecided {
        /// Its number.
        no: u32,
        /// Upheld: the case is struck.
        upheld: bool,
        /// Why.
        reason: String,
        /// The visible correction of the frozen figure.
        correction: Option<Correction>,
        /// By whom.
        by: String,
        /// When.
        on: Date,
    },
    /// The measure was withdrawn, or too few cases were left to carry it.
    Withdrawn { reason: String, ended: Vec<String>, on: Date },
    /// The office's own step is late.
    LatenessFound { clock: String, on: Date },
}
