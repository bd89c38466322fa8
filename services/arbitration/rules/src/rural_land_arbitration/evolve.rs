//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::term::Term;
use jiff::civil::Date;

use super::{Award, Fact, Preservation, SUSPENSION, Stage, State, Trial};
use crate::statement::{Event, Statement};
use crate::tribunal::Tribunal;

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let mut state = match (state, fact) {
        (None, Fact::TakenOver { brief, person, on }) => {
            let person = Some(person.clone()).filter(|person| !person.is_empty());
            return Some(fresh(brief, *on, person));
        }
        (None, Fact::Applied { brief, on, .. }) => fresh(brief, *on, None),
        (None, _) => return None,
        (Some(state), _) => state,
    };
    of_the_case(&mut state, fact);
    of_the_stage(&mut state, fact);
    if let Stage::Pending { trial } | Stage::Stayed { trial, .. } = &mut state.stage {
        of_the_trial(trial, fact);
    }
    if let Stage::Awarded { award } = &mut state.stage {
        of_the_award(award, fact);
    }
    Some(state)
}

fn fresh(brief: &Brief, on: Date, person: Option<String>) -> State {
    State {
        brief: brief.clone(),
        number: String::new(),
        applied_on: on,
        matter: None,
        facts: BTreeSet::new(),
        knew_on: None,
        limitation_raised: false,
        counterclaim: false,
        on_the_spot: Vec::new(),
        measures: Vec::new(),
        overdue: Vec::new(),
        person,
        stage: Stage::Received,
    }
}

impl State {
    /// The request of this number, to change it.
    fn measure(&mut self, no: u32) -> impl Iterator<Item = &mut Preservation> {
        let at = usize::try_from(no).ok().and_then(|no| no.checked_sub(1));
        at.and_then(|at| self.measures.get_mut(at)).into_iter()
    }
}

fn of_the_case(state: &mut State, fact: &Fact) {
    match fact {
        Fact::Applied { brief, number, matter, knew_on, facts, on } => {
            state.brief.clone_from(brief);
            state.number.clone_from(number);
            state.matter = Some(*matter);
            state.knew_on = *knew_on;
            state.facts.clone_from(facts);
            state.applied_on = *on;
        }
        Fact::DefenceFiled { limitation, counterclaim, .. } => {
            state.limitation_raised |= limitation;
            state.counterclaim |= counterclaim;
        }
        Fact::OnTheSpotAsked { party, on } => {
            state.on_the_spot.push(Event { party: *party, on: *on });
        }
        Fact::MeasureAsked { party, what, on, .. } => state.measures.push(Preservation {
            party: *party,
            what: *what,
            asked_on: *on,
            passed_on: None,
            ruled: None,
        }),
        Fact::MeasurePassed { measure, on } => {
            state.measure(*measure).for_each(|one| one.passed_on = Some(*on));
        }
        Fact::MeasureRuled { measure, granted, on, .. } => {
            state.measure(*measure).for_each(|one| one.ruled = Some((*on, *granted)));
        }
        Fact::DutyOverdue { duty, .. } => state.overdue.push(*duty),
        Fact::TribunalFormed { members, .. } => {
            state.person = members.first().map(|member| member.person.clone());
        }
        Fact::ChallengeDecided { arbitrator, replacement: Some(comes), .. }
            if state.person.as_ref() == Some(arbitrator) =>
        {
            state.person = Some(comes.person.clone());
        }
        Fact::TakenOver { .. }
        | Fact::Accepted { .. }
        | Fact::CopyServed { .. }
        | Fact::DefenceForwarded { .. }
        | Fact::TribunalTold { .. }
        | Fact::Challenged { .. }
        | Fact::ChallengeDecided { .. }
        | Fact::HearingNotified { .. }
        | Fact::HearingChanged { .. }
        | Fact::HearingHeld { .. }
        | Fact::MediationFailed { .. }
        | Fact::StatementMade { .. }
        | Fact::StatementSigned { .. }
        | Fact::StatementRejected { .. }
        | Fact::AdvanceOrdered { .. }
        | Fact::Stayed { .. }
        | Fact::Resumed { .. }
        | Fact::Extended { .. }
        | Fact::Awarded { .. }
        | Fact::Received { .. }
        | Fact::RightLapsed { .. }
        | Fact::Closed { .. } => {}
    }
}

fn of_the_stage(state: &mut State, fact: &Fact) {
    let stage = std::mem::replace(&mut state.stage, Stage::Received);
    state.stage = match (stage, fact) {
        (Stage::Ended { how, on }, _) => Stage::Ended { how, on },
        (_, Fact::Closed { how, on, .. }) => Stage::Ended { how: *how, on: *on },
        (Stage::Received, Fact::Applied { .. }) => Stage::Applied,
        (Stage::Applied, Fact::Accepted { on }) => Stage::Pending { trial: accepted(*on) },
        (Stage::Pending { mut trial }, Fact::Stayed { ground, on }) => {
            trial.term.stop(*on, SUSPENSION);
            Stage::Stayed { trial, ground: *ground, since: *on }
        }
        (Stage::Stayed { mut trial, .. }, Fact::Resumed { on }) => {
            trial.term.resume(*on);
            Stage::Pending { trial }
        }
        (Stage::Pending { trial }, Fact::Awarded { kind, late, on, .. }) => Stage::Awarded {
            award: Award {
                on: *on,
                kind: *kind,
                late: *late,
                defaulted: trial.defaulted,
                received: Vec::new(),
                lapsed: Vec::new(),
            },
        },
        (stage, _) => stage,
    };
}

fn accepted(on: Date) -> Trial {
    Trial {
        accepted_on: on,
        term: Term::new("T-I-05", on),
        served: Vec::new(),
        defended: Vec::new(),
        to_forward: false,
        tribunal: None,
        told: false,
        hearing: None,
        first_heard: None,
        last_heard: None,
        defaulted: Vec::new(),
        mediated_on: None,
        statement: None,
        advance: Vec::new(),
    }
}

fn of_the_trial(trial: &mut Trial, fact: &Fact) {
    match fact {
        Fact::CopyServed { party, on, .. } => trial.served.push(Event { party: *party, on: *on }),
        Fact::DefenceFiled { party, on, .. } => {
            trial.defended.push(Event { party: *party, on: *on });
            trial.to_forward = true;
        }
        Fact::DefenceForwarded { .. } => trial.to_forward = false,
        Fact::TribunalFormed { members, on } => {
            trial.tribunal = Some(Tribunal::formed(members.clone(), *on));
        }
        Fact::TribunalTold { .. } => trial.told = true,
        Fact::Challenged { challenge } => {
            if let Some(tribunal) = &mut trial.tribunal {
                tribunal.challenge = Some(challenge.clone());
            }
        }
        Fact::ChallengeDecided { arbitrator, replacement, .. } => {
            if let Some(tribunal) = &mut trial.tribunal {
                tribunal.challenge = None;
                if let Some(comes) = replacement {
                    tribunal.replace(arbitrator, comes);
                    trial.told = false;
                }
            }
        }
        Fact::HearingNotified { hearing_on, place, .. } => {
            trial.hearing = Some((*hearing_on, *place));
        }
        Fact::HearingChanged { granted: true, .. } => trial.hearing = None,
        Fact::HearingHeld { defaulted, on } => {
            trial.hearing = None;
            trial.first_heard = trial.first_heard.or(Some(*on));
            trial.last_heard = Some(*on);
            trial.defaulted.clone_from(defaulted);
        }
        Fact::MediationFailed { on } => trial.mediated_on = Some(*on),
        Fact::StatementMade { on } => {
            trial.mediated_on = Some(*on);
            trial.statement = Some(Statement { made_on: *on, signed: Vec::new() });
        }
        Fact::StatementSigned { party, on } => {
            if let Some(statement) = &mut trial.statement {
                statement.signed.push(Event { party: *party, on: *on });
            }
        }
        Fact::StatementRejected { .. } => trial.statement = None,
        Fact::AdvanceOrdered { what, on, .. } => trial.advance.push((*what, *on)),
        Fact::Extended { days, .. } => {
            trial.term.extended = trial.term.extended.saturating_add(*days);
        }
        Fact::TakenOver { .. }
        | Fact::Applied { .. }
        | Fact::Accepted { .. }
        | Fact::OnTheSpotAsked { .. }
        | Fact::HearingChanged { .. }
        | Fact::MeasureAsked { .. }
        | Fact::MeasurePassed { .. }
        | Fact::MeasureRuled { .. }
        | Fact::Stayed { .. }
        | Fact::Resumed { .. }
        | Fact::Awarded { .. }
        | Fact::Received { .. }
        | Fact::RightLapsed { .. }
        | Fact::DutyOverdue { .. }
        | Fact::Closed { .. } => {}
    }
}

fn of_the_award(award: &mut Award, fact: &Fact) {
    match fact {
        Fact::Received { party, on, .. } => award.received.push(Event { party: *party, on: *on }),
        Fact::RightLapsed { party, .. } => award.lapsed.push(*party),
        Fact::TakenOver { .. }
        | Fact::Applied { .. }
        | Fact::Accepted { .. }
        | Fact::CopyServed { .. }
        | Fact::DefenceFiled { .. }
        | Fact::DefenceForwarded { .. }
        | Fact::TribunalFormed { .. }
        | Fact::TribunalTold { .. }
        | Fact::Challenged { .. }
        | Fact::ChallengeDecided { .. }
        | Fact::OnTheSpotAsked { .. }
        | Fact::HearingNotified { .. }
        | Fact::HearingChanged { .. }
        | Fact::HearingHeld { .. }
        | Fact::MediationFailed { .. }
        | Fact::StatementMade { .. }
        | Fact::StatementSigned { .. }
        | Fact::StatementRejected { .. }
        | Fact::AdvanceOrdered { .. }
        | Fact::MeasureAsked { .. }
        | Fact::MeasurePassed { .. }
        | Fact::MeasureRuled { .. }
        | Fact::Stayed { .. }
        | Fact::Resumed { .. }
        | Fact::Extended { .. }
        | Fact::Awarded { .. }
        | Fact::DutyOverdue { .. }
        | Fact::Closed { .. } => {}
    }
}
