//! The law of public-interest litigation, as tables and as courses.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiefen_procedure::kit::{self, Move, Seen, check_roles, day, names_in, run_clocks};
use jiefen_procedure::{Explain, Procedure};
use jiefen_vocab::{Outcome, Role};
use proptest::prelude::*;

use super::samples::{begun, clue, lines, moves};
use super::{Area, Command, Fact, Kind, PublicInterest, Refusal, Stage, State};

fn tried(state: &State, today: &str, command: &Command) -> Result<Vec<Fact>, Refusal> {
    kit::decide::<PublicInterest>(Some(state), command, day(today), Role::Prosecutor)
}

fn refused(state: &State, today: &str, command: Command, name: &str) {
    let refusal = tried(state, today, &command).unwrap_err();
    assert_eq!(refusal.name(), name, "{}", refusal.zh());
}

fn after(state: Option<State>, today: &str, command: Command) -> State {
    let role = Role::Prosecutor;
    let facts = kit::decide::<PublicInterest>(state.as_ref(), &command, day(today), role);
    let facts = facts.unwrap_or_else(|no| panic!("{}", no.zh()));
    kit::fold::<PublicInterest>(state, &facts).unwrap()
}

fn case(steps: Vec<(&str, Command)>) -> State {
    let go = |state, (today, command): (&str, Command)| Some(after(state, today, command));
    steps.into_iter().fold(None, go).unwrap()
}

fn sue(on: &str) -> Command {
    Command::Sue { on: day(on) }
}

#[test]
fn each_field_is_open_where_a_statute_says_so() {
    for (kind, area, open) in [
        (Kind::Civil, Area::Environment, true),
        (Kind::Administrative, Area::Environment, true),
        (Kind::Civil, Area::StateLand, false),
        (Kind::Administrative, Area::StateLand, true),
        (Kind::Civil, Area::Antitrust, true),
        (Kind::Administrative, Area::Heroes, false),
    ] {
        let state = case(vec![("2026-03-02", clue(kind, area, day("2026-03-02")))]);
        let file = Command::File { prosecutor: "p".into(), on: day("2026-03-03") };
        assert_eq!(tried(&state, "2026-03-03", &file).is_ok(), open, "{kind:?} {area:?}");
    }
}

#[test]
fn an_agency_has_two_months_and_only_then_is_sued_within_one() {
    let state = case(begun(Kind::Administrative, false));
    // 9 March: 9 May is a make-up working Saturday.
    refused(&state, "2026-05-09", Command::Lapse, "PERIOD_RUNS");
    refused(&state, "2026-05-09", sue("2026-05-09"), "PERIOD_RUNS");
    let state = after(Some(state), "2026-05-10", Command::Lapse);
    let appraisal = |on: &str| Command::BeginAppraisal { on: day(on) };
    // 9 June is the last day to decide.
    assert!(tried(&state, "2026-06-09", &appraisal("2026-06-09")).is_ok());
    refused(&state, "2026-06-10", appraisal("2026-06-10"), "TERM_OVER");
    let more = |by_superior, on: &str| Command::Extend { by_superior, on: day(on) };
    refused(&state, "2026-06-09", more(true, "2026-06-09"), "EXTENSION_WRONG");
    let state = after(Some(state), "2026-06-09", more(false, "2026-06-09"));
    let state = after(Some(state), "2026-07-09", more(true, "2026-07-09"));
    refused(&state, "2026-07-20", more(true, "2026-07-20"), "EXTENSION_WRONG");
    assert!(tried(&state, "2026-08-10", &appraisal("2026-08-10")).is_ok());
    refused(&state, "2026-08-11", appraisal("2026-08-11"), "TERM_OVER");
    assert!(tried(&state, "2026-08-11", &sue("2026-08-11")).is_ok(), "late, and a finding");
}

#[test]
fn fifteen_days_where_the_harm_grows() {
    let state = case(begun(Kind::Administrative, true));
    refused(&state, "2026-03-24", Command::Lapse, "PERIOD_RUNS");
    assert!(tried(&state, "2026-03-25", &Command::Lapse).is_ok());
}

#[test]
fn a_written_answer_alone_closes_nothing() {
    let state = case(begun(Kind::Administrative, false));
    let answered = Command::AgencyAnswers { on: day("2026-04-10") };
    let state = after(Some(state), "2026-04-10", answered.clone());
    assert_eq!(state.outcome(), None);
    refused(&state, "2026-04-10", answered, "ALREADY_DONE");
    let verify =
        |proof: &str| Command::VerifyRectified { proof: proof.to_owned(), on: day("2026-04-13") };
    refused(&state, "2026-04-13", verify(" "), "PROOF_WANTED");
    let ended = after(Some(state), "2026-04-13", verify("现场勘验笔录"));
    assert_eq!(ended.outcome(), Some(Outcome::Performed));
}

#[test]
fn an_announcement_of_thirty_days_gives_others_the_first_word() {
    let state = case(begun(Kind::Civil, false));
    let suggestion = Command::Suggest { urgent: false, on: day("2026-03-10") };
    refused(&state, "2026-03-10", suggestion, "OTHER_KIND");
    refused(&state, "2026-04-08", sue("2026-04-08"), "PERIOD_RUNS");
    refused(&state, "2026-04-08", Command::Lapse, "PERIOD_RUNS");
    let others = Command::OtherSues { on: day("2026-04-08") };
    let supported = after(Some(state.clone()), "2026-04-08", others);
    assert_eq!(supported.outcome(), Some(Outcome::Transferred));
    let state = after(Some(state), "2026-04-09", Command::Lapse);
    assert!(tried(&state, "2026-04-09", &sue("2026-04-09")).is_ok());
    let filed = case(begun(Kind::Civil, false)[..2].to_vec());
    refused(&filed, "2026-04-09", sue("2026-04-09"), "PRE_SUIT_FIRST");
}

#[test]
fn a_settlement_is_announced_for_thirty_days_before_the_court_approves() {
    let mut steps = begun(Kind::Civil, false);
    let announce = Command::AnnounceSettlement { on: day("2026-06-01") };
    steps.extend([
        ("2026-04-10", Command::Lapse),
        ("2026-05-20", sue("2026-05-20")),
        ("2026-06-01", announce.clone()),
    ]);
    let state = case(steps);
    let approve = |on: &str| Command::CourtApproves { on: day(on) };
    refused(&state, "2026-07-01", approve("2026-07-01"), "ANNOUNCEMENT_RUNS");
    let ended = after(Some(state), "2026-07-02", approve("2026-07-02"));
    assert_eq!(ended.outcome(), Some(Outcome::Agreed));
    let mut steps = begun(Kind::Administrative, true);
    steps.extend([("2026-04-10", Command::Lapse), ("2026-05-20", sue("2026-05-20"))]);
    let state = case(steps);
    refused(&state, "2026-06-01", announce, "NO_SETTLEMENT");
    let early = Command::WithdrawSuit { fulfilled: false, on: day("2026-06-01") };
    refused(&state, "2026-06-01", early, "NOT_FULFILLED");
}

fn seen() -> &'static Seen<PublicInterest> {
    static SEEN: OnceLock<Seen<PublicInterest>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<PublicInterest>(&moves(), &lines(), 24))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let names = names_in(&[include_str!("rows.rs")]);
    assert!(names.len() > 15);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<PublicInterest>();
}

#[test]
fn every_line_ends_and_every_ending_has_a_line() {
    let last = |line: &Vec<Move<PublicInterest>>| {
        let go = |state: Option<State>, (today, role, command): &Move<PublicInterest>| {
            let facts = kit::decide::<PublicInterest>(state.as_ref(), command, *today, *role);
            kit::fold::<PublicInterest>(state, &facts.unwrap())
        };
        PublicInterest::outline(&line.iter().fold(None, go).unwrap()).state
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
        let mut prepared = false;
        for pick in picks {
            let (today, role, command) = &moves[pick % moves.len()];
            let decided = kit::decide::<PublicInterest>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            facts.iter().for_each(|fact| run_clocks::<PublicInterest>(&mut clocks, fact));
            prepared |= facts.iter().any(|fact| matches!(fact, Fact::PreSuitOver { .. }));
            let next = kit::fold::<PublicInterest>(state, &facts).unwrap();
            prop_assert_eq!(matches!(next.stage, Stage::Ended { .. }), clocks.is_empty());
            let sued = matches!(next.stage, Stage::InCourt { .. } | Stage::Settling { .. });
            prop_assert!(prepared || !sued);
            state = Some(next);
        }
    }
}
