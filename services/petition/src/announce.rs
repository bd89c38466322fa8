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

/// An event that says no more than its day.
macro_rules! plain {
    ($message:ident, $on:expr, $head:ident, $basis:literal) => {
        tell(pb::$message { head: $head($basis), on: day(*$on) })
    };
}

/// An event with its day and one code.
macro_rules! coded {
    ($message:ident { $field:ident: $value:expr }, $on:expr, $head:ident, $basis:literal) => {
        tell(pb::$message { head: $head($basis), on: day(*$on), $field: $value.code().to_owned() })
    };
}

/// The public event of a fact, when it has one.
pub fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
    let Fact::Petition(fact) = fact;
    let head: Head<'_> = &|basis| Some(head(told, basis));
    match fact {
        Own::Received { .. } => received(fact, head),
        Own::ReportedUp { .. } => reported_up(fact, head),
        Own::Classified { .. } => classified(fact, head),
        Own::Forwarded { .. } => forwarded(fact, head),
        Own::Acknowledged { .. } => acknowledged(fact, head),
        Own::Objected { on, .. } => plain!(PetitionObjected, on, head, "T-L-03"),
        Own::ObjectionLapsed { on } => plain!(ObjectionLapsed, on, head, "T-L-03"),
        Own::Designated { on, by, .. } => coded!(PetitionDesignated { by: by }, on, head, "T-L-04"),
        Own::Told { on, .. } => plain!(PetitionerTold, on, head, "T-L-02"),
        Own::TellingExcused { on } => plain!(TellingExcused, on, head, "T-L-02"),
        Own::Replied { on, reply, .. } => {
            coded!(PetitionReplied { reply: reply }, on, head, "信访工作条例29、31")
        }
        Own::Accepted { on, .. } => plain!(PetitionAccepted, on, head, "T-L-05"),
        Own::Extended { on, .. } => plain!(TermExtended, on, head, "T-L-05"),
        Own::OpinionGiven { on, verdict } => {
            coded!(OpinionGiven { verdict: verdict }, on, head, "T-L-05")
        }
        Own::OpinionServed { on, .. } => plain!(OpinionServed, on, head, "T-L-06"),
        Own::ReviewAsked { on } => plain!(ReviewAsked, on, head, "T-L-06"),
        Own::ReviewGiven { on, verdict } => {
            coded!(ReviewGiven { verdict: verdict }, on, head, "T-L-06")
        }
        Own::ReviewServed { on, .. } => plain!(ReviewServed, on, head, "T-L-07"),
        Own::RereviewAsked { on } => plain!(RereviewAsked, on, head, "T-L-07"),
        Own::HearingStarted { on } => plain!(HearingStarted, on, head, "T-L-07"),
        Own::HearingEnded { on } => plain!(HearingEnded, on, head, "T-L-07"),
        Own::RereviewGiven { on, verdict } => {
            coded!(RereviewGiven { verdict: verdict }, on, head, "T-L-07")
        }
        Own::Closed { on, how, .. } => {
            let how = outcome(*how);
            coded!(PetitionClosed { outcome: how }, on, head, "信访工作条例22至36")
        }
        Own::Recused { .. } | Own::Assigned { .. } => None,
    }
}

fn received(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::Received { on, form, earlier, grave, to, .. } = fact else { return None };
    tell(pb::PetitionReceived {
        head: head("信访工作条例22"),
        on: day(*on),
        form: form.code().to_owned(),
        grave: *grave,
        petitioners: count(to),
        known: earlier.is_some(),
    })
}

fn reported_up(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::ReportedUp { on, receivers } = fact else { return None };
    let receivers = count(receivers);
    tell(pb::PetitionReportedUp { head: head("T-L-11"), on: day(*on), receivers })
}

fn classified(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::Classified { on, branch, route, .. } = fact else { return None };
    tell(pb::PetitionClassified {
        head: head("T-L-08"),
        on: day(*on),
        branch: branch.code().to_owned(),
        route: route.map(|route| route.code().to_owned()).unwrap_or_default(),
    })
}

fn forwarded(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::Forwarded { on, report_by, .. } = fact else { return None };
    let report_by = report_by.and_then(day);
    tell(pb::PetitionForwarded { head: head("T-L-01"), on: day(*on), report_by })
}

fn acknowledged(fact: &Own, head: Head<'_>) -> Option<Announcement> {
    let Own::Acknowledged { on, fixed } = fact else { return None };
    tell(pb::PetitionAcknowledged {
        head: head("信访工作条例23"), on: day(*on), fixed: *fixed
    })
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
