//! `jiefen events tail`: the events as they pass, decoded, for people.

use std::time::Duration;

use async_nats::jetstream::consumer::{AckPolicy, DeliverPolicy, PullConsumer, pull};
use futures::{Stream, StreamExt};
use jiefen_ledger::{Destination, Envelope};
use jiefen_platform::BoxError;
use prost_reflect::{DescriptorPool, DynamicMessage};
use serde::Serialize;

use crate::bad::Bad;
use crate::fault::Fault;
use crate::headers;
use crate::nats::{NatsBus, off_wire};
use crate::subject::{EVENTS_FILTER, stream_of};

/// The consumer of a tail that went away is forgotten after this time.
const FORGOTTEN: Duration = Duration::from_secs(60);

/// Where a tail begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Start {
    /// With what comes from now on.
    #[default]
    Now,
    /// With the oldest event that the stream keeps.
    Oldest,
}

/// One event for people and for `--json`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tailed {
    /// The fact's id.
    pub id: String,
    /// The agency whose fact it is.
    pub source: String,
    /// Its number among that agency's events.
    pub seq: i64,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: String,
    /// The bus subject.
    pub subject: String,
    /// The dispute, when it belongs to one.
    pub dispute: Option<String>,
    /// When it happened, local time.
    pub time: String,
    /// The trace of the command that caused it.
    pub trace: Option<String>,
    /// The content, as proto3 JSON; null when this build does not know the type.
    pub data: serde_json::Value,
}

/// The types that this build knows.
#[derive(Clone, Debug)]
pub struct Types(DescriptorPool);

impl Types {
    /// The types of `jiefen-proto`.
    ///
    /// # Errors
    /// The descriptors do not read.
    pub fn of_this_build() -> Result<Types, Fault> {
        DescriptorPool::decode(jiefen_proto::DESCRIPTORS)
            .map(Types)
            .map_err(|fault| Fault::Descriptors(fault.into()))
    }

    /// Every public event of this build with its fields: the messages that begin with the head of a fact.
    pub fn events(&self) -> Vec<(String, Vec<String>)> {
        let head = |message: &prost_reflect::MessageDescriptor| {
            let field = message.get_field_by_name("head");
            field.is_some_and(|field| {
                field.kind().as_message().is_some_and(|of| of.name() == "FactHead")
            })
        };
        let mut events: Vec<_> = self
            .0
            .all_messages()
            .filter(head)
            .map(|message| {
                let fields = message.fields().map(|field| field.name().to_owned()).collect();
                (message.full_name().to_owned(), fields)
            })
            .collect();
        events.sort();
        events
    }

    /// An envelope with its content as JSON.
    pub fn explain(&self, envelope: &Envelope) -> Tailed {
        Tailed {
            id: envelope.id.to_string(),
            source: envelope.src.source(),
            seq: envelope.seq,
            kind: envelope.kind.clone(),
            subject: envelope.subject.clone(),
            dispute: envelope.dispute.map(|dispute| dispute.to_string()),
            time: envelope.occurred_at.to_string(),
            trace: envelope.trace.clone(),
            data: self.json(&envelope.kind, &envelope.payload),
        }
    }

    /// The content as proto3 JSON with the names of the contract; null when the type is unknown or the
    /// content does not read.
    pub fn json(&self, kind: &str, payload: &[u8]) -> serde_json::Value {
        let Some(descriptor) = self.0.get_message_by_name(kind) else {
            return serde_json::Value::Null;
        };
        let options = prost_reflect::SerializeOptions::new().use_proto_field_name(true);
        match DynamicMessage::decode(descriptor, payload) {
            Ok(message) => message
                .serialize_with_options(serde_json::value::Serializer, &options)
                .unwrap_or(serde_json::Value::Null),
            Err(fault) => {
                tracing::debug!(%fault, kind, "a content does not read");
                serde_json::Value::Null
            }
        }
    }
}

/// The events as they pass, read beside the durable consumer and without acknowledgements. `filter` is a
/// bus subject with wildcards; none: all events. Signatures are not checked: what is shown is what
/// passes. The consumer is `<region>_<agency>_tail`, which the account must be allowed: an agency has one
/// tail at a time, and a new one ends the one before.
///
/// # Errors
/// The stream cannot be read.
pub async fn tail(
    bus: &NatsBus,
    types: Types,
    filter: Option<String>,
    start: Start,
) -> Result<impl Stream<Item = Result<Result<Tailed, Bad>, Fault>> + use<>, Fault> {
    bus.ready()?;
    let stream = stream_of(Destination::Everybody);
    let name = format!("{}_tail", bus.consumer());
    // The consumer of an earlier tail stands where that one stopped. Mostly there is none.
    if let Err(absent) = bus.context().delete_consumer_from_stream(&name, &stream).await {
        tracing::debug!(%absent, "no earlier tail");
    }
    let fault =
        |source: BoxError| Fault::Fetch { stream: stream_of(Destination::Everybody), source };
    let config = pull::Config {
        name: Some(name),
        deliver_policy: match start {
            Start::Now => DeliverPolicy::New,
            Start::Oldest => DeliverPolicy::All,
        },
        ack_policy: AckPolicy::None,
        filter_subject: filter.unwrap_or_else(|| EVENTS_FILTER.to_owned()),
        inactive_threshold: FORGOTTEN,
        ..pull::Config::default()
    };
    let consumer: PullConsumer = bus
        .context()
        .create_consumer_on_stream(config, stream)
        .await
        .map_err(|source| fault(source.into()))?;
    let messages = consumer.messages().await.map_err(|source| fault(source.into()))?;
    Ok(messages.map(move |message| {
        let message = message.map_err(|source| fault(source.into()))?;
        let headers = message.headers.as_ref().map(off_wire).unwrap_or_default();
        let decoded = headers::decode(&message.subject, &headers, message.payload.to_vec());
        Ok(decoded.map(|envelope| types.explain(&envelope)))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiefen_proto::jiefen::common::v1::FactHead;
    use prost::Message;

    #[test]
    fn a_known_type_is_shown_with_its_fields() {
        let types = Types::of_this_build().unwrap();
        let head =
            FactHead { agency: "640122.court".to_owned(), version: 3, ..FactHead::default() };
        let json = types.json("jiefen.common.v1.FactHead", &head.encode_to_vec());
        assert_eq!(json["agency"], "640122.court");
        assert_eq!(json["version"], "3", "proto3 JSON writes 64-bit numbers as text");
    }

    #[test]
    fn an_unknown_type_or_content_is_null() {
        let types = Types::of_this_build().unwrap();
        assert!(types.json("jiefen.unknown.v9.Thing", &[]).is_null());
        assert!(types.json("jiefen.common.v1.FactHead", &[0xff, 0xff]).is_null());
    }
}
