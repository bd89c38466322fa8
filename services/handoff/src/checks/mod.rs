//! Proof on this very code: a world of agencies around the real [`crate::step`], walked exhaustively
//! within bounds and at random beyond them, and planted faults that the walks must find.

mod actions;
mod commands;
mod exhaustive;
mod explore;
mod laws;
mod mutants;
mod random;
mod states;
mod stories;
mod tables;
mod total;
mod world;
