//! Whole cases over a real database.

use std::collections::BTreeSet;

use jiefen_administrative_rules::Case;
use jiefen_administrative_rules::reconsideration::{
    Command, DecisionKind, RefusalGround, Refuse, State,
};
use jiefen_handoff::{Binding, Epoch, Input, Message, Mode, Offer};
use jiefen_ledger::testing::TestNode;
use jiefen_ledger::{Chain, Error, read};
use jiefen_procedure::{Brief, Papers};
use jiefen_vocab::{FactId, Moment, Outcome, PartyRole, Role, TrackKind};
use jiff::civil::Date;

use super::{AGENCY, CITIZEN, accept, apply, brief, by, day, decide, duty, fine, to_the_hearing};
use crate::{AdministrativeArea, case_id};

type Node = TestNode<AdministrativeArea>;

const CENTRE: &str = "640122.centre";

async fn node(today: Date) -> Node {
    TestNode::start("640122.county_government_reconsideration", today).await
}

async fn does(node: &Node, brief: &Brief, today: Date, command: Command) {
    node.on(today);
    let name = command.name();
    let done = node.command(case_id(brief.dispute, 1), command.into(), Role::ReviewHead).await;
    done.unwrap_or_else(|error| panic!("{today} {name}: {error}"));
}

async fn state(node: &Node, brief: &Brief) -> State {
    let Case::Reconsideration(state) = node.case(case_id(brief.dispute, 1)).await.state;
    state
}

/// The clocks that run, with their last days.
async fn running(node: &Node, brief: &Brief) -> Vec<(String, String)> {
    let clocks = node.clocks(case_id(brief.dispute, 1)).await;
    let runs = clocks.into_iter().filter(|(.., state)| state == "running");
    runs.map(|(key, _, due, _)| (key, due)).collect()
}

fn clock(key: &str, due: &str) -> (String, String) {
    (key.to_owned(), due.to_owned())
}

/// The types of what was sent to one destination, without the package.
async fn sent(node: &Node, to: &str) -> Vec<String> {
    let rows = node.outbox().await.into_iter().filter(|(dst, ..)| dst == to);
    rows.map(|(_, kind, _)| kind.rsplit('.').next().unwrap_or_default().to_owned()).collect()
}

/// The results that were reported, each with what went along.
async fn results(node: &Node) -> Vec<(Outcome, Papers)> {
    let rows = node.outbox().await.into_iter();
    let reports = rows.filter(|(_, kind, _)| kind.ends_with("ResultReported"));
    reports
        .map(|(.., payload)| {
            let (message, beside) = jiefen_ledger::wire::decode(&payload).unwrap();
            let jiefen_handoff::Message::ResultReported { outcome, .. } = message else {
                panic!("{message:?}")
            };
            (outcome, beside.papers.unwrap())
        })
        .collect()
}

fn papers(effect: Option<&str>, remedy: Option<&str>, on: Date) -> Papers {
    Papers {
        on: Some(on),
        effect: effect.map(str::to_owned),
        remedy: remedy.map(str::to_owned),
        ..Papers::default()
    }
}

async fn is_sound(node: &Node) {
    assert_eq!(node.parked().await, []);
    let chain = jiefen_ledger::verify(node.ledger.store()).await.unwrap();
    assert!(matches!(chain, Chain::Whole { .. }), "{chain:?}");
}

#[tokio::test]
async fn a_delegated_dispute_goes_back_with_the_decision_and_its_case_goes_on_to_the_end() {
    let mut node = node(day(3, 9)).await;
    let brief = brief(1);
    node.hand_over(CENTRE, &brief, Mode::Delegate, Role::WindowClerk).await;
    let taken = state(&node, &brief).await;
    assert_eq!((taken.code(), taken.act.as_ref()), ("received", None));
    assert_eq!((taken.applied_on, taken.person.as_deref()), (day(3, 9), Some("staff-1")));
    assert_eq!(running(&node, &brief).await, [clock("examine", "2026-03-16")]);

    let describe = Command::DescribeAct { act: fine(), on: day(3, 10) };
    does(&node, &brief, day(3, 10), describe).await;
    for (today, command) in to_the_hearing() {
        does(&node, &brief, today, command).await;
    }
    assert_eq!(running(&node, &brief).await, [clock("decide", "2026-05-11")]);
    let order = decide(DecisionKind::OrderToAct, Some(duty()), day(4, 7));
    does(&node, &brief, day(4, 7), order).await;

    let desk = node.desk_of(brief.dispute).await.desk;
    let (to, offer) = desk.outstanding().unwrap();
    assert_eq!((to.to_string().as_str(), offer.mode), (CENTRE, Mode::Return));
    let owed = duty();
    let with = Papers {
        obligations: vec![(owed.party, owed.by, owed.amount)],
        ..papers(Some("decision"), Some("T-K-16.after_reconsideration"), day(4, 7))
    };
    assert_eq!(results(&node).await, [(Outcome::Decided, with)]);

    for party in [CITIZEN, AGENCY] {
        does(&node, &brief, day(4, 8), Command::Serve(by(party, day(4, 8)))).await;
    }
    let runs = running(&node, &brief).await;
    assert!(runs.contains(&clock("suit:1", "2026-04-23")), "{runs:?}");
    assert!(runs.iter().any(|(key, _)| key == "perform") && runs.len() == 2, "{runs:?}");
    node.on(day(4, 24));
    assert_eq!(node.ledger.sweep().await.unwrap(), 1);
    let proof = "收款回单".to_owned();
    does(&node, &brief, day(4, 27), Command::Perform { on: day(4, 27), proof }).await;
    assert_eq!(state(&node, &brief).await.outcome(), Some(Outcome::Performed));
    assert_eq!(running(&node, &brief).await, []);
    assert_eq!(results(&node).await.len(), 1, "the result is told once");
    is_sound(&node).await;
}

#[tokio::test]
async fn at_the_window_a_dispute_begins_and_silence_is_acceptance() {
    let node = node(day(3, 9)).await;
    let brief = brief(2);
    does(&node, &brief, day(3, 9), apply(brief.clone(), day(3, 9))).await;
    assert!(node.desk_of(brief.dispute).await.desk.holds());
    node.on(day(3, 17));
    assert_eq!(node.ledger.sweep().await.unwrap(), 1);
    assert!(state(&node, &brief).await.review().unwrap().deemed);
    let (party, settled, granted) = (CITIZEN, true, true);
    let on = day(3, 18);
    does(&node, &brief, on, Command::AskWithdrawal { party, settled, on }).await;
    does(&node, &brief, on, Command::RuleWithdrawal { party, granted, on }).await;
    assert_eq!(state(&node, &brief).await.outcome(), Some(Outcome::Agreed));
    let events = [
        "ApplicationReceived",
        "ClockExpired",
        "ReconsiderationAccepted",
        "WithdrawalRuled",
        "CaseClosed",
    ];
    assert_eq!(sent(&node, "evt").await, events);
    assert_eq!(sent(&node, CENTRE).await, Vec::<String>::new());
    is_sound(&node).await;
}

#[tokio::test]
async fn a_statement_in_force_is_reported_with_its_force_and_its_duty() {
    let mut node = node(day(3, 9)).await;
    let brief = brief(3);
    node.hand_over(CENTRE, &brief, Mode::Transfer, Role::Reviewer).await;
    does(&node, &brief, day(3, 9), Command::DescribeAct { act: fine(), on: day(3, 9) }).await;
    for (today, command) in to_the_hearing() {
        does(&node, &brief, today, command).await;
    }
    let on = day(4, 3);
    let agreed = vec![CITIZEN, AGENCY];
    does(&node, &brief, on, Command::BeginMediation { agreed, on }).await;
    does(&node, &brief, on, Command::MakeStatement { on, duty: Some(duty()) }).await;
    for party in [CITIZEN, AGENCY] {
        does(&node, &brief, on, Command::SignStatement(by(party, on))).await;
    }
    assert_eq!(results(&node).await, []);
    does(&node, &brief, on, Command::SealStatement { on }).await;
    let owed = duty();
    let with = Papers {
        obligations: vec![(owed.party, owed.by, owed.amount)],
        ..papers(Some("statement"), None, on)
    };
    assert_eq!(results(&node).await, [(Outcome::Agreed, with)]);
    assert!(node.desk_of(brief.dispute).await.desk.holds(), "a transferred dispute stays");
    is_sound(&node).await;
}

#[tokio::test]
async fn a_refusal_names_the_suit_and_a_given_up_application_the_one_over_the_act() {
    let mut first = node(day(3, 9)).await;
    let brief = brief(4);
    first.hand_over(CENTRE, &brief, Mode::Delegate, Role::Reviewer).await;
    let (on, ground) = (day(3, 11), RefusalGround::NotOurs);
    let competent = Some("吴忠市人民政府".to_owned());
    does(&first, &brief, on, Command::Refuse(Refuse { on, ground, competent })).await;
    let refused = (Outcome::Refused, papers(None, Some("T-K-16.after_reconsideration"), on));
    assert_eq!(results(&first).await, [refused]);
    is_sound(&first).await;

    let mut second = node(day(3, 9)).await;
    second.hand_over(CENTRE, &brief, Mode::Delegate, Role::Reviewer).await;
    does(&second, &brief, on, Command::AskCorrection { on }).await;
    does(&second, &brief, on, Command::ServeCorrection { on }).await;
    second.on(day(4, 1));
    assert_eq!(second.ledger.sweep().await.unwrap(), 1);
    assert_eq!(
        results(&second).await,
        [(Outcome::Withdrawn, papers(None, Some("T-K-16"), day(3, 25)))]
    );
    is_sound(&second).await;
}

#[tokio::test]
async fn a_dispute_that_fits_no_reconsideration_stays_on_the_desk() {
    let mut node = node(day(3, 9)).await;
    let mut other = brief(5);
    other.track = TrackKind::AdministrativeRuling;
    let mut lonely = brief(6);
    lonely.parties.retain(|party| party.role == PartyRole::Applicant);
    for brief in [&other, &lonely] {
        node.hand_over(CENTRE, brief, Mode::Delegate, Role::Reviewer).await;
        assert!(node.desk_of(brief.dispute).await.desk.holds());
    }
    assert_eq!(sent(&node, "evt").await.iter().filter(|e| *e == "ApplicationReceived").count(), 0);
    // Staff register at the window what was missing.
    does(&node, &brief(6), day(3, 9), apply(brief(6), day(3, 9))).await;
    assert_eq!(state(&node, &brief(6)).await.code(), "received");
    is_sound(&node).await;
}

#[tokio::test]
async fn what_was_given_up_comes_again_as_another_round() {
    let node = node(day(3, 9)).await;
    let brief = brief(7);
    does(&node, &brief, day(3, 9), apply(brief.clone(), day(3, 9))).await;
    let again = || {
        node.command(case_id(brief.dispute, 2), apply(brief.clone(), day(3, 9)).into(), Role::Party)
    };
    let (party, settled, granted, on) = (CITIZEN, false, true, day(3, 9));
    does(&node, &brief, on, Command::AskWithdrawal { party, settled, on }).await;
    does(&node, &brief, on, Command::RuleWithdrawal { party, granted, on }).await;
    again().await.unwrap();
    assert_eq!(node.case(case_id(brief.dispute, 2)).await.row.state, "received");
    is_sound(&node).await;
}

#[tokio::test]
async fn a_refused_dispute_that_is_handed_over_again_gets_a_new_case() {
    let mut node = node(day(3, 9)).await;
    let brief = brief(9);
    node.hand_over(CENTRE, &brief, Mode::Transfer, Role::Reviewer).await;
    let (on, ground) = (day(3, 9), RefusalGround::NoClearClaim);
    does(&node, &brief, on, Command::Refuse(Refuse { on, ground, competent: None })).await;

    let epoch = goes_on(&mut node, &brief).await;
    assert_eq!(state(&node, &brief).await.code(), "decided", "the refusal waits for its service");

    // Before the first case has ended the dispute comes back to it; afterwards it gets another one.
    let epoch = comes_back(&mut node, &brief, epoch).await;
    assert!(
        read::case::<AdministrativeArea>(node.ledger.store(), case_id(brief.dispute, 2))
            .await
            .is_err()
    );
    does(&node, &brief, on, Command::Serve(by(CITIZEN, on))).await;
    node.on(day(3, 25));
    assert_eq!(node.ledger.sweep().await.unwrap(), 1);
    assert_eq!(state(&node, &brief).await.outcome(), Some(Outcome::Refused));
    let out = goes_on(&mut node, &brief).await;
    assert!(out > epoch);
    comes_back(&mut node, &brief, out).await;
    assert_eq!(node.case(case_id(brief.dispute, 2)).await.row.state, "received");
    is_sound(&node).await;
}

/// The unit hands the dispute on to the centre, which takes it.
async fn goes_on(node: &mut Node, brief: &Brief) -> Epoch {
    let offer = Input::Offer {
        to: CENTRE.parse().unwrap(),
        mode: Mode::Transfer,
        due: Moment::end_of(day(12, 31)),
        brief: FactId::from_bits(2),
        co_units: BTreeSet::new(),
        result_due: None,
    };
    node.desk(brief.dispute, offer, Role::ReviewHead).await.unwrap();
    let epoch = node.desk_of(brief.dispute).await.desk.outstanding().unwrap().1.epoch;
    node.receive(CENTRE, brief.dispute, &Message::Accepted { epoch }, None).await;
    epoch
}

/// The centre, which took the dispute, hands it over again, and this unit takes it.
async fn comes_back(node: &mut Node, brief: &Brief, last: Epoch) -> Epoch {
    let epoch = Epoch::new(last.incarnation, last.n + 1);
    let offer = Offer {
        epoch,
        mode: Mode::Transfer,
        due: Some(Moment::end_of(day(12, 31))),
        brief: FactId::from_bits(3),
        binding: Binding::Free,
        co_units: BTreeSet::new(),
        result_due: None,
        declines: 0,
        ground: None,
    };
    node.receive(CENTRE, brief.dispute, &Message::Offered(offer), Some(brief)).await;
    node.desk(brief.dispute, Input::Accept { epoch }, Role::Reviewer).await.unwrap();
    let confirmed = Message::Confirmed { epoch, mode: Mode::Transfer };
    node.receive(CENTRE, brief.dispute, &confirmed, None).await;
    assert!(node.desk_of(brief.dispute).await.desk.holds());
    epoch
}

#[tokio::test]
async fn only_the_holder_decides_and_only_in_the_right_role() {
    let node = node(day(3, 9)).await;
    let brief = brief(8);
    does(&node, &brief, day(3, 9), apply(brief.clone(), day(3, 9))).await;
    let id = case_id(brief.dispute, 1);
    let wrong = node.command(id, accept(day(3, 9)).into(), Role::WindowClerk).await;
    assert!(matches!(wrong, Err(Error::Forbidden(_))));
    let centre = node.command(id, accept(day(3, 9)).into(), Role::Coordinator).await;
    assert!(matches!(centre, Err(Error::Forbidden(_))));
    does(&node, &brief, day(3, 10), accept(day(3, 10))).await;
    let early = decide(DecisionKind::Uphold, None, day(3, 10)).into();
    let early = node.command(id, early, Role::ReviewHead).await;
    assert!(matches!(early, Err(Error::Refused(_))));
    is_sound(&node).await;
}
