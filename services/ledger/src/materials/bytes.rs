//! The bytes that this unit gives to another one: a few parts at a time, so that nothing else waits behind a long file.

use jiefen_procedure::material::{Part, Wanted};
use jiefen_vocab::Private;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::batch::Batch;
use crate::entity::{paper_parts, papers};
use crate::error::{Error, corrupt, store};

/// So many parts are given at once; whoever has the last of them asks for the next ones.
pub(super) const WINDOW: u32 = 16;

impl Batch<'_> {
    /// The parts of a content that are given next; none when it is not here. Whether they may be given is asked later.
    ///
    /// # Errors
    /// The database cannot be read.
    pub(crate) async fn parts_of(&self, wanted: &Wanted) -> Result<Vec<Part>, Error> {
        let doing = "read a paper";
        let row = papers::Entity::find_by_id(&wanted.sha256).one(self.db).await;
        let Some(row) = row.map_err(store(doing))? else { return Ok(vec![]) };
        let of = u32::try_from(row.parts).map_err(corrupt(doing))?;
        let (first, end) = (wanted.from, wanted.from.saturating_add(WINDOW));
        let rows = paper_parts::Entity::find()
            .filter(paper_parts::Column::Sha256.eq(&wanted.sha256))
            .filter(paper_parts::Column::No.gte(i64::from(first)))
            .filter(paper_parts::Column::No.lt(i64::from(end)))
            .order_by_asc(paper_parts::Column::No)
            .all(self.db)
            .await
            .map_err(store(doing))?;
        let part = |row: paper_parts::Model| {
            Ok(Part {
                sha256: row.sha256,
                no: u32::try_from(row.no).map_err(corrupt(doing))?,
                of,
                content: Private::new(row.content),
            })
        };
        rows.into_iter().map(part).collect()
    }
}
