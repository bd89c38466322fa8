//! The relay: outbox to bus, every destination on a lane of its own. The outbox table is the
//! store-and-forward; the bus only carries. A publish acknowledgement ends nothing.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use futures::StreamExt;
use futures::future::BoxFuture;
use futures::stream::FuturesUnordered;
use jiefen_ledger::{Area, Destination, Ledger};
use jiefen_vocab::Agency;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use crate::book::Book;
use crate::bus::Bus;
use crate::fault::{Fault, chain};
use crate::figures::Figures;
use crate::lane::{Finding, Job, Lane};

/// The outbox's name of the events for everybody.
const EVERYBODY: &str = "evt";

/// Two goings back are at least this part of the resend time apart: 5 s of 30 s.
const REST_PART: u32 = 6;

/// How the relay behaves.
#[derive(Clone, Debug)]
pub struct RelayOptions {
    /// How many messages of one destination are under way at once.
    pub window: usize,
    /// How long a sent message may be without a receipt before it is sent again.
    pub resend_after: Duration,
    /// The pause doubles with each repetition, up to this.
    pub resend_max: Duration,
    /// The longest pause of a destination after a fault: the hub is back within seconds of its restart.
    pub pause_max: Duration,
    /// How often the outbox is looked at when nothing wakes the relay.
    pub poll: Duration,
    /// The shortest time between two looks: under load one look serves many transactions.
    pub rest: Duration,
    /// The shortest time between two pages of events for everybody that are not full: nobody waits for an
    /// event, and many cost the bus little more than one.
    pub linger: Duration,
}

impl Default for RelayOptions {
    fn default() -> RelayOptions {
        RelayOptions {
            window: 256, // acknowledged within 50 ms on one disk with sync_interval: always
            resend_after: Duration::from_secs(30),
            resend_max: Duration::from_secs(15 * 60),
            pause_max: Duration::from_secs(2),
            poll: Duration::from_millis(200),
            rest: Duration::from_millis(2),
            linger: Duration::from_millis(25),
        }
    }
}

/// Publishes a ledger's outbox until the drain is called. One per service.
///
/// # Errors
/// Only what trying again cannot help, such as a server that is too old.
pub async fn relay<A: Area>(
    ledger: Ledger<A>,
    bus: Arc<dyn Bus>,
    readers: Vec<Agency>,
    options: RelayOptions,
    drain: CancellationToken,
) -> Result<(), Fault> {
    Relay::new(Arc::new(ledger), bus, readers, options).run(drain).await
}

/// The relay of one service, step by step: for a simulation that decides itself when what happens.
pub struct Relay {
    book: Arc<dyn Book>,
    bus: Arc<dyn Bus>,
    readers: Vec<Agency>,
    options: RelayOptions,
    lanes: BTreeMap<String, Lane>,
    losses: u64,
    went_back: Option<Instant>,
    figures: Figures,
}

/// A publication that has ended: on which lane, up to which number.
type Ended = (String, Job, Result<i64, Fault>);

impl Relay {
    /// A relay that has sent nothing yet.
    pub fn new(
        book: Arc<dyn Book>,
        bus: Arc<dyn Bus>,
        readers: Vec<Agency>,
        options: RelayOptions,
    ) -> Relay {
        let me = book.me();
        // An agency's own events never come back to it: it cannot receipt them.
        let readers = readers.into_iter().filter(|reader| *reader != me).collect();
        let losses = bus.losses();
        Relay {
            book,
            bus,
            readers,
            options,
            lanes: BTreeMap::new(),
            losses,
            went_back: None,
            figures: Figures::new(),
        }
    }

    /// Looks at the outbox and publishes at most one page of each destination; returns how many
    /// messages the bus took.
    ///
    /// # Errors
    /// The outbox cannot be read, or trying again cannot help.
    pub async fn pass(&mut self) -> Result<u64, Fault> {
        self.look().await?;
        let mut count = 0;
        let jobs: FuturesUnordered<_> = self.jobs().into_iter().collect();
        for ended in jobs.collect::<Vec<_>>().await {
            count += self.finish(ended)?;
        }
        Ok(count)
    }

    /// Works until the drain is called; what is under way then is brought to its end.
    ///
    /// # Errors
    /// Only what trying again cannot help.
    pub async fn run(mut self, drain: CancellationToken) -> Result<(), Fault> {
        let mut under_way: FuturesUnordered<BoxFuture<'static, Ended>> = FuturesUnordered::new();
        let mut woken = self.book.woken();
        let begin = Instant::now();
        let (mut looked, mut next, mut poll, mut awake) = (begin, begin, begin, true);
        loop {
            if drain.is_cancelled() {
                while let Some(ended) = under_way.next().await {
                    self.finish(ended)?;
                }
                return Ok(());
            }
            let now = Instant::now();
            if now >= poll || (now >= next && !self.glance()) {
                poll = now + self.options.poll;
                if let Err(fault) = self.look().await {
                    tracing::warn!(
                        fault = chain(&fault),
                        "the outbox cannot be read; trying again"
                    );
                }
            }
            if now >= next {
                (looked, next) = (now, poll);
            }
            under_way.extend(self.jobs());
            let rested = self.lanes.values().filter_map(Lane::rested).filter(|at| *at > now).min();
            let wake = rested.map_or(next, |rested| next.min(rested));
            tokio::select! {
                () = drain.cancelled() => {}
                Some(ended) = under_way.next(), if !under_way.is_empty() => {
                    self.finish(ended)?;
                }
                changed = woken.changed(), if awake => {
                    // Once the writer has ended only the poll is left.
                    awake = changed.is_ok();
                    next = next.min(looked + self.options.rest);
                }
                () = tokio::time::sleep_until(wake) => {}
            }
        }
    }

    /// Takes over what the outbox and the bus say.
    async fn look(&mut self) -> Result<(), Fault> {
        let outstanding = self.book.outstanding(&self.readers).await?;
        self.observe(outstanding);
        Ok(())
    }

    /// Takes over what this process itself has written; false when the outbox must be asked. That a reader
    /// has less than it had only the outbox says: memory may lag behind a commit that it was asked about.
    fn glance(&mut self) -> bool {
        let Some(mut outstanding) = self.book.glance(&self.readers) else { return false };
        for (dst, last, receipted) in &mut outstanding {
            if let Some(lane) = self.lanes.get(dst) {
                (*last, *receipted) = lane.at_least(*last, *receipted);
            }
        }
        self.observe(outstanding);
        true
    }

    fn observe(&mut self, outstanding: Vec<(String, i64, i64)>) {
        let now = Instant::now();
        self.go_back(now);
        for (dst, last, receipted) in outstanding {
            let receipted = self.receipted(&dst, last, receipted);
            let linger = if dst == EVERYBODY { self.options.linger } else { Duration::ZERO };
            let fresh = || Lane::new(last, receipted, linger, now, &self.options);
            let lane = self.lanes.entry(dst.clone()).or_insert_with(fresh);
            match lane.observe(last, receipted, now, &self.options) {
                Finding::Quiet => {}
                Finding::WentBack { from, to } => {
                    self.figures.alarm("receipt_went_back");
                    tracing::warn!(%dst, from, to, "a reader has less than it had: it is sent again");
                }
            }
            self.figures.unreceipted(&dst, lane.unreceipted());
        }
    }

    /// A hub that lost its disk is noticed once for each stream; going back for the first is at once, one
    /// more time serves for all the others.
    fn go_back(&mut self, now: Instant) {
        let losses = self.bus.losses();
        let rest = self.options.resend_after / REST_PART;
        let rested = self.went_back.is_none_or(|before| now >= before + rest);
        if losses == self.losses || !rested {
            return;
        }
        (self.losses, self.went_back) = (losses, Some(now));
        tracing::warn!("the bus lost data: everything unreceipted is sent again");
        self.lanes.values_mut().for_each(Lane::go_back);
    }

    /// With nobody who must receipt the events for everybody they are published all the same, for whoever
    /// reads them: then the bus's word is enough. After a restart the last page is said again.
    fn receipted(&self, dst: &str, last: i64, receipted: i64) -> i64 {
        if dst != EVERYBODY || !self.readers.is_empty() {
            return receipted;
        }
        let page = i64::try_from(self.options.window).unwrap_or(i64::MAX);
        self.lanes.get(dst).map_or((last - page).max(0), Lane::sent)
    }

    /// The next publication of every lane that has one.
    fn jobs(&mut self) -> Vec<BoxFuture<'static, Ended>> {
        let now = Instant::now();
        let mut jobs: Vec<BoxFuture<'static, Ended>> = vec![];
        for (dst, lane) in &mut self.lanes {
            let Some(job) = lane.next(now, &self.options) else { continue };
            let (book, bus, dst) = (self.book.clone(), self.bus.clone(), dst.clone());
            jobs.push(Box::pin(async move {
                let result = publish(&*book, &*bus, &dst, job).await;
                (dst, job, result)
            }));
        }
        jobs
    }

    /// Notes the end of a publication; returns how many messages it had.
    fn finish(&mut self, ended: Ended) -> Result<u64, Fault> {
        let (dst, job, result) = ended;
        let Some(lane) = self.lanes.get_mut(&dst) else { return Ok(0) };
        match result {
            Ok(upto) => {
                lane.finish(Some(upto), Instant::now(), &self.options);
                let count = u64::try_from(upto - job.after).unwrap_or(0);
                self.figures.published(&dst, count, job.attempt > 0);
                Ok(count)
            }
            Err(fault) if fault.is_final() => Err(fault),
            Err(fault) => {
                lane.finish(None, Instant::now(), &self.options);
                self.figures.failed(&dst);
                let text = chain(&fault);
                if matches!(fault, Fault::Offline { .. }) {
                    // The connection says so itself, once.
                    tracing::debug!(%dst, fault = text, "not published; trying again");
                } else if matches!(fault, Fault::Unsendable { .. } | Fault::Hole { .. }) {
                    tracing::error!(%dst, fault = text, "a destination cannot be served");
                } else {
                    tracing::warn!(%dst, fault = text, "not published; trying again");
                }
                Ok(0)
            }
        }
    }
}

/// Reads a page and publishes it; the database is not held meanwhile.
async fn publish(book: &dyn Book, bus: &dyn Bus, dst: &str, job: Job) -> Result<i64, Fault> {
    let size = u64::try_from(job.upto - job.after).unwrap_or(0);
    let messages = book.unsent(dst, job.after, size).await?;
    let mut last = job.after;
    for message in &messages {
        if message.seq != last + 1 {
            return Err(Fault::Hole { dst: dst.to_owned(), seq: last + 1 });
        }
        last = message.seq;
    }
    let Some(first) = messages.first() else {
        return Err(Fault::Hole { dst: dst.to_owned(), seq: last + 1 });
    };
    let to: Destination = first.dst;
    bus.publish_batch(to, &messages, job.attempt).await?;
    Ok(last)
}
