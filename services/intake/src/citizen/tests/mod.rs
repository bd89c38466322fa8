//! The counter as the portal and a citizen see it: a real server on loopback, a real database behind it.

mod asking;
mod filing;
mod proving;
mod suing;

use std::sync::Arc;
use std::time::Duration;

use jiefen_ledger::serve::App;
use jiefen_ledger::testing::TestNode;
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::config::{AuthConfig, GrpcConfig};
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_proto::jiefen::intake::v1::citizen_service_client::CitizenServiceClient;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiefen_vocab::Role;
use jiff::civil::{Date, date};
use tokio_util::sync::CancellationToken;
use tonic::service::RoutesBuilder;
use tonic::transport::{Channel, Endpoint};
use tonic::{Request, Status};
use tonic_types::StatusExt as _;

use crate::{IntakeArea, Limits, add_services};

/// A Wednesday.
const TODAY: Date = date(2026, 3, 11);
const TOWN: &str = "640122101.centre";
/// What only the party itself may read.
const CANARY: &str = "金丝雀甲乙丙";
const OWN_PHONE: &str = "13995170001";
const OTHER_PHONE: &str = "13895170002";

/// A counter that people reach through the portal.
struct Counter {
    node: TestNode<IntakeArea>,
    issuer: Issuer,
    intake: IntakeServiceClient<Channel>,
    citizens: CitizenServiceClient<Channel>,
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
        let limits = Limits { paper_bytes: 1024, uploads: 1, draft_days: 30 };
        add_services(&mut routes, app, &limits);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let closing = CancellationToken::new();
        let (config, drain) = (GrpcConfig::default(), closing.clone());
        drop(tokio::spawn(async move {
            jiefen_platform::grpc::serve(listener, routes.routes(), &config, drain).await
        }));
        let channel = Endpoint::from_shared(format!("http://{address}")).unwrap().connect_lazy();
        let intake = IntakeServiceClient::new(channel.clone());
        let citizens = CitizenServiceClient::new(channel);
        Counter { node, issuer, intake, citizens, closing }
    }

    /// A request of somebody of a unit.
    fn by<M>(&self, unit: &str, role: Role, message: M) -> Request<M> {
        let unit = unit.parse().unwrap();
        let token = self.issuer.token("somebody", unit, &[role], Duration::from_secs(600)).unwrap();
        let mut call = Request::new(message);
        call.metadata_mut().insert("authorization", format!("Bearer {token}").parse().unwrap());
        call
    }

    /// A request that the portal brings.
    fn portal<M>(&self, message: M) -> Request<M> {
        self.by(TOWN, Role::Party, message)
    }

    async fn file(&self, m: pb::FileDisputeRequest) -> Result<pb::FileDisputeResponse, Status> {
        Ok(self.citizens.clone().file_dispute(self.portal(m)).await?.into_inner())
    }

    async fn track(&self, proof: pb::Proof) -> Result<pb::TrackedDispute, Status> {
        let call = self.portal(pb::TrackDisputeRequest { proof: Some(proof) });
        let answer = self.citizens.clone().track_dispute(call).await?.into_inner();
        Ok(answer.dispute.unwrap())
    }

    async fn lodge(
        &self,
        proof: pb::Proof,
        about: &str,
        request_id: &str,
    ) -> Result<pb::TrackedDispute, Status> {
        let m = pb::LodgeRequestRequest {
            head: head("", request_id),
            proof: Some(proof),
            about: about.to_owned(),
            text: format!("{CANARY}三次没有人接电话"),
        };
        let answer = self.citizens.clone().lodge_request(self.portal(m)).await?.into_inner();
        Ok(answer.dispute.unwrap())
    }

    /// The dispute behind a receipt, as the counter's clerk sees it.
    async fn dispute(&self, receipt: &str) -> pb::Dispute {
        let query = receipt.to_owned();
        let search = pb::SearchDisputesRequest { query, ..Default::default() };
        let mut intake = self.intake.clone();
        let found = intake.search_disputes(self.by(TOWN, Role::WindowClerk, search)).await;
        let name = found.unwrap().into_inner().disputes[0].head.clone().unwrap().name;
        let call = self.by(TOWN, Role::WindowClerk, pb::GetDisputeRequest { name });
        self.intake.clone().get_dispute(call).await.unwrap().into_inner().dispute.unwrap()
    }

    /// The requests of parties that this counter has, oldest first.
    async fn requests(&self, receipt: &str) -> Vec<String> {
        let code = self.dispute(receipt).await.head.unwrap().dispute;
        let store = self.node.ledger.store();
        let views = jiefen_ledger::read::cases_of::<IntakeArea>(store, code.parse().unwrap());
        let views = views.await.unwrap().into_iter();
        let own = views.filter(|view| view.row.procedure == "citizen_request");
        own.map(|view| format!("cases/{}", view.row.id)).collect()
    }

    async fn answer(&self, name: &str, role: Role, request_id: &str) -> Result<(), Status> {
        let m = pb::AnswerCitizenRequestRequest {
            head: head(name, request_id),
            answer: "已经安排专人联系您".to_owned(),
            signed_by: "director-1".to_owned(),
        };
        let mut intake = self.intake.clone();
        intake.answer_citizen_request(self.by(TOWN, role, m)).await.map(drop)
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        self.closing.cancel();
    }
}

fn head(name: &str, request_id: &str) -> Option<common::CommandHead> {
    let (name, request_id) = (name.to_owned(), request_id.to_owned());
    Some(common::CommandHead { name, request_id, ..Default::default() })
}

/// A matter that is in order.
fn matter(request_id: &str) -> pb::FileDisputeRequest {
    pb::FileDisputeRequest {
        head: head("", request_id),
        client: "one".to_owned(),
        kind: "neighbour".to_owned(),
        place: "640122101203".to_owned(),
        summary: format!("{CANARY}楼上漏水，请他修好"),
        name: format!("{CANARY}甲"),
        phone: OWN_PHONE.to_owned(),
        other_name: format!("{CANARY}乙"),
        other_phone: OTHER_PHONE.to_owned(),
        ..Default::default()
    }
}

fn pair(receipt: &str, digits: &str) -> pb::Proof {
    pb::Proof {
        receipt: receipt.to_owned(),
        phone_digits: digits.to_owned(),
        client: "one".to_owned(),
    }
}

/// The stable name of a refusal.
fn reason(status: &Status) -> String {
    status.get_error_details().error_info().map(|info| info.reason.clone()).unwrap_or_default()
}

/// The wrong fields of a request.
fn wrong(status: &Status) -> Vec<String> {
    let details = status.get_error_details();
    let violations = &details.bad_request().unwrap().field_violations;
    violations.iter().map(|violation| violation.field.clone()).collect()
}
