//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use super::{Fact, Stage, State};
use crate::neutral::Course;

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Opened { .. } => {}
        Fact::BodyChecked { members, court_linked, .. } => {
            state.body.members = members.clone();
            state.body.court_linked = *court_linked;
            state.body.checked = true;
        }
        Fact::Consented { party, how, on } => {
            let word = state.course.word(*party, true, *on, how);
            state.course.consents.push(word);
        }
        Fact::AllConsent { on } => {
            state.course.begun_on = *on;
            state.stage = Stage::Willing;
        }
        Fact::Accepted { .. } => state.stage = Stage::Mediating,
        Fact::FeeSet { shares, .. } => state.fee = shares.clone(),
        Fact::ExpertAsked { expert } => state.expert = Some(expert.clone()),
        Fact::ExpertAnswered { .. } => state.expert = None,
        Fact::Course { event } => state.course.apply(event),
        Fact::PlanServed { draft, served } => {
            state.course.planned = None;
            state.stage = Stage::Planned { draft: draft.clone(), served: *served };
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
    let Fact::Opened { brief, body, handed, on } = fact else { return None };
    let (course, body) = (Course::new(brief, *on), body.clone());
    let (handed, fee, stage) = (*handed, Vec::new(), Stage::Asking);
    Some(State { course, handed, body, fee, expert: None, stage })
}
