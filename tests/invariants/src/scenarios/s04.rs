//! S04: a traffic injury.

use jiefen_court_rules::filing::Filing;
use jiefen_mediation_rules::traffic::{Command as Case, Harm, StartFact, Traffic, samples};
use jiefen_procedure::kit::day;
use jiefen_procedure::matrix::{Circumstance, Standing, ended_by};
use jiefen_vocab::{Channel, DisputeKind as K, Outcome, Role, TrackKind as T};

use super::{Mode, check, court, draft, of, owes, own, performed};
use crate::course::Course;
use crate::desk::{COURT, Desk, agreement, two};

const POLICE: &str = "640122.police";

/// Surveyed on 2 March, certified on the 10th, received by both on the 11th.
fn certified() -> Course<Traffic> {
    let mut course = Course::new();
    course.does("2026-03-02", samples::open(day("2026-03-02")));
    course.due("certificate", "2026-03-12");
    course.does("2026-03-10", Case::Certify { on: day("2026-03-10") });
    for party in [1, 2] {
        course.does("2026-03-11", Case::Serve { party, on: day("2026-03-11") });
    }
    course
}

fn asked(losses: &[(u32, Harm)], on: &str) -> Course<Traffic> {
    let mut course = certified();
    course.does(on, Case::Request { request: samples::request(losses, day(on)) });
    course
}

fn starts(loss: u32, fact: StartFact, on: &str) -> Case {
    Case::FixStart { loss, fact, on: day(on) }
}

/// The police hold the dispute and mediate.
fn at_the_police() -> Desk {
    let desk = Desk::at(POLICE, K::Traffic).asked("2026-03-02", Channel::AgencyCounter);
    let mut desk = desk.sorted("2026-03-16", two(), &[]);
    desk.by(POLICE, Role::CentreDirector).ok("2026-03-16", own(T::PoliceMediation));
    desk
}

/// Step 2. The study says 23 March: ten days, the last of them a Saturday (道路交通安全法实施条例 94). 道路交通
/// 事故处理程序规定 86 gives the same ten days and 112(5) of it says that they are working days, so that the
/// police lose the case only after 25 March. The parties are told the earlier, safe day.
fn asks_in_time() {
    let course = certified();
    let told = course.told();
    assert!(told.iter().any(|notice| notice.rule.as_deref() == Some("T-O-02")), "{told:?}");
    let ask = |on: &str| Case::Request { request: samples::request(&[(1, Harm::Injury)], day(on)) };
    for on in ["2026-03-16", "2026-03-23", "2026-03-25"] {
        certified().does(on, ask(on));
    }
    certified().refuses("2026-03-26", ask("2026-03-26"), "REQUEST_LATE");
}

/// Steps 2 and 3: the clock waits for the end of treatment; statement, payment, end.
fn treated_settled_paid() {
    let mut desk = at_the_police();
    let mut course = asked(&[(1, Harm::Injury)], "2026-03-16");
    let statement = |on: &str| samples::agree(&[1], draft("2026-05-20"), day(on));
    course.refuses("2026-03-20", statement("2026-03-20"), "NOT_STARTED");
    course.does("2026-04-27", starts(1, StartFact::TreatmentEnded, "2026-04-27"));
    course.due("mediate:1", "2026-05-07");
    course.refuses("2026-05-08", statement("2026-05-08"), "PAST_TERM");
    course.does("2026-05-06", statement("2026-05-06"));
    desk.by(POLICE, Role::Mediator);
    desk.ok("2026-05-06", agreement(POLICE, "2026-05-06", vec![owes(8_000, "2026-05-20")]));
    let proof = "转账凭证".to_owned();
    course.does("2026-05-15", Case::RecordPerformance { no: 1, on: day("2026-05-15"), proof });
    assert_eq!(course.state().outcome(), Some(Outcome::Performed));
    desk.serves_all("2026-05-15").ok("2026-05-15", performed(1, "2026-05-15"));
    desk.stands("closed", &[]);
}

/// Step 4: a suit ends the police mediation; mediation goes on only as the court's, after filing
/// (道路交通事故处理程序规定 94, 民事诉讼法 125).
fn sued() {
    let mut desk = at_the_police();
    let mut course = asked(&[(1, Harm::Injury)], "2026-03-16");
    course.does("2026-04-27", starts(1, StartFact::TreatmentEnded, "2026-04-27"));
    course.does("2026-05-04", Case::NoteSuit { on: day("2026-05-04") }).stands("sued");
    assert!(course.words().contains("人民法院委托调解"), "{}", course.words());
    desk.by(POLICE, Role::WindowClerk);
    desk.refers("2026-05-04", COURT, T::Litigation, Mode::Transfer).accepts("2026-05-04", COURT);
    desk.reports("2026-05-04", POLICE, course.state().outcome().unwrap()).held_by(COURT);
    let present = of(K::Traffic).track(T::PoliceMediation, Standing::Running);
    assert!(ended_by(&present, T::Litigation).iter().any(|one| one.track == T::PoliceMediation));
    let mut suit = Course::<Filing>::new();
    suit.does("2026-05-04", court::receive(K::Traffic, "2026-05-04"));
    suit.refuses("2026-05-04", court::entrust(&[1, 2], "2026-05-04"), "NOT_FILED");
    suit.does("2026-05-04", court::file("2026-05-04"));
    suit.does("2026-05-04", court::entrust(&[1, 2], "2026-05-04"));
    let filed = of(K::Traffic).with(Circumstance::SuitFiled).with(Circumstance::SuitAccepted);
    check(vec![
        ("S04.4", "2026-05-04", filed.clone(), T::CourtEntrustedMediationInLitigation, ""),
        ("S04.4", "2026-05-04", filed, T::PoliceMediation, "traffic_suit_ends_police_mediation"),
    ]);
}

/// Step 5: one victim, two losses, two start facts, one case.
fn two_losses() {
    let mut course = asked(&[(1, Harm::Property), (2, Harm::Injury)], "2026-03-16");
    let wrong = starts(1, StartFact::TreatmentEnded, "2026-03-16");
    course.refuses("2026-03-16", wrong, "WRONG_START_FACT");
    course.does("2026-03-17", starts(1, StartFact::LossFixed, "2026-03-17"));
    course.due("mediate:1", "2026-03-27");
    course.does("2026-04-27", starts(2, StartFact::TreatmentEnded, "2026-04-27"));
    course.due("mediate:2", "2026-05-07");
    course.expires("2026-03-28", "mediate:1").stands("mediating");
}

pub fn walk() {
    asks_in_time();
    treated_settled_paid();
    sued();
    two_losses();
}
