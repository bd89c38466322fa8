//! The state after a fact. A fact that cannot follow leaves the state as it is.
#![allow(clippy::wildcard_enum_match_arm, reason = "each part of the state takes what concerns it")]

use jiefen_vocab::Agency;
use jiff::civil::Date;

use super::fact::Fact;
use super::state::{Classified, Ended, Handed, Handling, Opinion, Stage, State};

pub(super) fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
    let Some(mut state) = state else { return begin(fact) };
    of_the_matter(&mut state, fact);
    of_the_stage(&mut state, fact);
    Some(state)
}

fn begin(fact: &Fact) -> Option<State> {
    let Fact::Received {
        on,
        brief,
        number,
        form,
        matter,
        earlier,
        grave,
        representatives,
        accused,
        to: _,
    } = fact
    else {
        return None;
    };
    Some(State {
        brief: (**brief).clone(),
        number: number.clone(),
        received_on: *on,
        form: *form,
        matter: *matter,
        earlier: earlier.clone(),
        to_report: *grave,
        representatives: representatives.clone(),
        accused: accused.clone(),
        recused: Vec::new(),
        classified: None,
        person: None,
        stage: Stage::Registered,
    })
}

fn of_the_matter(state: &mut State, fact: &Fact) {
    match fact {
        Fact::ReportedUp { .. } => state.to_report = false,
        Fact::Recused { person, .. } => {
            state.recused.push(person.clone());
            if state.person.as_ref() == Some(person) {
                state.person = None;
            }
        }
        Fact::Assigned { person, .. } => state.person = Some(person.clone()),
        Fact::Classified { on, branch, route, .. } => {
            state.classified = Some(Classified { branch: *branch, route: *route, on: *on });
        }
        _ => {}
    }
}

fn handed(unit: Agency, on: Date, report_by: Option<Date>, fixed: bool) -> Stage {
    Stage::Forwarded(Handed { unit, on, report_by, received_on: None, fixed, told: false })
}

fn opinion(on: Date, verdict: super::Verdict) -> Opinion {
    Opinion { on, verdict, served_on: None }
}

fn of_the_stage(state: &mut State, fact: &Fact) {
    let stage = std::mem::replace(&mut state.stage, Stage::Registered);
    state.stage = match (stage, fact) {
        (Stage::Ended(ended), _) => Stage::Ended(ended),
        (_, Fact::Closed { on, how, .. }) => Stage::Ended(Ended { how: *how, on: *on }),
        (
            Stage::Registered | Stage::Objected { .. },
            Fact::Forwarded { on, unit, report_by, .. },
        ) => handed(*unit, *on, *report_by, false),
        (Stage::Objected { .. }, Fact::Designated { on, unit, .. }) => {
            handed(*unit, *on, None, true)
        }
        (Stage::Forwarded(handed), Fact::Acknowledged { on, .. }) => {
            Stage::Forwarded(Handed { received_on: Some(*on), ..handed })
        }
        (Stage::Forwarded(handed), Fact::ObjectionLapsed { .. }) => {
            Stage::Forwarded(Handed { fixed: true, ..handed })
        }
        (Stage::Forwarded(handed), Fact::Told { .. }) => {
            Stage::Forwarded(Handed { fixed: true, told: true, ..handed })
        }
        (Stage::Forwarded(handed), Fact::TellingExcused { .. }) => {
            Stage::Forwarded(Handed { told: true, ..handed })
        }
        (Stage::Forwarded(handed), Fact::Objected { on, proposes }) => {
            Stage::Objected { handed, on: *on, proposes: *proposes }
        }
        (Stage::Forwarded(_), Fact::Accepted { on, .. }) => {
            Stage::Handling(Handling { accepted_on: *on, extended: false })
        }
        (Stage::Handling(handling), Fact::Extended { .. }) => {
            Stage::Handling(Handling { extended: true, ..handling })
        }
        (Stage::Handling(_), Fact::OpinionGiven { on, verdict }) => {
            Stage::Opinion(opinion(*on, *verdict))
        }
        (Stage::Opinion(given), Fact::OpinionServed { on, .. }) => {
            Stage::Opinion(Opinion { served_on: Some(*on), ..given })
        }
        (Stage::Opinion(_), Fact::ReviewAsked { on }) => Stage::Review { asked_on: *on },
        (Stage::Review { .. }, Fact::ReviewGiven { on, verdict }) => {
            Stage::Reviewed(opinion(*on, *verdict))
        }
        (Stage::Reviewed(given), Fact::ReviewServed { on, .. }) => {
            Stage::Reviewed(Opinion { served_on: Some(*on), ..given })
        }
        (Stage::Reviewed(_), Fact::RereviewAsked { on }) => {
            Stage::Rereview { asked_on: *on, hearing_since: None }
        }
        (Stage::Rereview { asked_on, .. }, Fact::HearingStarted { on }) => {
            Stage::Rereview { asked_on, hearing_since: Some(*on) }
        }
        (Stage::Rereview { asked_on, .. }, Fact::HearingEnded { .. }) => {
            Stage::Rereview { asked_on, hearing_since: None }
        }
        (stage, _) => stage,
    };
}
