//! The chart and the decisions say the same.

use std::collections::BTreeSet;

use jiefen_procedure::prove;

use super::*;
use crate::petition::CHART;

type Steps = BTreeSet<(String, String, String)>;

fn try_all(case: &Case, today: Date, steps: &mut Steps) {
    let from = case.state.as_ref().map_or("", State::code);
    for command in samples(today) {
        let Ok(facts) = ask_law(case.state.as_ref(), &command, today) else { continue };
        assert!(!facts.is_empty(), "{}: lawful but nothing happened", command.name());
        let after = facts.iter().fold(case.state.clone(), Petition::evolve).unwrap();
        steps.insert((from.to_owned(), command.name().to_owned(), after.code().to_owned()));
    }
    let Some(state) = &case.state else { return };
    let stage = CHART.stages.iter().find(|stage| stage.state == from).unwrap();
    let much_later = today.checked_add(jiff::Span::new().years(1)).unwrap();
    for key in stage.clocks {
        let to = match state.expired(key) {
            None => from.to_owned(),
            Some(command) => {
                let Ok(facts) = ask_law(Some(state), &command, much_later) else { continue };
                facts.iter().fold(case.state.clone(), Petition::evolve).unwrap().code().to_owned()
            }
        };
        steps.insert((from.to_owned(), format!("clock:{key}"), to));
    }
}

#[test]
fn the_chart_has_no_dead_end() {
    assert_eq!(prove(&CHART), []);
}

#[test]
fn the_chart_and_the_decisions_agree() {
    let mut walked = Steps::new();
    for (case, today) in stops() {
        try_all(&case, today, &mut walked);
    }
    let chart: Steps = CHART
        .steps
        .iter()
        .map(|step| (step.from.to_owned(), step.by.to_owned(), step.to.to_owned()))
        .collect();
    let off_chart: Vec<_> = walked.difference(&chart).collect();
    let unused: Vec<_> = chart.difference(&walked).collect();
    assert!(off_chart.is_empty(), "not on the chart: {off_chart:#?}");
    assert!(unused.is_empty(), "no case takes this step: {unused:#?}");
    for name in Petition::COMMANDS {
        assert!(chart.iter().any(|(_, by, _)| by == name), "{name} is on no step");
    }
}

#[test]
fn every_command_has_roles_and_none_of_the_coordinators() {
    for name in Petition::COMMANDS {
        let roles = Petition::roles(name);
        assert!(!roles.is_empty(), "{name}");
        for barred in [Role::Coordinator, Role::Leader, Role::Assessor, Role::Operator] {
            assert!(!roles.contains(&barred), "{name}");
        }
        if ["classify", "forward", "accept", "give_opinion"].contains(name) {
            assert!(Petition::needs_holding(name), "{name}");
            assert!(!roles.contains(&Role::System) && !roles.contains(&Role::Party), "{name}");
        }
    }
    assert!(Petition::roles("no_such_command").is_empty());
}

#[test]
fn the_area_names_every_command_and_dispatches() {
    use crate::{Fact as AreaFact, Law as AreaLaw};
    let names: Vec<String> =
        Petition::COMMANDS.iter().map(|name| format!("petition.{name}")).collect();
    assert_eq!(AreaLaw::COMMANDS, names);
    for command in samples(day(7, 2)) {
        let name = AreaLaw::name(&command.clone().into());
        assert_eq!(name, format!("petition.{}", command.name()));
        assert_eq!(AreaLaw::roles(name), Petition::roles(command.name()));
        assert_eq!(AreaLaw::needs_holding(name), Petition::needs_holding(command.name()));
    }
    let case = handed(Branch::Opinion);
    let folded = case.facts.iter().cloned().map(AreaFact::from).fold(None, |state, fact| {
        let own: Vec<ClockEffect> = AreaLaw::clocks(&fact);
        let AreaFact::Petition(inner) = &fact;
        assert_eq!(own, Petition::clocks(inner));
        assert_eq!(AreaLaw::notices(&fact), Petition::notices(inner));
        AreaLaw::evolve(state, &fact)
    });
    let folded = folded.unwrap();
    assert_eq!(AreaLaw::outline(&folded).kind, "petition");
    assert_eq!(AreaLaw::expired(&folded, "objection"), Some(Command::LapseObjection.into()));
    assert_eq!(AreaLaw::expired(&folded, "tell"), None);
    assert_eq!(AreaLaw::chart().kind, crate::charts()[0].kind);
}

/// Every rule that a clock of any fact names can be counted.
#[test]
fn every_clock_counts() {
    for (case, _) in stops() {
        for fact in &case.facts {
            started(fact);
        }
    }
}
