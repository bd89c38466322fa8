//! The one writer of a service: whatever has queued up goes into one transaction. Few statements for
//! many commands; the journal and the links are numbered in the order of commit.

use std::sync::Arc;

use jiefen_county::County;
use jiefen_platform::clock::SharedClock;
use jiefen_platform::keys::SigningKey;
use jiefen_terms::Law;
use jiefen_vocab::{Agency, FactId};
use sea_orm::DatabaseExecutor;
use tokio::sync::{broadcast, mpsc, oneshot, watch};
use tokio_util::sync::CancellationToken;

use crate::area::Area;
use crate::batch::{self, Batch, Seeing};
use crate::envelope::Receipt;
use crate::error::Error;
use crate::live::Live;
use crate::queue::{Answer, Delivered, Work};
use crate::store::Store;
use crate::world::World;

/// Makes ids of facts; injected, so that a simulation is repeatable.
pub type Ids = Arc<dyn Fn() -> FactId + Send + Sync>;

/// Who a service is and what it needs to write.
#[derive(Clone)]
pub struct Identity {
    /// The agency.
    pub me: Agency,
    /// Its designating centre; none at the top.
    pub centre: Option<Agency>,
    /// Signs what leaves the agency.
    pub key: Arc<SigningKey>,
    /// The law and the calendar.
    pub law: Arc<Law>,
    /// The county's units and their powers, when the node has a bundle of them.
    pub county: Option<Arc<County>>,
    /// The clock.
    pub clock: SharedClock,
    /// Makes ids.
    pub ids: Ids,
    /// Who must receipt the events for everybody.
    pub readers: Vec<Agency>,
    /// The most work that goes into one transaction.
    pub batch_max: usize,
}

/// Where the answer of one piece of work goes.
pub(crate) enum Reply<A: Area> {
    Order(oneshot::Sender<Result<Answer<A>, Error>>),
    Deliver(oneshot::Sender<Result<Vec<Delivered>, Error>>),
    Receipts(oneshot::Sender<Result<(), Error>>),
    Quarantine(oneshot::Sender<Result<(), Error>>),
    Sweep(oneshot::Sender<Result<u32, Error>>),
    Redrive(oneshot::Sender<Result<(u32, u32), Error>>),
}

/// What a transaction answered to one piece of work.
pub(crate) enum Outcome<A: Area> {
    Order(Result<Answer<A>, Error>),
    Deliver(Vec<Delivered>),
    Receipts,
    Quarantine,
    Sweep(u32),
    Redrive(u32, u32),
}

pub(crate) struct Writer<A: Area> {
    pub store: Store,
    pub identity: Identity,
    pub queue: mpsc::Receiver<Work<A>>,
    /// Tells the relay that there is something to send.
    pub wake: watch::Sender<u64>,
    /// Tells those who wait which disputes have something new.
    pub touched: broadcast::Sender<crate::Touched>,
    /// What others may read without the database.
    pub live: Arc<Live>,
    /// What the last transaction left in memory; none after one that failed.
    pub kept: Option<World<A>>,
    /// Nobody else has written lately, as far as is known: it pays to decide ahead of the lock.
    pub alone: bool,
}

impl<A: Area> Writer<A> {
    /// Works until the drain is called and the queue is empty.
    pub async fn run(mut self, drain: CancellationToken) {
        let mut works = Vec::with_capacity(self.identity.batch_max);
        loop {
            let count = tokio::select! {
                biased;
                count = self.queue.recv_many(&mut works, self.identity.batch_max) => count,
                () = drain.cancelled() => {
                    self.queue.close();
                    self.queue.recv_many(&mut works, self.identity.batch_max).await
                }
            };
            if count == 0 {
                return;
            }
            // Whoever is about to queue up comes along: one transaction more or less for all.
            tokio::task::yield_now().await;
            while works.len() < self.identity.batch_max
                && let Ok(work) = self.queue.try_recv()
            {
                works.push(work);
            }
            self.commit(std::mem::take(&mut works)).await;
        }
    }

    /// One transaction for all of it. When it fails because of the database, nothing has happened: one
    /// that may be the cause of the others' failure is tried alone.
    async fn commit(&mut self, works: Vec<Work<A>>) {
        let (mut batch, replies): (Vec<_>, Vec<_>) = works.into_iter().map(split).unzip();
        match self.transact(&batch).await {
            Ok(outcomes) => answer(replies, outcomes),
            Err(error) if batch.len() == 1 => fail(replies, || clone(&error)),
            Err(error) => {
                tracing::warn!(%error, works = batch.len(), "a batch failed; trying one by one");
                for (work, reply) in batch.drain(..).zip(replies) {
                    match self.transact(std::slice::from_ref(&work)).await {
                        Ok(outcomes) => answer(vec![reply], outcomes),
                        Err(error) => fail(vec![reply], || clone(&error)),
                    }
                }
            }
        }
        self.wake.send_modify(|count| *count = count.wrapping_add(1));
    }

    async fn transact(&mut self, works: &[batch::Task<A>]) -> Result<Vec<Outcome<A>>, Error> {
        let ahead = self.alone && self.store.writes_at_once();
        let done = match self.kept.take() {
            Some(kept) if ahead && !kept.is_full() => match self.ahead(works, kept).await {
                Ok(done) => done,
                // Another process has written, or a request is repeated: the long way tells them apart.
                Err(error) => {
                    tracing::debug!(%error, works = works.len(), "not written at once");
                    self.alone = false;
                    self.locked(works, None).await?
                }
            },
            kept => {
                let done = self.locked(works, kept).await?;
                self.alone |= !done.world.fresh;
                done
            }
        };
        let batch::Done { outcomes, touched, mut world, flushed } = done;
        self.live.committed(&world, flushed, &touched, self.identity.me);
        world.fresh = false;
        self.kept = Some(world);
        if !touched.is_empty() && self.touched.receiver_count() > 0 {
            // Nobody waiting is no fault.
            let _waiting = self.touched.send(Arc::new(touched));
        }
        Ok(outcomes)
    }

    /// A transaction that locks the chain's head, decides and writes.
    async fn locked(
        &self,
        works: &[batch::Task<A>],
        kept: Option<World<A>>,
    ) -> Result<batch::Done<A>, Error> {
        let txn = self.store.begin().await.map_err(crate::error::store("begin"))?;
        let db = DatabaseExecutor::from(&txn);
        let done = Batch::new(&self.identity, &db, Seeing::Locked).run(works, kept).await?;
        txn.commit().await.map_err(crate::error::store("commit"))?;
        Ok(done)
    }

    /// Decides with what is in memory and writes in a transaction of one statement, which fails when anybody
    /// else has written since.
    async fn ahead(
        &self,
        works: &[batch::Task<A>],
        kept: World<A>,
    ) -> Result<batch::Done<A>, Error> {
        let db = DatabaseExecutor::from(self.store.writer());
        Batch::new(&self.identity, &db, Seeing::Ahead).run(works, Some(kept)).await
    }
}

fn split<A: Area>(work: Work<A>) -> (batch::Task<A>, Reply<A>) {
    match work {
        Work::Order(request, reply) => (batch::Task::Order(request), Reply::Order(reply)),
        Work::Deliver(messages, reply) => (batch::Task::Deliver(messages), Reply::Deliver(reply)),
        Work::Receipts(receipts, reply) => {
            (batch::Task::Receipts(receipts), Reply::Receipts(reply))
        }
        Work::Quarantine(messages, reply) => {
            (batch::Task::Quarantine(messages), Reply::Quarantine(reply))
        }
        Work::Sweep(dispute, reply) => (batch::Task::Sweep(dispute), Reply::Sweep(reply)),
        Work::Redrive(which, actor, reply) => {
            (batch::Task::Redrive(which, actor), Reply::Redrive(reply))
        }
    }
}

/// A caller that has gone away does not need its answer: the work is done all the same.
fn answer<A: Area>(replies: Vec<Reply<A>>, outcomes: Vec<Outcome<A>>) {
    for (reply, outcome) in replies.into_iter().zip(outcomes) {
        let gone = match (reply, outcome) {
            (Reply::Order(to), Outcome::Order(result)) => to.send(result).is_err(),
            (Reply::Deliver(to), Outcome::Deliver(result)) => to.send(Ok(result)).is_err(),
            (Reply::Receipts(to), Outcome::Receipts) => to.send(Ok(())).is_err(),
            (Reply::Quarantine(to), Outcome::Quarantine) => to.send(Ok(())).is_err(),
            (Reply::Sweep(to), Outcome::Sweep(count)) => to.send(Ok(count)).is_err(),
            (Reply::Redrive(to), Outcome::Redrive(done, left)) => {
                to.send(Ok((done, left))).is_err()
            }
            (
                Reply::Order(_)
                | Reply::Deliver(_)
                | Reply::Receipts(_)
                | Reply::Quarantine(_)
                | Reply::Sweep(_)
                | Reply::Redrive(_),
                _,
            ) => true,
        };
        if gone {
            tracing::debug!("a caller hung up before its answer");
        }
    }
}

fn fail<A: Area>(replies: Vec<Reply<A>>, error: impl Fn() -> Error) {
    for reply in replies {
        let gone = match reply {
            Reply::Order(to) => to.send(Err(error())).is_err(),
            Reply::Deliver(to) => to.send(Err(error())).is_err(),
            Reply::Receipts(to) => to.send(Err(error())).is_err(),
            Reply::Quarantine(to) => to.send(Err(error())).is_err(),
            Reply::Sweep(to) => to.send(Err(error())).is_err(),
            Reply::Redrive(to) => to.send(Err(error())).is_err(),
        };
        if gone {
            tracing::debug!("a caller hung up before its answer");
        }
    }
}

fn clone(error: &Error) -> Error {
    match error {
        Error::Store { doing, source } => {
            Error::Store { doing, source: sea_orm::DbErr::Custom(source.to_string()) }
        }
        Error::Corrupt { doing, why } => Error::Corrupt { doing, why: why.clone() },
        Error::Invalid(faults) => Error::Invalid(faults.clone()),
        Error::NotFound { what, what_en, name } => {
            Error::NotFound { what, what_en, name: name.clone() }
        }
        Error::Stale { current } => Error::Stale { current: *current },
        Error::Overtaken => Error::Overtaken,
        Error::Refused(refused) => Error::Refused(refused.clone()),
        Error::Forbidden(refused) => Error::Forbidden(refused.clone()),
        Error::Reused => Error::Reused,
        Error::Busy => Error::Busy,
        Error::Draining => Error::Draining,
        Error::Crashed => Error::Crashed,
    }
}

/// The batch's own reading of a receipt: which link it speaks of.
pub(crate) fn receipt_key(receipt: &Receipt) -> (String, String) {
    (receipt.dst.clone(), receipt.reader.to_string())
}
