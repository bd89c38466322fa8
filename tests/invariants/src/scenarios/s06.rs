//! S06: pollution over a county line.

use std::collections::BTreeSet;

use jiefen_intake_rules::dispute::Command;
use jiefen_mediation_rules::agreement_life::AgreementLife;
use jiefen_mediation_rules::joint_mediation::{
    Command as Joint, JointMediation, Watch, samples as joint,
};
use jiefen_mediation_rules::talks::samples::{agreeing, draft, owed};
use jiefen_procedure::kit::day;
use jiefen_registry_rules::{Tree, county};
use jiefen_vocab::{Agency, Channel, DisputeKind as K, Outcome, Region, Role};

use crate::course::Course;
use crate::desk::{COUNTY, Desk, accepted, owes, result, two};
use crate::umbrella::agency;

const HERE: &str = "640122.ecology";
const THERE: &str = "640221.ecology";
const REGION: &str = "640000.centre";

fn region(code: &str) -> Region {
    code.parse().unwrap()
}

/// Steps 2 and 3: the superior is computed from the tree; responsibility moves when it accepts.
fn up_to_the_region() -> Desk {
    let register = county::register(day("2026-06-01")).unwrap();
    let both = [region("640122"), region("640221")];
    assert_eq!(register.common_superior(&both), Some(agency(REGION)));
    assert_eq!(register.superior(Tree::Authority, agency(HERE)), Some(agency("640100.ecology")));
    let mut desk = Desk::at(COUNTY, K::Environment).asked("2026-06-01", Channel::ZzCounty);
    let mut farmers = desk.content(two());
    farmers.other_places.insert(region("640221"));
    desk.register("2026-06-01", farmers);
    desk.ok("2026-06-01", Command::EscalateCrossRegion { reason: "上游企业跨县排污".to_owned() });
    desk.held_by(COUNTY).stands("escalated", &["reply"]);
    // The city of the first county is above one of the two only.
    desk.refused("2026-06-01", accepted("640100.centre", "2026-06-01"), "NO_OFFER");
    desk.accepts("2026-06-03", REGION).held_by(REGION);
    assert!(desk.state().participants.contains(&agency(COUNTY)));
    desk
}

fn called() -> Course<JointMediation> {
    let on = day("2026-06-03");
    let mut brief = joint::dispute(K::Environment, false, &[1, 2], day("2026-06-01"));
    brief.other_place = Some(region("640221"));
    let units: Vec<(Agency, Region)> =
        vec![(agency(HERE), region("640122")), (agency(THERE), region("640221"))];
    let known = BTreeSet::new();
    let call = Joint::Call { brief: Box::new(brief), lawful: true, units, known, on };
    let mut course = Course::new();
    course.at(REGION, "host").does("2026-06-03", call);
    course
}

fn joins(course: &mut Course<JointMediation>, unit: &str) {
    let join = Joint::Join { person: "u-1".to_owned(), on: day("2026-06-03") };
    course.at(unit, "u-1").does_as(Role::DepartmentOfficer, "2026-06-03", join);
}

/// Step 4: one host, each county's branch joins, one agreement, each obligation watched where it is owed.
fn one_agreement() -> Course<JointMediation> {
    let on = day("2026-06-03");
    let begin = || Joint::Begin { mediator: "m-1".to_owned(), on };
    let mut course = called();
    joins(&mut course, HERE);
    let police = Joint::Join { person: "u-1".to_owned(), on };
    course.at("640122.police", "u-1");
    course.refuses_to(Role::PoliceOfficer, "2026-06-03", police, "NOT_A_UNIT");
    course.at(REGION, "host").refuses("2026-06-03", begin(), "COUNTY_MISSING");
    joins(&mut course, THERE);
    course.at(HERE, "u-1").refuses("2026-06-03", begin(), "HOST_ONLY");
    course.at(REGION, "host").does("2026-06-03", begin());
    let text = draft(vec![owed(1, 100, day("2026-12-01")), owed(2, 100, day("2026-12-01"))]);
    let watch = |obligation, unit| Watch { obligation, unit: agency(unit) };
    let put = |watches| Joint::PutShared { draft: text.clone(), watches, on };
    course.refuses("2026-06-03", put(vec![watch(1, HERE)]), "UNWATCHED");
    course.does("2026-06-03", put(vec![watch(1, HERE), watch(2, THERE)]));
    for step in agreeing(on, text.clone(), &[1, 2]).into_iter().skip(1) {
        course.does("2026-06-03", Joint::Talk(step));
    }
    assert_eq!(course.state().outcome(), Some(Outcome::Agreed));
    for unit in [HERE, THERE] {
        course.at(unit, "u-1");
        course.does_as(Role::DepartmentOfficer, "2026-06-03", Joint::Acknowledge { on });
    }
    course.stands("agreed");
    let mut life = Course::<AgreementLife>::new();
    life.does("2026-06-03", course.state().life().unwrap());
    course
}

/// Step 5: the same running case; a paper of 14 August cites the older law, one of the 15th the Code
/// (生态环境法典 1077, in force from 15 August 2026).
fn each_paper_cites_the_law_of_its_day() {
    for (on, cites) in [("2026-08-14", "水污染防治法"), ("2026-08-15", "1077")] {
        let mut course =
            Course::<JointMediation>::of(&joint::begun(false, false, day("2026-08-13")));
        course.does_as(Role::Mediator, on, Joint::EndFailed { on: day(on) });
        assert!(course.words().contains(cites), "{on}: {}", course.words());
    }
}

/// Step 6: a link that was down for a day: what was told on the 5th comes on the 6th, in its order, once.
fn a_day_without_a_link(desk: &mut Desk) {
    let mut told = result(REGION, Outcome::Agreed, "2026-06-05");
    told.obligations = vec![owes(100, "2026-12-01"), owes(100, "2026-12-01")];
    let result = || Command::NoteResult(Box::new(told.clone()));
    desk.ok("2026-06-06", result()).held_by(REGION);
    desk.stands("agreed", &["obligation:1", "obligation:2"]);
    assert_eq!(desk.state().obligations[0].due, day("2026-12-01"));
    let before = desk.state().clone();
    assert_eq!(desk.changes("2026-06-06", result()), 0, "told twice, done once");
    assert_eq!(desk.state(), &before);
    // What was agreed there is performed there, and both counties hear of it.
    desk.reports("2026-12-01", REGION, Outcome::Performed).stands("performing", &["closing"]);
}

pub fn walk() {
    let mut desk = up_to_the_region();
    let joint = one_agreement();
    assert_eq!(joint.state().outcome(), Some(Outcome::Agreed));
    a_day_without_a_link(&mut desk);
    each_paper_cites_the_law_of_its_day();
}
