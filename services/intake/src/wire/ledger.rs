//! A row of an older ledger, parsed once.

use jiefen_intake_rules::dispute::orders::{Arrival, Imported, Registration};
use jiefen_intake_rules::dispute::parts::Origin;
use jiefen_ledger::wire::Fields;
use jiefen_ledger::{Error, digest, hex};
use jiefen_proto::jiefen::intake::v1 as pb;
use jiefen_vocab::{Agency, DisputeId, Private};
use prost::Message as _;

use super::parts::{content, identity, text};

/// The longest key, heading and kept cell, in characters: a cell of a sheet has at most 32,767.
const KEY: usize = 200;
const HEADING: usize = 200;
const CELL: usize = 40_000;

/// A row as the two steps by which its dispute begins.
pub struct LedgerRow {
    /// The row of the sheet.
    pub row: u32,
    /// The dispute: the same agency's same key is the same dispute.
    pub dispute: DisputeId,
    /// The digest of what is imported.
    pub digest: String,
    /// First inquiry.
    pub arrival: Arrival,
    /// Registration.
    pub registration: Registration,
}

/// Parses a row of an agency's ledger.
///
/// # Errors
/// Every wrong field.
pub fn ledger_row(me: Agency, file: &str, m: &pb::LedgerRow) -> Result<LedgerRow, Error> {
    let mut fields = Fields::new();
    let key = fields.text("key", &m.key, KEY);
    let channel = fields.parse("channel", &m.channel);
    let on = fields.date("on", m.on.as_ref());
    let content = content(&mut fields, m.content.as_ref());
    let identity = identity(&mut fields, &m.identity, &m.identity_reason);
    let mut kept = Vec::new();
    for (n, cell) in m.kept.iter().enumerate() {
        let column = fields.text(&format!("kept[{n}].column"), &cell.column, HEADING);
        let text = fields.text(&format!("kept[{n}].text"), &cell.text, CELL);
        kept.extend(column.zip(text.map(Private::new)));
    }
    let made = (|| {
        let (content, on) = (content?, on?);
        let dispute = dispute_of(me, &key?);
        // The row's place in the sheet may change, what it says may not.
        let digest = hex(&digest(&pb::LedgerRow { row: 0, ..m.clone() }.encode_to_vec()));
        let origin = Origin { file: file.to_owned(), row: m.row, digest: digest.clone(), kept };
        let arrival = Arrival {
            dispute,
            channel: channel?,
            number: text(&m.number),
            kind: content.kind,
            place: content.place,
            summary: content.summary.clone(),
            parties: vec![],
            on,
        };
        let imported = Some(Imported { on, origin });
        let registration = Registration { content, identity: identity?, imported };
        Some(LedgerRow { row: m.row, dispute, digest, arrival, registration })
    })();
    fields.done(made)
}

/// The code of an imported dispute, from the agency and the key alone.
fn dispute_of(me: Agency, key: &str) -> DisputeId {
    let bytes = digest(format!("{me}|{key}").as_bytes());
    let bits = bytes.iter().take(16).fold(0, |bits, byte| (bits << 8) | u128::from(*byte));
    DisputeId::from_bits(bits)
}
