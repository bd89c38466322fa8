//! The consumer: bus to inbox. Verified messages are committed first and acknowledged then; the signed
//! receipt follows the commit. What is not believed is quarantined.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use futures::future::try_join_all;
use jiefen_ledger::{Area, Delivered, Envelope, Ledger, Receipt};
use jiefen_platform::telemetry;
use jiefen_platform::trust::Trust;
use jiefen_vocab::Agency;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use tracing::Span;

use crate::audit::Audit;
use crate::bad::Bad;
use crate::book::Book;
use crate::bus::{Bus, Delivery, Feed, Settle};
use crate::fault::{Fault, chain};
use crate::figures::Figures;
use crate::receipts;
use crate::sort::{Sorted, Sorter, quarantined, tokens};
use crate::subject::Link;

/// How the consumer behaves.
#[derive(Clone, Debug)]
pub struct ConsumeOptions {
    /// How many messages go into one delivery to the ledger.
    pub batch: usize,
    /// How long an empty feed is waited for at once.
    pub wait: Duration,
    /// When the bus brings messages again that the ledger could not take.
    pub retry: Duration,
    /// How often the high-water marks of all links are said again.
    pub reconcile: Duration,
    /// How often the feeds are looked after.
    pub watch: Duration,
    /// The shortest time between two receipts: one covers all that came before it.
    pub rest: Duration,
}

impl Default for ConsumeOptions {
    fn default() -> ConsumeOptions {
        ConsumeOptions {
            batch: 200,
            wait: Duration::from_millis(500),
            retry: Duration::from_secs(5),
            reconcile: Duration::from_secs(30),
            watch: Duration::from_secs(5),
            rest: Duration::from_millis(100),
        }
    }
}

/// The longest pause after a fault.
const PAUSE_MAX: Duration = Duration::from_secs(2);
const PAUSE_MIN: Duration = Duration::from_millis(100);

/// Takes in messages for a ledger until the drain is called: those for its agency, and the events of
/// the feeds. One per service.
///
/// # Errors
/// Only what trying again cannot help, such as a server that is too old.
pub async fn consume<A: Area>(
    ledger: Ledger<A>,
    bus: Arc<dyn Bus>,
    trust: Arc<Trust>,
    feeds: Vec<Feed>,
    options: ConsumeOptions,
    drain: CancellationToken,
) -> Result<(), Fault> {
    let book: Arc<dyn Book> = Arc::new(ledger);
    Consumer::run_all(book, bus, trust, feeds, options, drain).await
}

/// The consumer of one feed, step by step: for a simulation that decides itself when what happens.
pub struct Consumer {
    book: Arc<dyn Book>,
    bus: Arc<dyn Bus>,
    trust: Arc<Trust>,
    feed: Feed,
    options: ConsumeOptions,
    audit: Audit,
    figures: Figures,
    /// The links on which something came that no receipt has covered yet.
    owed: BTreeSet<(Agency, Link)>,
    /// No receipt before this moment.
    rested: Instant,
}

/// A verified message with the span that continues its sender's trace.
struct Arrived<'a> {
    delivery: &'a Delivery,
    envelope: Envelope,
    span: Span,
}

impl Consumer {
    /// A consumer that has read nothing yet.
    pub fn new(
        book: Arc<dyn Book>,
        bus: Arc<dyn Bus>,
        trust: Arc<Trust>,
        feed: Feed,
        options: ConsumeOptions,
    ) -> Consumer {
        let (audit, figures) = (Audit::default(), Figures::new());
        let (owed, rested) = (BTreeSet::new(), Instant::now());
        Consumer { book, bus, trust, feed, options, audit, figures, owed, rested }
    }

    /// Waits for messages and takes in at most one batch; returns how many came.
    ///
    /// # Errors
    /// The bus or the ledger did not do its part; what was not settled comes again.
    pub async fn pass(&mut self) -> Result<usize, Fault> {
        let wait = if self.owed.is_empty() {
            self.options.wait
        } else {
            self.options.wait.min(self.rested.saturating_duration_since(Instant::now()))
        };
        let deliveries = self.bus.fetch(&self.feed, self.options.batch, wait).await?;
        let (mut messages, mut receipts, mut bad, mut own) = (vec![], vec![], vec![], vec![]);
        let (me, source, now) = (self.book.me(), self.feed.source, self.book.now());
        let sorter = Sorter { me, source, trust: &self.trust, now };
        for delivery in &deliveries {
            match sorter.sort(delivery) {
                Sorted::Message(envelope) => messages.push(arrived(delivery, *envelope)),
                Sorted::Receipt(receipt, first) => receipts.push((delivery, receipt, first)),
                Sorted::Own => own.push(delivery),
                Sorted::Bad(fault) => bad.push((delivery, fault)),
            }
        }
        self.bus.settle(tokens(own), Settle::Done).await?;
        let checked = self.checked(receipts).await;
        let hear = async {
            let (good, all) = checked?;
            self.hear(good, all).await
        };
        // Together, so that one transaction takes in all of it.
        let (kept, heard, taken) = futures::join!(self.keep_bad(bad), hear, self.take_in(messages));
        let (links, taken) = taken;
        self.owed.extend(links);
        if Instant::now() >= self.rested {
            self.receipt().await;
        }
        kept.and(heard).and(taken)?;
        Ok(deliveries.len())
    }

    /// Says the high-water marks of all incoming links again: a lost receipt or a peer that came back
    /// from backup is noticed by its sender.
    ///
    /// # Errors
    /// The ledger cannot be read or the bus did not take them.
    pub async fn reconcile(&self) -> Result<(), Fault> {
        let owed = self.book.owed().await?;
        self.send_receipts(owed).await
    }

    /// All that [`consume`] does, for any book.
    ///
    /// # Errors
    /// Only what trying again cannot help.
    pub async fn run_all(
        book: Arc<dyn Book>,
        bus: Arc<dyn Bus>,
        trust: Arc<Trust>,
        feeds: Vec<Feed>,
        options: ConsumeOptions,
        drain: CancellationToken,
    ) -> Result<(), Fault> {
        let inbox = Feed::inbox(book.me());
        let all: Vec<Feed> = std::iter::once(inbox.clone())
            .chain(feeds.into_iter().filter(|feed| *feed != inbox))
            .collect();
        let consumer = |feed: &Feed| {
            let (book, bus, trust) = (book.clone(), bus.clone(), trust.clone());
            Consumer::new(book, bus, trust, feed.clone(), options.clone())
        };
        let readers = try_join_all(all.iter().map(|feed| consumer(feed).run(drain.clone())));
        let watchers = all.iter().map(|feed| watch(&*bus, feed, options.watch, &drain));
        let marks = consumer(&inbox);
        let reconcile = marks.reconcile_often(&drain);
        futures::try_join!(readers, try_join_all(watchers), reconcile).map(|_| ())
    }

    async fn run(mut self, drain: CancellationToken) -> Result<(), Fault> {
        let mut pause = PAUSE_MIN;
        while !drain.is_cancelled() {
            match self.pass().await {
                Ok(_) => pause = PAUSE_MIN,
                Err(fault) if fault.is_final() => return Err(fault),
                Err(fault) => {
                    self.note_fault(&fault);
                    rest(pause, &drain).await;
                    pause = (pause * 2).min(PAUSE_MAX);
                }
            }
        }
        self.receipt().await;
        self.bus.close(&self.feed).await;
        Ok(())
    }

    /// That there is no connection the connection says itself, once.
    fn note_fault(&self, fault: &Fault) {
        let (feed, text) = (self.feed.source.code(), chain(fault));
        if matches!(fault, Fault::Offline { .. }) {
            tracing::debug!(feed, fault = text, "not taken in; trying again");
        } else {
            tracing::warn!(feed, fault = text, "not taken in; trying again");
        }
    }

    async fn reconcile_often(&self, drain: &CancellationToken) -> Result<(), Fault> {
        while !drain.is_cancelled() {
            rest(self.options.reconcile, drain).await;
            match self.reconcile().await {
                Ok(()) => {}
                Err(fault) if fault.is_final() => return Err(fault),
                Err(fault) => {
                    tracing::warn!(fault = chain(&fault), "high-water marks not sent; later again");
                }
            }
        }
        Ok(())
    }

    /// Quarantine first, then the acknowledgement: evidence is not lost either.
    async fn keep_bad(&self, bad: Vec<(&Delivery, Bad)>) -> Result<(), Fault> {
        if bad.is_empty() {
            return Ok(());
        }
        let source = self.feed.source;
        for (delivery, fault) in &bad {
            self.figures.quarantined(fault.code());
            tracing::error!(%fault, subject = %crate::subject::clip(&delivery.subject), "a message was quarantined");
        }
        let rows = bad.iter().map(|(delivery, fault)| quarantined(delivery, source, fault));
        let result = self.book.quarantine(rows.collect()).await;
        self.settle(bad.iter().map(|(delivery, _)| *delivery), result.is_ok()).await?;
        result.map_err(Fault::from)
    }

    /// Receipts that contradict the outbox are findings and change nothing.
    async fn checked<'d>(
        &mut self,
        heard: Vec<(&'d Delivery, Receipt, bool)>,
    ) -> Result<(Vec<Receipt>, Vec<&'d Delivery>), Fault> {
        let (mut good, mut all) = (vec![], vec![]);
        for (delivery, receipt, first) in heard {
            all.push(delivery);
            match self.audit.check(&*self.book, &receipt).await? {
                Ok(()) if self.audit.is_late(&receipt, first) => {
                    tracing::debug!(reader = %receipt.reader, "a late receipt was passed over");
                }
                Ok(()) => good.push(receipt),
                Err(finding) => {
                    self.figures.alarm(finding.code());
                    tracing::error!(fault = %finding, "a receipt contradicts the outbox");
                }
            }
        }
        Ok((good, all))
    }

    async fn hear(&self, good: Vec<Receipt>, all: Vec<&Delivery>) -> Result<(), Fault> {
        self.figures.receipts("in", good.len());
        let result = if good.is_empty() { Ok(()) } else { self.book.receipts(good).await };
        self.settle(all.into_iter(), result.is_ok()).await?;
        result.map_err(Fault::from)
    }

    /// Commits, then acknowledges; the receipt follows. Gives the links on which something was taken in.
    async fn take_in(
        &self,
        messages: Vec<Arrived<'_>>,
    ) -> (BTreeSet<(Agency, Link)>, Result<(), Fault>) {
        if messages.is_empty() {
            return (BTreeSet::new(), Ok(()));
        }
        let (done, failed) = self.deliver(&messages).await;
        let link = |message: &&Arrived<'_>| (message.envelope.src, Link::of(message.envelope.dst));
        let links = done.iter().map(link).collect();
        let settled = self.settle(done.iter().map(|message| message.delivery), true).await;
        let Some((fault, left)) = failed else { return (links, settled) };
        let back = self.settle(left.iter().map(|message| message.delivery), false).await;
        (links, settled.and(back).and(Err(fault.into())))
    }

    /// One delivery for all; when that fails, one by one: a message that cannot be taken in must not
    /// hold up those of other agencies.
    async fn deliver<'a, 'b>(
        &self,
        messages: &'a [Arrived<'b>],
    ) -> (Vec<&'a Arrived<'b>>, Option<(jiefen_ledger::Error, Vec<&'a Arrived<'b>>)>) {
        let whole = messages.iter().map(|message| message.envelope.clone()).collect();
        let error = match self.book.deliver(whole).await {
            Ok(outcomes) => {
                messages.iter().zip(&outcomes).for_each(|(one, what)| self.note(one, what));
                return (messages.iter().collect(), None);
            }
            Err(error) => error,
        };
        if messages.len() == 1 || error.is_transient() {
            return (vec![], Some((error, messages.iter().collect())));
        }
        let (mut done, mut left, mut last) = (vec![], vec![], error);
        for message in messages {
            match self.book.deliver(vec![message.envelope.clone()]).await {
                Ok(outcomes) => {
                    outcomes.iter().for_each(|what| self.note(message, what));
                    done.push(message);
                }
                Err(error) => {
                    tracing::error!(%error, message = %message.envelope.id, "a message was not taken in");
                    left.push(message);
                    last = error;
                }
            }
        }
        (done, (!left.is_empty()).then_some((last, left)))
    }

    fn note(&self, message: &Arrived<'_>, outcome: &Delivered) {
        let code = match outcome {
            Delivered::Applied => "applied",
            Delivered::Repeated => "repeated",
            Delivered::Waiting => "waiting",
            Delivered::Parked(_) => "parked",
        };
        message.span.record("outcome", code);
        self.figures.received(self.feed.source.code(), code);
    }

    async fn settle(
        &self,
        deliveries: impl Iterator<Item = &Delivery>,
        done: bool,
    ) -> Result<(), Fault> {
        let how = if done { Settle::Done } else { Settle::Later(self.options.retry) };
        self.bus.settle(tokens(deliveries), how).await
    }

    /// Sends the receipts that are owed. One that gets lost is repeated by the reconciliation.
    async fn receipt(&mut self) {
        let links = std::mem::take(&mut self.owed);
        if links.is_empty() {
            return;
        }
        self.rested = Instant::now() + self.options.rest;
        let links: Vec<_> = links.iter().map(|(src, link)| (*src, link.code())).collect();
        let result = match self.book.owed_for(&links).await {
            Ok(owed) => self.send_receipts(owed).await,
            Err(error) => Err(error.into()),
        };
        if let Err(fault) = result {
            tracing::warn!(
                fault = chain(&fault),
                "receipts not sent; the reconciliation repeats them"
            );
        }
    }

    async fn send_receipts(&self, owed: Vec<Receipt>) -> Result<(), Fault> {
        if owed.is_empty() {
            return Ok(());
        }
        let sign = |receipt| receipts::sign(receipt, |bytes| self.book.sign(bytes));
        let signed: Vec<Receipt> = owed.into_iter().map(sign).collect();
        self.bus.publish_receipts(&signed).await?;
        self.figures.receipts("out", signed.len());
        Ok(())
    }
}

/// The span continues the sender's trace, and what follows from the message continues the span.
fn arrived(delivery: &Delivery, mut envelope: Envelope) -> Arrived<'_> {
    let span = tracing::info_span!(
        "consume",
        kind = %envelope.kind,
        src = %envelope.src,
        seq = envelope.seq,
        outcome = tracing::field::Empty,
    );
    telemetry::set_parent(&span, envelope.trace.as_deref());
    if let Some(trace) = span.in_scope(telemetry::current_traceparent) {
        envelope.trace = Some(trace);
    }
    Arrived { delivery, envelope, span }
}

/// Looks after a feed until the drain is called.
async fn watch(
    bus: &dyn Bus,
    feed: &Feed,
    every: Duration,
    drain: &CancellationToken,
) -> Result<(), Fault> {
    while !drain.is_cancelled() {
        rest(every, drain).await;
        match bus.check(feed).await {
            Ok(()) => {}
            Err(fault) if fault.is_final() => return Err(fault),
            Err(fault) => tracing::warn!(fault = chain(&fault), "the bus cannot be checked"),
        }
    }
    Ok(())
}

/// Sleeps, but not into the drain.
async fn rest(time: Duration, drain: &CancellationToken) {
    let end = Instant::now() + time;
    tokio::select! {
        () = drain.cancelled() => {}
        () = tokio::time::sleep_until(end) => {}
    }
}
