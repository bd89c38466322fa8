//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use jiefen_procedure::Brief;

use super::{Change, Copied, Fact, Remedy, Stage, State};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Applied { .. } => {}
        Fact::CorrectionAsked { on } => state.stage = Stage::Correcting { since: *on },
        Fact::Corrected { on, .. } => {
            if let Stage::Correcting { since } = state.stage {
                state.corrected = Some((since, *on));
            }
            state.stage = Stage::Received;
        }
        Fact::Accepted { officer, term, .. } => {
            state.officer = Some(officer.clone());
            state.term = Some(term.clone());
            state.stage = Stage::Investigating;
        }
        Fact::OfficerNamed { officer, .. } => state.officer = Some(officer.clone()),
        Fact::CopyServed { party, on, .. } => {
            state.copies.push(Copied { party: *party, on: *on, done: false });
        }
        Fact::Defended { party, .. } | Fact::DefenceLapsed { party, .. } => {
            let copies = state.copies.iter_mut();
            copies.filter(|copy| copy.party == *party).for_each(|copy| copy.done = true);
        }
        Fact::ProcurementStayed { on } => state.stay = Some((*on, true)),
        Fact::StayOver { .. } => state.stay = state.stay.map(|(from, _)| (from, false)),
        Fact::ChangeReported { party, exempt, on } => {
            state.changes.push(Change { party: *party, on: *on, exempt: *exempt });
        }
        Fact::Stopped { reason, on } => {
            state.term.iter_mut().for_each(|term| term.stop(*on, reason.listed()));
        }
        Fact::Resumed { on } => state.term.iter_mut().for_each(|term| term.resume(*on)),
        Fact::Extended { units, .. } => {
            state.term.iter_mut().for_each(|term| term.extended += units);
        }
        Fact::TermOver { on } => state.overdue = Some(*on),
        Fact::MediationBegun { on } => state.stage = Stage::Mediating { since: *on },
        Fact::MediationDeclined { .. } | Fact::MediationEnded { .. } => {
            state.mediation_tried = true;
            state.stage = Stage::Investigating;
        }
        Fact::Proposed { on } => state.stage = Stage::Proposed { on: *on },
        Fact::Decided { review_first, on, .. } => {
            let (on, review_first) = (*on, *review_first);
            state.stay = state.stay.map(|(from, _)| (from, false));
            state.stage = Stage::Decided { on, review_first, remedies: Vec::new() };
        }
        Fact::Served { party, suit, on, .. } => state.with_remedies(|remedies| {
            let (party, on, suit) = (*party, *on, suit.is_some());
            remedies.push(Remedy { party, on, suit, review: true });
        }),
        Fact::SuitLapsed { party, .. } => state.with_remedies(|remedies| {
            let own = remedies.iter_mut().filter(|remedy| remedy.party == *party);
            own.for_each(|remedy| remedy.suit = false);
        }),
        Fact::ReviewLapsed { party, .. } => state.with_remedies(|remedies| {
            let own = remedies.iter_mut().filter(|remedy| remedy.party == *party);
            own.for_each(|remedy| remedy.review = false);
        }),
        Fact::Closed { how, on, .. } => state.stage = Stage::Ended { how: *how, on: *on },
    }
    Some(state)
}

impl State {
    fn with_remedies(&mut self, change: impl FnOnce(&mut Vec<Remedy>)) {
        if let Stage::Decided { remedies, .. } = &mut self.stage {
            change(remedies);
        }
    }
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Applied { brief, number, matter, claim, body, challenge_answer_due, on } = fact
    else {
        return None;
    };
    Some(State {
        brief: Brief::clone(brief),
        number: number.clone(),
        matter: *matter,
        claim: *claim,
        body: *body,
        challenge_answer_due: *challenge_answer_due,
        applied_on: *on,
        corrected: None,
        officer: None,
        term: None,
        overdue: None,
        copies: Vec::new(),
        changes: Vec::new(),
        stay: None,
        mediation_tried: false,
        stage: Stage::Received,
    })
}
