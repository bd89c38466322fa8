//! The law of intake: the umbrella of a dispute, the inquiry that becomes none, the receipt code, the
//! check of what is registered, and the matrix of tracks. Pure.

pub mod content;
pub mod dispute;
pub mod inquiry;
pub mod mass_incident;
pub mod matrix;
pub mod receipt;
pub mod signal;

mod area;
mod content_fault;

pub use area::{Case, Command, Fact, Law, Refusal, charts};
