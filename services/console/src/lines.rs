//! The lines to the services of the node: gRPC, and nothing but.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::Duration;

use http::StatusCode;
use jiefen_platform::config::{Area, Config};
use jiefen_platform::tls;
use tonic::Request;
use tonic::transport::{Channel, Endpoint};

use crate::ConsoleFault;
use crate::session::Staff;
use crate::told::Told;

/// How long a connection may take to come about.
const CONNECT: Duration = Duration::from_secs(3);

/// Where a service is that somebody asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum At {
    /// At this node.
    Own,
    /// At another unit's, where this unit's staff act for their own.
    Office,
}

impl At {
    /// Its part of an address.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            At::Own => "own",
            At::Office => "office",
        }
    }

    /// From its part of an address.
    ///
    /// # Errors
    /// The address is none of these pages.
    pub(crate) fn named(code: &str) -> Result<At, Told> {
        let at = [At::Own, At::Office].into_iter().find(|at| at.code() == code);
        at.ok_or_else(|| {
            let text = "没有这个页面 (there is no such page)";
            Told::own(StatusCode::NOT_FOUND, "NO_SUCH_PAGE", text)
        })
    }
}

/// One channel a service; each connects when it is first used, and again when it was lost.
pub(crate) struct Lines {
    channels: BTreeMap<Area, Channel>,
    offices: BTreeMap<Area, Channel>,
    patience: Duration,
}

impl Lines {
    pub(crate) fn new(config: &Config, own: &[(Area, SocketAddr)]) -> Result<Lines, ConsoleFault> {
        let mut addresses: BTreeMap<Area, String> =
            own.iter().map(|(area, at)| (*area, own_address(config, *at))).collect();
        addresses.extend(config.console.upstream.clone());
        Ok(Lines {
            channels: channels(config, addresses)?,
            offices: channels(config, config.console.offices.clone())?,
            patience: config.limits.request(),
        })
    }
    /// Whether this node serves the area.
    pub(crate) fn has(&self, area: Area) -> bool {
        self.channels.contains_key(&area)
    }

    /// The areas that this node serves.
    pub(crate) fn areas(&self) -> impl Iterator<Item = Area> {
        self.channels.keys().copied()
    }

    /// Where a service can be asked: at this node, else at the office that has it.
    pub(crate) fn at(&self, area: Area) -> Option<At> {
        let office = self.offices.contains_key(&area).then_some(At::Office);
        if self.has(area) { Some(At::Own) } else { office }
    }

    /// Whether the service can be asked there.
    pub(crate) fn has_at(&self, area: Area, at: At) -> bool {
        self.channel_at(area, at).is_some()
    }

    pub(crate) fn channel_at(&self, area: Area, at: At) -> Option<Channel> {
        match at {
            At::Own => self.channel(area),
            At::Office => self.offices.get(&area).cloned(),
        }
    }

    pub(crate) fn channel(&self, area: Area) -> Option<Channel> {
        self.channels.get(&area).cloned()
    }

    /// How long a service may be asked to wait for news, ms: well within the time that a call may take.
    pub(crate) fn wait_ms(&self) -> i32 {
        i32::try_from((self.patience / 2).as_millis()).unwrap_or(i32::MAX)
    }

    /// A request of a member of staff. Their token is text of our own making.
    pub(crate) fn call<M>(&self, staff: &Staff, message: M) -> Request<M> {
        let mut call = Request::new(message);
        if let Ok(value) = format!("Bearer {}", staff.token).parse() {
            call.metadata_mut().insert("authorization", value);
        }
        call.set_timeout(self.patience);
        call
    }
}

/// Channels to these addresses; each connects when it is first used.
fn channels(
    config: &Config,
    addresses: BTreeMap<Area, String>,
) -> Result<BTreeMap<Area, Channel>, ConsoleFault> {
    let mut channels = BTreeMap::new();
    for (area, address) in addresses {
        let fault = |source| ConsoleFault::Address { area, source };
        let mut endpoint = Endpoint::from_shared(address.clone()).map_err(fault)?;
        endpoint = endpoint.connect_timeout(CONNECT);
        if let Some(ca) = &config.console.tls_ca_file
            && address.starts_with("https://")
        {
            let section = &config.console;
            let own = section.tls_cert_file.as_deref().zip(section.tls_key_file.as_deref());
            let host = endpoint.uri().host().unwrap_or_default().to_owned();
            endpoint = endpoint.tls_config(tls::client(ca, own, &host)?).map_err(fault)?;
        }
        channels.insert(area, endpoint.connect_lazy());
    }
    Ok(channels)
}

/// A service of the same process listens with the node's own certificate, if it has one.
fn own_address(config: &Config, at: SocketAddr) -> String {
    let scheme = if config.grpc.tls_cert_file.is_some() { "https" } else { "http" };
    format!("{scheme}://{at}")
}

/// Asks a service and waits: `ask!(console, staff, Area::Intake, IntakeServiceClient, get_dispute, message)` is what it
/// answered, or the refusal as a page can show it.
macro_rules! ask {
    ($console:expr, $staff:expr, $area:expr, $client:ident, $verb:ident, $message:expr) => {
        $crate::lines::ask_at!(
            $console,
            $staff,
            $area,
            $crate::lines::At::Own,
            $client,
            $verb,
            $message
        )
    };
}
pub(crate) use ask;

/// The same of a service at this node or at an office.
macro_rules! ask_at {
    ($console:expr, $staff:expr, $area:expr, $at:expr, $client:ident, $verb:ident, $message:expr) => {
        match $console.lines.channel_at($area, $at) {
            Some(channel) => $client::new(channel)
                .$verb($console.lines.call($staff, $message))
                .await
                .map(tonic::Response::into_inner)
                .map_err($crate::told::Told::from),
            None => Err($crate::told::Told::away($area)),
        }
    };
}
pub(crate) use ask_at;
