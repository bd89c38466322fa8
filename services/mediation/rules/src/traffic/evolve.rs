//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use jiefen_procedure::Brief;
use jiefen_procedure::term::Term;
use jiff::civil::Date;

use super::{Claimed, Fact, Loss, Stage, Standing, State};
use crate::agreement::{Agreement, Form};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Surveyed { .. } | Fact::CameFromMediation { .. } => {}
        Fact::TestsBegun { .. } => state.stage = Stage::Testing,
        Fact::TestsEnded { on } => {
            state.since = *on;
            state.stage = Stage::Surveyed;
        }
        Fact::Certified { on } => state.stage = Stage::Certified { on: *on },
        Fact::Served { party, on } => {
            state.received.push((*party, *on));
        }
        Fact::RequestOpened { rule, from, reviewable } => {
            let window = Term::new(rule, *from);
            state.stage = Stage::Requestable { window, reviewable: *reviewable };
        }
        Fact::ReviewBegun { on } => state.stage = Stage::Reviewing { on: *on },
        Fact::ReviewEnded { upheld: true, .. } => {}
        Fact::ReviewEnded { upheld: false, on } => {
            state.since = *on;
            state.received.clear();
            state.stage = Stage::Surveyed;
        }
        Fact::Requested { losses, on } => {
            let waiting = |claimed: &Claimed| Loss {
                no: claimed.no,
                victim: claimed.victim,
                harm: claimed.harm,
                standing: Standing::Waiting,
            };
            state.losses = losses.iter().map(waiting).collect();
            state.requested_on = Some(*on);
            state.stage = Stage::Mediating;
        }
        Fact::MediationBegun { loss, rule, from, .. } => {
            state.set(*loss, Standing::Mediating { term: Term::new(rule, *from) });
        }
        Fact::SessionScheduled { session } => state.planned = Some(session.clone()),
        Fact::SessionHeld { session } => {
            state.planned = None;
            state.sessions.push(session.clone());
        }
        Fact::AgreementMade { losses, draft, on } => {
            losses.iter().for_each(|loss| state.set(*loss, Standing::Settled));
            state.agreements.push(Agreement::made(draft, Form::Written, *on, Vec::new()));
        }
        Fact::LossOver { loss, why, .. } => state.set(*loss, Standing::Over { why: *why }),
        Fact::ObligationPerformed { no, on, proof } => state.with_obligation(*no, |agreement| {
            agreement.broken.retain(|open| open != no);
            agreement.note_performed(*no, *on, proof);
        }),
        Fact::ObligationBroken { no, .. } => {
            state.with_obligation(*no, |agreement| agreement.broken.push(*no));
        }
        Fact::MediationDone { .. } => {
            state.planned = None;
            state.stage = Stage::Performing;
        }
        Fact::Ended { ending, on } => {
            state.planned = None;
            state.stage = Stage::Ended { ending: *ending, on: *on };
        }
    }
    Some(state)
}

impl State {
    fn set(&mut self, number: u32, standing: Standing) {
        if let Some(loss) = self.losses.iter_mut().find(|loss| loss.no == number) {
            loss.standing = standing;
        }
    }

    fn with_obligation(&mut self, number: u32, change: impl FnOnce(&mut Agreement)) {
        let mut all = self.agreements.iter_mut();
        if let Some(found) = all.find(|one| one.obligation(number).is_some()) {
            change(found);
        }
    }
}

fn begun(fact: &Fact) -> Option<State> {
    if let Fact::Surveyed { brief, officer, on } = fact {
        return Some(new(brief, officer, *on, Stage::Surveyed));
    }
    let Fact::CameFromMediation { brief, officer, rule, ended_on } = fact else { return None };
    let stage = Stage::Requestable { window: Term::new(rule, *ended_on), reviewable: false };
    Some(new(brief, officer, *ended_on, stage))
}

fn new(brief: &Brief, officer: &str, since: Date, stage: Stage) -> State {
    State {
        brief: brief.clone(),
        since,
        officer: Some(officer.to_owned()),
        received: Vec::new(),
        requested_on: None,
        losses: Vec::new(),
        planned: None,
        sessions: Vec::new(),
        agreements: Vec::new(),
        stage,
    }
}
