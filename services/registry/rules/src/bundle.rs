//! The register as bytes: the same set gives the same bytes everywhere, so one signature fits all.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::entry::{Duty, Key, Post, Profile};
use crate::register::Register;
use crate::unit::{Stage, State};

/// What the bytes begin with: they cannot be taken for anything else that is signed.
const DOMAIN: &str = "jiefen-registry-bundle-v1";

/// A version of the register, handed to every node. Signing happens elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundle {
    /// The bundle's number; a lower one never replaces a higher one.
    pub version: u64,
    /// The day on which it was made.
    pub as_of: Date,
    /// The units, sorted by region and code, each once.
    pub units: Vec<State>,
}

impl Bundle {
    /// The bundle of a register, closed units too: their old signatures stay checkable.
    pub fn of(register: &Register, version: u64, as_of: Date) -> Bundle {
        Bundle::sorted(version, as_of, register.all().cloned().collect())
    }

    /// The bundle of these units, in any order; the last of an agency counts.
    pub fn sorted(version: u64, as_of: Date, units: Vec<State>) -> Bundle {
        let sorted: std::collections::BTreeMap<_, _> =
            units.into_iter().map(|unit| (unit.agency, unit)).collect();
        Bundle { version, as_of, units: sorted.into_values().collect() }
    }

    /// The canonical bytes: every field with its length in front, lists with their count, sets sorted.
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.text(DOMAIN);
        out.text(&self.version.to_string());
        out.text(&self.as_of.to_string());
        out.count(self.units.len());
        for unit in &self.units {
            write_unit(&mut out, unit);
        }
        out.0
    }
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

    fn option(&mut self, value: Option<&str>) {
        self.count(usize::from(value.is_some()));
        if let Some(text) = value {
            self.text(text);
        }
    }
}

fn write_unit(out: &mut Writer, unit: &State) {
    out.text(&unit.agency.to_string());
    out.text(&unit.version.to_string());
    out.text(&unit.changed_on.to_string());
    write_profile(out, &unit.profile);
    out.option(unit.territorial.map(|a| a.to_string()).as_deref());
    out.option(unit.authority.map(|a| a.to_string()).as_deref());
    let (stage, detail) = match &unit.stage {
        Stage::Listed => ("listed", String::new()),
        Stage::Admitted { .. } => ("admitted", String::new()),
        Stage::Suspended { reason, since, .. } => ("suspended", format!("{since} {reason}")),
        Stage::Closed { on, successor, .. } => {
            let to = successor.map(|agency| agency.to_string()).unwrap_or_default();
            ("closed", format!("{on} {to}"))
        }
    };
    out.text(stage);
    out.text(&detail);
    let node = unit.node();
    out.count(node.map_or(0, |node| node.keys.len()));
    for key in node.iter().flat_map(|node| &node.keys) {
        write_key(out, key);
    }
    out.count(node.map_or(0, |node| node.endpoints.len()));
    for endpoint in node.iter().flat_map(|node| &node.endpoints) {
        out.text(endpoint);
    }
}

fn write_profile(out: &mut Writer, profile: &Profile) {
    out.text(profile.kind.code());
    out.text(&profile.name);
    out.option(profile.served_by.map(|a| a.to_string()).as_deref());
    out.text(&profile.source);
    out.text(&profile.valid_from.to_string());
    out.option(profile.valid_to.map(|day| day.to_string()).as_deref());
    let mut posts: Vec<&Post> = profile.posts.iter().collect();
    posts.sort();
    out.count(posts.len());
    for post in posts {
        out.text(&post.code);
        out.text(&post.name);
        out.text(post.role.code());
    }
    let mut duties: Vec<&Duty> = profile.duties.iter().collect();
    duties.sort();
    out.count(duties.len());
    for duty in duties {
        out.text(&duty.clause);
        out.text(duty.power.code());
        out.count(duty.kinds.len());
        duty.kinds.iter().for_each(|kind| out.text(kind.code()));
        out.count(duty.tracks.len());
        duty.tracks.iter().for_each(|track| out.text(track.code()));
    }
}

fn write_key(out: &mut Writer, key: &Key) {
    out.text(key.key.as_str());
    out.text(&key.from.0.to_string());
    out.option(key.to.map(|to| to.0.to_string()).as_deref());
}
