//! The law of the court's procedures: filing and diversion, trial, payment order, judicial confirmation,
//! enforcement, notarised instruments, protection orders. Pure: no clock, no chance, no I/O.

mod area;
pub mod confirmation;
pub mod enforcement;
pub mod filing;
pub mod notarised_instrument;
pub mod payment_order;
pub mod protection_order;
mod shared;
#[cfg(test)]
mod testing;
pub mod trial;

pub use area::{Case, Command, Fact, Law, Refusal, charts};
pub use jiefen_procedure::term::{DayFault, Standstill, Term};
