//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use jiefen_procedure::Brief;
use jiefen_procedure::term::{APPRAISAL, Term};

use super::{Fact, Report, Stage, State};
use crate::agreement::{Agreement, Form};
use crate::roll;

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Received { .. } => {}
        Fact::Sorted { .. } => state.stage = Stage::Sorted,
        Fact::ReportOpened { by, what, rule, from } => {
            let term = Term::new(rule, *from);
            state.report = Some(Report { by: *by, what: what.clone(), term, filed: None });
        }
        Fact::RepresentativesNamed { who, .. } => state.representatives = who.clone(),
        Fact::Accepted { officer, edition, rule, on } => {
            state.officer = Some(officer.clone());
            state.stage = Stage::Mediating { term: Term::new(rule, *on), edition: *edition };
        }
        Fact::ConsentSaid { word } => state.consents.push(word.clone()),
        Fact::Entrusted { body, .. } => state.entrusted = Some(body.clone()),
        Fact::TestsBegun { counted, on } => {
            state.testing = true;
            state.with_term(|term| {
                if !counted {
                    term.stop(*on, APPRAISAL)
                }
            });
        }
        Fact::TestsEnded { counted, on } => {
            state.testing = false;
            state.with_term(|term| {
                if !counted {
                    term.resume(*on)
                }
            });
        }
        Fact::SessionHeld { session } => state.sessions.push(session.clone()),
        Fact::AgreementMade { draft, on } => {
            let agreement = Agreement::made(draft, Form::Written, *on, Vec::new());
            state.stage = Stage::Agreed { agreement };
        }
        Fact::ObligationPerformed { no, on, proof } => {
            if let Stage::Agreed { agreement } = &mut state.stage {
                agreement.note_performed(*no, *on, proof);
            }
        }
        Fact::ComplaintEnded { ending, on, .. } => {
            let ending = *ending;
            state.stage = if state.checking() {
                Stage::Reporting { ending }
            } else {
                Stage::Ended { ending, on: *on }
            };
        }
        Fact::CheckExtended { days, .. } => {
            if let Some(report) = &mut state.report {
                report.term.extended = report.term.extended.saturating_add(*days);
            }
        }
        Fact::ReportDecided { filed, on, .. } => {
            if let Some(report) = &mut state.report {
                report.filed = Some(*filed);
            }
            if let Stage::Reporting { ending } = state.stage {
                state.stage = Stage::Ended { ending, on: *on };
            }
        }
    }
    Some(state)
}

impl State {
    fn with_term(&mut self, change: impl FnOnce(&mut Term)) {
        if let Stage::Mediating { term, .. } = &mut self.stage {
            change(term);
        }
    }
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Received { brief, on, .. } = fact else { return None };
    Some(State {
        brief: Brief::clone(brief),
        received_on: *on,
        officer: None,
        representatives: Vec::new(),
        consents: roll::words_on(brief, &[brief.track]),
        entrusted: None,
        testing: false,
        sessions: Vec::new(),
        report: None,
        stage: Stage::Received,
    })
}
