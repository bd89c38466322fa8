//! The law of mediation: people's mediation, mediation for a court, and matters in hand at bodies
//! whose own procedure is not served here. Pure: no clock, no chance, no I/O.

pub mod agreement;
mod area;
mod day;
pub mod entrusted_mediation;
#[cfg(test)]
mod kit;
pub mod matter;
pub mod people_mediation;
mod routes;
pub mod session;
mod words;

pub use area::{Case, Command, Fact, Law, Refusal, charts};
pub use day::{DayFault, Standstill, Term};
pub use routes::remedies;
