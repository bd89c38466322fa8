//! A question to the engine and its answer.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::TermsError;
use crate::kinds::{Effect, Owner};

/// The hour offset of Chinese standard time, to which a moment with another offset is brought.
const BEIJING: i8 = 8;

/// The event that starts a clock: a day, or a moment in Chinese standard time.
///
/// Written `2026-09-03` or `2026-10-01T10:20:00`; a time may carry an offset (`+08:00`, `Z`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Start {
    /// A day.
    Day(Date),
    /// A moment, local time.
    Moment(DateTime),
}

impl Start {
    /// The day of the event.
    #[must_use]
    pub fn day(self) -> Date {
        match self {
            Start::Day(day) => day,
            Start::Moment(moment) => moment.date(),
        }
    }
}

impl fmt::Display for Start {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Start::Day(day) => day.fmt(f),
            Start::Moment(moment) => moment.fmt(f),
        }
    }
}

impl FromStr for Start {
    type Err = TermsError;

    fn from_str(text: &str) -> Result<Self, TermsError> {
        let text = text.trim();
        let bad = || TermsError::BadDate { text: text.to_owned() };
        let Some(at) = text.find(['T', 't', ' ']) else {
            return text.parse::<Date>().map(Start::Day).map_err(|_| bad());
        };
        let clock = text.get(at + 1..).unwrap_or_default();
        if clock.ends_with(['Z', 'z']) || clock.contains(['+', '-']) {
            let instant = text.parse::<Timestamp>().map_err(|_| bad())?;
            // A fixed offset of eight hours is always within range.
            let offset = Offset::from_seconds(
                i32::try_from(SignedDuration::from_hours(i64::from(BEIJING)).as_secs())
                    .map_err(|_| bad())?,
            )
            .map_err(|_| bad())?;
            return Ok(Start::Moment(offset.to_datetime(instant)));
        }
        text.parse::<DateTime>().map(Start::Moment).map_err(|_| bad())
    }
}

impl TryFrom<String> for Start {
    type Error = TermsError;

    fn try_from(text: String) -> Result<Self, TermsError> {
        text.parse()
    }
}

impl From<Start> for String {
    fn from(start: Start) -> Self {
        start.to_string()
    }
}

impl From<Date> for Start {
    fn from(day: Date) -> Self {
        Start::Day(day)
    }
}

impl From<DateTime> for Start {
    fn from(moment: DateTime) -> Self {
        Start::Moment(moment)
    }
}

/// Days that do not count, both ends included.
///
/// Written `2026-09-10..2026-10-20`, or with the code of the reason `…..…@appraisal`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The first excluded day.
    pub from: Date,
    /// The last excluded day.
    pub to: Date,
    /// The reason's code; when given, it must stand on the rule's list of stops.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Span {
    /// Excluded days without a named reason; that it is lawful is then the caller's concern.
    #[must_use]
    pub fn new(from: Date, to: Date) -> Self {
        Span { from, to, reason: None }
    }

    /// The same with a reason that is checked against the rule's list.
    #[must_use]
    pub fn because(self, reason: impl Into<String>) -> Self {
        Span { reason: Some(reason.into()), ..self }
    }

    /// Whether `day` is excluded.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }
}

impl FromStr for Span {
    type Err = TermsError;

    fn from_str(text: &str) -> Result<Self, TermsError> {
        let bad = || TermsError::BadStop { text: text.to_owned() };
        let (days, reason) = match text.split_once('@') {
            Some((days, reason)) => (days, Some(reason.trim().to_owned())),
            None => (text, None),
        };
        let (from, to) = days.split_once("..").ok_or_else(bad)?;
        let day = |part: &str| part.parse::<Start>().map(Start::day).map_err(|_| bad());
        Ok(Span { from: day(from)?, to: day(to)?, reason })
    }
}

/// One question: when does this limit end?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Query {
    /// The rule id, e.g. `T-D-01`.
    pub rule: String,
    /// When the start event happened.
    pub from: Start,
    /// Days that do not count.
    #[serde(default)]
    pub stops: Vec<Span>,
    /// By how many of the rule's units the limit was extended, in all.
    #[serde(default)]
    pub extend: Option<u32>,
    /// The version the clock started with; default: the one in force on the start day.
    #[serde(default)]
    pub version: Option<u32>,
}

impl Query {
    /// A question without stops or extension.
    pub fn new(rule: impl Into<String>, from: impl Into<Start>) -> Self {
        Query {
            rule: rule.into(),
            from: from.into(),
            stops: Vec::new(),
            extend: None,
            version: None,
        }
    }

    /// The same with more excluded days.
    #[must_use]
    pub fn stopped(mut self, span: Span) -> Self {
        self.stops.push(span);
        self
    }

    /// The same with an extension of `units` of the rule's unit.
    #[must_use]
    pub fn extended(mut self, units: u32) -> Self {
        self.extend = Some(units);
        self
    }

    /// The same under a version that the clock kept.
    #[must_use]
    pub fn under_version(mut self, version: u32) -> Self {
        self.version = Some(version);
        self
    }
}

/// When a limit ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "at", rename_all = "snake_case")]
pub enum Due {
    /// At the end of this day (24:00, or close of business where the body has hours).
    Day(Date),
    /// At this moment, local time.
    Moment(DateTime),
    /// At once, counted from this event.
    AtOnce(Start),
}

impl Due {
    /// The day on which the limit ends.
    #[must_use]
    pub fn day(self) -> Date {
        match self {
            Due::Day(day) => day,
            Due::Moment(moment) => moment.date(),
            Due::AtOnce(start) => start.day(),
        }
    }
}

impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Due::Day(day) => day.fmt(f),
            Due::Moment(moment) => moment.fmt(f),
            Due::AtOnce(start) => start.fmt(f),
        }
    }
}

/// One step of an explanation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The day or moment the step is about.
    pub date: Start,
    /// Why, in Chinese.
    pub why: String,
    /// Why, in English.
    pub why_en: String,
    /// The text that says so, in Chinese.
    pub source: String,
}

/// The answer: a date that explains itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The rule id that was used.
    pub rule: String,
    /// The version a clock must keep.
    pub version: u32,
    /// The start event as asked.
    pub from: Start,
    /// The end of the limit.
    pub due: Due,
    /// For a limit that does not roll and ends on a rest day: the last working day before it.
    pub act_by: Option<Date>,
    /// The calendar of a year concerned is not published, or the rule's text is not settled.
    pub provisional: bool,
    /// What the law makes of silence.
    pub effect: Effect,
    /// Whose clock it is.
    pub owner: Owner,
    /// How the date was found, in order.
    pub steps: Vec<Step>,
}
