//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use std::collections::BTreeSet;

use jiff::civil::DateTime;

use super::{Fact, Stage, State};

fn entry<T>(list: &mut [T], no: u32) -> Option<&mut T> {
    let place = usize::try_from(no).ok()?.checked_sub(1)?;
    list.get_mut(place)
}

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return first(fact) };
    state.latest = state.latest.max(time(fact));
    match fact {
        Fact::Opened { .. } | Fact::LatenessFound { .. } => {}
        Fact::SignalJoined { signal, collective } => {
            state.signals.push(signal.clone());
            state.disputes.extend(signal.dispute);
            state.collective |= *collective;
            state.team_due |= *collective;
        }
        Fact::LevelSet { level, why, .. } => {
            state.stage = Stage::Open { level: *level };
            state.why.clone_from(why);
        }
        Fact::InvestigatorNamed { person, .. } => state.investigator = Some(person.clone()),
        Fact::TeamAssembled { units, .. } => {
            state.team.extend(units);
            state.team_due = false;
        }
        Fact::Contacted { at, .. } => state.first_contact = Some(*at),
        Fact::Found { finding, .. } => state.findings.push(finding.clone()),
        Fact::TaskGiven { task, .. } => state.tasks.push(task.clone()),
        Fact::TaskProved { no, evidence, .. } => {
            if let Some(task) = entry(&mut state.tasks, *no) {
                task.done = Some(evidence.clone());
            }
        }
        Fact::PaymentExpected { payment, .. } => state.payments.push(payment.clone()),
        Fact::PaymentProved { no, proof, .. } => {
            if let Some(payment) = entry(&mut state.payments, *no) {
                payment.proof = Some(proof.clone());
            }
        }
        Fact::IncidentNoted { ended, .. } => state.incident_open = !ended,
        Fact::FoundUnfounded { .. } => state.stage = Stage::Unfounded,
        Fact::Closed { .. } => state.stage = Stage::Closed,
    }
    Some(state)
}

fn first(fact: &Fact) -> Option<State> {
    let Fact::Opened { signals, disputes, level, basis, collective, why, unit, at, .. } = fact
    else {
        return None;
    };
    Some(State {
        place: signals.first()?.place,
        signals: signals.clone(),
        disputes: disputes.clone(),
        why: why.clone().unwrap_or_else(|| basis.clone()),
        unit: *unit,
        investigator: None,
        collective: *collective,
        team: BTreeSet::new(),
        team_due: *collective,
        first_contact: None,
        findings: Vec::new(),
        tasks: Vec::new(),
        payments: Vec::new(),
        incident_open: false,
        latest: *at,
        stage: Stage::Open { level: *level },
    })
}

fn time(fact: &Fact) -> DateTime {
    match fact {
        Fact::SignalJoined { signal, .. } => signal.at,
        Fact::Opened { at, .. }
        | Fact::LevelSet { at, .. }
        | Fact::InvestigatorNamed { at, .. }
        | Fact::TeamAssembled { at, .. }
        | Fact::Contacted { at, .. }
        | Fact::Found { at, .. }
        | Fact::TaskGiven { at, .. }
        | Fact::TaskProved { at, .. }
        | Fact::PaymentExpected { at, .. }
        | Fact::PaymentProved { at, .. }
        | Fact::IncidentNoted { at, .. }
        | Fact::FoundUnfounded { at, .. }
        | Fact::Closed { at, .. }
        | Fact::LatenessFound { at, .. } => *at,
    }
}
