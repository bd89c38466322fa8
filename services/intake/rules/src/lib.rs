//! The law of intake: the umbrella of a dispute, the inquiry that becomes none, the receipt code, the
//! check of what is registered; risks, mass incidents and screenings, and the watch over signals. Pure.

pub mod citizen_request;
pub mod content;
pub mod dispute;
pub mod gaps;
pub mod inquiry;
pub mod mass_incident;
pub mod places;
pub mod risk_case;
pub mod screening_campaign;
pub mod signal;
pub mod signal_watch;
pub mod thresholds;

pub mod advised;
mod area;
mod content_fault;
mod party_check;
mod party_fault;
mod worded;

pub use jiefen_vocab::receipt;
pub use party_fault::PartyFault;

pub use area::{Case, Command, Fact, Law, Refusal, charts};
