//! One town's counter: its database, its services, its pages, its accounts.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use jiefen_console::{Accounts, Console, NewAccount};
use jiefen_intake::{IntakeArea, Limits, add_services};
use jiefen_ledger::serve::{App, HandoffServer, NodeServer};
use jiefen_ledger::testing::TestNode;
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::clock::ClockSource;
use jiefen_platform::config::{Area, Config, ConsoleConfig};
use jiefen_platform::keys;
use jiefen_proto::jiefen::handoff::v1::handoff_service_server::HandoffServiceServer;
use jiefen_proto::jiefen::intake::v1::intake_service_client::IntakeServiceClient;
use jiefen_proto::jiefen::node::v1::node_service_client::NodeServiceClient;
use jiefen_proto::jiefen::node::v1::node_service_server::NodeServiceServer;
use jiefen_vocab::Role;
use jiff::civil::Date;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tonic::Request;
use tonic::service::RoutesBuilder;
use tonic::transport::{Channel, Endpoint};

/// The counter's unit: 金贵镇综治中心.
pub const TOWN: &str = "640122101.centre";
/// The clerk's log-in.
pub const LOGIN: &str = "zhangmin";
/// Her password, which opens nothing but this test.
pub const PASSWORD: &str = "only-for-this-test-1";

/// A counter that is open; dropping it closes it.
pub struct Counter {
    /// Where the pages are, `http://localhost:…`.
    pub pages: String,
    /// The same pages, where every log-in is over as soon as it begins.
    pub hasty: String,
    issuer: Issuer,
    services: Channel,
    closing: CancellationToken,
    _node: TestNode<IntakeArea>,
    _dir: TempDir,
}

impl Counter {
    /// Opens a counter on the day `today`, on ports that the system chooses.
    ///
    /// # Errors
    /// A key, an account or a port cannot be had.
    pub async fn open(today: Date) -> Result<Counter> {
        Counter::open_with(today, |_, _, _| Ok(())).await
    }

    /// The same with a configuration that is changed; `change` has the folder of its files and the address of its pages.
    ///
    /// # Errors
    /// A key, an account or a port cannot be had.
    pub async fn open_with(
        today: Date,
        change: impl FnOnce(&mut Config, &Path, &str) -> Result<()>,
    ) -> Result<Counter> {
        let dir = tempfile::tempdir()?;
        let node = TestNode::<IntakeArea>::start(TOWN, today).await;
        let mut config = Config::of(TOWN.parse()?);
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
        Accounts::add(&dir.path().join("accounts.toml"), clerk())?;
        let closing = CancellationToken::new();
        let at = services(&node, &config, &issuer, closing.clone()).await?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let pages = format!("http://localhost:{}", listener.local_addr()?.port());
        change(&mut config, dir.path(), &pages)?;
        let console = Console::new(&config, &[(Area::Intake, at)])?;
        drop(tokio::spawn(jiefen_console::serve(listener, console, closing.clone())));
        config.console.session_h = 0;
        let hasty = serve(&config, Area::Intake, at, &closing).await?;
        let services = Endpoint::from_shared(format!("http://{at}"))?.connect_lazy();
        Ok(Counter { pages, hasty, issuer, services, closing, _node: node, _dir: dir })
    }

    /// The counter's own service.
    pub fn intake(&self) -> IntakeServiceClient<Channel> {
        IntakeServiceClient::new(self.services.clone())
    }

    /// What every node offers.
    pub fn node(&self) -> NodeServiceClient<Channel> {
        NodeServiceClient::new(self.services.clone())
    }

    /// A request of somebody of the counter.
    ///
    /// # Errors
    /// No token can be signed.
    pub fn by<M>(&self, person: &str, role: Role, message: M) -> Result<Request<M>> {
        let hour = Duration::from_secs(3600);
        let token = self.issuer.token(person, TOWN.parse()?, &[role], hour)?;
        let mut call = Request::new(message);
        let value = format!("Bearer {token}").parse().context("a token is text")?;
        call.metadata_mut().insert("authorization", value);
        Ok(call)
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        self.closing.cancel();
    }
}

/// Serves the pages of a unit over one of its services; says where.
pub(crate) async fn serve(
    config: &Config,
    area: Area,
    at: SocketAddr,
    closing: &CancellationToken,
) -> Result<String> {
    let console = Console::new(config, &[(area, at)])?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let port = listener.local_addr()?.port();
    drop(tokio::spawn(jiefen_console::serve(listener, console, closing.clone())));
    Ok(format!("http://localhost:{port}"))
}

fn clerk() -> NewAccount {
    NewAccount {
        login: LOGIN.to_owned(),
        name: "张敏".to_owned(),
        person: "clerk-1".to_owned(),
        roles: vec![Role::WindowClerk, Role::CentreDirector],
        password: PASSWORD.to_owned(),
        second_factor: false,
    }
}

/// The services of the counter, as one process serves them.
async fn services(
    node: &TestNode<IntakeArea>,
    config: &Config,
    issuer: &Issuer,
    closing: CancellationToken,
) -> Result<SocketAddr> {
    let gate = Gate::with_keys(&config.auth, TOWN.parse()?, &issuer.jwks())?;
    let app = App { ledger: node.ledger.clone(), gate: Arc::new(gate) };
    let mut routes = RoutesBuilder::default();
    routes.add_service(HandoffServiceServer::new(HandoffServer(app.clone())));
    routes.add_service(NodeServiceServer::new(NodeServer(app.clone())));
    let limits = Limits { paper_bytes: 1024 * 1024, uploads: 2, draft_days: 30 };
    add_services(&mut routes, app, &limits);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let at = listener.local_addr()?;
    let grpc = config.grpc.clone();
    drop(tokio::spawn(async move {
        jiefen_platform::grpc::serve(listener, routes.routes(), &grpc, closing).await
    }));
    Ok(at)
}
