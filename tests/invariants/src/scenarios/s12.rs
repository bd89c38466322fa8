//! S12: a minor hurt at school.

use jiefen_intake_rules::dispute::Command;
use jiefen_mediation_rules::people_mediation::{
    Beginning, Checks, Command as Talk, Danger, PeopleMediation,
};
use jiefen_mediation_rules::public_order::{
    Command as Case, Meeting, PublicOrder, samples as police,
};
use jiefen_mediation_rules::session::Sitting;
use jiefen_mediation_rules::talks::samples::{draft, owed, sitting};
use jiefen_procedure::kit::{brief, consent, day};
use jiefen_procedure::matrix::Circumstance as C;
use jiefen_procedure::{Brief, Procedure};
use jiefen_vocab::{
    Channel, DisputeKind as K, Flag, Party, PartyKind, PartyRole, Private, Role, TrackKind as T,
};

use super::{Mode, check, of, owes};
use crate::course::Course;
use crate::desk::{COUNTY, Desk, offer, party};

const ON: &str = "2026-09-08";
const SCHOOL: &str = "640122.campus_mediation";

fn children() -> Vec<Party> {
    let mut hurt = party(1, PartyRole::Applicant, PartyKind::Person);
    let mut other = party(2, PartyRole::Respondent, PartyKind::Person);
    (hurt.minor, other.minor) = (true, true);
    for child in [&mut hurt, &mut other] {
        child.name = Private::new(format!("某学生{}", child.no));
    }
    vec![hurt, other]
}

/// Steps 1 and 6: the flag stands whatever is classified, and outside the panel no name is read
/// (未成年人保护法 103).
fn masked(desk: &mut Desk) {
    assert!(desk.state().content.flags.contains(&Flag::MinorProtection));
    desk.ok(ON, crate::desk::classified(K::Campus, &[]));
    assert!(desk.state().content.flags.contains(&Flag::MinorProtection));
    let seen = serde_json::to_string(&desk.state().content.masked()).unwrap();
    let names: Vec<String> = (1..=2).map(|no| format!("某学生{no}")).collect();
    assert!(names.iter().all(|name| !seen.contains(name)), "{seen}");
    assert!(!seen.contains("纠纷"), "not even what happened: {seen}");
}

fn asked() -> Brief {
    let mut brief = brief(K::Campus, T::PeopleMediation, day(ON));
    brief.parties = children();
    brief.consents = [1, 2].map(|no| consent(no, T::PeopleMediation, true, day(ON))).to_vec();
    brief
}

/// Steps 2, 3 and 5: reported the same day, mediated with every guardian, an agreement on the costs.
fn mediated() {
    let on = day(ON);
    let mut course = Course::<PeopleMediation>::new();
    let open = Talk::Open { brief: asked().into(), by: Beginning::HandOff, on };
    course.does_as(Role::System, ON, open);
    let checks = Checks {
        rights_told: true,
        hospital_notices: true,
        not_handled_elsewhere: true,
        safety_cleared: true,
    };
    course.does(ON, Talk::Accept { on, mediator: "m-1".to_owned(), checks });
    let danger = Danger::HarmToMinor;
    course.does(ON, Talk::ReportDanger { found_on: on, danger, ends: false });
    let held = |guardians: &[u32]| {
        let session =
            Sitting { guardians: guardians.to_vec(), ..sitting(day("2026-09-09"), &[1, 2]) };
        Talk::HoldSession { session }
    };
    course.refuses("2026-09-09", held(&[1]), "GUARDIAN_ABSENT");
    course.does("2026-09-09", held(&[1, 2]));
    let text = draft(vec![owed(1, 3_000, day("2026-09-30"))]);
    let oral = Talk::RecordOral { draft: text, agreed: vec![1, 2], on: day("2026-09-10") };
    course.does("2026-09-10", oral);
    let list = format!("{:?}{}", PeopleMediation::outline(course.state()), course.words());
    assert!(!list.contains("某学生"), "{list}");
}

/// Step 4: the police do not mediate without a guardian (治安管理处罚法 9, 程序规定 178).
fn at_the_police() {
    let on = day(ON);
    let mut fight = police::fight(on);
    fight.parties[1].minor = true;
    let mut course = Course::<PublicOrder>::new();
    course.does(ON, Case::Open { brief: fight.into(), on });
    course.does(ON, police::accept(on, &[]));
    let meeting = police::meeting(on);
    course.refuses(ON, police::hold(meeting.clone()), "GUARDIAN_ABSENT");
    course.does(ON, police::hold(Meeting { guarded: vec![2], ..meeting }));
}

fn the_matrix() {
    let hurt = of(K::Campus).with(C::HarmToMinor);
    check(vec![
        ("S12.2", ON, hurt.clone(), T::PeopleMediation, "crime_reported_first"),
        ("S12.3", ON, hurt.with(C::CrimeReported), T::PeopleMediation, ""),
    ]);
}

pub fn walk() {
    let mut desk = Desk::at(COUNTY, K::Campus).asked(ON, Channel::School);
    let content = desk.content(children());
    desk.register(ON, content);
    masked(&mut desk);
    desk.ok(ON, offer(SCHOOL, T::PeopleMediation, Mode::Delegate));
    desk.accepts(ON, SCHOOL).held_by(SCHOOL);
    let mut told = crate::desk::result(SCHOOL, jiefen_vocab::Outcome::Agreed, "2026-09-10");
    (told.obligations, told.confirmable) = (vec![owes(3_000, "2026-09-30")], true);
    desk.ok("2026-09-10", Command::NoteResult(Box::new(told)));
    desk.stands("agreed", &["confirmation", "obligation:1"]);
    mediated();
    at_the_police();
    the_matrix();
}
