//! What an agency has to do, by legal deadline.

use std::collections::BTreeMap;

use jiefen_vocab::{CaseId, Moment};
use sea_orm::{ConnectionTrait as _, DbBackend, Statement, Value};

use crate::area::Area;
use crate::error::{Error, corrupt, store};
use crate::read::{self, CaseView, DeskView, PAGE_MAX};
use crate::store::Store;

/// Stands for no deadline, so that what has one comes first.
pub(crate) const NEVER: i64 = i64::MAX;

/// A clock of the agency's own that runs, of a case that is open; the earliest of its case. The others of the case are
/// found by the case: `|| ''` keeps SQLite from looking through every clock that runs for each one.
const EARLIEST: &str = "FROM clocks c JOIN cases k ON k.id = c.case_id \
     WHERE c.state = 'running' AND c.owner = 'agency' AND k.open AND NOT EXISTS \
     (SELECT 1 FROM clocks e WHERE e.case_id = c.case_id AND e.state || '' = 'running' AND e.owner = 'agency' \
      AND (e.due_at < c.due_at OR (e.due_at = c.due_at AND e.key < c.key)))";
/// An open case of a dispute that the agency holds, without a clock of the agency's own that runs.
const UNTIMED: &str = "FROM cases k JOIN custody d ON d.dispute = k.dispute WHERE k.open AND d.holds AND NOT EXISTS \
     (SELECT 1 FROM clocks e WHERE e.case_id = k.id AND e.state || '' = 'running' AND e.owner = 'agency')";

/// One thing to do.
pub enum Duty<A: Area> {
    /// An answer is due on a desk.
    Desk(DeskView),
    /// A case goes on; the key of the clock that ends first, if one runs.
    Case(Box<CaseView<A>>, Option<String>),
}

/// A page of them.
pub struct Duties<A: Area> {
    /// The earliest deadline first.
    pub duties: Vec<Duty<A>>,
    /// For the next page; empty: there is none.
    pub next: String,
    /// How many are late.
    pub late: i64,
    /// How many end on this day.
    pub today: i64,
}

/// Where one thing stands in the order of all: its end, and its id.
pub(crate) type Place = (i64, String);

/// A page of what has to be done, after the place that the token names.
///
/// # Errors
/// The token does not parse, or the database cannot be read.
pub async fn duties<A: Area>(
    at: &Store,
    now: Moment,
    size: u64,
    token: &str,
) -> Result<Duties<A>, Error> {
    let size = size.clamp(1, PAGE_MAX);
    let after = place(token)?;
    let mut found: Vec<(Place, Option<String>, bool)> = Vec::new();
    // How many wait for an answer is known by the day, not by the year: all of them are looked at.
    let desks = read::asked_desks(at).await?;
    found.extend(desks.iter().map(|desk| (desk_place(desk), None, true)));
    found.retain(|(place, _, _)| *place > after);
    let timed = rows(at, "c.due_at", "c.case_id", "c.key", EARLIEST, &after, size).await?;
    found.extend(timed.into_iter().map(|(place, key)| (place, Some(key), false)));
    // Only when little is left that has a deadline are the others looked for: their order is their age.
    if (found.len() as u64) < size {
        let others = rows(at, "NULL", "k.id", "''", UNTIMED, &after, size).await?;
        found.extend(others.into_iter().map(|(place, _)| (place, None, false)));
    }
    found.sort();
    let full = found.len() as u64 >= size;
    found.truncate(usize::try_from(size).unwrap_or(usize::MAX));
    let next = match found.last() {
        Some(((due, id), _, _)) if full => format!("{due}.{id}"),
        Some(_) | None => String::new(),
    };
    let end = Moment::end_of(now.day());
    let within = |after: i64, upto: i64| {
        let ends = desks.iter().map(|desk| desk_place(desk).0);
        i64::try_from(ends.filter(|due| *due > after && *due <= upto).count()).unwrap_or(i64::MAX)
    };
    // What ends at this very moment is not yet late, as the list says too.
    let past = now.0.saturating_sub(1);
    let late = count(at, i64::MIN, past).await?.saturating_add(within(i64::MIN, past));
    let today = count(at, past, end.0).await?.saturating_add(within(past, end.0));
    Ok(Duties { duties: filled(at, found, desks).await?, next, late, today })
}

/// Where an answer that is due on a desk stands.
fn desk_place(desk: &DeskView) -> Place {
    (desk.desk.waiting_due().map_or(NEVER, |due| due.0), desk.dispute.to_string())
}

/// The place after which a page begins.
pub(crate) fn place(token: &str) -> Result<Place, Error> {
    if token.is_empty() {
        return Ok((i64::MIN, String::new()));
    }
    let parsed = token.split_once('.').and_then(|(due, id)| Some((due.parse().ok()?, id)));
    let (due, id) = parsed.ok_or_else(|| {
        Error::field("page_token", "不是本列表给出的翻页标记 (not a token of this list)")
    })?;
    Ok((due, id.to_owned()))
}

/// The first places of one kind after a place, with the key of each one's clock.
async fn rows(
    at: &Store,
    due: &str,
    id: &str,
    key: &str,
    from: &str,
    after: &Place,
    size: u64,
) -> Result<Vec<(Place, String)>, Error> {
    let backend = at.readers().get_database_backend();
    let mark =
        |n: usize| if backend == DbBackend::Postgres { format!("${n}") } else { "?".to_owned() };
    let due = match due {
        "NULL" => format!("CAST({NEVER} AS BIGINT)"),
        column => format!("COALESCE({column}, {NEVER})"),
    };
    let text = format!(
        "SELECT {due} AS due, {id} AS id, {key} AS clock {from} AND ({due} > {} OR ({due} = {} AND {id} > {})) \
         ORDER BY 1, 2 LIMIT {size}",
        mark(1),
        mark(2),
        mark(3)
    );
    let values: [Value; 3] = [after.0.into(), after.0.into(), after.1.clone().into()];
    let statement = Statement::from_sql_and_values(backend, text, values);
    let found = at.readers().query_all_raw(statement).await.map_err(store("list the duties"))?;
    let row = |row: &sea_orm::QueryResult| -> Result<(Place, String), sea_orm::DbErr> {
        Ok(((row.try_get_by_index(0)?, row.try_get_by_index(1)?), row.try_get_by_index(2)?))
    };
    found.iter().map(row).collect::<Result<_, _>>().map_err(store("read a duty"))
}

/// How many end after one moment and not after another.
async fn count(at: &Store, after: i64, upto: i64) -> Result<i64, Error> {
    let backend = at.readers().get_database_backend();
    // Numbers of our own making; nothing of a request stands in the text.
    let text =
        format!("SELECT COUNT(*) AS n {EARLIEST} AND c.due_at > {after} AND c.due_at <= {upto}");
    let found = at.readers().query_one_raw(Statement::from_string(backend, text)).await;
    let row = found.map_err(store("count the duties"))?;
    row.map_or(Ok(0), |row| row.try_get_by_index(0).map_err(store("count the duties")))
}

/// The cases and desks of the places, in their order; what has ended meanwhile is left out.
async fn filled<A: Area>(
    at: &Store,
    found: Vec<(Place, Option<String>, bool)>,
    desks: Vec<DeskView>,
) -> Result<Vec<Duty<A>>, Error> {
    let mut ids: Vec<CaseId> = Vec::new();
    for ((_, id), _, is_desk) in &found {
        if !is_desk {
            ids.push(id.parse().map_err(corrupt("read a case's id"))?);
        }
    }
    let views = read::cases_by_id::<A>(at, &ids).await?;
    let mut views: BTreeMap<String, CaseView<A>> =
        views.into_iter().map(|view| (view.row.id.clone(), view)).collect();
    let mut desks: BTreeMap<String, DeskView> =
        desks.into_iter().map(|desk| (desk.dispute.to_string(), desk)).collect();
    let mut duties = Vec::with_capacity(found.len());
    for ((_, id), key, is_desk) in found {
        if is_desk {
            duties.extend(desks.remove(&id).map(Duty::Desk));
        } else if let Some(view) = views.remove(&id) {
            duties.push(Duty::Case(Box::new(view), key));
        }
    }
    Ok(duties)
}
