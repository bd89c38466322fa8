//! Papers as their readers get them: the text layer of every family, its pages, and what is refused.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test fails by panicking

mod dossier;
mod fonts;
mod golden;
mod kit;
mod long;
mod page;
mod refused;
mod strange;
