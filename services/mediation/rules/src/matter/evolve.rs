//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use jiefen_procedure::Brief;

use super::{Fact, Stage, State};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Taken { .. } => {}
        Fact::PersonNamed { person, .. } => state.person = person.clone(),
        Fact::TermBegun { rule, on } => {
            state.rule = rule.clone();
            state.term_from = Some(*on);
        }
        Fact::Progressed { done, next } => {
            state.done.push(done.clone());
            state.next = next.clone();
        }
        Fact::Concluded { outcome, on, .. } => {
            state.stage = Stage::Concluded { outcome: *outcome, on: *on };
        }
        Fact::PassedBack { ground, proposal, on } => {
            state.stage =
                Stage::PassedBack { ground: *ground, proposal: proposal.clone(), on: *on };
        }
    }
    Some(state)
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Taken { brief, person, next, rule, on, .. } = fact else { return None };
    Some(State {
        brief: Brief::clone(brief),
        taken_on: *on,
        person: person.clone(),
        next: next.clone(),
        rule: rule.clone(),
        term_from: None,
        done: Vec::new(),
        stage: Stage::InHand,
    })
}
