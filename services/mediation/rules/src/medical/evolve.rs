//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::term::{APPRAISAL, Term};

use super::{Fact, Forum, Stage, State};
use crate::agreement::{Agreement, Draft, Form, Window};
use crate::roll;

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Opened { .. } => {}
        Fact::NoticesRecorded { told, .. } => state.told.extend(told),
        Fact::NoticesComplete { .. } => state.stage = Stage::Choosing,
        Fact::Sealed { on } => state.sealed_on = Some(*on),
        Fact::AutopsyRecorded { autopsy, .. } => state.autopsy = Some(*autopsy),
        Fact::Applied { forum, on } => state.stage = Stage::Applied { forum: *forum, on: *on },
        Fact::ConsentSaid { word } => state.consents.push(word.clone()),
        Fact::Accepted { forum, mediator, rule, on } => {
            state.mediator = Some(mediator.clone());
            state.stage = Stage::Mediating { forum: *forum, term: Term::new(rule, *on) };
        }
        Fact::InsurerJoined { claim, .. } => state.claim = Some(claim.clone()),
        Fact::AppraisalBegun { on } => state.with_term(|term| term.stop(*on, APPRAISAL)),
        Fact::AppraisalEnded { on } => state.with_term(|term| term.resume(*on)),
        Fact::TermExtended { days, .. } => state.with_term(|term| {
            term.extended = term.extended.saturating_add(*days);
        }),
        Fact::SessionHeld { session } => state.sessions.push(session.clone()),
        Fact::AgreementMade { forum, draft, on } => {
            let windows = windows(*forum, draft);
            let agreement = Agreement::made(draft, Form::Written, *on, windows);
            state.stage = Stage::Agreed { forum: *forum, agreement };
        }
        Fact::ApplicationNoted { .. } => state.with_agreement(|one| one.windows.clear()),
        Fact::PublicationAllowed { .. } => state.public = true,
        Fact::ObligationPerformed { no, on, proof } => {
            state.with_agreement(|one| one.note_performed(*no, *on, proof));
        }
        Fact::Ended { ending, on, .. } => state.stage = Stage::Ended { ending: *ending, on: *on },
    }
    Some(state)
}

/// The windows of an agreement: judicial confirmation for one of people's mediation (医疗纠纷预防和处理条例
/// 39(2)); the text has no such word for the health department's.
pub(super) fn windows(forum: Forum, draft: &Draft) -> Vec<Window> {
    match forum {
        Forum::Committee => draft.windows(jiefen_vocab::DisputeKind::Medical),
        Forum::Department => Vec::new(),
    }
}

impl State {
    fn with_term(&mut self, change: impl FnOnce(&mut Term)) {
        if let Stage::Mediating { term, .. } = &mut self.stage {
            change(term);
        }
    }

    fn with_agreement(&mut self, change: impl FnOnce(&mut Agreement)) {
        if let Stage::Agreed { agreement, .. } = &mut self.stage {
            change(agreement);
        }
    }
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Opened { brief, insured, death, on } = fact else { return None };
    Some(State {
        brief: Brief::clone(brief),
        opened_on: *on,
        death: *death,
        told: BTreeSet::new(),
        sealed_on: None,
        autopsy: None,
        consents: roll::words_on(brief, &[brief.track]),
        insured: *insured,
        claim: None,
        mediator: None,
        sessions: Vec::new(),
        public: false,
        stage: Stage::Noticing,
    })
}
