//! The law of a risk case: S02 and S11, the team on the same day, the proof of payment, the trace.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiefen_procedure::kit::{self, Move, Seen, check_roles, day, names_in, run_clocks};
use jiefen_procedure::{ClockEffect, Explain, Procedure};
use jiefen_terms::{Due, Law, Query, Start};
use jiefen_vocab::Role;
use proptest::prelude::*;

use super::samples::*;
use super::*;
use crate::signal::SignalKind;

#[track_caller]
fn refused(state: Option<&State>, on: &str, role: Role, command: &Command, name: &str) {
    let refusal = kit::decide::<RiskCase>(state, command, day(on), role).unwrap_err();
    assert_eq!(refusal.name(), name);
}

fn after(state: Option<State>, on: &str, role: Role, command: &Command) -> State {
    let facts = kit::decide::<RiskCase>(state.as_ref(), command, day(on), role).unwrap();
    kit::fold::<RiskCase>(state, &facts).unwrap()
}

fn along(line: &[Move<RiskCase>]) -> State {
    let step = |state: Option<State>, (on, role, command): &Move<RiskCase>| {
        Some(after(state, &on.to_string(), *role, command))
    };
    line.iter().fold(None, step).unwrap()
}

/// S02 step 1: eleven workers, yellow, the team on the same day; twenty-three by evening.
#[test]
fn s02_ten_workers_with_one_claim_need_hr_union_and_police_on_the_same_day() {
    let line = wages_paid();
    let opened = along(&line[..1]);
    assert_eq!((opened.stage, opened.collective), (Stage::Open { level: Level::Yellow }, true));
    let team_due = Query::new("policy.risk_team", Start::Moment(time("2026-09-14 09:10")));
    let due = Law::shipped().due(&team_due).unwrap().due;
    assert_eq!(due, Due::Moment(time("2026-09-14 17:10")));
    let named = along(&line[..2]);
    for (units_named, name) in [(&["hrss", "police"][..], "TEAM_INCOMPLETE"), (&[], "TEXT_MISSING")]
    {
        let team =
            Command::AssembleTeam { units: units(units_named), at: time("2026-09-14 09:40") };
        refused(Some(&named), "2026-09-14", Role::CentreDirector, &team, name);
    }
    let evening = along(&line[..5]);
    assert_eq!(evening.signals.iter().map(|signal| signal.people).max(), Some(23));
    let nine = open(signal(SignalKind::CommonClaim, 9, time("2026-09-14 09:10")), None);
    refused(None, "2026-09-14", Role::WindowClerk, &nine, "BELOW_THRESHOLD");
}

/// S02 step 8: closed only after the proof of payment, not by the agreement.
#[test]
fn s02_the_case_closes_only_after_the_proof_of_payment() {
    let line = wages_paid();
    let promised = along(&line[..9]);
    let at = time("2026-10-21 09:00");
    refused(Some(&promised), "2026-10-21", Role::CentreDirector, &close(at), "PAYMENT_UNPROVED");
    let proved = along(&line[..10]);
    let facts =
        kit::decide::<RiskCase>(Some(&proved), &close(at), day("2026-10-21"), Role::CentreDirector);
    // From 09:10 to 09:50: the trace stays with the end.
    assert!(matches!(facts.unwrap()[0], Fact::Closed { contact: 40, .. }));
    // The check of the payment: a week after the agreed day, again until it is proved.
    let last = Law::shipped().due(&Query::new("policy.risk_payment", day("2026-10-20"))).unwrap();
    assert_eq!(last.due.day(), day("2026-10-27"));
    let late = Command::FlagLate { clock: "payment:1".to_owned() };
    let flagged = after(Some(promised), "2026-10-28", Role::System, &late);
    assert!(tell::running(&flagged).contains(&"payment:1".to_owned()));
}

#[test]
fn a_risk_is_not_closed_without_contact_finding_and_every_task() {
    let now = time("2026-05-20 09:45");
    let director = Role::CentreDirector;
    let call = || {
        after(
            None,
            "2026-05-20",
            Role::System,
            &open(signal(SignalKind::OnlineCall, 0, time("2026-05-20 09:00")), None),
        )
    };
    refused(Some(&call()), "2026-05-20", director, &close(now), "NOT_CONTACTED");
    let contacted =
        after(Some(call()), "2026-05-20", director, &Command::RecordContact { at: now });
    refused(Some(&contacted), "2026-05-20", director, &close(now), "NOT_INVESTIGATED");
    let named = Command::NameInvestigator { person: "staff-3".to_owned(), at: now };
    let mut state = after(Some(contacted), "2026-05-20", director, &named);
    state = after(Some(state), "2026-05-20", director, &found(now));
    let tasked = after(Some(state.clone()), "2026-05-20", director, &task("2026-05-22", now));
    refused(Some(&tasked), "2026-05-20", director, &close(now), "TASKS_OPEN");
    let noted = Command::NoteIncident { ended: false, at: now };
    let incident = after(Some(state.clone()), "2026-05-20", director, &noted);
    refused(Some(&incident), "2026-05-20", director, &close(now), "INCIDENT_OPEN");
    assert_eq!(after(Some(state), "2026-05-20", director, &close(now)).stage, Stage::Closed);
    // Five working days for a task given on Wednesday 20 May: Wednesday 27 May.
    refused(Some(&call()), "2026-05-20", director, &task("2026-05-28", now), "DUE_TOO_LATE");
    assert_eq!(
        after(Some(call()), "2026-05-20", director, &task("2026-05-27", now)).tasks.len(),
        1
    );
}

#[test]
fn a_machine_raises_a_level_and_only_a_person_lowers_it() {
    let now = time("2026-05-20 09:45");
    let orange = after(
        None,
        "2026-05-20",
        Role::System,
        &open(signal(SignalKind::OnlineCall, 0, now), None),
    );
    let set = |level| Command::SetLevel { level, why: "研判".to_owned(), at: now };
    refused(Some(&orange), "2026-05-20", Role::System, &set(Level::Yellow), "PERSON_MUST_DECIDE");
    let red = after(Some(orange), "2026-05-20", Role::System, &set(Level::Red));
    let yellow = after(Some(red), "2026-05-20", Role::CentreDirector, &set(Level::Yellow));
    assert_eq!(yellow.stage, Stage::Open { level: Level::Yellow });
    // Below the thresholds a person opens with a reason, a machine does not.
    let few = |why| open(signal(SignalKind::CommonClaim, 3, now), why);
    refused(None, "2026-05-20", Role::System, &few(Some("模型提示")), "BELOW_THRESHOLD");
    refused(None, "2026-05-20", Role::WindowClerk, &few(None), "BELOW_THRESHOLD");
    after(None, "2026-05-20", Role::WindowClerk, &few(Some("家属情绪激动")));
}

fn seen() -> &'static Seen<RiskCase> {
    static SEEN: OnceLock<Seen<RiskCase>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<RiskCase>(&moves(), &lines(), 40))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let names = names_in(&[include_str!("rows.rs")]);
    assert!(names.len() > 20);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<RiskCase>();
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
        for effect in RiskCase::clocks(fact) {
            if let ClockEffect::StartAt { rule, from, .. } = effect {
                let query = Query::new(rule.as_str(), Start::Moment(from));
                assert!(Law::shipped().due(&query).is_ok(), "{rule}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..60)) {
        let moves = moves();
        let mut state: Option<State> = None;
        let mut clocks = BTreeSet::new();
        for pick in picks {
            let (today, role, command) = &moves[pick % moves.len()];
            let Ok(facts) = kit::decide::<RiskCase>(state.as_ref(), command, *today, *role) else { continue };
            facts.iter().for_each(|fact| run_clocks::<RiskCase>(&mut clocks, fact));
            let next = kit::fold::<RiskCase>(state, &facts).unwrap();
            let running: BTreeSet<String> = tell::running(&next).into_iter().collect();
            prop_assert_eq!(&running, &clocks);
            let unpaid = next.payments.iter().any(|payment| payment.proof.is_none());
            prop_assert!(next.stage != Stage::Closed || (!unpaid && next.first_contact.is_some()));
            state = Some(next);
        }
    }
}
