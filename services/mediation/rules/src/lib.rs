//! The law of mediation: people's mediation, mediation for a court, the mediations of police, departments,
//! industries, lawyers and villages, agreements and what becomes of them. Pure: no clock, no chance, no I/O.

pub mod administrative_mediation;
pub mod agreement;
pub mod agreement_life;
mod area;
pub mod basis;
pub mod batch;
pub mod consumer;
#[cfg(test)]
mod course;
mod draw;
pub mod enforceable;
pub mod entrusted_mediation;
pub mod industry_mediation;
pub mod invited_mediation;
pub mod joint_mediation;
pub mod labour_mediation;
pub mod lawyer_mediation;
pub mod matter;
pub mod medical;
pub mod negotiation;
pub mod neutral;
pub mod neutral_evaluation;
pub mod online_mediation;
pub mod people_mediation;
mod performing;
pub mod public_order;
mod refuse;
mod roll;
mod routes;
pub mod rural_land_mediation;
#[cfg(any(test, feature = "kit"))]
mod sample_draft;
pub mod session;
pub mod talks;
mod tells;
pub mod text;
pub mod traffic;
pub mod village_negotiation;

pub use area::{Case, Command, Fact, Law, Refusal, charts};
pub use jiefen_procedure::term::{DayFault, Standstill, Term};
pub use performing::PerformFault;
pub use routes::remedies;
