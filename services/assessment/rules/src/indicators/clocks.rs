//! M-05 按期办结率, apart for each rule. A clock met by sending the dispute back is neither met nor late.

use std::collections::BTreeMap;

use super::{count, figure, guard};
use crate::event;
use crate::figure::{Behind, Figure, Guard, Indicator};
use crate::window::Window;

/// The disputes of each clock, by number.
#[derive(Default)]
struct Rule {
    met: Vec<u32>,
    late: Vec<u32>,
    returned: Vec<u32>,
    stopped: Vec<u32>,
    extended: Vec<u32>,
}

/// One figure a rule; the variant is the rule id.
pub(crate) fn on_time(window: &Window<'_>) -> Vec<Figure> {
    let mut rules: BTreeMap<u32, Rule> = BTreeMap::new();
    for met in window.in_period(event::CLOCK_MET) {
        let rule = rules.entry(met.rule).or_default();
        let list = if met.returned { &mut rule.returned } else { &mut rule.met };
        list.push(met.dispute);
    }
    for late in window.in_period(event::CLOCK_EXPIRED) {
        rules.entry(late.rule).or_default().late.push(late.dispute);
    }
    for stopped in window.in_period(event::CLOCK_STOPPED) {
        rules.entry(stopped.rule).or_default().stopped.push(stopped.dispute);
    }
    for extended in window.in_period(event::CLOCK_EXTENDED) {
        rules.entry(extended.rule).or_default().extended.push(extended.dispute);
    }
    rules.iter().map(|(id, rule)| of_rule(window, window.word(*id), rule)).collect()
}

fn of_rule(window: &Window<'_>, id: &str, rule: &Rule) -> Figure {
    let disputes = |list: &[u32]| window.disputes(list.iter().copied());
    let all = window.disputes(rule.met.iter().chain(&rule.late).copied());
    let (top, of) = (rule.met.len(), rule.met.len() + rule.late.len());
    let behind = Behind { numerator: disputes(&rule.met), denominator: all };
    let beside = |code: &str, zh: &str, list: &[u32]| -> Guard {
        guard(code, zh, Some(count(list.len())), disputes(list))
    };
    let mut figure = figure(window, Indicator::OnTime, id, (count(top), count(of)), behind);
    figure.guards = vec![
        beside("late", "逾期", &rule.late),
        beside("met_by_return", "因退回而结束，不计入", &rule.returned),
        beside("stopped", "中止、扣除", &rule.stopped),
        beside("extended", "延长", &rule.extended),
    ];
    figure
}
