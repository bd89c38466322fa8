//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use super::{Fact, Stage, State};
use crate::neutral::Course;

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Opened { .. } => {}
        Fact::FileSigned { .. } => state.stage = Stage::Mediating,
        Fact::Course { event } => state.course.apply(event),
        Fact::Agreed { bargain, .. } => {
            state.course.planned = None;
            state.stage = Stage::Agreed { bargain: bargain.clone() };
        }
        Fact::WindowClosed { window, .. } => {
            if let Stage::Agreed { bargain } = &mut state.stage {
                bargain.windows.retain(|open| open != window);
            }
        }
        Fact::Returned { why, on } => {
            state.course.planned = None;
            state.stage = Stage::Returned { why: *why, on: *on };
        }
        Fact::Ended { ending, on, .. } => {
            state.stage = Stage::Ended { ending: ending.clone(), on: *on };
        }
    }
    Some(state)
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Opened { brief, court, complaint, handed_in, on, .. } = fact else { return None };
    Some(State {
        course: Course::new(brief, *on),
        court: *court,
        complaint: complaint.clone(),
        handed_in: *handed_in,
        stage: Stage::Sent,
    })
}
