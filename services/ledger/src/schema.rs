//! The tables, the same on PostgreSQL and SQLite. Identifiers are text, moments are microseconds since
//! 1970 UTC in a big integer, documents are JSON text: both databases keep them exactly.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, binary, boolean, integer, text, text_null,
};

use crate::found::schema::Found;

/// The migrations of every node's database, oldest first.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(First),
            Box::new(Writes),
            Box::new(DemoClock),
            Box::new(Found),
            Box::new(Procedures),
            Box::new(crate::shelf::Shelf),
            Box::new(CountySeen),
            Box::new(Waiting),
            Box::new(Attempts),
            Box::new(Looks),
            Box::new(crate::shelf::Rooms),
            Box::new(crate::shelf::Issues),
            Box::new(Stages),
            Box::new(crate::materials::Materials),
        ]
    }
}

struct First;

impl MigrationName for First {
    fn name(&self) -> &str {
        "m0001_first"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for First {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [chain(), cases(), custody(), clocks(), requests()] {
            manager.create_table(table).await?;
        }
        for table in [journal(), outbox(), links_out(), receipts(), inbox(), links_in()] {
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        let head = Query::insert()
            .into_table("chain")
            .columns(["id", "seq", "hash", "incarnation"])
            .values_panic([1.into(), 0_i64.into(), Vec::<u8>::new().into(), 1.into()])
            .to_owned();
        manager.execute(head).await
    }
}

/// Counts the writing transactions of a database, so that a process knows when another one has written.
struct Writes;

impl MigrationName for Writes {
    fn name(&self) -> &str {
        "m0002_writes"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Writes {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut writes = ColumnDef::new("writes");
        writes.big_integer().not_null().default(0);
        let table = Table::alter().table("chain").add_column(writes).to_owned();
        manager.alter_table(table).await
    }
}

/// Lists of one procedure: a node may have few of it among very many cases.
struct Procedures;

impl MigrationName for Procedures {
    fn name(&self) -> &str {
        "m0005_procedures"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Procedures {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let index =
            Index::create().name("cases_procedure").table("cases").col("procedure").to_owned();
        manager.create_index(index).await
    }
}

/// Boards ask by where cases stand: those that go on are few among all that have ended.
struct Stages;

impl MigrationName for Stages {
    fn name(&self) -> &str {
        "m0011_stages"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Stages {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut index = Index::create();
        index.name("cases_stage").table("cases").col("procedure").col("state");
        manager.create_index(index).await
    }
}

struct DemoClock;

impl MigrationName for DemoClock {
    fn name(&self) -> &str {
        "m0003_demo_clock"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for DemoClock {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(demo_clock()).await
    }
}

struct CountySeen;

impl MigrationName for CountySeen {
    fn name(&self) -> &str {
        "m0007_county_seen"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for CountySeen {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(county_seen()).await
    }
}

/// The desks that wait for an answer are few among very many.
struct Waiting;

impl MigrationName for Waiting {
    fn name(&self) -> &str {
        "m0008_custody_status"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Waiting {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let index =
            Index::create().name("custody_status").table("custody").col("status").to_owned();
        manager.create_index(index).await
    }
}

/// The highest version of a registry's bundle that this node has worked with: it never works with an older one.
fn county_seen() -> TableCreateStatement {
    Table::create()
        .table("county_seen")
        .col(text("registry").primary_key())
        .col(big_integer("version"))
        .to_owned()
}

struct Attempts;

impl MigrationName for Attempts {
    fn name(&self) -> &str {
        "m0009_attempts"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Attempts {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(attempts()).await
    }
}

struct Looks;

impl MigrationName for Looks {
    fn name(&self) -> &str {
        "m0010_looks"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Looks {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(looks()).await
    }
}

/// Who has looked into a case on which day.
fn looks() -> TableCreateStatement {
    Table::create()
        .table("looks")
        .col(text("case_id"))
        .col(text("day"))
        .col(text("agency"))
        .col(text("person"))
        .col(text("role"))
        .primary_key(Index::create().col("case_id").col("day").col("agency").col("person"))
        .to_owned()
}

/// How often something was tried under a key in one slot of time: digests, never what was tried or by whom.
fn attempts() -> TableCreateStatement {
    Table::create()
        .table("attempts")
        .col(text("key"))
        .col(big_integer("slot"))
        .col(big_integer("times"))
        .primary_key(Index::create().col("key").col("slot"))
        .to_owned()
}

/// Where a demonstration's clock was set last, so that a node that starts again stands there too: one row,
/// none on a node that runs on the machine's clock.
fn demo_clock() -> TableCreateStatement {
    Table::create()
        .table("demo_clock")
        .col(integer("id").primary_key())
        .col(big_integer("now"))
        .to_owned()
}

/// The head of the journal's chain: one row, locked by every writing transaction, so that the journal
/// and the links are numbered in the order of commit.
fn chain() -> TableCreateStatement {
    Table::create()
        .table("chain")
        .col(integer("id").primary_key())
        .col(big_integer("seq"))
        .col(binary("hash"))
        .col(integer("incarnation"))
        .to_owned()
}

/// One row a case: its state as JSON beside what lists show.
fn cases() -> TableCreateStatement {
    Table::create()
        .table("cases")
        .col(text("id").primary_key())
        .col(text("procedure"))
        .col(text_null("dispute"))
        .col(big_integer("version"))
        .col(text("state"))
        .col(text("state_zh"))
        .col(boolean("open"))
        .col(text("next_zh"))
        .col(text("next_en"))
        .col(text_null("person"))
        .col(text("body"))
        .col(big_integer("opened_at"))
        .col(big_integer("updated_at"))
        .to_owned()
}

/// One row a dispute this node has touched: its desk in the hand-off protocol.
fn custody() -> TableCreateStatement {
    Table::create()
        .table("custody")
        .col(text("dispute").primary_key())
        .col(boolean("holds"))
        .col(text("holder"))
        .col(text("epoch"))
        .col(text("status"))
        .col(big_integer_null("due_at"))
        .col(text("body"))
        .col(text("briefs"))
        .col(big_integer("updated_at"))
        .to_owned()
}

/// The law's clocks as rows, so that a deadline survives every restart.
fn clocks() -> TableCreateStatement {
    Table::create()
        .table("clocks")
        .col(text("case_id"))
        .col(text("key"))
        .col(text_null("dispute"))
        .col(text("rule"))
        .col(integer("rule_version"))
        .col(text("started"))
        .col(text("due"))
        .col(big_integer("due_at"))
        .col(boolean("provisional"))
        .col(text("state"))
        .col(text("effect"))
        .col(text("owner"))
        .col(text("query"))
        .col(text("steps"))
        .primary_key(Index::create().col("case_id").col("key"))
        .to_owned()
}

/// The requests already answered: a repeated request changes nothing.
fn requests() -> TableCreateStatement {
    Table::create()
        .table("requests")
        .col(text("key").primary_key())
        .col(binary("fingerprint"))
        .col(text("case_id"))
        .col(big_integer("at"))
        .to_owned()
}

/// What happened, append-only and chained.
fn journal() -> TableCreateStatement {
    Table::create()
        .table("journal")
        .col(big_integer("seq").primary_key())
        .col(text("id").unique_key())
        .col(text("case_id"))
        .col(text_null("dispute"))
        .col(big_integer("version"))
        .col(text("fact"))
        .col(text("body"))
        .col(text("actor_agency"))
        .col(text("actor_person"))
        .col(text("actor_role"))
        .col(big_integer("occurred_at"))
        .col(binary("hash"))
        .to_owned()
}

/// What must reach others, numbered per destination. A row is done when the destination's receipts
/// cover its number.
fn outbox() -> TableCreateStatement {
    Table::create()
        .table("outbox")
        .col(text("dst"))
        .col(big_integer("seq"))
        .col(text("id"))
        .col(text_null("dispute"))
        .col(text("subject"))
        .col(text("kind"))
        .col(text("epoch"))
        .col(binary("payload"))
        .col(binary("signature"))
        .col(big_integer("occurred_at"))
        .col(text_null("trace"))
        .primary_key(Index::create().col("dst").col("seq"))
        .to_owned()
}

/// The last number given per destination, with the running hash over the payloads.
fn links_out() -> TableCreateStatement {
    Table::create()
        .table("links_out")
        .col(text("dst").primary_key())
        .col(big_integer("seq"))
        .col(binary("running"))
        .to_owned()
}

/// The last number that a reader's signed receipt covers.
fn receipts() -> TableCreateStatement {
    Table::create()
        .table("receipts")
        .col(text("dst"))
        .col(text("reader"))
        .col(big_integer("upto"))
        .col(binary("running"))
        .col(binary("signature"))
        .col(big_integer("at"))
        .primary_key(Index::create().col("dst").col("reader"))
        .to_owned()
}

/// What has come in, kept for ever: the id makes the effect happen once.
fn inbox() -> TableCreateStatement {
    Table::create()
        .table("inbox")
        .col(text("id").primary_key())
        .col(text("src"))
        .col(text("stream"))
        .col(big_integer("seq"))
        .col(text_null("dispute"))
        .col(text("kind"))
        .col(text("epoch"))
        .col(binary("payload"))
        .col(binary("signature"))
        .col(text("subject"))
        .col(text_null("trace"))
        .col(text("state"))
        .col(text_null("cause"))
        .col(text_null("owner"))
        .col(big_integer_null("due_at"))
        .col(integer("attempts"))
        .col(big_integer("occurred_at"))
        .col(big_integer("received_at"))
        .to_owned()
}

/// The last number received per sender without a gap, with the running hash over the payloads.
fn links_in() -> TableCreateStatement {
    Table::create()
        .table("links_in")
        .col(text("src"))
        .col(text("stream"))
        .col(big_integer("seq"))
        .col(binary("running"))
        .col(boolean("gap"))
        .primary_key(Index::create().col("src").col("stream"))
        .to_owned()
}

fn indexes() -> Vec<IndexCreateStatement> {
    let index = |name: &str, table: &str, columns: &[&str]| {
        let mut index = Index::create().name(name).table(table.to_owned()).to_owned();
        for column in columns {
            index.col(column.to_owned().to_owned());
        }
        index
    };
    vec![
        index("cases_dispute", "cases", &["dispute"]),
        index("cases_updated", "cases", &["updated_at", "id"]),
        index("custody_due", "custody", &["due_at"]),
        index("clocks_due", "clocks", &["state", "due_at"]),
        index("journal_dispute", "journal", &["dispute", "seq"]),
        index("inbox_link", "inbox", &["src", "stream", "seq"]),
        index("inbox_state", "inbox", &["state", "dispute"]),
        index("inbox_kind", "inbox", &["kind", "occurred_at"]),
    ]
}
