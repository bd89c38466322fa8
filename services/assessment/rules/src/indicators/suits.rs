//! M-01 万人起诉率: three definitions side by side, with the figures that show how it is bent.

use std::collections::BTreeSet;

use super::{Cases, beside, figure, guard, median};
use crate::event;
use crate::figure::{Behind, Figure, Guard, Indicator};
use crate::index::{ENDS, Kind, Row};
use crate::observed::{Field, Population};
use crate::window::{Window, days_between};

/// A: first-instance civil and administrative cases accepted, by resident and registered floating
/// population. B: the same with those settled before filing, by resident population. C: civil cases
/// only, by resident population. Without population data the denominator is zero: no data.
pub(crate) fn suits(window: &Window<'_>, people: Option<&Population>) -> Vec<Figure> {
    let counted = |row: &&Row| !row.excluded;
    let civil = |row: &&Row| row.field == Some(Field::Civil);
    let filed = Cases::of(window.in_period(event::CASE_FILED).filter(counted));
    let civil = Cases::of(window.in_period(event::CASE_FILED).filter(counted).filter(civil));
    let settled = Cases::of(window.in_period(event::SETTLED_BEFORE_FILING).filter(counted));
    let brought = filed.with(&settled);
    let resident = people.map_or(0, |people| people.resident);
    let floating = people.map_or(0, |people| people.floating);
    let guards = guards(window);
    [
        ("A", &filed, resident.saturating_add(floating)),
        ("B", &brought, resident),
        ("C", &civil, resident),
    ]
    .into_iter()
    .map(|(variant, cases, population)| {
        let behind = Behind { numerator: cases.disputes(window), denominator: BTreeSet::new() };
        let numbers = (cases.count(), population);
        let mut figure = figure(window, Indicator::Suits, variant, numbers, behind);
        figure.guards.clone_from(&guards);
        figure
    })
    .collect()
}

fn guards(window: &Window<'_>) -> Vec<Guard> {
    let refused = Cases::of(window.in_period(event::FILING_REFUSED));
    let excluded = Cases::of(window.in_period(event::CASE_FILED).filter(|row| row.excluded));
    let days = days_to_filing(window);
    let parked = window.parked(|| parked(window));
    vec![
        beside(window, "filing_refused", "不予立案", &refused),
        beside(window, "excluded_by_list", "按公布清单不计入", &excluded),
        guard("days_to_filing", "收状到立案天数（中位数）", days, BTreeSet::new()),
        beside(window, "parked_in_mediation", "截止日仍在调解中", parked),
    ]
}

/// The mediations that have begun and not ended, whatever the period.
fn parked(window: &Window<'_>) -> Cases {
    let ends = ENDS.map(Kind::of);
    let ended = |case: u32| ends.iter().any(|end| window.of_case(case, *end).next().is_some());
    Cases::of(window.unended().into_iter().filter(|row| !ended(row.case)))
}

fn days_to_filing(window: &Window<'_>) -> Option<u64> {
    let received = Kind::of(event::COMPLAINT_RECEIVED);
    let days = window.in_period(event::CASE_FILED).filter_map(|filed| {
        let from = window.of_case(filed.case, received).next_back()?;
        days_between(from.at.day(), filed.at.day())
    });
    median(days.collect())
}
