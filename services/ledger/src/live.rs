//! What the last transactions of this process left in memory, for those who would otherwise read it back at
//! once: the relay, the receipts that are owed, those who wait for news of a dispute. The database stays the
//! record: whatever is not here, or may have been written by another process, is read there.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiefen_vocab::{Agency, DisputeId};

use crate::area::Area;
use crate::entity::{cases, clocks, custody, links_in};
use crate::envelope::{Envelope, Receipt};
use crate::read;
use crate::world::{DeskFile, Flushed, Sent, World};

/// How many messages of one destination are kept at most.
const MESSAGES: usize = 512;

/// Of how many disputes the newest state is kept.
const DISPUTES: usize = 512;

/// The memory of one service.
pub(crate) struct Live(Mutex<Inner>);

#[derive(Default)]
struct Inner {
    /// True once a transaction has told all links.
    begun: bool,
    lanes: BTreeMap<String, Lane>,
    /// What each reader of a destination has receipted.
    receipted: BTreeMap<(String, String), i64>,
    links_in: BTreeMap<(String, String), links_in::Model>,
    news: BTreeMap<DisputeId, Arc<News>>,
    /// The disputes of `news`, oldest first.
    order: VecDeque<DisputeId>,
}

/// The newest messages of one destination.
#[derive(Default)]
struct Lane {
    last: i64,
    /// Each with the running hash up to it; their numbers follow one another.
    messages: VecDeque<(Envelope, Vec<u8>)>,
}

/// A dispute at this node as the last transaction that touched it left it.
#[derive(Clone, Default)]
pub(crate) struct News {
    /// The number of its last entry in the journal.
    pub entry: i64,
    /// Its desk.
    pub desk: Option<custody::Model>,
    /// Its cases with their clocks, in the order in which they were opened.
    pub cases: Vec<(cases::Model, Vec<clocks::Model>)>,
}

impl Live {
    /// Nothing is known yet.
    pub fn new() -> Live {
        Live(Mutex::new(Inner::default()))
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes over what a committed transaction has written.
    pub fn committed<A: Area>(
        &self,
        world: &World<A>,
        flushed: Flushed,
        touched: &BTreeSet<DisputeId>,
        me: Agency,
    ) {
        let mut inner = self.inner();
        if world.fresh {
            inner.begin(world);
        }
        inner.tell(world, &flushed, touched);
        inner.send(flushed.outbox, me);
        for key in flushed.links_in {
            if let Some(link) = world.links_in.get(&key) {
                inner.links_in.insert(key, link.clone());
            }
        }
        for key in flushed.receipts {
            if let Some(receipt) = world.receipts.get(&key) {
                inner.forget(&key, receipt.upto);
                inner.receipted.insert(key, receipt.upto);
            }
        }
    }

    /// A dispute's newest state, where it is known here.
    pub fn news(&self, dispute: DisputeId) -> Option<Arc<News>> {
        self.inner().news.get(&dispute).cloned()
    }

    /// (destination, last number given, last number receipted by all readers); none: not known yet.
    pub fn outstanding(&self, readers: &[Agency]) -> Option<Vec<(String, i64, i64)>> {
        let inner = self.inner();
        let upto = |dst: &str, reader: &str| {
            inner.receipted.get(&(dst.to_owned(), reader.to_owned())).copied()
        };
        inner.begun.then(|| {
            let lanes = inner.lanes.iter();
            lanes
                .map(|(dst, lane)| {
                    (dst.clone(), lane.last, read::lowest(upto, dst, lane.last, readers))
                })
                .collect()
        })
    }

    /// The messages of a destination after a number, in order; none: they are only in the database.
    pub fn unsent(&self, dst: &str, after: i64, size: usize) -> Option<Vec<Envelope>> {
        let inner = self.inner();
        let messages = &inner.lanes.get(dst)?.messages;
        let first = messages.front()?.0.seq;
        let skip = usize::try_from(after + 1 - first).ok().filter(|skip| *skip < messages.len())?;
        let page = messages.iter().skip(skip).take(size);
        Some(page.map(|(message, _)| message.clone()).collect())
    }

    /// The running hash of a destination's link up to a number, where it is known here.
    pub fn hash_at(&self, dst: &str, upto: i64) -> Option<Vec<u8>> {
        let inner = self.inner();
        let messages = &inner.lanes.get(dst)?.messages;
        let first = messages.front()?.0.seq;
        let place = usize::try_from(upto - first).ok()?;
        messages.get(place).map(|(_, running)| running.clone())
    }

    /// The receipts that are owed for these links, unsigned; a link that is not known here is left out.
    pub fn owed(&self, links: &[(String, String)], me: Agency) -> Option<Vec<Receipt>> {
        let inner = self.inner();
        links.iter().map(|link| crate::deliver::owed(inner.links_in.get(link)?, me)).collect()
    }
}

impl Inner {
    fn begin<A: Area>(&mut self, world: &World<A>) {
        *self = Inner { begun: true, ..Inner::default() };
        for (dst, link) in &world.links_out {
            self.lanes.insert(dst.clone(), Lane { last: link.seq, messages: VecDeque::new() });
        }
        let receipts = world.receipts.iter();
        self.receipted = receipts.map(|(key, receipt)| (key.clone(), receipt.upto)).collect();
        self.links_in.clone_from(&world.links_in);
    }

    /// A message that does not read back is left to the database, where reading it says so.
    fn send(&mut self, outbox: Vec<Sent>, me: Agency) {
        for Sent { row, running } in outbox {
            let lane = self.lanes.entry(row.dst.clone()).or_default();
            lane.last = row.seq;
            let Ok(envelope) = read::unpack(me, row) else {
                lane.messages.clear();
                continue;
            };
            if lane.messages.back().is_some_and(|(before, _)| before.seq + 1 != envelope.seq) {
                lane.messages.clear();
            }
            if lane.messages.len() == MESSAGES {
                lane.messages.pop_front();
            }
            lane.messages.push_back((envelope, running));
        }
    }

    /// What an agency has receipted it needs no more; the last message stays, for its hash. Events have many
    /// readers: of them the newest stay.
    fn forget(&mut self, (dst, reader): &(String, String), upto: i64) {
        let Some(lane) = self.lanes.get_mut(dst).filter(|_| dst == reader) else { return };
        while lane.messages.len() > 1
            && lane.messages.front().is_some_and(|(message, _)| message.seq <= upto)
        {
            lane.messages.pop_front();
        }
    }

    /// Keeps the newest state of the disputes that were touched, where all of it is known.
    fn tell<A: Area>(
        &mut self,
        world: &World<A>,
        flushed: &Flushed,
        touched: &BTreeSet<DisputeId>,
    ) {
        for dispute in touched {
            let before = self.news.remove(dispute);
            let Some(news) = newest(world, flushed, *dispute, before.as_deref()) else {
                continue;
            };
            if before.is_none() {
                self.order.push_back(*dispute);
            }
            self.news.insert(*dispute, Arc::new(news));
        }
        while self.order.len() > DISPUTES {
            if let Some(oldest) = self.order.pop_front() {
                self.news.remove(&oldest);
            }
        }
    }
}

/// What was written of a dispute, laid over what was known of it before; none: some of it is known to the
/// database alone.
fn newest<A: Area>(
    world: &World<A>,
    flushed: &Flushed,
    dispute: DisputeId,
    before: Option<&News>,
) -> Option<News> {
    let name = dispute.to_string();
    let ids = A::cases_of(dispute);
    let about = |row: &&cases::Model| row.dispute.as_deref() == Some(&name);
    let written: Vec<&cases::Model> = flushed.cases.iter().filter(about).collect();
    let mut cases = Vec::new();
    for id in &ids {
        let loaded = world.cases.get(id)?;
        if loaded.state.is_none() {
            continue;
        }
        let id = id.to_string();
        let now = written.iter().find(|row| row.id == id).copied();
        let then = || before?.cases.iter().map(|(row, _)| row).find(|row| row.id == id);
        cases.push((now.or_else(then)?.clone(), loaded.clocks.clone()));
    }
    if written.iter().any(|row| !cases.iter().any(|(known, _)| known.id == row.id)) {
        return None;
    }
    cases.sort_by_key(|(case, _)| case.opened_at);
    let desk = match flushed.desks.iter().find(|row| row.dispute == name) {
        Some(row) => Some(row.clone()),
        None if world.desks.get(&dispute).is_some_and(DeskFile::is_new) => None,
        None => Some(before?.desk.clone()?),
    };
    let entry = flushed.entries.get(&dispute).copied().or(before.map(|before| before.entry))?;
    Some(News { entry, desk, cases })
}
