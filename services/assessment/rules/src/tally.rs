//! The fold over observed events, and the figures of a period.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_vocab::{Agency, DisputeId};

use crate::event;
use crate::figure::{CutOff, Figure, Indicator, Period, Scope};
use crate::index::Index;
use crate::indicators;
use crate::observed::{Observed, Population};
use crate::window::Window;

/// Every event observed so far, oldest first. The order of arrival does not matter; a repeated event counts once.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    events: Vec<Observed>,
    index: Index,
    /// Where the events of a dispute are, oldest first.
    disputes: Vec<(DisputeId, usize)>,
}

/// A unit whose unanswered referrals make a supervision order due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderDue {
    /// The unit that did not answer.
    pub unit: Agency,
    /// The disputes it left unanswered.
    pub disputes: BTreeSet<DisputeId>,
}

impl Tally {
    /// The tally of these events. Of copies of an event the first stays.
    pub fn of(mut events: Vec<Observed>) -> Tally {
        events.sort_by_key(|event| (event.at, event.id));
        events.dedup_by_key(|event| event.id);
        let index = Index::of(&events);
        let mut disputes: Vec<(DisputeId, usize)> =
            events.iter().enumerate().map(|(place, event)| (event.dispute, place)).collect();
        disputes.sort_unstable();
        Tally { events, index, disputes }
    }

    /// The place in the inbox up to which this tally goes.
    pub fn high_water(&self) -> u64 {
        self.events.iter().map(|event| event.seq).max().unwrap_or(0)
    }

    /// The figures of every indicator for a period.
    pub fn figures(
        &self,
        period: Period,
        scope: &Scope,
        people: Option<&Population>,
        cut_off: CutOff,
    ) -> Vec<Figure> {
        let window = Window::new(&self.index, (period, scope, cut_off), true);
        all(&window, people)
    }

    /// The figures of one indicator for a period, of a scope, up to a cut-off.
    pub fn figures_of(
        &self,
        indicator: Indicator,
        (period, scope, cut_off): (Period, &Scope, CutOff),
        people: Option<&Population>,
    ) -> Vec<Figure> {
        of(&Window::new(&self.index, (period, scope, cut_off), true), indicator, people)
    }

    /// The figures of every indicator for each of these periods, without the lists of the disputes behind them: what a page
    /// of many numbers needs.
    pub fn numbers(
        &self,
        periods: &[Period],
        scope: &Scope,
        people: Option<&Population>,
        cut_off: CutOff,
    ) -> Vec<Vec<Figure>> {
        let Some(first) = periods.first() else { return Vec::new() };
        let mut window = Window::new(&self.index, (*first, scope, cut_off), false);
        let mut of_period = |period: &Period| {
            window.over(*period);
            all(&window, people)
        };
        periods.iter().map(&mut of_period).collect()
    }

    /// What was seen of these disputes up to the cut-off, oldest first.
    pub fn seen(
        &self,
        disputes: &BTreeSet<DisputeId>,
        cut_off: CutOff,
    ) -> BTreeMap<DisputeId, Vec<&Observed>> {
        let mut seen: BTreeMap<DisputeId, Vec<&Observed>> = BTreeMap::new();
        for dispute in disputes {
            let first = self.disputes.partition_point(|(id, _)| id < dispute);
            let (_, later) = self.disputes.split_at(first);
            let of_dispute = later.iter().take_while(|(id, _)| id == dispute);
            let events = of_dispute.filter_map(|(_, place)| self.events.get(*place));
            let events: Vec<&Observed> = events.filter(|event| cut_off.covers(event)).collect();
            if !events.is_empty() {
                seen.insert(*dispute, events);
            }
        }
        seen
    }

    /// The units that left at least so many referrals unanswered in a period (S21: the third one).
    pub fn orders_due(&self, period: Period, threshold: usize, cut_off: CutOff) -> Vec<OrderDue> {
        let scope = Scope::default();
        let window = Window::new(&self.index, (period, &scope, cut_off), true);
        let mut missed: BTreeMap<Agency, (usize, BTreeSet<DisputeId>)> = BTreeMap::new();
        for expired in window.in_period(event::REFERRAL_EXPIRED) {
            if let Some(unit) = expired.to.and_then(|unit| window.agency(unit)) {
                let (count, disputes) = missed.entry(unit).or_default();
                *count += 1;
                disputes.extend(window.disputes(std::iter::once(expired.dispute)));
            }
        }
        missed
            .into_iter()
            .filter(|(_, (count, _))| *count >= threshold.max(1))
            .map(|(unit, (_, disputes))| OrderDue { unit, disputes })
            .collect()
    }
}

fn all(window: &Window<'_>, people: Option<&Population>) -> Vec<Figure> {
    Indicator::ALL.iter().flat_map(|indicator| of(window, *indicator, people)).collect()
}

fn of(window: &Window<'_>, indicator: Indicator, people: Option<&Population>) -> Vec<Figure> {
    match indicator {
        Indicator::Suits => indicators::suits(window, people),
        Indicator::Mediation => indicators::mediation(window),
        Indicator::OnTime => indicators::on_time(window),
        Indicator::Handoff => indicators::handoffs(window),
        Indicator::Performance => indicators::performance(window),
    }
}
