//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use jiefen_procedure::{Brief, Consent};

use jiefen_procedure::term::APPRAISAL;

use super::{Fact, Offered, Replaced, Signer, Stage, State};
use crate::agreement::{Agreement, Force, Performance};
use jiefen_procedure::term::Term;

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Opened { .. } | Fact::DangerReported { .. } => {}
        Fact::ConsentGiven { party, on, how } => state.say(*party, true, *on, how),
        Fact::ConsentRefused { party, on, how } | Fact::ConsentWithdrawn { party, on, how } => {
            state.say(*party, false, *on, how);
        }
        Fact::Accepted { on, mediator, rule, from } => {
            state.accepted_on = Some(*on);
            state.mediator = Some(mediator.clone());
            state.term = Some(Term::new(rule, *from));
            state.stage = Stage::Mediating;
        }
        Fact::MediatorChosen { mediator, .. } => state.mediator = Some(mediator.clone()),
        Fact::MediatorObjected { mediator, .. } => {
            state.not_accepted.push(mediator.clone());
            state.mediator = None;
        }
        Fact::SessionScheduled { session } => {
            state.planned = Some(session.clone());
            state.slots = None;
        }
        Fact::SlotsOffered { slots, .. } => {
            state.slots = Some(Offered::new(slots));
        }
        Fact::SlotsChosen { party, picked, .. } => {
            if let Some(offered) = &mut state.slots {
                offered.note(*party, picked);
            }
        }
        Fact::SessionHeld { session } => {
            state.planned = None;
            state.sessions.push(session.clone());
        }
        Fact::TermExtended { units, .. } => state.with_term(|term| {
            term.extended = term.extended.saturating_add(*units);
        }),
        Fact::AppraisalBegun { on } => state.with_term(|term| term.stop(*on, APPRAISAL)),
        Fact::AppraisalEnded { on } => state.with_term(|term| term.resume(*on)),
        Fact::AgreementDrafted { .. }
        | Fact::DraftConfirmed { .. }
        | Fact::AgreementSigned { .. }
        | Fact::AgreementInForce { .. } => settle(&mut state, fact),
        Fact::ApplicationNoted { .. }
        | Fact::ForceRaised { .. }
        | Fact::ObligationPerformed { .. }
        | Fact::ObligationBroken { .. } => perform(&mut state, fact),
        Fact::Ended { ending, on, .. } => {
            let agreement = state.agreement().cloned();
            state.planned = None;
            state.slots = None;
            state.stage = Stage::Ended { ending: *ending, on: *on, agreement };
        }
    }
    Some(state)
}

impl State {
    fn say(&mut self, party: u32, given: bool, on: jiff::civil::Date, how: &str) {
        let to = self.brief.track;
        self.consents.push(Consent { party, to, given, on, by: how.to_owned() });
    }

    fn with_term(&mut self, change: impl FnOnce(&mut Term)) {
        if let Some(term) = &mut self.term {
            change(term);
        }
    }
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Opened { brief, by, on } = fact else { return None };
    let consents = brief.consents.iter().filter(|word| word.to == brief.track).cloned().collect();
    Some(State {
        brief: Brief::clone(brief),
        by: *by,
        opened_on: *on,
        consents,
        mediator: None,
        not_accepted: Vec::new(),
        accepted_on: None,
        term: None,
        planned: None,
        slots: None,
        sessions: Vec::new(),
        edition: 0,
        replaced: None,
        stage: Stage::ConsentAsked,
    })
}

fn settle(state: &mut State, fact: &Fact) {
    if let Fact::AgreementDrafted { draft, .. } = fact {
        state.edition = state.edition.saturating_add(1);
        if let Stage::Drafted { draft, confirmed, .. } = &state.stage {
            let (draft, confirmed) = (draft.clone(), confirmed.clone());
            state.replaced = Some(Box::new(Replaced { draft, confirmed }));
        }
        state.stage =
            Stage::Drafted { draft: draft.clone(), confirmed: Vec::new(), signed: Vec::new() };
    }
    if let Stage::Drafted { confirmed, signed, .. } = &mut state.stage {
        if let Fact::DraftConfirmed { party, .. } = fact {
            confirmed.push(*party);
        }
        if let Fact::AgreementSigned { signature } = fact {
            signed.push(*signature);
        }
    }
    if let Fact::AgreementInForce { draft, form, effective_on, windows } = fact {
        state.planned = None;
        state.replaced = None;
        state.slots = None;
        state.stage = Stage::InForce {
            agreement: Agreement {
                draft: draft.clone(),
                form: *form,
                effective_on: *effective_on,
                force: Force::Contract,
                windows: windows.clone(),
                performed: Vec::new(),
                broken: Vec::new(),
            },
        };
    }
}

fn perform(state: &mut State, fact: &Fact) {
    let (Stage::InForce { agreement } | Stage::Breached { agreement }) = &mut state.stage else {
        return;
    };
    if let Fact::ApplicationNoted { window, .. } = fact {
        agreement.windows.retain(|open| open != window);
    }
    if let Fact::ForceRaised { force, .. } = fact {
        agreement.force = *force;
    }
    if let Fact::ObligationPerformed { no, on, through, proof } = fact {
        agreement.broken.retain(|open| open != no);
        let done = Performance { no: *no, on: *on, through: *through, proof: proof.clone() };
        agreement.performed.push(done);
    }
    if let Fact::ObligationBroken { no, .. } = fact {
        agreement.broken.push(*no);
    }
    let agreement = agreement.clone();
    state.stage = if agreement.broken.is_empty() {
        Stage::InForce { agreement }
    } else {
        Stage::Breached { agreement }
    };
}

/// What is still missing before the agreement is signed, Chinese and English.
pub(super) fn missing(state: &State) -> (String, String) {
    let Stage::Drafted { confirmed, signed, .. } = &state.stage else {
        return (String::new(), String::new());
    };
    let parties = || state.brief.parties.iter().map(|party| party.no);
    if let Some(no) = parties().find(|no| !confirmed.contains(no)) {
        return (
            format!("请当事人{no}核对并确认协议文本"),
            format!("have party {no} confirm the text"),
        );
    }
    let has = |signer: Signer| signed.iter().any(|one| one.signer == signer);
    if let Some(no) = parties().find(|no| !has(Signer::Party { no: *no })) {
        return (format!("请当事人{no}签名"), format!("have party {no} sign"));
    }
    if has(Signer::Mediator) {
        return ("加盖调解委员会印章".to_owned(), "set the committee's seal".to_owned());
    }
    ("请调解员签名".to_owned(), "have the mediator sign".to_owned())
}
