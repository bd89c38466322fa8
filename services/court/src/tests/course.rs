//! Whole cases over a real database.

use jiefen_court_rules::confirmation::{Command as Confirmation, Competence};
use jiefen_court_rules::filing::{Command as Filing, Elsewhere, Track};
use jiefen_handoff::{Epoch, Ground, Message, Mode, Offer};
use jiefen_ledger::testing::TestNode;
use jiefen_ledger::{Chain, Delivered, Error, wire};
use jiefen_procedure::Brief;
use jiefen_vocab::{Agency, CaseId, FactId, Outcome, Role, TrackKind};
use jiff::civil::{Date, date};

use super::{CODE, TODAY, agreement, brief, measure};
use crate::{CourtArea, Kind, case_id, view};

pub type Node = TestNode<CourtArea>;

pub const CENTRE: &str = "640122.centre";
const BODY: &str = "640122.village_mediation";

pub async fn node() -> Node {
    TestNode::start("640122.court", TODAY).await
}

fn body() -> Agency {
    BODY.parse().unwrap()
}

fn case_of(file: &Brief) -> CaseId {
    case_id(file.dispute, Kind::Filing, 1)
}

pub async fn give(node: &Node, case: CaseId, command: impl Into<jiefen_court_rules::Command>) {
    let command = command.into();
    let shown = format!("{command:?}");
    let outcome = node.command(case, command, Role::Judge).await;
    assert!(outcome.is_ok(), "{shown}: {:?}", outcome.err());
}

pub async fn state(node: &Node, case: CaseId) -> String {
    node.case(case).await.row.state
}

pub fn receive(file: &Brief, receipt: &str) -> Filing {
    let (brief, receipt) = (Box::new(file.clone()), receipt.to_owned());
    Filing::ReceiveComplaint { brief, plaintiff: 1, receipt, on: TODAY }
}

pub fn file_it() -> Filing {
    Filing::File { case_no: "（2026）宁0122民初1号".into(), on: TODAY }
}

fn entrust() -> Filing {
    let agreed = vec![1, 2];
    Filing::Entrust { body: body(), agreed, track: Track::SmallClaims, on: TODAY }
}

/// From filing to the judgment in small claims, received by all.
async fn try_it(node: &Node, case: CaseId, on: Date) {
    give(node, case, Filing::RelieveFee { on }).await;
    let (track, judge) = (Track::SmallClaims, "judge-1".to_owned());
    give(node, case, Filing::ChooseTrack { track, measure: measure(), judge, on }).await;
    give(node, case, Filing::SetHearing { on, told_on: on }).await;
    give(node, case, Filing::Judge { on }).await;
    for party in [1, 2] {
        give(node, case, Filing::ServeJudgment { party, on }).await;
    }
}

/// The results that were reported: to whom, outcome, force.
pub async fn reported(node: &Node) -> Vec<(String, Outcome, Option<String>)> {
    let mut found = Vec::new();
    for (to, kind, payload) in node.outbox().await {
        if kind == "jiefen.handoff.v1.ResultReported" {
            let (message, beside) = wire::decode(&payload).unwrap();
            if let Message::ResultReported { outcome, .. } = message {
                found.push((to, outcome, beside.papers.unwrap().effect));
            }
        }
    }
    found
}

/// The newest offer to an agency, with its brief.
async fn offered(node: &Node, to: &str) -> (Offer, Brief) {
    for (dst, kind, payload) in node.outbox().await.into_iter().rev() {
        if dst == to
            && kind == "jiefen.handoff.v1.Offered"
            && let (Message::Offered(offer), beside) = wire::decode(&payload).unwrap()
        {
            return (offer, beside.brief.unwrap());
        }
    }
    panic!("nothing was offered to {to}");
}

pub async fn events(node: &Node) -> Vec<String> {
    let rows = node.outbox().await.into_iter();
    rows.filter_map(|(_, kind, _)| kind.strip_prefix("jiefen.court.v1.").map(str::to_owned))
        .collect()
}

pub async fn is_sound(node: &Node) {
    assert_eq!(node.parked().await, []);
    let chain = jiefen_ledger::verify(node.ledger.store()).await.unwrap();
    assert!(matches!(chain, Chain::Whole { .. }), "{chain:?}");
}

/// True when this node knows nothing of the custody of the dispute.
pub async fn has_no_desk(node: &Node, file: &Brief) -> bool {
    jiefen_ledger::read::desk(node.ledger.store(), file.dispute).await.is_err()
}

/// The body takes the file.
async fn taken(node: &mut Node, file: &Brief) -> Epoch {
    let (offer, _) = offered(node, BODY).await;
    let accepted = Message::Accepted { epoch: offer.epoch };
    assert_eq!(node.receive(BODY, file.dispute, &accepted, None).await, Delivered::Applied);
    offer.epoch
}

fn back(epoch: Epoch, ground: Option<Ground>) -> Message {
    Message::Offered(Offer {
        epoch: epoch.next(0),
        mode: Mode::Return,
        due: None,
        brief: FactId::from_bits(3),
        binding: jiefen_handoff::Binding::Free,
        co_units: std::collections::BTreeSet::new(),
        result_due: None,
        declines: 0,
        ground,
    })
}

/// The body reports, and the dispute comes back.
async fn comes_back(node: &mut Node, file: &Brief, epoch: Epoch, outcome: Option<Outcome>) {
    if let Some(outcome) = outcome {
        let brief = FactId::from_bits(3);
        let result = Message::ResultReported { epoch, outcome, brief };
        assert_eq!(node.receive(BODY, file.dispute, &result, None).await, Delivered::Applied);
    }
    let ground = outcome.is_none().then_some(Ground::Unresolved);
    let returned = back(epoch, ground);
    assert_eq!(node.receive(BODY, file.dispute, &returned, None).await, Delivered::Applied);
    let confirmed = Message::Confirmed { epoch: epoch.next(0), mode: Mode::Return };
    assert_eq!(node.receive(BODY, file.dispute, &confirmed, None).await, Delivered::Applied);
    assert!(node.desk_of(file.dispute).await.desk.holds());
}

#[tokio::test]
async fn a_complaint_at_the_window_goes_to_judgment_in_small_claims() {
    let node = node().await;
    let mut file = brief(1, TrackKind::Litigation);
    file.code = "收2026-1".to_owned();
    let case = case_of(&file);
    give(&node, case, receive(&file, "收2026-1")).await;
    assert!(node.desk_of(file.dispute).await.desk.holds());
    assert_eq!(state(&node, case).await, "received");
    give(&node, case, file_it()).await;
    try_it(&node, case, TODAY).await;
    assert_eq!(state(&node, case).await, "final");
    let clocks = node.clocks(case).await;
    assert!(clocks.iter().all(|clock| clock.3 != "running"), "{clocks:?}");
    assert_eq!(
        events(&node).await,
        ["ComplaintReceived", "CaseFiled", "TrackChosen", "HearingSet", "CaseJudged", "CaseEnded"]
    );
    let shown = view::filing(&node.case(case).await).unwrap();
    assert_eq!((shown.ending.as_str(), shown.outcome.as_str()), ("final", "decided"));
    assert!(view::confirmation(&node.case(case).await).is_err());
    let late = node.command(case, file_it().into(), Role::Judge).await;
    assert!(matches!(late, Err(Error::Refused(_))));
    is_sound(&node).await;
}

#[tokio::test]
async fn a_diverted_case_is_settled_and_the_statement_is_reported_to_the_counter() {
    let mut node = node().await;
    let file = brief(2, TrackKind::Litigation);
    let case = case_of(&file);
    node.hand_over(CENTRE, &file, Mode::Delegate, Role::FilingClerk).await;
    let shown = view::filing(&node.case(case).await).unwrap();
    assert_eq!((shown.receipt.as_str(), shown.plaintiff), (CODE, 1));
    give(&node, case, file_it()).await;
    give(&node, case, entrust()).await;
    let (offer, sent) = offered(&node, BODY).await;
    let route = TrackKind::CourtEntrustedMediationInLitigation;
    assert_eq!((offer.mode, sent.track, sent.basis.as_str()), (Mode::Delegate, route, "T-C-03"));
    assert_eq!(sent.code, CODE);
    assert!(sent.all_consent(route));
    let epoch = taken(&mut node, &file).await;
    let clocks = node.clocks(case).await;
    let runs = |key: &str| clocks.iter().any(|clock| clock.0 == key && clock.3 == "running");
    assert!(runs("mediation") && runs("trial") && !runs("errand"), "{clocks:?}");
    let fee = node.command(case, Filing::RelieveFee { on: TODAY }.into(), Role::Judge).await;
    assert!(fee.is_err(), "the mediating body answers for the dispute");
    node.on(date(2026, 9, 8));
    comes_back(&mut node, &file, epoch, Some(Outcome::Agreed)).await;
    assert_eq!(state(&node, case).await, "filed");
    let on = date(2026, 9, 8);
    give(&node, case, Filing::MakeStatement { agreed: vec![1, 2], on }).await;
    for party in [1, 2] {
        give(&node, case, Filing::ServeStatement { party, on }).await;
    }
    assert_eq!(state(&node, case).await, "statement");
    let statement = Some("statement".to_owned());
    assert_eq!(reported(&node).await, [(CENTRE.to_owned(), Outcome::Agreed, statement)]);
    let desk = node.desk_of(file.dispute).await.desk;
    let (to, offer) = desk.outstanding().unwrap();
    assert_eq!((to.to_string().as_str(), offer.mode), (CENTRE, Mode::Return));
    let told = events(&node).await;
    assert_eq!(told[2..4], ["SentToMediation", "BackFromMediation"]);
    is_sound(&node).await;
}

/// T-C-05: until 2024 the court sent complaints to mediation before it filed them. What is settled there ends
/// the complaint, and the counter learns it with the dispute's return.
#[tokio::test]
async fn a_complaint_settled_before_filing_is_reported_to_the_counter() {
    let on = date(2024, 11, 4);
    let mut node = Node::start("640122.court", on).await;
    let mut file = brief(50, TrackKind::Litigation);
    file.received_on = on;
    let case = case_of(&file);
    node.hand_over(CENTRE, &file, Mode::Delegate, Role::FilingClerk).await;
    give(&node, case, Filing::Delegate { body: body(), agreed: vec![1, 2], on }).await;
    let epoch = taken(&mut node, &file).await;
    assert_eq!(state(&node, case).await, "delegated");
    comes_back(&mut node, &file, epoch, Some(Outcome::Agreed)).await;
    assert_eq!(state(&node, case).await, "settled_before_filing");
    let contract = Some("contract".to_owned());
    assert_eq!(reported(&node).await, [(CENTRE.to_owned(), Outcome::Agreed, contract)]);
    let desk = node.desk_of(file.dispute).await.desk;
    let (to, offer) = desk.outstanding().unwrap();
    assert_eq!((to.to_string().as_str(), offer.mode), (CENTRE, Mode::Return));
    is_sound(&node).await;
}

#[tokio::test]
async fn what_was_settled_and_performed_ends_the_case_when_it_has_come_back() {
    let mut node = node().await;
    let file = brief(51, TrackKind::Litigation);
    let case = case_of(&file);
    node.hand_over(CENTRE, &file, Mode::Delegate, Role::FilingClerk).await;
    give(&node, case, file_it()).await;
    give(&node, case, entrust()).await;
    let epoch = taken(&mut node, &file).await;
    comes_back(&mut node, &file, epoch, Some(Outcome::Performed)).await;
    assert_eq!(state(&node, case).await, "closed_otherwise");
    assert_eq!(reported(&node).await.len(), 1);
    is_sound(&node).await;
}

#[tokio::test]
async fn without_an_agreement_the_case_is_tried() {
    let mut node = node().await;
    for (n, outcome) in [Some(Outcome::Failed), Some(Outcome::Withdrawn), None].iter().enumerate() {
        let file = brief(10 + n as u128, TrackKind::FastTrack);
        let case = case_of(&file);
        node.hand_over(CENTRE, &file, Mode::Transfer, Role::FilingClerk).await;
        give(&node, case, file_it()).await;
        give(&node, case, entrust()).await;
        let epoch = taken(&mut node, &file).await;
        comes_back(&mut node, &file, epoch, *outcome).await;
        let shown = view::filing(&node.case(case).await).unwrap();
        assert_eq!(shown.mediated, "failed");
        try_it(&node, case, TODAY).await;
        assert_eq!(state(&node, case).await, "final");
    }
    assert_eq!(reported(&node).await.len(), 3);
    is_sound(&node).await;
}

#[tokio::test]
async fn what_no_body_takes_comes_back_at_once_or_when_its_time_is_over() {
    let mut node = node().await;
    let files = [brief(20, TrackKind::Litigation), brief(21, TrackKind::Litigation)];
    for file in &files {
        node.hand_over(CENTRE, file, Mode::Transfer, Role::FilingClerk).await;
        give(&node, case_of(file), file_it()).await;
        give(&node, case_of(file), entrust()).await;
    }
    let desk = node.desk_of(files[0].dispute).await.desk;
    let epoch = desk.outstanding().unwrap().1.epoch;
    let (ground, proposal) = (Ground::ConflictOfInterest, None);
    let declined = Message::Declined { epoch, ground, proposal };
    assert_eq!(node.receive(BODY, files[0].dispute, &declined, None).await, Delivered::Applied);
    assert_eq!(state(&node, case_of(&files[0])).await, "filed");
    node.on(date(2026, 9, 9));
    assert!(node.ledger.sweep().await.unwrap() > 0);
    assert_eq!(state(&node, case_of(&files[1])).await, "filed");
    for file in &files {
        let desk = node.desk_of(file.dispute).await.desk;
        assert!(desk.holds() && desk.outstanding().is_none());
        give(&node, case_of(file), Filing::RelieveFee { on: date(2026, 9, 9) }).await;
    }
    is_sound(&node).await;
}

#[tokio::test]
async fn a_withdrawal_takes_back_an_offer_that_waits_and_a_new_complaint_is_another_case() {
    let mut node = node().await;
    let file = brief(30, TrackKind::Litigation);
    let case = case_of(&file);
    node.hand_over(CENTRE, &file, Mode::Delegate, Role::FilingClerk).await;
    give(&node, case, file_it()).await;
    give(&node, case, entrust()).await;
    give(&node, case, Filing::AskWithdrawal { on: TODAY }).await;
    give(&node, case, Filing::AllowWithdrawal { on: TODAY }).await;
    assert_eq!(state(&node, case).await, "withdrawn");
    assert_eq!(reported(&node).await, [(CENTRE.to_owned(), Outcome::Withdrawn, None)]);
    let again = case_id(file.dispute, Kind::Filing, 2);
    give(&node, again, receive(&file, "收2026-2")).await;
    assert_eq!(state(&node, again).await, "received");
    is_sound(&node).await;
}

#[tokio::test]
async fn a_case_for_another_court_is_handed_over() {
    let mut node = node().await;
    let file = brief(31, TrackKind::Litigation);
    let case = case_of(&file);
    node.hand_over(CENTRE, &file, Mode::Transfer, Role::FilingClerk).await;
    give(&node, case, file_it()).await;
    let to = Elsewhere::OtherCourt { court: "640100.court".parse().unwrap() };
    give(&node, case, Filing::Transfer { to, on: TODAY }).await;
    let (offer, sent) = offered(&node, "640100.court").await;
    assert_eq!((offer.mode, sent.basis.as_str()), (Mode::Transfer, "民事诉讼法 37"));
    assert_eq!(reported(&node).await[0].1, Outcome::Transferred);
    is_sound(&node).await;
}

#[tokio::test]
async fn a_complaint_about_a_dispute_that_another_holds_does_not_begin_it_here() {
    let node = node().await;
    let file = brief(32, TrackKind::Litigation);
    let case = case_of(&file);
    give(&node, case, receive(&file, "收2026-3")).await;
    give(&node, case, file_it()).await;
    assert!(has_no_desk(&node, &file).await);
    let refused = node.command(case, entrust().into(), Role::Judge).await;
    assert!(refused.is_err());
    is_sound(&node).await;
}

#[tokio::test]
async fn an_agreement_made_elsewhere_is_confirmed_and_enforced_without_the_dispute() {
    let node = node().await;
    let file = brief(40, TrackKind::PeopleMediation);
    let case = case_id(file.dispute, Kind::Confirmation, 1);
    let (brief, agreement) = (Box::new(file.clone()), Box::new(agreement()));
    let (applicants, competence) = (vec![1, 2], Competence::BodySeat);
    let apply = Confirmation::Apply { brief, agreement, applicants, competence, on: TODAY };
    give(&node, case, apply).await;
    let (case_no, judge) = ("1号".to_owned(), "judge-1".to_owned());
    give(&node, case, Confirmation::Accept { case_no, judge, on: TODAY }).await;
    give(&node, case, Confirmation::Confirm { on: TODAY }).await;
    for party in [1, 2] {
        give(&node, case, Confirmation::ServeRuling { party, on: TODAY }).await;
    }
    let on = date(2026, 10, 9);
    node.on(on);
    assert!(node.ledger.sweep().await.unwrap() > 0);
    assert_eq!(state(&node, case).await, "effective");
    give(&node, case, Confirmation::ApplyEnforcement { party: 1, on }).await;
    assert_eq!(state(&node, case).await, "enforcement");
    assert!(has_no_desk(&node, &file).await);
    assert_eq!(
        events(&node).await,
        [
            "ConfirmationApplied",
            "ConfirmationAccepted",
            "AgreementConfirmed",
            "EnforcementOpened",
            "EnforcementApplied"
        ]
    );
    let enforced = case_id(file.dispute, Kind::Enforcement, 1);
    assert_eq!(state(&node, enforced).await, "applied", "nobody writes it twice");
    assert_eq!(reported(&node).await, []);
    let shown = view::confirmation(&node.case(case).await).unwrap();
    assert_eq!(shown.ending, "enforcement");
    is_sound(&node).await;
}

#[tokio::test]
async fn a_dispute_handed_over_for_confirmation_waits_for_the_parties_and_is_reported() {
    let mut node = node().await;
    let file = brief(41, TrackKind::JudicialConfirmation);
    node.hand_over(CENTRE, &file, Mode::Transfer, Role::FilingClerk).await;
    assert!(node.desk_of(file.dispute).await.desk.holds());
    let case = case_id(file.dispute, Kind::Confirmation, 1);
    let (brief, agreement) = (Box::new(file.clone()), Box::new(agreement()));
    let (applicants, competence) = (vec![1, 2], Competence::Inviting);
    let apply = Confirmation::Apply { brief, agreement, applicants, competence, on: TODAY };
    give(&node, case, apply).await;
    let (case_no, judge) = ("2号".to_owned(), "judge-1".to_owned());
    give(&node, case, Confirmation::Accept { case_no, judge, on: TODAY }).await;
    give(&node, case, Confirmation::Confirm { on: TODAY }).await;
    give(&node, case, Confirmation::RecordPerformance { on: TODAY }).await;
    let confirmed = Some("confirmed".to_owned());
    assert_eq!(reported(&node).await, [(CENTRE.to_owned(), Outcome::Decided, confirmed)]);
    is_sound(&node).await;
}
