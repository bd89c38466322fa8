//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::term::{APPRAISAL, Term};
use jiefen_vocab::TrackKind;

use super::{Fact, Stage, State};
use crate::agreement::{Agreement, Form};
use crate::roll;

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Reported { .. } | Fact::AgreementBroken { .. } => {}
        Fact::Accepted { officer, on } => {
            state.officer = Some(officer.clone());
            state.first = Some(Term::new("T-N-01", *on));
            state.stage = Stage::Accepted;
        }
        Fact::ConsentSaid { word } => state.consents.push(word.clone()),
        Fact::Excluded { exclusion, .. } => {
            state.exclusions.insert(*exclusion);
        }
        Fact::AppraisalBegun { on, .. } => state.with_term(|term| term.stop(*on, APPRAISAL)),
        Fact::AppraisalEnded { deciding: true, on } => state.with_term(|term| term.resume(*on)),
        Fact::AppraisalEnded { deciding: false, on } => {
            state.first = Some(Term::new("T-N-01", *on));
        }
        Fact::MeetingHeld { meeting, .. } => {
            state.meetings.push(*meeting.clone());
            state.stage = Stage::Once;
        }
        Fact::AgreementMade { draft, on } => {
            let agreement = Agreement::made(draft, Form::Written, *on, Vec::new());
            state.application = None;
            state.stage = Stage::Agreed { agreement };
        }
        Fact::RecordingLost { no, .. } => {
            state.recordings_lost.insert(*no);
        }
        Fact::ObligationPerformed { no, on, proof } => {
            if let Stage::Agreed { agreement } = &mut state.stage {
                agreement.note_performed(*no, *on, proof);
            }
        }
        Fact::RecognitionAsked { application } => state.application = Some(application.clone()),
        Fact::ApplicationRejected { .. } => state.application = None,
        Fact::DecisionDue { why, rule, on } => {
            state.stage = Stage::Deciding { why: *why, term: Term::new(rule, *on) };
        }
        Fact::DecisionExtended { days, .. } => state.with_term(|term| {
            term.extended = term.extended.saturating_add(*days);
        }),
        Fact::Ended { ending, on, .. } => state.stage = Stage::Ended { ending: *ending, on: *on },
    }
    Some(state)
}

impl State {
    /// Changes the term that runs: of the decision, or of the first mediation.
    fn with_term(&mut self, change: impl FnOnce(&mut Term)) {
        if let Stage::Deciding { term, .. } = &mut self.stage {
            change(term);
        } else if let Some(term) = &mut self.first {
            change(term);
        }
    }
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Reported { brief, on } = fact else { return None };
    Some(State {
        brief: Brief::clone(brief),
        reported_on: *on,
        officer: None,
        consents: roll::words_on(brief, &[TrackKind::PoliceMediation]),
        exclusions: BTreeSet::new(),
        first: None,
        meetings: Vec::new(),
        recordings_lost: BTreeSet::new(),
        application: None,
        stage: Stage::Reported,
    })
}
