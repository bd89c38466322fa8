//! The public events: their bytes never change, and no text is in them.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_handoff::Desk;
use jiefen_ledger::{Announcement, Told, hex};
use jiefen_procedure::{Actor, Circumstances};
use jiefen_registry_rules::roster::{Calling, Card, Fact as Person, Ground, Manner};
use jiefen_registry_rules::unit::Fact as Unit;
use jiefen_registry_rules::{Fact, NodeKey, Profile, Tree, UnitKind};
use jiefen_terms::Law;
use jiefen_vocab::{Agency, FactId, Moment, Private, Role};

use super::{CANARY, TODAY, key, unit};
use crate::announce::{EVENTS, announce};
use crate::case_id;

/// The bytes of each event, `type hex` a line. A line may be added; none may change.
const GOLDEN: &str = include_str!("events.txt");

fn canary() -> String {
    CANARY.to_owned()
}

fn profile() -> Profile {
    Profile {
        kind: UnitKind::Government,
        name: canary(),
        posts: vec![],
        duties: vec![],
        served_by: Some(centre()),
        source: canary(),
        valid_from: TODAY,
        valid_to: None,
        also: Default::default(),
        phone: None,
        address: None,
        membership: None,
    }
}

fn centre() -> Agency {
    "640122.centre".parse().unwrap()
}

fn public(digit: char) -> NodeKey {
    key(digit).parse().unwrap()
}

fn card() -> Card {
    Card {
        name: Private::new(canary()),
        calling: Calling::FullTime,
        person: Some(canary()),
        phone: Some(Private::new(canary())),
        languages: vec![canary()],
        fields: Default::default(),
        organisation: canary(),
        certificate: canary(),
        manner: Manner::Elected,
        appointed_by: canary(),
        appointed_on: TODAY,
        basis: canary(),
        since: TODAY,
        until: Some(TODAY),
        trained_on: None,
        checked: true,
    }
}

fn facts() -> Vec<Fact> {
    let (on, at, basis) = (TODAY, Moment::from_local(TODAY.at(9, 0, 0, 0)), canary());
    let (superior, authority) = (Some(centre()), Some(centre()));
    let units = vec![
        Unit::UnitAdded { agency: unit(), profile: profile(), territorial: None, authority, on },
        Unit::UnitAmended { profile: profile(), on },
        Unit::UnitMoved { tree: Tree::Authority, superior, basis: basis.clone(), on },
        Unit::NodeAdmitted { key: public('a'), endpoints: vec![canary()], on, at },
        Unit::KeyRotated { key: public('b'), effective: at, on },
        Unit::NodeSuspended { reason: canary(), on, at },
        Unit::UnitClosed { successor: superior, basis, on, at },
        Unit::UnitConfirmed { on },
    ];
    let (unit_kind, ground, note) = (UnitKind::Mediation, Ground::Dismissed, canary());
    let people = vec![
        Person::PersonAdded { unit: centre(), unit_kind, card: Box::new(card()), on },
        Person::PersonAmended { card: Box::new(card()), on },
        Person::PersonConfirmed { on },
        Person::PersonTakenOff { ground, note, on },
    ];
    units.into_iter().map(Fact::from).chain(people.into_iter().map(Fact::from)).collect()
}

fn announced(fact: Fact) -> Option<Announcement> {
    let agency = "640122.registry".parse().unwrap();
    let actor = Actor { agency, person: canary(), role: Role::Registrar };
    let now = Moment::from_local(TODAY.at(9, 0, 0, 0));
    let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
    let told = Told {
        id: FactId::from_bits(1),
        case: case_id(unit()),
        version: 3,
        dispute: None,
        agency,
        desk: &Desk::default(),
        ctx: &ctx,
    };
    announce(&told, &fact)
}

#[test]
fn the_bytes_of_every_event_stay_the_same() {
    let found: BTreeMap<&str, String> = facts()
        .into_iter()
        .map(|fact| announced(fact).unwrap())
        .map(|event| (event.kind, hex(&event.payload)))
        .collect();
    let lines: Vec<String> = found.iter().map(|(kind, bytes)| format!("{kind} {bytes}")).collect();
    assert_eq!(lines, GOLDEN.lines().collect::<Vec<_>>(), "\n{}\n", lines.join("\n"));
    let announced: BTreeSet<&str> = found.into_keys().collect();
    assert_eq!(announced, EVENTS.iter().copied().collect(), "a sample of every event");
}

#[test]
fn no_event_says_a_text_or_an_address() {
    for event in facts().into_iter().filter_map(announced) {
        let text = String::from_utf8_lossy(&event.payload);
        assert!(!text.contains(CANARY), "{}", event.kind);
    }
    let late =
        [Unit::ReviewFellDue { on: TODAY }.into(), Person::CheckFellDue { on: TODAY }.into()];
    assert_eq!(late.map(announced), [None, None], "the clock's own event says it");
}
