//! The law of public-order mediation, as tables and as the plan's scenarios.

use std::sync::OnceLock;

use jiefen_procedure::kit::{Seen, day};
use jiefen_procedure::{Explain, Procedure};
use jiefen_vocab::{Outcome, Role};
use proptest::prelude::*;

use super::samples::{accept, application, fight, hold, lines, meeting, moves, settle};
use super::{
    Again, Application, Command, Decision, Ending, Exclusion, Fact, Ground, Meeting, PublicOrder,
    Settled, Stage, Why,
};
use crate::course::{self, Course, started};
use crate::sample_draft::draft;

type Case = Course<PublicOrder>;

fn accepted(on: &str) -> Case {
    let mut case = Case::new(Role::PoliceOfficer);
    case.give(on, Command::Open { brief: fight(day(on)).into(), on: day(on) });
    case.give(on, accept(day(on), &[]));
    case
}

fn apply(application: Application) -> Command {
    Command::ApplyRecognition { application }
}

fn paid(no: u32, on: &str, proof: &str) -> Command {
    Command::RecordPerformance { no, on: day(on), proof: proof.into() }
}

/// T-N-01, vector V25: accepted on 30 April 2026, the holiday of May in between: 8 May.
#[test]
fn the_first_mediation_is_held_within_three_working_days() {
    let case = accepted("2026-04-30");
    assert!(case.tried("2026-05-08", &hold(meeting(day("2026-05-08")))).is_ok());
    case.refused("2026-05-11", hold(meeting(day("2026-05-11"))), "PAST_TERM");
    case.refused("2026-05-08", Command::Lapse, "TERM_RUNS");
    let mut late = case.fork();
    late.lapses("first", "2026-05-08", "2026-05-09");
    let Stage::Deciding { why, .. } = &late.state().stage else { panic!() };
    assert_eq!(*why, Why::NotInTime);
}

#[test]
fn after_an_appraisal_the_three_days_run_from_its_result() {
    let mut case = accepted("2026-03-02");
    case.give("2026-03-04", Command::BeginAppraisal { on: day("2026-03-04") });
    case.refused("2026-04-30", Command::Lapse, "APPRAISAL_RUNS");
    case.refused("2026-03-10", hold(meeting(day("2026-03-10"))), "APPRAISAL_RUNS");
    let facts = case.give("2026-03-16", Command::EndAppraisal { on: day("2026-03-16") });
    let first = started::<PublicOrder>(&facts, "first").unwrap();
    assert_eq!(first, ("T-N-01".to_owned(), day("2026-03-16")));
    assert!(case.tried("2026-03-19", &hold(meeting(day("2026-03-19")))).is_ok());
    case.refused("2026-03-20", hold(meeting(day("2026-03-20"))), "PAST_TERM");
}

/// T-N-02: once more within seven working days, and never a third time.
#[test]
fn there_are_at_most_two_mediations() {
    let mut case = accepted("2026-03-02");
    case.give("2026-03-03", hold(meeting(day("2026-03-03"))));
    let second = |on: &str, again| hold(Meeting { again, ..meeting(day(on)) });
    case.refused("2026-03-12", second("2026-03-12", None), "SECOND_NEEDS_REASON");
    let mut over = case.fork();
    over.lapses("second", "2026-03-12", "2026-03-13");
    case.refused("2026-03-13", second("2026-03-13", Some(Again::Asked)), "PAST_TERM");
    case.give("2026-03-12", second("2026-03-12", Some(Again::Asked)));
    assert_eq!(case.at(), "deciding");
    case.refused("2026-03-12", second("2026-03-12", Some(Again::Asked)), "MEDIATION_OVER");
}

/// T-N-03: what the police may never mediate, and what a settlement does not help then.
#[test]
fn excluded_cases_go_straight_to_the_decision_and_no_settlement_stops_it() {
    for exclusion in [
        Exclusion::NotCivil,
        Exclusion::NotMinor,
        Exclusion::HiredHarm,
        Exclusion::GangFight,
        Exclusion::Provocation,
        Exclusion::Repeated,
    ] {
        let mut case = Case::new(Role::PoliceOfficer);
        let on = day("2026-03-02");
        case.give("2026-03-02", Command::Open { brief: fight(on).into(), on });
        let facts = case.give("2026-03-02", accept(on, &[exclusion]));
        assert_eq!(case.at(), "deciding");
        let told = facts.iter().flat_map(PublicOrder::notices).last().unwrap();
        assert!(told.zh.contains("民事诉讼"), "{}", told.zh);
        case.refused("2026-03-02", hold(meeting(on)), "MEDIATION_OVER");
        case.refused("2026-03-02", apply(application(Some(on), on)), "OUT_OF_SCOPE");
    }
}

#[test]
fn a_party_who_only_refuses_mediation_may_still_settle_before_the_decision() {
    let mut case = accepted("2026-03-02");
    case.give("2026-03-03", Command::RefuseConsent { party: 2, how: "phone".into() });
    assert_eq!(case.at(), "deciding");
    let on = day("2026-03-05");
    case.give("2026-03-05", apply(application(Some(on), on)));
    let penalty = Command::Decide { decision: Decision::Penalty, relies_on: vec![], on };
    case.refused("2026-03-05", penalty, "ANSWER_FIRST");
    case.give("2026-03-06", Command::Recognise { on: day("2026-03-06") });
    assert_eq!(case.state().outcome(), Some(Outcome::Performed));
}

#[test]
fn a_case_that_turns_out_to_be_excluded_cannot_be_recognised_any_more() {
    let mut case = accepted("2026-03-02");
    let on = day("2026-03-03");
    case.give("2026-03-03", apply(application(Some(on), on)));
    case.give("2026-03-03", Command::Exclude { exclusion: Exclusion::NewTrouble, on });
    case.refused("2026-03-04", Command::Recognise { on: day("2026-03-04") }, "OUT_OF_SCOPE");
}

/// S15: accepted 30 April; settled in the village committee and paid on 6 May; both apply; recognised.
#[test]
fn s15_a_settlement_paid_before_the_decision_takes_the_place_of_the_penalty() {
    let mut case = accepted("2026-04-30");
    let paid_on = day("2026-05-06");
    let unpaid = application(None, paid_on);
    case.refused("2026-05-06", apply(unpaid.clone()), "NOT_PERFORMED");
    let no_receipt = Application { performed_on: Some(paid_on), ..unpaid };
    case.refused("2026-05-06", apply(no_receipt), "PROOF_WANTED");
    let one = Application { applicants: vec![2], ..application(Some(paid_on), paid_on) };
    case.refused("2026-05-06", apply(one), "NOT_JOINT");
    case.give("2026-05-06", apply(application(Some(paid_on), paid_on)));
    let facts = case.give("2026-05-07", Command::Recognise { on: day("2026-05-07") });
    let ending = Ending::Recognised { ground: Ground::Act9Para4 };
    assert_eq!(facts, [Fact::Ended { ending, open: vec![], on: day("2026-05-07") }]);
}

/// S15.4: payment promised in the village, not made: the penalty procedure goes on.
#[test]
fn s15_a_promise_alone_does_not_stop_the_decision() {
    let mut case = accepted("2026-04-30");
    case.lapses("first", "2026-05-08", "2026-05-09");
    case.role = Role::PoliceOfficer;
    let on = day("2026-05-20");
    case.refused("2026-05-20", apply(application(None, on)), "NOT_PERFORMED");
    let penalty = Command::Decide { decision: Decision::Penalty, relies_on: vec![], on };
    let facts = case.give("2026-05-20", penalty);
    let told = PublicOrder::notices(&facts[0]);
    assert_eq!(told[0].rule.as_deref(), Some("T-K-01"));
    assert!(told[0].zh.contains("提起民事诉讼"));
    case.refused("2026-05-21", Command::Recognise { on: day("2026-05-21") }, "ALREADY_ENDED");
}

/// T-N-06, both sides of 1 January 2026: the day of recognition chooses the text.
#[test]
fn the_day_of_recognition_chooses_between_the_regulation_and_the_act() {
    for (on, ground) in [("2025-12-31", Ground::Regulation186), ("2026-01-01", Ground::Act9Para4)] {
        let mut case = accepted("2025-12-29");
        let applied = day("2025-12-30");
        let private =
            Application { settled: Settled::Themselves, ..application(Some(applied), applied) };
        case.give("2025-12-30", apply(private));
        case.give(on, Command::Recognise { on: day(on) });
        let Stage::Ended { ending, .. } = &case.state().stage else { panic!() };
        assert_eq!(*ending, Ending::Recognised { ground });
    }
}

/// T-N-07, both sides of 1 January 2026.
#[test]
fn one_officer_mediates_only_under_the_new_act_and_under_recording() {
    let alone = |on: &str, recorded_in_place| {
        hold(Meeting { officers: 1, recorded_in_place, ..meeting(day(on)) })
    };
    let case = accepted("2025-12-30");
    case.refused("2025-12-31", alone("2025-12-31", true), "TWO_OFFICERS_NEEDED");
    case.refused("2026-01-04", alone("2026-01-04", false), "ONE_OFFICER_UNRECORDED");
    assert!(case.tried("2026-01-04", &alone("2026-01-04", true)).is_ok());
}

#[test]
fn a_lost_recording_of_a_single_officer_is_no_ground_for_a_penalty() {
    let mut case = accepted("2026-03-02");
    let single = Meeting { officers: 1, recorded_in_place: true, ..meeting(day("2026-03-03")) };
    case.give("2026-03-03", hold(single));
    case.give("2026-03-04", Command::LoseRecording { no: 1, on: day("2026-03-04") });
    case.refused(
        "2026-03-04",
        Command::LoseRecording { no: 2, on: day("2026-03-04") },
        "NO_SUCH_MEETING",
    );
    case.give("2026-03-05", Command::EndMediation { on: day("2026-03-05") });
    let decide =
        |decision, relies_on| Command::Decide { decision, relies_on, on: day("2026-03-06") };
    case.refused("2026-03-06", decide(Decision::Penalty, vec![1]), "EVIDENCE_VOID");
    assert!(case.tried("2026-03-06", &decide(Decision::Penalty, vec![])).is_ok());
    assert!(case.tried("2026-03-06", &decide(Decision::NoPenalty, vec![1])).is_ok());
}

/// T-N-04 and S12.4: a minor comes with a guardian.
#[test]
fn a_minor_is_not_mediated_without_a_guardian() {
    let mut case = Case::new(Role::PoliceOfficer);
    let on = day("2026-09-08");
    let mut brief = fight(on);
    brief.parties[1].minor = true;
    case.give("2026-09-08", Command::Open { brief: brief.into(), on });
    case.give("2026-09-08", accept(on, &[]));
    case.refused("2026-09-08", hold(meeting(on)), "GUARDIAN_ABSENT");
    assert!(case.tried("2026-09-08", &hold(Meeting { guarded: vec![2], ..meeting(on) })).is_ok());
}

#[test]
fn the_victim_may_send_an_agent_and_the_suspect_may_not() {
    let case = accepted("2026-03-02");
    let on = day("2026-03-03");
    let victim = Meeting { present: vec![2], by_agent: vec![1], ..meeting(on) };
    assert!(case.tried("2026-03-03", &hold(victim)).is_ok());
    let suspect = Meeting { present: vec![1], by_agent: vec![2], ..meeting(on) };
    case.refused("2026-03-03", hold(suspect), "SUSPECT_BY_AGENT");
}

/// T-N-05: performed: no penalty; broken: decision and the advice to sue.
#[test]
fn an_agreement_ends_the_case_only_when_it_is_performed() {
    let mut case = accepted("2026-03-02");
    case.give("2026-03-03", settle(meeting(day("2026-03-03")), draft(day("2026-03-20"), 2)));
    case.give("2026-03-10", paid(1, "2026-03-10", "收条"));
    assert_eq!(case.at(), "agreed");
    case.refused("2026-03-11", paid(1, "2026-03-11", "收条"), "ALREADY_PERFORMED");
    case.refused("2026-03-11", paid(2, "2026-03-11", " "), "PROOF_WANTED");
    let breach = |on: &str| Command::ReportBreach { no: 2, on: day(on), declared: false };
    case.refused("2026-03-20", breach("2026-03-20"), "NOT_YET_DUE");
    let mut broken = case.fork();
    let facts = broken.give("2026-03-21", breach("2026-03-21"));
    assert_eq!(
        started::<PublicOrder>(&facts, "decide").unwrap(),
        ("T-N-05.decide".to_owned(), day("2026-03-21"))
    );
    assert!(
        facts
            .iter()
            .flat_map(PublicOrder::notices)
            .any(|told| told.zh.contains("起诉") || told.zh.contains("诉讼"))
    );
    case.give("2026-03-20", paid(2, "2026-03-20", "收条"));
    assert_eq!(case.at(), "performed");
}

/// The time for the decision: 30 days and two extensions under the Act of 2025, one before it; a case
/// keeps the version under which its clock began.
#[test]
fn the_decision_may_be_extended_twice_from_2026_and_once_before() {
    for (on, times) in [("2025-12-30", 1), ("2026-01-05", 2)] {
        let mut case = accepted(on);
        case.give(on, Command::EndMediation { on: day(on) });
        let extend = Command::Extend { on: day("2026-01-06") };
        for _ in 0..times {
            case.give("2026-01-06", extend.clone());
        }
        case.refused("2026-01-06", extend, "EXTENDED_ENOUGH");
    }
    let mut late = accepted("2026-03-02");
    late.give("2026-03-02", Command::EndMediation { on: day("2026-03-02") });
    assert!(late.tried("2026-04-01", &Command::Extend { on: day("2026-04-01") }).is_ok());
    late.refused("2026-04-02", Command::Extend { on: day("2026-04-02") }, "TOO_LATE_TO_EXTEND");
}

#[test]
fn only_the_police_decide_and_nobody_who_coordinates_does() {
    assert_eq!(PublicOrder::roles("decide"), [Role::PoliceOfficer]);
    assert_eq!(PublicOrder::roles("recognise"), [Role::PoliceOfficer]);
    assert!(PublicOrder::roles("apply_recognition").contains(&Role::Mediator));
}

fn seen() -> &'static Seen<PublicOrder> {
    static SEEN: OnceLock<Seen<PublicOrder>> = OnceLock::new();
    SEEN.get_or_init(|| course::whole(&moves(), &lines(), include_str!("rows.rs")))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    assert!(seen().states.len() > 20);
}

/// I9: what was said in mediation is in no notice.
#[test]
fn no_notice_tells_what_was_conceded() {
    for fact in &seen().facts {
        for told in PublicOrder::notices(fact) {
            assert!(!told.zh.contains("乙承认先动手"));
        }
    }
    let hidden = Case::new(Role::PoliceOfficer).tried("2026-03-02", &Command::Lapse).unwrap_err();
    assert_eq!(hidden.basis(), "治安管理处罚法(2025) 90");
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 100,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..40)) {
        course::wander::<PublicOrder>(&moves(), &picks, |state| {
            let performed = matches!(
                state.stage,
                Stage::Ended { ending: Ending::Recognised { .. }, .. }
            );
            let joint = state.application.as_ref().is_some_and(|one| one.performed_on.is_some());
            state.meetings.len() <= 2 && (!performed || joint)
        })?;
    }
}
