//! The chart agrees with the law; nothing panics; the invariants hold.

use std::sync::OnceLock;

use jiefen_procedure::Procedure;
use proptest::prelude::*;

use super::*;
use crate::agreement::{ContentFault, Force, Through, Window};
use crate::people_mediation::{Danger, Decline};
use jiefen_procedure::kit::{Move, Seen, check_roles, decide, fold, names_in, run_clocks};

fn moves() -> Vec<Move<PeopleMediation>> {
    let mut all = Vec::new();
    for today in ["2026-09-01", "2026-09-02", "2026-12-01"] {
        all.extend(commands(today).into_iter().map(|c| (day(today), Role::Mediator, c)));
    }
    all
}

fn opens(today: &str) -> Vec<Command> {
    let on = day(today);
    let open = |kind, track, words: &[(u32, bool)], flag: Option<jiefen_vocab::Flag>| {
        let mut brief = brief(kind, track, day("2026-09-01"));
        brief.consents = words.iter().map(|(no, yes)| consent(*no, track, *yes, on)).collect();
        brief.flags.extend(flag);
        brief
    };
    let both = [(1, true), (2, true)];
    let hand = |brief| Command::Open { brief: Box::new(brief), by: Beginning::HandOff, on };
    let mut alone = open(DisputeKind::Neighbour, ROUTE, &both, None);
    alone.parties.pop();
    let mut minor = open(DisputeKind::Campus, ROUTE, &both, None);
    minor.parties[0].minor = true;
    let applied = open(DisputeKind::ContractDebt, ROUTE, &[], None);
    vec![
        hand(open(DisputeKind::Medical, ROUTE, &both, None)),
        hand(open(DisputeKind::Labour, ROUTE, &both, None)),
        hand(open(DisputeKind::ContractDebt, ROUTE, &[(1, true), (2, false)], None)),
        hand(open(DisputeKind::Administrative, ROUTE, &both, None)),
        hand(open(DisputeKind::Other, TrackKind::Petition, &both, None)),
        hand(open(DisputeKind::Other, ROUTE, &both, Some(jiefen_vocab::Flag::SafetyAlert))),
        hand(open(DisputeKind::Other, ROUTE, &both, Some(jiefen_vocab::Flag::NotMediable))),
        hand(alone),
        hand(minor),
        Command::Open { brief: applied.into(), by: Beginning::Application { party: 1 }, on },
    ]
}

fn commands(today: &str) -> Vec<Command> {
    let on = day(today);
    let mut all = opens(today);
    for party in [1, 2, 9] {
        all.push(Command::GiveConsent { party, on, how: "phone".into() });
        all.push(Command::RefuseConsent { party, on, how: "phone".into() });
        all.push(Command::ObjectMediator { party, on });
        all.push(Command::Withdraw { party, on });
        all.push(Command::ConfirmDraft { party, hash: HASH.into(), on });
        all.push(Command::Sign { signer: Signer::Party { no: party }, on });
        all.push(Command::ReportBreach { no: party, on, declared: false });
        all.push(Command::RecordPerformance {
            no: party,
            on,
            through: Through::Itself,
            proof: "收条".into(),
        });
    }
    for wrong in [false, true] {
        let rights = Checks { rights_told: !wrong, safety_cleared: wrong, ..checks() };
        all.push(Command::Accept { on, mediator: "m-1".into(), checks: rights });
        all.push(Command::ReportDanger { found_on: on, danger: Danger::Crime, ends: wrong });
    }
    for (notices, elsewhere) in [(false, true), (true, false)] {
        let checks =
            Checks { hospital_notices: notices, not_handled_elsewhere: elsewhere, ..checks() };
        all.push(Command::Accept { on, mediator: "m-1".into(), checks });
    }
    all.extend(settlings(today));
    all.extend(others(today));
    all
}

fn settlings(today: &str) -> Vec<Command> {
    let on = day(today);
    let text = draft(vec![owed(1, day("2026-11-01"), 100), owed(2, day("2026-12-31"), 100)]);
    let mut all = vec![Command::RecordOral { draft: text.clone(), agreed: vec![1, 2], on }];
    let mut present = sitting(today, &[1, 2]);
    all.push(Command::HoldSession { session: present.clone() });
    present.present.clear();
    all.push(Command::HoldSession { session: present });
    let faulty = Draft { faults: BTreeSet::from([ContentFault::AgainstLaw]), ..text.clone() };
    for draft in [
        text.clone(),
        faulty,
        Draft { hash: String::new(), ..text.clone() },
        draft(Vec::new()),
        draft(vec![owed(1, day("2026-01-01"), 1)]),
    ] {
        all.push(Command::DraftAgreement { draft, on });
    }
    for window in [Window::Confirmation, Window::ArbitralReview] {
        all.push(Command::NoteApplication { window, on });
    }
    for units in [0, 1] {
        all.push(Command::Extend { units, agreed: vec![1, 2], on });
    }
    all
}

fn others(today: &str) -> Vec<Command> {
    let on = day(today);
    vec![
        Command::WithdrawConsent { party: 2, how: "phone".into() },
        Command::Decline { on, ground: Decline::HandledElsewhere },
        Command::ChooseMediator { mediator: "m-1".into(), on, by_parties: true },
        Command::ChooseMediator { mediator: "m-2".into(), on, by_parties: false },
        Command::ScheduleSession {
            on: day("2026-09-02"),
            place: "村委会".into(),
            mode: Mode::Apart,
        },
        Command::Extend { units: 1, agreed: vec![1], on },
        Command::BeginAppraisal { on },
        Command::EndAppraisal { on },
        Command::ConfirmDraft { party: 1, hash: "0".into(), on },
        Command::Sign { signer: Signer::Mediator, on },
        Command::Sign { signer: Signer::Seal, on },
        Command::RecordForce { force: Force::Confirmed, on },
        Command::ReportBreach { no: 2, on, declared: true },
        Command::RecordPerformance { no: 1, on, through: Through::Enforcement, proof: " ".into() },
        Command::EndUnperformed { on },
        Command::EndFailed { on },
        Command::EndFailed { on: day("2027-01-01") },
        Command::EndFailed { on: day("2026-01-01") },
        Command::EndSham { on },
        Command::EndForSuit { on },
        Command::Lapse,
    ]
}

/// Courses to an agreement in force, to a breach and to full performance.
fn lines() -> Vec<Vec<Move<PeopleMediation>>> {
    let (d, on) = ("2026-09-02", day("2026-09-02"));
    let text = draft(vec![owed(1, day("2026-11-01"), 100), owed(2, day("2026-12-31"), 100)]);
    let begun = |kind| {
        let mut brief = brief(kind, ROUTE, on);
        brief.consents = vec![consent(1, ROUTE, true, on), consent(2, ROUTE, true, on)];
        vec![
            Command::Open { brief: brief.into(), by: Beginning::Application { party: 1 }, on },
            accept(d),
        ]
    };
    let confirm = |party| Command::ConfirmDraft { party, hash: HASH.into(), on };
    let sign = |no| Command::Sign { signer: Signer::Party { no }, on };
    let mut written = begun(DisputeKind::ContractDebt);
    written.extend([Command::DraftAgreement { draft: text.clone(), on }, confirm(1), confirm(2)]);
    written.extend([sign(1), sign(2), Command::Sign { signer: Signer::Mediator, on }]);
    written.push(Command::Sign { signer: Signer::Seal, on });
    written.push(Command::ReportBreach { no: 1, on, declared: true });
    let mut medical = begun(DisputeKind::Medical);
    let mut plain = medical.clone();
    plain.push(Command::DraftAgreement { draft: text.clone(), on });
    medical.push(Command::BeginAppraisal { on });
    medical.push(Command::DraftAgreement { draft: text.clone(), on });
    let mut labour = begun(DisputeKind::Labour);
    labour.push(Command::RecordOral { draft: text, agreed: vec![1, 2], on });
    labour.push(Command::RecordPerformance {
        no: 2,
        on,
        through: Through::Itself,
        proof: "收条".into(),
    });
    labour.push(Command::ReportBreach { no: 1, on, declared: true });
    let mut minor = brief(DisputeKind::Campus, ROUTE, on);
    minor.consents = vec![consent(1, ROUTE, true, on), consent(2, ROUTE, true, on)];
    minor.parties[0].minor = true;
    let mut alert = minor.clone();
    alert.flags.insert(jiefen_vocab::Flag::SafetyAlert);
    let cleared = Checks { safety_cleared: true, ..checks() };
    let special = |brief: jiefen_procedure::Brief| {
        let open = Command::Open { brief: brief.into(), by: Beginning::HandOff, on };
        vec![open, Command::Accept { on, mediator: "m-1".into(), checks: cleared }]
    };
    let (minor, alert) = (special(minor), special(alert));
    let line = |commands: Vec<Command>| {
        commands.into_iter().map(|command| (on, Role::Mediator, command)).collect()
    };
    vec![line(written), line(medical), line(plain), line(labour), line(minor), line(alert)]
}

fn seen() -> &'static Seen<PeopleMediation> {
    static SEEN: OnceLock<Seen<PeopleMediation>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<PeopleMediation>(&moves(), &lines(), 12))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let names = names_in(&[include_str!("../rows.rs")]);
    assert!(names.len() > 10);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<PeopleMediation>();
}

#[test]
fn states_and_facts_survive_storage() {
    for (state, _) in &seen().states {
        let text = serde_json::to_string(state).unwrap();
        assert_eq!(&serde_json::from_str::<State>(&text).unwrap(), state);
    }
    for fact in &seen().facts {
        let text = serde_json::to_string(fact).unwrap();
        assert_eq!(&serde_json::from_str::<Fact>(&text).unwrap(), fact);
    }
}

/// I5, I3 and the order of steps, after every single command.
fn holds(state: &State, clocks: &BTreeSet<String>, facts: &[Fact], before: Option<&State>) {
    for fact in facts {
        if let Fact::SessionHeld { .. } = fact {
            let live = before.is_some_and(|state| state.without_consent().is_none());
            assert!(live, "a session without live consent");
        }
    }
    let ended = !PeopleMediation::outline(state).open;
    assert_eq!(ended, clocks.is_empty(), "{clocks:?}");
    if state.agreement().is_none() && !ended && state.consents.iter().any(|word| !word.given) {
        assert!(state.accepted_on.is_none(), "mediation goes on without consent");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 100,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..40)) {
        let moves = moves();
        let mut state: Option<State> = None;
        let mut clocks = BTreeSet::new();
        for pick in picks {
            let (today, role, command) = &moves[pick % moves.len()];
            let decided = decide::<PeopleMediation>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            facts.iter().for_each(|fact| run_clocks::<PeopleMediation>(&mut clocks, fact));
            let next = fold::<PeopleMediation>(state.clone(), &facts).unwrap();
            holds(&next, &clocks, &facts, state.as_ref());
            state = Some(next);
        }
    }

    #[test]
    fn any_fact_may_meet_any_state(picks in prop::collection::vec((0usize..10_000, 0usize..10_000), 1..60)) {
        for (a, b) in picks {
            let (state, _) = &seen().states[a % seen().states.len()];
            let fact = &seen().facts[b % seen().facts.len()];
            let next = PeopleMediation::evolve(Some(state.clone()), fact).unwrap();
            let _ = (PeopleMediation::outline(&next), PeopleMediation::expired(&next, "mediate"));
        }
    }
}
