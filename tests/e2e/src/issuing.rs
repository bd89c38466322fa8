//! A village's mediation committee: a dispute that it was handed, its services with their papers, its pages.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use jiefen_console::{Accounts, Console, NewAccount};
use jiefen_handoff::Mode;
use jiefen_ledger::serve::{App, HandoffServer, NodeServer};
use jiefen_ledger::testing::TestNode;
use jiefen_mediation::{Kind, MediationArea, add_services, case_id};
use jiefen_papers::{Printer, Server};
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::clock::ClockSource;
use jiefen_platform::config::{Area, Config, ConsoleConfig};
use jiefen_platform::keys;
use jiefen_procedure::Brief;
use jiefen_proto::jiefen::common::v1 as common;
use jiefen_proto::jiefen::documents::v1::documents_service_server::DocumentsServiceServer;
use jiefen_proto::jiefen::handoff::v1::handoff_service_server::HandoffServiceServer;
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_proto::jiefen::mediation::v1::mediation_service_client::MediationServiceClient;
use jiefen_proto::jiefen::node::v1::node_service_server::NodeServiceServer;
use jiefen_vocab::{Channel, DisputeId, DisputeKind, Private, Role, TrackKind};
use jiff::civil::Date;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tonic::Request;
use tonic::service::RoutesBuilder;
use tonic::transport::Endpoint;

use crate::{PASSWORD, TOWN};

/// The committee's unit: 金贵镇雄英村人民调解委员会.
pub const COMMITTEE: &str = "640122101203.village_mediation";
/// The mediator's log-in.
pub const MEDIATOR: &str = "liuchangshun";
/// The code on the receipt of the dispute.
pub const RECEIPT: &str = "7K3M-Q9TX";

/// A committee that is open; dropping it closes it.
pub struct Issuing {
    /// Where the pages are, `http://localhost:…`.
    pub pages: String,
    /// The dispute that it was handed.
    pub dispute: DisputeId,
    issuer: Issuer,
    services: tonic::transport::Channel,
    today: Date,
    closing: CancellationToken,
    _node: TestNode<MediationArea>,
    _dir: TempDir,
}

impl Issuing {
    /// Opens a committee on the day `today` that has just taken a quarrel over a drain.
    ///
    /// # Errors
    /// A key, an account or a port cannot be had.
    pub async fn open(today: Date) -> Result<Issuing> {
        let dir = tempfile::tempdir()?;
        let mut node = TestNode::<MediationArea>::start(COMMITTEE, today).await;
        let brief = brief(today)?;
        let dispute = brief.dispute;
        node.hand_over(TOWN, &brief, Mode::Delegate, Role::Mediator).await;
        let mut config = Config::of(COMMITTEE.parse()?);
        config.clock.source = ClockSource::Demo;
        let (issuer, pkcs8) = Issuer::generate(&config.auth)?;
        keys::save(dir.path().join("issuer.key"), &pkcs8)?;
        std::fs::write(dir.path().join("cookie.key"), "a secret of one test, long enough to seal")?;
        config.console = ConsoleConfig {
            cookie_key_file: Some(dir.path().join("cookie.key")),
            issuer_key_file: Some(dir.path().join("issuer.key")),
            accounts_file: Some(dir.path().join("accounts.toml")),
            ..ConsoleConfig::default()
        };
        Accounts::add(&dir.path().join("accounts.toml"), mediator())?;
        let closing = CancellationToken::new();
        let at = services(&node, &config, &issuer, closing.clone()).await?;
        let console = Console::new(&config, &[(Area::Mediation, at)])?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let port = listener.local_addr()?.port();
        drop(tokio::spawn(jiefen_console::serve(listener, console, closing.clone())));
        let services = Endpoint::from_shared(format!("http://{at}"))?.connect_lazy();
        let pages = format!("http://localhost:{port}");
        Ok(Issuing { pages, dispute, issuer, services, today, closing, _node: node, _dir: dir })
    }

    /// Both parties consent, the mediator accepts, they meet once, and a text lies before them.
    ///
    /// # Errors
    /// A step is refused.
    pub async fn drafted(&self) -> Result<()> {
        let mut talks = MediationServiceClient::new(self.services.clone());
        let today = day(self.today);
        for party in [1, 2] {
            let head = self.head(&format!("consent-{party}"));
            let (on, how) = (today, "counter".to_owned());
            let consent = pb::GiveConsentRequest { head, party, on, how };
            talks.give_consent(self.by_mediator(consent)?).await?;
        }
        let accept = pb::AcceptRequest {
            head: self.head("accept"),
            on: today,
            mediator: "mediator-1".to_owned(),
            rights_told: true,
            not_handled_elsewhere: true,
            safety_cleared: true,
            ..pb::AcceptRequest::default()
        };
        talks.accept(self.by_mediator(accept)?).await?;
        let (place, mode) = ("村议事厅".to_owned(), "together".to_owned());
        let set = pb::ScheduleSessionRequest {
            head: self.head("set"),
            on: today,
            place: place.clone(),
            mode: mode.clone(),
        };
        talks.schedule_session(self.by_mediator(set)?).await?;
        let held = pb::HoldSessionRequest {
            head: self.head("held"),
            on: today,
            place,
            mode,
            present: vec![1, 2],
            reached: "agreed_in_substance".to_owned(),
            record: "双方同意改建排水沟".to_owned(),
            ..pb::HoldSessionRequest::default()
        };
        talks.hold_session(self.by_mediator(held)?).await?;
        let text = pb::DraftAgreementRequest {
            head: self.head("text"),
            draft: Some(text(self.today)?),
            on: today,
        };
        talks.draft_agreement(self.by_mediator(text)?).await?;
        Ok(())
    }

    fn head(&self, request: &str) -> Option<common::CommandHead> {
        let case = case_id(self.dispute, Kind::PeopleMediation, 1);
        Some(common::CommandHead {
            name: format!("cases/{case}"),
            request_id: request.to_owned(),
            ..common::CommandHead::default()
        })
    }

    fn by_mediator<M>(&self, message: M) -> Result<Request<M>> {
        let hour = Duration::from_secs(3600);
        let roles = [Role::Mediator];
        let token = self.issuer.token("mediator-1", COMMITTEE.parse()?, &roles, hour)?;
        let mut call = Request::new(message);
        let value = format!("Bearer {token}").parse().context("a token is text")?;
        call.metadata_mut().insert("authorization", value);
        Ok(call)
    }
}

impl Drop for Issuing {
    fn drop(&mut self) {
        self.closing.cancel();
    }
}

fn mediator() -> NewAccount {
    NewAccount {
        login: MEDIATOR.to_owned(),
        name: "刘长顺".to_owned(),
        person: "mediator-1".to_owned(),
        roles: vec![Role::Mediator, Role::MediationHead],
        password: PASSWORD.to_owned(),
        second_factor: false,
    }
}

/// The services of the committee, as one process serves them.
async fn services(
    node: &TestNode<MediationArea>,
    config: &Config,
    issuer: &Issuer,
    closing: CancellationToken,
) -> Result<SocketAddr> {
    let gate = Gate::with_keys(&config.auth, COMMITTEE.parse()?, &issuer.jwks())?;
    let app = App { ledger: node.ledger.clone(), gate: Arc::new(gate) };
    let mut routes = RoutesBuilder::default();
    routes.add_service(HandoffServiceServer::new(HandoffServer(app.clone())));
    routes.add_service(NodeServiceServer::new(NodeServer(app.clone())));
    let printer = Printer::new(&config.documents);
    routes.add_service(DocumentsServiceServer::new(Server { app: app.clone(), printer }));
    add_services(&mut routes, app);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let at = listener.local_addr()?;
    let grpc = config.grpc.clone();
    drop(tokio::spawn(async move {
        jiefen_platform::grpc::serve(listener, routes.routes(), &grpc, closing).await
    }));
    Ok(at)
}

fn day(day: Date) -> Option<common::Date> {
    let (year, month, day) = (day.year().into(), day.month().into(), day.day().into());
    Some(common::Date { year, month, day })
}

/// The text that the parties have before them.
fn text(today: Date) -> Result<pb::Draft> {
    let due = today.checked_add(jiff::Span::new().days(14))?;
    Ok(pb::Draft {
        hash: "a".repeat(64),
        facts: "双方就院墙排水达成一致".to_owned(),
        obligations: vec![pb::Obligation {
            no: 1,
            obligor: 2,
            obligee: 1,
            what: "改建排水沟并补偿工料费".to_owned(),
            place: String::new(),
            amount_fen: Some(80_000),
            due: day(due),
        }],
        subjects: vec!["money".to_owned()],
        ..pb::Draft::default()
    })
}

/// What travels with the hand-over.
fn brief(today: Date) -> Result<Brief> {
    let party = |no: u32, name: &str, role: &str, phone: &str| {
        serde_json::from_value(serde_json::json!({
            "no": no, "name": name, "role": role, "kind": "person", "minor": false,
            "more": { "phone": phone, "address": "雄英村三组" },
        }))
    };
    Ok(Brief {
        dispute: DisputeId::from_bits((0x0199 << 112) | 5),
        code: RECEIPT.into(),
        kind: DisputeKind::Neighbour,
        channel: Channel::ZzTown,
        place: "640122101203".parse()?,
        other_place: None,
        summary: Private::new("院墙翻建后雨水流进邻家院子".into()),
        parties: vec![
            party(1, "马建国", "applicant", "13909510001")?,
            party(2, "王秀英", "respondent", "13909510002")?,
        ],
        amount: None,
        people: 2,
        flags: std::collections::BTreeSet::new(),
        received_on: today,
        track: TrackKind::PeopleMediation,
        basis: "五(二)1".into(),
        known: Default::default(),
        consents: vec![],
    })
}
