//! Requests about persons on rosters.

use jiefen_ledger::Error;
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_registry_rules::Register;
use jiefen_registry_rules::roster::{Calling, Card, Command, State};
use jiefen_vocab::{Agency, CaseId, DisputeKind, Private, document};
use jiff::civil::Date;

use super::parts::{NAME, TEXT};
use super::{Outcome, known, on};
use crate::person_id;

/// The longest staff id.
const PERSON: usize = 64;
/// The largest page.
const PAGE_MAX: usize = 200;
/// The page when none is asked for.
const PAGE: usize = 50;

const CALLINGS: &str =
    "full_time、part_time、industry、lawyer、invited、invited_organisation、arbitrator";
const MANNERS: &str = "elected、engaged、admitted";
const GROUNDS: &str =
    "term_ended、resigned、dismissed、struck_off、unqualified、left、incapable、mistaken";

/// What a request about a person is read beside: who keeps the register, its units, the persons of every roster.
pub struct Book {
    /// The agency of this register.
    pub keeper: Agency,
    /// The units.
    pub register: Register,
    /// The persons.
    pub people: Vec<(CaseId, i64, State)>,
    /// Today.
    pub today: Date,
}

impl Book {
    /// Whether somebody else of the same name and calling is on this roster today.
    fn has_twin(&self, own: Option<CaseId>, unit: Agency, card: &Card) -> bool {
        let plain = |name: &str| name.split_whitespace().collect::<String>();
        let name = plain(card.name.reveal());
        self.people.iter().any(|(id, _, other)| {
            Some(*id) != own
                && (other.unit, other.card.calling) == (unit, card.calling)
                && other.on_roster(self.today)
                && plain(other.card.name.reveal()) == name
        })
    }

    fn unit_of(&self, case: CaseId) -> Option<Agency> {
        self.people.iter().find(|(id, ..)| *id == case).map(|(_, _, person)| person.unit)
    }
}

/// Whom somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whom {
    /// On the roster of this unit.
    pub unit: Option<Agency>,
    /// Of this calling.
    pub calling: Option<Calling>,
    /// At home in this kind of dispute.
    pub field: Option<DisputeKind>,
    /// On the roster on this day.
    pub on: Option<Date>,
    /// At most so many.
    pub size: usize,
    /// Those after this one.
    pub after: Option<CaseId>,
}

/// Parses a question for persons.
///
/// # Errors
/// Every wrong field.
pub fn list_roster(m: &pb::ListRosterRequest) -> Result<Whom, Error> {
    let mut fields = Fields::new();
    let unit = fields.parse_optional("unit", &m.unit);
    let asked = |fields: &mut Fields| fields.coded("calling", &m.calling, CALLINGS);
    let calling = (!m.calling.is_empty()).then(|| asked(&mut fields)).flatten();
    let field = fields.parse_optional("field", &m.field);
    let on = fields.date_optional("on", m.on.as_ref());
    let size = match usize::try_from(m.page_size) {
        Ok(0) | Err(_) => PAGE,
        Ok(size) => size.min(PAGE_MAX),
    };
    let after = fields.parse_optional("page_token", &m.page_token);
    fields.done(Some(Whom { unit, calling, field, on, size, after }))
}

/// Parses a new person; what kind of unit it is and who is on its roster is read from the book.
///
/// # Errors
/// Every wrong field; a unit that the register does not have.
pub fn add_roster_person(m: &pb::AddRosterPersonRequest, book: &Book) -> Outcome {
    let mut fields = Fields::new();
    if m.unit.is_empty() {
        fields.fault("unit", "必填 (required)");
    }
    let unit = known(&mut fields, "unit", &m.unit, &book.register);
    let kind = unit.and_then(|unit| book.register.live(unit)).map(|unit| unit.profile.kind);
    let card = card(&mut fields, m.card.as_ref());
    let date = fields.date("on", m.on.as_ref());
    let ((unit, unit_kind), (card, on)) = fields.done(unit.zip(kind).zip(card.zip(date)))?;
    let request_id = m.head.as_ref().map(|head| head.request_id.as_str()).unwrap_or_default();
    let case = person_id(unit, request_id);
    let twin = book.has_twin(Some(case), unit, &card);
    let (keeper, card) = (book.keeper, Box::new(card));
    let command = Command::AddPerson { unit, unit_kind, keeper, twin, card, on };
    Ok(jiefen_ledger::serve::Parsed { case, command: command.into() })
}

/// Parses a new text.
///
/// # Errors
/// Every wrong field.
pub fn amend_roster_person(m: &pb::AmendRosterPersonRequest, book: &Book) -> Outcome {
    let mut fields = Fields::new();
    let card = card(&mut fields, m.card.as_ref());
    let date = fields.date("on", m.on.as_ref());
    let own = named(m.head.as_ref());
    let command = card.zip(date).map(|(card, on)| {
        let unit = own.and_then(|case| book.unit_of(case));
        let twin = unit.is_some_and(|unit| book.has_twin(own, unit, &card));
        Command::AmendPerson { keeper: book.keeper, twin, card: Box::new(card), on }
    });
    self::on(m.head.as_ref(), fields, command)
}

/// Parses a confirmation.
///
/// # Errors
/// Every wrong field.
pub fn confirm_roster_person(m: &pb::ConfirmRosterPersonRequest, book: &Book) -> Outcome {
    let mut fields = Fields::new();
    let date = fields.date("on", m.on.as_ref());
    let command = date.map(|on| Command::ConfirmPerson { keeper: book.keeper, on });
    on(m.head.as_ref(), fields, command)
}

/// Parses that somebody is taken off.
///
/// # Errors
/// Every wrong field.
pub fn take_off_roster(m: &pb::TakeOffRosterRequest, book: &Book) -> Outcome {
    let mut fields = Fields::new();
    let ground = fields.coded("ground", &m.ground, GROUNDS);
    let note = optional(&mut fields, "note", &m.note, TEXT);
    let date = fields.date("on", m.on.as_ref());
    let keeper = book.keeper;
    let command = ground.zip(note).zip(date);
    let command = command.map(|((ground, note), on)| Command::TakeOff { keeper, ground, note, on });
    on(m.head.as_ref(), fields, command)
}

fn named(head: Option<&CommandHead>) -> Option<CaseId> {
    head.and_then(|head| head.name.strip_prefix("cases/")).and_then(|id| id.parse().ok())
}

fn optional(fields: &mut Fields, field: &str, text: &str, most: usize) -> Option<String> {
    if text.trim().is_empty() { Some(String::new()) } else { fields.text(field, text, most) }
}

fn card(fields: &mut Fields, m: Option<&pb::RosterCard>) -> Option<Card> {
    let Some(m) = m else {
        fields.fault("card", "必填 (required)");
        return None;
    };
    let name = fields.text("card.name", &m.name, NAME);
    let calling = fields.coded("card.calling", &m.calling, CALLINGS);
    let person = optional(fields, "card.person", &m.person, PERSON);
    let phone = (!m.phone.trim().is_empty()).then(|| phone(fields, &m.phone));
    let mut languages = Vec::new();
    for (place, language) in m.languages.iter().enumerate() {
        languages.extend(fields.text(&format!("card.languages[{place}]"), language, NAME));
    }
    let at_home = fields.parse_all("card.fields", &m.fields);
    let organisation = optional(fields, "card.organisation", &m.organisation, NAME);
    let certificate = optional(fields, "card.certificate", &m.certificate, NAME);
    let manner = fields.coded("card.manner", &m.manner, MANNERS);
    let appointed_by = fields.text("card.appointed_by", &m.appointed_by, NAME);
    let appointed_on = fields.date("card.appointed_on", m.appointed_on.as_ref());
    let basis = fields.text("card.basis", &m.basis, NAME);
    let since = fields.date("card.since", m.since.as_ref());
    let until = fields.date_optional("card.until", m.until.as_ref());
    let trained_on = fields.date_optional("card.trained_on", m.trained_on.as_ref());
    Some(Card {
        name: Private::new(name?),
        calling: calling?,
        person: person.filter(|person| !person.is_empty()),
        phone: phone.flatten(),
        languages,
        fields: at_home,
        organisation: organisation?,
        certificate: certificate?,
        manner: manner?,
        appointed_by: appointed_by?,
        appointed_on: appointed_on?,
        basis: basis?,
        since: since?,
        until,
        trained_on,
        checked: m.checked,
    })
}

/// A telephone number as it is dialled; what was given is not said again in the fault.
fn phone(fields: &mut Fields, given: &str) -> Option<Private<String>> {
    let plain = document::number(given);
    if document::phone(&plain).is_err() {
        let right = "应为手机或者带区号的固定电话 (a telephone number)";
        fields.fault("card.phone", right);
        return None;
    }
    Some(Private::new(plain))
}
