//! One transaction: request claim, versioned save, journal, clocks, custody, outbox, inbox; migrations.
//!
//! A service's database is the record. Everything that changes it goes through one queue to one writer
//! ([`Ledger`]), which puts whatever has queued up into one transaction: orders of staff, messages of
//! other agencies, receipts, clocks that are due. An area adds its law and its hands as an [`Area`].

mod area;
mod at_hand;
mod attempt;
mod attempts;
mod batch;
mod bulk;
mod clocks;
mod deliver;
pub mod docket;
mod draft;
pub mod duties;
pub mod entity;
mod envelope;
mod error;
mod events;
mod flush;
pub mod found;
mod heard;
mod issued;
mod journal;
mod live;
mod looks;
mod materials;
mod page;
mod quarantine;
mod queue;
pub mod read;
mod refusals;
mod schema;
mod send;
pub mod serve;
pub mod shelf;
mod store;
pub mod testing;
pub mod wire;
mod world;
mod writer;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiefen_procedure::Actor;
use jiefen_vocab::{Agency, DisputeId};
use tokio::sync::{broadcast, mpsc, oneshot, watch};
use tokio_util::sync::CancellationToken;

pub use area::{Announcement, Area, CaseOf, Cases, CommandOf, FactOf, Reaction, Signal, Told};
pub use attempts::Turn;
pub use envelope::{Destination, Envelope, Receipt, digest, hex, running};
pub use error::{Error, FieldFault};
pub use events::head;
pub use heard::heard;
pub use issued::HeardPaper;
pub use journal::{Chain, verify};
pub use looks::Look;
pub use materials::{FILED_MAX, KnownMaterial, Where};
pub use quarantine::{Quarantined, sent};
pub use queue::{Answer, Delivered, Order, Redrive, Request, Step};
pub use store::{Store, create_database};
pub use writer::{Identity, Ids};

use live::Live;
use queue::{Queue, Work};

/// The way into a service's database. Cheap to clone.
pub struct Ledger<A: Area> {
    queue: Queue<A>,
    store: Store,
    identity: Arc<Identity>,
    wake: watch::Receiver<u64>,
    touched: broadcast::Sender<Touched>,
    live: Arc<Live>,
}

/// The disputes of which one transaction wrote something.
pub(crate) type Touched = Arc<BTreeSet<DisputeId>>;

/// How many transactions' news are kept for those who wait; who falls behind looks again.
const NEWS: usize = 256;

impl<A: Area> Clone for Ledger<A> {
    fn clone(&self) -> Self {
        Ledger {
            queue: self.queue.clone(),
            store: self.store.clone(),
            identity: self.identity.clone(),
            wake: self.wake.clone(),
            touched: self.touched.clone(),
            live: self.live.clone(),
        }
    }
}

impl<A: Area> Ledger<A> {
    /// The ledger and its writer; the writer must be run by the process's supervisor.
    pub fn new(
        store: Store,
        identity: Identity,
        queue_max: usize,
    ) -> (Ledger<A>, impl Future<Output = ()> + Send + use<A>, CancellationToken) {
        let (sender, receiver) = mpsc::channel(queue_max);
        let (wake, woken) = watch::channel(0);
        let (touched, _) = broadcast::channel(NEWS);
        let live = Arc::new(Live::new());
        let drain = CancellationToken::new();
        let writer = writer::Writer {
            store: store.clone(),
            identity: identity.clone(),
            queue: receiver,
            wake,
            touched: touched.clone(),
            live: live.clone(),
            kept: None,
            alone: true,
        };
        let identity = Arc::new(identity);
        let ledger = Ledger { queue: sender, store, identity, wake: woken, touched, live };
        (ledger, writer.run(drain.clone()), drain)
    }

    /// Carries out an order. The caller may go away: the order is carried out all the same.
    ///
    /// # Errors
    /// The order was refused, or the database did not do its part; then nothing has happened.
    pub async fn execute(&self, request: Request<A>) -> Result<Answer<A>, Error> {
        let (reply, answer) = oneshot::channel();
        let work = Work::Order(Box::new(request), reply);
        self.queue.try_send(work).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => Error::Busy,
            mpsc::error::TrySendError::Closed(_) => Error::Draining,
        })?;
        answer.await.map_err(|_| Error::Crashed)?
    }

    /// Takes in messages whose signatures have been verified, in the order of arrival.
    ///
    /// # Errors
    /// The database did not do its part; none of them was taken in.
    pub async fn deliver(&self, messages: Vec<Envelope>) -> Result<Vec<Delivered>, Error> {
        self.ask(|reply| Work::Deliver(messages, reply)).await
    }

    /// Takes in receipts whose signatures have been verified.
    ///
    /// # Errors
    /// The database did not do its part.
    pub async fn receipts(&self, receipts: Vec<Receipt>) -> Result<(), Error> {
        self.ask(|reply| Work::Receipts(receipts, reply)).await
    }

    /// Keeps messages that are not believed, where an operator sees them.
    ///
    /// # Errors
    /// The database did not do its part.
    pub async fn quarantine(&self, messages: Vec<Quarantined>) -> Result<(), Error> {
        self.ask(|reply| Work::Quarantine(messages, reply)).await
    }

    /// Lets clocks and offers that are due take their lawful effect; returns how many did.
    ///
    /// # Errors
    /// The database did not do its part.
    pub async fn sweep(&self) -> Result<u32, Error> {
        self.ask(|reply| Work::Sweep(None, reply)).await
    }

    /// The same for one dispute alone.
    ///
    /// # Errors
    /// The database did not do its part.
    pub async fn sweep_dispute(&self, dispute: DisputeId) -> Result<u32, Error> {
        self.ask(|reply| Work::Sweep(Some(dispute.to_string()), reply)).await
    }

    /// Handles parked messages again; returns how many are applied now and how many stay parked.
    ///
    /// # Errors
    /// The database did not do its part.
    pub async fn redrive(&self, which: Redrive, actor: Actor) -> Result<(u32, u32), Error> {
        self.ask(|reply| Work::Redrive(which, actor, reply)).await
    }

    async fn ask<T>(
        &self,
        work: impl FnOnce(oneshot::Sender<Result<T, Error>>) -> Work<A>,
    ) -> Result<T, Error> {
        let (reply, answer) = oneshot::channel();
        self.queue.send(work(reply)).await.map_err(|_| Error::Draining)?;
        answer.await.map_err(|_| Error::Crashed)?
    }

    /// The database, for reading.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The agency whose ledger it is.
    pub fn agency(&self) -> Agency {
        self.identity.me
    }

    /// Who the service is.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// The disputes of which something was written, a transaction at a time, from now on.
    pub(crate) fn touched(&self) -> broadcast::Receiver<Touched> {
        self.touched.subscribe()
    }

    /// What the last transactions left in memory.
    pub(crate) fn live(&self) -> &Live {
        &self.live
    }

    /// As [`read::outstanding`], by what this process has written; none before its first transaction.
    pub fn outstanding(&self, readers: &[Agency]) -> Option<Vec<(String, i64, i64)>> {
        self.live.outstanding(readers)
    }

    /// As [`read::unsent`]: from memory while the messages are there.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn unsent(&self, dst: &str, after: i64, size: u64) -> Result<Vec<Envelope>, Error> {
        let most = usize::try_from(size).unwrap_or(usize::MAX);
        match self.live.unsent(dst, after, most) {
            Some(messages) => Ok(messages),
            None => read::unsent(&self.store, self.agency(), dst, after, size).await,
        }
    }

    /// The running hash of a destination's link up to a number, while the message is in memory.
    pub fn hash_at(&self, dst: &str, upto: i64) -> Option<Vec<u8>> {
        self.live.hash_at(dst, upto)
    }

    /// The receipts that are owed, unsigned: for these links (sender, stream), as this process has left them.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn owed(&self, links: &[(Agency, &'static str)]) -> Result<Vec<Receipt>, Error> {
        let names: Vec<(String, String)> =
            links.iter().map(|(src, stream)| (src.to_string(), (*stream).to_owned())).collect();
        if let Some(owed) = self.live.owed(&names, self.agency()) {
            return Ok(owed);
        }
        let owed = read::owed(&self.store, self.agency()).await?;
        let stream = |receipt: &Receipt| if receipt.dst == "evt" { "evt" } else { "msg" };
        Ok(owed
            .into_iter()
            .filter(|receipt| links.contains(&(receipt.src, stream(receipt))))
            .collect())
    }

    /// Changes after every transaction: there may be something to send.
    pub fn woken(&self) -> watch::Receiver<u64> {
        self.wake.clone()
    }
}
