use jiefen_vocab::{Agency, CaseId, DisputeId, DisputeKind, FactId, Id, Moment};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::plain;
use crate::event;
use crate::figure::{CutOff, Figure, Indicator, Period, Scope, Value};
use crate::observed::{Attributes, Field, Observed, Population};
use crate::tally::Tally;

const SEPTEMBER: Period = Period { from: date(2026, 9, 1), to: date(2026, 9, 30) };

fn cut() -> CutOff {
    CutOff { day: date(2026, 10, 31), high_water: u64::MAX }
}

fn agency(text: &str) -> Agency {
    text.parse().unwrap()
}

fn helan() -> Population {
    Population {
        resident: 300_000,
        floating: 100_000,
        as_of: date(2026, 1, 1),
        source: "统计公报".into(),
    }
}

/// A world of events, told one a line.
#[derive(Default)]
struct World {
    seen: Vec<Observed>,
    seq: u64,
}

impl World {
    fn tell(
        &mut self,
        unit: &str,
        event: &str,
        case: u128,
        on: Date,
        said: Attributes,
    ) -> Observed {
        self.seq += 1;
        let seen = Observed {
            id: FactId(Id::from_bits(u128::from(self.seq))),
            seq: self.seq,
            agency: agency(unit),
            event: event.to_owned(),
            dispute: DisputeId(Id::from_bits(case)),
            case: CaseId(Id::from_bits(case)),
            at: Moment::from_local(on.at(9, 0, 0, 0)),
            attributes: said,
        };
        self.seen.push(seen.clone());
        seen
    }

    fn tally(&self) -> Tally {
        Tally::of(self.seen.clone())
    }

    fn figure(&self, indicator: Indicator, variant: &str) -> Figure {
        let figures = self.tally().figures(SEPTEMBER, &Scope::default(), Some(&helan()), cut());
        figures.into_iter().find(|figure| figure.key() == (indicator, variant)).unwrap()
    }

    #[track_caller]
    fn check(&self, indicator: Indicator, variant: &str, of: (u64, u64), value: &str) {
        let figure = self.figure(indicator, variant);
        assert_eq!((figure.numerator, figure.denominator), of, "{variant}");
        assert_eq!(figure.value().to_string(), value, "{variant}");
    }

    fn guard(&self, indicator: Indicator, variant: &str, code: &str) -> Option<u64> {
        let figure = self.figure(indicator, variant);
        figure.guards.into_iter().find(|guard| guard.code == code).unwrap().value
    }
}

fn said() -> Attributes {
    Attributes::default()
}

fn field(field: Field) -> Attributes {
    Attributes { field: Some(field), ..said() }
}

const COURT: &str = "640122.court";
const CENTRE: &str = "640122.county_mediation_center";

#[test]
fn the_suit_rate_has_three_definitions_that_differ() {
    let mut world = World::default();
    for case in 1..=30 {
        world.tell(COURT, event::CASE_FILED, case, date(2026, 9, 3), field(Field::Civil));
    }
    for case in 31..=36 {
        world.tell(COURT, event::CASE_FILED, case, date(2026, 9, 30), field(Field::Administrative));
    }
    for case in 41..=44 {
        world.tell(
            COURT,
            event::SETTLED_BEFORE_FILING,
            case,
            date(2026, 9, 1),
            field(Field::Civil),
        );
    }
    // The first of October is another month; a bulk suit on the published list is not counted.
    world.tell(COURT, event::CASE_FILED, 50, date(2026, 10, 1), field(Field::Civil));
    let bulk = Attributes { excluded: Some("信用卡批量".into()), ..field(Field::Civil) };
    world.tell(COURT, event::CASE_FILED, 51, date(2026, 9, 5), bulk);
    world.check(Indicator::Suits, "A", (36, 400_000), "0.90");
    world.check(Indicator::Suits, "B", (40, 300_000), "1.33");
    world.check(Indicator::Suits, "C", (30, 300_000), "1.00");
    assert_eq!(world.guard(Indicator::Suits, "A", "excluded_by_list"), Some(1));
    assert_eq!(world.figure(Indicator::Suits, "A").behind.numerator.len(), 36);
}

#[test]
fn the_guards_of_the_suit_rate_show_refusals_waiting_and_parking() {
    let mut world = World::default();
    world.tell(COURT, event::COMPLAINT_RECEIVED, 1, date(2026, 9, 1), said());
    world.tell(COURT, event::CASE_FILED, 1, date(2026, 9, 8), field(Field::Civil));
    world.tell(COURT, event::FILING_REFUSED, 2, date(2026, 9, 9), said());
    world.tell(CENTRE, event::MEDIATION_APPLIED, 3, date(2026, 9, 2), said());
    world.tell(CENTRE, event::MEDIATION_APPLIED, 4, date(2026, 9, 2), said());
    world.tell(CENTRE, event::AGREEMENT_MADE, 4, date(2026, 9, 20), said());
    for (code, value) in [("filing_refused", 1), ("days_to_filing", 7), ("parked_in_mediation", 1)]
    {
        assert_eq!(world.guard(Indicator::Suits, "C", code), Some(value), "{code}");
    }
}

#[test]
fn mediation_success_is_told_with_all_three_denominators() {
    let mut world = World::default();
    for case in 1..=10 {
        world.tell(CENTRE, event::MEDIATION_APPLIED, case, date(2026, 9, 2), said());
    }
    for case in 1..=8 {
        world.tell(CENTRE, event::MEDIATION_CONSENTED, case, date(2026, 9, 3), said());
    }
    world.tell(CENTRE, event::CONSENT_REFUSED, 9, date(2026, 9, 3), said());
    world.tell(CENTRE, event::AGREEMENT_MADE, 1, date(2026, 9, 2), said());
    for case in 2..=4 {
        world.tell(CENTRE, event::AGREEMENT_MADE, case, date(2026, 9, 20), said());
    }
    world.tell(CENTRE, event::AGREEMENT_MADE, 5, date(2026, 10, 9), said());
    world.tell(CENTRE, event::MEDIATION_ENDED, 6, date(2026, 9, 25), said());
    world.check(Indicator::Mediation, "registered", (5, 10), "50.00%");
    world.check(Indicator::Mediation, "consented", (5, 8), "62.50%");
    world.check(Indicator::Mediation, "concluded", (4, 5), "80.00%");
    assert_eq!(world.guard(Indicator::Mediation, "concluded", "consent_refused"), Some(1));
    assert_eq!(
        world.guard(Indicator::Mediation, "concluded", "agreed_on_registration_day"),
        Some(1)
    );
}

#[test]
fn a_clock_met_by_sending_back_is_not_met() {
    let mut world = World::default();
    let rule = |returned| Attributes { rule: Some("T-B-02".into()), returned, ..said() };
    for case in 1..=3 {
        world.tell(CENTRE, event::CLOCK_MET, case, date(2026, 9, 9), rule(false));
    }
    world.tell(CENTRE, event::CLOCK_MET, 4, date(2026, 9, 9), rule(true));
    world.tell(CENTRE, event::CLOCK_EXPIRED, 5, date(2026, 9, 9), rule(false));
    world.tell(CENTRE, event::CLOCK_STOPPED, 6, date(2026, 9, 9), rule(false));
    world.check(Indicator::OnTime, "T-B-02", (3, 4), "75.00%");
    assert_eq!(world.guard(Indicator::OnTime, "T-B-02", "met_by_return"), Some(1));
    assert_eq!(world.guard(Indicator::OnTime, "T-B-02", "stopped"), Some(1));
}

#[test]
fn a_pair_of_units_is_told_by_its_offers() {
    let mut world = World::default();
    let to = |unit: &str, epoch: &str, proposal: Option<&str>| Attributes {
        to: Some(agency(unit)),
        epoch: Some(epoch.to_owned()),
        proposal: proposal.map(agency),
        ..said()
    };
    let housing = "640122.housing";
    let sender = "640122.centre";
    for case in 1..=4 {
        world.tell(
            sender,
            event::REFERRAL_OFFERED,
            case,
            date(2026, 9, 1),
            to(housing, "1.1", None),
        );
    }
    world.tell(sender, event::REFERRAL_ACCEPTED, 1, date(2026, 9, 2), to(housing, "1.1", None));
    let proposal = Some("640122.market");
    world.tell(sender, event::REFERRAL_DECLINED, 2, date(2026, 9, 2), to(housing, "1.1", proposal));
    world.tell(sender, event::REFERRAL_EXPIRED, 3, date(2026, 9, 3), to(housing, "1.1", None));
    world.tell(
        sender,
        event::REFERRAL_ACCEPTED,
        2,
        date(2026, 9, 4),
        to("640122.market", "1.2", None),
    );
    let pair = "640122.centre>640122.housing";
    for end in ["accepted", "declined", "expired"] {
        world.check(Indicator::Handoff, &format!("{pair}/{end}"), (1, 4), "25.00%");
    }
    let accepted = format!("{pair}/accepted");
    assert_eq!(world.guard(Indicator::Handoff, &accepted, "median_hours"), Some(24));
    assert_eq!(world.guard(Indicator::Handoff, &accepted, "declined_rightly"), Some(1));
}

#[test]
fn what_is_not_known_to_be_performed_is_not_performed() {
    let mut world = World::default();
    let obligation = |immediate, due: Date| Attributes {
        obligation: Some(1),
        due_on: Some(due),
        immediate,
        ..said()
    };
    let done = Attributes { obligation: Some(1), ..said() };
    let due = date(2026, 9, 15);
    for case in 1..=5 {
        world.tell(CENTRE, event::OBLIGATION_SET, case, date(2026, 9, 1), obligation(false, due));
    }
    world.tell(
        CENTRE,
        event::OBLIGATION_SET,
        6,
        date(2026, 9, 1),
        obligation(true, date(2026, 9, 1)),
    );
    world.tell(CENTRE, event::OBLIGATION_PERFORMED, 1, due, done.clone());
    world.tell(CENTRE, event::OBLIGATION_PERFORMED, 2, date(2026, 9, 16), done.clone());
    world.tell(COURT, event::ENFORCEMENT_OPENED, 3, date(2026, 9, 10), said());
    world.tell(CENTRE, event::OBLIGATION_PERFORMED, 3, date(2026, 9, 12), done);
    world.tell(COURT, event::ENFORCEMENT_OPENED, 4, date(2026, 10, 10), said());
    world.check(Indicator::Performance, "due", (1, 5), "20.00%");
    for (code, value) in [("immediate", 1), ("late", 1), ("enforced", 2), ("unknown", 1)] {
        assert_eq!(world.guard(Indicator::Performance, "due", code), Some(value), "{code}");
    }
    // Enforcement happens at the court and still counts for the body that made the agreement.
    let scope = Scope { agency: Some(agency(CENTRE)), ..Scope::default() };
    let figures = world.tally().figures(SEPTEMBER, &scope, None, cut());
    let figure = figures.iter().find(|figure| figure.indicator == Indicator::Performance).unwrap();
    assert_eq!((figure.numerator, figure.denominator), (1, 5));
}

#[test]
fn without_data_there_is_no_value() {
    let figures = Tally::default().figures(SEPTEMBER, &Scope::default(), None, cut());
    assert!(!figures.is_empty());
    for figure in figures {
        assert_eq!((figure.value(), figure.numerator), (Value::NoData, 0));
        assert_eq!(figure.value().to_string(), "无数据");
    }
}

#[test]
fn a_scope_counts_only_its_own() {
    let mut world = World::default();
    let place = |text: &str, kind| Attributes {
        place: Some(text.parse().unwrap()),
        kind: Some(kind),
        ..field(Field::Civil)
    };
    world.tell(
        COURT,
        event::CASE_FILED,
        1,
        date(2026, 9, 3),
        place("640122101203", DisputeKind::Labour),
    );
    world.tell(
        COURT,
        event::CASE_FILED,
        2,
        date(2026, 9, 3),
        place("640122102", DisputeKind::Traffic),
    );
    let count = |scope: Scope| world.tally().figures(SEPTEMBER, &scope, None, cut())[0].numerator;
    let town = Scope { region: Some("640122101".parse().unwrap()), ..Scope::default() };
    assert_eq!(count(town), 1);
    assert_eq!(count(Scope { kind: Some(DisputeKind::Traffic), ..Scope::default() }), 1);
    assert_eq!(count(Scope { agency: Some(agency(CENTRE)), ..Scope::default() }), 0);
}

/// S21.1: nine referrals unanswered in September; the third makes the order due.
#[test]
fn the_third_unanswered_referral_makes_an_order_due() {
    let mut world = World::default();
    let to = Attributes { to: Some(agency("640122.housing")), ..said() };
    for case in 1..=2 {
        world.tell("640122.centre", event::REFERRAL_EXPIRED, case, date(2026, 9, 9), to.clone());
    }
    assert_eq!(world.tally().orders_due(SEPTEMBER, 3, cut()), []);
    for case in 3..=9 {
        world.tell("640122.centre", event::REFERRAL_EXPIRED, case, date(2026, 9, 30), to.clone());
    }
    let due = world.tally().orders_due(SEPTEMBER, 3, cut());
    assert_eq!((due[0].unit, due[0].disputes.len()), (agency("640122.housing"), 9));
}

proptest! {
    #[test]
    fn the_order_of_arrival_and_repetition_change_no_figure(
        told in prop::collection::vec((0_usize..event::ALL.len(), 1_u128..6, 1_i8..30), 0..60),
        swaps in prop::collection::vec((0_usize..60, 0_usize..60), 0..40),
    ) {
        let mut world = World::default();
        let mut seen = Vec::new();
        for (kind, case, day) in told {
            let on = date(2026, 9, day);
            let said = Attributes {
                field: Some(Field::Civil), rule: Some("T-B-02".into()), to: Some(agency(COURT)),
                obligation: Some(1), due_on: Some(on), ..said()
            };
            seen.push(world.tell(CENTRE, event::ALL[kind], case, on, said));
        }
        let first = world.tally().figures(SEPTEMBER, &Scope::default(), Some(&helan()), cut());
        for (a, b) in swaps {
            if a < seen.len() && b < seen.len() { seen.swap(a, b); }
        }
        let again = Tally::of(seen.iter().chain(seen.iter()).cloned().collect());
        prop_assert_eq!(&again.figures(SEPTEMBER, &Scope::default(), Some(&helan()), cut()), &first);
        for figure in &first {
            if figure.indicator != Indicator::Suits {
                prop_assert!(figure.numerator <= figure.denominator, "{:?}", figure);
            }
        }
        // What is beyond the high-water mark changes nothing that was frozen below it.
        let low = CutOff { high_water: 20, ..cut() };
        let frozen = again.figures(SEPTEMBER, &Scope::default(), None, low);
        world.tell(COURT, event::CASE_FILED, 99, date(2026, 9, 9), field(Field::Civil));
        if world.seq > 21 {
            prop_assert_eq!(world.tally().figures(SEPTEMBER, &Scope::default(), None, low), frozen);
        }
    }
}

/// One event of a small world in which all that figures tell apart happens again and again.
fn any_event() -> impl Strategy<Value = Observed> {
    const UNITS: [&str; 4] =
        [CENTRE, COURT, "640122101.people_mediation_committee", "640122.housing"];
    let what = (
        0_usize..event::ALL.len(),
        1_u128..4,
        0_u128..2,
        prop_oneof![4 => Just(0), 1 => 0_usize..4],
    );
    let when = (28_i8..34, 0_i8..24);
    let words = (
        prop::option::of(0_usize..4),
        prop::option::of(0_usize..4),
        prop::option::of(0_u8..2),
        prop::option::of(1_u32..3),
        prop::option::of(28_i8..34),
        prop::option::of(0_usize..3),
        prop::option::of(0_usize..2),
        any::<[bool; 4]>(),
    );
    let day = |no: i8| date(2026, 8, 1).saturating_add(jiff::Span::new().days(no));
    (what, when, words).prop_map(move |((kind, case, dispute, unit), (on, hour), words)| {
        let (to, proposal, epoch, obligation, due, place, kind_of, flags) = words;
        Observed {
            id: FactId(Id::from_bits(0)),
            seq: 0,
            agency: agency(UNITS[unit]),
            event: event::ALL[kind].to_owned(),
            dispute: DisputeId(Id::from_bits(case + dispute)),
            case: CaseId(Id::from_bits(case)),
            at: Moment::from_local(day(on).at(hour, 0, 0, 0)),
            attributes: Attributes {
                to: to.map(|unit| agency(UNITS[unit])),
                proposal: proposal.map(|unit| agency(UNITS[unit])),
                epoch: epoch.map(|epoch| format!("1.{epoch}")),
                rule: epoch.map(|rule| format!("T-B-0{rule}")),
                obligation,
                due_on: due.map(day),
                place: place
                    .map(|no| ["640122101", "640122101203", "640122102"][no].parse().unwrap()),
                kind: kind_of.map(|no| [DisputeKind::Labour, DisputeKind::Traffic][no]),
                field: Some(if flags[0] { Field::Civil } else { Field::Administrative }),
                excluded: flags[1].then(|| "清单".to_owned()),
                returned: flags[2],
                immediate: flags[3],
                ..said()
            },
        }
    })
}

fn any_scope() -> impl Strategy<Value = Scope> {
    let region = prop::option::of(prop::sample::select(vec!["640122", "640122101", "640122102"]));
    let unit = prop::option::of(prop::sample::select(vec![CENTRE, COURT, "640122.market"]));
    let kind = prop::option::of(Just(DisputeKind::Labour));
    (region, unit, kind).prop_map(|(region, unit, kind)| Scope {
        region: region.map(|code| code.parse().unwrap()),
        agency: unit.map(agency),
        kind,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// The index finds what a look at every event finds: numbers, guards and disputes.
    #[test]
    fn figures_by_the_index_are_those_of_the_definitions(
        told in prop::collection::vec(any_event(), 0..240),
        scope in any_scope(),
        last in 30_i8..40,
        high_water in prop_oneof![Just(u64::MAX), 1_u64..240],
        again in prop::collection::vec(0_usize..240, 0..10),
    ) {
        let mut seen = told;
        for (event, seq) in seen.iter_mut().zip(1..) {
            event.seq = seq;
            event.id = FactId(Id::from_bits(u128::from(seq * 7919 % 251)));
        }
        let copies: Vec<Observed> = again.iter().filter_map(|at| seen.get(*at).cloned()).collect();
        seen.extend(copies);
        let day = date(2026, 8, 1).saturating_add(jiff::Span::new().days(last));
        let cut_off = CutOff { day, high_water };
        let tally = Tally::of(seen.clone());
        let august = Period { from: date(2026, 8, 20), to: date(2026, 8, 31) };
        let mut expected = Vec::new();
        for period in [august, SEPTEMBER] {
            let plain = plain::figures(&seen, (period, &scope, cut_off), Some(&helan()));
            prop_assert_eq!(&tally.figures(period, &scope, Some(&helan()), cut_off), &plain);
            for indicator in Indicator::ALL {
                let one = tally.figures_of(indicator, (period, &scope, cut_off), Some(&helan()));
                let of_plain = plain.iter().filter(|figure| figure.indicator == indicator);
                prop_assert_eq!(one, of_plain.cloned().collect::<Vec<_>>());
            }
            expected.push(plain.into_iter().map(without_lists).collect::<Vec<_>>());
        }
        let numbers = tally.numbers(&[august, SEPTEMBER], &scope, Some(&helan()), cut_off);
        prop_assert_eq!(numbers, expected);
    }
}

fn without_lists(mut figure: Figure) -> Figure {
    figure.behind = crate::figure::Behind::default();
    figure.guards.iter_mut().for_each(|guard| guard.disputes.clear());
    figure
}
