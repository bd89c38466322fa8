//! Counting: from a start day to the last day, without words.

use jiff::civil::Date;

use crate::calendar::Calendar;
use crate::kinds::{Direction, StopEffect, Unit};
use crate::query::Span;
use crate::rule::Rule;

/// One excluded span with what it does.
#[derive(Debug, Clone)]
pub(crate) struct Stopped {
    /// The excluded days.
    pub span: Span,
    /// The effect on the clock.
    pub effect: StopEffect,
    /// The reason in Chinese, where one was named.
    pub zh: String,
    /// The reason in English.
    pub en: String,
}

/// The result of a count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tally {
    /// The last day before any roll.
    pub nominal: Date,
    /// The last day in law.
    pub end: Date,
    /// Days of stops that fell into the limit, one entry a stop.
    pub excluded: Vec<u32>,
    /// A day that matters lies in a year without a published calendar.
    pub provisional: bool,
}

/// A count of days, months or years; `None` when it leaves the years a calendar can hold.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Count<'a> {
    pub calendar: &'a Calendar,
    pub rule: &'a Rule,
    pub from: Date,
    pub extend: u32,
    /// Sorted, free of overlap.
    pub stops: &'a [Stopped],
}

impl Count<'_> {
    /// Counts, excludes, and rolls.
    pub fn tally(&self) -> Option<Tally> {
        match (self.rule.unit, self.rule.direction) {
            (Unit::WorkingDays, _) => self.working_days(),
            (Unit::Hours | Unit::CalendarDays | Unit::Months | Unit::Years, Direction::After)
            | (Unit::AtOnce | Unit::BodyRules | Unit::None, _) => self.calendar_time(),
            (Unit::Hours | Unit::CalendarDays | Unit::Months | Unit::Years, Direction::Before) => {
                let end = self.shift(self.amount()?.checked_neg()?)?;
                let provisional = !self.calendar.is_published(end);
                Some(Tally { nominal: end, end, excluded: Vec::new(), provisional })
            }
        }
    }

    fn amount(&self) -> Option<i64> {
        Some(i64::from(self.rule.n) + i64::from(self.extend))
    }

    fn shift(&self, amount: i64) -> Option<Date> {
        shift(self.from, amount, self.rule.unit)
    }

    fn working_days(&self) -> Option<Tally> {
        let mut left = self.amount()?;
        let mut day = self.from;
        let mut excluded = vec![0_u32; self.stops.len()];
        let mut provisional = false;
        while left > 0 {
            day = match self.rule.direction {
                Direction::After => day.tomorrow().ok()?,
                Direction::Before => day.yesterday().ok()?,
            };
            provisional |= !self.calendar.is_published(day);
            if let Some(index) = self.stop_on(day) {
                *excluded.get_mut(index)? += 1;
            } else if self.calendar.kind(day).is_working() {
                left -= 1;
            }
        }
        Some(Tally { nominal: day, end: day, excluded, provisional })
    }

    fn calendar_time(&self) -> Option<Tally> {
        let mut nominal = self.shift(self.amount()?)?;
        let mut excluded = vec![0_u32; self.stops.len()];
        for (stop, count) in self.stops.iter().zip(&mut excluded) {
            let first = stop.span.from.max(self.from.tomorrow().ok()?);
            if first > nominal || stop.span.to < first {
                continue;
            }
            match stop.effect {
                StopEffect::NotCounted | StopEffect::Suspended | StopEffect::Restarts => {
                    let days = days_between(first, stop.span.to)?.checked_add(1)?;
                    *count = u32::try_from(days).ok()?;
                    nominal = shift(nominal, days, Unit::CalendarDays)?;
                }
                StopEffect::SixMonthsFromEnd => {
                    let window = shift(nominal, -6, Unit::Months)?;
                    if stop.span.to > window {
                        let end = shift(stop.span.to, 6, Unit::Months)?;
                        *count = u32::try_from(days_between(nominal, end)?.max(0)).ok()?;
                        nominal = nominal.max(end);
                    }
                }
            }
        }
        let (end, provisional) = self.rolled(nominal)?;
        Some(Tally { nominal, end, excluded, provisional })
    }

    /// The next working day on or after `nominal` that no stop excludes (民法典 203, 民事诉讼法 85).
    fn rolled(&self, nominal: Date) -> Option<(Date, bool)> {
        let mut end = nominal;
        let mut provisional = !self.calendar.is_published(end);
        if self.rule.roll {
            while !self.calendar.kind(end).is_working() || self.rolls_into_stop(nominal, end) {
                end = end.tomorrow().ok()?;
                provisional |= !self.calendar.is_published(end);
            }
        }
        Some((end, provisional))
    }

    fn rolls_into_stop(&self, nominal: Date, end: Date) -> bool {
        end > nominal
            && self.stop_on(end).and_then(|index| self.stops.get(index)).is_some_and(|stop| {
                match stop.effect {
                    StopEffect::NotCounted | StopEffect::Suspended | StopEffect::Restarts => true,
                    StopEffect::SixMonthsFromEnd => false,
                }
            })
    }

    /// Whether a stop excludes `day`.
    pub fn is_stopped(&self, day: Date) -> bool {
        self.stop_on(day).is_some()
    }

    fn stop_on(&self, day: Date) -> Option<usize> {
        self.stops.iter().position(|stop| stop.span.contains(day))
    }
}

/// `day` moved by `amount` units; months end on the month's last day where the day is missing.
fn shift(day: Date, amount: i64, unit: Unit) -> Option<Date> {
    let span = jiff::Span::new();
    let span = match unit {
        Unit::Months => span.try_months(amount).ok()?,
        Unit::Years => span.try_years(amount).ok()?,
        Unit::Hours
        | Unit::CalendarDays
        | Unit::WorkingDays
        | Unit::AtOnce
        | Unit::BodyRules
        | Unit::None => span.try_days(amount).ok()?,
    };
    day.checked_add(span).ok()
}

/// Days from `first` to `last`, negative when `last` is earlier.
fn days_between(first: Date, last: Date) -> Option<i64> {
    Some(first.duration_until(last).as_hours() / 24)
}

/// The last working day on or before `day`, where `day` itself is a rest day.
pub(crate) fn act_by(calendar: &Calendar, day: Date) -> Option<Date> {
    if calendar.kind(day).is_working() {
        return None;
    }
    let mut before = day.yesterday().ok()?;
    while !calendar.kind(before).is_working() {
        before = before.yesterday().ok()?;
    }
    Some(before)
}
