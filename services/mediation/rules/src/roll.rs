//! The parties of a mediation: who is named, who is missing, who comes without a guardian.

use std::collections::BTreeSet;

use jiefen_procedure::{Brief, Consent};
use jiefen_vocab::TrackKind;

/// True when there are at least two parties, each with its own number.
pub(crate) fn two_parties(brief: &Brief) -> bool {
    let numbers: BTreeSet<u32> = brief.parties.iter().map(|party| party.no).collect();
    numbers.len() >= 2 && numbers.len() == brief.parties.len()
}

/// The first of those named who is no party.
pub(crate) fn stranger(brief: &Brief, named: &[u32]) -> Option<u32> {
    named.iter().copied().find(|no| brief.parties.iter().all(|party| party.no != *no))
}

/// The first party who is not among those named.
pub(crate) fn missing(brief: &Brief, named: &[u32]) -> Option<u32> {
    brief.parties.iter().map(|party| party.no).find(|no| !named.contains(no))
}

/// The first minor among those present whose guardian is not.
pub(crate) fn unguarded(brief: &Brief, present: &[u32], guarded: &[u32]) -> Option<u32> {
    let alone = |no: &u32| present.contains(no) && !guarded.contains(no);
    brief.parties.iter().filter(|party| party.minor).map(|party| party.no).find(alone)
}

/// The first party whose last word on the mediation is not consent (I5).
pub(crate) fn unwilling(brief: &Brief, consents: &[Consent]) -> Option<u32> {
    let live = |no: u32| {
        let last = consents.iter().rev().find(|word| word.party == no);
        last.is_some_and(|word| word.given)
    };
    brief.parties.iter().map(|party| party.no).find(|no| !live(*no))
}

/// The words on one of these routes that came with the brief.
pub(crate) fn words_on(brief: &Brief, routes: &[TrackKind]) -> Vec<Consent> {
    brief.consents.iter().filter(|word| routes.contains(&word.to)).cloned().collect()
}
