//! The flags of `bench`.

use clap::{Args, Subcommand};

use super::PapersBench;

/// `bench`.
#[derive(Debug, Args)]
pub struct Bench {
    /// What to measure.
    #[command(subcommand)]
    pub what: BenchVerb,
}

/// The measurements.
#[derive(Debug, Subcommand)]
pub enum BenchVerb {
    /// The life of a dispute through gRPC and the bus, across three agencies.
    Lifecycle(Lifecycle),
    /// A ledger of many rows, checked and taken in by a counter's node.
    Import(ImportBench),
    /// How long one idle node takes to start and how much memory it holds.
    Node,
    /// Registrations with advice at one counter, at a fixed rate.
    Registration(Registration),
    /// Official papers: how long the first one takes, and each after it.
    Papers(PapersBench),
    /// The pages of staff and citizens under many users, with very many disputes behind them.
    Pages(Pages),
    /// Searching and looking for repeats among very many disputes.
    Search(Search),
}

/// `bench registration`.
#[derive(Debug, Args)]
pub struct Registration {
    /// How many begin each second.
    #[arg(long, default_value_t = 50)]
    pub rate: u32,
    /// For how many seconds.
    #[arg(long, default_value_t = 30)]
    pub seconds: u32,
    /// `sqlite`, or the URL of a PostgreSQL server on which the user may create databases.
    #[arg(long, default_value = "sqlite")]
    pub db: String,
    /// Prints data as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `bench search`.
#[derive(Debug, Args)]
pub struct Search {
    /// How many disputes.
    #[arg(long, default_value_t = 1_000_000)]
    pub rows: u64,
    /// How many questions of each kind.
    #[arg(long, default_value_t = 500)]
    pub questions: u64,
    /// `sqlite`, `sqlite://FILE`, or the URL of a PostgreSQL server on which the user may create databases. An
    /// existing FILE that has the disputes already is measured as it is.
    #[arg(long, default_value = "sqlite")]
    pub db: String,
    /// Prints data as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `bench import`.
#[derive(Debug, Args)]
pub struct ImportBench {
    /// How many rows.
    #[arg(long, default_value_t = 50_000)]
    pub rows: u32,
    /// `sqlite`, or the URL of a PostgreSQL server on which the user may create databases.
    #[arg(long, default_value = "sqlite")]
    pub db: String,
    /// Prints data as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `bench lifecycle`.
#[derive(Debug, Args)]
pub struct Lifecycle {
    /// How many disputes.
    #[arg(long, default_value_t = 1000)]
    pub disputes: u32,
    /// How many at once.
    #[arg(long, default_value_t = 32)]
    pub concurrency: u32,
    /// `sqlite`, or the URL of a PostgreSQL server on which the user may create databases.
    #[arg(long, default_value = "sqlite")]
    pub db: String,
    /// Prints data as JSON.
    #[arg(long)]
    pub json: bool,
}

/// `bench pages`.
#[derive(Debug, Args)]
pub struct Pages {
    /// How many disputes lie in the database; nineteen in twenty have ended.
    #[arg(long, default_value_t = 100_000)]
    pub rows: u64,
    /// How many disputes besides are being worked on, with their limits running.
    #[arg(long, default_value_t = 500)]
    pub running: u64,
    /// How many users look at pages at once.
    #[arg(long, default_value_t = 100)]
    pub users: u32,
    /// How long each user reads a page before the next, ms.
    #[arg(long, default_value_t = 2000)]
    pub reads_ms: u64,
    /// How many pages each user looks at.
    #[arg(long, default_value_t = 30)]
    pub pages: u32,
    /// How many clerks save at once.
    #[arg(long, default_value_t = 50)]
    pub clerks: u32,
    /// How many visitors each of them registers and sorts.
    #[arg(long, default_value_t = 10)]
    pub visitors: u32,
    /// `sqlite`, or the URL of a PostgreSQL server on which the user may create databases.
    #[arg(long, default_value = "sqlite")]
    pub db: String,
}
