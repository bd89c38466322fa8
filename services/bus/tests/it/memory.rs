//! A hub that loses, repeats and disorders; nothing may be lost, doubled or out of order in the books.

use std::sync::Arc;
use std::time::Duration;

use jiefen_bus::{
    Book, Bus, ConsumeOptions, Consumer, Delivery, Fault, Faults, Feed, Headers, Link, MemoryHub,
    Relay, RelayOptions, Settle, Token, headers, receipts,
};
use jiefen_ledger::{Destination, Envelope, Receipt};
use jiefen_platform::trust::Trust;
use jiefen_vocab::Agency;

use crate::paper::{Paper, agencies, agency};

const CENTRE: &str = "640122.centre";
const COURT: &str = "640122.court";
const POLICE: &str = "640122.police";

struct Node {
    paper: Arc<Paper>,
    bus: Arc<dyn Bus>,
    relay: Relay,
    inbox: Consumer,
    events: Consumer,
}

fn relay_options() -> RelayOptions {
    RelayOptions {
        window: 16,
        resend_after: Duration::from_millis(1),
        resend_max: Duration::from_millis(4),
        pause_max: Duration::from_millis(1),
        linger: Duration::ZERO,
        ..RelayOptions::default()
    }
}

fn consume_options() -> ConsumeOptions {
    ConsumeOptions {
        batch: 20,
        wait: Duration::ZERO,
        rest: Duration::ZERO,
        ..ConsumeOptions::default()
    }
}

fn node(hub: &MemoryHub, paper: &Arc<Paper>, trust: &Arc<Trust>, readers: &[&str]) -> Node {
    let bus: Arc<dyn Bus> = Arc::new(hub.node(paper.me()));
    let readers = readers.iter().map(|name| agency(name)).collect();
    let consumer =
        |feed| Consumer::new(paper.clone(), bus.clone(), trust.clone(), feed, consume_options());
    Node {
        relay: Relay::new(paper.clone(), bus.clone(), readers, relay_options()),
        inbox: consumer(Feed::inbox(paper.me())),
        events: consumer(Feed::events()),
        paper: paper.clone(),
        bus,
    }
}

/// One step of a node; the bus may refuse, the next step tries again.
async fn step(node: &mut Node, reconcile: bool) {
    let results = [
        node.relay.pass().await.err(),
        node.inbox.pass().await.err(),
        node.events.pass().await.err(),
        if reconcile { node.inbox.reconcile().await.err() } else { None },
        node.bus.check(&Feed::inbox(node.paper.me())).await.err(),
    ];
    for fault in results.into_iter().flatten() {
        assert!(!fault.is_final(), "{fault}");
    }
}

async fn until(nodes: &mut [Node], what: &str, done: impl Fn(&[Node]) -> bool) {
    for round in 0..4000 {
        if done(nodes) {
            return;
        }
        for node in nodes.iter_mut() {
            step(node, round % 7 == 6).await;
        }
        tokio::time::sleep(Duration::from_micros(200)).await;
    }
    panic!("never: {what}");
}

fn payload(number: u64) -> Vec<u8> {
    number.to_be_bytes().to_vec()
}

fn payloads(count: u64) -> Vec<Vec<u8>> {
    (1..=count).map(payload).collect()
}

fn to(name: &str) -> Destination {
    Destination::Agency(agency(name))
}

fn complete(nodes: &[Node], count: u64) -> bool {
    let (centre, court) = (&nodes[0].paper, &nodes[1].paper);
    court.heard(agency(CENTRE), Link::Messages).len() as u64 >= count
        && court.heard(agency(CENTRE), Link::Events).len() as u64 >= count
        && centre.receipted(COURT, agency(COURT)) as u64 >= count
        && centre.receipted("evt", agency(COURT)) as u64 >= count
}

fn pair(hub: &MemoryHub) -> (Vec<Node>, Arc<Trust>) {
    let (papers, trust) = agencies(&[CENTRE, COURT]);
    let readers = [CENTRE, COURT];
    (papers.iter().map(|paper| node(hub, paper, &trust, &readers)).collect(), trust)
}

#[tokio::test]
async fn everything_arrives_once_and_in_order_on_the_worst_bus() {
    let faults = Faults { lose: 0.2, refuse: 0.1, repeat: 0.2, deaf: 0.2, delay: 5 };
    for seed in 0..12 {
        let hub = MemoryHub::new(seed, faults);
        let (mut nodes, _) = pair(&hub);
        for number in 1..=60 {
            nodes[0].paper.say(to(COURT), payload(number));
            nodes[0].paper.say(Destination::Everybody, payload(number));
        }
        until(&mut nodes, &format!("seed {seed}"), |nodes| complete(nodes, 60)).await;
        let court = &nodes[1].paper;
        for link in [Link::Messages, Link::Events] {
            assert_eq!(court.heard(agency(CENTRE), link), payloads(60), "seed {seed}");
        }
        assert!(court.state().quarantined.is_empty());
    }
}

#[tokio::test]
async fn a_stream_that_is_lost_is_filled_again_from_the_outbox() {
    for seed in 0..6 {
        let hub = MemoryHub::new(seed, Faults::default());
        let (mut nodes, _) = pair(&hub);
        let mut said = 0;
        for _ in 0..5 {
            for _ in 0..30 {
                said += 1;
                nodes[0].paper.say(to(COURT), payload(said));
                nodes[0].paper.say(Destination::Everybody, payload(said));
            }
            step(&mut nodes[0], false).await;
            hub.wipe_all();
        }
        until(&mut nodes, &format!("seed {seed}"), |nodes| complete(nodes, said)).await;
        assert_eq!(nodes[1].paper.heard(agency(CENTRE), Link::Messages), payloads(said));
        assert!(nodes[0].bus.losses() > 0);
    }
}

#[tokio::test]
async fn a_reader_from_backup_is_given_what_it_lacks() {
    let hub = MemoryHub::new(1, Faults::default());
    let (mut nodes, _) = pair(&hub);
    let backup = nodes[1].paper.backup();
    for number in 1..=40 {
        nodes[0].paper.say(to(COURT), payload(number));
        nodes[0].paper.say(Destination::Everybody, payload(number));
    }
    until(&mut nodes, "the first time", |nodes| complete(nodes, 40)).await;
    nodes[0].paper.say(to(COURT), payload(41));
    nodes[0].paper.say(Destination::Everybody, payload(41));
    nodes[1].paper.restore(backup);
    until(&mut nodes, "after the restore", |nodes| complete(nodes, 41)).await;
    assert_eq!(nodes[1].paper.heard(agency(CENTRE), Link::Messages), payloads(41));
}

#[tokio::test]
async fn what_is_not_believed_is_kept_and_stops_nothing() {
    let hub = MemoryHub::new(1, Faults::default());
    let (papers, trust) = agencies(&[CENTRE, COURT]);
    let (strangers, _) = agencies(&[CENTRE, POLICE]);
    let mut nodes: Vec<Node> =
        papers.iter().map(|paper| node(&hub, paper, &trust, &[COURT])).collect();
    let forged = strangers[0].next(to(COURT), payload(666));
    let unknown = strangers[1].next(to(COURT), payload(667));
    let misled = papers[0].next(to(POLICE), payload(668));
    let honest = papers[0].next(to(COURT), payload(1));
    for envelope in [&forged, &unknown, &misled] {
        let headers = headers::encode(envelope, 0).unwrap();
        hub.inject(to(COURT), &envelope.subject, headers, envelope.payload.clone());
    }
    let headers = headers::encode(&honest, 0).unwrap();
    hub.inject(to(COURT), &honest.subject, headers.clone(), payload(2));
    hub.inject(to(COURT), "jf.msg.nonsense", headers, payload(1));
    hub.inject(to(COURT), &honest.subject, Headers::default(), vec![]);
    let receipt = Receipt {
        src: agency(COURT),
        dst: CENTRE.to_owned(),
        reader: agency(CENTRE),
        upto: 0,
        running: String::new(),
        signature: "00".to_owned(),
    };
    let (said, body) = receipts::encode(&receipt, false).unwrap();
    hub.inject(to(COURT), &receipts::subject(&receipt).to_string(), said, body);
    nodes[0].paper.say(to(COURT), payload(1));
    until(&mut nodes, "the honest one", |nodes| {
        nodes[0].paper.receipted(COURT, agency(COURT)) == 1
    })
    .await;
    let causes: Vec<String> =
        nodes[1].paper.state().quarantined.iter().map(|row| row.cause.clone()).collect();
    assert_eq!(causes.len(), 7, "{causes:#?}");
    for word in ["altered", "not trusted", "not to this agency", "wrong subject", "is missing"] {
        assert!(causes.iter().any(|cause| cause.contains(word)), "{word}: {causes:#?}");
    }
}

#[tokio::test]
async fn a_receipt_that_contradicts_the_outbox_ends_nothing() {
    let hub = MemoryHub::new(1, Faults::default());
    let (mut nodes, _) = pair(&hub);
    let (centre, court) = (nodes[0].paper.clone(), nodes[1].paper.clone());
    for number in 1..=3 {
        centre.say(to(COURT), payload(number));
    }
    let lies = [(4, "ab".repeat(32)), (3, "ab".repeat(32)), (2, "cd".repeat(32))];
    for (upto, running) in lies {
        let lie = Receipt {
            src: agency(CENTRE),
            dst: COURT.to_owned(),
            reader: agency(COURT),
            upto,
            running,
            signature: String::new(),
        };
        let lie = receipts::sign(lie, |bytes| court.sign(bytes));
        nodes[1].bus.publish_receipts(&[lie]).await.unwrap();
    }
    nodes[0].inbox.pass().await.unwrap();
    assert_eq!(centre.receipted(COURT, agency(COURT)), 0);
    assert!(centre.state().quarantined.is_empty(), "believed, and wrong: a finding");
    until(&mut nodes, "the truth", |nodes| nodes[0].paper.receipted(COURT, agency(COURT)) == 3)
        .await;
}

#[tokio::test]
async fn a_ledger_that_fails_gets_the_messages_again() {
    let hub = MemoryHub::new(1, Faults::default());
    let (mut nodes, _) = pair(&hub);
    nodes[0].paper.say(to(COURT), payload(1));
    nodes[1].paper.state().fail = 3;
    nodes[0].relay.pass().await.unwrap();
    let fault = nodes[1].inbox.pass().await.unwrap_err();
    assert!(matches!(fault, Fault::Ledger(_)), "{fault}");
    until(&mut nodes, "after the failures", |nodes| {
        nodes[0].paper.receipted(COURT, agency(COURT)) == 1
    })
    .await;
}

/// A hub on which one destination never answers.
struct Deaf {
    inner: Arc<dyn Bus>,
    never: Destination,
}

#[async_trait::async_trait]
impl Bus for Deaf {
    async fn publish_batch(
        &self,
        dst: Destination,
        messages: &[Envelope],
        attempt: u32,
    ) -> Result<(), Fault> {
        if dst == self.never {
            std::future::pending::<()>().await;
        }
        self.inner.publish_batch(dst, messages, attempt).await
    }
    async fn publish_receipts(&self, receipts: &[Receipt]) -> Result<(), Fault> {
        self.inner.publish_receipts(receipts).await
    }
    async fn fetch(&self, feed: &Feed, max: usize, wait: Duration) -> Result<Vec<Delivery>, Fault> {
        self.inner.fetch(feed, max, wait).await
    }
    async fn settle(&self, tokens: Vec<Token>, how: Settle) -> Result<(), Fault> {
        self.inner.settle(tokens, how).await
    }
    async fn check(&self, feed: &Feed) -> Result<(), Fault> {
        self.inner.check(feed).await
    }
    async fn close(&self, feed: &Feed) {
        self.inner.close(feed).await;
    }
    fn losses(&self) -> u64 {
        self.inner.losses()
    }
}

#[tokio::test]
async fn a_destination_that_does_not_answer_stops_no_other() {
    let hub = MemoryHub::new(1, Faults::default());
    let (papers, _) = agencies(&[CENTRE]);
    let never = to(POLICE);
    let bus = Arc::new(Deaf { inner: Arc::new(hub.node(agency(CENTRE))), never });
    papers[0].say(never, payload(1));
    let relay = Relay::new(papers[0].clone(), bus, vec![], relay_options());
    let court: Agency = agency(COURT);
    let feed = Feed::inbox(court);
    let reader = hub.node(court);
    let work = relay.run(tokio_util::sync::CancellationToken::new());
    let watch = async {
        for number in 1..=3 {
            papers[0].say(to(COURT), payload(number));
            let mut found = vec![];
            while found.is_empty() {
                found = reader.fetch(&feed, 10, Duration::from_millis(2)).await.unwrap();
            }
            let tokens = found.iter().map(|delivery| delivery.token.clone()).collect();
            reader.settle(tokens, Settle::Done).await.unwrap();
        }
    };
    tokio::select! {
        ended = work => panic!("the relay ended: {ended:?}"),
        () = watch => {}
        () = tokio::time::sleep(Duration::from_secs(10)) => panic!("the others were stopped"),
    }
}
