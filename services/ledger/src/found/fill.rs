//! Putting many cases into an empty database, for measurements.

use jiefen_procedure::Procedure;
use jiefen_vocab::{CaseId, Moment};
use sea_orm::DatabaseExecutor;

use crate::area::{Area, CaseOf};
use crate::bulk::Bulk;
use crate::entity::cases;
use crate::error::{Error, corrupt, store};
use crate::store::Store;

/// Adds the rows of cases as if they had been opened at these moments: no journal, no clocks, no index, which
/// [`super::build`] adds. For measurements alone.
///
/// # Errors
/// The database fails, or has one of these cases.
pub async fn fill<A: Area>(
    at: &Store,
    cases: impl IntoIterator<Item = (CaseId, CaseOf<A>, Moment)>,
) -> Result<(), Error> {
    let row = |(id, state, opened): (CaseId, CaseOf<A>, Moment)| -> Result<_, Error> {
        let outline = A::Law::outline(&state);
        Ok(cases::Model {
            id: id.to_string(),
            procedure: outline.kind.to_owned(),
            dispute: A::dispute(&state).map(|dispute| dispute.to_string()),
            version: 1,
            state: outline.state.to_owned(),
            state_zh: outline.state_zh.to_owned(),
            open: outline.open,
            next_zh: outline.next_zh,
            next_en: outline.next_en,
            person: outline.person,
            body: serde_json::to_string(&state).map_err(corrupt("write a case"))?,
            opened_at: opened.0,
            updated_at: opened.0,
        })
    };
    let rows = cases.into_iter().map(row).collect::<Result<Vec<_>, _>>()?;
    let txn = at.begin().await.map_err(store("begin"))?;
    let db = DatabaseExecutor::from(&txn);
    let mut bulk = Bulk::new(&db);
    bulk.insert(&rows)?;
    bulk.run("add cases").await?;
    txn.commit().await.map_err(store("commit"))
}
