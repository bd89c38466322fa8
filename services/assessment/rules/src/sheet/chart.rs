//! The chart of a score sheet.

use jiefen_procedure::{Chart, Ending, Outline, Owner, Stage as Place, Step};

use super::{APPEALS, DECISION, SIGNATURE, Stage, State};

const BASIS: &str = "实施方案九(三)；C-312";

const fn step(from: &'static str, by: &'static str, to: &'static str) -> Step {
    Step { from, by, to, basis: BASIS }
}

/// The chart.
pub(super) const CHART: Chart = Chart {
    kind: "sheet",
    zh: "考核表",
    stages: &[
        Place {
            state: "frozen",
            zh: "已冻结，申诉期",
            owner: Owner::Agency,
            clocks: &[APPEALS, DECISION],
            ending: Ending::Open,
        },
        Place {
            state: "closed",
            zh: "申诉期满，待签发",
            owner: Owner::Agency,
            clocks: &[SIGNATURE, DECISION],
            ending: Ending::Open,
        },
        Place {
            state: "signed",
            zh: "已签发",
            owner: Owner::None,
            clocks: &[],
            ending: Ending::Ended,
        },
    ],
    steps: &[
        step("", "freeze", "frozen"),
        step("frozen", "recompute", "frozen"),
        step("frozen", "correct", "frozen"),
        step("frozen", "appeal", "frozen"),
        step("frozen", "decide_appeal", "frozen"),
        step("frozen", "close_appeals", "closed"),
        step("frozen", "clock:appeals", "closed"),
        step("frozen", "flag_late", "frozen"),
        step("frozen", "clock:decision", "frozen"),
        step("closed", "recompute", "closed"),
        step("closed", "correct", "closed"),
        step("closed", "decide_appeal", "closed"),
        step("closed", "sign", "signed"),
        step("closed", "flag_late", "closed"),
        step("closed", "clock:decision", "closed"),
        step("closed", "clock:signature", "closed"),
        step("signed", "recompute", "signed"),
        step("signed", "correct", "signed"),
    ],
};

pub(super) fn outline(state: &State) -> Outline {
    let (code, state_zh, open) = match &state.stage {
        Stage::Frozen => ("frozen", "已冻结，申诉期", true),
        Stage::Closed => ("closed", "申诉期满，待签发", true),
        Stage::Signed { .. } => ("signed", "已签发", false),
    };
    let (next_zh, next_en) = match &state.stage {
        Stage::Signed { .. } => ("", ""),
        Stage::Frozen | Stage::Closed if state.pending() > 0 => ("处理申诉", "decide the appeals"),
        Stage::Frozen => ("等待申诉期满", "wait for the appeal window to end"),
        Stage::Closed => ("签发考核表", "sign the sheet"),
    };
    Outline {
        kind: "sheet",
        state: code,
        state_zh,
        open,
        next_zh: next_zh.to_owned(),
        next_en: next_en.to_owned(),
        person: Some(state.frozen_by.clone()),
    }
}
