//! The law of the registry: which units there are, who is above whom, what each may handle, and which of
//! them has a node in the mesh. Pure.
//!
//! * [`unit`]: the procedure of one unit's entry, versioned.
//! * [`roster`]: the procedure of one person on the roster of a unit.
//! * [`county`]: the county's units and bodies as data; what it is as a whole, `jiefen-county` says.

mod area;
pub mod county;
pub mod roster;
pub mod unit;

pub use area::{Case, Command, Fact, Law, Refusal, charts};
pub use jiefen_county::{
    Bundle, Change, Competent, County, Duty, Entry, Field, Key, Member, Membership, Node, NodeKey,
    Part, Post, Power, Profile, Register, RegisterFault, Seat, Signed, Tree, UnitKind, What, diff,
};
