//! Lists of cases, page by page.

use jiefen_vocab::DisputeId;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Select};

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
