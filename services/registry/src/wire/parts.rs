//! The parts of the requests.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_registry_rules::{Duty, Member, Membership, NodeKey, Post, Profile, Register, Seat};
use jiefen_vocab::{Agency, document};

use crate::wire::known;

/// The longest name of a unit, a post or a document.
pub const NAME: usize = 100;
/// The longest reason.
pub const TEXT: usize = 500;
/// The longest code.
const CODE: usize = 40;
/// The longest endpoint.
pub const ENDPOINT: usize = 253;

/// The kinds of unit.
pub const KINDS: &str = "party_organ、government、centre、court、procuratorate、arbitration、reconsideration、mediation、township、village、mass_organisation、congress、park、institution、stationed、coordination_body";
const SEATS: &str = "head、deputy、member、staff";
const POWERS: &str = "designate、mediate、decide、guide、assist";

/// A public key.
pub fn key(fields: &mut Fields, text: &str) -> Option<NodeKey> {
    fields.parse("key", text)
}

/// What is written about a unit.
pub fn profile(
    fields: &mut Fields,
    m: Option<&pb::Profile>,
    register: &Register,
) -> Option<Profile> {
    let Some(m) = m else {
        fields.fault("profile", "必填 (required)");
        return None;
    };
    let kind = fields.coded("profile.unit_kind", &m.unit_kind, KINDS);
    let name = fields.text("profile.name", &m.name, NAME);
    let mut posts = Vec::new();
    for (place, one) in m.posts.iter().enumerate() {
        posts.extend(post(fields, &format!("profile.posts[{place}]"), one));
    }
    let mut duties = Vec::new();
    for (place, one) in m.duties.iter().enumerate() {
        duties.extend(duty(fields, &format!("profile.duties[{place}]"), one));
    }
    let served_by = fields.parse_optional("profile.served_by", &m.served_by);
    let source = fields.text("profile.source", &m.source, TEXT);
    let valid_from = fields.date("profile.valid_from", m.valid_from.as_ref());
    let valid_to = fields.date_optional("profile.valid_to", m.valid_to.as_ref());
    let mut also = BTreeSet::new();
    for (place, name) in m.also.iter().enumerate() {
        also.extend(fields.text(&format!("profile.also[{place}]"), name, CODE));
    }
    let phone = (!m.phone.is_empty()).then(|| phone(fields, &m.phone));
    let address = (!m.address.is_empty()).then(|| fields.text("profile.address", &m.address, NAME));
    let membership = match &m.membership {
        Some(members) => Some(membership(fields, members, register)?),
        None => None,
    };
    Some(Profile {
        kind: kind?,
        name: name?,
        posts,
        duties,
        served_by,
        source: source?,
        valid_from: valid_from?,
        valid_to,
        also,
        phone: phone.flatten(),
        address: address.flatten(),
        membership,
    })
}

/// A telephone number for the public, as it is dialled.
fn phone(fields: &mut Fields, given: &str) -> Option<String> {
    let plain = document::number(given);
    if document::phone(&plain).is_err() {
        let right = "应为带区号的固定电话、手机或者400、800号码 (a telephone number)";
        fields.fault("profile.phone", right);
        return None;
    }
    Some(plain)
}

fn membership(fields: &mut Fields, m: &pb::Membership, register: &Register) -> Option<Membership> {
    let path = "profile.membership";
    let host = known(fields, &format!("{path}.host"), &m.host, register);
    let lead = known(fields, &format!("{path}.lead"), &m.lead, register);
    let mut seats = BTreeMap::new();
    for (place, one) in m.seats.iter().enumerate() {
        let field = format!("{path}.seats[{place}].seat");
        seats.extend(fields.coded(&field, &one.seat, SEATS).map(|seat: Seat| (seat, one.number)));
    }
    let mut members = Vec::new();
    for (place, one) in m.members.iter().enumerate() {
        members.extend(member(fields, &format!("{path}.members[{place}]"), one, register));
    }
    (members.len() == m.members.len()).then_some(Membership { host, lead, seats, members })
}

fn member(fields: &mut Fields, path: &str, m: &pb::Member, register: &Register) -> Option<Member> {
    let unit = fields.parse::<Agency>(&format!("{path}.unit"), &m.unit);
    let entry = unit.and_then(|unit| register.live(unit));
    if let (Some(unit), None) = (unit, entry) {
        let fault = format!("「{unit}」没有登记或者已经撤销 (no such unit today)");
        fields.fault(format!("{path}.unit"), fault);
    }
    let post = (!m.post.is_empty()).then(|| m.post.clone());
    if let (Some(entry), Some(post)) = (entry, &post)
        && !entry.profile.posts.iter().any(|own| own.code == *post)
    {
        fields.fault(format!("{path}.post"), "该单位没有登记这个岗位 (no such post at the unit)");
    }
    let seat = fields.coded(&format!("{path}.seat"), &m.seat, SEATS);
    let clause = fields.text(&format!("{path}.clause"), &m.clause, NAME);
    let from = fields.date_optional(&format!("{path}.from"), m.from.as_ref());
    let to = fields.date_optional(&format!("{path}.to"), m.to.as_ref());
    Some(Member { unit: unit?, post, seat: seat?, clause: clause?, from, to })
}

fn post(fields: &mut Fields, path: &str, m: &pb::Post) -> Option<Post> {
    let code = fields.text(&format!("{path}.code"), &m.code, CODE);
    let name = fields.text(&format!("{path}.name"), &m.name, NAME);
    let role = fields.parse(&format!("{path}.role"), &m.role);
    Some(Post { code: code?, name: name?, role: role? })
}

fn duty(fields: &mut Fields, path: &str, m: &pb::Duty) -> Option<Duty> {
    let kinds = fields.parse_all(&format!("{path}.kinds"), &m.kinds);
    let tracks = fields.parse_all(&format!("{path}.tracks"), &m.tracks);
    let power = fields.coded(&format!("{path}.power"), &m.power, POWERS);
    let clause = fields.text(&format!("{path}.clause"), &m.clause, NAME);
    Some(Duty { kinds, tracks, power: power?, clause: clause? })
}
