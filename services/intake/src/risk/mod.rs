//! Risks, mass incidents and screenings at the counter, and the watch that joins signals.

pub mod announce;
pub mod follow;
pub mod grpc;
#[cfg(test)]
mod tests;
pub mod view;
pub mod wire;
