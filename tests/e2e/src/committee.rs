//! A village's mediation committee with a dispute that it mediates: both parties have agreed, the case is accepted.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use jiefen_console::{Accounts, NewAccount};
use jiefen_handoff::Mode;
use jiefen_ledger::serve::{App, HandoffServer, NodeServer};
use jiefen_ledger::testing::TestNode;
use jiefen_mediation::{Kind, MediationArea, add_services, case_id};
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::clock::ClockSource;
use jiefen_platform::config::{Area, Config, ConsoleConfig};
use jiefen_platform::keys;
use jiefen_procedure::Brief;
use jiefen_proto::jiefen::common::v1::{CommandHead, Date as Day};
use jiefen_proto::jiefen::handoff::v1::handoff_service_server::HandoffServiceServer;
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_proto::jiefen::mediation::v1::mediation_service_client::MediationServiceClient;
use jiefen_proto::jiefen::node::v1::node_service_server::NodeServiceServer;
use jiefen_vocab::receipt::Receipt;
use jiefen_vocab::{DisputeId, Role};
use jiff::civil::Date;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tonic::Request;
use tonic::service::RoutesBuilder;
use tonic::transport::{Channel, Endpoint};

use crate::counter::{PASSWORD, TOWN, serve};

/// The committee: 金贵村人民调解委员会.
pub const COMMITTEE: &str = "640122101203.village_mediation";
/// The mediator's log-in; the password is the counter's.
pub const MEDIATOR: &str = "liuchangshun";
const PERSON: &str = "mediator-1";

/// A committee with its pages; dropping it closes it.
pub struct Committee {
    /// Where the pages are.
    pub pages: String,
    /// The dispute that is mediated.
    pub dispute: DisputeId,
    /// The code on the receipt; the parties' numbers end in 0001 and 0002.
    pub receipt: String,
    node: TestNode<MediationArea>,
    issuer: Issuer,
    services: MediationServiceClient<Channel>,
    closing: CancellationToken,
    _dir: TempDir,
}

impl Drop for Committee {
    fn drop(&mut self) {
        self.closing.cancel();
    }
}

impl Committee {
    /// Opens a committee on the day `today`, with one mediation that goes on.
    ///
    /// # Errors
    /// A key, an account or a port cannot be had, or a service refuses.
    pub async fn open(today: Date) -> Result<Committee> {
        let dir = tempfile::tempdir()?;
        let node = TestNode::<MediationArea>::start(COMMITTEE, today).await;
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
        let pages = serve(&config, Area::Mediation, at, &closing).await?;
        let channel = Endpoint::from_shared(format!("http://{at}"))?.connect_lazy();
        let services = MediationServiceClient::new(channel);
        let brief = brief(today)?;
        let (dispute, receipt) = (brief.dispute, Receipt::of(brief.dispute).to_string());
        let mut committee =
            Committee { pages, dispute, receipt, node, issuer, services, closing, _dir: dir };
        committee.node.hand_over(TOWN, &brief, Mode::Delegate, Role::Mediator).await;
        committee.begin(today).await?;
        Ok(committee)
    }

    /// What has happened here, fact by fact.
    pub async fn facts(&self) -> Vec<String> {
        self.node.facts().await
    }

    /// Both parties agree to mediation, and the committee accepts.
    async fn begin(&self, today: Date) -> Result<()> {
        let on = Some(Day {
            year: today.year().into(),
            month: today.month().into(),
            day: today.day().into(),
        });
        for party in [1, 2] {
            let (head, how) = (self.head(&format!("agree-{party}")), "counter".to_owned());
            let agree = pb::GiveConsentRequest { head, party, on, how };
            self.services.clone().give_consent(self.by_mediator(agree)?).await?;
        }
        let accept = pb::AcceptRequest {
            head: self.head("accept"),
            on,
            mediator: PERSON.to_owned(),
            rights_told: true,
            hospital_notices: false,
            not_handled_elsewhere: true,
            safety_cleared: true,
        };
        self.services.clone().accept(self.by_mediator(accept)?).await?;
        Ok(())
    }

    fn head(&self, request_id: &str) -> Option<CommandHead> {
        let case = case_id(self.dispute, Kind::PeopleMediation, 1);
        let (name, request_id) = (format!("cases/{case}"), request_id.to_owned());
        Some(CommandHead { name, request_id, ..CommandHead::default() })
    }

    fn by_mediator<M>(&self, message: M) -> Result<Request<M>> {
        let hour = Duration::from_secs(3600);
        let token = self.issuer.token(PERSON, COMMITTEE.parse()?, &[Role::Mediator], hour)?;
        let mut call = Request::new(message);
        let value = format!("Bearer {token}").parse().context("a token is text")?;
        call.metadata_mut().insert("authorization", value);
        Ok(call)
    }
}

fn mediator() -> NewAccount {
    NewAccount {
        login: MEDIATOR.to_owned(),
        name: "刘长顺".to_owned(),
        person: PERSON.to_owned(),
        roles: vec![Role::Mediator],
        password: PASSWORD.to_owned(),
        second_factor: false,
    }
}

/// Two neighbours and the land between them.
fn brief(today: Date) -> Result<Brief> {
    let dispute = DisputeId::from_bits((0x019b << 112) | 1);
    let party = |no: u32, name: &str, role: &str| {
        serde_json::json!({
            "no": no, "name": name, "role": role, "kind": "person", "minor": false,
            "more": {"phone": format!("1399517000{no}")},
        })
    };
    Ok(serde_json::from_value(serde_json::json!({
        "dispute": dispute,
        "code": Receipt::of(dispute).to_string(),
        "kind": "neighbour",
        "channel": "zz_town",
        "place": "640122101203",
        "other_place": null,
        "summary": "地界被挪了一米多，浇水的渠也不让用",
        "parties": [party(1, "马建国", "applicant"), party(2, "王秀英", "respondent")],
        "amount": null,
        "people": 2,
        "flags": [],
        "received_on": today,
        "track": "people_mediation",
        "basis": "五(二)1",
        "consents": [],
    }))?)
}

async fn services(
    node: &TestNode<MediationArea>,
    config: &Config,
    issuer: &Issuer,
    closing: CancellationToken,
) -> Result<std::net::SocketAddr> {
    let gate = Gate::with_keys(&config.auth, COMMITTEE.parse()?, &issuer.jwks())?;
    let app = App { ledger: node.ledger.clone(), gate: Arc::new(gate) };
    let mut routes = RoutesBuilder::default();
    routes.add_service(HandoffServiceServer::new(HandoffServer(app.clone())));
    routes.add_service(NodeServiceServer::new(NodeServer(app.clone())));
    add_services(&mut routes, app);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let at = listener.local_addr()?;
    let grpc = config.grpc.clone();
    drop(tokio::spawn(async move {
        jiefen_platform::grpc::serve(listener, routes.routes(), &grpc, closing).await
    }));
    Ok(at)
}
