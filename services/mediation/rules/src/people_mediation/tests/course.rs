//! Beginning, consent, sessions, term, ending.

use jiefen_procedure::Procedure;
use jiefen_vocab::{Flag, Outcome};

use super::*;
use crate::people_mediation::{Danger, Decline, Ending, Stage};

const D: DisputeKind = DisputeKind::ContractDebt;

fn open(brief: jiefen_procedure::Brief, by: Beginning, on: &str) -> Command {
    Command::Open { brief: brief.into(), by, on: day(on) }
}

#[test]
fn what_may_be_opened() {
    let new = Case { state: None, facts: Vec::new() };
    let on = "2026-09-01";
    let good = || brief(D, ROUTE, day(on));
    assert!(new.tried(on, open(good(), Beginning::OwnInitiative, on)).is_ok());
    new.refused("2026-08-31", open(good(), Beginning::HandOff, on), "DATE_IN_FUTURE");
    new.refused(on, open(good(), Beginning::HandOff, "2026-08-31"), "DATE_TOO_EARLY");
    let official = brief(DisputeKind::Administrative, ROUTE, day(on));
    new.refused(on, open(official, Beginning::HandOff, on), "NOT_CIVIL");
    let petition = brief(D, TrackKind::Petition, day(on));
    new.refused(on, open(petition, Beginning::HandOff, on), "OTHER_ROUTE");
    let mut alone = good();
    alone.parties.pop();
    new.refused(on, open(alone, Beginning::HandOff, on), "TWO_PARTIES_NEEDED");
    let stranger = Beginning::Application { party: 9 };
    new.refused(on, open(good(), stranger, on), "NO_SUCH_PARTY");
    new.refused(on, accept(on), "NOT_BEGUN");
    Case::begin(D, on).refused(on, open(good(), Beginning::HandOff, on), "ALREADY_BEGUN");
}

#[test]
fn an_application_is_the_applicants_consent() {
    let on = "2026-09-01";
    let mut case = Case { state: None, facts: Vec::new() };
    case.give(on, open(brief(D, ROUTE, day(on)), Beginning::Application { party: 1 }, on));
    assert_eq!(case.state().without_consent(), Some(2));
    case.refused(on, accept(on), "CONSENT_MISSING");
    case.give(
        "2026-09-02",
        Command::GiveConsent { party: 2, on: day("2026-09-02"), how: "phone".into() },
    );
    case.refused("2026-09-02", accept(on), "DATE_TOO_EARLY");
    case.give("2026-09-02", accept("2026-09-02"));
    case.refused("2026-09-02", accept("2026-09-02"), "ALREADY_ACCEPTED");
    case.refused(
        "2026-09-03",
        Command::Withdraw { party: 2, on: day("2026-09-03") },
        "NOT_APPLICANT",
    );
    case.give("2026-09-03", Command::Withdraw { party: 1, on: day("2026-09-03") });
    assert_eq!(case.state().outcome(), Some(Outcome::Withdrawn));
    case.refused("2026-09-03", hold("2026-09-03"), "ALREADY_ENDED");
}

#[test]
fn one_clear_refusal_keeps_it_from_beginning() {
    let on = "2026-09-01";
    let mut said_no = brief(D, ROUTE, day(on));
    said_no.consents = vec![consent(1, ROUTE, true, day(on)), consent(2, ROUTE, false, day(on))];
    let mut case = Case { state: None, facts: Vec::new() };
    case.give(on, open(said_no, Beginning::HandOff, on));
    assert_eq!(PeopleMediation::outline(case.state()).state, "not_begun");
    assert_eq!(case.state().outcome(), Some(Outcome::Refused));

    let mut case = Case::begin(D, on);
    case.give(on, Command::RefuseConsent { party: 2, on: day(on), how: "counter".into() });
    assert!(matches!(
        case.state().stage,
        Stage::Ended { ending: Ending::PartyRefused { party: 2 }, .. }
    ));
}

#[test]
fn no_session_without_live_consent_and_withdrawal_ends_it_the_same_day() {
    let mut case = Case::accepted(D, "2026-09-01");
    case.give("2026-09-04", hold("2026-09-03"));
    let facts = case.give("2026-09-07", Command::WithdrawConsent { party: 2, how: "phone".into() });
    assert_eq!(
        facts.last(),
        Some(&Fact::Ended {
            ending: Ending::ConsentWithdrawn { party: 2 },
            on: day("2026-09-07"),
            open: Vec::new(),
            kind: D,
            track: Some(TrackKind::PeopleMediation),
        })
    );
    case.refused("2026-09-08", hold("2026-09-08"), "ALREADY_ENDED");
}

#[test]
fn acceptance_has_its_guards() {
    let on = "2026-09-01";
    let with = |checks: Checks| Command::Accept { on: day(on), mediator: "m-1".into(), checks };
    let case = Case::begin(DisputeKind::Medical, on);
    let good = checks();
    case.refused(on, with(Checks { rights_told: false, ..good }), "RIGHTS_NOT_TOLD");
    case.refused(on, with(Checks { hospital_notices: false, ..good }), "HOSPITAL_NOTICES");
    case.refused(on, with(Checks { not_handled_elsewhere: false, ..good }), "HANDLED_ELSEWHERE");
    let nobody = Command::Accept { on: day(on), mediator: " ".into(), checks: good };
    case.refused(on, nobody, "MEDIATOR_WANTED");
    let mut flagged = Case::begin(D, on);
    flagged.state.as_mut().unwrap().brief.flags.insert(Flag::SafetyAlert);
    flagged.refused(on, with(good), "VIOLENCE_SAFETY_FIRST");
    flagged.give(on, with(Checks { safety_cleared: true, ..good }));
    flagged.refused(on, hold(on), "FACE_TO_FACE");
    let mut barred = Case::begin(D, on);
    barred.state.as_mut().unwrap().brief.flags.insert(Flag::NotMediable);
    barred.refused(on, with(good), "NOT_SUITED_TO_MEDIATION");
    barred.give(on, Command::Decline { on: day(on), ground: Decline::NotMediable });
    assert_eq!(barred.state().outcome(), Some(Outcome::Refused));
}

#[test]
fn a_mediator_whom_a_party_does_not_accept_steps_back() {
    let mut case = Case::accepted(D, "2026-09-01");
    case.give("2026-09-02", Command::ObjectMediator { party: 1, on: day("2026-09-02") });
    case.refused("2026-09-03", hold("2026-09-03"), "MEDIATOR_WANTED");
    let choose = |who: &str| Command::ChooseMediator {
        mediator: who.into(),
        on: day("2026-09-03"),
        by_parties: true,
    };
    case.refused("2026-09-03", choose("m-1"), "MEDIATOR_NOT_ACCEPTED");
    case.give("2026-09-03", choose("m-2"));
    case.give("2026-09-03", hold("2026-09-03"));
    assert_eq!(case.state().mediator.as_deref(), Some("m-2"));
}

#[test]
fn a_minor_comes_with_a_guardian() {
    let mut case = Case::accepted(DisputeKind::Campus, "2026-09-01");
    case.state.as_mut().unwrap().brief.parties[1].minor = true;
    case.refused("2026-09-03", hold("2026-09-03"), "GUARDIAN_ABSENT");
    let session = Sitting { guardians: vec![2], ..sitting("2026-09-03", &[1, 2]) };
    case.give("2026-09-03", Command::HoldSession { session });
}

#[test]
fn the_term_is_one_month_and_the_last_day_is_in_time() {
    // Accepted 1 September: the month ends on 1 October, a holiday, so on 8 October.
    let case = Case::accepted(D, "2026-09-01");
    assert!(case.tried("2026-10-08", hold("2026-10-08")).is_ok());
    case.refused("2026-10-09", hold("2026-10-09"), "PAST_TERM");
    case.refused("2026-10-08", Command::Lapse, "TERM_RUNS");
    let lapsed = case.tried("2026-10-09", Command::Lapse).unwrap();
    assert!(matches!(lapsed[..], [Fact::Ended { ending: Ending::TermOver, .. }]));
    let extend = |units, agreed: &[u32], on: &str| Command::Extend {
        units,
        agreed: agreed.to_vec(),
        on: day(on),
    };
    case.refused("2026-10-08", extend(1, &[1], "2026-10-08"), "NOT_AGREED");
    case.refused("2026-10-08", extend(0, &[1, 2], "2026-10-08"), "EXTENSION_EMPTY");
    case.refused("2026-10-09", extend(1, &[1, 2], "2026-10-09"), "PAST_TERM");
    let mut longer = Case::accepted(D, "2026-09-01");
    longer.give("2026-10-08", extend(1, &[1, 2], "2026-10-08"));
    assert!(longer.tried("2026-11-02", hold("2026-11-02")).is_ok());
    longer.refused("2026-11-03", hold("2026-11-03"), "PAST_TERM");
}

#[test]
fn sessions_are_set_within_the_term() {
    let case = Case::accepted(D, "2026-09-01");
    let set = |on: &str| Command::ScheduleSession {
        on: day(on),
        place: "调解室".into(),
        mode: Mode::Video,
    };
    case.refused("2026-09-02", set("2026-09-01"), "SESSION_IN_PAST");
    case.refused("2026-09-02", set("2026-10-09"), "PAST_TERM");
    assert!(case.tried("2026-09-02", set("2026-10-08")).is_ok());
    let nobody = Command::HoldSession { session: sitting("2026-09-02", &[]) };
    case.refused("2026-09-02", nobody, "NOBODY_PRESENT");
    case.refused("2026-09-02", hold("2026-09-03"), "DATE_IN_FUTURE");
}

#[test]
fn a_labour_matter_runs_fifteen_days_from_the_application() {
    let mut case = Case::begin(DisputeKind::Labour, "2026-09-01");
    case.give("2026-09-03", accept("2026-09-03"));
    assert!(case.tried("2026-09-16", hold("2026-09-16")).is_ok());
    case.refused("2026-09-17", hold("2026-09-17"), "PAST_TERM");
}

/// S03: medical, 30 working days less the appraisal; deemed failed at the end; a suit ends it.
#[test]
fn s03_medical() {
    let medical = || Case::accepted(DisputeKind::Medical, "2026-09-01");
    medical().refused("2026-10-19", Command::Lapse, "TERM_RUNS");
    let lapsed = medical().tried("2026-10-20", Command::Lapse).unwrap();
    assert!(matches!(lapsed[..], [Fact::Ended { ending: Ending::DeemedFailed, .. }]));

    let mut case = medical();
    case.refused("2026-09-10", Command::EndAppraisal { on: day("2026-09-10") }, "NO_APPRAISAL");
    case.give("2026-09-10", Command::BeginAppraisal { on: day("2026-09-10") });
    case.refused("2026-09-11", Command::BeginAppraisal { on: day("2026-09-11") }, "APPRAISAL_RUNS");
    case.refused("2026-11-30", Command::Lapse, "APPRAISAL_RUNS");
    case.give("2026-10-20", Command::EndAppraisal { on: day("2026-10-20") });
    case.refused("2026-11-23", Command::Lapse, "TERM_RUNS");
    assert!(case.tried("2026-11-24", Command::Lapse).is_ok());

    let sued = medical().tried("2026-09-21", Command::EndForSuit { on: day("2026-09-21") });
    assert!(matches!(sued.unwrap()[..], [Fact::Ended { ending: Ending::SuitAccepted, .. }]));
    let debt = Case::accepted(D, "2026-09-01");
    debt.refused("2026-09-21", Command::EndForSuit { on: day("2026-09-21") }, "SUIT_NO_BAR");
    debt.refused(
        "2026-09-21",
        Command::BeginAppraisal { on: day("2026-09-21") },
        "APPRAISAL_COUNTS",
    );
}

#[test]
fn a_danger_is_reported_at_once_and_may_end_it() {
    let report =
        |ends| Command::ReportDanger { found_on: day("2026-09-02"), danger: Danger::Crime, ends };
    let mut case = Case::accepted(D, "2026-09-01");
    let facts = case.give("2026-09-02", report(false));
    assert!(matches!(facts[..], [Fact::DangerReported { danger: Danger::Crime, .. }]));
    case.give("2026-09-02", report(true));
    assert_eq!(case.state().outcome(), Some(Outcome::Transferred));
}

#[test]
fn every_ending_without_result_tells_the_routes() {
    let mut case = Case::accepted(DisputeKind::Labour, "2026-09-01");
    let facts = case.give("2026-09-10", Command::EndFailed { on: day("2026-09-10") });
    let notices: Vec<_> = facts.iter().flat_map(PeopleMediation::notices).collect();
    assert_eq!(notices.len(), 1);
    assert_eq!(notices[0].form, "remedies");
    assert_eq!(notices[0].rule.as_deref(), Some("T-H-05"));
    assert!(notices[0].to.is_empty());
}
