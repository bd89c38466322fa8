//! The content of papers, kept in parts under its hash.

use jiefen_vocab::Moment;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue::Set, DatabaseTransaction, DbErr, EntityTrait};

use crate::Store;
use crate::entity::{paper_parts, papers};
use crate::envelope::{digest, hex};
use crate::error::{Error, corrupt, store};

/// The length of a part in bytes; the last one may be shorter.
pub const PART: usize = 256 * 1024;

/// The SHA-256 of a content, lower-case hex.
pub fn sha256(content: &[u8]) -> String {
    hex(&digest(content))
}

impl Store {
    /// Keeps a content under its hash; true when it was not there. All of it is kept or nothing.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn keep_paper(
        &self,
        sha256: &str,
        content: &[u8],
        now: Moment,
    ) -> Result<bool, Error> {
        let doing = "keep a paper";
        let transaction = self.begin().await.map_err(store(doing))?;
        let is_new = keep(&transaction, sha256, content, now).await.map_err(store(doing))?;
        transaction.commit().await.map_err(store(doing))?;
        Ok(is_new)
    }

    /// How many parts a kept content has; none when it is not here.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn paper_parts(&self, sha256: &str) -> Result<Option<u32>, Error> {
        let row = papers::Entity::find_by_id(sha256).one(self.readers()).await;
        let row = row.map_err(store("read a paper"))?;
        row.map(|row| u32::try_from(row.parts).map_err(corrupt("read a paper"))).transpose()
    }

    /// One part of a kept content.
    ///
    /// # Errors
    /// The database cannot be read, or the part is not there.
    pub async fn paper_part(&self, sha256: &str, no: u32) -> Result<Vec<u8>, Error> {
        let no = i32::try_from(no).map_err(corrupt("read a paper"))?;
        let key = (sha256.to_owned(), no);
        let row = paper_parts::Entity::find_by_id(key).one(self.readers()).await;
        let row = row.map_err(store("read a paper"))?;
        row.map(|row| row.content).ok_or_else(|| corrupt("read a paper")("a part is missing"))
    }
}

/// Writes a content and its parts; false when it was there.
pub(super) async fn keep(
    transaction: &DatabaseTransaction,
    sha256: &str,
    content: &[u8],
    now: Moment,
) -> Result<bool, DbErr> {
    let parts: Vec<&[u8]> = content.chunks(PART).collect();
    let row = papers::ActiveModel {
        sha256: Set(sha256.to_owned()),
        size: Set(i64::try_from(content.len()).unwrap_or(i64::MAX)),
        parts: Set(i32::try_from(parts.len()).unwrap_or(i32::MAX)),
        kept_at: Set(now.0),
    };
    let once = OnConflict::column(papers::Column::Sha256).do_nothing().to_owned();
    let new =
        papers::Entity::insert(row).on_conflict(once).exec_without_returning(transaction).await?;
    if new == 0 {
        return Ok(false);
    }
    for (no, part) in (0..).zip(parts) {
        let row = paper_parts::ActiveModel {
            sha256: Set(sha256.to_owned()),
            no: Set(no),
            content: Set(part.to_vec()),
        };
        paper_parts::Entity::insert(row).exec_without_returning(transaction).await?;
    }
    Ok(true)
}
