//! S10: reconsideration with mediation, with its dates.

use jiefen_procedure::matrix::{self, Circumstance, Present, Standing};

use super::super::{Enforcer, Measure};
use super::*;

fn shop(told: Told, on: Date) -> Case {
    let mut shop = application();
    shop.brief.received_on = on;
    shop.on = on;
    shop.act = Some(Act { made_on: Some(day(8, 3)), knew_on: day(8, 3), told, ..fine() });
    Case::new().does(on, apply(shop))
}

fn accepted(case: Case, on: Date) -> Result<Vec<Fact>, String> {
    let accept = Command::Accept(Accept { on, ..acceptance(Track::Ordinary) });
    ask_law(case.state.as_ref(), &accept, on)
}

#[test]
fn s10_the_shop_applies_until_8_october() {
    assert!(accepted(shop(Told::WithAct, day(10, 8)), day(10, 8)).is_ok());
    assert_eq!(accepted(shop(Told::WithAct, day(10, 9)), day(10, 9)), Err("RIGHT_LOST".into()));
    // Without the notice: one year at most.
    assert!(accepted(shop(Told::Never, day(10, 9)), day(10, 9)).is_ok());
    let year = date(2027, 8, 3);
    assert!(accepted(shop(Told::Never, year), year).is_ok());
    let after = date(2027, 8, 4);
    assert_eq!(accepted(shop(Told::Never, after), after), Err("RIGHT_LOST".into()));
}

/// Deemed accepted, heard, mediated from 2 November, agreed and sealed on 12 November.
fn mediated(duty: u32) -> Case {
    let deemed = shop(Told::WithAct, day(9, 30))
        .refuses(day(10, 13), Command::DeemAccepted, "NOT_YET_EXPIRED")
        .expires(day(10, 14), "examine");
    assert!(deemed.starts("decide", "T-K-06", day(10, 13)));
    deemed
        .clone()
        .refuses(date(2026, 12, 14), Command::LapseDecision, "NOT_YET_EXPIRED")
        .expires(date(2026, 12, 15), "decide");
    let head =
        Head::SentStaff { reasons: "局长参加防汛会议，委托副局长参加".to_owned() };
    let duty = Some(Duty { party: duty, by: day(11, 30), amount: Some(Fen::yuan(8000)) });
    deemed
        .does(day(10, 14), Command::MarkMajor { on: day(10, 14) })
        .does(day(10, 14), Command::ServeCopy(by(AGENCY, day(10, 14))))
        .does(day(10, 19), Command::NotifyHearing { on: day(10, 19), hearing_on: day(10, 28) })
        .does(day(10, 27), Command::Reply(by(AGENCY, day(10, 27))))
        .does(day(10, 28), hearing(day(10, 28), head))
        .does(day(11, 2), Command::BeginMediation { agreed: vec![CITIZEN, AGENCY], on: day(11, 2) })
        .stands("mediating")
        .refuses(day(11, 3), Command::Sue(by(CITIZEN, day(11, 3))), "SUIT_EXCLUDED")
        .does(day(11, 12), Command::MakeStatement { on: day(11, 12), duty })
        .does(day(11, 12), Command::SignStatement(by(CITIZEN, day(11, 12))))
        .does(day(11, 12), Command::SignStatement(by(AGENCY, day(11, 12))))
        .does(day(11, 12), Command::SealStatement { on: day(11, 12) })
        .does(day(11, 13), serve(CITIZEN, day(11, 13)))
        .does(day(11, 13), serve(AGENCY, day(11, 13)))
        .stands("decided")
}

#[test]
fn s10_not_performed_order_talk_circular_enforcement() {
    let mut agency = mediated(AGENCY);
    for (on, measure) in [(1, Measure::Order), (8, Measure::Talk), (15, Measure::Circular)] {
        let press = Command::Press { measure, by: day(12, on + 5), on: day(12, on) };
        agency = agency.does(day(12, on), press);
    }
    let proof = "收款回单".to_owned();
    agency.does(day(12, 18), Command::Perform { on: day(12, 18), proof }).stands("ended");
    mediated(CITIZEN)
        .does(day(12, 1), Command::Enforce { by: Enforcer::ReviewBody, on: day(12, 1) })
        .stands("ended");
}

#[test]
fn s10_no_suit_meanwhile_and_no_reconsideration_of_a_civil_mediation() {
    let present = Present::of(DisputeKind::Administrative)
        .track(TrackKind::AdministrativeReconsideration, Standing::Running);
    assert!(!matrix::allowed(&present, TrackKind::Litigation).is_allowed());
    let civil = Present::of(DisputeKind::Consumer).with(Circumstance::AgencyMediationChallenged);
    assert!(!matrix::allowed(&civil, TrackKind::AdministrativeReconsideration).is_allowed());
}
