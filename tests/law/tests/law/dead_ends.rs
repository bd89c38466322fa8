//! Faults planted in the real charts, as `dead_ends.txt` lists them: each must be found, by its name.

use std::collections::BTreeSet;

use jiefen_law::{Entry, entries};
use jiefen_procedure::{Chart, Ending, Owner, Stage, Step, prove_with};

const LIST: &str = include_str!("dead_ends.txt");

/// A chart that can be changed.
struct Draft {
    stages: Vec<Stage>,
    steps: Vec<Step>,
}

impl Draft {
    fn of(chart: &Chart) -> Draft {
        Draft { stages: chart.stages.to_vec(), steps: chart.steps.to_vec() }
    }

    fn stage(&mut self, state: &str) -> &mut Stage {
        self.stages.iter_mut().find(|stage| stage.state == state).expect("the state is there")
    }

    fn at(&self, from: &str, by: &str, to: &str) -> usize {
        let from = if from == "-" { "" } else { from };
        let found = self.steps.iter().position(|s| (s.from, s.by, s.to) == (from, by, to));
        found.unwrap_or_else(|| panic!("no step {from} {by} {to}"))
    }

    /// Breaks the chart as one line says.
    fn break_as(&mut self, what: &'static str) {
        let words: Vec<&'static str> = what.split_whitespace().collect();
        match *words.as_slice() {
            ["drop-step", from, by, to] => drop(self.steps.remove(self.at(from, by, to))),
            ["drop-out", state] => self.steps.retain(|s| s.from != state || s.to == state),
            ["drop-in", state] => self.steps.retain(|s| s.to != state || s.from == state),
            ["redirect", from, by, to, other] => {
                let at = self.at(from, by, to);
                self.steps[at].to = other;
            }
            ["rename", from, by, to, other] => {
                let at = self.at(from, by, to);
                self.steps[at].by = other;
            }
            ["drop-basis", from, by, to] => {
                let at = self.at(from, by, to);
                self.steps[at].basis = "";
            }
            ["twice-step", from, by, to] => {
                self.steps.push(self.steps[self.at(from, by, to)].clone())
            }
            ["add-step", from, by, to] => self.steps.push(Step { from, by, to, basis: "T-A-01" }),
            ["turn-inwards", state] => {
                self.steps.iter_mut().filter(|s| s.from == state).for_each(|s| s.to = state);
            }
            ["drop-clocks", state] => self.stage(state).clocks = &[],
            ["drop-clock", state, key] => {
                let clocks = self.stage(state).clocks;
                assert!(clocks.contains(&key), "{state} has no clock {key}");
                let left: Vec<&str> = clocks.iter().copied().filter(|one| *one != key).collect();
                self.stage(state).clocks = left.leak();
            }
            ["add-clock", state, key] => {
                let clocks = [self.stage(state).clocks, &[key]].concat();
                self.stage(state).clocks = clocks.leak();
            }
            ["drop-owner", state] => self.stage(state).owner = Owner::None,
            ["drop-name", state] => self.stage(state).zh = "",
            ["drop-state", state] => self.stages.retain(|stage| stage.state != state),
            ["twice-state", state] => {
                let stage = self.stage(state).clone();
                self.stages.push(stage);
            }
            ["open", state] => self.stage(state).ending = Ending::Open,
            ["end", state] => self.stage(state).ending = Ending::Ended,
            _ => panic!("no such way to break a chart: {what}"),
        }
    }

    fn chart(self, of: &Chart) -> Chart {
        Chart { stages: self.stages.leak(), steps: self.steps.leak(), ..of.clone() }
    }
}

#[test]
fn every_planted_dead_end_is_found() {
    let entries = entries();
    let (mut planted, mut procedures, mut ways) =
        (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut missed = Vec::new();
    for line in LIST.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let [kind, what, expected] = *line.split(" | ").collect::<Vec<_>>().as_slice() else {
            panic!("three columns: {line}");
        };
        let entry = entries.iter().find(|entry| entry.kind() == kind);
        let entry = entry.unwrap_or_else(|| panic!("no procedure {kind}"));
        let mut draft = Draft::of(entry.chart);
        draft.break_as(what);
        let chart = draft.chart(entry.chart);
        let found: Vec<String> =
            prove_with(&chart, entry.commands).iter().map(ToString::to_string).collect();
        if !found.iter().any(|fault| fault == expected) {
            missed.push(format!("{line}; found {found:?}"));
        }
        assert!(planted.insert((kind, what)), "stands twice: {line}");
        procedures.insert(kind);
        ways.extend(what.split(' ').next());
    }
    assert!(missed.is_empty(), "{} not found:\n{}", missed.len(), missed.join("\n"));
    let spared: Vec<&str> =
        entries.iter().map(Entry::kind).filter(|kind| !procedures.contains(kind)).collect();
    assert!(spared.is_empty(), "nothing planted in {spared:?}");
    assert_eq!(ways.len(), 18, "{ways:?}");
    let (planted, procedures, ways) = (planted.len(), procedures.len(), ways.len());
    println!("{planted} dead ends planted in {procedures} charts in {ways} ways, all found");
}
