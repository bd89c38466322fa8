//! The proof of every procedure: its chart has no dead end, its law answers every command in every
//! state, what is planted is found, its picture is fresh, its roles are decided.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test fails by panicking

mod answers;
mod dead_ends;
mod pictures;
mod roles;
mod sound;
