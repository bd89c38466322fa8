//! Reading: cases, desks, links, messages, for views, operators and the relay.

mod desks;

use std::collections::BTreeMap;

use jiefen_vocab::{Agency, CaseId, DisputeId};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::area::{Area, CaseOf, FactOf};
use crate::entity::{
    cases, chain, clocks, custody, inbox, journal, links_in, links_out, outbox, receipts,
};
use crate::envelope::{Envelope, Receipt, hex};
use crate::error::{Error, corrupt, store};
use crate::materials::{KnownMaterial, MaterialFile};
pub use crate::page::{Ended, cases_between, ended, page, page_of, versions};
use crate::store::Store;
pub use desks::{DeskView, desk, waiting_desks};
pub(crate) use desks::{asked_desks, desk_view};

/// The largest page of any list.
pub const PAGE_MAX: u64 = 200;

/// A case as it stands.
pub struct CaseView<A: Area> {
    /// Its row: what every list shows.
    pub row: cases::Model,
    /// Its state.
    pub state: CaseOf<A>,
    /// Its clocks, running ones first, then by due date.
    pub clocks: Vec<clocks::Model>,
    /// Who holds the dispute, as far as this node knows.
    pub holder: String,
    /// What is filed with its dispute, in the order of the numbers.
    pub materials: Vec<KnownMaterial>,
}

/// One case by its id.
///
/// # Errors
/// There is no such case, or the database cannot be read.
pub async fn case<A: Area>(store_: &Store, id: CaseId) -> Result<CaseView<A>, Error> {
    let row = cases::Entity::find_by_id(id.to_string())
        .one(store_.readers())
        .await
        .map_err(store("read a case"))?
        .ok_or_else(|| Error::NotFound { what: "案件", what_en: "case", name: id.to_string() })?;
    let mut views = views::<A>(store_, vec![row]).await?;
    views.pop().ok_or(Error::Crashed)
}

/// The cases of a dispute here.
///
/// # Errors
/// The database cannot be read.
pub async fn cases_of<A: Area>(
    store_: &Store,
    dispute: DisputeId,
) -> Result<Vec<CaseView<A>>, Error> {
    let rows = cases::Entity::find()
        .filter(cases::Column::Dispute.eq(dispute.to_string()))
        .order_by_asc(cases::Column::OpenedAt)
        .limit(PAGE_MAX)
        .all(store_.readers())
        .await
        .map_err(store("read the cases of a dispute"))?;
    views(store_, rows).await
}

/// The number of the journal's last entry, for [`crate::Request::seen`]: read it before what is decided on.
///
/// # Errors
/// The database cannot be read.
pub async fn written(store_: &Store) -> Result<i64, Error> {
    let head = chain::Entity::find().one(store_.readers()).await;
    Ok(head.map_err(store("read the chain"))?.map_or(0, |head| head.seq))
}

/// A fact of the journal.
pub struct Happened<A: Area> {
    /// The case.
    pub case: CaseId,
    /// The version of the case that it made, with the other facts of the same command.
    pub version: i64,
    /// When.
    pub at: jiefen_vocab::Moment,
    /// What.
    pub fact: FactOf<A>,
}

/// Every fact from the first on, read at once: for registers that are small and whose earlier versions are asked for.
///
/// # Errors
/// The database cannot be read.
pub async fn facts<A: Area>(store_: &Store) -> Result<Vec<Happened<A>>, Error> {
    let rows =
        journal::Entity::find().order_by_asc(journal::Column::Seq).all(store_.readers()).await;
    let read = |row: journal::Model| {
        Ok(Happened {
            case: row.case_id.parse().map_err(corrupt("read the journal"))?,
            version: row.version,
            at: jiefen_vocab::Moment(row.occurred_at),
            fact: serde_json::from_str(&row.body).map_err(corrupt("read the journal"))?,
        })
    };
    rows.map_err(store("read the journal"))?.into_iter().map(read).collect()
}

/// Every case with its version, read at once: for registers that are small and must be seen whole.
///
/// # Errors
/// The database cannot be read.
pub async fn states<A: Area>(store_: &Store) -> Result<Vec<(CaseId, i64, CaseOf<A>)>, Error> {
    let rows = cases::Entity::find().order_by_asc(cases::Column::Id).all(store_.readers()).await;
    let read = |row: cases::Model| {
        let id = row.id.parse().map_err(corrupt("read a case"))?;
        let state = serde_json::from_str(&row.body).map_err(corrupt("read a case"))?;
        Ok((id, row.version, state))
    };
    rows.map_err(store("read the cases"))?.into_iter().map(read).collect()
}

/// The cases of these ids, in their order; those that are not here are left out.
///
/// # Errors
/// The database cannot be read.
pub async fn cases_by_id<A: Area>(
    store_: &Store,
    ids: &[CaseId],
) -> Result<Vec<CaseView<A>>, Error> {
    let texts: Vec<String> = ids.iter().map(CaseId::to_string).collect();
    let rows = cases::Entity::find().filter(cases::Column::Id.is_in(texts.clone()));
    let mut rows = rows.all(store_.readers()).await.map_err(store("read the cases"))?;
    rows.sort_by_key(|row| texts.iter().position(|id| *id == row.id));
    views(store_, rows).await
}

pub(crate) async fn views<A: Area>(
    store_: &Store,
    rows: Vec<cases::Model>,
) -> Result<Vec<CaseView<A>>, Error> {
    let ids: Vec<String> = rows.iter().map(|row| row.id.clone()).collect();
    let disputes: Vec<String> = rows.iter().filter_map(|row| row.dispute.clone()).collect();
    let found = clocks::Entity::find()
        .filter(clocks::Column::CaseId.is_in(ids))
        .order_by_asc(clocks::Column::DueAt)
        .all(store_.readers())
        .await
        .map_err(store("read the clocks"))?;
    let holders: Vec<(String, String, String)> = custody::Entity::find()
        .select_only()
        .column(custody::Column::Dispute)
        .column(custody::Column::Holder)
        .column(custody::Column::Materials)
        .filter(custody::Column::Dispute.is_in(disputes))
        .into_tuple()
        .all(store_.readers())
        .await
        .map_err(store("read the holders"))?;
    let holders: BTreeMap<String, (String, String)> =
        holders.into_iter().map(|(dispute, holder, filed)| (dispute, (holder, filed))).collect();
    let mut views = Vec::with_capacity(rows.len());
    for row in rows {
        let state = serde_json::from_str(&row.body).map_err(corrupt("read a case"))?;
        let mut own: Vec<_> =
            found.iter().filter(|clock| clock.case_id == row.id).cloned().collect();
        own.sort_by_key(|clock| (clock.state != "running", clock.due_at));
        let (holder, filed) =
            row.dispute.as_ref().and_then(|d| holders.get(d)).cloned().unwrap_or_default();
        let materials = MaterialFile::read(&filed)?.list;
        views.push(CaseView { row, state, clocks: own, holder, materials });
    }
    Ok(views)
}

/// The journal of a dispute from a number on.
///
/// # Errors
/// The database cannot be read.
pub async fn journal(
    store_: &Store,
    dispute: Option<&str>,
    after: i64,
    size: u64,
) -> Result<Vec<journal::Model>, Error> {
    let mut query = journal::Entity::find()
        .filter(journal::Column::Seq.gt(after))
        .order_by_asc(journal::Column::Seq)
        .limit(size.clamp(1, PAGE_MAX));
    if let Some(dispute) = dispute {
        query = query.filter(journal::Column::Dispute.eq(dispute));
    }
    query.all(store_.readers()).await.map_err(store("read the journal"))
}

/// What this agency knows of a dispute: the number of its last journal entry and its desk. Both are none when
/// the dispute has never touched this agency.
///
/// # Errors
/// The database cannot be read.
pub(crate) async fn news(
    store_: &Store,
    dispute: DisputeId,
) -> Result<(Option<i64>, Option<custody::Model>), Error> {
    let id = dispute.to_string();
    let entry = journal::Entity::find()
        .select_only()
        .column(journal::Column::Seq)
        .filter(journal::Column::Dispute.eq(&id))
        .order_by_desc(journal::Column::Seq)
        .limit(1)
        .into_tuple()
        .one(store_.readers())
        .await
        .map_err(store("read the journal"))?;
    let desk = custody::Entity::find_by_id(id)
        .one(store_.readers())
        .await
        .map_err(store("read a desk"))?;
    Ok((entry, desk))
}

/// A text that changes with everything that is written of a dispute; empty when the dispute has never touched
/// this agency.
pub(crate) fn revision(entry: Option<i64>, desk: Option<&custody::Model>) -> String {
    match (entry, desk) {
        (None, None) => String::new(),
        (entry, desk) => {
            let written = desk.map_or(0, |desk| desk.updated_at);
            format!("{}.{written}", entry.unwrap_or(0))
        }
    }
}

/// Parked messages, oldest first, those after this one: when it came and its id.
///
/// # Errors
/// The database cannot be read.
pub async fn parked(
    store_: &Store,
    after: Option<(i64, &str)>,
    size: u64,
) -> Result<Vec<inbox::Model>, Error> {
    let later = after.map(|(at, id)| {
        let then = Condition::all().add(inbox::Column::ReceivedAt.eq(at));
        let then = then.add(inbox::Column::Id.gt(id));
        Condition::any().add(inbox::Column::ReceivedAt.gt(at)).add(then)
    });
    inbox::Entity::find()
        .filter(inbox::Column::State.is_in(["parked", "behind", "quarantined"]))
        .filter(later.unwrap_or_else(Condition::all))
        .order_by_asc(inbox::Column::ReceivedAt)
        .order_by_asc(inbox::Column::Id)
        .limit(size.clamp(1, PAGE_MAX))
        .all(store_.readers())
        .await
        .map_err(store("list parked messages"))
}

/// Public events of these types that came in, oldest first: the input of every indicator.
///
/// # Errors
/// The database cannot be read.
pub async fn events(store_: &Store, kinds: &[&str]) -> Result<Vec<Envelope>, Error> {
    let rows = inbox::Entity::find()
        .filter(inbox::Column::Kind.is_in(kinds.iter().copied()))
        .filter(inbox::Column::State.eq("applied"))
        .order_by_asc(inbox::Column::OccurredAt)
        .order_by_asc(inbox::Column::Id)
        .all(store_.readers())
        .await
        .map_err(store("read the events"))?;
    rows.iter().map(crate::deliver::envelope).collect()
}

/// One link's state, for operators.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LinkView {
    /// The other agency, or `evt`.
    pub peer: String,
    /// The last number given.
    pub sent: i64,
    /// The last number receipted by every reader.
    pub receipted: i64,
    /// The last number received without a gap.
    pub received: i64,
}

/// What an operator sees of the service.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StatusView {
    /// The links.
    pub links: Vec<LinkView>,
    /// How many journal entries.
    pub journal: i64,
    /// How many parked messages.
    pub parked: u64,
    /// How many open cases.
    pub open_cases: u64,
    /// Hex of the chain's head.
    pub chain: String,
}

/// The service's state for its operator.
///
/// # Errors
/// The database cannot be read.
pub async fn status(store_: &Store, readers: &[Agency]) -> Result<StatusView, Error> {
    let db = store_.readers();
    let head = chain::Entity::find().one(db).await.map_err(store("read the chain"))?;
    let mut links: BTreeMap<String, LinkView> = BTreeMap::new();
    for link in links_out::Entity::find().all(db).await.map_err(store("read the links"))? {
        let receipted = receipted(store_, &link.dst, readers).await?;
        let view = LinkView { peer: link.dst.clone(), sent: link.seq, receipted, received: 0 };
        links.insert(link.dst, view);
    }
    for link in links_in::Entity::find().all(db).await.map_err(store("read the links"))? {
        let view = links
            .entry(link.src.clone())
            .or_insert_with(|| LinkView { peer: link.src.clone(), ..LinkView::default() });
        if link.stream == "msg" {
            view.received = link.seq;
        }
    }
    let parked = inbox::Entity::find()
        .filter(inbox::Column::State.is_in(["parked", "behind", "quarantined"]))
        .count(db)
        .await
        .map_err(store("count parked messages"))?;
    let open_cases = cases::Entity::find()
        .filter(cases::Column::Open.eq(true))
        .count(db)
        .await
        .map_err(store("count open cases"))?;
    let (seq, hash) = head.map(|head| (head.seq, hex(&head.hash))).unwrap_or_default();
    Ok(StatusView {
        links: links.into_values().collect(),
        journal: seq,
        parked,
        open_cases,
        chain: hash,
    })
}

/// The destinations with what each is owed: (destination, last number given, last receipted by all).
///
/// # Errors
/// The database cannot be read.
pub async fn outstanding(
    store_: &Store,
    readers: &[Agency],
) -> Result<Vec<(String, i64, i64)>, Error> {
    let links = links_out::Entity::find().all(store_.readers()).await;
    let all =
        receipts::Entity::find().all(store_.readers()).await.map_err(store("read the receipts"))?;
    let mut found = Vec::new();
    for link in links.map_err(store("read the links"))? {
        let done = lowest(among(&all), &link.dst, link.seq, readers);
        found.push((link.dst, link.seq, done));
    }
    Ok(found)
}

/// The last number of a destination that every reader has receipted.
async fn receipted(store_: &Store, dst: &str, readers: &[Agency]) -> Result<i64, Error> {
    let all = receipts::Entity::find().filter(receipts::Column::Dst.eq(dst));
    let all = all.all(store_.readers()).await.map_err(store("read the receipts"))?;
    Ok(lowest(among(&all), dst, i64::MAX, readers))
}

/// What a reader of a destination has receipted, by these rows.
fn among(all: &[receipts::Model]) -> impl Fn(&str, &str) -> Option<i64> {
    |dst, reader| {
        let row = all.iter().find(|row| row.dst == dst && row.reader == reader);
        row.map(|row| row.upto)
    }
}

/// With nobody to read the events for everybody there is nobody who could lose one.
pub(crate) fn lowest(
    receipted: impl Fn(&str, &str) -> Option<i64>,
    dst: &str,
    sent: i64,
    readers: &[Agency],
) -> i64 {
    let upto = |reader: &str| receipted(dst, reader).unwrap_or(0);
    if dst == "evt" {
        readers.iter().map(|reader| upto(&reader.to_string())).min().unwrap_or(sent)
    } else {
        upto(dst)
    }
}

/// Outbox rows of a destination after a number, in order.
///
/// # Errors
/// The database cannot be read, or a row does not read back.
pub async fn unsent(
    store_: &Store,
    me: Agency,
    dst: &str,
    after: i64,
    size: u64,
) -> Result<Vec<Envelope>, Error> {
    let rows = outbox::Entity::find()
        .filter(outbox::Column::Dst.eq(dst))
        .filter(outbox::Column::Seq.gt(after))
        .order_by_asc(outbox::Column::Seq)
        .limit(size)
        .all(store_.readers())
        .await
        .map_err(store("read the outbox"))?;
    rows.into_iter().map(|row| unpack(me, row)).collect()
}

/// A row of the outbox as it was enqueued.
pub(crate) fn unpack(me: Agency, row: outbox::Model) -> Result<Envelope, Error> {
    let dispute = row.dispute.as_deref().map(str::parse).transpose();
    Ok(Envelope {
        id: row.id.parse().map_err(corrupt("read the outbox"))?,
        src: me,
        dst: row.dst.parse().map_err(corrupt("read the outbox"))?,
        seq: row.seq,
        kind: row.kind,
        subject: row.subject,
        dispute: dispute.map_err(corrupt("read the outbox"))?,
        epoch: row.epoch,
        occurred_at: jiefen_vocab::Moment(row.occurred_at),
        trace: row.trace,
        payload: row.payload,
        signature: row.signature,
    })
}

/// The receipts this agency owes, unsigned: one for each link it has received from.
///
/// # Errors
/// The database cannot be read.
pub async fn owed(store_: &Store, me: Agency) -> Result<Vec<Receipt>, Error> {
    let links =
        links_in::Entity::find().all(store_.readers()).await.map_err(store("read the links"))?;
    Ok(links.iter().filter_map(|link| crate::deliver::owed(link, me)).collect())
}
