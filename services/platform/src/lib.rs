//! The process skeleton: configuration, telemetry, health, signals, supervisor, clock, keys,
//! authentication and authorisation. Everything here is mechanism; no procedure knows it.

pub mod auth;
pub mod clock;
pub mod config;
pub mod grpc;
pub mod health;
pub mod keys;
pub mod signals;
pub mod supervisor;
pub mod telemetry;
pub mod tls;
pub mod trust;

pub use supervisor::{Crashed, run_detached};

/// Any error that a task or a source may carry.
pub type BoxError = Box<dyn std::error::Error + Send + Sync + 'static>;
