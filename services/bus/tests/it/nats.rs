//! A real nats-server: what JetStream does, not what it promises.

use std::sync::Arc;
use std::time::{Duration, Instant};

use async_nats::jetstream;
use futures::StreamExt;
use jiefen_bus::{
    Book, Bus, ConnectOptions, ConsumeOptions, Consumer, Fault, Feed, Link, NatsBus, Relay,
    RelayOptions, Start, StreamOptions, Types, config, connect, tail,
};
use jiefen_ledger::Destination;
use jiefen_platform::config::Secret;
use jiefen_platform::trust::Trust;
use tokio_util::sync::CancellationToken;

use crate::hub::Hub;
use crate::paper::{Paper, agencies, agency};

const CENTRE: &str = "640122.centre";
const COURT: &str = "640122.court";

/// The whole of a service's bus: relay, consumers, watchdogs.
struct Running {
    drain: CancellationToken,
    tasks: Vec<tokio::task::JoinHandle<Result<(), Fault>>>,
}

impl Running {
    async fn stop(self) {
        self.drain.cancel();
        for task in self.tasks {
            task.await.unwrap().unwrap();
        }
    }
}

fn relay_options() -> RelayOptions {
    RelayOptions { resend_after: Duration::from_secs(1), ..RelayOptions::default() }
}

fn consume_options() -> ConsumeOptions {
    ConsumeOptions {
        wait: Duration::from_millis(100),
        reconcile: Duration::from_secs(1),
        watch: Duration::from_secs(1),
        ..ConsumeOptions::default()
    }
}

fn serve(paper: &Arc<Paper>, bus: &NatsBus, trust: &Arc<Trust>, readers: &[&str]) -> Running {
    let bus: Arc<dyn Bus> = Arc::new(bus.clone());
    let readers = readers.iter().map(|name| agency(name)).collect();
    let drain = CancellationToken::new();
    let book: Arc<dyn Book> = paper.clone();
    let relay = Relay::new(book.clone(), bus.clone(), readers, relay_options());
    let feeds = vec![Feed::inbox(paper.me()), Feed::events()];
    let consume =
        Consumer::run_all(book, bus, trust.clone(), feeds, consume_options(), drain.clone());
    let tasks = vec![tokio::spawn(relay.run(drain.clone())), tokio::spawn(consume)];
    Running { drain, tasks }
}

async fn eventually(what: &str, done: impl Fn() -> bool) {
    let began = Instant::now();
    while !done() {
        assert!(began.elapsed() < Duration::from_secs(60), "never: {what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    println!("{what}: {:?}", began.elapsed());
}

fn payload(number: u64) -> Vec<u8> {
    number.to_be_bytes().to_vec()
}

fn say(paper: &Paper, from: u64, upto: u64) {
    for number in from..=upto {
        paper.say(Destination::Agency(agency(COURT)), payload(number));
        paper.say(Destination::Everybody, payload(number));
    }
}

fn complete(papers: &[Arc<Paper>], count: u64) -> bool {
    let (centre, court) = (&papers[0], &papers[1]);
    let heard = |link| court.heard(agency(CENTRE), link).len() as u64 == count;
    heard(Link::Messages)
        && heard(Link::Events)
        && centre.receipted(COURT, agency(COURT)) as u64 == count
        && centre.receipted("evt", agency(COURT)) as u64 == count
}

fn in_order(papers: &[Arc<Paper>], count: u64) {
    for link in [Link::Messages, Link::Events] {
        let all: Vec<Vec<u8>> = (1..=count).map(payload).collect();
        assert_eq!(papers[1].heard(agency(CENTRE), link), all);
    }
    assert!(papers[1].state().quarantined.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn messages_events_and_receipts_pass_a_real_hub() {
    let hub = Hub::start("");
    let (papers, trust) = agencies(&[CENTRE, COURT]);
    let mut running = vec![];
    for paper in &papers {
        let bus = connect(ConnectOptions::new(hub.url(), paper.me())).await.unwrap();
        running.push(serve(paper, &bus, &trust, &[COURT]));
    }
    say(&papers[0], 1, 1);
    eventually("one message and its receipt", || complete(&papers, 1)).await;
    say(&papers[0], 2, 3000);
    eventually("3,000 of each, in batches", || complete(&papers, 3000)).await;
    in_order(&papers, 3000);

    let context = jetstream::new(async_nats::connect(hub.url()).await.unwrap());
    for name in ["JF_EVT", "JF_IN_640122_court", "JF_IN_640122_centre"] {
        let stream = context.get_stream(name).await.unwrap();
        assert!(stream.purge().await.is_err(), "{name} cannot be purged");
        assert!(stream.delete_message(1).await.is_err(), "{name}: nothing can be deleted");
        let info = stream.cached_info();
        println!("{name}: {} messages", info.state.messages);
    }
    let court = context.get_stream("JF_IN_640122_court").await.unwrap();
    let raw = court.get_raw_message(1).await.unwrap();
    let ours = raw.headers.get(async_nats::header::NATS_MESSAGE_ID).unwrap().as_str();
    assert_eq!(ours, raw.headers.get("ce-id").unwrap().as_str());
    let middle = court.get_raw_message(1500).await.unwrap();
    assert!(middle.headers.get(async_nats::header::NATS_BATCH_ID).is_some(), "sent in a batch");
    let centre = context.get_stream("JF_IN_640122_centre").await.unwrap();
    let receipt = centre.get_raw_message(1).await.unwrap();
    assert_eq!(receipt.headers.get(async_nats::header::NATS_MESSAGE_TTL).unwrap().as_str(), "1h");
    for one in running {
        one.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hub_that_dies_and_one_that_loses_its_disk_lose_nothing() {
    let mut hub = Hub::start("");
    let (papers, trust) = agencies(&[CENTRE, COURT]);
    let mut running = vec![];
    for paper in &papers {
        let bus = connect(ConnectOptions::new(hub.url(), paper.me())).await.unwrap();
        running.push(serve(paper, &bus, &trust, &[COURT]));
    }
    say(&papers[0], 1, 100);
    eventually("before", || complete(&papers, 100)).await;

    hub.kill();
    say(&papers[0], 101, 200);
    hub.run();
    eventually("after kill -9 of the hub", || complete(&papers, 200)).await;

    say(&papers[0], 201, 250);
    hub.wipe();
    say(&papers[0], 251, 300);
    hub.run();
    eventually("after the hub's disk was lost", || complete(&papers, 300)).await;

    // The stream goes while the hub stays up and everybody is connected.
    let context = jetstream::new(async_nats::connect(hub.url()).await.unwrap());
    for name in ["JF_EVT", "JF_IN_640122_court"] {
        context.delete_stream(name).await.unwrap();
    }
    say(&papers[0], 301, 400);
    eventually("after the streams were deleted", || complete(&papers, 400)).await;
    in_order(&papers, 400);
    for one in running {
        one.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_node_starts_without_the_hub_and_finds_it_later() {
    let mut hub = Hub::start("");
    hub.kill();
    let (papers, trust) = agencies(&[CENTRE, COURT]);
    let mut running = vec![];
    for paper in &papers {
        let options = ConnectOptions {
            patience: Duration::from_millis(100),
            ..ConnectOptions::new(hub.url(), paper.me())
        };
        let bus = connect(options).await.unwrap();
        running.push(serve(paper, &bus, &trust, &[COURT]));
    }
    say(&papers[0], 1, 20);
    tokio::time::sleep(Duration::from_millis(500)).await;
    hub.run();
    eventually("after the hub came", || complete(&papers, 20)).await;
    for one in running {
        one.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_from_backup_and_a_sender_that_restarts() {
    let hub = Hub::start("");
    let (papers, trust) = agencies(&[CENTRE, COURT]);
    let court = connect(ConnectOptions::new(hub.url(), agency(COURT))).await.unwrap();
    let centre = connect(ConnectOptions::new(hub.url(), agency(CENTRE))).await.unwrap();
    let backup = papers[1].backup();
    let reader = serve(&papers[1], &court, &trust, &[]);
    let sender = serve(&papers[0], &centre, &trust, &[COURT]);
    say(&papers[0], 1, 50);
    eventually("the first time", || complete(&papers, 50)).await;
    sender.stop().await;
    reader.stop().await;
    papers[1].restore(backup);
    say(&papers[0], 51, 60);
    let reader = serve(&papers[1], &court, &trust, &[]);
    let sender = serve(&papers[0], &centre, &trust, &[COURT]);
    eventually("after the restore", || complete(&papers, 60)).await;
    in_order(&papers, 60);
    sender.stop().await;
    reader.stop().await;
}

/// The permissions of the hub's example: an agency makes no streams and hears nobody else.
fn restricted() -> String {
    let user = |name: &str, code: &str| {
        format!(
            r#"{{ user: "{name}", password: "{code}-secret", permissions {{
            publish: {{ allow: ["jf.msg.*.*.{name}.>", "jf.evt.{name}.>",
              "$JS.API.STREAM.INFO.JF_IN_640122_{code}", "$JS.API.CONSUMER.CREATE.JF_IN_640122_{code}.>",
              "$JS.API.CONSUMER.INFO.JF_IN_640122_{code}.*", "$JS.API.CONSUMER.MSG.NEXT.JF_IN_640122_{code}.*",
              "$JS.ACK.JF_IN_640122_{code}.>",
              "$JS.API.STREAM.INFO.JF_EVT", "$JS.API.CONSUMER.CREATE.JF_EVT.640122_{code}.>",
              "$JS.API.CONSUMER.CREATE.JF_EVT.640122_{code}", "$JS.API.CONSUMER.INFO.JF_EVT.640122_{code}",
              "$JS.API.CONSUMER.MSG.NEXT.JF_EVT.640122_{code}", "$JS.ACK.JF_EVT.640122_{code}.>"] }},
            subscribe: {{ allow: ["_INBOX.{name}.>"] }} }} }}"#
        )
    };
    let admin = r#"{ user: "hub", password: "hub-secret", permissions {
        publish: { allow: ["$JS.API.INFO", "$JS.API.STREAM.CREATE.*", "$JS.API.STREAM.UPDATE.*", "$JS.API.STREAM.INFO.*"] },
        subscribe: { allow: ["_INBOX.640122.registry.>"] } } }"#;
    let users = [admin.to_owned(), user(CENTRE, "centre"), user(COURT, "court")].join("\n");
    format!(
        "accounts {{ COUNTY {{ jetstream: enabled\n users: [ {users} ] }}\n SYS {{ users: [ {{ user: sys, password: sys }} ] }} }}\nsystem_account: SYS"
    )
}

fn account(hub: &Hub, me: &str, user: &str, password: &str) -> ConnectOptions {
    ConnectOptions {
        user: Some(user.to_owned()),
        password: Some(Secret::new(password)),
        ..ConnectOptions::new(hub.url(), agency(me))
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_the_shipped_permissions_a_node_waits_for_the_administrator() {
    let hub = Hub::start(&restricted());
    let (papers, trust) = agencies(&[CENTRE, COURT]);
    let mut running = vec![];
    for (paper, code) in papers.iter().zip(["centre", "court"]) {
        let me = paper.me().to_string();
        let options = account(&hub, &me, &me, &format!("{code}-secret"));
        let bus = connect(options).await.unwrap();
        running.push(serve(paper, &bus, &trust, &[COURT]));
    }
    say(&papers[0], 1, 30);
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert!(papers[1].heard(agency(CENTRE), Link::Messages).is_empty());
    let admin = account(&hub, "640122.registry", "hub", "hub-secret");
    let admin = connect(admin).await.unwrap();
    admin.make_streams(&[agency(CENTRE), agency(COURT)]).await.unwrap();
    admin.make_streams(&[agency(CENTRE), agency(COURT)]).await.unwrap();
    eventually("after the streams were made", || complete(&papers, 30)).await;
    in_order(&papers, 30);
    for one in running {
        one.stop().await;
    }
}

#[tokio::test]
async fn a_stream_that_drifted_is_mended() {
    let hub = Hub::start("");
    let context = jetstream::new(async_nats::connect(hub.url()).await.unwrap());
    let loose = jetstream::stream::Config {
        name: "JF_EVT".to_owned(),
        subjects: vec!["jf.evt.>".to_owned()],
        max_age: Duration::from_secs(60),
        ..jetstream::stream::Config::default()
    };
    context.create_stream(loose).await.unwrap();
    let bus = connect(ConnectOptions::new(hub.url(), agency(COURT))).await.unwrap();
    bus.make_streams(&[agency(COURT)]).await.unwrap();
    let want = config(Destination::Everybody, StreamOptions::default());
    let found = context.get_stream("JF_EVT").await.unwrap().cached_info().config.clone();
    assert_eq!(found.max_age, want.max_age);
    assert_eq!(found.discard, want.discard);
    assert!(found.deny_delete && found.deny_purge && found.allow_atomic_publish);

    let memory = jetstream::stream::Config {
        name: "JF_IN_640122_centre".to_owned(),
        subjects: vec!["jf.msg.640122.centre.>".to_owned()],
        storage: jetstream::stream::StorageType::Memory,
        ..jetstream::stream::Config::default()
    };
    context.create_stream(memory).await.unwrap();
    let fault = bus.make_streams(&[agency(CENTRE)]).await.unwrap_err();
    assert!(matches!(fault, Fault::Drift { .. }), "{fault}");
    assert!(fault.to_string().contains("storage"), "{fault}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_tail_shows_events_as_they_pass() {
    let hub = Hub::start("");
    let (papers, trust) = agencies(&[CENTRE, COURT]);
    let bus = connect(ConnectOptions::new(hub.url(), agency(CENTRE))).await.unwrap();
    let running = serve(&papers[0], &bus, &trust, &[]);
    papers[0].say(Destination::Everybody, vec![]);
    tokio::time::sleep(Duration::from_millis(500)).await;
    let types = Types::of_this_build().unwrap();
    let mut events = Box::pin(tail(&bus, types, None, Start::Oldest).await.unwrap());
    let event = tokio::time::timeout(Duration::from_secs(20), events.next()).await.unwrap();
    let event = event.unwrap().unwrap().unwrap();
    assert_eq!(event.source, "/nodes/640122/centre");
    assert_eq!((event.seq, event.kind.as_str()), (1, "jiefen.common.v1.FactHead"));
    assert!(event.data.is_object(), "{:?}", event.data);
    running.stop().await;
}
