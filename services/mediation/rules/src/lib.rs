//! The law of mediation: people's mediation, mediation for a court, and matters in hand at bodies
//! whose own procedure is not served here. Pure: no clock, no chance, no I/O.

pub mod administrative_mediation;
pub mod agreement;
pub mod agreement_life;
mod area;
pub mod basis;
pub mod batch;
mod draw;
pub mod consumer;
#[cfg(test)]
mod course;
pub mod entrusted_mediation;
pub mod joint_mediation;
pub mod labour_mediation;
pub mod matter;
pub mod medical;
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
pub mod refuse;
mod routes;
pub mod rural_land_mediation;
pub mod session;
pub mod talks;
pub mod text;
pub mod village_negotiation;
mod performing;
pub mod public_order;
mod refusal;
mod roll;
mod routes;
#[cfg(any(test, feature = "kit"))]
mod sample_draft;
pub mod session;
mod tells;
pub mod traffic;

pub use area::{Case, Command, Fact, Law, Refusal, charts};
pub use jiefen_procedure::term::{DayFault, Standstill, Term};
pub use performing::PerformFault;
pub use refusal::Refusal as MediationRefusal;
pub use routes::remedies;
