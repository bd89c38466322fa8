//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use std::collections::{BTreeMap, BTreeSet};

use super::{Fact, Stage, State};
use crate::neutral::Course;

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Opened { .. } => {}
        Fact::ChoiceOver { .. } => state.may_choose = false,
        Fact::Offered { mediator, on } => {
            state.stage = Stage::Offered { mediator: mediator.clone(), on: *on };
        }
        Fact::Reassigned { may_choose, on } => {
            state.asked_on = *on;
            state.may_choose = *may_choose;
            state.stage = Stage::Choosing;
        }
        Fact::Accepted { asking, .. } => {
            state.stage = if *asking { Stage::Asking } else { Stage::Mediating };
        }
        Fact::Consented { party, how, on } => {
            let word = state.course.word(*party, true, *on, how);
            state.course.consents.push(word);
        }
        Fact::AllConsent { .. } => state.stage = Stage::Mediating,
        Fact::Verified { party, .. } => {
            state.verified.insert(*party);
        }
        Fact::OnSite { .. } => state.on_site = true,
        Fact::Course { event } => state.course.apply(event),
        Fact::Replaced { .. } => state.replaced = true,
        Fact::Recorded { no, record, .. } => {
            state.records.insert(*no, *record);
        }
        Fact::TextPut { draft, ask, .. } => {
            let signed = BTreeMap::new();
            state.stage = Stage::Signing { draft: draft.clone(), ask: *ask, signed };
        }
        Fact::Signed { signer, on } => {
            if let Stage::Signing { signed, .. } = &mut state.stage {
                signed.insert(signer.key(), *on);
            }
        }
        Fact::InForce { bargain, .. } => {
            state.course.planned = None;
            state.stage = Stage::Agreed { bargain: bargain.clone() };
        }
        Fact::WindowClosed { window, .. } => {
            if let Stage::Agreed { bargain } = &mut state.stage {
                bargain.windows.retain(|open| open != window);
            }
        }
        Fact::Ended { ending, on, .. } => {
            state.course.planned = None;
            state.stage = Stage::Ended { ending: ending.clone(), on: *on };
        }
    }
    Some(state)
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Opened { brief, footing, court, by_organisation, may_choose, on } = fact else {
        return None;
    };
    Some(State {
        course: Course::new(brief, *on),
        footing: *footing,
        court: *court,
        by_organisation: *by_organisation,
        may_choose: *may_choose,
        asked_on: *on,
        verified: BTreeSet::new(),
        on_site: false,
        replaced: false,
        records: BTreeMap::new(),
        stage: Stage::Choosing,
    })
}
