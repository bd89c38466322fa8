//! The law of the trial, as tables and as the plan's scenarios.

use jiefen_procedure::term::Standstill;
use jiefen_procedure::{ClockEffect, Procedure};
use jiefen_vocab::{Outcome, Role};
use jiff::civil::Date;
use proptest::prelude::*;

use super::samples::*;
use super::*;
use crate::filing::{Bar, Measure, SmallClaims};
use crate::testing::{Case, at_random, due, walked};
use jiefen_procedure::kit::{self, day};

type Suit = Case<Trial>;

fn opened(opening: Opening, on: &str) -> Suit {
    let mut case = Suit::new();
    case.give(on, open(opening, on));
    case
}

fn last_day(state: &State, today: &str) -> Date {
    let actor = kit::actor(Role::Judge);
    let now = jiefen_vocab::Moment::from_local(day(today).at(10, 0, 0, 0));
    let law = jiefen_terms::Law::shipped();
    state.term.last_day(&Circumstances { now, actor: &actor, law }).unwrap().unwrap()
}

fn convert(track: Track, change: Change, on: &str) -> Command {
    Command::Convert { track, change, agreed: vec![1, 2], on: day(on) }
}

fn extend(months: u32, by: Approver, on: &str) -> Command {
    Command::ExtendTrial { months, by, agreed: vec![1, 2], on: day(on) }
}

fn hear(case: &mut Suit, told_on: &str, on: &str, present: &[u32]) {
    case.give(told_on, Command::SetHearing { on: day(on), told_on: day(told_on) });
    case.give(on, held(on, present));
}

fn judge(on: &str) -> Command {
    Command::Decide { what: Decided::Judgment, on: day(on) }
}

/// S07: small claims after failed mediation: two months from filing and thirty days more, 27 May; the
/// fast team's target lies inside; one instance.
#[test]
fn s07_small_claims_until_27_may_and_final() {
    let mut case = opened(s07(), "2026-04-15");
    assert_eq!(due("T-E-08", "2026-02-27"), day("2026-04-27"));
    assert_eq!(last_day(case.state(), "2026-04-15"), day("2026-05-27"));
    case.give("2026-04-15", Command::SetFastTrack { fast: true, on: day("2026-04-15") });
    case.expire("2026-04-16", "target");
    assert!(!case.state().fast, "the target has passed, the limit has not");
    hear(&mut case, "2026-04-16", "2026-05-20", &[1, 2]);
    case.give("2026-05-27", judge("2026-05-27"));
    let serve = |party| Command::ServeDecision { party, on: day("2026-05-28") };
    let facts = case.give("2026-05-28", serve(1));
    assert!(Trial::notices(&facts[0])[0].zh.contains("一审终审"));
    case.refused("2026-05-28", Command::Appeal { party: 1, on: day("2026-05-28") }, "ONE_INSTANCE");
    case.give("2026-05-28", serve(2));
    assert_eq!((case.at(), case.state().outcome()), ("final", Some(Outcome::Decided)));
}

/// S07, variant; and the plaintiff who stays away: treated as withdrawn, the dispute is not resolved.
#[test]
fn no_fee_and_no_show_are_treated_as_withdrawn() {
    let mut case = opened(from_order(), "2026-03-02");
    assert_eq!(due("T-E-02.fee", "2026-03-02"), day("2026-03-09"));
    case.refused("2026-03-09", Command::DeemUnpaid, "FEE_TIME_RUNS");
    case.refused("2026-03-09", judge("2026-03-09"), "FEE_DUE");
    let mut paid = case.clone();
    case.expire("2026-03-10", "fee");
    assert_eq!((case.at(), case.state().outcome()), ("fee_unpaid", Some(Outcome::Withdrawn)));
    paid.give("2026-03-09", Command::SettleFee { on: day("2026-03-09") });
    paid.refused(
        "2026-03-09",
        Command::SetHearing { on: day("2026-03-16"), told_on: day("2026-03-09") },
        "NOT_SERVED",
    );
    paid.give("2026-03-09", Command::ServeComplaint { party: 2, on: day("2026-03-09") });
    let mut with = paid.clone();
    with.give("2026-03-10", Command::FileCounterclaim { party: 2, on: day("2026-03-10") });
    let absent = Command::DeemAbsent { on: day("2026-03-16") };
    hear(&mut paid, "2026-03-12", "2026-03-16", &[2]);
    hear(&mut with, "2026-03-12", "2026-03-16", &[2]);
    with.refused("2026-03-16", absent.clone(), "COUNTERCLAIM_STANDS");
    with.may("2026-03-16", judge("2026-03-16"));
    let facts = paid.give("2026-03-16", absent);
    assert_eq!((paid.at(), paid.state().outcome()), ("absent", Some(Outcome::Withdrawn)));
    assert!(Trial::notices(&facts[0])[0].zh.contains("再次起诉"));
}

/// The thresholds of small claims, and both sides of 1 January 2022.
#[test]
fn small_claims_by_amount_and_by_the_law_of_the_day_of_filing() {
    let now = |yuan| small_claims_on(&measure(yuan, 2025), day("2026-02-27"));
    assert_eq!(now(50_000), SmallClaims::Mandatory);
    assert_eq!(now(50_001), SmallClaims::ByAgreement);
    assert_eq!(now(200_000), SmallClaims::ByAgreement);
    assert_eq!(now(200_001), SmallClaims::Closed);
    let on = |yuan, day_of: &str| small_claims_on(&measure(yuan, 2020), day(day_of));
    assert_eq!(on(30_000, "2021-12-31"), SmallClaims::Mandatory);
    assert_eq!(on(30_001, "2021-12-31"), SmallClaims::Closed);
    assert_eq!(on(30_001, "2022-01-01"), SmallClaims::Mandatory);
    for bar in [Bar::StatusOrTitle, Bar::Foreign, Bar::Appraisal, Bar::Counterclaim] {
        let barred = Measure { bars: [bar].into(), ..measure(8_400, 2025) };
        assert_eq!(small_claims_on(&barred, day("2026-02-27")), SmallClaims::Closed);
    }
    let new = Suit::new();
    let mut unsure = opening(Track::SmallClaims, 120_000, "2026-02-27");
    new.may("2026-03-02", open(unsure.clone(), "2026-03-02"));
    unsure.measure.agreed = vec![1];
    new.refused("2026-03-02", open(unsure, "2026-03-02"), "NOT_AGREED");
    let forced = opening(Track::Summary, 8_400, "2026-02-27");
    new.refused("2026-03-02", open(forced, "2026-03-02"), "SMALL_CLAIMS_MANDATORY");
}

/// The limit and its extension keep the version of the day of filing.
#[test]
fn limits_of_2021_and_2022() {
    for (track, yuan, filed_on, last, longest) in [
        (Track::SmallClaims, 20_000, "2021-12-31", "2022-03-31", 3),
        (Track::SmallClaims, 20_000, "2022-01-01", "2022-03-01", 1),
        (Track::Summary, 300_000, "2021-12-31", "2022-03-31", 3),
        (Track::Summary, 300_000, "2022-01-04", "2022-04-06", 1),
        (Track::Ordinary, 300_000, "2022-01-04", "2022-07-04", 6),
    ] {
        let case = opened(opening(track, yuan, filed_on), "2022-02-08");
        assert_eq!(last_day(case.state(), "2022-02-08"), day(last), "{track:?} {filed_on}");
        let ask = |months| extend(months, Approver::President, "2022-02-08");
        case.refused_to(Role::Judge, "2022-02-08", ask(1), "PRESIDENT_ONLY");
        case.refused_to(Role::CourtPresident, "2022-02-08", ask(longest + 1), "EXTENSION_TOO_LONG");
        let facts = case.tried("2022-02-08", Role::CourtPresident, &ask(longest)).unwrap();
        assert!(matches!(facts[0], Fact::TrialExtended { late: false, .. }));
    }
}

#[test]
fn the_upper_court_comes_after_the_presidents_six_months() {
    let mut case = opened(hard(), "2026-03-02");
    assert_eq!(last_day(case.state(), "2026-03-02"), day("2026-08-27"));
    let upper = |months, on: &str| extend(months, Approver::UpperCourt, on);
    case.refused("2026-08-10", upper(3, "2026-08-10"), "UPPER_COURT_LATER");
    let facts =
        case.by("2026-08-18", Role::CourtPresident, extend(6, Approver::President, "2026-08-18"));
    assert!(matches!(facts[0], Fact::TrialExtended { late: true, .. }), "nine days before the end");
    assert_eq!(last_day(case.state(), "2026-08-18"), day("2027-03-01"));
    case.refused("2027-02-01", upper(4, "2027-02-01"), "NO_SUCH_LIMIT");
    case.give("2027-02-01", upper(3, "2027-02-01"));
    case.refused("2027-06-01", upper(1, "2027-06-01"), "LIMIT_PAST");
}

/// T-E-10: before the limit ends, towards the fuller procedure, time from filing.
#[test]
fn a_change_comes_before_the_limit_ends_and_time_runs_from_filing() {
    let case = opened(s07(), "2026-04-15");
    case.refused(
        "2026-05-28",
        convert(Track::Summary, Change::Complex, "2026-05-28"),
        "LIMIT_PAST",
    );
    case.refused(
        "2026-05-27",
        convert(Track::Summary, Change::Agreed, "2026-05-27"),
        "GROUND_WANTED",
    );
    for (track, last) in [(Track::Summary, "2026-06-26"), (Track::Ordinary, "2026-09-28")] {
        let mut other = case.clone();
        other.give("2026-05-20", Command::SetFastTrack { fast: true, on: day("2026-05-20") });
        let facts = other.give("2026-05-27", convert(track, Change::ClaimChanged, "2026-05-27"));
        assert_eq!(last_day(other.state(), "2026-05-27"), day(last));
        let start = ClockEffect::Start {
            key: "trial".into(),
            rule: track.rule().into(),
            from: day("2026-02-27"),
        };
        let clocks = Trial::clocks(&facts[0]);
        assert!(clocks.contains(&start));
        assert!(clocks.iter().any(|effect| matches!(effect, ClockEffect::Stop { .. })));
        assert_eq!(
            other.state().fast,
            track == Track::Summary,
            "no fast team on ordinary procedure"
        );
    }
    let mut ordinary = opened(hard(), "2026-03-02");
    ordinary.refused(
        "2026-03-03",
        convert(Track::Summary, Change::Complex, "2026-03-03"),
        "NO_CHANGE_BACK",
    );
    ordinary.may("2026-03-03", convert(Track::Summary, Change::Agreed, "2026-03-03"));
    hear(&mut ordinary, "2026-03-06", "2026-03-20", &[1, 2]);
    ordinary.refused(
        "2026-03-20",
        convert(Track::Summary, Change::Agreed, "2026-03-20"),
        "HEARD_ALREADY",
    );
}

/// T-E-09: the objection comes before the hearing; while it is open there is no judgment.
#[test]
fn an_objection_to_small_claims_comes_before_the_hearing() {
    let mut case = opened(s07(), "2026-04-15");
    let object = |on: &str| Command::ObjectToTrack { party: 2, on: day(on) };
    case.give("2026-04-16", object("2026-04-16"));
    case.refused("2026-04-16", object("2026-04-16"), "TRACK_OBJECTION_PENDING");
    let mut holds = case.clone();
    let answer = |to| Command::DecideTrackObjection { to, on: day("2026-04-17") };
    case.refused("2026-04-17", answer(Some(Track::SmallClaims)), "NO_CHANGE_BACK");
    holds.give("2026-04-17", answer(Some(Track::Summary)));
    assert_eq!(holds.state().track, Track::Summary);
    assert!(!holds.clocks.contains("track_objection"));
    hear(&mut case, "2026-04-17", "2026-04-20", &[1, 2]);
    case.refused("2026-04-20", judge("2026-04-20"), "TRACK_OBJECTION_PENDING");
    case.give("2026-04-20", Command::DecideTrackObjection { to: None, on: day("2026-04-20") });
    case.refused("2026-04-20", object("2026-04-20"), "HEARD_ALREADY");
    case.give("2026-04-20", Command::FileCounterclaim { party: 2, on: day("2026-04-20") });
    case.refused("2026-04-20", judge("2026-04-20"), "CONVERT_FIRST");
}

#[test]
fn evidence_days_fit_the_procedure() {
    for (opening, days, alone, together) in [
        (s07(), 7, true, true),
        (s07(), 8, false, true),
        (opening(Track::Summary, 300_000, "2026-02-27"), 15, true, true),
        (opening(Track::Summary, 300_000, "2026-02-27"), 16, false, false),
        (hard(), 14, false, true),
        (hard(), 15, true, true),
    ] {
        let case = opened(opening, "2026-04-15");
        for (agreed, lawful) in [(vec![], alone), (vec![1, 2], together)] {
            let fix = Command::FixEvidence { days, agreed, on: day("2026-04-15") };
            let done = case.tried("2026-04-15", Role::Judge, &fix);
            assert_eq!(done.is_ok(), lawful, "{days}");
        }
    }
    let case = opened(s07(), "2026-04-24");
    let fix = Command::FixEvidence { days: 7, agreed: vec![], on: day("2026-04-24") };
    let facts = case.tried("2026-04-24", Role::Judge, &fix).unwrap();
    assert_eq!(facts, [Fact::EvidenceFixed { until: day("2026-05-06"), on: day("2026-04-24") }]);
}

#[test]
fn time_is_not_counted_for_a_listed_reason_with_proof() {
    let mut case = opened(opening(Track::Summary, 300_000, "2026-02-27"), "2026-03-02");
    assert_eq!(last_day(case.state(), "2026-03-02"), day("2026-05-27"));
    let stop = |proof: &str| Command::StopTrial {
        reason: NotCounted::Appraisal,
        proof: proof.into(),
        on: day("2026-03-10"),
    };
    case.refused("2026-03-10", stop(" "), "PROOF_WANTED");
    case.give("2026-03-10", stop("鉴定委托书"));
    case.refused("2026-03-11", judge("2026-03-11"), "TIME_STOPPED");
    case.give("2026-03-29", Command::ResumeTrial { to: day("2026-03-29") });
    assert_eq!(last_day(case.state(), "2026-03-29"), day("2026-06-16"), "twenty days more");
}

/// T-C-16, T-E-18: the court's own mediation, its extension outside the trial limit, no end without end
/// in marriage cases.
#[test]
fn the_court_mediates_for_a_time_and_the_trial_goes_on() {
    let mut case = opened(divorce(), "2026-03-02");
    hear(&mut case, "2026-03-02", "2026-03-02", &[1, 2]);
    case.refused("2026-03-02", judge("2026-03-02"), "MEDIATE_FIRST");
    let begin =
        |agreed: &[u32]| Command::BeginMediation { agreed: agreed.to_vec(), on: day("2026-03-02") };
    case.refused("2026-03-02", begin(&[1]), "NOT_AGREED");
    case.give("2026-03-02", begin(&[1, 2]));
    assert_eq!(due("T-C-16.summary", "2026-03-02"), day("2026-03-09"));
    let longer = |on: &str| Command::ExtendMediation { days: 10, agreed: vec![1, 2], on: day(on) };
    case.refused("2026-03-10", longer("2026-03-10"), "MEDIATION_OVER");
    case.give("2026-03-09", longer("2026-03-09"));
    case.refused("2026-03-12", longer("2026-03-12"), "MEDIATION_DRAGS");
    case.refused("2026-03-19", Command::MediationLapsed, "MEDIATION_RUNS");
    let facts = case.expire("2026-03-20", "mediate");
    let not_counted = Some(Standstill {
        from: day("2026-03-10"),
        to: Some(day("2026-03-19")),
        reason: "mediation_extension".into(),
    });
    assert_eq!(facts[0], Fact::MediationEnded { not_counted, on: day("2026-03-19") });
    assert_eq!(last_day(case.state(), "2026-03-20"), day("2026-06-08"));
    case.may("2026-03-20", judge("2026-03-20"));
}

#[test]
fn a_statement_binds_with_the_last_signature() {
    let mut case = opened(opening(Track::Summary, 300_000, "2026-02-27"), "2026-03-02");
    let on = day("2026-03-20");
    case.refused("2026-03-20", Command::MakeStatement { agreed: vec![1], on }, "NOT_AGREED");
    case.give("2026-03-20", Command::MakeStatement { agreed: vec![1, 2], on });
    case.give("2026-03-20", Command::ServeStatement { party: 1, on });
    case.refused("2026-03-20", Command::RetractStatement { party: 1, on }, "SERVED_ALREADY");
    let mut back = case.clone();
    back.give("2026-03-20", Command::RetractStatement { party: 2, on });
    assert_eq!(back.at(), "on_trial");
    case.give("2026-03-20", Command::ServeStatement { party: 2, on });
    assert_eq!((case.at(), case.state().outcome()), ("statement", Some(Outcome::Agreed)));
}

/// T-E-14: fifteen days against a judgment, ten against a ruling, each party its own.
#[test]
fn each_party_has_its_own_time_for_appeal() {
    for (what, last, after, end) in [
        (Decided::Judgment, "2026-04-08", "2026-04-09", "final"),
        (Decided::Dismissal, "2026-04-03", "2026-04-07", "dismissed_final"),
    ] {
        let mut case = opened(opening(Track::Summary, 300_000, "2026-02-27"), "2026-03-02");
        hear(&mut case, "2026-03-06", "2026-03-20", &[1, 2]);
        case.give("2026-03-23", Command::Decide { what, on: day("2026-03-23") });
        case.give("2026-03-23", Command::ServeDecision { party: 1, on: day("2026-03-23") });
        case.give("2026-03-24", Command::ServeDecision { party: 2, on: day("2026-03-24") });
        assert_eq!(due(what.appeal(), "2026-03-24"), day(last), "{what:?}");
        case.may(last, Command::Appeal { party: 2, on: day(last) });
        case.refused(after, Command::Appeal { party: 2, on: day(after) }, "APPEAL_TOO_LATE");
        case.expire(after, "appeal:1");
        assert_eq!(case.at(), "decided");
        case.expire(after, "appeal:2");
        assert_eq!(case.at(), end);
    }
}

/// Ten or more on one side: no simpler procedure; two to five act; nobody settles for another.
#[test]
fn many_plaintiffs_have_representatives_who_settle_for_nobody() {
    let new = Suit::new();
    for track in [Track::SmallClaims, Track::Summary] {
        new.refused("2026-03-02", open(crowd(track), "2026-03-02"), "SUMMARY_BARRED");
    }
    let mut case = opened(crowd(Track::Ordinary), "2026-03-02");
    let name = |parties: &[u32]| Command::NameRepresentatives {
        parties: parties.to_vec(),
        on: day("2026-03-03"),
    };
    for wrong in [&[1][..], &[1, 3, 4, 5, 6, 7], &[1, 2]] {
        case.refused("2026-03-03", name(wrong), "TWO_TO_FIVE");
    }
    case.give("2026-03-03", name(&[1, 3]));
    let on = day("2026-03-20");
    case.refused("2026-03-20", Command::AskWithdrawal { agreed: vec![1, 3], on }, "NOT_AGREED");
    case.refused("2026-03-20", Command::MakeStatement { agreed: vec![1, 2, 3], on }, "NOT_AGREED");
    case.give("2026-03-20", Command::AnnounceSuit { on });
    assert_eq!(due("T-E-12.registration", "2026-03-20"), day("2026-04-20"));
    case.refused("2026-04-20", Command::CloseRegistration, "NOTICE_RUNS");
    case.expire("2026-04-21", "registration");
    assert_eq!(
        last_day(case.state(), "2026-04-21"),
        day("2026-09-28"),
        "the notice is not counted"
    );
    let mut few = opened(hard(), "2026-03-02");
    few.refused("2026-03-03", name(&[1]), "NOT_NUMEROUS");
    few.give("2026-03-03", Command::AskWithdrawal { agreed: vec![1], on: day("2026-03-03") });
}

#[test]
fn a_mediator_of_the_case_does_not_sit_in_it() {
    let mut barred = s07();
    barred.judge = "m-1".into();
    Suit::new().refused("2026-03-02", open(barred, "2026-03-02"), "MEDIATOR_BARRED");
    let case = opened(hard(), "2026-03-02");
    let set = |told_on: &str| Command::SetHearing { on: day("2026-03-20"), told_on: day(told_on) };
    case.may("2026-03-17", set("2026-03-17"));
    case.refused("2026-03-18", set("2026-03-18"), "HEARING_NOTICE_SHORT");
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    walked::<Trial>(&moves(), &lines(), 12, &[include_str!("rows.rs")]);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..60)) {
        at_random::<Trial>(&moves(), &picks, |state, clocks| {
            assert_eq!(&tell::running(state), clocks);
            assert!(!(state.fast && state.track == Track::Ordinary));
            assert_eq!(state.term.from, state.opening.filed_on);
        });
    }
}
