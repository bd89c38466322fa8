//! The law of procuratorial supervision, as tables and as courses.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiefen_procedure::kit::{self, Move, Seen, check_roles, day, names_in, run_clocks};
use jiefen_procedure::{ClockEffect, Explain, Procedure};
use jiefen_vocab::{Outcome, Role};
use proptest::prelude::*;

use super::samples::{accept, accepted, apply, begin, lines, moves};
use super::{
    Bar, Command, EndGround, Fact, Field, Object, OwnMotion,
    ProcuratorateSupervision as Supervision, Refusal, Retrial, Stage, State, StopReason,
};

fn tried(state: Option<&State>, today: &str, command: &Command) -> Result<Vec<Fact>, Refusal> {
    kit::decide::<Supervision>(state, command, day(today), Role::Prosecutor)
}

fn refused(state: &State, today: &str, command: Command, name: &str) {
    let refusal = tried(Some(state), today, &command).unwrap_err();
    assert_eq!(refusal.name(), name, "{}", refusal.zh());
}

fn after(state: Option<State>, today: &str, command: Command) -> State {
    let facts = tried(state.as_ref(), today, &command).unwrap_or_else(|no| panic!("{}", no.zh()));
    kit::fold::<Supervision>(state, &facts).unwrap()
}

fn case(steps: Vec<(&str, Command)>) -> State {
    let go = |state, (today, command): (&str, Command)| Some(after(state, today, command));
    steps.into_iter().fold(None, go).unwrap()
}

fn asked(field: Field, retrial: Retrial, on: &str) -> State {
    after(None, on, apply(field, Object::Judgment, retrial, day(on)))
}

/// Whether the request may be accepted: the refusal's name, or nothing.
fn open(field: Field, retrial: Retrial, on: &str) -> Option<&'static str> {
    let state = asked(field, retrial, on);
    tried(Some(&state), on, &accept(day(on))).err().map(|refusal| refusal.name())
}

#[test]
fn retrial_comes_first_and_the_time_to_ask_is_fixed() {
    let refused = |on: &str| Retrial::Refused(day(on));
    assert_eq!(
        open(Field::Civil, Retrial::NotAsked, "2026-03-02"),
        Some("SUPERVISION_AFTER_RETRIAL")
    );
    // Two years in civil justice: 4 March 2024 to 4 March 2026.
    assert_eq!(open(Field::Civil, refused("2024-03-04"), "2026-03-04"), None);
    assert_eq!(open(Field::Civil, refused("2024-03-04"), "2026-03-05"), Some("LATE"));
    // Six months in administrative justice: 3 September 2025 to 3 March 2026.
    let admin = Field::Administrative;
    assert_eq!(open(admin, refused("2025-09-03"), "2026-03-03"), None);
    assert_eq!(open(admin, refused("2025-09-03"), "2026-03-04"), Some("LATE"));
    assert_eq!(open(admin, Retrial::Retried(day("2025-09-03")), "2026-03-04"), Some("LATE"));
}

/// 民事诉讼监督规则37, 73: without retrial and without a request; not in the parties' hands; it ends by
/// termination when nothing is to be done.
#[test]
fn the_procuratorate_begins_of_its_own_motion_and_the_parties_do_not_end_it() {
    let on = day("2026-03-02");
    let wrong = tried(None, "2026-03-02", &begin(Field::Civil, OwnMotion::WrongRefusal, on));
    assert_eq!(wrong.unwrap_err().name(), "OTHER_GROUND");
    let admin = begin(Field::Administrative, OwnMotion::FalseSuit, on);
    assert_eq!(tried(None, "2026-03-02", &admin).unwrap_err().name(), "OTHER_GROUND");
    let facts = tried(None, "2026-03-02", &begin(Field::Civil, OwnMotion::FalseSuit, on)).unwrap();
    let review = ClockEffect::Start {
        key: "review".into(),
        rule: "policy.own_motion_review".into(),
        from: on,
    };
    assert_eq!(Supervision::clocks(&facts[0]), [review]);
    let state = kit::fold::<Supervision>(None, &facts).unwrap();
    let today = day("2026-03-12");
    let settle = Command::Settle {
        agreed: vec![1, 2],
        waives: true,
        disposable: true,
        harms_others: false,
        on: today,
    };
    let withdraw = Command::Withdraw { party: 1, harms_others: false, on: today };
    let not_admissible = Command::Terminate { ground: EndGround::NotAdmissible, on: today };
    let refuse = Command::NotSupport { on: today };
    for command in [settle, withdraw, not_admissible, refuse] {
        refused(&state, "2026-03-12", command, "OWN_MOTION");
    }
    let protest = after(Some(state.clone()), "2026-03-12", Command::RequestProtest { on: today });
    assert!(matches!(protest.stage, Stage::WithSuperior { .. }));
    let nothing = || Command::Terminate { ground: EndGround::NoMeasure, on: today };
    let ended = after(Some(state), "2026-03-12", nothing());
    assert_eq!(ended.outcome(), Some(Outcome::Failed));
    let asked = case(accepted(Field::Civil, Object::Judgment));
    refused(&asked, "2026-03-12", nothing(), "ON_REQUEST");
}

#[test]
fn an_older_ruling_counts_from_the_day_the_rules_came_into_force() {
    let old = Retrial::Refused(day("2019-05-06"));
    assert_eq!(open(Field::Civil, old, "2023-08-01"), None);
    assert_eq!(open(Field::Civil, old, "2023-08-02"), Some("LATE"));
    let old = Retrial::Refused(day("2015-05-06"));
    assert_eq!(open(Field::Administrative, old, "2016-10-17"), None);
    assert_eq!(open(Field::Administrative, old, "2016-10-18"), Some("LATE"));
}

#[test]
fn a_court_that_is_silent_for_three_months_opens_supervision() {
    let silent = Retrial::Asked(day("2025-12-02"));
    assert_eq!(open(Field::Civil, silent, "2026-03-02"), Some("COURT_REVIEWS"));
    assert_eq!(open(Field::Civil, silent, "2026-03-03"), None);
    // Civil: no limit after that; administrative: six months.
    assert_eq!(open(Field::Civil, silent, "2026-11-02"), None);
    assert_eq!(open(Field::Administrative, silent, "2026-09-02"), None);
    assert_eq!(open(Field::Administrative, silent, "2026-09-03"), Some("LATE"));
}

#[test]
fn faults_of_conduct_are_told_within_six_months_in_administrative_justice_only() {
    let open = |field, on: &str| {
        let known = Retrial::NotNeeded(day("2025-09-03"));
        let state = after(None, on, apply(field, Object::Conduct, known, day(on)));
        tried(Some(&state), on, &accept(day(on))).err().map(|refusal| refusal.name())
    };
    assert_eq!(open(Field::Administrative, "2026-03-03"), None);
    assert_eq!(open(Field::Administrative, "2026-03-04"), Some("LATE"));
    assert_eq!(open(Field::Civil, "2026-03-04"), None);
}

#[test]
fn a_refusal_must_be_true() {
    let state = asked(Field::Civil, Retrial::Refused(day("2026-01-15")), "2026-03-02");
    let refuse = |bar| Command::Refuse { bar, on: day("2026-03-03") };
    for bar in [Bar::Late, Bar::NoRetrial, Bar::CourtReviews, Bar::NoObjection] {
        refused(&state, "2026-03-03", refuse(bar), "GROUND_WRONG");
    }
    let ended = after(Some(state), "2026-03-03", refuse(Bar::AfterProtest));
    assert_eq!(ended.outcome(), Some(Outcome::Refused));
}

#[test]
fn three_months_from_receipt_without_the_days_of_the_file() {
    let mut state = case(accepted(Field::Civil, Object::Judgment));
    let last = |state: &State, today: &str| {
        let stop = Command::Stop { reason: StopReason::Expert, on: day(today) };
        tried(Some(state), today, &stop).is_ok()
    };
    // Asked for on 2 March: 2 June.
    assert!(last(&state, "2026-06-02") && !last(&state, "2026-06-03"));
    let stop = Command::Stop { reason: StopReason::FileRequest, on: day("2026-03-05") };
    state = after(Some(state), "2026-03-05", stop);
    refused(&state, "2026-03-06", Command::NotSupport { on: day("2026-03-06") }, "STANDS_STILL");
    state = after(Some(state), "2026-03-14", Command::Resume { on: day("2026-03-14") });
    // Ten days do not count: 12 June.
    assert!(last(&state, "2026-06-12") && !last(&state, "2026-06-15"));
    let more = |on| Command::Extend { months: 1, on: day(on) };
    refused(&state, "2026-06-12", more("2026-06-12"), "NOT_EXTENDABLE");
    let state = case(accepted(Field::Administrative, Object::Judgment));
    // Accepted on 4 March: 4 June; one month more: 4 July, a Saturday, so 6 July.
    assert!(last(&state, "2026-06-04") && !last(&state, "2026-06-05"));
    let state = after(Some(state), "2026-06-04", more("2026-06-04"));
    assert!(last(&state, "2026-07-06") && !last(&state, "2026-07-07"));
    refused(&state, "2026-07-06", more("2026-07-06"), "EXTENSION_WRONG");
}

#[test]
fn only_the_superior_protests_and_the_court_orders_the_retrial_in_thirty_days() {
    let state = case(accepted(Field::Civil, Object::Judgment));
    let protest = Command::SuperiorDecides { protest: true, on: day("2026-04-01") };
    refused(&state, "2026-04-01", protest.clone(), "NOT_NOW");
    let state = after(Some(state), "2026-04-01", Command::RequestProtest { on: day("2026-04-01") });
    let facts = tried(Some(&state), "2026-04-01", &protest).unwrap();
    assert!(Supervision::clocks(&facts[0]).contains(&ClockEffect::Start {
        key: "court".into(),
        rule: "T-M-03".into(),
        from: day("2026-04-01"),
    }));
    let state = kit::fold::<Supervision>(Some(state), &facts).unwrap();
    let answer = Command::CourtAnswers { adopted: true, on: day("2026-04-20") };
    refused(&state, "2026-04-20", answer, "WRONG_PAPER");
    assert_eq!(Supervision::expired(&state, "court"), None, "a court's delay is a finding only");
    let order = Command::CourtOrdersRetrial { on: day("2026-05-06") };
    assert_eq!(after(Some(state), "2026-05-06", order).outcome(), Some(Outcome::Transferred));
    let conduct = case(accepted(Field::Civil, Object::Conduct));
    let ask = Command::RequestProtest { on: day("2026-04-01") };
    refused(&conduct, "2026-04-01", ask, "NO_PROTEST");
}

#[test]
fn a_judgment_after_retrial_is_put_to_the_superior_at_once() {
    let state = asked(Field::Civil, Retrial::Retried(day("2026-01-15")), "2026-03-02");
    let state = after(Some(state), "2026-03-04", accept(day("2026-03-04")));
    let suggest = Command::Suggest { committee: true, on: day("2026-03-12") };
    refused(&state, "2026-03-12", suggest, "PROTEST_INSTEAD");
    let ask = Command::RequestProtest { on: day("2026-03-12") };
    assert!(tried(Some(&state), "2026-03-12", &ask).is_ok());
}

#[test]
fn an_unanswered_suggestion_opens_the_way_to_the_superior() {
    let mut steps = accepted(Field::Civil, Object::Judgment);
    let alone = Command::Suggest { committee: false, on: day("2026-04-01") };
    refused(&case(steps.clone()), "2026-04-01", alone, "COMMITTEE_WANTED");
    steps.push(("2026-04-01", Command::Suggest { committee: true, on: day("2026-04-01") }));
    let state = case(steps);
    refused(&state, "2026-07-01", Command::Lapse, "TERM_RUNS");
    let state = after(Some(state), "2026-07-02", Command::Lapse);
    let ask = Command::RequestProtest { on: day("2026-07-02") };
    assert!(tried(Some(&state), "2026-07-02", &ask).is_ok());
}

#[test]
fn a_settlement_ends_the_review_only_under_its_conditions() {
    let state = case(accepted(Field::Civil, Object::Judgment));
    let settle = |agreed: &[u32], waives, disposable, harms_others| Command::Settle {
        agreed: agreed.to_vec(),
        waives,
        disposable,
        harms_others,
        on: day("2026-03-12"),
    };
    for (command, name) in [
        (settle(&[1], true, true, false), "NOT_AGREED"),
        (settle(&[1, 2], true, false, false), "NOT_DISPOSABLE"),
        (settle(&[1, 2], true, true, true), "HARMS_OTHERS"),
        (settle(&[1, 2], false, true, false), "WAIVER_WANTED"),
    ] {
        refused(&state, "2026-03-12", command, name);
    }
    let ended = after(Some(state), "2026-03-12", settle(&[1, 2], true, true, false));
    assert_eq!(ended.outcome(), Some(Outcome::Agreed));
}

fn seen() -> &'static Seen<Supervision> {
    static SEEN: OnceLock<Seen<Supervision>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<Supervision>(&moves(), &lines(), 24))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let names = names_in(&[include_str!("rows.rs")]);
    assert!(names.len() > 20);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<Supervision>();
    for command in Supervision::COMMANDS {
        assert!(!Supervision::roles(command).contains(&Role::Judge), "{command}");
    }
}

#[test]
fn every_line_ends_and_every_ending_has_a_line() {
    let steps = |line: &Vec<Move<Supervision>>| {
        let go = |state: Option<State>, (today, role, command): &Move<Supervision>| {
            let facts = kit::decide::<Supervision>(state.as_ref(), command, *today, *role);
            kit::fold::<Supervision>(state, &facts.unwrap())
        };
        Supervision::outline(&line.iter().fold(None, go).unwrap()).state
    };
    let codes: BTreeSet<_> = lines().iter().map(steps).collect();
    let endings = super::CHART.stages.iter().filter(|s| s.clocks.is_empty()).map(|s| s.state);
    assert_eq!(codes, endings.collect());
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
        cases: 80,
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
            let decided = kit::decide::<Supervision>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            facts.iter().for_each(|fact| run_clocks::<Supervision>(&mut clocks, fact));
            let next = kit::fold::<Supervision>(state, &facts).unwrap();
            prop_assert_eq!(matches!(next.stage, Stage::Ended { .. }), clocks.is_empty());
            state = Some(next);
        }
    }
}
