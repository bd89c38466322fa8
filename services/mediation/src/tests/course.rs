//! Whole cases over a real database, from the hand-over to the end.

use jiefen_handoff::{Binding, Epoch, Input, Message, Mode, Offer};
use jiefen_ledger::testing::TestNode;
use jiefen_ledger::{Delivered, Error, wire};
use jiefen_mediation_rules::agreement::Through;
use jiefen_mediation_rules::entrusted_mediation::{Command as Entrusted, Settlement};
use jiefen_mediation_rules::matter::{Command as Matter, NextStep};
use jiefen_mediation_rules::people_mediation::{Beginning, Checks, Command as People, Signer};
use jiefen_mediation_rules::session::{Mode as Form, Reached, Sitting};
use jiefen_procedure::Brief;
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_vocab::{CaseId, DisputeKind, FactId, Outcome, Private, Role, TrackKind};
use jiff::civil::date;

use super::{HASH, TODAY, brief, draft};
use crate::{Kind, MediationArea, case_id, view};

pub type Node = TestNode<MediationArea>;

pub const CENTRE: &str = "640122.centre";

async fn node() -> Node {
    TestNode::start("640122.village_mediation", TODAY).await
}

/// Hands the dispute over under an epoch and lets staff accept it.
pub async fn hand_over(node: &mut Node, from: &str, brief: &Brief, mode: Mode, n: u32) {
    let epoch = Epoch::new(0, n);
    let offer = Offer {
        epoch,
        mode,
        due: Some(jiefen_vocab::Moment::end_of(TODAY)),
        brief: FactId::from_bits(1),
        binding: Binding::Free,
        co_units: std::collections::BTreeSet::new(),
        result_due: None,
        declines: 0,
        ground: None,
    };
    let offered = Message::Offered(offer);
    assert_eq!(node.receive(from, brief.dispute, &offered, Some(brief)).await, Delivered::Applied);
    node.desk(brief.dispute, Input::Accept { epoch }, Role::Mediator).await.unwrap();
    let confirmed = Message::Confirmed { epoch, mode };
    assert_eq!(node.receive(from, brief.dispute, &confirmed, None).await, Delivered::Applied);
}

async fn give(node: &Node, case: CaseId, command: impl Into<jiefen_mediation_rules::Command>) {
    let command = command.into();
    let shown = format!("{command:?}");
    let outcome = node.command(case, command, Role::Mediator).await;
    assert!(outcome.is_ok(), "{shown}: {:?}", outcome.err());
}

pub async fn state(node: &Node, case: CaseId) -> String {
    node.case(case).await.row.state
}

async fn accept(node: &Node, case: CaseId) {
    for party in [1, 2] {
        give(node, case, People::GiveConsent { party, on: TODAY, how: "phone".into() }).await;
    }
    let checks = Checks { rights_told: true, ..Checks::default() };
    give(node, case, People::Accept { on: TODAY, mediator: "m-1".into(), checks }).await;
}

/// From consent to the agreement in force.
async fn agree(node: &Node, case: CaseId) {
    accept(node, case).await;
    let place = "调解室".to_owned();
    let mode = Form::Together;
    give(node, case, People::ScheduleSession { on: TODAY, place: place.clone(), mode }).await;
    let session = Sitting {
        on: TODAY,
        place,
        mode,
        present: vec![1, 2],
        guardians: vec![],
        reached: Reached::AgreedInSubstance,
        record: Private::new("记录".into()),
    };
    give(node, case, People::HoldSession { session }).await;
    let text = draft(date(2026, 9, 30));
    give(node, case, People::DraftAgreement { draft: text, on: TODAY }).await;
    for party in [1, 2] {
        give(node, case, People::ConfirmDraft { party, hash: HASH.into(), on: TODAY }).await;
    }
    let parties = [Signer::Party { no: 1 }, Signer::Party { no: 2 }];
    for signer in parties.into_iter().chain([Signer::Mediator, Signer::Seal]) {
        give(node, case, People::Sign { signer, on: TODAY }).await;
    }
}

/// The results that were reported, with their papers.
pub async fn reported(node: &Node) -> Vec<(String, Outcome, Option<jiefen_procedure::Papers>)> {
    let mut found = Vec::new();
    for (to, kind, payload) in node.outbox().await {
        if kind == "jiefen.handoff.v1.ResultReported" {
            let (message, beside) = wire::decode(&payload).unwrap();
            if let Message::ResultReported { outcome, .. } = message {
                found.push((to, outcome, beside.papers));
            }
        }
    }
    found
}

#[tokio::test]
async fn a_people_s_mediation_from_hand_over_to_performance() {
    let mut node = node().await;
    let file = brief(1, TrackKind::PeopleMediation);
    let case = case_id(file.dispute, Kind::PeopleMediation, 1);
    hand_over(&mut node, CENTRE, &file, Mode::Transfer, 2).await;
    assert_eq!(state(&node, case).await, "consent_asked");
    agree(&node, case).await;
    assert_eq!(state(&node, case).await, "in_force");
    let results = reported(&node).await;
    assert_eq!(results.len(), 1);
    let (to, outcome, papers) = &results[0];
    let papers = papers.as_ref().unwrap();
    assert_eq!((to.as_str(), *outcome), (CENTRE, Outcome::Agreed));
    assert_eq!((papers.effect.as_deref(), papers.confirmable), (Some("contract"), true));
    assert_eq!((papers.obligations[0].0, papers.on), (2, Some(TODAY)));
    let clocks = node.clocks(case).await;
    let running: Vec<&str> =
        clocks.iter().filter(|c| c.3 == "running").map(|c| c.0.as_str()).collect();
    assert_eq!(running, ["confirm", "follow_up:1"]);
    node.on(date(2026, 9, 30));
    let (on, through) = (date(2026, 9, 30), Through::Itself);
    let done = People::RecordPerformance { no: 1, on, through, proof: "收条".into() };
    give(&node, case, done).await;
    assert_eq!(state(&node, case).await, "performed");
    assert_eq!(reported(&node).await.len(), 1, "the result is reported once");
    let events: Vec<String> = node
        .outbox()
        .await
        .into_iter()
        .filter_map(|(_, kind, _)| kind.strip_prefix("jiefen.mediation.v1.").map(str::to_owned))
        .collect();
    assert_eq!(
        events,
        [
            "MediationApplied",
            "MediationConsented",
            "SessionHeld",
            "AgreementMade",
            "ObligationPerformed",
            "AgreementPerformed"
        ]
    );
    assert!(node.parked().await.is_empty());
    let shown: pb::PeopleMediation = view::people_mediation(&node.case(case).await).unwrap();
    assert_eq!((shown.ending.as_str(), shown.outcome.as_str()), ("performed", "performed"));
    assert!(view::matter(&node.case(case).await).is_err());
}

/// The giver takes the returned dispute back.
pub async fn taken_back(node: &mut Node, from: &str, file: &Brief) {
    let desk = node.desk_of(file.dispute).await.desk;
    let epoch = desk.outstanding().unwrap().1.epoch;
    let back = Message::Accepted { epoch };
    assert_eq!(node.receive(from, file.dispute, &back, None).await, Delivered::Applied);
    assert!(!node.desk_of(file.dispute).await.desk.holds());
}

#[tokio::test]
async fn performance_is_followed_up_after_a_delegated_dispute_went_back() {
    let mut node = node().await;
    let file = brief(2, TrackKind::PeopleMediation);
    let case = case_id(file.dispute, Kind::PeopleMediation, 1);
    hand_over(&mut node, CENTRE, &file, Mode::Delegate, 2).await;
    agree(&node, case).await;
    taken_back(&mut node, CENTRE, &file).await;
    let (on, through) = (TODAY, Through::Itself);
    let done = People::RecordPerformance { no: 1, on, through, proof: "收条".into() };
    give(&node, case, done).await;
    assert_eq!(state(&node, case).await, "performed");
}

#[tokio::test]
async fn a_dispute_that_comes_again_gets_the_next_round() {
    let mut node = node().await;
    let file = brief(3, TrackKind::PeopleMediationTown);
    let first = case_id(file.dispute, Kind::PeopleMediation, 1);
    hand_over(&mut node, CENTRE, &file, Mode::Delegate, 2).await;
    accept(&node, first).await;
    give(&node, first, People::EndFailed { on: TODAY }).await;
    taken_back(&mut node, CENTRE, &file).await;
    hand_over(&mut node, CENTRE, &file, Mode::Delegate, 9).await;
    let second = case_id(file.dispute, Kind::PeopleMediation, 2);
    assert_eq!(state(&node, first).await, "failed");
    assert_eq!(state(&node, second).await, "consent_asked");
    agree(&node, second).await;
    let results = reported(&node).await;
    let outcomes: Vec<Outcome> = results.iter().map(|(_, outcome, _)| *outcome).collect();
    assert_eq!(outcomes, [Outcome::Failed, Outcome::Agreed]);
    assert_eq!(results[0].2.as_ref().unwrap().effect, None);
    assert_eq!(results[1].2.as_ref().unwrap().effect.as_deref(), Some("contract"));
}

#[tokio::test]
async fn a_refusal_that_came_along_ends_the_case_at_once() {
    let mut node = node().await;
    let mut file = brief(4, TrackKind::PeopleMediation);
    file.consents[0].to = TrackKind::PeopleMediation;
    file.consents[0].given = false;
    hand_over(&mut node, CENTRE, &file, Mode::Transfer, 2).await;
    let case = case_id(file.dispute, Kind::PeopleMediation, 1);
    assert_eq!(state(&node, case).await, "not_begun");
    assert_eq!(reported(&node).await[0].1, Outcome::Refused);
}

#[tokio::test]
async fn a_court_s_file_is_signed_for_settled_and_returned() {
    let mut node = node().await;
    let mut file = brief(5, TrackKind::CourtEntrustedMediationInLitigation);
    file.basis = "T-C-03".to_owned();
    let case = case_id(file.dispute, Kind::EntrustedMediation, 1);
    hand_over(&mut node, "640122.court", &file, Mode::Delegate, 2).await;
    assert_eq!(state(&node, case).await, "sent");
    give(&node, case, Entrusted::SignFile { mediator: "m-1".into(), on: TODAY }).await;
    let clocks = node.clocks(case).await;
    assert!(
        clocks.iter().any(|clock| (clock.0.as_str(), clock.1.as_str()) == ("mediate", "T-C-03"))
    );
    let by = Settlement::Statement;
    give(&node, case, Entrusted::RecordSettlement { by, agreed: vec![1, 2], on: TODAY }).await;
    assert_eq!(state(&node, case).await, "settled");
    assert_eq!(reported(&node).await[0].1, Outcome::Agreed);
    taken_back(&mut node, "640122.court", &file).await;
    let shown = view::entrusted_mediation(&node.case(case).await).unwrap();
    assert_eq!(shown.ending, "settled");
}

#[tokio::test]
async fn every_other_route_becomes_a_matter_with_its_person_step_and_clock() {
    let routes = [
        (TrackKind::PoliceMediation, DisputeKind::Neighbour),
        (TrackKind::AdministrativeMediation, DisputeKind::Consumer),
        (TrackKind::InvitedMediation, DisputeKind::ContractDebt),
        (TrackKind::Petition, DisputeKind::Other),
        (TrackKind::AdministrativeMediation, DisputeKind::Traffic),
    ];
    let mut node = node().await;
    for (n, (track, kind)) in routes.into_iter().enumerate() {
        let mut file = brief(20 + n as u128, track);
        file.kind = kind;
        let case = case_id(file.dispute, Kind::Matter, 1);
        hand_over(&mut node, CENTRE, &file, Mode::Transfer, 2).await;
        let view = node.case(case).await;
        assert_eq!(view.row.state, "in_hand", "{track}");
        assert_eq!(view.row.person.as_deref(), Some("staff-1"));
        assert!(view.clocks.iter().any(|clock| clock.key == "work"), "{track}");
        assert!(!view.row.next_zh.is_empty());
    }
    let case = case_id(brief(20, TrackKind::PoliceMediation).dispute, Kind::Matter, 1);
    let next = NextStep { what: "组织调解".into(), by: TODAY };
    give(&node, case, Matter::NoteProgress { done: "已联系".into(), on: TODAY, next }).await;
    give(&node, case, Matter::Conclude { outcome: Outcome::Agreed, on: TODAY }).await;
    let results = reported(&node).await;
    let papers = results[0].2.as_ref().unwrap();
    assert_eq!(papers.effect.as_deref(), Some("public_order"));
    assert!(view::matter(&node.case(case).await).is_ok());
    assert!(node.parked().await.is_empty());
}

#[tokio::test]
async fn what_the_law_lets_nobody_begin_stays_on_the_desk_for_staff() {
    let mut node = node().await;
    let mut file = brief(6, TrackKind::PeopleMediation);
    file.parties.truncate(1);
    hand_over(&mut node, CENTRE, &file, Mode::Transfer, 2).await;
    assert!(node.desk_of(file.dispute).await.desk.holds());
    assert!(node.parked().await.is_empty());
    let whole = Box::new(brief(6, TrackKind::PeopleMediation));
    let case = case_id(file.dispute, Kind::PeopleMediation, 1);
    give(&node, case, People::Open { brief: whole, by: Beginning::HandOff, on: TODAY }).await;
    assert_eq!(state(&node, case).await, "consent_asked");
}

#[tokio::test]
async fn an_application_at_the_committee_s_own_window_begins_the_dispute_here() {
    let node = node().await;
    let file = Box::new(brief(7, TrackKind::PeopleMediation));
    let case = case_id(file.dispute, Kind::PeopleMediation, 1);
    let by = Beginning::Application { party: 1 };
    give(&node, case, People::Open { brief: file.clone(), by, on: TODAY }).await;
    assert!(node.desk_of(file.dispute).await.desk.holds());
    give(&node, case, People::GiveConsent { party: 2, on: TODAY, how: "phone".into() }).await;
    let checks = Checks { rights_told: true, ..Checks::default() };
    give(&node, case, People::Accept { on: TODAY, mediator: "m".into(), checks }).await;
    let text = draft(TODAY);
    give(&node, case, People::RecordOral { draft: text, agreed: vec![1, 2], on: TODAY }).await;
    assert_eq!(state(&node, case).await, "in_force");
}

#[tokio::test]
async fn a_term_that_is_over_ends_the_mediation_and_is_reported() {
    let mut node = node().await;
    let file = brief(8, TrackKind::PeopleMediation);
    let case = case_id(file.dispute, Kind::PeopleMediation, 1);
    hand_over(&mut node, CENTRE, &file, Mode::Transfer, 2).await;
    accept(&node, case).await;
    node.on(date(2026, 11, 9));
    assert!(node.ledger.sweep().await.unwrap() > 0);
    assert_eq!(state(&node, case).await, "failed");
    assert_eq!(reported(&node).await[0].1, Outcome::Failed);
    let late = People::EndFailed { on: TODAY };
    let refused = node.command(case, late.into(), Role::Mediator).await;
    assert!(matches!(refused, Err(Error::Refused(_))));
}
