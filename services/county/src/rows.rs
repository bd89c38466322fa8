//! An entry as rows of named texts: what is signed, and what is compared.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde::{Deserialize, Serialize};

use crate::entry::{Duty, Profile};
use crate::membership::Membership;
use crate::unit::{Entry, Stage};

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The unit itself, its superiors and its stage.
    Unit,
    /// An item of its power-and-duty list.
    Duty,
    /// A post.
    Post,
    /// How many of a seat a body has.
    Seat,
    /// A member of a body.
    Member,
    /// A public key of its node.
    Key,
    /// Where its node is reached.
    Endpoint,
}

impl Part {
    /// The code that stands in answers and signed bytes.
    pub const fn code(self) -> &'static str {
        match self {
            Part::Unit => "unit",
            Part::Duty => "duty",
            Part::Post => "post",
            Part::Seat => "seat",
            Part::Member => "member",
            Part::Key => "key",
            Part::Endpoint => "endpoint",
        }
    }

    /// The Chinese name.
    pub const fn zh(self) -> &'static str {
        match self {
            Part::Unit => "单位",
            Part::Duty => "权责",
            Part::Post => "岗位",
            Part::Seat => "席位",
            Part::Member => "成员",
            Part::Key => "公钥",
            Part::Endpoint => "节点地址",
        }
    }
}

/// A row: what it is about, which one, and its fields. A field that is not set is not there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Row {
    pub(crate) part: Part,
    /// Which one: empty for the unit itself; two duties may have the same.
    pub(crate) key: String,
    pub(crate) fields: BTreeMap<&'static str, String>,
}

impl Row {
    fn new(part: Part, key: impl Display) -> Row {
        Row { part, key: key.to_string(), fields: BTreeMap::new() }
    }

    fn with(mut self, name: &'static str, value: impl Display) -> Row {
        self.fields.insert(name, value.to_string());
        self
    }

    fn maybe(self, name: &'static str, value: Option<impl Display>) -> Row {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }
}

/// The rows of an entry, in their order: everything that a bundle says of a unit.
pub(crate) fn rows(entry: &Entry) -> Vec<Row> {
    let mut rows = vec![unit(entry)];
    let profile = &entry.profile;
    rows.extend(profile.duties.iter().map(duty));
    rows.extend(profile.posts.iter().map(|post| {
        Row::new(Part::Post, &post.code).with("name", &post.name).with("role", post.role)
    }));
    rows.extend(profile.membership.iter().flat_map(members));
    let node = entry.node();
    rows.extend(node.iter().flat_map(|node| &node.keys).map(|key| {
        Row::new(Part::Key, &key.key).with("from", key.from.0).maybe("to", key.to.map(|to| to.0))
    }));
    let endpoints = node.iter().flat_map(|node| &node.endpoints);
    rows.extend(endpoints.map(|endpoint| Row::new(Part::Endpoint, endpoint)));
    rows.sort();
    rows
}

fn unit(entry: &Entry) -> Row {
    let Profile { kind, name, served_by, source, valid_from, valid_to, also, membership, .. } =
        &entry.profile;
    let phone = entry.profile.phone.as_deref();
    let (host, lead) = membership.as_ref().map_or((None, None), |body| (body.host, body.lead));
    let row = Row::new(Part::Unit, "")
        .with("version", entry.version)
        .with("changed_on", entry.changed_on)
        .with("review_due", entry.review_due)
        .with("kind", kind.code())
        .with("name", name)
        .with("source", source)
        .with("valid_from", valid_from)
        .maybe("valid_to", *valid_to)
        .maybe("served_by", *served_by)
        .maybe("territorial", entry.territorial)
        .maybe("authority", entry.authority)
        .maybe("phone", phone)
        .maybe("address", entry.profile.address.as_deref())
        .maybe("host", host)
        .maybe("lead", lead)
        .maybe("body", membership.as_ref().map(|_| true))
        .maybe("also", (!also.is_empty()).then(|| listed(also.iter())))
        .maybe("node_since", entry.node().map(|node| node.since));
    match &entry.stage {
        Stage::Listed => row.with("stage", "listed"),
        Stage::Admitted { .. } => row.with("stage", "admitted"),
        Stage::Suspended { reason, since, .. } => {
            row.with("stage", "suspended").with("suspended_on", since).with("suspended_for", reason)
        }
        Stage::Closed { on, successor, .. } => {
            row.with("stage", "closed").with("closed_on", on).maybe("successor", *successor)
        }
    }
}

fn duty(duty: &Duty) -> Row {
    Row::new(Part::Duty, format!("{} {}", duty.clause, duty.power.code()))
        .with("kinds", listed(duty.kinds.iter()))
        .with("tracks", listed(duty.tracks.iter()))
}

fn members(body: &Membership) -> Vec<Row> {
    let seat = |(seat, number): (&crate::membership::Seat, &u32)| {
        Row::new(Part::Seat, seat.code()).with("number", number)
    };
    let mut rows: Vec<Row> = body.seats.iter().map(seat).collect();
    rows.extend(body.members.iter().map(|member| {
        Row::new(Part::Member, member.name())
            .with("seat", member.seat.code())
            .with("clause", &member.clause)
            .maybe("from", member.from)
            .maybe("to", member.to)
    }));
    rows
}

/// Codes, none of which has a comma in it.
fn listed(codes: impl Iterator<Item = impl Display>) -> String {
    codes.map(|code| code.to_string()).collect::<Vec<_>>().join(",")
}
