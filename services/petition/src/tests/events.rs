//! The public events: their bytes never change, and no personal data is in them.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_handoff::Desk;
use jiefen_ledger::{Announcement, Told, hex};
use jiefen_petition_rules::petition::{
    Branch, Designator, Earlier, Ending, Fact, Form, Matter, Reply, RoadEnd, Verdict,
};
use jiefen_procedure::{Actor, Circumstances};
use jiefen_terms::Law;
use jiefen_vocab::{FactId, Moment, Role, TrackKind};

use super::{CANARY, agency, brief, day};
use crate::announce::{EVENTS, announce};
use crate::case_id;

/// The bytes of each event, `type hex` a line. A line may be added; none may change.
const GOLDEN: &str = include_str!("events.txt");

/// One fact at least of every public event.
fn facts() -> Vec<Fact> {
    let (on, to, verdict) = (day(7, 3), vec![1, 2], Verdict::Explained);
    vec![
        received(Matter::Claim),
        Fact::ReportedUp { on, receivers: vec![agency("government"), agency("centre")] },
        Fact::Classified {
            on,
            branch: Branch::Arbitration,
            route: Some(TrackKind::LabourArbitration),
            to: to.clone(),
        },
        Fact::Forwarded { on, unit: agency("hrss"), report_by: Some(day(8, 31)), to: to.clone() },
        Fact::Acknowledged { on, fixed: true },
        Fact::Objected { on, proposes: Some(agency("court")) },
        Fact::ObjectionLapsed { on },
        Fact::Designated {
            on,
            unit: agency("court"),
            by: Designator::JointMeeting,
            to: to.clone(),
        },
        Fact::Told { on, branch: Some(Branch::Legal), route: None, to: to.clone() },
        Fact::TellingExcused { on },
        Fact::Replied { on, reply: Reply::NotAdopted, to: to.clone() },
        Fact::Accepted { on, to: to.clone() },
        Fact::Extended { on, to: to.clone() },
        Fact::OpinionGiven { on, verdict },
        Fact::OpinionServed { on, to: to.clone() },
        Fact::ReviewAsked { on },
        Fact::ReviewGiven { on, verdict },
        Fact::ReviewServed { on, to: to.clone() },
        Fact::RereviewAsked { on },
        Fact::HearingStarted { on },
        Fact::HearingEnded { on },
        Fact::RereviewGiven { on, verdict },
        Fact::Closed { on, how: Ending::Routed(Branch::Legal), to },
    ]
}

fn received(matter: Matter) -> Fact {
    Fact::Received {
        on: day(7, 3),
        brief: Box::new(brief(1, 2)),
        number: CANARY.to_owned(),
        form: Form::Visit,
        matter,
        earlier: Some(Earlier::Ended { how: RoadEnd::Rereviewed, on: day(3, 1) }),
        grave: true,
        representatives: vec![1],
        accused: vec![agency("hrss")],
        to: vec![1, 2],
    }
}

fn announced(fact: Fact) -> Option<Announcement> {
    let actor = Actor {
        agency: agency("petition"),
        person: CANARY.to_owned(),
        role: Role::PetitionOfficer,
    };
    let now = Moment::from_local(day(7, 3).at(9, 0, 0, 0));
    let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
    let dispute = brief(1, 2).dispute;
    let told = Told {
        id: FactId::from_bits(1),
        case: case_id(dispute, 1),
        version: 3,
        dispute: Some(dispute),
        agency: actor.agency,
        desk: &Desk::default(),
        ctx: &ctx,
    };
    announce(&told, &fact.into())
}

#[test]
fn the_bytes_of_every_event_stay_the_same() {
    let found: BTreeMap<&str, String> = facts()
        .into_iter()
        .map(|fact| announced(fact).unwrap())
        .map(|event| (event.kind, hex(&event.payload)))
        .collect();
    let lines: Vec<String> = found.iter().map(|(kind, bytes)| format!("{kind} {bytes}")).collect();
    assert_eq!(lines, GOLDEN.lines().collect::<Vec<_>>(), "\n{}\n", lines.join("\n"));
    let announced: BTreeSet<&str> = found.into_keys().collect();
    assert_eq!(announced, EVENTS.iter().copied().collect(), "a sample of every event");
}

#[test]
fn no_event_says_a_name_a_text_a_number_or_the_unit_concerned() {
    for event in facts().into_iter().filter_map(announced) {
        let text = String::from_utf8_lossy(&event.payload);
        for secret in [CANARY, "hrss", "court", "government"] {
            assert!(!text.contains(secret), "{} says {secret}", event.kind);
        }
        let subject = format!("{}{}", event.aggregate, event.fact);
        assert!(subject.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{subject}");
    }
}

#[test]
fn an_accusation_looks_like_any_other_matter() {
    assert_eq!(announced(received(Matter::Accusation)), announced(received(Matter::Claim)));
    let closed = |how| announced(Fact::Closed { on: day(7, 3), how, to: vec![1] });
    assert_eq!(closed(Ending::Transferred), closed(Ending::Routed(Branch::Legal)));
    let (on, person) = (day(7, 3), CANARY.to_owned());
    assert_eq!(announced(Fact::Recused { on, person: person.clone() }), None);
    assert_eq!(announced(Fact::Assigned { on, person }), None);
}
