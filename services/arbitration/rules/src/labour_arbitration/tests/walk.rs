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

fn part(worker: u32, yuan: i64, on: Date) -> Command {
    let items = vec![item(worker, ClaimKind::Wages, yuan)];
    Command::AwardPart(MakeAward { on, items, minimum_wage: wage() })
}

fn ask_part(worker: u32, on: Date) -> Command {
    let ground = SetAsideGround::WrongLaw;
    Command::AskSetAsidePart(AskSetAside { on, party: BOSS, workers: vec![worker], ground })
}

fn rule_part(worker: u32, set_aside: bool, on: Date) -> Command {
    Command::RuleSetAsidePart(RuleSetAside { on, workers: vec![worker], set_aside })
}

fn three_sides() -> Vec<Seat> {
    let seat = |person: &str, side| Seat { person: person.to_owned(), side };
    vec![seat("a1", Side::Office), seat("u1", Side::Union), seat("e1", Side::Employers)]
}

fn three() -> Apply {
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

/// Stories that together pass through every state; each stop is a state in which everything is tried.
fn stops() -> Vec<(Case, Date)> {
    let apply = || Case::new().does(day(9, 17), Command::Apply(Box::new(three())));
    let open = || apply().does(day(9, 18), Command::Accept(on(day(9, 18))));
    let unguided = || {
        open().does(
            day(9, 18),
            Command::FormTribunal(FormTribunal {
                on: day(9, 18),
                arbitrators: vec!["a1".to_owned(), "a2".to_owned(), "a3".to_owned()],
            }),
        )
    };
    let formed = || {
        let guide = Command::Guide(Guide { on: day(9, 18), helpers: vec![] });
        unguided().does(day(9, 18), guide)
    };
    let served = || {
        open()
            .does(day(9, 18), Command::ServeCopy(by(BOSS, day(9, 18))))
            .does(day(9, 18), Command::FileDefence(by(BOSS, day(9, 18))))
    };
    let told = || {
        formed().does(
            day(9, 18),
            Command::NotifyHearing(NotifyHearing { on: day(9, 18), hearing_on: day(10, 14) }),
        )
    };
    let told_late = || {
        formed().does(
            day(11, 2),
            Command::NotifyHearing(NotifyHearing { on: day(11, 2), hearing_on: day(11, 20) }),
        )
    };
    let agreed = || {
        formed()
            .does(day(9, 21), Command::Mediate(Mediate { on: day(9, 21), agreed: vec![1, 2, 3] }))
    };
    let signed = || {
        agreed()
            .does(day(9, 21), Command::SignStatement(by(1, day(9, 21))))
            .does(day(9, 21), Command::SignStatement(by(2, day(9, 21))))
            .does(day(9, 21), Command::SignStatement(by(3, day(9, 21))))
    };
    let over = |case: Case| case.does(day(11, 3), Command::LapseAward);
    let ready = || {
        told()
            .does(
                day(10, 14),
                Command::HoldHearing(HoldHearing { on: day(10, 14), absent: vec![] }),
            )
            .does(day(10, 14), Command::Mediate(Mediate { on: day(10, 14), agreed: vec![] }))
    };
    let stay = |case: Case| {
        case.does(day(9, 22), Command::Stay(Stay { on: day(9, 22), ground: StayGround::OtherCase }))
    };
    let mut found = vec![
        (Case::new(), day(9, 17)),
        (apply(), day(9, 18)),
        (apply(), day(9, 24)),
        (apply().does(day(9, 24), Command::LapseAcceptance), day(9, 25)),
        (open(), day(9, 18)),
        (served(), day(9, 18)),
        (formed(), day(9, 21)),
        (told(), day(9, 21)),
        (told(), day(10, 14)),
        (agreed(), day(9, 22)),
        (signed(), day(9, 22)),
        (ready(), day(10, 20)),
        (ready(), day(11, 3)),
        (stay(open()), day(9, 23)),
        (stay(served()), day(9, 23)),
        (over(open()), day(11, 4)),
        (over(served()), day(11, 4)),
        (over(formed()), day(11, 4)),
        (over(told_late()), day(11, 4)),
        (over(told_late()), day(11, 20)),
        (over(agreed()), day(11, 4)),
        (over(signed()), day(11, 4)),
        (over(ready()), day(11, 4)),
    ];
    let simple = served_and_simple();
    found.extend([
        (unguided(), day(9, 21)),
        (over(unguided()), day(11, 4)),
        (simple.clone(), day(9, 21)),
        (over(simple.clone()), day(11, 4)),
        (told_simply(&simple, day(9, 21), day(10, 14)), day(9, 22)),
        (told_simply(&over(simple), day(11, 4), day(11, 30)), day(11, 5)),
    ]);
    let marked = open().does(day(9, 18), Command::MarkCollectiveContract(on(day(9, 18))));
    found.extend([(marked.clone(), day(9, 21)), (over(marked), day(11, 4))]);
    found.extend(in_part(&ready()));
    found.extend(after_the_award(ready()));
    found.extend(handed_over_and_ended(&apply(), &over(formed())));
    found
}

/// Handled in the simplified way, with a tribunal and the copy served, nobody has answered.
fn served_and_simple() -> Case {
    let ground = SimplifiedGround::Clear;
    let form = FormTribunal { on: day(9, 18), arbitrators: vec!["a1".to_owned()] };
    Case::new()
        .does(day(9, 17), Command::Apply(Box::new(three())))
        .does(day(9, 18), Command::Accept(on(day(9, 18))))
        .does(day(9, 18), Command::Simplify(Simplify { on: day(9, 18), ground, bars: vec![] }))
        .does(day(9, 18), Command::FormTribunal(form))
        .does(day(9, 18), Command::ServeCopy(by(BOSS, day(9, 18))))
}

fn told_simply(case: &Case, on: Date, hearing_on: Date) -> Case {
    case.clone().does(on, Command::NotifySimply(NotifyHearing { on, hearing_on }))
}

/// A partial award in each state in which it may be attacked, and what is left when the rest is gone.
fn in_part(ready: &Case) -> Vec<(Case, Date)> {
    let at = day(10, 20);
    let got = |case: Case, paper, at| {
        case.does(at, receive(paper, 1, at)).does(at, receive(paper, BOSS, at))
    };
    let last = ready.clone().does(at, part(1, 9000, at));
    let other = ready.clone().does(at, part(1, 90_000, at));
    let last_got = got(last.clone(), Paper::PartFinal, day(10, 21));
    let other_got = got(other, Paper::PartNonFinal, day(10, 21));
    let asked = last_got.clone().does(day(10, 22), ask_part(1, day(10, 22)));
    let gone = asked.clone().does(day(10, 26), rule_part(1, true, day(10, 26)));
    let ruled = got(gone.clone(), Paper::PartRuling, day(10, 27));
    let stay = |case: &Case| {
        case.clone().does(
            day(10, 30),
            Command::Stay(Stay { on: day(10, 30), ground: StayGround::OtherCase }),
        )
    };
    let over = |case: &Case| case.clone().does(day(11, 3), Command::LapseAward);
    let rest = |case: &Case| case.clone().does(day(10, 30), withdraw(&[2, 3], day(10, 30), false));
    let mut found = Vec::new();
    for case in [&last, &last_got, &other_got, &asked, &gone, &ruled] {
        found.extend([
            (case.clone(), day(10, 28)),
            (stay(case), day(11, 2)),
            (over(case), day(11, 4)),
            (rest(case).is("awarded"), day(11, 4)),
        ]);
    }
    let longer = last_got.clone().does(day(10, 30), Command::Extend(on(day(10, 30))));
    found.extend([(longer, day(11, 12)), (stay(&last_got), day(11, 12))]);
    let lapsed =
        |case: &Case, paper, party| rest(case).does(day(12, 10), lapse(paper, party)).is("awarded");
    found.extend([
        (lapsed(&last_got, Paper::PartFinal, 1), day(12, 11)),
        (lapsed(&last_got, Paper::PartFinal, BOSS), day(12, 11)),
        (lapsed(&asked, Paper::PartFinal, 1), day(12, 11)),
        (lapsed(&other_got, Paper::PartNonFinal, BOSS), day(12, 11)),
        (lapsed(&ruled, Paper::PartRuling, BOSS), day(12, 11)),
    ]);
    let told = Command::NotifyHearing(NotifyHearing { on: day(10, 21), hearing_on: day(11, 10) });
    let again = last_got.clone().does(day(10, 21), told);
    let early = Command::NotifyHearing(NotifyHearing { on: day(10, 21), hearing_on: day(10, 30) });
    let early = last_got.clone().does(day(10, 21), early);
    found.extend([(early, day(10, 30)), (over(&again), day(11, 10))]);
    let agreed = last_got
        .does(day(10, 22), Command::Mediate(Mediate { on: day(10, 22), agreed: vec![2, 3] }))
        .does(day(10, 23), Command::SignStatement(by(2, day(10, 23))))
        .does(day(10, 23), Command::SignStatement(by(3, day(10, 23))));
    found.extend([(over(&agreed), day(11, 4)), (agreed, day(10, 26))]);
    found
}

/// The state in which a dispute waits for its application, and every end from which it may come back.
fn handed_over_and_ended(applied: &Case, overdue: &Case) -> Vec<(Case, Date)> {
    let received = Case::new().does(day(9, 17), take_over(3, day(9, 17)));
    let reached = received.clone().does(day(9, 18), Command::Contact(on(day(9, 18))));
    let refuse = Refuse { on: day(9, 18), ground: RefusalGround::OutOfScope };
    let suit = Sue { on: day(11, 4), party: 1, against: Against::Silence, workers: vec![] };
    let mut concluded = award(heard(1), day(10, 26), vec![item(1, ClaimKind::Wages, 9000)]);
    for party in [1, BOSS] {
        concluded = concluded.does(day(10, 28), receive(Paper::Final, party, day(10, 28)));
    }
    for party in [1, BOSS] {
        concluded = concluded.does(day(12, 10), lapse(Paper::Final, party));
    }
    vec![
        (received.clone(), day(9, 18)),
        (reached.clone(), day(9, 21)),
        (reached.does(day(9, 21), Command::Forgo(on(day(9, 21)))), day(9, 22)),
        (received.does(day(9, 18), Command::HandOn(on(day(9, 18)))), day(9, 22)),
        (applied.clone().does(day(9, 18), Command::Refuse(refuse)), day(9, 22)),
        (applied.clone().does(day(9, 18), withdraw(&[1, 2, 3], day(9, 18), false)), day(9, 22)),
        (applied.clone().does(day(9, 18), withdraw(&[1, 2, 3], day(9, 18), true)), day(9, 22)),
        (overdue.clone().does(day(11, 4), Command::Sue(suit)), day(11, 5)),
        (concluded.is("concluded"), day(12, 11)),
    ]
}

fn after_the_award(ready: Case) -> Vec<(Case, Date)> {
    let final_only = || {
        award(
            ready.clone(),
            day(10, 26),
            (1..=3).map(|no| item(no, ClaimKind::Wages, 9000)).collect(),
        )
    };
    let other_only = || {
        award(
            ready.clone(),
            day(10, 26),
            (1..=3).map(|no| item(no, ClaimKind::Relation, 0)).collect(),
        )
    };
    let all_receive = |mut case: Case, paper| {
        for party in [1, 2, 3, BOSS] {
            case = case.does(day(10, 28), receive(paper, party, day(10, 28)));
        }
        case
    };
    let all_but = |mut case: Case, paper, last: u32| {
        for party in [1, 2, 3, BOSS].into_iter().filter(|party| *party != last) {
            case = case.does(day(12, 10), lapse(paper, party));
        }
        case
    };
    let fin = all_receive(final_only(), Paper::Final);
    let other = all_receive(other_only(), Paper::NonFinal);
    let asked = fin.clone().does(day(11, 2), ask(&[1, 2, 3], day(11, 2)));
    let waits = all_but(asked.clone(), Paper::Final, BOSS);
    let gone = asked.clone().does(
        day(11, 20),
        Command::RuleSetAside(RuleSetAside {
            on: day(11, 20),
            workers: vec![1, 2, 3],
            set_aside: true,
        }),
    );
    let mut ruled = gone.clone();
    for party in [1, 2, 3, BOSS] {
        ruled = ruled.does(day(11, 21), receive(Paper::Ruling, party, day(11, 21)));
    }
    let sued_twice = fin
        .clone()
        .does(day(11, 2), sue(Paper::Final, 2, &[], day(11, 2)))
        .does(day(11, 2), sue(Paper::Final, 3, &[], day(11, 2)));
    vec![
        (final_only(), day(10, 28)),
        (fin.clone(), day(11, 2)),
        (fin.clone(), day(12, 10)),
        (all_but(fin.clone(), Paper::Final, BOSS), day(12, 11)),
        (all_but(fin, Paper::Final, 1), day(12, 11)),
        (other.clone(), day(11, 2)),
        (all_but(other, Paper::NonFinal, BOSS), day(12, 11)),
        (asked, day(11, 20)),
        (waits, day(12, 20)),
        (gone, day(11, 21)),
        (ruled.clone(), day(11, 23)),
        (all_but(ruled, Paper::Ruling, 1), day(12, 11)),
        (sued_twice.clone(), day(11, 3)),
        (sued_twice.does(day(11, 9), sue(Paper::Final, 1, &[], day(11, 9))), day(11, 10)),
    ]
}

#[test]
fn the_chart_has_no_dead_end() {
    assert_eq!(prove(&CHART), []);
}

#[test]
fn the_chart_and_the_decisions_agree() {
    let mut walk = Walk { seen: BTreeSet::new(), steps: BTreeSet::new() };
    for (case, today) in stops() {
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
    for (case, _) in stops() {
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
