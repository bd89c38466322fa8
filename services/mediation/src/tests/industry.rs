//! Whole industry mediations over a real database, from the hand-over to the end.

use std::collections::BTreeSet;

use jiefen_handoff::Mode;
use jiefen_ledger::Error;
use jiefen_ledger::testing::TestNode;
use jiefen_mediation_rules::agreement::Window;
use jiefen_mediation_rules::industry_mediation::{Body, Command, Kind as Trade};
use jiefen_mediation_rules::neutral::{Act, Candidate, Interest, Wording};
use jiefen_mediation_rules::session::{Mode as Form, Reached, Sitting};
use jiefen_procedure::Brief;
use jiefen_vocab::{CaseId, DisputeKind, Outcome, Private, Role, TrackKind};
use jiff::civil::{Date, date};

use super::course::{CENTRE, Node, hand_over, reported, state, taken_back};
use super::{CANARY, HASH, TODAY, brief, draft};
use crate::{Kind, case_id, neutral};

const DUE: Date = date(2026, 9, 30);

async fn node() -> Node {
    TestNode::start("640122.industry_commerce_fed", TODAY).await
}

fn file(n: u128) -> Brief {
    Brief { kind: DisputeKind::ContractDebt, ..brief(n, TrackKind::IndustryMediation) }
}

fn case(brief: &Brief) -> CaseId {
    case_id(brief.dispute, Kind::IndustryMediation, 1)
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

fn neutral_person() -> Candidate {
    let person = "m-1".to_owned();
    Candidate { person, on_roster: true, trained: true, checked: true, interest: None }
}

/// From the hand-over to the acceptance under a neutral from outside.
async fn accepted(node: &mut Node, file: &Brief) -> CaseId {
    hand_over(node, CENTRE, file, Mode::Delegate, 2).await;
    let case = case(file);
    for party in [1, 2] {
        let how = "phone".to_owned();
        give(node, case, Command::GiveConsent { party, how, on: TODAY }).await;
    }
    let members = BTreeSet::from([2]);
    give(node, case, Command::CheckBody { members, court_linked: true, on: TODAY }).await;
    let mediator = neutral_person();
    give(node, case, Command::Accept { mediator, outside: true, waived: vec![], on: TODAY }).await;
    case
}

#[tokio::test]
async fn a_dispute_of_the_trade_goes_from_the_hand_over_to_an_agreement_that_is_reported() {
    let mut node = node().await;
    let file = file(51);
    let case = accepted(&mut node, &file).await;
    let place = "商会调解室".to_owned();
    let mode = Form::Together;
    let set = Act::Schedule { on: TODAY, place: place.clone(), mode };
    give(&node, case, Command::Course(set)).await;
    let (present, guardians, reached) = (vec![1, 2], vec![], Reached::AgreedInSubstance);
    let record = Private::new("记录".to_owned());
    let session = Sitting { on: TODAY, place, mode, present, guardians, reached, record };
    give(&node, case, Command::Course(Act::Hold { session })).await;
    let text = draft(DUE);
    give(&node, case, Command::Text(Wording::Put { draft: text.clone(), on: TODAY })).await;
    let agree = Command::Agree { draft: text, signed: vec![1, 2], sealed: true, on: TODAY };
    refused(&node, case, agree.clone(), "NOT_CONFIRMED").await;
    for party in [1, 2] {
        let hash = HASH.to_owned();
        give(&node, case, Command::Text(Wording::Confirm { party, hash, on: TODAY })).await;
    }
    let shown = neutral::shown(&node.case(case).await).unwrap();
    assert_eq!((shown.by.as_str(), shown.confirmed), ("hand_off", vec![1, 2]));
    assert_eq!((shown.sessions.len(), shown.edition), (1, 1));
    give(&node, case, agree).await;
    assert_eq!(state(&node, case).await, "agreed");
    let results = reported(&node).await;
    assert_eq!((results.len(), results[0].1), (1, Outcome::Agreed));
    let papers = results[0].2.clone().unwrap();
    assert_eq!(papers.effect.as_deref(), Some("contract"));
    assert!(papers.confirmable && papers.obligations.len() == 1);
    let window = Window::Confirmation;
    give(&node, case, Command::NoteApplication { window, on: TODAY }).await;
    assert_eq!(state(&node, case).await, "settled");
    assert_eq!(reported(&node).await.len(), 1, "the result is reported once");
    let shown = neutral::shown(&node.case(case).await).unwrap();
    assert!(shown.draft.is_none() && shown.agreement.is_some());
    assert!(node.parked().await.is_empty());
}

#[tokio::test]
async fn a_side_that_refuses_ends_it_and_when_the_dispute_comes_again_it_begins_again() {
    let mut node = node().await;
    let file = file(52);
    hand_over(&mut node, CENTRE, &file, Mode::Delegate, 2).await;
    let first = case(&file);
    assert_eq!(state(&node, first).await, "asking");
    give(&node, first, Command::RefuseConsent { party: 2, on: TODAY }).await;
    assert_eq!(state(&node, first).await, "withdrawn");
    assert_eq!(reported(&node).await[0].1, Outcome::Withdrawn);
    taken_back(&mut node, CENTRE, &file).await;
    hand_over(&mut node, CENTRE, &file, Mode::Delegate, 9).await;
    let second = case_id(file.dispute, Kind::IndustryMediation, 2);
    assert_eq!(state(&node, second).await, "asking");
}

#[tokio::test]
async fn silence_of_a_side_is_no_consent_and_is_reported_when_its_time_is_over() {
    let mut node = node().await;
    let file = file(53);
    hand_over(&mut node, CENTRE, &file, Mode::Transfer, 2).await;
    node.on(date(2026, 9, 30));
    assert!(node.ledger.sweep().await.unwrap() > 0);
    assert_eq!(state(&node, case(&file)).await, "withdrawn");
    assert_eq!(reported(&node).await[0].1, Outcome::Withdrawn);
}

#[tokio::test]
async fn a_plan_to_which_nobody_objects_in_writing_counts_as_agreed() {
    let mut node = node().await;
    let mut file = file(54);
    (file.kind, file.track) = (DisputeKind::Finance, TrackKind::ThirdPartyFinancialMediation);
    let case = accepted(&mut node, &file).await;
    let plan = Command::PutPlan { draft: draft(DUE), agreed: vec![1, 2], served: TODAY, on: TODAY };
    give(&node, case, plan).await;
    let shown = neutral::shown(&node.case(case).await).unwrap();
    assert!(shown.plan_served_on.is_some() && shown.draft.is_some());
    let spoken = Command::Object { party: 1, written: false, on: TODAY };
    refused(&node, case, spoken, "ORAL_OBJECTION").await;
    node.on(date(2026, 9, 11));
    assert!(node.ledger.sweep().await.unwrap() > 0);
    assert_eq!(state(&node, case).await, "agreed");
    assert_eq!(reported(&node).await[0].1, Outcome::Agreed);
}

#[tokio::test]
async fn a_challenged_neutral_leaves_and_a_failed_mediation_is_reported() {
    let mut node = node().await;
    let case = accepted(&mut node, &file(55)).await;
    let doubted = Act::Challenge { party: 1, interest: Interest::Relative, on: TODAY };
    give(&node, case, Command::Course(doubted)).await;
    let shown = neutral::shown(&node.case(case).await).unwrap();
    assert_eq!(shown.doubt.unwrap().by, 1);
    let granted = Act::DecideChallenge { granted: true, on: TODAY };
    give(&node, case, Command::Course(granted)).await;
    let shown = neutral::shown(&node.case(case).await).unwrap();
    assert_eq!((shown.mediator.as_str(), shown.not_accepted), ("", vec!["m-1".to_owned()]));
    let back = Command::Course(Act::Replace { mediator: neutral_person(), on: TODAY });
    refused(&node, case, back, "MEDIATOR_REMOVED").await;
    let failed = Command::EndFailed { on: TODAY, undisputed: None, facts_agreed: vec![] };
    give(&node, case, failed).await;
    assert_eq!(reported(&node).await[0].1, Outcome::Failed);
}

#[tokio::test]
async fn an_application_at_the_body_s_own_window_begins_the_dispute_here() {
    let node = node().await;
    let mut file = file(56);
    file.consents[0].to = TrackKind::IndustryMediation;
    let body = Body {
        kind: Trade::Association,
        members: BTreeSet::new(),
        court_linked: false,
        checked: true,
    };
    let brief = Box::new(file.clone());
    let open = Command::Open { brief, body, facts: BTreeSet::new(), on: TODAY };
    give(&node, case(&file), open).await;
    assert!(node.desk_of(file.dispute).await.desk.holds());
    let shown = neutral::shown(&node.case(case(&file)).await).unwrap();
    assert_eq!((shown.by.as_str(), shown.summary.as_str()), ("application", CANARY));
}
