//! Several units that know each other: one issuer signs for all, and a unit's pages reach the offices of others.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use jiefen_console::{Accounts, Console, NewAccount};
use jiefen_ledger::serve::App;
use jiefen_ledger::testing::TestNode;
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::clock::ClockSource;
use jiefen_platform::config::{Area, AuthConfig, Config};
use jiefen_platform::keys::SigningKey;
use jiefen_vocab::Role;
use jiff::civil::{Date, date};
use tokio_util::sync::CancellationToken;
use tonic::service::RoutesBuilder;

use super::browser::Browser;
use super::{PASSWORD, serve};

/// The day of the county.
pub const TODAY: Date = date(2026, 3, 11);

/// Whoever logs in: with the name also for a staff id.
pub type People<'a> = &'a [(&'a str, &'a [Role])];

/// A county's key, and where its units are.
pub struct County {
    dir: tempfile::TempDir,
    issuer: Issuer,
    closing: CancellationToken,
}

impl Drop for County {
    fn drop(&mut self) {
        self.closing.cancel();
    }
}

/// A unit with its service and its pages.
pub struct House<A: jiefen_ledger::Area> {
    pub node: TestNode<A>,
    pub at: SocketAddr,
    console: Console,
}

impl County {
    pub fn new() -> County {
        let dir = tempfile::tempdir().unwrap();
        let (_, pkcs8) = SigningKey::generate().unwrap();
        std::fs::write(dir.path().join("issuer.key"), pkcs8).unwrap();
        std::fs::write(dir.path().join("cookie.key"), "one county ".repeat(4)).unwrap();
        let issuer = Issuer::load(&AuthConfig::default(), dir.path().join("issuer.key")).unwrap();
        County { dir, issuer, closing: CancellationToken::new() }
    }

    /// Opens a unit; `offices`: the services of others that its staff reach.
    pub async fn unit<A: jiefen_ledger::Area>(
        &self,
        (agency, area): (&str, Area),
        people: People<'_>,
        offices: &[(Area, SocketAddr)],
        add: impl FnOnce(&mut RoutesBuilder, App<A>),
    ) -> House<A> {
        let node = TestNode::<A>::start(agency, TODAY).await;
        let gate =
            Gate::with_keys(&AuthConfig::default(), node.ledger.agency(), &self.issuer.jwks());
        let app = App { ledger: node.ledger.clone(), gate: Arc::new(gate.unwrap()) };
        let at = serve(app, &self.closing, add).await;
        let mut config = Config::of(node.ledger.agency());
        config.clock.source = ClockSource::Demo;
        let section = &mut config.console;
        section.issuer_key_file = Some(self.path("issuer.key"));
        section.cookie_key_file = Some(self.path("cookie.key"));
        section.accounts_file = Some(self.path(&format!("{agency}.toml")));
        section.offices =
            offices.iter().map(|(area, at)| (*area, format!("http://{at}"))).collect();
        for (login, roles) in people {
            let new = NewAccount {
                login: (*login).to_owned(),
                name: (*login).to_owned(),
                person: format!("{login}-1"),
                roles: roles.to_vec(),
                password: PASSWORD.to_owned(),
                second_factor: false,
            };
            Accounts::add(&self.path(&format!("{agency}.toml")), new).unwrap();
        }
        let console = Console::new(&config, &[(area, at)]).unwrap();
        House { node, at, console }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }
}

impl<A: jiefen_ledger::Area> House<A> {
    /// A browser of somebody who has not logged in.
    pub fn visitor(&self) -> Browser {
        Browser::new(jiefen_console::router(self.console.clone()))
    }

    /// A browser of somebody who has logged in.
    pub async fn logged_in(&self, login: &str) -> Browser {
        let mut browser = Browser::new(jiefen_console::router(self.console.clone()));
        browser.get("/login").await;
        let answer = browser.send("/login", &[("login", login), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        browser
    }
}

/// Opens the page of an act that a page offers and sends its form; says where it leads.
pub async fn act(browser: &mut Browser, page: &str, name: &str, fields: &[(&str, &str)]) -> String {
    let shown = browser.get(page).await;
    assert_eq!(shown.status, 200, "{page}: {}", shown.text());
    let address = shown.link(name);
    let form = browser.get(&address).await;
    assert_eq!(form.status, 200, "{name}: {}", form.text());
    let look = browser.send(&address, &[fields, &[("look", "1")]].concat()).await;
    assert!(look.has("可以办"), "{name}: {}", look.text());
    let answer = browser.send(&address, fields).await;
    assert_eq!(answer.status, 303, "{name}: {}", answer.text());
    answer.to
}
