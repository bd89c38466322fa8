//! What a form is opened with, because an earlier act has said it: nobody is asked the same twice in the life of a
//! dispute. What a deciding body knows of its own case is `dispute/matter`.

use jiefen_proto::jiefen::intake::v1 as intake;
use jiefen_proto::jiefen::mediation::v1 as mediation;
use jiefen_vocab::Region;
use jiff::civil::Date;

use crate::form::Form;
use crate::pages::dispute::Known;
use crate::pages::dispute::matter::Matter;
use crate::pages::room::view;

type Fields = Vec<(String, String)>;

/// What is known of what the form of an act asks. What is not known stays as the field itself opens.
pub(super) fn likely(
    known: &Known,
    matter: Option<&Matter>,
    (procedure, act): (&str, &str),
    today: Date,
) -> Form {
    let found = match (procedure, matter) {
        (_, Some(matter)) => matter.likely(act, today),
        ("people_mediation", None) => {
            known.mediation.as_ref().map(|talks| session(talks, act, today)).unwrap_or_default()
        }
        ("dispute", None) => {
            known.umbrella.as_ref().map(|found| umbrella(found, act)).unwrap_or_default()
        }
        (_, None) => Vec::new(),
    };
    Form::of(found.into_iter().filter(|(_, value)| !value.is_empty()).collect())
}

/// Where, how and when one meets: as it is set, else as the parties were offered it, else as one met last.
fn session(talks: &mediation::PeopleMediation, act: &str, today: Date) -> Fields {
    let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let offered = talks.slots.as_ref().and_then(|slots| slots.slots.first());
    let met = talks.planned.as_ref().or(talks.sessions.last());
    let (place, mode) = match (met, offered) {
        (Some(session), _) => (session.place.as_str(), session.mode.as_str()),
        (None, Some(slot)) => (slot.place.as_str(), slot.mode.as_str()),
        (None, None) => return Vec::new(),
    };
    let mut known = match act {
        "schedule" | "session" | "offer-times" => {
            vec![field("place", place), field("mode", mode)]
        }
        _ => Vec::new(),
    };
    let set = talks.planned.as_ref().map(|session| view::day(session.on.as_ref()));
    match (act, set) {
        ("schedule", Some(set)) => known.push(field("on", &set)),
        ("session", Some(set)) => known.push(field("on", &passed(set, today))),
        _ => {}
    }
    known
}

/// A day that was set for something, as the day on which it happened: not later than today.
pub(in crate::pages) fn passed(set: String, today: Date) -> String {
    let later = set.parse::<Date>().is_ok_and(|set| set > today);
    if later { today.to_string() } else { set }
}

/// The court of the county in which it happened.
fn court(found: &intake::Dispute) -> String {
    let place = found.content.as_ref().and_then(|content| content.place.parse::<Region>().ok());
    let county = place.and_then(|place| place.county());
    county.map(|county| format!("{county}.court")).unwrap_or_default()
}

/// The kind that the file has where the machine has no advice, the clause of the advice, the route that is being taken.
fn umbrella(found: &intake::Dispute, act: &str) -> Fields {
    let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let advice = found.advice.as_ref();
    let kind = found.content.as_ref().map_or("", |content| content.kind.as_str());
    let begun = found.head.as_ref().is_some_and(|head| head.state != "registered");
    let advised = advice.map_or("", |advice| advice.kind.as_str());
    let kind = if (begun || advised.is_empty()) && !kind.is_empty() { kind } else { advised };
    // A protection order and enforcement stand beside the route that is being taken.
    let route = |track: &&intake::Track| {
        !["protection_order", "enforcement"].contains(&track.kind.as_str())
    };
    let running = found.tracks.iter().rfind(route).map_or("", |track| track.kind.as_str());
    let advised = advice.map_or("", |advice| advice.track.as_str());
    let track = if running.is_empty() { advised } else { running };
    let clause = advice.map_or("", |advice| advice.clause.as_str());
    match act {
        "register" | "classify" => vec![field("kind", kind)],
        "consent" => vec![field("to", track)],
        "refer" | "designate" => vec![field("basis", clause)],
        "ask-protection" | "ask-enforcement" => vec![field("unit", &court(found))],
        _ => Vec::new(),
    }
}
