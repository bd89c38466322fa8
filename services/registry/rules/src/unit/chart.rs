//! The chart of a unit's entry.

use jiefen_procedure::{Chart, Ending, Outline, Owner, Stage as Place, Step};

use super::{REVIEW, Stage, State};

const LIST: &str = "实施方案二（权责清单）";
const MESH: &str = "实施方案八(四)";

const fn open(state: &'static str, zh: &'static str) -> Place {
    Place { state, zh, owner: Owner::Agency, clocks: &[REVIEW], ending: Ending::Open }
}

const fn step(from: &'static str, by: &'static str, to: &'static str, basis: &'static str) -> Step {
    Step { from, by, to, basis }
}

/// The chart.
pub(super) const CHART: Chart = Chart {
    kind: "unit",
    zh: "单位登记",
    stages: &[
        open("listed", "已登记"),
        open("admitted", "节点已接入"),
        open("suspended", "节点已暂停"),
        Place {
            state: "closed",
            zh: "已撤销",
            owner: Owner::None,
            clocks: &[],
            ending: Ending::Ended,
        },
    ],
    steps: &[
        step("", "add_unit", "listed", LIST),
        step("listed", "amend_unit", "listed", LIST),
        step("listed", "move_unit", "listed", LIST),
        step("listed", "admit_node", "admitted", MESH),
        step("listed", "close_unit", "closed", LIST),
        step("listed", "confirm_unit", "listed", LIST),
        step("listed", "flag_review", "listed", LIST),
        step("listed", "clock:review", "listed", LIST),
        step("admitted", "amend_unit", "admitted", LIST),
        step("admitted", "move_unit", "admitted", LIST),
        step("admitted", "rotate_key", "admitted", MESH),
        step("admitted", "suspend_node", "suspended", MESH),
        step("admitted", "close_unit", "closed", LIST),
        step("admitted", "confirm_unit", "admitted", LIST),
        step("admitted", "flag_review", "admitted", LIST),
        step("admitted", "clock:review", "admitted", LIST),
        step("suspended", "amend_unit", "suspended", LIST),
        step("suspended", "move_unit", "suspended", LIST),
        step("suspended", "admit_node", "admitted", MESH),
        step("suspended", "close_unit", "closed", LIST),
        step("suspended", "confirm_unit", "suspended", LIST),
        step("suspended", "flag_review", "suspended", LIST),
        step("suspended", "clock:review", "suspended", LIST),
    ],
};

pub(super) fn outline(state: &State) -> Outline {
    let (code, state_zh, open) = match &state.stage {
        Stage::Listed => ("listed", "已登记", true),
        Stage::Admitted { .. } => ("admitted", "节点已接入", true),
        Stage::Suspended { .. } => ("suspended", "节点已暂停", true),
        Stage::Closed { .. } => ("closed", "已撤销", false),
    };
    let (next_zh, next_en) = match &state.stage {
        Stage::Closed { .. } => ("", ""),
        Stage::Suspended { .. } => {
            ("查清原因，恢复接入或者撤销", "find the cause; admit again or close")
        }
        Stage::Listed | Stage::Admitted { .. } if state.review_due => {
            ("核对登记并确认", "check the entry and confirm it")
        }
        Stage::Listed | Stage::Admitted { .. } => ("到期核对登记", "check the entry when due"),
    };
    Outline {
        kind: "unit",
        state: code,
        state_zh,
        open,
        next_zh: next_zh.to_owned(),
        next_en: next_en.to_owned(),
        person: None,
    }
}
