//! Ledgers as clerks write them: every kind of bad cell, both encodings, workbooks, reports.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test fails by panicking

mod cells;
mod files;
mod kit;
mod own;
mod report;
mod workbooks;
