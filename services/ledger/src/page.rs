//! Lists of cases, page by page.

use jiefen_vocab::{DisputeId, Moment};
use jiff::civil::Date;
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    Select,
};

use crate::area::Area;
use crate::entity::cases;
use crate::error::{Error, store};
use crate::read::{CaseView, PAGE_MAX, views};
use crate::store::Store;

/// A page of cases, newest change first. The token is `updated_at.id` of the last one seen.
///
/// # Errors
/// The token does not parse, or the database cannot be read.
pub async fn page<A: Area>(
    store_: &Store,
    open_only: bool,
    size: u64,
    token: &str,
) -> Result<(Vec<CaseView<A>>, String), Error> {
    paged(store_, cases::Entity::find(), open_only, size, token).await
}

/// A page of the cases of one procedure, like [`page`].
///
/// # Errors
/// As [`page`].
pub async fn page_of<A: Area>(
    store_: &Store,
    procedure: &str,
    open_only: bool,
    size: u64,
    token: &str,
) -> Result<(Vec<CaseView<A>>, String), Error> {
    let of = cases::Entity::find().filter(cases::Column::Procedure.eq(procedure));
    paged(store_, of, open_only, size, token).await
}

/// The cases of one procedure that changed last, each with its version: while these stay the same, so does what they say.
///
/// # Errors
/// The database cannot be read.
pub async fn versions(
    store_: &Store,
    procedure: &str,
    most: u64,
) -> Result<Vec<(String, i64)>, Error> {
    cases::Entity::find()
        .select_only()
        .columns([cases::Column::Id, cases::Column::Version])
        .filter(cases::Column::Procedure.eq(procedure))
        .order_by_desc(cases::Column::UpdatedAt)
        .order_by_desc(cases::Column::Id)
        .limit(most)
        .into_tuple()
        .all(store_.readers())
        .await
        .map_err(store("list the versions of cases"))
}

/// Cases that have ended.
pub struct Ended<A: Area> {
    /// Those that ended last come first.
    pub cases: Vec<CaseView<A>>,
    /// For the next page; empty: there is none.
    pub next: String,
    /// How many there are in all.
    pub total: u64,
    /// The year in which the first of these procedures ended here; none: none has.
    pub since: Option<i16>,
}

/// A page of the cases of these procedures that have ended, in one year or ever. An ended case changes no more, so
/// that the day of its last change is the day of its end.
///
/// # Errors
/// As [`page`].
pub async fn ended<A: Area>(
    store_: &Store,
    procedures: &[String],
    year: Option<i16>,
    size: u64,
    token: &str,
) -> Result<Ended<A>, Error> {
    let all = cases::Entity::find()
        .filter(cases::Column::Open.eq(false))
        .filter(cases::Column::Procedure.is_in(procedures.iter().cloned()));
    let first: Option<i64> = all
        .clone()
        .select_only()
        .column(cases::Column::UpdatedAt)
        .order_by_asc(cases::Column::UpdatedAt)
        .limit(1)
        .into_tuple()
        .one(store_.readers())
        .await
        .map_err(store("look for the first ended case"))?;
    let among = match year {
        Some(year) => all
            .filter(cases::Column::UpdatedAt.gte(new_year(year)))
            .filter(cases::Column::UpdatedAt.lt(new_year(year.saturating_add(1)))),
        None => all,
    };
    let total = among.clone().count(store_.readers()).await;
    let (cases, next) = paged(store_, among, false, size, token).await?;
    Ok(Ended {
        cases,
        next,
        total: total.map_err(store("count the ended cases"))?,
        since: first.map(|at| Moment(at).day().year()),
    })
}

/// The first moment of a year in China.
fn new_year(year: i16) -> i64 {
    let day = Date::new(year, 1, 1).unwrap_or(Date::MAX);
    Moment::from_local(day.at(0, 0, 0, 0)).0
}

async fn paged<A: Area>(
    store_: &Store,
    among: Select<cases::Entity>,
    open_only: bool,
    size: u64,
    token: &str,
) -> Result<(Vec<CaseView<A>>, String), Error> {
    let mut query = among
        .order_by_desc(cases::Column::UpdatedAt)
        .order_by_desc(cases::Column::Id)
        .limit(size.clamp(1, PAGE_MAX));
    if open_only {
        query = query.filter(cases::Column::Open.eq(true));
    }
    if !token.is_empty() {
        let (at, id) = token.split_once('.').unwrap_or_default();
        let at: i64 = at.parse().map_err(|_| {
            Error::field("page_token", "不是本列表给出的翻页标记 (not a token of this list)")
        })?;
        let same = cases::Column::UpdatedAt.eq(at).and(cases::Column::Id.lt(id));
        query = query.filter(cases::Column::UpdatedAt.lt(at).or(same));
    }
    let rows = query.all(store_.readers()).await.map_err(store("list the cases"))?;
    let next = match rows.last() {
        Some(last) if rows.len() as u64 == size.clamp(1, PAGE_MAX) => {
            format!("{}.{}", last.updated_at, last.id)
        }
        Some(_) | None => String::new(),
    };
    Ok((views(store_, rows).await?, next))
}

/// The cases of the disputes with codes from `first` to `last`, in their order: a code begins with its moment, so
/// these are disputes that began close together.
///
/// # Errors
/// The database cannot be read.
pub async fn cases_between<A: Area>(
    store_: &Store,
    first: DisputeId,
    last: DisputeId,
) -> Result<Vec<CaseView<A>>, Error> {
    let rows = cases::Entity::find()
        .filter(cases::Column::Dispute.between(first.to_string(), last.to_string()))
        .order_by_asc(cases::Column::Dispute)
        .limit(PAGE_MAX)
        .all(store_.readers())
        .await
        .map_err(store("read the cases of disputes"))?;
    views(store_, rows).await
}
