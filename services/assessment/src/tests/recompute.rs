//! The same events give the same figures, whatever the order of their arrival and however often they are
//! computed (I8).

use jiefen_assessment_rules::{Figure, Indicator, Period, Population, Scope, event};
use jiefen_ledger::{Destination, Envelope};
use jiefen_vocab::{FactId, Moment};
use jiff::civil::{Date, date};

use super::{HOUSING, Told, dispute, filed, node, sep, september};
use crate::figures::{Counted, count, fold};
use crate::observe::{READS, observe};

const SEPTEMBER: Period = Period { from: date(2026, 9, 1), to: date(2026, 9, 30) };
const TODAY: Date = date(2026, 10, 12);

fn people() -> Population {
    let (as_of, source) = (date(2026, 1, 1), "统计公报".to_owned());
    Population { resident: 300_000, floating: 100_000, as_of, source }
}

fn figures(counted: &Counted, scope: &Scope) -> Vec<Figure> {
    counted.figures(SEPTEMBER, scope, Some(&people()), TODAY)
}

#[track_caller]
fn check(figures: &[Figure], indicator: Indicator, variant: &str, of: (u64, u64), value: &str) {
    let found = figures.iter().find(|figure| figure.key() == (indicator, variant));
    let found = found.unwrap_or_else(|| panic!("no figure {variant}"));
    assert_eq!((found.numerator, found.denominator), of, "{variant}");
    assert_eq!(found.value().to_string(), value, "{variant}");
}

fn guard(figures: &[Figure], indicator: Indicator, code: &str) -> Option<u64> {
    let figure = figures.iter().find(|figure| figure.indicator == indicator).unwrap();
    figure.guards.iter().find(|guard| guard.code == code).unwrap().value
}

/// Events as they would stand in an inbox.
fn envelopes(events: &[Told]) -> Vec<Envelope> {
    let envelope = |(place, told): (usize, &Told)| Envelope {
        id: FactId::from_bits(place as u128 + 1),
        src: told.from.parse().unwrap(),
        dst: Destination::Everybody,
        seq: place as i64 + 1,
        kind: told.kind.to_owned(),
        subject: String::new(),
        dispute: Some(told.dispute),
        epoch: String::new(),
        occurred_at: Moment::from_local(TODAY.at(9, 0, 0, 0)),
        trace: None,
        payload: told.payload.clone(),
        signature: vec![],
    };
    events.iter().enumerate().map(envelope).collect()
}

#[tokio::test]
async fn figures_come_out_of_the_events_alone() {
    let node = node(TODAY, &september()).await;
    let counted = count(node.ledger.store(), None).await.unwrap();
    let first = figures(&counted, &Scope::default());
    check(&first, Indicator::Suits, "A", (3, 400_000), "0.07");
    check(&first, Indicator::Suits, "C", (3, 300_000), "0.10");
    assert_eq!(guard(&first, Indicator::Suits, "days_to_filing"), Some(1));
    check(&first, Indicator::Mediation, "registered", (4, 10), "40.00%");
    check(&first, Indicator::Mediation, "concluded", (4, 7), "57.14%");
    check(&first, Indicator::Mediation, "consented", (0, 0), "无数据");
    check(&first, Indicator::OnTime, "T-B-02", (4, 5), "80.00%");
    assert_eq!(guard(&first, Indicator::OnTime, "met_by_return"), Some(1));
    let pair = format!("640122.centre>{HOUSING}");
    check(&first, Indicator::Handoff, &format!("{pair}/accepted"), (1, 6), "16.66%");
    check(&first, Indicator::Handoff, &format!("{pair}/expired"), (3, 6), "50.00%");
    assert_eq!(guard(&first, Indicator::Handoff, "median_hours"), Some(24));
    // Performed on the twelfth, recorded on the twenty-ninth: what counts is when it was done.
    check(&first, Indicator::Performance, "due", (1, 4), "25.00%");

    let again = count(node.ledger.store(), None).await.unwrap();
    assert_eq!(figures(&again, &Scope::default()), first, "computed twice");
    let due = counted.orders_due(SEPTEMBER, 3, TODAY);
    assert_eq!((due[0].unit.to_string().as_str(), due[0].disputes.len()), (HOUSING, 3));
}

#[tokio::test]
async fn the_order_of_arrival_changes_nothing() {
    let events = september();
    let mut backwards = events.clone();
    backwards.reverse();
    let mut mixed: Vec<Told> = events.iter().step_by(3).cloned().collect();
    mixed.extend(events.iter().skip(1).step_by(3).cloned());
    mixed.extend(events.iter().skip(2).step_by(3).cloned());
    let first = node(TODAY, &events).await;
    let expected = shown(&count(first.ledger.store(), None).await.unwrap());
    for order in [backwards, mixed] {
        let node = node(TODAY, &order).await;
        assert_eq!(shown(&count(node.ledger.store(), None).await.unwrap()), expected);
    }
    // As one inbox in any order of its rows.
    let mut rows = envelopes(&events);
    let expected = figures(&fold(rows.clone()), &Scope::default());
    rows.reverse();
    assert_eq!(figures(&fold(rows), &Scope::default()), expected);
}

/// The figures of the county and of a town.
fn shown(counted: &Counted) -> (Vec<Figure>, Vec<Figure>) {
    let town = Scope { region: Some("640122101".parse().unwrap()), ..Scope::default() };
    (figures(counted, &Scope::default()), figures(counted, &town))
}

#[tokio::test]
async fn what_one_event_says_of_a_dispute_holds_for_the_others() {
    let node = node(TODAY, &september()).await;
    let (_, town) = shown(&count(node.ledger.store(), None).await.unwrap());
    // The mediations say no place; the registrations do, and every second one is of this town.
    check(&town, Indicator::Mediation, "registered", (2, 5), "40.00%");
    check(&town, Indicator::Suits, "C", (1, 300_000), "0.03");
}

#[tokio::test]
async fn a_frozen_sheets_inputs_stay_what_they_were() {
    let mut node = node(TODAY, &september()).await;
    let before = count(node.ledger.store(), None).await.unwrap();
    let inputs = jiefen_assessment_rules::Inputs { upto: before.upto.clone(), people: None };
    let expected = figures(&before, &Scope::default());
    // More arrives later, of the same days and even with an earlier moment.
    for event in filed(9, sep(28)) {
        super::hear(&mut node, &event).await;
    }
    let after = count(node.ledger.store(), Some(&inputs)).await.unwrap();
    assert_eq!(figures(&after, &Scope::default()), expected);
    let now = count(node.ledger.store(), None).await.unwrap();
    check(&figures(&now, &Scope::default()), Indicator::Suits, "C", (4, 300_000), "0.13");
}

#[test]
fn every_event_that_is_counted_is_read() {
    for kind in event::ALL.iter().filter(|kind| **kind != event::OBLIGATION_SET) {
        assert!(READS.contains(kind), "{kind}: no row reads it");
    }
    let events = september();
    let observed: Vec<_> =
        envelopes(&events).iter().flat_map(|envelope| observe(envelope).unwrap()).collect();
    assert_eq!(observed.iter().filter(|one| one.event == event::OBLIGATION_SET).count(), 4);
    let ids: std::collections::BTreeSet<FactId> = observed.iter().map(|one| one.id).collect();
    assert_eq!(ids.len(), observed.len(), "each has an id of its own");
    assert!(observed.iter().all(|one| one.dispute != dispute(0)));
}

#[test]
fn what_cannot_be_read_is_told_and_not_counted() {
    let mut rows = envelopes(&september());
    rows[1].payload = vec![0xff, 0xff];
    let counted = fold(rows);
    assert_eq!(counted.unreadable, 1);
    check(
        &figures(&counted, &Scope::default()),
        Indicator::Mediation,
        "registered",
        (3, 9),
        "33.33%",
    );
}

#[test]
fn a_dispute_that_comes_back_is_no_referral() {
    let event = jiefen_proto::jiefen::handoff::v1::ReferralOffered {
        head: super::head(1, HOUSING, sep(9), 0),
        to: "640122.centre".to_owned(),
        mode: "return".to_owned(),
        epoch: "1.3".to_owned(),
    };
    let told = super::told(HOUSING, "jiefen.handoff.v1.ReferralOffered", 1, &event);
    assert_eq!(observe(&envelopes(&[told])[0]).unwrap(), []);
}
