//! A node for tests: a real database, the real writer, a clock that the test sets. The database is a SQLite
//! file of its own or, when [`POSTGRES`] names a server, a PostgreSQL database of its own: `make test` runs
//! every test of the nodes on both.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jiefen_handoff as handoff;
use jiefen_platform::clock::{Clock, DemoClock};
use jiefen_platform::keys::SigningKey;
use jiefen_procedure::{Actor, Beside, Brief};
use jiefen_terms::Law;
use jiefen_vocab::{Agency, CaseId, DisputeId, FactId, Moment, Role};
use jiff::civil::Date;

use crate::area::{Area, CommandOf};
use crate::entity::{inbox, journal, outbox};
use crate::envelope::{Destination, Envelope};
use crate::error::Error;
use crate::queue::{Answer, Delivered, Order, Request};
use crate::read::{CaseView, DeskView};
use crate::{Identity, Ledger, Store, create_database, read, wire};

/// The environment variable with the URL of a PostgreSQL server on which tests may create databases.
pub const POSTGRES: &str = "JIEFEN_TEST_POSTGRES";

static NEXT: AtomicU64 = AtomicU64::new(1);

/// A node of one area over its own database.
pub struct TestNode<A: Area> {
    /// The way into its database.
    pub ledger: Ledger<A>,
    /// Its clock.
    pub clock: Arc<DemoClock>,
    me: Agency,
    sent: std::collections::BTreeMap<(Agency, &'static str), i64>,
    file: PathBuf,
}

impl<A: Area> TestNode<A> {
    /// Starts a node of this agency, `640122.court`, at nine in the morning of a day.
    pub async fn start(agency: &str, today: Date) -> TestNode<A> {
        let name =
            format!("jiefen_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        if let Ok(server) = std::env::var(POSTGRES) {
            let created = create_database(&server, &name).await;
            created.unwrap_or_else(|error| fail("create a database", &error));
            let (base, _) = server.rsplit_once('/').unwrap_or((&server, ""));
            return Self::start_on(agency, today, &format!("{base}/{name}")).await;
        }
        let file = std::env::temp_dir().join(format!("{name}.db"));
        let url = format!("sqlite://{}", file.display());
        let mut node = Self::start_on(agency, today, &url).await;
        node.file = file;
        node
    }

    /// Starts a node over an empty database.
    pub async fn start_on(agency: &str, today: Date, url: &str) -> TestNode<A> {
        let store = Store::open(url).await.unwrap_or_else(|error| fail("open", &error));
        store.migrate().await.unwrap_or_else(|error| fail("migrate", &error));
        let me: Agency = agency.parse().unwrap_or_else(|error| fail("agency", &error));
        let (key, _) = SigningKey::generate().unwrap_or_else(|error| fail("key", &error));
        let clock = Arc::new(DemoClock::at(Moment::from_local(today.at(9, 0, 0, 0))));
        let shared: Arc<dyn Clock> = clock.clone();
        let identity = Identity {
            me,
            centre: None,
            key: Arc::new(key),
            law: Arc::new(Law::shipped().clone()),
            county: None,
            clock: shared,
            ids: Arc::new(|| FactId::from_bits(uuid::Uuid::now_v7().as_u128())),
            readers: vec![],
            batch_max: 32,
        };
        let (ledger, writer, _) = Ledger::new(store, identity, 256);
        drop(tokio::spawn(writer));
        let sent = std::collections::BTreeMap::new();
        TestNode { ledger, clock, me, sent, file: PathBuf::new() }
    }

    /// Another process of the same agency over the same database, as when a role is scaled out.
    pub fn twin(&self) -> Ledger<A> {
        let (store, identity) = (self.ledger.store().clone(), self.ledger.identity().clone());
        let (ledger, writer, _) = Ledger::new(store, identity, 256);
        drop(tokio::spawn(writer));
        ledger
    }

    /// Moves the clock to nine in the morning of a day.
    pub fn on(&self, day: Date) {
        self.clock.set(Moment::from_local(day.at(9, 0, 0, 0)));
    }

    /// Gives a command in a role.
    ///
    /// # Errors
    /// The command was refused.
    pub async fn command(
        &self,
        case: CaseId,
        command: CommandOf<A>,
        role: Role,
    ) -> Result<Answer<A>, Error> {
        self.order(Order::Case { case, command }, role).await
    }

    /// Takes a step of the hand-off protocol.
    ///
    /// # Errors
    /// The step was refused.
    pub async fn desk(
        &self,
        dispute: DisputeId,
        input: handoff::Input,
        role: Role,
    ) -> Result<Answer<A>, Error> {
        self.order(Order::Desk { dispute, input, number: String::new() }, role).await
    }

    async fn order(&self, order: Order<A>, role: Role) -> Result<Answer<A>, Error> {
        let request_id = format!("test-{}", NEXT.fetch_add(1, Ordering::Relaxed));
        let actor = Actor { agency: self.me, person: "staff-1".to_owned(), role };
        let request = Request {
            order,
            actor,
            request_id,
            fingerprint: vec![],
            expected: None,
            seen: None,
            validate_only: false,
            trace: None,
        };
        self.ledger.execute(request).await
    }

    /// Delivers a hand-off message as another agency would send it.
    pub async fn receive(
        &mut self,
        from: &str,
        dispute: DisputeId,
        message: &handoff::Message,
        brief: Option<&Brief>,
    ) -> Delivered {
        let beside = Beside { brief: brief.cloned(), ..Beside::default() };
        self.receive_beside(from, dispute, message, &beside).await
    }

    /// The same with everything that may travel beside the message.
    pub async fn receive_beside(
        &mut self,
        from: &str,
        dispute: DisputeId,
        message: &handoff::Message,
        beside: &Beside,
    ) -> Delivered {
        let envelope = Envelope {
            epoch: message.epoch().map(|epoch| epoch.to_string()).unwrap_or_default(),
            payload: wire::encode_beside(message, beside),
            ..self.envelope(from, "msg", wire::kind(message), Some(dispute))
        };
        self.deliver(envelope).await
    }

    /// Delivers a public event as another agency would announce it.
    pub async fn hear(
        &mut self,
        from: &str,
        kind: &str,
        dispute: Option<DisputeId>,
        payload: Vec<u8>,
    ) -> Delivered {
        let dst = Destination::Everybody;
        let envelope = Envelope { dst, payload, ..self.envelope(from, "evt", kind, dispute) };
        self.deliver(envelope).await
    }

    /// The next message of an agency, without its content.
    fn envelope(
        &mut self,
        from: &str,
        stream: &'static str,
        kind: &str,
        dispute: Option<DisputeId>,
    ) -> Envelope {
        let src: Agency = from.parse().unwrap_or_else(|error| fail("agency", &error));
        let seq = self.sent.entry((src, stream)).or_default();
        *seq += 1;
        Envelope {
            id: FactId::from_bits(uuid::Uuid::now_v7().as_u128()),
            src,
            dst: Destination::Agency(self.me),
            seq: *seq,
            kind: kind.to_owned(),
            subject: String::new(),
            dispute,
            epoch: String::new(),
            occurred_at: self.clock.now(),
            trace: None,
            payload: vec![],
            signature: vec![],
        }
    }

    async fn deliver(&self, envelope: Envelope) -> Delivered {
        let outcome = self.ledger.deliver(vec![envelope]).await;
        let outcome = outcome.unwrap_or_else(|error| fail("deliver", &error)).pop();
        outcome.unwrap_or_else(|| fail("deliver", &"no outcome"))
    }

    /// Hands a dispute over to this node and lets its staff accept it; returns when it holds it.
    pub async fn hand_over(&mut self, from: &str, brief: &Brief, mode: handoff::Mode, role: Role) {
        let epoch = handoff::Epoch::new(0, 2);
        let offer = handoff::Offer {
            epoch,
            mode,
            due: Some(self.clock.now().plus_seconds(86_400)),
            brief: FactId::from_bits(1),
            binding: handoff::Binding::Free,
            co_units: std::collections::BTreeSet::new(),
            result_due: None,
            declines: 0,
            ground: None,
        };
        let offered = handoff::Message::Offered(offer);
        self.receive(from, brief.dispute, &offered, Some(brief)).await;
        let accept = handoff::Input::Accept { epoch };
        self.desk(brief.dispute, accept, role).await.unwrap_or_else(|error| fail("accept", &error));
        let confirmed = handoff::Message::Confirmed { epoch, mode };
        let outcome = self.receive(from, brief.dispute, &confirmed, None).await;
        assert_eq!(outcome, Delivered::Applied, "the confirmation is applied");
    }

    /// A case as it stands.
    pub async fn case(&self, case: CaseId) -> CaseView<A> {
        read::case(self.ledger.store(), case).await.unwrap_or_else(|error| fail("case", &error))
    }

    /// A desk as it stands.
    pub async fn desk_of(&self, dispute: DisputeId) -> DeskView {
        read::desk(self.ledger.store(), dispute).await.unwrap_or_else(|error| fail("desk", &error))
    }

    /// The states of a case's clocks by key: (key, rule, due, state).
    pub async fn clocks(&self, case: CaseId) -> Vec<(String, String, String, String)> {
        let view = self.case(case).await;
        view.clocks.into_iter().map(|c| (c.key, c.rule, c.due, c.state)).collect()
    }

    /// The names of the facts in the journal, in order.
    pub async fn facts(&self) -> Vec<String> {
        use sea_orm::{EntityTrait, QueryOrder};
        let rows = journal::Entity::find().order_by_asc(journal::Column::Seq);
        let rows = rows.all(self.ledger.store().readers()).await;
        rows.unwrap_or_else(|error| fail("journal", &error))
            .into_iter()
            .map(|row| row.fact)
            .collect()
    }

    /// The outbox: (destination, type, payload), in order of number.
    pub async fn outbox(&self) -> Vec<(String, String, Vec<u8>)> {
        use sea_orm::{EntityTrait, QueryOrder};
        let rows = outbox::Entity::find().order_by_asc(outbox::Column::Id);
        let rows = rows.all(self.ledger.store().readers()).await;
        let rows = rows.unwrap_or_else(|error| fail("outbox", &error));
        rows.into_iter().map(|row| (row.dst, row.kind, row.payload)).collect()
    }

    /// What came in and was parked, with the causes.
    pub async fn parked(&self) -> Vec<(String, String)> {
        let rows: Result<Vec<inbox::Model>, _> = read::parked(self.ledger.store(), None, 100).await;
        let rows = rows.unwrap_or_else(|error| fail("parked", &error));
        rows.into_iter().map(|row| (row.kind, row.cause.unwrap_or_default())).collect()
    }
}

impl<A: Area> Drop for TestNode<A> {
    fn drop(&mut self) {
        if self.file.as_os_str().is_empty() {
            return;
        }
        for suffix in ["", "-wal", "-shm"] {
            let file = format!("{}{suffix}", self.file.display());
            // A file that is not there need not be removed.
            let _ = std::fs::remove_file(file);
        }
    }
}

#[allow(clippy::panic)] // Code for tests: a failed step ends the test with its name.
fn fail<T>(doing: &str, error: &dyn std::fmt::Display) -> T {
    panic!("{doing}: {error}")
}
