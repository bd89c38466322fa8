//! How good triage must be, on texts that its model has not seen, and what it does with texts that are none.

#![allow(clippy::unwrap_used)] // helpers of tests

mod care;
mod cases;
mod kinds;
mod repeats;
mod strange;
