//! A place from what clerks write: a code, or names from the county down, with or without their endings.
//! Names repeat; an ambiguous one needs its town.

use jiefen_vocab::{Region, RegionLevel, Regions};

use crate::names::plain;
use crate::problem::{Problem, clip};

/// The kinds of places by their last word, and how else it is written, the longest first.
const ENDINGS: [(&str, &[&str]); 6] = [
    ("村", &["村民委员会", "村委会", "村"]),
    ("社区", &["社区居民委员会", "社区居委会", "居民委员会", "居委会", "社区"]),
    ("街道", &["街道办事处", "街道办", "街道"]),
    ("镇", &["镇人民政府", "镇政府", "镇"]),
    ("乡", &["乡人民政府", "乡政府", "乡"]),
    ("农牧场", &["农牧场"]),
];
/// Said of a place that the county has not.
const VILLAGE_WORDS: [&str; 3] = ["村", "社区", "居委会"];

/// The place that these words name.
///
/// # Errors
/// None, or several: the problem names the candidates.
pub fn find(text: &str) -> Result<Region, Problem> {
    let regions = Regions::shipped();
    let text: String =
        plain(text).chars().filter(|letter| !",，、.。-—·".contains(*letter)).collect();
    if text.is_empty() {
        let right = "请填写12位区划代码，或者乡镇和村（社区）的名称";
        return Err(Problem::new("PLACE_MISSING", "没有填写发生地", right, "the place is missing"));
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return by_code(&text, regions);
    }
    by_name(&text, regions)
}

fn by_code(text: &str, regions: &Regions) -> Result<Region, Problem> {
    let wrong = |zh: String| {
        let right = "请填写统计用区划代码：县6位、乡镇9位、村（社区）12位，如 640122101203";
        Problem::new("PLACE_CODE", zh, right, "no such region code")
    };
    let place: Region =
        text.parse().map_err(|_| wrong(format!("「{}」不是区划代码", clip(text))))?;
    if regions.may_be(place) {
        Ok(place)
    } else {
        Err(wrong(format!("区划目录中没有代码 {place}")))
    }
}

fn by_name(text: &str, regions: &Regions) -> Result<Region, Problem> {
    let (above, rest) = outside(text, regions);
    let county = above.filter(|region| region.level() == RegionLevel::County);
    let within = |outer: Option<Region>, level: RegionLevel| {
        let all = move |region: &Region| {
            region.level() == level && outer.is_none_or(|outer| outer.contains(*region))
        };
        regions.iter().filter(move |(region, _)| all(region))
    };
    let towns = longest(rest, within(county, RegionLevel::Town));
    let (towns, rest) = towns.map_or((vec![], rest), |(found, rest)| (found, rest));
    let scope = towns.first().copied().or(county);
    if towns.len() > 1 {
        return Err(ambiguous(text, &towns, regions));
    }
    if let Some((villages, _)) = longest(rest, within(scope, RegionLevel::Village)) {
        return match villages.as_slice() {
            [village] => Ok(*village),
            several => Err(ambiguous(text, several, regions)),
        };
    }
    let names_a_village = VILLAGE_WORDS.iter().any(|word| rest.contains(word));
    let whole =
        county.is_none_or(|county| within(Some(county), RegionLevel::Town).next().is_some());
    match scope {
        Some(place) if !names_a_village || !whole => Ok(place),
        Some(_) | None => Err(unknown(text, rest, scope, regions)),
    }
}

/// Takes the names of province, city and county from the front.
fn outside<'a>(text: &'a str, regions: &Regions) -> (Option<Region>, &'a str) {
    let (mut above, mut rest) = (None, text);
    for level in [RegionLevel::Province, RegionLevel::City, RegionLevel::County] {
        let all = regions.iter().filter(|(region, _)| region.level() == level);
        let mut best: Option<(Region, &str)> = None;
        for (region, name) in all {
            let short = name.trim_end_matches(['省', '市', '县', '区']);
            let short = short.trim_end_matches("回族自治").trim_end_matches("自治");
            for form in [name, short].into_iter().filter(|form| form.chars().count() > 1) {
                let Some(left) = rest.strip_prefix(form) else { continue };
                if best.is_none_or(|(_, known)| left.len() < known.len()) {
                    best = Some((region, left));
                }
            }
        }
        if let Some((region, left)) = best {
            (above, rest) = (Some(region), left);
        }
    }
    (above, rest)
}

/// A name without its last word, and how that may be written.
fn stem(name: &str) -> (&str, &'static [&'static str]) {
    let cut = |(ending, forms): &(&str, &'static [&'static str])| {
        let stem = name.strip_suffix(ending).filter(|stem| stem.chars().count() > 1)?;
        Some((stem, *forms))
    };
    ENDINGS.iter().find_map(cut).unwrap_or((name, &[]))
}

/// The regions whose name stands at the front, the longest first, and what stands behind it. A name with its
/// last word wins over one without.
fn longest<'t, 'r>(
    text: &'t str,
    regions: impl Iterator<Item = (Region, &'r str)>,
) -> Option<(Vec<Region>, &'t str)> {
    let mut best: Option<(usize, Vec<Region>, &str)> = None;
    for (region, name) in regions {
        let (stem, forms) = stem(name);
        let Some(rest) = text.strip_prefix(stem) else { continue };
        let rest = forms.iter().find_map(|form| rest.strip_prefix(form)).unwrap_or(rest);
        let length = text.len() - rest.len();
        match &mut best {
            Some((known, found, _)) if *known == length => found.push(region),
            Some((known, _, _)) if *known > length => {}
            Some(_) | None => best = Some((length, vec![region], rest)),
        }
    }
    best.map(|(_, found, rest)| (found, rest))
}

fn named(places: &[Region], regions: &Regions) -> String {
    let one =
        |place: &Region| format!("{}（{place}）", regions.full_name(*place).unwrap_or_default());
    places.iter().map(one).collect::<Vec<_>>().join("、")
}

fn ambiguous(text: &str, places: &[Region], regions: &Regions) -> Problem {
    let zh = format!("「{}」有{}处：{}", clip(text), places.len(), named(places, regions));
    let right = "请写明所属乡镇（街道），或者填写12位区划代码";
    Problem::new("PLACE_AMBIGUOUS", zh, right, "several places have this name: add the town")
}

fn unknown(text: &str, rest: &str, scope: Option<Region>, regions: &Regions) -> Problem {
    let (asked, _) = stem(if rest.is_empty() { text } else { rest });
    let mut near: Vec<(f64, Region)> = regions
        .iter()
        .filter(|(region, _)| matches!(region.level(), RegionLevel::Village | RegionLevel::Town))
        .filter(|(region, _)| scope.is_none_or(|scope| scope.contains(*region)))
        .map(|(region, name)| (strsim::normalized_levenshtein(stem(name).0, asked), region))
        .filter(|(score, _)| *score >= 0.5)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    let near: Vec<Region> = near.into_iter().take(3).map(|(_, region)| region).collect();
    let right = if near.is_empty() {
        "请写明乡镇和村（社区），或者填写12位区划代码".to_owned()
    } else {
        format!("是否指{}？请改写", named(&near, regions))
    };
    let zh = format!("区划目录中没有「{}」", clip(text));
    Problem::new("PLACE_UNKNOWN", zh, right, "no such place in the county")
}
