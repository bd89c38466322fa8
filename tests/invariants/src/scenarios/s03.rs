//! S03: a medical dispute with an appraisal.

use jiefen_intake_rules::dispute::Command;
use jiefen_intake_rules::dispute::orders::{EndGround, Ending};
use jiefen_mediation_rules::medical::{Command as Case, Elsewhere, Forum, Medical, Told, samples};
use jiefen_procedure::Procedure;
use jiefen_procedure::kit::day;
use jiefen_procedure::matrix::{Present, Standing, allowed, ended_by};
use jiefen_vocab::{Channel, DisputeKind as K, Outcome, Role, TrackKind as T};

use super::{Mode, check, of, owes, own, performed};
use crate::course::Course;
use crate::desk::{COURT, Desk, agreement, offer, two};
use crate::umbrella::agency;

const COMMITTEE: &str = "640122.medical_mediation";

/// Accepted on 1 September; the umbrella is with the committee.
fn accepted() -> (Desk, Course<Medical>) {
    let desk = Desk::at(COMMITTEE, K::Medical).asked("2026-09-01", Channel::ZzCounty);
    let mut desk = desk.sorted("2026-09-01", two(), &[]);
    desk.by(COMMITTEE, Role::Mediator).ok("2026-09-01", own(T::IndustryMediation));
    let course = Course::of(&samples::begun(Forum::Committee, day("2026-09-01")));
    (desk, course)
}

/// Accepted, and appraised from 10 September to 20 October.
fn appraised() -> (Desk, Course<Medical>) {
    let (desk, mut course) = accepted();
    course.due("mediate", "2026-10-19");
    let on = day("2026-09-10");
    let alone = Case::BeginAppraisal { agreed: vec![2], on };
    course.refuses("2026-09-10", alone, "NOT_AGREED");
    course.does("2026-09-10", Case::BeginAppraisal { agreed: vec![1, 2], on });
    course.does("2026-10-20", Case::EndAppraisal { on: day("2026-10-20") });
    course.due("mediate", "2026-11-23");
    (desk, course)
}

/// Step 1: 医疗纠纷预防和处理条例 23, 24.
fn waits_for_the_notices() {
    let on = day("2026-09-01");
    let mut course = Course::<Medical>::new();
    course.does("2026-09-01", samples::open(on));
    course.refuses("2026-09-01", samples::apply(Forum::Committee, on), "NOTICES_FIRST");
    let told = [Told::Routes, Told::Records].into();
    course.does("2026-09-01", Case::RecordNotices { told, on });
    course.refuses("2026-09-01", samples::apply(Forum::Committee, on), "NOTICES_FIRST");
    course.does("2026-09-01", samples::notices(on));
    course.does("2026-09-01", samples::apply(Forum::Committee, on));
}

/// Variant A: the agreement tells of confirmation, the payout is the proof; the umbrella is performed.
fn agreed_and_paid() {
    let (mut desk, mut course) = appraised();
    let (on, due) = (day("2026-11-10"), day("2026-12-01"));
    course.refuses("2026-11-10", samples::agree(samples::dear(due), on), "INSURER_FIRST");
    course.does("2026-11-10", Case::JoinInsurer { claim: "PICC-1".to_owned(), on });
    course.does("2026-11-10", samples::agree(samples::dear(due), on));
    assert!(course.words().contains("司法确认"), "医疗纠纷预防和处理条例 39: {}", course.words());
    course.due("confirm", "2026-12-10");
    let terms = agreement(COMMITTEE, "2026-11-10", vec![owes(90_000, "2026-12-01")]);
    desk.ok("2026-11-10", terms);
    desk.stands("agreed", &["confirmation", "obligation:1"]).due("confirmation", "2026-12-10");
    let proof = "保险赔付凭证".to_owned();
    course.does("2026-11-30", Case::RecordPerformance { no: 1, on: day("2026-11-30"), proof });
    assert_eq!(course.state().outcome(), Some(Outcome::Performed));
    desk.serves_all("2026-11-30").ok("2026-11-30", performed(1, "2026-11-30"));
    desk.stands("closed", &[]);
    // Nothing of it is public without both: 医疗纠纷预防和处理条例 42.
    let publish = |agreed| Case::Publish { agreed, on: day("2026-12-01") };
    let (_, mut other) = appraised();
    other.does("2026-11-10", Case::JoinInsurer { claim: "PICC-1".to_owned(), on });
    other.does("2026-11-10", samples::agree(samples::dear(due), on));
    other.refuses("2026-12-01", publish(vec![1]), "SECRET");
    let list = Medical::outline(other.state());
    let shown = format!("{list:?}{}", other.words());
    assert!(!shown.contains("手术记录") && !shown.contains("90000"), "{shown}");
}

/// Variant B: the court accepts on 21 September; the committee ends the same day (条例 30, 31).
fn sued() {
    let (mut desk, mut course) = accepted();
    let on = day("2026-09-21");
    desk.by(COMMITTEE, Role::WindowClerk);
    desk.refers("2026-09-18", COURT, T::Litigation, Mode::Delegate);
    desk.accepts("2026-09-21", COURT).held_by(COURT);
    course.does("2026-09-21", Case::NoteElsewhere { elsewhere: Elsewhere::Court, on });
    desk.reports("2026-09-21", COMMITTEE, course.state().outcome().unwrap());
    desk.stands("in_process", &["progress"]).held_by(COURT);
    let mut department = Course::<Medical>::new();
    for command in [samples::open(on), samples::notices(on)] {
        department.does("2026-09-21", command);
    }
    department.does("2026-09-21", samples::apply(Forum::Department, on));
    let mediator = "o-1".to_owned();
    let taken = Case::Accept { mediator, elsewhere: Some(Elsewhere::Court), on };
    department.refuses_to(Role::DepartmentOfficer, "2026-09-21", taken, "MEDICAL_ONE_MEDIATION");
    let present = of(K::Medical).track(T::IndustryMediation, Standing::Running);
    let ended = ended_by(&present, T::Litigation);
    assert!(ended.iter().any(|one| one.track == T::IndustryMediation));
    let seized = of(K::Medical).track(T::Litigation, Standing::Running);
    assert!(!allowed(&seized, T::AdministrativeMediation).is_allowed(), "T-P-03");
    let other = offer("640122.health", T::AdministrativeMediation, Mode::Delegate);
    desk.refused("2026-09-21", other, "MEDICAL_ONE_MEDIATION");
    check(vec![("S03.5", "2026-10-20", failed(), T::Litigation, "")]);
}

fn failed() -> Present {
    of(K::Medical).track(T::IndustryMediation, Standing::Failed)
}

/// Variant C: deemed failed, told, and the umbrella looks for the next route.
fn deemed_failed() {
    let (mut desk, mut course) = appraised();
    course.expires("2026-11-24", "mediate").stands("deemed_failed");
    assert!(!course.told().is_empty());
    let on = day("2026-11-24");
    let (unit, ground) = (agency(COMMITTEE), EndGround::TermPassed);
    desk.ok("2026-11-24", Command::EndUnresolved(Ending { unit, ground, on }));
    desk.stands("unresolved", &["route_choice"]);
    assert_eq!(desk.forms().last().map(String::as_str), Some("ended"));
    course.refuses("2026-11-24", samples::agree(samples::dear(on), on), "ALREADY_ENDED");
}

pub fn walk() {
    waits_for_the_notices();
    agreed_and_paid();
    sued();
    deemed_failed();
}
