//! A bus in memory for simulation: it acknowledges and loses, repeats, delays and disorders, all from
//! one seed. No clock: its time is the number of times that it was asked for messages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use jiefen_ledger::{Destination, Envelope, Receipt};
use jiefen_vocab::Agency;
use tokio::sync::Notify;

use crate::bus::{Bus, Delivery, Feed, Settle, Token};
use crate::fault::Fault;
use crate::headers::{self, Headers, MSG_ID};
use crate::receipts;
use crate::subject::{flat, stream_of};

/// How badly the bus behaves; every probability from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Faults {
    /// A message is acknowledged and lost.
    pub lose: f64,
    /// A publication is refused.
    pub refuse: f64,
    /// A message is delivered twice.
    pub repeat: f64,
    /// An acknowledgement of a reader is not heard.
    pub deaf: f64,
    /// A message becomes visible up to so many steps late: later ones overtake it.
    pub delay: u64,
}

/// How many steps a delivered message stays out before it is delivered again.
const ACK_STEPS: u64 = 64;

/// The hub of a simulated mesh. Cheap to clone: all clones are the same hub.
#[derive(Clone, Debug)]
pub struct MemoryHub {
    state: Arc<Mutex<State>>,
    arrived: Arc<Notify>,
}

#[derive(Debug)]
struct State {
    chance: Chance,
    faults: Faults,
    step: u64,
    streams: BTreeMap<String, Stream>,
    born: u64,
    down: bool,
}

#[derive(Debug)]
struct Stream {
    /// Which stream of this name it is, from 1.
    born: u64,
    last: u64,
    kept: BTreeMap<u64, Kept>,
    ids: BTreeSet<String>,
    cursors: BTreeMap<String, Cursor>,
}

#[derive(Clone, Debug)]
struct Kept {
    subject: String,
    headers: Headers,
    payload: Bytes,
}

/// One reader's durable place in a stream.
#[derive(Debug, Default)]
struct Cursor {
    seen: u64,
    delivered: u64,
    open: BTreeMap<u64, Flight>,
}

#[derive(Debug)]
struct Flight {
    visible: u64,
    attempts: u64,
}

/// A small generator: the same seed, the same world (SplitMix64).
#[derive(Debug)]
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn happens(&mut self, probability: f64) -> bool {
        let unit = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        unit < probability
    }

    fn upto(&mut self, most: u64) -> u64 {
        self.next() % most.saturating_add(1).max(1)
    }
}

impl MemoryHub {
    /// An empty hub.
    pub fn new(seed: u64, faults: Faults) -> MemoryHub {
        let state = State {
            chance: Chance(seed),
            faults,
            step: 0,
            streams: BTreeMap::new(),
            born: 0,
            down: false,
        };
        MemoryHub { state: Arc::new(Mutex::new(state)), arrived: Arc::new(Notify::new()) }
    }

    /// One agency's connection to the hub.
    pub fn node(&self, me: Agency) -> MemoryBus {
        MemoryBus { hub: self.clone(), name: flat(me), known: Arc::default() }
    }

    /// Changes how badly the hub behaves from now on.
    pub fn set_faults(&self, faults: Faults) {
        self.lock().faults = faults;
    }

    /// Cuts every connection, or mends it.
    pub fn set_down(&self, down: bool) {
        self.lock().down = down;
    }

    /// Loses a stream with its messages and every reader's place, as a lost disk does.
    pub fn wipe(&self, dst: Destination) {
        self.lock().streams.remove(&stream_of(dst));
    }

    /// Loses everything.
    pub fn wipe_all(&self) {
        self.lock().streams.clear();
    }

    /// How many messages a stream keeps.
    pub fn kept(&self, dst: Destination) -> usize {
        self.lock().streams.get(&stream_of(dst)).map_or(0, |stream| stream.kept.len())
    }

    /// Puts a message into a stream as it is: forged, cut, whatever a test needs.
    pub fn inject(&self, dst: Destination, subject: &str, headers: Headers, payload: Vec<u8>) {
        let mut state = self.lock();
        let kept = Kept { subject: subject.to_owned(), headers, payload: payload.into() };
        state.stream(&stream_of(dst)).add(kept);
        self.arrived.notify_waiters();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn stream(&mut self, name: &str) -> &mut Stream {
        let born = &mut self.born;
        self.streams.entry(name.to_owned()).or_insert_with(|| {
            *born += 1;
            Stream {
                born: *born,
                last: 0,
                kept: BTreeMap::new(),
                ids: BTreeSet::new(),
                cursors: BTreeMap::new(),
            }
        })
    }

    /// Which stream took it; none when it was refused.
    fn publish(&mut self, name: &str, kept: Kept) -> Option<u64> {
        let (refused, lost) = {
            let Faults { refuse, lose, .. } = self.faults;
            (self.chance.happens(refuse), self.chance.happens(lose))
        };
        if self.down || refused {
            return None;
        }
        let stream = self.stream(name);
        let id = kept.headers.find(MSG_ID).ok().flatten().map(str::to_owned);
        let fresh = id.is_none_or(|id| stream.ids.insert(id));
        if fresh && !lost {
            stream.add(kept);
        }
        Some(stream.born)
    }

    fn fetch(&mut self, feed: &Feed, reader: &str, max: usize) -> Vec<Delivery> {
        self.step += 1;
        let name = stream_of(feed.source.destination());
        self.stream(&name);
        let State { chance, faults, step, streams, .. } = self;
        let Some(stream) = streams.get_mut(&name) else { return vec![] };
        let cursor = stream.cursors.entry(reader.to_owned()).or_default();
        for (seq, kept) in stream.kept.range(cursor.seen + 1..) {
            cursor.seen = *seq;
            if feed.holds(&kept.subject) {
                let visible = *step + chance.upto(faults.delay);
                cursor.open.insert(*seq, Flight { visible, attempts: 0 });
            }
        }
        let mut found = vec![];
        for (seq, flight) in &mut cursor.open {
            if found.len() >= max {
                break;
            }
            let Some(kept) = stream.kept.get(seq).filter(|_| flight.visible <= *step) else {
                continue;
            };
            flight.visible = *step + ACK_STEPS;
            flight.attempts += 1;
            // What was overtaken counts as a repetition: JetStream delivers in order the first time.
            let late = u64::from(*seq < cursor.delivered);
            cursor.delivered = cursor.delivered.max(*seq);
            let token = Token(format!("{name}/{}/{seq}", stream.born));
            let delivery = Delivery {
                subject: kept.subject.clone(),
                headers: kept.headers.clone(),
                payload: kept.payload.clone(),
                attempt: flight.attempts + late,
                token,
            };
            if chance.happens(faults.repeat) {
                found.push(Delivery { attempt: delivery.attempt + 1, ..delivery.clone() });
            }
            found.push(delivery);
        }
        found
    }

    fn settle(&mut self, reader: &str, token: &Token, how: Settle) {
        let deaf = self.chance.happens(self.faults.deaf);
        let mut parts = token.0.split('/');
        let (Some(name), Some(born), Some(seq)) = (parts.next(), parts.next(), parts.next()) else {
            return;
        };
        let Ok(seq) = seq.parse::<u64>() else { return };
        let step = self.step;
        let stream = self.streams.get_mut(name).filter(|stream| stream.born.to_string() == born);
        let Some(cursor) = stream.and_then(|stream| stream.cursors.get_mut(reader)) else { return };
        match how {
            Settle::Done if !deaf => {
                cursor.open.remove(&seq);
            }
            Settle::Done => {}
            Settle::Later(_) => {
                if let Some(flight) = cursor.open.get_mut(&seq) {
                    flight.visible = step + 1;
                }
            }
        }
    }
}

impl Stream {
    fn add(&mut self, kept: Kept) {
        self.last += 1;
        self.kept.insert(self.last, kept);
    }
}

/// One agency's connection to a [`MemoryHub`].
#[derive(Clone, Debug)]
pub struct MemoryBus {
    hub: MemoryHub,
    name: String,
    known: Arc<Mutex<Known>>,
}

/// What a connection remembers of the streams, to notice that one was lost.
#[derive(Debug, Default)]
struct Known {
    born: BTreeMap<String, u64>,
    losses: u64,
}

impl MemoryBus {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn remember(&self, stream: &str, born: u64) {
        let mut known = self.known();
        let before = known.born.insert(stream.to_owned(), born);
        if before.is_some_and(|before| before != born) {
            known.losses += 1;
        }
    }

    fn publish(&self, stream: &str, kept: Vec<Kept>) -> Result<(), Fault> {
        for one in kept {
            let Some(born) = self.hub.lock().publish(stream, one) else {
                return Err(Fault::Publish { stream: stream.to_owned(), source: "refused".into() });
            };
            self.remember(stream, born);
        }
        self.hub.arrived.notify_waiters();
        Ok(())
    }

    fn offline(&self) -> Result<(), Fault> {
        if self.hub.lock().down {
            return Err(Fault::Offline { url: "memory".to_owned() });
        }
        Ok(())
    }
}

#[async_trait]
impl Bus for MemoryBus {
    async fn publish_batch(
        &self,
        dst: Destination,
        messages: &[Envelope],
        attempt: u32,
    ) -> Result<(), Fault> {
        let mut kept = Vec::with_capacity(messages.len());
        for message in messages {
            let headers = headers::encode(message, attempt).map_err(|source| {
                Fault::Unsendable { seq: message.seq, source: Box::new(source) }
            })?;
            let payload = message.payload.clone().into();
            kept.push(Kept { subject: message.subject.clone(), headers, payload });
        }
        self.publish(&stream_of(dst), kept)
    }

    async fn publish_receipts(&self, receipts_: &[Receipt]) -> Result<(), Fault> {
        for receipt in receipts_ {
            let (headers, payload) = receipts::encode(receipt, true).map_err(|source| {
                Fault::Unsendable { seq: receipt.upto, source: Box::new(source) }
            })?;
            let subject = receipts::subject(receipt).to_string();
            let stream = stream_of(Destination::Agency(receipt.src));
            self.publish(&stream, vec![Kept { subject, headers, payload: payload.into() }])?;
        }
        Ok(())
    }

    async fn fetch(&self, feed: &Feed, max: usize, wait: Duration) -> Result<Vec<Delivery>, Fault> {
        self.offline()?;
        let arrived = self.hub.arrived.notified();
        let found = self.hub.lock().fetch(feed, &self.name, max);
        if !found.is_empty() || wait.is_zero() {
            return Ok(found);
        }
        // Delayed messages become visible by asking, so the wait is short; a late notice is no fault.
        let woken = tokio::time::timeout(wait.min(Duration::from_millis(2)), arrived).await;
        tracing::trace!(woken = woken.is_ok(), "asking the hub again");
        Ok(self.hub.lock().fetch(feed, &self.name, max))
    }

    async fn settle(&self, tokens: Vec<Token>, how: Settle) -> Result<(), Fault> {
        let mut state = self.hub.lock();
        tokens.iter().for_each(|token| state.settle(&self.name, token, how));
        Ok(())
    }

    async fn check(&self, feed: &Feed) -> Result<(), Fault> {
        self.offline()?;
        let name = stream_of(feed.source.destination());
        let born = self.hub.lock().stream(&name).born;
        self.remember(&name, born);
        Ok(())
    }

    async fn close(&self, feed: &Feed) {
        let mut state = self.hub.lock();
        let step = state.step;
        let stream = state.streams.get_mut(&stream_of(feed.source.destination()));
        if let Some(cursor) = stream.and_then(|stream| stream.cursors.get_mut(&self.name)) {
            cursor.open.values_mut().for_each(|flight| flight.visible = step);
        }
    }

    fn losses(&self) -> u64 {
        self.known().losses
    }
}
