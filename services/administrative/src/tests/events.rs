//! The public events: their bytes never change, and no personal data is in them.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_administrative_rules::reconsideration::{
    DecisionKind, EndGround, Ending, Enforcer, Fact, Head, Measure, Panel, RefusalGround,
    SuspendGround, Track, Upshot,
};
use jiefen_handoff::Desk;
use jiefen_ledger::{Announcement, Told, hex};
use jiefen_procedure::{Actor, Circumstances};
use jiefen_terms::Law;
use jiefen_vocab::{FactId, Moment, Private, Role};

use super::{AGENCY, CANARY, CITIZEN, brief, day, duty, fine};
use crate::announce::{EVENTS, announce};
use crate::case_id;

/// The bytes of each event, `type hex` a line. A line may be added; none may change.
const GOLDEN: &str = include_str!("events.txt");

fn panel() -> Panel {
    let person = || CANARY.to_owned();
    Panel { chair: person(), members: vec![person()], recorder: person() }
}

fn decided(result: Upshot) -> Fact {
    Fact::Decided {
        on: day(4, 7),
        result,
        late: true,
        duty: Some(duty()),
        competent: Some(CANARY.to_owned()),
        parties: vec![CITIZEN, AGENCY],
    }
}

fn closed(how: Ending) -> Fact {
    Fact::Closed { on: day(4, 27), how, parties: vec![CITIZEN, AGENCY], reports: false }
}

/// One fact of every public event.
fn facts() -> Vec<Fact> {
    let on = day(3, 12);
    vec![
        Fact::Applied {
            on,
            brief: Box::new(brief(1)),
            number: CANARY.to_owned(),
            act: Some(fine()),
        },
        Fact::CorrectionAsked { on },
        Fact::Accepted {
            on,
            deemed: true,
            track: Track::Ordinary,
            reviewer: Some(CANARY.to_owned()),
        },
        Fact::Converted {
            on,
            accepted_on: on,
            stood: vec![],
            copies_missing: false,
            waiting: vec![],
        },
        Fact::HearingNotified { on, hearing_on: day(4, 2) },
        Fact::HearingHeld {
            on,
            panel: panel(),
            head: Head::SentStaff { reasons: CANARY.to_owned() },
            absent: vec![CITIZEN],
        },
        Fact::MediationBegun { on },
        Fact::MediationEnded { on, party: Some(CITIZEN) },
        Fact::StatementInForce { on, parties: vec![CITIZEN, AGENCY], duty: Some(duty()) },
        Fact::Suspended { on, ground: SuspendGround::NormReview },
        Fact::Resumed { on },
        Fact::Extended { on, days: 30 },
        Fact::DecisionOverdue { on, applicants: vec![CITIZEN] },
        decided(Upshot::Refused(RefusalGround::NotOurs)),
        Fact::WithdrawalRuled { party: CITIZEN, granted: true, settled: true, on },
        Fact::Sued { party: CITIZEN, on },
        Fact::Performed { on, proof: CANARY.to_owned() },
        Fact::Pressed { on, measure: Measure::Circular, by: day(4, 30) },
        Fact::Enforced { on, by: Enforcer::Court },
        Fact::OpinionGiven {
            no: 1,
            on,
            agency: CANARY.to_owned(),
            text: Private::new(CANARY.to_owned()),
        },
        Fact::OpinionReported { no: 1, on },
        closed(Ending::Terminated(EndGround::TurnedCriminal)),
    ]
}

fn announced(fact: Fact) -> Option<Announcement> {
    let actor = Actor {
        agency: "640122.county_government_reconsideration".parse().unwrap(),
        person: CANARY.to_owned(),
        role: Role::ReviewHead,
    };
    let now = Moment::from_local(day(3, 12).at(9, 0, 0, 0));
    let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
    let dispute = brief(1).dispute;
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
fn no_event_says_a_name_a_text_or_a_number_of_a_file() {
    let results =
        [Upshot::Dismissed(RefusalGround::Late), Upshot::Decision(DecisionKind::OrderToAct)];
    let endings = [
        Ending::Abandoned,
        Ending::NotOpen,
        Ending::Withdrawn,
        Ending::Settled,
        Ending::SuspensionOver(SuspendGround::Death),
        Ending::InCourt,
        Ending::Concluded,
        Ending::Mediated,
        Ending::Performed,
        Ending::Enforced(Enforcer::ReviewBody),
    ];
    let more = results.into_iter().map(decided).chain(endings.into_iter().map(closed));
    for event in facts().into_iter().chain(more).filter_map(announced) {
        let text = String::from_utf8_lossy(&event.payload);
        assert!(!text.contains(CANARY), "{}", event.kind);
        let subject = format!("{}{}", event.aggregate, event.fact);
        assert!(subject.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{subject}");
    }
}

#[test]
fn what_one_party_does_in_its_own_case_is_not_public() {
    let on = day(3, 12);
    for fact in [
        Fact::ActDescribed { on, act: fine() },
        Fact::ReviewerNamed { on, reviewer: CANARY.to_owned() },
        Fact::Replied { party: AGENCY, on },
        Fact::ReplyLapsed { party: AGENCY, on },
        Fact::WithdrawalAsked { party: CITIZEN, settled: false, on },
        Fact::Served { party: CITIZEN, on, may_sue: true, perform_from: None, all: false },
        Fact::SuitLapsed { party: CITIZEN, on },
    ] {
        assert_eq!(announced(fact), None);
    }
}
