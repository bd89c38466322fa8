//! The chart of a matter in hand.

use jiefen_procedure::{Chart, Ending, Owner, Stage, Step};

const fn step(from: &'static str, by: &'static str, to: &'static str, basis: &'static str) -> Step {
    Step { from, by, to, basis }
}

const fn ended(state: &'static str, zh: &'static str) -> Stage {
    Stage { state, zh, owner: Owner::None, clocks: &[], ending: Ending::Ended }
}

/// The chart of a matter in hand.
pub static CHART: Chart = Chart {
    kind: "matter",
    zh: "承办事项",
    stages: &[
        Stage {
            state: "in_hand",
            zh: "办理中",
            owner: Owner::Agency,
            clocks: &["work", "term", "not_mine", "report"],
            ending: Ending::Open,
        },
        ended("concluded", "已办结"),
        ended("passed_back", "已退回"),
    ],
    steps: &[
        step("", "take", "in_hand", "首问负责制；五(二)"),
        step("in_hand", "name_person", "in_hand", "八(二) 责任人"),
        step("in_hand", "begin_term", "in_hand", "T-Q-02；T-Q-03；T-P-02；T-O-03；T-N-02"),
        step("in_hand", "note_progress", "in_hand", "policy.progress_report"),
        step("in_hand", "conclude", "concluded", "限期办理"),
        step("in_hand", "pass_back", "passed_back", "T-L-03；T-Q-08"),
        step("in_hand", "clock:work", "in_hand", "限期办理"),
        step("in_hand", "clock:term", "in_hand", "限期办理"),
        step("in_hand", "clock:not_mine", "in_hand", "T-L-03"),
        step("in_hand", "clock:report", "in_hand", "policy.progress_report"),
    ],
};
