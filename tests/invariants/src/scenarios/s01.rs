//! S01: a rural land contract, from the village to the township to the commission's award.

use jiefen_arbitration_rules::rural_land_arbitration::{
    Command as Case, Duty, Place, RuralLandArbitration, samples as case,
};
use jiefen_intake_rules::dispute::Command;
use jiefen_intake_rules::dispute::orders::{LevelGround, Report};
use jiefen_mediation_rules::rural_land_mediation::{
    Body, Command as Talk, Matter, RuralLandMediation, samples as talk,
};
use jiefen_procedure::kit::day;
use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::matrix::Standing::{Decided, Failed, Running};
use jiefen_vocab::{Channel, DisputeKind as K, Outcome, Role, TrackKind as T};

use super::{check, of};
use crate::course::Course;
use crate::desk::{Desk, two};
use crate::umbrella::{TOWN, agency};

const HAMLET: &str = "640122101203.committee";
const COMMISSION: &str = "640122.land_arbitration";

fn failed_session(on: &str) -> Command {
    Command::NoteProgress(Report {
        unit: agency(HAMLET),
        step: "session".to_owned(),
        session_failed: true,
        on: day(on),
        next_on: None,
    })
}

fn up() -> Command {
    let reason = "两次调解未成".to_owned();
    Command::EscalateLevel { ground: LevelGround::TwoFailedRounds, reason }
}

/// The mediation of a body, accepted on a day.
fn begun(body: Body, on: &str) -> Course<RuralLandMediation> {
    let brief = talk::dispute(body, false, &[1, 2], day(on));
    let mut course = Course::new();
    course.does(on, talk::apply(brief, body, Matter::Contract, day(on)));
    course.does(on, Talk::Accept { mediator: "m-1".to_owned(), on: day(on) });
    course
}

/// Steps 1 to 3: responsibility moves on acceptance only; both ends are told their routes.
fn up_to_the_township() -> Desk {
    let mut desk = Desk::at(HAMLET, K::LandContracting);
    let found = desk.arrival("2026-03-02", Channel::Grid);
    desk.ok("2026-03-02", Command::ReportSignal(Box::new(found)));
    desk.stands("detected", &["first_contact"]).held_by(HAMLET);
    let mut desk = desk.asked("2026-03-03", Channel::ZzVillage).sorted("2026-03-03", two(), &[]);
    assert_eq!(desk.state().interrupted_on, day("2026-03-03"), "民法典195: the request counts");
    desk.ok("2026-03-03", super::own(T::PeopleMediation));
    let mut village = begun(Body::Village, "2026-03-03");
    desk.ok("2026-03-10", failed_session("2026-03-10"));
    desk.refused("2026-03-10", up(), "ROUNDS_NOT_FAILED");
    desk.ok("2026-03-20", failed_session("2026-03-20"));
    village.does("2026-03-20", Talk::PassUp { on: day("2026-03-20") });
    assert_eq!(village.state().outcome(), Some(Outcome::Transferred));
    desk.ok("2026-03-20", up()).stands("escalated", &["reply"]).held_by(HAMLET);
    desk.accepts("2026-03-23", TOWN).held_by(TOWN);
    let mut town = begun(Body::Town, "2026-03-23");
    town.does("2026-04-15", Talk::EndFailed { on: day("2026-04-15") });
    // 农村土地承包经营纠纷调解仲裁法 4, 18: arbitration or suit; two years from knowledge.
    let told = &town.told()[0];
    assert_eq!(told.rule.as_deref(), Some("T-I-01"));
    assert!(told.zh.contains("土地承包仲裁") && told.zh.contains("诉讼"), "{}", told.zh);
    desk.reports("2026-04-15", TOWN, town.state().outcome().unwrap());
    desk.stands("unresolved", &["route_choice"]).held_by(TOWN);
    desk
}

/// Steps 4 to 6, with every date.
fn award() -> Course<RuralLandArbitration> {
    let on = |text: &str| day(text);
    let mut course = Course::<RuralLandArbitration>::new();
    course.does("2026-04-20", case::plain("2026-04-20")).due("accept", "2026-04-27");
    course.does("2026-04-22", Case::Accept { on: on("2026-04-22") });
    course.due("papers", "2026-04-29").due("award", "2026-06-22");
    course.does("2026-04-24", Case::ServeCopy { party: 2, on: on("2026-04-24") });
    course.due("defence:2", "2026-05-06");
    for (today, _, command) in &case::heard()[3..9] {
        course.does(&today.to_string(), command.clone());
    }
    let elsewhere = case::notify("2026-05-20", Place::Commission, "2026-05-12");
    course.refuses("2026-05-12", elsewhere, "ON_THE_SPOT_ASKED");
    for (today, _, command) in &case::awarded()[9..12] {
        course.does(&today.to_string(), command.clone());
    }
    course.does("2026-06-15", case::awarded()[12].2.clone()).due("service", "2026-06-18");
    course.does("2026-06-16", Case::Receive { party: 1, on: on("2026-06-16") });
    course.does("2026-06-18", Case::Receive { party: 2, on: on("2026-06-18") });
    course.due("suit:2", "2026-07-20");
    course.refuses("2026-07-20", Case::Lapse { party: 2 }, "TERM_RUNS");
    course.expires("2026-07-17", "suit:1").expires("2026-07-21", "suit:2");
    assert!(course.words().contains("申请执行"), "{}", course.words());
    course
}

/// Step 5: thirty days more.
fn extended() {
    let mut course = Course::<RuralLandArbitration>::of(&case::heard());
    course.due("award", "2026-06-22");
    course.does("2026-06-22", Case::Extend { days: 30, on: day("2026-06-22") });
    course.due("award", "2026-07-21");
    let late = || Case::NoteOverdue { duty: Duty::Award };
    course.refuses("2026-07-21", late(), "TERM_RUNS").does("2026-07-22", late());
}

/// Step 7: T-I-08, 农村土地承包经营纠纷调解仲裁法 2(3).
fn expropriation() {
    let facts = [Circumstance::ExpropriationCompensation];
    let mut course = Course::<RuralLandArbitration>::new();
    let asked = case::apply(K::LandContracting, &facts, "2026-02-10", "2026-04-20");
    course.does("2026-04-20", asked);
    course.refuses(
        "2026-04-22",
        Case::Accept { on: day("2026-04-22") },
        "EXPROPRIATION_NOT_LAND_ARBITRATION",
    );
    let desk = Desk::at(TOWN, K::LandExpropriation).asked("2026-04-15", Channel::ZzTown);
    let mut desk = desk.sorted("2026-04-15", two(), &[]);
    let wanted = crate::desk::offer(COMMISSION, T::LandArbitration, super::Mode::Transfer);
    desk.refused("2026-04-15", wanted, "EXPROPRIATION_NOT_LAND_ARBITRATION");
    let failed = of(K::LandContracting).track(T::PeopleMediationTown, Failed);
    let heard = failed.clone().track(T::LandArbitration, Running);
    let taken = failed.clone().with(Circumstance::ExpropriationCompensation);
    let barred = "expropriation_not_land_arbitration";
    check(vec![
        ("S01.3", "2026-04-15", failed.clone(), T::LandArbitration, ""),
        ("S01.3", "2026-04-15", failed.clone(), T::Litigation, ""),
        ("S01.4", "2026-04-22", heard, T::LandArbitration, "same_track_running"),
        ("S01.6", "2026-07-20", failed.track(T::LandArbitration, Decided), T::Litigation, ""),
        ("S01.7", "2026-04-15", taken.clone(), T::LandArbitration, barred),
        ("S01.7", "2026-04-15", taken, T::AdministrativeReconsideration, ""),
    ]);
}

pub fn walk() {
    let mut desk = up_to_the_township();
    desk.by(TOWN, Role::WindowClerk);
    desk.refers("2026-04-16", COMMISSION, T::LandArbitration, super::Mode::Delegate);
    desk.held_by(TOWN).accepts("2026-04-17", COMMISSION).held_by(COMMISSION);
    let award = award();
    desk.reports("2026-07-21", COMMISSION, award.state().outcome().unwrap());
    desk.stands("decided", &["performance"]);
    extended();
    expropriation();
}
