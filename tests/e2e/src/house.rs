//! Several units of a county that know each other: one issuer signs for all, and a unit's pages reach the offices of
//! others.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;
use jiefen_console::{Accounts, Console, NewAccount};
use jiefen_ledger::serve::{App, HandoffServer, NodeServer};
use jiefen_ledger::testing::TestNode;
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::clock::ClockSource;
use jiefen_platform::config::{Area, AuthConfig, Config};
use jiefen_platform::keys;
use jiefen_proto::jiefen::handoff::v1::handoff_service_server::HandoffServiceServer;
use jiefen_proto::jiefen::node::v1::node_service_server::NodeServiceServer;
use jiefen_vocab::Role;
use jiff::civil::Date;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tonic::service::RoutesBuilder;

use crate::PASSWORD;

/// A county's key, and the files of its units.
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
}

impl Drop for County {
    fn drop(&mut self) {
        self.closing.cancel();
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

    /// Opens a unit, on ports that the system chooses. `people`: log-ins with their posts; `offices`: the services of
    /// others that its staff reach.
    ///
    /// # Errors
    /// An account or a port cannot be had.
    pub async fn unit<A: jiefen_ledger::Area>(
        &self,
        (agency, area): (&str, Area),
        people: &[(&str, &str, &[Role])],
        offices: &[(Area, SocketAddr)],
        add: impl FnOnce(&mut RoutesBuilder, App<A>),
    ) -> Result<House<A>> {
        let node = TestNode::<A>::start(agency, self.today).await;
        let mut config = Config::of(agency.parse()?);
        config.clock.source = ClockSource::Demo;
        config.console.cookie_key_file = Some(self.path("cookie.key"));
        config.console.issuer_key_file = Some(self.path("issuer.key"));
        config.console.accounts_file = Some(self.path(&format!("{agency}.toml")));
        config.console.offices =
            offices.iter().map(|(area, at)| (*area, format!("http://{at}"))).collect();
        for (login, name, roles) in people {
            let new = NewAccount {
                login: (*login).to_owned(),
                name: (*name).to_owned(),
                person: format!("{login}-1"),
                roles: roles.to_vec(),
                password: PASSWORD.to_owned(),
                second_factor: false,
            };
            Accounts::add(&self.path(&format!("{agency}.toml")), new)?;
        }
        let at = self.serve(&node, &config, add).await?;
        let console = Console::new(&config, &[(area, at)])?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let port = listener.local_addr()?.port();
        drop(tokio::spawn(jiefen_console::serve(listener, console, self.closing.clone())));
        Ok(House { pages: format!("http://localhost:{port}"), at, node })
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
