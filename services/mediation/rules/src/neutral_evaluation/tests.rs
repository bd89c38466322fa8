//! The law of neutral evaluation, as tables and as the plan's scenario.

use jiefen_procedure::Procedure;
use jiefen_procedure::kit::day;
use jiefen_vocab::{Outcome, Role};
use proptest::prelude::*;

use super::samples::{BEGUN, accept, ask, lines, moves, opinion};
use super::{Command, NeutralEvaluation, Stage, Use};
use crate::neutral::samples::person;
use crate::neutral::testing::{Case, random, whole};
use crate::neutral::{Candidate, Interest, Later};

fn evaluating() -> Case<NeutralEvaluation> {
    let on = day(BEGUN);
    let mut case = Case::new(Role::Evaluator);
    case.give(BEGUN, ask(&[1, 2], &[], on));
    case.give(BEGUN, accept(person("e-1"), Some(day("2026-05-05")), on));
    case.refused(BEGUN, Command::ClosePapers { on }, "ONE_SIDED");
    case.give(BEGUN, Command::HandIn { party: 1, on });
    case.refused(BEGUN, Command::ClosePapers { on }, "ONE_SIDED");
    case.give(BEGUN, Command::HandIn { party: 2, on });
    case.give(BEGUN, Command::ClosePapers { on });
    case
}

/// S20, first step: two firms ask jointly; the opinion within 20 days as agreed; confidential, no
/// evidence; they settle by it.
#[test]
fn s20_a_joint_request_leads_to_a_confidential_opinion_in_twenty_days() {
    let mut case = evaluating();
    // 15 April + 20 = 5 May 2026, a holiday: 6 May.
    case.refused("2026-05-06", Command::Lapse, "TERM_RUNS");
    assert!(case.tried("2026-05-07", Command::Lapse).is_ok());
    case.refused("2026-05-07", opinion("约六成责任", day("2026-05-07")), "PAST_TERM");
    case.give("2026-05-06", opinion("约六成责任", day("2026-05-06")));
    let evidence = |as_evidence, agreed: &[u32]| Command::Disclose {
        as_evidence,
        agreed: agreed.to_vec(),
        on: day("2026-05-07"),
    };
    case.refused("2026-05-07", evidence(true, &[1, 2]), "NO_EVIDENCE");
    case.refused("2026-05-07", evidence(false, &[1]), "NOT_AGREED");
    assert!(case.tried("2026-05-07", evidence(false, &[1, 2])).is_ok());
    let agree = |party, by| Command::AgreeUse { party, by, on: day("2026-05-10") };
    case.give("2026-05-10", agree(1, Use::Settle));
    case.give("2026-05-10", agree(2, Use::Mediate));
    assert_eq!(case.at(), "opinion", "two different uses are no agreement");
    case.give("2026-05-10", agree(2, Use::Settle));
    assert_eq!(case.state().outcome(), Some(Outcome::Transferred));
    assert!(case.notices().iter().all(|one| !one.zh.contains("六成")));
}

#[test]
fn the_parties_agree_on_the_day_within_the_county_limit_and_may_take_ten_days_more() {
    let on = day(BEGUN);
    let mut case = Case::<NeutralEvaluation>::new(Role::Evaluator);
    case.give(BEGUN, ask(&[1, 2], &[], on));
    case.refused(BEGUN, accept(person("e-1"), Some(day("2026-05-07")), on), "TERM_TOO_LONG");
    case.refused(BEGUN, accept(person("e-1"), Some(day("2026-04-14")), on), "TERM_TOO_LONG");
    case.give(BEGUN, accept(person("e-1"), Some(day("2026-05-06")), on));
    let extend = |days| Command::Extend { days, agreed: vec![1, 2], on: day("2026-05-06") };
    case.refused("2026-05-06", extend(11), "NO_SUCH_LIMIT");
    case.give("2026-05-06", extend(10));
    case.refused("2026-05-15", Command::Lapse, "TERM_RUNS");
    case.give("2026-05-18", Command::Lapse);
    assert_eq!(case.at(), "lapsed");
}

#[test]
fn a_single_request_waits_five_working_days_and_silence_is_no_consent() {
    let on = day(BEGUN);
    let mut case = Case::<NeutralEvaluation>::new(Role::Evaluator);
    case.give(BEGUN, ask(&[1], &[], on));
    case.refused(BEGUN, accept(person("e-1"), None, on), "CONSENT_MISSING");
    case.refused("2026-04-22", Command::Lapse, "TERM_RUNS");
    case.give("2026-04-23", Command::Lapse);
    assert_eq!(case.at(), "lapsed");
}

#[test]
fn the_evaluator_is_of_the_field_neutral_and_takes_no_later_part() {
    let on = day(BEGUN);
    let mut case = Case::<NeutralEvaluation>::new(Role::Evaluator);
    case.give(BEGUN, ask(&[1, 2], &[], on));
    let other = Command::Accept { evaluator: person("e-1"), of_field: false, wanted_by: None, on };
    case.refused(BEGUN, other, "NOT_OF_FIELD");
    let tied = Candidate { interest: Some(Interest::Other), ..person("e-1") };
    case.refused(BEGUN, accept(tied, None, on), "NOT_NEUTRAL");
    let unchecked = Candidate { checked: false, ..person("e-1") };
    case.refused(BEGUN, accept(unchecked, None, on), "NOT_NEUTRAL");
    case.give(BEGUN, accept(person("e-1"), None, on));
    assert!(!case.state().may_later("e-1", Later::Arbitrator));
    assert!(case.state().may_later("e-2", Later::Arbitrator));
    case.give(BEGUN, Command::Recuse { on });
    assert_eq!(case.at(), "asked");
    assert_eq!(NeutralEvaluation::roles("give_opinion"), [Role::Evaluator]);
}

#[test]
fn silence_on_the_opinion_means_it_is_not_used() {
    let mut case = evaluating();
    case.give("2026-04-20", opinion("约六成责任", day("2026-04-20")));
    case.refused("2026-04-30", Command::Lapse, "TERM_RUNS");
    let agree = |on: &str| Command::AgreeUse { party: 1, by: Use::Settle, on: day(on) };
    assert!(case.tried("2026-04-30", agree("2026-04-30")).is_ok());
    case.refused("2026-05-06", agree("2026-05-06"), "USE_LATE");
    case.give("2026-05-01", Command::Lapse);
    assert_eq!(case.at(), "not_used");
    assert!(case.notices().pop().unwrap().zh.contains("可以申请调解"));
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let rows = [include_str!("rows.rs")];
    let seen = whole::<NeutralEvaluation>(&moves(), &lines(), 30, &rows, &[]);
    assert!(
        seen.refusals.contains("VIOLENCE_SAFETY_FIRST")
            && seen.refusals.contains("CONSENT_MISSING")
    );
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 100,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..40)) {
        random::<NeutralEvaluation>(&moves(), &picks, |_, _, next| {
            let works = matches!(next.stage, Stage::Papers | Stage::Evaluating);
            assert!(!works || next.joined.len() == next.brief.parties.len());
            assert!(!works || next.evaluator.is_some());
        });
    }
}
