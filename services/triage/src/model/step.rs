//! Which procedure a text asks for, by a linear model beside the patterns of `data/cues-steps.toml`: most people do not
//! know its name. What it hears counts as the cue of the same name; the rules of the routes decide what follows.

use std::sync::LazyLock;

use super::{Model, file};
use crate::text::Clean;

/// The cues that it hears.
pub const STEPS: [&str; 25] = [
    "reconsideration",
    "payment_order",
    "retrial",
    "retrial_refused",
    "arbitration_clause",
    "arbitration_applied",
    "ruling",
    "confirmation",
    "notarised",
    "public_interest",
    "no_mediation",
    "fast",
    "invited",
    "entrusted_in_suit",
    "evaluation",
    "talk",
    "status_suit",
    "health_office",
    "medical_committee",
    "petition_wanted",
    "chamber",
    "vague",
    "matter.elderly",
    "matter.archives",
    "matter.medicare",
];
/// How many they are.
pub const WAYS: usize = STEPS.len();
/// A model of these steps; an answer above zero is a step.
pub type Step = Model<WAYS>;

static SHIPPED: LazyLock<Step> =
    LazyLock::new(|| file::read(include_bytes!("../../data/step.bin")).unwrap_or_default());

impl Step {
    /// The model in this build.
    pub fn of_ways() -> &'static Step {
        &SHIPPED
    }

    /// The cues that it hears in a text, each with the words that speak for it.
    pub fn cues(&self, clean: &Clean) -> Vec<(&'static str, String)> {
        self.hears(clean).into_iter().map(|(at, words)| (STEPS[at], words)).collect()
    }
}
