//! The law of litigation-related petitions, as tables and as courses.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiefen_procedure::kit::{self, Move, Seen, check_roles, day, names_in, run_clocks};
use jiefen_procedure::{ClockEffect, Explain, Procedure};
use jiefen_vocab::{Outcome, Role, TrackKind};
use proptest::prelude::*;

use super::samples::{RIPE, lines, moves, receive, with_court};
use super::{
    Answer, Command, Door, Fact, Level, LitigationPetition, Organ, Refusal, Ripe, Stage, State,
};

fn tried(state: &State, today: &str, role: Role, command: &Command) -> Result<Vec<Fact>, Refusal> {
    kit::decide::<LitigationPetition>(Some(state), command, day(today), role)
}

fn refused(state: &State, today: &str, role: Role, command: Command, name: &str) {
    let refusal = tried(state, today, role, &command).unwrap_err();
    assert_eq!(refusal.name(), name, "{}", refusal.zh());
}

fn after(state: Option<State>, today: &str, role: Role, command: Command) -> State {
    let facts = kit::decide::<LitigationPetition>(state.as_ref(), &command, day(today), role);
    let facts = facts.unwrap_or_else(|no| panic!("{}", no.zh()));
    kit::fold::<LitigationPetition>(state, &facts).unwrap()
}

fn case(steps: Vec<(&str, Role, Command)>) -> State {
    let go = |state, (today, role, command): (&str, Role, Command)| {
        Some(after(state, today, role, command))
    };
    steps.into_iter().fold(None, go).unwrap()
}

fn answer(answer: Answer, on: &str) -> Command {
    Command::Answer { answer, on: day(on) }
}

#[test]
fn the_door_decides_the_first_limit() {
    for (door, rule) in [(Door::PetitionOffice, "T-L-01"), (Door::Organ, "T-M-01")] {
        let on = day("2026-03-02");
        let command = receive(door, false, on);
        let facts =
            kit::decide::<LitigationPetition>(None, &command, on, Role::PetitionOfficer).unwrap();
        let forward = ClockEffect::Start { key: "forward".into(), rule: rule.into(), from: on };
        assert_eq!(LitigationPetition::clocks(&facts[0]), [forward]);
    }
}

#[test]
fn seven_days_three_months_and_then_a_word_every_month() {
    let state = case(with_court());
    let lapse = Command::Lapse;
    // Received by the court on 6 March: 8 June, because 6 June is a Saturday.
    refused(&state, "2026-06-08", Role::System, lapse.clone(), "TERM_RUNS");
    let facts = tried(&state, "2026-06-09", Role::System, &lapse).unwrap();
    assert!(LitigationPetition::clocks(&facts[0]).contains(&ClockEffect::Start {
        key: "monthly".into(),
        rule: "T-M-01.monthly".into(),
        from: day("2026-06-08"),
    }));
    let state = after(Some(state), "2026-06-09", Role::System, lapse.clone());
    refused(&state, "2026-06-09", Role::System, lapse, "ALREADY_DONE");
    let told = Command::ReportProgress { on: day("2026-07-06") };
    let facts = tried(&state, "2026-07-06", Role::Judge, &told).unwrap();
    let notices = LitigationPetition::notices(&facts[0]);
    assert_eq!(
        (notices[0].to.clone(), notices[0].rule.as_deref()),
        (vec![1], Some("T-M-01.monthly"))
    );
    assert!(
        tried(&state, "2026-07-06", Role::Judge, &answer(Answer::Corrected, "2026-07-06")).is_ok()
    );
}

#[test]
fn the_petition_office_forwards_and_never_judges() {
    let state = case(with_court());
    for role in [Role::PetitionOfficer, Role::PetitionHead, Role::Prosecutor, Role::PoliceOfficer] {
        let command = answer(Answer::Corrected, "2026-03-09");
        refused(&state, "2026-03-09", role, command, "NOT_ORGAN");
    }
    for role in [Role::Judge, Role::FilingClerk, Role::System] {
        assert!(
            tried(&state, "2026-03-09", role, &answer(Answer::Explained, "2026-03-09")).is_ok()
        );
    }
    let supervision = Answer::Opened(TrackKind::ProcuratorateSupervision);
    refused(
        &state,
        "2026-03-09",
        Role::Judge,
        answer(supervision, "2026-03-09"),
        "WRONG_PROCEDURE",
    );
    let retrial = answer(Answer::Opened(TrackKind::Retrial), "2026-03-09");
    let ended = after(Some(state), "2026-03-09", Role::Judge, retrial);
    assert_eq!(ended.outcome(), Some(Outcome::Transferred));
}

#[test]
fn an_organ_that_declines_names_another_and_no_petition_is_lost() {
    let state = case(with_court()[..3].to_vec());
    let decline = |rightly| Command::OrganDeclines { rightly, on: day("2026-03-06") };
    refused(&state, "2026-03-06", Role::Judge, decline(Organ::Court), "OTHER_ORGAN_WANTED");
    let state = after(Some(state), "2026-03-06", Role::Judge, decline(Organ::Police));
    let expect = Stage::Separated { organ: Organ::Police, since: day("2026-03-06") };
    assert_eq!(state.stage, expect);
}

#[test]
fn termination_needs_its_conditions_the_province_and_a_hearing() {
    let mut steps = with_court();
    steps.push(("2026-04-20", Role::Judge, answer(Answer::Explained, "2026-04-20")));
    let state = case(steps);
    let propose = |ripe| Command::ProposeTermination { ripe, on: day("2026-04-21") };
    for ripe in [
        Ripe { exhausted: false, ..RIPE },
        Ripe { right: false, ..RIPE },
        Ripe { explained: false, ..RIPE },
        Ripe { relieved: false, ..RIPE },
    ] {
        refused(&state, "2026-04-21", Role::Judge, propose(ripe), "NOT_RIPE");
    }
    refused(&state, "2026-04-21", Role::PetitionHead, propose(RIPE), "NOT_ORGAN");
    let state = after(Some(state), "2026-04-21", Role::Judge, propose(RIPE));
    let decide = |level, approved, heard| Command::DecideTermination {
        level,
        approved,
        heard,
        on: day("2026-05-20"),
    };
    for level in [Level::County, Level::City] {
        let command = decide(level, true, true);
        refused(&state, "2026-05-20", Role::Judge, command, "LEVEL_TOO_LOW");
    }
    let unheard = decide(Level::Province, true, false);
    refused(&state, "2026-05-20", Role::Judge, unheard, "HEARING_WANTED");
    let no = decide(Level::Province, false, true);
    let back = after(Some(state.clone()), "2026-05-20", Role::Judge, no);
    assert!(matches!(back.stage, Stage::WithOrgan { .. }));
    let ended = after(Some(state), "2026-05-20", Role::Judge, decide(Level::Province, true, true));
    assert_eq!(ended.outcome(), Some(Outcome::Decided));
}

#[test]
fn what_was_terminated_is_not_accepted_again_and_the_township_cares() {
    let on = day("2026-03-02");
    let office = Role::PetitionOfficer;
    let again = case(vec![("2026-03-02", office, receive(Door::PetitionOffice, true, on))]);
    let separate = Command::Separate { organ: Some(Organ::Court), on };
    refused(&again, "2026-03-02", office, separate, "PETITION_ROAD_ENDED");
    let facts = tried(&again, "2026-03-02", office, &Command::NotAccept { on }).unwrap();
    let told = LitigationPetition::notices(&facts[0]);
    assert!(told[0].zh.contains("乡镇"), "{}", told[0].zh);
    let new = case(vec![("2026-03-02", office, receive(Door::PetitionOffice, false, on))]);
    refused(&new, "2026-03-02", office, Command::NotAccept { on }, "NOTHING_BARS");
}

fn seen() -> &'static Seen<LitigationPetition> {
    static SEEN: OnceLock<Seen<LitigationPetition>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<LitigationPetition>(&moves(), &lines(), 24))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let names = names_in(&[include_str!("rows.rs")]);
    assert!(names.len() > 15);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<LitigationPetition>();
}

#[test]
fn every_line_ends_and_every_ending_has_a_line() {
    let last = |line: &Vec<Move<LitigationPetition>>| {
        let go = |state: Option<State>, (today, role, command): &Move<LitigationPetition>| {
            let facts = kit::decide::<LitigationPetition>(state.as_ref(), command, *today, *role);
            kit::fold::<LitigationPetition>(state, &facts.unwrap())
        };
        LitigationPetition::outline(&line.iter().fold(None, go).unwrap()).state
    };
    let codes: BTreeSet<_> = lines().iter().map(last).collect();
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
            let decided =
                kit::decide::<LitigationPetition>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            facts.iter().for_each(|fact| run_clocks::<LitigationPetition>(&mut clocks, fact));
            // Nobody but the petitioners is told.
            let told = facts.iter().flat_map(LitigationPetition::notices);
            prop_assert!(told.into_iter().all(|notice| notice.to == [1]));
            let next = kit::fold::<LitigationPetition>(state, &facts).unwrap();
            prop_assert_eq!(matches!(next.stage, Stage::Ended { .. }), clocks.is_empty());
            state = Some(next);
        }
    }
}
