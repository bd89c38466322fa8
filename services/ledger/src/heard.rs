//! How much of the public events a node has taken in.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entity::links_in;
use crate::error::{Error, store};
use crate::store::Store;

/// Grows with every public event that came in, whoever announced it.
///
/// # Errors
/// The database cannot be read.
pub async fn heard(store_: &Store) -> Result<i64, Error> {
    let links = links_in::Entity::find().filter(links_in::Column::Stream.eq("evt"));
    let links = links.all(store_.readers()).await.map_err(store("read the links"))?;
    Ok(links.iter().map(|link| link.seq).sum())
}
