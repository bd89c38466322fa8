//! Subjects, envelope, relay, consumer loop, receipts and reconciliation; an in-memory bus for simulation.
