//! One file an indicator. Each reads a window of events and yields figures with the disputes behind them.

mod clocks;
mod handoffs;
mod mediation;
mod performance;
#[cfg(test)]
mod plain;
mod suits;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use jiefen_vocab::DisputeId;

use crate::figure::{Behind, Figure, Guard, Indicator};
use crate::index::Row;
use crate::window::Window;

pub(crate) use clocks::on_time;
pub(crate) use handoffs::handoffs;
pub(crate) use mediation::mediation;
pub(crate) use performance::performance;
pub(crate) use suits::suits;

/// Cases and their disputes, sorted by case: what a figure counts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cases(Vec<(u32, u32)>);

impl Cases {
    /// The cases of these events, oldest first; of several events of a case the last one says its dispute.
    fn of<'a>(events: impl Iterator<Item = &'a Row>) -> Cases {
        let mut cases: Vec<(u32, u32)> = events.map(|row| (row.case, row.dispute)).collect();
        cases.reverse();
        cases.sort_by_key(|(case, _)| *case);
        cases.dedup_by_key(|(case, _)| *case);
        Cases(cases)
    }

    /// These and those; where both have a case, the others say its dispute.
    fn with(&self, others: &Cases) -> Cases {
        let mut all: Vec<(u32, u32)> = others.0.iter().chain(&self.0).copied().collect();
        all.sort_by_key(|(case, _)| *case);
        all.dedup_by_key(|(case, _)| *case);
        Cases(all)
    }

    /// Those whose number fits.
    fn only(&self, fits: impl Fn(u32) -> bool) -> Cases {
        Cases(self.0.iter().filter(|(case, _)| fits(*case)).copied().collect())
    }

    fn count(&self) -> u64 {
        count(self.0.len())
    }

    fn disputes(&self, window: &Window<'_>) -> BTreeSet<DisputeId> {
        window.disputes(self.0.iter().map(|(_, dispute)| *dispute))
    }
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
    let behind = Behind { numerator: top.disputes(window), denominator: of.disputes(window) };
    figure(window, indicator, variant, (top.count(), of.count()), behind)
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

/// The cases beside a figure, counted and listed.
fn beside(window: &Window<'_>, code: &str, zh: &str, cases: &Cases) -> Guard {
    guard(code, zh, Some(cases.count()), cases.disputes(window))
}

/// The middle of some numbers, the lower one of two; none of none.
fn median(mut numbers: Vec<u64>) -> Option<u64> {
    numbers.sort_unstable();
    let middle = numbers.len().checked_sub(1)? / 2;
    numbers.get(middle).copied()
}
