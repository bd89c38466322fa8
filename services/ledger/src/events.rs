//! The public events that every area shares: referrals and clocks. References, codes and dates only.

use jiefen_handoff::Tell;
use jiefen_proto::jiefen::common::v1::FactHead;
use jiefen_proto::jiefen::handoff::v1 as wire;
use jiefen_vocab::{Agency, CaseId, DisputeId, FactId, Moment};
use prost::Message;

use crate::area::{Announcement, Told};
use crate::clocks::Turn;
use crate::draft::{Outgoing, Setting};
use crate::entity::clocks::Model as ClockRow;
use crate::envelope::Destination;

/// The clause of the plan under which one agency refers a dispute to another.
const REFERRAL_BASIS: &str = "贺党办〔2021〕15号 五(二)2";

/// The head of a public event.
pub fn head(told: &Told<'_>, basis: &str) -> FactHead {
    FactHead {
        dispute: told.dispute.map(|dispute| dispute.to_string()).unwrap_or_default(),
        case: told.case.to_string(),
        agency: told.agency.to_string(),
        occurred_at: Some(crate::wire::stamp(told.ctx.now)),
        version: told.version,
        basis: basis.to_owned(),
    }
}

/// The subject of an event: `jf.evt.<region>.<agency>.<aggregate>.<fact>.<id>`.
fn subject(agency: Agency, aggregate: &str, fact: &str, id: &str) -> String {
    format!("jf.evt.{}.{}.{aggregate}.{fact}.{id}", agency.region, agency.code)
}

/// An area's public event on its way to everybody.
pub(crate) fn everybody(told: &Told<'_>, event: Announcement) -> Outgoing {
    let about = told.dispute.map_or_else(|| told.case.to_string(), |dispute| dispute.to_string());
    Outgoing {
        id: told.id,
        dst: Destination::Everybody,
        dispute: told.dispute,
        subject: subject(told.agency, event.aggregate, event.fact, &about),
        kind: event.kind.to_owned(),
        epoch: String::new(),
        payload: event.payload,
    }
}

fn own_head(
    me: Agency,
    now: Moment,
    case: &str,
    dispute: Option<DisputeId>,
    version: i64,
    basis: &str,
) -> FactHead {
    FactHead {
        dispute: dispute.map(|dispute| dispute.to_string()).unwrap_or_default(),
        case: case.to_owned(),
        agency: me.to_string(),
        occurred_at: Some(crate::wire::stamp(now)),
        version,
        basis: basis.to_owned(),
    }
}

/// The event of what has become of a clock, when it is one of those that are told.
pub(crate) fn clock(
    set: &Setting<'_>,
    case: CaseId,
    dispute: Option<DisputeId>,
    version: i64,
    row: &ClockRow,
    turn: Turn,
) -> Outgoing {
    let head = Some(own_head(set.me, set.now, &case.to_string(), dispute, version, &row.rule));
    let (key, rule, due) = (row.key.clone(), row.rule.clone(), row.due.clone());
    let (kind, fact, payload) = match turn {
        Turn::Expired => (
            "jiefen.handoff.v1.ClockExpired",
            "expired",
            wire::ClockExpired { head, key, rule, due, effect: row.effect.clone() }.encode_to_vec(),
        ),
        Turn::Met => (
            "jiefen.handoff.v1.ClockMet",
            "met",
            wire::ClockMet { head, key, rule, due }.encode_to_vec(),
        ),
        Turn::Stopped => (
            "jiefen.handoff.v1.ClockStopped",
            "stopped",
            wire::ClockStopped { head, key, rule }.encode_to_vec(),
        ),
        Turn::Extended => (
            "jiefen.handoff.v1.ClockExtended",
            "extended",
            wire::ClockExtended { head, key, rule, due }.encode_to_vec(),
        ),
    };
    let about = dispute.map_or_else(|| case.to_string(), |dispute| dispute.to_string());
    Outgoing {
        id: (set.ids)(),
        dst: Destination::Everybody,
        dispute,
        subject: subject(set.me, "clock", fact, &about),
        kind: kind.to_owned(),
        epoch: String::new(),
        payload,
    }
}

/// The event of an offer that goes out.
pub(crate) fn offered(
    set: &Setting<'_>,
    dispute: DisputeId,
    to: Agency,
    offer: &jiefen_handoff::Offer,
) -> Outgoing {
    let head = Some(own_head(set.me, set.now, "", Some(dispute), 0, REFERRAL_BASIS));
    let event = wire::ReferralOffered {
        head,
        to: to.to_string(),
        mode: offer.mode.code().to_owned(),
        epoch: offer.epoch.to_string(),
    };
    Outgoing {
        id: (set.ids)(),
        dst: Destination::Everybody,
        dispute: Some(dispute),
        subject: subject(set.me, "referral", "offered", &dispute.to_string()),
        kind: "jiefen.handoff.v1.ReferralOffered".to_owned(),
        epoch: String::new(),
        payload: event.encode_to_vec(),
    }
}

/// The public event of something that the hand-off protocol records at the sender, if it has one.
pub(crate) fn referral(
    set: &Setting<'_>,
    id: FactId,
    dispute: DisputeId,
    tell: &Tell,
) -> Option<Outgoing> {
    let head = Some(own_head(set.me, set.now, "", Some(dispute), 0, REFERRAL_BASIS));
    let (kind, fact, payload) = told(head, tell)?;
    Some(Outgoing {
        id,
        dst: Destination::Everybody,
        dispute: Some(dispute),
        subject: subject(set.me, "referral", fact, &dispute.to_string()),
        kind: kind.to_owned(),
        epoch: String::new(),
        payload,
    })
}

/// Type, fact and payload of the event.
fn told(head: Option<FactHead>, tell: &Tell) -> Option<(&'static str, &'static str, Vec<u8>)> {
    let event = match tell {
        Tell::Accepted { by, epoch, mode } => {
            let (by, mode, epoch) = (by.to_string(), mode.code().to_owned(), epoch.to_string());
            let event = wire::ReferralAccepted { head, by, mode, epoch };
            ("jiefen.handoff.v1.ReferralAccepted", "accepted", event.encode_to_vec())
        }
        Tell::Declined { by, epoch, ground, proposal } => {
            let event = wire::ReferralDeclined {
                head,
                by: by.to_string(),
                ground: ground.code().to_owned(),
                proposal: proposal.map(|agency| agency.to_string()).unwrap_or_default(),
                epoch: epoch.to_string(),
            };
            ("jiefen.handoff.v1.ReferralDeclined", "declined", event.encode_to_vec())
        }
        Tell::Expired { by, epoch } => {
            let event =
                wire::ReferralExpired { head, by: by.to_string(), epoch: epoch.to_string() };
            ("jiefen.handoff.v1.ReferralExpired", "expired", event.encode_to_vec())
        }
        Tell::ResultSeen { by, epoch, outcome, .. } => {
            let (by, outcome) = (by.to_string(), outcome.code().to_owned());
            let event = wire::ReferralResulted { head, by, outcome, epoch: epoch.to_string() };
            ("jiefen.handoff.v1.ReferralResulted", "resulted", event.encode_to_vec())
        }
        Tell::OfferSeen { .. }
        | Tell::OfferGone { .. }
        | Tell::Objected { .. }
        | Tell::Overdue { .. }
        | Tell::ExpirySeen { .. }
        | Tell::ProgressSeen { .. }
        | Tell::ResultAcknowledged { .. }
        | Tell::DesignationForced { .. }
        | Tell::DesignationAsked { .. }
        | Tell::DesignationSeen { .. }
        | Tell::TaskSeen { .. }
        | Tell::TaskGone { .. }
        | Tell::TaskDone { .. }
        | Tell::TaskDeclined { .. } => return None,
    };
    Some(event)
}

/// The name of a fact from its JSON: the tag `fact`, or for an untagged enum its first key. What wraps an event that
/// several procedures share bears the event's name.
pub(crate) fn fact_name(body: &serde_json::Value) -> String {
    let tagged = body.get("fact").and_then(serde_json::Value::as_str);
    let first = || body.as_object().and_then(|map| map.keys().find(|key| *key != "procedure"));
    let shared = body.pointer("/event/event").and_then(serde_json::Value::as_str);
    shared
        .or(tagged)
        .or_else(|| body.as_str())
        .or_else(|| first().map(String::as_str))
        .unwrap_or_default()
        .to_owned()
}
