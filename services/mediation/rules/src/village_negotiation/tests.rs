//! The law of village negotiation, as tables.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiefen_procedure::Explain;
use jiefen_procedure::kit::{self, Seen, check_roles, day, names_in, run_clocks};
use jiefen_procedure::matrix::Circumstance;
use jiefen_vocab::Flag;
use proptest::prelude::*;

use super::samples::{ROLL, call, held, lines, moves, set};
use super::*;
use crate::agreement_life::AgreementLife;
use crate::talks::samples::{draft, hash, owed};

fn tried(state: Option<&State>, today: &str, command: &Command) -> Result<Vec<Fact>, Refusal> {
    kit::decide::<VillageNegotiation>(state, command, day(today), Role::Mediator)
}

fn run(course: &[(&str, Command)]) -> State {
    let mut state = None;
    for (today, command) in course {
        let facts = tried(state.as_ref(), today, command).map_err(|r| r.zh()).unwrap();
        state = kit::fold::<VillageNegotiation>(state, &facts);
    }
    state.unwrap()
}

#[track_caller]
fn refused(state: &State, today: &str, command: &Command, name: &str) {
    assert_eq!(tried(Some(state), today, command).unwrap_err().name(), name);
}

fn talked(topic: Topic) -> State {
    let on = day("2026-03-02");
    run(&[("2026-03-02", set(topic, on)), ("2026-03-02", Command::HoldTalks { present: 12, on })])
}

/// T-R-06: notice ten days before an assembly; representatives meet without that notice.
#[test]
fn an_assembly_is_called_ten_days_ahead() {
    let state = talked(Topic::Common);
    let ask = |meeting, on: &str| call(meeting, day("2026-03-20"), day(on));
    assert!(tried(Some(&state), "2026-03-10", &ask(Meeting::Villagers, "2026-03-10")).is_ok());
    refused(&state, "2026-03-11", &ask(Meeting::Villagers, "2026-03-11"), "NOTICE_SHORT");
    refused(&state, "2026-03-11", &ask(Meeting::Households, "2026-03-11"), "NOTICE_SHORT");
    let representatives = ask(Meeting::Representatives, "2026-03-19");
    assert!(tried(Some(&state), "2026-03-19", &representatives).is_ok());
}

/// T-R-06: a tenth of the villagers or a third of the representatives may ask for it.
#[test]
fn a_tenth_of_the_villagers_or_a_third_of_the_representatives_call() {
    let state = talked(Topic::Common);
    for (caller, open) in [
        (Caller::Committee, true),
        (Caller::Villagers { count: 29 }, false),
        (Caller::Villagers { count: 30 }, true),
        (Caller::Representatives { count: 9 }, false),
        (Caller::Representatives { count: 10 }, true),
    ] {
        let command = Command::CallMeeting {
            meeting: Meeting::Villagers,
            caller,
            roll: ROLL,
            held_on: day("2026-03-20"),
            on: day("2026-03-02"),
        };
        assert_eq!(tried(Some(&state), "2026-03-02", &command).is_ok(), open, "{caller:?}");
    }
}

/// T-R-06: quorum and majority, on both sides of each limit.
#[test]
fn without_quorum_no_decision_and_half_is_no_majority() {
    let on = day("2026-03-20");
    for (topic, meeting, present, votes, adopted) in [
        (Topic::Common, Meeting::Villagers, 150, 150, None),
        (Topic::Common, Meeting::Villagers, 151, 76, Some(true)),
        (Topic::Common, Meeting::Villagers, 152, 76, Some(false)),
        (Topic::Common, Meeting::Households, 79, 79, None),
        (Topic::Common, Meeting::Households, 80, 41, Some(true)),
        (Topic::Common, Meeting::Households, 80, 40, Some(false)),
        (Topic::Common, Meeting::Representatives, 19, 19, None),
        (Topic::Common, Meeting::Representatives, 20, 11, Some(true)),
        (Topic::LandAdjustment, Meeting::Representatives, 20, 19, Some(false)),
        (Topic::LandAdjustment, Meeting::Representatives, 20, 20, Some(true)),
        (Topic::LandAdjustment, Meeting::Villagers, 250, 199, Some(false)),
        (Topic::LandAdjustment, Meeting::Villagers, 250, 200, Some(true)),
    ] {
        let asked = call(meeting, on, day("2026-03-02"));
        let facts = tried(Some(&talked(topic)), "2026-03-02", &asked).unwrap();
        let state = kit::fold::<VillageNegotiation>(Some(talked(topic)), &facts).unwrap();
        refused(&state, "2026-03-21", &held(present, votes, day("2026-03-21")), "WRONG_DAY");
        let facts = tried(Some(&state), "2026-03-20", &held(present, votes, on)).unwrap();
        let quorum = !matches!(facts[0], Fact::NoQuorum { .. });
        let came = quorum.then_some(matches!(facts[0], Fact::Adopted { .. }));
        assert_eq!(came, adopted, "{topic:?} {meeting:?} {present} {votes}");
    }
}

/// An assembly does not decide a dispute between villagers; all its parties do.
#[test]
fn nobody_votes_over_private_rights() {
    let on = day("2026-03-02");
    let state = talked(Topic::Dispute);
    refused(
        &state,
        "2026-03-02",
        &call(Meeting::Villagers, day("2026-03-20"), on),
        "PRIVATE_RIGHTS",
    );
    refused(&state, "2026-03-02", &Command::ReachOutcome { hash: hash(), on }, "PRIVATE_RIGHTS");
    let text = draft(vec![owed(1, 100, day("2026-12-31"))]);
    let agree =
        |agreed: &[u32]| Command::Agree { draft: text.clone(), agreed: agreed.to_vec(), on };
    refused(&state, "2026-03-02", &agree(&[1]), "NOT_AGREED");
    let facts = tried(Some(&state), "2026-03-02", &agree(&[1, 2])).unwrap();
    let state = kit::fold::<VillageNegotiation>(Some(state), &facts).unwrap();
    assert_eq!(state.result(), Some(Outcome::Agreed));
    let life = state.life().unwrap();
    let facts = kit::decide::<AgreementLife>(None, &life, on, Role::Mediator).unwrap();
    let deed = kit::fold::<AgreementLife>(None, &facts).unwrap();
    assert!(
        deed.deed().unwrap().agreement.windows.is_empty(),
        "their own settlement is a contract"
    );
}

/// Publicity, objection, the town's answer; an adjustment of land waits for approval.
#[test]
fn an_objection_goes_to_the_town_and_land_waits_for_approval() {
    let on = day("2026-03-20");
    let adopted = |topic| {
        let first = day("2026-03-02");
        run(&[
            ("2026-03-02", set(topic, first)),
            ("2026-03-02", call(Meeting::Representatives, on, first)),
            ("2026-03-20", held(30, 30, on)),
        ])
    };
    let common = adopted(Topic::Common);
    refused(&common, "2026-03-27", &Command::TakeEffect, "PUBLICITY_RUNS");
    let facts = tried(Some(&common), "2026-03-28", &Command::TakeEffect).unwrap();
    assert_eq!(facts, [Fact::Effective { on: day("2026-03-28") }]);
    let land = adopted(Topic::LandAdjustment);
    let facts = tried(Some(&land), "2026-03-28", &Command::TakeEffect).unwrap();
    assert_eq!(facts, [Fact::SentForApproval { on: day("2026-03-28") }]);
    let object = Command::Object { ground: "侵害承包权".into(), on: day("2026-03-21") };
    let facts = tried(Some(&common), "2026-03-21", &object).unwrap();
    let state = kit::fold::<VillageNegotiation>(Some(common), &facts).unwrap();
    refused(&state, "2026-03-28", &Command::TakeEffect, "NOT_PUBLIC");
    let wrong = Command::Answer { lawful: false, on: day("2026-03-25") };
    let facts = tried(Some(&state), "2026-03-25", &wrong).unwrap();
    assert_eq!(facts, [Fact::ToBeCorrected { on: day("2026-03-25") }]);
    assert_eq!(VillageNegotiation::roles("answer"), [Role::DepartmentOfficer]);
}

fn seen() -> &'static Seen<VillageNegotiation> {
    static SEEN: OnceLock<Seen<VillageNegotiation>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<VillageNegotiation>(&moves(), &lines(), 30))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let names = names_in(&[include_str!("rows.rs")]);
    assert!(names.len() > 20);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<VillageNegotiation>();
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

/// I4, T-R-02: where there is violence at home nobody is brought to the council; beside a suit talks are free.
#[test]
fn a_topic_is_set_only_where_the_matrix_lets_the_parties_be_brought_together() {
    let on = day("2026-03-02");
    let of = |flag: Option<Flag>, known: &[Circumstance]| {
        let mut command = set(Topic::Dispute, on);
        if let Command::SetTopic { brief, .. } = &mut command {
            brief.flags.extend(flag);
            brief.known.facts.extend(known);
        }
        tried(None, "2026-03-02", &command)
    };
    let refusal = of(Some(Flag::SafetyAlert), &[]).unwrap_err();
    assert_eq!(refusal.name(), "VIOLENCE_SAFETY_FIRST");
    assert_eq!(refusal.basis(), "T-R-02 反家庭暴力法15、23、28");
    assert!(refusal.instead().contains("人身安全保护令"), "{}", refusal.instead());
    assert!(of(Some(Flag::SafetyAlert), &[Circumstance::SafetyArranged]).is_ok());
    assert!(of(None, &[Circumstance::SuitAccepted]).is_ok());
    assert!(of(None, &[]).is_ok());
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
            let decided = kit::decide::<VillageNegotiation>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            facts.iter().for_each(|fact| run_clocks::<VillageNegotiation>(&mut clocks, fact));
            let next = kit::fold::<VillageNegotiation>(state.clone(), &facts).unwrap();
            prop_assert!(next.topic != Topic::Dispute || !next.by_meeting);
            prop_assert_eq!(VillageNegotiation::outline(&next).open, !clocks.is_empty());
            state = Some(next);
        }
    }
}
