//! Days of events and running terms, as every procedure needs them.

use jiefen_terms::{Query, Span, Start};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{Circumstances, Refused};

/// The listed reason for which a mediation term stands still: an appraisal 鉴定 (T-P-02, T-C-03).
pub const APPRAISAL: &str = "appraisal";

/// What is wrong with the day of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayFault {
    /// The event has not happened yet.
    InFuture(Date),
    /// The event would lie before another one that it follows.
    TooEarly {
        /// The day given.
        on: Date,
        /// The day of the earlier event.
        since: Date,
    },
}

/// Accepts the day of an event that follows one of `since` and has happened by `today`.
///
/// # Errors
/// The day lies in the future or before `since`.
pub fn happened(on: Date, since: Date, today: Date) -> Result<(), DayFault> {
    if on > today {
        return Err(DayFault::InFuture(on));
    }
    if on < since {
        return Err(DayFault::TooEarly { on, since });
    }
    Ok(())
}

/// The days for which a term stood still.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standstill {
    /// The first day that is not counted.
    pub from: Date,
    /// The last day that is not counted; none while it still stands still.
    pub to: Option<Date>,
    /// The listed reason.
    pub reason: String,
}

/// A term as it runs: its rule, its start, its extensions and standstills.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The rule id.
    pub rule: String,
    /// The day of the start event.
    pub from: Date,
    /// By how many of the rule's units it was extended, in all.
    pub extended: u32,
    /// The standstills, in order.
    pub standstills: Vec<Standstill>,
}

impl Term {
    /// A term that starts on a day.
    pub fn new(rule: &str, from: Date) -> Term {
        Term { rule: rule.to_owned(), from, extended: 0, standstills: Vec::new() }
    }

    /// True while the term stands still.
    pub fn stands_still(&self) -> bool {
        self.standstills.last().is_some_and(|last| last.to.is_none())
    }

    /// The last day of the term; none while it stands still.
    ///
    /// # Errors
    /// The law has no such limit.
    pub fn last_day(&self, ctx: &Circumstances<'_>) -> Result<Option<Date>, Refused> {
        let mut query = Query::new(self.rule.as_str(), Start::Day(self.from));
        for still in &self.standstills {
            let Some(to) = still.to else { return Ok(None) };
            query = query.stopped(Span::new(still.from, to).because(still.reason.as_str()));
        }
        if self.extended > 0 {
            query = query.extended(self.extended);
        }
        match ctx.law.end(&query) {
            Ok(end) => Ok(Some(end.day())),
            Err(error) => Err(Refused::no_such_limit(&self.rule, &error.to_string())),
        }
    }

    /// True when the last day has passed.
    ///
    /// # Errors
    /// The law has no such limit.
    pub fn is_over(&self, ctx: &Circumstances<'_>) -> Result<bool, Refused> {
        Ok(self.last_day(ctx)?.is_some_and(|last| ctx.today() > last))
    }

    /// Lets the term stand still from a day, for a listed reason.
    pub fn stop(&mut self, from: Date, reason: &str) {
        if !self.stands_still() {
            self.standstills.push(Standstill { from, to: None, reason: reason.to_owned() });
        }
    }

    /// Lets the term run again after a day.
    pub fn resume(&mut self, to: Date) {
        if let Some(last) = self.standstills.last_mut() {
            last.to = last.to.or(Some(to));
        }
    }
}
