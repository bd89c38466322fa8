//! The law of the protection order, as tables and as the plan's scenarios.

use jiefen_procedure::matrix::Standing;
use jiefen_procedure::{ClockEffect, Procedure};
use jiefen_terms::{Due, Law, Query};
use jiefen_vocab::{Moment, Outcome, Role, TrackKind};
use proptest::prelude::*;

use super::samples::*;
use super::*;
use crate::testing::{Case, at_random, due, walked};
use jiefen_procedure::kit::{self, day};

/// Gives a command at a moment.
fn give(state: Option<State>, now: &str, command: &Command) -> (State, Vec<Fact>) {
    let actor = kit::actor(Role::Judge);
    let now = Moment::from_local(at(now));
    let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
    let facts = ProtectionOrder::decide(state.as_ref(), command, &ctx).unwrap();
    (kit::fold::<ProtectionOrder>(state, &facts).unwrap(), facts)
}

fn ends(rule: &str, from: &str) -> DateTime {
    match Law::shipped().due(&Query::new(rule, at(from))).unwrap().due {
        Due::Moment(moment) => moment,
        Due::Day(day) => panic!("{day}"),
        Due::AtOnce(start) => panic!("{start}"),
    }
}

fn granted(months: u32) -> Case<ProtectionOrder> {
    let mut case = Case::new();
    case.give("2026-10-01", apply(application(), false, "2026-10-01T09:00"));
    case.give("2026-10-01", accept("2026-10-01T09:10"));
    case.give("2026-10-01", grant(months, "2026-10-01T09:40"));
    case
}

/// S14: an oral application on a holiday at 10:05, accepted at 10:20: 4 October 11:00; urgent: 2 October
/// 11:00; granted at 16:00; served on the police and the residents' committee too.
#[test]
fn s14_hours_run_from_the_next_full_hour_through_a_holiday() {
    let opening = apply(application(), false, "2026-10-01T10:05");
    let (state, facts) = give(None, "2026-10-01T10:06", &opening);
    assert_eq!(state.application.form, Form::Oral);
    assert!(ProtectionOrder::notices(&facts[0]).iter().all(|notice| notice.to == [1]));
    let (state, facts) = give(Some(state), "2026-10-01T10:21", &accept("2026-10-01T10:20"));
    let from = at("2026-10-01T10:20");
    let rule = ClockEffect::StartAt { key: "rule".into(), rule: "T-R-02".into(), from };
    assert!(ProtectionOrder::clocks(&facts[0]).contains(&rule));
    assert_eq!(ends("T-R-02", "2026-10-01T10:20"), at("2026-10-04T11:00"));
    assert!(ProtectionOrder::notices(&facts[0]).is_empty(), "the respondent is not warned");
    let urgent = Command::MarkUrgent { at: Some(at("2026-10-01T10:30")) };
    let (state, facts) = give(Some(state), "2026-10-01T10:30", &urgent);
    let rule = ClockEffect::StartAt { key: "rule".into(), rule: "T-R-02.urgent".into(), from };
    assert!(ProtectionOrder::clocks(&facts[0]).contains(&rule), "still from acceptance");
    assert_eq!(ends("T-R-02.urgent", "2026-10-01T10:20"), at("2026-10-02T11:00"));
    let (mut state, facts) = give(Some(state), "2026-10-01T16:00", &grant(6, "2026-10-01T16:00"));
    let served = ClockEffect::StartAt {
        key: "serve".into(),
        rule: "T-R-02.serve".into(),
        from: at("2026-10-01T16:00"),
    };
    assert!(ProtectionOrder::clocks(&facts[0]).contains(&served));
    assert_eq!(ends("T-R-02.serve", "2026-10-01T16:00"), at("2026-10-02T16:00"));
    assert_eq!(due("T-R-02.validity", "2026-10-01"), day("2027-04-01"));
    assert!(facts.iter().flat_map(ProtectionOrder::notices).any(|one| one.form == "renewal"));
    for to in Recipient::ALL {
        assert!(tell::running(&state).contains("serve"), "{to:?}");
        let serve = Command::Serve { to, on: day("2026-10-01") };
        state = give(Some(state), "2026-10-01T18:00", &serve).0;
    }
    assert!(!tell::running(&state).contains("serve"));
    assert_eq!(state.outcome(), Some(Outcome::Decided));
}

#[test]
fn the_victim_applies_and_others_when_it_cannot() {
    let new = Case::<ProtectionOrder>::new();
    let by = |by, victim_cannot| {
        apply(Application { by, victim_cannot, ..application() }, false, "2026-10-01T09:00")
    };
    new.may("2026-10-01", by(Applicant::Victim, false));
    for who in [
        Applicant::Relative,
        Applicant::Police,
        Applicant::CivilAffairs,
        Applicant::WomensFederation,
        Applicant::Committee,
        Applicant::OtherOrganisation,
    ] {
        new.refused("2026-10-01", by(who, false), "VICTIM_APPLIES");
        new.may("2026-10-01", by(who, true));
    }
    let mut elsewhere = Case::<ProtectionOrder>::new();
    let away = Application { competent: false, ..application() };
    elsewhere.give("2026-10-01", apply(away, true, "2026-10-01T09:00"));
    elsewhere.refused("2026-10-01", accept("2026-10-01T09:10"), "NOT_COMPETENT");
    elsewhere.give("2026-10-01", Command::Decline { on: day("2026-10-01") });
    assert_eq!(elsewhere.state().outcome(), Some(Outcome::Transferred));
}

/// T-R-02.validity: one month to six; no roll; extended on request before it lapses, not after.
#[test]
fn an_order_lasts_six_months_at_most_and_is_extended_before_it_lapses() {
    for (months, last, after) in [
        (1, "2026-11-01", "2026-11-02"),
        (3, "2027-01-01", "2027-01-02"),
        (6, "2027-04-01", "2027-04-02"),
    ] {
        let mut case = granted(months);
        let extend = |on: &str| Command::Extend { months: 6, on: day(on) };
        case.refused(last, Command::Lapse, "ORDER_RUNS");
        case.refused(after, extend(after), "ORDER_LAPSED");
        let mut longer = case.clone();
        let facts = longer.give(last, extend(last));
        assert!(matches!(facts[0], Fact::Extended { from, .. } if from == day(last)));
        assert!(longer.clocks.contains("serve"), "the extension is served too");
        longer.refused(after, Command::Lapse, "ORDER_RUNS");
        case.expire(after, "validity");
        assert_eq!(case.at(), "lapsed");
    }
    let mut accepted = Case::<ProtectionOrder>::new();
    accepted.give("2026-10-01", apply(application(), false, "2026-10-01T09:00"));
    accepted.give("2026-10-01", accept("2026-10-01T09:10"));
    for months in [0, 7] {
        accepted.refused("2026-10-01", grant(months, "2026-10-01T09:40"), "MONTHS_OUT_OF_RANGE");
    }
}

/// T-R-02.review: five days, once, by whom the ruling went against; the order is not stayed.
#[test]
fn reconsideration_once_within_five_days_and_the_order_is_not_stayed() {
    let mut case = granted(6);
    assert_eq!(due("T-R-02.review", "2026-10-01"), day("2026-10-08"), "6 October is a holiday");
    let ask = |party, on: &str| Command::AskReview { party, on: day(on) };
    case.refused("2026-10-08", ask(1, "2026-10-08"), "NOT_AGAINST");
    case.refused("2026-10-09", ask(2, "2026-10-09"), "REVIEW_TOO_LATE");
    case.give("2026-10-08", ask(2, "2026-10-08"));
    case.may("2026-10-09", Command::RecordBreach { on: day("2026-10-09") });
    let answer = |changed| Command::DecideReview { changed, on: day("2026-10-12") };
    let mut revoked = case.clone();
    revoked.give("2026-10-12", answer(true));
    assert_eq!(revoked.at(), "revoked");
    case.give("2026-10-12", answer(false));
    assert_eq!(case.at(), "in_force");
    case.refused("2026-10-12", ask(2, "2026-10-12"), "REVIEW_ONCE");
    let mut rejected = Case::<ProtectionOrder>::new();
    rejected.give("2026-10-12", apply(application(), false, "2026-10-12T09:00"));
    rejected.give("2026-10-12", accept("2026-10-12T09:10"));
    rejected.give("2026-10-12", Command::Reject { on: day("2026-10-12") });
    let mut silent = rejected.clone();
    silent.refused("2026-10-19", Command::ReviewTimePassed, "REVIEW_TIME_RUNS");
    silent.expire("2026-10-20", "review");
    assert_eq!((silent.at(), silent.state().outcome()), ("rejected_final", Some(Outcome::Refused)));
    rejected.give("2026-10-13", ask(1, "2026-10-13"));
    rejected.give("2026-10-14", Command::DecideReview { changed: true, on: day("2026-10-14") });
    assert_eq!(rejected.at(), "accepted", "decided anew, hours run again");
    assert!(rejected.clocks.contains("rule"));
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    walked::<ProtectionOrder>(&moves(), &lines(), 20, &[include_str!("rows.rs")]);
}

/// 反家庭暴力法 23; 法释〔2022〕17号 1: it depends on no suit and stands beside every other track (I4).
#[test]
fn it_is_open_whatever_other_track_runs() {
    for running in TrackKind::ALL {
        let mut command = apply(application(), false, "2026-10-01T09:00");
        if let Command::Apply { brief, .. } = &mut command {
            brief.known.tracks.insert(*running, Standing::Running);
        }
        Case::<ProtectionOrder>::new().may("2026-10-01", command);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..60)) {
        at_random::<ProtectionOrder>(&moves(), &picks, |state, clocks| {
            assert_eq!(&tell::running(state), clocks);
            if let Stage::InForce { order, .. } = &state.stage {
                assert!((1..=6).contains(&order.months) && !order.measures.is_empty());
            }
        });
    }
}
