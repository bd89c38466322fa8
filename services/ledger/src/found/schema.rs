//! The table of what is found, and the index over its words on each database.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, boolean, integer, text};

/// The signs besides letters and digits that a token may have.
pub(super) const SIGNS: &str = ".!:_-";

/// The migration.
pub(crate) struct Found;

impl MigrationName for Found {
    fn name(&self) -> &str {
        "m0004_found"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Found {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(found()).await?;
        manager.create_table(found_build()).await?;
        let head = Query::insert()
            .into_table("found_build")
            .columns(["id", "version"])
            .values_panic([1.into(), 0.into()])
            .to_owned();
        manager.execute(head).await?;
        let connection = manager.get_connection();
        let statements = match manager.get_database_backend() {
            sea_orm::DbBackend::Postgres => postgres(),
            sea_orm::DbBackend::Sqlite | sea_orm::DbBackend::MySql => sqlite(),
            _ => sqlite(),
        };
        for statement in statements {
            connection.execute_unprepared(&statement).await?;
        }
        Ok(())
    }
}

/// One row a case that is found. `no` grows with every new case: the newest has the largest.
fn found() -> TableCreateStatement {
    let words = |name: &str| text(name.to_owned()).default("").to_owned();
    Table::create()
        .table("found")
        .col(big_integer("no").primary_key())
        .col(text("case_id").unique_key())
        .col(text("kind"))
        .col(text("place"))
        .col(text("opened"))
        .col(text("state"))
        .col(text("holder"))
        .col(boolean("masked"))
        .col(words("terms"))
        .col(words("keys"))
        .col(words("print"))
        .to_owned()
}

/// With which version of an area's words all rows have been built: one row; 0: not yet.
fn found_build() -> TableCreateStatement {
    Table::create()
        .table("found_build")
        .col(integer("id").primary_key())
        .col(integer("version"))
        .to_owned()
}

/// The words lie outside the row (TOAST), so that many rows are looked through quickly and a change of state
/// touches no index: rows have room for it.
fn postgres() -> Vec<String> {
    let index = |column: &str| {
        format!(
            "CREATE INDEX found_{column} ON found USING gin (string_to_array({column}, ' ')) \
             WITH (gin_pending_list_limit = 512)"
        )
    };
    vec![
        "ALTER TABLE found SET (toast_tuple_target = 128, fillfactor = 85)".to_owned(),
        index("terms"),
        index("keys"),
        "CREATE INDEX found_opened ON found (opened)".to_owned(),
    ]
}

fn sqlite() -> Vec<String> {
    let add = "INSERT INTO found_words (rowid, terms, keys) VALUES (new.no, new.terms, new.keys);";
    let remove = "INSERT INTO found_words (found_words, rowid, terms, keys) \
                  VALUES ('delete', old.no, old.terms, old.keys);";
    vec![
        format!(
            "CREATE VIRTUAL TABLE found_words USING fts5 (terms, keys, content = 'found', \
             content_rowid = 'no', columnsize = 0, detail = none, \
             tokenize = \"ascii tokenchars '{SIGNS}'\")"
        ),
        format!("CREATE TRIGGER found_added AFTER INSERT ON found BEGIN {add} END"),
        format!("CREATE TRIGGER found_removed AFTER DELETE ON found BEGIN {remove} END"),
        format!(
            "CREATE TRIGGER found_changed AFTER UPDATE OF terms, keys ON found \
             WHEN old.terms <> new.terms OR old.keys <> new.keys BEGIN {remove} {add} END"
        ),
        "CREATE INDEX found_opened ON found (opened)".to_owned(),
    ]
}
