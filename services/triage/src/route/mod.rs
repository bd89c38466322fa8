//! Who is responsible and on which track, by the rules of `data/routes.toml`: the first that fits is the answer, the
//! others that fit are the rejected alternatives.

mod rule;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiefen_vocab::{Flag, TrackKind};

pub use rule::{RouteFault, Routes, Rule, Unit};

use crate::given::Read;

/// The routes of this build.
pub(crate) const FILE: &str = include_str!("../../data/routes.toml");

static SHIPPED: LazyLock<Routes> = LazyLock::new(|| Routes::parse(FILE).unwrap_or_default());

/// A route chosen for a registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// The kind of unit that is responsible: `village_mediation`, `court`.
    pub unit: String,
}

/// The routes that fit, the chosen one first.
pub fn choose<'a>(routes: &'a Routes, read: &Read<'_>, flags: &BTreeSet<Flag>) -> Vec<Choice<'a>> {
    let fits = routes.iter().filter(|rule| rule.fits(read, flags));
    fits.map(|rule| Choice { rule, unit: unit(&rule.unit, read) }).collect()
}

impl Routes {
    /// The routes of this build.
    pub fn shipped() -> &'static Routes {
        &SHIPPED
    }
}

/// The kind of unit that a rule means for this registration.
fn unit(unit: &Unit, read: &Read<'_>) -> String {
    let given = read.given;
    match unit {
        Unit::Named(name) => name.clone(),
        Unit::Received => received(read),
        Unit::Grassroots => grassroots(read).to_owned(),
        Unit::Town => "town_mediation".to_owned(),
        Unit::Matter => matter(read).unwrap_or_else(|| received(read)),
        Unit::ReceivedOr(name) => {
            if given.received_by.is_empty() || is_centre(given.received_by) {
                name.clone()
            } else {
                received(read)
            }
        }
    }
}

/// The department whose matter it is: named by the other party, else by the words.
fn matter(read: &Read<'_>) -> Option<String> {
    let cues = crate::cue::Cues::shipped();
    let by_party =
        read.given.parties.iter().filter(|party| crate::given::is_authority(party.name)).find_map(
            |party| {
                let hits = cues.find(&crate::text::clean(party.name));
                hits.units().first().cloned()
            },
        );
    by_party.or_else(|| read.hits.units().first().cloned())
}

fn is_centre(received_by: &str) -> bool {
    matches!(received_by, "county_zz" | "town_zz" | "village_zz" | "village_grid" | "community")
}

/// The unit that received it, as a unit that can carry it.
fn received(read: &Read<'_>) -> String {
    match read.given.received_by {
        "village_zz" | "village_grid" | "community" | "grid" => grassroots(read).to_owned(),
        "" => "county_zz".to_owned(),
        "hospital" => "medical_mediation_committee".to_owned(),
        "school" => "school_mediation".to_owned(),
        other => other.to_owned(),
    }
}

fn grassroots(read: &Read<'_>) -> &'static str {
    if read.in_community() { "community_committee" } else { "village_mediation" }
}

/// Tracks that a rule may name beside its own.
pub fn is_mediation(track: TrackKind) -> bool {
    matches!(
        track,
        TrackKind::PeopleMediation
            | TrackKind::PeopleMediationTown
            | TrackKind::AdministrativeMediation
            | TrackKind::PoliceMediation
            | TrackKind::IndustryMediation
            | TrackKind::ThirdPartyFinancialMediation
            | TrackKind::LabourMediation
            | TrackKind::LawyerMediation
            | TrackKind::InvitedMediation
            | TrackKind::JointMediation
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_routes_are_read_and_the_last_fits_everything() {
        assert!(Routes::parse(FILE).unwrap().iter().count() > 80);
    }
}
