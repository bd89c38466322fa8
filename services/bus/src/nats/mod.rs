//! The bus on NATS JetStream.

mod link;
mod publish;
mod pull;
mod streams;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_nats::jetstream::Context;
use async_nats::{Client, connection};
use async_trait::async_trait;
use jiefen_ledger::{Destination, Envelope, Receipt};
use jiefen_platform::config::Secret;
use jiefen_vocab::Agency;

pub use link::connect;
pub(crate) use pull::off_wire;

use crate::bus::{Bus, Delivery, Feed, Settle, Source, Token};
use crate::fault::{Fault, SERVER_NEEDED};
use crate::stream::StreamOptions;

/// How to reach the hub.
#[derive(Clone, Debug)]
pub struct ConnectOptions {
    /// `nats://…` or `tls://…`; several with commas.
    pub url: String,
    /// The agency that connects: its inbox prefix and the name of its consumers.
    pub me: Agency,
    /// The bus account.
    pub user: Option<String>,
    /// Its password.
    pub password: Option<Secret>,
    /// The authority that signed the hub's certificate.
    pub ca_file: Option<PathBuf>,
    /// This node's certificate and private key for the hub.
    pub identity_files: Option<(PathBuf, PathBuf)>,
    /// How streams are made where this account may make them.
    pub streams: StreamOptions,
    /// The name of the durable consumers, when it is not the agency's.
    pub consumer: Option<String>,
    /// How long `connect` waits for the first connection. Afterwards it goes on in the background.
    pub patience: Duration,
}

impl ConnectOptions {
    /// A connection without an account.
    pub fn new(url: impl Into<String>, me: Agency) -> ConnectOptions {
        ConnectOptions {
            url: url.into(),
            me,
            user: None,
            password: None,
            ca_file: None,
            identity_files: None,
            streams: StreamOptions::default(),
            consumer: None,
            patience: Duration::from_secs(5),
        }
    }
}

/// A connection to the hub, one for each service: two relays on one connection would see each other's
/// sequences. Cheap to clone: all clones are the same connection.
#[derive(Clone)]
pub struct NatsBus {
    shared: Arc<Shared>,
}

struct Shared {
    client: Client,
    stream: Context,
    /// For making and looking at streams: an account that may not gets no answer, so it waits less.
    manage: Context,
    options: ConnectOptions,
    pulls: BTreeMap<Kind, tokio::sync::Mutex<pull::Pull>>,
    known: Mutex<BTreeMap<String, Known>>,
    losses: AtomicU64,
    /// The version of the server is known to do; looked at again after each connection.
    checked: Arc<AtomicBool>,
    /// Streams that refuse atomic batches or receipts that expire: made by somebody else.
    plain: Mutex<std::collections::BTreeSet<(String, Refusal)>>,
}

/// Which of the two feeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Inbox,
    Events,
}

impl Kind {
    const fn of(source: Source) -> Kind {
        match source {
            Source::Inbox(_) => Kind::Inbox,
            Source::Events => Kind::Events,
        }
    }
}

/// What a stream made by somebody else may refuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Refusal {
    Batches,
    Expiry,
}

/// What is remembered of a stream: a step back means that the bus lost data.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    /// When it was made, in nanoseconds since 1970; none: not looked at.
    created: Option<i128>,
    /// The last sequence seen in it.
    looked: u64,
    /// The last sequence that a publication of this connection got.
    published: u64,
}

impl NatsBus {
    /// Whether the hub can be used now.
    pub fn ready(&self) -> Result<(), Fault> {
        let shared = &self.shared;
        if shared.client.connection_state() != connection::State::Connected {
            return Err(Fault::Offline { url: shared.options.url.clone() });
        }
        if shared.checked.load(Ordering::Acquire) {
            return Ok(());
        }
        let Some(info) = shared.client.try_server_info() else {
            return Err(Fault::Offline { url: shared.options.url.clone() });
        };
        if !is_new_enough(&info.version) {
            return Err(Fault::OldServer { found: info.version });
        }
        shared.checked.store(true, Ordering::Release);
        Ok(())
    }

    /// The connection itself, for an operator's verbs.
    pub fn client(&self) -> &Client {
        &self.shared.client
    }

    pub(crate) fn context(&self) -> &Context {
        &self.shared.stream
    }

    /// The name of this node's durable consumers.
    pub fn consumer(&self) -> String {
        let options = &self.shared.options;
        options.consumer.clone().unwrap_or_else(|| crate::subject::flat(options.me))
    }

    fn known(&self) -> MutexGuard<'_, BTreeMap<String, Known>> {
        self.shared.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lost(&self, stream: &str, why: &'static str) {
        self.shared.losses.fetch_add(1, Ordering::AcqRel);
        crate::figures::Figures::new().alarm("bus_lost_data");
        tracing::error!(
            stream,
            why,
            "总线丢失数据，全部未回执的消息重新发送 (the bus lost data; all that is not receipted is sent again)"
        );
    }

    fn refuses(&self, stream: &str, what: Refusal) -> bool {
        let plain = self.shared.plain.lock().unwrap_or_else(PoisonError::into_inner);
        plain.contains(&(stream.to_owned(), what))
    }

    fn note_refusal(&self, stream: &str, what: Refusal) {
        let mut plain = self.shared.plain.lock().unwrap_or_else(PoisonError::into_inner);
        if plain.insert((stream.to_owned(), what)) {
            tracing::warn!(stream, ?what, "the stream was made with other settings; doing without");
        }
    }

    fn pull(&self, feed: &Feed) -> Option<&tokio::sync::Mutex<pull::Pull>> {
        self.shared.pulls.get(&Kind::of(feed.source))
    }
}

#[async_trait]
impl Bus for NatsBus {
    async fn publish_batch(
        &self,
        dst: Destination,
        messages: &[Envelope],
        attempt: u32,
    ) -> Result<(), Fault> {
        self.ready()?;
        publish::messages(self, dst, messages, attempt).await
    }

    async fn publish_receipts(&self, receipts: &[Receipt]) -> Result<(), Fault> {
        self.ready()?;
        publish::receipts(self, receipts).await
    }

    async fn fetch(&self, feed: &Feed, max: usize, wait: Duration) -> Result<Vec<Delivery>, Fault> {
        self.ready()?;
        let Some(pull) = self.pull(feed) else { return Ok(vec![]) };
        pull.lock().await.fetch(self, feed, max, wait).await
    }

    async fn settle(&self, tokens: Vec<Token>, how: Settle) -> Result<(), Fault> {
        pull::settle(self, tokens, how).await
    }

    async fn check(&self, feed: &Feed) -> Result<(), Fault> {
        self.ready()?;
        let Some(pull) = self.pull(feed) else { return Ok(()) };
        // While a fetch waits, the feed is not standing still because of us: looked at next time.
        let Ok(mut pull) = tokio::time::timeout(CHECK_WAIT, pull.lock()).await else {
            return Ok(());
        };
        pull.check(self, feed).await
    }

    async fn close(&self, feed: &Feed) {
        if let Some(pull) = self.pull(feed) {
            pull.lock().await.close(self).await;
        }
    }

    fn losses(&self) -> u64 {
        self.shared.losses.load(Ordering::Acquire)
    }
}

/// A fetch waits half a second at most.
const CHECK_WAIT: Duration = Duration::from_secs(3);

/// True for a server that does what it accepts.
fn is_new_enough(version: &str) -> bool {
    let mut parts = version.split(['.', '-']).map(|part| part.parse::<u64>().ok());
    match (parts.next().flatten(), parts.next().flatten()) {
        (Some(major), Some(minor)) => (major, minor) >= SERVER_NEEDED,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_before_2_12_are_refused() {
        for (version, good) in [
            ("2.9.10", false),
            ("2.11.99", false),
            ("2.12.0-RC.1", true),
            ("2.12.0", true),
            ("2.15.1", true),
            ("3.0.0", true),
            ("1.99.0", false),
            ("", false),
            ("two", false),
        ] {
            assert_eq!(is_new_enough(version), good, "{version}");
        }
        let said = Fault::OldServer { found: "2.9.10".to_owned() }.to_string();
        assert!(said.contains("2.9.10") && said.contains("2.12"), "{said}");
    }
}
