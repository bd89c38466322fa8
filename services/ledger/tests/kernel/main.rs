//! The way of a command, on a real database: claim, check, decide, save, journal, clocks, custody,
//! outbox in one transaction; messages in order, once, or parked with the cause.

#![allow(clippy::unwrap_used)] // a test fails by panicking

mod area;
mod bad;
mod docket;
mod duties;
mod materials;
mod news;
mod shelf;

use area::{Command, Small, case_of};
use jiefen_handoff as handoff;
use jiefen_ledger::testing::TestNode;
use jiefen_ledger::{
    Chain, Delivered, Destination, Envelope, Error, Ledger, Order, Redrive, Request, read,
};
use jiefen_procedure::{Actor, Brief};
use jiefen_vocab::{Channel, DisputeId, DisputeKind, Moment, Private, Role, TrackKind};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 9, 3);

fn brief(n: u128) -> Brief {
    Brief {
        dispute: DisputeId::from_bits((7 << 80) | n),
        code: "R".into(),
        kind: DisputeKind::Neighbour,
        channel: Channel::Grid,
        place: "640122101".parse().unwrap(),
        other_place: None,
        summary: Private::new("canary".into()),
        parties: vec![],
        amount: None,
        people: 2,
        flags: std::collections::BTreeSet::new(),
        received_on: TODAY,
        track: TrackKind::PeopleMediation,
        basis: "五(二)1".into(),
        known: Default::default(),
        consents: vec![],
    }
}

async fn node(agency: &str) -> TestNode<Small> {
    TestNode::start(agency, TODAY).await
}

fn request(brief: &Brief, command: Command, id: &str) -> Request<Small> {
    Request {
        order: Order::Case { case: case_of(brief.dispute), command },
        actor: Actor {
            agency: "640122.centre".parse().unwrap(),
            person: "p".into(),
            role: Role::Mediator,
        },
        request_id: id.into(),
        fingerprint: vec![1],
        expected: None,
        seen: None,
        validate_only: false,
        trace: None,
    }
}

#[tokio::test]
async fn a_command_writes_case_clock_journal_and_custody_together() {
    let node = node("640122.centre").await;
    let brief = brief(1);
    let open = Command::Open(Box::new(brief.clone()));
    node.command(case_of(brief.dispute), open, Role::Mediator).await.unwrap();
    let answer = node.command(case_of(brief.dispute), Command::Work, Role::Mediator).await.unwrap();
    assert_eq!(answer.version, 2);
    assert!(node.desk_of(brief.dispute).await.desk.holds());
    let clocks = node.clocks(case_of(brief.dispute)).await;
    assert_eq!(clocks, [("work".into(), "T-H-09".into(), "2026-10-19".into(), "running".into())]);
    assert_eq!(node.facts().await, ["opened", "handoff.holding_began", "worked"]);
    let outbox = node.outbox().await;
    assert_eq!((outbox[0].0.as_str(), outbox[0].1.as_str()), ("evt", "small.v1.Worked"));
    let chain = jiefen_ledger::verify(node.ledger.store()).await.unwrap();
    assert_eq!(chain, Chain::Whole { entries: 3 });
}

#[tokio::test]
async fn a_repeated_request_changes_nothing_and_another_content_is_refused() {
    let node = node("640122.centre").await;
    let brief = brief(2);
    let open = Command::Open(Box::new(brief.clone()));
    node.ledger.execute(request(&brief, open, "r1")).await.unwrap();
    for _ in 0..3 {
        let answer = node.ledger.execute(request(&brief, Command::Work, "r2")).await.unwrap();
        assert_eq!(answer.version, 2);
    }
    let mut other = request(&brief, Command::Close, "r2");
    other.fingerprint = vec![2];
    assert!(matches!(node.ledger.execute(other).await, Err(Error::Reused)));
    assert_eq!(node.case(case_of(brief.dispute)).await.state.steps, 1);
}

#[tokio::test]
async fn of_sixteen_rivals_with_one_etag_one_wins() {
    let node = node("640122.centre").await;
    let brief = brief(3);
    let open = Command::Open(Box::new(brief.clone()));
    node.ledger.execute(request(&brief, open, "open")).await.unwrap();
    let rivals = (0..16).map(|n| {
        let mut rival = request(&brief, Command::Work, &format!("rival-{n}"));
        rival.expected = Some(1);
        node.ledger.execute(rival)
    });
    let outcomes = futures::future::join_all(rivals).await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    let stale = |outcome: &&Result<_, Error>| matches!(outcome, Err(Error::Stale { current: 2 }));
    assert_eq!(outcomes.iter().filter(stale).count(), 15);
}

#[tokio::test]
async fn two_processes_over_one_database_see_what_the_other_has_written() {
    let node = node("640122.centre").await;
    let twin = node.twin();
    let brief = brief(41);
    let open = Command::Open(Box::new(brief.clone()));
    assert_eq!(node.ledger.execute(request(&brief, open, "open")).await.unwrap().version, 1);
    for round in 0..3_i64 {
        let order = request(&brief, Command::Work, &format!("twin-{round}"));
        assert_eq!(twin.execute(order.clone()).await.unwrap().version, 2 + 2 * round);
        // The same request at the other process is the same request.
        assert_eq!(node.ledger.execute(order).await.unwrap().version, 2 + 2 * round);
        let mut stale = request(&brief, Command::Work, &format!("stale-{round}"));
        stale.expected = Some(1 + 2 * round);
        let outcome = node.ledger.execute(stale).await;
        assert!(matches!(outcome, Err(Error::Stale { current }) if current == 2 + 2 * round));
        let order = request(&brief, Command::Work, &format!("node-{round}"));
        assert_eq!(node.ledger.execute(order).await.unwrap().version, 3 + 2 * round);
    }
    let chain = jiefen_ledger::verify(node.ledger.store()).await.unwrap();
    assert!(matches!(chain, Chain::Whole { .. }), "one chain: {chain:?}");
}

#[tokio::test]
async fn a_client_may_hang_up_but_the_command_is_carried_out() {
    let node = node("640122.centre").await;
    let brief = brief(4);
    let open = Command::Open(Box::new(brief.clone()));
    {
        let call = node.ledger.execute(request(&brief, open, "open"));
        let mut call = Box::pin(call);
        let _ = futures::poll!(&mut call);
    }
    let answer = node.ledger.execute(request(&brief, Command::Work, "work")).await.unwrap();
    assert_eq!(answer.version, 2);
}

#[tokio::test]
async fn a_node_that_drains_asks_to_come_again_with_the_same_request() {
    let node = node("640122.centre").await;
    let (store, identity) = (node.ledger.store().clone(), node.ledger.identity().clone());
    let (ledger, writer, drain) = Ledger::<Small>::new(store, identity, 256);
    drain.cancel();
    writer.await;
    let brief = brief(4);
    let open = || Command::Open(Box::new(brief.clone()));
    let error = ledger.execute(request(&brief, open(), "open")).await.err().unwrap();
    assert!(matches!(error, Error::Draining) && error.is_transient());
    let status = tonic::Status::from(error);
    assert_eq!(status.code(), tonic::Code::Unavailable, "{status}");
    assert!(node.facts().await.is_empty());
    node.ledger.execute(request(&brief, open(), "open")).await.unwrap();
}

#[tokio::test]
async fn a_trial_run_decides_and_changes_nothing() {
    let node = node("640122.centre").await;
    let brief = brief(5);
    let mut trial = request(&brief, Command::Open(Box::new(brief.clone())), "t");
    trial.validate_only = true;
    let foreseen = node.ledger.execute(trial).await.unwrap();
    assert_eq!(foreseen.version, 1, "it says what would be");
    assert!(foreseen.desk.unwrap().holds() && foreseen.state.is_some());
    assert!(node.facts().await.is_empty());
    assert!(matches!(
        node.ledger.execute(request(&brief, Command::Work, "w")).await,
        Err(Error::Refused(refused)) if refused.name == "NOT_OPEN"
    ));
}

#[tokio::test]
async fn only_the_right_role_acts_and_only_while_the_agency_holds() {
    let node = node("640122.centre").await;
    let brief = brief(6);
    let case = case_of(brief.dispute);
    let open = || Command::Open(Box::new(brief.clone()));
    assert!(matches!(
        node.command(case, open(), Role::Coordinator).await,
        Err(Error::Forbidden(refused)) if refused.name == "ROLE_MAY_NOT"
    ));
    node.command(case, open(), Role::Mediator).await.unwrap();
    let to = "640122.court".parse().unwrap();
    node.command(case, Command::Send { to }, Role::Mediator).await.unwrap();
    // Offered still counts as holding: responsibility never lapses.
    node.command(case, Command::Work, Role::Mediator).await.unwrap();
}

/// Carries what one node has in its outbox for another one into that one's inbox.
async fn carry(from: &TestNode<Small>, to: &TestNode<Small>, after: i64) -> Vec<Delivered> {
    let (me, dst) = (from.ledger.agency(), to.ledger.agency().to_string());
    let rows = read::unsent(from.ledger.store(), me, &dst, after, 100).await.unwrap();
    to.ledger.deliver(rows).await.unwrap()
}

#[tokio::test]
async fn responsibility_moves_only_on_acceptance_and_confirmation() {
    let centre = node("640122.centre").await;
    let court = node("640122.court").await;
    let brief = brief(7);
    let (case, dispute) = (case_of(brief.dispute), brief.dispute);
    centre.command(case, Command::Open(Box::new(brief)), Role::Mediator).await.unwrap();
    let to = court.ledger.agency();
    centre.command(case, Command::Send { to }, Role::Mediator).await.unwrap();
    assert_eq!(carry(&centre, &court, 0).await, [Delivered::Applied]);
    let desk = court.desk_of(dispute).await;
    assert_eq!(desk.status, "pending");
    assert_eq!(desk.brief.unwrap().code, "R");
    let epoch = desk.desk.pending.unwrap().offer.epoch;
    court.desk(dispute, handoff::Input::Accept { epoch }, Role::Mediator).await.unwrap();
    assert!(!court.desk_of(dispute).await.desk.holds());
    assert_eq!(carry(&court, &centre, 0).await, [Delivered::Applied]);
    assert!(!centre.desk_of(dispute).await.desk.holds());
    assert_eq!(centre.case(case).await.state.notes, ["accepted 640122.court"]);
    assert_eq!(carry(&centre, &court, 1).await, [Delivered::Applied]);
    assert!(court.desk_of(dispute).await.desk.holds());
    assert_eq!(court.case(case).await.state.brief.code, "R");
    // Everything again: nothing happens twice.
    assert_eq!(carry(&centre, &court, 0).await, [Delivered::Repeated, Delivered::Repeated]);
    assert!(matches!(
        centre.command(case, Command::Work, Role::Mediator).await,
        Err(Error::Refused(refused)) if refused.name == "NOT_HOLDING"
    ));
    court.command(case, Command::Work, Role::Mediator).await.unwrap();
}

#[tokio::test]
async fn the_relay_gets_from_memory_what_the_outbox_has() {
    let (centre, court) = (node("640122.centre").await, node("640122.court").await);
    assert_eq!(centre.ledger.outstanding(&[]), None, "nothing was written yet");
    let brief = brief(42);
    let (case, dispute, to) = (case_of(brief.dispute), brief.dispute, court.ledger.agency());
    centre.command(case, Command::Open(Box::new(brief)), Role::Mediator).await.unwrap();
    centre.command(case, Command::Send { to }, Role::Mediator).await.unwrap();
    carry(&centre, &court, 0).await;
    let receipt = court.ledger.owed(&[(centre.ledger.agency(), "msg")]).await.unwrap();
    assert_eq!(receipt, read::owed(court.ledger.store(), to).await.unwrap());
    centre.ledger.receipts(receipt).await.unwrap();
    let store = centre.ledger.store();
    let (me, dst) = (centre.ledger.agency(), to.to_string());
    let known = centre.ledger.outstanding(&[]).unwrap();
    assert!(known.contains(&(dst.clone(), 1, 1)), "{known:?}");
    assert_eq!(known, read::outstanding(store, &[]).await.unwrap());
    for (dst, last, _) in known {
        let all = read::unsent(store, me, &dst, 0, 100).await.unwrap();
        assert_eq!(centre.ledger.unsent(&dst, 0, 100).await.unwrap(), all, "{dst}");
        assert_eq!(centre.ledger.unsent(&dst, last, 100).await.unwrap(), [], "{dst}");
        let (_, running) = jiefen_ledger::sent(store, &dst).await.unwrap();
        assert_eq!(centre.ledger.hash_at(&dst, last), Some(running), "{dst}");
    }
    assert_eq!(centre.ledger.hash_at(&dst, 0), None);
    assert_eq!(centre.twin().hash_at(&dst, 1), None, "another process remembers nothing");
    let epoch = court.desk_of(dispute).await.desk.pending.unwrap().offer.epoch;
    court.desk(dispute, handoff::Input::Accept { epoch }, Role::Mediator).await.unwrap();
    carry(&court, &centre, 0).await;
    carry(&centre, &court, 1).await;
    let receipt = court.ledger.owed(&[(me, "msg")]).await.unwrap();
    centre.ledger.receipts(receipt).await.unwrap();
    assert_eq!(centre.ledger.hash_at(&dst, 1), None, "receipted and forgotten");
    assert!(centre.ledger.hash_at(&dst, 2).is_some(), "the last one stays");
    let all = read::unsent(store, me, &dst, 0, 100).await.unwrap();
    assert_eq!(all.len(), 2);
    assert_eq!(centre.ledger.unsent(&dst, 0, 100).await.unwrap(), all, "the outbox has both");
}

fn event(brief: &Brief, seq: i64) -> Envelope {
    Envelope {
        id: jiefen_vocab::FactId::from_bits(1000 + seq as u128),
        src: "640122.court".parse().unwrap(),
        dst: Destination::Everybody,
        seq,
        kind: "small.v1.Worked".into(),
        subject: String::new(),
        dispute: Some(brief.dispute),
        epoch: String::new(),
        occurred_at: Moment(0),
        trace: None,
        payload: vec![seq as u8],
        signature: vec![],
    }
}

#[tokio::test]
async fn messages_out_of_order_are_applied_in_order_and_once() {
    let node = node("640122.centre").await;
    let brief = brief(8);
    let case = case_of(brief.dispute);
    node.command(case, Command::Open(Box::new(brief.clone())), Role::Mediator).await.unwrap();
    let deliver = async |list: &[i64]| {
        let messages = list.iter().map(|seq| event(&brief, *seq)).collect();
        node.ledger.deliver(messages).await.unwrap()
    };
    assert_eq!(deliver(&[3, 2]).await, [Delivered::Waiting, Delivered::Waiting]);
    assert!(node.case(case).await.state.notes.is_empty());
    assert_eq!(
        deliver(&[2, 1, 1]).await,
        [Delivered::Repeated, Delivered::Applied, Delivered::Repeated]
    );
    assert_eq!(deliver(&[5]).await, [Delivered::Waiting]);
    assert_eq!(deliver(&[4]).await, [Delivered::Applied]);
    let notes = node.case(case).await.state.notes;
    assert_eq!(notes, ["event 1", "event 2", "event 3", "event 4", "event 5"]);
    let owed = read::owed(node.ledger.store(), node.ledger.agency()).await.unwrap();
    assert_eq!((owed[0].upto, owed[0].dst.as_str()), (5, "evt"));
}

#[tokio::test]
async fn a_gap_with_a_thousand_messages_behind_it_is_filled_to_the_end() {
    let node = node("640122.centre").await;
    let brief = brief(14);
    let case = case_of(brief.dispute);
    node.command(case, Command::Open(Box::new(brief.clone())), Role::Mediator).await.unwrap();
    let late = (2..=1200).map(|seq| event(&brief, seq)).collect();
    let outcomes = node.ledger.deliver(late).await.unwrap();
    assert!(outcomes.iter().all(|outcome| *outcome == Delivered::Waiting));
    let first = vec![event(&brief, 1)];
    assert_eq!(node.ledger.deliver(first).await.unwrap(), [Delivered::Applied]);
    let owed = read::owed(node.ledger.store(), node.ledger.agency()).await.unwrap();
    assert_eq!(owed[0].upto, 1200);
    assert_eq!(node.case(case).await.state.notes.len(), 1200);
}

#[tokio::test]
async fn a_poisoned_message_parks_its_dispute_and_an_operator_lets_it_go_on() {
    let mut node = node("640122.centre").await;
    let (bad, good) = (brief(9), brief(10));
    for brief in [&bad, &good] {
        let open = Command::Open(Box::new(brief.clone()));
        node.command(case_of(brief.dispute), open, Role::Mediator).await.unwrap();
        let to = "640122.court".parse().unwrap();
        let send = Command::Send { to };
        node.command(case_of(brief.dispute), send, Role::Mediator).await.unwrap();
        let epoch = node.desk_of(brief.dispute).await.desk.outstanding().unwrap().1.epoch;
        let accepted = handoff::Message::Accepted { epoch };
        let outcome = node.receive("640122.court", brief.dispute, &accepted, None).await;
        assert_eq!(outcome, Delivered::Applied);
    }
    let epoch = node.desk_of(bad.dispute).await.desk.mark;
    let progress =
        handoff::Message::ProgressReported { epoch, at: Moment(1), track: None, next: None };
    let outcome = node.receive("640122.court", bad.dispute, &progress, None).await;
    assert!(matches!(outcome, Delivered::Parked(cause) if cause.contains("不行")));
    let messages = vec![event(&bad, 1), event(&good, 2)];
    let outcomes = node.ledger.deliver(messages).await.unwrap();
    assert_eq!(outcomes, [Delivered::Parked(String::new()), Delivered::Applied]);
    assert_eq!(node.parked().await.len(), 2);
    let operator =
        Actor { agency: node.ledger.agency(), person: "it".into(), role: Role::Operator };
    let which = Redrive { reason: "look".into(), dry_run: true, ..Redrive::default() };
    assert_eq!(node.ledger.redrive(which, operator.clone()).await.unwrap(), (2, 0));
    let which = Redrive { reason: "again".into(), ..Redrive::default() };
    // The poisoned one stays where it is, with its cause; what came behind it for this dispute waits.
    let (done, left) = node.ledger.redrive(which, operator).await.unwrap();
    assert_eq!(done + left, 2);
    assert!(left >= 1);
}

#[tokio::test]
async fn a_clock_that_runs_out_takes_its_lawful_effect_once() {
    let node = node("640122.centre").await;
    let brief = brief(11);
    let case = case_of(brief.dispute);
    node.command(case, Command::Open(Box::new(brief)), Role::Mediator).await.unwrap();
    node.on(date(2026, 10, 19));
    assert_eq!(node.ledger.sweep().await.unwrap(), 0, "the last day is in time");
    node.on(date(2026, 10, 20));
    assert_eq!(node.ledger.sweep().await.unwrap(), 1);
    assert_eq!(node.ledger.sweep().await.unwrap(), 0);
    assert!(!node.case(case).await.state.open);
    assert_eq!(node.clocks(case).await[0].3, "expired");
}

#[tokio::test]
async fn an_unanswered_offer_expires_at_the_sender_who_stays_responsible() {
    let node = node("640122.centre").await;
    let brief = brief(12);
    let case = case_of(brief.dispute);
    node.command(case, Command::Open(Box::new(brief.clone())), Role::Mediator).await.unwrap();
    let to = "640122.court".parse().unwrap();
    node.command(case, Command::Send { to }, Role::Mediator).await.unwrap();
    node.on(date(2026, 9, 4));
    assert_eq!(node.ledger.sweep().await.unwrap(), 1);
    let desk = node.desk_of(brief.dispute).await;
    assert!(desk.desk.holds());
    assert!(desk.desk.outstanding().is_none());
    let kinds: Vec<String> = node.outbox().await.into_iter().map(|row| row.1).collect();
    assert!(kinds.contains(&"jiefen.handoff.v1.Voided".to_owned()), "{kinds:?}");
    assert!(kinds.contains(&"jiefen.handoff.v1.ReferralExpired".to_owned()), "{kinds:?}");
}

#[tokio::test]
async fn a_changed_or_removed_journal_entry_breaks_the_chain() {
    use sea_orm::{ConnectionTrait, DbBackend, Statement};
    let node = node("640122.centre").await;
    let brief = brief(13);
    let open = Command::Open(Box::new(brief.clone()));
    node.command(case_of(brief.dispute), open, Role::Mediator).await.unwrap();
    for _ in 0..3 {
        node.command(case_of(brief.dispute), Command::Work, Role::Mediator).await.unwrap();
    }
    let sql = "UPDATE journal SET actor_person = 'another' WHERE seq = 3";
    let change = Statement::from_string(DbBackend::Sqlite, sql);
    node.ledger.store().readers().execute_raw(change).await.unwrap();
    let chain = jiefen_ledger::verify(node.ledger.store()).await.unwrap();
    assert_eq!(chain, Chain::Broken { at: 3 });
}

#[tokio::test]
async fn a_demonstration_comes_back_where_its_clock_was_set_last() {
    let node = node("640122.court").await;
    let store = node.ledger.store();
    assert_eq!(store.demo_clock().await.unwrap(), None, "it never was");
    for now in [Moment(7), Moment(5)] {
        store.keep_demo_clock(now).await.unwrap();
        assert_eq!(store.demo_clock().await.unwrap(), Some(now));
    }
}

#[tokio::test]
async fn a_node_remembers_the_highest_version_of_each_registry() {
    let node = node("640122.centre").await;
    let store = node.ledger.store();
    let (ours, theirs) = ("640122.registry".parse().unwrap(), "640221.registry".parse().unwrap());
    assert_eq!(store.county_seen(ours).await.unwrap(), None, "it never had one");
    for (given, highest) in [(7, 7), (5, 7), (9, 9)] {
        assert_eq!(store.see_county(ours, given).await.unwrap(), highest);
        assert_eq!(store.county_seen(ours).await.unwrap(), Some(highest));
    }
    assert_eq!(store.county_seen(theirs).await.unwrap(), None);
}

#[tokio::test]
async fn an_order_that_depends_on_more_than_its_case_is_refused_once_anything_was_written() {
    let node = node("640122.centre").await;
    let twin = node.twin();
    let (one, other) = (brief(42), brief(43));
    let seen = read::written(node.ledger.store()).await.unwrap();
    let order = |brief: &Brief, id: &str, seen| {
        let open = Command::Open(Box::new(brief.clone()));
        Request { seen: Some(seen), ..request(brief, open, id) }
    };
    twin.execute(order(&one, "one", seen)).await.unwrap();
    let late = node.ledger.execute(order(&other, "late", seen)).await;
    assert!(matches!(late, Err(Error::Overtaken)));
    // What was carried out is answered again, though others have written since.
    assert_eq!(twin.execute(order(&one, "one", seen)).await.unwrap().version, 1);
    let seen = read::written(node.ledger.store()).await.unwrap();
    node.ledger.execute(order(&other, "late", seen)).await.unwrap();
}
