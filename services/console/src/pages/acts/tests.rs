use std::collections::BTreeSet;

use jiefen_procedure::{Chart, Procedure};
use jiefen_vocab::Role;

use super::{Act, DESK, all};

/// The charts of the deciding bodies whose cases are served.
pub(in crate::pages) fn deciding() -> Vec<&'static Chart> {
    vec![
        jiefen_court_rules::filing::Filing::chart(),
        jiefen_court_rules::confirmation::Confirmation::chart(),
        jiefen_court_rules::protection_order::ProtectionOrder::chart(),
        jiefen_court_rules::enforcement::Enforcement::chart(),
        jiefen_court_rules::payment_order::PaymentOrder::chart(),
        jiefen_arbitration_rules::labour_arbitration::LabourArbitration::chart(),
        jiefen_petition_rules::petition::Petition::chart(),
        jiefen_administrative_rules::reconsideration::Reconsideration::chart(),
    ]
}

/// An act in a state that there is not would never be offered, and nobody would miss it.
#[test]
fn every_act_is_offered_in_states_that_its_procedure_has() {
    let charts = jiefen_intake_rules::charts()
        .into_iter()
        .chain(jiefen_mediation_rules::charts())
        .chain(deciding());
    let known: BTreeSet<(&str, &str)> = charts
        .flat_map(|chart| chart.stages.iter().map(|stage| (chart.kind, stage.state)))
        .collect();
    for act in all().filter(|act| act.procedure != DESK) {
        for state in act.states {
            assert!(known.contains(&(act.procedure, *state)), "{}: {state}", act.key);
        }
    }
}

#[test]
fn an_act_has_its_address_alone() {
    let keys: BTreeSet<(&str, &str)> = all().map(|act| (act.procedure, act.key)).collect();
    assert_eq!(keys.len(), all().count());
}

/// What the law lets the staff give, without what the protocol alone gives and what no service takes.
fn commands<P: Procedure>(unserved: &[&str]) -> BTreeSet<&'static str> {
    let staff = |command: &&&str| {
        P::roles(command).iter().any(|role| !matches!(role, Role::System | Role::Party))
    };
    let given = P::COMMANDS.iter().filter(staff).copied();
    given.filter(|command| !unserved.contains(command)).collect()
}

/// Holds the acts of a procedure against its law: every command of the staff is an act, in exactly the states in which
/// the chart takes it and for exactly the posts that may give it.
fn check<P: Procedure>(begins: &[&str], unserved: &[&str]) {
    let chart = P::chart();
    let of = |act: &&Act| act.procedure == chart.kind && !act.begins();
    let acts: BTreeSet<&str> = all().filter(of).map(|act| act.key).collect();
    let mut wanted = commands::<P>(unserved);
    let first: BTreeSet<&str> = begins.iter().copied().collect();
    let begun: BTreeSet<&str> = wanted.intersection(&first).copied().collect();
    assert_eq!(begun, first, "{} begins with these", chart.kind);
    wanted.retain(|command| !first.contains(command) || acts.contains(command));
    assert_eq!(acts, wanted, "{}", chart.kind);
    for act in all().filter(of) {
        let roles: BTreeSet<Role> = act.roles.iter().copied().collect();
        let may = P::roles(act.key).iter().copied();
        let may: BTreeSet<Role> =
            may.filter(|role| !matches!(role, Role::System | Role::Party)).collect();
        assert_eq!(roles, may, "{} {}", chart.kind, act.key);
        let by_hand = chart.steps.iter().filter(|step| step.by == act.key && !step.from.is_empty());
        let ended = |state: &str| {
            chart
                .stages
                .iter()
                .any(|stage| stage.state == state && stage.ending != jiefen_procedure::Ending::Open)
        };
        let taken: BTreeSet<&str> =
            by_hand.map(|step| step.from).filter(|state| !ended(state)).collect();
        let states: BTreeSet<&str> = act.states.iter().copied().collect();
        if taken.is_empty() {
            // A step that a clock takes by itself: the staff may take it too, from where the clock runs.
            assert!(!states.is_empty(), "{} {}", chart.kind, act.key);
        } else {
            assert_eq!(states, taken, "{} {}", chart.kind, act.key);
        }
    }
}

#[test]
fn every_command_of_the_staff_of_the_deciding_bodies_is_an_act_where_the_law_takes_it() {
    check::<jiefen_court_rules::filing::Filing>(&["receive_complaint"], &[]);
    check::<jiefen_court_rules::confirmation::Confirmation>(&["apply"], &[]);
    check::<jiefen_court_rules::protection_order::ProtectionOrder>(&["apply"], &[]);
    check::<jiefen_court_rules::enforcement::Enforcement>(&["apply"], &[]);
    check::<jiefen_court_rules::payment_order::PaymentOrder>(&["apply"], &[]);
    // An appraisal stops no term of these: the law refuses both steps.
    let appraisal = ["begin_appraisal", "end_appraisal"];
    check::<jiefen_mediation_rules::industry_mediation::IndustryMediation>(&["open"], &appraisal);
    check::<jiefen_mediation_rules::lawyer_mediation::LawyerMediation>(&["open"], &appraisal);
    check::<jiefen_arbitration_rules::labour_arbitration::LabourArbitration>(&["apply"], &[]);
    check::<jiefen_petition_rules::petition::Petition>(&["receive"], &[]);
    check::<jiefen_administrative_rules::reconsideration::Reconsideration>(&["apply"], &[]);
}
