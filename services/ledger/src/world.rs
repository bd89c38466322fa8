//! The working set of one transaction: the rows that its orders and messages touch, loaded in few
//! statements and written back in few.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiefen_handoff::{Custody, Desk, Responsible, TaskState};
use jiefen_procedure::Brief;
use jiefen_vocab::{Agency, CaseId, DisputeId};
use sea_orm::{ColumnTrait, DatabaseExecutor, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};

use crate::area::{Area, CaseOf};
use crate::bulk::among;
use crate::entity::{
    cases, chain, clocks, custody, inbox, journal, links_in, links_out, outbox, receipts, requests,
};
use crate::error::{Error, corrupt, store};
use crate::found::last_no;
use crate::found::write::{Change, change};
use crate::materials::MaterialFile;

/// A case as loaded, or the place of one that does not exist yet.
pub(crate) struct Loaded<A: Area> {
    pub version: i64,
    pub state: Option<Arc<CaseOf<A>>>,
    pub opened_at: i64,
    pub clocks: Vec<clocks::Model>,
}

impl<A: Area> Clone for Loaded<A> {
    fn clone(&self) -> Self {
        Loaded {
            version: self.version,
            state: self.state.clone(),
            opened_at: self.opened_at,
            clocks: self.clocks.clone(),
        }
    }
}

/// What came with an offer and is kept until the offer ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct OfferFile {
    /// The brief.
    pub brief: Brief,
    /// When this node's staff accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Acceptance>,
}

/// Who accepted an offer here, when, and under which number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Acceptance {
    pub at: jiefen_vocab::Moment,
    pub person: String,
    pub number: String,
}

/// A desk with its offers' files, by epoch.
#[derive(Clone, Default)]
pub(crate) struct DeskFile {
    pub desk: Desk,
    pub offers: BTreeMap<jiefen_handoff::Epoch, OfferFile>,
    /// What is filed with the dispute.
    pub materials: MaterialFile,
}

impl DeskFile {
    /// True when the dispute has never touched this node.
    pub fn is_new(&self) -> bool {
        self.desk == Desk::default()
            && self.offers.is_empty()
            && self.materials == MaterialFile::default()
    }
}

/// The working set: what the transactions of this process have read and written. It is kept from one to
/// the next for as long as nobody else has written to the database, which the chain's head tells.
pub(crate) struct World<A: Area> {
    pub head: chain::Model,
    pub cases: BTreeMap<CaseId, Loaded<A>>,
    pub desks: BTreeMap<DisputeId, DeskFile>,
    pub requests: BTreeMap<String, requests::Model>,
    pub links_out: BTreeMap<String, links_out::Model>,
    pub links_in: BTreeMap<(String, String), links_in::Model>,
    pub receipts: BTreeMap<(String, String), receipts::Model>,
    pub inbox: BTreeMap<String, inbox::Model>,
    pub blocked: BTreeSet<String>,
    pub new: Written,
    /// The last number given in the index of what is found.
    pub found_no: i64,
    /// Just loaded: nothing of it comes from an earlier transaction of this process.
    pub fresh: bool,
}

/// A message in the outbox with the running hash of its link up to it.
pub(crate) struct Sent {
    pub row: outbox::Model,
    pub running: Vec<u8>,
}

/// The rows that a transaction has written and that others ask for at once.
#[derive(Default)]
pub(crate) struct Flushed {
    pub cases: Vec<cases::Model>,
    pub desks: Vec<custody::Model>,
    pub outbox: Vec<Sent>,
    /// The last number of each dispute's entries in the journal.
    pub entries: BTreeMap<DisputeId, i64>,
    pub links_in: Vec<(String, String)>,
    pub receipts: Vec<(String, String)>,
}

/// What the transaction will write.
#[derive(Default)]
pub(crate) struct Written {
    pub cases: BTreeSet<CaseId>,
    /// Cases whose row in the index changes, and how much of it.
    pub found: BTreeMap<CaseId, Change>,
    pub clocks: BTreeSet<(CaseId, String)>,
    pub desks: BTreeSet<DisputeId>,
    pub requests: Vec<requests::Model>,
    pub journal: Vec<journal::Model>,
    pub outbox: Vec<Sent>,
    pub inbox: BTreeSet<String>,
    pub links_out: BTreeSet<String>,
    pub links_in: BTreeSet<(String, String)>,
    pub receipts: BTreeMap<(String, String), receipts::Model>,
}

/// What a batch needs before its first decision.
#[derive(Default)]
pub(crate) struct Needs {
    pub cases: BTreeSet<CaseId>,
    pub desks: BTreeSet<DisputeId>,
    pub requests: BTreeSet<String>,
    /// Link, number and id of the messages, in the order of arrival.
    pub messages: Vec<((String, String), i64, String)>,
}

/// How many cases and desks a process keeps in memory; beyond it begins anew.
const KEPT: usize = 4000;

impl<A: Area> World<A> {
    /// Locks the chain's head; gives the kept working set when nobody else has written since, or a fresh one.
    ///
    /// # Errors
    /// The database fails.
    pub async fn locked(
        db: &DatabaseExecutor<'_>,
        kept: Option<World<A>>,
    ) -> Result<World<A>, Error> {
        let head = chain::Entity::find_by_id(1)
            .lock_exclusive()
            .one(db)
            .await
            .map_err(store("lock the chain"))?
            .ok_or(Error::Corrupt { doing: "lock the chain", why: "no head".to_owned() })?;
        match kept.filter(|kept| kept.head == head && !kept.is_full()) {
            Some(kept) => Ok(kept),
            None => World::fresh(db, head).await,
        }
    }

    /// True when nobody else has written since this working set was made.
    ///
    /// # Errors
    /// The database fails.
    pub async fn is_current(&self, db: &DatabaseExecutor<'_>) -> Result<bool, Error> {
        let head = chain::Entity::find_by_id(1).one(db).await.map_err(store("read the chain"))?;
        Ok(head.as_ref() == Some(&self.head))
    }

    /// Loads what a batch needs and the working set lacks.
    ///
    /// # Errors
    /// The database fails, or a stored document does not read back.
    pub async fn prepare(&mut self, db: &DatabaseExecutor<'_>, needs: &Needs) -> Result<(), Error> {
        self.inbox.clear();
        self.requests.clear();
        self.load_requests(db, &needs.requests).await?;
        self.load_messages(db, needs).await?;
        self.load_cases(db, &needs.cases).await?;
        let mut disputes = needs.desks.clone();
        let cases = needs.cases.iter().filter_map(|id| self.cases.get(id));
        disputes.extend(cases.filter_map(|case| case.state.as_deref().and_then(A::dispute)));
        self.load_desks(db, &disputes).await
    }

    /// Looks up which of these requests have been carried out before.
    ///
    /// # Errors
    /// The database fails.
    pub async fn load_requests(
        &mut self,
        db: &DatabaseExecutor<'_>,
        keys: &BTreeSet<String>,
    ) -> Result<(), Error> {
        if keys.is_empty() {
            return Ok(());
        }
        let found =
            requests::Entity::find().filter(among(db, requests::Column::Key, keys.iter().cloned()));
        for row in found.all(db).await.map_err(store("claim the requests"))? {
            self.requests.insert(row.key.clone(), row);
        }
        Ok(())
    }

    /// An empty working set with the state of all links.
    async fn fresh(db: &DatabaseExecutor<'_>, head: chain::Model) -> Result<World<A>, Error> {
        let mut world = World {
            head,
            cases: BTreeMap::new(),
            desks: BTreeMap::new(),
            requests: BTreeMap::new(),
            links_out: BTreeMap::new(),
            links_in: BTreeMap::new(),
            receipts: BTreeMap::new(),
            inbox: BTreeMap::new(),
            blocked: BTreeSet::new(),
            new: Written::default(),
            found_no: if A::WORDS == 0 { 0 } else { last_no(db).await? },
            fresh: true,
        };
        for link in links_out::Entity::find().all(db).await.map_err(store("load the links"))? {
            world.links_out.insert(link.dst.clone(), link);
        }
        for link in links_in::Entity::find().all(db).await.map_err(store("load the links"))? {
            world.links_in.insert((link.src.clone(), link.stream.clone()), link);
        }
        let receipts = receipts::Entity::find().all(db).await;
        for receipt in receipts.map_err(store("load the receipts"))? {
            world.receipts.insert((receipt.dst.clone(), receipt.reader.clone()), receipt);
        }
        let parked = inbox::Entity::find()
            .select_only()
            .column(inbox::Column::Dispute)
            .filter(inbox::Column::State.eq("parked"))
            .into_tuple::<Option<String>>();
        for dispute in parked.all(db).await.map_err(store("look for parked disputes"))? {
            world.blocked.extend(dispute);
        }
        Ok(world)
    }

    /// True when as much is kept in memory as may be.
    pub fn is_full(&self) -> bool {
        self.cases.len() + self.desks.len() > KEPT
    }

    /// Looks up the messages that may have been kept before: not those that are simply next on a link
    /// without a gap, and not those that the link has passed.
    async fn load_messages(
        &mut self,
        db: &DatabaseExecutor<'_>,
        needs: &Needs,
    ) -> Result<(), Error> {
        let mut ends: BTreeMap<&(String, String), i64> = BTreeMap::new();
        let mut early = BTreeSet::new();
        for (link, seq, id) in &needs.messages {
            let known = self.links_in.get(link);
            let end = ends.entry(link).or_insert_with(|| known.map_or(0, |link| link.seq));
            let gap = known.is_some_and(|link| link.gap);
            if gap || *seq > *end + 1 {
                early.insert(id.clone());
            }
            *end = (*end).max(*seq);
        }
        if early.is_empty() {
            return Ok(());
        }
        let found = inbox::Entity::find().filter(among(db, inbox::Column::Id, early));
        for row in found.all(db).await.map_err(store("look into the inbox"))? {
            self.inbox.insert(row.id.clone(), row);
        }
        Ok(())
    }

    /// Loads cases with their clocks; an id without a row becomes the place of a new case.
    ///
    /// # Errors
    /// The database fails, or a case does not read back.
    pub async fn load_cases(
        &mut self,
        db: &DatabaseExecutor<'_>,
        wanted: &BTreeSet<CaseId>,
    ) -> Result<(), Error> {
        let missing: Vec<String> = wanted
            .iter()
            .filter(|id| !self.cases.contains_key(id))
            .map(CaseId::to_string)
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        for id in wanted {
            let empty = Loaded { version: 0, state: None, opened_at: 0, clocks: vec![] };
            self.cases.entry(*id).or_insert(empty);
        }
        let found = cases::Entity::find().filter(among(db, cases::Column::Id, missing.clone()));
        let found = found.all(db).await.map_err(store("load the cases"))?;
        let any = !found.is_empty();
        for row in found {
            let id = row.id.parse().map_err(corrupt("read a case's id"))?;
            let state: CaseOf<A> =
                serde_json::from_str(&row.body).map_err(corrupt("read a case"))?;
            let state = Some(Arc::new(state));
            let case =
                Loaded { version: row.version, state, opened_at: row.opened_at, clocks: vec![] };
            self.cases.insert(id, case);
        }
        if !any {
            return Ok(());
        }
        let rows = clocks::Entity::find().filter(among(db, clocks::Column::CaseId, missing));
        for row in rows.all(db).await.map_err(store("load the clocks"))? {
            let id = row.case_id.parse().map_err(corrupt("read a clock's case"))?;
            if let Some(case) = self.cases.get_mut(&id) {
                case.clocks.push(row);
            }
        }
        Ok(())
    }

    /// Loads desks; a dispute without one gets an empty desk.
    ///
    /// # Errors
    /// The database fails, or a desk does not read back.
    pub async fn load_desks(
        &mut self,
        db: &DatabaseExecutor<'_>,
        wanted: &BTreeSet<DisputeId>,
    ) -> Result<(), Error> {
        let missing: Vec<String> = wanted
            .iter()
            .filter(|id| !self.desks.contains_key(id))
            .map(DisputeId::to_string)
            .collect();
        if missing.is_empty() {
            return Ok(());
        }
        for id in wanted {
            self.desks.entry(*id).or_default();
        }
        let found = custody::Entity::find().filter(among(db, custody::Column::Dispute, missing));
        for row in found.all(db).await.map_err(store("load the desks"))? {
            let id = row.dispute.parse().map_err(corrupt("read a desk's dispute"))?;
            let desk = serde_json::from_str(&row.body).map_err(corrupt("read a desk"))?;
            let offers = serde_json::from_str(&row.briefs).map_err(corrupt("read an offer"))?;
            let materials = MaterialFile::read(&row.materials)?;
            self.desks.insert(id, DeskFile { desk, offers, materials });
        }
        Ok(())
    }

    /// Takes over what a draft has worked out, and notes which clocks it changed.
    pub fn adopt(
        &mut self,
        cases: BTreeMap<CaseId, Loaded<A>>,
        desks: BTreeMap<DisputeId, DeskFile>,
    ) {
        for (id, case) in &cases {
            let known = self.cases.get(id);
            let state = known.and_then(|case| case.state.as_deref());
            if let Some(change) = change::<A>(state, case.state.as_deref()) {
                let all = self.new.found.entry(*id).or_insert(change);
                *all = change.max(*all);
            }
            let before = known.map(|case| case.clocks.as_slice()).unwrap_or_default();
            let changed = case.clocks.iter().filter(|row| !before.contains(row));
            self.new.clocks.extend(changed.map(|row| (*id, row.key.clone())));
        }
        self.new.cases.extend(cases.keys().copied());
        self.new.desks.extend(desks.keys().copied());
        self.cases.extend(cases);
        self.desks.extend(desks);
    }

    /// True when there is something to write.
    pub fn changed(&self) -> bool {
        let new = &self.new;
        !(new.cases.is_empty()
            && new.desks.is_empty()
            && new.requests.is_empty()
            && new.journal.is_empty()
            && new.outbox.is_empty()
            && new.inbox.is_empty()
            && new.links_in.is_empty()
            && new.receipts.is_empty())
    }

    /// The disputes of which something will be written.
    pub fn touched(&self) -> BTreeSet<DisputeId> {
        let mut all: BTreeSet<DisputeId> = self.new.desks.iter().copied().collect();
        let cases = self.new.cases.iter().filter_map(|id| self.cases.get(id));
        all.extend(cases.filter_map(|case| case.state.as_deref().and_then(A::dispute)));
        all
    }
}

/// Who is shown as responsible, as far as this desk knows.
pub(crate) fn responsible(desk: &Desk, me: Agency) -> Option<Agency> {
    match desk.effective() {
        Responsible::Here => Some(me),
        Responsible::Awaiting { from } => Some(from),
        Responsible::There(agency) => Some(agency),
        Responsible::Unknown => None,
    }
}

/// The code of a desk's state, for lists: what waits here comes first.
pub(crate) fn status(desk: &Desk) -> &'static str {
    if desk.quarantine {
        return "quarantine";
    }
    if desk.pending.is_some() {
        return "pending";
    }
    if desk.tentative.is_some() {
        return "tentative";
    }
    if desk.request.is_some() {
        return "designation";
    }
    if desk.tasks.values().any(|task| task.state == TaskState::Open) {
        return "task";
    }
    match desk.custody {
        Custody::None => "none",
        Custody::Holder { .. } => "holder",
        Custody::Offered { .. } => "offered",
        Custody::Passed { .. } => "passed",
    }
}
