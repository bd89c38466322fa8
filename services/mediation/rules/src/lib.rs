//! The law of mediation: people's mediation, mediation for a court, and matters in hand at bodies
//! whose own procedure is not served here. Pure: no clock, no chance, no I/O.

pub mod agreement;
mod area;
pub mod delegated_mediation;
pub mod entrusted_mediation;
pub mod industry_mediation;
pub mod invited_mediation;
pub mod lawyer_mediation;
pub mod matter;
pub mod negotiation;
pub mod neutral;
pub mod neutral_evaluation;
pub mod online_mediation;
pub mod people_mediation;
mod routes;
pub mod session;

pub use area::{Case, Command, Fact, Law, Refusal, charts};
pub use jiefen_procedure::term::{DayFault, Standstill, Term};
pub use routes::remedies;
