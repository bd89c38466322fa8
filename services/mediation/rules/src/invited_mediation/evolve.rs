//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use super::{Fact, Stage, State};
use crate::neutral::Course;

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Opened { .. } | Fact::Misconduct { .. } => {}
        Fact::Course { event } => state.course.apply(event),
        Fact::Begun { jointly, .. } => {
            state.chosen_jointly = *jointly;
            state.stage = Stage::Mediating;
        }
        Fact::Agreed { bargain, .. } => {
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
    let Fact::Opened { brief, invitation, on } = fact else { return None };
    Some(State {
        course: Course::new(brief, *on),
        invitation: *invitation,
        chosen_jointly: false,
        stage: Stage::Choosing,
    })
}
