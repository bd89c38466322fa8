//! The public events: their bytes never change, and no personal data is in them.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_arbitration_rules::labour_arbitration::{
    ClaimKind, Ending, Fact, Line, Paper, RefusalGround, RestartGround, SetAsideGround, Sheet,
    Standing, StayGround,
};
use jiefen_handoff::Desk;
use jiefen_ledger::{Announcement, Told, hex};
use jiefen_procedure::{Actor, Circumstances};
use jiefen_terms::Law;
use jiefen_vocab::{FactId, Fen, Moment, Role};

use super::{BOSS, CANARY, brief, claims, day, item, wage};
use crate::announce::{EVENTS, announce};
use crate::case_id;

/// The bytes of each event, `type hex` a line. A line may be added; none may change.
const GOLDEN: &str = include_str!("events.txt");

fn sheet() -> Sheet {
    Sheet {
        paper: Paper::Final,
        made_on: day(10, 26),
        items: vec![item(1), item(2)],
        lines: vec![Line { worker: 1, standing: Standing::Stands }],
        received: vec![],
        lapsed: vec![],
    }
}

/// One fact at least of every public event.
fn facts() -> Vec<Fact> {
    let (on, workers) = (day(9, 18), vec![1, 2]);
    vec![
        Fact::TakenOver {
            on,
            brief: Box::new(brief(1)),
            number: CANARY.to_owned(),
            person: CANARY.to_owned(),
        },
        Fact::Applied {
            on,
            brief: Box::new(brief(1)),
            number: CANARY.to_owned(),
            workers: workers.clone(),
            employers: vec![BOSS],
            claims: claims(),
            collective: true,
            knew_on: Some(day(8, 1)),
            employment_ended_on: None,
        },
        Fact::Accepted { on, collective: true },
        Fact::AcceptanceLapsed { on, applicants: workers.clone() },
        Fact::TribunalFormed { on, arbitrators: vec![CANARY.to_owned()] },
        Fact::HearingNotified { on, hearing_on: day(10, 14) },
        Fact::HearingHeld { on, defaulted: vec![BOSS] },
        Fact::StatementEffective { on, workers: workers.clone() },
        Fact::AdvanceOrdered { on, worker: 1, kind: ClaimKind::Wages, amount: Fen::yuan(100) },
        Fact::Stayed { on, ground: StayGround::Appraisal },
        Fact::Resumed { on },
        Fact::Extended { on },
        Fact::TermRestarted { on, ground: RestartGround::Transfer },
        Fact::AwardOverdue { on, hearing_set: Some(day(11, 20)) },
        Fact::Awarded {
            on,
            sheets: vec![sheet()],
            minimum_wage: wage(),
            late: true,
            workers: workers.clone(),
            employers: vec![BOSS],
            parties: vec![1, 2, BOSS],
        },
        Fact::Sued {
            paper: Paper::NonFinal,
            party: 1,
            employer: false,
            on,
            workers: workers.clone(),
        },
        Fact::SetAsideAsked {
            party: BOSS,
            on,
            workers: workers.clone(),
            ground: SetAsideGround::WrongLaw,
        },
        Fact::SetAsideRuled { on, workers: workers.clone(), set_aside: true, pending: false },
        Fact::Withdrawn {
            on,
            applicants: workers.clone(),
            workers: workers.clone(),
            settled: true,
        },
        Fact::Closed {
            on,
            how: Ending::Refused(RefusalGround::NotOurs),
            parties: vec![1, 2, BOSS],
            applicants: workers,
        },
    ]
}

fn announced(fact: Fact) -> Option<Announcement> {
    let actor = Actor {
        agency: "640122.hrss".parse().unwrap(),
        person: CANARY.to_owned(),
        role: Role::Arbitrator,
    };
    let now = Moment::from_local(day(9, 18).at(9, 0, 0, 0));
    let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
    let dispute = brief(1).dispute;
    let told = Told {
        id: FactId::from_bits(1),
        case: case_id(dispute),
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
fn no_event_says_a_name_a_text_or_a_number_of_a_file() {
    for event in facts().into_iter().filter_map(announced) {
        let text = String::from_utf8_lossy(&event.payload);
        assert!(!text.contains(CANARY), "{}", event.kind);
        let subject = format!("{}{}", event.aggregate, event.fact);
        assert!(subject.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{subject}");
    }
}

#[test]
fn what_one_party_does_in_its_own_case_is_not_public() {
    let on = day(9, 18);
    for fact in [
        Fact::Contacted { on },
        Fact::CopyServed { party: 9, on, all: true },
        Fact::LimitationRaised { party: 9, on },
        Fact::Received { paper: Paper::Final, party: 1, employer: false, on, all: false },
        Fact::StatementRejected { party: 1, on },
    ] {
        assert_eq!(announced(fact), None);
    }
    let against = announced(Fact::SuedOnSilence { party: 1, on }).unwrap();
    assert_eq!(against.kind, "jiefen.arbitration.v1.SuitRecorded");
    let stayed_away = Fact::DeemedWithdrawn { on, applicants: vec![1], workers: vec![1] };
    let event = announced(stayed_away).unwrap();
    assert_eq!(event.kind, "jiefen.arbitration.v1.ApplicationWithdrawn");
}
