//! The service as staff call it.

use std::sync::Arc;
use std::time::Duration;

use jiefen_ledger::serve::App;
use jiefen_ledger::testing::TestNode;
use jiefen_ledger::wire::{brief_to, date_to};
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::config::AuthConfig;
use jiefen_proto::jiefen::administrative::v1 as pb;
use jiefen_proto::jiefen::administrative::v1::administrative_service_server::AdministrativeService;
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_vocab::Role;
use tonic::{Code, Request};

use super::{CANARY, brief, day};
use crate::{AdministrativeArea, case_id, grpc};

const ME: &str = "640122.county_government_reconsideration";

struct Desk {
    server: grpc::Server,
    issuer: Issuer,
    _node: TestNode<AdministrativeArea>,
}

impl Desk {
    async fn open() -> Desk {
        let node = TestNode::start(ME, day(3, 9)).await;
        let config = AuthConfig::default();
        let (issuer, _) = Issuer::generate(&config).unwrap();
        let gate = Gate::with_keys(&config, node.ledger.agency(), &issuer.jwks()).unwrap();
        let app = App { ledger: node.ledger.clone(), gate: Arc::new(gate) };
        Desk { server: grpc::Server(app), issuer, _node: node }
    }

    /// A call of staff of this unit in one role.
    fn call<M>(&self, message: M, role: Role) -> Request<M> {
        let agency = ME.parse().unwrap();
        let token = self.issuer.token("p1", agency, &[role], Duration::from_secs(60)).unwrap();
        let mut call = Request::new(message);
        call.metadata_mut().insert("authorization", format!("Bearer {token}").parse().unwrap());
        call
    }
}

fn application() -> pb::ApplyRequest {
    pb::ApplyRequest {
        head: Some(CommandHead { request_id: "r1".to_owned(), ..CommandHead::default() }),
        brief: Some(brief_to(&brief(1))),
        number: "贺政复〔2026〕1号".to_owned(),
        act: Some(super::wire::act_to()),
        on: Some(date_to(day(3, 9))),
        round: 0,
    }
}

#[tokio::test]
async fn staff_apply_accept_and_read() {
    let desk = Desk::open().await;
    let answer = desk.server.apply(desk.call(application(), Role::WindowClerk)).await.unwrap();
    let case = answer.into_inner().case.unwrap();
    assert_eq!(case.name, format!("cases/{}", case_id(brief(1).dispute, 1)));
    assert_eq!((case.state.as_str(), case.holder.as_str()), ("received", ME));

    let head = CommandHead {
        name: case.name.clone(),
        request_id: "r2".to_owned(),
        etag: case.etag,
        ..CommandHead::default()
    };
    let accept = pb::AcceptRequest {
        head: Some(head),
        on: Some(date_to(day(3, 9))),
        track: "ordinary".to_owned(),
        reviewer: "r1".to_owned(),
        ..pb::AcceptRequest::default()
    };
    let refused = desk.server.accept(desk.call(accept.clone(), Role::WindowClerk)).await;
    assert_eq!(refused.unwrap_err().code(), Code::PermissionDenied);
    let answer = desk.server.accept(desk.call(accept.clone(), Role::Reviewer)).await.unwrap();
    assert_eq!(answer.into_inner().case.unwrap().state, "reviewing");
    let again = desk.server.accept(desk.call(accept, Role::Reviewer)).await.unwrap();
    assert_eq!(again.into_inner().case.unwrap().etag, "2", "a repeated request changes nothing");

    let get = || pb::GetReconsiderationRequest { name: case.name.clone() };
    let shown = desk.server.get_reconsideration(desk.call(get(), Role::Reviewer)).await;
    let shown = shown.unwrap().into_inner().reconsideration.unwrap();
    assert_eq!(shown.brief.unwrap().parties[1].name, format!("{CANARY}2"), "its own case");
    assert_eq!(shown.act, Some(super::wire::act_to()));
    assert_eq!(shown.review.unwrap().accepted_on, Some(date_to(day(3, 9))));
    let barred = desk.server.get_reconsideration(desk.call(get(), Role::Party)).await;
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
