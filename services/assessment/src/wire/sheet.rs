//! Requests about score sheets.

use jiefen_assessment_rules::sheet::Command;
use jiefen_assessment_rules::{Figure, Indicator, Inputs, Period, Population};
use jiefen_ledger::Error;
use jiefen_ledger::serve::Parsed;
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::assessment::v1 as pb;
use jiefen_vocab::{Agency, CaseId};
use jiff::civil::Date;

use super::question::{period, population};
use super::{NAME, Outcome, TEXT, on};
use crate::figures::Counted;
use crate::sheet_id;

pub(crate) const INDICATORS: &str = "M-01、M-03、M-05、M-07、M-09";

/// What is to be frozen; the figures are computed by this service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Freeze {
    /// The unit assessed.
    pub unit: Option<Agency>,
    /// The period.
    pub period: Period,
    /// Up to which day; none: today.
    pub cut_off: Option<Date>,
    /// The population.
    pub people: Option<Population>,
}

/// Parses a period to freeze.
///
/// # Errors
/// Every wrong field.
pub fn freeze_sheet(m: &pb::FreezeSheetRequest) -> Result<Freeze, Error> {
    let mut fields = Fields::new();
    let unit = fields.parse_optional("unit", &m.unit);
    let period = period(&mut fields, m.period.as_ref());
    let cut_off = fields.date_optional("cut_off", m.cut_off.as_ref());
    let people = m.population.as_ref().and_then(|m| population(&mut fields, m));
    fields.done(period.map(|period| Freeze { unit, period, cut_off, people }))
}

/// The command that freezes these figures.
pub fn frozen(asked: Freeze, counted: &Counted, figures: Vec<Figure>, day: Date) -> Outcome {
    let Freeze { unit, period, people, .. } = asked;
    let inputs = Inputs { upto: counted.upto.clone(), people };
    let cut_off = counted.cut_off(day);
    let command = Command::Freeze { unit, period, cut_off, inputs, figures };
    Ok(Parsed { case: sheet_id(unit, period), command: command.into() })
}

/// The sheet that is to be computed anew.
///
/// # Errors
/// The name has another form.
pub fn recompute_sheet(m: &pb::RecomputeSheetRequest) -> Result<CaseId, Error> {
    let mut fields = Fields::new();
    let case = fields.case(m.head.as_ref());
    fields.done(case)
}

/// Parses a correction.
///
/// # Errors
/// Every wrong field.
pub fn correct_sheet(m: &pb::CorrectSheetRequest) -> Outcome {
    let mut fields = Fields::new();
    let figure = figure(&mut fields, m.figure.as_ref());
    let after = m.after.as_ref().map(|m| (m.numerator, m.denominator));
    if after.is_none() {
        fields.fault("after", "必填 (required)");
    }
    let reason = fields.text("reason", &m.reason, TEXT);
    let parsed = figure.zip(after).zip(reason);
    let command = parsed.map(|(((indicator, variant), after), reason)| Command::Correct {
        indicator,
        variant,
        after,
        reason,
    });
    on(m.head.as_ref(), fields, command)
}

/// Parses an appeal.
///
/// # Errors
/// Every wrong field.
pub fn appeal_sheet(m: &pb::AppealSheetRequest) -> Outcome {
    let mut fields = Fields::new();
    let figure = figure(&mut fields, m.figure.as_ref());
    let dispute = fields.parse_optional("dispute", &m.dispute);
    let reason = fields.text("reason", &m.reason, TEXT);
    let parsed = figure.zip(reason);
    let command = parsed.map(|((indicator, variant), reason)| Command::Appeal {
        indicator,
        variant,
        dispute,
        reason,
    });
    on(m.head.as_ref(), fields, command)
}

/// Parses a decision on an appeal.
///
/// # Errors
/// Every wrong field.
pub fn decide_appeal(m: &pb::DecideAppealRequest) -> Outcome {
    let mut fields = Fields::new();
    if m.appeal == 0 {
        fields.fault("appeal", "必填，应为从1起的申诉编号 (required: an appeal's number, from 1)");
    }
    let after = m.after.as_ref().map(|m| (m.numerator, m.denominator));
    let reason = fields.text("reason", &m.reason, TEXT);
    let appeal = m.appeal;
    let command = reason.map(|reason| Command::DecideAppeal { appeal, after, reason });
    on(m.head.as_ref(), fields, command)
}

/// Parses a signature.
///
/// # Errors
/// The name has another form.
pub fn sign_sheet(m: &pb::SignSheetRequest) -> Outcome {
    on(m.head.as_ref(), Fields::new(), Some(Command::Sign))
}

fn figure(fields: &mut Fields, m: Option<&pb::FigureKey>) -> Option<(Indicator, String)> {
    let Some(m) = m else {
        fields.fault("figure", "必填 (required)");
        return None;
    };
    let indicator = fields.coded("figure.indicator", &m.indicator, INDICATORS);
    let variant = fields.text("figure.variant", &m.variant, NAME);
    indicator.zip(variant)
}
