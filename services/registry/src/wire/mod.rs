//! Requests of the register, parsed once.

mod parts;
mod query;
mod roster;

pub use query::{Asked, list_bodies, list_units, unit_named, version};
pub use roster::{
    Book, Whom, add_roster_person, amend_roster_person, confirm_roster_person, list_roster,
    take_off_roster,
};

use jiefen_ledger::Error;
use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::common::v1::CommandHead;
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_registry_rules::unit::{Command, State};
use jiefen_registry_rules::{Command as Any, Register, Tree};
use jiefen_vocab::Agency;

use crate::wire::parts::{ENDPOINT, NAME, TEXT, key, profile};
use crate::{RegistryArea, case_id};

type Outcome = Result<Parsed<RegistryArea>, Error>;

/// A command on the entry that the head names; a wrong name is told with every other wrong field.
fn on<C: Into<Any>>(head: Option<&CommandHead>, mut fields: Fields, command: Option<C>) -> Outcome {
    let case = fields.case(head);
    let (case, command) = fields.done(case.zip(command))?;
    Ok(Parsed { case, command: command.into() })
}

/// Parses a new unit; who will stand above it is read from the register.
///
/// # Errors
/// Every wrong field; a superior that the register does not have.
pub fn add_unit(m: &pb::AddUnitRequest, register: &Register) -> Outcome {
    let mut fields = Fields::new();
    let agency = fields.parse::<Agency>("agency", &m.agency);
    let profile = profile(&mut fields, m.profile.as_ref(), register);
    let territorial = known(&mut fields, "territorial", &m.territorial, register);
    let authority = known(&mut fields, "authority", &m.authority, register);
    let on = fields.date("on", m.on.as_ref());
    let parsed = agency.zip(profile).zip(on);
    let ((agency, profile), on) = fields.done(parsed)?;
    let entry = State::added(agency, profile.clone(), territorial, authority, on);
    let above = [Tree::Territorial, Tree::Authority];
    let above = above.into_iter().flat_map(|tree| register.above(tree, entry.clone())).collect();
    let command = Command::AddUnit { agency, profile, territorial, authority, above, on };
    Ok(Parsed { case: case_id(agency), command: command.into() })
}

/// Parses a new text; who is named as a member is looked up in the register.
///
/// # Errors
/// Every wrong field; a member that is no unit or post of the register.
pub fn amend_unit(m: &pb::AmendUnitRequest, register: &Register) -> Outcome {
    let mut fields = Fields::new();
    let profile = profile(&mut fields, m.profile.as_ref(), register);
    let date = fields.date("on", m.on.as_ref());
    let command = profile.zip(date).map(|(profile, on)| Command::AmendUnit { profile, on });
    on(m.head.as_ref(), fields, command)
}

/// Parses a move; who stands above the new superior is read from the register.
///
/// # Errors
/// Every wrong field; a superior that the register does not have.
pub fn move_unit(m: &pb::MoveUnitRequest, register: &Register) -> Outcome {
    let mut fields = Fields::new();
    let tree = fields.coded::<Tree>("tree", &m.tree, "territorial、authority");
    let superior = known(&mut fields, "superior", &m.superior, register);
    let basis = fields.text("basis", &m.basis, TEXT);
    let date = fields.date("on", m.on.as_ref());
    let entry = entry(register, m.head.as_ref());
    let command = tree.zip(basis).zip(date).map(|((tree, basis), on)| {
        let chain = match entry {
            Some(entry) => register.above(tree, entry.under(tree, superior)),
            None => superior.map(|superior| register.chain(tree, superior)).unwrap_or_default(),
        };
        Command::MoveUnit { tree, superior, chain, basis, on }
    });
    on(m.head.as_ref(), fields, command)
}

/// Parses an admission.
///
/// # Errors
/// Every wrong field.
pub fn admit_node(m: &pb::AdmitNodeRequest) -> Outcome {
    let mut fields = Fields::new();
    let key = key(&mut fields, &m.key);
    let mut endpoints = Vec::new();
    for (place, endpoint) in m.endpoints.iter().enumerate() {
        endpoints.extend(fields.text(&format!("endpoints[{place}]"), endpoint, ENDPOINT));
    }
    if m.endpoints.is_empty() {
        fields.fault("endpoints", "必填，至少一个 (required: at least one)");
    }
    let date = fields.date("on", m.on.as_ref());
    let command = key.zip(date).map(|(key, on)| Command::AdmitNode { key, endpoints, on });
    on(m.head.as_ref(), fields, command)
}

/// Parses another key.
///
/// # Errors
/// Every wrong field.
pub fn rotate_key(m: &pb::RotateKeyRequest) -> Outcome {
    let mut fields = Fields::new();
    let key = key(&mut fields, &m.key);
    let effective = fields.moment("effective", m.effective.as_ref());
    let command = key.zip(effective).map(|(key, effective)| Command::RotateKey { key, effective });
    on(m.head.as_ref(), fields, command)
}

/// Parses a suspension.
///
/// # Errors
/// Every wrong field.
pub fn suspend_node(m: &pb::SuspendNodeRequest) -> Outcome {
    let mut fields = Fields::new();
    let reason = fields.text("reason", &m.reason, TEXT);
    let date = fields.date("on", m.on.as_ref());
    let command = reason.zip(date).map(|(reason, on)| Command::SuspendNode { reason, on });
    on(m.head.as_ref(), fields, command)
}

/// Parses the end of a unit; what depends on it is counted in the register.
///
/// # Errors
/// Every wrong field; a successor that the register does not have.
pub fn close_unit(m: &pb::CloseUnitRequest, register: &Register) -> Outcome {
    let mut fields = Fields::new();
    let successor = known(&mut fields, "successor", &m.successor, register);
    let basis = fields.text("basis", &m.basis, NAME);
    let date = fields.date("on", m.on.as_ref());
    let case = m.head.as_ref().map(|head| head.name.as_str()).unwrap_or_default();
    let open_duties = open_duties(register, case);
    let command =
        basis.zip(date).map(|(basis, on)| Command::CloseUnit { open_duties, successor, basis, on });
    on(m.head.as_ref(), fields, command)
}

/// Parses a confirmation.
///
/// # Errors
/// Every wrong field.
pub fn confirm_unit(m: &pb::ConfirmUnitRequest) -> Outcome {
    let mut fields = Fields::new();
    let date = fields.date("on", m.on.as_ref());
    on(m.head.as_ref(), fields, date.map(|on| Command::ConfirmUnit { on }))
}

/// A unit that exists today; empty: none.
pub(super) fn known(
    fields: &mut Fields,
    field: &str,
    text: &str,
    register: &Register,
) -> Option<Agency> {
    let agency = fields.parse_optional::<Agency>(field, text)?;
    if register.live(agency).is_none() {
        fields.fault(field, format!("「{agency}」没有登记或者已经撤销 (no such unit today)"));
    }
    Some(agency)
}

/// The entry that a head names.
fn entry<'r>(register: &'r Register, head: Option<&CommandHead>) -> Option<&'r State> {
    let case = head.map(|head| head.name.as_str()).unwrap_or_default();
    register.all().find(|unit| format!("cases/{}", case_id(unit.agency)) == case)
}

/// What would be left without an owner: the entries of the unit's list, and the units that are served by
/// it or answer to it.
fn open_duties(register: &Register, case: &str) -> u32 {
    let named = |unit: &Agency| format!("cases/{}", case_id(*unit)) == case;
    let count: usize = register
        .units()
        .map(|unit| {
            let above = [unit.profile.served_by, unit.territorial, unit.authority];
            let own = if named(&unit.agency) { unit.profile.duties.len() } else { 0 };
            own + usize::from(above.iter().flatten().any(named))
        })
        .sum();
    u32::try_from(count).unwrap_or(u32::MAX)
}
