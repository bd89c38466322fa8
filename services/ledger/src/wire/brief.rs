//! Briefs and dates on the wire.

use std::collections::BTreeMap;

use jiefen_procedure::matrix::{Known, Standing};
use jiefen_procedure::{Brief, Consent, Papers};
use jiefen_proto::jiefen::common::v1 as wire;
use jiefen_vocab::{Fen, Moment, Private, TrackKind};
use jiff::civil::Date;

use super::party::{party_from, party_to};
use crate::error::Error;
use crate::wire::Fields;

/// The wire form of a date.
pub fn date_to(date: Date) -> wire::Date {
    wire::Date {
        year: i32::from(date.year()),
        month: i32::from(date.month()),
        day: i32::from(date.day()),
    }
}

/// A date from its wire form.
///
/// # Errors
/// What is wrong, Chinese first: there is no such day.
pub fn date_from(date: &wire::Date) -> Result<Date, String> {
    let wrong = || {
        format!("没有{}年{}月{}日这一天 (there is no such day)", date.year, date.month, date.day)
    };
    let year = i16::try_from(date.year).map_err(|_| wrong())?;
    let month = i8::try_from(date.month).map_err(|_| wrong())?;
    let day = i8::try_from(date.day).map_err(|_| wrong())?;
    Date::new(year, month, day).map_err(|_| wrong())
}

/// A moment as a protobuf timestamp.
pub fn stamp(at: Moment) -> pbjson_types::Timestamp {
    pbjson_types::Timestamp {
        seconds: at.0.div_euclid(1_000_000),
        nanos: (at.0.rem_euclid(1_000_000) * 1000) as i32,
    }
}

/// A moment from its protobuf timestamp, to the microsecond.
pub fn moment_from(stamp: &pbjson_types::Timestamp) -> Moment {
    let micros = stamp.seconds.saturating_mul(1_000_000);
    Moment(micros.saturating_add(i64::from(stamp.nanos) / 1000))
}

/// The wire form of a brief.
pub fn brief_to(brief: &Brief) -> wire::Brief {
    wire::Brief {
        dispute: brief.dispute.to_string(),
        code: brief.code.clone(),
        kind: brief.kind.code().to_owned(),
        channel: brief.channel.code().to_owned(),
        place: brief.place.to_string(),
        other_place: brief.other_place.map(|place| place.to_string()).unwrap_or_default(),
        summary: brief.summary.reveal().clone(),
        parties: brief.parties.iter().map(party_to).collect(),
        amount_fen: brief.amount.map(|amount| amount.0),
        people: brief.people,
        flags: brief.flags.iter().map(|flag| flag.code().to_owned()).collect(),
        received_on: Some(date_to(brief.received_on)),
        track: brief.track.code().to_owned(),
        basis: brief.basis.clone(),
        consents: brief.consents.iter().map(consent_to).collect(),
        known_tracks: brief.known.tracks.iter().map(track_to).collect(),
        known_facts: brief.known.facts.iter().map(ToString::to_string).collect(),
    }
}

fn track_to((track, standing): (&TrackKind, &Standing)) -> wire::KnownTrack {
    wire::KnownTrack { track: track.code().to_owned(), standing: standing.to_string() }
}

/// The wire form of a consent.
pub fn consent_to(consent: &Consent) -> wire::Consent {
    wire::Consent {
        party: consent.party,
        to: consent.to.code().to_owned(),
        given: consent.given,
        on: Some(date_to(consent.on)),
        by: consent.by.clone(),
    }
}

/// A brief from its wire form.
///
/// # Errors
/// Every wrong field, with dots from `path`.
pub fn brief_from(path: &str, brief: &wire::Brief) -> Result<Brief, Error> {
    let mut fields = Fields::new();
    let at = |name: &str| format!("{path}.{name}");
    let dispute = fields.parse(&at("dispute"), &brief.dispute);
    let kind = fields.parse(&at("kind"), &brief.kind);
    let channel = fields.parse(&at("channel"), &brief.channel);
    let place = fields.parse(&at("place"), &brief.place);
    let other_place = fields.parse_optional(&at("other_place"), &brief.other_place);
    let track = fields.parse(&at("track"), &brief.track);
    let received_on = fields.date(&at("received_on"), brief.received_on.as_ref());
    let flags = fields.parse_all(&at("flags"), &brief.flags);
    let mut parties = Vec::new();
    for (n, party) in brief.parties.iter().enumerate() {
        parties.extend(party_from(&mut fields, &at(&format!("parties[{n}]")), party));
    }
    let mut consents = Vec::new();
    for (n, consent) in brief.consents.iter().enumerate() {
        consents.extend(consent_from(&mut fields, &at(&format!("consents[{n}]")), consent));
    }
    let facts = fields.parse_all(&at("known_facts"), &brief.known_facts);
    let mut tracks = BTreeMap::new();
    for (n, known) in brief.known_tracks.iter().enumerate() {
        let path = at(&format!("known_tracks[{n}]"));
        let track: Option<TrackKind> = fields.parse(&format!("{path}.track"), &known.track);
        let standing = fields.parse(&format!("{path}.standing"), &known.standing);
        tracks.extend(track.zip(standing));
    }
    let built = (|| {
        Some(Brief {
            dispute: dispute?,
            code: brief.code.clone(),
            kind: kind?,
            channel: channel?,
            place: place?,
            other_place,
            summary: Private::new(brief.summary.clone()),
            parties,
            amount: brief.amount_fen.map(Fen),
            people: brief.people,
            flags,
            received_on: received_on?,
            track: track?,
            basis: brief.basis.clone(),
            consents,
            known: Known { tracks, facts },
        })
    })();
    fields.done(built)
}

fn consent_from(fields: &mut Fields, path: &str, consent: &wire::Consent) -> Option<Consent> {
    let to = fields.parse(&format!("{path}.to"), &consent.to);
    let on = fields.date(&format!("{path}.on"), consent.on.as_ref());
    Some(Consent {
        party: consent.party,
        to: to?,
        given: consent.given,
        on: on?,
        by: consent.by.clone(),
    })
}

/// The wire form of a result's papers.
pub fn papers_to(papers: &Papers) -> wire::Papers {
    let obligation = |(party, due, amount): &(u32, Date, Option<Fen>)| wire::PaperObligation {
        party: *party,
        due: Some(date_to(*due)),
        amount_fen: amount.map(|amount| amount.0),
    };
    wire::Papers {
        effect: papers.effect.clone().unwrap_or_default(),
        obligations: papers.obligations.iter().map(obligation).collect(),
        confirmable: papers.confirmable,
        remedy: papers.remedy.clone().unwrap_or_default(),
        not_done: papers.not_done.clone().unwrap_or_default(),
        on: papers.on.map(date_to),
    }
}

/// A result's papers from their wire form.
///
/// # Errors
/// Every wrong field.
pub fn papers_from(papers: &wire::Papers) -> Result<Papers, Error> {
    let mut fields = Fields::new();
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let mut obligations = Vec::new();
    for (n, owed) in papers.obligations.iter().enumerate() {
        let due = fields.date(&format!("papers.obligations[{n}].due"), owed.due.as_ref());
        obligations.extend(due.map(|due| (owed.party, due, owed.amount_fen.map(Fen))));
    }
    let on = fields.date_optional("papers.on", papers.on.as_ref());
    fields.done(Some(Papers {
        effect: some(&papers.effect),
        obligations,
        confirmable: papers.confirmable,
        remedy: some(&papers.remedy),
        not_done: some(&papers.not_done),
        on,
    }))
}
