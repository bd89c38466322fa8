//! The papers of a supervision order: issued by the office, read by the unit that it went to.

use std::sync::Arc;
use std::time::Duration;

use jiefen_assessment::AssessmentArea;
use jiefen_ledger::serve::App;
use jiefen_ledger::testing::TestNode;
use jiefen_papers::{Printer, Server};
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::config::{AuthConfig, DocumentsConfig};
use jiefen_proto::jiefen::assessment::v1 as order;
use jiefen_proto::jiefen::assessment::v1::assessment_service_client::AssessmentServiceClient;
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_proto::jiefen::documents::v1 as pb;
use jiefen_proto::jiefen::documents::v1::documents_service_client::DocumentsServiceClient;
use jiefen_proto::jiefen::documents::v1::documents_service_server::DocumentsServiceServer;
use jiefen_vocab::{DisputeId, Role};
use serde_json::json;
use tokio_util::sync::CancellationToken;
use tonic::service::RoutesBuilder;
use tonic::transport::{Channel, Endpoint};
use tonic::{Code, Request};

use super::pages::text;
use super::room::{TODAY, TOWN, listen};

const OFFICE: &str = "640122.assessment";

/// The office with one order to a township.
struct Office {
    _node: TestNode<AssessmentArea>,
    issuer: Issuer,
    line: Channel,
    closing: CancellationToken,
    case: String,
}

impl Drop for Office {
    fn drop(&mut self) {
        self.closing.cancel();
    }
}

impl Office {
    /// A draft of an order.
    async fn open() -> Office {
        let node = TestNode::<AssessmentArea>::start(OFFICE, TODAY).await;
        let (issuer, _) = Issuer::generate(&AuthConfig::default()).unwrap();
        let gate =
            Gate::with_keys(&AuthConfig::default(), node.ledger.agency(), &issuer.jwks()).unwrap();
        let app = App { ledger: node.ledger.clone(), gate: Arc::new(gate) };
        let mut routes = RoutesBuilder::default();
        let printer = Printer::new(&DocumentsConfig::default());
        routes.add_service(DocumentsServiceServer::new(Server { app: app.clone(), printer }));
        jiefen_assessment::add_services(&mut routes, app);
        let closing = CancellationToken::new();
        let address = listen(routes, &closing).await;
        let line = Endpoint::from_shared(format!("http://{address}")).unwrap().connect_lazy();
        let mut office = Office { _node: node, issuer, line, closing, case: String::new() };
        let draft = order::DraftOrderRequest {
            head: Some(CommandHead { request_id: "draft".to_owned(), ..Default::default() }),
            unit: TOWN.to_owned(),
            ground: "3件移送逾期未答".to_owned(),
            disputes: vec![DisputeId::from_bits(7).to_string()],
            demand: "逐件签收\n确定承办人".to_owned(),
        };
        let drafted = office.orders().draft_order(office.by(OFFICE, Role::Assessor, draft)).await;
        office.case = drafted.unwrap().into_inner().case.unwrap().name;
        office
    }

    async fn sign(&self) {
        let head = Some(CommandHead {
            name: self.case.clone(),
            request_id: "sign".to_owned(),
            ..Default::default()
        });
        let call = self.by(OFFICE, Role::Leader, order::SignOrderRequest { head });
        self.orders().sign_order(call).await.unwrap();
    }

    fn by<M>(&self, agency: &str, role: Role, message: M) -> Request<M> {
        let hour = Duration::from_secs(3600);
        let token = self.issuer.token("staff-1", agency.parse().unwrap(), &[role], hour).unwrap();
        let mut call = Request::new(message);
        call.metadata_mut().insert("authorization", format!("Bearer {token}").parse().unwrap());
        call
    }

    fn orders(&self) -> AssessmentServiceClient<Channel> {
        AssessmentServiceClient::new(self.line.clone())
    }

    fn papers(&self) -> DocumentsServiceClient<Channel> {
        DocumentsServiceClient::new(self.line.clone())
    }

    fn id(&self) -> String {
        self.case.trim_start_matches("cases/").to_owned()
    }

    fn names(&self) -> Vec<pb::Called> {
        let called = |code: &str, name: &str| pb::Called { code: code.into(), name: name.into() };
        vec![called(OFFICE, "中共贺兰县委政法委员会"), called(TOWN, "习岗街道综治中心")]
    }

    async fn list(&self, agency: &str, role: Role) -> Result<pb::ListPapersResponse, Code> {
        let message = pb::ListPapersRequest { dispute: self.id(), names: self.names() };
        let answer = self.papers().list_papers(self.by(agency, role, message)).await;
        Ok(answer.map_err(|status| status.code())?.into_inner())
    }

    async fn issue(&self, agency: &str, role: Role) -> Result<pb::Paper, Code> {
        let draft = pb::Draft {
            dispute: self.id(),
            case: self.case.clone(),
            family: "supervision_letter".to_owned(),
            typed: json!({}).to_string(),
            names: self.names(),
            corrects: String::new(),
        };
        let message = pb::IssuePaperRequest {
            draft: Some(draft),
            request_id: "r-1".to_owned(),
            role: String::new(),
        };
        let answer = self.papers().issue_paper(self.by(agency, role, message)).await;
        Ok(answer.map_err(|status| status.code())?.into_inner().paper.unwrap())
    }

    async fn read(&self, agency: &str, role: Role, check: &str) -> Result<Vec<u8>, Code> {
        let message =
            pb::ReadPaperRequest { dispute: self.id(), check: check.to_owned(), editable: false };
        let answer = self.papers().read_paper(self.by(agency, role, message)).await;
        let mut parts = answer.map_err(|status| status.code())?.into_inner();
        let mut bytes = Vec::new();
        while let Some(part) = parts.message().await.unwrap() {
            if let Some(pb::read_paper_response::Part::Content(content)) = part.part {
                bytes.extend(content);
            }
        }
        Ok(bytes)
    }
}

#[tokio::test]
async fn a_signed_order_becomes_a_letter_without_a_word_typed_and_its_unit_reads_it() {
    let office = Office::open().await;
    let families = |list: pb::ListPapersResponse| -> Vec<String> {
        list.offers.into_iter().map(|offer| offer.family).collect()
    };
    assert_eq!(families(office.list(OFFICE, Role::Assessor).await.unwrap()), Vec::<String>::new());
    let theirs = office.list(TOWN, Role::CentreDirector).await;
    assert_eq!(theirs.unwrap_err(), Code::PermissionDenied, "a draft is not theirs yet");
    office.sign().await;
    let list = office.list(OFFICE, Role::Assessor).await.unwrap();
    let [letter] = list.offers.as_slice() else { panic!("{:?}", list.offers) };
    assert_eq!((letter.family.as_str(), letter.missing), ("supervision_letter", 0));
    assert_eq!(office.issue(OFFICE, Role::Leader).await, Err(Code::PermissionDenied), "I10");
    let paper = office.issue(OFFICE, Role::Assessor).await.unwrap();
    assert!(paper.number.ends_with("督〔2026〕1号"), "{}", paper.number);
    let bytes = office.read(TOWN, Role::CentreDirector, &paper.check).await.unwrap();
    let text = text(&bytes);
    for there in [
        "中共贺兰县委政法委员会",
        "习岗街道综治中心：",
        "3件移送逾期未答",
        "1.逐件签收",
        "2.确定承办人",
        "请于2026年3月18日前",
    ] {
        assert!(text.contains(there), "{there}: {text}");
    }
    let other = office.read("640122102.centre", Role::CentreDirector, &paper.check).await;
    assert_eq!(other, Err(Code::PermissionDenied), "another unit");
    assert_eq!(office.issue(TOWN, Role::CentreDirector).await, Err(Code::PermissionDenied));
}
