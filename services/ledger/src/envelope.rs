//! The envelope of everything that crosses between agencies, and what its signature covers.

use std::fmt;
use std::str::FromStr;

use jiefen_vocab::{Agency, DisputeId, FactId, Malformed, Moment};
use serde::{Deserialize, Serialize};

/// The domain tag of a signed envelope: bytes signed for one purpose are never valid for another.
const EVENT_TAG: &[u8] = b"jiefen/event/v1";
const RECEIPT_TAG: &[u8] = b"jiefen/receipt/v1";

/// Where an envelope goes: to one agency, or to everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Destination {
    /// An event for everybody: references, codes and dates only.
    Everybody,
    /// A hand-off message for one agency.
    Agency(Agency),
}

impl fmt::Display for Destination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Destination::Everybody => f.write_str("evt"),
            Destination::Agency(agency) => agency.fmt(f),
        }
    }
}

impl FromStr for Destination {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Destination, Malformed> {
        match text {
            "evt" => Ok(Destination::Everybody),
            agency => agency.parse().map(Destination::Agency),
        }
    }
}

/// A message between agencies. The payload's bytes are signed, stored and forwarded as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// Its id, the id of the fact it announces; also `Nats-Msg-Id` and `ce-id`.
    pub id: FactId,
    /// The agency that signed it.
    pub src: Agency,
    /// Where it goes.
    pub dst: Destination,
    /// Its number among the sender's messages for this destination, from 1 without a gap.
    pub seq: i64,
    /// The event's type: `jiefen.court.v1.CaseFiled`.
    pub kind: String,
    /// The bus subject.
    pub subject: String,
    /// The dispute it belongs to, when it belongs to one.
    pub dispute: Option<DisputeId>,
    /// The epoch of a hand-off message, `incarnation.n`; empty on events.
    pub epoch: String,
    /// When it happened, by the sender.
    pub occurred_at: Moment,
    /// The W3C trace context of the command that caused it.
    pub trace: Option<String>,
    /// The protobuf payload.
    pub payload: Vec<u8>,
    /// Ed25519 over [`Envelope::signed_bytes`].
    pub signature: Vec<u8>,
}

impl Envelope {
    /// What the signature covers: the domain tag and every field that has an effect, each with its
    /// length, so that no two envelopes have the same bytes.
    pub fn signed_bytes(&self) -> Vec<u8> {
        let dispute = self.dispute.map(|id| id.to_string()).unwrap_or_default();
        let mut bytes = EVENT_TAG.to_vec();
        field(&mut bytes, self.id.to_string().as_bytes());
        field(&mut bytes, self.src.to_string().as_bytes());
        field(&mut bytes, self.dst.to_string().as_bytes());
        field(&mut bytes, &self.seq.to_be_bytes());
        field(&mut bytes, self.kind.as_bytes());
        field(&mut bytes, dispute.as_bytes());
        field(&mut bytes, self.epoch.as_bytes());
        field(&mut bytes, &self.occurred_at.0.to_be_bytes());
        field(&mut bytes, &self.payload);
        bytes
    }
}

/// A reader's signed word that it has, durably, every message of a link up to a number. Only this ends
/// an outbox row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The agency whose messages were received.
    pub src: Agency,
    /// Which link: `evt`, or the reader itself.
    pub dst: String,
    /// The agency that received them.
    pub reader: Agency,
    /// The last number without a gap.
    pub upto: i64,
    /// The running hash over the payloads up to it, hex.
    pub running: String,
    /// Ed25519 of the reader over [`Receipt::signed_bytes`], hex.
    pub signature: String,
}

impl Receipt {
    /// What the signature covers.
    pub fn signed_bytes(&self) -> Vec<u8> {
        let mut bytes = RECEIPT_TAG.to_vec();
        field(&mut bytes, self.src.to_string().as_bytes());
        field(&mut bytes, self.dst.as_bytes());
        field(&mut bytes, self.reader.to_string().as_bytes());
        field(&mut bytes, &self.upto.to_be_bytes());
        field(&mut bytes, self.running.as_bytes());
        bytes
    }
}

/// The running hash of a link after one more payload.
pub fn running(before: &[u8], payload: &[u8]) -> Vec<u8> {
    let mut bytes = before.to_vec();
    field(&mut bytes, payload);
    digest(&bytes)
}

/// SHA-256.
pub fn digest(bytes: &[u8]) -> Vec<u8> {
    ring::digest::digest(&ring::digest::SHA256, bytes).as_ref().to_vec()
}

/// Lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A field with its length before it.
pub(crate) fn field(bytes: &mut Vec<u8>, value: &[u8]) {
    bytes.extend_from_slice(&(value.len() as u64).to_be_bytes());
    bytes.extend_from_slice(value);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn envelope() -> Envelope {
        Envelope {
            id: FactId::from_bits(1),
            src: "640122.centre".parse().unwrap(),
            dst: Destination::Agency("640122.court".parse().unwrap()),
            seq: 1,
            kind: "jiefen.handoff.v1.Offered".to_owned(),
            subject: "jf.msg".to_owned(),
            dispute: Some(DisputeId::from_bits(2)),
            epoch: "1.1".to_owned(),
            occurred_at: Moment(3),
            trace: None,
            payload: vec![1, 2],
            signature: vec![],
        }
    }

    #[test]
    fn every_field_with_an_effect_is_signed() {
        let signed = envelope().signed_bytes();
        let changes: [fn(&mut Envelope); 9] = [
            |e| e.id = FactId::from_bits(9),
            |e| e.src = "640122.police".parse().unwrap(),
            |e| e.dst = Destination::Everybody,
            |e| e.seq = 2,
            |e| e.kind.push('x'),
            |e| e.dispute = None,
            |e| e.epoch = "1.2".to_owned(),
            |e| e.occurred_at = Moment(4),
            |e| e.payload.push(0),
        ];
        for change in changes {
            let mut other = envelope();
            change(&mut other);
            assert_ne!(other.signed_bytes(), signed);
        }
    }

    #[test]
    fn no_two_ways_to_cut_the_fields_have_the_same_bytes() {
        let mut left = envelope();
        left.kind = "ab".to_owned();
        left.epoch = "c".to_owned();
        let mut right = envelope();
        right.kind = "a".to_owned();
        right.epoch = "bc".to_owned();
        assert_ne!(left.signed_bytes(), right.signed_bytes());
    }
}
