//! The law of joint mediation, as tables and as the plan's scenarios.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiefen_procedure::kit::{self, Move, Seen, check_roles, day, names_in, run_clocks};
use jiefen_procedure::{Actor, Explain};
use jiefen_terms::Law;
use jiefen_vocab::Moment;
use proptest::prelude::*;

use super::samples::{agency, begun, call, county, dispute, lines, moves, signing};
use super::*;
use crate::agreement_life::AgreementLife;
use crate::talks;
use crate::talks::samples::{draft, owed};

fn tried(
    state: Option<&State>,
    today: &str,
    role: Role,
    command: &Command,
) -> Result<Vec<Fact>, Refusal> {
    kit::decide::<JointMediation>(state, command, day(today), role)
}

fn run(line: &[Move<JointMediation>]) -> State {
    let mut state = None;
    for (today, role, command) in line {
        let decided = kit::decide::<JointMediation>(state.as_ref(), command, *today, *role);
        state = kit::fold::<JointMediation>(state, &decided.map_err(|r| r.zh()).unwrap());
    }
    state.unwrap()
}

#[track_caller]
fn refused(state: &State, today: &str, role: Role, command: &Command, name: &str) {
    assert_eq!(tried(Some(state), today, role, command).unwrap_err().name(), name);
}

/// What staff of an agency may do.
fn by(
    state: Option<&State>,
    at: &str,
    today: &str,
    command: &Command,
) -> Result<Vec<Fact>, Refusal> {
    let actor = Actor { agency: agency(at), person: "p".into(), role: Role::DepartmentOfficer };
    let now = Moment::from_local(day(today).at(10, 0, 0, 0));
    let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
    JointMediation::decide(state, command, &ctx)
}

/// S06: two counties, the region's centre hosts; a unit of each county joins before it begins; one
/// agreement, each obligation watched in its county; the result is mirrored to both.
#[test]
fn s06_one_host_two_counties_one_agreement_mirrored_to_both() {
    let on = day("2026-06-03");
    let mut brief = dispute(DisputeKind::Environment, false, &[1, 2], day("2026-06-01"));
    brief.other_place = Some(county("640221"));
    let (helan, pingluo) = ("640122.ecology", "640221.ecology");
    let units = vec![(agency(helan), county("640122")), (agency(pingluo), county("640221"))];
    let open =
        Command::Call { brief: Box::new(brief), lawful: true, units, known: BTreeSet::new(), on };
    let host = "640000.centre";
    let mut state: Option<State> = None;
    let give = |state: &mut Option<State>, at: &str, command: Command| {
        let facts = by(state.as_ref(), at, "2026-06-03", &command).map_err(|r| r.zh()).unwrap();
        *state = kit::fold::<JointMediation>(state.take(), &facts);
        facts
    };
    let join = || Command::Join { person: "u".into(), on };
    let begin = Command::Begin { mediator: "m".into(), on };
    give(&mut state, host, open);
    give(&mut state, helan, join());
    let early = by(state.as_ref(), host, "2026-06-03", &begin).unwrap_err();
    assert_eq!(early.name(), "COUNTY_MISSING");
    assert_eq!(
        by(state.as_ref(), "640122.police", "2026-06-03", &join()).unwrap_err().name(),
        "NOT_A_UNIT"
    );
    give(&mut state, pingluo, join());
    assert_eq!(by(state.as_ref(), helan, "2026-06-03", &begin).unwrap_err().name(), "HOST_ONLY");
    give(&mut state, host, begin);
    let text = draft(vec![owed(1, 100, day("2026-12-01")), owed(2, 100, day("2026-12-01"))]);
    let watch = |obligation, unit| Watch { obligation, unit: agency(unit) };
    let put = |watches| Command::PutShared { draft: text.clone(), watches, on };
    for wrong in [vec![watch(1, helan)], vec![watch(1, helan), watch(2, "640122.police")]] {
        assert_eq!(
            by(state.as_ref(), host, "2026-06-03", &put(wrong)).unwrap_err().name(),
            "UNWATCHED"
        );
    }
    give(&mut state, host, put(vec![watch(1, helan), watch(2, pingluo)]));
    for step in crate::talks::samples::agreeing(on, text.clone(), &[1, 2]).into_iter().skip(1) {
        give(&mut state, host, Command::Talk(step));
    }
    assert_eq!(state.as_ref().unwrap().outcome(), Some(Outcome::Agreed));
    give(&mut state, helan, Command::Acknowledge { on });
    assert!(JointMediation::outline(state.as_ref().unwrap()).open);
    give(&mut state, pingluo, Command::Acknowledge { on });
    let state = state.unwrap();
    assert_eq!(JointMediation::outline(&state).state, "agreed");
    let life = state.life().unwrap();
    assert!(kit::decide::<AgreementLife>(None, &life, on, Role::Mediator).is_ok());
}

/// S13: the community mediates, the housing office is co-unit; a co-unit may decline with a reason and
/// decides nothing.
#[test]
fn s13_a_co_unit_helps_and_decides_nothing() {
    let on = day("2026-07-09");
    let open = call(dispute(DisputeKind::Neighbour, false, &[1, 2], on), on);
    let called = run(&[(on, Role::Mediator, open)]);
    let decline = |reason: &str| Command::DeclineUnit { reason: reason.into(), on };
    refused(&called, "2026-07-09", Role::DepartmentOfficer, &decline(""), "PERSON_WANTED");
    let facts =
        tried(Some(&called), "2026-07-09", Role::DepartmentOfficer, &decline("私人漏水")).unwrap();
    let alone = kit::fold::<JointMediation>(Some(called), &facts).unwrap();
    let begin = Command::Begin { mediator: "m".into(), on };
    refused(&alone, "2026-07-09", Role::Mediator, &begin, "NOBODY_JOINED");
    let state = run(&begun(false, false, on));
    let failed = Command::EndFailed { on };
    refused(&state, "2026-07-09", Role::DepartmentOfficer, &failed, "HOST_ONLY");
    assert!(tried(Some(&state), "2026-07-09", Role::Mediator, &failed).is_ok());
}

/// A unit that is silent about the result does not keep it open; its silence is on record.
#[test]
fn a_silent_unit_is_reported_when_the_time_to_acknowledge_is_over() {
    let on = day("2026-09-14");
    let state = run(&[begun(false, false, on), signing(&[1, 2], on)].concat());
    refused(&state, "2026-09-15", Role::System, &Command::CloseMirror, "MIRROR_RUNS");
    let facts = tried(Some(&state), "2026-09-16", Role::System, &Command::CloseMirror).unwrap();
    let silent = vec![agency("640122.market")];
    assert_eq!(facts, [Fact::Closed { silent, on: day("2026-09-16") }]);
}

/// S06 step 5: papers of the running case cite the law of the day on which they are issued.
#[test]
fn s06_papers_cite_the_basis_of_their_own_day() {
    let state = run(&begun(false, false, day("2026-08-13")));
    for (on, cites) in [("2026-08-14", "水污染防治法"), ("2026-08-15", "1077")] {
        let failed = Command::EndFailed { on: day(on) };
        let facts = tried(Some(&state), on, Role::Mediator, &failed).unwrap();
        assert!(JointMediation::notices(&facts[0])[0].zh.contains(cites), "{on}");
    }
}

fn seen() -> &'static Seen<JointMediation> {
    static SEEN: OnceLock<Seen<JointMediation>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<JointMediation>(&moves(), &lines(), 15))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let rows = [&[include_str!("rows.rs")], talks::ROWS].concat();
    let mut names = names_in(&rows);
    // Nobody applies orally to several units at once.
    names.remove("RECORD_WANTED");
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<JointMediation>();
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
        cases: 60,
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
            let decided = kit::decide::<JointMediation>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            facts.iter().for_each(|fact| run_clocks::<JointMediation>(&mut clocks, fact));
            let next = kit::fold::<JointMediation>(state.clone(), &facts).unwrap();
            prop_assert_eq!(JointMediation::outline(&next).open, !clocks.is_empty());
            state = Some(next);
        }
    }
}
