//! M-07 移交质量 for each pair of units: accepted in time, declined, expired, median hours.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_vocab::Moment;

use super::{count, figure, guard, median};
use crate::event;
use crate::figure::{Behind, Figure, Indicator};
use crate::index::{Index, Kind, OFFER};
use crate::window::Window;

/// Whether an offer ended in a certain way.
type Ended = fn(&Offer) -> bool;

/// One offer: a dispute in one epoch from one agency to another.
#[derive(Default)]
struct Offer {
    dispute: u32,
    offered: Option<Moment>,
    accepted: Option<Moment>,
    declined: Option<Moment>,
    expired: Option<Moment>,
    proposal: Option<u32>,
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

    /// A decline that named the right unit is good work, and shown as such.
    fn declined_rightly(&self, window: &Window<'_>) -> bool {
        let named = self.proposal.filter(|_| self.declined.is_some());
        let taken = |unit| {
            let mut taken = window.world(self.dispute, Kind::of(event::REFERRAL_ACCEPTED));
            taken.any(|row| row.to == Some(unit))
        };
        named.is_some_and(taken)
    }
}

/// Three figures a pair, `SENDER>RECEIVER/accepted`, `/declined`, `/expired`.
pub(crate) fn handoffs(window: &Window<'_>) -> Vec<Figure> {
    // Whatever counts in the period has an event in it.
    let mut offers: Vec<u32> = OFFER
        .into_iter()
        .flat_map(|kind| window.in_period(kind))
        .filter_map(Index::offer_of)
        .collect();
    offers.sort_unstable();
    offers.dedup();
    let mut pairs: BTreeMap<(u32, u32), Vec<Offer>> = BTreeMap::new();
    for number in offers {
        let (pair, offer) = read(window, number);
        if let Some(pair) = pair.filter(|_| offer.at().is_some_and(|at| window.contains(at))) {
            pairs.entry(pair).or_default().push(offer);
        }
    }
    pairs.iter().flat_map(|(pair, offers)| of_pair(window, *pair, offers)).collect()
}

/// An offer by its events, with its sender and receiver.
fn read(window: &Window<'_>, number: u32) -> (Option<(u32, u32)>, Offer) {
    let (mut pair, mut offer) = (None, Offer::default());
    for (turn, row) in window.offer(number) {
        pair = row.to.map(|to| (row.agency, to));
        offer.dispute = row.dispute;
        match turn {
            0 => offer.offered = Some(row.at),
            1 => offer.accepted = Some(row.at),
            2 => {
                offer.declined = Some(row.at);
                offer.proposal = row.proposal;
            }
            _ => offer.expired = Some(row.at),
        }
    }
    (pair, offer)
}

fn of_pair(window: &Window<'_>, (from, to): (u32, u32), offers: &[Offer]) -> Vec<Figure> {
    let Some((from, to)) = window.agency(from).zip(window.agency(to)) else { return Vec::new() };
    let all: BTreeSet<_> = window.disputes(offers.iter().map(|offer| offer.dispute));
    let hours = median(offers.iter().filter_map(Offer::hours).collect());
    let rightly: Vec<u32> = offers
        .iter()
        .filter(|offer| offer.declined_rightly(window))
        .map(|offer| offer.dispute)
        .collect();
    let named = window.disputes(rightly.iter().copied());
    let guards = [
        guard("median_hours", "接收用时（小时，中位数）", hours, BTreeSet::new()),
        guard("declined_rightly", "退回且指对了责任单位", Some(count(rightly.len())), named),
    ];
    let ends: [(&str, Ended); 3] = [
        ("accepted", |offer| offer.accepted.is_some()),
        ("declined", |offer| offer.declined.is_some()),
        ("expired", |offer| offer.expired.is_some()),
    ];
    let of_end = |(name, ended): (&str, Ended)| {
        let hit = || offers.iter().filter(|offer| ended(offer)).map(|offer| offer.dispute);
        let numbers = (count(hit().count()), count(offers.len()));
        let behind = Behind { numerator: window.disputes(hit()), denominator: all.clone() };
        let variant = format!("{from}>{to}/{name}");
        let mut figure = figure(window, Indicator::Handoff, &variant, numbers, behind);
        figure.guards = guards.to_vec();
        figure
    };
    ends.into_iter().map(of_end).collect()
}
