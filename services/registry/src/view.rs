//! A unit's entry as everybody may read it.

use jiefen_ledger::wire::{date_to, stamp};
use jiefen_procedure::Procedure;
use jiefen_proto::jiefen::common::v1::{CaseHead, Date as WireDate};
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_registry_rules::unit::{Stage, State, Unit};
use jiefen_registry_rules::{Duty, Node, Profile, Register};
use jiff::civil::Date;

use crate::announce::agency;
use crate::bundle::{Entry, Signed};
use crate::case_id;

fn day(on: Option<Date>) -> Option<WireDate> {
    on.map(date_to)
}

/// The head of an entry in a list: without clocks, which the entry itself shows.
pub fn head((id, version, state): &Entry) -> CaseHead {
    let outline = Unit::outline(state);
    CaseHead {
        name: format!("cases/{id}"),
        procedure: outline.kind.to_owned(),
        state: outline.state.to_owned(),
        state_zh: outline.state_zh.to_owned(),
        open: outline.open,
        next_zh: outline.next_zh,
        next_en: outline.next_en,
        etag: version.to_string(),
        ..CaseHead::default()
    }
}

/// A unit with what the register as a whole says of it.
pub fn unit(head: CaseHead, state: &State, register: &Register) -> pb::Unit {
    let (suspended, closed) = match &state.stage {
        Stage::Listed | Stage::Admitted { .. } => (None, None),
        Stage::Suspended { reason, since, .. } => (Some((reason.clone(), *since)), None),
        Stage::Closed { on, successor, .. } => (None, Some((*on, *successor))),
    };
    pb::Unit {
        head: Some(head),
        agency: state.agency.to_string(),
        profile: Some(profile(&state.profile)),
        territorial: agency(state.territorial),
        authority: agency(state.authority),
        version: state.version,
        changed_on: day(Some(state.changed_on)),
        review_due: state.review_due,
        node: state.node().map(node),
        suspended_on: day(suspended.as_ref().map(|(_, since)| *since)),
        suspended_for: suspended.map(|(reason, _)| reason).unwrap_or_default(),
        closed_on: day(closed.map(|(on, _)| on)),
        successor: agency(closed.and_then(|(_, successor)| successor)),
        superior_centre: agency(register.superior_centre(state.agency)),
        answered_by: agency(register.node_of(state.agency)),
    }
}

/// What is written about a unit.
pub fn profile(profile: &Profile) -> pb::Profile {
    let post = |post: &jiefen_registry_rules::Post| pb::Post {
        code: post.code.clone(),
        name: post.name.clone(),
        role: post.role.code().to_owned(),
    };
    pb::Profile {
        unit_kind: profile.kind.code().to_owned(),
        name: profile.name.clone(),
        posts: profile.posts.iter().map(post).collect(),
        duties: profile.duties.iter().map(duty).collect(),
        served_by: agency(profile.served_by),
        source: profile.source.clone(),
        valid_from: day(Some(profile.valid_from)),
        valid_to: day(profile.valid_to),
    }
}

fn duty(duty: &Duty) -> pb::Duty {
    pb::Duty {
        kinds: duty.kinds.iter().map(|kind| kind.code().to_owned()).collect(),
        tracks: duty.tracks.iter().map(|track| track.code().to_owned()).collect(),
        power: duty.power.code().to_owned(),
        clause: duty.clause.clone(),
    }
}

fn node(node: &Node) -> pb::Node {
    let key = |key: &jiefen_registry_rules::Key| pb::Key {
        key: key.key.to_string(),
        from: Some(stamp(key.from)),
        to: key.to.map(stamp),
    };
    pb::Node {
        keys: node.keys.iter().map(key).collect(),
        endpoints: node.endpoints.clone(),
        since: day(Some(node.since)),
    }
}

/// A signed bundle with its units to read.
pub fn bundle(signed: &Signed, signed_by: jiefen_vocab::Agency) -> pb::Bundle {
    let bundle = &signed.bundle;
    let register = Register::new(bundle.units.iter().cloned(), bundle.as_of);
    let show = |state: &State| {
        let entry = (case_id(state.agency), i64::from(state.version), state.clone());
        unit(CaseHead { etag: String::new(), ..head(&entry) }, state, &register)
    };
    pb::Bundle {
        version: bundle.version,
        as_of: day(Some(bundle.as_of)),
        content: signed.content.clone(),
        signature: signed.signature.clone(),
        key: signed.key.clone(),
        signed_by: signed_by.to_string(),
        units: bundle.units.iter().map(show).collect(),
    }
}
