//! One village's mediation committee: its database, its services, its pages, a mediation that both parties agreed to.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use jiefen_console::{Accounts, Console};
use jiefen_ledger::serve::{App, HandoffServer, NodeServer};
use jiefen_ledger::testing::TestNode;
use jiefen_mediation::MediationArea;
use jiefen_platform::auth::{Gate, Issuer};
use jiefen_platform::clock::ClockSource;
use jiefen_platform::config::{Area, Config, ConsoleConfig};
use jiefen_platform::keys;
use jiefen_procedure::Brief;
use jiefen_proto::jiefen::common::v1::{CommandHead, Date as Day};
use jiefen_proto::jiefen::handoff::v1::handoff_service_server::HandoffServiceServer;
use jiefen_proto::jiefen::mediation::v1 as pb;
use jiefen_proto::jiefen::mediation::v1::mediation_service_client::MediationServiceClient;
use jiefen_proto::jiefen::mediation::v1::times_service_client::TimesServiceClient;
use jiefen_proto::jiefen::node::v1::node_service_server::NodeServiceServer;
use jiefen_vocab::Role;
use jiefen_vocab::receipt::Receipt;
use jiff::civil::Date;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tonic::Request;
use tonic::service::RoutesBuilder;
use tonic::transport::{Channel, Endpoint};

const OFFERING: &str = "640122101203.village_mediation";

/// A committee that mediates; dropping it closes it.
pub struct Offering {
    /// Where the pages are, `http://localhost:…`.
    pub pages: String,
    /// The code on the parties' receipts.
    pub code: String,
    case: String,
    issuer: Issuer,
    services: Channel,
    closing: CancellationToken,
    _node: TestNode<MediationArea>,
    _dir: TempDir,
}

impl Offering {
    /// Opens a committee on the day `today`; `brief` has come to it, and both parties agree to mediation.
    ///
    /// # Errors
    /// A key or a port cannot be had, or a step is refused.
    pub async fn open(today: Date, brief: &Brief, from: &str) -> Result<Offering> {
        let dir = tempfile::tempdir()?;
        let mut node = TestNode::<MediationArea>::start(OFFERING, today).await;
        node.hand_over(from, brief, jiefen_handoff::Mode::Delegate, Role::Mediator).await;
        let mut config = Config::of(OFFERING.parse()?);
        config.clock.source = ClockSource::Demo;
        let (issuer, pkcs8) = Issuer::generate(&config.auth)?;
        keys::save(dir.path().join("issuer.key"), &pkcs8)?;
        std::fs::write(dir.path().join("cookie.key"), "a secret of one test, long enough to seal")?;
        std::fs::write(dir.path().join("accounts.toml"), "")?;
        Accounts::load(&dir.path().join("accounts.toml"))?;
        config.console = ConsoleConfig {
            cookie_key_file: Some(dir.path().join("cookie.key")),
            issuer_key_file: Some(dir.path().join("issuer.key")),
            accounts_file: Some(dir.path().join("accounts.toml")),
            ..ConsoleConfig::default()
        };
        let closing = CancellationToken::new();
        let gate = Gate::with_keys(&config.auth, OFFERING.parse()?, &issuer.jwks())?;
        let app = App { ledger: node.ledger.clone(), gate: Arc::new(gate) };
        let mut routes = RoutesBuilder::default();
        routes.add_service(HandoffServiceServer::new(HandoffServer(app.clone())));
        routes.add_service(NodeServiceServer::new(NodeServer(app.clone())));
        jiefen_mediation::add_services(&mut routes, app);
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let at = listener.local_addr()?;
        let (grpc, drain) = (config.grpc.clone(), closing.clone());
        drop(tokio::spawn(async move {
            jiefen_platform::grpc::serve(listener, routes.routes(), &grpc, drain).await
        }));
        let console = Console::new(&config, &[(Area::Mediation, at)])?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let pages = format!("http://localhost:{}", listener.local_addr()?.port());
        drop(tokio::spawn(jiefen_console::serve(listener, console, closing.clone())));
        let services = Endpoint::from_shared(format!("http://{at}"))?.connect_lazy();
        let code = Receipt::of(brief.dispute).to_string();
        let case =
            jiefen_mediation::case_id(brief.dispute, jiefen_mediation::Kind::PeopleMediation, 1);
        let case = format!("cases/{case}");
        let (_node, _dir) = (node, dir);
        let committee = Offering { pages, code, case, issuer, services, closing, _node, _dir };
        committee.begin(day(today)).await?;
        Ok(committee)
    }

    fn by<M>(&self, message: M) -> Result<Request<M>> {
        let hour = Duration::from_secs(3600);
        let token = self.issuer.token("mediator-1", OFFERING.parse()?, &[Role::Mediator], hour)?;
        let mut call = Request::new(message);
        let value = format!("Bearer {token}").parse().context("a token is text")?;
        call.metadata_mut().insert("authorization", value);
        Ok(call)
    }

    fn head(&self, id: &str) -> Option<CommandHead> {
        let (name, request_id) = (self.case.clone(), id.to_owned());
        Some(CommandHead { name, request_id, ..CommandHead::default() })
    }

    async fn begin(&self, on: Option<Day>) -> Result<()> {
        let mut talks = MediationServiceClient::new(self.services.clone());
        for party in [1, 2] {
            let (head, how) = (self.head(&format!("consent-{party}")), "phone".to_owned());
            let consent = pb::GiveConsentRequest { head, party, on, how };
            talks.give_consent(self.by(consent)?).await?;
        }
        let accept = pb::AcceptRequest {
            head: self.head("accept"),
            on,
            mediator: "mediator-1".to_owned(),
            rights_told: true,
            not_handled_elsewhere: true,
            ..pb::AcceptRequest::default()
        };
        talks.accept(self.by(accept)?).await?;
        Ok(())
    }

    /// The mediator offers two times.
    ///
    /// # Errors
    /// They are refused.
    pub async fn offers(&self, days: [Date; 2]) -> Result<()> {
        let slot = |(on, at): (Date, &str)| pb::Slot {
            no: 0,
            on: day(on),
            at: at.to_owned(),
            place: "新平村议事厅".to_owned(),
            mode: "together".to_owned(),
        };
        let [first, second] = days;
        let slots = [(first, "09:30"), (second, "14:30")].into_iter().map(slot).collect();
        let message = pb::OfferSlotsRequest { head: self.head("offer"), slots };
        TimesServiceClient::new(self.services.clone()).offer_slots(self.by(message)?).await?;
        Ok(())
    }

    /// The other party says by telephone that the second time suits.
    ///
    /// # Errors
    /// It is refused.
    pub async fn other_chooses(&self) -> Result<()> {
        let head = self.head("choose-2");
        let message = pb::ChooseSlotsRequest { head, party: 2, picked: vec![2] };
        TimesServiceClient::new(self.services.clone()).choose_slots(self.by(message)?).await?;
        Ok(())
    }
}

fn day(date: Date) -> Option<Day> {
    Some(Day { year: date.year().into(), month: date.month().into(), day: date.day().into() })
}

impl Drop for Offering {
    fn drop(&mut self) {
        self.closing.cancel();
    }
}
