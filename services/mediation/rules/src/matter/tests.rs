//! The law of a matter in hand: its clock, its limits, its conclusion.

use std::sync::OnceLock;

use jiefen_procedure::matrix::Standing;
use jiefen_procedure::{ClockEffect, Explain, Procedure};
use jiefen_terms::{Law, Query};
use jiefen_vocab::{DisputeKind, Outcome, Role, TrackKind};
use proptest::prelude::*;

use super::samples::*;
use super::{
    Command, Fact, Ground, Matter, NextStep, Proposal, Refusal, Stage, State, clock_for, deciders,
    pass_back_rule, term_for,
};
use jiefen_procedure::kit::{self, Seen, brief, check_roles, day, names_in, run_clocks};

fn tried(state: Option<&State>, today: &str, command: Command) -> Result<Vec<Fact>, Refusal> {
    kit::decide::<Matter>(state, &command, day(today), Role::Mediator)
}

fn refused(state: Option<&State>, today: &str, command: Command, name: &str) {
    let refusal = tried(state, today, command).unwrap_err();
    assert_eq!(refusal.name(), name, "{}", refusal.zh());
}

fn taken(track: TrackKind, kind: DisputeKind, on: &str) -> State {
    let facts = tried(None, on, take(track, kind, day(on), None)).unwrap();
    kit::fold::<Matter>(None, &facts).unwrap()
}

fn after(state: &State, today: &str, command: Command) -> State {
    let facts = tried(Some(state), today, command).unwrap();
    kit::fold::<Matter>(Some(state.clone()), &facts).unwrap()
}

#[test]
fn each_route_has_the_clock_of_its_law() {
    for (track, kind, rule) in [
        (TrackKind::AdministrativeMediation, DisputeKind::Consumer, "T-Q-01"),
        (TrackKind::AdministrativeMediation, DisputeKind::Medical, "T-P-02"),
        (TrackKind::AdministrativeMediation, DisputeKind::Traffic, "T-O-03"),
        (TrackKind::PoliceMediation, DisputeKind::Traffic, "T-O-03"),
        (TrackKind::PoliceMediation, DisputeKind::Neighbour, "T-N-01"),
        (TrackKind::LabourMediation, DisputeKind::Labour, "T-H-01"),
        (TrackKind::LandArbitration, DisputeKind::LandContracting, "T-I-02"),
        (TrackKind::CommercialArbitration, DisputeKind::ContractDebt, "T-J-01"),
        (TrackKind::Petition, DisputeKind::Other, "T-L-05"),
        (TrackKind::AdministrativeMediation, DisputeKind::Other, "policy.administrative_mediation"),
        (TrackKind::NeutralEvaluation, DisputeKind::Other, "policy.neutral_evaluation"),
        (TrackKind::Negotiation, DisputeKind::Other, "policy.negotiation"),
        (TrackKind::LawyerMediation, DisputeKind::Other, "policy.lawyer_mediation"),
    ] {
        assert_eq!(clock_for(track, kind), rule, "{track} {kind}");
    }
}

/// No route and no kind ends at a rule that the table does not have, or cannot count today.
#[test]
fn every_rule_named_here_can_be_counted() {
    let today = day("2026-11-23");
    for track in TrackKind::ALL {
        for kind in DisputeKind::ALL {
            // Delegation before filing is no longer open; that route has a procedure of its own.
            let first = clock_for(*track, *kind);
            let rules =
                [Some(first), term_for(*track, *kind, today), Some(pass_back_rule(*track, *kind))];
            for rule in rules.into_iter().flatten().filter(|rule| *rule != "T-C-05") {
                assert!(
                    Law::shipped().due(&Query::new(rule, today)).is_ok(),
                    "{track} {kind}: {rule}"
                );
            }
            assert!(!deciders(*track).is_empty());
        }
    }
}

/// S19: complaint accepted on 14 April 2026: 45 working days; on 16 April: 60 calendar days.
#[test]
fn s19_consumer_on_both_sides_of_the_change() {
    let consumer = |on: &str| taken(TrackKind::AdministrativeMediation, DisputeKind::Consumer, on);
    let a = consumer("2026-04-13");
    assert_eq!(a.rule, "T-Q-01");
    let a = after(&a, "2026-04-14", Command::BeginTerm { on: day("2026-04-14") });
    let b = consumer("2026-04-15");
    let b = after(&b, "2026-04-16", Command::BeginTerm { on: day("2026-04-16") });
    for (state, from, rule, due) in
        [(&a, "2026-04-14", "T-Q-02", "2026-06-18"), (&b, "2026-04-16", "T-Q-03", "2026-06-15")]
    {
        assert_eq!(state.rule, rule);
        let answer = Law::shipped().due(&Query::new(rule, day(from))).unwrap();
        assert_eq!(answer.due.day(), day(due));
    }
    refused(Some(&b), "2026-04-17", Command::BeginTerm { on: day("2026-04-17") }, "TERM_BEGUN");
}

/// S04: the request is accepted, the victim is in treatment; ten days run from the end of
/// treatment.
#[test]
fn s04_traffic_waits_for_its_start_event() {
    let state = taken(TrackKind::PoliceMediation, DisputeKind::Traffic, "2026-03-16");
    assert_eq!(state.rule, "policy.police_mediation");
    let facts = tried(Some(&state), "2026-04-27", Command::BeginTerm { on: day("2026-04-27") });
    let clocks = Matter::clocks(&facts.unwrap()[0]);
    let start =
        ClockEffect::Start { key: "term".into(), rule: "T-O-03".into(), from: day("2026-04-27") };
    assert!(clocks.contains(&start));
    let known = take(
        TrackKind::PoliceMediation,
        DisputeKind::Traffic,
        day("2026-04-28"),
        Some(day("2026-04-27")),
    );
    let facts = tried(None, "2026-04-28", known).unwrap();
    let state = kit::fold::<Matter>(None, &facts).unwrap();
    assert_eq!(state.rule, "T-O-03");
    refused(Some(&state), "2026-04-28", Command::BeginTerm { on: day("2026-04-28") }, "TERM_BEGUN");
}

#[test]
fn it_is_given_back_within_its_limit_or_not_at_all() {
    // T-L-03, vector V21: received 30 September, five working days end on 13 October.
    let petition = taken(TrackKind::Petition, DisputeKind::Other, "2026-09-30");
    assert!(tried(Some(&petition), "2026-10-13", pass_back("2026-10-13")).is_ok());
    refused(Some(&petition), "2026-10-14", pass_back("2026-10-14"), "COMPETENCE_FIXED");
    let none = Proposal { body: String::new(), ..proposal() };
    let empty =
        Command::PassBack { ground: Ground::OtherRoute, proposal: none, on: day("2026-10-13") };
    refused(Some(&petition), "2026-10-13", empty, "PROPOSAL_WANTED");
    let consumer = taken(TrackKind::AdministrativeMediation, DisputeKind::Consumer, "2026-09-07");
    let accepted = after(&consumer, "2026-09-08", Command::BeginTerm { on: day("2026-09-08") });
    refused(Some(&accepted), "2026-09-08", pass_back("2026-09-08"), "COMPETENCE_ACCEPTED");
    let back = after(&consumer, "2026-09-08", pass_back("2026-09-08"));
    assert_eq!(back.outcome(), Some(Outcome::Refused));
    refused(Some(&back), "2026-09-08", pass_back("2026-09-08"), "ALREADY_ENDED");
}

#[test]
fn only_the_bodys_own_people_conclude_and_only_deciding_bodies_decide() {
    let mediation = taken(TrackKind::LabourMediation, DisputeKind::Labour, "2026-09-07");
    let end = |outcome| Command::Conclude { outcome, on: day("2026-09-08") };
    let give = |state: &State, role, outcome| {
        kit::decide::<Matter>(Some(state), &end(outcome), day("2026-09-08"), role)
    };
    let name = |result: Result<Vec<Fact>, Refusal>| result.err().map(|refusal| refusal.name());
    assert_eq!(name(give(&mediation, Role::Mediator, Outcome::Decided)), Some("NOT_DECIDING"));
    assert_eq!(name(give(&mediation, Role::Mediator, Outcome::Agreed)), None);
    let land = taken(TrackKind::LandArbitration, DisputeKind::LandContracting, "2026-09-07");
    assert_eq!(name(give(&land, Role::Arbitrator, Outcome::Decided)), None);
    for role in [Role::Coordinator, Role::Leader, Role::Assessor, Role::Mediator] {
        assert_eq!(name(give(&land, role, Outcome::Decided)), Some("NOT_DECIDER"));
    }
    let facts = give(&land, Role::Arbitrator, Outcome::Decided).unwrap();
    let notices = Matter::notices(&facts[0]);
    assert_eq!(notices[0].rule.as_deref(), Some("T-I-01"));
}

#[test]
fn it_always_has_a_person_and_a_next_step() {
    let on = day("2026-09-07");
    let track = TrackKind::LawyerMediation;
    let good = |person: &str, next| Command::Take {
        brief: brief(DisputeKind::Other, track, on).into(),
        person: person.into(),
        next,
        term_from: None,
        on,
    };
    refused(None, "2026-09-07", good("", next("2026-09-08")), "PERSON_WANTED");
    refused(None, "2026-09-07", good("a", next("2026-09-06")), "STEP_IN_PAST");
    let empty = NextStep { what: " ".into(), by: on };
    refused(None, "2026-09-07", good("a", empty), "STEP_WANTED");
    refused(None, "2026-09-06", good("a", next("2026-09-08")), "DATE_IN_FUTURE");
    refused(
        None,
        "2026-09-07",
        take(TrackKind::NoneUntilInformation, DisputeKind::Other, on, None),
        "NO_ROUTE",
    );
    refused(
        None,
        "2026-09-07",
        take(TrackKind::PeopleMediation, DisputeKind::Other, on, None),
        "OWN_PROCEDURE",
    );
    refused(None, "2026-09-07", pass_back("2026-09-07"), "NOT_BEGUN");
    let state = taken(track, DisputeKind::Other, "2026-09-07");
    refused(Some(&state), "2026-09-07", good("a", next("2026-09-08")), "ALREADY_BEGUN");
    refused(Some(&state), "2026-09-07", Command::BeginTerm { on }, "NO_OWN_TERM");
    let step = |on: &str| Command::NoteProgress {
        done: "已联系".into(),
        on: day(on),
        next: next("2026-09-20"),
    };
    refused(Some(&state), "2026-09-08", step("2026-09-06"), "DATE_TOO_EARLY");
    let state = after(&state, "2026-09-08", step("2026-09-08"));
    assert!(Matter::outline(&state).next_zh.contains("2026-09-20"));
    assert_eq!(Matter::outline(&state).person.as_deref(), Some("officer-1"));
}

fn seen() -> &'static Seen<Matter> {
    static SEEN: OnceLock<Seen<Matter>> = OnceLock::new();
    SEEN.get_or_init(|| kit::walk::<Matter>(&moves(), &lines(), 60))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let names = names_in(&[include_str!("rows.rs")]);
    assert!(names.len() > 10);
    let missing: Vec<_> = names.difference(&seen().refusals).collect();
    assert!(missing.is_empty(), "never refused: {missing:?}");
    check_roles::<Matter>();
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

/// I10: adjudication is the department's own, review the office's, supervision the procuratorate's.
#[test]
fn each_route_is_concluded_by_its_own_body() {
    for (track, right) in [
        (TrackKind::AdministrativeRuling, Role::DepartmentOfficer),
        (TrackKind::AdministrativeReconsideration, Role::Reviewer),
        (TrackKind::ProcuratorateSupervision, Role::Prosecutor),
        (TrackKind::PublicInterestLitigation, Role::Prosecutor),
        (TrackKind::CriminalReferral, Role::PoliceOfficer),
        (TrackKind::Retrial, Role::Judge),
    ] {
        let state = taken(track, DisputeKind::Other, "2026-09-07");
        let conclude = Command::Conclude { outcome: Outcome::Decided, on: day("2026-09-08") };
        let give = |role| kit::decide::<Matter>(Some(&state), &conclude, day("2026-09-08"), role);
        assert!(give(right).is_ok(), "{track} by {right}");
        assert!(Matter::roles("conclude").contains(&right), "{right}");
        for wrong in [Role::Mediator, Role::Notary, Role::WindowClerk] {
            assert_eq!(give(wrong).unwrap_err().name(), "NOT_DECIDER", "{track} by {wrong}");
        }
    }
}

fn beside(track: TrackKind, kind: DisputeKind, other: TrackKind, how: Standing) -> Command {
    let mut command = take(track, kind, day("2026-09-07"), None);
    if let Command::Take { brief, .. } = &mut command {
        brief.known.tracks.insert(other, how);
    }
    command
}

/// I4: what another track excludes is not taken in hand; where nothing else is known, or it is over, it is.
#[test]
fn a_matter_is_not_taken_beside_a_track_that_excludes_it() {
    use TrackKind::{AdministrativeMediation as Agency, AdministrativeReconsideration as Review};
    let d = "2026-09-07";
    for (track, kind, other, name, basis) in [
        (
            Agency,
            DisputeKind::Medical,
            TrackKind::PeopleMediation,
            "MEDICAL_ONE_MEDIATION",
            "T-P-03 医疗纠纷预防和处理条例31、40",
        ),
        (
            TrackKind::PoliceMediation,
            DisputeKind::Traffic,
            TrackKind::Litigation,
            "TRAFFIC_SUIT_ENDS_POLICE_MEDIATION",
            "T-O-05 道路交通安全法实施条例96",
        ),
        (
            Review,
            DisputeKind::Administrative,
            TrackKind::Litigation,
            "RECONSIDERATION_NOT_BESIDE_SUIT",
            "T-K-09 行政复议法29",
        ),
        (
            TrackKind::LandArbitration,
            DisputeKind::LandContracting,
            TrackKind::Litigation,
            "LAND_ARBITRATION_SEIZED_COURT",
            "农村土地承包经营纠纷调解仲裁法22",
        ),
    ] {
        let refusal = tried(None, d, beside(track, kind, other, Standing::Running)).unwrap_err();
        assert_eq!((refusal.name(), refusal.basis()), (name, basis));
        assert!(refusal.instead().contains("可以改走"), "{}", refusal.instead());
        assert!(tried(None, d, beside(track, kind, other, Standing::Failed)).is_ok(), "{name}");
        assert!(tried(None, d, take(track, kind, day(d), None)).is_ok(), "{name}");
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
            let decided = kit::decide::<Matter>(state.as_ref(), command, *today, *role);
            let Ok(facts) = decided else { continue };
            facts.iter().for_each(|fact| run_clocks::<Matter>(&mut clocks, fact));
            let next = kit::fold::<Matter>(state, &facts).unwrap();
            prop_assert!(!next.person.is_empty() && !next.next.what.is_empty());
            prop_assert_eq!(next.stage == Stage::InHand, !clocks.is_empty());
            state = Some(next);
        }
    }
}
