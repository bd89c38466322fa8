//! The chart of a person on a roster.

use jiefen_procedure::{Chart, Ending, Outline, Owner, Stage as Place, Step};

use super::{CHECK, Stage, State};

const ENTRY: &str = "人民调解法 13、14；特邀调解规定 5、6；劳动争议调解仲裁法 20";
const UPDATE: &str = "特邀调解规定 10；人民调解法 10";
const OFF: &str = "人民调解法 15；特邀调解规定 28；劳动争议调解仲裁法 34";

const fn step(from: &'static str, by: &'static str, to: &'static str, basis: &'static str) -> Step {
    Step { from, by, to, basis }
}

/// The chart.
pub(super) const CHART: Chart = Chart {
    kind: "roster",
    zh: "名册人员",
    stages: &[
        Place {
            state: "on_roster",
            zh: "在册",
            owner: Owner::Agency,
            clocks: &[CHECK],
            ending: Ending::Open,
        },
        Place {
            state: "off_roster",
            zh: "已出册",
            owner: Owner::None,
            clocks: &[],
            ending: Ending::Ended,
        },
    ],
    steps: &[
        step("", "add_person", "on_roster", ENTRY),
        step("on_roster", "amend_person", "on_roster", UPDATE),
        step("on_roster", "confirm_person", "on_roster", UPDATE),
        step("on_roster", "take_off", "off_roster", OFF),
        step("on_roster", "flag_check", "on_roster", UPDATE),
        step("on_roster", "clock:check", "on_roster", UPDATE),
    ],
};

pub(super) fn outline(state: &State) -> Outline {
    let (code, state_zh, open) = match &state.stage {
        Stage::Listed => ("on_roster", "在册", true),
        Stage::Off { .. } => ("off_roster", "已出册", false),
    };
    let (next_zh, next_en) = match &state.stage {
        Stage::Off { .. } => ("", ""),
        Stage::Listed if state.check_due => ("核对登记并确认", "check the entry and confirm it"),
        Stage::Listed => ("到期核对登记", "check the entry when due"),
    };
    Outline {
        kind: "roster",
        state: code,
        state_zh,
        open,
        next_zh: next_zh.to_owned(),
        next_en: next_en.to_owned(),
        person: None,
    }
}
