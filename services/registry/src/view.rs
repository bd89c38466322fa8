//! A unit's entry as everybody may read it.

use jiefen_ledger::Error;
use jiefen_ledger::wire::{date_to, stamp};
use jiefen_procedure::{Outline, Procedure};
use jiefen_proto::jiefen::common::v1::{CaseHead, Date as WireDate};
use jiefen_proto::jiefen::registry::v1 as pb;
use jiefen_registry_rules::unit::{Stage, State, Unit};
use jiefen_registry_rules::{
    Change, Duty, Field, Member, Membership, Node, Profile, Register, Seat, Signed,
};
use jiefen_vocab::CaseId;
use jiff::civil::Date;

use crate::announce::agency;
use crate::bundle::Entry;
use crate::case_id;

fn day(on: Option<Date>) -> Option<WireDate> {
    on.map(date_to)
}

/// The head of an entry in a list: without clocks, which the entry itself shows.
pub fn head((id, version, state): &Entry) -> CaseHead {
    listed(*id, *version, Unit::outline(state))
}

/// The head of any entry in a list.
pub fn listed(id: CaseId, version: i64, outline: Outline) -> CaseHead {
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
        also: profile.also.iter().cloned().collect(),
        phone: profile.phone.clone().unwrap_or_default(),
        address: profile.address.clone().unwrap_or_default(),
        membership: profile.membership.as_ref().map(membership),
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

/// A signed bundle with its units to read, and as the file of a node.
///
/// # Errors
/// It cannot be written as JSON.
pub fn bundle(signed: &Signed) -> Result<pb::Bundle, Error> {
    let bundle = &signed.bundle;
    let register = bundle.register(bundle.valid_from);
    let show = |state: &State| {
        let entry = (case_id(state.agency), i64::from(state.version), state.clone());
        unit(CaseHead { etag: String::new(), ..head(&entry) }, state, &register)
    };
    let file = serde_json::to_string_pretty(signed)
        .map_err(|error| Error::Corrupt { doing: "write the bundle", why: error.to_string() })?;
    Ok(pb::Bundle {
        version: bundle.version,
        as_of: day(Some(bundle.valid_from)),
        content: bundle.bytes(),
        signature: signed.signature.clone(),
        key: signed.key.to_string(),
        signed_by: signed.signed_by.to_string(),
        units: bundle.units.iter().map(show).collect(),
        valid_from: day(Some(bundle.valid_from)),
        file,
    })
}

/// A change between two versions.
pub fn change(change: Change) -> pb::BundleChange {
    let field = |field: Field| pb::FieldChange {
        field: field.field,
        before: field.before,
        after: field.after,
    };
    pb::BundleChange {
        agency: change.agency.to_string(),
        part: change.part.code().to_owned(),
        key: change.key,
        change: change.what.code().to_owned(),
        fields: change.fields.into_iter().map(field).collect(),
    }
}

/// A body with those who are its members today.
pub fn body(entry: &State, membership: &Membership, register: &Register, today: Date) -> pb::Body {
    let listed = |member: &Member| {
        let unit = register.get(member.unit);
        let posts = unit.map(|unit| unit.profile.posts.as_slice()).unwrap_or_default();
        let post = posts.iter().find(|post| Some(&post.code) == member.post.as_ref());
        pb::ListedMember {
            member: Some(self::member(member)),
            unit_name: unit.map(|unit| unit.profile.name.clone()).unwrap_or_default(),
            post_name: post.map(|post| post.name.clone()).unwrap_or_default(),
            answered_by: agency(register.node_of(member.unit)),
        }
    };
    let sitting = membership.members.iter().filter(|member| member.sits_on(today));
    pb::Body {
        agency: entry.agency.to_string(),
        name: entry.profile.name.clone(),
        source: entry.profile.source.clone(),
        host: agency(membership.host),
        lead: agency(membership.lead),
        seats: seats(membership, |seat| membership.vacant(seat, today)),
        members: sitting.map(listed).collect(),
    }
}

fn seats(membership: &Membership, vacant: impl Fn(Seat) -> u32) -> Vec<pb::Seats> {
    let one = |(seat, number): (&Seat, &u32)| pb::Seats {
        seat: seat.code().to_owned(),
        number: *number,
        vacant: vacant(*seat),
    };
    membership.seats.iter().map(one).collect()
}

fn membership(membership: &Membership) -> pb::Membership {
    pb::Membership {
        host: agency(membership.host),
        lead: agency(membership.lead),
        seats: seats(membership, |_| 0),
        members: membership.members.iter().map(member).collect(),
    }
}

fn member(member: &Member) -> pb::Member {
    pb::Member {
        unit: member.unit.to_string(),
        post: member.post.clone().unwrap_or_default(),
        seat: member.seat.code().to_owned(),
        clause: member.clause.clone(),
        from: day(member.from),
        to: day(member.to),
    }
}
