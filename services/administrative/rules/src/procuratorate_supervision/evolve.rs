//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use jiefen_procedure::Brief;

use super::{Before, Fact, Stage, State};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Applied { .. } | Fact::Begun { .. } => {}
        Fact::PapersAsked { on, .. } => {
            state.papers_asked = true;
            state.stage = Stage::Papers { since: *on };
        }
        Fact::PapersSupplied { .. } => state.stage = Stage::Received,
        Fact::Accepted { prosecutor, term, on } => {
            state.prosecutor = Some(prosecutor.clone());
            state.term = Some(term.clone());
            state.stage = Stage::Reviewing { since: *on };
        }
        Fact::ProsecutorNamed { prosecutor, .. } => state.prosecutor = Some(prosecutor.clone()),
        Fact::Stopped { reason, on } => {
            state.term.iter_mut().for_each(|term| term.stop(*on, reason.listed()));
        }
        Fact::Resumed { on } => state.term.iter_mut().for_each(|term| term.resume(*on)),
        Fact::Extended { months, .. } => {
            state.term.iter_mut().for_each(|term| term.extended += months);
        }
        Fact::Suggested { on, .. } => {
            state.stage = Stage::InCourt { what: Before::Suggestion, since: *on };
        }
        Fact::ProtestRequested { on } => state.stage = Stage::WithSuperior { since: *on },
        Fact::Protested { on } => {
            state.stage = Stage::InCourt { what: Before::Protest, since: *on };
        }
        Fact::Rebuffed { on, .. } => state.stage = Stage::Rebuffed { since: *on },
        Fact::Closed { how, on, .. } => state.stage = Stage::Ended { how: *how, on: *on },
    }
    Some(state)
}

fn begun(fact: &Fact) -> Option<State> {
    if let Fact::Applied { brief, number, field, object, retrial, applicant, on } = fact {
        return Some(State {
            brief: Brief::clone(brief),
            number: number.clone(),
            field: *field,
            object: *object,
            retrial: *retrial,
            applicant: Some(*applicant),
            own_motion: None,
            applied_on: *on,
            papers_asked: false,
            prosecutor: None,
            term: None,
            stage: Stage::Received,
        });
    }
    let Fact::Begun { brief, number, field, object, retrial, ground, prosecutor, term, on } = fact
    else {
        return None;
    };
    Some(State {
        brief: Brief::clone(brief),
        number: number.clone(),
        field: *field,
        object: *object,
        retrial: *retrial,
        applicant: None,
        own_motion: Some(*ground),
        applied_on: *on,
        papers_asked: false,
        prosecutor: Some(prosecutor.clone()),
        term: Some(term.clone()),
        stage: Stage::Reviewing { since: *on },
    })
}
