//! The public events of the register: codes, dates and public keys, never reasons or texts.

use jiefen_ledger::wire::{date_to, stamp};
use jiefen_ledger::{Announcement, Told, head};
use jiefen_proto::jiefen::common::v1::{Date as WireDate, FactHead};
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_registry_rules::unit::Fact as Own;
use jiefen_registry_rules::{Fact, Tree};
use jiefen_vocab::Agency;
use jiff::civil::Date;

/// The power-and-duty lists (实施方案二) and the mesh (八(四)).
const LIST: &str = "贺党办〔2021〕15号 二";
const MESH: &str = "贺党办〔2021〕15号 八(四)";

macro_rules! events {
    ($($message:ident = $aggregate:literal, $fact:literal;)*) => {
        /// The types of the events that this area announces.
        pub const EVENTS: &[&str] = &[$(concat!("jiefen.registry.v1.", stringify!($message)),)*];

        $(impl Event for pb::$message {
            const KIND: &'static str = concat!("jiefen.registry.v1.", stringify!($message));
            const AGGREGATE: &'static str = $aggregate;
            const FACT: &'static str = $fact;
        })*
    };
}

trait Event: prost::Message {
    const KIND: &'static str;
    const AGGREGATE: &'static str;
    const FACT: &'static str;
}

events! {
    UnitAdded = "unit", "added";
    UnitAmended = "unit", "amended";
    UnitMoved = "unit", "moved";
    NodeAdmitted = "node", "admitted";
    KeyRotated = "node", "key_rotated";
    NodeSuspended = "node", "suspended";
    UnitClosed = "unit", "closed";
    UnitConfirmed = "unit", "confirmed";
}

fn tell<E: Event>(event: E) -> Option<Announcement> {
    let payload = event.encode_to_vec();
    Some(Announcement { kind: E::KIND, aggregate: E::AGGREGATE, fact: E::FACT, payload })
}

fn day(on: Date) -> Option<WireDate> {
    Some(date_to(on))
}

/// The wire form of a unit that may be none.
pub fn agency(agency: Option<Agency>) -> String {
    agency.map(|agency| agency.to_string()).unwrap_or_default()
}

/// The code of a tree.
pub fn tree(tree: Tree) -> &'static str {
    match tree {
        Tree::Territorial => "territorial",
        Tree::Authority => "authority",
    }
}

/// The public event of a fact, when it has one.
pub fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
    let Fact::Unit(fact) = fact;
    let list: Option<FactHead> = Some(head(told, LIST));
    let mesh: Option<FactHead> = Some(head(told, MESH));
    match fact {
        Own::UnitAdded { agency: unit, profile, territorial, authority, on } => {
            tell(pb::UnitAdded {
                head: list,
                agency: unit.to_string(),
                unit_kind: profile.kind.code().to_owned(),
                territorial: agency(*territorial),
                authority: agency(*authority),
                served_by: agency(profile.served_by),
                on: day(*on),
            })
        }
        Own::UnitAmended { profile, on } => tell(pb::UnitAmended {
            head: list,
            unit_kind: profile.kind.code().to_owned(),
            served_by: agency(profile.served_by),
            on: day(*on),
        }),
        Own::UnitMoved { tree: which, superior, on, .. } => tell(pb::UnitMoved {
            head: list,
            tree: tree(*which).to_owned(),
            superior: agency(*superior),
            on: day(*on),
        }),
        Own::NodeAdmitted { key, on, .. } => {
            tell(pb::NodeAdmitted { head: mesh, key: key.to_string(), on: day(*on) })
        }
        Own::KeyRotated { key, effective, on } => tell(pb::KeyRotated {
            head: mesh,
            key: key.to_string(),
            effective: Some(stamp(*effective)),
            on: day(*on),
        }),
        Own::NodeSuspended { on, .. } => tell(pb::NodeSuspended { head: mesh, on: day(*on) }),
        Own::UnitClosed { successor, on, .. } => {
            tell(pb::UnitClosed { head: list, successor: agency(*successor), on: day(*on) })
        }
        Own::UnitConfirmed { on } => tell(pb::UnitConfirmed { head: list, on: day(*on) }),
        // The clock's own event says it.
        Own::ReviewFellDue { .. } => None,
    }
}
