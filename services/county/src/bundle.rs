//! The register as bytes: the same set gives the same bytes everywhere, so one signature fits all.

use jiefen_vocab::Agency;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::entry::NodeKey;
use crate::register::Register;
use crate::rows::rows;
use crate::unit::Entry;

/// What the bytes begin with: they cannot be taken for anything else that is signed.
const DOMAIN: &str = "jiefen-registry-bundle-v2";

/// A version of the register, handed to every node. Signing happens elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    /// The bundle's number; a lower one never replaces a higher one.
    pub version: u64,
    /// The day of the change that made it: from then on the register reads so.
    pub valid_from: Date,
    /// The units, sorted by region and code, each once.
    pub units: Vec<Entry>,
}

impl Bundle {
    /// The bundle of a register, closed units too: their old signatures stay checkable.
    pub fn of(register: &Register, version: u64, valid_from: Date) -> Bundle {
        Bundle::sorted(version, valid_from, register.all().cloned().collect())
    }

    /// The bundle of these units, in any order; the last of an agency counts.
    pub fn sorted(version: u64, valid_from: Date, units: Vec<Entry>) -> Bundle {
        let sorted: std::collections::BTreeMap<_, _> =
            units.into_iter().map(|unit| (unit.agency, unit)).collect();
        Bundle { version, valid_from, units: sorted.into_values().collect() }
    }

    /// The units as a register on a day.
    pub fn register(&self, on: Date) -> Register {
        Register::new(self.units.iter().cloned(), on)
    }

    /// The canonical bytes: every text with its length in front, lists with their count, everything sorted.
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.text(DOMAIN);
        out.text(&self.version.to_string());
        out.text(&self.valid_from.to_string());
        out.count(self.units.len());
        for unit in &self.units {
            out.text(&unit.agency.to_string());
            let rows = rows(unit);
            out.count(rows.len());
            for row in rows {
                out.text(row.part.code());
                out.text(&row.key);
                out.count(row.fields.len());
                for (name, value) in row.fields {
                    out.text(name);
                    out.text(&value);
                }
            }
        }
        out.0
    }
}

/// A bundle with the signature of the registry: as a file, what a node reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    /// The registry.
    pub signed_by: Agency,
    /// Its public key.
    pub key: NodeKey,
    /// Ed25519 over the bundle's bytes, 128 hexadecimal digits.
    pub signature: String,
    /// The bundle.
    pub bundle: Bundle,
}

#[derive(Default)]
struct Writer(Vec<u8>);

impl Writer {
    fn count(&mut self, count: usize) {
        self.0.extend((count as u64).to_be_bytes());
    }

    fn text(&mut self, text: &str) {
        self.count(text.len());
        self.0.extend(text.as_bytes());
    }
}
