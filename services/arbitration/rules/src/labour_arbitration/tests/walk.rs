//! The chart and the decisions say the same.

use std::collections::BTreeSet;

use jiefen_procedure::prove;

use super::*;
use crate::labour_arbitration::{
    CHART, FormTripartite, OrderAdvance, Postpone, RecusalGround, Recuse, RefusalGround, Refuse,
    Represent, RestartGround, RestartTerm, RuleSetAside, Seat, ShortenDefence, Side,
    SimplifiedGround, Simplify, Stay, StayGround,
};

/// Everything somebody may try on a day, right or wrong.
pub(super) fn samples(at: Date) -> Vec<Command> {
    let mut found = vec![
        take_over(3, at),
        Command::Contact(on(at)),
        Command::Forgo(on(at)),
        Command::HandOn(on(at)),
        Command::Apply(Box::new(application(2))),
        Command::Accept(on(at)),
        Command::Refuse(Refuse { on: at, ground: RefusalGround::OutOfScope }),
        Command::LapseAcceptance,
        Command::ForwardDefence(on(at)),
        Command::FormTribunal(FormTribunal {
            on: at,
            arbitrators: vec!["a1".to_owned(), "a2".to_owned(), "a3".to_owned()],
        }),
        Command::Recuse(Recuse {
            on: at,
            arbitrator: "a1".to_owned(),
            ground: RecusalGround::PartyOrKin,
            replacement: "b1".to_owned(),
        }),
        Command::Represent(Represent { on: at, representatives: vec![1, 2, 3] }),
        Command::NotifyHearing(NotifyHearing {
            on: at,
            hearing_on: at.checked_add(jiff::Span::new().days(20)).unwrap(),
        }),
        Command::HoldHearing(HoldHearing { on: at, absent: vec![] }),
        Command::HoldHearing(HoldHearing { on: at, absent: vec![1, 2, 3] }),
        Command::Mediate(Mediate { on: at, agreed: vec![] }),
        Command::Mediate(Mediate { on: at, agreed: vec![1, 2, 3] }),
        Command::Stay(Stay { on: at, ground: StayGround::OtherCase }),
        Command::Resume(on(at)),
        Command::Extend(on(at)),
        Command::RestartTerm(RestartTerm { on: at, ground: RestartGround::ClaimChanged }),
        Command::LapseAward,
        Command::Award(MakeAward {
            on: at,
            items: (1..=3)
                .flat_map(|no| [item(no, ClaimKind::Wages, 9000), item(no, ClaimKind::Relation, 0)])
                .collect(),
            minimum_wage: wage(),
        }),
        part(1, 9000, at),
        part(1, 90_000, at),
        ask_part(1, at),
        rule_part(1, true, at),
        rule_part(1, false, at),
        Command::Simplify(Simplify { on: at, ground: SimplifiedGround::Clear, bars: vec![] }),
        Command::ShortenDefence(ShortenDefence { party: BOSS, until: None, on: at }),
        Command::NotifySimply(NotifyHearing {
            on: at,
            hearing_on: at.checked_add(jiff::Span::new().days(20)).unwrap(),
        }),
        Command::ConfirmNotice(by(1, at)),
        Command::ConvertToOrdinary(on(at)),
        Command::MarkCollectiveContract(on(at)),
        Command::FormTripartite(FormTripartite { on: at, seats: three_sides() }),
        Command::Guide(Guide { on: at, helpers: vec![] }),
        ask(&[1, 2, 3], at),
        ask(&[1], at),
        withdraw(&[1, 2, 3], at, false),
        withdraw(&[1, 2, 3], at, true),
        withdraw(&[1], at, false),
    ];
    for set_aside in [true, false] {
        for workers in [vec![1], vec![1, 2, 3]] {
            found.push(Command::RuleSetAside(RuleSetAside { on: at, workers, set_aside }));
        }
    }
    for party in [1, 2, 3, BOSS] {
        found.push(Command::ServeCopy(by(party, at)));
        found.push(Command::FileDefence(by(party, at)));
        found.push(Command::RaiseLimitation(by(party, at)));
        found.push(Command::SignStatement(by(party, at)));
        found.push(Command::Repent(by(party, at)));
        found.push(Command::Postpone(Postpone { party, asked_on: at, on: at, granted: true }));
        found.push(Command::OrderAdvance(OrderAdvance {
            on: at,
            worker: party,
            kind: ClaimKind::Wages,
            amount: Fen::yuan(100),
            relation_clear: true,
            hardship: true,
        }));
        let silence = Sue { on: at, party, against: Against::Silence, workers: vec![] };
        found.push(Command::Sue(silence));
        for paper in Paper::ALL.iter().copied() {
            found.push(receive(paper, party, at));
            found.push(lapse(paper, party));
            let workers: &[u32] = if paper.is_part() { &[1] } else { &[1, 2, 3] };
            found.push(sue(paper, party, workers, at));
        }
    }
    found
}

pub(super) fn part(worker: u32, yuan: i64, on: Date) -> Command {
    let items = vec![item(worker, ClaimKind::Wages, yuan)];
    Command::AwardPart(MakeAward { on, items, minimum_wage: wage() })
}

pub(super) fn ask_part(worker: u32, on: Date) -> Command {
    let ground = SetAsideGround::WrongLaw;
    Command::AskSetAsidePart(AskSetAside { on, party: BOSS, workers: vec![worker], ground })
}

pub(super) fn rule_part(worker: u32, set_aside: bool, on: Date) -> Command {
    Command::RuleSetAsidePart(RuleSetAside { on, workers: vec![worker], set_aside })
}

fn three_sides() -> Vec<Seat> {
    let seat = |person: &str, side| Seat { person: person.to_owned(), side };
    vec![seat("a1", Side::Office), seat("u1", Side::Union), seat("e1", Side::Employers)]
}

pub(super) fn three() -> Apply {
    let mut apply = application(3);
    told(&mut apply).people = 12;
    apply
}

/// Tries everything in every state of a walk; follows each command that leads to a new chapter.
struct Walk {
    seen: BTreeSet<String>,
    steps: BTreeSet<(String, String, String)>,
}

impl Walk {
    fn try_all(&mut self, case: &Case, today: Date) {
        let from = case.state.as_ref().map_or("", State::code);
        for command in samples(today) {
            let Ok(facts) = ask_law(case.state.as_ref(), &command, today) else { continue };
            assert!(!facts.is_empty(), "{}: lawful but nothing happened", command.name());
            let after = facts.iter().fold(case.state.clone(), LabourArbitration::evolve).unwrap();
            self.steps.insert((
                from.to_owned(),
                command.name().to_owned(),
                after.code().to_owned(),
            ));
        }
        self.try_clocks(case, today, from);
        self.seen.insert(from.to_owned());
    }

    fn try_clocks(&mut self, case: &Case, today: Date, from: &str) {
        let Some(state) = &case.state else { return };
        let Some(stage) = CHART.stages.iter().find(|stage| stage.state == from) else {
            panic!("{from} is not on the chart");
        };
        let much_later = today.checked_add(jiff::Span::new().years(1)).unwrap();
        for key in stage.clocks {
            let keys = [
                (*key).to_owned(),
                format!("{key}:1"),
                format!("{key}:2"),
                format!("{key}:3"),
                format!("{key}:9"),
            ];
            for given in keys {
                let to = match state.expired(&given) {
                    None => from.to_owned(),
                    Some(command) => {
                        let Ok(facts) = ask_law(Some(state), &command, much_later) else {
                            continue;
                        };
                        let after =
                            facts.iter().fold(case.state.clone(), LabourArbitration::evolve);
                        after.unwrap().code().to_owned()
                    }
                };
                if given.contains(':')
                    || !matches!(
                        key.strip_prefix("part_").unwrap_or(key),
                        "suit" | "suit_final" | "set_aside" | "suit_after"
                    )
                {
                    self.steps.insert((from.to_owned(), format!("clock:{key}"), to));
                }
            }
        }
    }
}

#[test]
fn the_chart_has_no_dead_end() {
    assert_eq!(prove(&CHART), []);
}

#[test]
fn the_chart_and_the_decisions_agree() {
    let mut walk = Walk { seen: BTreeSet::new(), steps: BTreeSet::new() };
    for (case, today) in super::stops::stops() {
        walk.try_all(&case, today);
    }
    let chart: BTreeSet<(String, String, String)> = CHART
        .steps
        .iter()
        .map(|step| (step.from.to_owned(), step.by.to_owned(), step.to.to_owned()))
        .collect();
    let off_chart: Vec<_> = walk.steps.difference(&chart).collect();
    let unused: Vec<_> = chart.difference(&walk.steps).collect();
    assert!(off_chart.is_empty(), "not on the chart: {off_chart:#?}");
    assert!(unused.is_empty(), "no case takes this step: {unused:#?}");
    for name in LabourArbitration::COMMANDS {
        assert!(chart.iter().any(|(_, by, _)| by == name), "{name} is on no step");
    }
}

#[test]
fn every_command_has_roles_and_none_of_the_coordinators() {
    for name in LabourArbitration::COMMANDS {
        let roles = LabourArbitration::roles(name);
        assert!(!roles.is_empty(), "{name}");
        for barred in [Role::Coordinator, Role::Leader, Role::Assessor, Role::Operator] {
            assert!(!roles.contains(&barred), "{name}");
        }
        let outcome = ["accept", "refuse", "award", "mediate", "hold_hearing", "order_advance"];
        if outcome.contains(name) {
            assert!(LabourArbitration::needs_holding(name), "{name}");
            assert!(!roles.contains(&Role::System) && !roles.contains(&Role::Party), "{name}");
        }
    }
    assert!(LabourArbitration::roles("no_such_command").is_empty());
}

#[test]
fn the_area_names_every_command_and_dispatches() {
    use crate::{Fact as AreaFact, Law as AreaLaw};
    let names: Vec<String> = LabourArbitration::COMMANDS
        .iter()
        .map(|name| format!("labour_arbitration.{name}"))
        .collect();
    assert_eq!(AreaLaw::COMMANDS, names);
    for command in samples(day(9, 18)) {
        let name = AreaLaw::name(&command.clone().into());
        assert_eq!(name, format!("labour_arbitration.{}", command.name()));
        assert_eq!(AreaLaw::roles(name), LabourArbitration::roles(command.name()));
        assert_eq!(AreaLaw::needs_holding(name), LabourArbitration::needs_holding(command.name()));
    }
    let case = accepted(2);
    let folded = case.facts.iter().cloned().map(AreaFact::from).fold(None, |state, fact| {
        assert_eq!(AreaLaw::clocks(&fact).len(), AreaLaw::clocks(&fact).len());
        let _ = AreaLaw::notices(&fact);
        AreaLaw::evolve(state, &fact)
    });
    let folded = folded.unwrap();
    assert_eq!(AreaLaw::outline(&folded).kind, "labour_arbitration");
    assert!(AreaLaw::outline(&folded).open);
    assert_eq!(AreaLaw::expired(&folded, "award"), Some(Command::LapseAward.into()));
    assert_eq!(AreaLaw::chart().kind, crate::charts()[0].kind);
}

/// Every rule that a clock of any fact names can be counted.
#[test]
fn every_clock_counts() {
    for (case, _) in super::stops::stops() {
        for fact in &case.facts {
            for effect in LabourArbitration::clocks(fact) {
                if let ClockEffect::Start { rule, from, .. } = effect {
                    due(&rule, from);
                }
            }
        }
    }
}

/// The courses that others may play: each is lawful, each ending has one, and the moves are all commands.
#[test]
fn the_sample_courses_are_lawful_and_reach_every_ending() {
    use jiefen_procedure::Ending;
    use jiefen_procedure::kit::{decide, fold};

    use crate::labour_arbitration::samples::{lines, moves};
    let mut ends = BTreeSet::new();
    for line in lines() {
        let mut state = None;
        for (today, role, command) in line {
            let facts = decide::<LabourArbitration>(state.as_ref(), &command, today, role)
                .unwrap_or_else(|refusal| panic!("{today} {}: {refusal:?}", command.name()));
            assert!(LabourArbitration::roles(command.name()).contains(&role));
            state = fold::<LabourArbitration>(state, &facts);
        }
        ends.insert(state.unwrap().code());
    }
    let ended = CHART.stages.iter().filter(|stage| stage.ending == Ending::Ended);
    assert_eq!(ends, ended.map(|stage| stage.state).collect());
    let names: BTreeSet<_> = moves().iter().map(|(.., command)| command.name()).collect();
    let open: BTreeSet<_> = LabourArbitration::COMMANDS.iter().copied().collect();
    assert_eq!(names, open, "every command is sampled");
}
