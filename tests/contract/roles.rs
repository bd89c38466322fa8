//! The matrix role × command, every cell of it.

use std::fmt::Write as _;

use jiefen_procedure::Procedure;
use jiefen_vocab::Role;

struct Area {
    name: &'static str,
    commands: &'static [&'static str],
    roles: fn(&str) -> &'static [Role],
    holding: fn(&str) -> bool,
}

fn area<L: Procedure>(name: &'static str) -> Area {
    Area { name, commands: L::COMMANDS, roles: L::roles, holding: L::needs_holding }
}

fn areas() -> Vec<Area> {
    vec![
        area::<jiefen_registry_rules::Law>("registry"),
        area::<jiefen_intake_rules::Law>("intake"),
        area::<jiefen_mediation_rules::Law>("mediation"),
        area::<jiefen_court_rules::Law>("court"),
        area::<jiefen_arbitration_rules::Law>("arbitration"),
        area::<jiefen_petition_rules::Law>("petition"),
        area::<jiefen_administrative_rules::Law>("administrative"),
        area::<jiefen_assessment_rules::Law>("assessment"),
        area::<jiefen_coordination_rules::Law>("coordination"),
    ]
}

#[test]
fn every_cell_of_role_and_command_is_as_decided() {
    let mut text = String::new();
    for area in areas() {
        for command in area.commands {
            let mut roles: Vec<&str> =
                (area.roles)(command).iter().map(|role| role.code()).collect();
            roles.sort_unstable();
            let holder = if (area.holding)(command) { "holder" } else { "anybody" };
            writeln!(text, "{}/{command} {holder}: {}", area.name, roles.join(" ")).unwrap();
        }
    }
    super::golden("roles.txt", &text, "somebody may do more or less than before");
}

#[test]
fn every_command_has_somebody_who_may_give_it_and_a_made_up_one_has_nobody() {
    for area in areas() {
        for command in area.commands {
            assert!(!(area.roles)(command).is_empty(), "{}/{command}", area.name);
        }
        assert!((area.roles)("made_up.command").is_empty(), "{}", area.name);
    }
}

/// I10: who coordinates, leads or assesses does not decide cases.
#[test]
fn coordinators_leaders_and_assessors_give_no_outcome_command() {
    let barred = [Role::Coordinator, Role::Leader, Role::Assessor, Role::Registrar, Role::Operator];
    for area in areas() {
        if !["court", "arbitration", "administrative", "mediation", "petition"].contains(&area.name)
        {
            continue;
        }
        for command in area.commands {
            for role in barred {
                let may = (area.roles)(command).contains(&role);
                assert!(!may, "{role} may give {}/{command}", area.name);
            }
        }
    }
}
