//! M-05 按期办结率, apart for each rule. A clock met by sending the dispute back is neither met nor late.

use std::collections::{BTreeMap, BTreeSet};

use jiefen_vocab::DisputeId;

use super::Window;
use super::{count, figure, guard};
use crate::event;
use crate::figure::{Behind, Figure, Guard, Indicator};
use crate::observed::Observed;

#[derive(Default)]
struct Rule<'a> {
    met: Vec<&'a Observed>,
    late: Vec<&'a Observed>,
    returned: Vec<&'a Observed>,
    stopped: Vec<&'a Observed>,
    extended: Vec<&'a Observed>,
}

/// One figure a rule; the variant is the rule id.
pub(super) fn on_time(window: &Window<'_>) -> Vec<Figure> {
    let mut rules: BTreeMap<&str, Rule<'_>> = BTreeMap::new();
    for met in window.in_period(event::CLOCK_MET) {
        let rule = rules.entry(rule_of(met)).or_default();
        if met.attributes.returned { rule.returned.push(met) } else { rule.met.push(met) }
    }
    for late in window.in_period(event::CLOCK_EXPIRED) {
        rules.entry(rule_of(late)).or_default().late.push(late);
    }
    for stopped in window.in_period(event::CLOCK_STOPPED) {
        rules.entry(rule_of(stopped)).or_default().stopped.push(stopped);
    }
    for extended in window.in_period(event::CLOCK_EXTENDED) {
        rules.entry(rule_of(extended)).or_default().extended.push(extended);
    }
    rules.iter().map(|(id, rule)| of_rule(window, id, rule)).collect()
}

fn rule_of(event: &Observed) -> &str {
    event.attributes.rule.as_deref().unwrap_or("")
}

fn of_rule(window: &Window<'_>, id: &str, rule: &Rule<'_>) -> Figure {
    let met = disputes(&rule.met);
    let all = met.union(&disputes(&rule.late)).copied().collect();
    let (top, of) = (rule.met.len(), rule.met.len() + rule.late.len());
    let behind = Behind { numerator: met, denominator: all };
    let mut figure = figure(window, Indicator::OnTime, id, (count(top), count(of)), behind);
    figure.guards = vec![
        beside("late", "逾期", &rule.late),
        beside("met_by_return", "因退回而结束，不计入", &rule.returned),
        beside("stopped", "中止、扣除", &rule.stopped),
        beside("extended", "延长", &rule.extended),
    ];
    figure
}

fn beside(code: &str, zh: &str, events: &[&Observed]) -> Guard {
    guard(code, zh, Some(count(events.len())), disputes(events))
}

fn disputes(events: &[&Observed]) -> BTreeSet<DisputeId> {
    events.iter().map(|event| event.dispute).collect()
}
