//! The law of the upper rungs: S21 with its days, who signs, whose cases count, how a unit leaves the list.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use jiefen_procedure::kit::{self, Seen, day, names_in, run_clocks};
use jiefen_procedure::{ClockEffect, Explain, Procedure};
use jiefen_terms::{Law, Query};
use jiefen_vocab::{DisputeId, Role};
use proptest::prelude::*;

use super::samples::*;
use super::*;

type Ladder = SupervisionLadder;

fn tried(
    state: Option<&State>,
    today: &str,
    role: Role,
    command: &Command,
) -> Result<Vec<Fact>, Refusal> {
    kit::decide::<Ladder>(state, command, day(today), role)
}

#[track_caller]
fn refused(state: Option<&State>, today: &str, role: Role, command: &Command, name: &str) {
    assert_eq!(tried(state, today, role, command).unwrap_err().name(), name);
}

#[track_caller]
fn after(state: Option<State>, today: &str, role: Role, command: &Command) -> State {
    let facts = tried(state.as_ref(), today, role, command).unwrap();
    kit::fold::<Ladder>(state, &facts).unwrap()
}

/// The state after the first steps of a sample course.
fn along(line: usize, steps: usize) -> State {
    let line = lines().swap_remove(line);
    let each = |state: Option<State>, (on, role, command): &kit::Move<Ladder>| {
        let facts = kit::decide::<Ladder>(state.as_ref(), command, *on, *role).unwrap();
        kit::fold::<Ladder>(state, &facts)
    };
    line.iter().take(steps).fold(None, each).unwrap()
}

fn last_day(rule: &str, from: &str) -> Date {
    Law::shipped().due(&Query::new(rule, day(from))).unwrap().due.day()
}

#[test]
fn a_machine_drafts_and_a_person_of_another_unit_signs() {
    let drafted = after(None, "2026-10-09", Role::System, &Command::DraftTalk(quarter()));
    assert_eq!(drafted.cases.len(), 9);
    refused(Some(&drafted), "2026-10-09", Role::System, &Command::SignTalk, "PERSON_MUST_SIGN");
    refused(Some(&drafted), "2026-10-09", Role::MediationHead, &Command::SignTalk, "OWN_UNIT");
    assert_eq!(
        after(Some(drafted), "2026-10-09", Role::Leader, &Command::SignTalk).stage,
        Stage::TalkCalled
    );
    let listing = along(2, 1);
    refused(Some(&listing), "2027-01-05", Role::System, &list(), "PERSON_MUST_SIGN");
    for command in Ladder::COMMANDS {
        let roles = Ladder::roles(command);
        assert!(!roles.is_empty(), "{command}");
        assert!(!roles.contains(&Role::Operator), "{command}");
        let signs = command.starts_with("sign") || command.starts_with("decide");
        assert!(!(signs && roles.contains(&Role::System)), "{command}");
    }
    assert!(Ladder::roles("no_such_command").is_empty());
}

#[test]
fn no_unit_is_measured_on_a_case_that_was_not_its_own() {
    let mut draft = quarter();
    draft.cases.insert(DisputeId::from_bits(10), "640122.housing".parse().unwrap());
    refused(
        None,
        "2026-10-09",
        Role::System,
        &Command::DraftTalk(draft.clone()),
        "CASE_NOT_ITS_OWN",
    );
    draft.cases.remove(&DisputeId::from_bits(10));
    assert!(tried(None, "2026-10-09", Role::System, &Command::DraftTalk(draft)).is_ok());
    let rechecking = along(2, 4);
    let others =
        Command::DrawSample { closed: cases(11, 6, "640122.housing".parse().unwrap()), seed: 1 };
    refused(Some(&rechecking), "2027-02-01", Role::Assessor, &others, "CASE_NOT_ITS_OWN");
}

/// S21.2: the talk follows the quarter, the list follows the second one; the days of each clock.
#[test]
fn s21_a_missed_quarter_leads_to_a_talk_and_the_second_to_the_list() {
    // Signed on Friday 9 October; Saturday the 10th is a working day.
    assert_eq!(last_day("policy.talk", "2026-10-09"), day("2026-10-15"));
    // The quarter counts when it is over and frozen, not on its last day.
    let draft = Command::DraftTalk(quarter());
    refused(None, "2026-09-30", Role::System, &draft, "QUARTER_NOT_OVER");
    refused(None, "2026-10-07", Role::System, &draft, "NOT_FROZEN");
    assert!(tried(None, "2026-10-08", Role::System, &draft).is_ok());
    // The talk was on 12 October: promises up to 11 November, not to the 12th.
    assert_eq!(last_day("policy.rectification", "2026-10-12"), day("2026-11-11"));
    let called = along(0, 2);
    let held = |due: &str| Command::HoldTalk(talk(day("2026-10-12"), "专人盯办", day(due)));
    refused(Some(&called), "2026-10-12", Role::Leader, &held("2026-11-12"), "DUE_TOO_LATE");
    let rectifying = after(Some(called), "2026-10-12", Role::Leader, &held("2026-11-11"));
    // Silence leads to the list, and so does the next quarter; the same quarter does not.
    assert_eq!(Ladder::expired(&rectifying, "rectify"), Some(Command::ProposeListing));
    let again = |ground| Command::NoteMissedAgain { ground };
    let assessor = Role::Assessor;
    refused(Some(&rectifying), "2027-01-05", assessor, &again(third()), "NOT_A_LATER_QUARTER");
    refused(Some(&rectifying), "2026-12-31", assessor, &again(fourth()), "QUARTER_NOT_OVER");
    let due = after(Some(rectifying), "2027-01-05", assessor, &again(fourth()));
    assert_eq!(due.stage, Stage::ListingDrafted);
    assert_eq!(due.grounds.len(), 2);
    let listed = after(Some(due), "2027-01-05", Role::Leader, &list());
    assert_eq!(listed.stage, Stage::Listed);
    // Weekly, counted from the last report; a missed week is counted and the clock runs again.
    assert_eq!(last_day("policy.listing_report", "2027-01-05"), day("2027-01-12"));
    let missed = Ladder::expired(&listed, "weekly").unwrap();
    let late = after(Some(listed), "2027-01-13", Role::System, &missed);
    assert_eq!(late.listing.unwrap().missed_weeks, 1);
}

#[test]
fn nobody_is_listed_without_a_talk_before() {
    let listing = |talked_on: &str| Command::DraftListing {
        draft: Draft { ground: fourth(), ..quarter() },
        talked_on: day(talked_on),
    };
    refused(None, "2027-01-05", Role::System, &listing("2027-01-01"), "NO_TALK_BEFORE");
    assert!(tried(None, "2027-01-05", Role::System, &listing("2026-12-31")).is_ok());
    let problem = Command::DraftListing { draft: thin(), talked_on: day("2026-10-12") };
    refused(None, "2027-01-05", Role::System, &problem, "NO_TALK_BEFORE");
}

/// C-319: measures are required, and are not merely repeated.
#[test]
fn measures_are_named_dated_proved_and_not_repeated() {
    let rectifying = along(0, 3);
    refused(
        Some(&rectifying),
        "2026-11-09",
        Role::MediationHead,
        &evidence(" "),
        "EVIDENCE_MISSING",
    );
    refused(
        Some(&rectifying),
        "2026-11-09",
        Role::CentreDirector,
        &evidence("台账"),
        "NOT_YOUR_MEASURE",
    );
    let rejected = along(1, 5);
    assert_eq!((rejected.stage, rejected.rejected), (Stage::Rectifying, 1));
    refused(
        Some(&rejected),
        "2026-11-20",
        Role::MediationHead,
        &evidence("台账"),
        "MEASURES_REPEATED",
    );
    assert_eq!(along(1, 7).stage, Stage::ListingDrafted);
    let listed = along(2, 3);
    refused(
        Some(&listed),
        "2027-01-12",
        Role::MediationHead,
        &week("清理旧件"),
        "MEASURES_REPEATED",
    );
    let absent = Command::RecordAbsence { on: day("2026-10-15") };
    let listing = after(Some(along(0, 2)), "2026-10-15", Role::Coordinator, &absent);
    assert_eq!(listing.stage, Stage::ListingDrafted);
}

/// S21.3: off the list only after a re-check, not on the unit's word.
#[test]
fn s21_a_unit_leaves_the_list_only_after_its_closed_cases_were_rechecked() {
    let asked = along(2, 4);
    refused(Some(&asked), "2027-02-01", Role::Leader, &removal(), "NOT_RECHECKED");
    let drawn = after(Some(asked), "2027-02-01", Role::Assessor, &draw());
    refused(Some(&drawn), "2027-02-01", Role::Assessor, &draw(), "SAMPLE_DRAWN");
    refused(Some(&drawn), "2027-02-01", Role::MediationHead, &checked(11, true), "OWN_UNIT");
    refused(Some(&drawn), "2027-02-01", Role::Assessor, &checked(99, true), "NOT_IN_SAMPLE");
    let half = after(Some(drawn), "2027-02-01", Role::Assessor, &checked(11, true));
    refused(Some(&half), "2027-02-01", Role::Leader, &removal(), "NOT_RECHECKED");
    refused(Some(&half), "2027-02-01", Role::Assessor, &checked(11, false), "CHECKED_ALREADY");
    for (holds, stage) in [(true, Stage::Delisted), (false, Stage::Listed)] {
        let all = after(Some(half.clone()), "2027-02-01", Role::Assessor, &checked(12, holds));
        assert_eq!(after(Some(all), "2027-02-01", Role::Leader, &removal()).stage, stage);
    }
    refused(Some(&along(2, 3)), "2027-02-01", Role::Leader, &withdraw(), "WRONG_STAGE");
}

/// The sample is a tenth, at least five, and follows from the number alone.
#[test]
fn the_sample_is_drawn_and_not_chosen() {
    for (closed, size) in [(0, 0), (1, 1), (4, 4), (5, 5), (6, 5), (50, 5), (51, 6), (100, 10)] {
        assert_eq!(sample_size(closed), size, "{closed}");
        let closed: BTreeSet<DisputeId> = cases(1, closed as u128, unit()).into_keys().collect();
        let sample = sample_of(&closed, 7);
        assert_eq!((sample.len(), sample.is_subset(&closed)), (size, true));
        assert_eq!(sample, sample_of(&closed, 7));
    }
    let hundred: BTreeSet<DisputeId> = cases(1, 100, unit()).into_keys().collect();
    let samples: Vec<_> = (0..20).map(|seed| sample_of(&hundred, seed)).collect();
    assert!(samples.windows(2).all(|two| two[0] != two[1]));
}

/// The term ends on its 90th day; extended once, then only the discipline body is left, and the unit stays
/// on the list until its cases are re-checked.
#[test]
fn the_term_of_a_listing_is_extended_once_and_never_ends_the_listing() {
    let listed = along(2, 2);
    let term = listed.listing.as_ref().unwrap().term.clone();
    assert_eq!(last_day(&term.rule, "2027-01-05"), day("2027-04-05"));
    // A re-check that fails on the last day leaves the term running, the day after it has passed.
    for (on, stage) in [("2027-04-05", Stage::Listed), ("2027-04-06", Stage::TermOver)] {
        let mut state = listed.clone();
        state = after(Some(state), on, Role::MediationHead, &request());
        for (role, command) in [
            (Role::Assessor, draw()),
            (Role::Assessor, checked(11, true)),
            (Role::Assessor, checked(12, false)),
            (Role::Leader, removal()),
        ] {
            state = after(Some(state), on, role, &command);
        }
        assert_eq!(state.stage, stage, "{on}");
    }
    let twice_over = along(3, 10);
    assert_eq!(twice_over.stage, Stage::TermOver);
    let extend = Command::ExtendListing { reason: "积案".to_owned() };
    refused(Some(&twice_over), "2027-07-06", Role::Leader, &extend, "EXTENDED_ONCE");
    let referred = along(3, 11);
    assert_eq!(referred.stage, Stage::Listed);
    assert_eq!(along(3, 16).stage, Stage::Delisted);
}

/// S21.4: the appeal against one of nine cases corrects the frozen figure visibly, nothing is overwritten.
#[test]
fn s21_an_upheld_appeal_strikes_the_case_and_corrects_the_frozen_figure_visibly() {
    let called = along(0, 2);
    refused(Some(&called), "2026-10-12", Role::MediationHead, &appeal(77), "NOT_BEHIND");
    refused(Some(&called), "2026-10-12", Role::CentreDirector, &appeal(3), "NOT_YOUR_MEASURE");
    let appealed = after(Some(called), "2026-10-12", Role::MediationHead, &appeal(3));
    refused(Some(&appealed), "2026-10-12", Role::MediationHead, &appeal(3), "APPEALED_ALREADY");
    let upheld = rule(1, true, Some((8, 29)));
    // Who signed the talk does not judge the appeal against it.
    refused(Some(&appealed), "2026-10-13", Role::Coordinator, &upheld, "OWN_MEASURE");
    refused(
        Some(&appealed),
        "2026-10-13",
        Role::Prosecutor,
        &rule(1, true, None),
        "CORRECTION_MISSING",
    );
    refused(
        Some(&appealed),
        "2026-10-13",
        Role::Prosecutor,
        &rule(1, true, Some((9, 30))),
        "CORRECTION_MISSING",
    );
    let struck = after(Some(appealed.clone()), "2026-10-13", Role::Prosecutor, &upheld);
    assert_eq!((struck.cases.len(), struck.stage), (8, Stage::TalkCalled));
    assert_eq!(struck.current(), Some((8, 29)));
    assert_eq!(struck.grounds[0].figure().unwrap().2, (9, 30), "the frozen figure stays");
    let correction = struck.appeals[0].correction.as_ref().unwrap();
    assert_eq!(
        (correction.before, correction.after, correction.appeal),
        ((9, 30), (8, 29), Some(1))
    );
    let kept = after(Some(appealed), "2026-10-13", Role::Prosecutor, &rule(1, false, None));
    assert_eq!((kept.cases.len(), kept.current()), (9, Some((9, 30))));
    // With too few cases left nothing carries the measure.
    assert_eq!(along(5, 3).stage, Stage::Withdrawn);
}

#[test]
fn no_unit_is_listed_or_cleared_while_its_appeal_waits() {
    let appealed = after(Some(along(2, 1)), "2027-01-05", Role::MediationHead, &appeal(3));
    refused(Some(&appealed), "2027-01-05", Role::Leader, &list(), "APPEAL_PENDING");
    let listed = after(Some(along(2, 7)), "2027-02-01", Role::MediationHead, &appeal(3));
    refused(Some(&listed), "2027-02-01", Role::Leader, &removal(), "APPEAL_PENDING");
}

/// The rungs join: where the order ends in `talk_due` the talk is drafted, on the same cases.
#[test]
fn an_order_that_ran_out_becomes_the_draft_of_a_talk() {
    let mut order = order::State {
        unit: unit(),
        ground: "M-07".to_owned(),
        disputes: cases(1, 9, unit()).into_keys().collect(),
        demand: "逐件答复".to_owned(),
        drafted_by: "p1".to_owned(),
        drafted_on: day("2026-09-30"),
        signed: None,
        answer: None,
        circulated_on: Some(day("2026-10-14")),
        circular: "逾期未答复".to_owned(),
        stage: order::Stage::Circulated,
    };
    let holders = cases(1, 9, unit());
    fn drafted(order: &order::State, holders: &BTreeMap<DisputeId, Agency>) -> Option<Command> {
        draft_from_order(order, "D-1", day("2026-11-13"), holders)
    }
    assert_eq!(drafted(&order, &holders), None);
    order.stage = order::Stage::TalkDue;
    assert_eq!(drafted(&order, &BTreeMap::new()), None, "whose the cases were must be known");
    let command = drafted(&order, &holders).unwrap();
    assert_eq!(after(None, "2026-11-16", Role::System, &command).cases.len(), 9);
    let mut mixed = holders;
    mixed.insert(DisputeId::from_bits(9), "640122.housing".parse().unwrap());
    let command = drafted(&order, &mixed).unwrap();
    refused(None, "2026-11-16", Role::System, &command, "CASE_NOT_ITS_OWN");
}

/// Courses of a measure that one struck case brings down, with that appeal waiting on each rung.
fn waiting() -> Vec<Vec<kit::Move<Ladder>>> {
    let on = day("2026-10-20");
    let begun = vec![
        (on, Role::System, Command::DraftTalk(thin())),
        (on, Role::Coordinator, Command::SignTalk),
    ];
    let mut reported = begun.clone();
    reported.push((on, Role::Leader, Command::HoldTalk(talk(on, "专人盯办", on))));
    reported.push((on, Role::MediationHead, evidence("台账")));
    reported.push((on, Role::MediationHead, appeal(1)));
    let mut listed = begun;
    listed.push((on, Role::Coordinator, Command::RecordAbsence { on }));
    listed.push((on, Role::Leader, list()));
    listed.push((on, Role::MediationHead, appeal(1)));
    listed.push((on, Role::System, Command::MarkTermPassed));
    listed.push((on, Role::MediationHead, request()));
    vec![reported, listed]
}

fn seen() -> &'static Seen<Ladder> {
    static SEEN: OnceLock<Seen<Ladder>> = OnceLock::new();
    let lines = || [lines(), waiting()].concat();
    SEEN.get_or_init(|| kit::walk::<Ladder>(&moves(), &lines(), 50))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let names = names_in(&[include_str!("rows.rs")]);
    assert!(names.len() > 25);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
}

#[test]
fn every_clock_runs_under_a_rule_of_the_table() {
    for fact in &seen().facts {
        for effect in Ladder::clocks(fact) {
            if let ClockEffect::Start { key, rule, from } = effect {
                assert!(
                    Law::shipped().due(&Query::new(rule.as_str(), from)).is_ok(),
                    "{key} {rule}"
                );
            }
        }
    }
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
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..60)) {
        let moves = moves();
        let mut state: Option<State> = None;
        let mut clocks = BTreeSet::new();
        for pick in picks {
            let (today, role, command) = &moves[pick % moves.len()];
            let Ok(facts) = kit::decide::<Ladder>(state.as_ref(), command, *today, *role) else { continue };
            facts.iter().for_each(|fact| run_clocks::<Ladder>(&mut clocks, fact));
            let next = kit::fold::<Ladder>(state, &facts).unwrap();
            let open = Ladder::outline(&next).open;
            prop_assert_eq!(open, !clocks.is_empty());
            // Nobody is on the list, or left it, without a signature of a person.
            prop_assert!(next.listing.is_none() || !next.signed.is_empty());
            let checked = next.listing.as_ref().and_then(|l| l.recheck.as_ref());
            let held = checked.is_some_and(|r| !r.sample.is_empty() && r.sample.values().all(|v| *v == Some(true)));
            prop_assert!(next.stage != Stage::Delisted || held);
            let measure_stands = next.cases.len() >= usize::try_from(next.threshold).unwrap();
            prop_assert!(measure_stands || next.stage == Stage::Withdrawn);
            state = Some(next);
        }
    }
}
