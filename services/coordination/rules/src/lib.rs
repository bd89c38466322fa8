//! The law of coordination: rules as data that say what to propose when an event passes, and the
//! procedure of a proposal. The coordination proposes, reminds and tells the centre; it gives no outcome
//! command of any other area (I10). Pure.
//!
//! * [`Rules`]: the rules of `data/rules.toml`, checked when they are loaded.
//! * [`event`]: the types of event that a rule may name.
//! * [`suggestion`]: the procedure of a proposal to the holder of a dispute.

mod area;
pub mod event;
mod rules;
pub mod suggestion;

pub use area::{Case, Command, Fact, Law, charts};
pub use rules::{Action, Rule, RuleFault, Rules, Trigger};
