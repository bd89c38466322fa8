//! The chart and the decisions agree.

use std::collections::BTreeSet;

use jiefen_procedure::prove;
use jiefen_vocab::Role;

use super::*;

#[test]
fn the_chart_has_no_dead_end() {
    assert_eq!(prove(Reconsideration::chart()), []);
}

#[test]
fn every_decision_moves_along_the_chart_and_every_step_is_walked() {
    let chart = Reconsideration::chart();
    let mut walked: BTreeSet<(String, &str, String)> = BTreeSet::new();
    walked.insert((String::new(), "apply", "received".to_owned()));
    for (case, on) in reached() {
        let from = case.state().code();
        for command in samples(on) {
            if ask_law(case.state.as_ref(), &command, on).is_err() {
                continue;
            }
            let to = case.clone().does(on, command.clone()).state().code();
            let step = chart
                .steps
                .iter()
                .find(|step| step.from == from && step.by == command.name() && step.to == to);
            assert!(step.is_some(), "no step {from} -{}-> {to}", command.name());
            walked.insert((from.to_owned(), command.name(), to.to_owned()));
        }
    }
    for step in chart.steps.iter().filter(|step| !step.by.starts_with("clock:")) {
        let key = (step.from.to_owned(), step.by, step.to.to_owned());
        assert!(walked.contains(&key), "never walked: {key:?}");
    }
}

/// The clocks that run and those that stand still.
#[allow(clippy::wildcard_enum_match_arm, reason = "the other facts end no clock by lapse")]
fn clocks_of(case: &Case) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut running, mut stopped) = (BTreeSet::new(), BTreeSet::new());
    for fact in &case.facts {
        // What the law did on expiry: that clock has run out.
        match fact {
            Fact::DecisionOverdue { .. } => running.remove("decide"),
            Fact::ReplyLapsed { party, .. } => running.remove(&format!("reply:{party}")),
            Fact::SuitLapsed { party, .. } => running.remove(&format!("suit:{party}")),
            _ => false,
        };
        for effect in Reconsideration::clocks(fact) {
            match effect {
                ClockEffect::Start { key, .. } | ClockEffect::StartAt { key, .. } => {
                    running.insert(key);
                }
                ClockEffect::Stop { key, .. } => {
                    running.remove(&key);
                    stopped.insert(key);
                }
                ClockEffect::Resume { key, .. } => {
                    stopped.remove(&key);
                    running.insert(key);
                }
                ClockEffect::Met { key } | ClockEffect::Cancel { key } => {
                    running.remove(&key);
                    stopped.remove(&key);
                }
                ClockEffect::Extend { key, .. } => assert!(running.contains(&key), "{key}"),
            }
        }
    }
    (running, stopped)
}

#[test]
fn an_open_case_has_a_running_clock_of_its_chart_and_an_ended_one_none() {
    let ended = [received()
        .does(day(3, 11), Command::AskCorrection { on: day(3, 11) })
        .does(day(3, 12), Command::ServeCorrection { on: day(3, 12) })
        .expires(day(4, 1), "correct")]
    .map(|case| (case, day(4, 2)));
    for (case, _) in reached().into_iter().chain(ended) {
        let (running, stopped) = clocks_of(&case);
        let code = case.state().code();
        let stage = Reconsideration::chart().stages.iter().find(|s| s.state == code).unwrap();
        for key in &running {
            let name = key.split(':').next().unwrap_or_default();
            assert!(stage.clocks.contains(&name), "{code}: {key}");
        }
        assert_eq!(running.is_empty(), code == "ended", "{code}: {running:?}");
        let paused = ["correcting", "suspended", "mediating"].contains(&code);
        assert_eq!(stopped.is_empty(), !paused, "{code}: {stopped:?}");
    }
}

#[test]
fn what_a_clock_does_on_expiry_is_a_step_of_its_command() {
    let chart = Reconsideration::chart();
    let state = received().state.unwrap();
    for step in chart.steps {
        let Some(clock) = step.by.strip_prefix("clock:") else { continue };
        let keyed = format!("{clock}:1");
        let command = Reconsideration::expired(&state, clock)
            .or_else(|| Reconsideration::expired(&state, &keyed));
        match command {
            Some(command) => {
                let same = |other: &&jiefen_procedure::Step| {
                    (other.from, other.by, other.to) == (step.from, command.name(), step.to)
                };
                assert!(chart.steps.iter().any(|other| same(&other)), "{step:?}");
                assert!(Reconsideration::roles(command.name()).contains(&Role::System));
            }
            None => assert_eq!(step.from, step.to, "a finding moves nothing: {step:?}"),
        }
    }
}

#[test]
fn every_command_has_its_roles_and_no_coordinator_gives_one() {
    assert_eq!(Reconsideration::COMMANDS.len(), 45);
    let names: BTreeSet<&str> = samples(day(4, 1)).iter().map(Command::name).collect();
    assert_eq!(names, Reconsideration::COMMANDS.iter().copied().collect());
    for name in Reconsideration::COMMANDS {
        let roles = Reconsideration::roles(name);
        assert!(!roles.is_empty(), "{name}");
        for role in [Role::Coordinator, Role::Leader, Role::Assessor, Role::Registrar] {
            assert!(!roles.contains(&role), "{name}");
        }
    }
    for name in ["decide", "refuse", "dismiss", "terminate"] {
        assert_eq!(Reconsideration::roles(name), [Role::ReviewHead]);
        assert!(Reconsideration::needs_holding(name));
    }
    assert!(Reconsideration::roles("unknown").is_empty());
}
