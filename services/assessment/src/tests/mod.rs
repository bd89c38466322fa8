//! Tests of the area's hands: what events say, figures computed anew, requests, whole sheets and orders.

mod announced;
mod cockpit;
mod office;
mod recompute;
mod requests;

use jiefen_ledger::testing::TestNode;
use jiefen_ledger::wire::{date_to, stamp};
use jiefen_proto::jiefen::common::v1::FactHead;
use jiefen_proto::jiefen::{
    court::v1 as court, handoff::v1 as handoff, intake::v1 as intake, mediation::v1 as mediation,
};
use jiefen_vocab::{CaseId, DisputeId, Moment};
use jiff::civil::{Date, date};
use prost::Message;

use crate::AssessmentArea;

const CENTRE: &str = "640122.centre";
const MEDIATION: &str = "640122.county_mediation_center";
const HOUSING: &str = "640122.housing";
const COURT: &str = "640122.court";
const OFFICE: &str = "640122.assessment";
/// What no announcement may contain.
const CANARY: &str = "金丝雀";

type Node = TestNode<AssessmentArea>;

/// A public event as another agency announces it.
#[derive(Clone)]
struct Told {
    from: &'static str,
    kind: &'static str,
    dispute: DisputeId,
    payload: Vec<u8>,
}

fn dispute(n: u128) -> DisputeId {
    DisputeId::from_bits((5 << 80) | n)
}

fn case(n: u128) -> CaseId {
    CaseId(dispute(n).0.derive("case"))
}

fn head(n: u128, from: &str, on: Date, version: i64) -> Option<FactHead> {
    Some(FactHead {
        dispute: dispute(n).to_string(),
        case: case(n).to_string(),
        agency: from.to_owned(),
        occurred_at: Some(stamp(Moment::from_local(on.at(9, 0, 0, 0)))),
        version,
        basis: "T".to_owned(),
    })
}

fn told(from: &'static str, kind: &'static str, n: u128, event: &impl Message) -> Told {
    Told { from, kind, dispute: dispute(n), payload: event.encode_to_vec() }
}

fn sep(day: i8) -> Date {
    date(2026, 9, day)
}

/// September in the county: ten mediations, four agreements, three suits, six referrals, seven clocks.
fn september() -> Vec<Told> {
    let mut all = Vec::new();
    for n in 1..=10 {
        all.push(registered(n));
        all.push(applied(n, sep(2)));
    }
    for n in 1..=4 {
        all.push(agreed(n, sep(10)));
    }
    all.push(performed(1, sep(12)));
    for n in 5..=7 {
        all.push(ended(n, sep(20)));
        all.extend(filed(n, sep(25)));
    }
    for n in 1..=6 {
        all.push(offered(n, sep(1)));
    }
    for n in 1..=3 {
        all.push(expired(n, sep(3)));
    }
    all.push(accepted(4, sep(2)));
    for n in 1..=4 {
        all.push(met(n, sep(10), 4));
    }
    all.push(met(20, sep(4), 2));
    all.push(passed_back(20, sep(4), 2));
    all.push(late(8, sep(30)));
    all
}

fn registered(n: u128) -> Told {
    let event = intake::DisputeRegistered {
        head: head(n, CENTRE, sep(1), 2),
        kind: "neighbour".to_owned(),
        place: if n.is_multiple_of(2) { "640122101" } else { "640122102" }.to_owned(),
        people: 2,
    };
    told(CENTRE, "jiefen.intake.v1.DisputeRegistered", n, &event)
}

fn applied(n: u128, on: Date) -> Told {
    let event = mediation::MediationApplied {
        head: head(n, MEDIATION, on, 1),
        procedure: "people_mediation".to_owned(),
        track: "people_mediation".to_owned(),
        on: Some(date_to(on)),
        ..mediation::MediationApplied::default()
    };
    told(MEDIATION, "jiefen.mediation.v1.MediationApplied", n, &event)
}

fn agreed(n: u128, on: Date) -> Told {
    let due_on = Some(date_to(sep(15)));
    let owed = mediation::ObligationSet { obligation: 1, due_on, immediate: false };
    let event = mediation::AgreementMade {
        head: head(n, MEDIATION, on, 4),
        effective_on: Some(date_to(on)),
        obligations: vec![owed],
        ..mediation::AgreementMade::default()
    };
    told(MEDIATION, "jiefen.mediation.v1.AgreementMade", n, &event)
}

fn performed(n: u128, on: Date) -> Told {
    let event = mediation::ObligationPerformed {
        // Recorded long after it was done.
        head: head(n, MEDIATION, sep(29), 5),
        obligation: 1,
        on: Some(date_to(on)),
        through: "itself".to_owned(),
    };
    told(MEDIATION, "jiefen.mediation.v1.ObligationPerformed", n, &event)
}

fn ended(n: u128, on: Date) -> Told {
    let event = mediation::MediationEnded {
        head: head(n, MEDIATION, on, 3),
        procedure: "people_mediation".to_owned(),
        outcome: "failed".to_owned(),
        kind: "neighbour".to_owned(),
        on: Some(date_to(on)),
        track: "people_mediation".to_owned(),
    };
    told(MEDIATION, "jiefen.mediation.v1.MediationEnded", n, &event)
}

fn filed(n: u128, on: Date) -> Vec<Told> {
    let (field, day) = ("civil".to_owned(), Some(date_to(on)));
    let complaint = court::ComplaintReceived {
        head: head(n, COURT, on.yesterday().unwrap(), 1),
        field: field.clone(),
        on: Some(date_to(on.yesterday().unwrap())),
        ..court::ComplaintReceived::default()
    };
    let filed = court::CaseFiled { head: head(n, COURT, on, 2), first: true, field, on: day };
    vec![
        told(COURT, "jiefen.court.v1.ComplaintReceived", n, &complaint),
        told(COURT, "jiefen.court.v1.CaseFiled", n, &filed),
    ]
}

fn offered(n: u128, on: Date) -> Told {
    let event = handoff::ReferralOffered {
        head: head(n, CENTRE, on, 0),
        to: HOUSING.to_owned(),
        mode: "transfer".to_owned(),
        epoch: "1.2".to_owned(),
    };
    told(CENTRE, "jiefen.handoff.v1.ReferralOffered", n, &event)
}

fn expired(n: u128, on: Date) -> Told {
    let event = handoff::ReferralExpired {
        head: head(n, CENTRE, on, 0),
        by: HOUSING.to_owned(),
        epoch: "1.2".to_owned(),
    };
    told(CENTRE, "jiefen.handoff.v1.ReferralExpired", n, &event)
}

fn accepted(n: u128, on: Date) -> Told {
    let event = handoff::ReferralAccepted {
        head: head(n, CENTRE, on, 0),
        by: HOUSING.to_owned(),
        mode: "transfer".to_owned(),
        epoch: "1.2".to_owned(),
    };
    told(CENTRE, "jiefen.handoff.v1.ReferralAccepted", n, &event)
}

fn met(n: u128, on: Date, version: i64) -> Told {
    let event = handoff::ClockMet {
        head: head(n, HOUSING, on, version),
        key: "work".to_owned(),
        rule: "T-B-02".to_owned(),
        due: on.to_string(),
    };
    told(HOUSING, "jiefen.handoff.v1.ClockMet", n, &event)
}

fn late(n: u128, on: Date) -> Told {
    let event = handoff::ClockExpired {
        head: head(n, HOUSING, on, 3),
        key: "work".to_owned(),
        rule: "T-B-02".to_owned(),
        due: on.to_string(),
        effect: "overdue".to_owned(),
    };
    told(HOUSING, "jiefen.handoff.v1.ClockExpired", n, &event)
}

fn passed_back(n: u128, on: Date, version: i64) -> Told {
    let event = mediation::MatterPassedBack {
        head: head(n, HOUSING, on, version),
        ground: "not_our_duty".to_owned(),
        track: "litigation".to_owned(),
        on: Some(date_to(on)),
    };
    told(HOUSING, "jiefen.mediation.v1.MatterPassedBack", n, &event)
}

/// A node that has heard these events, in this order.
async fn node(today: Date, events: &[Told]) -> Node {
    let mut node = TestNode::start(OFFICE, today).await;
    for event in events {
        hear(&mut node, event).await;
    }
    node
}

async fn hear(node: &mut Node, event: &Told) {
    let (dispute, payload) = (Some(event.dispute), event.payload.clone());
    let outcome = node.hear(event.from, event.kind, dispute, payload).await;
    assert_eq!(outcome, jiefen_ledger::Delivered::Applied, "{}", event.kind);
}
