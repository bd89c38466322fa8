//! The papers of a real mediation, over gRPC and a real database: filled, numbered, printed, kept, corrected, bound,
//! verified.

#![allow(clippy::unwrap_used, clippy::panic)] // a test fails by panicking

mod issuing;
mod outside;
mod pages;
mod roles;
mod room;
