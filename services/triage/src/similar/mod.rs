//! Whether two registrations are the same dispute, through whatever doors they came. A score proposes; a person
//! decides (C-…八(一); 纠纷查重只提示，不自动并案).

mod print;
mod score;
#[cfg(test)]
mod tests;

use jiefen_vocab::{Channel, DisputeKind, Fen, PartyRole, Region};
use jiff::civil::Date;

pub use print::{Print, keys, print};
pub(crate) use print::{hash, is_told};
pub use score::{PROPOSED_FROM, Reason, Score, score};

/// What is compared of a registration.
#[derive(Debug, Clone)]
pub struct Subject<'a> {
    /// What was said.
    pub text: &'a str,
    /// Names of the parties with their place in the dispute.
    pub parties: Vec<(&'a str, PartyRole)>,
    /// Where it arose.
    pub place: Region,
    /// The kind.
    pub kind: DisputeKind,
    /// The amount in dispute.
    pub amount: Option<Fen>,
    /// The day it was registered.
    pub day: Date,
    /// The channel.
    pub channel: Channel,
}
