//! Whole lawyer mediations over a real database, from the hand-over to the end.

use std::collections::BTreeSet;

use jiefen_handoff::Mode;
use jiefen_ledger::Error;
use jiefen_ledger::testing::TestNode;
use jiefen_mediation_rules::agreement::Window;
use jiefen_mediation_rules::lawyer_mediation::{Command, Host};
use jiefen_mediation_rules::neutral::{Candidate, Interest, Wording};
use jiefen_procedure::Brief;
use jiefen_vocab::{CaseId, DisputeKind, Outcome, Role, TrackKind};
use jiff::civil::{Date, date};

use super::course::{CENTRE, Node, hand_over, reported, state};
use super::{HASH, TODAY, brief, draft};
use crate::{Kind, case_id, neutral};

const DUE: Date = date(2026, 9, 30);

async fn node() -> Node {
    TestNode::start("640122.lawyer_studio", TODAY).await
}

fn file(n: u128) -> Brief {
    Brief { kind: DisputeKind::ContractDebt, ..brief(n, TrackKind::LawyerMediation) }
}

fn case(brief: &Brief) -> CaseId {
    case_id(brief.dispute, Kind::LawyerMediation, 1)
}

async fn tried(node: &Node, case: CaseId, command: Command) -> Result<(), Error> {
    node.command(case, command.into(), Role::MediationHead).await.map(drop)
}

async fn give(node: &Node, case: CaseId, command: Command) {
    let shown = format!("{command:?}");
    let outcome = tried(node, case, command).await;
    assert!(outcome.is_ok(), "{shown}: {:?}", outcome.err());
}

async fn refused(node: &Node, case: CaseId, command: Command, name: &str) {
    match tried(node, case, command).await {
        Err(Error::Refused(refusal)) => assert_eq!(refusal.name, name),
        other => panic!("{name}: {other:?}"),
    }
}

fn take(interest: Option<Interest>, host: Option<Host>) -> Command {
    let person = "m-1".to_owned();
    let lawyer = Candidate { person, on_roster: true, trained: true, checked: true, interest };
    Command::Take { lawyer, host, on: TODAY }
}

/// From the hand-over to the lawyer.
async fn taken(node: &mut Node, file: &Brief) -> CaseId {
    hand_over(node, CENTRE, file, Mode::Delegate, 2).await;
    let case = case(file);
    assert_eq!(state(node, case).await, "asking");
    for party in [1, 2] {
        let how = "phone".to_owned();
        give(node, case, Command::GiveConsent { party, how, on: TODAY }).await;
    }
    refused(node, case, take(None, None), "HOST_UNKNOWN").await;
    refused(node, case, take(Some(Interest::Agent), Some(Host::Court)), "ACTS_FOR_PARTY").await;
    give(node, case, take(None, Some(Host::LegalService))).await;
    case
}

#[tokio::test]
async fn a_lawyer_leads_a_dispute_from_the_hand_over_to_an_agreement_that_is_reported() {
    let mut node = node().await;
    let case = taken(&mut node, &file(61)).await;
    let text = draft(DUE);
    give(&node, case, Command::Text(Wording::Put { draft: text.clone(), on: TODAY })).await;
    for party in [1, 2] {
        let hash = HASH.to_owned();
        give(&node, case, Command::Text(Wording::Confirm { party, hash, on: TODAY })).await;
    }
    let (signed, by_lawyer, sealed) = (vec![1, 2], true, true);
    give(&node, case, Command::Agree { draft: text, signed, by_lawyer, sealed, on: TODAY }).await;
    assert_eq!(state(&node, case).await, "agreed");
    let results = reported(&node).await;
    assert_eq!((results.len(), results[0].1), (1, Outcome::Agreed));
    assert!(results[0].2.as_ref().unwrap().confirmable);
    let window = Window::Confirmation;
    give(&node, case, Command::NoteApplication { window, on: TODAY }).await;
    assert_eq!(reported(&node).await.len(), 1, "the result is reported once");
    let shown = neutral::shown(&node.case(case).await).unwrap();
    assert_eq!((shown.host.as_str(), shown.ending.as_str()), ("legal_service", "agreement"));
    assert!(node.parked().await.is_empty());
}

#[tokio::test]
async fn a_debt_that_was_agreed_on_and_not_paid_goes_to_a_payment_order() {
    let mut node = node().await;
    let case = taken(&mut node, &file(62)).await;
    let (signed, by_lawyer, sealed) = (vec![1, 2], true, true);
    let draft = draft(date(2026, 9, 10));
    give(&node, case, Command::Agree { draft, signed, by_lawyer, sealed, on: TODAY }).await;
    let order = |on| Command::NoteOrder { no: 1, on };
    refused(&node, case, order(TODAY), "NOT_DUE").await;
    node.on(date(2026, 9, 14));
    give(&node, case, order(date(2026, 9, 14))).await;
    assert_eq!(state(&node, case).await, "settled");
}

#[tokio::test]
async fn silence_of_a_side_is_reported_when_its_time_is_over() {
    let mut node = node().await;
    let file = file(63);
    hand_over(&mut node, CENTRE, &file, Mode::Transfer, 2).await;
    node.on(date(2026, 9, 30));
    assert!(node.ledger.sweep().await.unwrap() > 0);
    assert_eq!(state(&node, case(&file)).await, "withdrawn");
    assert_eq!(reported(&node).await[0].1, Outcome::Withdrawn);
}

#[tokio::test]
async fn both_sides_come_to_the_studio_together_and_the_dispute_begins_here() {
    let node = node().await;
    let mut file = file(64);
    file.consents.iter_mut().for_each(|word| word.to = TrackKind::LawyerMediation);
    let (brief, facts) = (Box::new(file.clone()), BTreeSet::new());
    let open = Command::Open { brief, host: Some(Host::LawFirm), facts, on: TODAY };
    give(&node, case(&file), open).await;
    assert_eq!(state(&node, case(&file)).await, "waiting");
    assert!(node.desk_of(file.dispute).await.desk.holds());
}
