//! The pages that staff and citizens use: HTML over HTTP, gRPC to the services of the node, no state of its own.
//!
//! A page is one module under `pages` with its templates beside the others in `templates/`: it reads the form that
//! [`guard`] has let through, asks the services by [`lines`], and shows an askama template over `base.html`. Whatever
//! a page changes is a `<form method="post">` with an `action`; htmx makes it quicker, never possible.

mod accounts;
mod assets;
mod attempts;
mod client;
mod errors;
mod form;
mod guard;
mod layout;
mod lines;
mod live;
mod oidc;
mod pages;
mod reach;
mod returned;
mod session;
mod sheet;
mod today;
mod told;
mod uploads;
mod words;

use std::sync::Arc;
use std::time::Duration;

use jiefen_platform::auth::{IssueFault, Issuer};
use jiefen_platform::config::{Config, ConfigFault};
use jiefen_platform::keys::KeyFault;
use jiefen_platform::tls::TlsFault;
use jiefen_vocab::Agency;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

pub use accounts::{Account, Accounts, AccountsFault, NewAccount, hash};
pub use guard::router;
pub use layout::know;
pub use reach::{Reach, reached};

use attempts::Attempts;
use lines::Lines;
use live::Streams;
use oidc::Oidc;
use session::Seal;
use today::Today;
use uploads::Uploads;

/// Why the pages cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum ConsoleFault {
    /// The configuration lacks something.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Config(Vec<ConfigFault>),
    /// The key of the local accounts cannot be used.
    #[error("签发令牌的密钥 (the key of the local accounts)")]
    Issuer(#[from] KeyFault),
    /// The accounts cannot be read.
    #[error("本地账号 (the local accounts)")]
    Accounts(#[from] AccountsFault),
    /// TLS towards the services cannot be set up.
    #[error("连接各业务的TLS (TLS towards the services)")]
    Tls(#[from] TlsFault),
    /// An address of a service is none.
    #[error("{area} 的服务地址 (the address of a service)")]
    Address {
        /// Which service.
        area: jiefen_platform::config::Area,
        /// Why.
        #[source]
        source: tonic::transport::Error,
    },
    /// No token can be signed.
    #[error("令牌 (a token)")]
    Token(#[from] IssueFault),
    /// The HTTP server failed.
    #[error("网页服务中断 (the HTTP server failed)")]
    Http(#[from] std::io::Error),
}

/// The pages of one node. Cheap to clone.
#[derive(Clone)]
pub struct Console(Arc<Inner>);

/// What every page may use.
pub struct Inner {
    /// Whose node it is.
    agency: Agency,
    /// Its name, Chinese.
    name: String,
    seal: Seal,
    issuer: Issuer,
    accounts: std::path::PathBuf,
    lines: Lines,
    session: Duration,
    attempts: Attempts,
    oidc: Option<Oidc>,
    today: Today,
    streams: Streams,
    uploads: Uploads,
}

impl std::ops::Deref for Console {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Console {
    /// The pages of a configuration. `own`: the services of the same process, which need no address.
    ///
    /// # Errors
    /// A secret, the accounts or an address cannot be used; the error says which.
    pub fn new(
        config: &Config,
        own: &[(jiefen_platform::config::Area, std::net::SocketAddr)],
    ) -> Result<Console, ConsoleFault> {
        let section = &config.console;
        let (Some(issuer), Some(accounts)) = (&section.issuer_key_file, &section.accounts_file)
        else {
            return Err(ConsoleFault::Config(section.faults()));
        };
        let secret = section.read_cookie_key();
        let secret = secret.map_err(|fault| ConsoleFault::Config(vec![fault]))?;
        Accounts::load(accounts)?;
        let oidc = Oidc::new(&section.oidc);
        let oidc = oidc.map_err(|fault| ConsoleFault::Config(vec![fault]))?;
        let agency = config.node.agency;
        Ok(Console(Arc::new(Inner {
            agency,
            name: layout::agency_name(&agency.to_string()),
            seal: Seal::new(&secret),
            issuer: Issuer::load(&config.auth, issuer)?,
            accounts: accounts.clone(),
            lines: Lines::new(config, own)?,
            session: section.session(),
            attempts: Attempts::new(),
            oidc,
            today: Today::new(config.clock.source),
            streams: Streams::new(),
            uploads: Uploads::new(config),
        })))
    }
}

/// Serves the pages until the drain.
///
/// # Errors
/// The HTTP server failed.
pub async fn serve(
    listener: TcpListener,
    console: Console,
    drain: CancellationToken,
) -> Result<(), ConsoleFault> {
    let streams = console.streams.clone();
    let pages = router(console).into_make_service_with_connect_info::<std::net::SocketAddr>();
    let closing = async move {
        drain.cancelled().await;
        streams.close();
    };
    axum::serve(listener, pages).with_graceful_shutdown(closing).await?;
    Ok(())
}
