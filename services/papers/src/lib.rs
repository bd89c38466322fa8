//! The official papers of a node's cases: which of them a case can have where it stands, their fields filled from what the
//! case already says, numbered, printed, kept for ever, corrected by another paper, and verified by whoever has the code.
//!
//! Every role of a node serves them over its own database ([`Server`]); all roles of a process print on one
//! [`Printer`], which never runs on the threads that serve calls.

mod bind;
mod code;
mod copy;
mod draw;
mod fill;
mod grpc;
mod issue;
mod offers;
mod others;
mod own;
mod parts;
mod printer;
mod refused;
mod show;
mod talk;
mod typed;

pub use grpc::Server;
pub use offers::{OFFERS, Offer};
pub use printer::Printer;
