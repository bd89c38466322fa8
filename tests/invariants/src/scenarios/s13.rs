//! S13: the wrong door, two departments, a designation.

use jiefen_intake_rules::dispute::Command;
use jiefen_intake_rules::dispute::orders::{
    Advice, AdviceOnly, Confirmation, Confirmer, Naming, Objection, Request,
};
use jiefen_intake_rules::dispute::parts::CoUnit;
use jiefen_mediation_rules::joint_mediation::{Command as Joint, JointMediation, samples as joint};
use jiefen_procedure::kit::day;
use jiefen_vocab::{Channel, DisputeKind as K, Private, Role, TrackKind as T};

use crate::course::Course;
use crate::desk::{Desk, two};
use crate::umbrella::{TOWN, VILLAGE, agency};

const MARKET: &str = "640122.market";
const HOUSING: &str = "640122.housing";

fn object(unit: &str, on: &str) -> Command {
    let reasons = "私人漏水，不属本单位".to_owned();
    Command::Object(Objection { unit: agency(unit), reasons, on: day(on) })
}

fn confirm() -> Command {
    Command::ConfirmDesignation(Box::new(Confirmation {
        unit: agency(VILLAGE),
        track: T::PeopleMediation,
        person: "village-head".to_owned(),
        by: Confirmer::Superior,
        basis: "实施方案五(二)2".to_owned(),
    }))
}

/// Steps 1 to 3: nobody is sent away; a lead and a co-unit are named; the co-unit objects in time.
fn up_to_the_objection() -> Desk {
    let mut desk = Desk::at(MARKET, K::Neighbour).asked("2026-07-06", Channel::AgencyCounter);
    let away = Advice {
        why: AdviceOnly::AdviceWanted,
        answer: Private::new("请到住建局".to_owned()),
        signed_by: "clerk-1".to_owned(),
        sends_elsewhere: true,
        on: day("2026-07-06"),
    };
    desk.refused("2026-07-06", Command::TurnAway(away), "PUSHED_AWAY");
    let mut desk = desk.sorted("2026-07-06", two(), &[]);
    let (reasons, proposal) = ("不在权责清单内".to_owned(), None);
    desk.ok("2026-07-06", Command::RequestDesignation(Request { reasons, proposal }));
    desk.held_by(MARKET).stands("assigned", &["designation"]);
    desk.by(TOWN, Role::CentreDirector);
    let named = Naming {
        unit: agency(VILLAGE),
        track: T::PeopleMediation,
        co_units: vec![CoUnit { unit: agency(HOUSING), task: "查明房屋结构".to_owned() }],
        basis: "实施方案五(二)2".to_owned(),
    };
    desk.ok("2026-07-07", Command::DesignateLead(named)).held_by(MARKET);
    desk.refused("2026-07-08", confirm(), "OBJECTION_STILL_OPEN");
    desk.refused("2026-07-09", object(HOUSING, "2026-07-09"), "OBJECTION_LATE");
    desk.ok("2026-07-08", object(HOUSING, "2026-07-08")).held_by(MARKET);
    desk
}

/// Step 3, in the mediation: the co-unit may decline with a reason and decides nothing.
fn the_co_unit() {
    let on = day("2026-07-09");
    let mut course = Course::<JointMediation>::new();
    let brief = joint::dispute(K::Neighbour, false, &[1, 2], on);
    course.does("2026-07-09", joint::call(brief, on));
    let decline = |reason: &str| Joint::DeclineUnit { reason: reason.to_owned(), on };
    let role = Role::DepartmentOfficer;
    course.refuses_to(role, "2026-07-09", decline(" "), "PERSON_WANTED");
    course.does_as(role, "2026-07-09", decline("私人漏水"));
    let failed = Joint::EndFailed { on };
    let mut begun = Course::<JointMediation>::of(&joint::begun(false, false, on));
    begun.refuses_to(role, "2026-07-09", failed.clone(), "HOST_ONLY");
    begun.does("2026-07-09", failed);
}

/// Step 4: only now the first asked is released; step 5 (I1) is checked at each step of the desk.
pub fn walk() {
    let mut desk = up_to_the_objection();
    desk.ok("2026-07-09", confirm()).held_by(VILLAGE);
    desk.refused("2026-07-09", object(VILLAGE, "2026-07-09"), "DESIGNATION_IS_FINAL");
    desk.accepts("2026-07-09", VILLAGE).stands("in_process", &["progress"]);
    let first = &desk.state().first_inquiry;
    assert_eq!((first.unit, first.released_on), (agency(MARKET), Some(day("2026-07-09"))));
    the_co_unit();
}
