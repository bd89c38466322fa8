//! The public events: their bytes never change, and nobody is named in them.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_coordination_rules::suggestion::{Fact, Proposed};
use jiefen_handoff::Desk;
use jiefen_ledger::{Announcement, Told, hex};
use jiefen_procedure::{Actor, Circumstances};
use jiefen_terms::Law;
use jiefen_vocab::{FactId, Moment, Role, TrackKind};

use super::{CENTRE, FAILED, OFFICE, TOWN, dispute};
use crate::announce::{EVENTS, announce};
use crate::case_id;

/// The bytes of each event, `type hex` a line. A line may be added; none may change.
const GOLDEN: &str = include_str!("events.txt");
/// What no announcement may contain.
const CANARY: &str = "金丝雀";

fn facts() -> Vec<Fact> {
    let (on, seen) = (FAILED, FactId::from_bits(9));
    let route = Proposed {
        track: TrackKind::Litigation,
        body: "court".to_owned(),
        apply_by: Some("T-A-06".to_owned()),
        limits: vec![],
        cost: CANARY.to_owned(),
        effect: CANARY.to_owned(),
        basis: CANARY.to_owned(),
    };
    let opened = Fact::SuggestionOpened {
        dispute: dispute(),
        holder: TOWN.parse().unwrap(),
        centre: CENTRE.parse().unwrap(),
        trigger: FactId::from_bits(8),
        rule: "routes_after_failed_mediation".to_owned(),
        failed: TrackKind::PeopleMediationTown,
        routes: vec![route],
        reply: "policy.route_choice".to_owned(),
        remind: "policy.route_choice".to_owned(),
        on,
    };
    let (track, proposed, waited) = (TrackKind::Litigation, true, true);
    vec![
        opened,
        Fact::RouteChosen { seen, track, proposed, waited, on },
        Fact::HolderReminded { rule: "policy.route_choice".to_owned(), on },
        Fact::RaisedToCentre { centre: CENTRE.parse().unwrap(), on },
        Fact::SuggestionDropped { seen, waited, on },
    ]
}

fn announced(fact: Fact) -> Option<Announcement> {
    let agency = OFFICE.parse().unwrap();
    let actor = Actor { agency, person: CANARY.to_owned(), role: Role::System };
    let now = Moment::from_local(FAILED.at(9, 0, 0, 0));
    let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
    let told = Told {
        id: FactId::from_bits(1),
        case: case_id(dispute(), 1),
        version: 1,
        dispute: Some(dispute()),
        agency,
        desk: &Desk::default(),
        ctx: &ctx,
    };
    announce(&told, &fact.into())
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
fn no_event_says_more_than_codes() {
    for event in facts().into_iter().filter_map(announced) {
        let text = String::from_utf8_lossy(&event.payload);
        assert!(!text.contains(CANARY), "{}", event.kind);
    }
    assert_eq!(announced(Fact::HolderTold { on: FAILED }), None);
}
