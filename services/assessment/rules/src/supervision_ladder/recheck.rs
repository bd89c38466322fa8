//! The sample of a re-check: drawn, not chosen. From the same cases and the same number anybody draws the
//! same sample.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_procedure::Circumstances;
use jiefen_vocab::{Agency, DisputeId};

use super::decide::{Decided, own_cases, settled, signature, stated, supervisor};
use super::{Fact, Listing, Refusal, State};

/// At least so many closed cases are looked at, or all of them when there are fewer.
const LEAST: usize = 5;
/// One in so many.
const SHARE: usize = 10;

/// How many of so many closed cases are re-checked: a tenth, at least five, all of them when fewer.
pub fn sample_size(closed: usize) -> usize {
    closed.div_ceil(SHARE).max(LEAST).min(closed)
}

/// The sample that follows from a number.
pub fn sample_of(closed: &BTreeSet<DisputeId>, seed: u64) -> BTreeSet<DisputeId> {
    let mut ranked: Vec<(u64, DisputeId)> =
        closed.iter().map(|id| (rank(id.0.bits(), seed), *id)).collect();
    ranked.sort_unstable();
    ranked.into_iter().take(sample_size(closed.len())).map(|(_, id)| id).collect()
}

/// A well mixed number of a case and a seed (SplitMix64 over both halves).
fn rank(bits: u128, seed: u64) -> u64 {
    let half = |part: u128| u64::try_from(part & u128::from(u64::MAX)).unwrap_or(0);
    mix(mix(seed ^ half(bits)) ^ half(bits >> 64))
}

fn mix(value: u64) -> u64 {
    let z = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The sample of the unit's own closed cases, once a request.
pub(super) fn draw(
    state: &State,
    closed: &BTreeMap<DisputeId, Agency>,
    seed: u64,
    ctx: &Circumstances<'_>,
) -> Decided {
    supervisor(state, ctx)?;
    let drawn = state.listing.as_ref().and_then(|listing| listing.recheck.as_ref());
    if drawn.is_some_and(|recheck| !recheck.sample.is_empty()) {
        return Err(Refusal::SampleDrawn);
    }
    let closed = own_cases(closed, state.unit)?;
    let of = u32::try_from(closed.len()).unwrap_or(u32::MAX);
    let by = ctx.actor.person.clone();
    Ok(vec![Fact::SampleDrawn { sample: sample_of(&closed, seed), of, seed, by, on: ctx.today() }])
}

/// A case of the sample: the parties were asked, the papers seen.
pub(super) fn check_case(
    state: &State,
    dispute: DisputeId,
    holds: bool,
    finding: &str,
    ctx: &Circumstances<'_>,
) -> Decided {
    supervisor(state, ctx)?;
    stated(finding)?;
    let recheck = state.listing.as_ref().and_then(|listing| listing.recheck.as_ref());
    let found = recheck.and_then(|recheck| recheck.sample.get(&dispute));
    if found.ok_or(Refusal::NotInSample)?.is_some() {
        return Err(Refusal::CheckedAlready);
    }
    let (finding, by) = (finding.to_owned(), ctx.actor.person.clone());
    Ok(vec![Fact::CaseChecked { dispute, holds, finding, by, on: ctx.today() }])
}

/// Off the list when every case of the sample holds; else the listing goes on (S21.3).
pub(super) fn decide_removal(state: &State, reason: &str, ctx: &Circumstances<'_>) -> Decided {
    let by = signature(state, ctx)?.person;
    stated(reason)?;
    let listing = state.listing.as_ref().ok_or(Refusal::NotBegun)?;
    let sample =
        listing.recheck.as_ref().map(|recheck| &recheck.sample).ok_or(Refusal::NotRechecked)?;
    if sample.is_empty() || sample.values().any(Option::is_none) {
        return Err(Refusal::NotRechecked);
    }
    let failed: BTreeSet<DisputeId> =
        sample.iter().filter(|(_, holds)| **holds == Some(false)).map(|(id, _)| *id).collect();
    let (reason, on) = (reason.to_owned(), ctx.today());
    if failed.is_empty() {
        settled(state)?;
        return Ok(vec![Fact::Delisted { reason, by, on }]);
    }
    let term_over = over(listing, ctx)?;
    let runs = listing.referred_on.is_none() && !term_over;
    let term = runs.then(|| listing.term.clone());
    Ok(vec![Fact::RemovalRefused { reason, failed, term, term_over, on }])
}

fn over(listing: &Listing, ctx: &Circumstances<'_>) -> Result<bool, Refusal> {
    Ok(listing.referred_on.is_none() && listing.term.is_over(ctx)?)
}
