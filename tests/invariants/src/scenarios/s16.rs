//! S16: land title and expropriation in one complaint: two claims, two roads.

use jiefen_administrative_rules::adjudication::{
    Adjudication, Body, Claim, Command as Title, Matter, samples as title,
};
use jiefen_administrative_rules::reconsideration::{Command as Review, Reconsideration};
use jiefen_arbitration_rules::rural_land_arbitration::{
    Command as Case, RuralLandArbitration, samples as land,
};
use jiefen_intake_rules::dispute::Command;
use jiefen_intake_rules::dispute::orders::{Separation, SplitReason, Withdrawal};
use jiefen_intake_rules::dispute::parts::Closing;
use jiefen_procedure::kit::day;
use jiefen_procedure::matrix::Circumstance as C;
use jiefen_procedure::matrix::Standing::{Decided, Running};
use jiefen_procedure::matrix::routes_after_failure;
use jiefen_registry_rules::{Tree, county};
use jiefen_vocab::{Channel, DisputeId, DisputeKind as K, Outcome, TrackKind as T};

use super::{check, of};
use crate::course::Course;
use crate::desk::{COUNTY, Desk, two};
use crate::umbrella::agency;

const OTHER: DisputeId = DisputeId::from_bits(8);

fn decided(body: Body) -> Course<Adjudication> {
    let mut course = Course::<Adjudication>::new();
    for (no, (on, command)) in title::title(Matter::LandTitle, false).into_iter().enumerate() {
        let command = match no {
            0 => title::changed(command, |apply| apply.body = body),
            _ => command,
        };
        course.does(on, command);
    }
    course
}

/// Step 1 (a): title is decided by the government; thirty days to sue; the land stays as it is meanwhile
/// (土地管理法 14).
fn title_by_the_government() {
    let mut course = decided(Body::CountyGovernment);
    course.due("suit:2", "2026-06-24");
    assert!(course.state().is_frozen());
    let sue = |on: &str| Title::Sue { party: 2, on: day(on) };
    course.refuses("2026-06-25", sue("2026-06-25"), "RIGHT_LOST");
    course.does("2026-06-24", sue("2026-06-24"));
    assert_eq!(course.state().outcome(), Some(Outcome::Transferred));
    assert!(course.state().is_frozen(), "the court has it");
    let on = day("2026-03-02");
    let taking = title::changed(title::apply(Matter::LandTitle, on), |apply| {
        apply.claim = Claim::Expropriation;
    });
    let mut compensation = Course::<Adjudication>::new();
    compensation.does("2026-03-02", taking);
    compensation.refuses("2026-03-03", title::accept(day("2026-03-03")), "NOT_ADJUDICABLE");
    // Nor is title a matter of the land commission (农村土地承包经营纠纷调解仲裁法 2).
    let mut commission = Course::<RuralLandArbitration>::new();
    let asked = land::apply(K::LandContracting, &[C::LandTitle], "2026-02-10", "2026-04-20");
    commission.does("2026-04-20", asked);
    let accept = Case::Accept { on: day("2026-04-22") };
    commission.refuses("2026-04-22", accept, "LAND_TITLE_NOT_LAND_ARBITRATION");
}

/// Step 2: who reconsiders follows from who acted (行政复议法 24): of a town the county's government, of the
/// county's the city's; an ecology branch answers to the city's bureau.
fn who_reconsiders() {
    for (body, office) in
        [(Body::TownGovernment, "县级人民政府"), (Body::CountyGovernment, "设区的市级人民政府")]
    {
        let course = decided(body);
        assert!(course.words().contains(office), "{office}: {}", course.words());
    }
    let register = county::register(day("2026-06-01")).unwrap();
    let branch = agency("640122.ecology");
    assert_eq!(register.superior(Tree::Authority, branch), Some(agency("640100.ecology")));
    assert_eq!(register.superior(Tree::Territorial, branch), Some(agency(COUNTY)));
}

/// Steps 1 and 4: split, and closing one closes only that one.
fn split() {
    let desk = Desk::at(COUNTY, K::LandContracting).asked("2026-06-01", Channel::ZzCounty);
    let mut desk = desk.sorted("2026-06-01", two(), &[]);
    let (new, kind) = (OTHER, K::LandExpropriation);
    let reason = SplitReason::CivilAndAdministrative;
    desk.ok("2026-06-01", Command::Split(Separation { new, kind, reason }));
    desk.stands("triage", &["assignment"]);
    assert!(desk.state().linked.contains(&OTHER));
    let second = Desk::at(COUNTY, kind).numbered(8).asked("2026-06-01", Channel::ZzCounty);
    let mut second = second.sorted("2026-06-01", two(), &[]);
    second.ok(
        "2026-06-02",
        Command::Withdraw(Withdrawal {
            party: 1,
            on: day("2026-06-02"),
            risk_checked: true,
            called_back: true,
            leave: None,
        }),
    );
    let result = Closing::Withdrawn;
    second.serves_all("2026-06-02");
    second.ok("2026-06-02", Command::Close { result, file_complete: true }).stands("closed", &[]);
    desk.stands("triage", &["assignment"]).held_by(COUNTY);
}

/// Steps 1 (b) and 3.
fn the_matrix() {
    let title = of(K::HousingHomestead).with(C::LandTitle);
    let taking = of(K::LandExpropriation).with(C::ExpropriationCompensation);
    let reviewed = taking.clone().track(T::AdministrativeReconsideration, Running);
    let review = T::AdministrativeReconsideration;
    let not_here = "ruling_not_on_expropriation";
    let decided = title.clone().track(T::AdministrativeRuling, Decided);
    check(vec![
        ("S16.1a", "2026-06-01", title.clone(), T::Litigation, "land_title_government_first"),
        ("S16.1a", "2026-06-01", title, T::AdministrativeRuling, ""),
        ("S16.3", "2026-12-01", decided, T::Litigation, ""),
        ("S16.1b", "2026-06-01", taking.clone(), T::AdministrativeRuling, not_here),
        ("S16.1b", "2026-06-01", taking.clone(), review, ""),
        ("S16.1b", "2026-06-20", reviewed, T::Litigation, "suit_not_beside_reconsideration"),
    ]);
    let after = routes_after_failure(&taking, T::JointMediation);
    let tracks: Vec<T> = after.iter().map(|route| route.track).collect();
    assert!(tracks.contains(&review) && tracks.contains(&T::Litigation));
    let mut course = Course::<Reconsideration>::new();
    course.does("2026-06-01", super::s10::apply_over(K::LandExpropriation, "2026-06-01"));
    course.refuses("2026-06-02", Review::DeemAccepted, "NOT_YET_EXPIRED");
}

pub fn walk() {
    title_by_the_government();
    who_reconsiders();
    split();
    the_matrix();
}
