//! The check of a party's particulars as a clerk registers them.

use jiefen_vocab::document::{NumberFault, phone, resident_id, uniform_code};
use jiefen_vocab::{Capacity, DisputeKind, DocumentKind, Particulars, Party, PartyKind, Private};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::content::{Content, ContentFault, check_name};
use crate::party_fault::PartyFault;

/// From how many workers on representatives may take part for all (劳动争议调解仲裁法 7, T-H-17).
pub const LABOUR_GROUP: u32 = 10;
/// The fewest people who are a group at all.
const GROUP: u32 = 2;
/// How many agents a party may have (民事诉讼法 61).
const AGENTS: usize = 2;
/// The age of majority (民法典 17).
const MAJORITY: i32 = 18;

/// Checks the particulars of every party as of a day; `most` representatives may speak for a group.
///
/// # Errors
/// The first fault, with the party's number.
pub fn check_particulars(content: &Content, most: usize, today: Date) -> Result<(), ContentFault> {
    for party in &content.parties {
        let Some(more) = party.more.as_deref() else {
            if party.kind == PartyKind::Group {
                return Err(named(party, PartyFault::GroupSilent));
            }
            continue;
        };
        check_person(party, more, today).map_err(|fault| named(party, fault))?;
        check_numbers(more).map_err(|fault| named(party, fault))?;
        check_agents(more).map_err(|fault| named(party, fault))?;
        check_group(party.kind, more, content.kind, most).map_err(|fault| named(party, fault))?;
        for name in names(more) {
            check_name(party.no, name.reveal())?;
        }
    }
    let groups = content.parties.iter().filter_map(|party| party.more.as_deref());
    let members = groups.map(|more| more.members).fold(0, u32::saturating_add);
    match content.parties.iter().find(|party| party.kind == PartyKind::Group) {
        Some(group) if content.people < members => {
            Err(named(group, PartyFault::PeopleFewer { members }))
        }
        Some(_) | None => Ok(()),
    }
}

/// The birthday, as told or as the number of the document tells it.
pub fn birthday(more: &Particulars) -> Option<Date> {
    let told = more.born_on.as_ref().map(|day| *day.reveal());
    let document = more.document.as_ref().filter(|one| one.kind == DocumentKind::ResidentId);
    told.or_else(|| document.and_then(|one| resident_id(one.number.reveal()).ok()))
}

fn named(party: &Party, fault: PartyFault) -> ContentFault {
    ContentFault::Party { party: party.no, fault }
}

fn names(more: &Particulars) -> impl Iterator<Item = &Private<String>> {
    let head = more.head.iter().map(|one| &one.name);
    let guardians = more.guardians.iter().map(|one| &one.name);
    let agents = more.agents.iter().map(|one| &one.name);
    head.chain(guardians).chain(agents).chain(more.representatives.iter().map(|one| &one.name))
}

/// Age, capacity, guardians and document fit the kind of party and each other.
fn check_person(party: &Party, more: &Particulars, today: Date) -> Result<(), PartyFault> {
    if let Some(document) = &more.document {
        let number = document.number.reveal();
        match (document.kind, party.kind) {
            (DocumentKind::ResidentId, PartyKind::Person) => resident_id(number).map(drop)?,
            (DocumentKind::UniformCode, PartyKind::Org) => uniform_code(number)?,
            (DocumentKind::Other, PartyKind::Person | PartyKind::Org) => {}
            (DocumentKind::ResidentId, PartyKind::Org | PartyKind::Group)
            | (DocumentKind::UniformCode, PartyKind::Person | PartyKind::Group)
            | (DocumentKind::Other, PartyKind::Group) => return Err(PartyFault::OtherDocument),
        }
    }
    if more.head.is_some() && party.kind != PartyKind::Org {
        return Err(PartyFault::HeadOfNoOrganisation);
    }
    if party.kind == PartyKind::Person {
        check_age(party, more, today)
    } else if party.minor
        || more.born_on.is_some()
        || !more.capacity.is_full()
        || !more.guardians.is_empty()
    {
        Err(PartyFault::NoPerson)
    } else {
        Ok(())
    }
}

fn check_age(party: &Party, more: &Particulars, today: Date) -> Result<(), PartyFault> {
    if let Some(born) = birthday(more) {
        if born > today {
            return Err(PartyFault::BornInFuture);
        }
        let card = more.document.as_ref().filter(|one| one.kind == DocumentKind::ResidentId);
        let card = card.and_then(|one| resident_id(one.number.reveal()).ok());
        if card.is_some_and(|day| day != born) {
            return Err(PartyFault::BornOtherwise);
        }
        let grown = born.checked_add(MAJORITY.years()).is_ok_and(|day| day <= today);
        match (grown, party.minor) {
            (false, false) => return Err(PartyFault::MinorUnmarked),
            (true, true) => return Err(PartyFault::NoMinor),
            (true, false) | (false, true) => {}
        }
    }
    let limited = matches!(more.capacity, Capacity::Limited | Capacity::None);
    if !more.guardians.is_empty() && !party.minor && !limited {
        return Err(PartyFault::GuardianOfAdult);
    }
    Ok(())
}

/// Every telephone number is one that somebody can have.
fn check_numbers(more: &Particulars) -> Result<(), PartyFault> {
    let guardians = more.guardians.iter().filter_map(|one| one.phone.as_ref());
    let agents = more.agents.iter().filter_map(|one| one.phone.as_ref());
    let speakers = more.representatives.iter().filter_map(|one| one.phone.as_ref());
    for number in more.phone.iter().chain(guardians).chain(agents).chain(speakers) {
        match phone(number.reveal()) {
            Ok(()) => {}
            Err(NumberFault::Scientific) => return Err(PartyFault::PhoneScientific),
            Err(_) => return Err(PartyFault::PhoneForm),
        }
    }
    Ok(())
}

fn check_agents(more: &Particulars) -> Result<(), PartyFault> {
    if more.agents.len() > AGENTS {
        return Err(PartyFault::TooManyAgents);
    }
    if more.agents.iter().any(|agent| agent.paper.trim().is_empty()) {
        return Err(PartyFault::AgentWithoutPaper);
    }
    Ok(())
}

fn check_group(
    kind: PartyKind,
    more: &Particulars,
    about: DisputeKind,
    most: usize,
) -> Result<(), PartyFault> {
    let speakers = more.representatives.len();
    if kind != PartyKind::Group {
        let plain = more.members == 0 && speakers == 0;
        return if plain { Ok(()) } else { Err(PartyFault::NoGroup) };
    }
    let least = if about == DisputeKind::Labour { LABOUR_GROUP } else { GROUP };
    if more.members < least {
        return Err(PartyFault::GroupTooSmall { least });
    }
    if speakers == 0 {
        return Err(PartyFault::GroupSilent);
    }
    if speakers > most {
        return Err(PartyFault::TooManySpeakers { most });
    }
    Ok(())
}

#[cfg(test)]
#[path = "party_tests.rs"]
mod tests;
