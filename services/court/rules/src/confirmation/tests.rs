//! The law of judicial confirmation, as tables and as the plan's scenarios.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiefen_procedure::{ClockEffect, Explain, Procedure};
use jiefen_terms::{Law, Query};
use jiefen_vocab::{DisputeKind, Outcome, Role};
use proptest::prelude::*;

use super::samples::*;
use super::{
    Command, Competence, Confirmation, Fact, NotAccepted, NotConfirmed, ObjectionOutcome, Objector,
    Refusal, Stage, State, Subject,
};
use jiefen_procedure::kit::{self, Seen, check_roles, day, names_in, run_clocks};

#[derive(Clone)]
struct Case {
    state: Option<State>,
    facts: Vec<Fact>,
}

impl Case {
    fn new() -> Case {
        Case { state: None, facts: Vec::new() }
    }

    fn tried_as(&self, today: &str, command: Command, role: Role) -> Result<Vec<Fact>, Refusal> {
        kit::decide::<Confirmation>(self.state.as_ref(), &command, day(today), role)
    }

    fn tried(&self, today: &str, command: Command) -> Result<Vec<Fact>, Refusal> {
        self.tried_as(today, command, Role::Judge)
    }

    fn give(&mut self, today: &str, command: Command) -> Vec<Fact> {
        let facts = self.tried(today, command).unwrap();
        self.state = kit::fold::<Confirmation>(self.state.take(), &facts);
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

fn due(rule: &str, from: &str) -> jiff::civil::Date {
    Law::shipped().due(&Query::new(rule, day(from))).unwrap().due.day()
}

#[test]
fn only_jointly_and_only_within_thirty_days() {
    let new = Case::new();
    assert!(new.tried("2026-10-08", joint("2026-10-08")).is_ok());
    new.refused("2026-10-09", joint("2026-10-09"), "TOO_LATE");
    let single = apply(&[1], Competence::BodySeat, Subject::Money, "2026-10-08");
    new.refused("2026-10-08", single, "NOT_JOINT");
    let stranger = apply(&[1, 2, 3], Competence::BodySeat, Subject::Money, "2026-10-08");
    new.refused("2026-10-08", stranger, "NO_SUCH_PARTY");
    let mut alone = joint("2026-10-08");
    if let Command::Apply { brief, .. } = &mut alone {
        brief.parties.pop();
    }
    new.refused("2026-10-08", alone, "TWO_PARTIES_NEEDED");
    new.refused("2026-10-08", accept("2026-10-08"), "NOT_BEGUN");
}

/// S08: 60,000 yuan in three instalments, from the application on the last day to enforcement.
#[test]
fn s08_confirmed_objected_enforced() {
    let mut case = Case::new();
    case.give("2026-10-08", joint("2026-10-08"));
    assert_eq!(due("T-D-03", "2026-10-08"), day("2026-10-12"));
    case.give("2026-10-09", accept("2026-10-09"));
    let clocks = Confirmation::clocks(case.facts.last().unwrap());
    for (key, rule, last) in
        [("ruling", "T-D-04", "2026-11-09"), ("target", "T-D-05", "2026-10-26")]
    {
        let start =
            ClockEffect::Start { key: key.into(), rule: rule.into(), from: day("2026-10-09") };
        assert!(clocks.contains(&start));
        assert_eq!(due(rule, "2026-10-09"), day(last));
    }
    case.refused("2026-10-10", serve(1, "2026-10-10"), "NO_RULING");
    let facts = case.give("2026-10-20", Command::Confirm { on: day("2026-10-20") });
    let enforce = ClockEffect::Start {
        key: "enforce".into(),
        rule: "T-D-10".into(),
        from: day("2026-12-31"),
    };
    assert!(Confirmation::clocks(&facts[0]).contains(&enforce));
    let object = |by, on: &str| Command::Object { by, on: day(on) };
    let second = Objector::Party { no: 2 };
    case.refused("2026-10-21", object(second, "2026-10-21"), "NOT_SERVED");
    case.give("2026-10-21", serve(1, "2026-10-21"));
    case.refused("2026-10-21", serve(1, "2026-10-21"), "SERVED_ALREADY");
    case.give("2026-10-21", serve(2, "2026-10-21"));
    assert!(case.tried("2026-11-05", object(second, "2026-11-05")).is_ok());
    case.refused("2026-11-06", object(second, "2026-11-06"), "OBJECTION_TOO_LATE");
    case.refused("2026-11-05", Command::ObjectionTimePassed { party: 1 }, "OBJECTION_TIME_RUNS");
    let enforce = |on: &str| Command::ApplyEnforcement { party: 1, on: day(on) };
    case.refused("2026-10-31", enforce("2026-10-31"), "NOTHING_OVERDUE");
    case.refused("2026-11-06", Command::EnforcementTimePassed, "NOT_EFFECTIVE");
    for party in [1, 2] {
        let clock = format!("object:{party}");
        let command = Confirmation::expired(case.state(), &clock).unwrap();
        case.give("2026-11-06", command);
    }
    assert_eq!(Confirmation::outline(case.state()).state, "effective");
    case.refused("2026-11-06", serve(1, "2026-11-06"), "EFFECTIVE_ALREADY");

    // A third person learns of it on 1 December: six months, 1 June 2027, and not a day longer.
    let third = Objector::Third { knew_on: day("2026-12-01") };
    assert!(case.tried("2027-06-01", object(third, "2027-06-01")).is_ok());
    case.refused("2027-06-02", object(third, "2027-06-02"), "OBJECTION_TOO_LATE");

    // The second instalment stays unpaid.
    let mut enforced = case.clone();
    enforced.give("2026-12-01", enforce("2026-12-01"));
    assert_eq!(enforced.state().outcome(), Some(Outcome::Transferred));
    let last = due("T-D-10", "2026-12-31");
    assert_eq!((last.year(), last.month()), (2029, 1));
    case.refused("2028-12-31", Command::EnforcementTimePassed, "ENFORCEMENT_TIME_RUNS");
    case.give("2029-01-10", Command::EnforcementTimePassed);
    assert_eq!(Confirmation::outline(case.state()).state, "time_passed");
}

#[test]
fn status_parentage_title_and_ip_are_not_accepted() {
    for (subject, competence, expect) in [
        (Subject::Money, Competence::Inviting, None),
        (Subject::Conduct, Competence::Domicile, None),
        (Subject::Status, Competence::BodySeat, Some("CONFIRMATION_NOT_FOR_STATUS_OR_TITLE")),
        (Subject::Parentage, Competence::BodySeat, Some("CONFIRMATION_NOT_FOR_STATUS_OR_TITLE")),
        (Subject::Title, Competence::ObjectPlace, Some("CONFIRMATION_NOT_FOR_STATUS_OR_TITLE")),
        (Subject::IpOwnership, Competence::BodySeat, Some("CONFIRMATION_NOT_FOR_STATUS_OR_TITLE")),
        (Subject::OtherProcedure, Competence::BodySeat, Some("CONFIRMATION_OTHER_PROCEDURE")),
        (Subject::Money, Competence::None, Some("NOT_COMPETENT")),
    ] {
        let mut case = Case::new();
        case.give("2026-10-08", apply(&[1, 2], competence, subject, "2026-10-08"));
        let answer = case.tried("2026-10-09", accept("2026-10-09"));
        assert_eq!(answer.err().map(|refusal| refusal.name()), expect, "{subject:?}");
        let decline = Command::Decline { ground: NotAccepted::Status, on: day("2026-10-09") };
        case.give("2026-10-09", decline);
        assert_eq!(case.state().outcome(), Some(Outcome::Refused));
    }
}

#[test]
fn papers_are_asked_for_once_and_not_given_means_withdrawn() {
    let mut case = Case::new();
    case.give("2026-10-08", joint("2026-10-08"));
    case.refused("2026-10-08", Command::LapseCorrection, "NOTHING_ASKED");
    let ask =
        |on: &str| Command::AskCorrection { missing: vec!["身份证明".into()], on: day(on) };
    case.give("2026-10-09", ask("2026-10-09"));
    case.refused("2026-10-09", accept("2026-10-09"), "PAPERS_AWAITED");
    // Five working days: 10 October is a make-up Saturday.
    case.refused("2026-10-15", Command::LapseCorrection, "CORRECTION_TIME_RUNS");
    let mut silent = case.clone();
    silent.give("2026-10-16", Command::LapseCorrection);
    assert_eq!(silent.state().outcome(), Some(Outcome::Withdrawn));
    case.give("2026-10-15", Command::ReceiveCorrected { on: day("2026-10-15") });
    assert_eq!(case.state().stage, Stage::Applied { since: day("2026-10-15") });
    case.refused("2026-10-15", ask("2026-10-15"), "ASKED_ONCE");
}

#[test]
fn an_objection_stands_or_falls() {
    let mut case = Case::new();
    case.give("2026-10-08", joint("2026-10-08"));
    case.give("2026-10-09", accept("2026-10-09"));
    let extend = Command::ExtendRuling { days: 15, on: day("2026-10-20") };
    case.refused("2026-10-20", extend.clone(), "PRESIDENT_ONLY");
    assert!(case.tried_as("2026-10-20", extend, Role::CourtPresident).is_ok());
    let mut rejected = case.clone();
    let reject = Command::Reject { ground: NotConfirmed::Unclear, on: day("2026-10-20") };
    rejected.give("2026-10-20", reject);
    assert_eq!(rejected.state().outcome(), Some(Outcome::Failed));
    case.give("2026-10-20", Command::Confirm { on: day("2026-10-20") });
    case.give("2026-10-21", serve(1, "2026-10-21"));
    let object = Command::Object { by: Objector::Party { no: 1 }, on: day("2026-10-22") };
    case.give("2026-10-22", object.clone());
    case.refused("2026-10-22", object, "OBJECTION_PENDING");
    case.give("2026-10-23", serve(2, "2026-10-23"));
    let decide = |outcome| Command::DecideObjection { outcome, on: day("2026-11-20") };
    let mut revoked = case.clone();
    revoked.give("2026-11-20", decide(ObjectionOutcome::Revoked));
    assert_eq!(revoked.state().outcome(), Some(Outcome::Failed));
    case.give("2026-11-20", decide(ObjectionOutcome::Rejected));
    assert_eq!(Confirmation::outline(case.state()).state, "confirmed");
    case.refused("2026-11-20", decide(ObjectionOutcome::Rejected), "NO_OBJECTION");
    case.refused("2026-11-20", Command::Confirm { on: day("2026-11-20") }, "RULED_ALREADY");
}

fn seen() -> &'static Seen<Confirmation> {
    static SEEN: OnceLock<Seen<Confirmation>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<Confirmation>(&moves(), &lines(), 24))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let names = names_in(&[include_str!("rows.rs")]);
    assert!(names.len() > 10);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<Confirmation>();
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

/// T-H-04: of labour agreements only one about payment alone can be confirmed; the rest goes to arbitration.
#[test]
fn of_labour_agreements_only_payment_is_confirmed() {
    let of = |subject| {
        let mut command = apply(&[1, 2], Competence::Inviting, subject, "2026-10-08");
        if let Command::Apply { brief, .. } = &mut command {
            brief.kind = DisputeKind::Labour;
        }
        let mut case = Case::new();
        case.give("2026-10-08", command);
        case.tried("2026-10-09", accept("2026-10-09"))
    };
    let refusal = of(Subject::Conduct).unwrap_err();
    assert_eq!(refusal.name(), "CONFIRMATION_OF_LABOUR_PAYMENT_ONLY");
    assert_eq!(refusal.basis(), "T-H-04 劳动争议解释(一)52");
    assert!(refusal.instead().contains("劳动仲裁"));
    assert!(of(Subject::Money).is_ok());
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
            let decided = kit::decide::<Confirmation>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            facts.iter().for_each(|fact| run_clocks::<Confirmation>(&mut clocks, fact));
            let next = kit::fold::<Confirmation>(state.clone(), &facts).unwrap();
            let open = !matches!(next.stage, Stage::Ended { .. });
            prop_assert_eq!(open, !clocks.is_empty());
            // Nothing is confirmed that only one party asked for.
            prop_assert!(next.brief.parties.iter().all(|party| next.applicants.contains(&party.no)));
            state = Some(next);
        }
    }
}
