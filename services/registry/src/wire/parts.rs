//! The parts of the requests.

use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_registry_rules::{Duty, NodeKey, Post, Profile};

/// The longest name of a unit, a post or a document.
pub const NAME: usize = 100;
/// The longest reason.
pub const TEXT: usize = 500;
/// The longest endpoint.
pub const ENDPOINT: usize = 253;

/// The kinds of unit.
pub const KINDS: &str = "party_organ、government、centre、court、procuratorate、arbitration、reconsideration、mediation、township、village、mass_organisation、congress、park、institution、stationed";
const POWERS: &str = "designate、mediate、decide、guide、assist";

/// A public key.
pub fn key(fields: &mut Fields, text: &str) -> Option<NodeKey> {
    fields.parse("key", text)
}

/// What is written about a unit.
pub fn profile(fields: &mut Fields, m: Option<&pb::Profile>) -> Option<Profile> {
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
    Some(Profile {
        kind: kind?,
        name: name?,
        posts,
        duties,
        served_by,
        source: source?,
        valid_from: valid_from?,
        valid_to,
    })
}

fn post(fields: &mut Fields, path: &str, m: &pb::Post) -> Option<Post> {
    let code = fields.text(&format!("{path}.code"), &m.code, 40);
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
