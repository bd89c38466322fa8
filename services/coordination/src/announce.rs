//! The public events of coordination: references, codes and dates.

use jiefen_coordination_rules::Fact;
use jiefen_coordination_rules::suggestion::{Fact as Own, Proposed};
use jiefen_ledger::wire::date_to;
use jiefen_ledger::{Announcement, Told, head};
use jiefen_proto::jiefen::common::v1::Date as WireDate;
use jiefen_proto::jiefen::coordination::v1 as pb;
use jiff::civil::Date;

/// The plan's guidance to arbitration and suit, and the law behind it.
const BASIS: &str = "贺党办〔2021〕15号 七(二)；人民调解法26";

macro_rules! events {
    ($($message:ident = $fact:literal;)*) => {
        /// The types of the events that this area announces.
        pub const EVENTS: &[&str] = &[$(concat!("jiefen.coordination.v1.", stringify!($message)),)*];

        $(impl Event for pb::$message {
            const KIND: &'static str = concat!("jiefen.coordination.v1.", stringify!($message));
            const FACT: &'static str = $fact;
        })*
    };
}

trait Event: prost::Message {
    const KIND: &'static str;
    const FACT: &'static str;
}

events! {
    RoutesProposed = "routes_proposed";
    ChoiceRecorded = "choice_recorded";
    HolderReminded = "holder_reminded";
    SilenceRaised = "silence_raised";
    ProposalDropped = "dropped";
}

fn tell<E: Event>(event: E) -> Option<Announcement> {
    let payload = event.encode_to_vec();
    Some(Announcement { kind: E::KIND, aggregate: "suggestion", fact: E::FACT, payload })
}

fn day(on: Date) -> Option<WireDate> {
    Some(date_to(on))
}

/// The public event of a fact, when it has one.
pub fn announce(told: &Told<'_>, fact: &Fact) -> Option<Announcement> {
    let Fact::Suggestion(fact) = fact;
    let head = Some(head(told, BASIS));
    match fact {
        Own::SuggestionOpened { holder, failed, routes, rule, .. } => {
            let track = |route: &Proposed| route.track.code().to_owned();
            tell(pb::RoutesProposed {
                head,
                tracks: routes.iter().map(track).collect(),
                bodies: routes.iter().map(|route| route.body.clone()).collect(),
                rule: rule.clone(),
                holder: holder.to_string(),
                failed: failed.code().to_owned(),
            })
        }
        Own::RouteChosen { track, proposed, on, .. } => tell(pb::ChoiceRecorded {
            head,
            track: track.code().to_owned(),
            proposed: *proposed,
            on: day(*on),
        }),
        Own::HolderReminded { rule, on } => {
            tell(pb::HolderReminded { head, rule: rule.clone(), on: day(*on) })
        }
        Own::RaisedToCentre { centre, on } => {
            tell(pb::SilenceRaised { head, centre: centre.to_string(), on: day(*on) })
        }
        Own::SuggestionDropped { on, .. } => tell(pb::ProposalDropped { head, on: day(*on) }),
        // The holder knows best that it was told.
        Own::HolderTold { .. } => None,
    }
}
