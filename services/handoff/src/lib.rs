//! The hand-off protocol: who is responsible for a dispute, and how responsibility moves from one
//! agency to another over a bus that loses, repeats and re-orders. Pure: time and ids are arguments.
//!
//! One [`Desk`] is everything one agency knows about the custody of one dispute. [`step`] takes a desk,
//! an [`Input`] (a command, a timer or a received [`Message`]) and gives the new desk with its
//! [`Effect`]s, all of which belong into one transaction. The rules it keeps:
//!
//! - At most one agency holds; it acts. An offer outstanding still counts as holding 首问负责制.
//! - The sender decides: an acceptance is tentative until the sender has written it and confirms it.
//! - Nothing is undone: a return is a new offer with a new [`Epoch`].
//! - Every message may come twice, late or in any order; the answer comes from the desk.
//! - A desk restored from backup refuses every act until it has rejoined.

mod command;
mod designate;
mod desk;
mod effect;
mod epoch;
mod input;
mod message;
mod offer;
mod receive;
mod refusal;
mod rejoin;
mod report;
mod step;
mod task;

#[cfg(test)]
mod checks;

pub use desk::{Answered, Asked, Designation, Duty, Pending, Request, Task, TaskState, Tentative};
pub use desk::{Custody, Desk, Handed, Responsible};
pub use effect::{Effect, Step, Tell, Why};
pub use epoch::{Epoch, NotAnEpoch};
pub use input::{Ctx, Evidence, Input};
pub use message::{Cause, Message, VoidReason};
pub use offer::{Binding, Ground, Mode, Offer};
pub use refusal::Refusal;
pub use step::step;
