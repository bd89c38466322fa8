//! S05: a petition that is really an arbitration matter, and in the end a matter for the court.

use jiefen_arbitration_rules::labour_arbitration::{
    Command as Case, LabourArbitration, On as At, RefusalGround, Refuse, TakeOver,
};
use jiefen_handoff::Ground;
use jiefen_intake_rules::dispute::Command;
use jiefen_intake_rules::dispute::orders::Decline;
use jiefen_petition_rules::petition::{
    Branch, Classify, Command as Letter, Designate, Designator, Earlier, Form, Forward, Matter,
    Object, On, Petition, Receive,
};
use jiefen_procedure::kit::{brief, day};
use jiefen_procedure::matrix::Circumstance as C;
use jiefen_procedure::matrix::Standing::{Failed, Running};
use jiefen_procedure::matrix::ended_by;
use jiefen_vocab::{
    Channel, DisputeId, DisputeKind as K, Outcome, PartyKind, PartyRole, TrackKind as T,
};

use super::{Mode, check, of};
use crate::course::Course;
use crate::desk::{COURT, Desk, classified, offer, party, two};
use crate::umbrella::agency;

const OFFICE: &str = "640122.petition";
const COMMISSION: &str = "640122.labour_arbitration";

/// A letter that comes in on a day.
pub fn letter(on: &str, earlier: Option<Earlier>) -> Letter {
    let mut told = brief(K::Labour, T::Petition, day(on));
    told.parties = vec![
        party(1, PartyRole::Applicant, PartyKind::Person),
        party(2, PartyRole::Respondent, PartyKind::Org),
    ];
    Letter::Receive(Box::new(Receive {
        brief: told,
        number: "贺信〔2026〕5号".to_owned(),
        on: day(on),
        form: Form::Online,
        matter: Matter::Claim,
        earlier,
        grave: false,
        representatives: Vec::new(),
        accused: Vec::new(),
    }))
}

fn on(text: &str) -> On {
    On { on: day(text) }
}

fn sorted(text: &str, branch: Branch, route: T) -> Letter {
    Letter::Classify(Classify { on: day(text), branch, route: Some(route) })
}

/// Steps 1 to 3, 5 and 6: fifteen days to sort, the route and its last day told, the sixty days never run.
fn the_petition() -> Course<Petition> {
    let mut course = Course::new();
    // 10 October is a Saturday that is worked, and an office's duty does not roll.
    course.does("2026-09-25", letter("2026-09-25", None)).due("forward", "2026-10-10");
    let route = sorted("2026-09-28", Branch::Arbitration, T::LabourArbitration);
    course.does("2026-09-28", route);
    let told = &course.told()[0];
    assert_eq!(told.rule.as_deref(), Some("T-H-05"), "劳动争议调解仲裁法 27: one year");
    let unit = "640122.hrss".parse().unwrap();
    let forward = Forward { on: day("2026-09-29"), unit, report_by: None };
    course.does("2026-09-29", Letter::Forward(forward));
    // 信访工作条例 23: five working days over the National Day, with 10 October worked.
    course.does("2026-09-30", Letter::Acknowledge(on("2026-09-30"))).due("objection", "2026-10-13");
    let proposes = Some(COURT.parse().unwrap());
    let object = |text: &str| Letter::Object(Object { on: day(text), proposes });
    course.refuses("2026-10-14", object("2026-10-14"), "OBJECTION_LATE");
    course.does("2026-10-13", object("2026-10-13")).stands("objected");
    course.does("2026-10-14", sorted("2026-10-14", Branch::Legal, T::Litigation));
    let (unit, by) = (COURT.parse().unwrap(), Designator::JointMeeting);
    course.does("2026-10-14", Letter::Designate(Designate { on: day("2026-10-14"), unit, by }));
    course.does("2026-10-15", Letter::Acknowledge(on("2026-10-15")));
    course.does("2026-10-16", Letter::Tell(on("2026-10-16"))).stands("routed");
    let clocks: Vec<_> = course.facts.iter().flat_map(super::clocks::<Petition>).collect();
    assert!(!clocks.contains(&"opinion".to_owned()), "信访工作条例 31(6) only: {clocks:?}");
    let forms = course.forms();
    for form in ["petition_receipt", "route", "forwarded", "told", "closed"] {
        assert!(forms.iter().any(|one| one == form), "{form} in {forms:?}");
    }
    course
}

/// Step 4: the same matter at the city while the county has it (信访工作条例 20).
fn at_the_city() {
    let dispute = Some(DisputeId::from_bits(7));
    let (at, until) = (OFFICE.parse().unwrap(), day("2026-11-24"));
    let mut city = Course::<Petition>::new();
    city.does("2026-10-12", letter("2026-10-12", Some(Earlier::InHand { at, dispute, until })));
    let sort = sorted("2026-10-12", Branch::Arbitration, T::LabourArbitration);
    city.refuses("2026-10-12", sort, "PETITION_IN_HAND_BELOW");
    city.does("2026-10-12", Letter::NotAccept(on("2026-10-12"))).stands("not_accepted");
}

/// The umbrella: the bureau does not take what is no labour matter; sorted anew it goes to the court.
fn the_umbrella(petition: &Course<Petition>) {
    let mut desk = at_the_office();
    desk.stands("triage", &["assignment", "channel_answer:1"]);
    desk.due("channel_answer:1", "2026-10-10");
    let to_court = || offer(COURT, T::Litigation, Mode::Transfer);
    desk.refused("2026-09-28", to_court(), "LABOUR_ARBITRATION_FIRST");
    desk.refers("2026-09-28", COMMISSION, T::LabourArbitration, Mode::Delegate).held_by(OFFICE);
    desk.ok("2026-10-10", Command::AnswerChannel { door: 1, on: day("2026-10-10") });
    let (unit, proposal) = (agency(COMMISSION), Some(agency(COURT)));
    let declined = Decline { unit, ground: Ground::NotCompetent, proposal };
    desk.ok("2026-10-13", Command::NoteDeclined(declined)).held_by(OFFICE);
    assert_eq!(petition.state().outcome(), Some(Outcome::Transferred));
    desk.ok("2026-10-14", classified(K::ContractDebt, &[])).ok("2026-10-14", to_court());
    desk.accepts("2026-10-15", COURT).held_by(COURT);
}

fn at_the_office() -> Desk {
    let desk = Desk::at(OFFICE, K::Labour).asked("2026-09-25", Channel::PetitionOffice);
    desk.sorted("2026-09-28", two(), &[])
}

/// Had it been a labour matter: where nobody applied for arbitration there was none, and no court hears it
/// (劳动争议调解仲裁法 5; a refusal to accept is another thing: 29).
fn never_arbitrated() {
    let told = brief(K::Labour, T::LabourArbitration, day("2026-09-25"));
    let (number, person) = ("贺劳人仲接〔2026〕5号".to_owned(), "c1".to_owned());
    let taken = TakeOver { brief: told, number, on: day("2026-10-08"), person };
    let mut course = Course::<LabourArbitration>::new();
    course.does("2026-10-08", Case::TakeOver(Box::new(taken)));
    course.does("2026-10-09", Case::Contact(At { on: day("2026-10-09") }));
    let (on, ground) = (day("2026-10-12"), RefusalGround::OutOfScope);
    course.refuses("2026-10-12", Case::Refuse(Refuse { on, ground }), "NOT_NOW");
    course.does("2026-10-12", Case::Forgo(At { on }));
    for (outcome, open) in [(course.state().outcome().unwrap(), false), (Outcome::Refused, true)] {
        let mut desk = at_the_office();
        desk.refers("2026-09-28", COMMISSION, T::LabourArbitration, Mode::Delegate);
        desk.accepts("2026-10-08", COMMISSION).reports("2026-10-12", COMMISSION, outcome);
        let to_court = offer(COURT, T::Litigation, Mode::Transfer);
        if open {
            desk.ok("2026-10-13", to_court);
        } else {
            desk.refused("2026-10-13", to_court, "LABOUR_ARBITRATION_FIRST");
        }
    }
}

fn the_matrix() {
    let petition = of(K::Labour).track(T::Petition, Running);
    let contract = of(K::ContractDebt).track(T::Petition, Failed);
    let statutory = of(K::Labour).with(C::StatutoryChannel);
    let only = "labour_mediation_for_labour";
    check(vec![
        ("S05.3", "2026-10-10", statutory, T::Petition, "petition_statutory_channel"),
        ("S05.3", "2026-10-10", petition.clone(), T::LabourArbitration, ""),
        ("S05.4", "2026-10-12", petition.clone(), T::Petition, "petition_in_hand_below"),
        ("S05.5", "2026-10-16", contract.clone(), T::LabourArbitration, only),
        ("S05.5", "2026-10-19", contract, T::Litigation, ""),
    ]);
    let stopped = ended_by(&petition, T::LabourArbitration);
    assert!(stopped.iter().all(|one| one.track == T::Petition && one.only_stopped));
    assert_eq!(stopped.len(), 1);
}

pub fn walk() {
    let petition = the_petition();
    at_the_city();
    the_umbrella(&petition);
    never_arbitrated();
    the_matrix();
}
