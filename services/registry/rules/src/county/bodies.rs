//! The members of the county's bodies, read from `data/bodies.toml` and put into the units that are bodies.

use std::collections::BTreeMap;

use jiefen_county::{Member, Membership, Register, Seat};
use jiefen_vocab::{Agency, AgencyCode, Region};
use jiff::civil::Date;
use serde::Deserialize;

use super::{CountyFault, fault, listed};
use crate::unit::Command;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    body: Vec<Body>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    agency: Agency,
    host: Option<Agency>,
    lead: Option<Agency>,
    clause: String,
    #[serde(default)]
    seats: BTreeMap<Seat, u32>,
    #[serde(default)]
    members: Vec<One>,
    #[serde(default)]
    each: Vec<Each>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    unit: Agency,
    post: Option<String>,
    seat: Seat,
    /// Where another clause than the body's names it.
    clause: Option<String>,
    from: Option<Date>,
    to: Option<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Each {
    within: Region,
    code: AgencyCode,
    seat: Seat,
}

/// The same commands, those of the bodies with their members and last.
///
/// # Errors
/// Every fault of the text: not readable, a body that is no unit or stands twice or has no clause, a member that is no
/// unit or post of the county, more members than seats.
pub(super) fn seat(
    commands: Vec<Command>,
    text: &str,
    on: Date,
) -> Result<Vec<Command>, Vec<CountyFault>> {
    let file: File = toml::from_str(text).map_err(|error| {
        vec![fault("", &format!("成员表无法读取：{}", error.message()), error.message())]
    })?;
    let register = Register::new(commands.iter().filter_map(listed), on);
    let mut faults = Vec::new();
    let mut bodies: BTreeMap<Agency, Membership> = BTreeMap::new();
    for body in file.body {
        let (agency, place) = (body.agency, body.agency.to_string());
        if register.get(agency).is_none() {
            faults.push(fault(&place, "机构不在单位表中", "the body is no unit of the file"));
        }
        if body.clause.trim().is_empty() {
            faults.push(fault(&place, "机构没有写明条款", "the body has no clause"));
        }
        let membership = membership(body, &register);
        if membership.members.is_empty() {
            faults.push(fault(&place, "机构没有成员", "the body has no members"));
        }
        let wrong = register.body_faults(agency, &membership);
        faults.extend(wrong.iter().map(|wrong| fault(&place, &wrong.to_string(), "see there")));
        if bodies.insert(agency, membership).is_some() {
            faults.push(fault(&place, "机构列了两次", "the body stands twice"));
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let is_body = |command: &Command| matches!(command, Command::AddUnit { agency, .. } if bodies.contains_key(agency));
    let (last, mut all): (Vec<_>, Vec<_>) = commands.into_iter().partition(is_body);
    all.extend(last.into_iter().map(|mut command| {
        if let Command::AddUnit { agency, profile, .. } = &mut command {
            profile.membership = bodies.get(agency).cloned();
        }
        command
    }));
    Ok(all)
}

fn membership(body: Body, register: &Register) -> Membership {
    let clause = body.clause;
    let mut members: Vec<Member> = body
        .members
        .into_iter()
        .map(|one| Member {
            unit: one.unit,
            post: one.post,
            seat: one.seat,
            clause: one.clause.unwrap_or_else(|| clause.clone()),
            from: one.from,
            to: one.to,
        })
        .collect();
    for each in body.each {
        let fits = |agency: Agency| each.within.contains(agency.region) && agency.code == each.code;
        let units = register.units().filter(|unit| fits(unit.agency));
        members.extend(units.map(|unit| Member {
            unit: unit.agency,
            post: None,
            seat: each.seat,
            clause: clause.clone(),
            from: None,
            to: None,
        }));
    }
    Membership { host: body.host, lead: body.lead, seats: body.seats, members }
}
