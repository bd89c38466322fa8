//! The scenarios of case-lifecycle §10 that touch the umbrella, as dated tests.

use jiefen_handoff::Mode;
use jiefen_procedure::{ClockEffect, Notice};
use jiefen_vocab::Outcome;

use super::super::orders::{
    Absorption, Confirmation, Confirmer, Duplicate, LevelGround, Naming, Request, Separation,
    SplitReason,
};
use super::super::parts::{Closing, CoUnit, Rung, TrackState};
use super::refusals::declined_twice;
use super::*;

const HAMLET: &str = "640122101203.committee";
const CITY: &str = "640100.centre";
const REGION: &str = "640000.centre";

/// The rule and start day of the clock that the desk's latest facts start under a key.
fn started(desk: &Desk, key: &str) -> Option<(String, Date)> {
    desk.facts.iter().flat_map(Dispute::clocks).rev().find_map(|effect| match effect {
        ClockEffect::Start { key: found, rule, from } if found == key => Some((rule, from)),
        ClockEffect::Start { .. }
        | ClockEffect::StartAt { .. }
        | ClockEffect::Extend { .. }
        | ClockEffect::Stop { .. }
        | ClockEffect::Resume { .. }
        | ClockEffect::Met { .. }
        | ClockEffect::Cancel { .. } => None,
    })
}

fn told(desk: &Desk) -> Vec<String> {
    desk.facts.iter().flat_map(Dispute::notices).map(|Notice { form, .. }| form).collect()
}

/// S01: two failed sessions in the village carry the dispute up; responsibility moves on acceptance only.
#[test]
fn s01_from_the_village_to_the_township() {
    let mut desk = Desk::on(day(3, 2));
    desk.by(HAMLET, Role::WindowClerk);
    desk.ok(Command::ReportSignal(Box::new(arrival(Channel::Grid, day(3, 2)))));
    desk.stands("detected", &["first_contact"]).held_by(HAMLET);
    desk.then(day(3, 3)).ok(inquiry(Channel::ZzVillage, day(3, 3)));
    desk.ok(register(content(DisputeKind::LandContracting)));
    assert_eq!(desk.state().interrupted_on, day(3, 3), "a finding is no request (T-A-06)");
    desk.ok(classify(DisputeKind::LandContracting)).ok(own(TrackKind::PeopleMediation));
    desk.then(day(3, 10)).ok(progress(HAMLET, day(3, 10)));
    desk.refused(up(LevelGround::TwoFailedRounds), "ROUNDS_NOT_FAILED");
    desk.then(day(3, 20)).ok(progress(HAMLET, day(3, 20))).ok(up(LevelGround::TwoFailedRounds));
    desk.stands("escalated", &["reply"]).held_by(HAMLET);
    desk.then(day(3, 23)).ok(accepted(TOWN, day(3, 23))).held_by(TOWN);
    desk.stands("escalated", &["progress"]);
    assert_eq!(desk.state().first_inquiry.released_on, Some(day(3, 23)));
    desk.then(day(4, 15)).ok(reported(TOWN, Outcome::Failed, day(4, 15)));
    desk.stands("unresolved", &["route_choice"]);
    assert_eq!(told(&desk).last().map(String::as_str), Some("ended"));
}

/// S01.7: expropriation compensation is no rural-land arbitration.
#[test]
fn s01_expropriation_is_no_rural_land_arbitration() {
    let mut desk = triage_of(DisputeKind::LandExpropriation);
    let refer = offer("640122.land_arbitration", TrackKind::LandArbitration, Mode::Transfer);
    desk.refused(Command::Refer(refer), "EXPROPRIATION_NOT_LAND_ARBITRATION");
    desk.refused(
        Command::OfferRoutes { routes: vec![route(TrackKind::Litigation)] },
        "ROUTE_HIDDEN",
    );
    desk.ok(Command::OfferRoutes {
        routes: vec![route(TrackKind::AdministrativeReconsideration), route(TrackKind::Litigation)],
    });
}

/// S05: the petition's own notice runs whatever becomes of the dispute; 2026-09-25 is a holiday.
#[test]
fn s05_a_petition_keeps_its_own_notice() {
    let mut desk = Desk::on(day(9, 25));
    desk.ok(inquiry(Channel::PetitionOffice, day(9, 25)));
    desk.stands("received", &["channel_answer:1", "triage"]);
    assert_eq!(started(&desk, "channel_answer:1"), Some(("T-L-01".to_owned(), day(9, 25))));
    desk.then(day(9, 28)).ok(register(content(DisputeKind::Labour)));
    desk.ok(classify(DisputeKind::Labour));
    let refer = offer("640122.labour_arbitration", TrackKind::LabourArbitration, Mode::Transfer);
    desk.ok(Command::Refer(refer));
    desk.then(day(9, 29)).ok(accepted("640122.labour_arbitration", day(9, 29)));
    desk.stands("in_process", &["channel_answer:1", "progress"]);
    desk.then(day(10, 10)).ok(Command::AnswerChannel { door: 1, on: day(10, 10) });
    desk.stands("in_process", &["progress"]);
}

/// S05.5: the objection to a petition's designation has 5 working days, the last of them in time.
#[test]
fn s05_an_objection_in_a_petition_has_five_working_days() {
    for (on, lawful) in [(day(10, 13), true), (day(10, 14), false)] {
        let mut desk = Desk::on(day(9, 30));
        desk.ok(inquiry(Channel::PetitionOffice, day(9, 30)));
        desk.ok(register(content(DisputeKind::Labour))).ok(classify(DisputeKind::Labour));
        desk.ok(Command::RequestDesignation(Request {
            reasons: "不属本单位".to_owned(),
            proposal: None,
        }));
        desk.ok(Command::DesignateUnit(naming(Vec::new()))).then(on);
        if lawful {
            desk.ok(objection(HOUSING, on));
        } else {
            desk.refused(objection(HOUSING, on), "OBJECTION_LATE");
        }
    }
}

/// S06: the superior of two counties of two cities is the region, computed from the tree.
#[test]
fn s06_cross_county_pollution_goes_to_the_lowest_common_superior() {
    let mut desk = Desk::on(day(6, 1));
    desk.by(COUNTY, Role::WindowClerk).ok(inquiry(Channel::ZzCounty, day(6, 1)));
    let mut farmers = content(DisputeKind::Environment);
    farmers.place = "640122".parse().unwrap();
    farmers.other_places.insert("640221".parse().unwrap());
    desk.ok(register(farmers));
    desk.ok(Command::EscalateCrossRegion { reason: "上游企业跨县排污".to_owned() });
    let to = "640000".parse().unwrap();
    assert_eq!(*desk.stage(), Stage::Escalated { to, by: None });
    desk.held_by(COUNTY).refused(accepted(CITY, day(6, 1)), "NO_OFFER");
    desk.then(day(6, 3)).ok(accepted(REGION, day(6, 3))).held_by(REGION);
    assert!(desk.state().participants.contains(&agency(COUNTY)), "the county stays a participant");
    let mut result = result(REGION, Outcome::Agreed, day(7, 1));
    result.obligations = vec![due(2, day(8, 1))];
    desk.then(day(7, 1)).ok(Command::NoteResult(Box::new(result)));
    desk.stands("agreed", &["obligation:1"]).held_by(REGION);
}

/// A committee that was cut off reports after its first instalment was due: the agreement stands, and what
/// was due meanwhile is followed up like the rest.
#[test]
fn a_result_that_was_long_under_way_is_taken_with_what_was_due_meanwhile() {
    let mut desk = two_tracks();
    let mut late = result(COURT, Outcome::Agreed, day(7, 1));
    late.obligations = vec![due(2, day(6, 20)), due(2, day(7, 20))];
    desk.then(day(7, 1)).ok(Command::NoteResult(Box::new(late)));
    desk.stands("agreed", &["obligation:1", "obligation:2"]);
}

/// S07 variant: a deemed withdrawal leaves the umbrella unresolved, not closed.
#[test]
fn s07_a_deemed_withdrawal_does_not_close_the_umbrella() {
    let mut desk = triage();
    desk.ok(Command::Refer(offer(COURT, TrackKind::Litigation, Mode::Delegate)));
    desk.ok(accepted(COURT, day(6, 1))).held_by(COURT);
    desk.then(day(6, 20)).ok(reported(COURT, Outcome::Withdrawn, day(6, 20)));
    desk.stands("unresolved", &["route_choice"]).held_by(TOWN);
}

/// S08: each instalment is followed up on its own; the dispute closes with the last proof and every notice
/// proved, and a breach of a mere contract opens the choice of a route again.
#[test]
fn s08_instalments_are_followed_up_each_on_its_own() {
    let mut desk = Desk::on(day(9, 1));
    desk.ok(inquiry(Channel::ZzTown, day(9, 1))).ok(register(content(DisputeKind::ContractDebt)));
    desk.ok(classify(DisputeKind::ContractDebt)).ok(own(TrackKind::PeopleMediationTown));
    let dues = vec![due(2, day(10, 31)), due(2, day(11, 30)), due(2, day(12, 31))];
    let terms = agreement(day(9, 3), dues);
    desk.then(day(9, 3)).by(TOWN, Role::Mediator);
    desk.ok(Command::RecordAgreement(Box::new(terms)));
    desk.stands("agreed", &["confirmation", "obligation:1", "obligation:2", "obligation:3"]);
    assert_eq!(started(&desk, "confirmation"), Some(("T-D-01".to_owned(), day(9, 3))));
    assert_eq!(started(&desk, "obligation:2"), Some(("policy.follow_up".to_owned(), day(11, 30))));
    desk.then(day(10, 9)).ok(Command::NoteLapsed { clock: "confirmation".to_owned() });
    desk.then(day(10, 31)).ok(Command::ConfirmPerformance(paid(1, day(10, 31))));
    desk.stands("performing", &["obligation:2", "obligation:3"]);
    let breach = |on| Command::ReportBreach { obligation: 2, on };
    desk.then(day(11, 30)).refused(breach(day(11, 30)), "NOT_YET_DUE");
    let mut broken = desk.clone();
    broken.then(day(12, 1)).ok(breach(day(12, 1))).stands("unresolved", &["route_choice"]);
    desk.ok(Command::ConfirmPerformance(paid(2, day(11, 30)))).then(day(12, 31));
    let mut unproved = desk.clone();
    unproved.ok(Command::ConfirmPerformance(paid(3, day(12, 31))));
    unproved.stands("performing", &["closing"]);
    desk.serve_all().ok(Command::ConfirmPerformance(paid(3, day(12, 31)))).stands("closed", &[]);
    assert_eq!(told(&desk).last().map(String::as_str), Some("survey"));
}

fn paid(obligation: u32, on: Date) -> super::super::orders::Performance {
    let proof = "转账凭证".to_owned();
    super::super::orders::Performance { obligation, proof, on, file_complete: true }
}

/// S08: the court's confirmation makes the agreement enforceable; what was owed is owed as before.
#[test]
fn s08_a_confirmed_agreement_comes_back_enforceable_with_what_is_owed() {
    let mut desk = confirming();
    desk.stands("in_process", &["progress"]).held_by(COURT);
    desk.then(day(6, 24)).ok(reported(COURT, Outcome::Decided, day(6, 24)));
    desk.stands("agreed", &["obligation:1", "obligation:2"]).held_by(TOWN);
    assert_eq!(desk.state().effect, Some(EffectLevel::Confirmed));
    assert_eq!(started(&desk, "obligation:2").map(|(_, from)| from), Some(day(7, 1)));
    assert_eq!(told(&desk).last().map(String::as_str), Some("confirmed"));
    desk.then(day(7, 2)).ok(Command::ReportBreach { obligation: 1, on: day(7, 2) });
    desk.stands("enforcing", &["enforcement"]);
}

/// S08: without confirmation the agreement keeps its force as a contract, and within the 30 days the
/// parties may apply again; after a rejection they look for their next route (民事诉讼法 206).
#[test]
fn s08_without_confirmation_the_agreement_is_a_contract_still() {
    for (on, again) in [(day(6, 24), true), (day(7, 10), true), (day(7, 11), false)] {
        let mut desk = confirming();
        desk.then(on).ok(reported(COURT, Outcome::Withdrawn, on));
        assert_eq!(desk.state().effect, Some(EffectLevel::Contract));
        let window = started(&desk, "confirmation").filter(|_| again);
        assert_eq!(window.is_some(), desk.state().running.contains("confirmation"), "{on}");
        if again {
            assert_eq!(window, Some(("T-D-01".to_owned(), day(6, 10))));
            desk.ok(Command::Refer(confirmation(Mode::Delegate)));
        } else {
            desk.refused(Command::Refer(confirmation(Mode::Delegate)), "CONFIRMATION_ONLY");
        }
    }
    let mut desk = confirming();
    desk.ok(reported(COURT, Outcome::Failed, day(6, 10)));
    desk.stands("unresolved", &["route_choice"]).held_by(TOWN);
}

/// T-D-01: of an agreement in force only its confirmation goes to another unit, and it comes back.
#[test]
fn an_agreement_in_force_goes_to_the_court_for_its_confirmation_only() {
    let mut desk = agreed();
    for wrong in [
        offer(COURT, TrackKind::Litigation, Mode::Delegate),
        offer(VILLAGE, TrackKind::PeopleMediation, Mode::Delegate),
        confirmation(Mode::Transfer),
    ] {
        desk.refused(Command::Refer(wrong), "CONFIRMATION_ONLY");
    }
    desk.then(day(7, 13)).ok(Command::NoteLapsed { clock: "confirmation".to_owned() });
    desk.refused(Command::Refer(confirmation(Mode::Delegate)), "CONFIRMATION_ONLY");
}

/// S13: the market regulator, asked first, answers for the dispute until the designation is final.
#[test]
fn s13_wrong_door_two_departments_designation() {
    let mut desk = Desk::on(day(7, 6));
    desk.by(MARKET, Role::WindowClerk).ok(inquiry(Channel::AgencyCounter, day(7, 6)));
    let mut away = advice(day(7, 6));
    away.sends_elsewhere = true;
    desk.refused(Command::TurnAway(away), "PUSHED_AWAY");
    desk.ok(register(content(DisputeKind::Neighbour))).ok(classify(DisputeKind::Neighbour));
    let (reasons, proposal) = ("不在权责清单内".to_owned(), None);
    desk.ok(Command::RequestDesignation(Request { reasons, proposal })).held_by(MARKET);
    desk.stands("assigned", &["designation"]).then(day(7, 7)).by(TOWN, Role::CentreDirector);
    desk.ok(Command::DesignateLead(Naming {
        unit: agency(VILLAGE),
        track: TrackKind::PeopleMediation,
        co_units: vec![CoUnit { unit: agency(HOUSING), task: "查明房屋结构".to_owned() }],
        basis: "实施方案 五(二)2".to_owned(),
    }));
    desk.stands("assigned", &["reply"]).held_by(MARKET);
    desk.then(day(7, 8)).ok(objection(HOUSING, day(7, 8))).held_by(MARKET);
    desk.stands("triage", &["confirm_designation"]);
    desk.then(day(7, 9)).ok(Command::ConfirmDesignation(Box::new(Confirmation {
        unit: agency(VILLAGE),
        track: TrackKind::PeopleMediation,
        person: "village-head".to_owned(),
        by: Confirmer::Superior,
        basis: "实施方案 五(二)2".to_owned(),
    })));
    desk.held_by(VILLAGE).refused(objection(VILLAGE, day(7, 9)), "DESIGNATION_IS_FINAL");
    desk.ok(accepted(VILLAGE, day(7, 9))).stands("in_process", &["progress"]);
    let first = &desk.state().first_inquiry;
    assert_eq!((first.unit, first.released_on), (agency(MARKET), Some(day(7, 9))));
}

/// The limit for objecting: 1 working day after Friday 2026-07-03 is Monday.
#[test]
fn an_objection_on_the_last_day_is_in_time_and_silence_makes_the_designation_final() {
    for (on, lawful) in [(day(7, 6), true), (day(7, 7), false)] {
        let mut desk = Desk::on(day(7, 3));
        desk.ok(inquiry(Channel::ZzTown, day(7, 3)));
        desk.ok(register(content(DisputeKind::Neighbour))).ok(classify(DisputeKind::Neighbour));
        let (reasons, proposal) = ("不属本单位".to_owned(), None);
        desk.ok(Command::RequestDesignation(Request { reasons, proposal }));
        desk.ok(Command::DesignateUnit(naming(Vec::new()))).then(on);
        let confirm = Command::ConfirmDesignation(Box::new(Confirmation {
            unit: agency(HOUSING),
            track: TrackKind::AdministrativeMediation,
            person: "housing-head".to_owned(),
            by: Confirmer::JointMeeting,
            basis: "联席会议纪要".to_owned(),
        }));
        if lawful {
            desk.refused(confirm, "OBJECTION_STILL_OPEN").ok(objection(HOUSING, on));
        } else {
            desk.refused(objection(HOUSING, on), "OBJECTION_LATE").ok(confirm).held_by(HOUSING);
        }
    }
}

/// S16: two claims, two disputes; closing one does not close the other.
#[test]
fn s16_a_split_leaves_each_claim_to_itself() {
    let mut desk = triage_of(DisputeKind::LandContracting);
    let (new, kind) = (OTHER, DisputeKind::LandExpropriation);
    let reason = SplitReason::CivilAndAdministrative;
    desk.ok(Command::Split(Separation { new, kind, reason }));
    desk.stands("triage", &["assignment"]);
    assert!(desk.state().linked.contains(&OTHER));
}

/// S17: one dispute, four doors: the earliest contact counts, each channel keeps its number and answer,
/// and un-merging gives everything back.
#[test]
fn s17_merged_doors_keep_their_numbers_and_the_earliest_day_counts() {
    let mut petition = Desk::on(day(6, 3));
    petition.by("640122.petition", Role::PetitionOfficer);
    let mut order = arrival(Channel::PetitionOffice, day(5, 29));
    order.dispute = OTHER;
    petition.ok(Command::RecordInquiry(Box::new(order)));
    petition.ok(register(content(DisputeKind::Neighbour)));
    let doors = petition.state().doors.clone();
    let merge = Duplicate { of: DISPUTE, same_parties: true, same_facts: true };
    petition.ok(Command::MarkDuplicate(merge)).stands("merged", &[]);

    let mut desk = triage();
    desk.then(day(6, 3));
    let absorb = Absorption { dispute: OTHER, doors, interrupted_on: day(5, 29) };
    desk.ok(Command::Absorb(absorb.clone()));
    desk.stands("triage", &["assignment", "channel_answer:2"]);
    assert_eq!(started(&desk, "channel_answer:2"), Some(("T-L-01".to_owned(), day(5, 29))));
    assert_eq!(desk.state().interrupted_on, day(5, 29));
    assert_eq!(desk.state().first_inquiry.unit, agency("640122.petition"));
    assert_eq!(desk.state().doors.len(), 2);
    assert_eq!(desk.decide(&Command::Absorb(absorb)), Ok(Vec::new()), "told twice, done once");

    desk.ok(Command::Release { dispute: OTHER }).stands("triage", &["assignment"]);
    assert_eq!(desk.state().interrupted_on, day(6, 1));
    assert_eq!(desk.state().first_inquiry.unit, agency(TOWN));
    petition.ok(Command::Unmerge { reason: "楼层不同".to_owned() });
    petition.stands("triage", &["assignment", "channel_answer:1"]);
}

/// S18: an offer told twice is one offer, an acceptance told twice one acceptance; a recall after it is
/// refused.
#[test]
fn s18_redelivery_changes_nothing_and_a_recall_comes_too_late() {
    let mut desk = offered();
    let again = Command::NoteOffered(offer(VILLAGE, TrackKind::PeopleMediation, Mode::Transfer));
    assert_eq!(desk.decide(&again), Ok(Vec::new()));
    desk.ok(accepted(VILLAGE, day(6, 1)));
    assert_eq!(desk.decide(&accepted(VILLAGE, day(6, 1))), Ok(Vec::new()));
    let recall = Command::NoteRecalled { unit: agency(VILLAGE), reason: "误送".to_owned() };
    desk.refused(recall, "ACCEPTED_ALREADY");
    desk.then(day(6, 5)).ok(reported(VILLAGE, Outcome::Failed, day(6, 5)));
    let again = reported(VILLAGE, Outcome::Failed, day(6, 5));
    assert_eq!(desk.decide(&again), Ok(Vec::new()));
}

/// §4: an unanswered or declined offer leaves responsibility where it was; two declines force a
/// designation.
#[test]
fn declines_and_silence_leave_the_sender_responsible() {
    let mut desk = offered();
    let silence = Dispute::expired(desk.state(), "reply");
    assert_eq!(silence, Some(Command::NoteExpired { unit: agency(VILLAGE) }));
    desk.then(day(6, 3)).ok(Command::NoteExpired { unit: agency(VILLAGE) });
    desk.stands("triage", &["assignment"]).held_by(TOWN);
    assert_eq!(desk.state().tracks[0].state, TrackState::Expired);
    let mut desk = declined_twice();
    desk.stands("assigned", &["designation"]).held_by(TOWN);
}

/// S21: an overdue duty climbs rung by rung, and only performance stops it.
#[test]
fn s21_an_overdue_duty_climbs_to_the_coordinator() {
    let mut desk = in_process();
    for rung in [Rung::Holder, Rung::Head, Rung::Centre, Rung::Coordinator, Rung::Coordinator] {
        let chase = Dispute::expired(desk.state(), "progress").unwrap();
        desk.ok(chase);
        assert_eq!(desk.state().ladder.get("progress"), Some(&rung));
    }
    desk.ok(progress(TOWN, day(6, 1)));
    assert!(desk.state().ladder.is_empty());
}

/// Each party's own receipt starts its own remedy; an attempt starts none.
#[test]
fn each_receipt_starts_its_own_remedy() {
    let mut desk = decided();
    let notice = desk.state().unproved().map_or(0, |notice| notice.no);
    desk.then(day(6, 12)).ok(serve(notice, 1, Proof::Signed, day(6, 11)));
    desk.ok(serve(notice, 2, Proof::Attempted { record: "三次未遇".to_owned() }, day(6, 12)));
    desk.stands("decided", &["obligation:1", "remedy:1"]);
    assert_eq!(started(&desk, "remedy:1"), Some(("T-I-09".to_owned(), day(6, 11))));
    desk.ok(serve(notice, 2, Proof::Post, day(6, 12)));
    desk.stands("decided", &["obligation:1", "remedy:1", "remedy:2"]);
    let lapse = Dispute::expired(desk.state(), "remedy:1");
    assert_eq!(lapse, Some(Command::NoteLapsed { clock: "remedy:1".to_owned() }));
}

/// A re-opening within six months counts against the unit that closed; the day after does not.
#[test]
fn a_reopening_within_six_months_is_remembered() {
    for (on, soon) in [(day(12, 2), true), (day(12, 3), false)] {
        let mut desk = agreed_bare();
        desk.serve_all().then(day(6, 2));
        desk.then(day(6, 10)).ok(Command::Close { result: Closing::Agreed, file_complete: true });
        let Stage::Closed { on: closed_on, .. } = *desk.stage() else { panic!("closed") };
        let shift = on.checked_add(jiff::ToSpan::days(8)).unwrap();
        assert_eq!(closed_on, day(6, 10));
        desk.then(shift).ok(Command::Reopen(reopening(shift)));
        assert_eq!(desk.state().episodes.last().map(|episode| episode.soon), Some(soon));
        desk.stands("reopened", &["triage"]).ok(classify(DisputeKind::Neighbour));
        desk.stands("triage", &["assignment"]);
    }
}

/// I5: an agreement needs every signature; a representative does not sign for the others.
#[test]
fn a_withdrawal_is_each_applicants_own() {
    let mut desk = triage();
    desk.ok(Command::NameRepresentatives { parties: [1].into() });
    desk.ok(Command::Withdraw(withdrawal(1, day(6, 1)))).stands("triage", &["assignment"]);
    desk.ok(Command::Withdraw(withdrawal(3, day(6, 1)))).stands("withdrawn", &["closing"]);
}
