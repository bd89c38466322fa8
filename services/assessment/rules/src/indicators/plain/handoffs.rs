//! M-07 移交质量 for each pair of units: accepted in time, declined, expired, median hours.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_vocab::{Agency, DisputeId, Moment};

use super::Window;
use super::{count, figure, guard, median};
use crate::event;
use crate::figure::{Behind, Figure, Indicator};
use crate::observed::Observed;

/// One offer: a dispute in one epoch from one agency to another.
type Key<'a> = (Agency, Agency, DisputeId, &'a str);

/// Whether an offer ended in a certain way.
type Ended = fn(&Offer) -> bool;

#[derive(Default)]
struct Offer {
    offered: Option<Moment>,
    accepted: Option<Moment>,
    declined: Option<Moment>,
    expired: Option<Moment>,
    proposal: Option<Agency>,
}

impl Offer {
    /// The day in whose period it counts: that of the offer, else that of its end.
    fn at(&self) -> Option<Moment> {
        self.offered.or(self.accepted).or(self.declined).or(self.expired)
    }

    fn hours(&self) -> Option<u64> {
        let micros = self.accepted?.0.checked_sub(self.offered?.0)?;
        u64::try_from(micros / 3_600_000_000).ok()
    }
}

/// Three figures a pair, `SENDER>RECEIVER/accepted`, `/declined`, `/expired`.
pub(super) fn handoffs(window: &Window<'_>) -> Vec<Figure> {
    let offers = offers(window);
    let accepted_by: BTreeSet<(DisputeId, Agency)> = window
        .world(event::REFERRAL_ACCEPTED)
        .filter_map(|seen| Some((seen.dispute, seen.attributes.to?)))
        .collect();
    let mut pairs: BTreeMap<(Agency, Agency), Vec<(DisputeId, &Offer)>> = BTreeMap::new();
    for ((from, to, dispute, _), offer) in &offers {
        if offer.at().is_some_and(|at| window.period.contains(at.day())) {
            pairs.entry((*from, *to)).or_default().push((*dispute, offer));
        }
    }
    pairs.iter().flat_map(|(pair, offers)| of_pair(window, *pair, offers, &accepted_by)).collect()
}

fn offers<'w>(window: &'w Window<'_>) -> BTreeMap<Key<'w>, Offer> {
    let mut offers: BTreeMap<Key<'w>, Offer> = BTreeMap::new();
    let kinds = [
        event::REFERRAL_OFFERED,
        event::REFERRAL_ACCEPTED,
        event::REFERRAL_DECLINED,
        event::REFERRAL_EXPIRED,
    ];
    for kind in kinds {
        for seen in window.all(kind) {
            let Some(key) = key(seen) else { continue };
            let offer = offers.entry(key).or_default();
            match kind {
                event::REFERRAL_OFFERED => offer.offered = Some(seen.at),
                event::REFERRAL_ACCEPTED => offer.accepted = Some(seen.at),
                event::REFERRAL_DECLINED => {
                    offer.declined = Some(seen.at);
                    offer.proposal = seen.attributes.proposal;
                }
                _ => offer.expired = Some(seen.at),
            }
        }
    }
    offers
}

fn key(event: &Observed) -> Option<Key<'_>> {
    let to = event.attributes.to?;
    Some((event.agency, to, event.dispute, event.attributes.epoch.as_deref().unwrap_or("")))
}

fn of_pair(
    window: &Window<'_>,
    (from, to): (Agency, Agency),
    offers: &[(DisputeId, &Offer)],
    accepted_by: &BTreeSet<(DisputeId, Agency)>,
) -> Vec<Figure> {
    let all: BTreeSet<DisputeId> = offers.iter().map(|(dispute, _)| *dispute).collect();
    let hours = median(offers.iter().filter_map(|(_, offer)| offer.hours()).collect());
    // A decline that named the right unit is good work, and shown as such.
    let rightly: Vec<DisputeId> = offers
        .iter()
        .filter(|(dispute, offer)| {
            let named = offer.proposal.filter(|_| offer.declined.is_some());
            named.is_some_and(|unit| accepted_by.contains(&(*dispute, unit)))
        })
        .map(|(dispute, _)| *dispute)
        .collect();
    let ends: [(&str, Ended); 3] = [
        ("accepted", |offer| offer.accepted.is_some()),
        ("declined", |offer| offer.declined.is_some()),
        ("expired", |offer| offer.expired.is_some()),
    ];
    ends.into_iter()
        .map(|(name, ended)| {
            let hit: Vec<DisputeId> =
                offers.iter().filter(|(_, offer)| ended(offer)).map(|(id, _)| *id).collect();
            let numbers = (count(hit.len()), count(offers.len()));
            let behind =
                Behind { numerator: hit.iter().copied().collect(), denominator: all.clone() };
            let variant = format!("{from}>{to}/{name}");
            let mut figure = figure(window, Indicator::Handoff, &variant, numbers, behind);
            figure.guards = vec![
                guard("median_hours", "接收用时（小时，中位数）", hours, BTreeSet::new()),
                guard(
                    "declined_rightly",
                    "退回且指对了责任单位",
                    Some(count(rightly.len())),
                    rightly.iter().copied().collect(),
                ),
            ];
            figure
        })
        .collect()
}
