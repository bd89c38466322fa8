//! How the facts of levels, results and closing change the umbrella.

use jiefen_handoff::Mode;
use jiefen_vocab::TrackKind;

use super::change::{close, hold, offer, owe};
use crate::dispute::fact::Fact;
use crate::dispute::parts::{EffectLevel, Proof, Responsible, Served, TrackState, Waiting};
use crate::dispute::state::{Stage, State};

/// Facts of going up and coming down a level.
#[expect(clippy::wildcard_enum_match_arm, reason = "facts of other phases")]
pub fn levels(state: &mut State, fact: &Fact) {
    match fact {
        Fact::Escalated { to, .. } => {
            state.designation = None;
            state.stage = Stage::Escalated { to: *to, by: None };
        }
        Fact::EscalationAccepted { unit, person, on } => {
            if let Stage::Escalated { by, .. } = &mut state.stage {
                *by = Some(*unit);
            }
            state.participants.insert(state.home);
            state.latest_on = state.latest_on.max(*on);
            hold(state, Responsible { unit: *unit, person: person.clone() }, *on);
        }
        Fact::ReturnedDown { unit, on, .. } => {
            state.returned = true;
            if *unit != state.home && state.track_of(*unit, TrackState::Offered).is_none() {
                let track = state.route.as_ref().map(|route| route.track);
                let track = track.unwrap_or(TrackKind::PeopleMediation);
                offer(state, *unit, track, Mode::Transfer, *on);
            }
            state.stage = Stage::Assigned { waiting: Waiting::Reply { unit: *unit } };
        }
        Fact::Suspended { reason, on, .. } => {
            state.latest_on = state.latest_on.max(*on);
            state.stage = Stage::Suspended { reason: *reason, since: *on };
        }
        Fact::Resumed { on, .. } => {
            state.latest_on = state.latest_on.max(*on);
            state.stage = Stage::InProcess;
        }
        Fact::Chased { clock, rung, .. } => {
            state.ladder.insert(clock.clone(), *rung);
        }
        _ => {}
    }
}

/// Facts of results, performance and rest.
#[expect(clippy::wildcard_enum_match_arm, reason = "facts of other phases")]
pub fn results(state: &mut State, fact: &Fact) {
    match fact {
        Fact::TrackEnded { track, unit, outcome, on, .. } => {
            state.latest_on = state.latest_on.max(*on);
            if track.is_none() {
                state.above.push((*unit, *outcome, *on));
            }
            if let Some(track) = state.tracks.iter_mut().find(|known| Some(known.no) == *track) {
                track.state = TrackState::Ended { outcome: *outcome, on: *on };
            }
        }
        Fact::Carried { by, .. } => state.responsible = by.clone(),
        Fact::AgreementMade { effect, obligations, .. } => {
            state.effect = Some(*effect);
            owe(state, obligations);
            state.stage = Stage::Agreed;
        }
        Fact::DecisionMade { obligations, .. } => {
            state.effect = Some(EffectLevel::Decision);
            owe(state, obligations);
            state.stage = Stage::Decided;
        }
        Fact::ConfirmationEnded(end) => {
            if end.confirmed {
                state.effect = Some(EffectLevel::Confirmed);
            }
            if let Some(back) = &end.back_to {
                state.responsible = back.clone();
            }
            state.stage = Stage::Agreed;
        }
        Fact::WentUnresolved { back_to, .. } => {
            if let Some(back) = back_to {
                state.responsible = back.clone();
            }
            state.stage = Stage::Unresolved;
        }
        Fact::FollowUpStarted { .. } => state.stage = Stage::Performing,
        Fact::ObligationPerformed { obligation, proof, on, .. } => {
            let found = state.obligations.iter_mut().find(|known| known.no == *obligation);
            if let Some(obligation) = found {
                obligation.performed = Some((*on, proof.clone()));
            }
            if state.stage != Stage::Enforcing {
                state.stage = Stage::Performing;
            }
        }
        Fact::PerformedInFull { unit, on } => {
            for obligation in state.obligations.iter_mut().filter(|o| o.performed.is_none()) {
                obligation.performed = Some((*on, format!("{unit}报告")));
            }
            state.stage = Stage::Performing;
        }
        Fact::Breached { enforceable, .. } => {
            state.stage = if *enforceable { Stage::Enforcing } else { Stage::Unresolved };
        }
        _ => {}
    }
}

/// Facts of closing and what follows.
#[expect(clippy::wildcard_enum_match_arm, reason = "facts of other phases")]
pub fn ending(state: &mut State, fact: &Fact) {
    match fact {
        Fact::Withdrawn { party, all, .. } => {
            state.withdrawn.insert(*party);
            if *all {
                state.designation = None;
                state.stage = Stage::Withdrawn;
            }
        }
        Fact::NoticeServed { notice, party, proof, on, .. } => {
            if let Some(notice) = state.notices.iter_mut().find(|known| known.no == *notice) {
                // A receipt takes the place of an attempt, never the other way round.
                let attempt = |served: &Served| matches!(served.proof, Proof::Attempted { .. });
                notice.served.retain(|served| served.party != *party || !attempt(served));
                notice.served.push(Served { party: *party, on: *on, proof: proof.clone() });
            }
        }
        Fact::Closed { result, by, on } => {
            close(state, *result, *on);
            if let Some(episode) = state.episodes.last_mut() {
                episode.by = *by;
            }
        }
        Fact::Archived { .. } => {
            if let Stage::Closed { result, on } = state.stage {
                state.stage = Stage::Archived { result, closed_on: on };
            }
        }
        Fact::Reopened { soon, on, .. } => {
            if let Some(episode) = state.episodes.last_mut() {
                episode.soon = *soon;
            }
            state.withdrawn.clear();
            state.route = None;
            state.routes.clear();
            state.designation = None;
            state.objected = false;
            state.declines = 0;
            state.obligations.clear();
            state.effect = None;
            state.ladder.clear();
            state.latest_on = state.latest_on.max(*on);
            state.stage = Stage::Reopened;
        }
        _ => {}
    }
}
