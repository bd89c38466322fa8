//! The law of negotiation, as tables and as the plan's scenario.

use jiefen_procedure::Procedure;
use jiefen_procedure::kit::{day, names_in};
use jiefen_vocab::{Outcome, Private, Role};
use proptest::prelude::*;

use super::samples::{BEGUN, accept, invite, lines, moves, propose};
use super::{Command, Mandate, Negotiation, Stage};
use crate::neutral::samples::{HASH, draft, owed};
use crate::neutral::testing::{Case, random, whole};

fn talking() -> Case<Negotiation> {
    let mut case = Case::new(Role::Party);
    case.give(BEGUN, invite(day(BEGUN), 2));
    case.give(BEGUN, Command::Agree { party: 2, on: day(BEGUN) });
    case
}

#[test]
fn an_unanswered_invitation_ends_after_five_working_days_and_silence_is_no_consent() {
    let mut case = Case::<Negotiation>::new(Role::Party);
    case.give(BEGUN, invite(day(BEGUN), 2));
    // Monday 11 May 2026: five working days end on Monday 18 May.
    let agree = |on: &str| Command::Agree { party: 2, on: day(on) };
    case.refused("2026-05-18", Command::LapseInvitation, "INVITATION_RUNS");
    assert!(case.tried("2026-05-18", agree("2026-05-18")).is_ok());
    case.refused("2026-05-19", agree("2026-05-19"), "ANSWER_LATE");
    case.give("2026-05-19", Command::LapseInvitation);
    assert_eq!(case.at(), "failed");
    let last = case.notices().pop().unwrap();
    assert!(last.zh.contains("可以申请调解") && last.rule.as_deref() == Some("T-A-06"));
}

#[test]
fn the_talks_last_fifteen_days_and_at_most_ten_more() {
    let mut case = talking();
    case.refused("2026-05-26", Command::Lapse, "TERM_RUNS");
    assert!(case.tried("2026-05-27", Command::Lapse).is_ok());
    let extend = |days| Command::Extend { days, agreed: vec![1, 2], on: day("2026-05-26") };
    case.refused("2026-05-26", extend(11), "NO_SUCH_LIMIT");
    case.give("2026-05-26", extend(10));
    case.refused("2026-06-05", Command::Lapse, "TERM_RUNS");
    case.give("2026-06-08", Command::Lapse);
    assert_eq!(case.state().outcome(), Some(Outcome::Failed));
}

#[test]
fn an_offer_lapses_by_silence_and_the_talks_go_on() {
    let mut case = talking();
    case.give("2026-05-12", propose(1, None, day("2026-05-12")));
    // Five calendar days: Sunday 17 May, so Monday 18 May.
    case.refused("2026-05-18", Command::LapseOffer, "OFFER_RUNS");
    case.refused("2026-05-19", accept(2, day("2026-05-19")), "OFFER_LAPSED");
    case.give("2026-05-19", Command::LapseOffer);
    assert_eq!(case.state().stage, Stage::Talking);
    case.refused("2026-05-19", accept(2, day("2026-05-19")), "NO_OFFER");
}

#[test]
fn an_offer_with_a_time_for_acceptance_is_irrevocable_and_one_without_is_not() {
    let mut firm = talking();
    let mut free = firm.fork();
    let on = day("2026-05-12");
    firm.give("2026-05-12", propose(1, Some(day("2026-05-14")), on));
    firm.refused("2026-05-13", Command::Revoke { on: day("2026-05-13") }, "OFFER_BINDS");
    assert!(firm.tried("2026-05-14", accept(2, day("2026-05-14"))).is_ok());
    firm.refused("2026-05-15", accept(2, day("2026-05-15")), "OFFER_LAPSED");
    free.give("2026-05-12", propose(1, None, on));
    free.give("2026-05-13", Command::Revoke { on: day("2026-05-13") });
    assert_eq!(free.state().stage, Stage::Talking);
}

#[test]
fn another_text_is_a_counter_proposal_and_an_agent_needs_a_special_mandate() {
    let mut case = talking();
    let on = day("2026-05-12");
    case.give("2026-05-12", propose(1, None, on));
    case.refused("2026-05-12", propose(1, None, on), "OFFER_OPEN");
    case.refused("2026-05-12", accept(1, on), "ALREADY_ACCEPTED");
    let other =
        Command::Accept { party: 2, hash: "0".repeat(64), by_agent: false, guardian: false, on };
    case.refused("2026-05-12", other, "TEXT_CHANGED");
    case.give("2026-05-12", propose(2, None, on));
    let by_agent =
        |party| Command::Accept { party, hash: HASH.into(), by_agent: true, guardian: false, on };
    let mandate = |may_settle| Command::Mandate {
        mandate: Mandate { party: 1, agent: Private::new("律师".into()), may_settle, on },
    };
    case.give("2026-05-12", mandate(false));
    case.refused("2026-05-12", by_agent(1), "NO_AUTHORITY");
    case.give("2026-05-12", mandate(true));
    case.give("2026-05-12", by_agent(1));
    assert_eq!(case.state().outcome(), Some(Outcome::Agreed));
}

/// S20, second step: 900,000 yuan in three parts, agreed on 20 May 2026. A contract; a notary may make
/// it enforceable; no court confirms it.
#[test]
fn s20_a_settlement_in_three_parts_is_a_contract_and_is_not_confirmable() {
    let mut case = talking();
    let on = day("2026-05-20");
    let parts = [(1, "2026-07-01"), (2, "2026-10-01"), (3, "2027-01-01")];
    let text = draft(parts.map(|(no, due)| owed(no, day(due), 300_000)).to_vec());
    case.give("2026-05-20", Command::Propose { by: 2, draft: text, until: None, on });
    case.give("2026-05-20", accept(1, on));
    assert_eq!(case.at(), "settled");
    let papers = case.state().papers().unwrap();
    assert_eq!(papers.effect.as_deref(), Some("contract"));
    assert!(!papers.confirmable);
    let due: Vec<_> = papers.obligations.iter().map(|(_, due, _)| due.to_string()).collect();
    assert_eq!(due, ["2026-07-01", "2026-10-01", "2027-01-01"]);
    let told = case.notices().pop().unwrap();
    assert_eq!(told.rule.as_deref(), Some("T-G-03"));
    assert!(told.zh.contains("不能直接申请司法确认"));
    // What was proposed and not accepted never leaves (I9).
    assert!(Negotiation::notices(&case.facts[1]).iter().all(|one| !one.zh.contains("900")));
}

#[test]
fn nobody_negotiates_before_the_victim_is_safe() {
    let unsafe_ =
        |command: &Command| matches!(command, Command::Invite { facts, .. } if !facts.is_empty());
    let begin = moves().into_iter().filter(|(.., command)| unsafe_(command));
    for (today, _, command) in begin {
        Case::<Negotiation>::new(Role::Party).refused(
            &today.to_string(),
            command,
            "VIOLENCE_SAFETY_FIRST",
        );
    }
}

#[test]
fn the_chart_agrees_with_the_law_and_every_refusal_occurs() {
    let seen = whole::<Negotiation>(&moves(), &lines(), 30, &[include_str!("rows.rs")], &[]);
    assert!(names_in(&[include_str!("rows.rs")]).len() > 10);
    assert!(seen.refusals.contains("GUARDIAN_ABSENT") && seen.refusals.contains("NOT_AGREED"));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 100,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_sequence_of_commands_breaks_the_law(picks in prop::collection::vec(0usize..10_000, 1..40)) {
        random::<Negotiation>(&moves(), &picks, |_, _, next| {
            if let Stage::Proposed { offer } = &next.stage {
                assert!(offer.accepted.len() < next.brief.parties.len());
            }
            assert_eq!(next.stage == Stage::Invited, next.term.is_none() && next.outcome().is_none());
        });
    }
}
