//! The harness: real servers as child processes, free ports, and the only way to wait.
//!
//! Everything listens on loopback, every process that is started here is ended here (by its pid,
//! never by its name), and nothing is skipped: a missing server is an error with the reason.
//!
//! ```no_run
//! # async fn example() -> anyhow::Result<()> {
//! use jiefen_tests::{Nats, PgVersion, Postgres};
//!
//! let postgres = Postgres::shared(PgVersion::V18).await?;
//! let database = postgres.database().await?; // postgres://postgres@127.0.0.1:…/db_1
//! let hub = Nats::start("").await?; // deploy/nats/hub.conf, no users
//! hub.kill9().await?;
//! hub.restart().await?;
//! # Ok(()) }
//! ```

pub mod checker;
mod nats;
mod ports;
mod postgres;
mod process;
mod program;
mod tools;
mod wait;

pub use nats::Nats;
pub use ports::free_port;
pub use postgres::{PgVersion, Postgres};
pub use process::Process;
pub use program::program;
pub use tools::{Tools, workspace_root};
pub use wait::eventually;

#[cfg(test)]
mod tests;
