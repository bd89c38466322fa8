//! Publishing: one atomic batch where many messages wait, otherwise one by one with the
//! acknowledgements awaited together.

use std::error::Error as _;

use async_nats::HeaderMap;
use async_nats::header::{
    NATS_BATCH_COMMIT, NATS_BATCH_COMMIT_FINAL, NATS_BATCH_ID, NATS_BATCH_SEQUENCE, NATS_MESSAGE_ID,
};
use async_nats::jetstream::context::{PublishAckFuture, PublishError, PublishErrorKind};
use async_nats::jetstream::message::PublishMessage;
use async_nats::jetstream::{self, ErrorCode};
use bytes::Bytes;
use jiefen_ledger::{Destination, Envelope, Receipt};

use super::{NatsBus, Refusal};
use crate::fault::Fault;
use crate::headers::{self, Headers, MSG_ID};
use crate::receipts as receipt;
use crate::subject::stream_of;

/// From how many messages on a batch is worth its commit.
const BATCH_FROM: usize = 8;

/// The most in one batch; the server allows 1000.
const BATCH_MAX: usize = 100;

/// A message ready for the wire.
struct Outgoing {
    subject: String,
    headers: HeaderMap,
    payload: Bytes,
}

/// Publishes messages of one destination in their order.
pub(super) async fn messages(
    bus: &NatsBus,
    dst: Destination,
    messages: &[Envelope],
    attempt: u32,
) -> Result<(), Fault> {
    let stream = stream_of(dst);
    let mut page = Vec::with_capacity(messages.len());
    for message in messages {
        let headers = headers::encode(message, attempt)
            .map_err(|source| Fault::Unsendable { seq: message.seq, source: Box::new(source) })?;
        let payload = message.payload.clone().into();
        page.push(Outgoing {
            subject: message.subject.clone(),
            headers: on_wire(headers),
            payload,
        });
    }
    let batched = page.len() >= BATCH_FROM && !bus.refuses(&stream, Refusal::Batches);
    let result =
        if batched { batches(bus, &stream, page).await } else { singly(bus, &stream, page).await };
    match result {
        Ok(sequences) => {
            sequences.into_iter().for_each(|sequence| bus.published(&stream, sequence));
            Ok(())
        }
        Err(fault) => Err(explain(bus, dst, fault).await),
    }
}

/// Publishes receipts. Those of one reader go to many senders: each to its stream.
pub(super) async fn receipts(bus: &NatsBus, receipts: &[Receipt]) -> Result<(), Fault> {
    let mut waiting = Vec::with_capacity(receipts.len());
    for one in receipts {
        let dst = Destination::Agency(one.src);
        let expiring = !bus.refuses(&stream_of(dst), Refusal::Expiry);
        let sent = send(bus, receipt_out(one, expiring)?).await;
        waiting.push((one, dst, sent));
    }
    let mut first = None;
    for (one, dst, sent) in waiting {
        let answer = match sent {
            Ok(answer) => answer.await,
            Err(fault) => Err(fault),
        };
        let Err(fault) = answer else { continue };
        let result = if code(&fault) == Some(ErrorCode::MESSAGE_TTL_DISABLED) {
            bus.note_refusal(&stream_of(dst), Refusal::Expiry);
            singly(bus, &stream_of(dst), vec![receipt_out(one, false)?]).await.map(|_| ())
        } else {
            Err(fault)
        };
        if let Err(fault) = result {
            let fault = explain(bus, dst, fault).await;
            tracing::debug!(to = %dst, %fault, "a receipt was not published");
            first.get_or_insert(fault);
        }
    }
    first.map_or(Ok(()), Err)
}

fn receipt_out(one: &Receipt, expiring: bool) -> Result<Outgoing, Fault> {
    let (headers, payload) = receipt::encode(one, expiring)
        .map_err(|source| Fault::Unsendable { seq: one.upto, source: Box::new(source) })?;
    let subject = receipt::subject(one).to_string();
    Ok(Outgoing { subject, headers: on_wire(headers), payload: payload.into() })
}

/// All on their way, then all awaited. Gives the sequences of those that were new to the bus.
async fn singly(
    bus: &NatsBus,
    stream: &str,
    page: Vec<Outgoing>,
) -> Result<Vec<u64>, PublishError> {
    let mut waiting = Vec::with_capacity(page.len());
    for message in page {
        waiting.push(send(bus, message).await?);
    }
    let mut sequences = Vec::with_capacity(waiting.len());
    for answer in waiting {
        let ack = answer.await?;
        if ack.stream != stream {
            tracing::error!(stream, took = ack.stream, "another stream took a message");
        }
        if !ack.duplicate {
            sequences.push(ack.sequence);
        }
    }
    Ok(sequences)
}

async fn send(bus: &NatsBus, message: Outgoing) -> Result<PublishAckFuture, PublishError> {
    let Outgoing { subject, headers, payload } = message;
    let publish = PublishMessage::build().headers(headers).payload(payload);
    bus.shared.stream.send_publish(subject, publish).await
}

/// Atomic batches (ADR-50): all of a batch or nothing of it, one sync each. A batch that the server
/// does not take, because one of its messages is there already or because the stream has no batches, is
/// published one by one.
async fn batches(
    bus: &NatsBus,
    stream: &str,
    page: Vec<Outgoing>,
) -> Result<Vec<u64>, PublishError> {
    let mut sequences = vec![];
    let mut rest = page.into_iter().peekable();
    while rest.peek().is_some() {
        let chunk: Vec<Outgoing> = rest.by_ref().take(BATCH_MAX).collect();
        match batch(bus, &chunk).await {
            Ok(last) => sequences.push(last),
            Err(fault) => {
                let Some(code) = code(&fault) else { return Err(fault) };
                if code == ErrorCode::ATOMIC_PUBLISH_DISABLED {
                    bus.note_refusal(stream, Refusal::Batches);
                }
                tracing::debug!(stream, ?code, "a batch was not taken; one by one");
                sequences.extend(singly(bus, stream, chunk).await?);
            }
        }
    }
    Ok(sequences)
}

async fn batch(bus: &NatsBus, chunk: &[Outgoing]) -> Result<u64, PublishError> {
    let id = uuid::Uuid::now_v7().to_string();
    let failed = |fault: async_nats::client::PublishError| {
        PublishError::with_source(PublishErrorKind::Other, fault)
    };
    let mut last = None;
    for (index, message) in chunk.iter().enumerate() {
        let mut headers = message.headers.clone();
        headers.insert(NATS_BATCH_ID, id.as_str());
        headers.insert(NATS_BATCH_SEQUENCE, (index + 1).to_string().as_str());
        let (subject, payload) = (message.subject.clone(), message.payload.clone());
        if index + 1 < chunk.len() {
            let sent = bus.shared.client.publish_with_headers(subject, headers, payload).await;
            sent.map_err(failed)?;
        } else {
            headers.insert(NATS_BATCH_COMMIT, NATS_BATCH_COMMIT_FINAL);
            last = Some(send(bus, Outgoing { subject, headers, payload }).await?);
        }
    }
    match last {
        Some(answer) => Ok(answer.await?.sequence),
        None => Ok(0),
    }
}

/// A missing stream is made where the account may, so that the next attempt finds it.
async fn explain(bus: &NatsBus, dst: Destination, fault: PublishError) -> Fault {
    let stream = stream_of(dst);
    if fault.kind() == PublishErrorKind::StreamNotFound
        && let Err(missing) = bus.ensure(dst).await
    {
        return missing;
    }
    Fault::Publish { stream, source: fault.into() }
}

/// The server's own code, when it answered.
fn code(fault: &PublishError) -> Option<ErrorCode> {
    let error = fault.source()?.downcast_ref::<jetstream::Error>()?;
    Some(error.error_code())
}

/// Standard names have their own constants in this client: a text never equals one off the wire.
fn on_wire(Headers(all): Headers) -> HeaderMap {
    let mut map = HeaderMap::new();
    for (name, value) in all {
        if name == MSG_ID {
            map.insert(NATS_MESSAGE_ID, value.as_str());
        } else {
            map.insert(name.as_str(), value.as_str());
        }
    }
    map
}
