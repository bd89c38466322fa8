//! Who may give which command, of every procedure, also of those that no service runs yet.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use jiefen_law::{Entry, areas, entries};
use jiefen_procedure::Ending;
use jiefen_vocab::Role;

/// Areas that supervise, assess, coordinate or keep the register: their commands decide no dispute.
const OWN_WORK: &[&str] = &["assessment", "coordination", "registry"];

fn row(entry: &Entry, command: &str) -> String {
    let mut roles: Vec<&str> = (entry.roles)(command).iter().map(|role| role.code()).collect();
    roles.sort_unstable();
    let holder = if (entry.needs_holding)(command) { "holder" } else { "anybody" };
    format!("{}/{}.{command} {holder}: {}", entry.area, entry.kind(), roles.join(" "))
}

fn is_served(entry: &Entry) -> bool {
    let own = format!("{}.", entry.kind());
    areas().iter().any(|(area, _, served)| {
        *area == entry.area && served.iter().any(|name| name.starts_with(&own))
    })
}

#[test]
fn every_command_has_somebody_and_a_made_up_one_has_nobody() {
    for entry in entries() {
        for command in entry.commands {
            assert!(!(entry.roles)(command).is_empty(), "{}.{command}", entry.kind());
        }
        assert!((entry.roles)("made_up").is_empty(), "{}", entry.kind());
    }
}

/// I10: who coordinates, leads, assesses or keeps the machines does not decide a case. A command decides
/// when a step by it ends the procedure.
#[test]
fn no_outcome_command_is_open_to_those_who_only_coordinate_or_assess() {
    let mut open = Vec::new();
    for entry in entries().iter().filter(|entry| !OWN_WORK.contains(&entry.area)) {
        let ends = |state: &str| {
            let stage = entry.chart.stages.iter().find(|stage| stage.state == state);
            stage.is_some_and(|stage| stage.ending == Ending::Ended)
        };
        for step in entry.chart.steps.iter().filter(|step| ends(step.to)) {
            let name = format!("{}.{}", entry.kind(), step.by);
            let barred = [Role::Coordinator, Role::Leader, Role::Assessor, Role::Operator];
            for role in barred.iter().filter(|role| (entry.roles)(step.by).contains(role)) {
                open.push(format!("{name}: {role}"));
            }
        }
    }
    open.dedup();
    assert!(open.is_empty(), "{}", open.join("\n"));
}

#[test]
fn the_roles_of_procedures_without_a_service_are_as_decided() {
    let mut text = String::new();
    for entry in entries().iter().filter(|entry| !is_served(entry)) {
        for command in entry.commands {
            writeln!(text, "{}", row(entry, command)).unwrap();
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/law/roles.txt");
    if std::env::var("JIEFEN_GOLDEN").is_ok_and(|what| what == "write") {
        std::fs::write(&path, text).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let differing = kept.lines().zip(text.lines()).find(|(old, new)| old != new);
    assert!(kept == text, "roles.txt: somebody may do more or less than before: {differing:?}");
}

#[test]
fn the_roles_of_served_procedures_are_those_of_the_contract() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../contract/roles.txt");
    let contract = std::fs::read_to_string(path).unwrap();
    let rows: BTreeMap<&str, &str> =
        contract.lines().filter_map(|row| row.split_once(' ')).collect();
    let mut served = 0;
    for entry in entries().iter().filter(|entry| is_served(entry)) {
        for command in entry.commands {
            let row = row(entry, command);
            let (name, who) = row.split_once(' ').unwrap();
            assert_eq!(rows.get(name), Some(&who), "{name}");
            served += 1;
        }
    }
    assert_eq!(served, rows.len(), "the contract has rows of procedures that nobody has");
}
