//! Figures, sheets and orders as they are shown. They name units, disputes by code, and staff by id.

use std::collections::BTreeSet;

use jiefen_assessment_rules::sheet::{Appeal, Correction, Difference, Stage, State as Sheet};
use jiefen_assessment_rules::{
    CutOff, Figure, Guard, Indicator, Inputs, OrderDue, Period, Population, Scope, Value, order,
};
use jiefen_ledger::wire::date_to;
use jiefen_proto::jiefen::assessment::v1 as pb;
use jiefen_proto::jiefen::common::v1::{CaseHead, Date as WireDate};
use jiefen_vocab::DisputeId;
use jiff::civil::Date;

fn day(on: Date) -> Option<WireDate> {
    Some(date_to(on))
}

fn text<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn disputes(disputes: &BTreeSet<DisputeId>) -> Vec<String> {
    disputes.iter().map(ToString::to_string).collect()
}

/// The days of a figure.
pub fn period(period: Period) -> pb::Period {
    pb::Period { from: day(period.from), to: day(period.to) }
}

fn scope(scope: &Scope) -> pb::Scope {
    pb::Scope { region: text(scope.region), agency: text(scope.agency), kind: text(scope.kind) }
}

fn guard(guard: &Guard, listed: bool) -> pb::Guard {
    pb::Guard {
        code: guard.code.clone(),
        zh: guard.zh.clone(),
        value: guard.value,
        disputes: if listed { disputes(&guard.disputes) } else { vec![] },
    }
}

/// A figure with all that is needed to check it.
pub fn figure(figure: &Figure) -> pb::Figure {
    pb::Figure {
        numerator_disputes: disputes(&figure.behind.numerator),
        denominator_disputes: disputes(&figure.behind.denominator),
        guards: figure.guards.iter().map(|one| guard(one, true)).collect(),
        ..summary(figure)
    }
}

/// A figure without its lists of disputes: what a page of many figures needs.
pub fn summary(figure: &Figure) -> pb::Figure {
    let value = figure.value();
    let (unit, number) = match value {
        Value::NoData => ("no_data", None),
        Value::BasisPoints(number) => ("basis_points", Some(number)),
        Value::HundredthsPerTenThousand(number) => ("hundredths_per_ten_thousand", Some(number)),
    };
    pb::Figure {
        indicator: figure.indicator.code().to_owned(),
        zh: figure.indicator.zh().to_owned(),
        formula: figure.indicator.formula().to_owned(),
        version: figure.version,
        variant: figure.variant.clone(),
        numerator: figure.numerator,
        denominator: figure.denominator,
        unit: unit.to_owned(),
        value: number,
        text: value.to_string(),
        period: Some(period(figure.period)),
        scope: Some(scope(&figure.scope)),
        cut_off: day(figure.cut_off.day),
        numerator_disputes: vec![],
        denominator_disputes: vec![],
        guards: figure.guards.iter().map(|one| guard(one, false)).collect(),
        definition: figure.indicator.definition().to_owned(),
        source: figure.indicator.source().to_owned(),
    }
}

/// A unit to which an order is due.
pub fn order_due(due: &OrderDue) -> pb::OrderDue {
    pb::OrderDue { unit: due.unit.to_string(), disputes: disputes(&due.disputes) }
}

/// From which events figures were computed.
pub fn cut_off<'a>(
    cut_off: CutOff,
    upto: impl IntoIterator<Item = (&'a jiefen_vocab::Agency, &'a u64)>,
) -> pb::CutOff {
    let input = |(agency, upto): (&jiefen_vocab::Agency, &u64)| pb::Input {
        agency: agency.to_string(),
        upto: *upto,
    };
    pb::CutOff {
        day: day(cut_off.day),
        high_water: cut_off.high_water,
        inputs: upto.into_iter().map(input).collect(),
    }
}

/// How many people live there.
pub fn population(people: &Population) -> pb::Population {
    pb::Population {
        resident: people.resident,
        floating: people.floating,
        as_of: day(people.as_of),
        source: people.source.clone(),
    }
}

fn key(indicator: Indicator, variant: &str) -> Option<pb::FigureKey> {
    let (indicator, variant) = (indicator.code().to_owned(), variant.to_owned());
    Some(pb::FigureKey { indicator, variant })
}

fn numbers((numerator, denominator): (u64, u64)) -> pb::Numbers {
    pb::Numbers { numerator, denominator }
}

fn correction(entry: &Correction) -> pb::Correction {
    pb::Correction {
        figure: key(entry.indicator, &entry.variant),
        before: Some(numbers(entry.before)),
        after: Some(numbers(entry.after)),
        reason: entry.reason.clone(),
        appeal: entry.appeal.unwrap_or(0),
        by: entry.by.clone(),
        on: day(entry.on),
    }
}

fn appeal(place: usize, appeal: &Appeal) -> pb::Appeal {
    let decision = appeal.decision.as_ref();
    pb::Appeal {
        no: u32::try_from(place + 1).unwrap_or(u32::MAX),
        by: appeal.by.to_string(),
        figure: key(appeal.indicator, &appeal.variant),
        dispute: text(appeal.dispute),
        reason: appeal.reason.clone(),
        on: day(appeal.on),
        decided: decision.is_some(),
        upheld: decision.is_some_and(|decision| decision.upheld),
        decision_reason: decision.map(|decision| decision.reason.clone()).unwrap_or_default(),
        decided_by: decision.map(|decision| decision.by.clone()).unwrap_or_default(),
        decided_on: decision.and_then(|decision| day(decision.on)),
    }
}

fn difference(found: &Difference) -> pb::Difference {
    pb::Difference {
        figure: key(found.indicator, &found.variant),
        frozen: found.frozen.map(numbers),
        now: found.now.map(numbers),
    }
}

/// A sheet.
pub fn sheet(head: CaseHead, state: &Sheet) -> pb::Sheet {
    let Inputs { upto, people } = &state.inputs;
    let (signed_by, signed_on) = match &state.stage {
        Stage::Frozen | Stage::Closed => (String::new(), None),
        Stage::Signed { by, on } => (by.clone(), day(*on)),
    };
    let check = state.check.as_ref();
    let found = check.map(|check| check.differences.iter().map(difference).collect());
    let appeals = state.appeals.iter().enumerate();
    pb::Sheet {
        head: Some(head),
        unit: text(state.unit),
        period: Some(period(state.period)),
        cut_off: Some(cut_off(state.cut_off, upto)),
        population: people.as_ref().map(population),
        figures: state.figures.iter().map(figure).collect(),
        corrections: state.corrections.iter().map(correction).collect(),
        appeals: appeals.map(|(place, entry)| appeal(place, entry)).collect(),
        checked_on: check.and_then(|check| day(check.on)),
        differences: found.unwrap_or_default(),
        frozen_by: state.frozen_by.clone(),
        frozen_on: day(state.frozen_on),
        signed_by,
        signed_on,
    }
}

/// A sheet of a list: without its figures.
pub fn sheet_of_list(head: CaseHead, state: &Sheet) -> pb::Sheet {
    pb::Sheet { figures: Vec::new(), ..sheet(head, state) }
}

/// An order.
pub fn order(head: CaseHead, state: &order::State) -> pb::Order {
    let signed = state.signed.as_ref();
    let answer = state.answer.as_ref();
    pb::Order {
        head: Some(head),
        unit: state.unit.to_string(),
        ground: state.ground.clone(),
        disputes: disputes(&state.disputes),
        demand: state.demand.clone(),
        drafted_by: state.drafted_by.clone(),
        drafted_on: day(state.drafted_on),
        signed_by: signed.map(|(by, _)| by.clone()).unwrap_or_default(),
        signed_on: signed.and_then(|(_, on)| day(*on)),
        measures: answer.map(|answer| answer.measures.clone()).unwrap_or_default(),
        answered_by: answer.map(|answer| answer.by.clone()).unwrap_or_default(),
        answered_on: answer.and_then(|answer| day(answer.on)),
        circulated_on: state.circulated_on.and_then(day),
        circular: state.circular.clone(),
    }
}
