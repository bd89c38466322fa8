//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use std::collections::BTreeMap;

use jiefen_procedure::Brief;
use jiefen_procedure::term::Term;

use super::tell::OPINION;
use super::{Fact, Stage, State};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Asked { .. } | Fact::DisclosureAgreed { .. } => {}
        Fact::Joined { party, .. } => {
            state.joined.insert(*party);
        }
        Fact::Accepted { evaluator, wanted_by, on } => {
            state.evaluator = Some(evaluator.clone());
            state.wanted_by = *wanted_by;
            state.term = Some(Term::new(OPINION, *on));
            state.stage = Stage::Papers;
        }
        Fact::HandedIn { party, .. } => {
            let count = state.papers.entry(*party).or_default();
            *count = count.saturating_add(1);
        }
        Fact::PapersClosed { .. } => state.stage = Stage::Evaluating,
        Fact::Recused { on } => {
            state.evaluator = None;
            state.term = None;
            state.wanted_by = None;
            state.papers = BTreeMap::new();
            state.begun_on = *on;
            state.stage = Stage::Asked;
        }
        Fact::Extended { days, .. } => {
            if let Some(term) = &mut state.term {
                term.extended = term.extended.saturating_add(*days);
            }
        }
        Fact::OpinionServed { text, on } => {
            state.stage = Stage::Opinion { text: text.clone(), on: *on };
        }
        Fact::UseAgreed { party, by, .. } => {
            state.agreed.insert(*party, *by);
        }
        Fact::Ended { ending, on, .. } => {
            state.stage = Stage::Ended { ending: *ending, on: *on };
        }
    }
    Some(state)
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Asked { brief, by, on } = fact else { return None };
    Some(State {
        brief: Brief::clone(brief),
        begun_on: *on,
        joined: by.iter().copied().collect(),
        evaluator: None,
        term: None,
        wanted_by: None,
        papers: BTreeMap::new(),
        agreed: BTreeMap::new(),
        stage: Stage::Asked,
    })
}
