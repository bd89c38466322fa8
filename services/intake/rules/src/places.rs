//! Finding a place while its name is typed: by characters, pinyin or initials, mixed, best first.

use std::sync::LazyLock;

use jiefen_triage::spell::pinyin;
use jiefen_triage::text::clean;
use jiefen_vocab::{Region, RegionLevel, Regions};

/// The most places suggested at once.
pub const MOST: usize = 20;
/// The longest query that is read, in characters: longer than any place with all above it.
const QUERY_MAX: usize = 40;

/// A place that fits what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its code.
    pub region: Region,
    /// Its own name.
    pub name: String,
    /// Its name with all above it, from the county down.
    pub full_name: String,
}

/// Places that can be found by what is typed.
#[derive(Debug)]
pub struct Places(Vec<Entry>);

/// A place as it is looked for.
#[derive(Debug)]
struct Entry {
    place: Place,
    own: Spelt,
    full: Spelt,
}

/// A name, each character with its sound.
type Spelt = Vec<(char, String)>;

static SHIPPED: LazyLock<Places> = LazyLock::new(|| Places::of(Regions::shipped()));

impl Places {
    /// The places of the regions that are shipped.
    pub fn shipped() -> &'static Places {
        &SHIPPED
    }

    /// The places of a list of regions.
    pub fn of(regions: &Regions) -> Places {
        let entry = |(region, name): (Region, &str)| {
            let full_name = regions.full_name(region).unwrap_or_else(|| name.to_owned());
            let (own, full) = (spelt(name), spelt(&full_name));
            Entry { place: Place { region, name: name.to_owned(), full_name }, own, full }
        };
        Places(regions.iter().map(entry).collect())
    }

    /// The places that fit, best first: what begins as typed, then what contains it; of those the higher
    /// region, then the shorter name.
    pub fn suggest(&self, query: &str, within: Option<Region>, most: usize) -> Vec<&Place> {
        let query: Vec<char> = clean(query).text.chars().filter(|c| !c.is_whitespace()).collect();
        if query.is_empty() || query.len() > QUERY_MAX {
            return Vec::new();
        }
        let inside =
            |entry: &&Entry| within.is_none_or(|within| within.contains(entry.place.region));
        let mut found: Vec<_> = self
            .0
            .iter()
            .filter(inside)
            .filter_map(|entry| Some((entry.rank(&query)?, &entry.place)))
            .collect();
        found.sort_by_key(|(rank, place)| {
            let region = place.region;
            (*rank, lowness(region.level()), place.name.chars().count(), region)
        });
        found.into_iter().take(most.min(MOST)).map(|(_, place)| place).collect()
    }
}

impl Entry {
    /// How well the query fits, 0 best; none: not at all.
    fn rank(&self, query: &[char]) -> Option<u8> {
        let code = self.place.region.to_string();
        let digits: String = query.iter().collect();
        if code == digits {
            return Some(0);
        }
        let whole = fits(&self.own, query) && self.own.len() == query.len();
        let ranks = [
            (1, whole),
            (2, fits(&self.own, query)),
            (3, query.len() >= 6 && code.starts_with(&digits)),
            (4, inside(&self.own, query)),
            (5, fits(&self.full, query)),
            (6, inside(&self.full, query)),
            (7, scattered(&self.full, query)),
        ];
        ranks.into_iter().find(|(_, is)| *is).map(|(rank, _)| rank)
    }
}

fn spelt(name: &str) -> Spelt {
    let sound = |c: char| (c, pinyin(c.encode_utf8(&mut [0; 4])));
    name.chars().flat_map(char::to_lowercase).map(sound).collect()
}

const fn lowness(level: RegionLevel) -> u8 {
    match level {
        RegionLevel::Province => 0,
        RegionLevel::City => 1,
        RegionLevel::County => 2,
        RegionLevel::Town => 3,
        RegionLevel::Village => 4,
    }
}

/// True when the name begins as typed, each character by itself, by its whole sound or by the beginning of
/// its sound.
fn fits(name: &[(char, String)], query: &[char]) -> bool {
    if query.is_empty() {
        return true;
    }
    let Some(((c, sound), rest)) = name.split_first() else { return false };
    let taken = |length: usize| fits(rest, query.get(length..).unwrap_or_default());
    if query.first() == Some(c) && taken(1) {
        return true;
    }
    let common = sound.chars().zip(query).take_while(|(s, q)| s == *q).count();
    (1..=common).rev().any(taken)
}

/// True when the name has the query anywhere in one piece.
fn inside(name: &[(char, String)], query: &[char]) -> bool {
    (1..name.len()).any(|from| name.get(from..).is_some_and(|rest| fits(rest, query)))
}

/// True when the name has the query in pieces of which each begins a character: `贺兰金贵` in 贺兰县金贵镇.
fn scattered(name: &[(char, String)], query: &[char]) -> bool {
    if query.is_empty() {
        return true;
    }
    let Some(((c, sound), rest)) = name.split_first() else { return false };
    let whole = |length: usize| query.get(length..).is_some_and(|left| scattered(rest, left));
    if query.first() == Some(c) && whole(1) {
        return true;
    }
    let length = sound.chars().count();
    let common = sound.chars().zip(query).take_while(|(s, q)| s == *q).count();
    let by_sound = length > 0 && common == length && whole(length);
    let by_initial = common >= 1 && whole(1);
    by_sound || by_initial || scattered(rest, query)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(query: &str, within: &str) -> Vec<String> {
        let within = (!within.is_empty()).then(|| within.parse().unwrap());
        let found = Places::shipped().suggest(query, within, MOST);
        found.into_iter().map(|place| place.full_name.clone()).collect()
    }

    #[test]
    fn a_place_is_found_however_it_is_typed() {
        for query in [
            "金贵",
            "jingui",
            "JG",
            "jg镇",
            "jin贵",
            "金gz",
            "金貴",
            "ｊｉｎｇｕｉ",
            "640122101",
            "贺兰金贵",
            "hljg",
        ] {
            let found = names(query, "640122");
            let first = found.first().map(String::as_str);
            assert_eq!(first, Some("贺兰县金贵镇"), "{query}: {found:?}");
        }
        assert_eq!(names("贺兰县", ""), names("helanxian", ""));
    }

    #[test]
    fn the_region_narrows_and_the_number_is_bounded() {
        assert!(names("h", "").len() <= MOST);
        assert_eq!(Places::shipped().suggest("村", None, 3).len(), 3);
        let town = names("村", "640122101");
        assert!(!town.is_empty() && town.iter().all(|name| name.starts_with("贺兰县金贵镇")));
    }

    #[test]
    fn what_begins_as_typed_comes_before_what_contains_it() {
        let found = names("贺兰", "");
        assert_eq!(found.first().map(String::as_str), Some("贺兰县"), "{found:?}");
    }

    #[test]
    fn nonsense_finds_nothing_and_takes_no_time() {
        for query in ["", "   ", "😡", "<b>", "%", "zzzzzz"] {
            assert_eq!(names(query, ""), Vec::<String>::new(), "{query}");
        }
        assert!(names(&"a".repeat(100_000), "").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn every_place_is_found_by_its_own_name(at in 0usize..100) {
            let place = &Places::shipped().0[at].place;
            let found = Places::shipped().suggest(&place.name, Some(place.region), MOST);
            proptest::prop_assert_eq!(found.first().map(|one| one.region), Some(place.region));
        }

        #[test]
        fn no_text_panics(query in ".{0,60}") {
            let _ = Places::shipped().suggest(&query, None, MOST);
        }
    }
}
