//! A ledger on paper: the contract of the durable outbox and inbox, without a database.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

use async_trait::async_trait;
use jiefen_bus::{Book, Link};
use jiefen_ledger::{Delivered, Destination, Envelope, Error, Quarantined, Receipt, hex, running};
use jiefen_platform::keys::SigningKey;
use jiefen_platform::trust::{Keys, Trust, TrustedKey};
use jiefen_vocab::{Agency, DisputeId, FactId, Moment};
use tokio::sync::watch;

/// When everything happens.
pub const NOW: Moment = Moment(1_788_400_000_123_456);

pub fn agency(text: &str) -> Agency {
    text.parse().unwrap()
}

#[derive(Clone, Default)]
pub struct State {
    outbox: BTreeMap<String, Vec<Envelope>>,
    receipts: BTreeMap<(String, Agency), Receipt>,
    applied: BTreeMap<(Agency, Link), Vec<Envelope>>,
    waiting: BTreeMap<(Agency, Link), BTreeMap<i64, Envelope>>,
    pub quarantined: Vec<Quarantined>,
    pub fail: u32,
    made: u128,
}

pub struct Paper {
    me: Agency,
    key: SigningKey,
    state: Mutex<State>,
    wake: watch::Sender<u64>,
}

/// Agencies that trust each other.
pub fn agencies(names: &[&str]) -> (Vec<Arc<Paper>>, Arc<Trust>) {
    let mut keys = Keys::new();
    let mut all = vec![];
    for name in names {
        let (key, _) = SigningKey::generate().unwrap();
        let me = agency(name);
        keys.insert(me, vec![TrustedKey { key: key.public(), from: None, until: None }]);
        let (wake, _) = watch::channel(0);
        all.push(Arc::new(Paper { me, key, state: Mutex::default(), wake }));
    }
    (all, Arc::new(Trust::of(keys)))
}

impl Paper {
    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// One transaction that says something.
    pub fn say(&self, dst: Destination, payload: Vec<u8>) {
        let envelope = self.next(dst, payload);
        self.state().outbox.entry(dst.to_string()).or_default().push(envelope);
        self.wake.send_modify(|count| *count += 1);
    }

    /// The next envelope for a destination, signed.
    pub fn next(&self, dst: Destination, payload: Vec<u8>) -> Envelope {
        let mut state = self.state();
        state.made += 1;
        let seq = state.outbox.get(&dst.to_string()).map_or(0, Vec::len) as i64 + 1;
        let dispute = DisputeId::from_bits(state.made % 7);
        let me = self.me;
        let subject = match dst {
            Destination::Everybody => format!("jf.evt.{me}.case.filed.{dispute}"),
            Destination::Agency(to) => format!("jf.msg.{to}.{me}.offered.{dispute}"),
        };
        let mut envelope = Envelope {
            id: FactId::from_bits(me.region.code() as u128 * 1_000_000 + fnv(me) + state.made),
            src: me,
            dst,
            seq,
            kind: "jiefen.common.v1.FactHead".to_owned(),
            subject,
            dispute: Some(dispute),
            epoch: if dst == Destination::Everybody { String::new() } else { "1.1".to_owned() },
            occurred_at: NOW,
            trace: None,
            payload,
            signature: vec![],
        };
        envelope.signature = self.key.sign(&envelope.signed_bytes());
        envelope
    }

    /// The payloads that were taken in from a sender, in the order of their effect.
    pub fn heard(&self, src: Agency, link: Link) -> Vec<Vec<u8>> {
        let state = self.state();
        let all = state.applied.get(&(src, link)).cloned().unwrap_or_default();
        all.into_iter().map(|envelope| envelope.payload).collect()
    }

    /// Up to which number a reader has receipted.
    pub fn receipted(&self, dst: &str, reader: Agency) -> i64 {
        self.state().receipts.get(&(dst.to_owned(), reader)).map_or(0, |receipt| receipt.upto)
    }

    pub fn backup(&self) -> State {
        self.state().clone()
    }

    pub fn restore(&self, backup: State) {
        *self.state() = backup;
    }
}

fn fnv(me: Agency) -> u128 {
    me.to_string().bytes().fold(7, |hash, byte| (hash * 31 + u128::from(byte)) % (1 << 60)) << 32
}

fn hash(messages: &[Envelope]) -> Vec<u8> {
    messages.iter().fold(vec![], |hash, message| running(&hash, &message.payload))
}

#[async_trait]
impl Book for Paper {
    fn me(&self) -> Agency {
        self.me
    }

    fn now(&self) -> Moment {
        NOW
    }

    fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        self.key.sign(bytes)
    }

    fn woken(&self) -> watch::Receiver<u64> {
        self.wake.subscribe()
    }

    async fn outstanding(&self, readers: &[Agency]) -> Result<Vec<(String, i64, i64)>, Error> {
        let state = self.state();
        let upto = |dst: &str, reader: Agency| {
            state.receipts.get(&(dst.to_owned(), reader)).map_or(0, |receipt| receipt.upto)
        };
        let all = state.outbox.iter().map(|(dst, messages)| {
            let last = messages.len() as i64;
            let done = match dst.parse().unwrap() {
                Destination::Everybody => {
                    readers.iter().map(|reader| upto(dst, *reader)).min().unwrap_or(last)
                }
                Destination::Agency(reader) => upto(dst, reader),
            };
            (dst.clone(), last, done)
        });
        Ok(all.collect())
    }

    fn glance(&self, _: &[Agency]) -> Option<Vec<(String, i64, i64)>> {
        None
    }

    fn hash_at(&self, _: &str, _: i64) -> Option<Vec<u8>> {
        None
    }

    async fn unsent(&self, dst: &str, after: i64, size: u64) -> Result<Vec<Envelope>, Error> {
        let state = self.state();
        let all = state.outbox.get(dst).cloned().unwrap_or_default();
        Ok(all.into_iter().skip(after as usize).take(size as usize).collect())
    }

    async fn sent(&self, dst: &str) -> Result<(i64, Vec<u8>), Error> {
        let state = self.state();
        let all = state.outbox.get(dst).cloned().unwrap_or_default();
        Ok((all.len() as i64, hash(&all)))
    }

    async fn deliver(&self, messages: Vec<Envelope>) -> Result<Vec<Delivered>, Error> {
        let mut state = self.state();
        if state.fail > 0 {
            state.fail -= 1;
            return Err(Error::Busy);
        }
        let mut outcomes = vec![];
        for message in messages {
            let link = (message.src, Link::of(message.dst));
            let done = state.applied.get(&link).map_or(0, Vec::len) as i64;
            if message.seq <= done {
                outcomes.push(Delivered::Repeated);
                continue;
            }
            state.waiting.entry(link).or_default().insert(message.seq, message);
            let mut next = done + 1;
            while let Some(one) = state.waiting.get_mut(&link).unwrap().remove(&next) {
                state.applied.entry(link).or_default().push(one);
                next += 1;
            }
            outcomes.push(if next > done + 1 { Delivered::Applied } else { Delivered::Waiting });
        }
        Ok(outcomes)
    }

    async fn receipts(&self, receipts: Vec<Receipt>) -> Result<(), Error> {
        let mut state = self.state();
        for receipt in receipts {
            state.receipts.insert((receipt.dst.clone(), receipt.reader), receipt);
        }
        drop(state);
        self.wake.send_modify(|count| *count += 1);
        Ok(())
    }

    async fn quarantine(&self, messages: Vec<Quarantined>) -> Result<(), Error> {
        self.state().quarantined.extend(messages);
        Ok(())
    }

    async fn owed(&self) -> Result<Vec<Receipt>, Error> {
        let state = self.state();
        let mut links: Vec<_> = state.applied.keys().copied().collect();
        links.extend(state.waiting.keys().copied());
        links.sort();
        links.dedup();
        let owed = links.into_iter().map(|(src, link)| {
            let all = state.applied.get(&(src, link)).map_or(&[][..], Vec::as_slice);
            Receipt {
                src,
                dst: if link == Link::Events { "evt".to_owned() } else { self.me.to_string() },
                reader: self.me,
                upto: all.len() as i64,
                running: hex(&hash(all)),
                signature: String::new(),
            }
        });
        Ok(owed.collect())
    }

    async fn owed_for(&self, links: &[(Agency, &'static str)]) -> Result<Vec<Receipt>, Error> {
        let stream = |receipt: &Receipt| if receipt.dst == "evt" { "evt" } else { "msg" };
        let mut owed = self.owed().await?;
        owed.retain(|receipt| links.contains(&(receipt.src, stream(receipt))));
        Ok(owed)
    }
}
