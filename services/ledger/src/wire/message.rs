//! The hand-off protocol's messages on the wire.

use std::collections::BTreeSet;

use jiefen_handoff::{Binding, Cause, Epoch, Ground, Message, Mode, Offer, VoidReason};
use jiefen_procedure::{Beside, Brief, IssuedPaper};
use jiefen_proto::jiefen::handoff::v1 as wire;
use jiefen_proto::jiefen::handoff::v1::handoff_message::Message as Wire;
use jiefen_vocab::{Agency, Moment};
use prost::Message as _;

use crate::error::Error;
use crate::wire::material::{
    material_to, materials_from, part_from, part_to, wanted_from, wanted_to,
};
use crate::wire::{Fields, brief_from, brief_to, papers_from, papers_to};

/// The longest text of a paper that another unit has issued.
const ISSUED_MAX: usize = 200;

/// The event type of a message: `jiefen.handoff.v1.Offered`.
pub const fn kind(message: &Message) -> &'static str {
    match message {
        Message::Offered(_) => "jiefen.handoff.v1.Offered",
        Message::Accepted { .. } => "jiefen.handoff.v1.Accepted",
        Message::Declined { .. } => "jiefen.handoff.v1.Declined",
        Message::Objected { .. } => "jiefen.handoff.v1.Objected",
        Message::Confirmed { .. } => "jiefen.handoff.v1.Confirmed",
        Message::Voided { .. } => "jiefen.handoff.v1.Voided",
        Message::ExpiryNotice { .. } => "jiefen.handoff.v1.ExpiryNotice",
        Message::ProgressReported { .. } => "jiefen.handoff.v1.ProgressReported",
        Message::ResultReported { .. } => "jiefen.handoff.v1.ResultReported",
        Message::ResultAcknowledged { .. } => "jiefen.handoff.v1.ResultAcknowledged",
        Message::DesignationRequested { .. } => "jiefen.handoff.v1.DesignationRequested",
        Message::Designated { .. } => "jiefen.handoff.v1.Designated",
        Message::TaskGiven { .. } => "jiefen.handoff.v1.TaskGiven",
        Message::TaskDeclined { .. } => "jiefen.handoff.v1.TaskDeclined",
        Message::TaskDone { .. } => "jiefen.handoff.v1.TaskDone",
        Message::TaskWithdrawn { .. } => "jiefen.handoff.v1.TaskWithdrawn",
    }
}

fn text<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map(T::to_string).unwrap_or_default()
}

fn micros(at: Option<Moment>) -> i64 {
    at.map_or(0, |at| at.0)
}

fn agencies(set: &BTreeSet<Agency>) -> Vec<String> {
    set.iter().map(Agency::to_string).collect()
}

fn offer_to(offer: &Offer) -> wire::Offered {
    wire::Offered {
        epoch: offer.epoch.to_string(),
        mode: offer.mode.code().to_owned(),
        due_micros: micros(offer.due),
        brief: offer.brief.to_string(),
        binding: match offer.binding {
            Binding::Free => "free",
            Binding::Designated => "designated",
            Binding::Final => "final",
        }
        .to_owned(),
        co_units: agencies(&offer.co_units),
        result_due_micros: micros(offer.result_due),
        declines: u32::from(offer.declines),
        ground: offer.ground.map(Ground::code).unwrap_or_default().to_owned(),
    }
}

/// The payload of a message, with the brief that travels beside it.
pub fn encode(message: &Message, brief: Option<&Brief>) -> Vec<u8> {
    encode_beside(message, &Beside { brief: brief.cloned(), ..Beside::default() })
}

/// The payload of a message with all that travels beside it.
pub fn encode_beside(message: &Message, beside: &Beside) -> Vec<u8> {
    wire::HandoffMessage {
        message: message_to(message),
        brief: beside.brief.as_ref().map(brief_to),
        person: beside.person.clone(),
        number: beside.number.clone(),
        papers: beside.papers.as_ref().map(papers_to),
        issued: beside.issued.iter().map(issued_to).collect(),
        materials: beside.materials.iter().map(material_to).collect(),
        wanted: beside.wanted.as_ref().map(wanted_to),
        part: beside.part.as_ref().map(part_to),
    }
    .encode_to_vec()
}

fn message_to(message: &Message) -> Option<Wire> {
    Some(match message {
        Message::Offered(offer) => Wire::Offered(offer_to(offer)),
        Message::Accepted { epoch } => Wire::Accepted(wire::Accepted { epoch: epoch.to_string() }),
        Message::Declined { epoch, ground, proposal } => Wire::Declined(wire::Declined {
            epoch: epoch.to_string(),
            ground: ground.code().to_owned(),
            proposal: text(proposal),
        }),
        Message::Objected { epoch, ground, proposal } => Wire::Objected(wire::Objected {
            epoch: epoch.to_string(),
            ground: ground.code().to_owned(),
            proposal: text(proposal),
        }),
        Message::Confirmed { epoch, mode } => Wire::Confirmed(wire::Confirmed {
            epoch: epoch.to_string(),
            mode: mode.code().to_owned(),
        }),
        Message::Voided { epoch, reason } => Wire::Voided(wire::Voided {
            epoch: epoch.to_string(),
            reason: match reason {
                VoidReason::Expired => "expired",
                VoidReason::Recalled => "recalled",
                VoidReason::Superseded => "superseded",
            }
            .to_owned(),
        }),
        Message::ExpiryNotice { epoch, unit, mode } => Wire::ExpiryNotice(wire::ExpiryNotice {
            epoch: epoch.to_string(),
            unit: unit.to_string(),
            mode: mode.code().to_owned(),
        }),
        Message::ProgressReported { epoch, at, track, next } => {
            Wire::ProgressReported(wire::ProgressReported {
                epoch: epoch.to_string(),
                at_micros: at.0,
                track: text(track),
                next_micros: micros(*next),
            })
        }
        Message::ResultReported { epoch, outcome, brief } => {
            Wire::ResultReported(wire::ResultReported {
                epoch: epoch.to_string(),
                outcome: outcome.code().to_owned(),
                brief: brief.to_string(),
            })
        }
        Message::ResultAcknowledged { epoch } => {
            Wire::ResultAcknowledged(wire::ResultAcknowledged { epoch: epoch.to_string() })
        }
        Message::DesignationRequested { epoch, brief, cause, proposal } => {
            Wire::DesignationRequested(request_to(*epoch, brief.to_string(), cause, proposal))
        }
        Message::Designated { epoch, to, mode, due, co_units, result_due, last } => {
            Wire::Designated(wire::Designated {
                epoch: epoch.to_string(),
                to: to.to_string(),
                mode: mode.code().to_owned(),
                due_micros: due.0,
                co_units: agencies(co_units),
                result_due_micros: micros(*result_due),
                last: *last,
            })
        }
        Message::TaskGiven { .. }
        | Message::TaskDeclined { .. }
        | Message::TaskDone { .. }
        | Message::TaskWithdrawn { .. } => return task_to(message),
    })
}

/// The messages about a participant's task.
fn task_to(message: &Message) -> Option<Wire> {
    Some(match message {
        Message::TaskGiven { task, epoch, due } => Wire::TaskGiven(wire::TaskGiven {
            task: task.to_string(),
            epoch: epoch.to_string(),
            due_micros: due.0,
        }),
        Message::TaskDeclined { task, ground, proposal } => {
            Wire::TaskDeclined(wire::TaskDeclined {
                task: task.to_string(),
                ground: ground.code().to_owned(),
                proposal: text(proposal),
            })
        }
        Message::TaskDone { task, outcome } => Wire::TaskDone(wire::TaskDone {
            task: task.to_string(),
            outcome: outcome.code().to_owned(),
        }),
        Message::TaskWithdrawn { task } => {
            Wire::TaskWithdrawn(wire::TaskWithdrawn { task: task.to_string() })
        }
        Message::Offered(_)
        | Message::Accepted { .. }
        | Message::Declined { .. }
        | Message::Objected { .. }
        | Message::Confirmed { .. }
        | Message::Voided { .. }
        | Message::ExpiryNotice { .. }
        | Message::ProgressReported { .. }
        | Message::ResultReported { .. }
        | Message::ResultAcknowledged { .. }
        | Message::DesignationRequested { .. }
        | Message::Designated { .. } => return None,
    })
}

fn request_to(
    epoch: Epoch,
    brief: String,
    cause: &Cause,
    proposal: &Option<Agency>,
) -> wire::DesignationRequested {
    let (code, by, ground, offer) = match cause {
        Cause::Asked => ("asked", String::new(), "", None),
        Cause::Expired { by } => ("expired", by.to_string(), "", None),
        Cause::TwoDeclines => ("two_declines", String::new(), "", None),
        Cause::Objection { by, ground, offer } => {
            ("objection", by.to_string(), ground.code(), Some(offer_to(offer)))
        }
    };
    wire::DesignationRequested {
        epoch: epoch.to_string(),
        brief,
        cause: code.to_owned(),
        by,
        ground: ground.to_owned(),
        offer,
        proposal: text(proposal),
    }
}

fn issued_to(paper: &IssuedPaper) -> wire::IssuedPaper {
    wire::IssuedPaper {
        family: paper.family.clone(),
        number: paper.number.clone(),
        issued_on: paper.on.to_string(),
        check: paper.check.clone(),
    }
}

fn issued_from(fields: &mut Fields, paper: &wire::IssuedPaper) -> Option<IssuedPaper> {
    Some(IssuedPaper {
        family: fields.text("issued.family", &paper.family, ISSUED_MAX)?,
        number: paper.number.chars().take(ISSUED_MAX).collect(),
        on: fields.parse("issued.issued_on", &paper.issued_on)?,
        check: fields.text("issued.check", &paper.check, ISSUED_MAX)?,
    })
}

/// A message from its payload, with what travelled beside it.
///
/// # Errors
/// The bytes are not a message of the hand-off protocol, or a field of it is wrong; the error names
/// every such field.
pub fn decode(payload: &[u8]) -> Result<(Message, Beside), Error> {
    let wire = wire::HandoffMessage::decode(payload).map_err(|error| {
        Error::field("payload", format!("不是移交消息 (not a hand-off message): {error}"))
    })?;
    let brief = wire.brief.as_ref().map(|brief| brief_from("brief", brief)).transpose()?;
    let papers = wire.papers.as_ref().map(papers_from).transpose()?;
    let mut fields = Fields::new();
    let message = match wire.message {
        Some(message) => message_from(&mut fields, &message),
        None => {
            fields.fault("message", "消息类型未知或者为空 (an unknown or empty message)");
            None
        }
    };
    let issued = wire.issued.iter().filter_map(|paper| issued_from(&mut fields, paper)).collect();
    let materials = materials_from(&mut fields, &wire.materials);
    let wanted = wire.wanted.as_ref().map(wanted_from);
    let part = wire.part.map(part_from);
    let (person, number) = (wire.person, wire.number);
    let beside = Beside { brief, person, number, papers, issued, materials, wanted, part };
    Ok((fields.done(message)?, beside))
}

fn mode(fields: &mut Fields, code: &str) -> Option<Mode> {
    let found = Mode::ALL.into_iter().find(|mode| mode.code() == code);
    if found.is_none() {
        fields.fault("mode", format!("没有移交方式「{code}」 (no such mode)"));
    }
    found
}

fn ground(fields: &mut Fields, code: &str) -> Option<Ground> {
    let found = Ground::ALL.into_iter().find(|ground| ground.code() == code);
    if found.is_none() {
        fields.fault("ground", format!("没有理由「{code}」 (no such ground)"));
    }
    found
}

fn moment(micros: i64) -> Option<Moment> {
    (micros != 0).then_some(Moment(micros))
}

fn offer_from(fields: &mut Fields, offer: &wire::Offered) -> Option<Offer> {
    let binding = match offer.binding.as_str() {
        "free" => Some(Binding::Free),
        "designated" => Some(Binding::Designated),
        "final" => Some(Binding::Final),
        other => {
            fields.fault("binding", format!("没有效力「{other}」 (no such binding)"));
            None
        }
    };
    let back = if offer.ground.is_empty() { None } else { ground(fields, &offer.ground) };
    Some(Offer {
        epoch: fields.parse("epoch", &offer.epoch)?,
        mode: mode(fields, &offer.mode)?,
        due: moment(offer.due_micros),
        brief: fields.parse("brief", &offer.brief)?,
        binding: binding?,
        co_units: fields.parse_all("co_units", &offer.co_units),
        result_due: moment(offer.result_due_micros),
        declines: u8::try_from(offer.declines).unwrap_or(u8::MAX),
        ground: back,
    })
}

fn message_from(fields: &mut Fields, message: &Wire) -> Option<Message> {
    Some(match message {
        Wire::Offered(offer) => Message::Offered(offer_from(fields, offer)?),
        Wire::Accepted(m) => Message::Accepted { epoch: fields.parse("epoch", &m.epoch)? },
        Wire::Declined(m) => Message::Declined {
            epoch: fields.parse("epoch", &m.epoch)?,
            ground: ground(fields, &m.ground)?,
            proposal: fields.parse_optional("proposal", &m.proposal),
        },
        Wire::Objected(m) => Message::Objected {
            epoch: fields.parse("epoch", &m.epoch)?,
            ground: ground(fields, &m.ground)?,
            proposal: fields.parse_optional("proposal", &m.proposal),
        },
        Wire::Confirmed(m) => Message::Confirmed {
            epoch: fields.parse("epoch", &m.epoch)?,
            mode: mode(fields, &m.mode)?,
        },
        Wire::Voided(m) => Message::Voided {
            epoch: fields.parse("epoch", &m.epoch)?,
            reason: reason(fields, &m.reason)?,
        },
        Wire::ExpiryNotice(m) => Message::ExpiryNotice {
            epoch: fields.parse("epoch", &m.epoch)?,
            unit: fields.parse("unit", &m.unit)?,
            mode: mode(fields, &m.mode)?,
        },
        Wire::ProgressReported(m) => Message::ProgressReported {
            epoch: fields.parse("epoch", &m.epoch)?,
            at: Moment(m.at_micros),
            track: fields.parse_optional("track", &m.track),
            next: moment(m.next_micros),
        },
        Wire::ResultReported(m) => Message::ResultReported {
            epoch: fields.parse("epoch", &m.epoch)?,
            outcome: fields.parse("outcome", &m.outcome)?,
            brief: fields.parse("brief", &m.brief)?,
        },
        Wire::ResultAcknowledged(m) => {
            Message::ResultAcknowledged { epoch: fields.parse("epoch", &m.epoch)? }
        }
        Wire::DesignationRequested(m) => request_from(fields, m)?,
        Wire::Designated(m) => Message::Designated {
            epoch: fields.parse("epoch", &m.epoch)?,
            to: fields.parse("to", &m.to)?,
            mode: mode(fields, &m.mode)?,
            due: Moment(m.due_micros),
            co_units: fields.parse_all("co_units", &m.co_units),
            result_due: moment(m.result_due_micros),
            last: m.last,
        },
        Wire::TaskGiven(m) => Message::TaskGiven {
            task: fields.parse("task", &m.task)?,
            epoch: fields.parse("epoch", &m.epoch)?,
            due: Moment(m.due_micros),
        },
        Wire::TaskDeclined(m) => Message::TaskDeclined {
            task: fields.parse("task", &m.task)?,
            ground: ground(fields, &m.ground)?,
            proposal: fields.parse_optional("proposal", &m.proposal),
        },
        Wire::TaskDone(m) => Message::TaskDone {
            task: fields.parse("task", &m.task)?,
            outcome: fields.parse("outcome", &m.outcome)?,
        },
        Wire::TaskWithdrawn(m) => Message::TaskWithdrawn { task: fields.parse("task", &m.task)? },
    })
}

fn reason(fields: &mut Fields, code: &str) -> Option<VoidReason> {
    match code {
        "expired" => Some(VoidReason::Expired),
        "recalled" => Some(VoidReason::Recalled),
        "superseded" => Some(VoidReason::Superseded),
        other => {
            fields.fault("reason", format!("没有原因「{other}」 (no such reason)"));
            None
        }
    }
}

fn request_from(fields: &mut Fields, m: &wire::DesignationRequested) -> Option<Message> {
    let cause = match m.cause.as_str() {
        "asked" => Some(Cause::Asked),
        "two_declines" => Some(Cause::TwoDeclines),
        "expired" => fields.parse("by", &m.by).map(|by| Cause::Expired { by }),
        "objection" => {
            let by = fields.parse("by", &m.by);
            let ground = ground(fields, &m.ground);
            let offer = m.offer.as_ref().and_then(|offer| offer_from(fields, offer));
            if m.offer.is_none() {
                fields.fault("offer", "必填 (required)");
            }
            Some(Cause::Objection { by: by?, ground: ground?, offer: offer? })
        }
        other => {
            fields.fault("cause", format!("没有原因「{other}」 (no such cause)"));
            None
        }
    };
    Some(Message::DesignationRequested {
        epoch: fields.parse("epoch", &m.epoch)?,
        brief: fields.parse("brief", &m.brief)?,
        cause: cause?,
        proposal: fields.parse_optional("proposal", &m.proposal),
    })
}
