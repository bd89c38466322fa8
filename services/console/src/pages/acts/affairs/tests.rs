use std::collections::BTreeSet;

use jiefen_procedure::Procedure;
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
        let procedure = match affair.about {
            About::Letter => "order",
            About::Screening => "screening_campaign",
            About::Risk => "risk_case",
            About::Unit => "unit",
            About::Person => "roster",
        };
        for state in affair.states {
            assert!(known.contains(&(procedure, *state)), "{}: {state}", affair.key);
        }
    }
}

#[test]
fn an_affair_has_its_address_alone() {
    let keys: BTreeSet<(&str, &str)> =
        all().map(|affair| (affair.about.code(), affair.key)).collect();
    assert_eq!(keys.len(), all().count());
}

/// What the law lets the staff do with an entry is an act, in exactly the states in which the chart takes it and for
/// exactly the posts that may do it.
fn check<P: Procedure>(about: About, acts: &[(&str, &str)]) {
    let staff = |command: &&&str| P::roles(command).iter().any(|role| *role != Role::System);
    let given: BTreeSet<&str> = P::COMMANDS.iter().filter(staff).copied().collect();
    assert_eq!(acts.iter().map(|(command, _)| *command).collect::<BTreeSet<_>>(), given);
    for (command, key) in acts {
        let affair = all().find(|affair| affair.about == about && affair.key == *key).unwrap();
        let may: BTreeSet<Role> = P::roles(command).iter().copied().collect();
        assert_eq!(affair.roles.iter().copied().collect::<BTreeSet<_>>(), may, "{command}");
        let steps = P::chart().steps.iter().filter(|step| step.by == *command);
        let taken: BTreeSet<&str> =
            steps.map(|step| step.from).filter(|from| !from.is_empty()).collect();
        assert_eq!(affair.states.iter().copied().collect::<BTreeSet<_>>(), taken, "{command}");
    }
}

#[test]
fn everything_that_the_register_does_can_be_done_on_the_pages() {
    check::<jiefen_registry_rules::unit::Unit>(
        About::Unit,
        &[
            ("add_unit", "add"),
            ("amend_unit", "amend"),
            ("move_unit", "move"),
            ("admit_node", "admit"),
            ("rotate_key", "rotate"),
            ("suspend_node", "suspend"),
            ("close_unit", "end"),
            ("confirm_unit", "confirm"),
        ],
    );
    check::<jiefen_registry_rules::roster::Roster>(
        About::Person,
        &[
            ("add_person", "add-person"),
            ("amend_person", "amend-person"),
            ("confirm_person", "confirm-person"),
            ("take_off", "take-off"),
        ],
    );
}
