//! The watch: what joins, what waits, what counts once, and both sides of each window.

use std::sync::OnceLock;

use jiefen_procedure::Explain;
use jiefen_procedure::kit::{self, Seen, check_roles, day, names_in};
use jiefen_vocab::{DisputeKind, Private};

use super::samples::*;
use super::*;
use crate::risk_case::samples::time;
use crate::signal::SignalKind;

fn given(state: Option<State>, on: &str, command: &Command) -> (State, Vec<Fact>) {
    let facts = kit::decide::<SignalWatch>(state.as_ref(), command, day(on), Role::System).unwrap();
    (kit::fold::<SignalWatch>(state, &facts).unwrap(), facts)
}

fn complaint(source: &str, on: &str) -> Signal {
    from(source, SignalKind::Complaint, 1, time(&format!("{on} 08:00")))
}

/// Takes signals one after the other; gives the book and the facts of the last one.
fn taken(signals: &[(&str, Signal)]) -> (State, Vec<Fact>) {
    let mut state = None;
    let mut last = Vec::new();
    for (on, signal) in signals {
        let (next, facts) = given(state.take(), on, &take(signal.clone()));
        (state, last) = (Some(next), facts);
    }
    (state.unwrap(), last)
}

fn entries(state: &State) -> &[Entry] {
    match state {
        State::Book { entries } => entries,
        State::Tally { .. } => &[],
    }
}

#[test]
fn the_third_complaint_of_one_matter_opens_one_case_and_the_fourth_joins_it() {
    let on = "2026-05-20";
    let two = [(on, complaint("a", on)), (on, complaint("b", on))];
    let (_, facts) = taken(&two);
    assert!(matches!(&facts[..], [Fact::Taken { risk: None, .. }]), "two wait");
    let three = [two[0].clone(), two[1].clone(), (on, complaint("c", on))];
    let (book, facts) = taken(&three);
    let [Fact::Taken { .. }, Fact::RiskDue { risk, signals }] = &facts[..] else {
        panic!("{facts:?}")
    };
    assert_eq!(signals.len(), 3);
    assert!(entries(&book).iter().all(|entry| entry.risk == Some(*risk)));
    let (_, facts) = given(Some(book.clone()), on, &take(complaint("d", on)));
    assert!(matches!(&facts[..], [Fact::Taken { risk: Some(same), .. }] if same == risk));
    // After the end of the case its signals are worked off: the next one begins anew.
    let (free, _) = given(Some(book), on, &Command::Release { risk: *risk });
    assert!(entries(&free).is_empty());
    let (_, facts) = given(Some(free), on, &take(complaint("e", on)));
    assert!(matches!(&facts[..], [Fact::Taken { risk: None, .. }]));
}

#[test]
fn the_same_source_counts_once_and_another_matter_does_not_count() {
    let on = "2026-05-20";
    let again: Vec<_> = (0..5).map(|_| (on, complaint("a", on))).collect();
    let (book, facts) = taken(&again);
    assert_eq!((entries(&book).len(), facts), (1, Vec::new()));
    let other = |n: u32| Signal {
        against: Some(Private::new(format!("公司{n}"))),
        place: format!("64012210{n}").parse().unwrap(),
        ..complaint(&n.to_string(), on)
    };
    let (_, facts) = taken(&[(on, other(1)), (on, other(2)), (on, other(3))]);
    assert!(matches!(&facts[..], [Fact::Taken { risk: None, .. }]), "only the cause agrees");
}

#[test]
fn one_person_in_danger_is_one_case_wherever_and_whatever_it_is_about() {
    let on = "2026-05-20";
    let alert = |source: &str, place: &str, cause, who: &str| Signal {
        place: place.parse().unwrap(),
        cause,
        against: None,
        threatened: Some(Private::new(who.to_owned())),
        ..from(source, SignalKind::Threat, 0, time("2026-05-20 08:00"))
    };
    let first = alert("a", "640122101", DisputeKind::MarriageFamily, "某甲");
    let (book, facts) = taken(&[(on, first)]);
    assert!(matches!(facts[1], Fact::RiskDue { .. }), "a person in danger is never waited for");
    let same = alert("b", "640122102", DisputeKind::ContractDebt, "某甲");
    let (_, facts) = given(Some(book.clone()), on, &take(same));
    assert!(matches!(&facts[..], [Fact::Taken { risk: Some(_), .. }]));
    let stranger = alert("c", "640122102", DisputeKind::ContractDebt, "某乙");
    let (_, facts) = given(Some(book), on, &take(stranger));
    assert!(matches!(facts[1], Fact::RiskDue { .. }), "another person, another case");
}

#[test]
fn what_is_thirty_days_old_joins_and_a_day_more_does_not() {
    for (last, due) in [("2026-06-19", true), ("2026-06-20", false)] {
        let on = "2026-05-20";
        let signals =
            [(on, complaint("a", on)), (on, complaint("b", on)), (last, complaint("c", last))];
        let (book, facts) = taken(&signals);
        assert_eq!(facts.len() == 2, due, "{last}");
        assert_eq!(entries(&book).len(), if due { 3 } else { 1 }, "{last}");
    }
}

#[test]
fn counting_becomes_a_signal_at_its_number_and_begins_anew() {
    let at = |on: &str| time(&format!("{on} 08:00"));
    let (one, facts) = given(None, "2026-05-20", &count(at("2026-05-20")));
    assert_eq!(facts.len(), 1);
    let (two, facts) = given(Some(one), "2026-05-25", &count(at("2026-05-25")));
    assert_eq!(facts.len(), 1);
    // The first one has left the window: two again.
    let (_, facts) = given(Some(two.clone()), "2026-06-20", &count(at("2026-06-20")));
    assert_eq!(facts.len(), 1);
    let (three, facts) = given(Some(two), "2026-06-19", &count(at("2026-06-19")));
    let [_, Fact::Reached { signal, .. }] = &facts[..] else { panic!("{facts:?}") };
    assert_eq!(signal.count, 3);
    assert_eq!(three, State::Tally { counts: BTreeMap::new() });
}

#[test]
fn the_book_has_an_end() {
    let at = time("2026-05-20 08:00");
    let strange = |n: usize| Signal {
        against: Some(Private::new(n.to_string())),
        place: format!("640122{:03}", 100 + n).parse().unwrap(),
        ..from(&n.to_string(), SignalKind::Complaint, 1, at)
    };
    let signals: Vec<_> = (0..BOOK_MAX + 2).map(|n| ("2026-05-20", strange(n))).collect();
    let (book, _) = taken(&signals);
    let kept = entries(&book);
    assert_eq!((kept.len(), kept[0].signal.source.as_str()), (BOOK_MAX, "2"));
}

#[test]
fn the_name_of_a_risk_case_tells_nothing_of_whom_it_is_about() {
    let on = "2026-05-20";
    let alert = |who: &str| Signal {
        threatened: Some(Private::new(who.to_owned())),
        against: Some(Private::new(who.to_owned())),
        ..from("a", SignalKind::Threat, 0, time("2026-05-20 08:00"))
    };
    let due = |who| taken(&[(on, alert(who))]).1;
    let name = |facts: &[Fact]| match facts {
        [_, Fact::RiskDue { risk, .. }] => *risk,
        _ => panic!("{facts:?}"),
    };
    assert_eq!(name(&due("某甲")), name(&due("某乙")));
}

fn seen() -> &'static Seen<SignalWatch> {
    static SEEN: OnceLock<Seen<SignalWatch>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<SignalWatch>(&moves(), &lines(), 40))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let names = names_in(&[include_str!("rows.rs")]);
    assert_eq!(names.len(), 3);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<SignalWatch>();
    let wrong = kit::decide::<SignalWatch>(
        None,
        &Command::Release { risk: RISK },
        day("2026-05-20"),
        Role::System,
    );
    assert_eq!(wrong.unwrap_err().name(), "NOT_BEGUN");
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
