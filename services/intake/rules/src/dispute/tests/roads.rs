//! Which roads stay open (I4), which grounds re-open, what stands of a minor: the umbrella with the matrix.

use jiefen_procedure::Explain;
use jiefen_vocab::{DisputeKind as D, Flag, Outcome, TrackKind as K};

use super::super::common::may_start;
use super::super::orders::{ReopenGround, Reopening, Separation, SplitReason};
use super::super::parts::{Closing, RouteChoice, Track, TrackState};
use super::*;

fn track(kind: K, state: TrackState) -> Track {
    Track {
        no: 1,
        unit: agency(COURT),
        kind,
        mode: None,
        state,
        person: None,
        case_no: None,
        since: day(6, 1),
        sender: None,
        failed_sessions: 0,
        latest: None,
    }
}

fn stood(kind: D, flags: &[Flag], running: &[K]) -> State {
    let mut state = triage().state().clone();
    state.content.kind = kind;
    state.content.flags = flags.iter().copied().collect();
    state.tracks = running.iter().map(|kind| track(*kind, TrackState::Running)).collect();
    state
}

/// The basis with which a track is refused; none: it may start.
#[track_caller]
fn check(state: &State, wanted: K, expect: Option<&str>) {
    let refusal = may_start(state, wanted).err();
    let basis = refusal.as_ref().map(Explain::basis);
    let same = match (basis, expect) {
        (Some(basis), Some(expect)) => basis.contains(expect),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    };
    assert!(same, "{wanted}: {basis:?}, not {expect:?}");
    if let Some(refusal) = refusal {
        assert!(!refusal.zh().is_empty() && !refusal.instead().is_empty());
    }
}

#[test]
fn what_excludes_what() {
    for (kind, flags, running, wanted, expect) in [
        (D::Neighbour, &[][..], &[][..], K::PeopleMediation, None),
        (D::LandExpropriation, &[], &[], K::LandArbitration, Some("T-I-08")),
        (D::LandContracting, &[], &[], K::LandArbitration, None),
        (D::LandContracting, &[], &[K::Litigation], K::LandArbitration, Some("调解仲裁法22")),
        (D::Medical, &[], &[K::PeopleMediation], K::AdministrativeMediation, Some("T-P-03")),
        (D::Medical, &[], &[K::PeopleMediation], K::Litigation, None),
        (D::Medical, &[], &[K::Litigation], K::PeopleMediation, Some("T-P-03")),
        (D::Traffic, &[], &[K::Litigation], K::PoliceMediation, Some("T-O-05")),
        (D::Consumer, &[], &[K::Litigation], K::AdministrativeMediation, Some("T-Q-07")),
        (D::Consumer, &[], &[K::PeopleMediation], K::AdministrativeMediation, None),
        (
            D::Administrative,
            &[],
            &[K::AdministrativeReconsideration],
            K::Litigation,
            Some("行政复议法29"),
        ),
        (
            D::Administrative,
            &[],
            &[K::Litigation],
            K::AdministrativeReconsideration,
            Some("行政复议法29"),
        ),
        (D::ContractDebt, &[], &[K::CommercialArbitration], K::Litigation, Some("T-J-03")),
        (D::ContractDebt, &[], &[K::Litigation], K::CommercialArbitration, Some("T-J-03")),
        (D::ContractDebt, &[], &[K::PaymentOrder], K::Litigation, None),
        (D::ContractDebt, &[], &[K::Litigation], K::FastTrack, Some("民事诉讼法127")),
        (D::Labour, &[], &[K::LabourArbitration], K::Petition, Some("T-L-08")),
        (D::Labour, &[], &[], K::Litigation, Some("劳动争议解释(一)13、15、51(2)")),
        (D::Neighbour, &[Flag::NotMediable], &[], K::JointMediation, Some("T-E-19")),
        (D::MarriageFamily, &[Flag::SafetyAlert], &[], K::PeopleMediation, Some("T-R-02")),
        (D::Other, &[], &[], K::NoneUntilInformation, Some("case-lifecycle §5")),
        (D::Neighbour, &[], &[K::PeopleMediation], K::PeopleMediation, Some("T-L-10")),
    ] {
        check(&stood(kind, flags, running), wanted, expect);
    }
}

/// Until 14 April 2026 another mediation body's work on the matter closed the complaint.
#[test]
fn a_consumer_complaint_keeps_the_edition_of_the_day_it_came_in() {
    for (on, expect) in [(day(4, 14), Some("T-Q-07")), (day(4, 15), None)] {
        let mut state = stood(D::Consumer, &[], &[K::PeopleMediation]);
        state.interrupted_on = on;
        check(&state, K::AdministrativeMediation, expect);
    }
}

/// What only the receiving body can judge is not refused at the counter.
#[test]
fn the_umbrella_offers_a_road_of_which_the_body_must_judge() {
    for wanted in [
        K::CommercialArbitration,
        K::PaymentOrder,
        K::JudicialConfirmation,
        K::Retrial,
        K::NotarizedEnforcement,
        K::AdministrativeReconsideration,
    ] {
        check(&stood(D::ContractDebt, &[], &[]), wanted, None);
    }
}

#[test]
fn the_victims_own_choice_opens_mediation_and_insistence_opens_the_suit() {
    let chosen = |mut state: State, track, insists| {
        state.route = Some(RouteChoice { party: 1, track, insists, on: day(6, 1) });
        state
    };
    let victim = stood(D::MarriageFamily, &[Flag::SafetyAlert], &[]);
    check(&chosen(victim, K::PeopleMediation, false), K::PeopleMediation, None);
    let worker = stood(D::Labour, &[], &[]);
    check(&chosen(worker.clone(), K::Litigation, true), K::Litigation, None);
    for (kind, outcome) in
        [(K::LabourArbitration, Outcome::Decided), (K::PaymentOrder, Outcome::Failed)]
    {
        let mut over = worker.clone();
        over.tracks = vec![track(kind, TrackState::Ended { outcome, on: day(6, 1) })];
        check(&over, K::Litigation, None);
    }
    let mut running = worker;
    running.tracks = vec![track(K::LabourArbitration, TrackState::Running)];
    check(&running, K::Litigation, Some("劳动争议"));
}

/// A dispute closed on an agreement re-opens as void, broken, wrong or with new facts, not as reviewed; one
/// that was given up has no agreement to attack.
#[test]
fn a_ground_of_reopening_fits_how_the_dispute_ended() {
    let reopen = |ground| Command::Reopen(Reopening { ground, ..reopening(day(7, 2)) });
    let all = [
        (ReopenGround::NewFacts, true, true, true),
        (ReopenGround::ClosedWrongly, true, true, true),
        (ReopenGround::AgreementVoid, true, false, false),
        (ReopenGround::Breach, true, true, false),
        (ReopenGround::ReviewGranted, false, true, false),
    ];
    let given_up = || {
        let mut desk = triage();
        for party in [1, 3] {
            desk.ok(Command::Withdraw(super::super::orders::Withdrawal {
                party,
                on: day(6, 1),
                risk_checked: true,
                called_back: false,
                leave: None,
            }));
        }
        desk.serve_all();
        desk.ok(Command::Close { result: Closing::Withdrawn, file_complete: true });
        desk.then(day(7, 2));
        desk
    };
    let decided = || {
        let mut desk = decided_bare();
        desk.then(day(7, 2)).ok(Command::Close { result: Closing::Decided, file_complete: true });
        desk
    };
    for (ground, agreement, decision, withdrawn) in all {
        for (desk, lawful) in
            [(closed(), agreement), (decided(), decision), (given_up(), withdrawn)]
        {
            let answer = desk.decide(&reopen(ground));
            assert_eq!(answer.is_ok(), lawful, "{ground:?} {:?}", desk.stage());
        }
    }
}

/// S12: no classification takes the minor's flag off while a minor is a party.
#[test]
fn s12_the_flag_of_a_minor_stands_whatever_is_classified() {
    let mut desk = received();
    let mut campus = content(D::Campus);
    campus.parties[0].minor = true;
    desk.ok(register(campus));
    assert!(desk.state().content.flags.contains(&Flag::MinorProtection));
    desk.ok(classify(D::Campus));
    assert!(desk.state().content.flags.contains(&Flag::MinorProtection));
    assert_ne!(desk.state().content.masked(), desk.state().content);
}

/// S16: the claim split off is only linked; closing this one leaves no word in the other's file.
#[test]
fn s16_closing_one_half_names_the_other_nowhere() {
    let mut desk = triage();
    let reason = SplitReason::CivilAndAdministrative;
    desk.ok(Command::Split(Separation { new: OTHER, kind: D::Administrative, reason }));
    let before = desk.facts.len();
    for party in [1, 3] {
        desk.ok(Command::Withdraw(super::super::orders::Withdrawal {
            party,
            on: day(6, 1),
            risk_checked: true,
            called_back: false,
            leave: None,
        }));
    }
    desk.serve_all();
    desk.ok(Command::Close { result: Closing::Withdrawn, file_complete: true });
    let text = serde_json::to_string(&desk.facts[before..]).unwrap();
    assert!(!text.contains(&OTHER.to_string()));
    assert!(desk.state().linked.contains(&OTHER) && desk.state().absorbed.is_empty());
}

/// With an arbitration agreement the court is closed: arbitration is shown in its place (仲裁法 5).
#[test]
fn where_the_court_is_closed_arbitration_is_the_way_that_must_be_shown() {
    let commission = "640122.commercial_arbitration";
    let mut desk = triage_of(D::ContractDebt);
    desk.ok(Command::Refer(offer(
        commission,
        K::CommercialArbitration,
        jiefen_handoff::Mode::Delegate,
    )));
    desk.ok(accepted(commission, day(6, 1)));
    desk.then(day(6, 2)).ok(reported(commission, Outcome::Withdrawn, day(6, 2)));
    let routes = |tracks: &[K]| Command::OfferRoutes {
        routes: tracks.iter().map(|track| route(*track)).collect(),
    };
    desk.refused(routes(&[K::Litigation]), "ARBITRATION_AGREEMENT_BARS_SUIT");
    desk.refused(routes(&[K::LawyerMediation]), "ROUTE_HIDDEN");
    desk.ok(routes(&[K::LawyerMediation, K::CommercialArbitration]));
}
