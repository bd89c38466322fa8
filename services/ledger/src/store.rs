//! The database: one connection kind for reading, one writer. PostgreSQL for a county or court, SQLite
//! for a township: the same tables, the same statements.

use std::time::Duration;

use jiefen_vocab::{Agency, Moment};
use sea_orm::sea_query::OnConflict;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ActiveValue::Set, ConnectOptions, ConnectionTrait, Database, DatabaseConnection,
    DatabaseTransaction, DbBackend, DbErr, EntityTrait, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use sea_orm_migration::MigratorTrait;

use crate::entity::{county_seen, demo_clock};
use crate::schema::Migrator;

/// How many connections a node keeps for reading on PostgreSQL.
const READERS: u32 = 8;

/// How long a statement waits for SQLite's single write lock.
const BUSY: Duration = Duration::from_secs(5);

/// The database of one service.
#[derive(Clone, Debug)]
pub struct Store {
    readers: DatabaseConnection,
    writer: DatabaseConnection,
    backend: DbBackend,
}

impl Store {
    /// Opens `postgres://…` or `sqlite://FILE`; a missing SQLite file is created with WAL and
    /// synchronous=FULL, without which an acknowledged command may be lost in a power cut.
    ///
    /// # Errors
    /// The database cannot be reached or is neither PostgreSQL nor SQLite.
    pub async fn open(url: &str) -> Result<Store, DbErr> {
        if url.starts_with("sqlite:") {
            let writer = Database::connect(sqlite(url, 1)).await?;
            let readers = Database::connect(sqlite(url, 4)).await?;
            return Ok(Store { readers, writer, backend: DbBackend::Sqlite });
        }
        if !url.starts_with("postgres") {
            let given = url.split(':').next().unwrap_or_default();
            return Err(DbErr::Custom(format!(
                "数据库地址须以 postgres:// 或者 sqlite:// 开头，现为「{given}」 (neither postgres:// nor sqlite://)"
            )));
        }
        let mut options = ConnectOptions::new(url);
        options.max_connections(READERS).min_connections(1).sqlx_logging(false);
        options.connect_timeout(Duration::from_secs(5)).acquire_timeout(Duration::from_secs(5));
        // Rows are found by key. A statement prepared while the tables were empty would otherwise go on
        // reading them whole when they have grown.
        options.map_sqlx_postgres_opts(|postgres| postgres.options([("enable_seqscan", "off")]));
        let readers = Database::connect(options.clone()).await?;
        options.max_connections(2);
        let writer = Database::connect(options).await?;
        Ok(Store { readers, writer, backend: DbBackend::Postgres })
    }

    /// Brings the tables to this build's version.
    ///
    /// # Errors
    /// The database refuses a migration; nothing of that migration stays.
    pub async fn migrate(&self) -> Result<(), DbErr> {
        Migrator::up(&self.writer, None).await
    }

    /// The migrations that this build has and the database has not.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn pending(&self) -> Result<Vec<String>, DbErr> {
        let pending = Migrator::get_pending_migrations(&self.readers).await?;
        Ok(pending.iter().map(|migration| migration.name().to_owned()).collect())
    }

    /// Lets the database take stock after very many rows were written: what its own upkeep does in time.
    ///
    /// # Errors
    /// The database refuses.
    pub async fn settle(&self) -> Result<(), DbErr> {
        let text = match self.backend {
            DbBackend::Postgres => "VACUUM ANALYZE",
            DbBackend::Sqlite | DbBackend::MySql => "ANALYZE",
            _ => "ANALYZE",
        };
        self.writer.execute_unprepared(text).await.map(drop)
    }

    /// A connection for reading.
    pub fn readers(&self) -> &DatabaseConnection {
        &self.readers
    }

    /// `postgres` or `sqlite`.
    pub fn kind(&self) -> &'static str {
        if self.backend == DbBackend::Sqlite { "sqlite" } else { "postgres" }
    }

    /// True when everything a transaction writes goes into one statement, which is then a transaction itself.
    pub(crate) fn writes_at_once(&self) -> bool {
        self.backend == DbBackend::Postgres
    }

    /// The connection for writing, outside a transaction.
    pub(crate) fn writer(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// Begins the writing transaction: BEGIN IMMEDIATE on SQLite.
    ///
    /// # Errors
    /// The database cannot be reached or is locked for longer than the busy limit.
    pub(crate) async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        let sqlite = self.backend == DbBackend::Sqlite;
        self.writer
            .begin_with_options(TransactionOptions {
                sqlite_transaction_mode: sqlite.then_some(SqliteTransactionMode::Immediate),
                ..TransactionOptions::default()
            })
            .await
    }

    /// Where a demonstration's clock was set last; none: it never was.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn demo_clock(&self) -> Result<Option<Moment>, DbErr> {
        let row = demo_clock::Entity::find_by_id(1).one(&self.readers).await?;
        Ok(row.map(|row| Moment(row.now)))
    }

    /// Keeps where a demonstration's clock was set.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn keep_demo_clock(&self, now: Moment) -> Result<(), DbErr> {
        let row = demo_clock::ActiveModel { id: Set(1), now: Set(now.0) };
        let newer = OnConflict::column(demo_clock::Column::Id)
            .update_column(demo_clock::Column::Now)
            .to_owned();
        let transaction = self.begin().await?;
        demo_clock::Entity::insert(row)
            .on_conflict(newer)
            .exec_without_returning(&transaction)
            .await?;
        transaction.commit().await
    }

    /// The highest version of a registry's bundle that this node has worked with; none: it never had one.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn county_seen(&self, registry: Agency) -> Result<Option<u64>, DbErr> {
        let row = county_seen::Entity::find_by_id(registry.to_string()).one(&self.readers).await?;
        Ok(row.and_then(|row| u64::try_from(row.version).ok()))
    }

    /// Keeps that the node works with a version of a registry's bundle, and answers with the highest that it ever
    /// worked with: a higher one than this stays.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn see_county(&self, registry: Agency, version: u64) -> Result<u64, DbErr> {
        let key = registry.to_string();
        let transaction = self.begin().await?;
        let row = county_seen::Entity::find_by_id(&key).one(&transaction).await?;
        let seen = row.and_then(|row| u64::try_from(row.version).ok()).unwrap_or(0);
        let highest = seen.max(version);
        let number = i64::try_from(highest)
            .map_err(|_| DbErr::Custom("版本号过大 (the version is too large)".to_owned()))?;
        let row = county_seen::ActiveModel { registry: Set(key), version: Set(number) };
        let newer = OnConflict::column(county_seen::Column::Registry)
            .update_column(county_seen::Column::Version)
            .to_owned();
        county_seen::Entity::insert(row)
            .on_conflict(newer)
            .exec_without_returning(&transaction)
            .await?;
        transaction.commit().await?;
        Ok(highest)
    }

    /// Closes every connection.
    pub async fn close(&self) {
        for connection in [&self.writer, &self.readers] {
            if let Err(error) = connection.clone().close().await {
                tracing::warn!(%error, "closing a database connection");
            }
        }
    }
}

fn sqlite(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections).min_connections(1).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(BUSY)
            .foreign_keys(true)
    });
    options
}

/// Creates a database on a PostgreSQL server, for measurements and tests; the URL names a database on which
/// the user may connect and create others.
///
/// # Errors
/// The server cannot be reached or refuses.
pub async fn create_database(server: &str, name: &str) -> Result<(), DbErr> {
    let lawful =
        |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    if name.is_empty() || !name.chars().all(lawful) {
        return Err(DbErr::Custom(format!(
            "数据库名「{name}」不合规定 (not a lawful database name)"
        )));
    }
    let mut options = ConnectOptions::new(server);
    options.max_connections(1).sqlx_logging(false);
    let connection = Database::connect(options).await?;
    connection.execute_unprepared(&format!("CREATE DATABASE {name}")).await?;
    connection.close().await
}
