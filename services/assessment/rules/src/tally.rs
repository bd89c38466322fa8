//! The fold over observed events, and the figures of a period.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_vocab::{Agency, DisputeId, FactId, Moment};

use crate::event;
use crate::figure::{CutOff, Figure, Indicator, Period, Scope};
use crate::indicators;
use crate::observed::{Observed, Population};

/// Every event observed so far. The order of arrival does not matter; a repeated event counts once.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// Oldest first.
    events: BTreeMap<(Moment, FactId), Observed>,
    known: BTreeSet<FactId>,
    /// Where the events of a dispute are.
    of_disputes: BTreeSet<(DisputeId, Moment, FactId)>,
}

/// Events by their type, those of a type oldest first.
type ByKind<'a> = BTreeMap<&'a str, Vec<&'a Observed>>;

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
    events: ByKind<'a>,
    world: ByKind<'a>,
    pub(crate) period: Period,
    pub(crate) scope: Scope,
    pub(crate) cut_off: CutOff,
}

impl Tally {
    /// Takes in an event. The first copy of an id stays.
    pub fn observe(&mut self, event: Observed) {
        if self.known.insert(event.id) {
            self.of_disputes.insert((event.dispute, event.at, event.id));
            self.events.insert((event.at, event.id), event);
        }
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
        let last = Moment::end_of(cut_off.day);
        for dispute in disputes {
            let first = (*dispute, Moment(i64::MIN), FactId::from_bits(0));
            let of_dispute = self.of_disputes.range(first..).take_while(|(id, ..)| id == dispute);
            let events = of_dispute
                .filter(|(_, at, _)| *at <= last)
                .filter_map(|(_, at, id)| self.events.get(&(*at, *id)))
                .filter(|event| event.seq <= cut_off.high_water);
            let events: Vec<&Observed> = events.collect();
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
        let last = Moment::end_of(cut_off.day);
        let (mut world, mut events) = (ByKind::new(), ByKind::new());
        let till_then = self.events.values().take_while(|event| event.at <= last);
        for event in till_then.filter(|event| event.seq <= cut_off.high_water) {
            world.entry(event.event.as_str()).or_default().push(event);
            if scope.covers(event) {
                events.entry(event.event.as_str()).or_default().push(event);
            }
        }
        Window { events, world, period, scope: scope.clone(), cut_off }
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

/// The events of a type, oldest first.
fn of_kind<'e, 'a>(events: &'e ByKind<'a>, kind: &str) -> &'e [&'a Observed] {
    events.get(kind).map(Vec::as_slice).unwrap_or_default()
}

impl Window<'_> {
    /// Events of a type from everybody: what happens to a dispute at another agency counts for it too.
    pub(crate) fn world<'s>(&'s self, kind: &str) -> impl Iterator<Item = &'s Observed> + use<'s> {
        of_kind(&self.world, kind).iter().copied()
    }

    /// Events of a type within the scope, up to the cut-off.
    pub(crate) fn all<'s>(&'s self, kind: &str) -> impl Iterator<Item = &'s Observed> + use<'s> {
        of_kind(&self.events, kind).iter().copied()
    }

    /// Events of a type that happened in the period.
    pub(crate) fn in_period<'s>(
        &'s self,
        kind: &str,
    ) -> impl Iterator<Item = &'s Observed> + use<'s> {
        let first = Moment::from_local(self.period.from.at(0, 0, 0, 0));
        let last = Moment::end_of(self.period.to);
        let events = of_kind(&self.events, kind);
        let begin = events.partition_point(|event| event.at < first);
        let (_, later) = events.split_at(begin);
        later.iter().copied().take_while(move |event| event.at <= last)
    }
}
