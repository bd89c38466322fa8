//! Tests of the area's hands: requests, public events, and whole cases over a real database.

mod course;
mod custody;
mod golden;
mod industry;
mod lawyer;
mod requests;
mod requests_industry;
mod requests_lawyer;

use std::collections::BTreeSet;

use jiefen_mediation_rules::agreement::{Draft, Obligation, Subject};
use jiefen_procedure::{Brief, Consent};
use jiefen_vocab::{
    Channel, DisputeId, DisputeKind, Fen, Party, PartyKind, PartyRole, Private, TrackKind,
};
use jiff::civil::{Date, date};

/// What stands in every private field of a sample.
const CANARY: &str = "马某某金丝雀";
const TODAY: Date = date(2026, 9, 3);
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
    let agrees = |party| Consent {
        party,
        to: TrackKind::CourtEntrustedMediationInLitigation,
        given: true,
        on: TODAY,
        by: "counter".to_owned(),
    };
    Brief {
        dispute: DisputeId::from_bits((9 << 80) | n),
        code: "640122-2026-000001-X".to_owned(),
        kind: DisputeKind::Neighbour,
        channel: Channel::ZzTown,
        place: "640122101".parse().unwrap(),
        other_place: None,
        summary: Private::new(CANARY.to_owned()),
        parties: vec![party(1, PartyRole::Applicant), party(2, PartyRole::Respondent)],
        amount: Some(Fen::yuan(6000)),
        people: 2,
        flags: BTreeSet::new(),
        received_on: TODAY,
        track,
        basis: "贺党办〔2021〕15号 五(二)".to_owned(),
        known: Default::default(),
        consents: vec![agrees(1), agrees(2)],
    }
}

fn draft(due: Date) -> Draft {
    let owed = Obligation {
        no: 1,
        obligor: 2,
        obligee: 1,
        what: Private::new(CANARY.to_owned()),
        amount: Some(Fen::yuan(6000)),
        due,
        place: None,
    };
    Draft {
        hash: HASH.to_owned(),
        facts: Private::new(CANARY.to_owned()),
        obligations: vec![owed],
        subjects: BTreeSet::from([Subject::Money]),
        faults: BTreeSet::new(),
    }
}
