//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use jiefen_procedure::{Brief, Consent};

use jiefen_procedure::term::APPRAISAL;

use super::{Fact, Stage, State};
use jiefen_procedure::term::Term;

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Opened { .. } => {}
        Fact::FileSigned { mediator, on, rule } => {
            state.mediator = Some(mediator.clone());
            state.term = Some(Term::new(rule, *on));
            state.stage = Stage::Mediating;
        }
        Fact::ConsentWithdrawn { party, on, how } => {
            let to = state.mandate.track();
            let word = Consent { party: *party, to, given: false, on: *on, by: how.clone() };
            state.consents.push(word);
        }
        Fact::MediatorChosen { mediator, .. } => state.mediator = Some(mediator.clone()),
        Fact::SessionScheduled { session } => state.planned = Some(session.clone()),
        Fact::SessionHeld { session } => {
            state.planned = None;
            state.sessions.push(session.clone());
        }
        Fact::TermExtended { days, .. } => state.with_term(|term| {
            term.extended = term.extended.saturating_add(*days);
        }),
        Fact::AppraisalBegun { on } => state.with_term(|term| term.stop(*on, APPRAISAL)),
        Fact::AppraisalEnded { on } => state.with_term(|term| term.resume(*on)),
        Fact::ContractMade { on } => {
            state.planned = None;
            state.stage = Stage::Agreed { on: *on };
        }
        Fact::UndisputedRecorded { facts, .. } => state.undisputed = Some(facts.clone()),
        Fact::Returned { ending, on, .. } => {
            state.planned = None;
            state.stage = Stage::Returned { ending: *ending, on: *on };
        }
    }
    Some(state)
}

impl State {
    fn with_term(&mut self, change: impl FnOnce(&mut Term)) {
        if let Some(term) = &mut self.term {
            change(term);
        }
    }
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Opened { brief, mandate, court, court_case, on } = fact else { return None };
    let words = brief.consents.iter().filter(|word| word.to == mandate.track());
    Some(State {
        brief: Brief::clone(brief),
        mandate: *mandate,
        court: *court,
        court_case: court_case.clone(),
        entrusted_on: *on,
        consents: words.cloned().collect(),
        mediator: None,
        term: None,
        planned: None,
        sessions: Vec::new(),
        undisputed: None,
        stage: Stage::Sent,
    })
}
