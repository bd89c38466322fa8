//! The area's hands: requests, public events, cases on a real database, the service itself.

mod events;
mod node;
mod serve;
mod wire;

use std::collections::BTreeSet;

use jiefen_administrative_rules::reconsideration::{
    Accept, Act, ActKind, Apply, ByParty, Checks, Command, Decide, DecisionKind, Duty, Told, Track,
};
use jiefen_procedure::Brief;
use jiefen_vocab::{
    Channel, DisputeId, DisputeKind, Fen, Party, PartyKind, PartyRole, Private, TrackKind,
};
use jiff::civil::{Date, date};

/// What no announcement may contain.
const CANARY: &str = "金丝雀";
/// The citizen and the agency.
const CITIZEN: u32 = 1;
const AGENCY: u32 = 2;

fn day(month: i8, day: i8) -> Date {
    date(2026, month, day)
}

fn party(no: u32, role: PartyRole, kind: PartyKind) -> Party {
    Party { no, name: Private::new(format!("{CANARY}{no}")), role, kind, minor: false, more: None }
}

/// A shop against the agency that fined it, asked first on 2 March.
fn brief(n: u128) -> Brief {
    Brief {
        dispute: DisputeId::from_bits((9 << 80) | n),
        code: format!("{CANARY}-{n}"),
        kind: DisputeKind::Administrative,
        channel: Channel::AgencyCounter,
        place: "640122".parse().unwrap(),
        other_place: None,
        summary: Private::new(format!("{CANARY}不服罚款")),
        parties: vec![
            party(CITIZEN, PartyRole::Applicant, PartyKind::Person),
            party(AGENCY, PartyRole::Respondent, PartyKind::Org),
        ],
        amount: Some(Fen::yuan(20_000)),
        people: 1,
        flags: BTreeSet::new(),
        received_on: day(3, 2),
        track: TrackKind::AdministrativeReconsideration,
        basis: format!("{CANARY}行政复议法20"),
        known: Default::default(),
        consents: vec![],
    }
}

/// A fine of 20,000 yuan known on 2 February, with the notice of rights.
fn fine() -> Act {
    Act {
        kind: ActKind::Penalty,
        made_on: Some(day(2, 2)),
        knew_on: day(2, 2),
        told: Told::WithAct,
        real_estate: false,
        amount: Some(Fen::yuan(20_000)),
        longer_until: None,
        excused: vec![],
    }
}

fn apply(brief: Brief, on: Date) -> Command {
    let number = format!("{CANARY}案号");
    Command::Apply(Box::new(Apply { brief, number, act: Some(fine()), on }))
}

fn accept(on: Date) -> Command {
    let checks = Checks { suit_accepted: false, reviewed: false, withdrawn_before: false };
    let (agreed, reviewer) = (vec![], "r1".to_owned());
    Command::Accept(Accept { on, track: Track::Ordinary, agreed, checks, reviewer })
}

fn by(party: u32, on: Date) -> ByParty {
    ByParty { party, on }
}

fn duty() -> Duty {
    Duty { party: AGENCY, by: day(4, 30), amount: Some(Fen::yuan(5000)) }
}

fn decide(kind: DecisionKind, duty: Option<Duty>, on: Date) -> Command {
    let (worse, third_claims, third_proof) = (false, false, false);
    Command::Decide(Decide { on, kind, worse, third_claims, third_proof, duty })
}

/// From the acceptance on 12 March to a case that is ripe on 30 March.
fn to_the_hearing() -> Vec<(Date, Command)> {
    vec![
        (day(3, 12), accept(day(3, 12))),
        (day(3, 13), Command::ServeCopy(by(AGENCY, day(3, 13)))),
        (day(3, 26), Command::Reply(by(AGENCY, day(3, 26)))),
        (day(3, 30), Command::HearParties { on: day(3, 30), on_paper: false }),
    ]
}
