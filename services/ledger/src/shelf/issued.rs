//! Official papers as they were issued: one row a paper beside its bytes, and the numbers that were given. A row is never
//! changed; a correction is another row that names the first.

use jiefen_vocab::{DisputeId, Moment};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait, DatabaseTransaction, EntityTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, binary, integer, text, text_null};

use crate::Store;
use crate::entity::{issued, paper_numbers, paper_series};
use crate::error::{Error, store};

pub use crate::entity::issued::Model as IssuedRow;

/// The most papers of one dispute that one list shows.
pub const ISSUED_MAX: u64 = 500;

/// The tables of issued papers.
pub(crate) struct Issues;

impl MigrationName for Issues {
    fn name(&self) -> &str {
        "m0011_issued"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Issues {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [issues(), series(), numbers()] {
            manager.create_table(table).await?;
        }
        let check =
            Index::create().name("issued_check").table("issued").col("check_code").to_owned();
        manager.create_index(check).await?;
        // one paper stands in the place of another; those that correct nothing are not compared
        let mut once = Index::create().name("issued_corrects").table("issued").to_owned();
        manager.create_index(once.col("dispute").col("corrects").unique().to_owned()).await
    }
}

/// One row a paper. Its fields, and why it was corrected, are bytes: nothing that somebody types is refused.
fn issues() -> TableCreateStatement {
    Table::create()
        .table("issued")
        .col(text("dispute"))
        .col(text("check_code"))
        .col(text("request").unique_key())
        .col(binary("fingerprint"))
        .col(text("case_id"))
        .col(text("family"))
        .col(integer("template"))
        .col(text("number"))
        .col(text("sha256"))
        .col(big_integer("size"))
        .col(integer("pages"))
        .col(text("issued_on"))
        .col(big_integer("issued_at"))
        .col(text("person"))
        .col(text("role"))
        .col(integer("version"))
        .col(text_null("corrects"))
        .col(binary("reason"))
        .col(text_null("verify"))
        .col(binary("fields"))
        .primary_key(Index::create().col("dispute").col("check_code"))
        .to_owned()
}

/// The last number given in a series of a year.
fn series() -> TableCreateStatement {
    Table::create()
        .table("paper_series")
        .col(text("series"))
        .col(integer("year"))
        .col(big_integer("last"))
        .primary_key(Index::create().col("series").col("year"))
        .to_owned()
}

/// The number that was given for something: asked again, it is the same.
fn numbers() -> TableCreateStatement {
    Table::create()
        .table("paper_numbers")
        .col(text("key").primary_key())
        .col(big_integer("number"))
        .to_owned()
}

impl Store {
    /// The next number of a series in a year, from 1. Asked again for the same key, it is the same number.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn paper_number(&self, key: &str, series: &str, year: i16) -> Result<i64, Error> {
        let doing = "number a paper";
        let transaction = self.begin().await.map_err(store(doing))?;
        let known = paper_numbers::Entity::find_by_id(key).one(&transaction).await;
        if let Some(known) = known.map_err(store(doing))? {
            return Ok(known.number);
        }
        let number = next(&transaction, series, year).await.map_err(store(doing))?;
        let row = paper_numbers::ActiveModel { key: Set(key.to_owned()), number: Set(number) };
        paper_numbers::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await
            .map_err(store(doing))?;
        transaction.commit().await.map_err(store(doing))?;
        Ok(number)
    }

    /// Keeps a paper with its bytes: both or neither. A paper that is there already stays as it is, and so does one that
    /// another has corrected meanwhile.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn keep_issued(&self, row: IssuedRow, content: &[u8]) -> Result<(), Error> {
        let doing = "keep an issued paper";
        let transaction = self.begin().await.map_err(store(doing))?;
        let at = Moment(row.issued_at);
        super::papers::keep(&transaction, &row.sha256, content, at).await.map_err(store(doing))?;
        let row = issued::ActiveModel::from(row).reset_all();
        issued::Entity::insert(row)
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .exec_without_returning(&transaction)
            .await
            .map_err(store(doing))?;
        transaction.commit().await.map_err(store(doing))
    }

    /// The papers of a dispute, newest first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn issued_of(&self, dispute: DisputeId) -> Result<Vec<IssuedRow>, Error> {
        issued::Entity::find()
            .filter(issued::Column::Dispute.eq(dispute.to_string()))
            .order_by_desc(issued::Column::IssuedAt)
            .order_by_asc(issued::Column::CheckCode)
            .limit(ISSUED_MAX)
            .all(self.readers())
            .await
            .map_err(store("list the issued papers"))
    }

    /// The paper that a request has made.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn issued_by(&self, request: &str) -> Result<Option<IssuedRow>, Error> {
        let found = issued::Entity::find().filter(issued::Column::Request.eq(request));
        found.one(self.readers()).await.map_err(store("find an issued paper"))
    }

    /// The papers of a check code: one, or the same bytes in several disputes.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn issued_as(&self, check: &str) -> Result<Vec<IssuedRow>, Error> {
        let found = issued::Entity::find().filter(issued::Column::CheckCode.eq(check));
        let found = found.limit(ISSUED_MAX).all(self.readers()).await;
        found.map_err(store("find an issued paper"))
    }

    /// Whether a later paper stands in the place of this one.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn is_corrected(&self, check: &str) -> Result<bool, Error> {
        let found = issued::Entity::find().filter(issued::Column::Corrects.eq(check));
        let found = found.one(self.readers()).await.map_err(store("find a correction"))?;
        Ok(found.is_some())
    }
}

async fn next(db: &DatabaseTransaction, series: &str, year: i16) -> Result<i64, DbErr> {
    let key = (series.to_owned(), i32::from(year));
    let row =
        paper_series::ActiveModel { series: Set(key.0.clone()), year: Set(key.1), last: Set(1) };
    let again = OnConflict::columns([paper_series::Column::Series, paper_series::Column::Year])
        .value(
            paper_series::Column::Last,
            Expr::col((paper_series::Entity, paper_series::Column::Last)).add(1),
        )
        .to_owned();
    paper_series::Entity::insert(row).on_conflict(again).exec_without_returning(db).await?;
    let counted = paper_series::Entity::find_by_id(key).one(db).await?;
    Ok(counted.map_or(1, |row| row.last))
}
