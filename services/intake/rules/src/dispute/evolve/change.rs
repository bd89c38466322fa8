//! Small changes of the umbrella that several facts share.

use std::collections::BTreeSet;

use jiefen_handoff::Mode;
use jiefen_vocab::{Agency, TrackKind};
use jiff::civil::Date;

use crate::dispute::orders::Due;
use crate::dispute::parts::{
    Closing, Episode, FirstInquiry, Obligation, Responsible, Track, TrackState,
};
use crate::dispute::state::{Stage, State, moves};

/// The number of the next entry of a list.
pub fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX - 1).saturating_add(1)
}

/// Ends the dispute with a result.
pub fn close(state: &mut State, result: Closing, on: Date) {
    let by = state.responsible.unit;
    state.episodes.push(Episode { closed_on: on, result, by, soon: false });
    state.ladder.clear();
    state.stage = Stage::Closed { result, on };
}

/// Of merged disputes the earliest request counts for limitation and for the first inquiry (§8, S17).
pub fn earliest(state: &mut State) {
    let days = state.absorbed.iter().map(|absorbed| absorbed.interrupted_on);
    state.interrupted_on = days.fold(state.own_inquiry.on, Date::min);
    let merged: BTreeSet<u32> = state.absorbed.iter().flat_map(|a| a.doors.clone()).collect();
    let doors = state.doors.iter().filter(|door| merged.contains(&door.no));
    let first = doors.min_by_key(|door| door.on).filter(|door| door.on < state.own_inquiry.on);
    let released_on = state.first_inquiry.released_on;
    let first = first.map(|door| FirstInquiry { unit: door.unit, on: door.on, released_on });
    state.first_inquiry =
        first.unwrap_or(FirstInquiry { released_on, ..state.own_inquiry.clone() });
}

/// Offers that would have moved responsibility are void.
pub fn take_back(state: &mut State) {
    for known in &mut state.tracks {
        if known.state == TrackState::Offered && known.mode.is_some_and(moves) {
            known.state = TrackState::Recalled;
        }
    }
}

/// Responsibility moves to a unit that accepted (I2); the first inquirer is released when it is another.
pub fn hold(state: &mut State, by: Responsible, on: Date) {
    if by.unit != state.first_inquiry.unit {
        state.first_inquiry.released_on.get_or_insert(on);
    }
    state.responsible = by;
}

/// The dispute is in process: the designation has done its work, and declines count anew.
pub fn settle_in(state: &mut State) {
    state.designation = None;
    state.declines = 0;
    state.stage = Stage::InProcess;
}

/// A new track of a unit.
pub fn track_of(
    state: &State,
    unit: Agency,
    kind: TrackKind,
    mode: Option<Mode>,
    on: Date,
) -> Track {
    Track {
        no: count(state.tracks.len()),
        unit,
        kind,
        mode,
        state: TrackState::Offered,
        person: None,
        case_no: None,
        since: on,
        sender: None,
        failed_sessions: 0,
        latest: None,
    }
}

/// An offer is out.
pub fn offer(state: &mut State, unit: Agency, kind: TrackKind, mode: Mode, on: Date) {
    let track = track_of(state, unit, kind, Some(mode), on);
    state.tracks.push(track);
    if moves(mode) {
        state.latest_on = state.latest_on.max(on);
    }
}

/// The newest track of a unit in a state.
pub fn newest(state: &mut State, unit: Agency, at: TrackState) -> Option<&mut Track> {
    let no = state.track_of(unit, at)?.no;
    state.tracks.iter_mut().find(|track| track.no == no)
}

/// The newest offered track of a unit goes into another state.
pub fn mark(state: &mut State, unit: Agency, now: TrackState) {
    if let Some(track) = newest(state, unit, TrackState::Offered) {
        track.state = now;
    }
}

/// Obligations join those that are known.
pub fn owe(state: &mut State, obligations: &[Due]) {
    let numbered = obligations.iter().enumerate().map(|(at, due)| Obligation {
        no: count(at),
        party: due.party,
        due: due.due,
        amount: due.amount,
        performed: None,
    });
    state.obligations = numbered.collect();
}
