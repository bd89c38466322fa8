//! Finding disputes: by person, place, words, number and sound; and those that may be one.
//!
//! Access is part of the question. What a unit holds or held stands in the index under its code; the words of a
//! dispute with a minor stand there once for everybody, without names and account, and once for each unit that
//! handles it (S12, C-118).

mod ask;
mod show;
mod synthetic;
#[cfg(test)]
mod tests;
mod tokens;
mod viewer;

use std::collections::BTreeSet;

use jiefen_intake_rules::Case;
use jiefen_intake_rules::content::Content;
use jiefen_intake_rules::dispute::State;
use jiefen_intake_rules::dispute::parts::TrackState;
use jiefen_ledger::found::{Entry, Tokens, Words};
use jiefen_triage::similar::{self, Subject};
use jiefen_vocab::{Agency, Channel, Flag, PartyKind, Regions};
use jiff::civil::Date;

pub use ask::{Duplicates, Question, parse_duplicates, parse_search};
pub use show::{propose, search};
pub use synthetic::{QUESTIONS, Sample, sample};
pub use viewer::Viewer;

/// The version of the words; it grows whenever a rule of [`tokens`] or the fingerprint changes.
pub const VERSION: i32 = 1;

/// What lists of found disputes filter by.
pub fn entry(case: &Case) -> Option<Entry> {
    let Case::Dispute(state) = case else { return None };
    Some(Entry {
        kind: state.content.kind.code(),
        place: state.content.place,
        opened: state.own_inquiry.on,
        state: state.stage.code(),
        holder: state.responsible.unit,
        masked: masked(&state.content),
    })
}

/// True when both states have the same words.
pub fn same_words(before: &Case, after: &Case) -> bool {
    let (Case::Dispute(before), Case::Dispute(after)) = (before, after) else {
        // only disputes are found
        return true;
    };
    same_content(&before.content, &after.content)
        && before.doors == after.doors
        && holders(before) == holders(after)
}

/// True when what the words are made of is the same; consents and care are not among them.
fn same_content(a: &Content, b: &Content) -> bool {
    a.kind == b.kind
        && a.place == b.place
        && a.other_places == b.other_places
        && a.amount == b.amount
        && masked(a) == masked(b)
        && a.parties == b.parties
        && a.summary == b.summary
}

/// The words of a case.
pub fn words(case: &Case) -> Words {
    let Case::Dispute(state) = case else { return Words::default() };
    let channel = state.doors.first().map_or(Channel::Grid, |door| door.channel);
    let subject = subject(&state.content, channel, state.own_inquiry.on);
    let mut keys: Tokens = similar::keys(&subject).iter().collect();
    keys.extend(holders(state).into_iter().map(tokens::held_by));
    let print = serde_json::to_string(&similar::print(&subject)).unwrap_or_default();
    let open = terms(state, &seen(&state.content));
    if !masked(&state.content) {
        return Words { terms: open, keys, print };
    }
    let whole = terms(state, &state.content);
    let mut words = Words { terms: open, keys: Tokens::new(), print };
    for unit in handlers(state) {
        words.terms.extend(tokens::only_for(unit, &whole).iter());
        words.keys.extend(tokens::only_for(unit, &keys).iter());
    }
    words
}

/// What is compared of a registration.
pub(crate) fn subject(content: &Content, channel: Channel, day: Date) -> Subject<'_> {
    let parties = content.parties.iter();
    Subject {
        text: content.summary.reveal(),
        parties: parties.map(|party| (party.name.reveal().as_str(), party.role)).collect(),
        place: content.place,
        kind: content.kind,
        amount: content.amount,
        day,
        channel,
    }
}

/// True when names and account are only for the units that handle the dispute.
pub(crate) fn masked(content: &Content) -> bool {
    content.minors() || content.flags.contains(&Flag::MinorProtection)
}

/// The units that handle a dispute: whose umbrella it is, and who answers for it now.
pub(crate) fn handlers(state: &State) -> BTreeSet<Agency> {
    BTreeSet::from([state.home, state.responsible.unit])
}

/// The units that hold the dispute or have held it.
fn holders(state: &State) -> BTreeSet<Agency> {
    let mut units = handlers(state);
    units.insert(state.own_inquiry.unit);
    units.extend(state.taken_from);
    let accepted = state.tracks.iter().filter(|track| match track.state {
        TrackState::Running | TrackState::Ended { .. } => true,
        TrackState::Offered | TrackState::Declined | TrackState::Expired | TrackState::Recalled => {
            false
        }
    });
    units.extend(accepted.map(|track| track.unit));
    units
}

/// What everybody who finds the dispute may read of its content: of one with a minor no person and no account.
fn seen(content: &Content) -> Content {
    let mut seen = content.masked();
    if masked(content) {
        seen.parties.retain(|party| party.kind == PartyKind::Org);
        seen.summary = jiefen_vocab::Private::default();
    }
    seen
}

fn terms(state: &State, content: &Content) -> Tokens {
    let mut terms = tokens::of_codes(state.dispute, state.receipt);
    for party in &content.parties {
        terms.extend(tokens::of_name(party.name.reveal()).iter());
    }
    for place in content.other_places.iter().chain([&content.place]) {
        terms.extend(tokens::of_place(*place, name_of).iter());
    }
    terms.extend(tokens::of_kind(content.kind).iter());
    terms.extend(tokens::of_text(content.summary.reveal()).iter());
    for number in state.doors.iter().filter_map(|door| door.number.as_ref()) {
        terms.extend(tokens::of_text(number).iter());
    }
    terms.extend(holders(state).into_iter().map(tokens::held_by));
    terms
}

fn name_of(region: jiefen_vocab::Region) -> Option<String> {
    Regions::shipped().name(region).map(str::to_owned)
}
