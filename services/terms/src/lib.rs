//! The law's time limits and the working-day calendar, as data and as one engine.
//!
//! * [`Law::shipped`] holds every rule of `rules/*.toml` and the calendar of `calendar/days.toml`.
//! * [`Law::due`] answers one [`Query`] with a [`Deadline`] that explains itself step by step.
//! * [`Law::with_local`] adds a county's own limits, which may only be shorter than the law's.
//! * [`cli`] gives the answers of the verb `jiefen due` their written form.
//!
//! Pure: no clock, no I/O at run time, no chance. What day it is, and what happened when, come in
//! as arguments; the same question has the same answer for ever.
//!
//! ```
//! use jiefen_terms::{Due, Law, Query};
//! use jiff::civil::date;
//!
//! let answer = Law::shipped().due(&Query::new("T-D-01", date(2026, 9, 3)))?;
//! assert_eq!(answer.due, Due::Day(date(2026, 10, 8))); // 3 October is in the National Day holiday
//! assert!(!answer.provisional);
//! # Ok::<(), jiefen_terms::TermsError>(())
//! ```

mod calendar;
mod check;
pub mod cli;
mod count;
mod engine;
mod error;
mod explain;
mod kinds;
mod law;
mod query;
mod rule;

pub use calendar::{Calendar, DayKind, Holiday, PublishedYear};
pub use error::{Fault, TermsError};
pub use kinds::{Direction, Effect, HourStart, Owner, Receipt, Status, StopEffect, Unit};
pub use law::Law;
pub use query::{Deadline, Due, Query, Span, Start, Step};
pub use rule::{Bilingual, Extension, InForce, Rule, StartEvent, Stop};
