//! Questions about figures.

use jiefen_assessment_rules::{Period, Population, Scope};
use jiefen_ledger::Error;
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::assessment::v1 as pb;
use jiff::civil::Date;

use super::NAME;

/// The third unanswered referral makes an order due.
pub(crate) const THRESHOLD: usize = 3;

/// Which figures somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Over which days.
    pub period: Period,
    /// Of what.
    pub scope: Scope,
    /// The population.
    pub people: Option<Population>,
    /// Up to which day; none: today.
    pub cut_off: Option<Date>,
}

/// Parses a question for figures.
///
/// # Errors
/// Every wrong field.
pub fn compute_indicators(m: &pb::ComputeIndicatorsRequest) -> Result<Asked, Error> {
    let mut fields = Fields::new();
    let period = period(&mut fields, m.period.as_ref());
    let scope = scope(&mut fields, m.scope.as_ref());
    let people = m.population.as_ref().and_then(|m| population(&mut fields, m));
    let cut_off = fields.date_optional("cut_off", m.cut_off.as_ref());
    fields.done(period.map(|period| Asked { period, scope, people, cut_off }))
}

/// Parses a question for orders that are due: the days, and from how many unanswered referrals on.
///
/// # Errors
/// Every wrong field.
pub fn list_orders_due(m: &pb::ListOrdersDueRequest) -> Result<(Period, usize), Error> {
    let mut fields = Fields::new();
    let period = period(&mut fields, m.period.as_ref());
    let threshold = match usize::try_from(m.threshold) {
        Ok(0) | Err(_) => THRESHOLD,
        Ok(threshold) => threshold,
    };
    fields.done(period.map(|period| (period, threshold)))
}

/// What of the world is counted; absent: all of it.
pub(crate) fn scope(fields: &mut Fields, m: Option<&pb::Scope>) -> Scope {
    let Some(m) = m else { return Scope::default() };
    Scope {
        region: fields.parse_optional("scope.region", &m.region),
        agency: fields.parse_optional("scope.agency", &m.agency),
        kind: fields.parse_optional("scope.kind", &m.kind),
    }
}

/// The days of a period, in order.
pub(crate) fn period(fields: &mut Fields, m: Option<&pb::Period>) -> Option<Period> {
    let Some(m) = m else {
        fields.fault("period", "必填 (required)");
        return None;
    };
    let from = fields.date("period.from", m.from.as_ref());
    let to = fields.date("period.to", m.to.as_ref());
    let (from, to) = from.zip(to)?;
    if to < from {
        fields.fault("period.to", format!("早于起日 {from} (before the first day)"));
    }
    Some(Period { from, to })
}

/// How many people live there, with the source.
pub(super) fn population(fields: &mut Fields, m: &pb::Population) -> Option<Population> {
    let as_of = fields.date("population.as_of", m.as_of.as_ref());
    let source = fields.text("population.source", &m.source, NAME);
    if m.resident == 0 {
        fields.fault("population.resident", "必填，应大于零 (required: more than none)");
    }
    Some(Population { resident: m.resident, floating: m.floating, as_of: as_of?, source: source? })
}
