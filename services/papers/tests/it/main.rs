//! The papers of a real mediation, over gRPC and a real database: filled, numbered, printed, kept, corrected, bound,
//! verified.

#![allow(clippy::unwrap_used, clippy::panic)] // a test fails by panicking

mod bound;
mod issuing;
mod ordered;
mod outside;
mod pages;
mod roles;
mod room;
mod told;
