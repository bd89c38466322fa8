//! A deciding body with its pages: one node of one area, one member of its staff who holds every post of it.

use std::sync::Arc;

use anyhow::Result;
use jiefen_console::{Accounts, Console, NewAccount};
use jiefen_ledger::Area;
use jiefen_ledger::serve::{App, HandoffServer, NodeServer};
use jiefen_ledger::testing::TestNode;
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::clock::ClockSource;
use jiefen_platform::config::{self, Config, ConsoleConfig};
use jiefen_platform::keys;
use jiefen_proto::jiefen::handoff::v1::handoff_service_server::HandoffServiceServer;
use jiefen_proto::jiefen::node::v1::node_service_server::NodeServiceServer;
use jiefen_vocab::Role;
use jiff::civil::Date;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tonic::service::RoutesBuilder;

use crate::{LOGIN, PASSWORD};

/// A deciding body that is open; dropping it closes it.
pub struct Office<A: Area> {
    /// Where the pages are, `http://localhost:…`.
    pub pages: String,
    /// Its node, on whose clock it works.
    pub node: TestNode<A>,
    closing: CancellationToken,
    _dir: TempDir,
}

impl<A: Area> Office<A> {
    /// Opens an agency's office on a day. `person`: name and staff id of who logs in, in these posts; `add`: its services.
    ///
    /// # Errors
    /// A key, an account or a port cannot be had.
    pub async fn open(
        agency: &str,
        area: config::Area,
        today: Date,
        person: (&str, &str, &[Role]),
        add: impl FnOnce(&mut RoutesBuilder, App<A>),
    ) -> Result<Office<A>> {
        let dir = tempfile::tempdir()?;
        let path = |name: &str| dir.path().join(name);
        let node = TestNode::<A>::start(agency, today).await;
        let mut config = Config::of(agency.parse()?);
        config.clock.source = ClockSource::Demo;
        let (issuer, pkcs8) = Issuer::generate(&config.auth)?;
        keys::save(path("issuer.key"), &pkcs8)?;
        std::fs::write(path("cookie.key"), "a secret of one test, long enough to seal")?;
        config.console = ConsoleConfig {
            cookie_key_file: Some(path("cookie.key")),
            issuer_key_file: Some(path("issuer.key")),
            accounts_file: Some(path("accounts.toml")),
            ..ConsoleConfig::default()
        };
        let account = NewAccount {
            login: LOGIN.to_owned(),
            name: person.0.to_owned(),
            person: person.1.to_owned(),
            roles: person.2.to_vec(),
            password: PASSWORD.to_owned(),
            second_factor: false,
        };
        Accounts::add(&path("accounts.toml"), account)?;
        let closing = CancellationToken::new();
        let gate = Gate::with_keys(&config.auth, agency.parse()?, &issuer.jwks())?;
        let app = App { ledger: node.ledger.clone(), gate: Arc::new(gate) };
        let mut routes = RoutesBuilder::default();
        routes.add_service(HandoffServiceServer::new(HandoffServer(app.clone())));
        routes.add_service(NodeServiceServer::new(NodeServer(app.clone())));
        add(&mut routes, app);
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let at = listener.local_addr()?;
        let (grpc, drain) = (config.grpc.clone(), closing.clone());
        drop(tokio::spawn(async move {
            jiefen_platform::grpc::serve(listener, routes.routes(), &grpc, drain).await
        }));
        let console = Console::new(&config, &[(area, at)])?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let pages = format!("http://localhost:{}", listener.local_addr()?.port());
        drop(tokio::spawn(jiefen_console::serve(listener, console, closing.clone())));
        Ok(Office { pages, node, closing, _dir: dir })
    }
}

impl<A: Area> Drop for Office<A> {
    fn drop(&mut self) {
        self.closing.cancel();
    }
}
