//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use std::collections::BTreeSet;

use super::{Fact, Hearing, Mediation, Receipt, Stage, State, procedure};
use crate::filing::Bar;
use jiefen_procedure::term::Term;

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begun(fact) };
    match fact {
        Fact::Opened { .. } | Fact::TimesClosed { .. } => {}
        Fact::FeeSettled { .. } => state.stage = Stage::OnTrial,
        Fact::FastTrackSet { .. } => state.fast = true,
        Fact::FastTrackLeft { .. } => state.fast = false,
        Fact::Converted { track, standstills, .. } => {
            state.track = *track;
            state.track_objection = None;
            state.term = Term::new(track.rule(), state.opening.filed_on);
            state.term.standstills.clone_from(standstills);
        }
        Fact::TrackObjected { party, .. } => state.track_objection = Some(*party),
        Fact::TrackObjectionRejected { .. } => state.track_objection = None,
        Fact::EvidenceFixed { until, .. } => state.evidence_until = Some(*until),
        Fact::ComplaintServed { party, on, .. } => {
            state.complaints.push(Receipt { party: *party, on: *on });
        }
        Fact::DefenceReceived { party, on } => {
            state.defences.push(Receipt { party: *party, on: *on });
        }
        Fact::CounterclaimFiled { party, .. } => {
            state.counterclaim = Some(*party);
            state.opening.measure.bars.insert(Bar::Counterclaim);
        }
        Fact::RepresentativesNamed { parties, .. } => state.representatives.clone_from(parties),
        Fact::SuitAnnounced { on } => {
            state.announced_on = Some(*on);
            state.term.stop(*on, "public_notice");
        }
        Fact::RegistrationClosed { on } => {
            state.announced_on = None;
            state.term.resume(*on);
        }
        Fact::HearingSet { on, .. } => state.hearing_on = Some(*on),
        Fact::HearingHeld { on, present } => {
            state.hearing_on = None;
            let present = present.iter().copied().collect();
            state.hearings.push(Hearing { on: *on, present });
        }
        Fact::TrialStopped { reason, on, .. } => state.term.stop(*on, reason.code()),
        Fact::TrialResumed { to } => state.term.resume(*to),
        Fact::TrialExtended { months, .. } => {
            state.term.extended = state.term.extended.saturating_add(*months);
        }
        Fact::WithdrawalAsked { on } => state.withdrawal_asked = Some(*on),
        Fact::WithdrawalRefused { .. } => state.withdrawal_asked = None,
        Fact::MediationBegun { .. }
        | Fact::MediationExtended { .. }
        | Fact::MediationEnded { .. }
        | Fact::StatementMade { .. }
        | Fact::StatementServed { .. }
        | Fact::StatementRetracted { .. }
        | Fact::Decided { .. }
        | Fact::DecisionServed { .. }
        | Fact::AppealTimePassed { .. }
        | Fact::Ended { .. } => staged(&mut state, fact),
    }
    Some(state)
}

fn begun(fact: &Fact) -> Option<State> {
    let Fact::Opened { opening, on } = fact else { return None };
    let opening = (**opening).clone();
    Some(State {
        track: opening.track,
        term: procedure::limit(opening.track, &opening),
        opened_on: *on,
        fast: false,
        track_objection: None,
        evidence_until: None,
        complaints: opening.complaints.clone(),
        defences: Vec::new(),
        counterclaim: None,
        representatives: Vec::new(),
        announced_on: None,
        hearing_on: None,
        hearings: Vec::new(),
        mediated: false,
        withdrawal_asked: None,
        stage: opening.fee_told_on.map_or(Stage::OnTrial, |told_on| Stage::FeeDue { told_on }),
        opening,
    })
}

/// The facts that move the stage.
fn staged(state: &mut State, fact: &Fact) {
    match (&mut state.stage, fact) {
        (_, Fact::MediationBegun { rule, on }) => {
            state.mediated = true;
            let mediation = Mediation { term: Term::new(rule, *on), plain_last: None };
            state.stage = Stage::Mediating { mediation };
        }
        (Stage::Mediating { mediation }, Fact::MediationExtended { days, plain_last, .. }) => {
            mediation.plain_last = mediation.plain_last.or(Some(*plain_last));
            mediation.term.extended = mediation.term.extended.saturating_add(*days);
        }
        (_, Fact::MediationEnded { not_counted, .. }) => {
            state.term.standstills.extend(not_counted.clone());
            state.stage = Stage::OnTrial;
        }
        (_, Fact::StatementMade { on }) => {
            state.mediated = true;
            state.stage = Stage::StatementMade { on: *on, received: BTreeSet::new() };
        }
        (Stage::StatementMade { received, .. }, Fact::StatementServed { party, .. }) => {
            received.insert(*party);
        }
        (_, Fact::StatementRetracted { .. }) => state.stage = Stage::OnTrial,
        (_, Fact::Decided { what, finally, on }) => {
            state.stage = Stage::Decided {
                what: *what,
                finally: *finally,
                on: *on,
                received: Vec::new(),
                passed: BTreeSet::new(),
            };
        }
        (Stage::Decided { received, .. }, Fact::DecisionServed { party, on, .. }) => {
            received.push(Receipt { party: *party, on: *on });
        }
        (Stage::Decided { passed, .. }, Fact::AppealTimePassed { party, .. }) => {
            passed.insert(*party);
        }
        (_, Fact::Ended { ending, on }) => {
            state.stage = Stage::Ended { ending: *ending, on: *on };
        }
        _ => {}
    }
}
