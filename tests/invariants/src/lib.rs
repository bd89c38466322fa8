//! Tests over several procedures of one dispute: no code of its own.
#![cfg(test)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod clocks;
mod course;
mod desk;
mod figures;
mod properties;
mod roads;
mod roles;
mod scenarios;
mod secrecy;
mod track;
mod umbrella;
mod versions;
