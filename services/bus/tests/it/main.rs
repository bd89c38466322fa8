//! The bus from end to end: on a hub in memory that misbehaves on purpose, and on a real nats-server.

#![allow(clippy::unwrap_used, clippy::panic)]

mod hub;
mod memory;
mod nats;
mod paper;
