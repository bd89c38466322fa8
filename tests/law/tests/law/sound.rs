//! Every chart of every area, proved.

use std::collections::BTreeSet;

use jiefen_law::{areas, entries, rule_ids};
use jiefen_procedure::prove_with;
use jiefen_terms::Law;

#[test]
fn every_chart_of_every_area_is_without_a_dead_end() {
    let mut faults = Vec::new();
    let (mut states, mut steps) = (0, 0);
    for entry in entries() {
        let found = prove_with(entry.chart, entry.commands);
        faults
            .extend(found.iter().map(|fault| format!("{}.{}: {fault}", entry.area, entry.kind())));
        states += entry.chart.stages.len();
        steps += entry.chart.steps.len();
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    println!("{} charts, {states} states, {steps} steps: no dead end", entries().len());
}

#[test]
fn the_list_of_procedures_is_that_of_the_areas() {
    let kinds = |area: &str| -> BTreeSet<&str> {
        entries().iter().filter(|entry| entry.area == area).map(|entry| entry.kind()).collect()
    };
    for (area, charts, _) in areas() {
        let said: BTreeSet<&str> = charts.iter().map(|chart| chart.kind).collect();
        assert_eq!(kinds(area), said, "{area}");
        assert_eq!(charts.len(), said.len(), "{area}: a chart stands twice");
    }
    let all: BTreeSet<&str> = entries().iter().map(|entry| entry.kind()).collect();
    assert_eq!(all.len(), entries().len(), "two procedures of one kind");
}

#[test]
fn every_time_limit_that_a_chart_names_is_in_the_law() {
    let mut unknown = BTreeSet::new();
    for entry in entries() {
        for step in entry.chart.steps {
            for id in rule_ids(step.basis) {
                if Law::shipped().rule(id).is_err() {
                    unknown.insert(format!("{}: {} by {}: {id}", entry.kind(), step.from, step.by));
                }
            }
        }
    }
    assert!(unknown.is_empty(), "no such rule:\n{}", Vec::from_iter(unknown).join("\n"));
}

/// Commands that the law of a procedure never allows, and that it refuses with its reason.
const NEVER: &[(&str, &str)] = &[
    ("industry_mediation", "begin_appraisal"),
    ("industry_mediation", "end_appraisal"),
    ("lawyer_mediation", "begin_appraisal"),
    ("lawyer_mediation", "end_appraisal"),
    ("joint_mediation", "put_text"),
];

/// A command that no step of the chart makes is only lawful where a clock gives it.
#[test]
fn every_command_stands_in_the_chart_or_is_given_by_a_clock() {
    let mut idle = Vec::new();
    for entry in entries() {
        for command in entry.commands {
            let stands = entry.chart.steps.iter().any(|step| step.by == *command);
            let by_system = (entry.roles)(command).iter().any(|role| role.code() == "system");
            let never = NEVER.contains(&(entry.kind(), command));
            if !stands && !by_system && !never {
                idle.push(format!("{}: {command}", entry.kind()));
            }
        }
    }
    assert!(idle.is_empty(), "{}", idle.join("\n"));
}
