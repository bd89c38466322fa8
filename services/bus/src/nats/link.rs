//! The connection: never given up, refused to servers that are too old.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_nats::Event;
use async_nats::jetstream::context::ContextBuilder;
use tokio::time::Instant;

use super::{ConnectOptions, Kind, NatsBus, Shared, pull};
use crate::fault::Fault;

/// How long the hub may take for an answer.
const ANSWER: Duration = Duration::from_secs(3);

/// How long it may take to make or describe a stream. An account that may not gets no answer at all.
const MANAGE: Duration = Duration::from_secs(2);

/// How many publications may wait for their acknowledgement, over all destinations.
const ACKS: usize = 4096;

/// How often a cut connection is noticed: with the hub's own pings within 15 s.
const PING: Duration = Duration::from_secs(5);

const LOOK: Duration = Duration::from_millis(20);
const AGAIN_MIN: u64 = 50;
const AGAIN_MAX: u64 = 2000;

/// Connects to the hub, or begins to: when it is not there, the connection goes on in the background
/// and the outbox holds what is to be sent.
///
/// # Errors
/// The settings cannot be used, or the server is too old.
pub async fn connect(options: ConnectOptions) -> Result<NatsBus, Fault> {
    let checked = Arc::new(AtomicBool::new(false));
    let client = client_options(&options, checked.clone())
        .connect(options.url.split(',').map(str::to_owned).collect::<Vec<_>>())
        .await
        .map_err(|source| Fault::Settings { url: options.url.clone(), source: source.into() })?;
    let context = |answer| {
        ContextBuilder::new()
            .timeout(answer)
            .ack_timeout(ANSWER)
            .max_ack_inflight(ACKS)
            .backpressure_on_inflight(true)
            .build(client.clone())
    };
    let (stream, manage) = (context(ANSWER), context(MANAGE));
    let pulls = [Kind::Inbox, Kind::Events]
        .map(|kind| (kind, tokio::sync::Mutex::new(pull::Pull::default())));
    let until = Instant::now() + options.patience;
    let shared = Shared {
        client,
        stream,
        manage,
        options,
        pulls: BTreeMap::from(pulls),
        known: Mutex::default(),
        losses: AtomicU64::new(0),
        checked,
        plain: Mutex::default(),
    };
    let bus = NatsBus { shared: Arc::new(shared) };
    first(&bus, until).await?;
    Ok(bus)
}

/// Waits for the first connection, and no longer than the patience lasts.
async fn first(bus: &NatsBus, until: Instant) -> Result<(), Fault> {
    loop {
        match bus.ready() {
            Ok(()) => return Ok(()),
            Err(fault) if fault.is_final() => return Err(fault),
            Err(fault) if Instant::now() >= until => {
                tracing::warn!(%fault, "starting without the bus");
                return Ok(());
            }
            Err(_) => tokio::time::sleep(LOOK).await,
        }
    }
}

fn client_options(
    options: &ConnectOptions,
    checked: Arc<AtomicBool>,
) -> async_nats::ConnectOptions {
    let me = options.me;
    let mut built = async_nats::ConnectOptions::new()
        .name(format!("jiefen {me}"))
        .custom_inbox_prefix(format!("_INBOX.{me}"))
        .retry_on_initial_connect()
        .ping_interval(PING)
        .connection_timeout(ANSWER)
        .request_timeout(Some(ANSWER))
        .reconnect_delay_callback(|attempt| {
            let doubled = AGAIN_MIN.saturating_mul(1 << attempt.min(10));
            Duration::from_millis(doubled.min(AGAIN_MAX))
        })
        .event_callback(move |event| {
            note(&event, &checked);
            std::future::ready(())
        });
    if let Some(user) = &options.user {
        let password = options.password.as_ref().map_or("", |password| password.reveal());
        built = built.user_and_password(user.clone(), password.to_owned());
    }
    if let Some(ca) = &options.ca_file {
        built = built.add_root_certificates(ca.clone()).require_tls(true);
    }
    if let Some((certificate, key)) = &options.identity_files {
        built = built.add_client_certificate(certificate.clone(), key.clone()).require_tls(true);
    }
    built
}

/// After each connection the server may be another one.
fn note(event: &Event, checked: &AtomicBool) {
    match event {
        Event::Connected => {
            checked.store(false, Ordering::Release);
            tracing::info!("connected to the bus");
        }
        Event::Disconnected => tracing::warn!("the connection to the bus is gone; trying again"),
        Event::ServerError(fault) => tracing::warn!(%fault, "the bus refuses something"),
        Event::ClientError(fault) => {
            tracing::warn!(%fault, "the connection to the bus has a fault")
        }
        Event::SlowConsumer(_) => tracing::warn!("the bus is faster than this node"),
        Event::LameDuckMode | Event::Draining | Event::Closed => tracing::info!(%event, "the bus"),
    }
}
