//! The law of traffic mediation, as tables and as the plan's scenarios.

use std::sync::OnceLock;

use jiefen_procedure::Procedure;
use jiefen_procedure::kit::{Seen, day};
use jiefen_procedure::matrix::{Present, Standing as Runs, ended_by};
use jiefen_vocab::{DisputeKind, Outcome, Role, TrackKind};
use proptest::prelude::*;

use super::samples::{accident, agree, begun, lines, moves, open, request, sitting};
use super::{
    Command, Ending, Fact, Harm, JointRequest, Over, Stage, Standing, StartFact, Traffic, losses,
};
use crate::course::{self, Course, started};
use crate::sample_draft::draft;
use crate::session::{Mode, Sitting};

type Case = Course<Traffic>;

/// The certificate, received by both on a day.
fn served(surveyed: &str, received: &str) -> Case {
    let mut case = Case::new(Role::PoliceOfficer);
    case.give(surveyed, open(day(surveyed)));
    case.give(received, Command::Certify { on: day(received) });
    case.give(received, Command::Serve { party: 1, on: day(received) });
    case.give(received, Command::Serve { party: 2, on: day(received) });
    case
}

fn ask(harms: &[(u32, Harm)], on: &str) -> Command {
    Command::Request { request: request(harms, day(on)) }
}

fn fix(loss: u32, fact: StartFact, on: &str) -> Command {
    Command::FixStart { loss, fact, on: day(on) }
}

fn injured() -> Case {
    let mut case = served("2026-03-02", "2026-03-11");
    case.give("2026-03-16", ask(&[(1, Harm::Injury)], "2026-03-16"));
    case
}

/// S04: the certificate is due ten days after the survey, on 12 March.
#[test]
fn s04_the_certificate_is_due_ten_days_after_the_survey() {
    let mut case = Case::new(Role::PoliceOfficer);
    let facts = case.give("2026-03-02", open(day("2026-03-02")));
    let (rule, from) = started::<Traffic>(&facts, "certificate").unwrap();
    let due =
        jiefen_terms::Law::shipped().due(&jiefen_terms::Query::new(rule.as_str(), from)).unwrap();
    assert_eq!(due.due.day(), day("2026-03-12"));
    case.give("2026-03-05", Command::BeginTests { on: day("2026-03-05") });
    case.refused("2026-03-06", Command::Certify { on: day("2026-03-06") }, "TESTS_RUN");
    let facts = case.give("2026-03-20", Command::EndTests { on: day("2026-03-20") });
    let clock = started::<Traffic>(&facts, "certificate").unwrap();
    assert_eq!(clock, ("T-O-01.tests".to_owned(), day("2026-03-20")));
}

/// S04 tells the parties 23 March (ten days, rolled); the ministry's ten working days end on 25 March,
/// and only then the right is lost.
#[test]
fn s04_the_joint_request_is_lost_only_after_ten_working_days() {
    let case = served("2026-03-02", "2026-03-11");
    for in_time in ["2026-03-16", "2026-03-23", "2026-03-25"] {
        assert!(case.tried(in_time, &ask(&[(1, Harm::Injury)], in_time)).is_ok(), "{in_time}");
    }
    case.refused("2026-03-26", ask(&[(1, Harm::Injury)], "2026-03-26"), "REQUEST_LATE");
    let mut silent = case.fork();
    silent.lapses("request", "2026-03-25", "2026-03-26");
    assert_eq!(silent.at(), "no_request");
}

#[test]
fn the_parties_are_told_the_earlier_and_safe_day() {
    let mut case = Case::new(Role::PoliceOfficer);
    case.give("2026-03-02", open(day("2026-03-02")));
    case.give("2026-03-10", Command::Certify { on: day("2026-03-10") });
    let first = case.give("2026-03-10", Command::Serve { party: 1, on: day("2026-03-10") });
    assert!(started::<Traffic>(&first, "request").is_none());
    // The insurer, called in as third, does not have to receive it; the window runs from the last receipt.
    let facts = case.give("2026-03-11", Command::Serve { party: 2, on: day("2026-03-11") });
    assert_eq!(started::<Traffic>(&facts, "request").unwrap().1, day("2026-03-11"));
    let told: Vec<_> = facts.iter().flat_map(Traffic::notices).filter_map(|t| t.rule).collect();
    assert_eq!(told, ["T-O-02", "T-O-01.object"]);
}

#[test]
fn one_party_alone_cannot_ask() {
    let case = served("2026-03-02", "2026-03-11");
    let alone =
        JointRequest { signed: vec![1], ..request(&[(1, Harm::Injury)], day("2026-03-12")) };
    case.refused("2026-03-12", Command::Request { request: alone }, "NOT_JOINT");
}

/// S04: requested on 16 March while the victim is in treatment; treatment ends on 27 April: until 7 May
/// (vector V26), with the statement on 6 May and payment on 15 May.
#[test]
fn s04_mediation_runs_from_the_end_of_treatment() {
    let mut case = injured();
    assert!(!case.clocks.contains("mediate:1"));
    case.refused(
        "2026-03-20",
        agree(&[1], draft(day("2026-03-20"), 1), day("2026-03-20")),
        "NOT_STARTED",
    );
    let facts = case.give("2026-04-27", fix(1, StartFact::TreatmentEnded, "2026-04-27"));
    let clock = started::<Traffic>(&facts, "mediate:1").unwrap();
    assert_eq!(clock, ("T-O-03".to_owned(), day("2026-04-27")));
    let statement = |on: &str| agree(&[1], draft(day("2026-05-20"), 1), day(on));
    assert!(case.tried("2026-05-07", &statement("2026-05-07")).is_ok());
    case.refused("2026-05-08", statement("2026-05-08"), "PAST_TERM");
    let mut over = case.fork();
    over.lapses("mediate:1", "2026-05-07", "2026-05-08");
    assert_eq!(over.state().outcome(), Some(Outcome::Failed));
    case.give("2026-05-06", statement("2026-05-06"));
    let paid = Command::RecordPerformance { no: 1, on: day("2026-05-15"), proof: "转账".into() };
    case.give("2026-05-15", paid);
    assert_eq!(case.state().outcome(), Some(Outcome::Performed));
}

/// S04.4: the victim sues on 4 May; the police mediation ends, and the matrix says the same.
#[test]
fn s04_a_suit_ends_the_police_mediation_the_same_day() {
    let mut case = injured();
    case.give("2026-04-27", fix(1, StartFact::TreatmentEnded, "2026-04-27"));
    let facts = case.give("2026-05-04", Command::NoteSuit { on: day("2026-05-04") });
    assert_eq!(case.at(), "sued");
    let told = facts.iter().flat_map(Traffic::notices).last().unwrap();
    assert!(told.zh.contains("人民法院委托调解"), "{}", told.zh);
    case.refused("2026-05-04", Command::Lapse { loss: 1 }, "ALREADY_ENDED");
    let present =
        Present::of(DisputeKind::Traffic).track(TrackKind::PoliceMediation, Runs::Running);
    let ended = ended_by(&present, TrackKind::Litigation);
    assert!(ended.iter().any(|one| one.track == TrackKind::PoliceMediation));
    let sued = JointRequest { sued: true, ..request(&[(1, Harm::Injury)], day("2026-03-12")) };
    served("2026-03-02", "2026-03-11").refused(
        "2026-03-12",
        Command::Request { request: sued },
        "TRAFFIC_SUIT_ENDS_POLICE_MEDIATION",
    );
}

/// S04.5: one victim with property loss and injury: one case, two start facts, two clocks.
#[test]
fn s04_two_losses_have_two_start_facts_in_one_case() {
    let mut case = served("2026-03-02", "2026-03-11");
    case.give("2026-03-16", ask(&[(1, Harm::Property), (2, Harm::Injury)], "2026-03-16"));
    case.refused("2026-03-16", fix(1, StartFact::TreatmentEnded, "2026-03-16"), "WRONG_START_FACT");
    case.give("2026-03-17", fix(1, StartFact::LossFixed, "2026-03-17"));
    case.refused("2026-03-18", fix(1, StartFact::LossFixed, "2026-03-18"), "STARTED_ALREADY");
    assert!(case.clocks.contains("mediate:1") && case.clocks.contains("wait:2"));
    case.lapses("mediate:1", "2026-03-27", "2026-03-28");
    assert_eq!(case.at(), "mediating");
    case.role = Role::PoliceOfficer;
    case.give("2026-04-27", fix(2, StartFact::DisabilityRated, "2026-04-27"));
    case.give("2026-05-06", agree(&[2], draft(day("2026-05-20"), 1), day("2026-05-06")));
    assert_eq!(case.at(), "performing");
    let over = Standing::Over { why: Over::TermOver };
    assert_eq!(case.state().losses[0].standing, over);
    assert_eq!(case.state().losses[1].standing, Standing::Settled);
}

/// 道路交通事故处理程序规定 90(2): the start fact lay before the request.
#[test]
fn an_earlier_start_fact_counts_from_the_request() {
    let mut case = served("2026-03-02", "2026-03-11");
    case.give("2026-03-16", ask(&[(1, Harm::Property)], "2026-03-16"));
    let facts = case.give("2026-03-17", fix(1, StartFact::LossFixed, "2026-03-05"));
    assert_eq!(started::<Traffic>(&facts, "mediate:1").unwrap().1, day("2026-03-16"));
}

#[test]
fn a_suit_over_the_rest_leaves_a_signed_statement_standing() {
    let mut case = served("2026-03-02", "2026-03-11");
    case.give("2026-03-16", ask(&[(1, Harm::Property), (2, Harm::Death)], "2026-03-16"));
    case.give("2026-03-16", fix(1, StartFact::LossFixed, "2026-03-16"));
    case.give("2026-03-17", agree(&[1], draft(day("2026-04-01"), 1), day("2026-03-17")));
    case.refused("2026-03-18", fix(2, StartFact::LossFixed, "2026-03-18"), "WRONG_START_FACT");
    case.give("2026-03-18", Command::NoteSuit { on: day("2026-03-18") });
    assert_eq!(case.at(), "performing");
    case.refused("2026-03-19", Command::NoteSuit { on: day("2026-03-19") }, "STATEMENT_BINDS");
    let breach = |on: &str, declared| Command::ReportBreach { no: 1, on: day(on), declared };
    case.refused("2026-04-01", breach("2026-04-01", false), "NOT_YET_DUE");
    let facts = case.give("2026-04-02", breach("2026-04-02", false));
    assert_eq!(case.at(), "broken");
    assert!(facts.iter().flat_map(Traffic::notices).any(|told| told.zh.contains("起诉")));
}

/// T-O-04 and 112(5): told three working days before.
#[test]
fn the_parties_are_told_of_a_session_three_working_days_before() {
    let mut case = injured();
    case.give("2026-04-27", fix(1, StartFact::TreatmentEnded, "2026-04-27"));
    let set = |on: &str| Command::Schedule {
        on: day(on),
        place: "快处快赔中心".into(),
        mode: Mode::Together,
    };
    // Between 28 April and 6 May lie three working days and the holiday.
    assert!(case.tried("2026-04-28", &set("2026-05-06")).is_ok());
    case.refused("2026-04-29", set("2026-05-06"), "NOTICE_TOO_SHORT");
    case.refused("2026-04-28", set("2026-05-08"), "PAST_TERM");
    case.refused("2026-04-28", set("2026-04-27"), "SESSION_IN_PAST");
}

#[test]
fn at_most_three_people_come_on_a_side_and_minors_with_a_guardian() {
    let mut case = Case::along(&begun(day("2026-03-02")));
    let on = day("2026-03-03");
    let held = |session, people_a_side| Command::HoldSession { session, people_a_side };
    case.refused("2026-03-03", held(sitting(on), 4), "TOO_MANY_PEOPLE");
    assert!(case.tried("2026-03-03", &held(sitting(on), 3)).is_ok());
    case.state.as_mut().unwrap().brief.parties[0].minor = true;
    case.refused("2026-03-03", held(sitting(on), 3), "GUARDIAN_ABSENT");
    let guarded = Sitting { guardians: vec![1], ..sitting(on) };
    assert!(case.tried("2026-03-03", &held(guarded, 3)).is_ok());
}

#[test]
fn a_review_opens_the_request_anew_or_leads_to_a_new_certificate() {
    let mut case = served("2026-03-02", "2026-03-11");
    let review = |on: &str| Command::BeginReview { on: day(on) };
    case.refused("2026-03-17", review("2026-03-17"), "REVIEW_LATE");
    case.give("2026-03-16", review("2026-03-16"));
    case.refused("2026-03-18", ask(&[(1, Harm::Injury)], "2026-03-18"), "REVIEW_RUNS");
    let mut anew = case.fork();
    anew.give("2026-04-10", Command::EndReview { upheld: false, on: day("2026-04-10") });
    assert_eq!(anew.at(), "surveyed");
    assert!(anew.state().received.is_empty());
    case.give("2026-04-10", Command::EndReview { upheld: true, on: day("2026-04-10") });
    case.refused("2026-04-13", review("2026-04-13"), "ACCIDENT_REVIEW_ONCE");
    assert!(case.tried("2026-04-24", &ask(&[(1, Harm::Injury)], "2026-04-24")).is_ok());
    case.refused("2026-04-27", ask(&[(1, Harm::Injury)], "2026-04-27"), "REQUEST_LATE");
}

/// 道路交通事故处理程序规定 85(2): three working days after people's mediation has failed.
#[test]
fn after_peoples_mediation_the_parties_have_three_working_days() {
    let came = |ended_on: &str| Command::OpenAfterMediation {
        brief: accident(day("2026-03-02")).into(),
        officer: "officer-1".into(),
        ended_on: day(ended_on),
    };
    let new = Case::new(Role::PoliceOfficer);
    new.refused("2026-04-29", came("2026-04-23"), "REQUEST_LATE");
    let mut case = Case::new(Role::PoliceOfficer);
    case.give("2026-04-28", came("2026-04-23"));
    assert!(case.tried("2026-04-28", &ask(&[(1, Harm::Injury)], "2026-04-28")).is_ok());
    case.lapses("request", "2026-04-28", "2026-04-29");
}

#[test]
fn leaving_or_staying_away_ends_what_is_still_open() {
    for (command, why) in [
        (Command::Withdraw { party: 2 }, Over::Withdrawn),
        (Command::NoteAbsence { party: 2, on: day("2026-03-20") }, Over::Absent),
    ] {
        let mut case = injured();
        let facts = case.give("2026-03-20", command);
        let ended = Fact::Ended { ending: Ending::Over { why }, on: day("2026-03-20") };
        assert_eq!(facts.last(), Some(&ended));
        assert!(facts.iter().flat_map(Traffic::notices).any(|told| told.zh.contains("起诉")));
    }
}

fn seen() -> &'static Seen<Traffic> {
    static SEEN: OnceLock<Seen<Traffic>> = OnceLock::new();
    SEEN.get_or_init(|| course::whole(&moves(), &lines(), include_str!("rows.rs")))
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    assert!(seen().states.len() > 20);
}

/// I9: what was said in a session is in no notice.
#[test]
fn no_notice_tells_what_was_conceded() {
    let told = seen().facts.iter().flat_map(Traffic::notices);
    assert!(told.into_iter().all(|told| !told.zh.contains("七成")));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 100,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..60)) {
        course::wander::<Traffic>(&moves(), &picks, |state| {
            let open = state.losses.iter().any(losses::is_open);
            let performing = state.stage == Stage::Performing;
            let mediating = state.stage == Stage::Mediating;
            (open == mediating) && (!performing || !state.owed().is_empty())
        })?;
    }
}
