//! S14: violence at home, seen at the women's station.

use jiefen_court_rules::protection_order::{Command as Case, ProtectionOrder, Recipient, samples};
use jiefen_procedure::kit::day;
use jiefen_procedure::matrix::Circumstance as C;
use jiefen_vocab::{Channel, DisputeKind as K, Flag, Outcome, TrackKind as T};

use super::{Mode, check, of};
use crate::course::Course;
use crate::desk::{COUNTY, COURT, Desk, offer, two};

/// Steps 2 and 3: hours from the next full hour, through the holiday (反家庭暴力法 28, 30, 32).
fn the_order() -> Course<ProtectionOrder> {
    let mut course = Course::<ProtectionOrder>::new();
    let asked = samples::apply(samples::application(), false, "2026-10-01T10:05");
    course.does("2026-10-01T10:06", asked);
    course.does("2026-10-01T10:21", samples::accept("2026-10-01T10:20"));
    course.due("rule", "2026-10-04T11:00:00");
    assert!(course.told().is_empty(), "the respondent is not warned");
    course.does("2026-10-01T10:30", Case::MarkUrgent { at: Some(samples::at("2026-10-01T10:30")) });
    course.due("rule", "2026-10-02T11:00:00");
    course.refuses(
        "2026-10-01T16:00",
        samples::grant(7, "2026-10-01T16:00"),
        "MONTHS_OUT_OF_RANGE",
    );
    course.does("2026-10-01T16:00", samples::grant(6, "2026-10-01T16:00"));
    course.due("serve", "2026-10-02T16:00:00").due("validity", "2027-04-01");
    assert!(course.told().iter().any(|notice| notice.form == "renewal"));
    for to in Recipient::ALL {
        course.does("2026-10-01T18:00", Case::Serve { to, on: day("2026-10-01") });
    }
    assert_eq!(course.state().outcome(), Some(Outcome::Decided));
    course
}

fn the_matrix() {
    let violent = of(K::MarriageFamily).with(C::DomesticViolence);
    let cell = "violence_safety_first";
    check(vec![
        ("S14.1", "2026-10-01", violent.clone(), T::PeopleMediation, cell),
        ("S14.1", "2026-10-01", violent.clone(), T::Negotiation, cell),
        ("S14.1", "2026-10-01", violent.clone(), T::Litigation, ""),
        ("S14.4", "2026-11-02", violent.with(C::SafetyArranged), T::PeopleMediation, ""),
    ]);
}

/// Steps 1 and 4: no mediation is offered, the court is; without the alert mediation may be offered.
pub fn walk() {
    let order = the_order();
    let desk = Desk::at(COUNTY, K::MarriageFamily);
    let mut desk = desk.asked("2026-10-01", Channel::WomenChildrenStation);
    let content = desk.content(two());
    desk.register("2026-10-01", content);
    desk.ok("2026-10-01", crate::desk::classified(K::MarriageFamily, &[Flag::SafetyAlert]));
    let mediation = || offer("640122.women", T::PeopleMediation, Mode::Delegate);
    desk.refused("2026-10-01", mediation(), "VIOLENCE_SAFETY_FIRST");
    desk.refers("2026-10-01", COURT, T::Litigation, Mode::Delegate).accepts("2026-10-01", COURT);
    desk.reports("2026-10-01", COURT, order.state().outcome().unwrap());
    desk.stands("decided", &["performance"]);
    let desk = Desk::at(COUNTY, K::MarriageFamily).asked("2026-10-01", Channel::ZzCounty);
    let mut quiet = desk.sorted("2026-10-01", two(), &[]);
    quiet.ok("2026-10-01", mediation());
    the_matrix();
}
