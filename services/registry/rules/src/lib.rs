//! The law of the registry: which units there are, who is above whom, what each may handle, and which of
//! them has a node in the mesh. Pure.
//!
//! * [`unit`]: the procedure of one unit's entry, versioned.
//! * [`Register`]: questions over a set of units; [`Bundle`]: the set as bytes to be signed.
//! * [`county`]: the county's units as data.

mod area;
mod bundle;
pub mod county;
mod entry;
mod register;
pub mod unit;

pub use area::{Case, Command, Fact, Law, charts};
pub use bundle::Bundle;
pub use entry::{Duty, Key, Node, NodeKey, Post, Power, Profile, Tree, UnitKind};
pub use register::{Competent, Register, RegisterFault};
