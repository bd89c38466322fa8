//! The county as data: its units by the plan, read from `data/units.toml`, and the members of its bodies from
//! `data/bodies.toml`. Another county is other files.

mod bodies;

use std::collections::BTreeSet;

use jiefen_county::{Duty, Post, Profile, Register, UnitKind};
use jiefen_vocab::{Agency, AgencyCode, Region, RegionLevel, Regions};
use jiff::civil::Date;
use serde::Deserialize;

use crate::unit::{Command, State};

const SHIPPED: &str = include_str!("../data/units.toml");
const BODIES: &str = include_str!("../data/bodies.toml");

/// What is wrong with a county file: where, what, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("单位表{place}：{problem} / units, {place}: {problem_en}")]
pub struct CountyFault {
    /// The unit or line.
    pub place: String,
    /// What is wrong, Chinese.
    pub problem: String,
    /// What is wrong, English.
    pub problem_en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    source: String,
    valid_from: Date,
    #[serde(default)]
    unit: Vec<One>,
    #[serde(default)]
    each: Vec<Each>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    agency: Agency,
    kind: UnitKind,
    name: String,
    clauses: String,
    #[serde(default)]
    also: BTreeSet<String>,
    authority: Option<Agency>,
    served_by: Option<Agency>,
    #[serde(default)]
    posts: Vec<Post>,
    #[serde(default)]
    duties: Vec<Duty>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Each {
    level: RegionLevel,
    within: Region,
    code: AgencyCode,
    kind: UnitKind,
    name: String,
    clauses: String,
    #[serde(default)]
    also: BTreeSet<String>,
    authority: Option<String>,
    served_by: Option<String>,
    name_ends: Option<String>,
    name_ends_not: Option<String>,
    #[serde(default)]
    posts: Vec<Post>,
    #[serde(default)]
    duties: Vec<Duty>,
}

/// The commands that add every unit of the shipped county, on a day.
///
/// # Errors
/// Every fault of the data.
pub fn shipped(on: Date) -> Result<Vec<Command>, Vec<CountyFault>> {
    read(SHIPPED, BODIES, Regions::shipped(), on)
}

/// The shipped county as a register, no node admitted yet.
///
/// # Errors
/// Every fault of the data.
pub fn register(on: Date) -> Result<Register, Vec<CountyFault>> {
    Ok(Register::new(shipped(on)?.iter().filter_map(listed), on))
}

fn listed(command: &Command) -> Option<State> {
    let Command::AddUnit { agency, profile, territorial, authority, on, .. } = command else {
        return None;
    };
    Some(State::added(*agency, profile.clone(), *territorial, *authority, *on))
}

/// The commands that add every unit of a county's two files, on a day: first those that are no bodies, so that whoever
/// is named as a member is there.
///
/// # Errors
/// Every fault of the texts: not readable, an agency twice, an unknown region, a duty without clause, a
/// superior or host that the file does not have, a member that is no unit or post of it.
pub fn read(
    text: &str,
    bodies: &str,
    regions: &Regions,
    on: Date,
) -> Result<Vec<Command>, Vec<CountyFault>> {
    let file: File = toml::from_str(text).map_err(|error| {
        vec![fault("", &format!("无法读取：{}", error.message()), error.message())]
    })?;
    let mut faults = Vec::new();
    let mut units: Vec<One> = file.unit;
    for each in &file.each {
        for (region, name) in regions.within(each.within, each.level) {
            let ends = each.name_ends.as_ref().is_none_or(|end| name.ends_with(end.as_str()));
            let barred =
                each.name_ends_not.as_ref().is_some_and(|end| name.ends_with(end.as_str()));
            if ends && !barred {
                match expand(each, region, name) {
                    Ok(unit) => units.push(unit),
                    Err(found) => faults.push(found),
                }
            }
        }
    }
    units.sort_by_key(|unit| unit.agency);
    faults.extend(check(&units, regions));
    if !faults.is_empty() {
        return Err(faults);
    }
    let add = |unit| add(unit, &file.source, file.valid_from, on);
    bodies::seat(units.into_iter().map(add).collect(), bodies, on)
}

fn fault(place: &str, problem: &str, problem_en: &str) -> CountyFault {
    CountyFault {
        place: place.to_owned(),
        problem: problem.to_owned(),
        problem_en: problem_en.to_owned(),
    }
}

fn expand(each: &Each, region: Region, name: &str) -> Result<One, CountyFault> {
    let parent = region.parent().map(|parent| parent.to_string()).unwrap_or_default();
    let fill = |template: &str| {
        template
            .replace("{name}", name)
            .replace("{region}", &region.to_string())
            .replace("{parent}", &parent)
    };
    let agency = |template: &Option<String>| -> Result<Option<Agency>, CountyFault> {
        let Some(template) = template else { return Ok(None) };
        let text = fill(template);
        let parsed: Result<Agency, _> = text.parse();
        parsed.map(Some).map_err(|error| {
            fault(&format!("{region}.{}", each.code), &error.to_string(), &error.to_string())
        })
    };
    Ok(One {
        agency: Agency { region, code: each.code },
        kind: each.kind,
        name: fill(&each.name),
        clauses: each.clauses.clone(),
        also: each.also.clone(),
        authority: agency(&each.authority)?,
        served_by: agency(&each.served_by)?,
        posts: each.posts.clone(),
        duties: each.duties.clone(),
    })
}

fn check(units: &[One], regions: &Regions) -> Vec<CountyFault> {
    let mut faults = Vec::new();
    for pair in units.windows(2) {
        if pair[0].agency == pair[1].agency {
            let place = pair[0].agency.to_string();
            faults.push(fault(&place, "同一单位登记了两次", "the unit stands twice"));
        }
    }
    let known = |agency: &Agency| units.binary_search_by_key(agency, |unit| unit.agency).is_ok();
    for unit in units {
        let place = unit.agency.to_string();
        if regions.name(unit.agency.region).is_none() {
            faults.push(fault(&place, "区划代码不在区划表中", "the region is not in the table"));
        }
        if unit.duties.iter().any(|duty| duty.clause.is_empty() || duty.tracks.is_empty()) {
            faults.push(fault(
                &place,
                "职责没有写明条款或者途径",
                "a duty has no clause or no track",
            ));
        }
        for other in [&unit.authority, &unit.served_by].into_iter().flatten() {
            if !known(other) {
                let zh = format!("引用的单位 {other} 不在表中");
                faults.push(fault(&place, &zh, &format!("{other} is not in the file")));
            }
        }
    }
    faults
}

fn add(unit: One, source: &str, valid_from: Date, on: Date) -> Command {
    Command::AddUnit {
        agency: unit.agency,
        profile: Profile {
            kind: unit.kind,
            name: unit.name,
            posts: unit.posts,
            duties: unit.duties,
            served_by: unit.served_by,
            source: format!("{source} {}", unit.clauses),
            valid_from,
            valid_to: None,
            also: unit.also,
            phone: None,
            address: None,
            membership: None,
        },
        territorial: None,
        authority: unit.authority,
        above: vec![],
        on,
    }
}

#[cfg(test)]
mod tests;
