//! The chart of a proposal, and its clock.

use jiefen_procedure::{Chart, ClockEffect, Ending, Outline, Owner, Stage as Place, Step};
use jiff::civil::Date;

use super::{CHOICE, Fact, Stage, State};

const BASIS: &str = "实施方案七(二)；人民调解法26";

const fn step(from: &'static str, by: &'static str, to: &'static str) -> Step {
    Step { from, by, to, basis: BASIS }
}

const fn ended(state: &'static str, zh: &'static str) -> Place {
    Place { state, zh, owner: Owner::None, clocks: &[], ending: Ending::Ended }
}

const fn open(state: &'static str, zh: &'static str) -> Place {
    Place { state, zh, owner: Owner::Agency, clocks: &[CHOICE], ending: Ending::Open }
}

/// The chart. `raised` is an ending here: from then on the centre has the matter among its own.
pub(super) const CHART: Chart = Chart {
    kind: "suggestion",
    zh: "途径建议",
    stages: &[
        open("open", "已建议，待选择途径"),
        open("reminded", "已提醒，待选择途径"),
        ended("raised", "已报综治中心"),
        ended("chosen", "已选择途径"),
        ended("dropped", "已无需建议"),
    ],
    steps: &[
        step("", "open", "open"),
        step("open", "tell", "open"),
        step("open", "record_choice", "chosen"),
        step("open", "drop", "dropped"),
        step("open", "remind", "reminded"),
        step("open", "clock:choice", "reminded"),
        step("reminded", "tell", "reminded"),
        step("reminded", "record_choice", "chosen"),
        step("reminded", "drop", "dropped"),
        step("reminded", "raise", "raised"),
        step("reminded", "clock:choice", "raised"),
        step("raised", "tell", "raised"),
        step("raised", "record_choice", "chosen"),
        step("raised", "drop", "dropped"),
    ],
};

pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    let start = |rule: &str, from: Date| ClockEffect::Start {
        key: CHOICE.to_owned(),
        rule: rule.to_owned(),
        from,
    };
    match fact {
        Fact::SuggestionOpened { reply, on, .. } => vec![start(reply, *on)],
        // A reminder and the word to the centre are the clock's own: it has ended when they come.
        Fact::HolderReminded { rule, on } => vec![start(rule, *on)],
        Fact::RouteChosen { waited: true, .. } => vec![ClockEffect::Met { key: CHOICE.to_owned() }],
        Fact::SuggestionDropped { waited: true, .. } => {
            vec![ClockEffect::Cancel { key: CHOICE.to_owned() }]
        }
        Fact::RouteChosen { waited: false, .. }
        | Fact::SuggestionDropped { waited: false, .. }
        | Fact::RaisedToCentre { .. }
        | Fact::HolderTold { .. } => Vec::new(),
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, state_zh, open, next_zh, next_en) = match &state.stage {
        Stage::Open => (
            "open",
            "已建议，待选择途径",
            true,
            "向当事人说明途径并记录选择",
            "show the parties the routes and record their choice",
        ),
        Stage::Reminded { .. } => (
            "reminded",
            "已提醒，待选择途径",
            true,
            "尽快记录当事人的选择",
            "record the parties' choice without delay",
        ),
        Stage::Raised { .. } => ("raised", "已报综治中心", false, "", ""),
        Stage::Chosen { .. } => ("chosen", "已选择途径", false, "", ""),
        Stage::Dropped { .. } => ("dropped", "已无需建议", false, "", ""),
    };
    Outline {
        kind: "suggestion",
        state: code,
        state_zh,
        open,
        next_zh: next_zh.to_owned(),
        next_en: next_en.to_owned(),
        person: None,
    }
}
