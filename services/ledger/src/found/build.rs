//! Building the rows anew from the cases: after an upgrade, or when an operator asks.

use std::collections::BTreeMap;

use jiefen_vocab::CaseId;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseExecutor, DatabaseTransaction, DbBackend, DbErr,
    EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Statement,
};

use crate::area::{Area, CaseOf};
use crate::bulk::{Bulk, among};
use crate::entity::{cases, chain, found, found_build};
use crate::error::{Error, corrupt, store};
use crate::found::write;
use crate::store::Store;

/// How many cases one transaction takes: the node serves between two.
const BATCH: u64 = 500;

/// What building has done so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Built {
    /// Cases looked at.
    pub seen: u64,
    /// Cases that there are.
    pub all: u64,
    /// Rows that were missing or other than they are now.
    pub written: u64,
}

/// True when this build of the program finds every case of this database.
///
/// # Errors
/// The database cannot be read.
pub async fn is_built<A: Area>(at: &Store) -> Result<bool, Error> {
    let row = found_build::Entity::find_by_id(1).one(at.readers()).await;
    let version = row.map_err(store("read the index's version"))?.map_or(0, |row| row.version);
    Ok(A::WORDS == 0 || version == A::WORDS)
}

/// Builds every row anew, a batch a transaction; `told` hears of each. A row that is right stays as it is.
/// The node may be running.
///
/// # Errors
/// The database fails, or a case does not read back. What was built stays; the next time goes over all.
pub async fn build<A: Area>(at: &Store, mut told: impl FnMut(Built)) -> Result<Built, Error> {
    let mut built = Built::default();
    if A::WORDS == 0 {
        return Ok(built);
    }
    let all = cases::Entity::find().count(at.readers()).await;
    built.all = all.map_err(store("count the cases"))?;
    let mut after = String::new();
    loop {
        let Some(last) = batch::<A>(at, &after, &mut built).await? else { break };
        after = last;
        told(built);
    }
    if built.written > 0 {
        join_parts(at).await?;
    }
    let done = found_build::Model { id: 1, version: A::WORDS };
    let txn = at.begin().await.map_err(store("begin"))?;
    let db = DatabaseExecutor::from(&txn);
    let mut bulk = Bulk::new(&db);
    bulk.upsert([&done], &[found_build::Column::Id])?;
    bulk.run("note the index's version").await?;
    txn.commit().await.map_err(store("commit"))?;
    Ok(built)
}

/// SQLite's index lies in parts, one or more a transaction, and each question looks into all: they are joined, some
/// pages a transaction, so that the node serves between two. What is written later joins by itself.
async fn join_parts(at: &Store) -> Result<(), Error> {
    const PAGES: i32 = 500;
    let doing = "join the parts of the index";
    if at.readers().get_database_backend() == DbBackend::Postgres {
        return Ok(());
    }
    // the first call, with a number below nought, says that all parts are meant
    let mut pages = -PAGES;
    loop {
        let txn = at.begin().await.map_err(store("begin"))?;
        let before = changes(&txn).await.map_err(store(doing))?;
        let merge =
            format!("INSERT INTO found_words (found_words, rank) VALUES ('merge', {pages})");
        txn.execute_unprepared(&merge).await.map_err(store(doing))?;
        let done = changes(&txn).await.map_err(store(doing))? - before;
        txn.commit().await.map_err(store("commit"))?;
        // fewer than two: nothing was left to join
        if done < 2 {
            return Ok(());
        }
        pages = PAGES;
    }
}

/// How many rows this connection has changed.
async fn changes(txn: &DatabaseTransaction) -> Result<i64, DbErr> {
    let ask = Statement::from_string(DbBackend::Sqlite, "SELECT total_changes()");
    let row = txn.query_one_raw(ask).await?;
    row.map_or(Ok(0), |row| row.try_get_by_index(0))
}

/// One batch; the last case's id, none when there was none left.
async fn batch<A: Area>(
    at: &Store,
    after: &str,
    built: &mut Built,
) -> Result<Option<String>, Error> {
    let txn = at.begin().await.map_err(store("begin"))?;
    let db = DatabaseExecutor::from(&txn);
    // No writer goes on with numbers that it knew before.
    let head = chain::Entity::find_by_id(1).lock_exclusive().one(&db).await;
    let mut head = head
        .map_err(store("lock the chain"))?
        .ok_or(Error::Corrupt { doing: "lock the chain", why: "no head".to_owned() })?;
    let page = cases::Entity::find()
        .filter(cases::Column::Id.gt(after))
        .order_by_asc(cases::Column::Id)
        .limit(BATCH);
    let page = page.all(&db).await.map_err(store("read the cases"))?;
    let Some(last) = page.last().map(|row| row.id.clone()) else { return Ok(None) };
    built.seen += page.len() as u64;
    let ids = page.iter().map(|row| row.id.clone());
    let known = found::Entity::find().filter(among(&db, found::Column::CaseId, ids));
    let known = known.all(&db).await.map_err(store("read the index"))?;
    let known: BTreeMap<&str, &found::Model> =
        known.iter().map(|row| (row.case_id.as_str(), row)).collect();
    let mut next = last_no(&db).await? + 1;
    let mut rows = Vec::new();
    for case in &page {
        let id: CaseId = case.id.parse().map_err(corrupt("read a case's id"))?;
        let state: CaseOf<A> = serde_json::from_str(&case.body).map_err(corrupt("read a case"))?;
        let old = known.get(case.id.as_str()).copied();
        let Some(row) = write::row::<A>(old.map_or(next, |old| old.no), id, &state) else {
            continue;
        };
        if old != Some(&row) {
            next += i64::from(old.is_none());
            rows.push(row);
        }
    }
    if !rows.is_empty() {
        built.written += rows.len() as u64;
        let known = head.writes;
        head.writes += 1;
        let mut bulk = Bulk::new(&db);
        bulk.upsert_keeping(&rows, &[found::Column::CaseId], &[found::Column::No])?;
        bulk.head(&head, known)?;
        bulk.run("write the index").await?;
    }
    txn.commit().await.map_err(store("commit"))?;
    Ok(Some(last))
}

/// The largest number given.
pub(crate) async fn last_no(db: &DatabaseExecutor<'_>) -> Result<i64, Error> {
    let last = found::Entity::find()
        .select_only()
        .column(found::Column::No)
        .order_by_desc(found::Column::No)
        .limit(1)
        .into_tuple::<i64>();
    Ok(last.one(db).await.map_err(store("read the index's last number"))?.unwrap_or(0))
}
