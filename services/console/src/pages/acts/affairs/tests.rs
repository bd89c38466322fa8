use std::collections::BTreeSet;

use jiefen_assessment_rules::sheet::Sheet;
use jiefen_intake_rules::mass_incident::MassIncident;
use jiefen_intake_rules::risk_case::RiskCase;
use jiefen_procedure::{Ending, Procedure};
use jiefen_vocab::Role;

use super::{About, all};

/// An act in a state that there is not would never be offered, and nobody would miss it.
#[test]
fn every_affair_is_offered_in_states_that_its_procedure_has() {
    let charts = jiefen_intake_rules::charts()
        .into_iter()
        .chain(jiefen_assessment_rules::charts())
        .chain(jiefen_registry_rules::charts());
    let known: BTreeSet<(&str, &str)> = charts
        .flat_map(|chart| chart.stages.iter().map(|stage| (chart.kind, stage.state)))
        .collect();
    for affair in all() {
        for state in affair.states {
            let here = known.contains(&(affair.about.procedure(), *state));
            assert!(here, "{}: {state}", affair.key);
        }
    }
}

#[test]
fn an_affair_has_its_address_alone() {
    let keys: BTreeSet<(&str, &str)> =
        all().map(|affair| (affair.about.code(), affair.key)).collect();
    assert_eq!(keys.len(), all().count());
}

/// What acts are called where they do not have the name of their command.
const WARNINGS: &[(&str, &str)] = &[
    ("contact", "record_contact"),
    ("investigator", "name_investigator"),
    ("finding", "record_finding"),
    ("task", "assign_task"),
    ("prove", "prove_task"),
    ("team", "assemble_team"),
    ("level", "set_level"),
    ("unfounded", "find_unfounded"),
];

/// Holds the acts on one thing against its law: every command of the staff is an act, in exactly the states in which the
/// chart takes it and for exactly the posts that may give it.
fn check<P: Procedure>(about: About, otherwise: &[(&str, &str)]) {
    let staff = |role: &Role| !matches!(role, Role::System | Role::Party);
    let wanted: BTreeSet<&str> =
        P::COMMANDS.iter().copied().filter(|command| P::roles(command).iter().any(staff)).collect();
    let command = |key: &'static str| {
        let other = otherwise.iter().find(|(other, _)| *other == key);
        other.map_or(key, |(_, command)| *command)
    };
    let mut offered = BTreeSet::new();
    for affair in all().filter(|affair| affair.about == about) {
        let command = command(affair.key);
        offered.insert(command);
        let roles: BTreeSet<Role> = affair.roles.iter().copied().collect();
        let may: BTreeSet<Role> = P::roles(command).iter().copied().filter(staff).collect();
        assert_eq!(roles, may, "{command}");
        let taken = P::chart().steps.iter().filter(|step| step.by == command);
        let taken: BTreeSet<&str> =
            taken.map(|step| step.from).filter(|from| !from.is_empty()).collect();
        let states: BTreeSet<&str> = affair.states.iter().copied().collect();
        assert_eq!(states, taken, "{command}");
        let known = |state: &&&str| P::chart().stages.iter().any(|stage| stage.state == **state);
        assert_eq!(states.iter().filter(known).count(), states.len(), "{command}");
    }
    assert_eq!(offered, wanted, "{}", P::KIND);
    assert!(P::chart().stages.iter().any(|stage| stage.ending == Ending::Open));
}

const UNITS: &[(&str, &str)] = &[
    ("add", "add_unit"),
    ("amend", "amend_unit"),
    ("move", "move_unit"),
    ("admit", "admit_node"),
    ("rotate", "rotate_key"),
    ("suspend", "suspend_node"),
    ("end", "close_unit"),
    ("confirm", "confirm_unit"),
];

const PEOPLE: &[(&str, &str)] = &[
    ("add-person", "add_person"),
    ("amend-person", "amend_person"),
    ("confirm-person", "confirm_person"),
    ("take-off", "take_off"),
];

#[test]
fn every_command_of_the_staff_without_a_dispute_is_an_act_where_the_law_takes_it() {
    check::<MassIncident>(About::Incident, &[]);
    check::<RiskCase>(About::Risk, WARNINGS);
    check::<Sheet>(About::Sheet, &[]);
    check::<jiefen_registry_rules::unit::Unit>(About::Unit, UNITS);
    check::<jiefen_registry_rules::roster::Roster>(About::Person, PEOPLE);
}
