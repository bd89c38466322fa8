//! The public events: their bytes never change, and nobody is named in them.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_assessment_rules::order::{self, Answer};
use jiefen_assessment_rules::sheet::{self, Appeal, Check, Correction, Decision};
use jiefen_assessment_rules::{CutOff, Fact, Indicator, Inputs, Period};
use jiefen_handoff::Desk;
use jiefen_ledger::{Announcement, Told, hex};
use jiefen_procedure::{Actor, Circumstances};
use jiefen_terms::Law;
use jiefen_vocab::{FactId, Moment, Role};
use jiff::civil::date;

use super::{CANARY, HOUSING, OFFICE, case, dispute, sep};
use crate::announce::{EVENTS, announce};

/// The bytes of each event, `type hex` a line. A line may be added; none may change.
const GOLDEN: &str = include_str!("events.txt");

fn canary() -> String {
    CANARY.to_owned()
}

fn sheets() -> Vec<sheet::Fact> {
    let on = sep(30);
    let appeal = Appeal {
        by: HOUSING.parse().unwrap(),
        indicator: Indicator::Mediation,
        variant: "concluded".to_owned(),
        dispute: Some(dispute(1)),
        reason: canary(),
        on,
        decision: None,
    };
    let correction = Correction {
        indicator: Indicator::Mediation,
        variant: "concluded".to_owned(),
        before: (4, 7),
        after: (4, 6),
        reason: canary(),
        appeal: Some(1),
        by: canary(),
        on,
    };
    vec![
        sheet::Fact::PeriodFrozen {
            unit: Some(HOUSING.parse().unwrap()),
            period: Period { from: sep(1), to: sep(30) },
            cut_off: CutOff { day: date(2026, 10, 10), high_water: 9 },
            inputs: Inputs::default(),
            figures: vec![],
            by: canary(),
            on,
        },
        sheet::Fact::SheetRecomputed { check: Check { on, differences: vec![] } },
        sheet::Fact::FigureCorrected { correction },
        sheet::Fact::AppealMade { no: 1, appeal },
        sheet::Fact::AppealDecided {
            no: 1,
            decision: Decision { upheld: true, reason: canary(), by: canary(), on },
        },
        sheet::Fact::AppealsClosed { on },
        sheet::Fact::SheetSigned { by: canary(), on },
    ]
}

fn orders() -> Vec<order::Fact> {
    let (on, stood) = (sep(30), order::Stage::Signed);
    vec![
        order::Fact::OrderSigned { unit: HOUSING.parse().unwrap(), by: canary(), on },
        order::Fact::OrderWithdrawn { stood, reason: canary(), on },
        order::Fact::OrderAnswered {
            stood,
            answer: Answer { measures: canary(), by: canary(), on },
        },
        order::Fact::ReplyFellDue { on },
        order::Fact::CircularIssued { text: canary(), on },
        order::Fact::PerformanceVerified { finding: canary(), on },
        order::Fact::AnswerRejected { finding: canary(), circulated: true, on },
        order::Fact::TalkFellDue { on },
    ]
}

fn facts() -> Vec<Fact> {
    sheets().into_iter().map(Fact::Sheet).chain(orders().into_iter().map(Fact::Order)).collect()
}

fn announced(fact: &Fact) -> Option<Announcement> {
    let actor = Actor { agency: OFFICE.parse().unwrap(), person: canary(), role: Role::Assessor };
    let now = Moment::from_local(sep(30).at(9, 0, 0, 0));
    let ctx = Circumstances { now, actor: &actor, law: Law::shipped() };
    let told = Told {
        id: FactId::from_bits(1),
        case: case(1),
        version: 3,
        dispute: None,
        agency: actor.agency,
        desk: &Desk::default(),
        ctx: &ctx,
    };
    announce(&told, fact)
}

#[test]
fn the_bytes_of_every_event_stay_the_same() {
    let facts = facts();
    let found: BTreeMap<&str, String> = facts
        .iter()
        .map(|fact| announced(fact).unwrap())
        .map(|event| (event.kind, hex(&event.payload)))
        .collect();
    let lines: Vec<String> = found.iter().map(|(kind, bytes)| format!("{kind} {bytes}")).collect();
    assert_eq!(lines, GOLDEN.lines().collect::<Vec<_>>(), "\n{}\n", lines.join("\n"));
    let announced: BTreeSet<&str> = found.into_keys().collect();
    assert_eq!(announced, EVENTS.iter().copied().collect(), "a sample of every event");
}

#[test]
fn no_event_names_anybody_or_says_a_text() {
    for event in facts().iter().filter_map(announced) {
        let text = String::from_utf8_lossy(&event.payload);
        assert!(!text.contains(CANARY), "{}", event.kind);
    }
}

#[test]
fn a_draft_is_nobody_elses_business() {
    let drafted = order::Fact::OrderDrafted {
        unit: HOUSING.parse().unwrap(),
        ground: canary(),
        disputes: BTreeSet::from([dispute(1)]),
        demand: canary(),
        by: canary(),
        on: sep(30),
    };
    let (stood, on) = (order::Stage::Drafted, sep(30));
    let discarded = order::Fact::OrderWithdrawn { stood, reason: canary(), on };
    for fact in [drafted, discarded] {
        assert_eq!(announced(&Fact::Order(fact)), None);
    }
}
