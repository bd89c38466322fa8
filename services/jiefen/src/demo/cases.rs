//! The disputes of a demonstration: what people said at the counter, and what the played staff decide.

mod ending;
mod unused;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use jiefen_vocab::{
    Agency, Channel, DisputeKind, Flag, Moment, PartyKind, PartyRole, Region, RegionLevel, Regions,
    TrackKind,
};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;

pub use ending::Ending;
use ending::{handed_over, usual};

use crate::verbs::text;

/// The disputes that ship with the program.
const SHIPPED: &str = include_str!("../../data/disputes.json");

/// A file of disputes.
#[derive(Debug, Deserialize)]
struct File {
    cases: Vec<Value>,
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

#[derive(Debug, Default, Deserialize)]
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
    #[serde(default)]
    then: Option<RawThen>,
}

#[derive(Debug, Deserialize)]
struct RawThen {
    responsible: String,
    track: String,
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
    /// The unit that shall handle it; the counter itself when nobody has sorted it yet.
    pub responsible: Agency,
    /// The route.
    pub track: String,
    /// Units with tasks.
    pub co_units: Vec<Agency>,
    /// What needs special care.
    pub flags: Vec<String>,
    /// The earlier dispute that it repeats, by its id in the file.
    pub duplicate_of: Option<String>,
    /// How the played staff end it.
    pub ending: Ending,
    /// The same dispute on the route that it goes afterwards, when it is still unresolved.
    pub then: Option<Box<Case>>,
}

impl Case {
    /// To whom the court entrusts the filed case: the first of the co-units, else the county's centre of
    /// people's mediation. None: the dispute does not end that way.
    pub fn entrusted(&self) -> Option<Agency> {
        if self.ending != Ending::EntrustedSettled {
            return None;
        }
        let county = || format!("{}.county_mediation_center", self.place.county()?).parse().ok();
        self.co_units.first().copied().or_else(county)
    }

    /// The court of the place's county.
    ///
    /// # Errors
    /// The place lies in no county.
    pub fn court(&self) -> Result<Agency> {
        agency("court", self.place)
    }

    /// The day it was registered.
    pub fn day(&self) -> Date {
        self.at.day()
    }

    /// How many parties there are; they are numbered from 1.
    pub fn numbered(&self) -> u32 {
        u32::try_from(self.parties.len()).unwrap_or(u32::MAX)
    }

    /// The numbers of the applicants, and of everybody else but third parties.
    pub fn sides(&self) -> (Vec<u32>, Vec<u32>) {
        let of = |role: &str| {
            let numbered = (1..).zip(&self.parties).filter(|(_, party)| party.role == role);
            numbered.map(|(no, _)| no).collect()
        };
        (of("applicant"), of("respondent"))
    }

    /// The centre to which a dispute goes that crosses a boundary: of the lowest region that contains both
    /// places, when they do not both lie in the region of the one that has it.
    pub fn superior_centre(&self) -> Option<Agency> {
        let crosses = self.flags.iter().any(|flag| flag == "cross_region");
        let common = self.place.lowest_common(self.other_place.filter(|_| crosses)?)?;
        let centre: Agency = format!("{common}.centre").parse().ok()?;
        let within = self.counter.region.lowest_common(common) == Some(self.counter.region);
        (!within).then_some(centre)
    }

    /// True when several units have it and one of them leads.
    pub fn is_led(&self) -> bool {
        !self.co_units.is_empty() && self.flags.iter().any(|flag| flag == "lead_department")
    }

    /// True when the counter must first learn more.
    pub fn lacks_information(&self) -> bool {
        self.track == TrackKind::NoneUntilInformation.code()
    }
}

/// A dispute of a file: readable, or what is wrong with it.
#[derive(Debug)]
pub struct Listed {
    /// Its id in the file.
    pub id: String,
    /// What it says.
    pub case: Result<Case>,
    /// The fields that nobody reads.
    pub unused: Vec<String>,
}

/// The disputes of a file, or those that ship with the program. One that is wrong does not keep out the
/// others.
///
/// # Errors
/// The file cannot be read, or is no list of disputes.
pub fn load(file: Option<&Path>) -> Result<Vec<Listed>> {
    let text = match file {
        None => SHIPPED.to_owned(),
        Some(path) => text::read(path, "reading the disputes")?,
    };
    let file: File = serde_json::from_str(&text)
        .context("纠纷文件格式有误，应为 {\"cases\": [...]} (the file of disputes)")?;
    let mut listed: Vec<Listed> = Vec::with_capacity(file.cases.len());
    for (n, value) in (1..).zip(file.cases) {
        let id = value["id"].as_str().map(str::trim).unwrap_or_default().to_owned();
        let id = if id.is_empty() { format!("#{n}") } else { id };
        let unused = unused::unused(&value);
        let twice = listed.iter().any(|other| other.id == id);
        let case = if twice {
            Err(anyhow::anyhow!("id：编号重复 (the id stands twice)"))
        } else {
            serde_json::from_value(value).context("字段有误 (a wrong field)").and_then(read)
        };
        listed.push(Listed { id, case, unused });
    }
    Ok(listed)
}

fn read(raw: Raw) -> Result<Case> {
    let place = place(&raw.location).context("location")?;
    let other = raw.other_location.as_deref().filter(|other| !other.trim().is_empty());
    let other_place = other.map(self::place).transpose().context("other_location")?;
    let counter = counter(&raw.channel, &raw.received_by, place)?;
    let decision = match (raw.decision, raw.expected) {
        (Some(decision), _) => decision,
        (None, Some(expected)) => from_expected(expected),
        (None, None) => unsorted(counter),
    };
    known::<Channel>("channel", &raw.channel)?;
    known::<DisputeKind>("type", &decision.r#type)?;
    known::<TrackKind>("track", &decision.track)?;
    for flag in &decision.flags {
        known::<Flag>("flags", flag)?;
    }
    if raw.text.trim().is_empty() {
        bail!("text：没有内容 (empty)");
    }
    let agency = |code: &str| agency(code, place).with_context(|| format!("unit {code}"));
    let co_units: Result<Vec<Agency>> =
        decision.cooperating.iter().map(|code| agency(code)).collect();
    let responsible = agency(&decision.responsible)?;
    let mut case = Case {
        counter,
        id: raw.id,
        at: moment(&raw.registered_at).context("registered_at")?,
        channel: raw.channel,
        place,
        other_place,
        text: raw.text,
        parties: raw.parties.into_iter().map(party).collect::<Result<_>>()?,
        amount_fen: raw.amount_yuan.map(fen).transpose()?,
        people: raw.people_involved.unwrap_or(1).max(1),
        kind: decision.r#type,
        co_units: co_units?.into_iter().filter(|unit| *unit != responsible).collect(),
        responsible,
        track: decision.track,
        flags: decision.flags,
        duplicate_of: decision.duplicate_of,
        ending: Ending::Stands,
        then: None,
    };
    if case.parties.is_empty() {
        case.parties.push(unnamed());
    }
    // The played staff number the parties from those who ask for something.
    case.parties.sort_by_key(|party| party.role != "applicant");
    case.ending = match &decision.ending {
        Some(ending) => Ending::read(ending, responsible)?,
        None => usual(&case),
    };
    case.track = handed_over(&case);
    case.then = decision.then.map(|then| next(&case, then).context("then")).transpose()?;
    Ok(case)
}

/// The same dispute on its next route.
fn next(case: &Case, then: RawThen) -> Result<Box<Case>> {
    if !case.ending.leaves_open() {
        bail!("只有调解不成或者导入其他法定途径的纠纷才有下一途径 (nothing follows this ending)");
    }
    known::<TrackKind>("track", &then.track)?;
    let responsible = agency(&then.responsible, case.place)
        .with_context(|| format!("unit {}", then.responsible))?;
    if responsible == case.counter {
        bail!("responsible：下一途径应当由另一单位承办 (must be another unit)");
    }
    let (track, co_units) = (then.track, vec![]);
    let mut next = Case { responsible, track, co_units, ..case.clone() };
    next.ending = match &then.ending {
        Some(ending) => Ending::read(ending, responsible)?,
        None => usual(&next),
    };
    next.track = handed_over(&next);
    Ok(Box::new(next))
}

/// A place that can be.
fn place(text: &str) -> Result<Region> {
    let place: Region = text.trim().parse()?;
    if !Regions::shipped().may_be(place) {
        bail!("没有区划代码“{place}”，请核对统计用区划代码 (no such place)");
    }
    Ok(place)
}

/// A code of a closed list.
fn known<T: std::str::FromStr>(field: &str, code: &str) -> Result<()> {
    if code.parse::<T>().is_err() {
        bail!("{field}：代码表中没有“{code}” (not in the code list)");
    }
    Ok(())
}

/// A code of a list that is known as it is stored.
fn stored<T: serde::de::DeserializeOwned>(field: &str, code: &str) -> Result<()> {
    if serde_json::from_value::<T>(code.into()).is_err() {
        bail!("{field}：代码表中没有“{code}” (not in the code list)");
    }
    Ok(())
}

/// A moment with its offset, or local time without one.
fn moment(text: &str) -> Result<Moment> {
    let text = text.trim();
    if let Ok(moment) = text.parse::<jiff::Timestamp>() {
        return Ok(Moment(moment.as_microsecond()));
    }
    let local: jiff::civil::DateTime = text.parse().map_err(|_| {
        anyhow::anyhow!("“{text}”不是时间，应为 2026-03-11T09:00:00+08:00 (not a moment)")
    })?;
    Ok(Moment::from_local(local))
}

fn party(raw: RawParty) -> Result<Party> {
    stored::<PartyRole>("parties.role", &raw.role)?;
    stored::<PartyKind>("parties.kind", &raw.kind)?;
    if raw.name.trim().is_empty() {
        bail!("parties.name：没有姓名 (a party without a name)");
    }
    Ok(Party { name: raw.name, role: raw.role, kind: raw.kind, minor: raw.minor })
}

/// Somebody asked and left no name.
fn unnamed() -> Party {
    let (name, role, kind) = ("匿名".to_owned(), "applicant".to_owned(), "person".to_owned());
    Party { name, role, kind, minor: false }
}

/// The most that an amount can be: beyond it fen no longer fit.
const MOST_YUAN: f64 = 1e15;

fn fen(yuan: f64) -> Result<i64> {
    if !(0.0..=MOST_YUAN).contains(&yuan) {
        bail!("amount_yuan：金额应在0与{MOST_YUAN}之间 (out of range)");
    }
    Ok((yuan * 100.0).round() as i64)
}

/// Nobody has decided anything: the dispute is registered and waits at its counter to be sorted.
fn unsorted(counter: Agency) -> RawDecision {
    RawDecision {
        r#type: DisputeKind::Other.code().to_owned(),
        responsible: if counter.region.level() == RegionLevel::Town {
            "town_zz"
        } else {
            "county_zz"
        }
        .to_owned(),
        track: TrackKind::NoneUntilInformation.code().to_owned(),
        ..RawDecision::default()
    }
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
        then: None,
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
mod tests;
