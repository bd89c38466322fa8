//! Names of regions by code. Names repeat within one county; only the code tells two places apart.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::{Region, RegionLevel};

const SHIPPED: &str = include_str!("../data/regions.csv");

static REGIONS: LazyLock<Regions> = LazyLock::new(|| Regions::parse(SHIPPED).unwrap_or_default());

/// Regions and their names.
#[derive(Debug, Clone, Default)]
pub struct Regions(BTreeMap<Region, String>);

/// A line that is no region.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "区划表第{line}行“{text}”有误，应为“代码,名称” / line {line} of the regions: write code,name"
)]
pub struct BadRegion {
    /// The line, from 1.
    pub line: usize,
    /// The text.
    pub text: String,
}

impl Regions {
    /// The regions that are shipped: the county with its towns and villages, its neighbours, and what
    /// is above them.
    pub fn shipped() -> &'static Regions {
        &REGIONS
    }

    /// Reads lines `code,name`; a line that begins with `#` is a remark.
    ///
    /// # Errors
    /// The first line that is neither.
    pub fn parse(text: &str) -> Result<Regions, BadRegion> {
        let mut regions = BTreeMap::new();
        for (at, line) in text.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let bad = || BadRegion { line: at + 1, text: line.chars().take(40).collect() };
            let (code, name) = line.split_once(',').ok_or_else(bad)?;
            let region: Region = code.parse().map_err(|_| bad())?;
            if name.is_empty() || regions.insert(region, name.to_owned()).is_some() {
                return Err(bad());
            }
        }
        Ok(Regions(regions))
    }

    /// The region's own name: `金贵镇`.
    pub fn name(&self, region: Region) -> Option<&str> {
        self.0.get(&region).map(String::as_str)
    }

    /// False for a place that cannot be: in a county that the table has whole every place is named; of the
    /// others the table has the county.
    pub fn may_be(&self, place: Region) -> bool {
        let Some(county) = place.county() else { return self.name(place).is_some() };
        let whole = self.within(county, RegionLevel::Town).next().is_some();
        self.name(if whole { place } else { county }).is_some()
    }

    /// The name with all above it, from the county down: `贺兰县金贵镇银光村`.
    pub fn full_name(&self, region: Region) -> Option<String> {
        let own = self.name(region)?;
        let above = region
            .parent()
            .filter(|_| matches!(region.level(), RegionLevel::Village | RegionLevel::Town));
        let above = above.and_then(|parent| self.full_name(parent)).unwrap_or_default();
        Some(format!("{above}{own}"))
    }

    /// Every region of this level within another, by code.
    pub fn within(
        &self,
        outer: Region,
        level: RegionLevel,
    ) -> impl Iterator<Item = (Region, &str)> {
        self.0
            .iter()
            .filter(move |(region, _)| region.level() == level && outer.contains(**region))
            .map(|(region, name)| (*region, name.as_str()))
    }

    /// Every region of exactly this name: names repeat.
    pub fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = Region> + 'a {
        self.0.iter().filter(move |(_, own)| *own == name).map(|(region, _)| *region)
    }

    /// Every region with its name, by code.
    pub fn iter(&self) -> impl Iterator<Item = (Region, &str)> {
        self.0.iter().map(|(region, name)| (*region, name.as_str()))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(text: &str) -> Region {
        text.parse().unwrap()
    }

    #[test]
    fn the_shipped_regions_are_whole() {
        let regions = Regions::parse(SHIPPED).unwrap();
        let helan = region("640122");
        assert_eq!(regions.name(helan), Some("贺兰县"));
        assert_eq!(regions.within(helan, RegionLevel::Town).count(), 10);
        assert_eq!(regions.within(helan, RegionLevel::Village).count(), 89);
        assert_eq!(regions.full_name(region("640122100206")).unwrap(), "贺兰县习岗镇和平村");
        for (place, there) in [
            ("640122100206", true),
            ("640122100999", false),
            ("640122999", false),
            ("640105001001", true),
            ("640199", false),
            ("640000", true),
        ] {
            assert_eq!(regions.may_be(region(place)), there, "{place}");
        }
        // Every region but a province has its parent in the table.
        for place in regions.0.keys() {
            assert!(place.parent().is_none_or(|parent| regions.name(parent).is_some()), "{place}");
        }
    }

    #[test]
    fn names_repeat_and_codes_do_not() {
        let text =
            "640122,贺兰县\n640122100,习岗镇\n640122100206,和平\n640122001,街\n640122001015,和平";
        assert_eq!(Regions::parse(text).unwrap().named("和平").count(), 2);
        assert!(Regions::parse("640122,贺兰县\n640122000000,又一次").is_err());
        assert_eq!(Regions::parse("x").unwrap_err().line, 1);
    }
}
