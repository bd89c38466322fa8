//! What needs special care, by a linear model beside the patterns of `data/cues-*.toml`: it hears what is told in
//! words that no pattern has. Where the line of each flag is drawn is measured in training: as low as the share of false
//! ones allows that a clerk is ready to take away. Hearing each sentence by itself was tried and finds less at the same
//! share of false ones.

use std::sync::LazyLock;

use jiefen_vocab::Flag;

use super::{Model, features, file};
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

    /// The weight of each flag.
    pub fn weigh(&self, clean: &Clean) -> [f32; SIGNS] {
        self.scores(&features::runs(&clean.text)).unwrap_or([f32::MIN; SIGNS])
    }

    /// The words that speak for a flag, when it is heard.
    pub fn hears(&self, clean: &Clean) -> Vec<(Flag, String)> {
        let runs = features::runs(&clean.text);
        let weights = self.weigh(clean);
        let heard = FLAGS.iter().enumerate().zip(weights).filter(|(_, weight)| *weight > 0.0);
        heard
            .map(|((at, flag), _)| (*flag, self.words(&clean.text, &runs, at).join("、")))
            .collect()
    }
}
