//! S10: reconsideration with mediation.

use jiefen_administrative_rules::reconsideration::{
    Accept, Act, ActKind, Apply, ByParty, Checks, Command as Case, Duty, Enforcer, Head,
    HoldHearing, Measure, Panel, Reconsideration, Told, Track,
};
use jiefen_procedure::kit::{brief, day};
use jiefen_procedure::matrix::{Circumstance as C, Standing};
use jiefen_vocab::{Channel, DisputeKind as K, Fen, Outcome, TrackKind as T};

use super::{Mode, check, of};
use crate::course::Course;
use crate::desk::{COUNTY, COURT, Desk, offer, two};

const SHOP: u32 = 1;
const AGENCY: u32 = 2;
const BODY: &str = "640122.justice";

/// An application over an act of a kind of dispute, known on 3 August 2026 or on the day itself.
pub fn apply_over(kind: K, on: &str) -> Case {
    let mut command = apply(Told::WithAct, on);
    if let Case::Apply(apply) = &mut command {
        apply.brief.kind = kind;
        let act = apply.act.as_mut().unwrap();
        (act.kind, act.knew_on, act.made_on) = (ActKind::Expropriation, day(on), Some(day(on)));
    }
    command
}

fn apply(told: Told, on: &str) -> Case {
    let known = day("2026-08-03");
    let act = Act {
        kind: ActKind::Penalty,
        made_on: Some(known),
        knew_on: known,
        told,
        real_estate: false,
        amount: Some(Fen::yuan(20_000)),
        longer_until: None,
        excused: Vec::new(),
    };
    let told = brief(K::Administrative, T::AdministrativeReconsideration, day(on));
    let number = "贺政复〔2026〕1号".to_owned();
    Case::Apply(Box::new(Apply { brief: told, number, act: Some(act), on: day(on) }))
}

/// Step 1: sixty days over the National Day; without the notice one year (行政复议法 20).
fn in_time() {
    let checks = Checks { suit_accepted: false, reviewed: false, withdrawn_before: false };
    let accept = |on: &str| {
        let (track, reviewer) = (Track::Ordinary, "r1".to_owned());
        Case::Accept(Accept { on: day(on), track, agreed: Vec::new(), checks, reviewer })
    };
    for (told, on, late) in [
        (Told::WithAct, "2026-10-08", false),
        (Told::WithAct, "2026-10-09", true),
        (Told::Never, "2026-10-09", false),
        (Told::Never, "2027-08-03", false),
        (Told::Never, "2027-08-04", true),
    ] {
        let mut course = Course::<Reconsideration>::new();
        course.does(on, apply(told, on));
        if late {
            course.refuses(on, accept(on), "RIGHT_LOST");
        } else {
            course.does(on, accept(on));
        }
    }
}

/// Step 2: nothing done in five working days; sixty days from there (行政复议法 30, 62).
fn deemed_accepted() -> Course<Reconsideration> {
    let mut course = Course::new();
    course.does("2026-09-30", apply(Told::WithAct, "2026-09-30")).due("examine", "2026-10-13");
    course.refuses("2026-10-13", Case::DeemAccepted, "NOT_YET_EXPIRED");
    course.expires("2026-10-14", "examine").due("decide", "2026-12-14");
    course
}

fn by(party: u32, on: &str) -> ByParty {
    ByParty { party, on: day(on) }
}

/// Steps 3 and 4: heard, with a deputy and written reasons; suspended, agreed, sealed (行政复议法 50, 51, 73).
fn mediated(duty: u32) -> Course<Reconsideration> {
    let mut course = deemed_accepted();
    course.does("2026-10-14", Case::MarkMajor { on: day("2026-10-14") });
    course.does("2026-10-14", Case::ServeCopy(by(AGENCY, "2026-10-14")));
    let hearing_on = day("2026-10-28");
    course.does("2026-10-19", Case::NotifyHearing { on: day("2026-10-19"), hearing_on });
    course.does("2026-10-27", Case::Reply(by(AGENCY, "2026-10-27")));
    let held = |head| {
        let members = vec!["r2".to_owned(), "r3".to_owned()];
        let panel = Panel { chair: "r1".to_owned(), members, recorder: "r4".to_owned() };
        Case::HoldHearing(HoldHearing { on: hearing_on, panel, head, absent: Vec::new() })
    };
    course.refuses(
        "2026-10-28",
        held(Head::SentStaff { reasons: " ".to_owned() }),
        "REASONS_MISSING",
    );
    let reasons = "局长参加防汛会议，委托副局长参加".to_owned();
    course.does("2026-10-28", held(Head::SentStaff { reasons }));
    let agreed = vec![SHOP, AGENCY];
    course.does("2026-11-02", Case::BeginMediation { agreed, on: day("2026-11-02") });
    course.stands("mediating");
    course.refuses("2026-11-03", Case::Sue(by(SHOP, "2026-11-03")), "SUIT_EXCLUDED");
    let on = day("2026-11-12");
    let duty = Some(Duty { party: duty, by: day("2026-11-30"), amount: Some(Fen::yuan(8_000)) });
    course.does("2026-11-12", Case::MakeStatement { on, duty });
    for party in [SHOP, AGENCY] {
        course.does("2026-11-12", Case::SignStatement(by(party, "2026-11-12")));
    }
    course.does("2026-11-12", Case::SealStatement { on });
    for party in [SHOP, AGENCY] {
        course.does("2026-11-13", Case::Serve(by(party, "2026-11-13")));
    }
    course.stands("decided");
    course
}

/// Step 4: the shop is enforced against (行政复议法 78).
fn enforced() {
    let by = Enforcer::ReviewBody;
    let mut shop = mediated(SHOP);
    shop.does("2026-12-01", Case::Enforce { by, on: day("2026-12-01") }).stands("ended");
    assert_eq!(shop.state().outcome(), Some(Outcome::Decided));
}

/// Step 4: the agency is pressed, and performs (行政复议法 77).
fn performed() -> Course<Reconsideration> {
    let mut agency = mediated(AGENCY);
    for (on, until, measure) in [
        ("2026-12-01", "2026-12-06", Measure::Order),
        ("2026-12-08", "2026-12-13", Measure::Talk),
        ("2026-12-15", "2026-12-20", Measure::Circular),
    ] {
        agency.does(on, Case::Press { measure, by: day(until), on: day(on) });
    }
    let proof = "收款回单".to_owned();
    agency.does("2026-12-18", Case::Perform { on: day("2026-12-18"), proof }).stands("ended");
    agency
}

/// Step 5: no suit meanwhile, at the umbrella as well; a civil mediation is not brought here (行政复议法 12, 34).
fn the_umbrella() {
    let desk = Desk::at(COUNTY, K::Administrative).asked("2026-09-30", Channel::ZzCounty);
    let mut desk = desk.sorted("2026-09-30", two(), &[]);
    desk.refers("2026-09-30", BODY, T::AdministrativeReconsideration, Mode::Delegate);
    desk.accepts("2026-10-08", BODY).held_by(BODY).by(BODY, jiefen_vocab::Role::WindowClerk);
    desk.refused(
        "2026-11-03",
        offer(COURT, T::Litigation, Mode::Transfer),
        "SUIT_NOT_BESIDE_RECONSIDERATION",
    );
    desk.reports("2026-12-18", BODY, performed().state().outcome().unwrap());
    desk.stands("performing", &["closing"]).held_by(BODY);
    let running = of(K::Administrative).track(T::AdministrativeReconsideration, Standing::Running);
    let civil = of(K::Consumer).with(C::AgencyMediationChallenged);
    let review = T::AdministrativeReconsideration;
    check(vec![
        ("S10.5", "2026-11-03", running, T::Litigation, "suit_not_beside_reconsideration"),
        ("S10.5", "2026-11-03", civil, review, "civil_mediation_not_reviewable"),
    ]);
}

pub fn walk() {
    in_time();
    enforced();
    the_umbrella();
}
