//! The configuration of a node: one schema, four layers, every mistake at once.
//!
//! Defaults < TOML file < environment (`JIEFEN__SECTION__KEY`) < overrides given as flags.
//! WHEN ADDING A KEY: the struct here, its default, its line in `keys.rs`.

mod console;
mod fault;
mod keys;
mod kinds;
mod load;
mod oidc;
mod relations;
mod show;

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use jiefen_vocab::Agency;
use serde::{Deserialize, Serialize};

pub use console::ConsoleConfig;
pub use fault::ConfigFault;
pub use keys::{KEYS, KeyDoc};
pub use kinds::{Agencies, Area, LogFormat, Secret, UnknownArea};
pub use load::LoadFrom;
pub use oidc::{NoPost, OidcConfig, PostOf};

use crate::clock::ClockSource;
use crate::keys::PublicKey;

/// The whole configuration of one process.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Whose node this is.
    pub node: NodeConfig,
    /// One section for each area this process may serve.
    #[serde(default)]
    pub roles: BTreeMap<Area, RoleConfig>,
    /// The message bus.
    #[serde(default)]
    pub bus: BusConfig,
    /// The plaintext port for health and metrics.
    #[serde(default)]
    pub http: HttpConfig,
    /// The gRPC server.
    #[serde(default)]
    pub grpc: GrpcConfig,
    /// The tokens of the staff.
    #[serde(default)]
    pub auth: AuthConfig,
    /// Logs, traces and metrics.
    #[serde(default)]
    pub telemetry: TelemetryConfig,
    /// The clock.
    #[serde(default)]
    pub clock: ClockConfig,
    /// Sizes and patience.
    #[serde(default)]
    pub limits: LimitsConfig,
    /// The county's own rules.
    #[serde(default)]
    pub local: LocalConfig,
    /// The county's units and their powers.
    #[serde(default)]
    pub county: CountyConfig,
    /// The pages for people.
    #[serde(default)]
    pub console: ConsoleConfig,
    /// Official papers.
    #[serde(default)]
    pub documents: DocumentsConfig,
    /// Where each given key came from, for `print`.
    #[serde(skip)]
    origins: BTreeMap<String, String>,
}

impl Config {
    /// The defaults for a node of this agency, serving nothing yet.
    pub fn of(agency: Agency) -> Config {
        Config {
            node: NodeConfig { agency, name: default_name() },
            roles: BTreeMap::new(),
            bus: BusConfig::default(),
            http: HttpConfig::default(),
            grpc: GrpcConfig::default(),
            auth: AuthConfig::default(),
            telemetry: TelemetryConfig::default(),
            clock: ClockConfig::default(),
            limits: LimitsConfig::default(),
            local: LocalConfig::default(),
            county: CountyConfig::default(),
            console: ConsoleConfig::default(),
            documents: DocumentsConfig::default(),
            origins: BTreeMap::new(),
        }
    }
}

/// Whose node this is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NodeConfig {
    /// The agency that runs the process.
    pub agency: Agency,
    /// What people call this node in logs and dashboards.
    #[serde(default = "default_name")]
    pub name: String,
}

fn default_name() -> String {
    "jiefen".to_owned()
}

/// One area served by this process: its agency, database, key and bus account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleConfig {
    /// The agency that acts in this area; the node's agency when not given.
    pub agency: Agency,
    /// `postgres://…` or `sqlite:…`.
    #[serde(default)]
    pub database_url: Option<Secret>,
    /// The same, in a file.
    #[serde(default)]
    pub database_url_file: Option<PathBuf>,
    /// The agency's Ed25519 private key.
    #[serde(default)]
    pub key_file: Option<PathBuf>,
    /// The bus account.
    #[serde(default)]
    pub nats_user: Option<String>,
    /// Its password, in a file.
    #[serde(default)]
    pub nats_password_file: Option<PathBuf>,
    /// Where the gRPC server listens.
    #[serde(default = "loopback")]
    pub listen: SocketAddr,
    /// The centre that designates and to which disputes are escalated.
    #[serde(default)]
    pub superior: Option<Agency>,
    /// The agencies below, to which it may designate.
    #[serde(default)]
    pub subordinates: Agencies,
    /// The agencies that must receipt its events for everybody.
    #[serde(default)]
    pub readers: Agencies,
}

/// Port 0: the system chooses, and the process says which.
fn loopback() -> SocketAddr {
    SocketAddr::from((Ipv4Addr::LOCALHOST, 0))
}

impl RoleConfig {
    /// A section with every default.
    pub fn new(agency: Agency) -> RoleConfig {
        RoleConfig {
            agency,
            database_url: None,
            database_url_file: None,
            key_file: None,
            nats_user: None,
            nats_password_file: None,
            listen: loopback(),
            superior: None,
            subordinates: Agencies::default(),
            readers: Agencies::default(),
        }
    }
}

/// The message bus.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BusConfig {
    /// The hub.
    pub url: String,
    /// The public keys of every agency.
    pub trust_file: Option<PathBuf>,
    /// How many servers keep each stream.
    pub stream_replicas: u32,
    /// How long a sent message may be without a receipt before it is sent again.
    pub resend_s: u32,
    /// How often the receipts of all senders are said again.
    pub reconcile_s: u32,
    /// The authority that signed the hub's certificate.
    pub tls_ca_file: Option<PathBuf>,
    /// This node's certificate for the hub.
    pub tls_cert_file: Option<PathBuf>,
    /// Its private key.
    pub tls_key_file: Option<PathBuf>,
}

impl Default for BusConfig {
    fn default() -> BusConfig {
        BusConfig {
            url: "nats://127.0.0.1:4222".to_owned(),
            trust_file: None,
            stream_replicas: 1,
            resend_s: 30,
            reconcile_s: 30,
            tls_ca_file: None,
            tls_cert_file: None,
            tls_key_file: None,
        }
    }
}

impl BusConfig {
    /// How long a sent message may be without a receipt before it is sent again.
    pub fn resend(&self) -> Duration {
        Duration::from_secs(self.resend_s.into())
    }

    /// How often the receipts of all senders are said again.
    pub fn reconcile(&self) -> Duration {
        Duration::from_secs(self.reconcile_s.into())
    }
}

/// The plaintext port for health and metrics.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct HttpConfig {
    /// Where it listens.
    pub listen: SocketAddr,
}

impl Default for HttpConfig {
    fn default() -> HttpConfig {
        HttpConfig { listen: loopback() }
    }
}

/// The gRPC server.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct GrpcConfig {
    /// The server's certificate chain, PEM.
    pub tls_cert_file: Option<PathBuf>,
    /// Its private key, PEM.
    pub tls_key_file: Option<PathBuf>,
    /// The authority whose clients are let in (mutual TLS).
    pub client_ca_file: Option<PathBuf>,
    /// The longest request.
    pub max_message_kib: u32,
    /// The longest paper that is uploaded in parts.
    pub max_upload_kib: u32,
    /// How long an upload may take.
    pub upload_timeout_ms: u32,
    /// How many requests run at once; more are refused, not queued.
    pub concurrency: u32,
    /// How long a request may run.
    pub timeout_ms: u32,
    /// Whether the server describes its services (development).
    pub reflection: bool,
}

impl Default for GrpcConfig {
    fn default() -> GrpcConfig {
        GrpcConfig {
            tls_cert_file: None,
            tls_key_file: None,
            client_ca_file: None,
            max_message_kib: 1024, // the longest command, a batch import of 500 rows, is about 400 KiB
            max_upload_kib: 20_480,
            upload_timeout_ms: 300_000, // 20 MiB over a township's line of 1 Mbit/s
            concurrency: 256,
            timeout_ms: 15_000,
            reflection: false,
        }
    }
}

impl GrpcConfig {
    /// The longest request in bytes.
    pub fn max_message_bytes(&self) -> usize {
        usize::try_from(self.max_message_kib).unwrap_or(usize::MAX).saturating_mul(1024)
    }

    /// The longest paper that is uploaded in parts, in bytes.
    pub fn max_upload_bytes(&self) -> usize {
        usize::try_from(self.max_upload_kib).unwrap_or(usize::MAX).saturating_mul(1024)
    }

    /// How long an upload may take.
    pub fn upload_timeout(&self) -> Duration {
        Duration::from_millis(self.upload_timeout_ms.into())
    }

    /// How long a request may run.
    pub fn timeout(&self) -> Duration {
        Duration::from_millis(self.timeout_ms.into())
    }
}

/// The tokens of the staff.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AuthConfig {
    /// Who issues tokens (`iss`).
    pub issuer: String,
    /// For whom they are meant (`aud`).
    pub audience: String,
    /// The issuer's Ed25519 public keys as a JWK set.
    pub public_key_file: Option<PathBuf>,
    /// How far the issuer's clock may be off.
    pub leeway_s: u32,
}

impl Default for AuthConfig {
    fn default() -> AuthConfig {
        AuthConfig {
            issuer: "https://issuer.jiefen.local".to_owned(),
            audience: "jiefen".to_owned(),
            public_key_file: None,
            leeway_s: 30,
        }
    }
}

/// Logs, traces and metrics.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TelemetryConfig {
    /// An OTLP collector over gRPC; none: nothing is sent.
    pub otlp_endpoint: Option<String>,
    /// A level, or directives such as `info,sqlx=warn`.
    pub log_level: String,
    /// How log lines look.
    pub log_format: LogFormat,
    /// `service.namespace` of every trace and metric.
    pub service_namespace: String,
}

impl Default for TelemetryConfig {
    fn default() -> TelemetryConfig {
        TelemetryConfig {
            otlp_endpoint: None,
            log_level: "info".to_owned(),
            log_format: LogFormat::Json,
            service_namespace: "jiefen".to_owned(),
        }
    }
}

/// The clock.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ClockConfig {
    /// Where the time comes from.
    pub source: ClockSource,
}

/// Sizes and patience.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LimitsConfig {
    /// How many messages wait inside the process.
    pub queue: u32,
    /// How many rows one batch takes.
    pub batch_max: u32,
    /// How long a call of this process to another may take.
    pub request_ms: u32,
    /// How long running work may take to end at a stop.
    pub drain_s: u32,
    /// How many uploads are taken in at once; each is held in memory until its hash is checked.
    pub uploads: u32,
    /// How long a draft is kept after its last saving.
    pub draft_days: u32,
}

impl Default for LimitsConfig {
    fn default() -> LimitsConfig {
        LimitsConfig {
            queue: 256,
            batch_max: 100,
            request_ms: 10_000,
            drain_s: 20,
            uploads: 4,
            draft_days: 30,
        }
    }
}

impl LimitsConfig {
    /// How long a call of this process to another may take.
    pub fn request(&self) -> Duration {
        Duration::from_millis(self.request_ms.into())
    }

    /// How long running work may take to end at a stop.
    pub fn drain(&self) -> Duration {
        Duration::from_secs(self.drain_s.into())
    }
}

/// The county's own rules.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LocalConfig {
    /// Local time limits: only shorter ones are accepted.
    pub rules_file: Option<PathBuf>,
}

/// The county's units and their powers, as the registry signs them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CountyConfig {
    /// The registry's bundle; none: this node does not know the other units' powers.
    pub bundle_file: Option<PathBuf>,
    /// The public key by which it must be signed.
    pub registry_key: Option<PublicKey>,
}

/// How official papers are printed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DocumentsConfig {
    /// The folder of the fonts, with those below it.
    pub fonts: PathBuf,
    /// How many papers are printed at once; each takes one processor for some tens of milliseconds.
    pub presses: u32,
    /// Where anybody checks a code, `https://jf.example.cn/v/`: the code is appended in the square on the paper. None: the
    /// square holds the code alone.
    pub verify: Option<String>,
    /// 机关代字, with which the unit's numbers begin; none: the name of its region.
    pub mark: Option<String>,
}

impl Default for DocumentsConfig {
    fn default() -> DocumentsConfig {
        DocumentsConfig {
            fonts: PathBuf::from("/usr/share/fonts"),
            presses: 2,
            verify: None,
            mark: None,
        }
    }
}

#[cfg(test)]
mod tests;
