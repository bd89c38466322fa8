//! The disputes of a demonstration: what people said at the counter, and what the played staff decide.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use jiefen_vocab::{Agency, Moment, Region, RegionLevel};
use jiff::civil::Date;
use serde::Deserialize;

/// The disputes that ship with the program.
const SHIPPED: &str = include_str!("../../data/disputes.json");

/// A file of disputes.
#[derive(Debug, Deserialize)]
struct File {
    cases: Vec<Raw>,
}

#[derive(Debug, Deserialize)]
struct Raw {
    id: String,
    registered_at: String,
    channel: String,
    #[serde(default)]
    received_by: String,
    location: String,
    #[serde(default)]
    other_location: Option<String>,
    text: String,
    #[serde(default)]
    parties: Vec<RawParty>,
    #[serde(default)]
    amount_yuan: Option<f64>,
    #[serde(default)]
    people_involved: Option<u32>,
    #[serde(default)]
    decision: Option<RawDecision>,
    #[serde(default)]
    expected: Option<RawExpected>,
}

#[derive(Debug, Deserialize)]
struct RawParty {
    name: String,
    role: String,
    kind: String,
    #[serde(default)]
    minor: bool,
}

#[derive(Debug, Deserialize)]
struct RawDecision {
    r#type: String,
    responsible: String,
    track: String,
    #[serde(default)]
    cooperating: Vec<String>,
    #[serde(default)]
    flags: Vec<String>,
    #[serde(default)]
    duplicate_of: Option<String>,
    #[serde(default)]
    ending: Option<String>,
}

#[derive(Debug, Deserialize)]
struct RawExpected {
    r#type: String,
    responsible: String,
    track: String,
    #[serde(default)]
    cooperating: Vec<String>,
    #[serde(default)]
    flags: BTreeMap<String, Option<bool>>,
    #[serde(default)]
    duplicate_of: Option<String>,
}

/// A party of a dispute.
#[derive(Debug, Clone)]
pub struct Party {
    /// Its name.
    pub name: String,
    /// applicant, respondent, third.
    pub role: String,
    /// person, org.
    pub kind: String,
    /// Under 18.
    pub minor: bool,
}

/// One dispute and the decisions of the played staff.
#[derive(Debug, Clone)]
pub struct Case {
    /// Its id in the file.
    pub id: String,
    /// When it was registered.
    pub at: Moment,
    /// Where it came in.
    pub channel: String,
    /// Where it arose.
    pub place: Region,
    /// The other region, when it crosses a boundary.
    pub other_place: Option<Region>,
    /// What was said.
    pub text: String,
    /// The parties.
    pub parties: Vec<Party>,
    /// The amount in fen.
    pub amount_fen: Option<i64>,
    /// How many people are involved.
    pub people: u32,
    /// The centre whose counter takes it.
    pub counter: Agency,
    /// The kind, as the clerk sorts it.
    pub kind: String,
    /// The unit that shall handle it.
    pub responsible: Agency,
    /// The route.
    pub track: String,
    /// Units with tasks.
    pub co_units: Vec<Agency>,
    /// What needs special care.
    pub flags: Vec<String>,
    /// The earlier dispute that it repeats, by its id in the file.
    pub duplicate_of: Option<String>,
    /// How the played staff end it: `stands` leaves it with the responsible unit.
    pub ending: String,
}

/// How the played staff can end a dispute.
const ENDINGS: [&str; 8] = [
    "agreed_oral",
    "agreed_written",
    "failed",
    "final_award",
    "opinion",
    "upheld",
    "entrusted_settled",
    "stands",
];

impl Case {
    /// To whom the court entrusts the filed case: the first of the co-units, else the county's centre of
    /// people's mediation. None: the dispute does not end that way.
    pub fn entrusted(&self) -> Option<Agency> {
        if self.ending != "entrusted_settled" {
            return None;
        }
        let county = || format!("{}.county_mediation_center", self.place.county()?).parse().ok();
        self.co_units.first().copied().or_else(county)
    }

    /// The day it was registered.
    pub fn day(&self) -> Date {
        self.at.day()
    }

    /// True when the dispute crosses the county's boundary.
    pub fn crosses(&self) -> bool {
        self.flags.iter().any(|flag| flag == "cross_region") && self.other_place.is_some()
    }

    /// True when the counter must first learn more.
    pub fn lacks_information(&self) -> bool {
        self.track == "none_until_information"
    }
}

/// The disputes of a file, or those that ship with the program.
///
/// # Errors
/// The file cannot be read, or a dispute in it is wrong; the error names it and the field.
pub fn load(file: Option<&Path>) -> Result<Vec<Case>> {
    let text = match file {
        None => SHIPPED.to_owned(),
        Some(path) => std::fs::read_to_string(path)
            .with_context(|| format!("读取 {} (reading the disputes)", path.display()))?,
    };
    let file: File =
        serde_json::from_str(&text).context("纠纷文件格式有误 (the file of disputes)")?;
    file.cases
        .into_iter()
        .map(|raw| {
            let id = raw.id.clone();
            read(raw).with_context(|| format!("纠纷 {id} (dispute {id})"))
        })
        .collect()
}

fn read(raw: Raw) -> Result<Case> {
    let place: Region = raw.location.parse().context("location")?;
    let other_place =
        raw.other_location.as_deref().map(str::parse).transpose().context("other_location")?;
    let local: jiff::Timestamp = raw.registered_at.parse().context("registered_at")?;
    let decision = match (raw.decision, raw.expected) {
        (Some(decision), _) => decision,
        (None, Some(expected)) => from_expected(expected),
        (None, None) => bail!("缺少 decision (the decisions of the played staff are missing)"),
    };
    let ending = match &decision.ending {
        Some(ending) => ending.clone(),
        None => usual_ending(&decision.track, &decision.responsible).to_owned(),
    };
    if !ENDINGS.contains(&ending.as_str()) {
        bail!("ending：没有“{ending}”，可用 {ENDINGS:?} (no such ending)");
    }
    let agency = |code: &str| agency(code, place).with_context(|| format!("unit {code}"));
    let co_units: Result<Vec<Agency>> =
        decision.cooperating.iter().map(|code| agency(code)).collect();
    let responsible = agency(&decision.responsible)?;
    let parties = raw.parties.into_iter().map(|party| Party {
        name: party.name,
        role: party.role,
        kind: party.kind,
        minor: party.minor,
    });
    Ok(Case {
        counter: counter(&raw.channel, &raw.received_by, place)?,
        id: raw.id,
        at: Moment(local.as_microsecond()),
        channel: raw.channel,
        place,
        other_place,
        text: raw.text,
        parties: parties.collect(),
        amount_fen: raw.amount_yuan.map(|yuan| (yuan * 100.0).round() as i64),
        people: raw.people_involved.unwrap_or(1).max(1),
        kind: decision.r#type,
        co_units: co_units?.into_iter().filter(|unit| *unit != responsible).collect(),
        responsible,
        track: decision.track,
        flags: decision.flags,
        duplicate_of: decision.duplicate_of,
        ending,
    })
}

fn from_expected(expected: RawExpected) -> RawDecision {
    let fires = |(flag, value): (String, Option<bool>)| (value == Some(true)).then_some(flag);
    RawDecision {
        r#type: expected.r#type,
        responsible: expected.responsible,
        track: expected.track,
        cooperating: expected.cooperating,
        flags: expected.flags.into_iter().filter_map(fires).collect(),
        duplicate_of: expected.duplicate_of,
        ending: None,
    }
}

/// How a dispute usually ends on a route whose whole procedure the county's nodes serve; on the others it
/// stands with the responsible unit.
fn usual_ending(track: &str, responsible: &str) -> &'static str {
    match track {
        "people_mediation" | "people_mediation_town" => "agreed_written",
        "labour_arbitration" => "final_award",
        "petition" => "opinion",
        "administrative_reconsideration" => "upheld",
        "court_entrusted_mediation_in_litigation" if responsible == "court" => "entrusted_settled",
        _ => "stands",
    }
}

/// The agency behind a code of the county's list, by the place of the dispute.
fn agency(code: &str, place: Region) -> Result<Agency> {
    let county = place.county().context("the place lies in no county")?;
    let town = match place.level() {
        RegionLevel::Village => place.parent().unwrap_or(place),
        RegionLevel::Town | RegionLevel::County | RegionLevel::City | RegionLevel::Province => {
            place
        }
    };
    let (region, code) = match code {
        "village_mediation"
        | "community_committee"
        | "school_mediation"
        | "enterprise_mediation" => (place, code),
        "town_mediation" | "town_land_mediation" | "town_gov" | "subdistrict" => (town, code),
        "town_zz" => (town, "centre"),
        "county_zz" => (county, "centre"),
        "reconsideration_body" => (county, "county_government_reconsideration"),
        _ => (county, code),
    };
    Ok(format!("{region}.{code}").parse()?)
}

/// The counter that takes a dispute: the township's for what comes from grid, village or township, the
/// county's for the rest.
fn counter(channel: &str, received_by: &str, place: Region) -> Result<Agency> {
    let low = ["grid", "zz_village", "zz_town", "school"].contains(&channel)
        || ["village_zz", "village_grid", "town_zz", "community"].contains(&received_by);
    let code = if low && place.level() <= RegionLevel::Town { "town_zz" } else { "county_zz" };
    agency(code, place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_disputes_read() {
        let cases = load(None).unwrap();
        assert_eq!(cases.len(), 24);
        let first = &cases[0];
        assert_eq!(first.counter.to_string(), "640122102.centre");
        assert_eq!(first.responsible.to_string(), "640122102200.village_mediation");
        assert_eq!(first.day(), jiff::civil::date(2026, 3, 11));
    }

    #[test]
    fn a_wrong_dispute_is_named() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("cases.json");
        let text = r#"{"cases":[{"id":"X-1","registered_at":"2026-03-11T09:00:00+08:00","channel":"grid","location":"64O122","text":"x"}]}"#;
        std::fs::write(&file, text).unwrap();
        let error = format!("{:#}", load(Some(&file)).unwrap_err());
        assert!(error.contains("X-1") && error.contains("location"), "{error}");
    }
}
