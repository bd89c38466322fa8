//! The chart and the decisions say the same.

use std::collections::BTreeSet;

use jiefen_procedure::prove;

use super::*;
use crate::petition::CHART;

/// Everything somebody may try on a day, right or wrong.
pub(super) fn samples(at: Date) -> Vec<Command> {
    let mut found = vec![
        Command::Receive(Box::new(petition(at))),
        Command::NotAccept(on(at)),
        Command::ReportUp(ReportUp { on: at, to: vec![agency("government")] }),
        Command::Recuse(person(at, "p7")),
        Command::Assign(person(at, "p8")),
        forward(at, "housing"),
        forward(at, "water"),
        Command::Acknowledge(on(at)),
        object(at),
        Command::LapseObjection,
        designate(at, "housing"),
        Command::Tell(on(at)),
        Command::ExcuseTelling(on(at)),
        Command::Accept(on(at)),
        Command::Extend(on(at)),
        Command::Settle(on(at)),
        Command::GiveOpinion(opine(at)),
        Command::Serve(on(at)),
        Command::LapseReview,
        Command::AskReview(on(at)),
        Command::Review(opine(at)),
        Command::AskRereview(on(at)),
        Command::StartHearing(on(at)),
        Command::EndHearing(on(at)),
        Command::Rereview(opine(at)),
        Command::HandOn(on(at)),
        Command::Withdraw(on(at)),
    ];
    for branch in [
        Branch::Legal,
        Branch::Arbitration,
        Branch::PartyAppeal,
        Branch::AdministrativeProcedure,
        Branch::DutyToAct,
        Branch::Opinion,
    ] {
        found.push(classify(at, branch, None));
    }
    for reply in [Reply::Adopted, Reply::NotAdopted, Reply::Acted, Reply::Answered] {
        found.push(Command::Reply(Answer { on: at, reply }));
    }
    found
}

fn grave(mut petition: Receive) -> Receive {
    petition.grave = true;
    petition
}

/// Every kind of petition, all grave, so that reporting can be tried everywhere.
fn kinds() -> Vec<Receive> {
    let claim = grave(petition(day(7, 1)));
    let earlier = Some(Earlier::Ended { how: RoadEnd::Rereviewed, on: day(3, 1) });
    vec![
        claim.clone(),
        Receive { matter: Matter::Suggestion, ..claim.clone() },
        Receive { matter: Matter::Accusation, ..claim.clone() },
        Receive { earlier, ..claim },
    ]
}

fn follow(case: &Case, today: Date, command: Command) -> Option<Case> {
    ask_law(case.state.as_ref(), &command, today).ok()?;
    Some(case.clone().does(today, command))
}

/// States of cases that together pass through every state of the chart.
fn stops() -> Vec<(Case, Date)> {
    let mut found = vec![(Case::new(), day(7, 1))];
    for kind in kinds() {
        let case = Case::new().does(day(7, 1), Command::Receive(Box::new(kind)));
        found.push((case.clone(), day(7, 2)));
        let mut sorted = vec![case.clone()];
        for branch in [Branch::Legal, Branch::DutyToAct, Branch::Opinion] {
            sorted.extend(follow(&case, day(7, 2), classify(day(7, 2), branch, None)));
        }
        for case in sorted {
            let Some(case) = follow(&case, day(7, 3), forward(day(7, 3), "housing")) else {
                continue;
            };
            let received = case.clone().does(day(7, 3), Command::Acknowledge(on(day(7, 3))));
            let objected = received.clone().does(day(7, 6), object(day(7, 6)));
            let excused = follow(&received, day(7, 6), Command::ExcuseTelling(on(day(7, 6))));
            let fixed = follow(&received, day(7, 20), Command::LapseObjection);
            found.extend([
                (case, day(7, 3)),
                (received.clone(), day(7, 6)),
                (received, day(7, 20)),
            ]);
            let named = objected.clone().does(day(7, 7), designate(day(7, 7), "water"));
            found.extend([(objected, day(7, 7)), (named, day(7, 8))]);
            found.extend(excused.map(|case| (case, day(7, 20))));
            found.extend(fixed.map(|case| (case, day(7, 20))));
        }
    }
    found.extend(later());
    found
}

fn later() -> Vec<(Case, Date)> {
    let start = Case::new().does(day(7, 1), Command::Receive(Box::new(grave(petition(day(7, 1))))));
    let handling = start
        .does(day(7, 2), classify(day(7, 2), Branch::Opinion, None))
        .does(day(7, 3), forward(day(7, 3), "housing"))
        .does(day(7, 3), Command::Acknowledge(on(day(7, 3))))
        .does(day(7, 31), Command::Accept(on(day(7, 31))));
    let given = handling.clone().does(day(9, 1), Command::GiveOpinion(opine(day(9, 1))));
    let served = given.clone().does(day(9, 3), Command::Serve(on(day(9, 3))));
    let review = served.clone().does(day(9, 30), Command::AskReview(on(day(9, 30))));
    let second = review.clone().does(day(10, 20), Command::Review(opine(day(10, 20))));
    let again = second.clone().does(day(10, 21), Command::Serve(on(day(10, 21))));
    let rereview = again.clone().does(day(11, 2), Command::AskRereview(on(day(11, 2))));
    let hearing = rereview.clone().does(day(11, 9), Command::StartHearing(on(day(11, 9))));
    let ended = rereview.clone().does(day(11, 9), Command::Rereview(opine(day(11, 9))));
    vec![
        (handling, day(8, 10)),
        (given, day(9, 2)),
        (served.clone(), day(9, 4)),
        (served, day(11, 20)),
        (review, day(10, 8)),
        (second, day(10, 21)),
        (again.clone(), day(10, 22)),
        (again, day(12, 20)),
        (rereview, day(11, 3)),
        (hearing, day(11, 10)),
        (ended, day(11, 10)),
    ]
}

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
