//! 起诉: a party goes to court by her own word, and nothing but the law stands in her way.

use jiefen_handoff::Mode;

use super::super::parts::RouteChoice;
use super::super::suit::{self, Suit};
use super::*;

fn sues(party: u32) -> Command {
    Command::FileSuit(Suit { party, court: agency(COURT) })
}

#[test]
fn a_party_goes_to_court_and_the_dispute_is_offered_to_it_at_once() {
    for (mut desk, basis) in [(triage(), "人民调解法3(3)"), (unresolved(), "人民调解法26")]
    {
        let today = desk.today;
        desk.by(TOWN, Role::Party).ok(sues(1));
        assert_eq!(desk.stage().code(), "assigned");
        assert!(desk.state().running.contains("reply"), "the court's answer is awaited");
        let route = desk.state().route.as_ref().unwrap();
        assert!(route.insists && route.track == TrackKind::Litigation);
        let offered = desk.facts.iter().rev().find_map(|fact| {
            let Fact::Offered { offer, .. } = fact else { return None };
            Some(offer)
        });
        let offered = offered.unwrap();
        assert_eq!((offered.unit, offered.mode), (agency(COURT), Mode::Transfer));
        assert!(offered.basis.contains(basis), "{}", offered.basis);
        desk.refused(sues(1), "WRONG_STAGE");
        desk.held_by(TOWN).ok(accepted(COURT, today)).held_by(COURT);
    }
}

#[test]
fn who_does_not_claim_does_not_sue_and_nobody_overrules_another_who_insists() {
    let mut desk = triage();
    desk.by(TOWN, Role::Party);
    desk.refused(sues(2), "NOT_CLAIMANT").refused(sues(9), "PARTY_UNKNOWN");
    let choice =
        RouteChoice { party: 2, track: TrackKind::PaymentOrder, insists: true, on: day(6, 1) };
    desk.ok(Command::ChooseRoute(choice)).refused(sues(1), "PARTY_INSISTS");
    assert_eq!(suit::open(desk.state(), 1, desk.today), None);
}

#[test]
fn units_that_declined_do_not_hold_up_a_suit() {
    let mut desk = triage();
    desk.state.as_mut().unwrap().declines = 2;
    let village = offer(VILLAGE, TrackKind::PeopleMediation, Mode::Transfer);
    desk.refused(Command::Refer(village), "DESIGNATION_FORCED");
    desk.by(TOWN, Role::Party).ok(sues(1));
}

#[test]
fn a_labour_dispute_is_told_that_arbitration_comes_first_and_is_not_kept_from_the_court() {
    let mut desk = triage();
    desk.state.as_mut().unwrap().content.kind = DisputeKind::Labour;
    let way = suit::open(desk.state(), 1, desk.today).unwrap();
    assert!(way.caution.unwrap().contains("劳动仲裁"));
    desk.by(TOWN, Role::Party).ok(sues(1));
}

/// What she is shown is what she may do, in every sample.
#[test]
fn the_way_that_is_shown_is_the_way_that_is_open() {
    let mut ways = 0;
    for (name, sample) in ALL {
        let mut desk = sample();
        desk.by(TOWN, Role::Party);
        for party in 0..5 {
            let shown = suit::open(desk.state(), party, desk.today).is_some();
            assert_eq!(shown, desk.decide(&sues(party)).is_ok(), "{name}: party {party}");
            ways += usize::from(shown);
        }
    }
    assert!(ways >= 2, "only {ways} samples have an open way");
}
