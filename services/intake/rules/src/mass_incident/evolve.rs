//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use jiff::civil::DateTime;

use super::{Fact, Stage, State};
use crate::signal::{Signal, SignalKind};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return first(fact) };
    state.latest = state.latest.max(time(fact));
    match fact {
        Fact::SignalReported { .. } | Fact::LatenessFound { .. } => {}
        Fact::SignalJoined { signal } => take_in(&mut state, signal),
        Fact::LevelSet { level, .. } => state.stage = Stage::Warned { level: *level },
        Fact::FoundUnfounded { .. } => state.stage = Stage::Unfounded,
        Fact::Contacted { at, .. } => state.first_contact = Some(*at),
        Fact::LanesPrepared { lanes, .. } => state.lanes.clone_from(lanes),
        Fact::CalledOut { lanes, commander, .. } => {
            state.lanes.clone_from(lanes);
            state.commander = Some(commander.clone());
            state.stage = Stage::CalledOut;
        }
        Fact::Arrived { unit, all, at } => {
            for duty in state.lanes.iter_mut().filter(|duty| duty.unit == *unit) {
                duty.arrived = Some(*at);
            }
            if *all {
                state.stage = Stage::OnSite;
            }
        }
        Fact::MeasureTaken { measure } => state.measures.push(measure.clone()),
        Fact::SituationReported { people, .. } => state.people = state.people.max(*people),
        Fact::ReportOwed { at } => state.owed_since = Some(*at),
        Fact::ReportedUp { report, .. } => {
            state.people = state.people.max(report.people);
            state.reports.push(report.clone());
            state.owed_since = None;
        }
        Fact::DisputeLinked { dispute, .. } => {
            state.disputes.insert(*dispute);
        }
        Fact::LaneClosed { lane, result, .. } => {
            for duty in state.lanes.iter_mut().filter(|duty| duty.lane == *lane) {
                duty.closed = Some(result.clone());
            }
        }
        Fact::StoodDown { .. } => state.stage = Stage::StoodDown,
        Fact::WarningLifted { .. } => state.stage = Stage::Lifted,
        Fact::Reviewed { .. } => state.stage = Stage::Reviewed,
    }
    Some(state)
}

fn take_in(state: &mut State, signal: &Signal) {
    state.people = state.people.max(signal.people);
    state.violence |= signal.kind == SignalKind::Violence;
    state.signals.push(signal.clone());
}

fn first(fact: &Fact) -> Option<State> {
    let Fact::SignalReported { signal, disputes, level } = fact else { return None };
    let mut state = State {
        place: signal.place,
        signals: Vec::new(),
        people: 0,
        violence: false,
        disputes: disputes.clone(),
        first_contact: None,
        lanes: Vec::new(),
        commander: None,
        reports: Vec::new(),
        owed_since: None,
        measures: Vec::new(),
        latest: signal.at,
        stage: level.map_or(Stage::Signalled, |level| Stage::Warned { level }),
    };
    take_in(&mut state, signal);
    Some(state)
}

fn time(fact: &Fact) -> DateTime {
    match fact {
        Fact::SignalReported { signal, .. } | Fact::SignalJoined { signal } => signal.at,
        Fact::MeasureTaken { measure } => measure.at,
        Fact::ReportedUp { report, .. } => report.at,
        Fact::LevelSet { at, .. }
        | Fact::FoundUnfounded { at, .. }
        | Fact::Contacted { at, .. }
        | Fact::LanesPrepared { at, .. }
        | Fact::CalledOut { at, .. }
        | Fact::Arrived { at, .. }
        | Fact::SituationReported { at, .. }
        | Fact::ReportOwed { at }
        | Fact::DisputeLinked { at, .. }
        | Fact::LaneClosed { at, .. }
        | Fact::StoodDown { at, .. }
        | Fact::WarningLifted { at, .. }
        | Fact::Reviewed { at, .. }
        | Fact::LatenessFound { at, .. } => *at,
    }
}
