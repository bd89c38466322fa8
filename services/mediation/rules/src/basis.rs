//! Which law an agency's mediation stands on, by the day on which a paper is issued.

use jiefen_terms::Law;
use jiefen_vocab::{DisputeKind, Region};
use jiff::civil::{Date, date};

/// From this day agency mediation of environmental disputes stands on art. 1077 of the Ecology Code
/// (T-R-01). Papers issued before keep the older basis.
pub const ECOLOGY_CODE_FROM: Date = date(2026, 8, 15);

/// The basis that a paper issued on a day cites, Chinese.
pub fn cited(kind: DisputeKind, on: Date) -> &'static str {
    if kind != DisputeKind::Environment {
        return "实施方案五(二)2、六(三)4";
    }
    if on < ECOLOGY_CODE_FROM {
        "水污染防治法第97条等环境保护单行法"
    } else {
        "生态环境法典第1077条"
    }
}

/// The rule that applies at a place on a day: a rule of another place only there and while it is in
/// force; else the county's own limit.
pub fn rule_at<'a>(
    law: &Law,
    place: Region,
    on: Date,
    elsewhere: &'a str,
    own: &'a str,
) -> &'a str {
    let there = law.version_for(elsewhere, on, None).ok().and_then(|rule| rule.place.clone());
    let region: Option<Region> = there.and_then(|code| code.parse().ok());
    if region.is_some_and(|region| region.contains(place)) { elsewhere } else { own }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiefen_procedure::kit::day;

    /// S06 step 5: past acts keep the old basis, papers issued from 15 August 2026 cite the Code.
    #[test]
    fn the_ecology_code_is_cited_from_its_day() {
        let kind = DisputeKind::Environment;
        assert!(cited(kind, day("2026-08-14")).contains("水污染防治法"));
        assert!(cited(kind, day("2026-08-15")).contains("1077"));
        assert!(!cited(DisputeKind::Neighbour, day("2026-08-15")).contains("1077"));
    }

    #[test]
    fn the_rules_that_mediation_needs_are_whole_and_countable() {
        assert!(Law::shipped().faults().is_empty(), "{:?}", Law::shipped().faults());
        for rule in [
            "T-H-01.accept",
            "T-D-10.statement",
            "policy.agreement_signing",
            "policy.mediation_acceptance",
            "policy.rural_land_mediation",
            "policy.administrative_mediation.accept",
            "policy.administrative_mediation.pass",
            "policy.batch_model",
            "policy.batch_answer",
            "policy.village_talks",
            "policy.village_publicity",
            "policy.village_review",
        ] {
            let query = jiefen_terms::Query::new(rule, day("2026-09-14"));
            assert!(Law::shipped().due(&query).is_ok(), "{rule}");
        }
    }

    /// T-K-19 is the rule of one city: it applies there, from its day; elsewhere the county's limit does.
    #[test]
    fn a_rule_of_another_place_applies_only_there_and_from_its_day() {
        let at = |place: &str, on: &str| {
            let place = place.parse().unwrap();
            rule_at(Law::shipped(), place, day(on), "T-K-19.accept", "own")
        };
        assert_eq!(at("440305", "2022-05-01"), "T-K-19.accept");
        assert_eq!(at("440305", "2022-04-30"), "own");
        assert_eq!(at("640122", "2026-09-01"), "own");
    }
}
