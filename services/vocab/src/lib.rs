//! The words every part of jiefen shares: ids, regions, agencies, kinds of dispute, parties, money,
//! moments and private data. Pure: no I/O, no clock, no randomness.

mod agency;
mod codes;
pub mod document;
mod id;
mod moment;
mod money;
mod particulars;
mod party;
mod private;
pub mod receipt;
mod region;
mod regions;

pub use agency::{Agency, AgencyCode};
pub use codes::{Channel, DisputeKind, Flag, Outcome, Role, TrackKind};
pub use id::{CaseId, DisputeId, FactId, Id};
pub use moment::Moment;
pub use money::Fen;
pub use particulars::{
    Agent, Authority, Capacity, Document, DocumentKind, Guardian, Head, Particulars, Speaker,
};
pub use party::{Party, PartyKind, PartyRole};
pub use private::Private;
pub use region::{Region, RegionLevel};
pub use regions::{BadRegion, Regions};

/// Why a piece of text is not the value it should be. The message names the text, the fault and the
/// right form, Chinese first.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{what}「{given}」{problem_zh}；{right_zh} ({what_en} \"{given}\" {problem_en}; {right_en})"
)]
pub struct Malformed {
    /// What was expected, Chinese.
    pub what: &'static str,
    /// What was expected, English.
    pub what_en: &'static str,
    /// The text as given, cut to 40 characters.
    pub given: String,
    /// What is wrong, Chinese.
    pub problem_zh: &'static str,
    /// What is wrong, English.
    pub problem_en: &'static str,
    /// What would be right, Chinese.
    pub right_zh: &'static str,
    /// What would be right, English.
    pub right_en: &'static str,
}

impl Malformed {
    pub(crate) fn clip(text: &str) -> String {
        text.chars().take(40).collect()
    }
}
