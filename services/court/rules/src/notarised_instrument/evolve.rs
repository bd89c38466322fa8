//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use std::sync::Arc;

use jiefen_procedure::Brief;

use super::decide::{NOTARY, review_from};
use super::{Fact, Fate, Instalment, Stage, State};
use jiefen_procedure::term::Term;

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Requested { .. } | Fact::TimesClosed { .. } => {}
        Fact::NotaryStopped { reason, on } => state.notary.stop(*on, reason),
        Fact::NotaryResumed { to } => state.notary.resume(*to),
        Fact::Issued { .. } => state.stage = Stage::Issued,
        Fact::Performed { instalment, .. } => {
            set(&mut state, |one| one.no == *instalment, Fate::Performed);
            if !state.instalments.iter().any(|one| one.fate == Fate::Pursued) {
                state.stage = Stage::Issued;
            }
        }
        Fact::CertificateAsked { instalments, on } => {
            let asked = |one: &Instalment| instalments.contains(&one.no);
            state.instalments.iter_mut().filter(|one| asked(one)).for_each(|one| one.from = *on);
            set(&mut state, asked, Fate::Pursued);
            state.stage = Stage::CertificateAsked { on: *on };
        }
        Fact::Certified { on } => state.stage = Stage::Certified { on: *on },
        Fact::CertificateRefused { .. } => {
            set(&mut state, |one| one.fate == Fate::Pursued, Fate::Open);
            state.stage = Stage::Issued;
        }
        Fact::AppliedToCourt { on } => {
            state.stage = Stage::AtCourt { on: *on, accepted: false };
        }
        Fact::Accepted { .. } => {
            if let Stage::AtCourt { accepted, .. } = &mut state.stage {
                *accepted = true;
            }
        }
        Fact::SentBack { on } => state.stage = Stage::AtCourt { on: *on, accepted: true },
        Fact::NoticeServed { on } => state.stage = Stage::Noticed { on: *on },
        Fact::Pleaded { on, .. } => state.stage = Stage::Reviewing { term: review_from(*on) },
        Fact::ReviewExtended { days, .. } => {
            if let Stage::Reviewing { term } = &mut state.stage {
                term.extended = term.extended.saturating_add(*days);
            }
        }
        Fact::Ruled { ruling, on } => {
            state.stage = Stage::Ruled { ruling: *ruling, on: *on, asked_on: None };
        }
        Fact::ReviewAsked { on } => {
            if let Stage::Ruled { asked_on, .. } = &mut state.stage {
                *asked_on = Some(*on);
            }
        }
        Fact::Settled { fate, .. } => {
            set(&mut state, |one| one.fate == Fate::Pursued, *fate);
            state.stage = Stage::Issued;
        }
        Fact::TimePassed { instalment, .. } => {
            set(&mut state, |one| one.no == *instalment, Fate::TimePassed);
            let pursued = state.instalments.iter().any(|one| one.fate == Fate::Pursued);
            if !pursued {
                state.stage = Stage::Issued;
            }
        }
        Fact::Ended { fate, mixed, on } => {
            state.stage = Stage::Ended { fate: *fate, mixed: *mixed, on: *on };
        }
    }
    Some(state)
}

fn set(state: &mut State, which: impl Fn(&Instalment) -> bool, fate: Fate) {
    state.instalments.iter_mut().filter(|one| which(one)).for_each(|one| one.fate = fate);
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Requested { brief, instrument, on } = fact else { return None };
    let one = |(no, due_on, _): &(u32, jiff::civil::Date, jiefen_vocab::Fen)| Instalment {
        no: *no,
        due_on: *due_on,
        from: *due_on,
        fate: Fate::Open,
    };
    Some(State {
        brief: Arc::new(Brief::clone(brief)),
        instalments: instrument.due.iter().map(one).collect(),
        instrument: Arc::new((**instrument).clone()),
        notary: Term::new(NOTARY, *on),
        stage: Stage::Requested,
    })
}
