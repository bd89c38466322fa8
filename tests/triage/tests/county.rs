//! The routes of triage and the county's power-and-duty lists agree: whom a rule names exists, and has the power.

#![allow(clippy::unwrap_used)] // helpers of tests

use std::collections::{BTreeMap, BTreeSet};

use jiefen_registry_rules::{County, Register, county};
use jiefen_vocab::{DisputeKind, Region, TrackKind};
use jiff::civil::{Date, date};
use serde::Deserialize;

const ROUTES: &str = include_str!("../../../services/triage/data/routes.toml");
const MATTERS: &str = include_str!("../../../services/triage/data/cues-matters.toml");
const DAY: Date = date(2026, 3, 2);
/// A village, a community, a town, the county: a rule may be meant for any of them.
const PLACES: [&str; 5] = ["640122101203", "640122001001", "640122101", "640122001", "640122"];

#[derive(Deserialize)]
struct File {
    route: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    #[serde(default)]
    when: toml::Table,
    unit: String,
    track: TrackKind,
    #[serde(default)]
    with: Vec<String>,
}

impl Row {
    /// The kinds for which it is written; without any: all that no rule before it takes whole.
    fn kinds(&self, taken: &BTreeSet<DisputeKind>) -> Vec<DisputeKind> {
        let named = self.named();
        let all = if named.is_empty() { DisputeKind::ALL.to_vec() } else { named };
        all.into_iter().filter(|kind| !taken.contains(kind)).collect()
    }

    fn named(&self) -> Vec<DisputeKind> {
        let kinds = self.when.get("kind").and_then(toml::Value::as_array);
        let code = |kind: &toml::Value| kind.as_str().unwrap().parse().unwrap();
        kinds.map(|kinds| kinds.iter().map(code).collect()).unwrap_or_default()
    }

    /// The kinds of unit that it may mean.
    fn units(&self) -> Vec<&str> {
        match self.unit.as_str() {
            "@received" | "@matter" => vec![],
            "@grassroots" => vec!["village_mediation", "community_committee"],
            "@town" => vec!["town_mediation"],
            other => vec![other.strip_prefix("@received|").unwrap_or(other)],
        }
    }
}

fn routes() -> Vec<Row> {
    toml::from_str::<File>(ROUTES).unwrap().route
}

fn helan() -> County {
    let register: Register = county::register(DAY).unwrap();
    let bundle = jiefen_registry_rules::Bundle::of(&register, 1, DAY);
    County::new(&bundle, "640122.registry".parse().unwrap())
}

fn places() -> impl Iterator<Item = Region> {
    PLACES.iter().map(|place| place.parse().unwrap())
}

#[test]
fn every_unit_that_a_route_names_is_in_the_county() {
    let county = helan();
    let there = |unit: &str| places().any(|place| county.agency(unit, place, DAY).is_some());
    for route in routes() {
        for unit in route.units().into_iter().chain(route.with.iter().map(String::as_str)) {
            assert!(there(unit), "{}: {unit}", route.id);
        }
    }
    assert!(!there("castle"));
}

#[test]
fn every_unit_that_a_route_makes_responsible_has_the_power_for_its_kinds_on_its_track() {
    let county = helan();
    let mut taken = BTreeSet::new();
    let mut lacking: BTreeMap<(String, String), BTreeSet<&str>> = BTreeMap::new();
    for route in routes() {
        let kinds = route.kinds(&taken);
        if route.when.keys().all(|condition| condition == "kind") {
            taken.extend(route.named());
        }
        if route.track == TrackKind::NoneUntilInformation {
            continue;
        }
        for unit in route.units() {
            let able = |kind: DisputeKind| {
                places().any(|place| {
                    let found = county.responsible(unit, (kind, route.track), place, DAY);
                    found.is_some_and(|found| found.power.is_some())
                })
            };
            let without = kinds.iter().copied().filter(|kind| !able(*kind));
            let without: BTreeSet<&str> = without.map(DisputeKind::code).collect();
            if !without.is_empty() {
                lacking.insert((route.id.clone(), unit.to_owned()), without);
            }
        }
    }
    assert!(lacking.is_empty(), "{lacking:#?}");
}

#[test]
fn every_department_whose_matter_a_text_names_may_settle_what_is_against_it() {
    #[derive(Deserialize)]
    struct Cues {
        cue: Vec<toml::Table>,
    }
    let county = helan();
    let cues: Cues = toml::from_str(MATTERS).unwrap();
    let units: BTreeSet<&str> =
        cues.cue.iter().filter_map(|cue| cue.get("unit").and_then(toml::Value::as_str)).collect();
    assert!(units.len() > 10);
    let open = |unit: &str, track| {
        places().any(|place| {
            let found = county.responsible(unit, (DisputeKind::Administrative, track), place, DAY);
            found.is_some_and(|found| found.power.is_some())
        })
    };
    let without = |track| units.iter().filter(|unit| !open(unit, track)).collect::<Vec<_>>();
    assert_eq!(without(TrackKind::AdministrativeMediation), Vec::<&&str>::new());
    // The archive is an institution: it may be made responsible (五(二)2), but decides on no petition.
    assert_eq!(without(TrackKind::Petition), [&"archives"]);
}
