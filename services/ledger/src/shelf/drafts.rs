//! Unfinished forms: each belongs to the person who typed it and goes after its time.

use jiefen_vocab::{Moment, Private};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::Store;
use crate::entity::drafts;
use crate::error::{Error, store};

/// How many drafts one person may keep.
pub const DRAFTS_MAX: u64 = 100;
/// The longest draft, in bytes.
pub const DRAFT_MAX: usize = 512 * 1024;

/// What is to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its id; a new one when it is not there yet.
    pub id: String,
    /// What the clerk calls it.
    pub title: Private<String>,
    /// The form as typed.
    pub body: Private<String>,
}

/// A draft as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The draft; in a list without its text.
    pub draft: Draft,
    /// Counted from 1 with every saving.
    pub version: i64,
    /// When it was saved.
    pub saved_at: Moment,
    /// When it goes.
    pub expires_at: Moment,
}

impl Store {
    /// Keeps a new draft of a person and throws away what has expired, whosever it was.
    ///
    /// # Errors
    /// The person has too many, or the database cannot be written.
    pub async fn new_draft(
        &self,
        person: &str,
        draft: Draft,
        now: Moment,
        until: Moment,
    ) -> Result<Kept, Error> {
        let doing = "keep a draft";
        let transaction = self.begin().await.map_err(store(doing))?;
        drafts::Entity::delete_many()
            .filter(drafts::Column::ExpiresAt.lte(now.0))
            .exec(&transaction)
            .await
            .map_err(store(doing))?;
        let own = drafts::Entity::find().filter(drafts::Column::Person.eq(person));
        if own.count(&transaction).await.map_err(store(doing))? >= DRAFTS_MAX {
            return Err(Error::field(
                "draft",
                format!("草稿已满{DRAFTS_MAX}份，请先登记或者删除旧草稿 (too many drafts)"),
            ));
        }
        let row = drafts::ActiveModel {
            id: Set(draft.id.clone()),
            person: Set(person.to_owned()),
            title: Set(bytes(&draft.title)),
            body: Set(bytes(&draft.body)),
            version: Set(1),
            saved_at: Set(now.0),
            expires_at: Set(until.0),
        };
        drafts::Entity::insert(row)
            .exec_without_returning(&transaction)
            .await
            .map_err(store(doing))?;
        transaction.commit().await.map_err(store(doing))?;
        Ok(Kept { draft, version: 1, saved_at: now, expires_at: until })
    }

    /// Keeps a draft of a person anew; with an expected version only when it is still that one.
    ///
    /// # Errors
    /// The person has no such draft, it has changed since it was read, or the database cannot be written.
    pub async fn save_draft(
        &self,
        person: &str,
        draft: Draft,
        expected: Option<i64>,
        now: Moment,
        until: Moment,
    ) -> Result<Kept, Error> {
        let doing = "keep a draft";
        let transaction = self.begin().await.map_err(store(doing))?;
        let version = current(&transaction, person, &draft.id, expected, now).await? + 1;
        drafts::Entity::update_many()
            .col_expr(drafts::Column::Title, Expr::value(bytes(&draft.title)))
            .col_expr(drafts::Column::Body, Expr::value(bytes(&draft.body)))
            .col_expr(drafts::Column::Version, Expr::value(version))
            .col_expr(drafts::Column::SavedAt, Expr::value(now.0))
            .col_expr(drafts::Column::ExpiresAt, Expr::value(until.0))
            .filter(drafts::Column::Id.eq(&draft.id))
            .filter(drafts::Column::Version.eq(version - 1))
            .exec(&transaction)
            .await
            .map_err(store(doing))?;
        transaction.commit().await.map_err(store(doing))?;
        Ok(Kept { draft, version, saved_at: now, expires_at: until })
    }

    /// One draft of a person, whole.
    ///
    /// # Errors
    /// The person has no such draft, or the database cannot be read.
    pub async fn draft(&self, person: &str, id: &str, now: Moment) -> Result<Kept, Error> {
        let row = own(self.readers(), person, id, now).await?;
        Ok(kept(row))
    }

    /// The drafts of a person, newest first, without their text.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn drafts(&self, person: &str, now: Moment) -> Result<Vec<Kept>, Error> {
        let rows: Vec<(String, Vec<u8>, i64, i64, i64)> = drafts::Entity::find()
            .select_only()
            .column(drafts::Column::Id)
            .column(drafts::Column::Title)
            .column(drafts::Column::Version)
            .column(drafts::Column::SavedAt)
            .column(drafts::Column::ExpiresAt)
            .filter(drafts::Column::Person.eq(person))
            .filter(drafts::Column::ExpiresAt.gt(now.0))
            .order_by_desc(drafts::Column::SavedAt)
            .order_by_desc(drafts::Column::Id)
            .limit(DRAFTS_MAX)
            .into_tuple()
            .all(self.readers())
            .await
            .map_err(store("list the drafts"))?;
        let listed = |(id, title, version, saved_at, expires_at)| {
            let body = Vec::new();
            let person = String::new();
            kept(drafts::Model { id, person, title, body, version, saved_at, expires_at })
        };
        Ok(rows.into_iter().map(listed).collect())
    }

    /// Throws a draft of a person away; with an expected version only when it is still that one.
    ///
    /// # Errors
    /// The person has no such draft, it has changed since it was read, or the database cannot be written.
    pub async fn drop_draft(
        &self,
        person: &str,
        id: &str,
        expected: Option<i64>,
        now: Moment,
    ) -> Result<(), Error> {
        let doing = "throw a draft away";
        let transaction = self.begin().await.map_err(store(doing))?;
        current(&transaction, person, id, expected, now).await?;
        drafts::Entity::delete_by_id(id).exec(&transaction).await.map_err(store(doing))?;
        transaction.commit().await.map_err(store(doing))
    }
}

/// The version of a draft that the person has and that is still the expected one.
async fn current(
    db: &DatabaseTransaction,
    person: &str,
    id: &str,
    expected: Option<i64>,
    now: Moment,
) -> Result<i64, Error> {
    let current = own(db, person, id, now).await?.version;
    match expected {
        Some(expected) if expected != current => Err(Error::Stale { current }),
        Some(_) | None => Ok(current),
    }
}

async fn own<C: ConnectionTrait>(
    db: &C,
    person: &str,
    id: &str,
    now: Moment,
) -> Result<drafts::Model, Error> {
    let row = drafts::Entity::find_by_id(id)
        .filter(drafts::Column::Person.eq(person))
        .filter(drafts::Column::ExpiresAt.gt(now.0))
        .one(db)
        .await
        .map_err(store("read a draft"))?;
    let name: String = id.chars().take(40).collect();
    row.ok_or(Error::NotFound { what: "草稿", what_en: "draft", name })
}

fn bytes(text: &Private<String>) -> Vec<u8> {
    text.reveal().clone().into_bytes()
}

fn kept(row: drafts::Model) -> Kept {
    let text = |bytes: Vec<u8>| Private::new(String::from_utf8_lossy(&bytes).into_owned());
    Kept {
        draft: Draft { id: row.id, title: text(row.title), body: text(row.body) },
        version: row.version,
        saved_at: Moment(row.saved_at),
        expires_at: Moment(row.expires_at),
    }
}
