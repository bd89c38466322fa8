//! The fold: from the events received to figures. The order of their arrival does not matter, and with
//! the same inputs it gives the same figures for ever (I8).

use std::collections::{BTreeMap, BTreeSet};

use jiefen_assessment_rules::{
    CutOff, Figure, Indicator, Inputs, Observed, OrderDue, Period, Population, Scope, Tally, event,
};
use jiefen_ledger::{Envelope, Error, Store, read};
use jiefen_vocab::{Agency, CaseId, DisputeId, DisputeKind, Region};
use jiff::civil::Date;

use crate::observe::{PASSED_BACK, READS, observe, version};

/// The events, counted.
#[derive(Debug, Clone)]
pub struct Counted {
    tally: Tally,
    /// From which events.
    pub upto: BTreeMap<Agency, u64>,
    /// How many there are.
    pub high_water: u64,
    /// How many could not be read.
    pub unreadable: u64,
}

impl Counted {
    /// The figures of a period.
    pub fn figures(
        &self,
        period: Period,
        scope: &Scope,
        people: Option<&Population>,
        day: Date,
    ) -> Vec<Figure> {
        self.tally.figures(period, scope, people, self.cut_off(day))
    }

    /// The figures of these periods without the disputes behind them.
    pub fn numbers(
        &self,
        periods: &[Period],
        scope: &Scope,
        people: Option<&Population>,
        day: Date,
    ) -> Vec<Vec<Figure>> {
        self.tally.numbers(periods, scope, people, self.cut_off(day))
    }

    /// The figures of one indicator for a period.
    pub fn figures_of(
        &self,
        indicator: Indicator,
        period: Period,
        scope: &Scope,
        people: Option<&Population>,
        day: Date,
    ) -> Vec<Figure> {
        self.tally.figures_of(indicator, (period, scope, self.cut_off(day)), people)
    }

    /// What was seen of these disputes, oldest first.
    pub fn seen(
        &self,
        disputes: &BTreeSet<DisputeId>,
        day: Date,
    ) -> BTreeMap<DisputeId, Vec<&Observed>> {
        self.tally.seen(disputes, self.cut_off(day))
    }

    /// The units to which an order is due.
    pub fn orders_due(&self, period: Period, threshold: usize, day: Date) -> Vec<OrderDue> {
        self.tally.orders_due(period, threshold, self.cut_off(day))
    }

    /// Up to where these events go.
    pub fn cut_off(&self, day: Date) -> CutOff {
        CutOff { day, high_water: self.high_water }
    }
}

/// Counts the events in the inbox: all of them, or only those of a sheet's inputs.
///
/// # Errors
/// The database cannot be read.
pub async fn count(store: &Store, inputs: Option<&Inputs>) -> Result<Counted, Error> {
    let mut events = read::events(store, READS).await?;
    if let Some(inputs) = inputs {
        events
            .retain(|event| inputs.upto.get(&event.src).is_some_and(|last| number(event) <= *last));
    }
    // Many events take seconds, in which the node goes on answering others.
    tokio::task::spawn_blocking(move || fold(events)).await.map_err(|_| Error::Crashed)
}

fn number(event: &Envelope) -> u64 {
    u64::try_from(event.seq).unwrap_or(0)
}

/// Folds events into a tally, whatever their order.
pub fn fold(mut events: Vec<Envelope>) -> Counted {
    events.sort_by_key(|event| (event.occurred_at, event.id));
    let mut upto: BTreeMap<Agency, u64> = BTreeMap::new();
    let mut observed = Vec::new();
    let mut sent_back = BTreeSet::new();
    let mut versions = BTreeMap::new();
    let mut unreadable = 0;
    for (place, envelope) in events.iter().enumerate() {
        let last = upto.entry(envelope.src).or_default();
        *last = number(envelope).max(*last);
        let seq = u64::try_from(place + 1).unwrap_or(u64::MAX);
        match observe(envelope) {
            Ok(found) => {
                for mut one in found {
                    one.seq = seq;
                    let step = (one.agency, one.case, version(envelope));
                    if envelope.kind == PASSED_BACK {
                        sent_back.insert(step);
                    }
                    versions.insert(one.id, step);
                    observed.push(one);
                }
            }
            Err(error) => {
                tracing::warn!(%error, event = %envelope.id, kind = %envelope.kind, "an event cannot be read");
                unreadable += 1;
            }
        }
    }
    complete(&mut observed);
    for one in &mut observed {
        let step = versions.get(&one.id);
        let back = step.is_some_and(|step: &(Agency, CaseId, i64)| sent_back.contains(step));
        one.attributes.returned = one.event == event::CLOCK_MET && back;
    }
    let tally = Tally::of(observed);
    let high_water = u64::try_from(events.len()).unwrap_or(u64::MAX);
    Counted { tally, upto, high_water, unreadable }
}

/// What one event says of a dispute's kind and place holds for the others of the dispute, which do not
/// repeat it. The first word counts.
fn complete(observed: &mut [Observed]) {
    let mut known: BTreeMap<DisputeId, (Option<DisputeKind>, Option<Region>)> = BTreeMap::new();
    for one in observed.iter() {
        let (kind, place) = known.entry(one.dispute).or_default();
        *kind = kind.or(one.attributes.kind);
        *place = place.or(one.attributes.place);
    }
    for one in observed {
        if let Some((kind, place)) = known.get(&one.dispute) {
            one.attributes.kind = one.attributes.kind.or(*kind);
            one.attributes.place = one.attributes.place.or(*place);
        }
    }
}
