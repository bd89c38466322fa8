//! Rows on the wire, and how many go together.

use jiefen_import::Entry;
use jiefen_ledger::wire::{date_to, party_to};
use jiefen_proto::jiefen::intake::v1 as pb;
use prost::Message as _;

/// How many rows are one transaction at most, and how many bytes.
const ROWS: usize = 200;
const BYTES: usize = 512 * 1024;
/// Why nobody's identity is established.
const UNVERIFIED: &str = "由原台账导入，未核验证件";

/// A row as a dispute to be registered.
pub fn row(entry: &Entry) -> pb::LedgerRow {
    let kept = |(column, text): &(String, jiefen_vocab::Private<String>)| pb::Kept {
        column: column.clone(),
        text: text.reveal().clone(),
    };
    pb::LedgerRow {
        row: entry.row,
        key: entry.key.clone(),
        channel: entry.channel.code().to_owned(),
        number: entry.number.clone().unwrap_or_default(),
        on: Some(date_to(entry.on)),
        content: Some(pb::Content {
            kind: entry.kind.code().to_owned(),
            place: entry.place.to_string(),
            summary: entry.summary.reveal().clone(),
            parties: entry.parties.iter().map(party_to).collect(),
            no_applicant: entry.no_applicant.clone().unwrap_or_default(),
            amount_fen: entry.amount.map(|amount| amount.0),
            people: entry.people,
            happened_on: entry.happened_on.map(date_to),
            ..pb::Content::default()
        }),
        identity: "none".to_owned(),
        identity_reason: UNVERIFIED.to_owned(),
        kept: entry.kept.iter().map(kept).collect(),
    }
}

/// The rows in parts that fit into one message and one transaction, in their order.
pub fn parts<'a>(entries: &'a [&'a Entry]) -> impl Iterator<Item = Vec<pb::LedgerRow>> + 'a {
    let mut left = entries.iter().map(|entry| row(entry)).peekable();
    std::iter::from_fn(move || {
        let (mut part, mut bytes) = (Vec::new(), 0);
        while let Some(next) = left.peek() {
            let length = next.encoded_len();
            if part.len() == ROWS || (!part.is_empty() && bytes + length > BYTES) {
                break;
            }
            bytes += length;
            part.extend(left.next());
        }
        (!part.is_empty()).then_some(part)
    })
}
