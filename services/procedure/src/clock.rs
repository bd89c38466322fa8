//! What a fact does to the law's clocks, and the notices it makes due.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An effect on a clock of the case. A case has at most one clock of a key; the key names the duty
/// (`accept`, `award`, `objection:2` for the second party's own clock).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClockEffect {
    /// Starts a clock under a rule of the time-limit table. It keeps the rule version of this day.
    Start {
        /// The duty or right.
        key: String,
        /// The rule id: `T-H-09`.
        rule: String,
        /// The day of the start event, which is not counted.
        from: Date,
    },
    /// Starts a clock that counts hours from a local date and time.
    StartAt {
        /// The duty or right.
        key: String,
        /// The rule id.
        rule: String,
        /// The local date and time of the start event.
        from: jiff::civil::DateTime,
    },
    /// Extends a running clock by units of its rule.
    Extend {
        /// The duty or right.
        key: String,
        /// How many days (or months) more.
        units: u32,
    },
    /// Stops a running clock from this day, for a reason on the rule's list.
    Stop {
        /// The duty or right.
        key: String,
        /// The first day that is not counted.
        from: Date,
        /// The listed reason.
        reason: String,
    },
    /// Lets a stopped clock run again; this day is the last that is not counted.
    Resume {
        /// The duty or right.
        key: String,
        /// The last day that is not counted.
        to: Date,
    },
    /// The duty is done or the right used.
    Met {
        /// The duty or right.
        key: String,
    },
    /// The clock no longer applies.
    Cancel {
        /// The duty or right.
        key: String,
    },
}

/// A notice that has fallen due: to whom, what, and the last day of the remedy it tells of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Numbers of the parties to be told; empty: all of them.
    pub to: Vec<u32>,
    /// The form: `acceptance`, `remedies`, `award_served`.
    pub form: String,
    /// What the notice says, plain Chinese.
    pub zh: String,
    /// The rule whose last day it tells, when it tells one.
    pub rule: Option<String>,
}
