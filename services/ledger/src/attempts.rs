//! How often something may be tried: one counter a key and hour, in the database, so that all processes of an
//! agency count together. What is kept are digests and numbers, nothing of a person.

use jiefen_vocab::Moment;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
};

use crate::Store;
use crate::entity::attempts;
use crate::envelope::{digest, hex};
use crate::error::{Error, store};

/// The microseconds of a slot: an hour.
const SLOT: i64 = 3_600_000_000;
/// So many slots are kept: a day.
const KEPT: i64 = 24;

/// One count of one attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    key: String,
    slot: i64,
    /// How often it was tried in this hour, this time included.
    pub times: i64,
}

impl Store {
    /// Counts an attempt before it is made, so that those made at once are counted too: `of` says what is tried
    /// (`track`), `about` what it is tried on. Only a digest of both is kept.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn take_turn(&self, of: &str, about: &str, now: Moment) -> Result<Turn, Error> {
        let doing = "count an attempt";
        let key = hex(&digest(format!("{of}\n{about}").as_bytes()));
        let slot = now.0.div_euclid(SLOT);
        let transaction = self.begin().await.map_err(store(doing))?;
        let times = count(&transaction, &key, slot).await.map_err(store(doing))?;
        transaction.commit().await.map_err(store(doing))?;
        Ok(Turn { key, slot, times })
    }

    /// Takes a count back: the attempt was right.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn give_back(&self, turn: &Turn) -> Result<(), Error> {
        let doing = "take an attempt back";
        let transaction = self.begin().await.map_err(store(doing))?;
        attempts::Entity::update_many()
            .col_expr(attempts::Column::Times, Expr::col(attempts::Column::Times).sub(1))
            .filter(attempts::Column::Key.eq(&turn.key))
            .filter(attempts::Column::Slot.eq(turn.slot))
            .filter(attempts::Column::Times.gt(0))
            .exec(&transaction)
            .await
            .map_err(store(doing))?;
        transaction.commit().await.map_err(store(doing))
    }
}

async fn count(db: &DatabaseTransaction, key: &str, slot: i64) -> Result<i64, DbErr> {
    let row = attempts::ActiveModel { key: Set(key.to_owned()), slot: Set(slot), times: Set(1) };
    let again = OnConflict::columns([attempts::Column::Key, attempts::Column::Slot])
        .value(
            attempts::Column::Times,
            Expr::col((attempts::Entity, attempts::Column::Times)).add(1),
        )
        .to_owned();
    attempts::Entity::insert(row).on_conflict(again).exec_without_returning(db).await?;
    let counted = attempts::Entity::find_by_id((key.to_owned(), slot)).one(db).await?;
    let times = counted.map_or(1, |row| row.times);
    if times == 1 {
        let old = attempts::Column::Slot.lt(slot.saturating_sub(KEPT));
        attempts::Entity::delete_many().filter(old).exec(db).await?;
    }
    Ok(times)
}
