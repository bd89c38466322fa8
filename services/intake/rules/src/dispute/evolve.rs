//! The umbrella after a fact. Total: a fact that cannot follow leaves the umbrella as it is.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiefen_handoff::Mode;
use jiefen_procedure::ClockEffect;
use jiefen_vocab::Agency;

use super::clocks;
use super::fact::Fact;
use super::notices;
use super::orders::Due;
use super::parts::{
    Absorbed, Contact, Designation, EffectLevel, Episode, FirstInquiry, NoticeDue, Obligation,
    Progress, Proof, Responsible, Risk, Served, Taken, Track, TrackState, Waiting,
};
use super::state::{Stage, State, moves};
use crate::arrived::taken_content;
use crate::content::Content;
use crate::receipt::Receipt;

/// Folds a fact into the umbrella.
pub fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let mut next = match (state, fact) {
        (None, Fact::Detected(contact)) => begun(contact, Stage::Detected),
        (None, Fact::InquiryRecorded(contact)) => begun(contact, Stage::Received),
        (None, Fact::TakenOver(taken)) => taken_over(taken),
        (None, _) => return None,
        (Some(state), fact) => after(state, fact),
    };
    keep_clocks(&mut next, fact);
    keep_notices(&mut next, fact);
    Some(next)
}

fn keep_clocks(state: &mut State, fact: &Fact) {
    for effect in clocks::clocks(fact) {
        match effect {
            ClockEffect::Start { key, .. } | ClockEffect::StartAt { key, .. } => {
                state.running.insert(key);
            }
            ClockEffect::Met { key } | ClockEffect::Cancel { key } => {
                state.running.remove(&key);
                state.ladder.remove(&key);
            }
            ClockEffect::Extend { .. } | ClockEffect::Stop { .. } | ClockEffect::Resume { .. } => {}
        }
    }
}

fn keep_notices(state: &mut State, fact: &Fact) {
    for notice in notices::notices(fact) {
        let no = count(state.notices.len());
        let to: BTreeSet<u32> = if notice.to.is_empty() {
            state.content.parties.iter().map(|party| party.no).collect()
        } else {
            notice.to.into_iter().collect()
        };
        let due = NoticeDue { no, form: notice.form, to, rule: notice.rule, served: Vec::new() };
        state.notices.push(due);
    }
}

/// The number of the next entry of a list.
fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX - 1).saturating_add(1)
}
