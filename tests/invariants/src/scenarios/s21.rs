//! S21: from nine referrals left unanswered to the list, and off it again.

use std::collections::BTreeMap;

use jiefen_assessment_rules::order::{Command as Paper, Order};
use jiefen_assessment_rules::supervision_ladder::{
    Command as Rung, Draft, SupervisionLadder, draft_from_order, samples as ladder,
};
use jiefen_assessment_rules::{CutOff, Observed, Period, Tally, event};
use jiefen_intake_rules::dispute::{Command, Dispute};
use jiefen_procedure::Procedure;
use jiefen_procedure::kit::day;
use jiefen_vocab::{
    Agency, CaseId, Channel, DisputeId, DisputeKind as K, FactId, Moment, Role, TrackKind as T,
};

use super::Mode;
use crate::course::Course;
use crate::desk::{COUNTY, Desk, two};
use crate::umbrella::agency;

const UNIT: &str = "640122.mediation";
const OFFICE: &str = "640122.political_legal_committee";

/// Step 1: silence leaves the dispute where it was; it is counted against the silent unit.
fn left_unanswered(no: u128) -> Observed {
    let desk = Desk::at(COUNTY, K::Neighbour).numbered(no).asked("2026-09-07", Channel::ZzCounty);
    let mut desk = desk.sorted("2026-09-07", two(), &[]);
    desk.refers("2026-09-07", UNIT, T::PeopleMediation, Mode::Delegate).due("reply", "2026-09-08");
    let silence = Dispute::expired(desk.state(), "reply");
    let unit = agency(UNIT);
    assert_eq!(silence, Some(Command::NoteExpired { unit }));
    desk.ok("2026-09-09", silence.unwrap()).held_by(COUNTY);
    desk.stands("triage", &["assignment"]);
    let mut seen = Observed {
        id: FactId::from_bits(no),
        seq: no as u64,
        agency: agency(COUNTY),
        event: event::REFERRAL_EXPIRED.to_owned(),
        dispute: DisputeId::from_bits(no),
        case: CaseId::from_bits(no),
        at: Moment::from_local(day("2026-09-09").at(9, 0, 0, 0)),
        attributes: Default::default(),
    };
    seen.attributes.to = Some(unit);
    seen
}

/// Step 1: the third makes the order due; the nine are behind it.
fn counted() -> Tally {
    let month = Period { from: day("2026-09-01"), to: day("2026-09-30") };
    let cut_off = CutOff { day: day("2026-09-30"), high_water: u64::MAX };
    let counted = |last| Tally::of((1..=last).map(left_unanswered).collect());
    for no in 1..=9 {
        let due = counted(no).orders_due(month, 3, cut_off);
        assert_eq!(due.len(), usize::from(no >= 3), "{no}");
    }
    let tally = counted(9);
    let due = tally.orders_due(month, 3, cut_off).remove(0);
    assert_eq!((due.unit, due.disputes.len()), (agency(UNIT), 9));
    tally
}

/// Steps 1 and 2: a machine drafts, a person signs; five working days; the circular; the talk is due.
fn the_order() -> Course<Order> {
    let disputes = (1..=9).map(DisputeId::from_bits).collect();
    let (ground, demand) = ("M-07 9月移交逾期未答9件".to_owned(), "逐件答复".to_owned());
    let mut course = Course::<Order>::new();
    course.at(OFFICE, "system");
    let draft = Paper::Draft { unit: agency(UNIT), ground, disputes, demand };
    course.does_as(Role::System, "2026-09-30", draft);
    course.refuses_to(Role::System, "2026-09-30", Paper::Sign, "PERSON_MUST_SIGN");
    course.at(UNIT, "m-1").refuses_to(Role::Coordinator, "2026-09-30", Paper::Sign, "OWN_UNIT");
    course.at(OFFICE, "p-1").does_as(Role::Coordinator, "2026-09-30", Paper::Sign);
    // The National Day holiday, and the working Saturday of 10 October.
    course.due("reply", "2026-10-13").expires("2026-10-14", "reply");
    let circular = Paper::Circulate { text: "通报".to_owned() };
    course.does_as(Role::Coordinator, "2026-10-14", circular);
    course.expires("2026-11-16", "rectify").stands("talk_due");
    course
}

/// Steps 2 to 4: talk, list, weekly reports, re-check by sample, and an appeal that corrects visibly.
fn the_ladder(order: &Course<Order>) {
    let holders: BTreeMap<DisputeId, Agency> = ladder::cases(1, 9, agency(UNIT));
    let drafted = draft_from_order(order.state(), "D-1", day("2026-11-13"), &holders).unwrap();
    let mut course = Course::<SupervisionLadder>::new();
    course.does_as(Role::System, "2026-11-16", drafted);
    assert_eq!(course.state().cases.len(), 9, "the figures open to the nine cases");
    let mut course = Course::<SupervisionLadder>::new();
    course.does_as(Role::System, "2026-10-09", Rung::DraftTalk(ladder::quarter()));
    course.at(OFFICE, "p-1").does_as(Role::Coordinator, "2026-10-09", Rung::SignTalk);
    course.due("talk", "2026-10-15");
    let held = |on: &str, due: &str| Rung::HoldTalk(ladder::talk(day(on), "专人盯办", day(due)));
    let late = held("2026-10-12", "2026-11-12");
    course.refuses_to(Role::Leader, "2026-10-12", late, "DUE_TOO_LATE");
    course.at(UNIT, "m-1").does_as(Role::MediationHead, "2026-10-12", ladder::appeal(3));
    let upheld = |after| ladder::rule(1, true, after);
    // Who signed the talk does not judge the appeal against it.
    let judge = Role::Assessor;
    course.at(OFFICE, "p-1");
    course.refuses_to(judge, "2026-10-13", upheld(Some((8, 29))), "OWN_MEASURE");
    course.at(OFFICE, "p-2").refuses_to(judge, "2026-10-13", upheld(None), "CORRECTION_MISSING");
    course.does_as(judge, "2026-10-13", upheld(Some((8, 29))));
    assert_eq!((course.state().cases.len(), course.state().current()), (8, Some((8, 29))));
    assert_eq!(course.state().grounds[0].figure().unwrap().2, (9, 30), "the frozen figure stays");
    course.does_as(Role::Leader, "2026-10-13", held("2026-10-13", "2026-11-12"));
    let again = Rung::NoteMissedAgain { ground: ladder::fourth() };
    course.does_as(Role::Assessor, "2027-01-05", again);
    course.does_as(Role::Leader, "2027-01-05", ladder::list()).due("weekly", "2027-01-12");
    course.at(UNIT, "head-1").does_as(Role::MediationHead, "2027-01-11", ladder::week("清理旧件"));
    course.due("weekly", "2027-01-18");
    course.does_as(Role::MediationHead, "2027-02-01", ladder::request());
    course.at(OFFICE, "p-2");
    course.refuses_to(Role::Leader, "2027-02-01", ladder::removal(), "NOT_RECHECKED");
    course.does_as(Role::Assessor, "2027-02-01", ladder::draw());
    for case in [11, 12] {
        course.does_as(Role::Assessor, "2027-02-01", ladder::checked(case, true));
    }
    course.does_as(Role::Leader, "2027-02-01", ladder::removal()).stands("delisted");
    let second = Draft { ground: ladder::fourth(), ..ladder::quarter() };
    let early = Rung::DraftListing { draft: second, talked_on: day("2027-01-01") };
    let mut other = Course::<SupervisionLadder>::new();
    other.refuses_to(Role::System, "2027-01-05", early, "NO_TALK_BEFORE");
}

pub fn walk() {
    counted();
    let order = the_order();
    the_ladder(&order);
    assert!(!Order::outline(order.state()).open);
}
