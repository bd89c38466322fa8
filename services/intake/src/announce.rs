//! The public events of the counter: references, codes and dates, never names.

use jiefen_intake_rules::Fact;
use jiefen_intake_rules::dispute::Fact as F;
use jiefen_ledger::{Announcement, Told, head};
use jiefen_proto::jiefen::intake::v1 as pb;
use serde::Serialize;

/// The clause of the plan on which the counter works.
const BASIS: &str = "贺党办〔2021〕15号 五(二)2";

macro_rules! events {
    ($($message:ident = $fact:literal;)*) => {
        /// The types of the events that the counter announces.
        pub const EVENTS: &[&str] = &[$(concat!("jiefen.intake.v1.", stringify!($message)),)*];

        $(impl Event for pb::$message {
            const KIND: &'static str = concat!("jiefen.intake.v1.", stringify!($message));
            const FACT: &'static str = $fact;
        })*
    };
}

trait Event: prost::Message {
    const KIND: &'static str;
    const FACT: &'static str;
}

events! {
    DisputeDetected = "detected";
    InquiryRecorded = "asked";
    DisputeTakenOver = "taken_over";
    DisputeRegistered = "registered";
    InquiryAnswered = "answered";
    DisputeMerged = "merged";
    DisputeUnmerged = "unmerged";
    DisputeSplit = "split";
    DisputeClassified = "classified";
    RouteOffered = "route_offered";
    RouteChosen = "route_chosen";
    TrackOpened = "track_opened";
    DesignationRequested = "designation_requested";
    UnitDesignated = "unit_designated";
    ReferralOffered = "referral_offered";
    ResponsibilityMoved = "responsibility_moved";
    TrackEnded = "track_ended";
    AgreementMade = "agreement_made";
    DecisionMade = "decision_made";
    AgreementConfirmed = "agreement_confirmed";
    DisputeUnresolved = "unresolved";
    DisputeEscalated = "escalated";
    DisputeReturned = "returned";
    DisputeSuspended = "suspended";
    DisputeResumed = "resumed";
    DisputeWithdrawn = "withdrawn";
    ObligationPerformed = "obligation_performed";
    AgreementBreached = "breached";
    DisputeClosed = "closed";
    DisputeArchived = "archived";
    DisputeReopened = "reopened";
}

fn tell<E: Event>(event: E) -> Option<Announcement> {
    let payload = event.encode_to_vec();
    Some(Announcement { kind: E::KIND, aggregate: "dispute", fact: E::FACT, payload })
}

/// The code of a value of a closed list, as it is stored.
fn code<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => code,
        Ok(_) | Err(_) => String::new(),
    }
}

/// The public event of a fact, when it has one.
pub fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
    match fact {
        Fact::Dispute(fact) => {
            let head = Some(head(told, BASIS));
            arrival(head.clone(), fact)
                .or_else(|| course(head.clone(), fact))
                .or_else(|| end(head, fact))
        }
        // An inquiry that becomes no dispute is nobody else's business.
        // Nor are the registers of the watch, nor what a party asks of this unit.
        Fact::Inquiry(_) | Fact::Watch(_) | Fact::Request(_) => None,
        Fact::RiskCase(fact) => crate::risk::announce::risk(told, fact),
        Fact::MassIncident(fact) => crate::risk::announce::incident(told, fact),
        Fact::Screening(fact) => crate::risk::announce::screening(told, fact),
    }
}

type Head = Option<jiefen_proto::jiefen::common::v1::FactHead>;

/// Up to the choice of the route.
fn arrival(head: Head, fact: &F) -> Option<Announcement> {
    let place = |contact: &jiefen_intake_rules::dispute::parts::Contact| {
        (contact.door.channel.code().to_owned(), contact.content.place.to_string())
    };
    match fact {
        F::Detected(contact) => {
            let (channel, place) = place(contact);
            tell(pb::DisputeDetected { head, channel, place })
        }
        F::InquiryRecorded(contact) => {
            let (channel, place) = place(contact);
            tell(pb::InquiryRecorded { head, channel, place })
        }
        F::TakenOver(taken) => tell(pb::DisputeTakenOver { head, from: taken.from.to_string() }),
        F::Registered { content, .. } => tell(pb::DisputeRegistered {
            head,
            kind: content.kind.code().to_owned(),
            place: content.place.to_string(),
            people: content.people,
        }),
        F::Answered { .. } => tell(pb::InquiryAnswered { head }),
        F::Merged { into, .. } => tell(pb::DisputeMerged { head, into: into.to_string() }),
        F::Unmerged { .. } => tell(pb::DisputeUnmerged { head }),
        F::SplitOff { new, .. } => tell(pb::DisputeSplit { head, new: new.to_string() }),
        F::Classified { result, .. } => tell(pb::DisputeClassified {
            head,
            kind: result.kind.code().to_owned(),
            risk: code(&result.risk),
        }),
        F::RoutesOffered { routes, .. } => {
            let tracks = routes.iter().map(|route| route.track.code().to_owned()).collect();
            tell(pb::RouteOffered { head, tracks })
        }
        F::RouteChosen { choice, .. } => tell(pb::RouteChosen {
            head,
            track: choice.track.code().to_owned(),
            insists: choice.insists,
        }),
        F::OwnTrackOpened { track, .. } => {
            tell(pb::TrackOpened { head, track: track.code().to_owned() })
        }
        #[rustfmt::skip] // a list of what is told elsewhere or not at all
        F::DutiesEnded { .. } | F::Absorbed { .. } | F::Released { .. } | F::Linked { .. } |
        F::DesignationRequested { .. } | F::Designated { .. } | F::Objected { .. } |
        F::DesignationFinal { .. } | F::Offered { .. } | F::Accepted { .. } | F::Declined { .. } |
        F::OfferExpired { .. } | F::Recalled { .. } | F::BackToTriage { .. } | F::ProgressNoted { .. }
        | F::TrackEnded { .. } | F::Carried { .. } | F::AgreementMade { .. } | F::DecisionMade { .. }
        | F::ConfirmationEnded(_) | F::WentUnresolved { .. } | F::Escalated { .. } | F::EscalationAccepted { .. } |
        F::ReturnedDown { .. } | F::Suspended { .. } | F::Resumed { .. } | F::Withdrawn { .. } |
        F::FollowUpStarted { .. } | F::ObligationPerformed { .. } | F::Breached { .. } |
        F::PerformedInFull { .. } | F::NoticeServed { .. } | F::ChannelAnswered { .. } |
        F::ConsentRecorded { .. } | F::RepresentativesNamed { .. } | F::PersonNamed { .. } | F::Closed
        { .. } | F::Visited { .. } | F::Archived { .. } | F::Reopened { .. } | F::Chased { .. } |
        F::RightLapsed { .. } => None,
    }
}

/// From the designation to the result.
fn course(head: Head, fact: &F) -> Option<Announcement> {
    match fact {
        F::DesignationRequested { forced, .. } => {
            tell(pb::DesignationRequested { head, forced: *forced })
        }
        F::Designated { unit, track, .. } => tell(pb::UnitDesignated {
            head,
            unit: unit.to_string(),
            track: track.code().to_owned(),
            last: false,
        }),
        F::DesignationFinal { unit, track, .. } => tell(pb::UnitDesignated {
            head,
            unit: unit.to_string(),
            track: track.code().to_owned(),
            last: true,
        }),
        F::Offered { offer, .. } => tell(pb::ReferralOffered {
            head,
            unit: offer.unit.to_string(),
            track: offer.track.code().to_owned(),
            mode: offer.mode.code().to_owned(),
        }),
        F::Accepted { unit, moves: true, .. } | F::EscalationAccepted { unit, .. } => {
            tell(pb::ResponsibilityMoved { head, unit: unit.to_string() })
        }
        F::TrackEnded { unit, outcome, .. } => tell(pb::TrackEnded {
            head,
            unit: unit.to_string(),
            outcome: outcome.code().to_owned(),
        }),
        F::AgreementMade { unit, effect, obligations, .. } => tell(pb::AgreementMade {
            head,
            unit: unit.to_string(),
            effect: code(effect),
            obligations: u32::try_from(obligations.len()).unwrap_or(u32::MAX),
        }),
        F::DecisionMade { unit, .. } => tell(pb::DecisionMade { head, unit: unit.to_string() }),
        F::ConfirmationEnded(end) if end.confirmed => {
            tell(pb::AgreementConfirmed { head, unit: end.unit.to_string() })
        }
        F::WentUnresolved { ground, .. } => {
            tell(pb::DisputeUnresolved { head, ground: code(ground) })
        }
        F::Escalated { to, ground, .. } => tell(pb::DisputeEscalated {
            head,
            to: to.to_string(),
            ground: ground.as_ref().map(code).unwrap_or_default(),
        }),
        F::ReturnedDown { unit, .. } => tell(pb::DisputeReturned { head, unit: unit.to_string() }),
        #[rustfmt::skip] // a list of what is told elsewhere or not at all
        F::DutiesEnded { .. } | F::Detected(_) | F::InquiryRecorded(_) | F::TakenOver(_) |
        F::Registered { .. } | F::Answered { .. } | F::Merged { .. } | F::Unmerged { .. } |
        F::Absorbed { .. } | F::Released { .. } | F::Linked { .. } | F::SplitOff { .. } |
        F::Classified { .. } | F::RoutesOffered { .. } | F::RouteChosen { .. } | F::OwnTrackOpened {
        .. } | F::Objected { .. } | F::Accepted { .. } | F::Declined { .. } | F::OfferExpired { .. } |
        F::Recalled { .. } | F::BackToTriage { .. } | F::ProgressNoted { .. } | F::Carried { .. } |
        F::ConfirmationEnded(_) |
        F::Suspended { .. } | F::Resumed { .. } | F::Withdrawn { .. } | F::FollowUpStarted { .. } |
        F::ObligationPerformed { .. } | F::Breached { .. } | F::PerformedInFull { .. } |
        F::NoticeServed { .. } | F::ChannelAnswered { .. } | F::ConsentRecorded { .. } |
        F::RepresentativesNamed { .. } | F::PersonNamed { .. } | F::Closed { .. } | F::Visited { .. }
        | F::Archived { .. } | F::Reopened { .. } | F::Chased { .. } | F::RightLapsed { .. } => None,
    }
}

/// Rest, performance and end. Every fact that has no event of its own stands here by name.
fn end(head: Head, fact: &F) -> Option<Announcement> {
    match fact {
        F::Suspended { reason, .. } => tell(pb::DisputeSuspended { head, reason: code(reason) }),
        F::Resumed { .. } => tell(pb::DisputeResumed { head }),
        F::Withdrawn { all, .. } => tell(pb::DisputeWithdrawn { head, all: *all }),
        F::ObligationPerformed { obligation, on, due, .. } => tell(pb::ObligationPerformed {
            head,
            obligation: *obligation,
            due: due.to_string(),
            in_time: on <= due,
        }),
        F::Breached { obligation, enforceable, .. } => {
            tell(pb::AgreementBreached { head, obligation: *obligation, enforceable: *enforceable })
        }
        F::Closed { result, by, .. } => {
            tell(pb::DisputeClosed { head, result: code(result), by: by.to_string() })
        }
        F::Archived { .. } => tell(pb::DisputeArchived { head }),
        F::Reopened { ground, soon, .. } => {
            tell(pb::DisputeReopened { head, ground: code(ground), soon: *soon })
        }
        #[rustfmt::skip] // a list of what is told elsewhere or not at all
        F::DutiesEnded { .. } | F::Detected(_) | F::InquiryRecorded(_) | F::TakenOver(_) |
        F::Registered { .. } | F::Answered { .. } | F::Merged { .. } | F::Unmerged { .. } |
        F::Absorbed { .. } | F::Released { .. } | F::Linked { .. } | F::SplitOff { .. } |
        F::Classified { .. } | F::RoutesOffered { .. } | F::RouteChosen { .. } | F::OwnTrackOpened {
        .. } | F::DesignationRequested { .. } | F::Designated { .. } | F::Objected { .. } |
        F::DesignationFinal { .. } | F::Offered { .. } | F::Accepted { .. } | F::Declined { .. } |
        F::OfferExpired { .. } | F::Recalled { .. } | F::BackToTriage { .. } | F::ProgressNoted { .. }
        | F::TrackEnded { .. } | F::Carried { .. } | F::AgreementMade { .. } | F::DecisionMade { .. }
        | F::ConfirmationEnded(_) | F::WentUnresolved { .. } | F::Escalated { .. } | F::EscalationAccepted { .. } |
        F::ReturnedDown { .. } | F::FollowUpStarted { .. } | F::PerformedInFull { .. } |
        F::NoticeServed { .. } | F::ChannelAnswered { .. } | F::ConsentRecorded { .. } |
        F::RepresentativesNamed { .. } | F::PersonNamed { .. } | F::Visited { .. } | F::Chased { .. }
        | F::RightLapsed { .. } => None,
    }
}
