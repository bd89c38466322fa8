//! The chart of a risk case, its rows unfolded into single steps.

use std::sync::OnceLock;

use jiefen_procedure::{Chart, Ending, Owner, Stage, Step};

const LEVELS: &[&str] = &["yellow", "orange", "red"];

/// Steps within each level.
const WITHIN: &[(&str, &str)] = &[
    ("join_signal", "C-040"),
    ("name_investigator", "C-040"),
    ("assemble_team", "C-096"),
    ("record_contact", "C-096；C-142"),
    ("record_finding", "C-040"),
    ("assign_task", "C-040"),
    ("prove_task", "C-040"),
    ("expect_payment", "S02"),
    ("prove_payment", "S02"),
    ("note_incident", "C-237"),
    ("clock:watch", "policy.incident_watch；policy.incident_situation"),
    ("clock:contact", "policy.signal_contact"),
    ("clock:team", "policy.risk_team"),
    ("clock:task", "policy.risk_task"),
    ("clock:payment", "policy.risk_payment"),
];

const fn open(state: &'static str, zh: &'static str) -> Stage {
    let clocks = &["watch", "contact", "team", "task", "payment"];
    Stage { state, zh, owner: Owner::Agency, clocks, ending: Ending::Open }
}

const fn ended(state: &'static str, zh: &'static str) -> Stage {
    Stage { state, zh, owner: Owner::None, clocks: &[], ending: Ending::Ended }
}

const STAGES: &[Stage] = &[
    open("yellow", "黄色预警"),
    open("orange", "橙色预警"),
    open("red", "红色预警"),
    ended("closed", "已销号"),
    ended("unfounded", "核实不属实"),
];

/// The chart of a risk case.
pub fn chart() -> &'static Chart {
    static CHART: OnceLock<Chart> = OnceLock::new();
    CHART.get_or_init(|| Chart {
        kind: super::KIND,
        zh: "风险事项",
        stages: STAGES,
        steps: Vec::leak(unfold()),
    })
}

fn unfold() -> Vec<Step> {
    let mut steps = Vec::new();
    let step = |from, by, to, basis| Step { from, by, to, basis };
    for (at, from) in LEVELS.iter().enumerate() {
        steps.push(step("", "open", from, "C-040；C-096"));
        steps.extend(WITHIN.iter().map(|(by, basis)| step(from, by, from, basis)));
        for to in LEVELS.iter().filter(|to| *to != from) {
            steps.push(step(from, "set_level", to, "C-040"));
        }
        for to in LEVELS.iter().skip(at + 1) {
            steps.push(step(from, "join_signal", to, "C-040"));
        }
        steps.push(step(from, "close", "closed", "C-040；S02；S11"));
        steps.push(step(from, "find_unfounded", "unfounded", "C-040"));
    }
    steps
}
