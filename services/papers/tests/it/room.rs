//! A village's mediation committee with its services, and what its mediator does.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use jiefen_handoff::Mode;
use jiefen_ledger::serve::{App, HandoffServer, NodeServer};
use jiefen_ledger::testing::TestNode;
use jiefen_mediation::{Kind, MediationArea, case_id};
use jiefen_papers::{Printer, Server};
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::config::{AuthConfig, DocumentsConfig, GrpcConfig};
use jiefen_procedure::Brief;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::documents::v1 as pb;
use jiefen_proto::jiefen::documents::v1::documents_service_client::DocumentsServiceClient;
use jiefen_proto::jiefen::documents::v1::documents_service_server::DocumentsServiceServer;
use jiefen_proto::jiefen::handoff::v1::handoff_service_server::HandoffServiceServer;
use jiefen_proto::jiefen::mediation::v1 as talks;
use jiefen_proto::jiefen::mediation::v1::mediation_service_client::MediationServiceClient;
use jiefen_proto::jiefen::node::v1::node_service_server::NodeServiceServer;
use jiefen_vocab::receipt::Receipt;
use jiefen_vocab::{CaseId, Channel, DisputeId, DisputeKind, Party, Private, Role, TrackKind};
use jiff::civil::{Date, date};
use tokio_util::sync::CancellationToken;
use tonic::service::RoutesBuilder;
use tonic::transport::{Channel as Line, Endpoint};
use tonic::{Request, Status};

pub const TOWN: &str = "640122101.centre";
pub const COMMITTEE: &str = "640122101203.village_mediation";
pub const TODAY: Date = date(2026, 3, 11);
/// The end of the first party's telephone number.
pub const DIGITS: &str = "0001";

/// The committee.
pub struct Room {
    pub node: TestNode<MediationArea>,
    pub dispute: DisputeId,
    issuer: Issuer,
    line: Line,
    requests: u32,
    closing: CancellationToken,
}

impl Drop for Room {
    fn drop(&mut self) {
        self.closing.cancel();
    }
}

impl Room {
    /// A committee that has just been handed a quarrel over a drain.
    pub async fn open() -> Room {
        let mut node = TestNode::<MediationArea>::start(COMMITTEE, TODAY).await;
        let brief = brief();
        node.hand_over(TOWN, &brief, Mode::Delegate, Role::Mediator).await;
        let (issuer, _) = Issuer::generate(&AuthConfig::default()).unwrap();
        let gate =
            Gate::with_keys(&AuthConfig::default(), node.ledger.agency(), &issuer.jwks()).unwrap();
        let app = App { ledger: node.ledger.clone(), gate: Arc::new(gate) };
        let closing = CancellationToken::new();
        let address = serve(app, &closing).await;
        let line = Endpoint::from_shared(format!("http://{address}")).unwrap().connect_lazy();
        Room { node, dispute: brief.dispute, issuer, line, requests: 0, closing }
    }

    pub fn case_id(&self) -> CaseId {
        case_id(self.dispute, Kind::PeopleMediation, 1)
    }

    pub fn case(&self) -> String {
        format!("cases/{}", self.case_id())
    }

    /// The code on the receipt of the dispute.
    pub fn receipt(&self) -> String {
        Receipt::of(self.dispute).to_string()
    }

    /// A request of somebody.
    pub fn by<M>(&self, person: &str, role: Role, message: M) -> Request<M> {
        let hour = Duration::from_secs(3600);
        let token = self.issuer.token(person, COMMITTEE.parse().unwrap(), &[role], hour).unwrap();
        let mut call = Request::new(message);
        call.metadata_mut().insert("authorization", format!("Bearer {token}").parse().unwrap());
        call
    }

    /// A request of the mediator.
    pub fn mine<M>(&self, message: M) -> Request<M> {
        self.by("mediator-1", Role::Mediator, message)
    }

    pub fn papers(&self) -> DocumentsServiceClient<Line> {
        DocumentsServiceClient::new(self.line.clone())
    }

    fn head(&mut self) -> Option<common::CommandHead> {
        self.requests += 1;
        let request_id = format!("step-{}", self.requests);
        Some(common::CommandHead { name: self.case(), request_id, ..Default::default() })
    }

    fn talks(&self) -> MediationServiceClient<Line> {
        MediationServiceClient::new(self.line.clone())
    }

    /// Both consent, and the mediator accepts.
    pub async fn accept(&mut self) {
        for party in [1, 2] {
            let head = self.head();
            let consent = talks::GiveConsentRequest {
                head,
                party,
                on: Some(day(TODAY)),
                how: "counter".to_owned(),
            };
            self.talks().give_consent(self.mine(consent)).await.unwrap();
        }
        let accept = talks::AcceptRequest {
            head: self.head(),
            on: Some(day(TODAY)),
            mediator: "mediator-1".to_owned(),
            rights_told: true,
            not_handled_elsewhere: true,
            safety_cleared: true,
            ..Default::default()
        };
        self.talks().accept(self.mine(accept)).await.unwrap();
    }

    /// One session, and the text of an agreement.
    pub async fn draft(&mut self) {
        let schedule = talks::ScheduleSessionRequest {
            head: self.head(),
            on: Some(day(TODAY)),
            place: "村议事厅".to_owned(),
            mode: "together".to_owned(),
        };
        self.talks().schedule_session(self.mine(schedule)).await.unwrap();
        let held = talks::HoldSessionRequest {
            head: self.head(),
            on: Some(day(TODAY)),
            place: "村议事厅".to_owned(),
            mode: "together".to_owned(),
            present: vec![1, 2],
            reached: "agreed_in_substance".to_owned(),
            record: "双方同意改建排水沟".to_owned(),
            ..Default::default()
        };
        self.talks().hold_session(self.mine(held)).await.unwrap();
        let draft = talks::Draft {
            hash: "a".repeat(64),
            facts: "双方就院墙排水达成一致".to_owned(),
            obligations: vec![talks::Obligation {
                no: 1,
                obligor: 2,
                obligee: 1,
                what: "改建排水沟并补偿工料费".to_owned(),
                amount_fen: Some(80_000),
                place: String::new(),
                due: Some(day(date(2026, 3, 25))),
            }],
            subjects: vec!["money".to_owned()],
            ..Default::default()
        };
        let drafted = talks::DraftAgreementRequest {
            head: self.head(),
            draft: Some(draft),
            on: Some(day(TODAY)),
        };
        self.talks().draft_agreement(self.mine(drafted)).await.unwrap();
    }

    /// Which paper, with what the mediator typed.
    pub fn asked(&self, family: &str, typed: serde_json::Value) -> Option<pb::Draft> {
        let called = |code: &str, name: &str| pb::Called { code: code.into(), name: name.into() };
        Some(pb::Draft {
            dispute: self.dispute.to_string(),
            case: self.case(),
            family: family.to_owned(),
            typed: typed.to_string(),
            names: vec![called("mediator-1", "刘长顺"), called(COMMITTEE, "雄英村人民调解委员会")],
            corrects: String::new(),
        })
    }

    /// Issues a paper.
    pub async fn issue(
        &self,
        family: &str,
        typed: serde_json::Value,
        request_id: &str,
    ) -> Result<pb::Paper, Status> {
        let message = pb::IssuePaperRequest {
            draft: self.asked(family, typed),
            request_id: request_id.to_owned(),
            role: String::new(),
        };
        let answer = self.papers().issue_paper(self.mine(message)).await?;
        Ok(answer.into_inner().paper.unwrap())
    }

    /// The agreement of the case, with what nobody can know but the mediator.
    pub async fn agreement(&self, request_id: &str) -> pb::Paper {
        self.issue("mediation_agreement", typed(), request_id).await.unwrap()
    }

    /// The bytes of a paper, as its reader gets them.
    pub async fn read(&self, check: &str) -> Result<Vec<u8>, Status> {
        let message = pb::ReadPaperRequest {
            dispute: self.dispute.to_string(),
            check: check.to_owned(),
            editable: false,
        };
        let mut parts = self.papers().read_paper(self.mine(message)).await?.into_inner();
        let mut bytes = Vec::new();
        while let Some(part) = parts.message().await? {
            if let Some(pb::read_paper_response::Part::Content(content)) = part.part {
                bytes.extend(content);
            }
        }
        Ok(bytes)
    }

    /// What can be issued and what was.
    pub async fn list(&self) -> pb::ListPapersResponse {
        let names = self.asked("", serde_json::Value::Null).unwrap_or_default().names;
        let message = pb::ListPapersRequest { dispute: self.dispute.to_string(), names };
        self.papers().list_papers(self.mine(message)).await.unwrap().into_inner()
    }
}

/// What the mediator types for the agreement.
pub fn typed() -> serde_json::Value {
    serde_json::json!({ "manner": "现金支付", "copies": 3, "recorder": "李静" })
}

async fn serve(app: App<MediationArea>, closing: &CancellationToken) -> SocketAddr {
    let mut routes = RoutesBuilder::default();
    routes.add_service(HandoffServiceServer::new(HandoffServer(app.clone())));
    routes.add_service(NodeServiceServer::new(NodeServer(app.clone())));
    let printer = Printer::new(&DocumentsConfig::default());
    routes.add_service(DocumentsServiceServer::new(Server { app: app.clone(), printer }));
    jiefen_mediation::add_services(&mut routes, app);
    listen(routes, closing).await
}

/// Serves on a port that the system chose, until the token ends it.
pub async fn listen(routes: RoutesBuilder, closing: &CancellationToken) -> SocketAddr {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let drain = closing.clone();
    drop(tokio::spawn(async move {
        let config = GrpcConfig::default();
        jiefen_platform::grpc::serve(listener, routes.routes(), &config, drain).await
    }));
    address
}

fn day(day: Date) -> common::Date {
    common::Date {
        year: i32::from(day.year()),
        month: i32::from(day.month()),
        day: i32::from(day.day()),
    }
}

fn party(no: u32, name: &str, role: &str, phone: &str) -> Party {
    let text = serde_json::json!({"no": no, "name": name, "role": role, "kind": "person",
        "minor": false, "more": { "phone": phone, "address": "雄英村三组" }});
    serde_json::from_value(text).unwrap()
}

fn brief() -> Brief {
    let dispute = DisputeId::from_bits((0x0199 << 112) | uuid::Uuid::now_v7().as_u128() >> 16);
    Brief {
        dispute,
        code: Receipt::of(dispute).to_string(),
        kind: DisputeKind::Neighbour,
        channel: Channel::ZzTown,
        place: "640122101203".parse().unwrap(),
        other_place: None,
        summary: Private::new("院墙翻建后雨水流进邻家院子".into()),
        parties: vec![
            party(1, "马建国", "applicant", "13909510001"),
            party(2, "王秀英", "respondent", "13909510002"),
        ],
        amount: None,
        people: 2,
        flags: Default::default(),
        received_on: TODAY,
        track: TrackKind::PeopleMediation,
        basis: "五(二)1".into(),
        known: Default::default(),
        consents: vec![],
    }
}
