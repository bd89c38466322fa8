//! One time limit, as the law states it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::kinds::{Direction, Effect, HourStart, Owner, Receipt, Status, StopEffect, Unit};

/// A text for people: Chinese first, English second.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// The Chinese text, plain and complete.
    pub zh: String,
    /// The same in English.
    pub en: String,
}

/// The event that starts the clock.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartEvent {
    /// The event in Chinese.
    pub zh: String,
    /// The event in English.
    pub en: String,
    /// Whose receipt or knowledge counts.
    #[serde(default)]
    pub receipt: Receipt,
}

/// One entry of a rule's closed list of stops.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// The code of the reason, as a [`crate::Span`] names it.
    pub id: String,
    /// The reason in Chinese.
    pub zh: String,
    /// The reason in English.
    pub en: String,
    /// What it does to the clock.
    pub effect: StopEffect,
    /// The proof that the file must hold, in Chinese.
    pub proof: String,
}

/// One stage of lengthening a limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// Who may approve, in Chinese.
    pub by: String,
    /// Who may approve, in English.
    pub by_en: String,
    /// By how many of the rule's units each time; `None` where the law sets no number.
    #[serde(default)]
    pub n: Option<u32>,
    /// How often this stage may be used.
    #[serde(default = "one")]
    pub times: u32,
    /// By how many calendar days before the end it must be asked for, where the law says so.
    #[serde(default)]
    pub ask_before_days: Option<u32>,
}

/// The days on which a version may start a clock, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InForce {
    /// The first day; `None` where no earlier text had another number.
    #[serde(default)]
    pub from: Option<Date>,
    /// The last day; `None` while it is in force.
    #[serde(default)]
    pub to: Option<Date>,
}

impl InForce {
    /// Whether a clock that starts on `day` starts under this version.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// One time limit: one version of one rule id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// The rule id, e.g. `T-H-09`, or a further limit of the same row, e.g. `T-H-07.defence`.
    pub id: String,
    /// Counts the versions of one id from 1; a clock keeps the version it started with.
    #[serde(default = "one")]
    pub version: u32,
    /// Other names under which the rule may be asked for.
    #[serde(default)]
    pub also: Vec<String>,
    /// What the limit is for.
    pub title: Bilingual,
    /// How many units.
    #[serde(default)]
    pub n: u32,
    /// What is counted.
    pub unit: Unit,
    /// After or before the event.
    #[serde(default)]
    pub direction: Direction,
    /// Where hours start.
    #[serde(default)]
    pub hour_start: HourStart,
    /// What starts the clock.
    #[serde(default)]
    pub start: StartEvent,
    /// The closed list of stops.
    #[serde(default)]
    pub stops: Vec<Stop>,
    /// A fixed period 不变期间: no stop, no extension.
    #[serde(default)]
    pub fixed: bool,
    /// The stages of extension, in order.
    #[serde(default)]
    pub extensions: Vec<Extension>,
    /// What happens when it passes unused.
    #[serde(default)]
    pub effect: Effect,
    /// More words on that, or on the rule, where the effect alone does not say it.
    #[serde(default)]
    pub note: Bilingual,
    /// Duty of an agency or right of a party.
    pub owner: Owner,
    /// Whether a last day on a rest day moves to the next working day (民法典 203).
    #[serde(default = "yes")]
    pub roll: bool,
    /// Text and articles, in Chinese.
    pub source: String,
    /// On which start days this version applies.
    #[serde(default)]
    pub in_force: InForce,
    /// The transition clause, where there is one.
    #[serde(default)]
    pub transition: Bilingual,
    /// Rules to use instead once this one is out of force.
    #[serde(default)]
    pub instead: Vec<String>,
    /// A local (policy) limit.
    #[serde(default)]
    pub local: bool,
    /// The statutory rule above a local limit.
    #[serde(default)]
    pub under: Option<String>,
    /// The place whose rule it is (GB/T 2260 code), where it is not national.
    #[serde(default)]
    pub place: Option<String>,
    /// How well the text is known.
    #[serde(default)]
    pub status: Status,
}

impl Rule {
    /// The most that all stages of extension add, in the rule's units; `None` = no cap.
    #[must_use]
    pub fn extension_cap(&self) -> Option<u32> {
        self.extensions.iter().try_fold(0_u32, |sum, stage| {
            stage.n.map(|n| sum.saturating_add(n.saturating_mul(stage.times)))
        })
    }

    /// Whether the rule can be counted to a day or an hour.
    #[must_use]
    pub fn is_countable(&self) -> bool {
        match self.unit {
            Unit::Hours
            | Unit::CalendarDays
            | Unit::WorkingDays
            | Unit::Months
            | Unit::Years
            | Unit::AtOnce => true,
            Unit::BodyRules | Unit::None => false,
        }
    }

    /// The limit in words: Chinese and English.
    #[must_use]
    pub fn limit_words(&self) -> (String, String) {
        let (before_zh, before_en) = match self.direction {
            Direction::After => ("", ""),
            Direction::Before => ("前", " before"),
        };
        match self.unit {
            Unit::AtOnce | Unit::BodyRules | Unit::None => {
                (self.unit.zh().to_owned(), self.unit.en().to_owned())
            }
            Unit::Hours | Unit::CalendarDays | Unit::WorkingDays | Unit::Months | Unit::Years => (
                format!("{}{}{before_zh}", self.n, self.unit.zh()),
                format!("{} {}{before_en}", self.n, self.unit.en()),
            ),
        }
    }
}

fn one() -> u32 {
    1
}

fn yes() -> bool {
    true
}
