//! The walk: from every sample, every command and then every command again. Each step that happens is a
//! step of the chart, each step of the chart happens, and the invariants hold at every moment.

use std::collections::BTreeSet;

use jiefen_handoff::Mode;
use jiefen_procedure::{ClockEffect, Ending as End, Explain, kit, prove};

use super::super::{chart, clocks, roles};
use super::*;

#[test]
fn the_chart_has_no_dead_end() {
    assert_eq!(prove(chart::chart()), []);
}

#[test]
fn every_command_has_roles_and_a_row_in_the_chart() {
    for name in Dispute::COMMANDS {
        assert!(!roles::roles(name).is_empty(), "{name}");
        assert!(chart::chart().steps.iter().any(|step| step.by == *name), "{name}");
    }
    for step in chart::chart().steps {
        let clock = step.by.starts_with("clock:");
        assert!(clock || Dispute::COMMANDS.contains(&step.by), "{}", step.by);
    }
    assert!(roles::roles("sing").is_empty());
    assert!(!roles::needs_holding("sing"));
}

#[test]
fn outcomes_are_never_a_coordinators_an_assessors_or_a_leaders() {
    for name in ["record_agreement", "record_decision", "end_unresolved", "note_result", "close"] {
        for outsider in [Role::Coordinator, Role::Assessor, Role::Leader] {
            assert!(!roles::roles(name).contains(&outsider), "{name} {outsider}");
        }
    }
}

/// What must hold of every umbrella at every moment.
pub fn sound(state: &State) {
    let stage = chart::chart().stages.iter().find(|stage| stage.state == state.stage.code());
    let stage = stage.expect("a stage of the chart");
    assert_eq!(stage.zh, state.stage.zh());
    assert_eq!(stage.ending == End::Open, state.stage.open());
    let outline = Dispute::outline(state);
    if state.stage.open() {
        // I1, I3: one responsible unit, a named person, a next step and a clock.
        assert!(!state.responsible.person.is_empty());
        assert!(!outline.next_zh.is_empty() && outline.open);
        assert!(!state.running.is_empty(), "{} without a clock", stage.state);
    } else {
        assert!(outline.next_zh.is_empty() && !outline.open);
        assert!(state.running.is_empty(), "{}: {:?}", stage.state, state.running);
    }
    for key in &state.running {
        let family = clocks::family(key);
        assert!(stage.clocks.contains(&family), "{} runs {key}", stage.state);
        // Silence has a meaning: every clock's expiry is a command that is lawful now.
        assert!(clocks::expired(state, key).is_some(), "{} {key}", stage.state);
    }
    assert_eq!(clocks::expired(state, "no such clock"), None);
    if matches!(state.stage, Stage::Closed { .. } | Stage::Archived { .. }) {
        assert!(state.unproved().is_none(), "I6: closed with an unproved notice");
    }
}

fn serde_round_trip(desk: &Desk) {
    let text = serde_json::to_string(desk.state()).unwrap();
    assert_eq!(serde_json::from_str::<State>(&text).unwrap(), *desk.state());
    for fact in &desk.facts {
        let text = serde_json::to_string(fact).unwrap();
        assert_eq!(serde_json::from_str::<Fact>(&text).unwrap(), *fact);
    }
}

type Seen = BTreeSet<(String, String, String)>;

/// Gives a command; on success the step is noted and the umbrella checked.
fn take(desk: &Desk, command: &Command, seen: &mut Seen) -> Option<Desk> {
    let from = desk.state.as_ref().map_or("", |state| state.stage.code());
    let name = Dispute::name(command);
    let facts = match desk.decide(command) {
        Ok(facts) => facts,
        Err(refusal) => {
            let misplaced = matches!(refusal.name(), "WRONG_STAGE" | "NOT_BEGUN");
            assert_eq!(misplaced, !chart::stands(from, name), "{from} {name}: {refusal:?}");
            return None;
        }
    };
    if facts.is_empty() {
        return None;
    }
    let mut next = desk.clone();
    next.facts.clear();
    next.fold(&facts);
    let to = next.stage().code();
    let step = chart::chart().steps.iter().any(|s| s.from == from && s.by == name && s.to == to);
    assert!(step, "{from} -{name}-> {to} is not in the chart: {facts:?}");
    seen.insert((from.to_owned(), name.to_owned(), to.to_owned()));
    sound(next.state());
    started_under_rules(&facts);
    Some(next)
}

/// Every clock starts under a rule that the law knows.
fn started_under_rules(facts: &[Fact]) {
    for effect in facts.iter().flat_map(Dispute::clocks) {
        if let ClockEffect::Start { key, rule, from } = effect {
            let due = Law::shipped().due(&jiefen_terms::Query::new(rule.as_str(), from));
            assert!(due.is_ok(), "{key}: {due:?}");
        }
    }
}

/// The same desk with everybody whose word a command may need.
fn hats(desk: &Desk) -> Vec<Desk> {
    let holder = desk.state.as_ref().map_or(agency(TOWN), |state| state.responsible.unit);
    let mut system = desk.clone();
    system.actor.agency = holder;
    system.actor.role = Role::System;
    let mut head = desk.clone();
    head.actor.agency = holder;
    head.actor.role = Role::PetitionHead;
    vec![head, system]
}

/// Every sample as it is; with another unit assisting; and with all notices served, its remedies used up
/// and the dispute crossing a boundary.
fn variants() -> Vec<Desk> {
    let plain = ALL.iter().map(|(_, sample)| sample());
    let mut all: Vec<Desk> = plain.collect();
    all.iter_mut().for_each(|desk| desk.given.clear());
    for mut desk in all.clone() {
        desk.then(day(7, 20)).by(TOWN, Role::System);
        if desk.stage().open() && !matches!(desk.stage(), Stage::Detected | Stage::Received) {
            let mut assisted = desk.clone();
            let assist = offer(MARKET, TrackKind::AdministrativeMediation, Mode::Assist);
            assisted.ok(Command::NoteOffered(assist)).ok(accepted(MARKET, day(7, 20)));
            all.push(assisted);
            desk.serve_all();
            for clock in desk.state().running.clone() {
                if clocks::is_right(&clock) {
                    desk.ok(Command::NoteLapsed { clock });
                }
            }
            if let Some(state) = &mut desk.state {
                state.content.other_places.insert("640221".parse().unwrap());
            }
            all.push(desk);
        }
    }
    all
}

#[test]
fn what_happens_is_in_the_chart_and_what_is_in_the_chart_happens() {
    let mut seen = Seen::new();
    let today = day(7, 20);
    for unit in [TOWN, COUNTY] {
        let mut empty = Desk::on(today);
        empty.by(unit, Role::WindowClerk);
        for command in arriving(today) {
            take(&empty, &command, &mut seen);
        }
    }
    for mut desk in variants() {
        serde_round_trip(&desk);
        desk.then(today);
        for desk in hats(&desk) {
            for command in commands(today, desk.state()) {
                let Some(next) = take(&desk, &command, &mut seen) else { continue };
                for desk in hats(&next) {
                    for command in commands(today, desk.state()) {
                        take(&desk, &command, &mut seen);
                    }
                }
            }
        }
    }
    let missing: Vec<_> = chart::chart()
        .steps
        .iter()
        .filter(|step| !step.by.starts_with("clock:"))
        .map(|step| (step.from.to_owned(), step.by.to_owned(), step.to.to_owned()))
        .filter(|step| !seen.contains(step))
        .collect();
    assert!(missing.is_empty(), "never happened: {missing:#?}");
}

/// Every umbrella that one command makes of this one.
fn everything_from(desk: &Desk, today: Date) -> Vec<Desk> {
    let mut before = desk.clone();
    before.given.clear();
    before.then(today).by(TOWN, Role::System);
    let after = |command: &Command| {
        let facts = before.decide(command).ok()?;
        let mut next = before.clone();
        next.fold(&facts);
        (!facts.is_empty()).then_some(next)
    };
    commands(today, before.state()).iter().filter_map(after).collect()
}

#[test]
fn every_expiry_leads_along_the_chart() {
    let mut seen = Seen::new();
    let today = day(7, 20);
    for (_, sample) in ALL {
        let mut desks = vec![sample()];
        for _ in 0..2 {
            for desk in desks.clone() {
                desks.extend(everything_from(&desk, today));
            }
        }
        for desk in &mut desks {
            desk.then(today).by(TOWN, Role::System);
            let from = desk.stage().code();
            for key in desk.state().running.clone() {
                let command = Dispute::expired(desk.state(), &key).unwrap();
                let mut next = desk.clone();
                next.ok(command);
                sound(next.state());
                let by = format!("clock:{}", clocks::family(&key));
                seen.insert((from.to_owned(), by, next.stage().code().to_owned()));
            }
        }
    }
    let steps = chart::chart().steps.iter().filter(|step| step.by.starts_with("clock:"));
    let charted: Seen =
        steps.map(|s| (s.from.to_owned(), s.by.to_owned(), s.to.to_owned())).collect();
    let beside: Vec<_> = seen.difference(&charted).collect();
    assert!(beside.is_empty(), "not in the chart: {beside:?}");
    let missing: Vec<_> =
        charted.difference(&seen).filter(|(_, by, _)| by != "clock:channel_answer").collect();
    assert!(missing.is_empty(), "never expired: {missing:?}");
}

#[test]
fn every_sample_stands_where_it_says() {
    for (stage, sample) in ALL {
        assert_eq!(sample().stage().code(), *stage);
    }
}

/// The recorded course leads to the same stage when each command is given by the one member of staff whom
/// the samples have for its role.
#[test]
fn every_course_can_be_given_again() {
    for (stage, sample) in ALL {
        let again = sample().given.into_iter().fold(None, |state, (today, role, command)| {
            let facts = kit::decide::<Dispute>(state.as_ref(), &command, today, role).unwrap();
            kit::fold::<Dispute>(state, &facts)
        });
        assert_eq!(again.unwrap().stage.code(), *stage);
    }
}
