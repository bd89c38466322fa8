//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::term::Term;

use super::tell::TALK;
use super::{Fact, Stage, State};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Invited { .. } => {}
        Fact::Willing { party, .. } => {
            state.willing.insert(*party);
        }
        Fact::TalksBegun { on } => {
            state.term = Some(Term::new(TALK, *on));
            state.stage = Stage::Talking;
        }
        Fact::Mandated { mandate } => state.mandates.push(mandate.clone()),
        Fact::Proposed { offer } => {
            state.offers = offer.no;
            state.stage = Stage::Proposed { offer: offer.clone() };
        }
        Fact::Accepted { party, .. } => {
            if let Stage::Proposed { offer } = &mut state.stage {
                offer.accepted.insert(*party);
            }
        }
        Fact::OfferEnded { .. } => state.stage = Stage::Talking,
        Fact::Extended { days, .. } => {
            if let Some(term) = &mut state.term {
                term.extended = term.extended.saturating_add(*days);
            }
        }
        Fact::Ended { ending, on, .. } => {
            state.stage = Stage::Ended { ending: ending.clone(), on: *on };
        }
    }
    Some(state)
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Invited { brief, by, on } = fact else { return None };
    Some(State {
        brief: Brief::clone(brief),
        inviter: *by,
        begun_on: *on,
        willing: BTreeSet::from([*by]),
        mandates: Vec::new(),
        term: None,
        offers: 0,
        stage: Stage::Invited,
    })
}
