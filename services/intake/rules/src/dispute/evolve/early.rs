//! How the facts of arrival, sorting and hand-over change the umbrella.

use jiefen_handoff::Mode;

use super::change::{close, earliest, hold, mark, newest, offer, settle_in, take_back, track_of};
use crate::dispute::fact::Fact;
use crate::dispute::parts::{
    Absorbed, Closing, Designation, FirstInquiry, Progress, Responsible, TrackState, Waiting,
};
use crate::dispute::state::{Stage, State, moves};

/// Facts of the arrival at a counter.
#[expect(clippy::wildcard_enum_match_arm, reason = "facts of other phases")]
pub fn arrival(state: &mut State, fact: &Fact) {
    match fact {
        Fact::InquiryRecorded(contact) if state.stage == Stage::Detected => {
            let by = contact.by.clone();
            let on = contact.door.on;
            state.doors.push(contact.door.clone());
            state.content = contact.content.clone();
            state.home = by.unit;
            state.own_inquiry = FirstInquiry { unit: by.unit, on, released_on: None };
            state.first_inquiry = state.own_inquiry.clone();
            state.responsible = by;
            // A finding is no request: limitation is interrupted by the first one (T-A-06).
            state.interrupted_on = on;
            state.latest_on = on;
            state.stage = Stage::Received;
        }
        Fact::Registered { content, interrupted_on, beside, .. } => {
            state.content = content.as_ref().clone();
            state.content.keep_minor_flag();
            state.interrupted_on = *interrupted_on;
            state.origin.clone_from(&beside.origin);
            state.advice.clone_from(&beside.advice);
            state.stage = Stage::Registered;
        }
        Fact::Answered { on, .. } => {
            for door in &mut state.doors {
                door.answered_on.get_or_insert(*on);
            }
            close(state, Closing::Advice, *on);
        }
        Fact::ConsentRecorded { consent } => state.content.consents.push(consent.clone()),
        Fact::RepresentativesNamed { parties } => state.representatives = parties.clone(),
        Fact::PersonNamed { person } => state.responsible.person.clone_from(person),
        Fact::ChannelAnswered { door, on } => {
            if let Some(door) = state.doors.iter_mut().find(|known| known.no == *door) {
                door.answered_on = Some(*on);
            }
        }
        _ => {}
    }
}

/// Facts of sorting and of the choice of a route.
#[expect(clippy::wildcard_enum_match_arm, reason = "facts of other phases")]
pub fn sorting(state: &mut State, fact: &Fact) {
    match fact {
        Fact::Merged { into, on } => state.stage = Stage::Merged { into: *into, on: *on },
        Fact::Unmerged { .. } => state.stage = Stage::Triage,
        Fact::Absorbed { dispute, doors, interrupted_on } => {
            let numbers = doors.iter().map(|door| door.no).collect();
            let (dispute, interrupted_on) = (*dispute, *interrupted_on);
            state.absorbed.push(Absorbed { dispute, doors: numbers, interrupted_on });
            state.doors.extend(doors.iter().cloned());
            earliest(state);
        }
        Fact::Released { dispute } => {
            let gone = state.absorbed.iter().find(|known| known.dispute == *dispute).cloned();
            let gone = gone.map(|absorbed| absorbed.doors).unwrap_or_default();
            state.doors.retain(|door| !gone.contains(&door.no));
            state.absorbed.retain(|known| known.dispute != *dispute);
            earliest(state);
        }
        Fact::Linked { dispute } | Fact::SplitOff { new: dispute, .. } => {
            state.linked.insert(*dispute);
        }
        Fact::Classified { result, .. } => {
            state.content.kind = result.kind;
            state.content.other_places.clone_from(&result.other_places);
            state.content.flags.clone_from(&result.flags);
            state.content.keep_minor_flag();
            state.risk = result.risk;
            state.stage = Stage::Triage;
        }
        Fact::RoutesOffered { routes, .. } => state.routes.clone_from(routes),
        Fact::RouteChosen { choice, .. } => state.route = Some(choice.clone()),
        Fact::Objected { unit, .. } => {
            state.objected = true;
            mark(state, *unit, TrackState::Declined);
            take_back(state);
            state.stage = Stage::Triage;
        }
        Fact::DesignationRequested { .. } => {
            state.designation = None;
            state.stage = Stage::Assigned { waiting: Waiting::Designation };
        }
        Fact::Designated { unit, track, co_units, basis, on } => {
            let mode = if co_units.is_empty() { Mode::Transfer } else { Mode::Lead };
            let (unit, track, on) = (*unit, *track, *on);
            let (co_units, basis) = (co_units.clone(), basis.clone());
            state.participants.extend(co_units.iter().map(|co| co.unit));
            offer(state, unit, track, mode, on);
            state.designation = Some(Designation { unit, track, co_units, basis, on, last: false });
            state.stage = Stage::Assigned { waiting: Waiting::Reply { unit } };
        }
        Fact::DesignationFinal { unit, track, person, basis, on, .. } => {
            let (unit, track, on, basis) = (*unit, *track, *on, basis.clone());
            let before = state.designation.take();
            let co_units = before.map(|designation| designation.co_units).unwrap_or_default();
            take_back(state);
            let mode = if co_units.is_empty() { Mode::Transfer } else { Mode::Lead };
            offer(state, unit, track, mode, on);
            state.designation = Some(Designation { unit, track, co_units, basis, on, last: true });
            state.stage = Stage::Assigned { waiting: Waiting::Reply { unit } };
            hold(state, Responsible { unit, person: person.clone() }, on);
        }
        _ => {}
    }
}

/// Facts of designation and hand-over.
#[expect(clippy::wildcard_enum_match_arm, reason = "facts of other phases")]
pub fn handing(state: &mut State, fact: &Fact) {
    match fact {
        Fact::OwnTrackOpened { unit, track, person, on, .. } => {
            let by = Responsible { unit: *unit, person: person.clone() };
            take_back(state);
            let mut opened = track_of(state, *unit, *track, None, *on);
            opened.state = TrackState::Running;
            opened.person = Some(person.clone());
            state.tracks.push(opened);
            state.latest_on = state.latest_on.max(*on);
            settle_in(state);
            hold(state, by, *on);
        }
        Fact::Offered { offer: offered, on, assigns, .. } => {
            offer(state, offered.unit, offered.track, offered.mode, *on);
            if *assigns {
                state.stage = Stage::Assigned { waiting: Waiting::Reply { unit: offered.unit } };
            }
        }
        Fact::Accepted { unit, person, case_no, on, moves, proceeds } => {
            let sender = state.responsible.clone();
            if let Some(track) = newest(state, *unit, TrackState::Offered) {
                track.state = TrackState::Running;
                track.person = Some(person.clone());
                track.case_no.clone_from(case_no);
                track.sender = (track.mode == Some(Mode::Delegate)).then_some(sender);
            }
            state.latest_on = state.latest_on.max(*on);
            if *proceeds {
                settle_in(state);
            }
            if *moves {
                hold(state, Responsible { unit: *unit, person: person.clone() }, *on);
            } else {
                state.participants.insert(*unit);
            }
        }
        Fact::Declined { unit, .. } => {
            let moving = newest(state, *unit, TrackState::Offered)
                .is_some_and(|track| track.mode.is_some_and(moves));
            mark(state, *unit, TrackState::Declined);
            state.declines = state.declines.saturating_add(u32::from(moving));
        }
        Fact::OfferExpired { unit, .. } => mark(state, *unit, TrackState::Expired),
        Fact::Recalled { unit, .. } => mark(state, *unit, TrackState::Recalled),
        Fact::BackToTriage { .. } => {
            state.designation = None;
            state.stage = Stage::Triage;
        }
        Fact::ProgressNoted { unit, step, session_failed, on, next_on, .. } => {
            if let Some(track) = newest(state, *unit, TrackState::Running) {
                let (step, on, next_on) = (step.clone(), *on, *next_on);
                track.latest = Some(Progress { step, on, next_on });
                track.failed_sessions =
                    track.failed_sessions.saturating_add(u32::from(*session_failed));
            }
        }
        _ => {}
    }
}
