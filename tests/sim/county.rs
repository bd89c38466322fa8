//! Two nodes, a counter and a mediation centre, and the bus in memory between them.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use jiefen_bus::{ConsumeOptions, Consumer, Faults, Feed, MemoryHub, Relay, RelayOptions};
use jiefen_intake::IntakeArea;
use jiefen_ledger::{Area, Identity, Ledger, Store};
use jiefen_mediation::MediationArea;
use jiefen_platform::clock::{Clock, DemoClock};
use jiefen_platform::keys::SigningKey;
use jiefen_platform::trust::{Trust, TrustedKey};
use jiefen_terms::Law;
use jiefen_tests::checker::{self, Expect};
use jiefen_vocab::{Agency, FactId, Moment};
use tokio_util::sync::CancellationToken;

/// The counter of the county.
pub const COUNTER: &str = "640122.centre";
/// The body that mediates.
pub const CENTRE: &str = "640122.county_mediation_center";

/// A node that can crash and come back over the same database.
pub struct Node<A: Area> {
    /// The way into its database.
    pub ledger: Ledger<A>,
    relay: Relay,
    consumer: Consumer,
    stop: CancellationToken,
}

/// The county.
pub struct County {
    /// The bus.
    pub hub: MemoryHub,
    /// The counter's node.
    pub counter: Node<IntakeArea>,
    /// The mediation centre's node.
    pub centre: Node<MediationArea>,
    dir: tempfile::TempDir,
    keys: BTreeMap<Agency, Arc<SigningKey>>,
    trust: Arc<Trust>,
    clock: Arc<DemoClock>,
}

fn agency(text: &str) -> Agency {
    text.parse().unwrap()
}

/// The moment of the whole simulation: ten in the morning of a working day.
fn morning() -> Moment {
    Moment::from_local(jiff::civil::date(2026, 9, 3).at(10, 0, 0, 0))
}

impl County {
    /// Starts the county of a seed.
    pub async fn start(seed: u64) -> County {
        let dir = tempfile::tempdir().unwrap();
        let hub = MemoryHub::new(seed, Faults::default());
        let mut keys = BTreeMap::new();
        let mut trusted = jiefen_platform::trust::Keys::new();
        for text in [COUNTER, CENTRE] {
            let (key, _) = SigningKey::generate().unwrap();
            let own = TrustedKey { key: key.public(), from: None, until: None };
            trusted.insert(agency(text), vec![own]);
            keys.insert(agency(text), Arc::new(key));
        }
        let trust = Arc::new(Trust::of(trusted));
        let clock = Arc::new(DemoClock::at(morning()));
        let counter = node(&dir, &hub, &keys, &trust, &clock, COUNTER).await;
        let centre = node(&dir, &hub, &keys, &trust, &clock, CENTRE).await;
        County { hub, counter, centre, dir, keys, trust, clock }
    }

    /// A node's process ends where it stands and another one starts over its database.
    pub async fn crash(&mut self, counter: bool) {
        let (dir, hub, keys) = (&self.dir, &self.hub, &self.keys);
        if counter {
            self.counter.stop.cancel();
            self.counter = node(dir, hub, keys, &self.trust, &self.clock, COUNTER).await;
        } else {
            self.centre.stop.cancel();
            self.centre = node(dir, hub, keys, &self.trust, &self.clock, CENTRE).await;
        }
    }

    /// From a quiet bus to one that loses, repeats, refuses and delays.
    pub fn set_faults(&self, level: u32) {
        let share = f64::from(level) * 0.15;
        self.hub.set_faults(Faults {
            lose: share,
            refuse: share,
            repeat: share,
            deaf: share,
            delay: u64::from(level) * 3,
        });
    }

    /// One node's relay and consumer take a turn; a fault of the bus is what the next turn is for.
    pub async fn pass(&mut self, counter: bool) {
        let (relay, consumer) = if counter {
            (&mut self.counter.relay, &mut self.counter.consumer)
        } else {
            (&mut self.centre.relay, &mut self.centre.consumer)
        };
        let _ = relay.pass().await;
        let _ = consumer.pass().await;
        let _ = consumer.reconcile().await;
    }

    /// Lets a quiet county come to rest and asks the checker.
    pub async fn settle(&mut self, seed: u64) {
        let url = |text: &str| format!("sqlite://{}", self.dir.path().join(text).display());
        let databases = [COUNTER, CENTRE].map(|text| (text.to_owned(), url(text)));
        let expect = Expect {
            databases: databases.into(),
            readers: BTreeMap::new(),
            acknowledged: vec![],
            now: morning().0,
        };
        let mut broken = Vec::new();
        for _ in 0..400 {
            self.pass(true).await;
            self.pass(false).await;
            broken = checker::check(&expect).await.unwrap();
            if broken.is_empty() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("seed {seed}: {broken:#?}");
    }
}

async fn node<A: Area>(
    dir: &tempfile::TempDir,
    hub: &MemoryHub,
    keys: &BTreeMap<Agency, Arc<SigningKey>>,
    trust: &Arc<Trust>,
    clock: &Arc<DemoClock>,
    text: &str,
) -> Node<A> {
    let me = agency(text);
    let url = format!("sqlite://{}", dir.path().join(text).display());
    let store = Store::open(&url).await.unwrap();
    store.migrate().await.unwrap();
    let shared: Arc<dyn Clock> = clock.clone();
    let identity = Identity {
        me,
        centre: None,
        key: keys[&me].clone(),
        law: Arc::new(Law::shipped().clone()),
        county: None,
        clock: shared,
        ids: Arc::new(|| FactId::from_bits(uuid::Uuid::now_v7().as_u128())),
        readers: vec![],
        batch_max: 16,
    };
    let (ledger, writer, stop) = Ledger::<A>::new(store, identity, 64);
    drop(tokio::spawn(writer));
    let bus = Arc::new(hub.node(me));
    let options = RelayOptions {
        resend_after: Duration::from_millis(20),
        resend_max: Duration::from_millis(40),
        pause_max: Duration::from_millis(5),
        linger: Duration::ZERO,
        ..RelayOptions::default()
    };
    let relay = Relay::new(Arc::new(ledger.clone()), bus.clone(), vec![], options);
    let options = ConsumeOptions {
        wait: Duration::from_millis(1),
        retry: Duration::from_millis(1),
        rest: Duration::ZERO,
        ..ConsumeOptions::default()
    };
    let consumer =
        Consumer::new(Arc::new(ledger.clone()), bus, trust.clone(), Feed::inbox(me), options);
    Node { ledger, relay, consumer, stop }
}
