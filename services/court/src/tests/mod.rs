//! Tests of the hands of the court: requests, public events, and whole cases over a real database.

mod course;
mod enforcement;
mod golden;
mod payment;
mod protection;
mod requests;

use std::collections::BTreeSet;

use jiefen_court_rules::confirmation::{Agreement, Subject};
use jiefen_court_rules::filing::{AverageWage, Measure};
use jiefen_procedure::Brief;
use jiefen_vocab::{
    Channel, DisputeId, DisputeKind, Fen, Party, PartyKind, PartyRole, Private, TrackKind,
};
use jiff::civil::{Date, date};

/// What stands in every private field of a sample.
const CANARY: &str = "马某某金丝雀";
const TODAY: Date = date(2026, 9, 3);
const CODE: &str = "640122-2026-000001-X";
const HASH: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

fn brief(n: u128, track: TrackKind) -> Brief {
    let party = |no, role| Party {
        no,
        name: Private::new(CANARY.to_owned()),
        role,
        kind: PartyKind::Person,
        minor: false,
        more: None,
    };
    Brief {
        dispute: DisputeId::from_bits((9 << 80) | n),
        code: CODE.to_owned(),
        kind: DisputeKind::PropertyManagement,
        channel: Channel::ZzTown,
        place: "640122101".parse().unwrap(),
        other_place: None,
        summary: Private::new(CANARY.to_owned()),
        parties: vec![party(1, PartyRole::Applicant), party(2, PartyRole::Respondent)],
        amount: Some(Fen::yuan(8400)),
        people: 2,
        flags: BTreeSet::new(),
        received_on: TODAY,
        track,
        basis: "民事诉讼法 122".to_owned(),
        known: Default::default(),
        consents: vec![],
    }
}

fn measure() -> Measure {
    Measure {
        amount: Some(Fen::yuan(8400)),
        money_only: true,
        simple: true,
        bars: BTreeSet::new(),
        agreed: vec![],
        wage: AverageWage { year: 2025, amount: Fen::yuan(120_000), source: CANARY.to_owned() },
    }
}

fn agreement() -> Agreement {
    Agreement {
        hash: HASH.to_owned(),
        effective_on: TODAY,
        body: "640122101.mediation".to_owned(),
        subjects: BTreeSet::from([Subject::Money]),
        content: Private::new(CANARY.to_owned()),
        due: vec![date(2026, 9, 30)],
    }
}
