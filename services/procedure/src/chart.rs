//! Charts: a procedure's states and steps as data, and the proof that none is a dead end.

use std::collections::{BTreeMap, BTreeSet};

/// The chart of a procedure.
#[derive(Debug, Clone)]
pub struct Chart {
    /// The procedure's code, as in `Procedure::KIND`.
    pub kind: &'static str,
    /// Its Chinese name.
    pub zh: &'static str,
    /// The states; the first is where a case begins.
    pub stages: &'static [Stage],
    /// The steps.
    pub steps: &'static [Step],
}

/// A state of the chart.
#[derive(Debug, Clone)]
pub struct Stage {
    /// Its code, as in `Outline::state`.
    pub state: &'static str,
    /// Its Chinese name.
    pub zh: &'static str,
    /// Who must act.
    pub owner: Owner,
    /// The keys of the clocks that run in it. An open state has at least one.
    pub clocks: &'static [&'static str],
    /// Whether and how the procedure ends here.
    pub ending: Ending,
}

/// Who bears the next step of a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// The agency that holds the case.
    Agency,
    /// A party, whose right it is.
    Party,
    /// Nobody: the case has ended.
    None,
}

/// Whether a state is an ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The case goes on.
    Open,
    /// The procedure has ended in this state.
    Ended,
}

/// A step of the chart.
#[derive(Debug, Clone)]
pub struct Step {
    /// From this state; empty: the step that begins a case.
    pub from: &'static str,
    /// The command's name, as in `Procedure::name`; `clock:KEY` for the expiry of a clock.
    pub by: &'static str,
    /// To this state (the same one: the step changes the file, not the state).
    pub to: &'static str,
    /// The article or rule id.
    pub basis: &'static str,
}

/// What is wrong with a chart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum ChartFault {
    /// An open state without an owner.
    #[error("{0}: an open state without an owner")]
    NoOwner(&'static str),
    /// An open state without a clock.
    #[error("{0}: an open state without a clock")]
    NoClock(&'static str),
    /// An open state without a step that leaves it.
    #[error("{0}: an open state without a way out")]
    NoWayOut(&'static str),
    /// A clock whose expiry leads nowhere.
    #[error("{0}: the expiry of clock {1} leads nowhere")]
    SilentClock(&'static str, &'static str),
    /// A state that no step reaches.
    #[error("{0}: no step reaches this state")]
    Unreachable(&'static str),
    /// An open state from which no ending can be reached.
    #[error("{0}: no ending can be reached from here")]
    NoEnding(&'static str),
    /// A step from or to a state that the chart does not have.
    #[error("{0}: the chart has no such state")]
    UnknownState(&'static str),
    /// A step without a legal basis.
    #[error("{0} by {1}: a step without a legal basis")]
    NoBasis(&'static str, &'static str),
    /// An ended state that still owns a clock or a duty.
    #[error("{0}: an ending that owns a clock or a duty")]
    BusyEnding(&'static str),
    /// A step back into the procedure from a state in which it has ended, other than a comeback.
    #[error("{0} by {1}: a step after the end")]
    AfterEnd(&'static str, &'static str),
    /// A step by the expiry of a clock that does not run in its state.
    #[error("{0}: clock {1} expires, but does not run here")]
    UnlistedClock(&'static str, &'static str),
    /// A state that stands twice.
    #[error("{0}: the state stands twice")]
    TwiceState(&'static str),
    /// A step that stands twice.
    #[error("{0} by {1} to {2}: the step stands twice")]
    TwiceStep(&'static str, &'static str, &'static str),
    /// A state without a name or a Chinese name.
    #[error("{0}: a state without a Chinese name")]
    NoName(&'static str),
    /// A step by a command that the procedure does not have.
    #[error("{0} by {1}: the procedure has no such command")]
    UnknownCommand(&'static str, &'static str),
    /// A case that the expiry of clocks leads round and round, and that nobody's command takes out.
    #[error("{0}: clocks lead round in a circle that no command leaves")]
    ClockCircle(&'static str),
}

/// The commands by which an ended case lawfully comes back: it is re-opened, taken out of another one,
/// or handed over once more. Any other step after an end only corrects the file of an ended case.
const COMEBACKS: &[&str] = &["reopen", "unmerge", "take_over"];

impl Step {
    /// The key of the clock whose expiry makes this step; none for a command.
    pub fn clock(&self) -> Option<&'static str> {
        self.by.strip_prefix("clock:")
    }

    fn leaves(&self, state: &str) -> bool {
        self.from == state && self.to != state
    }
}

/// Every fault of a chart: open states need an owner, a clock and a way out; each clock's expiry leads
/// somewhere (a step `clock:KEY` out of or within the state) and only clocks that run expire; clocks
/// alone do not lead in a circle; every state is reachable and can end; an ended case does not go on;
/// nothing stands twice; each step has its legal basis.
pub fn prove(chart: &Chart) -> Vec<ChartFault> {
    let mut faults = BTreeSet::new();
    prove_steps(chart, &mut faults);
    let reached = reach(chart, |from, to| (from, to), &starts(chart));
    let ended: BTreeSet<&str> =
        chart.stages.iter().filter(|s| s.ending == Ending::Ended).map(|s| s.state).collect();
    let can_end = reach(chart, |from, to| (to, from), &ended);
    let mut seen = BTreeSet::new();
    for stage in chart.stages {
        if !seen.insert(stage.state) {
            faults.insert(ChartFault::TwiceState(stage.state));
        }
        if stage.state.trim().is_empty() || stage.zh.trim().is_empty() {
            faults.insert(ChartFault::NoName(stage.state));
        }
        if !reached.contains(stage.state) {
            faults.insert(ChartFault::Unreachable(stage.state));
        }
        match stage.ending {
            Ending::Open => prove_open(chart, stage, &can_end, &mut faults),
            Ending::Ended => {
                if stage.owner != Owner::None || !stage.clocks.is_empty() {
                    faults.insert(ChartFault::BusyEnding(stage.state));
                }
            }
        }
    }
    faults.into_iter().collect()
}

/// Every fault of a chart, and every step by a command that is not one of the procedure's own.
pub fn prove_with(chart: &Chart, commands: &[&str]) -> Vec<ChartFault> {
    let mut faults = prove(chart);
    let strange = |step: &&Step| step.clock().is_none() && !commands.contains(&step.by);
    let unknown = chart.steps.iter().filter(strange);
    faults.extend(unknown.map(|step| ChartFault::UnknownCommand(step.from, step.by)));
    faults
}

fn prove_steps(chart: &Chart, faults: &mut BTreeSet<ChartFault>) {
    let known: BTreeMap<&str, &Stage> =
        chart.stages.iter().map(|stage| (stage.state, stage)).collect();
    let mut seen = BTreeSet::new();
    for step in chart.steps {
        if !seen.insert((step.from, step.by, step.to)) {
            faults.insert(ChartFault::TwiceStep(step.from, step.by, step.to));
        }
        if !step.from.is_empty() && !known.contains_key(step.from) {
            faults.insert(ChartFault::UnknownState(step.from));
        }
        if !known.contains_key(step.to) {
            faults.insert(ChartFault::UnknownState(step.to));
        }
        if step.basis.trim().is_empty() {
            faults.insert(ChartFault::NoBasis(step.from, step.by));
        }
        let stage = known.get(step.from);
        let is = |state: &str, ending| known.get(state).is_some_and(|it| it.ending == ending);
        let revives = is(step.from, Ending::Ended) && is(step.to, Ending::Open);
        if revives && !COMEBACKS.contains(&step.by) {
            faults.insert(ChartFault::AfterEnd(step.from, step.by));
        }
        if let Some(clock) = step.clock()
            && !stage.is_some_and(|stage| stage.clocks.contains(&clock))
        {
            faults.insert(ChartFault::UnlistedClock(step.from, clock));
        }
    }
}

fn prove_open(
    chart: &Chart,
    stage: &Stage,
    can_end: &BTreeSet<&str>,
    faults: &mut BTreeSet<ChartFault>,
) {
    if stage.owner == Owner::None {
        faults.insert(ChartFault::NoOwner(stage.state));
    }
    if stage.clocks.is_empty() {
        faults.insert(ChartFault::NoClock(stage.state));
    }
    if !chart.steps.iter().any(|step| step.leaves(stage.state)) {
        faults.insert(ChartFault::NoWayOut(stage.state));
    }
    if !can_end.contains(stage.state) {
        faults.insert(ChartFault::NoEnding(stage.state));
    }
    for clock in stage.clocks {
        let answers = |step: &Step| step.from == stage.state && step.clock() == Some(*clock);
        if !chart.steps.iter().any(answers) {
            faults.insert(ChartFault::SilentClock(stage.state, clock));
        }
    }
    let circle = clock_circle(chart, stage.state);
    let by_somebody = |step: &Step| {
        step.clock().is_none() && circle.contains(step.from) && !circle.contains(step.to)
    };
    if !circle.is_empty() && !chart.steps.iter().any(by_somebody) {
        faults.insert(ChartFault::ClockCircle(stage.state));
    }
}

/// The states through which clocks alone lead from a state back to it; empty when they do not.
fn clock_circle<'a>(chart: &'a Chart, state: &'a str) -> BTreeSet<&'a str> {
    let by_clock = |step: &&Step| step.clock().is_some() && step.from != step.to;
    let steps: Vec<Step> = chart.steps.iter().filter(by_clock).cloned().collect();
    let next: BTreeSet<&str> =
        steps.iter().filter(|step| step.from == state).map(|step| step.to).collect();
    let after = closure(&steps, |from, to| (from, to), &next);
    let before = closure(&steps, |from, to| (to, from), &BTreeSet::from([state]));
    if after.contains(state) {
        after.intersection(&before).copied().collect()
    } else {
        BTreeSet::new()
    }
}

fn starts(chart: &Chart) -> BTreeSet<&'static str> {
    chart.steps.iter().filter(|step| step.from.is_empty()).map(|step| step.to).collect()
}

fn reach<'a>(
    chart: &'a Chart,
    along: impl Fn(&'a str, &'a str) -> (&'a str, &'a str),
    from: &BTreeSet<&'a str>,
) -> BTreeSet<&'a str> {
    closure(chart.steps, along, from)
}

fn closure<'a>(
    steps: &[Step],
    along: impl Fn(&'a str, &'a str) -> (&'a str, &'a str),
    from: &BTreeSet<&'a str>,
) -> BTreeSet<&'a str> {
    let mut seen = from.clone();
    loop {
        let next: Vec<&str> = steps
            .iter()
            .map(|step| along(step.from, step.to))
            .filter(|(a, b)| seen.contains(a) && !seen.contains(b))
            .map(|(_, b)| b)
            .collect();
        if next.is_empty() {
            return seen;
        }
        seen.extend(next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPEN: Stage = Stage {
        state: "open",
        zh: "进行中",
        owner: Owner::Agency,
        clocks: &["work"],
        ending: Ending::Open,
    };
    const DONE: Stage =
        Stage {
            state: "done", zh: "结束", owner: Owner::None, clocks: &[], ending: Ending::Ended
        };
    const BEGIN: Step = Step { from: "", by: "begin", to: "open", basis: "T-B-01" };
    const FINISH: Step = Step { from: "open", by: "finish", to: "done", basis: "T-B-02" };
    const LATE: Step = Step { from: "open", by: "clock:work", to: "done", basis: "T-B-02" };

    fn faults(stages: &'static [Stage], steps: &'static [Step]) -> Vec<ChartFault> {
        prove(&Chart { kind: "test", zh: "试", stages, steps })
    }

    #[test]
    fn a_sound_chart_has_no_fault() {
        assert_eq!(faults(&[OPEN, DONE], &[BEGIN, FINISH, LATE]), []);
    }

    #[test]
    fn each_planted_dead_end_is_found() {
        assert_eq!(
            faults(&[OPEN, DONE], &[BEGIN, FINISH]),
            [ChartFault::SilentClock("open", "work")]
        );
        const NO_CLOCK: Stage = Stage { clocks: &[], ..OPEN };
        assert_eq!(faults(&[NO_CLOCK, DONE], &[BEGIN, FINISH]), [ChartFault::NoClock("open")]);
        const NO_OWNER: Stage = Stage { owner: Owner::None, ..OPEN };
        assert_eq!(
            faults(&[NO_OWNER, DONE], &[BEGIN, FINISH, LATE]),
            [ChartFault::NoOwner("open")]
        );
        assert!(faults(&[OPEN, DONE], &[BEGIN]).contains(&ChartFault::NoWayOut("open")));
        assert!(faults(&[OPEN, DONE], &[FINISH, LATE]).contains(&ChartFault::Unreachable("open")));
        const NOWHERE: Step = Step { to: "gone", ..FINISH };
        assert!(
            faults(&[OPEN, DONE], &[BEGIN, FINISH, LATE, NOWHERE])
                .contains(&ChartFault::UnknownState("gone"))
        );
        const LAWLESS: Step = Step { basis: "", ..FINISH };
        assert!(
            faults(&[OPEN, DONE], &[BEGIN, LAWLESS, LATE])
                .contains(&ChartFault::NoBasis("open", "finish"))
        );
    }

    #[test]
    fn nothing_follows_an_ending_and_nothing_stands_twice() {
        const AGAIN: Step = Step { from: "done", by: "begin", to: "open", basis: "T-B-03" };
        let sound = [BEGIN, FINISH, LATE];
        assert_eq!(with(&sound, AGAIN), [ChartFault::AfterEnd("done", "begin")]);
        assert_eq!(with(&sound, Step { by: "reopen", ..AGAIN }), []);
        assert_eq!(with(&sound, Step { by: "correct", to: "done", ..AGAIN }), []);
        assert_eq!(with(&sound, FINISH), [ChartFault::TwiceStep("open", "finish", "done")]);
        assert_eq!(
            faults(&[OPEN, DONE, DONE], &[BEGIN, FINISH, LATE]),
            [ChartFault::TwiceState("done")]
        );
        const NAMELESS: Stage = Stage { zh: " ", ..OPEN };
        assert_eq!(faults(&[NAMELESS, DONE], &[BEGIN, FINISH, LATE]), [ChartFault::NoName("open")]);
    }

    #[test]
    fn only_clocks_that_run_expire_and_only_known_commands_are_given() {
        const OTHER: Step = Step { from: "open", by: "clock:rest", to: "done", basis: "T-B-02" };
        let sound = [BEGIN, FINISH, LATE];
        assert_eq!(with(&sound, OTHER), [ChartFault::UnlistedClock("open", "rest")]);
        let chart =
            Chart { kind: "test", zh: "试", stages: &[OPEN, DONE], steps: &[BEGIN, FINISH, LATE] };
        assert_eq!(prove_with(&chart, &["begin", "finish"]), []);
        assert_eq!(prove_with(&chart, &["begin"]), [ChartFault::UnknownCommand("open", "finish")]);
    }

    #[test]
    fn a_circle_of_clocks_needs_a_command_that_leaves_it() {
        const REST: Stage = Stage { state: "rest", ..OPEN };
        const ON: Step = Step { to: "rest", ..LATE };
        const BACK: Step = Step { from: "rest", by: "clock:work", to: "open", basis: "T-B-02" };
        let circle = [ChartFault::ClockCircle("open"), ChartFault::ClockCircle("rest")];
        assert_eq!(faults(&[OPEN, REST, DONE], &[BEGIN, ON, BACK, LATE]), circle);
        assert_eq!(faults(&[OPEN, REST, DONE], &[BEGIN, ON, BACK, FINISH]), []);
    }

    fn with(steps: &[Step], more: Step) -> Vec<ChartFault> {
        let steps: Vec<Step> = steps.iter().cloned().chain([more]).collect();
        faults(&[OPEN, DONE], Vec::leak(steps))
    }
}
