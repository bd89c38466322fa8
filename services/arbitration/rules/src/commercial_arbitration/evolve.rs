//! The state after a fact. Total: a fact that cannot follow leaves the state as it is.

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::term::Term;
use jiff::civil::Date;

use super::{AWARD_TERM, Act, Attack, Award, Ending, Fact, Form, SUSPENSION, Stage, State, Trial};
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
    match &mut state.stage {
        Stage::Pending { trial } | Stage::Stayed { trial, .. } => of_the_trial(trial, fact),
        Stage::Awarded { award, .. } | Stage::Ended { award: Some(award), .. } => {
            of_the_award(award, fact);
        }
        Stage::Received | Stage::Applied | Stage::Ended { award: None, .. } => {}
    }
    Some(state)
}

fn fresh(brief: &Brief, on: Date, person: Option<String>) -> State {
    State {
        brief: brief.clone(),
        number: String::new(),
        applied_on: on,
        act: Act::on(on),
        agreement: None,
        facts: BTreeSet::new(),
        counterclaim: false,
        online_opposed: Vec::new(),
        measures: Vec::new(),
        overdue: Vec::new(),
        person,
        stage: Stage::Received,
    }
}

fn of_the_case(state: &mut State, fact: &Fact) {
    match fact {
        Fact::Applied { brief, number, agreement, facts, on } => {
            state.brief.clone_from(brief);
            state.number.clone_from(number);
            state.agreement = Some(agreement.clone());
            state.facts.clone_from(facts);
            state.applied_on = *on;
            state.act = Act::on(*on);
        }
        Fact::DefenceFiled { counterclaim, .. } => state.counterclaim |= counterclaim,
        Fact::OnlineOpposed { party, on } => {
            state.online_opposed.push(Event { party: *party, on: *on });
        }
        Fact::MeasureAsked { party, what, on } => {
            state.measures.push((*what, Event { party: *party, on: *on }));
        }
        Fact::HearingHeld { deemed: true, .. } => {
            if let Some(agreement) = &mut state.agreement {
                agreement.form = Form::Deemed;
            }
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
        | Fact::Objected { .. }
        | Fact::ObjectionDismissed { .. }
        | Fact::SuitBarred { .. }
        | Fact::Disclosed { .. }
        | Fact::AdHocFiled { .. }
        | Fact::Challenged { .. }
        | Fact::ChallengeDecided { .. }
        | Fact::Repeated { .. }
        | Fact::HearingNotified { .. }
        | Fact::PostponementDecided { .. }
        | Fact::HearingHeld { .. }
        | Fact::MediationFailed { .. }
        | Fact::StatementMade { .. }
        | Fact::StatementSigned { .. }
        | Fact::StatementRejected { .. }
        | Fact::Stayed { .. }
        | Fact::Resumed { .. }
        | Fact::Awarded { .. }
        | Fact::Received { .. }
        | Fact::CorrectionAsked { .. }
        | Fact::Corrected { .. }
        | Fact::SetAsideAsked { .. }
        | Fact::Remitted { .. }
        | Fact::BegunAgain { .. }
        | Fact::DeclinedAgain { .. }
        | Fact::SetAsideDismissed { .. }
        | Fact::RightLapsed { .. }
        | Fact::Closed { .. } => {}
    }
}

fn of_the_stage(state: &mut State, fact: &Fact) {
    let stage = std::mem::replace(&mut state.stage, Stage::Received);
    state.stage = match (stage, fact) {
        (
            Stage::Ended { how: Ending::Concluded, award, .. },
            Fact::Closed { how: how @ Ending::NotEnforced, on, .. },
        ) => Stage::Ended { how: *how, on: *on, award },
        (Stage::Ended { how, on, award }, _) => Stage::Ended { how, on, award },
        (Stage::Awarded { award, .. }, Fact::Closed { how, on, .. }) => {
            Stage::Ended { how: *how, on: *on, award: Some(award) }
        }
        (_, Fact::Closed { how, on, .. }) => Stage::Ended { how: *how, on: *on, award: None },
        (Stage::Received, Fact::Applied { .. }) => Stage::Applied,
        (Stage::Applied, Fact::Accepted { on }) => Stage::Pending { trial: accepted(*on) },
        (Stage::Pending { mut trial }, Fact::Stayed { ground, on }) => {
            if let Some(term) = &mut trial.term {
                term.stop(*on, SUSPENSION);
            }
            Stage::Stayed { trial, ground: *ground, since: *on }
        }
        (Stage::Stayed { mut trial, .. }, Fact::Resumed { on }) => {
            if let Some(term) = &mut trial.term {
                term.resume(*on);
            }
            Stage::Pending { trial }
        }
        (Stage::Pending { trial }, Fact::Awarded { kind, on, .. }) => Stage::Awarded {
            award: Award {
                on: *on,
                kind: *kind,
                defaulted: trial.defaulted.clone(),
                received: Vec::new(),
                correction: Vec::new(),
                corrected: Vec::new(),
                attacks: Vec::new(),
                remitted: None,
                dismissed: Vec::new(),
                lapsed: Vec::new(),
            },
            trial,
        },
        (Stage::Awarded { trial, .. }, Fact::BegunAgain { on, .. }) => {
            state.overdue.clear();
            Stage::Pending { trial: again(trial, *on) }
        }
        (stage, _) => stage,
    };
}

fn accepted(on: Date) -> Trial {
    Trial {
        begun_on: on,
        again: false,
        served: Vec::new(),
        defended: Vec::new(),
        to_forward: false,
        objection: None,
        confirmed: false,
        tribunal: None,
        replaced: false,
        hearing_on: None,
        first_heard: None,
        last_heard: None,
        defaulted: Vec::new(),
        statement: None,
        term: None,
    }
}

/// The same tribunal tries it again; what it heard before does not carry a new award.
fn again(trial: Trial, on: Date) -> Trial {
    Trial {
        begun_on: on,
        again: true,
        hearing_on: None,
        last_heard: None,
        defaulted: Vec::new(),
        statement: None,
        term: Some(Term::new(AWARD_TERM, on)),
        ..trial
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
        Fact::Objected { objection } => trial.objection = Some(*objection),
        Fact::ObjectionDismissed { .. } => {
            trial.objection = None;
            trial.confirmed = true;
        }
        Fact::TribunalFormed { .. } | Fact::Challenged { .. } | Fact::ChallengeDecided { .. } => {
            of_the_tribunal(trial, fact)
        }
        Fact::Repeated { .. } => {
            trial.replaced = false;
            trial.last_heard = None;
        }
        Fact::HearingNotified { hearing_on, .. } => trial.hearing_on = Some(*hearing_on),
        Fact::PostponementDecided { granted: true, .. } => trial.hearing_on = None,
        Fact::HearingHeld { defaulted, on, .. } => {
            trial.hearing_on = None;
            trial.first_heard = trial.first_heard.or(Some(*on));
            trial.last_heard = Some(*on);
            trial.defaulted.clone_from(defaulted);
        }
        Fact::StatementMade { on } => {
            trial.statement = Some(Statement { made_on: *on, signed: Vec::new() });
        }
        Fact::StatementSigned { party, on } => {
            if let Some(statement) = &mut trial.statement {
                statement.signed.push(Event { party: *party, on: *on });
            }
        }
        Fact::StatementRejected { .. } => trial.statement = None,
        Fact::TakenOver { .. }
        | Fact::Applied { .. }
        | Fact::Accepted { .. }
        | Fact::SuitBarred { .. }
        | Fact::MeasureAsked { .. }
        | Fact::Disclosed { .. }
        | Fact::AdHocFiled { .. }
        | Fact::OnlineOpposed { .. }
        | Fact::PostponementDecided { .. }
        | Fact::MediationFailed { .. }
        | Fact::Stayed { .. }
        | Fact::Resumed { .. }
        | Fact::Awarded { .. }
        | Fact::Received { .. }
        | Fact::CorrectionAsked { .. }
        | Fact::Corrected { .. }
        | Fact::SetAsideAsked { .. }
        | Fact::Remitted { .. }
        | Fact::BegunAgain { .. }
        | Fact::DeclinedAgain { .. }
        | Fact::SetAsideDismissed { .. }
        | Fact::RightLapsed { .. }
        | Fact::DutyOverdue { .. }
        | Fact::Closed { .. } => {}
    }
}

/// Who sits, and who is challenged.
fn of_the_tribunal(trial: &mut Trial, fact: &Fact) {
    if let Fact::TribunalFormed { members, on, .. } = fact {
        trial.tribunal = Some(Tribunal::formed(members.clone(), *on));
        trial.term = Some(Term::new(AWARD_TERM, *on));
    }
    let Some(tribunal) = &mut trial.tribunal else { return };
    if let Fact::Challenged { challenge } = fact {
        tribunal.challenge = Some(challenge.clone());
    }
    if let Fact::ChallengeDecided { arbitrator, replacement, .. } = fact {
        tribunal.challenge = None;
        if let Some(comes) = replacement {
            tribunal.replace(arbitrator, comes);
            trial.replaced = true;
        }
    }
}

fn of_the_award(award: &mut Award, fact: &Fact) {
    match fact {
        Fact::Received { party, on, .. } => award.received.push(Event { party: *party, on: *on }),
        Fact::CorrectionAsked { party, on } => {
            award.correction.push(Event { party: *party, on: *on });
        }
        Fact::Corrected { on } => {
            award.correction.clear();
            award.corrected.push(*on);
        }
        Fact::SetAsideAsked { party, ground, on } => {
            let by = Event { party: *party, on: *on };
            award.attacks.push(Attack { by, ground: *ground });
        }
        Fact::Remitted { by, .. } => award.remitted = Some(*by),
        Fact::DeclinedAgain { .. } => award.remitted = None,
        Fact::SetAsideDismissed { .. } => award.dismissed.append(&mut award.attacks),
        Fact::RightLapsed { party, .. } => award.lapsed.push(*party),
        Fact::TakenOver { .. }
        | Fact::Applied { .. }
        | Fact::Accepted { .. }
        | Fact::CopyServed { .. }
        | Fact::DefenceFiled { .. }
        | Fact::DefenceForwarded { .. }
        | Fact::Objected { .. }
        | Fact::ObjectionDismissed { .. }
        | Fact::SuitBarred { .. }
        | Fact::MeasureAsked { .. }
        | Fact::TribunalFormed { .. }
        | Fact::Disclosed { .. }
        | Fact::AdHocFiled { .. }
        | Fact::Challenged { .. }
        | Fact::ChallengeDecided { .. }
        | Fact::Repeated { .. }
        | Fact::OnlineOpposed { .. }
        | Fact::HearingNotified { .. }
        | Fact::PostponementDecided { .. }
        | Fact::HearingHeld { .. }
        | Fact::MediationFailed { .. }
        | Fact::StatementMade { .. }
        | Fact::StatementSigned { .. }
        | Fact::StatementRejected { .. }
        | Fact::Stayed { .. }
        | Fact::Resumed { .. }
        | Fact::Awarded { .. }
        | Fact::BegunAgain { .. }
        | Fact::DutyOverdue { .. }
        | Fact::Closed { .. } => {}
    }
}
