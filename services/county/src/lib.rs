//! A county as data, for whoever keeps it and whoever reads it: which units there are, who is above whom, what each
//! may do by which clause, who is a member of what. Pure.
//!
//! * [`Entry`]: what is known of one unit; [`Register`]: questions over a set of them.
//! * [`Bundle`]: the set as bytes to be signed; [`diff`]: what changed between two of them.
//! * [`County`]: a node's own copy.

mod bundle;
mod copy;
mod diff;
mod entry;
mod membership;
mod register;
mod rows;
mod unit;

pub use bundle::{Bundle, Signed};
pub use copy::{County, Responsible};
pub use diff::{Change, Field, What, diff};
pub use entry::{Duty, Key, Node, NodeKey, Post, Power, Profile, Tree, UnitKind};
pub use membership::{Member, Membership, Seat};
pub use register::{Competent, Register, RegisterFault};
pub use rows::Part;
pub use unit::{Entry, Stage};
