//! The law of the court's filing, diversion and judicial confirmation. Pure: no clock, no chance,
//! no I/O.

mod area;
pub mod confirmation;
pub mod filing;

pub use area::{Case, Command, Fact, Law, Refusal, charts};
pub use jiefen_procedure::term::{DayFault, Standstill, Term};
