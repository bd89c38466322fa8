//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use jiefen_procedure::Brief;

use super::{Agreement, Fact, Objection, Receipt, Stage, State, decide::RULING};
use jiefen_procedure::term::Term;

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Applied { .. } => {}
        Fact::CorrectionAsked { missing, on } => {
            state.asked = true;
            state.stage = Stage::Correcting { missing: missing.clone(), on: *on };
        }
        Fact::CorrectedReceived { on } => state.stage = Stage::Applied { since: *on },
        Fact::Accepted { case_no, judge, on } => {
            state.case_no = Some(case_no.clone());
            state.judge = Some(judge.clone());
            state.ruling = Some(Term::new(RULING, *on));
            state.stage = Stage::Examined;
        }
        Fact::RulingExtended { days, .. } => {
            if let Some(term) = &mut state.ruling {
                term.extended = term.extended.saturating_add(*days);
            }
        }
        Fact::Confirmed { on, .. } => {
            state.ruled_on = Some(*on);
            state.stage = Stage::Confirmed { received: Vec::new(), passed: Vec::new() };
        }
        Fact::RulingServed { .. }
        | Fact::Objected { .. }
        | Fact::ObjectionRejected { .. }
        | Fact::ObjectionTimePassed { .. } => ruling(&mut state, fact),
        Fact::Ended { ending, on, .. } => {
            state.stage = Stage::Ended { ending: *ending, on: *on };
        }
    }
    Some(state)
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Applied { brief, agreement, applicants, competence, on } = fact else { return None };
    Some(State {
        brief: Brief::clone(brief),
        agreement: Agreement::clone(agreement),
        applicants: applicants.clone(),
        applied_on: *on,
        case_no: None,
        judge: None,
        competence: *competence,
        asked: false,
        ruling: None,
        ruled_on: None,
        stage: Stage::Applied { since: *on },
    })
}

/// What a fact does to a ruling that was made.
fn ruling(state: &mut State, fact: &Fact) {
    let everybody: Vec<u32> = state.brief.parties.iter().map(|party| party.no).collect();
    let (mut received, mut passed, mut objection) = match &state.stage {
        Stage::Confirmed { received, passed } => (received.clone(), passed.clone(), None),
        Stage::Objected { objection, received, passed } => {
            (received.clone(), passed.clone(), Some(*objection))
        }
        Stage::Effective { received } => (received.clone(), everybody.clone(), None),
        Stage::Applied { .. } | Stage::Correcting { .. } | Stage::Examined => return,
        Stage::Ended { .. } => return,
    };
    if let Fact::RulingServed { party, on, .. } = fact {
        received.push(Receipt { party: *party, on: *on });
    }
    if let Fact::ObjectionTimePassed { party, .. } = fact {
        passed.push(*party);
    }
    if let Fact::Objected { by, on } = fact {
        objection = Some(Objection { by: *by, on: *on });
    }
    if let Fact::ObjectionRejected { .. } = fact {
        objection = None;
    }
    let over = everybody.iter().all(|no| passed.contains(no));
    state.stage = match objection {
        Some(objection) => Stage::Objected { objection, received, passed },
        None if over => Stage::Effective { received },
        None => Stage::Confirmed { received, passed },
    };
}
