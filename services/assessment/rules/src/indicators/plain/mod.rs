//! The indicators as their definitions read: every event is looked at for every question. What the tally's index finds must be
//! the same; for many disputes this takes seconds.

mod clocks;
mod handoffs;
mod mediation;
mod performance;
mod suits;

use std::collections::BTreeMap;

use jiefen_vocab::{Agency, CaseId, DisputeId};

use super::{count, guard, median};
use crate::figure::{Behind, CutOff, Figure, Indicator, Period, Scope};
use crate::observed::{Observed, Population};

/// The events, oldest first and each once, with the question.
pub(super) struct Window<'a> {
    events: &'a [Observed],
    period: Period,
    scope: Scope,
    cut_off: CutOff,
}

/// The figures of every indicator.
pub(super) fn figures(
    events: &[Observed],
    (period, scope, cut_off): (Period, &Scope, CutOff),
    people: Option<&Population>,
) -> Vec<Figure> {
    let mut events = events.to_vec();
    events.sort_by_key(|event| (event.at, event.id));
    events.dedup_by_key(|event| event.id);
    let window = Window { events: &events, period, scope: scope.clone(), cut_off };
    let mut figures = suits::suits(&window, people);
    figures.extend(mediation::mediation(&window));
    figures.extend(clocks::on_time(&window));
    figures.extend(handoffs::handoffs(&window));
    figures.extend(performance::performance(&window));
    figures
}

impl Window<'_> {
    fn world(&self, kind: &str) -> impl Iterator<Item = &Observed> {
        let of_kind = self.events.iter().filter(move |event| event.event == kind);
        of_kind.filter(|event| self.cut_off.covers(event))
    }

    fn all(&self, kind: &str) -> impl Iterator<Item = &Observed> {
        self.world(kind).filter(|event| self.scope.covers(event))
    }

    fn in_period(&self, kind: &str) -> impl Iterator<Item = &Observed> {
        self.all(kind).filter(|event| self.period.contains(event.on()))
    }
}

/// Cases and their disputes: what a figure counts.
type Cases = BTreeMap<(Agency, CaseId), DisputeId>;

fn cases<'a>(events: impl Iterator<Item = &'a Observed>) -> Cases {
    events.map(|event| ((event.agency, event.case), event.dispute)).collect()
}

fn share(
    window: &Window<'_>,
    indicator: Indicator,
    variant: &str,
    top: &Cases,
    of: &Cases,
) -> Figure {
    figure(
        window,
        indicator,
        variant,
        (count(top.len()), count(of.len())),
        Behind {
            numerator: top.values().copied().collect(),
            denominator: of.values().copied().collect(),
        },
    )
}

fn figure(
    window: &Window<'_>,
    indicator: Indicator,
    variant: &str,
    (numerator, denominator): (u64, u64),
    behind: Behind,
) -> Figure {
    Figure {
        indicator,
        variant: variant.to_owned(),
        version: indicator.version(),
        numerator,
        denominator,
        period: window.period,
        scope: window.scope.clone(),
        cut_off: window.cut_off,
        behind,
        guards: Vec::new(),
    }
}
