//! Months and quarters: `2026-09`, `2026-Q3`.

use jiefen_proto::jiefen::assessment::v1 as pb;
use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::pages::register::date;

/// The months of a course.
const MONTHS: i32 = 12;
/// The quarters of a course.
const QUARTERS: i32 = 8;

/// A month or a quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    /// Its first day.
    first: Date,
    quarter: bool,
}

impl Span {
    /// The one that was asked for; else the month of today.
    pub(crate) fn asked(text: &str, today: Date) -> Span {
        Span::parse(text).unwrap_or(Span { first: today.first_of_month(), quarter: false })
    }

    fn parse(text: &str) -> Option<Span> {
        let (year, rest) = text.split_once('-')?;
        let (quarter, number) = match rest.strip_prefix('Q') {
            Some(number) => (true, number),
            None => (false, rest),
        };
        let number: i8 = number.parse().ok()?;
        let most = if quarter { 4 } else { 12 };
        let fits = (1..=most).contains(&number);
        let month = if quarter { (number - 1) * 3 + 1 } else { number };
        let year: i16 = year.parse().ok().filter(|year| (2000..2200).contains(year))?;
        let first = Date::new(year, month, 1).ok().filter(|_| fits)?;
        Some(Span { first, quarter })
    }

    /// As it stands in an address.
    pub(crate) fn code(&self) -> String {
        let (year, month) = (self.first.year(), self.first.month());
        if self.quarter {
            format!("{year}-Q{}", (month - 1) / 3 + 1)
        } else {
            format!("{year}-{month:02}")
        }
    }

    /// As people say it.
    pub(crate) fn name(&self) -> String {
        let (year, month) = (self.first.year(), self.first.month());
        if self.quarter {
            format!("{year}年第{}季度", (month - 1) / 3 + 1)
        } else {
            format!("{year}年{month}月")
        }
    }

    /// Short, for an axis.
    pub(crate) fn short(&self) -> String {
        let month = self.first.month();
        if self.quarter { format!("Q{}", (month - 1) / 3 + 1) } else { format!("{month}月") }
    }

    /// True for quarters.
    pub(crate) fn is_quarter(&self) -> bool {
        self.quarter
    }

    fn moved(&self, by: i32) -> Span {
        let months = if self.quarter { 3 } else { 1 };
        let first = self.first.checked_add((by * months).months()).unwrap_or(self.first);
        Span { first, ..*self }
    }

    /// The one before.
    pub(crate) fn before(&self) -> Span {
        self.moved(-1)
    }

    /// The one after.
    pub(crate) fn after(&self) -> Span {
        self.moved(1)
    }

    /// Whether its first day has come.
    pub(crate) fn has_begun(&self, today: Date) -> bool {
        self.first <= today
    }

    /// The same time as a month, or the quarter that it lies in.
    pub(crate) fn other(&self) -> Span {
        let back = (self.first.month() - 1) % 3;
        let first = self.first.checked_sub(back.months()).unwrap_or(self.first);
        match self.quarter {
            true => Span {
                first: self.moved(1).first.checked_sub(1.month()).unwrap_or(first),
                quarter: false,
            },
            false => Span { first, quarter: true },
        }
    }

    /// The periods that lead up to it, itself last.
    pub(crate) fn course(&self) -> Vec<Span> {
        let back = if self.quarter { QUARTERS } else { MONTHS };
        (1 - back..=0).map(|by| self.moved(by)).collect()
    }

    /// As the service takes it.
    pub(crate) fn wire(&self) -> pb::Period {
        let last = self.after().first.yesterday().unwrap_or(self.first);
        pb::Period { from: Some(date(self.first)), to: Some(date(last)) }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn months_and_quarters_are_read_and_lead_up_to_themselves() {
        let today = date(2026, 3, 11);
        assert_eq!(Span::asked("", today).code(), "2026-03");
        assert_eq!(Span::asked("2025-Q4", today).name(), "2025年第4季度");
        for wrong in ["2026-13", "2026-Q5", "2026-00", "x", "99999-01"] {
            assert_eq!(Span::asked(wrong, today).code(), "2026-03", "{wrong}");
        }
        let month = Span::asked("2026-01", today);
        assert_eq!(month.before().code(), "2025-12");
        assert_eq!(month.other().code(), "2026-Q1");
        assert_eq!(Span::asked("2026-Q1", today).other().code(), "2026-03");
        let course = month.course();
        assert_eq!((course.len(), course[0].code().as_str()), (12, "2025-02"));
        assert_eq!(course.last(), Some(&month));
        let days = Span::asked("2026-02", today).wire();
        assert_eq!(days.to.unwrap().day, 28);
        let days = Span::asked("2025-Q4", today).wire();
        assert_eq!((days.from.unwrap().month, days.to.unwrap().month), (10, 12));
    }
}
