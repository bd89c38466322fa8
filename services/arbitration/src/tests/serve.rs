//! The service as staff call it.

use std::sync::Arc;
use std::time::Duration;

use jiefen_ledger::serve::App;
use jiefen_ledger::testing::TestNode;
use jiefen_ledger::wire::{brief_to, date_to};
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::config::AuthConfig;
use jiefen_proto::jiefen::arbitration::v1 as pb;
use jiefen_proto::jiefen::arbitration::v1::arbitration_service_server::ArbitrationService;
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_vocab::Role;
use tonic::{Code, Request};

use super::{BOSS, CANARY, brief, day};
use crate::{ArbitrationArea, case_id, grpc};

struct Desk {
    server: grpc::Server,
    issuer: Issuer,
    _node: TestNode<ArbitrationArea>,
}

impl Desk {
    async fn open() -> Desk {
        let node = TestNode::start("640122.hrss", day(9, 17)).await;
        let config = AuthConfig::default();
        let (issuer, _) = Issuer::generate(&config).unwrap();
        let gate = Gate::with_keys(&config, node.ledger.agency(), &issuer.jwks()).unwrap();
        let app = App { ledger: node.ledger.clone(), gate: Arc::new(gate) };
        Desk { server: grpc::Server(app), issuer, _node: node }
    }

    /// A call of staff of this unit in one role.
    fn call<M>(&self, message: M, role: Role) -> Request<M> {
        let agency = "640122.hrss".parse().unwrap();
        let token = self.issuer.token("p1", agency, &[role], Duration::from_secs(60)).unwrap();
        let mut call = Request::new(message);
        call.metadata_mut().insert("authorization", format!("Bearer {token}").parse().unwrap());
        call
    }
}

fn application() -> pb::ApplyRequest {
    let claim = |worker| pb::Claim { worker, kind: "wages".to_owned(), amount_fen: Some(900_000) };
    pb::ApplyRequest {
        head: Some(CommandHead { request_id: "r1".to_owned(), ..CommandHead::default() }),
        brief: Some(brief_to(&brief(1))),
        number: "贺劳人仲案〔2026〕1号".to_owned(),
        on: Some(date_to(day(9, 17))),
        workers: vec![1, 2],
        employers: vec![BOSS],
        claims: vec![claim(1), claim(2)],
        ..pb::ApplyRequest::default()
    }
}

#[tokio::test]
async fn staff_apply_accept_and_read() {
    let desk = Desk::open().await;
    let answer = desk.server.apply(desk.call(application(), Role::WindowClerk)).await.unwrap();
    let case = answer.into_inner().case.unwrap();
    assert_eq!(case.name, format!("cases/{}", case_id(brief(1).dispute)));
    assert_eq!((case.state.as_str(), case.holder.as_str()), ("applied", "640122.hrss"));

    let head = CommandHead {
        name: case.name.clone(),
        request_id: "r2".to_owned(),
        etag: case.etag,
        ..CommandHead::default()
    };
    let accept = pb::AcceptRequest { head: Some(head), on: Some(date_to(day(9, 17))) };
    let refused = desk.server.accept(desk.call(accept.clone(), Role::WindowClerk)).await;
    assert_eq!(refused.unwrap_err().code(), Code::PermissionDenied);
    let answer = desk.server.accept(desk.call(accept.clone(), Role::Arbitrator)).await.unwrap();
    assert_eq!(answer.into_inner().case.unwrap().state, "hearing");
    let again = desk.server.accept(desk.call(accept, Role::Arbitrator)).await.unwrap();
    assert_eq!(again.into_inner().case.unwrap().etag, "2", "a repeated request changes nothing");

    let get = || pb::GetLabourArbitrationRequest { name: case.name.clone() };
    let shown = desk.server.get_labour_arbitration(desk.call(get(), Role::Arbitrator)).await;
    let shown = shown.unwrap().into_inner().labour_arbitration.unwrap();
    assert_eq!(shown.brief.unwrap().parties[1].name, format!("{CANARY}2"), "its own case");
    assert_eq!(shown.hearing.unwrap().accepted_on, Some(date_to(day(9, 17))));
    assert_eq!(shown.head.unwrap().clocks.len(), 4);
    let barred = desk.server.get_labour_arbitration(desk.call(get(), Role::Party)).await;
    assert_eq!(barred.unwrap_err().code(), Code::PermissionDenied);
}

#[tokio::test]
async fn wrong_fields_and_missing_tokens_are_told() {
    let desk = Desk::open().await;
    let wrong = pb::ApplyRequest { number: String::new(), on: None, ..application() };
    let status = desk.server.apply(desk.call(wrong, Role::WindowClerk)).await.unwrap_err();
    assert_eq!(status.code(), Code::InvalidArgument);
    let status = desk.server.apply(Request::new(application())).await.unwrap_err();
    assert_eq!(status.code(), Code::Unauthenticated);
}
