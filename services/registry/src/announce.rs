//! The public events of the register: codes, dates and public keys, never reasons or texts.

use jiefen_ledger::wire::{date_to, stamp};
use jiefen_ledger::{Announcement, Told, head};
use jiefen_proto::jiefen::common::v1::{Date as WireDate, FactHead};
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_registry_rules::roster::Fact as Person;
use jiefen_registry_rules::unit::Fact as Own;
use jiefen_registry_rules::{Fact, Tree};
use jiefen_vocab::Agency;
use jiff::civil::Date;

/// The power-and-duty lists (实施方案二) and the mesh (八(四)).
const LIST: &str = "贺党办〔2021〕15号 二";
const MESH: &str = "贺党办〔2021〕15号 八(四)";
/// The rosters (特邀调解规定 8, 10) and whom the court is told of (人民调解法 10).
const ROSTER: &str = "特邀调解规定 8、10；人民调解法 10";

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
    PersonAdded = "roster", "added";
    PersonAmended = "roster", "amended";
    PersonConfirmed = "roster", "confirmed";
    PersonTakenOff = "roster", "taken_off";
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
    match fact {
        Fact::Unit(fact) => of_unit(told, fact),
        Fact::Roster(fact) => of_person(told, fact),
    }
}

fn of_person(told: &Told<'_>, fact: &Person) -> Option<Announcement> {
    let head: Option<FactHead> = Some(head(told, ROSTER));
    match fact {
        Person::PersonAdded { unit, card, on, .. } => tell(pb::PersonAdded {
            head,
            unit: unit.to_string(),
            calling: card.calling.code().to_owned(),
            since: day(card.since),
            until: card.until.and_then(day),
            on: day(*on),
        }),
        Person::PersonAmended { card, on } => tell(pb::PersonAmended {
            head,
            calling: card.calling.code().to_owned(),
            since: day(card.since),
            until: card.until.and_then(day),
            on: day(*on),
        }),
        Person::PersonConfirmed { on } => tell(pb::PersonConfirmed { head, on: day(*on) }),
        Person::PersonTakenOff { on, .. } => tell(pb::PersonTakenOff { head, on: day(*on) }),
        // The clock's own event says it.
        Person::CheckFellDue { .. } => None,
    }
}

fn of_unit(told: &Told<'_>, fact: &Own) -> Option<Announcement> {
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
