//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use jiefen_procedure::Brief;
use jiefen_procedure::term::{APPRAISAL, Term};

use super::{Fact, Stage, State};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::ClueReceived { .. } | Fact::RectifiedVerified { .. } => {}
        Fact::Filed { prosecutor, on, .. } => {
            state.prosecutor = Some(prosecutor.clone());
            state.stage = Stage::Filed { since: *on, served: false };
        }
        Fact::FilingServed { .. } => {
            if let Stage::Filed { served, .. } = &mut state.stage {
                *served = true;
            }
        }
        Fact::ProsecutorNamed { prosecutor, .. } => state.prosecutor = Some(prosecutor.clone()),
        Fact::Suggested { rule, on } => {
            state.stage = Stage::Suggested { since: *on, rule: rule.clone(), answered: None };
        }
        Fact::AgencyAnswered { on } => {
            if let Stage::Suggested { answered, .. } = &mut state.stage {
                *answered = Some(*on);
            }
        }
        Fact::Announced { on } => state.stage = Stage::Announced { since: *on },
        Fact::PreSuitOver { term, .. } => state.stage = Stage::Examining { term: term.clone() },
        Fact::AppraisalBegun { on } => state.with_term(|term| term.stop(*on, APPRAISAL)),
        Fact::AppraisalEnded { on } => state.with_term(|term| term.resume(*on)),
        Fact::Extended { .. } => state.with_term(|term| term.extended += 1),
        Fact::Sued { on } | Fact::SettlementRejected { on } => {
            state.stage = Stage::InCourt { since: *on };
        }
        Fact::SettlementAnnounced { on } => state.stage = Stage::Settling { since: *on },
        Fact::Closed { how, on } => state.stage = Stage::Ended { how: *how, on: *on },
    }
    Some(state)
}

impl State {
    fn with_term(&mut self, change: impl FnOnce(&mut Term)) {
        if let Stage::Examining { term } = &mut self.stage {
            change(term);
        }
    }
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::ClueReceived { brief, number, kind, area, on } = fact else { return None };
    Some(State {
        brief: Brief::clone(brief),
        number: number.clone(),
        kind: *kind,
        area: *area,
        received_on: *on,
        prosecutor: None,
        stage: Stage::Clue,
    })
}
