//! One file an indicator. Each reads a window of events and yields figures with the disputes behind them.

mod clocks;
mod handoffs;
mod mediation;
mod performance;
mod suits;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use jiefen_vocab::{Agency, CaseId, DisputeId};

use crate::figure::{Behind, Figure, Guard, Indicator};
use crate::observed::Observed;
use crate::tally::Window;

pub(crate) use clocks::on_time;
pub(crate) use handoffs::handoffs;
pub(crate) use mediation::mediation;
pub(crate) use performance::performance;
pub(crate) use suits::suits;

/// Cases and their disputes: what a figure counts.
type Cases = BTreeMap<(Agency, CaseId), DisputeId>;

fn cases<'a>(events: impl Iterator<Item = &'a Observed>) -> Cases {
    events.map(|event| ((event.agency, event.case), event.dispute)).collect()
}

fn count(items: usize) -> u64 {
    u64::try_from(items).unwrap_or(u64::MAX)
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

fn guard(code: &str, zh: &str, value: Option<u64>, disputes: BTreeSet<DisputeId>) -> Guard {
    Guard { code: code.to_owned(), zh: zh.to_owned(), value, disputes }
}

/// The middle of some numbers, the lower one of two; none of none.
fn median(mut numbers: Vec<u64>) -> Option<u64> {
    numbers.sort_unstable();
    let middle = numbers.len().checked_sub(1)? / 2;
    numbers.get(middle).copied()
}
