//! The ledger as the bus sees it, whatever the area: one compiled relay and consumer for all of them.

use async_trait::async_trait;
use jiefen_ledger::{Area, Delivered, Envelope, Error, Ledger, Quarantined, Receipt, read, sent};
use jiefen_vocab::{Agency, Moment};
use tokio::sync::watch;

use crate::bus::{Feed, Source};

/// The durable outbox and inbox of one service.
#[async_trait]
pub trait Book: Send + Sync + 'static {
    /// The agency whose book it is.
    fn me(&self) -> Agency;

    /// The present moment.
    fn now(&self) -> Moment;

    /// Signs as the agency.
    fn sign(&self, bytes: &[u8]) -> Vec<u8>;

    /// Changes after every transaction.
    fn woken(&self) -> watch::Receiver<u64>;

    /// (destination, last number given, last number receipted by all readers).
    ///
    /// # Errors
    /// The database cannot be read.
    async fn outstanding(&self, readers: &[Agency]) -> Result<Vec<(String, i64, i64)>, Error>;

    /// The same by what this process has written, without the database; none before its first transaction.
    fn glance(&self, readers: &[Agency]) -> Option<Vec<(String, i64, i64)>>;

    /// The messages of a destination after a number, in order.
    ///
    /// # Errors
    /// The database cannot be read.
    async fn unsent(&self, dst: &str, after: i64, size: u64) -> Result<Vec<Envelope>, Error>;

    /// The last number given for a destination and the running hash up to it.
    ///
    /// # Errors
    /// The database cannot be read.
    async fn sent(&self, dst: &str) -> Result<(i64, Vec<u8>), Error>;

    /// The running hash of a destination's link up to a number, where it is known without the database.
    fn hash_at(&self, dst: &str, upto: i64) -> Option<Vec<u8>>;

    /// Takes in verified messages.
    ///
    /// # Errors
    /// None of them was taken in.
    async fn deliver(&self, messages: Vec<Envelope>) -> Result<Vec<Delivered>, Error>;

    /// Takes in verified receipts.
    ///
    /// # Errors
    /// None of them was taken in.
    async fn receipts(&self, receipts: Vec<Receipt>) -> Result<(), Error>;

    /// Keeps messages that are not believed.
    ///
    /// # Errors
    /// None of them was kept.
    async fn quarantine(&self, messages: Vec<Quarantined>) -> Result<(), Error>;

    /// All receipts that are owed, unsigned.
    ///
    /// # Errors
    /// The database cannot be read.
    async fn owed(&self) -> Result<Vec<Receipt>, Error>;

    /// The receipts that are owed for these links (sender, stream), unsigned.
    ///
    /// # Errors
    /// The database cannot be read.
    async fn owed_for(&self, links: &[(Agency, &'static str)]) -> Result<Vec<Receipt>, Error>;
}

#[async_trait]
impl<A: Area> Book for Ledger<A> {
    fn me(&self) -> Agency {
        self.agency()
    }

    fn now(&self) -> Moment {
        self.identity().clock.now()
    }

    fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        self.identity().key.sign(bytes)
    }

    fn woken(&self) -> watch::Receiver<u64> {
        Ledger::woken(self)
    }

    async fn outstanding(&self, readers: &[Agency]) -> Result<Vec<(String, i64, i64)>, Error> {
        read::outstanding(self.store(), readers).await
    }

    fn glance(&self, readers: &[Agency]) -> Option<Vec<(String, i64, i64)>> {
        Ledger::outstanding(self, readers)
    }

    async fn unsent(&self, dst: &str, after: i64, size: u64) -> Result<Vec<Envelope>, Error> {
        Ledger::unsent(self, dst, after, size).await
    }

    fn hash_at(&self, dst: &str, upto: i64) -> Option<Vec<u8>> {
        Ledger::hash_at(self, dst, upto)
    }

    async fn sent(&self, dst: &str) -> Result<(i64, Vec<u8>), Error> {
        sent(self.store(), dst).await
    }

    async fn deliver(&self, messages: Vec<Envelope>) -> Result<Vec<Delivered>, Error> {
        Ledger::deliver(self, messages).await
    }

    async fn receipts(&self, receipts: Vec<Receipt>) -> Result<(), Error> {
        Ledger::receipts(self, receipts).await
    }

    async fn quarantine(&self, messages: Vec<Quarantined>) -> Result<(), Error> {
        Ledger::quarantine(self, messages).await
    }

    async fn owed(&self) -> Result<Vec<Receipt>, Error> {
        read::owed(self.store(), self.agency()).await
    }

    async fn owed_for(&self, links: &[(Agency, &'static str)]) -> Result<Vec<Receipt>, Error> {
        Ledger::owed(self, links).await
    }
}

/// The feeds of an area: everything for the agency, and the events when it reads any.
pub fn feeds<A: Area>(me: Agency) -> Vec<Feed> {
    let mut feeds = vec![Feed::inbox(me)];
    if !A::READS.is_empty() {
        let filters = A::SUBJECTS.iter().map(|subject| (*subject).to_owned()).collect();
        feeds.push(Feed { source: Source::Events, filters });
    }
    feeds
}
