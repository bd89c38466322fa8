//! The fold over observed events, and the figures of a period.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_vocab::{Agency, DisputeId, FactId};

use crate::event;
use crate::figure::{CutOff, Figure, Period, Scope};
use crate::indicators;
use crate::observed::{Observed, Population};

/// Every event observed so far. The order of arrival does not matter; a repeated event counts once.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    events: BTreeMap<FactId, Observed>,
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
    pub(crate) events: Vec<&'a Observed>,
    pub(crate) world: Vec<&'a Observed>,
    pub(crate) period: Period,
    pub(crate) scope: Scope,
    pub(crate) cut_off: CutOff,
}

impl Tally {
    /// Takes in an event. The first copy of an id stays.
    pub fn observe(&mut self, event: Observed) {
        self.events.entry(event.id).or_insert(event);
    }

    /// The place in the inbox up to which this tally goes.
    pub fn high_water(&self) -> u64 {
        self.events.values().map(|event| event.seq).max().unwrap_or(0)
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
        let mut figures = indicators::suits(&window, people);
        figures.extend(indicators::mediation(&window));
        figures.extend(indicators::on_time(&window));
        figures.extend(indicators::handoffs(&window));
        figures.extend(indicators::performance(&window));
        figures
    }

    /// What was seen of these disputes up to the cut-off, oldest first.
    pub fn seen(
        &self,
        disputes: &BTreeSet<DisputeId>,
        cut_off: CutOff,
    ) -> BTreeMap<DisputeId, Vec<&Observed>> {
        let mut seen: BTreeMap<DisputeId, Vec<&Observed>> = BTreeMap::new();
        let known = |event: &&Observed| {
            event.seq <= cut_off.high_water
                && event.on() <= cut_off.day
                && disputes.contains(&event.dispute)
        };
        for event in self.events.values().filter(known) {
            seen.entry(event.dispute).or_default().push(event);
        }
        for events in seen.values_mut() {
            events.sort_by_key(|event| (event.at, event.id));
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
        let known =
            |event: &&Observed| event.seq <= cut_off.high_water && event.on() <= cut_off.day;
        let mut world: Vec<&Observed> = self.events.values().filter(known).collect();
        world.sort_by_key(|event| (event.at, event.id));
        let events = world.iter().copied().filter(|event| scope.covers(event)).collect();
        Window { events, world, period, scope: scope.clone(), cut_off }
    }
}

impl Window<'_> {
    /// Events of a type from everybody: what happens to a dispute at another agency counts for it too.
    pub(crate) fn world<'s>(&'s self, kind: &'s str) -> impl Iterator<Item = &'s Observed> {
        self.world.iter().copied().filter(move |event| event.event == kind)
    }

    /// Events of a type within the scope, up to the cut-off.
    pub(crate) fn all<'s>(&'s self, kind: &'s str) -> impl Iterator<Item = &'s Observed> {
        self.events.iter().copied().filter(move |event| event.event == kind)
    }

    /// Events of a type that happened in the period.
    pub(crate) fn in_period<'s>(&'s self, kind: &'s str) -> impl Iterator<Item = &'s Observed> {
        self.all(kind).filter(|event| self.period.contains(event.on()))
    }
}
