//! What lies beside the cases: the content of papers, each once under its hash, the unfinished forms of the
//! staff, and what is said in the room of a mediation. Nothing here is a fact: no journal, no message, no clock.

mod drafts;
mod issued;
mod lines;
mod papers;

pub use drafts::{DRAFT_MAX, DRAFTS_MAX, Draft, Kept};
pub(crate) use issued::Issues;
pub use issued::{ISSUED_MAX, IssuedRow};
pub use lines::{LINES_MAX, Line, PARTY, Spoken};
pub use papers::{PART, sha256};

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, binary, boolean, integer, text};

/// The tables of papers and drafts.
pub(crate) struct Shelf;

impl MigrationName for Shelf {
    fn name(&self) -> &str {
        "m0006_shelf"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Shelf {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [papers(), paper_parts(), drafts()] {
            manager.create_table(table).await?;
        }
        let index = |name: &str, columns: &[&str]| {
            let mut index = Index::create().name(name).table("drafts").to_owned();
            for column in columns {
                index.col((*column).to_owned());
            }
            index
        };
        manager.create_index(index("drafts_person", &["person", "saved_at"])).await?;
        manager.create_index(index("drafts_expiry", &["expires_at"])).await
    }
}

/// One row a content, under the SHA-256 of it: a paper that many disputes have lies here once.
fn papers() -> TableCreateStatement {
    Table::create()
        .table("papers")
        .col(text("sha256").primary_key())
        .col(big_integer("size"))
        .col(integer("parts"))
        .col(big_integer("kept_at"))
        .to_owned()
}

/// The content in parts, numbered from 0.
fn paper_parts() -> TableCreateStatement {
    Table::create()
        .table("paper_parts")
        .col(text("sha256"))
        .col(integer("no"))
        .col(binary("content"))
        .primary_key(Index::create().col("sha256").col("no"))
        .to_owned()
}

/// One row an unfinished form. What was typed is bytes: nothing that somebody types is refused by a database.
fn drafts() -> TableCreateStatement {
    Table::create()
        .table("drafts")
        .col(text("id").primary_key())
        .col(text("person"))
        .col(binary("title"))
        .col(binary("body"))
        .col(big_integer("version"))
        .col(big_integer("saved_at"))
        .col(big_integer("expires_at"))
        .to_owned()
}

/// The table of what is said in rooms.
pub(crate) struct Rooms;

impl MigrationName for Rooms {
    fn name(&self) -> &str {
        "m0011_room_lines"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Rooms {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(room_lines()).await?;
        let mut once = Index::create().name("room_lines_request").table("room_lines").to_owned();
        manager.create_index(once.col("case_id").col("request_id").unique().to_owned()).await
    }
}

/// One row a line, numbered in its room from 1. What was said is bytes, as a draft is.
fn room_lines() -> TableCreateStatement {
    Table::create()
        .table("room_lines")
        .col(text("case_id"))
        .col(big_integer("no"))
        .col(text("author"))
        .col(boolean("note"))
        .col(binary("body"))
        .col(text("request_id"))
        .col(big_integer("said_at"))
        .primary_key(Index::create().col("case_id").col("no"))
        .to_owned()
}
