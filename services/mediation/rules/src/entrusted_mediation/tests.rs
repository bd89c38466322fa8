//! The law of mediation for a court, as tables and as the plan's scenarios.

use std::sync::OnceLock;

use jiefen_procedure::{ClockEffect, Explain, Procedure};
use jiefen_vocab::{Outcome, Private, Role};
use proptest::prelude::*;

use super::samples::*;
use super::{
    Command, Ending, EntrustedMediation, Fact, Mandate, Refusal, Settlement, Stage, State,
};
use crate::session::Mode;
use jiefen_procedure::kit::{self, Seen, check_roles, day, names_in, run_clocks};

struct Case {
    state: Option<State>,
    facts: Vec<Fact>,
}

impl Case {
    fn sent(mandate: Mandate, on: &str) -> Case {
        let mut case = Case { state: None, facts: Vec::new() };
        case.give(on, open(mandate, day(on), true));
        case
    }

    fn signed(mandate: Mandate, on: &str) -> Case {
        let mut case = Case::sent(mandate, on);
        case.give(on, Command::SignFile { mediator: "m-1".into(), on: day(on) });
        case
    }

    fn tried(&self, today: &str, command: Command) -> Result<Vec<Fact>, Refusal> {
        kit::decide::<EntrustedMediation>(self.state.as_ref(), &command, day(today), Role::Mediator)
    }

    fn give(&mut self, today: &str, command: Command) -> Vec<Fact> {
        let facts = self.tried(today, command).unwrap();
        self.state = kit::fold::<EntrustedMediation>(self.state.take(), &facts);
        self.facts.extend(facts.clone());
        facts
    }

    fn refused(&self, today: &str, command: Command, name: &str) {
        let refusal = self.tried(today, command).unwrap_err();
        assert_eq!(refusal.name(), name, "{}", refusal.zh());
    }

    fn state(&self) -> &State {
        self.state.as_ref().unwrap()
    }
}

#[test]
fn the_start_date_chooses_between_filing_first_and_delegation() {
    let new = Case { state: None, facts: Vec::new() };
    let delegated = |on: &str| open(Mandate::Delegated, day(on), true);
    // Imported in 2026 all the same.
    assert!(new.tried("2026-03-01", delegated("2024-12-31")).is_ok());
    new.refused("2026-03-01", delegated("2025-01-01"), "DELEGATION_CLOSED");
    assert!(
        new.tried("2026-03-01", open(Mandate::EntrustedSummary, day("2025-01-01"), true)).is_ok()
    );
    let without = open(Mandate::EntrustedSummary, day("2026-03-01"), false);
    new.refused("2026-03-01", without, "CONSENT_MISSING");
    new.refused("2026-03-01", Command::Lapse, "NOT_BEGUN");
}

/// S07: the mediator signs on 2 March: 9 March; both extend 30 days: 8 April; it fails.
#[test]
fn s07_summary_seven_days_and_thirty_more() {
    let mut case = Case::sent(Mandate::EntrustedSummary, "2026-02-27");
    case.refused("2026-02-28", hold("2026-02-28", &[1]), "FILE_NOT_SIGNED");
    case.give("2026-03-02", Command::SignFile { mediator: "m-1".into(), on: day("2026-03-02") });
    assert!(case.tried("2026-03-09", hold("2026-03-09", &[1, 2])).is_ok());
    case.refused("2026-03-10", hold("2026-03-10", &[1, 2]), "PAST_TERM");
    case.refused("2026-03-09", Command::Lapse, "TERM_RUNS");
    assert!(case.tried("2026-03-10", Command::Lapse).is_ok());
    case.refused("2026-03-09", extend(31, &[1, 2], "2026-03-09"), "EXTENSION_TOO_LONG");
    case.refused("2026-03-09", extend(0, &[1, 2], "2026-03-09"), "EXTENSION_EMPTY");
    case.refused("2026-03-09", extend(30, &[1], "2026-03-09"), "NOT_AGREED");
    case.refused("2026-03-10", extend(30, &[1, 2], "2026-03-10"), "PAST_TERM");
    let facts = case.give("2026-03-09", extend(30, &[1, 2], "2026-03-09"));
    assert_eq!(
        EntrustedMediation::clocks(&facts[0]),
        [ClockEffect::Extend { key: "mediate".into(), units: 30 }]
    );
    case.refused("2026-03-20", extend(5, &[1, 2], "2026-03-20"), "ALREADY_EXTENDED");
    case.refused("2026-04-08", Command::Lapse, "TERM_RUNS");
    let mut lapsed = Case { state: case.state.clone(), facts: Vec::new() };
    lapsed.give("2026-04-09", Command::Lapse);
    assert_eq!(lapsed.state().outcome(), Some(Outcome::Failed));
    let failed =
        Command::EndFailed { on: day("2026-04-08"), undisputed: None, facts_agreed: vec![] };
    case.give("2026-04-08", failed);
    assert_eq!(case.state().outcome(), Some(Outcome::Failed));
    case.refused("2026-04-08", Command::Lapse, "ALREADY_RETURNED");
}

#[test]
fn ordinary_procedure_has_fifteen_days() {
    // V16, V17: signed 2 March: 17 March; with the extension 16 April.
    let mut case = Case::signed(Mandate::EntrustedOrdinary, "2026-03-02");
    case.refused("2026-03-17", Command::Lapse, "TERM_RUNS");
    assert!(case.tried("2026-03-18", Command::Lapse).is_ok());
    case.give("2026-03-17", extend(30, &[1, 2], "2026-03-17"));
    case.refused("2026-04-16", Command::Lapse, "TERM_RUNS");
    assert!(case.tried("2026-04-17", Command::Lapse).is_ok());
}

/// S07, the older practice: complaint of November 2024, delegated before filing, 30 days by T-C-05.
#[test]
fn s07_delegated_in_2024() {
    let mut case = Case::sent(Mandate::Delegated, "2024-11-04");
    let sign = |on: &str| Command::SignFile { mediator: "m-1".into(), on: day(on) };
    case.refused("2026-03-01", sign("2025-01-02"), "DELEGATION_CLOSED");
    case.give("2026-03-01", sign("2024-11-06"));
    let rule = EntrustedMediation::clocks(case.facts.last().unwrap());
    assert!(rule.contains(&ClockEffect::Start {
        key: "mediate".into(),
        rule: "T-C-05".into(),
        from: day("2024-11-06"),
    }));
    case.refused("2024-12-06", Command::Lapse, "TERM_RUNS");
    assert!(case.tried("2024-12-09", Command::Lapse).is_ok());
    let settle = Command::RecordSettlement {
        by: Settlement::Statement,
        agreed: vec![1, 2],
        on: day("2024-11-20"),
    };
    case.refused("2024-11-20", settle, "CONTRACT_ONLY");
    case.refused("2024-11-20", Command::CloseContract, "NO_CONTRACT");
    case.give("2024-11-20", Command::RecordContract { agreed: vec![1, 2], on: day("2024-11-20") });
    case.refused("2024-11-21", hold("2024-11-21", &[1]), "CONTRACT_BINDS");
    let apply = |on: &str| Command::NoteApplication { on: day(on) };
    case.refused("2024-12-21", apply("2024-12-21"), "WINDOW_PAST");
    case.give("2024-12-20", apply("2024-12-20"));
    assert_eq!(case.state().outcome(), Some(Outcome::Agreed));
}

#[test]
fn an_entrusted_agreement_goes_back_to_the_court() {
    let mut case = Case::signed(Mandate::EntrustedOrdinary, "2026-03-02");
    let contract = Command::RecordContract { agreed: vec![1, 2], on: day("2026-03-03") };
    case.refused("2026-03-03", contract, "BACK_TO_COURT");
    let settle = |agreed: &[u32]| Command::RecordSettlement {
        by: Settlement::ClosedOtherwise,
        agreed: agreed.to_vec(),
        on: day("2026-03-03"),
    };
    case.refused("2026-03-03", settle(&[1]), "NOT_AGREED");
    case.give("2026-03-03", settle(&[1, 2]));
    assert_eq!(case.state().outcome(), Some(Outcome::Agreed));
    case.refused(
        "2026-03-03",
        open(Mandate::EntrustedOrdinary, day("2026-03-03"), true),
        "ALREADY_BEGUN",
    );
}

/// I9, T-C-12: only undisputed facts go back, and only when everybody agrees; no record of a
/// session does.
#[test]
fn nothing_conceded_goes_back() {
    let mut case = Case::signed(Mandate::EntrustedOrdinary, "2026-03-02");
    case.give("2026-03-03", hold("2026-03-03", &[1, 2]));
    let fail = |agreed: &[u32]| Command::EndFailed {
        on: day("2026-03-04"),
        undisputed: Some(Private::new("合同于2025年签订".into())),
        facts_agreed: agreed.to_vec(),
    };
    case.refused("2026-03-04", fail(&[2]), "FACTS_NOT_AGREED");
    let facts = case.give("2026-03-04", fail(&[1, 2]));
    let back = serde_json::to_string(&facts).unwrap();
    assert!(back.contains("合同于2025年签订") && !back.contains("乙愿付一半"));
}

#[test]
fn withdrawal_ends_it_the_same_day_and_appraisal_days_do_not_count() {
    let mut case = Case::signed(Mandate::EntrustedOrdinary, "2026-03-02");
    case.refused("2026-03-03", Command::EndAppraisal { on: day("2026-03-03") }, "NO_APPRAISAL");
    case.give("2026-03-03", Command::BeginAppraisal { on: day("2026-03-03") });
    case.refused("2026-03-04", Command::BeginAppraisal { on: day("2026-03-04") }, "APPRAISAL_RUNS");
    case.refused("2026-06-01", Command::Lapse, "APPRAISAL_RUNS");
    case.give("2026-03-12", Command::EndAppraisal { on: day("2026-03-12") });
    case.refused("2026-03-27", Command::Lapse, "TERM_RUNS");
    let facts = case.give("2026-03-27", Command::WithdrawConsent { party: 1, how: "phone".into() });
    let (ending, on) = (Ending::ConsentWithdrawn { party: 1 }, day("2026-03-27"));
    let track = Some(case.state().brief.track);
    assert_eq!(facts.last(), Some(&Fact::Returned { ending, on, track }));
}

#[test]
fn sessions_need_somebody_a_guardian_and_a_day_ahead() {
    let mut case = Case::signed(Mandate::EntrustedOrdinary, "2026-03-02");
    case.refused("2026-03-03", hold("2026-03-03", &[]), "NOBODY_PRESENT");
    case.refused("2026-03-03", hold("2026-03-03", &[7]), "NO_SUCH_PARTY");
    let set = |on: &str| Command::ScheduleSession {
        on: day(on),
        place: "线上".into(),
        mode: Mode::Video,
    };
    case.refused("2026-03-03", set("2026-03-02"), "SESSION_IN_PAST");
    case.refused("2026-03-03", set("2026-03-18"), "PAST_TERM");
    case.give("2026-03-03", set("2026-03-17"));
    case.state.as_mut().unwrap().brief.parties[0].minor = true;
    case.refused("2026-03-03", hold("2026-03-03", &[1]), "GUARDIAN_ABSENT");
}

fn seen() -> &'static Seen<EntrustedMediation> {
    static SEEN: OnceLock<Seen<EntrustedMediation>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<EntrustedMediation>(&moves(), &lines(), 40))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let names = names_in(&[include_str!("rows.rs")]);
    assert!(names.len() > 10);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<EntrustedMediation>();
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
        let mut clocks = std::collections::BTreeSet::new();
        for pick in picks {
            let (today, role, command) = &moves[pick % moves.len()];
            let decided = kit::decide::<EntrustedMediation>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            for fact in &facts {
                let held = matches!(fact, Fact::SessionHeld { .. });
                prop_assert!(!held || state.as_ref().unwrap().without_consent().is_none());
                run_clocks::<EntrustedMediation>(&mut clocks, fact);
            }
            let next = kit::fold::<EntrustedMediation>(state.clone(), &facts).unwrap();
            let open = !matches!(next.stage, Stage::Returned { .. });
            prop_assert_eq!(open, !clocks.is_empty());
            state = Some(next);
        }
    }
}
