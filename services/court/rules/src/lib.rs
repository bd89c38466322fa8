//! The law of the court's filing, diversion and judicial confirmation. Pure: no clock, no chance,
//! no I/O.

mod area;
pub mod confirmation;
pub mod filing;
#[cfg(test)]
mod kit;
mod term;
mod words;

pub use area::{Case, Command, Fact, Law, Refusal, charts};
pub use term::{DayFault, Standstill, Term};
