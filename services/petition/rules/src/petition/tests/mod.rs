//! The law of petitions in sentences.

mod office;
mod opinion;
mod properties;
mod scenarios;
mod walk;

use std::collections::BTreeSet;

use jiefen_procedure::{Actor, Brief, Circumstances, ClockEffect, Explain, Procedure};
use jiefen_terms::Law;
use jiefen_vocab::{
    Agency, Channel, DisputeId, DisputeKind, Id, Moment, Party, PartyKind, PartyRole, Private,
    Role, TrackKind,
};
use jiff::civil::{Date, date};

use super::{
    Answer, Branch, Classify, Command, Designate, Designator, Earlier, Fact, Form, Forward, Matter,
    Object, On, Opine, Person, Petition, Receive, Reply, ReportUp, RoadEnd, State, Verdict,
};

/// The unit complained of, as a party.
const UNIT: u32 = 9;

fn day(month: i8, day: i8) -> Date {
    date(2026, month, day)
}

fn agency(code: &str) -> Agency {
    format!("640122.{code}").parse().unwrap()
}

fn party(no: u32, role: PartyRole, kind: PartyKind) -> Party {
    Party { no, name: Private::new(format!("当事人{no}")), role, kind, minor: false }
}

fn brief(petitioners: u32) -> Brief {
    let mut parties: Vec<Party> =
        (1..=petitioners).map(|no| party(no, PartyRole::Applicant, PartyKind::Person)).collect();
    parties.push(party(UNIT, PartyRole::Respondent, PartyKind::Org));
    Brief {
        dispute: DisputeId(Id::from_bits(5)),
        code: "640122-5".to_owned(),
        kind: DisputeKind::Labour,
        channel: Channel::Online,
        place: "640122".parse().unwrap(),
        other_place: None,
        summary: Private::new("经济补偿没有支付".to_owned()),
        parties,
        amount: None,
        people: petitioners,
        flags: BTreeSet::new(),
        received_on: day(9, 25),
        track: TrackKind::Petition,
        basis: "信访工作条例17".to_owned(),
        known: Default::default(),
        consents: Vec::new(),
    }
}

fn petition(on: Date) -> Receive {
    Receive {
        brief: brief(1),
        number: "贺信〔2026〕5号".to_owned(),
        on,
        form: Form::Online,
        matter: Matter::Claim,
        earlier: None,
        grave: false,
        representatives: Vec::new(),
        accused: Vec::new(),
    }
}

fn on(on: Date) -> On {
    On { on }
}

fn classify(on: Date, branch: Branch, route: Option<TrackKind>) -> Command {
    Command::Classify(Classify { on, branch, route })
}

fn forward(on: Date, code: &str) -> Command {
    Command::Forward(Forward { on, unit: agency(code), report_by: None })
}

fn designate(on: Date, code: &str) -> Command {
    Command::Designate(Designate { on, unit: agency(code), by: Designator::JointMeeting })
}

fn object(on: Date) -> Command {
    Command::Object(Object { on, proposes: Some(agency("court")) })
}

fn opine(on: Date) -> Opine {
    Opine { on, verdict: Verdict::Rejected }
}

fn person(on: Date, id: &str) -> Person {
    Person { on, person: id.to_owned() }
}

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

/// A matter as it goes.
#[derive(Debug, Clone, Default)]
struct Case {
    state: Option<State>,
    facts: Vec<Fact>,
}

impl Case {
    fn new() -> Case {
        Case::default()
    }

    /// Does something that must be lawful.
    fn does(mut self, today: Date, command: Command) -> Case {
        let facts = ask_law(self.state.as_ref(), &command, today)
            .unwrap_or_else(|name| panic!("{today} {}: refused {name}", command.name()));
        for fact in facts {
            self.state = Petition::evolve(self.state, &fact);
            self.facts.push(fact);
        }
        self
    }

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
