//! A node: one process, one or more roles, each over its own database and its own bus account.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, anyhow};
use jiefen_bus::{Bus, ConnectOptions, ConsumeOptions, NatsBus, RelayOptions};
use jiefen_county::County;
use jiefen_ledger::serve::{App, HandoffServer, MaterialLimits, MaterialsServer, NodeServer};
use jiefen_ledger::{Area as LedgerArea, Identity, Ledger, Store};
use jiefen_papers::Printer;
use jiefen_platform::auth::Gate;
use jiefen_platform::clock::SharedClock;
use jiefen_platform::config::{Area, Config, RoleConfig};
use jiefen_platform::health::{Component, Readiness};
use jiefen_platform::keys::SigningKey;
use jiefen_platform::supervisor::Supervisor;
use jiefen_platform::trust::Trust;
use jiefen_platform::{BoxError, grpc, health, signals, telemetry};
use jiefen_proto::jiefen::documents::v1::documents_service_server::DocumentsServiceServer;
use jiefen_proto::jiefen::handoff::v1::handoff_service_server::HandoffServiceServer;
use jiefen_proto::jiefen::node::v1::materials_service_server::MaterialsServiceServer;
use jiefen_proto::jiefen::node::v1::node_service_server::NodeServiceServer;
use jiefen_terms::Law;
use jiefen_vocab::FactId;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tonic::service::RoutesBuilder;

use crate::cli::ServeRoles;
use crate::console::{self, Served};
use crate::county::BundleFault;
use crate::verbs::{load, text};
use crate::{Failure, county, roles, say};

/// How often clocks and offers that are due are looked for.
const SWEEP_EVERY: Duration = Duration::from_secs(1);

/// A role that runs.
pub struct Started {
    /// Which.
    pub area: Area,
    /// Where its gRPC server listens.
    pub address: SocketAddr,
}

/// What the roles of one process share while they start.
pub struct Starter<'a> {
    pub config: &'a Config,
    pub law: Arc<Law>,
    pub county: Option<Arc<County>>,
    pub clock: SharedClock,
    pub trust: Arc<Trust>,
    pub readiness: Readiness,
    pub supervisor: &'a mut Supervisor,
    pub printer: Arc<Printer>,
}

/// Runs the roles until the process is told to stop.
pub async fn run(verb: &ServeRoles) -> Result<(), Failure> {
    let config = load(&verb.from)?;
    let names: Vec<String> = verb.role.iter().map(ToString::to_string).collect();
    let service = names.join("+");
    let guard = telemetry::init(&config.telemetry, &service, &config.node.agency.to_string())
        .context("启动遥测 (starting telemetry)")?;
    let mut supervisor = Supervisor::new();
    let outcome = serve(verb, &config, &mut supervisor).await;
    let ended = match outcome {
        Ok(()) => {
            let grace = config.limits.drain();
            supervisor.run(signals::terminate(), grace).await.context("运行中断 (the node stopped)")
        }
        Err(failure) => {
            guard.shutdown().await;
            return Err(failure);
        }
    };
    guard.shutdown().await;
    Ok(ended?)
}

async fn serve(
    verb: &ServeRoles,
    config: &Config,
    supervisor: &mut Supervisor,
) -> Result<(), Failure> {
    let readiness = Readiness::new();
    let http = TcpListener::bind(config.http.listen)
        .await
        .with_context(|| format!("监听 {} (binding the health port)", config.http.listen))?;
    let http_address = http.local_addr().context("the health port")?;
    let trust = match &config.bus.trust_file {
        Some(file) => Trust::load(file).context("信任名单 (the trust file)")?,
        None => Trust::of(jiefen_platform::trust::Keys::new()),
    };
    let mut starter = Starter {
        config,
        law: Arc::new(local_law(config)?),
        county: county::load(&config.county)
            .map_err(|fault| Failure::Config { faults: vec![fault.to_string()] })?,
        clock: config.clock.source.clock(),
        trust: Arc::new(trust),
        readiness: readiness.clone(),
        supervisor,
        printer: Printer::new(&config.documents),
    };
    let mut started = Vec::new();
    let areas = verb.role.iter().filter_map(|served| match served {
        Served::Area(area) => Some(*area),
        Served::Console => None,
    });
    for area in areas {
        started.push(roles::start(area, &mut starter).await.map_err(not_started)?);
    }
    // The pages come last: they find the services of the same process.
    let pages = match verb.role.contains(&Served::Console) {
        true => Some(console::start(&mut starter, &started).await?.to_string()),
        false => None,
    };
    let drain = supervisor.drain();
    supervisor.spawn("http", async move {
        health::serve(http, readiness, drain).await.map_err(BoxError::from)
    });
    let ports: Vec<_> = started
        .iter()
        .map(|role| serde_json::json!({"role": role.area.to_string(), "grpc": role.address.to_string()}))
        .collect();
    // One line on standard output says where the node listens; scripts and the demonstration wait for it.
    say(&serde_json::json!({"listening": ports, "http": http_address.to_string(), "console": pages})
        .to_string())
}

/// A bundle that is older than the one seen is a mistake of the configuration, everything else may pass.
fn not_started(error: anyhow::Error) -> Failure {
    match error.downcast_ref::<BundleFault>() {
        Some(fault) => Failure::Config { faults: vec![fault.to_string()] },
        None => Failure::Unavailable(error),
    }
}

fn local_law(config: &Config) -> Result<Law, Failure> {
    let Some(file) = &config.local.rules_file else {
        return Ok(Law::shipped().clone());
    };
    let text = text::read(file, "reading the local limits")?;
    let refused = |faults: Vec<jiefen_terms::Fault>| Failure::Config {
        faults: faults.iter().map(ToString::to_string).collect(),
    };
    let law = Law::with_local(&text).map_err(refused)?;
    let faults = jiefen_intake::threshold_faults(&law);
    if faults.is_empty() { Ok(law) } else { Err(refused(faults)) }
}

impl Starter<'_> {
    /// Starts one role.
    ///
    /// # Errors
    /// Its database, key or bus cannot be used; the error says which and why.
    pub async fn start<A: LedgerArea>(
        &mut self,
        area: Area,
        add: impl FnOnce(&mut RoutesBuilder, App<A>),
    ) -> Result<Started, anyhow::Error> {
        self.start_with(area, add, |_| std::future::ready(Ok(()))).await
    }

    /// Starts one role that puts something into its database before anybody is served.
    ///
    /// # Errors
    /// As [`Starter::start`]; and what comes first cannot be done.
    pub async fn start_with<A: LedgerArea, F>(
        &mut self,
        area: Area,
        add: impl FnOnce(&mut RoutesBuilder, App<A>),
        first: impl FnOnce(Ledger<A>) -> F,
    ) -> Result<Started, anyhow::Error>
    where
        F: Future<Output = Result<(), anyhow::Error>>,
    {
        let role = self.config.role(area).map_err(|fault| anyhow!("{fault}"))?.clone();
        let store = self.database(area, &role).await?;
        roles::built::<A>(area, &store, false).await?;
        if let Some(clock) = self.clock.demo()
            && let Some(now) = store.demo_clock().await.context("演示时钟 (the clock)")?
        {
            clock.set(now);
        }
        self.county(area, &store).await?;
        let identity = self.identity(&role)?;
        let queue = usize::try_from(self.config.limits.queue).unwrap_or(usize::MAX);
        let (ledger, writer, stop) = Ledger::<A>::new(store, identity, queue);
        self.writer(area, writer, stop);
        first(ledger.clone()).await.with_context(|| format!("{area}：初始数据 (first data)"))?;
        let address = self.grpc(area, &role, &ledger, add).await?;
        self.bus(area, &role, &ledger).await?;
        self.sweeper(area, &ledger);
        tracing::info!(role = %area, agency = %role.agency, %address, "role started");
        Ok(Started { area, address })
    }

    async fn database(&self, area: Area, role: &RoleConfig) -> Result<Store, anyhow::Error> {
        let url = role.read_database_url().map_err(|fault| anyhow!("{fault}"))?;
        let store = Store::open(url.reveal())
            .await
            .with_context(|| format!("{area}：连接数据库 (opening the database)"))?;
        store.migrate().await.with_context(|| format!("{area}：建表升级 (migrating)"))?;
        self.readiness.component(&format!("{area}.database")).up();
        Ok(store)
    }

    /// A node never works with an older county than before.
    async fn county(&self, area: Area, store: &Store) -> Result<(), anyhow::Error> {
        let Some(county) = &self.county else {
            tracing::info!(role = %area, "no county.bundle_file: the other units' powers are unknown");
            return Ok(());
        };
        let (registry, version) = (county.signed_by(), county.version());
        let seen = store.see_county(registry, version).await;
        let seen =
            seen.with_context(|| format!("{area}：县情数据的版本 (the county's version)"))?;
        county::not_older(county, Some(seen))?;
        tracing::info!(role = %area, version, valid_from = %county.valid_from(), "the county is known");
        Ok(())
    }

    fn identity(&self, role: &RoleConfig) -> Result<Identity, anyhow::Error> {
        let file =
            role.key_file.as_ref().context("缺少 key_file (no signing key is configured)")?;
        let key = SigningKey::load(file).context("签名密钥 (the signing key)")?;
        Ok(Identity {
            me: role.agency,
            centre: role.superior,
            key: Arc::new(key),
            law: self.law.clone(),
            county: self.county.clone(),
            clock: self.clock.clone(),
            ids: Arc::new(|| FactId::from_bits(uuid::Uuid::now_v7().as_u128())),
            readers: role.readers.to_vec(),
            batch_max: usize::try_from(self.config.limits.batch_max).unwrap_or(usize::MAX),
        })
    }

    /// The writer ends last: what was accepted before the drain is still carried out.
    fn writer(
        &mut self,
        area: Area,
        writer: impl Future<Output = ()> + Send + 'static,
        stop: CancellationToken,
    ) {
        let drain = self.supervisor.drain();
        self.supervisor.spawn(format!("{area}.writer"), async move {
            let ending = async {
                drain.cancelled().await;
                stop.cancel();
            };
            let ((), ()) = tokio::join!(writer, ending);
            Ok(())
        });
    }

    async fn grpc<A: LedgerArea>(
        &mut self,
        area: Area,
        role: &RoleConfig,
        ledger: &Ledger<A>,
        add: impl FnOnce(&mut RoutesBuilder, App<A>),
    ) -> Result<SocketAddr, anyhow::Error> {
        let gate = Gate::new(&self.config.auth, role.agency).context("令牌 (staff tokens)")?;
        let app = App { ledger: ledger.clone(), gate: Arc::new(gate) };
        let mut routes = RoutesBuilder::default();
        let limit = self.config.grpc.max_message_bytes();
        let handoff = HandoffServiceServer::new(HandoffServer(app.clone()));
        let node = NodeServiceServer::new(NodeServer(app.clone()));
        routes.add_service(handoff.max_decoding_message_size(limit));
        routes.add_service(node.max_decoding_message_size(limit));
        let papers = jiefen_papers::Server { app: app.clone(), printer: self.printer.clone() };
        let papers = DocumentsServiceServer::new(papers);
        routes.add_service(papers.max_decoding_message_size(limit));
        let limits = MaterialLimits {
            bytes: self.config.grpc.max_upload_bytes(),
            at_once: usize::try_from(self.config.limits.uploads).unwrap_or(usize::MAX),
        };
        let materials = MaterialsServiceServer::new(MaterialsServer::new(app.clone(), limits));
        routes.add_service(materials.max_decoding_message_size(limit));
        add(&mut routes, app);
        let routes = grpc::with_reflection(
            routes.routes(),
            &self.config.grpc,
            jiefen_proto::DESCRIPTORS,
            &[
                "jiefen.handoff.v1.HandoffService",
                "jiefen.node.v1.NodeService",
                "jiefen.node.v1.MaterialsService",
                "jiefen.documents.v1.DocumentsService",
            ],
        )?;
        let listener = TcpListener::bind(role.listen)
            .await
            .with_context(|| format!("{area}：监听 {} (binding the gRPC port)", role.listen))?;
        let address = listener.local_addr()?;
        let (config, readiness) = (self.config.grpc.clone(), self.readiness.clone());
        let drain = self.supervisor.drain();
        self.supervisor.spawn(format!("{area}.grpc"), async move {
            grpc::serve_watching(listener, routes, &config, &readiness, drain)
                .await
                .map_err(BoxError::from)
        });
        Ok(address)
    }

    /// The relay, the consumer, and at the registry the keeping of the streams.
    async fn bus<A: LedgerArea>(
        &mut self,
        area: Area,
        role: &RoleConfig,
        ledger: &Ledger<A>,
    ) -> Result<(), anyhow::Error> {
        let bus =
            connect(self.config, role).await.with_context(|| format!("{area}：总线 (the bus)"))?;
        let component = self.readiness.component(&format!("{area}.bus"));
        let drain = self.supervisor.drain();
        let watched = bus.clone();
        self.supervisor.spawn(format!("{area}.bus"), watch(watched, component, drain));
        let shared: Arc<dyn Bus> = Arc::new(bus.clone());
        let resend_after = self.config.bus.resend();
        let options = RelayOptions { resend_after, ..RelayOptions::default() };
        let drain = self.supervisor.drain();
        let relay = jiefen_bus::relay(
            ledger.clone(),
            shared.clone(),
            role.readers.to_vec(),
            options,
            drain,
        );
        self.supervisor
            .spawn(format!("{area}.relay"), async move { relay.await.map_err(BoxError::from) });
        let drain = self.supervisor.drain();
        let feeds = jiefen_bus::feeds::<A>(role.agency);
        let reconcile = self.config.bus.reconcile();
        let options = ConsumeOptions { reconcile, ..ConsumeOptions::default() };
        let consumer =
            jiefen_bus::consume(ledger.clone(), shared, self.trust.clone(), feeds, options, drain);
        self.supervisor.spawn(format!("{area}.consumer"), async move {
            consumer.await.map_err(BoxError::from)
        });
        if area == Area::Registry {
            let (trust, drain) = (self.trust.clone(), self.supervisor.drain());
            self.supervisor.spawn("registry.streams", keep_streams(bus, trust, drain));
        }
        Ok(())
    }

    /// Deadlines are rows: the sweeper looks at them again and again and is itself the retry. A
    /// demonstration's clock is moved by hand, so there the sweep is asked for by hand too.
    fn sweeper<A: LedgerArea>(&mut self, area: Area, ledger: &Ledger<A>) {
        let (ledger, drain) = (ledger.clone(), self.supervisor.drain());
        let by_hand = self.clock.is_demo();
        let component = self.readiness.component(&format!("{area}.deadlines"));
        self.supervisor.spawn(format!("{area}.deadlines"), async move {
            component.up();
            loop {
                tokio::select! {
                    () = drain.cancelled() => return Ok(()),
                    () = tokio::time::sleep(SWEEP_EVERY) => {}
                }
                if !by_hand {
                    sweep(&ledger, &component).await;
                }
            }
        });
    }
}

async fn sweep<A: LedgerArea>(ledger: &Ledger<A>, component: &Component) {
    match ledger.sweep().await {
        Ok(0) => component.up(),
        Ok(count) => {
            component.up();
            tracing::info!(count, "deadlines took their effect");
        }
        Err(error) => {
            component.down("期限检查失败 (the deadlines cannot be checked)");
            tracing::error!(%error, "the deadlines cannot be checked");
        }
    }
}

/// The connection of a role to the bus.
///
/// # Errors
/// The settings cannot be used, or the server is too old.
pub async fn connect(config: &Config, role: &RoleConfig) -> Result<NatsBus, anyhow::Error> {
    let password = role.read_nats_password().map_err(|fault| anyhow!("{fault}"))?;
    let mut options = ConnectOptions::new(config.bus.url.clone(), role.agency);
    options.user.clone_from(&role.nats_user);
    options.password = password;
    options.ca_file.clone_from(&config.bus.tls_ca_file);
    let identity = (config.bus.tls_cert_file.clone(), config.bus.tls_key_file.clone());
    options.identity_files = identity.0.zip(identity.1);
    options.streams.replicas = usize::try_from(config.bus.stream_replicas).unwrap_or(1);
    Ok(jiefen_bus::connect(options).await?)
}

/// How often the connection's state is looked at for `/readyz`.
const WATCH_EVERY: Duration = Duration::from_secs(1);

async fn watch(
    bus: NatsBus,
    component: Component,
    drain: CancellationToken,
) -> Result<(), BoxError> {
    loop {
        match bus.ready() {
            Ok(()) => component.up(),
            Err(fault) => component.down(fault.to_string()),
        }
        tokio::select! {
            () = drain.cancelled() => return Ok(()),
            () = tokio::time::sleep(WATCH_EVERY) => {}
        }
    }
}

/// Only the registry's account makes streams; it looks again and again, so that a hub that has lost its
/// disk gets them back.
async fn keep_streams(
    bus: NatsBus,
    trust: Arc<Trust>,
    drain: CancellationToken,
) -> Result<(), BoxError> {
    loop {
        let agencies: Vec<_> = trust.keys().keys().copied().collect();
        if let Err(fault) = bus.make_streams(&agencies).await {
            tracing::warn!(%fault, "the streams could not be made; trying again");
        }
        tokio::select! {
            () = drain.cancelled() => return Ok(()),
            () = tokio::time::sleep(WATCH_EVERY) => {}
        }
    }
}
