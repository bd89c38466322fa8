//! The chart of an incident, its rows unfolded into single steps.

use std::sync::OnceLock;

use jiefen_procedure::{Chart, Ending, Owner, Stage, Step};

/// The same stage as before.
const SAME: &str = "=";
const WARNED: &[&str] = &["yellow", "orange", "red"];
const ACTIVE: &[&str] = &["yellow", "orange", "red", "called_out", "on_site"];
const SCENE: &[&str] = &["called_out", "on_site"];

/// The command, the stages before, the stages after, the basis.
struct Row(&'static str, &'static [&'static str], &'static [&'static str], &'static str);

const ROWS: &[Row] = &[
    Row(
        "report_signal",
        &[""],
        &["signalled", "yellow", "orange", "red"],
        "C-040；突发事件应对法 60",
    ),
    Row("join_signal", &["signalled"], &["signalled", "yellow", "orange", "red"], "C-040"),
    Row("join_signal", &["yellow"], &["yellow", "orange", "red"], "C-040"),
    Row("join_signal", &["orange"], &["orange", "red"], "C-040"),
    Row("join_signal", &["red", "called_out", "on_site"], &[SAME], "C-040"),
    Row(
        "verify",
        &["signalled"],
        &["yellow", "orange", "red", "unfounded"],
        "突发事件应对法 60；T-R-10",
    ),
    Row("set_level", &["yellow"], &["orange", "red"], "C-237；突发事件应对法 70"),
    Row("set_level", &["orange"], &["yellow", "red"], "C-237；突发事件应对法 70"),
    Row("set_level", &["red"], &["yellow", "orange"], "C-237；突发事件应对法 70"),
    Row("record_contact", &["signalled", "yellow", "orange", "red"], &[SAME], "C-096；C-142"),
    Row("prepare_lanes", WARNED, &[SAME], "实施方案七(一)"),
    Row("call_out", WARNED, &["called_out"], "实施方案七(一)；突发事件应对法 72"),
    Row("record_arrival", &["called_out"], &["called_out", "on_site"], "C-237"),
    Row("take_measure", SCENE, &[SAME], "突发事件应对法 74、78"),
    Row("report_situation", ACTIVE, &[SAME], "C-237；突发事件应对法 61"),
    Row("report_up", ACTIVE, &[SAME], "T-R-09；突发事件应对法 17、69"),
    Row("link_dispute", ACTIVE, &[SAME], "C-320；突发事件应对法 34"),
    Row("link_dispute", &["stood_down"], &[SAME], "C-320；突发事件应对法 34"),
    Row("close_lane", SCENE, &[SAME], "实施方案七(一)"),
    Row("stand_down", SCENE, &["stood_down"], "突发事件应对法 86"),
    Row("lift", WARNED, &["lifted"], "突发事件应对法 70；S11"),
    Row("review", &["stood_down"], &["reviewed"], "突发事件应对法 87、92；C-320"),
    Row("clock:verify", &["signalled"], &[SAME], "policy.signal_check"),
    Row(
        "clock:contact",
        &["signalled", "yellow", "orange", "red", "called_out"],
        &[SAME],
        "policy.signal_contact",
    ),
    Row("clock:watch", ACTIVE, &[SAME], "policy.incident_situation；policy.incident_watch"),
    Row("clock:report_up", ACTIVE, &[SAME], "T-R-09"),
    Row("clock:arrival", &["called_out"], &[SAME], "policy.incident_arrival"),
    Row("clock:review", &["stood_down"], &[SAME], "policy.incident_review"),
];

const STAGES: &[Stage] = &[
    open("signalled", "已接信号，核实中", &["verify", "contact"]),
    open("yellow", "黄色预警", &["watch", "contact", "report_up"]),
    open("orange", "橙色预警", &["watch", "contact", "report_up"]),
    open("red", "红色预警", &["watch", "contact", "report_up"]),
    open("called_out", "已启动响应，力量集结", &["arrival", "watch", "contact", "report_up"]),
    open("on_site", "现场处置", &["watch", "report_up"]),
    open("stood_down", "已解除响应，待评估", &["review"]),
    ended("reviewed", "已评估办结"),
    ended("lifted", "预警已解除"),
    ended("unfounded", "核实不属实"),
];

const fn open(state: &'static str, zh: &'static str, clocks: &'static [&'static str]) -> Stage {
    Stage { state, zh, owner: Owner::Agency, clocks, ending: Ending::Open }
}

const fn ended(state: &'static str, zh: &'static str) -> Stage {
    Stage { state, zh, owner: Owner::None, clocks: &[], ending: Ending::Ended }
}

/// The chart of an incident.
pub fn chart() -> &'static Chart {
    static CHART: OnceLock<Chart> = OnceLock::new();
    CHART.get_or_init(|| Chart {
        kind: super::KIND,
        zh: "群体性事件",
        stages: STAGES,
        steps: Vec::leak(unfold()),
    })
}

fn unfold() -> Vec<Step> {
    let mut steps = Vec::new();
    for Row(by, before, after, basis) in ROWS {
        for from in *before {
            for to in *after {
                let to = if *to == SAME { from } else { to };
                steps.push(Step { from, by, to, basis });
            }
        }
    }
    steps
}
