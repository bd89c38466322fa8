//! The registration desk as a clerk's client sees it: a real server on loopback, a real database behind it.

mod advice;
mod bad_input;
mod drafts;
mod papers;
mod parties;

use std::sync::Arc;
use std::time::Duration;

use jiefen_ledger::serve::App;
use jiefen_ledger::testing::TestNode;
use jiefen_ledger::wire::date_to;
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::config::{AuthConfig, GrpcConfig};
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiefen_proto::jiefen::intake::v1::registration_service_client::RegistrationServiceClient;
use jiefen_vocab::{DisputeId, Role};
use jiff::civil::{Date, date};
use tokio_util::sync::CancellationToken;
use tonic::service::RoutesBuilder;
use tonic::transport::{Channel, Endpoint};
use tonic::{Code, Request, Status};
use tonic_types::StatusExt as _;

use crate::{IntakeArea, Limits, add_services, case_id};

const TODAY: Date = date(2026, 3, 11);
const TOWN: &str = "640122101.centre";
/// What no public event and no error text may contain.
const CANARY: &str = "金丝雀甲乙丙";
/// The example of GB 11643: born on 31 December 1949.
const CARD: &str = "11010519491231002X";
/// The longest paper of these tests.
const PAPER_BYTES: usize = 3 * 1024 * 1024;

/// A counter that is open.
struct Counter {
    node: TestNode<IntakeArea>,
    issuer: Issuer,
    intake: IntakeServiceClient<Channel>,
    desk: RegistrationServiceClient<Channel>,
    closing: CancellationToken,
}

impl Counter {
    async fn open() -> Counter {
        let node = TestNode::<IntakeArea>::start(TOWN, TODAY).await;
        let (issuer, _) = Issuer::generate(&AuthConfig::default()).unwrap();
        let gate =
            Gate::with_keys(&AuthConfig::default(), node.ledger.agency(), &issuer.jwks()).unwrap();
        let app = App { ledger: node.ledger.clone(), gate: Arc::new(gate) };
        let mut routes = RoutesBuilder::default();
        let limits = Limits { paper_bytes: PAPER_BYTES, uploads: 2, draft_days: 30 };
        add_services(&mut routes, app, &limits);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let closing = CancellationToken::new();
        let (config, drain) = (GrpcConfig::default(), closing.clone());
        drop(tokio::spawn(async move {
            jiefen_platform::grpc::serve(listener, routes.routes(), &config, drain).await
        }));
        let channel = Endpoint::from_shared(format!("http://{address}")).unwrap();
        let channel = channel.connect_lazy();
        let intake = IntakeServiceClient::new(channel.clone());
        let desk = RegistrationServiceClient::new(channel);
        Counter { node, issuer, intake, desk, closing }
    }

    /// A request of somebody of a unit.
    fn by<M>(&self, person: &str, unit: &str, role: Role, message: M) -> Request<M> {
        let unit = unit.parse().unwrap();
        let token = self.issuer.token(person, unit, &[role], Duration::from_secs(600)).unwrap();
        let mut call = Request::new(message);
        call.metadata_mut().insert("authorization", format!("Bearer {token}").parse().unwrap());
        call
    }

    /// A request of the counter's clerk.
    fn clerk<M>(&self, message: M) -> Request<M> {
        self.by("clerk-1", TOWN, Role::WindowClerk, message)
    }

    async fn ask(&self, request: pb::RecordInquiryRequest) -> Result<String, Status> {
        let answer = self.intake.clone().record_inquiry(self.clerk(request)).await?;
        Ok(answer.into_inner().receipt)
    }

    async fn register(&self, request: pb::RegisterRequest) -> Result<Vec<pb::Gap>, Status> {
        let answer = self.intake.clone().register(self.clerk(request)).await?;
        Ok(answer.into_inner().gaps)
    }

    async fn dispute(&self, n: u128) -> pb::Dispute {
        let name = format!("cases/{}", case_id(dispute(n)));
        let call = self.clerk(pb::GetDisputeRequest { name });
        self.intake.clone().get_dispute(call).await.unwrap().into_inner().dispute.unwrap()
    }

    /// A dispute that somebody has come with, not yet registered.
    async fn received(&self, n: u128) {
        self.ask(inquiry(n, "楼上漏水")).await.unwrap();
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        self.closing.cancel();
    }
}

fn dispute(n: u128) -> DisputeId {
    DisputeId::from_bits((0x0199 << 112) | n)
}

/// The head of a command to a dispute.
fn head(n: u128, request_id: &str) -> Option<common::CommandHead> {
    Some(common::CommandHead {
        name: format!("cases/{}", case_id(dispute(n))),
        request_id: format!("{n}-{request_id}"),
        ..Default::default()
    })
}

fn inquiry(n: u128, summary: &str) -> pb::RecordInquiryRequest {
    pb::RecordInquiryRequest {
        head: head(n, "ask"),
        channel: "zz_town".to_owned(),
        kind: "neighbour".to_owned(),
        place: "640122101203".to_owned(),
        summary: summary.to_owned(),
        on: Some(date_to(TODAY)),
        dispute: dispute(n).to_string(),
        ..Default::default()
    }
}

fn party(no: u32, role: &str, name: &str) -> common::Party {
    common::Party {
        no,
        name: name.to_owned(),
        role: role.to_owned(),
        kind: "person".to_owned(),
        ..Default::default()
    }
}

/// A registration that is in order but for the change.
fn registration(n: u128, change: impl FnOnce(&mut pb::Content)) -> pb::RegisterRequest {
    let mut content = pb::Content {
        kind: "neighbour".to_owned(),
        place: "640122101203".to_owned(),
        summary: "楼上漏水".to_owned(),
        parties: vec![party(1, "applicant", "申请人甲"), party(2, "respondent", "乙某")],
        people: 2,
        ..Default::default()
    };
    change(&mut content);
    pb::RegisterRequest {
        head: head(n, "register"),
        content: Some(content),
        identity: "document_shown".to_owned(),
        ..Default::default()
    }
}

/// The stable name of a refusal.
fn reason(status: &Status) -> String {
    status.get_error_details().error_info().map(|info| info.reason.clone()).unwrap_or_default()
}

/// The wrong fields of a request.
fn wrong(status: &Status) -> Vec<String> {
    assert_eq!(status.code(), Code::InvalidArgument, "{status}");
    let details = status.get_error_details();
    let violations = &details.bad_request().unwrap().field_violations;
    violations.iter().map(|violation| violation.field.clone()).collect()
}

/// What a refusal says would be right; it has an article and speaks Chinese.
fn advice(status: &Status) -> String {
    assert_eq!(status.code(), Code::FailedPrecondition, "{status}");
    let details = status.get_error_details();
    let violation = details.precondition_failure().unwrap().violations[0].clone();
    assert!(!violation.subject.is_empty());
    violation.description
}
