//! A county's units before a browser, each with its database, its services and its pages: one issuer signs for all, and
//! a unit's pages may reach the offices of others.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use jiefen_console::{Accounts, Console, NewAccount};
use jiefen_ledger::serve::{App, HandoffServer, MaterialLimits, MaterialsServer, NodeServer};
use jiefen_ledger::testing::TestNode;
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::clock::ClockSource;
use jiefen_platform::config::{Area, AuthConfig, Config};
use jiefen_platform::keys;
use jiefen_proto::jiefen::handoff::v1::handoff_service_server::HandoffServiceServer;
use jiefen_proto::jiefen::node::v1::materials_service_server::MaterialsServiceServer;
use jiefen_proto::jiefen::node::v1::node_service_server::NodeServiceServer;
use jiefen_vocab::Role;
use jiff::civil::Date;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tonic::Request;
use tonic::service::RoutesBuilder;
use tonic::transport::{Channel, Endpoint};

/// The password of everybody, which opens nothing but these tests.
pub const PASSWORD: &str = "only-for-this-test-1";

/// Somebody who logs in: log-in, name, staff id, posts.
pub type Post<'a> = (&'a str, &'a str, &'a str, &'a [Role]);

/// A county's key, and the files of its units; dropping it closes them all.
pub struct County {
    today: Date,
    dir: TempDir,
    issuer: Issuer,
    closing: CancellationToken,
}

/// A unit with its service and its pages; the county closes it.
pub struct House<A: jiefen_ledger::Area> {
    /// Where the pages are, `http://localhost:…`.
    pub pages: String,
    /// Where its service is.
    pub at: SocketAddr,
    /// Its node.
    pub node: TestNode<A>,
    area: Area,
    config: Config,
}

impl Drop for County {
    fn drop(&mut self) {
        self.closing.cancel();
    }
}

impl<A: jiefen_ledger::Area> House<A> {
    /// The way to its service.
    ///
    /// # Errors
    /// The address is none.
    pub fn services(&self) -> Result<Channel> {
        Ok(Endpoint::from_shared(format!("http://{}", self.at))?.connect_lazy())
    }
}

impl County {
    /// A county on the day `today`.
    ///
    /// # Errors
    /// A key or a folder cannot be had.
    pub fn new(today: Date) -> Result<County> {
        let dir = tempfile::tempdir()?;
        let (issuer, pkcs8) = Issuer::generate(&AuthConfig::default())?;
        keys::save(dir.path().join("issuer.key"), &pkcs8)?;
        std::fs::write(dir.path().join("cookie.key"), "a secret of one test, long enough to seal")?;
        Ok(County { today, dir, issuer, closing: CancellationToken::new() })
    }

    /// Opens a unit, on ports that the system chooses. `change` has the folder of the county's files and the address of
    /// the unit's pages; `add` adds its services.
    ///
    /// # Errors
    /// An account or a port cannot be had.
    pub async fn unit<A: jiefen_ledger::Area>(
        &self,
        (agency, area): (&str, Area),
        people: &[Post<'_>],
        change: impl FnOnce(&mut Config, &Path, &str) -> Result<()>,
        add: impl FnOnce(&mut RoutesBuilder, App<A>),
    ) -> Result<House<A>> {
        let node = TestNode::<A>::start(agency, self.today).await;
        let mut config = Config::of(agency.parse()?);
        config.clock.source = ClockSource::Demo;
        config.console.cookie_key_file = Some(self.path("cookie.key"));
        config.console.issuer_key_file = Some(self.path("issuer.key"));
        let accounts = self.path(&format!("{agency}.toml"));
        for (login, name, person, roles) in people {
            let new = NewAccount {
                login: (*login).to_owned(),
                name: (*name).to_owned(),
                person: (*person).to_owned(),
                roles: roles.to_vec(),
                password: PASSWORD.to_owned(),
                second_factor: false,
            };
            Accounts::add(&accounts, new)?;
        }
        config.console.accounts_file = Some(accounts);
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let pages = format!("http://localhost:{}", listener.local_addr()?.port());
        change(&mut config, self.dir.path(), &pages)?;
        let at = self.serve(&node, &config, add).await?;
        let console = Console::new(&config, &[(area, at)])?;
        drop(tokio::spawn(jiefen_console::serve(listener, console, self.closing.clone())));
        Ok(House { pages, at, node, area, config })
    }

    /// Opens a unit's pages once more, otherwise configured; says where.
    ///
    /// # Errors
    /// A port cannot be had.
    pub async fn more_pages<A: jiefen_ledger::Area>(
        &self,
        house: &House<A>,
        change: impl FnOnce(&mut Config),
    ) -> Result<String> {
        let mut config = house.config.clone();
        change(&mut config);
        let console = Console::new(&config, &[(house.area, house.at)])?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let pages = format!("http://localhost:{}", listener.local_addr()?.port());
        drop(tokio::spawn(jiefen_console::serve(listener, console, self.closing.clone())));
        Ok(pages)
    }

    /// A request of somebody of a unit.
    ///
    /// # Errors
    /// No token can be signed.
    pub fn by<A: jiefen_ledger::Area, M>(
        &self,
        house: &House<A>,
        (person, role): (&str, Role),
        message: M,
    ) -> Result<Request<M>> {
        let hour = Duration::from_secs(3600);
        let token = self.issuer.token(person, house.config.node.agency, &[role], hour)?;
        let mut call = Request::new(message);
        let value = format!("Bearer {token}").parse().context("a token is text")?;
        call.metadata_mut().insert("authorization", value);
        Ok(call)
    }

    async fn serve<A: jiefen_ledger::Area>(
        &self,
        node: &TestNode<A>,
        config: &Config,
        add: impl FnOnce(&mut RoutesBuilder, App<A>),
    ) -> Result<SocketAddr> {
        let gate = Gate::with_keys(&config.auth, node.ledger.agency(), &self.issuer.jwks())?;
        let app = App { ledger: node.ledger.clone(), gate: Arc::new(gate) };
        let mut routes = RoutesBuilder::default();
        routes.add_service(HandoffServiceServer::new(HandoffServer(app.clone())));
        routes.add_service(NodeServiceServer::new(NodeServer(app.clone())));
        let limits = MaterialLimits { bytes: 1024 * 1024, at_once: 2 };
        let materials = MaterialsServer::new(app.clone(), limits);
        routes.add_service(MaterialsServiceServer::new(materials));
        add(&mut routes, app);
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let at = listener.local_addr()?;
        let (grpc, closing) = (config.grpc.clone(), self.closing.clone());
        drop(tokio::spawn(async move {
            jiefen_platform::grpc::serve(listener, routes.routes(), &grpc, closing).await
        }));
        Ok(at)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }
}
