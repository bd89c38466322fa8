//! What needs special care, by a linear model beside the patterns of `data/cues-*.toml`: it hears what is told in
//! words that no pattern has. Where the line of each flag is drawn is measured in training: as low as the share of false
//! ones allows that a clerk is ready to take away. Hearing each sentence by itself was tried and finds less at the same
//! share of false ones.

use std::sync::LazyLock;

use jiefen_vocab::Flag;

use super::{Model, file};
use crate::text::Clean;

/// The flags that it hears.
pub const FLAGS: [Flag; 6] = [
    Flag::SafetyAlert,
    Flag::MinorProtection,
    Flag::WomenChildren,
    Flag::NotMediable,
    Flag::MassIncident,
    Flag::Reroute,
];
/// How many they are.
pub const SIGNS: usize = FLAGS.len();
/// A model of these flags; an answer above zero is a flag.
pub type Care = Model<SIGNS>;

static SHIPPED: LazyLock<Care> =
    LazyLock::new(|| file::read(include_bytes!("../../data/care.bin")).unwrap_or_default());

impl Care {
    /// The model in this build.
    pub fn of_signs() -> &'static Care {
        &SHIPPED
    }

    /// The flags that it hears in a text, each with the words that speak for it.
    pub fn flags(&self, clean: &Clean) -> Vec<(Flag, String)> {
        self.hears(clean).into_iter().map(|(at, words)| (FLAGS[at], words)).collect()
    }
}
