//! What the events of other agencies say to coordination.

use jiefen_coordination_rules::{Trigger, event};
use jiefen_ledger::Envelope;
use jiefen_ledger::wire::date_from;
use jiefen_proto::jiefen::common::v1::Date as WireDate;
use jiefen_proto::jiefen::{
    arbitration::v1 as arbitration, intake::v1 as intake, mediation::v1 as mediation,
};
use jiefen_vocab::{Agency, DisputeId, RegionLevel, TrackKind};
use jiff::civil::Date;
use prost::Message;

/// What an event means for the proposals of its dispute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// It may set off a rule.
    Trigger(Box<Trigger>),
    /// A route was chosen.
    Chosen(TrackKind),
    /// The holder has the proposal.
    Told,
    /// The dispute is over.
    Over,
    /// Nothing.
    Nothing,
}

/// What an event says. One that does not read says nothing.
pub fn said(envelope: &Envelope, dispute: DisputeId) -> Said {
    let payload = envelope.payload.as_slice();
    match envelope.kind.as_str() {
        event::MEDIATION_ENDED => mediation::MediationEnded::decode(payload)
            .map_or(Said::Nothing, |ended| {
                Said::Trigger(Box::new(trigger(envelope, dispute, &ended)))
            }),
        event::ROUTE_CHOSEN => chosen(intake::RouteChosen::decode(payload).map(|m| m.track)),
        event::REFERRAL_OFFERED => {
            chosen(intake::ReferralOffered::decode(payload).map(|m| m.track))
        }
        event::MEDIATION_APPLIED => {
            chosen(mediation::MediationApplied::decode(payload).map(|m| m.track))
        }
        event::ARBITRATION_ACCEPTED => {
            chosen(arbitration::CaseAccepted::decode(payload).map(|m| m.track))
        }
        event::ROUTE_OFFERED => Said::Told,
        event::DISPUTE_CLOSED => Said::Over,
        // Of these the type alone says the track.
        kind => event::chosen_track(kind).map_or(Said::Nothing, Said::Chosen),
    }
}

fn chosen(track: Result<String, prost::DecodeError>) -> Said {
    let track = track.ok().and_then(|track| track.parse().ok());
    track.map_or(Said::Nothing, Said::Chosen)
}

fn trigger(envelope: &Envelope, dispute: DisputeId, ended: &mediation::MediationEnded) -> Trigger {
    let on = day(ended.on.as_ref()).unwrap_or_else(|| envelope.occurred_at.day());
    Trigger {
        id: envelope.id,
        event: envelope.kind.clone(),
        agency: envelope.src,
        dispute,
        on,
        outcome: ended.outcome.parse().ok(),
        kind: ended.kind.parse().ok(),
        track: ended.track.parse().ok().or_else(|| track(&ended.procedure, envelope.src)),
    }
}

fn day(date: Option<&WireDate>) -> Option<Date> {
    date.and_then(|date| date_from(date).ok())
}

/// The track of a mediation whose agency does not say it: its procedure, and for people's mediation the level of the body.
fn track(procedure: &str, body: Agency) -> Option<TrackKind> {
    match (procedure, body.region.level()) {
        ("people_mediation", RegionLevel::Town | RegionLevel::Village) => {
            Some(TrackKind::PeopleMediationTown)
        }
        ("people_mediation", RegionLevel::County | RegionLevel::City | RegionLevel::Province) => {
            Some(TrackKind::PeopleMediation)
        }
        ("entrusted_mediation", _) => Some(TrackKind::CourtEntrustedMediation),
        _ => None,
    }
}
