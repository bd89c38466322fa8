//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use jiefen_procedure::Brief;
use jiefen_vocab::Agency;
use jiff::civil::Date;

use super::{Fact, Organ, Stage, State};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Received { .. } | Fact::Progressed { .. } => {}
        Fact::Assigned { person, .. } => state.person = Some(person.clone()),
        Fact::Separated { organ, on, .. } => {
            state.stage = Stage::Separated { organ: *organ, since: *on };
        }
        Fact::HandedOver { agency, on, .. } => {
            if let Stage::Separated { organ, .. } = state.stage {
                state.stage = Stage::Handed { organ, agency: *agency, since: *on };
            }
        }
        Fact::OrganReceived { on } => state.with_organ(*on, false),
        Fact::OrganReplied { .. } => {
            if let Stage::WithOrgan { replied, .. } = &mut state.stage {
                *replied = true;
            }
        }
        Fact::AnswerOverdue { .. } => {
            if let Stage::WithOrgan { overdue, .. } = &mut state.stage {
                *overdue = true;
            }
        }
        Fact::LawyerRecorded { result, .. } => state.lawyers.push(*result),
        Fact::Explained { on, .. } => {
            if let Some((organ, agency)) = state.organ() {
                state.stage = Stage::Answered { organ, agency, since: *on };
            }
        }
        Fact::TerminationProposed { on, .. } => {
            if let Some((organ, agency)) = state.organ() {
                state.stage = Stage::Terminating { organ, agency, since: *on };
            }
        }
        Fact::TerminationRefused { on } => state.with_organ(*on, true),
        Fact::Closed { how, on, .. } => state.stage = Stage::Ended { how: *how, on: *on },
    }
    Some(state)
}

impl State {
    /// The organ and its agency, once the matter was handed over.
    fn organ(&self) -> Option<(Organ, Agency)> {
        match self.stage {
            Stage::Handed { organ, agency, .. }
            | Stage::WithOrgan { organ, agency, .. }
            | Stage::Answered { organ, agency, .. }
            | Stage::Terminating { organ, agency, .. } => Some((organ, agency)),
            Stage::Received | Stage::Separated { .. } | Stage::Ended { .. } => None,
        }
    }

    fn with_organ(&mut self, since: Date, replied: bool) {
        if let Some((organ, agency)) = self.organ() {
            self.stage = Stage::WithOrgan { organ, agency, since, replied, overdue: false };
        }
    }
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Received { brief, number, door, terminated_before, on, .. } = fact else {
        return None;
    };
    Some(State {
        brief: Brief::clone(brief),
        number: number.clone(),
        door: *door,
        terminated_before: *terminated_before,
        received_on: *on,
        person: None,
        lawyers: Vec::new(),
        stage: Stage::Received,
    })
}
