//! The chart of a screening.

use jiefen_procedure::{Chart, Ending, Owner, Stage, Step};

const PLAN: &str = "实施方案七(一)；C-231、C-234";
const OWNER: &str = "实施方案七(一)；C-236";

const fn step(from: &'static str, by: &'static str, to: &'static str, basis: &'static str) -> Step {
    Step { from, by, to, basis }
}

const fn open(state: &'static str, zh: &'static str, clocks: &'static [&'static str]) -> Stage {
    Stage { state, zh, owner: Owner::Agency, clocks, ending: Ending::Open }
}

const fn ended(state: &'static str, zh: &'static str) -> Stage {
    Stage { state, zh, owner: Owner::None, clocks: &[], ending: Ending::Ended }
}

/// The chart of a screening.
pub static CHART: Chart = Chart {
    kind: super::KIND,
    zh: "矛盾纠纷排查",
    stages: &[
        open("planned", "方案待签发", &["work"]),
        open("running", "排查中", &["round", "owner"]),
        open("closing", "待总结", &["report", "owner"]),
        ended("reported", "已总结"),
        ended("cancelled", "已取消"),
    ],
    steps: &[
        step("", "plan_screening", "planned", PLAN),
        step("planned", "sign", "running", PLAN),
        step("planned", "cancel", "cancelled", PLAN),
        step("planned", "clock:work", "planned", "policy.supervision_signature"),
        step("running", "report_finding", "running", PLAN),
        step("running", "sign_none_found", "running", "C-231；M-15"),
        step("running", "close_round", "running", PLAN),
        step("running", "close_round", "closing", PLAN),
        step(
            "running",
            "clock:round",
            "running",
            "policy.screening_round；policy.screening_routine",
        ),
        step(
            "running",
            "clock:round",
            "closing",
            "policy.screening_round；policy.screening_routine",
        ),
        step("running", "assign_owner", "running", OWNER),
        step("running", "clock:owner", "running", "policy.screening_owner"),
        step("closing", "report_finding", "closing", PLAN),
        step("closing", "sign_none_found", "closing", "C-231；M-15"),
        step("closing", "assign_owner", "closing", OWNER),
        step("closing", "clock:owner", "closing", "policy.screening_owner"),
        step("closing", "report_screening", "reported", "C-232；C-235；M-15"),
        step("closing", "clock:report", "closing", "policy.screening_report"),
    ],
};
