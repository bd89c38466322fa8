//! Questions to the cockpit, parsed once.

use std::collections::BTreeSet;

use jiefen_assessment_rules::{Indicator, Period, Scope};
use jiefen_ledger::Error;
use jiefen_ledger::wire::Fields;
use jiefen_proto::jiefen::assessment::v1 as pb;
use jiefen_vocab::{DisputeId, Region};

use crate::wire::{INDICATORS, NAME, period, scope};

/// The most periods of one course.
const PERIODS_MAX: usize = 24;
/// The most regions told apart.
const REGIONS_MAX: usize = 40;
/// The page when none is asked for.
const PAGE: usize = 50;
/// The largest page.
const PAGE_MAX: usize = 200;

/// What to show.
pub(super) struct Cockpit {
    pub(super) periods: Vec<Period>,
    pub(super) scope: Scope,
    pub(super) regions: Vec<Region>,
}

/// Which figure.
pub(super) struct Figure {
    pub(super) indicator: Indicator,
    pub(super) variant: String,
    pub(super) period: Period,
    pub(super) scope: Scope,
    pub(super) list: String,
    size: usize,
    after: Option<DisputeId>,
}

impl Figure {
    /// The page that was asked for, and where the next one begins.
    pub(super) fn page(&self, list: &BTreeSet<DisputeId>) -> (BTreeSet<DisputeId>, String) {
        let later = list.iter().filter(|id| self.after.is_none_or(|after| **id > after)).copied();
        let page: BTreeSet<DisputeId> = later.take(self.size).collect();
        let more = page.last().filter(|last| list.last().is_some_and(|end| end > *last));
        let next = more.map(ToString::to_string).unwrap_or_default();
        (page, next)
    }
}

/// Parses a question for the cockpit.
///
/// # Errors
/// Every wrong field.
pub(super) fn cockpit(m: &pb::GetCockpitRequest) -> Result<Cockpit, Error> {
    let mut fields = Fields::new();
    let periods: Vec<Period> =
        m.periods.iter().filter_map(|one| period(&mut fields, Some(one))).collect();
    if m.periods.is_empty() || m.periods.len() > PERIODS_MAX {
        fields.fault("periods", format!("应为1至{PERIODS_MAX}段 (1 to {PERIODS_MAX} periods)"));
    }
    if m.regions.len() > REGIONS_MAX {
        fields.fault("regions", format!("至多{REGIONS_MAX}个 (at most {REGIONS_MAX})"));
    }
    let scope = scope(&mut fields, m.scope.as_ref());
    let regions: BTreeSet<Region> = fields.parse_all("regions", &m.regions);
    let regions = regions.into_iter().collect();
    fields.done(Some(Cockpit { periods, scope, regions }))
}

/// Parses a question for a figure.
///
/// # Errors
/// Every wrong field.
pub(super) fn figure(m: &pb::GetFigureRequest) -> Result<Figure, Error> {
    let mut fields = Fields::new();
    let indicator = fields.coded("indicator", &m.indicator, INDICATORS);
    let variant = fields.text("variant", &m.variant, NAME);
    let period = period(&mut fields, m.period.as_ref());
    let scope = scope(&mut fields, m.scope.as_ref());
    let after = fields.parse_optional("page_token", &m.page_token);
    let size = match usize::try_from(m.page_size) {
        Ok(0) | Err(_) => PAGE,
        Ok(size) => size.min(PAGE_MAX),
    };
    let list = m.list.clone();
    let asked = indicator.zip(variant).zip(period).map(|((indicator, variant), period)| Figure {
        indicator,
        variant,
        period,
        scope,
        list,
        size,
        after,
    });
    fields.done(asked)
}

/// Parses the name of a dispute.
///
/// # Errors
/// It is none.
pub(super) fn trace(m: &pb::GetTraceRequest) -> Result<DisputeId, Error> {
    let mut fields = Fields::new();
    let dispute = fields.parse("dispute", &m.dispute);
    fields.done(dispute)
}
