//! The choice of procedure, the trial limit, statement, judgment, appeal, withdrawal, transfer.

use jiefen_procedure::{ClockEffect, Procedure};
use jiefen_vocab::{Agency, Outcome};

use super::*;
use crate::filing::{Bar, Document, Elsewhere, NotCounted, Service, SmallClaims, small_claims};

fn paid() -> Case {
    let mut case = Case::filed("2026-03-02");
    case.give("2026-03-02", Command::NotifyFee { on: day("2026-03-02") });
    case.give("2026-03-03", Command::PayFee { on: day("2026-03-03") });
    case.refused("2026-03-03", Command::NotifyFee { on: day("2026-03-03") }, "FEE_SETTLED");
    case
}

fn by(track: Track, measure: Measure) -> Command {
    Command::ChooseTrack { track, measure, judge: "judge-1".into(), on: day("2026-03-03") }
}

#[test]
fn small_claims_by_the_average_wage() {
    // Half of 120,000 is 60,000; twice is 240,000.
    for (yuan, expect) in [
        (60_000, SmallClaims::Mandatory),
        (60_001, SmallClaims::ByAgreement),
        (240_000, SmallClaims::ByAgreement),
        (240_001, SmallClaims::Closed),
        (0, SmallClaims::Closed),
    ] {
        assert_eq!(small_claims(&measure(yuan)), expect, "{yuan}");
    }
    for bar in [Bar::StatusOrTitle, Bar::Foreign, Bar::Appraisal, Bar::Counterclaim] {
        let barred = Measure { bars: BTreeSet::from([bar]), ..measure(8_400) };
        assert_eq!(small_claims(&barred), SmallClaims::Closed);
        assert!(!bar.bars_summary());
    }
    let case = paid();
    let on = "2026-03-03";
    case.refused(on, by(Track::Summary, measure(60_000)), "SMALL_CLAIMS_MANDATORY");
    case.refused(on, by(Track::SmallClaims, measure(60_001)), "NOT_AGREED");
    let agreed = Measure { agreed: vec![1, 2], ..measure(60_001) };
    assert!(case.tried(on, by(Track::SmallClaims, agreed)).is_ok());
    case.refused(on, by(Track::SmallClaims, measure(240_001)), "NO_SMALL_CLAIMS");
    let missing = Measure { bars: BTreeSet::from([Bar::PartyMissing]), ..measure(8_400) };
    case.refused(on, by(Track::Summary, missing.clone()), "SUMMARY_BARRED");
    assert!(case.tried(on, by(Track::Ordinary, missing)).is_ok());
    let hard = Measure { simple: false, ..measure(300_000) };
    case.refused(on, by(Track::Summary, hard), "NOT_AGREED");
    for year in [2026, 2023] {
        let other = Measure { wage: wage(year), ..measure(8_400) };
        case.refused(on, by(Track::SmallClaims, other), "WAGE_OF_OTHER_YEAR");
    }
    // The figure of 2025 may not be out yet.
    let earlier = Measure { wage: wage(2024), ..measure(8_400) };
    assert!(case.tried(on, by(Track::SmallClaims, earlier)).is_ok());
    let nobody = Command::ChooseTrack {
        track: Track::Ordinary,
        measure: measure(300_000),
        judge: String::new(),
        on: day(on),
    };
    case.refused(on, nobody, "PERSON_WANTED");
}

#[test]
fn the_limit_runs_from_filing_also_after_conversion() {
    // Summary, filed 2 March: 2 June. Ordinary: 2 September.
    let mut case = Case::on_trial("2026-03-02", Track::Summary);
    case.refused(
        "2026-03-03",
        Command::Convert { track: Track::SmallClaims, on: day("2026-03-03") },
        "NO_CHANGE_BACK",
    );
    let convert = |on: &str| Command::Convert { track: Track::Ordinary, on: day(on) };
    case.refused("2026-06-03", convert("2026-06-03"), "LIMIT_PAST");
    case.give("2026-06-02", convert("2026-06-02"));
    let trial = case.state().trial.clone().unwrap();
    assert_eq!((trial.rule.as_str(), trial.from), ("T-E-11", day("2026-03-02")));
    case.refused("2026-06-02", choose(Track::Ordinary, "2026-06-02"), "TRACK_ALREADY_CHOSEN");
}

#[test]
fn only_the_president_extends_and_late_asking_is_a_finding() {
    let case = Case::on_trial("2026-03-02", Track::Summary);
    let extend = |months, on: &str| Command::ExtendTrial { months, on: day(on) };
    case.refused("2026-05-20", extend(1, "2026-05-20"), "PRESIDENT_ONLY");
    let ask = |months, on: &str| case.tried_as(on, extend(months, on), Role::CourtPresident);
    let late =
        |on: &str| matches!(ask(1, on).unwrap()[..], [Fact::TrialExtended { late: true, .. }]);
    assert!(!late("2026-05-23"));
    assert!(late("2026-05-24"));
    let name = |result: Result<Vec<Fact>, Refusal>| result.err().map(|refusal| refusal.name());
    assert_eq!(name(ask(1, "2026-06-03")), Some("LIMIT_PAST"));
    assert_eq!(name(ask(0, "2026-05-20")), Some("EXTENSION_EMPTY"));
    assert_eq!(name(ask(2, "2026-05-20")), Some("NO_SUCH_LIMIT"));
}

#[test]
fn time_not_counted_needs_a_listed_reason_and_proof() {
    let mut case = Case::on_trial("2026-03-02", Track::Summary);
    let stop = |on: &str, proof: &str| Command::StopTrial {
        reason: NotCounted::Appraisal,
        proof: proof.into(),
        on: day(on),
    };
    case.refused("2026-03-10", Command::ResumeTrial { to: day("2026-03-10") }, "TIME_RUNS");
    case.refused("2026-03-10", stop("2026-03-10", ""), "PROOF_WANTED");
    case.give("2026-03-10", stop("2026-03-10", "委托鉴定书"));
    case.refused("2026-03-11", stop("2026-03-11", "委托鉴定书"), "TIME_STOPPED");
    case.give("2026-03-31", Command::ResumeTrial { to: day("2026-03-31") });
    // Twenty-two days more: 24 June instead of 2 June.
    let convert = |on: &str| Command::Convert { track: Track::Ordinary, on: day(on) };
    assert!(case.tried("2026-06-24", convert("2026-06-24")).is_ok());
    case.refused("2026-06-25", convert("2026-06-25"), "LIMIT_PAST");
}

fn heard(track: Track) -> Case {
    let mut case = Case::on_trial("2026-03-02", track);
    case.refused("2026-03-02", Command::Judge { on: day("2026-03-02") }, "NOT_HEARD");
    let set = |told: &str| Command::SetHearing { on: day("2026-03-20"), told_on: day(told) };
    if track == Track::Ordinary {
        case.refused("2026-03-18", set("2026-03-18"), "HEARING_NOTICE_SHORT");
    }
    case.give("2026-03-17", set("2026-03-17"));
    case.refused("2026-03-19", Command::Judge { on: day("2026-03-19") }, "NOT_HEARD");
    case.give("2026-03-24", Command::Judge { on: day("2026-03-24") });
    case
}

#[test]
fn each_party_has_its_own_time_for_appeal() {
    let mut case = heard(Track::Ordinary);
    let serve = |party, on: &str| Command::ServeJudgment { party, on: day(on) };
    let appeal = |party, on: &str| Command::Appeal { party, on: day(on) };
    case.give("2026-03-26", serve(1, "2026-03-26"));
    case.refused("2026-03-26", serve(1, "2026-03-26"), "SERVED_ALREADY");
    case.refused("2026-03-27", appeal(2, "2026-03-27"), "NOT_SERVED");
    case.give("2026-03-30", serve(2, "2026-03-30"));
    // 26 March + 15 = 10 April; 30 March + 15 = 14 April.
    case.refused("2026-04-11", appeal(1, "2026-04-11"), "APPEAL_TOO_LATE");
    case.refused("2026-04-10", Command::AppealTimePassed { party: 1 }, "APPEAL_TIME_RUNS");
    case.give("2026-04-11", Command::AppealTimePassed { party: 1 });
    case.refused("2026-04-11", Command::AppealTimePassed { party: 1 }, "APPEAL_TOO_LATE");
    let expired = Filing::expired(case.state(), "appeal:2");
    assert_eq!(expired, Some(Command::AppealTimePassed { party: 2 }));
    let mut appealed = case.clone();
    appealed.give("2026-04-14", appeal(2, "2026-04-14"));
    assert_eq!(appealed.state().outcome(), Some(Outcome::Transferred));
    case.give("2026-04-15", Command::AppealTimePassed { party: 2 });
    assert_eq!(Filing::outline(case.state()).state, "final");
    assert_eq!(case.state().outcome(), Some(Outcome::Decided));
}

#[test]
fn small_claims_are_final() {
    let mut case = heard(Track::SmallClaims);
    let serve = |party| Command::ServeJudgment { party, on: day("2026-03-26") };
    case.give("2026-03-26", serve(1));
    let appeal = Command::Appeal { party: 1, on: day("2026-03-27") };
    case.refused("2026-03-27", appeal, "ONE_INSTANCE");
    case.refused("2026-04-30", Command::AppealTimePassed { party: 1 }, "ONE_INSTANCE");
    case.give("2026-03-26", serve(2));
    assert_eq!(Filing::outline(case.state()).state, "final");
}

#[test]
fn a_statement_may_be_retracted_before_it_is_signed_for() {
    let mut case = Case::on_trial("2026-03-02", Track::Summary);
    let on = day("2026-03-05");
    case.refused("2026-03-05", Command::ServeStatement { party: 1, on }, "NO_STATEMENT");
    case.refused("2026-03-05", Command::MakeStatement { agreed: vec![1], on }, "NOT_AGREED");
    case.give("2026-03-05", Command::MakeStatement { agreed: vec![1, 2], on });
    case.refused("2026-03-05", Command::Judge { on }, "STATEMENT_PENDING");
    case.give("2026-03-05", Command::ServeStatement { party: 1, on });
    case.refused("2026-03-05", Command::RetractStatement { party: 1, on }, "SERVED_ALREADY");
    case.give("2026-03-05", Command::RetractStatement { party: 2, on });
    assert_eq!(Filing::outline(case.state()).state, "on_trial");
}

#[test]
fn after_filing_withdrawal_needs_leave() {
    let mut case = Case::on_trial("2026-03-02", Track::Summary);
    let on = day("2026-03-05");
    case.refused("2026-03-05", Command::AllowWithdrawal { on }, "WITHDRAWAL_NOT_ASKED");
    case.give("2026-03-05", Command::AskWithdrawal { on });
    case.refused("2026-03-05", Command::AskWithdrawal { on }, "WITHDRAWAL_PENDING");
    case.refused("2026-03-05", Command::Judge { on }, "WITHDRAWAL_PENDING");
    case.give("2026-03-05", Command::RefuseWithdrawal { on });
    case.give("2026-03-06", Command::AskWithdrawal { on: day("2026-03-06") });
    case.give("2026-03-06", Command::AllowWithdrawal { on: day("2026-03-06") });
    assert_eq!(case.state().outcome(), Some(Outcome::Withdrawn));
}

#[test]
fn a_complaint_served_starts_that_defendants_own_days() {
    let mut case = Case::filed("2026-03-02");
    let service = |document, party| Service {
        document,
        party,
        on: day("2026-03-05"),
        manner: "signed".into(),
    };
    let facts =
        case.give("2026-03-05", Command::Serve { service: service(Document::Complaint, 2) });
    let own = ClockEffect::Start {
        key: "defence:2".into(),
        rule: "T-E-04.defence".into(),
        from: day("2026-03-05"),
    };
    assert!(Filing::clocks(&facts[0]).contains(&own));
    let defence = |party| Command::ReceiveDefence { party, on: day("2026-03-09") };
    case.refused("2026-03-09", defence(1), "NOT_DEFENDANT");
    case.give("2026-03-09", defence(2));
    let back = Command::Serve { service: service(Document::Defence { of: 2 }, 1) };
    let facts = case.give("2026-03-09", back);
    assert_eq!(Filing::clocks(&facts[0]), [ClockEffect::Met { key: "reply_copy:2".into() }]);
}

#[test]
fn a_case_leaves_for_the_competent_court_or_the_payment_order() {
    let on = day("2026-03-05");
    let to = |to| Command::Transfer { to, on };
    let court: Agency = "640104.court".parse().unwrap();
    let own: Agency = "640122.court".parse().unwrap();
    let filed = Case::filed("2026-03-02");
    assert!(filed.tried("2026-03-05", to(Elsewhere::PaymentOrder)).is_ok());
    assert!(filed.tried("2026-03-05", to(Elsewhere::OtherCourt { court })).is_ok());
    filed.refused("2026-03-05", to(Elsewhere::OtherCourt { court: own }), "OWN_COURT");
    filed.refused("2026-03-05", Command::Judge { on }, "TRACK_NOT_CHOSEN");
    let tried = Case::on_trial("2026-03-02", Track::Summary);
    tried.refused("2026-03-05", to(Elsewhere::PaymentOrder), "TRACK_ALREADY_CHOSEN");
}
