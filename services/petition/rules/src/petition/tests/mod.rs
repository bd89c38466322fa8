//! The law of petitions in sentences.

mod office;
mod opinion;
mod properties;
mod scenarios;
mod walk;

use jiefen_procedure::{Actor, Circumstances, ClockEffect, Explain, Procedure};
use jiefen_terms::Law;
use jiefen_vocab::{Moment, Role, TrackKind};
use jiff::civil::Date;

use super::samples::*;
use super::{
    Answer, Branch, Command, Earlier, Fact, Form, Matter, Petition, Receive, Reply, ReportUp,
    RoadEnd, State,
};

fn ask_as(
    who: &str,
    state: Option<&State>,
    command: &Command,
    today: Date,
) -> Result<Vec<Fact>, String> {
    let actor =
        Actor { agency: agency("petition"), person: who.to_owned(), role: Role::PetitionOfficer };
    let now = Moment::from_local(today.at(9, 0, 0, 0));
    let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
    Petition::decide(state, command, &ctx).map_err(|refusal| {
        assert!(!refusal.zh().is_empty() && !refusal.en().is_empty(), "{refusal:?}");
        assert!(!refusal.basis().is_empty() && !refusal.instead().is_empty(), "{refusal:?}");
        assert!(!refusal.zh().contains("{}"), "{refusal:?}");
        refusal.name().to_owned()
    })
}

fn ask_law(state: Option<&State>, command: &Command, today: Date) -> Result<Vec<Fact>, String> {
    ask_as("p1", state, command, today)
}

impl Case {
    /// Asks for something that must be refused with this name.
    fn refuses(self, today: Date, command: Command, name: &str) -> Case {
        let answer = ask_law(self.state.as_ref(), &command, today);
        assert_eq!(answer, Err(name.to_owned()), "{today} {command:?}");
        self
    }

    fn is(self, code: &str) -> Case {
        assert_eq!(self.state().code(), code);
        self
    }

    fn state(&self) -> &State {
        self.state.as_ref().unwrap()
    }

    /// The clocks that the last fact started: key, last day.
    fn started(&self) -> Vec<(String, Date)> {
        self.facts.last().map(started).unwrap_or_default()
    }
}

fn started(fact: &Fact) -> Vec<(String, Date)> {
    let start = |effect| {
        let ClockEffect::Start { key, rule, from } = effect else { return None };
        Some((key, due(&rule, from)))
    };
    Petition::clocks(fact).into_iter().filter_map(start).collect()
}

fn due(rule: &str, from: Date) -> Date {
    Law::shipped().due(&jiefen_terms::Query::new(rule, from)).unwrap().due.day()
}

fn received(on: Date) -> Case {
    Case::new().does(on, Command::Receive(Box::new(petition(on))))
}

/// Received on 1 July, forwarded and received by the unit on the 3rd.
fn handed(branch: Branch) -> Case {
    received(day(7, 1))
        .does(day(7, 2), classify(day(7, 2), branch, None))
        .does(day(7, 3), forward(day(7, 3), "housing"))
        .does(day(7, 3), Command::Acknowledge(on(day(7, 3))))
}

/// Accepted for an opinion on 31 July.
fn accepted() -> Case {
    handed(Branch::Opinion).does(day(7, 31), Command::Accept(on(day(7, 31))))
}

/// The opinion of 1 September is served on the 3rd.
fn served() -> Case {
    accepted()
        .does(day(9, 1), Command::GiveOpinion(opine(day(9, 1))))
        .does(day(9, 3), Command::Serve(on(day(9, 3))))
}

/// The review opinion of 20 October is served on the 21st.
fn reviewed() -> Case {
    served()
        .does(day(9, 30), Command::AskReview(on(day(9, 30))))
        .does(day(10, 20), Command::Review(opine(day(10, 20))))
        .does(day(10, 21), Command::Serve(on(day(10, 21))))
}
