//! The pages as a browser sees them: HTML over HTTP, real services behind them, each over a real database.

#![allow(clippy::unwrap_used, clippy::panic)] // a test fails by panicking

mod again;
mod browser;
mod commission;
mod counter;
mod deciding;
mod dockets;
mod enforcement;
mod entry;
mod faults;
mod filed;
mod handover;
mod house;
mod incidents;
mod industry;
mod kept;
mod lawyer;
mod leaders;
mod letters;
mod lint;
mod lists;
mod materials;
mod oidc;
mod own;
mod owned;
mod papers;
mod patrol;
mod payment;
mod protection;
mod provider;
mod reach;
mod room;
mod roster;
mod sheets;
mod talks;
mod times;
mod units;

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use browser::Browser;
use jiefen_console::{Accounts, Console, NewAccount};
use jiefen_intake::IntakeArea;
use jiefen_ledger::serve::{App, HandoffServer, MaterialLimits, MaterialsServer, NodeServer};
use jiefen_ledger::testing::TestNode;
use jiefen_mediation::MediationArea;
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::config::{Area, AuthConfig, Config, GrpcConfig};
use jiefen_platform::keys::SigningKey;
use jiefen_proto::jiefen::handoff::v1::handoff_service_server::HandoffServiceServer;
use jiefen_proto::jiefen::node::v1::materials_service_server::MaterialsServiceServer;
use jiefen_proto::jiefen::node::v1::node_service_server::NodeServiceServer;
use jiefen_vocab::Role;
use jiff::civil::Date;
use tokio_util::sync::CancellationToken;
use tonic::service::RoutesBuilder;

pub const TOWN: &str = "640122101.centre";
pub const COMMITTEE: &str = "640122101203.village_mediation";
pub const PASSWORD: &str = "a long password";

/// The machine's own day: the console of a node on the system's clock works by it.
pub fn today() -> Date {
    use jiefen_platform::clock::{Clock as _, SystemClock};
    SystemClock.now().day()
}

/// A unit with its service and its pages.
pub struct Unit<A: jiefen_ledger::Area> {
    pub node: TestNode<A>,
    pub console: Console,
    /// Where its service listens.
    pub address: String,
    /// How its pages are set up.
    pub config: Config,
    issuer: Issuer,
    closing: CancellationToken,
    _dir: tempfile::TempDir,
}

impl<A: jiefen_ledger::Area> Drop for Unit<A> {
    fn drop(&mut self) {
        self.closing.cancel();
    }
}

impl<A: jiefen_ledger::Area> Unit<A> {
    /// A browser that has opened the pages.
    pub fn browser(&self) -> Browser {
        Browser::new(jiefen_console::router(self.console.clone()))
    }

    /// A call of somebody of the unit, past the pages.
    pub fn call<M>(&self, person: &str, role: Role, message: M) -> tonic::Request<M> {
        let (unit, hour) = (self.node.ledger.agency(), std::time::Duration::from_secs(3600));
        let token = self.issuer.token(person, unit, &[role], hour).unwrap();
        let mut call = tonic::Request::new(message);
        call.metadata_mut().insert("authorization", format!("Bearer {token}").parse().unwrap());
        call
    }

    /// A browser of somebody who has logged in.
    pub async fn logged_in(&self, login: &str) -> Browser {
        let mut browser = self.browser();
        browser.get("/login").await;
        let answer = browser.send("/login", &[("login", login), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        browser
    }
}

/// The counter of a township: 张敏 at the window, and the operator.
pub async fn counter() -> Unit<IntakeArea> {
    counter_for(8).await
}

/// The same with log-ins that last so many hours; 0: they are over as soon as they begin.
pub async fn counter_for(hours: u32) -> Unit<IntakeArea> {
    counter_with(move |config, _| config.console.session_h = hours).await
}

/// The same with a configuration that is changed; `change` has the folder of the unit's files.
pub async fn counter_with(change: impl FnOnce(&mut Config, &Path)) -> Unit<IntakeArea> {
    let people = [
        ("zhangmin", "张敏", "clerk-1", vec![Role::WindowClerk, Role::CentreDirector]),
        ("guanli", "系统管理员", "operator-1", vec![Role::Operator]),
    ];
    let limits = jiefen_intake::Limits { paper_bytes: 1024 * 1024, uploads: 2, draft_days: 30 };
    let add =
        move |routes: &mut RoutesBuilder, app| jiefen_intake::add_services(routes, app, &limits);
    unit(TOWN, Area::Intake, people, change, add).await
}

/// A village's mediation committee: 刘长顺 mediates.
pub async fn committee() -> Unit<MediationArea> {
    let people = [
        ("liuchangshun", "刘长顺", "mediator-1", vec![Role::Mediator, Role::MediationHead]),
        ("guanli", "系统管理员", "operator-1", vec![Role::Operator]),
    ];
    unit(COMMITTEE, Area::Mediation, people, |_, _| {}, jiefen_mediation::add_services).await
}

/// A chamber of commerce: 王会长 mediates and heads its mediation.
pub async fn chamber() -> Unit<MediationArea> {
    let roles = vec![Role::Mediator, Role::MediationHead];
    let people = [("wangshanghui", "王会长", "mediator-1", roles), operator()];
    let agency = "640122.industry_commerce_fed";
    unit(agency, Area::Mediation, people, |_, _| {}, jiefen_mediation::add_services).await
}

/// A lawyers' studio: 陈律师 mediates and heads it.
pub async fn studio() -> Unit<MediationArea> {
    let roles = vec![Role::Mediator, Role::MediationHead];
    let people = [("chenlvshi", "陈律师", "lawyer-1", roles), operator()];
    let agency = "640122.lawyer_studio";
    unit(agency, Area::Mediation, people, |_, _| {}, jiefen_mediation::add_services).await
}

/// A court: 韩法官 files, judges and presides.
pub async fn court() -> Unit<jiefen_court::CourtArea> {
    let roles = vec![Role::FilingClerk, Role::Judge, Role::CourtPresident];
    let people = [("han", "韩法官", "judge-1", roles), operator()];
    unit("640122.court", Area::Court, people, |_, _| {}, jiefen_court::add_services).await
}

/// A labour arbitration commission: 仲裁员 and director in one.
pub async fn commission() -> Unit<jiefen_arbitration::ArbitrationArea> {
    let roles = vec![Role::WindowClerk, Role::Arbitrator, Role::ArbitrationDirector];
    let people = [("zhou", "周仲裁", "arbitrator-1", roles), operator()];
    unit("640122.hrss", Area::Arbitration, people, |_, _| {}, jiefen_arbitration::add_services)
        .await
}

/// A petition office.
pub async fn petition_office() -> Unit<jiefen_petition::PetitionArea> {
    let roles = vec![Role::PetitionOfficer, Role::PetitionHead];
    let people = [("zhao", "赵接访", "officer-1", roles), operator()];
    unit("640122.petition_bureau", Area::Petition, people, |_, _| {}, jiefen_petition::add_services)
        .await
}

/// A reconsideration office.
pub async fn reconsideration_office() -> Unit<jiefen_administrative::AdministrativeArea> {
    let people =
        [("qian", "钱复议", "reviewer-1", vec![Role::Reviewer, Role::ReviewHead]), operator()];
    let agency = "640122.county_government_reconsideration";
    unit(agency, Area::Administrative, people, |_, _| {}, jiefen_administrative::add_services).await
}

fn operator() -> (&'static str, &'static str, &'static str, Vec<Role>) {
    ("guanli", "系统管理员", "operator-1", vec![Role::Operator])
}

async fn unit<A: jiefen_ledger::Area>(
    agency: &str,
    area: Area,
    people: [(&str, &str, &str, Vec<Role>); 2],
    change: impl FnOnce(&mut Config, &Path),
    add: impl FnOnce(&mut RoutesBuilder, App<A>),
) -> Unit<A> {
    let node = TestNode::<A>::start(agency, today()).await;
    let dir = tempfile::tempdir().unwrap();
    let (_, pkcs8) = SigningKey::generate().unwrap();
    let path = |name: &str| dir.path().join(name);
    std::fs::write(path("issuer.key"), pkcs8).unwrap();
    std::fs::write(path("cookie.key"), agency.repeat(4)).unwrap();
    for (login, name, person, roles) in people {
        let new = NewAccount {
            login: login.to_owned(),
            name: name.to_owned(),
            person: person.to_owned(),
            roles,
            password: PASSWORD.to_owned(),
            second_factor: false,
        };
        Accounts::add(&path("accounts.toml"), new).unwrap();
    }
    let issuer = Issuer::load(&AuthConfig::default(), path("issuer.key")).unwrap();
    let gate = Gate::with_keys(&AuthConfig::default(), node.ledger.agency(), &issuer.jwks());
    let closing = CancellationToken::new();
    let app = App { ledger: node.ledger.clone(), gate: Arc::new(gate.unwrap()) };
    let address = serve(app, &closing, add).await;
    let mut config = Config::of(node.ledger.agency());
    config.console.issuer_key_file = Some(path("issuer.key"));
    config.console.cookie_key_file = Some(path("cookie.key"));
    config.console.accounts_file = Some(path("accounts.toml"));
    change(&mut config, dir.path());
    let console = Console::new(&config, &[(area, address)]).unwrap();
    let address = format!("http://{address}");
    Unit { node, console, address, config, issuer, closing, _dir: dir }
}

async fn serve<A: jiefen_ledger::Area>(
    app: App<A>,
    closing: &CancellationToken,
    add: impl FnOnce(&mut RoutesBuilder, App<A>),
) -> SocketAddr {
    let mut routes = RoutesBuilder::default();
    routes.add_service(HandoffServiceServer::new(HandoffServer(app.clone())));
    routes.add_service(NodeServiceServer::new(NodeServer(app.clone())));
    let limits = MaterialLimits { bytes: 1024 * 1024, at_once: 2 };
    let materials = MaterialsServer::new(app.clone(), limits);
    routes.add_service(MaterialsServiceServer::new(materials));
    add(&mut routes, app);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let drain = closing.clone();
    drop(tokio::spawn(async move {
        let config = GrpcConfig::default();
        jiefen_platform::grpc::serve(listener, routes.routes(), &config, drain).await
    }));
    address
}
