//! M-01 万人起诉率: three definitions side by side, with the figures that show how it is bent.

use std::collections::{BTreeMap, BTreeSet};

use super::Window;
use super::{Cases, cases, count, figure, guard, median};
use crate::event;
use crate::figure::{Behind, Figure, Guard, Indicator};
use crate::observed::{Field, Observed, Population};

/// A: first-instance civil and administrative cases accepted, by resident and registered floating
/// population. B: the same with those settled before filing, by resident population. C: civil cases
/// only, by resident population. Without population data the denominator is zero: no data.
pub(super) fn suits(window: &Window<'_>, people: Option<&Population>) -> Vec<Figure> {
    let counted = |event: &&Observed| event.attributes.excluded.is_none();
    let filed = cases(window.in_period(event::CASE_FILED).filter(counted));
    let civil = |event: &&Observed| event.attributes.field == Some(Field::Civil);
    let civil = cases(window.in_period(event::CASE_FILED).filter(counted).filter(civil));
    let mut brought = filed.clone();
    brought.extend(cases(window.in_period(event::SETTLED_BEFORE_FILING).filter(counted)));
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
        let behind =
            Behind { numerator: cases.values().copied().collect(), denominator: BTreeSet::new() };
        let mut figure =
            figure(window, Indicator::Suits, variant, (count(cases.len()), population), behind);
        figure.guards = guards.clone();
        figure
    })
    .collect()
}

fn guards(window: &Window<'_>) -> Vec<Guard> {
    let refused = cases(window.in_period(event::FILING_REFUSED));
    let excluded = cases(
        window.in_period(event::CASE_FILED).filter(|event| event.attributes.excluded.is_some()),
    );
    let begun = cases(window.all(event::MEDIATION_APPLIED));
    let ended: Cases =
        cases(window.all(event::AGREEMENT_MADE).chain(window.all(event::MEDIATION_ENDED)));
    let parked: Cases = begun.into_iter().filter(|(case, _)| !ended.contains_key(case)).collect();
    let disputes = |cases: &Cases| cases.values().copied().collect();
    vec![
        guard("filing_refused", "不予立案", Some(count(refused.len())), disputes(&refused)),
        guard(
            "excluded_by_list",
            "按公布清单不计入",
            Some(count(excluded.len())),
            disputes(&excluded),
        ),
        guard(
            "days_to_filing",
            "收状到立案天数（中位数）",
            days_to_filing(window),
            BTreeSet::new(),
        ),
        guard(
            "parked_in_mediation",
            "截止日仍在调解中",
            Some(count(parked.len())),
            disputes(&parked),
        ),
    ]
}

fn days_to_filing(window: &Window<'_>) -> Option<u64> {
    let received: BTreeMap<_, _> = window
        .all(event::COMPLAINT_RECEIVED)
        .map(|event| ((event.agency, event.case), event.on()))
        .collect();
    let days = window.in_period(event::CASE_FILED).filter_map(|filed| {
        let from = received.get(&(filed.agency, filed.case))?;
        let days = filed.on().since(*from).ok()?.get_days();
        u64::try_from(days).ok()
    });
    median(days.collect())
}
