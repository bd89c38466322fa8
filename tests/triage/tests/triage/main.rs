//! How good triage must be, on texts that its model has not seen, and what it does with texts that are none.

mod cases;
mod kinds;
mod repeats;
mod strange;
