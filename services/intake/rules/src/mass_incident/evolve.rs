//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use jiff::civil::DateTime;

use super::{End, Fact, Situation, Stage, State};
use crate::signal::{Signal, SignalKind};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return first(fact) };
    state.latest = state.latest.max(time(fact));
    match fact {
        Fact::SignalReported { .. } | Fact::LatenessFound { .. } => {}
        Fact::SignalJoined { signal } => take_in(&mut state, signal),
        Fact::LevelSet { level, .. } => state.stage = Stage::Warned { level: *level },
        Fact::FoundUnfounded { finding, at } => end(&mut state, Stage::Unfounded, finding, *at),
        Fact::Contacted { at, .. } => state.first_contact = Some(*at),
        Fact::LanesPrepared { lanes, .. } => state.lanes.clone_from(lanes),
        Fact::CalledOut { lanes, commander, at } => {
            state.lanes.clone_from(lanes);
            state.called_at = Some(*at);
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
        Fact::SituationReported { people, text, at, .. } => {
            state.people = state.people.max(*people);
            let (people, text, at) = (*people, text.clone(), *at);
            state.situations.push(Situation { people, text, at });
        }
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
        Fact::StoodDown { why, at, .. } => end(&mut state, Stage::StoodDown, why, *at),
        Fact::WarningLifted { why, at, .. } => end(&mut state, Stage::Lifted, why, *at),
        Fact::Reviewed { review, .. } => {
            state.review = Some(review.clone());
            state.stage = Stage::Reviewed;
        }
    }
    Some(state)
}

fn end(state: &mut State, stage: Stage, why: &str, at: DateTime) {
    state.end = Some(End { why: why.to_owned(), at });
    state.stage = stage;
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
        situations: Vec::new(),
        called_at: None,
        end: None,
        review: None,
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
