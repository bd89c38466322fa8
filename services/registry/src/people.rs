//! The persons on the rosters of units: reading them, and the one way to write them. The rosters are public
//! (特邀调解规定 8); a telephone number is for the person's unit and for who keeps the register.

use jiefen_ledger::read::{self, CaseView};
use jiefen_ledger::serve::{App, Parsed, answer_head, case_head, case_named};
use jiefen_ledger::wire::date_to;
use jiefen_ledger::{Error, Ledger};
use jiefen_platform::auth::Staff;
use jiefen_procedure::Procedure as _;
use jiefen_proto::jiefen::common::v1::{CaseHead, CommandHead};
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_registry_rules::roster::{Card, Roster, Stage, State};
use jiefen_registry_rules::{Case, Register};
use jiefen_vocab::{CaseId, Role};
use tonic::{Request as Call, Status};

use crate::wire::{Book, Whom};
use crate::{RegistryArea, view, wire};

/// The units and the persons, read at once.
///
/// # Errors
/// The database cannot be read.
pub async fn book(ledger: &Ledger<RegistryArea>) -> Result<Book, Error> {
    let today = ledger.identity().clock.now().day();
    let (mut units, mut people) = (Vec::new(), Vec::new());
    for (id, version, case) in read::states::<RegistryArea>(ledger.store()).await? {
        match case {
            Case::Unit(unit) => units.push(unit),
            Case::Roster(person) => people.push((id, version, person)),
        }
    }
    Ok(Book { keeper: ledger.agency(), register: Register::new(units, today), people, today })
}

/// Carries out a change of a roster: who stands on it is as it was when the change was worked out. The staff of other
/// units act for their own unit; whose roster they may write, the law says.
///
/// # Errors
/// A status that says what is wrong, where, why, and what would be right.
pub async fn write<M: prost::Message>(
    app: &App<RegistryArea>,
    call: &Call<M>,
    head: Option<&CommandHead>,
    parse: fn(&M, &Book) -> Result<Parsed<RegistryArea>, Error>,
) -> Result<CaseHead, Status> {
    let parse = || async { parse(call.get_ref(), &book(&app.ledger).await?) };
    let answer = app.command_of_unit_on(call, head, parse).await?;
    Ok(answer_head(&answer, app.ledger.agency()))
}

/// The persons that somebody asks for: by unit, calling and day of entry.
///
/// # Errors
/// No valid token, or a wrong field.
pub async fn list(
    app: &App<RegistryArea>,
    call: &Call<pb::ListRosterRequest>,
) -> Result<pb::ListRosterResponse, Status> {
    let staff = app.gate.staff(call.metadata())?;
    let whom = wire::list_roster(call.get_ref())?;
    let mut book = book(&app.ledger).await?;
    let order = |(id, _, person): &(CaseId, i64, State)| {
        (person.unit, person.card.calling, person.card.since, *id)
    };
    book.people.sort_by_key(order);
    let fits = |(_, _, person): &&(CaseId, i64, State)| is_asked(&whom, person);
    let mut found: Vec<_> = book.people.iter().filter(fits).collect();
    if let Some(after) = whom.after {
        let at = found.iter().position(|(id, ..)| *id == after);
        let at = at.ok_or_else(|| Error::field("page_token", "没有这一页 (no such page)"))?;
        found.drain(..=at);
    }
    let more = found.len() > whom.size;
    found.truncate(whom.size);
    let next_page_token = match found.last() {
        Some((last, ..)) if more => last.to_string(),
        Some(_) | None => String::new(),
    };
    let show = |(id, version, person): &&(CaseId, i64, State)| {
        let head = view::listed(*id, *version, Roster::outline(person));
        shown(head, person, &book, sees(app, &staff, person))
    };
    Ok(pb::ListRosterResponse { people: found.iter().map(show).collect(), next_page_token })
}

fn is_asked(whom: &Whom, person: &State) -> bool {
    let at_home = |kind| person.card.fields.is_empty() || person.card.fields.contains(&kind);
    whom.unit.is_none_or(|unit| unit == person.unit)
        && whom.calling.is_none_or(|calling| calling == person.card.calling)
        && whom.field.is_none_or(at_home)
        && whom.on.is_none_or(|day| person.on_roster(day))
}

/// One person.
///
/// # Errors
/// No valid token, or no such person.
pub async fn one(
    app: &App<RegistryArea>,
    call: &Call<pb::GetRosterPersonRequest>,
) -> Result<pb::RosterPerson, Status> {
    let staff = app.gate.staff(call.metadata())?;
    let id = case_named("name", &call.get_ref().name)?;
    let entry = read::case::<RegistryArea>(app.ledger.store(), id).await?;
    let Case::Roster(person) = &entry.state else {
        return Err(other("名册人员", "person on a roster", &entry).into());
    };
    let book = book(&app.ledger).await?;
    Ok(shown(case_head(&entry), person, &book, sees(app, &staff, person)))
}

/// The case is one of another kind.
pub fn other(what: &'static str, what_en: &'static str, entry: &CaseView<RegistryArea>) -> Error {
    Error::NotFound { what, what_en, name: entry.row.id.clone() }
}

/// Whether somebody sees more than the public: the person's own unit and who keeps the register, never a portal.
fn sees(app: &App<RegistryArea>, staff: &Staff, person: &State) -> bool {
    let works = staff.roles.iter().any(|role| *role != Role::Party);
    works && [person.unit, app.ledger.agency()].contains(&staff.agency)
}

fn shown(head: CaseHead, person: &State, book: &Book, sees: bool) -> pb::RosterPerson {
    let (ground, note, off_on) = match &person.stage {
        Stage::Listed => (String::new(), String::new(), None),
        // Why somebody was taken off is nobody else's business.
        Stage::Off { on, .. } if !sees => (String::new(), String::new(), Some(date_to(*on))),
        Stage::Off { ground, note, on } => {
            (ground.code().to_owned(), note.clone(), Some(date_to(*on)))
        }
    };
    let unit = book.register.get(person.unit);
    pb::RosterPerson {
        head: Some(head),
        unit: person.unit.to_string(),
        unit_name: unit.map(|unit| unit.profile.name.clone()).unwrap_or_default(),
        card: Some(card(&person.card, sees)),
        version: person.version,
        changed_on: Some(date_to(person.changed_on)),
        check_due: person.check_due,
        serves: person.on_roster(book.today),
        ground,
        note,
        off_on,
    }
}

fn card(card: &Card, sees: bool) -> pb::RosterCard {
    let phone = card.phone.as_ref().filter(|_| sees).map(|phone| phone.reveal().clone());
    pb::RosterCard {
        name: card.name.reveal().clone(),
        calling: card.calling.code().to_owned(),
        person: card.person.clone().filter(|_| sees).unwrap_or_default(),
        phone: phone.unwrap_or_default(),
        languages: card.languages.clone(),
        fields: card.fields.iter().map(|kind| kind.code().to_owned()).collect(),
        organisation: card.organisation.clone(),
        certificate: card.certificate.clone(),
        manner: card.manner.code().to_owned(),
        appointed_by: card.appointed_by.clone(),
        appointed_on: Some(date_to(card.appointed_on)),
        basis: card.basis.clone(),
        since: Some(date_to(card.since)),
        until: card.until.map(date_to),
        trained_on: card.trained_on.map(date_to),
        checked: card.checked,
    }
}
