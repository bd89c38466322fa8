//! The mesh: a county of real processes (`jiefen serve`, nats-server, PostgreSQL 15 and 18, SQLite) that
//! plays disputes, with and without faults. Afterwards the checker reads every database.
//!
//! One county runs at a time: a county is a dozen processes. One that failed leaves its folder, with the
//! logs, and says where it is.

mod bundle;
mod cases;
mod chaos;
mod clock;
mod county;
mod driver;
mod import;
mod node;
mod operations;
mod privacy;
mod quiet;
mod refusals;
mod setup;
mod watch;
