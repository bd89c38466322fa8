//! Sample courses of petitions, for tests and for the bench.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;

use jiefen_procedure::kit::{Move, actor, decide, longest};
use jiefen_procedure::{Brief, Procedure};
use jiefen_vocab::{
    Agency, Channel, DisputeId, DisputeKind, Id, Party, PartyKind, PartyRole, Private, Role,
    TrackKind,
};
use jiff::civil::{Date, date};

use super::{
    Answer, Branch, Classify, Command, Designate, Designator, Earlier, Fact, Form, Forward, Matter,
    Object, On, Opine, Person, Petition, Receive, Reply, ReportUp, RoadEnd, State, Verdict,
};

/// Who handles the samples.
pub const CLERK: Role = Role::PetitionOfficer;

/// The unit complained of, as a party.
pub const UNIT: u32 = 9;

/// A day of 2026.
pub fn day(month: i8, day: i8) -> Date {
    date(2026, month, day)
}

/// A unit of the county.
pub fn agency(code: &str) -> Agency {
    format!("640122.{code}").parse().unwrap()
}

/// A party.
pub fn party(no: u32, role: PartyRole, kind: PartyKind) -> Party {
    Party { no, name: Private::new(format!("当事人{no}")), role, kind, minor: false, more: None }
}

/// A dispute with so many petitioners and the unit complained of.
pub fn brief(petitioners: u32) -> Brief {
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

/// A petition by one petitioner.
pub fn petition(on: Date) -> Receive {
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

/// Something on a day.
pub fn on(on: Date) -> On {
    On { on }
}

/// It is sorted.
pub fn classify(on: Date, branch: Branch, route: Option<TrackKind>) -> Command {
    Command::Classify(Classify { on, branch, route })
}

/// It is forwarded.
pub fn forward(on: Date, code: &str) -> Command {
    Command::Forward(Forward { on, unit: agency(code), report_by: None })
}

/// A unit is designated.
pub fn designate(on: Date, code: &str) -> Command {
    Command::Designate(Designate { on, unit: agency(code), by: Designator::JointMeeting })
}

/// The unit objects.
pub fn object(on: Date) -> Command {
    Command::Object(Object { on, proposes: Some(agency("court")) })
}

/// An opinion.
pub fn opine(on: Date) -> Opine {
    Opine { on, verdict: Verdict::Rejected }
}

/// A member of staff.
pub fn person(on: Date, id: &str) -> Person {
    Person { on, person: id.to_owned() }
}

/// A matter as it goes.
#[derive(Debug, Clone, Default)]
pub struct Case {
    /// Where it stands.
    pub state: Option<State>,
    /// What has happened.
    pub facts: Vec<Fact>,
    /// What was done, in order.
    pub given: Vec<Move<Petition>>,
}

impl Case {
    /// Not yet begun.
    pub fn new() -> Case {
        Case::default()
    }

    /// Does something that must be lawful.
    pub fn does(mut self, today: Date, command: Command) -> Case {
        let facts = decide::<Petition>(self.state.as_ref(), &command, today, CLERK)
            .unwrap_or_else(|refusal| panic!("{today} {}: {refusal:?}", command.name()));
        for fact in facts {
            self.state = Petition::evolve(self.state, &fact);
            self.facts.push(fact);
        }
        self.given.push((today, CLERK, command));
        self
    }
}

/// Everything somebody may try on a day, right or wrong.
pub fn samples(at: Date) -> Vec<Command> {
    let mut found = vec![
        Command::Receive(Box::new(petition(at))),
        Command::NotAccept(on(at)),
        Command::ReportUp(ReportUp { on: at, to: vec![agency("government")] }),
        Command::Recuse(person(at, "p7")),
        Command::Assign(person(at, "p8")),
        forward(at, "housing"),
        forward(at, "water"),
        Command::Acknowledge(on(at)),
        object(at),
        Command::LapseObjection,
        designate(at, "housing"),
        Command::Tell(on(at)),
        Command::ExcuseTelling(on(at)),
        Command::Accept(on(at)),
        Command::Extend(on(at)),
        Command::Settle(on(at)),
        Command::GiveOpinion(opine(at)),
        Command::Serve(on(at)),
        Command::LapseReview,
        Command::AskReview(on(at)),
        Command::Review(opine(at)),
        Command::AskRereview(on(at)),
        Command::StartHearing(on(at)),
        Command::EndHearing(on(at)),
        Command::Rereview(opine(at)),
        Command::HandOn(on(at)),
        Command::Withdraw(on(at)),
    ];
    for branch in [
        Branch::Legal,
        Branch::Arbitration,
        Branch::PartyAppeal,
        Branch::AdministrativeProcedure,
        Branch::DutyToAct,
        Branch::Opinion,
    ] {
        found.push(classify(at, branch, None));
    }
    for reply in [Reply::Adopted, Reply::NotAdopted, Reply::Acted, Reply::Answered] {
        found.push(Command::Reply(Answer { on: at, reply }));
    }
    found
}

fn grave(mut petition: Receive) -> Receive {
    petition.grave = true;
    petition
}

/// Every kind of petition, all grave, so that reporting can be tried everywhere.
fn kinds() -> Vec<Receive> {
    let claim = grave(petition(day(7, 1)));
    let earlier = Some(Earlier::Ended { how: RoadEnd::Rereviewed, on: day(3, 1) });
    vec![
        claim.clone(),
        Receive { matter: Matter::Suggestion, ..claim.clone() },
        Receive { matter: Matter::Accusation, ..claim.clone() },
        Receive { earlier, ..claim },
    ]
}

fn follow(case: &Case, today: Date, command: Command) -> Option<Case> {
    decide::<Petition>(case.state.as_ref(), &command, today, CLERK).ok()?;
    Some(case.clone().does(today, command))
}

/// States of cases that together pass through every state of the chart.
pub fn stops() -> Vec<(Case, Date)> {
    let mut found = vec![(Case::new(), day(7, 1))];
    for kind in kinds() {
        let case = Case::new().does(day(7, 1), Command::Receive(Box::new(kind)));
        found.push((case.clone(), day(7, 2)));
        let mut sorted = vec![case.clone()];
        for branch in [Branch::Legal, Branch::DutyToAct, Branch::Opinion] {
            sorted.extend(follow(&case, day(7, 2), classify(day(7, 2), branch, None)));
        }
        for case in sorted {
            let Some(case) = follow(&case, day(7, 3), forward(day(7, 3), "housing")) else {
                continue;
            };
            let received = case.clone().does(day(7, 3), Command::Acknowledge(on(day(7, 3))));
            let objected = received.clone().does(day(7, 6), object(day(7, 6)));
            let excused = follow(&received, day(7, 6), Command::ExcuseTelling(on(day(7, 6))));
            let fixed = follow(&received, day(7, 20), Command::LapseObjection);
            found.extend([
                (case, day(7, 3)),
                (received.clone(), day(7, 6)),
                (received, day(7, 20)),
            ]);
            let named = objected.clone().does(day(7, 7), designate(day(7, 7), "water"));
            found.extend([(objected, day(7, 7)), (named, day(7, 8))]);
            found.extend(excused.map(|case| (case, day(7, 20))));
            found.extend(fixed.map(|case| (case, day(7, 20))));
        }
    }
    found.extend(later());
    found
}

fn later() -> Vec<(Case, Date)> {
    let start = Case::new().does(day(7, 1), Command::Receive(Box::new(grave(petition(day(7, 1))))));
    let handling = start
        .does(day(7, 2), classify(day(7, 2), Branch::Opinion, None))
        .does(day(7, 3), forward(day(7, 3), "housing"))
        .does(day(7, 3), Command::Acknowledge(on(day(7, 3))))
        .does(day(7, 31), Command::Accept(on(day(7, 31))));
    let given = handling.clone().does(day(9, 1), Command::GiveOpinion(opine(day(9, 1))));
    let served = given.clone().does(day(9, 3), Command::Serve(on(day(9, 3))));
    let review = served.clone().does(day(9, 30), Command::AskReview(on(day(9, 30))));
    let second = review.clone().does(day(10, 20), Command::Review(opine(day(10, 20))));
    let again = second.clone().does(day(10, 21), Command::Serve(on(day(10, 21))));
    let rereview = again.clone().does(day(11, 2), Command::AskRereview(on(day(11, 2))));
    let hearing = rereview.clone().does(day(11, 9), Command::StartHearing(on(day(11, 9))));
    let ended = rereview.clone().does(day(11, 9), Command::Rereview(opine(day(11, 9))));
    vec![
        (handling, day(8, 10)),
        (given, day(9, 2)),
        (served.clone(), day(9, 4)),
        (served, day(11, 20)),
        (review, day(10, 8)),
        (second, day(10, 21)),
        (again.clone(), day(10, 22)),
        (again, day(12, 20)),
        (rereview, day(11, 3)),
        (hearing, day(11, 10)),
        (ended, day(11, 10)),
    ]
}

/// Everything on several days, every kind of petition, and a recusal of the clerk himself.
pub fn moves() -> Vec<Move<Petition>> {
    let days = [(7, 2), (7, 7), (7, 20), (8, 10), (9, 4), (10, 8), (10, 22), (11, 10), (12, 20)];
    let mut all: Vec<Move<Petition>> = Vec::new();
    for (month, no) in days {
        let at = day(month, no);
        all.extend(samples(at).into_iter().map(|command| (at, CLERK, command)));
    }
    let first = day(7, 1);
    let begun = kinds().into_iter().map(|kind| Command::Receive(Box::new(kind)));
    let recused = Command::Recuse(person(day(8, 10), &actor(CLERK).person));
    all.extend(begun.map(|command| (first, CLERK, command)));
    all.push((day(8, 10), CLERK, recused));
    all
}

/// Lawful courses, which together pass through every state of the chart.
pub fn lines() -> Vec<Vec<Move<Petition>>> {
    let kind = |no: usize| {
        Case::new().does(day(7, 1), Command::Receive(Box::new(kinds().swap_remove(no))))
    };
    let turned_away = kind(3).does(day(7, 2), Command::NotAccept(on(day(7, 2))));
    let reply = Reply::Adopted;
    let answered = kind(1)
        .does(day(7, 3), forward(day(7, 3), "housing"))
        .does(day(7, 3), Command::Acknowledge(on(day(7, 3))))
        .does(day(7, 6), Command::Reply(Answer { on: day(7, 6), reply }));
    let ended = [turned_away, answered].map(|case| case.given);
    let stops = stops().into_iter().map(|(case, _)| case.given);
    longest::<Petition>(stops.chain(ended).collect())
}
