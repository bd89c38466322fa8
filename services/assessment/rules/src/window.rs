//! What an indicator sees: the events up to the cut-off within the scope, and the period.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use jiefen_vocab::{Agency, DisputeId, Moment};
use jiff::civil::Date;

use crate::figure::{CutOff, Period, Scope};
use crate::index::{Index, Kind, Row};
use crate::indicators::Cases;

/// A question to the events.
pub(crate) struct Window<'a> {
    index: &'a Index,
    pub period: Period,
    pub scope: &'a Scope,
    pub cut_off: CutOff,
    /// The last moment before the cut-off.
    last: Moment,
    /// The number of the scope's agency; inner none: no event names it.
    agency: Option<Option<u32>>,
    /// Whether figures carry the disputes behind them.
    lists: bool,
    /// The mediations that are begun and not ended at the cut-off, whatever the period.
    parked: OnceCell<Cases>,
}

impl<'a> Window<'a> {
    /// The question with its first period.
    pub fn new(
        index: &'a Index,
        (period, scope, cut_off): (Period, &'a Scope, CutOff),
        lists: bool,
    ) -> Window<'a> {
        let agency = scope.agency.map(|agency| index.agency_number(agency));
        let (last, parked) = (Moment::end_of(cut_off.day), OnceCell::new());
        Window { index, period, scope, cut_off, last, agency, lists, parked }
    }

    /// The same question for another period.
    pub fn over(&mut self, period: Period) {
        self.period = period;
    }

    /// Those which `find` finds, once for all periods.
    pub fn parked(&self, find: impl FnOnce() -> Cases) -> &Cases {
        self.parked.get_or_init(find)
    }

    /// True when the event is among the inputs, whose ever it is.
    pub fn is_input(&self, row: &Row) -> bool {
        row.at <= self.last && row.seq <= self.cut_off.high_water
    }

    /// True when the event is among the inputs and within the scope.
    pub fn covers(&self, row: &Row) -> bool {
        self.is_input(row)
            && self.agency.is_none_or(|agency| agency == Some(row.agency))
            && self.scope.kind.is_none_or(|kind| row.kind == Some(kind))
            && self.scope.region.is_none_or(|region| region.contains(row.region))
    }

    /// Events of a type that happened in the period.
    pub fn in_period(&self, kind: &'static str) -> impl Iterator<Item = &'a Row> {
        let first = Moment::from_local(self.period.from.at(0, 0, 0, 0));
        let end = Moment::end_of(self.period.to);
        let rows = self.index.of_kind(Kind::of(kind));
        let (_, later) = rows.split_at(rows.partition_point(|row| row.at < first));
        later.iter().take_while(move |row| row.at <= end).filter(|row| self.covers(row))
    }

    /// What began the mediations that may go on at the cut-off, within the scope.
    pub fn unended(&self) -> Vec<&'a Row> {
        let begun = self.index.unended(self.last, self.cut_off.high_water);
        begun.into_iter().filter(|row| self.covers(row)).collect()
    }

    /// Events of a type of one case, within the scope and up to the cut-off.
    pub fn of_case(&self, case: u32, kind: Kind) -> impl DoubleEndedIterator<Item = &'a Row> {
        self.index.of_case(case, kind).filter(|row| self.covers(row))
    }

    /// Events of a type of one dispute from everybody: what happens to it at another agency counts for it too.
    pub fn world(&self, dispute: u32, kind: Kind) -> impl DoubleEndedIterator<Item = &'a Row> {
        self.index.of_dispute(dispute, kind).filter(|row| self.is_input(row))
    }

    /// The obligations that fall due in the period.
    pub fn due(&self) -> impl Iterator<Item = &'a Row> {
        let due = self.index.due(self.period.from, self.period.to);
        due.filter(|row| self.covers(row))
    }

    /// The events of an offer within the scope, up to the cut-off.
    pub fn offer(&self, offer: u32) -> impl Iterator<Item = (u8, &'a Row)> {
        self.index.offer(offer).filter(|(_, row)| self.covers(row))
    }

    /// True when the moment lies in the period.
    pub fn contains(&self, at: Moment) -> bool {
        self.period.contains(at.day())
    }

    /// The agency with a number.
    pub fn agency(&self, number: u32) -> Option<Agency> {
        self.index.agency(number)
    }

    /// The word with a number.
    pub fn word(&self, number: u32) -> &'a str {
        self.index.word(number)
    }

    /// The disputes with these numbers; none where only numbers were asked for.
    pub fn disputes(&self, numbers: impl Iterator<Item = u32>) -> BTreeSet<DisputeId> {
        if !self.lists {
            return BTreeSet::new();
        }
        let mut numbers: Vec<u32> = numbers.collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.into_iter().filter_map(|number| self.index.dispute(number)).collect()
    }
}

/// The days between two moments, as calendar days.
pub(crate) fn days_between(from: Date, to: Date) -> Option<u64> {
    let days = to.since(from).ok()?.get_days();
    u64::try_from(days).ok()
}
