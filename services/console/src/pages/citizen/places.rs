//! The places of the county, town by town, as a list that needs no script.

use jiefen_vocab::{Agency, Region, RegionLevel, Regions};

/// A place that can be chosen.
pub(super) struct Village {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) chosen: bool,
}

/// A town with its villages.
pub(super) struct Town {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) chosen: bool,
    pub(super) villages: Vec<Village>,
}

/// The towns of the unit's county, its own first.
pub(super) fn towns(agency: Agency, chosen: &str) -> Vec<Town> {
    let regions = Regions::shipped();
    let county = county(agency);
    let mut towns: Vec<Region> =
        regions.within(county, RegionLevel::Town).map(|(town, _)| town).collect();
    towns.sort_by_key(|town| (!town.contains(agency.region), *town));
    let name = |region| regions.name(region).unwrap_or_default().to_owned();
    let village = |(region, name): (Region, &str)| {
        let code = region.to_string();
        Village { chosen: code == chosen, name: name.to_owned(), code }
    };
    let town = |town: Region| {
        let code = town.to_string();
        let villages = regions.within(town, RegionLevel::Village).map(village).collect();
        Town { chosen: code == chosen, name: name(town), code, villages }
    };
    towns.into_iter().map(town).collect()
}

/// The name of a place in the unit's county; none: it is not there.
pub(super) fn named(agency: Agency, code: &str) -> Option<String> {
    let place: Region = code.parse().ok()?;
    let inside = county(agency).contains(place);
    Regions::shipped().full_name(place).filter(|_| inside)
}

fn county(agency: Agency) -> Region {
    agency.region.county().unwrap_or(agency.region)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_town_comes_first_and_places_elsewhere_are_none() {
        let agency: Agency = "640122101.centre".parse().unwrap();
        let towns = towns(agency, "640122101203");
        assert_eq!(towns[0].name, "金贵镇");
        assert_eq!(towns.len(), 10);
        assert!(towns[0].villages.iter().any(|village| village.chosen));
        assert!(towns[1..].iter().flat_map(|town| &town.villages).all(|village| !village.chosen));
        assert!(named(agency, "640122101203").is_some_and(|name| name.starts_with("贺兰县金贵镇")));
        for elsewhere in ["640121", "x", "", "640122999"] {
            assert_eq!(named(agency, elsewhere), None, "{elsewhere}");
        }
    }
}
