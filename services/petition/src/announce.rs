//! The public events of the area: references, codes, numbers and days, never names or texts. They say
//! neither what a petition asks nor which unit it concerns: whoever is accused must not learn of it
//! (T-L-12).

use jiefen_ledger::wire::date_to;
use jiefen_ledger::{Announcement, Told, head};
use jiefen_petition_rules::Fact;
use jiefen_petition_rules::petition::{Ending, Fact as Own};
use jiefen_proto::jiefen::common::v1::{Date as WireDate, FactHead};
use jiefen_proto::jiefen::petition::v1 as pb;
use jiefen_vocab::Outcome;
use jiff::civil::Date;

use crate::codes::Code;

macro_rules! events {
    ($($message:ident = $aggregate:literal, $fact:literal;)*) => {
        /// The types of the events that this area announces.
        pub const EVENTS: &[&str] = &[$(concat!("jiefen.petition.v1.", stringify!($message)),)*];

        $(impl Event for pb::$message {
            const KIND: &'static str = concat!("jiefen.petition.v1.", stringify!($message));
            const AGGREGATE: &'static str = $aggregate;
            const FACT: &'static str = $fact;
        })*
    };
}

trait Event: prost::Message {
    const KIND: &'static str;
    const AGGREGATE: &'static str;
    const FACT: &'static str;
}

events! {
    PetitionReceived = "petition", "received";
    PetitionReportedUp = "petition", "reported_up";
    PetitionClassified = "petition", "classified";
    PetitionForwarded = "petition", "forwarded";
    PetitionAcknowledged = "petition", "acknowledged";
    PetitionObjected = "petition", "objected";
    ObjectionLapsed = "objection", "lapsed";
    PetitionDesignated = "petition", "designated";
    PetitionerTold = "petitioner", "told";
    TellingExcused = "telling", "excused";
    PetitionReplied = "petition", "replied";
    PetitionAccepted = "petition", "accepted";
    TermExtended = "term", "extended";
    OpinionGiven = "opinion", "given";
    OpinionServed = "opinion", "served";
    ReviewAsked = "review", "asked";
    ReviewGiven = "review", "given";
    ReviewServed = "review", "served";
    RereviewAsked = "rereview", "asked";
    HearingStarted = "hearing", "started";
    HearingEnded = "hearing", "ended";
    RereviewGiven = "rereview", "given";
    PetitionClosed = "petition", "closed";
}

fn tell<E: Event>(event: E) -> Option<Announcement> {
    let payload = event.encode_to_vec();
    Some(Announcement { kind: E::KIND, aggregate: E::AGGREGATE, fact: E::FACT, payload })
}

fn day(on: Date) -> Option<WireDate> {
    Some(date_to(on))
}

fn count<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

type Head<'a> = &'a dyn Fn(&str) -> Option<FactHead>;

/// The public event of a fact, when it has one.
pub fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
    let Fact::Petition(fact) = fact;
    let head: Head<'_> = &|basis| Some(head(told, basis));
    match fact {
        Own::Received { .. }
        | Own::ReportedUp { .. }
        | Own::Classified { .. }
        | Own::Forwarded { .. }
        | Own::Acknowledged { .. }
        | Own::Objected { .. }
        | Own::ObjectionLapsed { .. }
        | Own::Designated { .. }
        | Own::Told { .. }
        | Own::TellingExcused { .. }
        | Own::Replied { .. } => of_the_office(fact, head),
        Own::Accepted { .. }
        | Own::Extended { .. }
        | Own::OpinionGiven { .. }
        | Own::OpinionServed { .. }
        | Own::ReviewAsked { .. }
        | Own::ReviewGiven { .. }
        | Own::ReviewServed { .. }
        | Own::RereviewAsked { .. }
        | Own::HearingStarted { .. }
        | Own::HearingEnded { .. }
        | Own::RereviewGiven { .. }
        | Own::Closed { .. } => of_the_road(fact, head),
        Own::Recused { .. } | Own::Assigned { .. } => None,
    }
}

/// From receipt to the competent unit.
#[allow(clippy::wildcard_enum_match_arm, reason = "called for these facts only")]
fn of_the_office(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    match fact {
        Own::Received { on, form, earlier, grave, to, .. } => tell(pb::PetitionReceived {
            head: head("信访工作条例22"),
            on: day(*on),
            form: form.code().to_owned(),
            grave: *grave,
            petitioners: count(to),
            known: earlier.is_some(),
        }),
        Own::ReportedUp { on, receivers } => tell(pb::PetitionReportedUp {
            head: head("T-L-11"),
            on: day(*on),
            receivers: count(receivers),
        }),
        Own::Classified { on, branch, route, .. } => tell(pb::PetitionClassified {
            head: head("T-L-08"),
            on: day(*on),
            branch: branch.code().to_owned(),
            route: route.map(|route| route.code().to_owned()).unwrap_or_default(),
        }),
        Own::Forwarded { on, report_by, .. } => tell(pb::PetitionForwarded {
            head: head("T-L-01"),
            on: day(*on),
            report_by: report_by.and_then(day),
        }),
        Own::Acknowledged { on, fixed } => tell(pb::PetitionAcknowledged {
            head: head("信访工作条例23"),
            on: day(*on),
            fixed: *fixed,
        }),
        Own::Objected { on, .. } => {
            tell(pb::PetitionObjected { head: head("T-L-03"), on: day(*on) })
        }
        Own::ObjectionLapsed { on } => {
            tell(pb::ObjectionLapsed { head: head("T-L-03"), on: day(*on) })
        }
        Own::Designated { on, by, .. } => tell(pb::PetitionDesignated {
            head: head("T-L-04"),
            on: day(*on),
            by: by.code().to_owned(),
        }),
        Own::Told { on, .. } => tell(pb::PetitionerTold { head: head("T-L-02"), on: day(*on) }),
        Own::TellingExcused { on } => {
            tell(pb::TellingExcused { head: head("T-L-02"), on: day(*on) })
        }
        Own::Replied { on, reply, .. } => tell(pb::PetitionReplied {
            head: head("信访工作条例29、31"),
            on: day(*on),
            reply: reply.code().to_owned(),
        }),
        _ => None,
    }
}

/// From the acceptance to the end of the road.
#[allow(clippy::wildcard_enum_match_arm, reason = "called for these facts only")]
fn of_the_road(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    match fact {
        Own::Accepted { on, .. } => {
            tell(pb::PetitionAccepted { head: head("T-L-05"), on: day(*on) })
        }
        Own::Extended { on, .. } => tell(pb::TermExtended { head: head("T-L-05"), on: day(*on) }),
        Own::OpinionGiven { on, verdict } => tell(pb::OpinionGiven {
            head: head("T-L-05"),
            on: day(*on),
            verdict: verdict.code().to_owned(),
        }),
        Own::OpinionServed { on, .. } => {
            tell(pb::OpinionServed { head: head("T-L-06"), on: day(*on) })
        }
        Own::ReviewAsked { on } => tell(pb::ReviewAsked { head: head("T-L-06"), on: day(*on) }),
        Own::ReviewGiven { on, verdict } => tell(pb::ReviewGiven {
            head: head("T-L-06"),
            on: day(*on),
            verdict: verdict.code().to_owned(),
        }),
        Own::ReviewServed { on, .. } => {
            tell(pb::ReviewServed { head: head("T-L-07"), on: day(*on) })
        }
        Own::RereviewAsked { on } => tell(pb::RereviewAsked { head: head("T-L-07"), on: day(*on) }),
        Own::HearingStarted { on } => {
            tell(pb::HearingStarted { head: head("T-L-07"), on: day(*on) })
        }
        Own::HearingEnded { on } => tell(pb::HearingEnded { head: head("T-L-07"), on: day(*on) }),
        Own::RereviewGiven { on, verdict } => tell(pb::RereviewGiven {
            head: head("T-L-07"),
            on: day(*on),
            verdict: verdict.code().to_owned(),
        }),
        Own::Closed { on, how, .. } => tell(pb::PetitionClosed {
            head: head("信访工作条例22至36"),
            on: day(*on),
            outcome: outcome(*how).code().to_owned(),
        }),
        _ => None,
    }
}

/// The result as everybody may know it: an accusation that was passed on looks like any other matter that
/// another procedure settles.
fn outcome(how: Ending) -> Outcome {
    match how {
        Ending::InHand | Ending::RoadEnded => Outcome::Refused,
        Ending::Routed(_) | Ending::Transferred => Outcome::Transferred,
        Ending::Answered => Outcome::Performed,
        Ending::Settled => Outcome::Agreed,
        Ending::OpinionStands | Ending::ReviewStands | Ending::Terminated => Outcome::Decided,
        Ending::Withdrawn => Outcome::Withdrawn,
    }
}
