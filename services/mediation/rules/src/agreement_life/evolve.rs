//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use jiefen_procedure::Brief;

use super::{Deed, Fact, OrderResult, Stage, State};
use crate::agreement::{Agreement, Performance};
use crate::text::Text;

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Drafted { .. } | Fact::Adopted { .. } => {}
        Fact::TextPut { draft, .. } => {
            state.stage = Stage::Drafted { text: Text::new(draft.clone()) };
        }
        Fact::TextConfirmed { party, .. } => {
            state.with_text(|text| text.confirmed.push(*party));
        }
        Fact::TextSigned { signature, .. } => state.with_text(|text| text.signed.push(*signature)),
        Fact::InForce { draft, form, effective_on, level, windows } => {
            let agreement = Agreement {
                draft: draft.clone(),
                form: *form,
                effective_on: *effective_on,
                force: level.force(),
                windows: windows.clone(),
                performed: Vec::new(),
                broken: Vec::new(),
            };
            state.stage = Stage::InForce {
                deed: Deed {
                    agreement,
                    level: *level,
                    pending: None,
                    ever_broken: false,
                    certificates: Vec::new(),
                    enforcing: None,
                    order: None,
                    order_effective: false,
                    order_lapsed: false,
                },
            };
        }
        Fact::Ended { ending, on, .. } => {
            let deed = state.deed().cloned();
            state.stage = Stage::Ended { ending: *ending, on: *on, deed };
        }
        Fact::ApplicationNoted { .. }
        | Fact::AcceptanceNoted { .. }
        | Fact::Strengthened { .. }
        | Fact::StrengthRefused { .. }
        | Fact::WindowClosed { .. }
        | Fact::Performed { .. }
        | Fact::Cleared { .. }
        | Fact::Broken { .. }
        | Fact::CertificateAsked { .. }
        | Fact::EnforcementBegun { .. }
        | Fact::EnforcementPaused { .. }
        | Fact::OrderAsked { .. }
        | Fact::OrderEnded { .. } => {
            if let Stage::InForce { deed } = &mut state.stage {
                on_deed(deed, fact);
            }
        }
    }
    Some(state)
}

fn on_deed(deed: &mut Deed, fact: &Fact) {
    match fact {
        Fact::ApplicationNoted { way, .. } => deed.pending = Some(*way),
        Fact::Strengthened { level, .. } => {
            deed.pending = None;
            deed.level = *level;
            deed.agreement.force = level.force();
            deed.agreement.windows.clear();
        }
        Fact::StrengthRefused { way, .. } => {
            deed.pending = None;
            deed.agreement.windows.retain(|window| Some(window.clock()) != way.window());
        }
        Fact::WindowClosed { window, .. } => deed.agreement.windows.retain(|one| one != window),
        Fact::Performed { no, on, through, proof } => {
            let (no, on, through, proof) = (*no, *on, *through, proof.clone());
            deed.agreement.broken.retain(|one| *one != no);
            deed.agreement.performed.push(Performance { no, on, through, proof });
        }
        Fact::Broken { no, .. } => {
            deed.ever_broken = true;
            deed.agreement.broken.push(*no);
        }
        Fact::CertificateAsked { no, .. } => deed.certificates.push(*no),
        Fact::EnforcementBegun { on, .. } => deed.enforcing = Some(*on),
        Fact::EnforcementPaused { .. } | Fact::Cleared { .. } => deed.enforcing = None,
        Fact::OrderAsked { no, .. } => deed.order = Some(*no),
        Fact::OrderEnded { result, .. } => {
            deed.order = None;
            deed.order_lapsed |= *result == OrderResult::Lapsed;
            deed.order_effective |= *result == OrderResult::Effective;
        }
        Fact::AcceptanceNoted { .. }
        | Fact::Drafted { .. }
        | Fact::Adopted { .. }
        | Fact::TextPut { .. }
        | Fact::TextConfirmed { .. }
        | Fact::TextSigned { .. }
        | Fact::InForce { .. }
        | Fact::Ended { .. } => {}
    }
}

impl State {
    fn with_text(&mut self, change: impl FnOnce(&mut Text)) {
        if let Stage::Drafted { text } = &mut self.stage {
            change(text);
        }
    }
}

fn begun(fact: &Fact) -> Option<State> {
    match fact {
        Fact::Drafted { brief, maker, lawful, draft, on } => Some(State {
            brief: Brief::clone(brief),
            maker: maker.clone(),
            lawful: *lawful,
            since: *on,
            stage: Stage::Drafted { text: Text::new(draft.clone()) },
        }),
        // What is adopted is in force with the next fact; until then it is as good as unsigned.
        Fact::Adopted { brief, maker, lawful, on } => Some(State {
            brief: Brief::clone(brief),
            maker: maker.clone(),
            lawful: *lawful,
            since: *on,
            stage: Stage::Ended { ending: super::Ending::NotMade, on: *on, deed: None },
        }),
        Fact::TextPut { .. }
        | Fact::TextConfirmed { .. }
        | Fact::TextSigned { .. }
        | Fact::InForce { .. }
        | Fact::ApplicationNoted { .. }
        | Fact::AcceptanceNoted { .. }
        | Fact::Strengthened { .. }
        | Fact::StrengthRefused { .. }
        | Fact::WindowClosed { .. }
        | Fact::Performed { .. }
        | Fact::Cleared { .. }
        | Fact::Broken { .. }
        | Fact::CertificateAsked { .. }
        | Fact::EnforcementBegun { .. }
        | Fact::EnforcementPaused { .. }
        | Fact::OrderAsked { .. }
        | Fact::OrderEnded { .. }
        | Fact::Ended { .. } => None,
    }
}
