//! Reading: one durable pull consumer a feed, with explicit acknowledgements and its own watchdog.

use std::time::Duration;

use async_nats::HeaderMap;
use async_nats::jetstream::consumer::{AckPolicy, DeliverPolicy, PullConsumer, pull};
use async_nats::jetstream::{self, AckKind};
use futures::StreamExt;
use jiefen_platform::BoxError;
use tokio::time::Instant;

use super::{NatsBus, streams};
use crate::bus::{Delivery, Feed, Settle, Token};
use crate::fault::Fault;
use crate::headers::Headers;
use crate::subject::stream_of;

/// How long a message may be out before it comes again.
const ACK_WAIT: Duration = Duration::from_secs(30);

/// How many messages may be out at once: two and a half batches.
const ACK_PENDING: i64 = 512;

/// How many messages are asked for at once.
const AHEAD: usize = 256;

/// After the first message of a batch the others have this long to come.
const LINGER: Duration = Duration::from_millis(2);

/// Messages wait and none comes for so long: the connection is dead and does not know it.
const STILL: Duration = Duration::from_secs(30);

const HEARTBEAT: Duration = Duration::from_secs(5);
const EXPIRES: Duration = Duration::from_secs(30);

/// One feed's consumer, when it is open.
#[derive(Default)]
pub(super) struct Pull {
    open: Option<Open>,
}

struct Open {
    consumer: PullConsumer,
    messages: pull::Stream,
    moved: Instant,
}

impl Pull {
    pub async fn fetch(
        &mut self,
        bus: &NatsBus,
        feed: &Feed,
        max: usize,
        wait: Duration,
    ) -> Result<Vec<Delivery>, Fault> {
        let mut found = vec![];
        let mut left = wait;
        while found.len() < max {
            let open = self.opened(bus, feed).await?;
            match tokio::time::timeout(left, open.messages.next()).await {
                Err(_) => break,
                Ok(Some(Ok(message))) => {
                    open.moved = Instant::now();
                    found.push(delivery(message));
                    left = LINGER;
                }
                Ok(ended) => {
                    // What has come is worked through; the next fetch opens the consumer anew.
                    self.open = None;
                    if found.is_empty() {
                        return Err(failed(feed, ended));
                    }
                    break;
                }
            }
        }
        Ok(found)
    }

    async fn opened(&mut self, bus: &NatsBus, feed: &Feed) -> Result<&mut Open, Fault> {
        let open = match self.open.take() {
            Some(open) => open,
            None => open(bus, feed).await?,
        };
        Ok(self.open.insert(open))
    }

    /// Looks after the stream and the consumer; opens the consumer anew when it stands still.
    pub async fn check(&mut self, bus: &NatsBus, feed: &Feed) -> Result<(), Fault> {
        let stream = stream_of(feed.source.destination());
        let fault = |source: BoxError| Fault::Fetch { stream: stream.clone(), source };
        let losses = crate::bus::Bus::losses(bus);
        match streams::describe(&bus.shared.manage, &stream).await.map_err(fault)? {
            Some(info) => bus.remember(&stream, &info),
            None => {
                self.open = None;
                return bus.ensure(feed.source.destination()).await;
            }
        }
        if crate::bus::Bus::losses(bus) != losses {
            self.open = None;
            return Ok(());
        }
        let Some(open) = &mut self.open else { return Ok(()) };
        let info = match open.consumer.get_info().await {
            Ok(info) => info,
            Err(source) => {
                self.open = None;
                return Err(fault(source.into()));
            }
        };
        let waiting = info.num_pending > 0 || info.num_ack_pending > 0;
        if !waiting {
            open.moved = Instant::now();
        } else if open.moved.elapsed() >= STILL {
            tracing::warn!(
                stream,
                pending = info.num_pending,
                "messages wait and none comes; connecting anew"
            );
            crate::figures::Figures::new().alarm("feed_stood_still");
            self.open = None;
            bus.shared.client.force_reconnect().await.map_err(|source| fault(source.into()))?;
        }
        Ok(())
    }

    /// Gives back what was fetched ahead.
    pub async fn close(&mut self, bus: &NatsBus) {
        let Some(mut open) = self.open.take() else { return };
        let mut ahead = vec![];
        while let Ok(Some(Ok(message))) = tokio::time::timeout(LINGER, open.messages.next()).await {
            ahead.push(delivery(message).token);
        }
        drop(open);
        if let Err(fault) = settle(bus, ahead, Settle::Later(Duration::ZERO)).await {
            tracing::debug!(%fault, "what was fetched ahead comes again later");
        }
    }
}

async fn open(bus: &NatsBus, feed: &Feed) -> Result<Open, Fault> {
    let dst = feed.source.destination();
    let stream = stream_of(dst);
    bus.ensure(dst).await?;
    let fault = |source: BoxError| Fault::Fetch { stream: stream.clone(), source };
    let want = config(bus.consumer(), feed);
    let consumer: PullConsumer = bus
        .shared
        .stream
        .create_consumer_on_stream(want.clone(), stream.as_str())
        .await
        .map_err(|source| fault(source.into()))?;
    verify(&want, &consumer.cached_info().config).map_err(|differences| Fault::Drift {
        stream: format!("{stream}/{}", bus.consumer()),
        differences,
    })?;
    let messages = consumer
        .stream()
        .max_messages_per_batch(AHEAD)
        .expires(EXPIRES)
        .heartbeat(HEARTBEAT)
        .messages()
        .await
        .map_err(|source| fault(source.into()))?;
    Ok(Open { consumer, messages, moved: Instant::now() })
}

fn config(name: String, feed: &Feed) -> pull::Config {
    let mut config = pull::Config {
        durable_name: Some(name),
        deliver_policy: DeliverPolicy::All,
        ack_policy: AckPolicy::Explicit,
        ack_wait: ACK_WAIT,
        max_deliver: -1,
        max_ack_pending: ACK_PENDING,
        ..pull::Config::default()
    };
    match feed.filters.as_slice() {
        [one] => config.filter_subject.clone_from(one),
        several => config.filter_subjects = several.to_vec(),
    }
    config
}

/// An old or foreign consumer of the same name would lose messages without a word.
fn verify(want: &pull::Config, found: &jetstream::consumer::Config) -> Result<(), String> {
    let pairs = [
        ("ack_policy", format!("{:?}", want.ack_policy), format!("{:?}", found.ack_policy)),
        ("ack_wait", format!("{:?}", want.ack_wait), format!("{:?}", found.ack_wait)),
        ("max_deliver", want.max_deliver.to_string(), found.max_deliver.to_string()),
        ("max_ack_pending", want.max_ack_pending.to_string(), found.max_ack_pending.to_string()),
        ("filter_subject", want.filter_subject.clone(), found.filter_subject.clone()),
        (
            "filter_subjects",
            format!("{:?}", want.filter_subjects),
            format!("{:?}", found.filter_subjects),
        ),
    ];
    let wrong = pairs.into_iter().filter(|(_, want, found)| want != found);
    let said: Vec<String> = wrong
        .map(|(name, want, found)| {
            format!("{name} 应为 {want}，实为 {found} (wanted {want}, found {found})")
        })
        .collect();
    if said.is_empty() { Ok(()) } else { Err(said.join("；")) }
}

fn delivery(message: jetstream::Message) -> Delivery {
    let attempt = message.info().map_or(1, |info| u64::try_from(info.delivered).unwrap_or(1));
    let token = message.reply.as_ref().map(|reply| reply.to_string()).unwrap_or_default();
    let headers = message.headers.as_ref().map(off_wire).unwrap_or_default();
    let subject = message.subject.to_string();
    let payload = message.payload.clone();
    Delivery { subject, headers, payload, attempt, token: Token(token) }
}

pub(crate) fn off_wire(map: &HeaderMap) -> Headers {
    let mut headers = Headers::default();
    for (name, values) in map.iter() {
        for value in values {
            headers.put(name.as_ref(), value.as_str());
        }
    }
    headers
}

fn failed(feed: &Feed, ended: Option<Result<jetstream::Message, pull::MessagesError>>) -> Fault {
    let stream = stream_of(feed.source.destination());
    let source: BoxError = match ended {
        Some(Err(fault)) => fault.into(),
        Some(Ok(_)) | None => "the consumer ended".into(),
    };
    Fault::Fetch { stream, source }
}

/// Acknowledgements are not awaited: one that gets lost brings a repetition, which the inbox knows.
pub(super) async fn settle(bus: &NatsBus, tokens: Vec<Token>, how: Settle) -> Result<(), Fault> {
    let body = match how {
        Settle::Done => AckKind::Ack,
        Settle::Later(delay) => AckKind::Nak(Some(delay)),
    };
    let body: bytes::Bytes = body.into();
    for Token(reply) in tokens {
        if reply.is_empty() {
            continue;
        }
        let sent = bus.shared.client.publish(reply, body.clone()).await;
        sent.map_err(|source| Fault::Publish {
            stream: "$JS.ACK".to_owned(),
            source: source.into(),
        })?;
    }
    Ok(())
}
