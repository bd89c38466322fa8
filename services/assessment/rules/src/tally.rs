//! The fold over observed events, and the figures of a period.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_vocab::{Agency, DisputeId, Moment};
use jiff::civil::Date;

use crate::event;
use crate::figure::{CutOff, Figure, Indicator, Period, Scope};
use crate::indicators;
use crate::observed::{Observed, Population};

/// Every event observed so far, oldest first. The order of arrival does not matter; a repeated event counts once.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    events: Vec<Observed>,
    /// Where the events of a type are, oldest first.
    kinds: BTreeMap<String, Vec<usize>>,
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

/// What an indicator sees: the events up to the cut-off, and the period.
pub(crate) struct Window<'a> {
    tally: &'a Tally,
    pub(crate) period: Period,
    pub(crate) scope: Scope,
    pub(crate) cut_off: CutOff,
}

impl Tally {
    /// The tally of these events. Of copies of an event the first stays.
    pub fn of(mut events: Vec<Observed>) -> Tally {
        events.sort_by_key(|event| (event.at, event.id));
        events.dedup_by_key(|event| event.id);
        let mut kinds: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, event) in events.iter().enumerate() {
            match kinds.get_mut(&event.event) {
                Some(places) => places.push(place),
                None => {
                    kinds.insert(event.event.clone(), vec![place]);
                }
            }
        }
        let mut disputes: Vec<(DisputeId, usize)> =
            events.iter().enumerate().map(|(place, event)| (event.dispute, place)).collect();
        disputes.sort_unstable();
        Tally { events, kinds, disputes }
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
        let window = self.window(period, scope, cut_off);
        Indicator::ALL.iter().flat_map(|indicator| of(&window, *indicator, people)).collect()
    }

    /// The figures of one indicator for a period, of a scope, up to a cut-off.
    pub fn figures_of(
        &self,
        indicator: Indicator,
        (period, scope, cut_off): (Period, &Scope, CutOff),
        people: Option<&Population>,
    ) -> Vec<Figure> {
        of(&self.window(period, scope, cut_off), indicator, people)
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
        let window = self.window(period, &Scope::default(), cut_off);
        let mut missed: BTreeMap<Agency, (usize, BTreeSet<DisputeId>)> = BTreeMap::new();
        for expired in window.in_period(event::REFERRAL_EXPIRED) {
            if let Some(unit) = expired.attributes.to {
                let (count, disputes) = missed.entry(unit).or_default();
                *count += 1;
                disputes.insert(expired.dispute);
            }
        }
        missed
            .into_iter()
            .filter(|(_, (count, _))| *count >= threshold.max(1))
            .map(|(unit, (_, disputes))| OrderDue { unit, disputes })
            .collect()
    }

    fn window(&self, period: Period, scope: &Scope, cut_off: CutOff) -> Window<'_> {
        Window { tally: self, period, scope: scope.clone(), cut_off }
    }

    /// Where the events of a type are.
    fn of_kind(&self, kind: &str) -> &[usize] {
        self.kinds.get(kind).map(Vec::as_slice).unwrap_or_default()
    }

    /// The events at these places that happened up to a day.
    fn at(&self, places: &[usize], last: Date) -> impl Iterator<Item = &Observed> {
        let last = Moment::end_of(last);
        let events = places.iter().filter_map(|place| self.events.get(*place));
        events.take_while(move |event| event.at <= last)
    }
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

impl Window<'_> {
    /// Events of a type from everybody: what happens to a dispute at another agency counts for it too.
    pub(crate) fn world(&self, kind: &str) -> impl Iterator<Item = &Observed> {
        let events = self.tally.at(self.tally.of_kind(kind), self.cut_off.day);
        events.filter(|event| event.seq <= self.cut_off.high_water)
    }

    /// Events of a type within the scope, up to the cut-off.
    pub(crate) fn all(&self, kind: &str) -> impl Iterator<Item = &Observed> {
        self.world(kind).filter(|event| self.scope.covers(event))
    }

    /// Events of a type that happened in the period.
    pub(crate) fn in_period(&self, kind: &str) -> impl Iterator<Item = &Observed> {
        let first = Moment::from_local(self.period.from.at(0, 0, 0, 0));
        let places = self.tally.of_kind(kind);
        let before = |place: &usize| self.tally.events.get(*place).is_some_and(|e| e.at < first);
        let (_, later) = places.split_at(places.partition_point(before));
        let events = self.tally.at(later, self.period.to.min(self.cut_off.day));
        events.filter(|event| self.cut_off.covers(event) && self.scope.covers(event))
    }
}
