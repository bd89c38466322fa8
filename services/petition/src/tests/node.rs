//! Whole matters over a real database.

use std::collections::BTreeSet;

use jiefen_handoff::{Ground, Input, Message, Mode};
use jiefen_ledger::testing::TestNode;
use jiefen_ledger::{Chain, Delivered, Error};
use jiefen_petition_rules::Case;
use jiefen_petition_rules::petition::{Branch, Command, Form, Matter, Receive, Stage, State};
use jiefen_procedure::Brief;
use jiefen_vocab::{Channel, FactId, Flag, Moment, Outcome, Role, TrackKind};
use jiff::civil::Date;

use super::{agency, brief, classify, day, forward, on, opine, receive};
use crate::{PetitionArea, case_id, view};

type Node = TestNode<PetitionArea>;

const CENTRE: &str = "640122.centre";

async fn node(today: Date) -> Node {
    TestNode::start("640122.petition", today).await
}

async fn does(node: &Node, brief: &Brief, today: Date, command: Command) {
    node.on(today);
    let by_party =
        matches!(command, Command::AskReview(_) | Command::AskRereview(_) | Command::Withdraw(_));
    let role = if by_party { Role::Party } else { Role::PetitionOfficer };
    let name = command.name();
    let done = node.command(case_id(brief.dispute, 1), command.into(), role).await;
    done.unwrap_or_else(|error| panic!("{today} {name}: {error}"));
}

async fn state(node: &Node, brief: &Brief, round: u32) -> State {
    let Case::Petition(state) = node.case(case_id(brief.dispute, round)).await.state;
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

/// The result that was reported last, with what else should be done.
async fn result(node: &Node) -> (Outcome, Option<String>) {
    let mut rows =
        node.outbox().await.into_iter().filter(|(_, kind, _)| kind.ends_with("ResultReported"));
    let (.., payload) = rows.next_back().unwrap();
    let (message, beside) = jiefen_ledger::wire::decode(&payload).unwrap();
    let Message::ResultReported { outcome, .. } = message else { panic!("{message:?}") };
    (outcome, beside.papers.and_then(|papers| papers.not_done))
}

async fn is_sound(node: &Node) {
    assert_eq!(node.parked().await, []);
    let chain = jiefen_ledger::verify(node.ledger.store()).await.unwrap();
    assert!(matches!(chain, Chain::Whole { .. }), "{chain:?}");
}

/// Registered on 1 July, forwarded and received on the 3rd.
async fn handed(node: &Node, brief: &Brief, branch: Branch, route: Option<TrackKind>) {
    does(node, brief, day(7, 2), classify(day(7, 2), branch, route)).await;
    does(node, brief, day(7, 3), forward(day(7, 3), "hrss")).await;
    does(node, brief, day(7, 3), Command::Acknowledge(on(day(7, 3)))).await;
}

#[tokio::test]
async fn a_petition_that_has_another_way_goes_back_with_it() {
    let mut node = node(day(7, 1)).await;
    let brief = Brief { flags: BTreeSet::from([Flag::MassIncident]), ..brief(1, 2) };
    node.hand_over(CENTRE, &brief, Mode::Delegate, Role::WindowClerk).await;
    let taken = state(&node, &brief, 1).await;
    assert_eq!((taken.code(), taken.form, taken.to_report), ("registered", Form::Visit, true));
    assert_eq!((taken.matter, taken.number.as_str()), (Matter::Claim, brief.code.as_str()));
    let keys: Vec<String> = running(&node, &brief).await.into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["urgent", "forward"], "the nearest first");

    handed(&node, &brief, Branch::Arbitration, Some(TrackKind::LabourArbitration)).await;
    does(&node, &brief, day(7, 6), Command::Tell(on(day(7, 6)))).await;
    assert_eq!(state(&node, &brief, 1).await.code(), "routed");
    assert_eq!(running(&node, &brief).await, []);
    let way = "应当通过劳动仲裁解决（信访工作条例31）".to_owned();
    assert_eq!(result(&node).await, (Outcome::Transferred, Some(way)));
    let desk = node.desk_of(brief.dispute).await.desk;
    let (to, offer) = desk.outstanding().unwrap();
    assert_eq!((to.to_string().as_str(), offer.mode), (CENTRE, Mode::Return));
    is_sound(&node).await;
}

#[tokio::test]
async fn a_matter_of_the_office_goes_to_the_end_of_its_road() {
    let node = node(day(7, 1)).await;
    let brief = brief(2, 1);
    does(&node, &brief, day(7, 1), Command::Receive(Box::new(receive(brief.clone(), day(7, 1)))))
        .await;
    assert!(node.desk_of(brief.dispute).await.desk.holds());
    assert_eq!(running(&node, &brief).await, [clock("forward", "2026-07-16")]);
    handed(&node, &brief, Branch::Opinion, None).await;
    for (at, command) in [
        (day(7, 31), Command::Accept(on(day(7, 31)))),
        (day(9, 1), Command::GiveOpinion(opine(day(9, 1)))),
        (day(9, 3), Command::Serve(on(day(9, 3)))),
        (day(9, 30), Command::AskReview(on(day(9, 30)))),
        (day(10, 20), Command::Review(opine(day(10, 20)))),
        (day(10, 21), Command::Serve(on(day(10, 21)))),
        (day(11, 2), Command::AskRereview(on(day(11, 2)))),
        (day(11, 9), Command::Rereview(opine(day(11, 9)))),
    ] {
        does(&node, &brief, at, command).await;
    }
    assert_eq!(state(&node, &brief, 1).await.code(), "terminated");
    assert_eq!(running(&node, &brief).await, []);
    let told = sent(&node, "evt").await;
    assert_eq!(told.first().map(String::as_str), Some("PetitionReceived"));
    assert_eq!(told.last().map(String::as_str), Some("PetitionClosed"));
    let case = node.case(case_id(brief.dispute, 1)).await;
    let shown = view::petition(&case).unwrap();
    assert_eq!(shown.ended.unwrap().how, "terminated");
    assert_eq!(shown.brief.unwrap().parties[0].name, format!("{}1", super::CANARY), "its own");
    is_sound(&node).await;
}

#[tokio::test]
async fn silence_of_the_unit_and_of_the_petitioner_counts() {
    let mut node = node(day(7, 1)).await;
    let brief = Brief { channel: Channel::Online, ..brief(3, 1) };
    node.hand_over(CENTRE, &brief, Mode::Transfer, Role::PetitionOfficer).await;
    handed(&node, &brief, Branch::Opinion, None).await;
    node.on(day(7, 11));
    assert_eq!(node.ledger.sweep().await.unwrap(), 1);
    let lapsed = state(&node, &brief, 1).await;
    assert!(matches!(lapsed.stage, Stage::Forwarded(own) if own.fixed));
    does(&node, &brief, day(7, 13), Command::Accept(on(day(7, 13)))).await;
    does(&node, &brief, day(9, 1), Command::GiveOpinion(opine(day(9, 1)))).await;
    does(&node, &brief, day(9, 3), Command::Serve(on(day(9, 3)))).await;
    node.on(day(12, 1));
    node.ledger.sweep().await.unwrap();
    assert_eq!(state(&node, &brief, 1).await.code(), "stands");
    assert_eq!(result(&node).await, (Outcome::Decided, None));
    assert!(node.desk_of(brief.dispute).await.desk.holds(), "a transferred dispute stays");
    is_sound(&node).await;
}

#[tokio::test]
async fn the_unit_may_answer_through_the_hand_over() {
    let mut node = node(day(7, 1)).await;
    let brief = brief(4, 1);
    does(&node, &brief, day(7, 1), Command::Receive(Box::new(receive(brief.clone(), day(7, 1)))))
        .await;
    does(&node, &brief, day(7, 2), classify(day(7, 2), Branch::DutyToAct, None)).await;
    does(&node, &brief, day(7, 3), forward(day(7, 3), "hrss")).await;
    let offer = Input::Offer {
        to: agency("hrss"),
        mode: Mode::Transfer,
        due: Moment::end_of(day(12, 31)),
        brief: FactId::from_bits(2),
        co_units: BTreeSet::new(),
        result_due: None,
    };
    node.desk(brief.dispute, offer, Role::PetitionHead).await.unwrap();
    let epoch = node.desk_of(brief.dispute).await.desk.outstanding().unwrap().1.epoch;
    let (ground, proposal) = (Ground::NotCompetent, Some(agency("court")));
    let declined = Message::Declined { epoch, ground, proposal };
    assert_eq!(
        node.receive("640122.hrss", brief.dispute, &declined, None).await,
        Delivered::Applied
    );
    let objected = state(&node, &brief, 1).await;
    assert!(matches!(objected.stage, Stage::Objected { proposes, .. } if proposes == proposal));
    is_sound(&node).await;
}

/// 信访工作条例 22、23: what another unit has taken for good has ended here, and no clock of the office runs on;
/// what it has taken to come back has not.
#[tokio::test]
async fn a_matter_that_was_handed_on_for_good_has_ended_here() {
    for (mode, code) in [(Mode::Transfer, "transferred"), (Mode::Delegate, "registered")] {
        let mut node = node(day(7, 1)).await;
        let brief = brief(5, 1);
        let command = Command::Receive(Box::new(receive(brief.clone(), day(7, 1))));
        does(&node, &brief, day(7, 1), command).await;
        let offer = Input::Offer {
            to: agency("hrss"),
            mode,
            due: Moment::end_of(day(7, 2)),
            brief: FactId::from_bits(2),
            co_units: BTreeSet::new(),
            result_due: None,
        };
        node.desk(brief.dispute, offer, Role::PetitionHead).await.unwrap();
        let epoch = node.desk_of(brief.dispute).await.desk.outstanding().unwrap().1.epoch;
        let accepted = Message::Accepted { epoch };
        let delivered = node.receive("640122.hrss", brief.dispute, &accepted, None).await;
        assert_eq!(delivered, Delivered::Applied);
        assert_eq!(state(&node, &brief, 1).await.code(), code, "{mode:?}");
        assert_eq!(running(&node, &brief).await.is_empty(), mode == Mode::Transfer);
        is_sound(&node).await;
    }
}

#[tokio::test]
async fn a_dispute_that_comes_again_is_registered_again() {
    let mut node = node(day(7, 1)).await;
    let large = brief(5, 6);
    node.hand_over(CENTRE, &large, Mode::Transfer, Role::PetitionOfficer).await;
    let taken = state(&node, &large, 1).await;
    assert_eq!(taken.form, Form::Letter, "a group without representatives comes as a file");
    does(&node, &large, day(7, 2), Command::Withdraw(on(day(7, 2)))).await;
    assert_eq!(result(&node).await, (Outcome::Withdrawn, None));
    // Staff register it anew while the office still answers for the dispute.
    let again = Command::Receive(Box::new(receive(large.clone(), day(7, 2))));
    let second = case_id(large.dispute, 2);
    node.command(second, again.into(), Role::WindowClerk).await.unwrap();
    assert_eq!(state(&node, &large, 2).await.code(), "registered");
    // A file without a petitioner opens nothing and parks nothing.
    let nobody = Brief { parties: brief(6, 0).parties, ..brief(6, 0) };
    let mut node = self::node(day(7, 1)).await;
    node.hand_over(CENTRE, &nobody, Mode::Transfer, Role::PetitionOfficer).await;
    assert!(node.desk_of(nobody.dispute).await.desk.holds());
    is_sound(&node).await;
}

#[tokio::test]
async fn an_accusation_stays_between_the_office_and_the_competent_unit() {
    let node = node(day(7, 1)).await;
    let brief = brief(7, 1);
    let accused = vec![agency("hrss")];
    let matter = Matter::Accusation;
    let accusation = Receive { matter, accused, ..receive(brief.clone(), day(7, 1)) };
    does(&node, &brief, day(7, 1), Command::Receive(Box::new(accusation))).await;
    let to_the_accused = forward(day(7, 2), "hrss").into();
    node.on(day(7, 2));
    let id = case_id(brief.dispute, 1);
    let refused = node.command(id, to_the_accused, Role::PetitionOfficer).await;
    assert!(matches!(refused, Err(Error::Refused(_))));
    let wrong_role = node.command(id, forward(day(7, 2), "police").into(), Role::Party).await;
    assert!(matches!(wrong_role, Err(Error::Forbidden(_))));
    does(&node, &brief, day(7, 2), forward(day(7, 2), "police")).await;
    assert_eq!(crate::papers::brief(&state(&node, &brief, 1).await), None);
    assert_eq!(sent(&node, CENTRE).await, Vec::<String>::new());
    is_sound(&node).await;
}
