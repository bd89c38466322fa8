//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use super::{Fact, Stage, State};
use crate::neutral::Course;

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Opened { .. } => {}
        Fact::Course { event } => state.course.apply(event),
        Fact::Consented { party, how, on } => {
            let word = state.course.word(*party, true, *on, how);
            state.course.consents.push(word);
        }
        Fact::AllConsent { on } => {
            state.course.begun_on = *on;
            state.stage = Stage::Waiting;
        }
        Fact::Taken { host, .. } => {
            state.host = host.or(state.host);
            state.stage = Stage::Mediating;
        }
        Fact::FeeSet { shares, .. } => state.fee = shares.clone(),
        Fact::Agreed { bargain } => {
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
    let Fact::Opened { brief, host, handed, on } = fact else { return None };
    let (course, handed, host) = (Course::new(brief, *on), *handed, *host);
    Some(State { course, handed, host, fee: Vec::new(), stage: Stage::Asking })
}
