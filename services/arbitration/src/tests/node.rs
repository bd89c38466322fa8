//! Whole cases over a real database.

use jiefen_arbitration_rules::Case;
use jiefen_arbitration_rules::labour_arbitration::{
    Against, ByParty, Command, Mediate, RefusalGround, Refuse, State, Sue, Withdraw,
};
use jiefen_handoff::{Epoch, Input, Message, Mode};
use jiefen_ledger::testing::TestNode;
use jiefen_ledger::{Chain, Delivered, Error};
use jiefen_procedure::Brief;
use jiefen_vocab::{FactId, Role};
use jiff::civil::Date;

use super::{BOSS, apply, brief, day, on, receive, to_the_award};
use crate::{ArbitrationArea, case_id};

type Node = TestNode<ArbitrationArea>;

const CENTRE: &str = "640122.centre";

async fn node(today: Date) -> Node {
    TestNode::start("640122.hrss", today).await
}

async fn does(node: &Node, brief: &Brief, today: Date, command: Command) {
    node.on(today);
    let window = matches!(command, Command::Contact(_) | Command::Apply(_));
    let role = if window { Role::WindowClerk } else { Role::Arbitrator };
    let name = command.name();
    let done = node.command(case_id(brief.dispute), command.into(), role).await;
    done.unwrap_or_else(|error| panic!("{today} {name}: {error}"));
}

async fn state(node: &Node, brief: &Brief) -> State {
    let Case::LabourArbitration(state) = node.case(case_id(brief.dispute)).await.state;
    state
}

/// The clocks that run, with their last days.
async fn running(node: &Node, brief: &Brief) -> Vec<(String, String)> {
    let clocks = node.clocks(case_id(brief.dispute)).await;
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

/// What went along with the result: force and remedy.
async fn papers(node: &Node) -> (Option<String>, Option<String>) {
    let mut rows =
        node.outbox().await.into_iter().filter(|(_, kind, _)| kind.ends_with("ResultReported"));
    let (.., payload) = rows.next_back().unwrap();
    let papers = jiefen_ledger::wire::decode(&payload).unwrap().1.papers.unwrap();
    (papers.effect, papers.remedy)
}

async fn is_sound(node: &Node) {
    assert_eq!(node.parked().await, []);
    let chain = jiefen_ledger::verify(node.ledger.store()).await.unwrap();
    assert!(matches!(chain, Chain::Whole { .. }), "{chain:?}");
}

#[tokio::test]
async fn a_delegated_dispute_goes_from_the_papers_to_the_effect_of_the_award_and_back() {
    let mut node = node(day(9, 16)).await;
    let brief = brief(1);
    node.hand_over(CENTRE, &brief, Mode::Delegate, Role::WindowClerk).await;
    let taken = state(&node, &brief).await;
    assert_eq!((taken.code(), taken.person.as_deref()), ("received", Some("staff-1")));
    assert_eq!(running(&node, &brief).await, [clock("contact", "2026-09-17")]);

    does(&node, &brief, day(9, 17), Command::Contact(on(day(9, 17)))).await;
    assert_eq!(running(&node, &brief).await, [clock("application", "2026-10-19")]);
    does(&node, &brief, day(9, 17), apply(None, day(9, 17))).await;
    assert_eq!(running(&node, &brief).await, [clock("accept", "2026-09-23")]);
    for (today, command) in to_the_award() {
        does(&node, &brief, today, command).await;
    }
    assert_eq!(running(&node, &brief).await, [clock("service", "2026-11-25")]);
    for party in [1, 2, BOSS] {
        does(&node, &brief, day(10, 28), receive(party, day(10, 28))).await;
    }
    let (first, second) =
        (clock("suit_final:1", "2026-11-12"), clock("suit_final:2", "2026-11-12"));
    assert_eq!(running(&node, &brief).await, [first, second, clock("set_aside:9", "2026-11-27")]);

    node.on(day(11, 28));
    assert_eq!(node.ledger.sweep().await.unwrap(), 3);
    assert_eq!(state(&node, &brief).await.code(), "concluded");
    assert_eq!(running(&node, &brief).await, []);
    let desk = node.desk_of(brief.dispute).await.desk;
    let (to, offer) = desk.outstanding().unwrap();
    assert_eq!((to.to_string().as_str(), offer.mode), (CENTRE, Mode::Return));
    let told = sent(&node, CENTRE).await;
    assert_eq!(
        (told[0].as_str(), &told[told.len() - 2..]),
        ("Accepted", &["ResultReported".to_owned(), "Offered".to_owned()][..])
    );
    assert_eq!(papers(&node).await, (Some("decision".to_owned()), None));
    assert!(told[1..told.len() - 2].iter().all(|kind| kind == "ProgressReported"), "{told:?}");
    is_sound(&node).await;
}

#[tokio::test]
async fn at_the_window_a_dispute_begins_and_silence_opens_the_court() {
    let node = node(day(9, 17)).await;
    let brief = brief(2);
    does(&node, &brief, day(9, 17), apply(Some(brief.clone()), day(9, 17))).await;
    assert!(node.desk_of(brief.dispute).await.desk.holds());
    node.on(day(9, 24));
    assert_eq!(node.ledger.sweep().await.unwrap(), 1);
    assert_eq!(state(&node, &brief).await.code(), "unanswered");
    let suit = Sue { on: day(9, 24), party: 1, against: Against::Silence, workers: vec![] };
    does(&node, &brief, day(9, 24), Command::Sue(suit)).await;
    assert_eq!(state(&node, &brief).await.code(), "in_court");
    assert_eq!(running(&node, &brief).await, []);
    let events =
        ["ApplicationReceived", "ClockExpired", "AcceptanceLapsed", "SuitRecorded", "CaseClosed"];
    assert_eq!(sent(&node, "evt").await, events);
    assert_eq!(sent(&node, CENTRE).await, Vec::<String>::new());
    is_sound(&node).await;
}

#[tokio::test]
async fn a_refusal_goes_back_with_its_remedy() {
    let mut node = node(day(9, 16)).await;
    let brief = brief(5);
    node.hand_over(CENTRE, &brief, Mode::Delegate, Role::Arbitrator).await;
    does(&node, &brief, day(9, 17), apply(None, day(9, 17))).await;
    let refuse = Refuse { on: day(9, 18), ground: RefusalGround::NotOurs };
    does(&node, &brief, day(9, 18), Command::Refuse(refuse)).await;
    assert_eq!(state(&node, &brief).await.code(), "refused");
    assert_eq!(papers(&node).await, (None, Some("T-H-06".to_owned())));
    is_sound(&node).await;
}

#[tokio::test]
async fn a_statement_signed_by_all_is_reported_with_its_force() {
    let mut node = node(day(9, 16)).await;
    let brief = brief(6);
    node.hand_over(CENTRE, &brief, Mode::Transfer, Role::Arbitrator).await;
    does(&node, &brief, day(9, 17), apply(None, day(9, 17))).await;
    for (today, command) in to_the_award().into_iter().take(3) {
        does(&node, &brief, today, command).await;
    }
    let at = day(9, 22);
    does(&node, &brief, at, Command::Mediate(Mediate { on: at, agreed: vec![1, 2] })).await;
    for party in [1, 2, BOSS] {
        does(&node, &brief, at, Command::SignStatement(ByParty { party, on: at })).await;
    }
    assert_eq!(state(&node, &brief).await.code(), "settled");
    assert_eq!(papers(&node).await, (Some("statement".to_owned()), None));
    assert!(node.desk_of(brief.dispute).await.desk.holds(), "a transferred dispute stays");
    is_sound(&node).await;
}

#[tokio::test]
async fn only_the_holder_decides_and_only_in_the_right_role() {
    let mut node = node(day(9, 17)).await;
    let brief = brief(3);
    does(&node, &brief, day(9, 17), apply(Some(brief.clone()), day(9, 17))).await;
    let accept = || Command::Accept(on(day(9, 17))).into();
    let wrong = node.command(case_id(brief.dispute), accept(), Role::WindowClerk).await;
    assert!(matches!(wrong, Err(Error::Forbidden(_))));
    pass_on(&mut node, &brief, "640122.court", Mode::Delegate).await;
    assert_eq!(state(&node, &brief).await.code(), "applied", "it will come back");
    let gone = node.command(case_id(brief.dispute), accept(), Role::Arbitrator).await;
    assert!(matches!(gone, Err(Error::Refused(_))));
    // A party's word does not wait for the custody.
    let (applicants, settled) = (vec![1, 2], true);
    let withdraw = Command::Withdraw(Withdraw { on: day(9, 17), applicants, settled });
    node.command(case_id(brief.dispute), withdraw.into(), Role::Party).await.unwrap();
    assert_eq!(state(&node, &brief).await.code(), "settled");
    is_sound(&node).await;
}

/// Offers the dispute to another agency, which takes it.
async fn pass_on(node: &mut Node, brief: &Brief, to: &str, mode: Mode) -> Epoch {
    let offer = Input::Offer {
        to: to.parse().unwrap(),
        mode,
        due: jiefen_vocab::Moment::end_of(day(12, 31)),
        brief: FactId::from_bits(2),
        co_units: std::collections::BTreeSet::new(),
        result_due: None,
    };
    node.desk(brief.dispute, offer, Role::ArbitrationDirector).await.unwrap();
    let epoch = node.desk_of(brief.dispute).await.desk.outstanding().unwrap().1.epoch;
    let accepted = node.receive(to, brief.dispute, &Message::Accepted { epoch }, None).await;
    assert_eq!(accepted, Delivered::Applied);
    epoch
}

#[tokio::test]
async fn a_dispute_handed_on_ends_here_and_may_come_back() {
    let mut node = node(day(9, 16)).await;
    let brief = brief(4);
    node.hand_over(CENTRE, &brief, Mode::Transfer, Role::Arbitrator).await;
    let epoch = pass_on(&mut node, &brief, CENTRE, Mode::Transfer).await;
    assert_eq!(state(&node, &brief).await.code(), "handed_on");
    assert!(!node.case(case_id(brief.dispute)).await.row.open);

    let epoch = Epoch::new(epoch.incarnation, epoch.n + 1);
    let offer = jiefen_handoff::Offer {
        epoch,
        mode: Mode::Transfer,
        due: Some(jiefen_vocab::Moment::end_of(day(9, 17))),
        brief: FactId::from_bits(3),
        binding: jiefen_handoff::Binding::Free,
        co_units: std::collections::BTreeSet::new(),
        result_due: None,
        declines: 0,
        ground: None,
    };
    node.receive(CENTRE, brief.dispute, &Message::Offered(offer), Some(&brief)).await;
    node.desk(brief.dispute, Input::Accept { epoch }, Role::WindowClerk).await.unwrap();
    let confirmed = Message::Confirmed { epoch, mode: Mode::Transfer };
    node.receive(CENTRE, brief.dispute, &confirmed, None).await;
    let again = state(&node, &brief).await;
    assert_eq!((again.code(), again.earlier.len()), ("received", 1));
    assert_eq!(running(&node, &brief).await, [clock("contact", "2026-09-17")]);
    does(&node, &brief, day(9, 16), Command::Forgo(on(day(9, 16)))).await;
    assert_eq!(state(&node, &brief).await.code(), "not_applied");
    assert!(sent(&node, CENTRE).await.contains(&"ResultReported".to_owned()));
    is_sound(&node).await;
}
