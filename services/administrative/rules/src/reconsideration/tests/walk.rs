//! The chart and the decisions agree.

use std::collections::BTreeSet;

use jiefen_procedure::prove;
use jiefen_vocab::Role;

use super::super::{ConsultGround, EndGround, Enforcer, Measure, SuspendGround};
use super::*;

/// One command of each kind, with its variants, on a day.
pub(super) fn samples(on: Date) -> Vec<Command> {
    let later = on.checked_add(jiff::Span::new().days(20)).unwrap();
    let mut all = vec![
        apply(application()),
        Command::DescribeAct { act: fine(), on },
        Command::AskCorrection { on },
        Command::ServeCorrection { on },
        Command::ExtendCorrection { days: 3, on },
        Command::Correct { on },
        Command::Abandon,
        Command::Accept(Accept { on, ..acceptance(Track::Ordinary) }),
        refuse(RefusalGround::NoInterest, on),
        Command::DeemAccepted,
        Command::NameReviewer { reviewer: "r9".to_owned(), on },
        Command::MarkMajor { on },
        Command::MarkTechnical { on },
        Command::ConsultCommittee { ground: ConsultGround::Useful, on },
        Command::RecordAdvice { text: Private::new("宜撤销".to_owned()), on },
        Command::Convert { on },
        Command::HearParties { on, on_paper: true },
        Command::NotifyHearing { on, hearing_on: later },
        hearing(on, Head::Came),
        Command::BeginMediation { agreed: vec![CITIZEN, AGENCY], on },
        Command::MakeStatement { on, duty: None },
        Command::SealStatement { on },
        Command::EndMediation { party: None, on },
        Command::Suspend { ground: SuspendGround::Death, on },
        Command::Suspend { ground: SuspendGround::Other, on },
        Command::Resume { on },
        Command::LapseSuspension,
        Command::Terminate { ground: EndGround::TurnedCriminal, on },
        Command::Extend { days: 30, on },
        Command::LapseDecision,
        Command::Dismiss { ground: RefusalGround::WrongParties, on },
        decide(DecisionKind::Annul, on),
        order(later, on),
        Command::Perform { on, proof: "凭证".to_owned() },
        Command::Press { measure: Measure::Order, by: later, on },
        Command::Enforce { by: Enforcer::Court, on },
        opine(on),
        Command::ReportOpinion { no: 1, on },
        Command::ReportOpinion { no: 2, on },
    ];
    for party in [CITIZEN, AGENCY] {
        all.extend([
            Command::ServeCopy(by(party, on)),
            Command::Reply(by(party, on)),
            Command::LapseReply { party },
            Command::SignStatement(by(party, on)),
            Command::AskWithdrawal { party, settled: false, on },
            Command::RuleWithdrawal { party, granted: false, on },
            Command::RuleWithdrawal { party, granted: true, on },
            serve(party, on),
            Command::Sue(by(party, on)),
            Command::LapseSuit { party },
        ]);
    }
    all
}

/// Cases whose copy was served only when the review was overdue or stood still.
fn copied_late() -> Vec<(Case, Date)> {
    let begin = Command::BeginMediation { agreed: vec![CITIZEN, AGENCY], on: day(4, 1) };
    let stop = Command::Suspend { ground: SuspendGround::Other, on: day(4, 1) };
    let copy = |case: Case, on| case.does(on, Command::ServeCopy(by(AGENCY, on)));
    let over = copy(reviewing().expires(day(5, 12), "decide"), day(5, 13));
    let mut all = vec![(copied(), day(3, 26)), (over.clone(), day(5, 14)), (over, day(6, 10))];
    let mut two = application();
    two.brief.parties.push(party(4, PartyRole::Applicant));
    let two = Case::new().does(day(3, 9), apply(two)).does(day(3, 12), accept());
    all.push((two.expires(day(5, 12), "decide"), day(5, 13)));
    for command in [begin, stop] {
        let halted = copy(reviewing().does(day(4, 1), command), day(4, 2));
        all.extend([(halted.clone(), day(4, 3)), (halted, day(6, 10))]);
    }
    all
}

/// Cases after the decision or statement.
fn decided_cases() -> Vec<(Case, Date)> {
    let opined = |case: Case, on| case.does(on, opine(on));
    let served = |case: Case| {
        case.does(day(4, 8), serve(CITIZEN, day(4, 8))).does(day(4, 8), serve(AGENCY, day(4, 8)))
    };
    let duty = Some(Duty { party: CITIZEN, by: day(4, 8), amount: None });
    let pay = ripe().does(
        day(4, 7),
        Command::Decide(Decide { duty, ..decision(DecisionKind::Uphold, day(4, 7)) }),
    );
    let unserved = pay.clone().does(day(4, 8), serve(CITIZEN, day(4, 8)));
    let unserved = unserved.expires(day(5, 20), "suit:1");
    let late = day(5, 20);
    let mut all = vec![(unserved, late)];
    for case in [upheld(), ordered(), in_force(None), in_force(Some(AGENCY)), pay] {
        let one = case.clone().does(day(4, 8), serve(CITIZEN, day(4, 8)));
        let both = served(case.clone());
        for case in [case, one] {
            all.extend([(case.clone(), day(4, 9)), (opined(case, day(4, 8)), day(4, 9))]);
        }
        if both.state().code() == "decided" {
            all.extend([(both.clone(), day(4, 9)), (both.clone(), late)]);
            let marked = opined(both.clone(), day(4, 8));
            all.extend([(marked.clone(), day(4, 9)), (marked.clone(), late)]);
            for both in [both, marked] {
                if ask_law(both.state.as_ref(), &Command::LapseSuit { party: CITIZEN }, late)
                    .is_ok()
                {
                    all.push((both.expires(late, "suit:1"), late));
                } else {
                    all.push((both, late));
                }
            }
        }
    }
    all
}

/// Cases at every point of the procedure, each with a day on which it goes on.
fn reached() -> Vec<(Case, Date)> {
    let ask = |case: Case, on| {
        case.does(on, Command::AskWithdrawal { party: CITIZEN, settled: false, on })
    };
    let opined = |case: Case, on| case.does(on, opine(on));
    let asked = received().does(day(3, 11), Command::AskCorrection { on: day(3, 11) });
    let noticed = asked.clone().does(day(3, 12), Command::ServeCorrection { on: day(3, 12) });
    let simplified = received().does(
        day(3, 12),
        Command::Accept(Accept { agreed: vec![CITIZEN, AGENCY], ..acceptance(Track::Simplified) }),
    );
    let set =
        copied().does(day(3, 16), Command::NotifyHearing { on: day(3, 16), hearing_on: day(4, 2) });
    let stopped = |ground, case: Case, on| case.does(on, Command::Suspend { ground, on });
    let signed = stated(None)
        .does(day(4, 7), Command::SignStatement(by(CITIZEN, day(4, 7))))
        .does(day(4, 7), Command::SignStatement(by(AGENCY, day(4, 7))));
    let overdue = |case: Case| case.expires(day(5, 12), "decide");
    let (d, late) = (day(4, 3), day(5, 20));
    let mut all = vec![
        (received(), day(3, 10)),
        (received(), day(3, 20)),
        (ask(received(), day(3, 10)), day(3, 11)),
        (asked.clone(), day(3, 12)),
        (ask(asked, day(3, 12)), day(3, 13)),
        (noticed.clone(), day(3, 13)),
        (noticed, d),
        (simplified, day(3, 13)),
        (set, day(4, 2)),
    ];
    let consult = Command::ConsultCommittee { ground: ConsultGround::Useful, on: day(3, 30) };
    for case in [reviewing(), copied(), ripe(), ripe().does(day(3, 30), consult)] {
        let over = overdue(case.clone());
        all.extend([
            (case.clone(), day(3, 30)),
            (case.clone(), late),
            (over.clone(), day(5, 13)),
            (over.clone(), day(6, 10)),
            (ask(over.clone(), day(5, 13)), day(5, 14)),
            (opined(over.clone(), day(5, 13)), day(5, 14)),
            (opined(ask(over, day(5, 13)), day(5, 13)), day(5, 14)),
        ]);
        let begin = Command::BeginMediation { agreed: vec![CITIZEN, AGENCY], on: day(4, 1) };
        let halts = [
            case.clone().does(day(4, 1), begin),
            stopped(SuspendGround::Death, case.clone(), day(4, 1)),
            stopped(SuspendGround::Other, case.clone(), day(4, 1)),
            case,
        ];
        for halt in halts {
            all.extend([
                (halt.clone(), d),
                (halt.clone(), day(6, 10)),
                (ask(halt.clone(), day(4, 1)), d),
                (opined(halt.clone(), day(4, 1)), day(6, 10)),
                (opined(ask(halt, day(4, 1)), day(4, 1)), d),
            ]);
        }
    }
    let begin = Command::BeginMediation { agreed: vec![CITIZEN, AGENCY], on: day(3, 20) };
    let stop = Command::Suspend { ground: SuspendGround::Other, on: day(3, 20) };
    let silent = undescribed().expires(day(3, 20), "examine");
    all.extend([
        (silent.clone(), day(3, 21)),
        (silent.clone().expires(day(5, 19), "decide"), day(5, 20)),
        (silent.clone().does(day(3, 20), begin), day(3, 21)),
        (silent.does(day(3, 20), stop), day(3, 21)),
    ]);
    all.extend(copied_late());
    let hearing_late = overdue(copied())
        .does(day(5, 13), Command::NotifyHearing { on: day(5, 13), hearing_on: late });
    all.extend([(hearing_late, late), (signed, day(4, 8)), (stated(None), d)]);
    all.extend(decided_cases());
    let both = opined(opined(ask(ripe(), day(4, 1)), day(4, 1)), day(4, 1));
    let grant = Command::RuleWithdrawal { party: CITIZEN, granted: true, on: day(4, 2) };
    let waiting = both.does(day(4, 2), grant).stands("reporting");
    let half = waiting.clone().does(d, Command::ReportOpinion { no: 1, on: d });
    all.extend([(waiting, d), (half, d)]);
    all
}

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
