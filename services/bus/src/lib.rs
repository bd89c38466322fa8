//! Subjects, envelope, relay, consumer loop, receipts and reconciliation; an in-memory bus for simulation.
//!
//! Two buffers are ours, the outbox and the inbox of the ledger; the bus between them is trusted with
//! nothing. [`relay`] publishes the outbox and goes back until the *receiver's signed receipt* covers
//! it; [`consume`] verifies, commits, acknowledges and receipts. [`NatsBus`] is JetStream, [`MemoryBus`]
//! a bus that loses, repeats and disorders on purpose.

mod audit;
mod bad;
mod book;
mod bus;
mod consume;
mod fault;
mod figures;
pub mod headers;
mod lane;
mod memory;
mod nats;
pub mod receipts;
mod relay;
mod sort;
mod stream;
pub mod subject;
mod tail;

pub use bad::Bad;
pub use book::{Book, feeds};
pub use bus::{Bus, Delivery, Feed, Settle, Source, Token};
pub use consume::{ConsumeOptions, Consumer, consume};
pub use fault::{Fault, SERVER_NEEDED};
pub use headers::Headers;
pub use memory::{Faults, MemoryBus, MemoryHub};
pub use nats::{ConnectOptions, NatsBus, connect};
pub use relay::{Relay, RelayOptions, relay};
pub use stream::{StreamOptions, config};
pub use subject::{Link, Subject};
pub use tail::{Start, Tailed, Types, tail};
