//! Proposals over a real database, from the failure to the choice, the reminder and the centre.

use std::sync::Arc;
use std::time::Duration;

use jiefen_coordination_rules::suggestion::{Stage, State};
use jiefen_coordination_rules::{Case, event};
use jiefen_ledger::Delivered;
use jiefen_ledger::serve::App;
use jiefen_ledger::testing::TestNode;
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::config::AuthConfig;
use jiefen_proto::jiefen::coordination::v1 as pb;
use jiefen_proto::jiefen::coordination::v1::coordination_service_server::CoordinationService;
use jiefen_proto::jiefen::{intake::v1 as intake, mediation::v1 as mediation};
use jiefen_vocab::{Role, TrackKind};
use jiff::civil::date;
use prost::Message;
use tonic::{Code, Request};

use super::{CENTRE, FAILED, Node, OFFICE, TOWN, dispute, ended, head, route_chosen};
use crate::{case_id, grpc};

async fn node() -> Node {
    TestNode::start(OFFICE, FAILED).await
}

async fn hear(node: &mut Node, from: &str, kind: &str, payload: Vec<u8>) {
    let outcome = node.hear(from, kind, Some(dispute()), payload).await;
    assert_eq!(outcome, Delivered::Applied, "{kind}");
    assert_eq!(node.parked().await, []);
}

async fn fails(node: &mut Node) {
    let payload = ended(TOWN, "failed", "land_contracting", FAILED);
    hear(node, TOWN, event::MEDIATION_ENDED, payload).await;
}

async fn state(node: &Node, number: u32) -> State {
    let Case::Suggestion(state) = node.case(case_id(dispute(), number)).await.state;
    state
}

/// The types of what was announced, without the package.
async fn said(node: &Node) -> Vec<String> {
    let kinds = node.outbox().await.into_iter().map(|row| row.1);
    kinds.map(|kind| kind.rsplit('.').next().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn a_failed_mediation_brings_the_lawful_routes_to_the_holder() {
    let mut node = node().await;
    fails(&mut node).await;
    let open = state(&node, 1).await;
    assert_eq!(open.holder.to_string(), TOWN);
    assert_eq!(open.centre.to_string(), "640122102.centre");
    assert_eq!(open.failed, TrackKind::PeopleMediationTown);
    assert_eq!(open.routes[0].track, TrackKind::LandArbitration);
    assert!(open.routes.iter().all(|route| route.track != open.failed));
    let rows = node.outbox().await;
    assert_eq!(
        (rows[0].0.as_str(), rows[0].1.as_str()),
        ("evt", "jiefen.coordination.v1.RoutesProposed")
    );
    let told = pb::RoutesProposed::decode(rows[0].2.as_slice()).unwrap();
    assert_eq!(told.head.unwrap().dispute, dispute().to_string());
    assert!(told.tracks.contains(&"litigation".to_owned()));
    assert_eq!(told.tracks.len(), told.bodies.len());
    assert_eq!(told.rule, "routes_after_failed_mediation");
}

#[tokio::test]
async fn the_track_that_the_event_says_counts_and_a_court_looks_for_no_route() {
    let saying = |track: &str| {
        let told = ended(TOWN, "failed", "land_contracting", FAILED);
        let told = mediation::MediationEnded::decode(told.as_slice()).unwrap();
        let track = track.to_owned();
        mediation::MediationEnded { track, ..told }.encode_to_vec()
    };
    let mut node = node().await;
    hear(&mut node, TOWN, event::MEDIATION_ENDED, saying("industry_mediation")).await;
    assert_eq!(state(&node, 1).await.failed, TrackKind::IndustryMediation);
    for track in ["court_entrusted_mediation", "court_entrusted_mediation_in_litigation"] {
        let mut node = TestNode::start(OFFICE, FAILED).await;
        hear(&mut node, TOWN, event::MEDIATION_ENDED, saying(track)).await;
        assert!(said(&node).await.is_empty(), "{track}");
    }
}

#[tokio::test]
async fn the_holders_choice_ends_the_proposal() {
    for (kind, payload, track) in [
        (event::ROUTE_CHOSEN, route_chosen("land_arbitration"), TrackKind::LandArbitration),
        (event::REFERRAL_OFFERED, referral("litigation"), TrackKind::Litigation),
        (event::CASE_FILED, vec![], TrackKind::Litigation),
        (event::PAYMENT_ORDER_APPLIED, vec![], TrackKind::PaymentOrder),
    ] {
        let mut node = node().await;
        fails(&mut node).await;
        hear(&mut node, CENTRE, kind, payload).await;
        assert_eq!(state(&node, 1).await.stage, Stage::Chosen { track, on: FAILED }, "{kind}");
        assert_eq!(node.clocks(case_id(dispute(), 1)).await[0].3, "met");
        let said = said(&node).await;
        assert!(said.contains(&"ChoiceRecorded".to_owned()), "{said:?}");
        // What comes after it is not a second choice.
        hear(&mut node, CENTRE, event::ROUTE_CHOSEN, route_chosen("litigation")).await;
        assert_eq!(state(&node, 1).await.stage, Stage::Chosen { track, on: FAILED });
    }
}

fn referral(track: &str) -> Vec<u8> {
    let (unit, track) = ("640122.court".to_owned(), track.to_owned());
    let mode = "transfer".to_owned();
    intake::ReferralOffered { head: head(CENTRE), unit, track, mode }.encode_to_vec()
}

#[tokio::test]
async fn silence_is_reminded_and_then_told_to_the_centre() {
    let mut node = node().await;
    fails(&mut node).await;
    hear(&mut node, CENTRE, event::ROUTE_OFFERED, vec![]).await;
    assert_eq!(state(&node, 1).await.told_on, Some(FAILED));
    node.on(date(2026, 5, 15));
    assert_eq!(node.ledger.sweep().await.unwrap(), 1);
    assert!(matches!(state(&node, 1).await.stage, Stage::Reminded { .. }));
    node.on(date(2026, 6, 30));
    assert_eq!(node.ledger.sweep().await.unwrap(), 1);
    assert!(matches!(state(&node, 1).await.stage, Stage::Raised { .. }));
    let said = said(&node).await;
    for kind in ["HolderReminded", "SilenceRaised"] {
        assert!(said.contains(&kind.to_owned()), "{said:?}");
    }
    hear(&mut node, CENTRE, event::ROUTE_CHOSEN, route_chosen("litigation")).await;
    assert!(matches!(state(&node, 1).await.stage, Stage::Chosen { .. }), "late is not too late");
}

#[tokio::test]
async fn a_second_failure_brings_a_second_proposal() {
    let mut node = node().await;
    fails(&mut node).await;
    let again = mediation::MediationApplied {
        head: head(CENTRE),
        track: "people_mediation".to_owned(),
        ..mediation::MediationApplied::default()
    };
    hear(&mut node, CENTRE, event::MEDIATION_APPLIED, again.encode_to_vec()).await;
    // The county's own mediation is not one of the routes; it is a choice all the same.
    assert!(matches!(state(&node, 1).await.stage, Stage::Chosen { .. }));
    let county = "640122.county_mediation_center";
    let payload = ended(county, "failed", "land_contracting", FAILED);
    hear(&mut node, county, event::MEDIATION_ENDED, payload).await;
    let second = state(&node, 2).await;
    assert_eq!((second.stage.clone(), second.failed), (Stage::Open, TrackKind::PeopleMediation));
    assert_eq!(second.centre.to_string(), CENTRE);
    // A third failure while the second proposal waits: the second has lost its object.
    let payload = ended(TOWN, "failed", "land_contracting", FAILED);
    hear(&mut node, TOWN, event::MEDIATION_ENDED, payload).await;
    assert!(matches!(state(&node, 2).await.stage, Stage::Dropped { .. }));
    assert_eq!(state(&node, 3).await.stage, Stage::Open);
    hear(&mut node, CENTRE, event::DISPUTE_CLOSED, vec![]).await;
    assert!(matches!(state(&node, 3).await.stage, Stage::Dropped { .. }));
}

#[tokio::test]
async fn what_is_not_a_failure_or_not_known_proposes_nothing() {
    let mut node = node().await;
    for (outcome, kind) in [("withdrawn", "land_contracting"), ("failed", ""), ("", "labour")] {
        let payload = ended(TOWN, outcome, kind, FAILED);
        hear(&mut node, TOWN, event::MEDIATION_ENDED, payload).await;
    }
    hear(&mut node, TOWN, event::MEDIATION_ENDED, vec![0xff]).await;
    hear(&mut node, CENTRE, event::ROUTE_CHOSEN, route_chosen("litigation")).await;
    hear(&mut node, CENTRE, event::DISPUTE_CLOSED, vec![]).await;
    assert_eq!(node.outbox().await, []);
}

#[tokio::test]
async fn the_holder_and_its_centre_read_the_proposal_and_others_do_not() {
    let mut node = node().await;
    fails(&mut node).await;
    let config = AuthConfig::default();
    let (issuer, _) = Issuer::generate(&config).unwrap();
    let gate = Gate::with_keys(&config, node.ledger.agency(), &issuer.jwks()).unwrap();
    let server = grpc::Server(App { ledger: node.ledger.clone(), gate: Arc::new(gate) });
    let authorization = |unit: &str, role| {
        let unit = unit.parse().unwrap();
        let token = issuer.token("p1", unit, &[role], Duration::from_secs(60)).unwrap();
        format!("Bearer {token}").parse().unwrap()
    };
    for (unit, role, may) in [
        (OFFICE, Role::Coordinator, true),
        (TOWN, Role::Mediator, true),
        ("640122102.centre", Role::WindowClerk, true),
        ("640122.court", Role::Judge, false),
    ] {
        let mut get = Request::new(pb::GetSuggestionRequest {
            name: format!("cases/{}", case_id(dispute(), 1)),
        });
        get.metadata_mut().insert("authorization", authorization(unit, role));
        match server.get_suggestion(get).await {
            Ok(found) => {
                let found = found.into_inner().suggestion.unwrap();
                assert!(may, "{unit}");
                assert_eq!(found.head.unwrap().holder, TOWN);
                assert!(found.routes.iter().all(|route| !route.basis.is_empty()));
            }
            Err(status) => assert_eq!((may, status.code()), (false, Code::PermissionDenied)),
        }
        let mut list = Request::new(pb::ListSuggestionsRequest {
            open_only: true,
            ..pb::ListSuggestionsRequest::default()
        });
        list.metadata_mut().insert("authorization", authorization(unit, role));
        let listed = server.list_suggestions(list).await.unwrap().into_inner().suggestions;
        assert_eq!(listed.len(), usize::from(may), "{unit}");
    }
}
