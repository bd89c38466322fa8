//! The chart: states, clocks, steps.

use jiefen_procedure::{Chart, Ending, Owner, Stage, Step};

use super::matrix;

const fn open(
    state: &'static str,
    zh: &'static str,
    owner: Owner,
    clocks: &'static [&'static str],
) -> Stage {
    Stage { state, zh, owner, clocks, ending: Ending::Open }
}

const fn end(state: &'static str, zh: &'static str) -> Stage {
    Stage { state, zh, owner: Owner::None, clocks: &[], ending: Ending::Ended }
}

const fn step(from: &'static str, by: &'static str, to: &'static str, basis: &'static str) -> Step {
    Step { from, by, to, basis }
}

/// The chart of petitions.
pub static CHART: Chart = Chart { kind: "petition", zh: "信访", stages: STAGES, steps: STEPS };

const STAGES: &[Stage] = &[
    open("registered", "已登记", Owner::Agency, &["forward", "urgent"]),
    open("forwarded", "已转送", Owner::Agency, &["receipt", "objection", "tell", "answer"]),
    open("objected", "异议中", Owner::Agency, &["designation"]),
    open("handling", "办理中", Owner::Agency, &["opinion"]),
    open("opinion", "已出具处理意见", Owner::Party, &["service", "ask_review"]),
    open("review", "复查中", Owner::Agency, &["review"]),
    open("reviewed", "已有复查意见", Owner::Party, &["service", "ask_rereview"]),
    open("rereview", "复核中", Owner::Agency, &["rereview", "hearing"]),
    end("not_accepted", "不予受理"),
    end("routed", "已导入法定途径"),
    end("transferred", "已转有权机关"),
    end("answered", "已回复"),
    end("settled", "已调解或者和解"),
    end("stands", "意见已成最终"),
    end("terminated", "已复核终结"),
    end("withdrawn", "已撤回"),
];

const STEPS: &[Step] = &[
    step("", "receive", "registered", "信访工作条例22"),
    step("registered", "clock:forward", "registered", "T-L-01"),
    step("registered", "clock:urgent", "registered", "T-L-11"),
    step("registered", "not_accept", "not_accepted", "T-L-07、T-L-10"),
    step("registered", "report_up", "registered", "T-L-11"),
    step("registered", "recuse", "registered", "T-L-13"),
    step("registered", "assign", "registered", "信访工作条例28"),
    step("registered", "classify", "registered", "T-L-08"),
    step("registered", "forward", "forwarded", "T-L-01"),
    step("registered", "hand_on", "transferred", "信访工作条例22、23"),
    step("registered", "withdraw", "withdrawn", "信访工作条例17"),
    step("forwarded", "clock:receipt", "forwarded", "信访工作条例22"),
    step("forwarded", "clock:objection", "forwarded", "T-L-03"),
    step("forwarded", "clock:objection", "routed", "T-L-03"),
    step("forwarded", "clock:objection", "transferred", "T-L-03"),
    step("forwarded", "clock:tell", "forwarded", "T-L-02"),
    step("forwarded", "clock:answer", "forwarded", "信访工作条例29、31、45"),
    step("forwarded", "report_up", "forwarded", "T-L-11"),
    step("forwarded", "recuse", "forwarded", "T-L-13"),
    step("forwarded", "assign", "forwarded", "信访工作条例28"),
    step("forwarded", "classify", "forwarded", "T-L-08"),
    step("forwarded", "acknowledge", "forwarded", "信访工作条例23"),
    step("forwarded", "acknowledge", "transferred", "信访工作条例22、30"),
    step("forwarded", "object", "objected", "T-L-03"),
    step("forwarded", "lapse_objection", "forwarded", "T-L-03"),
    step("forwarded", "lapse_objection", "routed", "T-L-03"),
    step("forwarded", "lapse_objection", "transferred", "T-L-03"),
    step("forwarded", "tell", "forwarded", "T-L-02"),
    step("forwarded", "tell", "routed", "T-L-02、T-L-08"),
    step("forwarded", "tell", "transferred", "信访工作条例22、30"),
    step("forwarded", "excuse_telling", "forwarded", "T-L-02"),
    step("forwarded", "excuse_telling", "routed", "T-L-02、T-L-08"),
    step("forwarded", "reply", "answered", "信访工作条例29、31(5)"),
    step("forwarded", "accept", "handling", "T-L-05"),
    step("forwarded", "hand_on", "transferred", "信访工作条例22、23"),
    step("forwarded", "withdraw", "withdrawn", "信访工作条例17"),
    step("objected", "clock:designation", "objected", "T-L-04"),
    step("objected", "report_up", "objected", "T-L-11"),
    step("objected", "recuse", "objected", "T-L-13"),
    step("objected", "assign", "objected", "信访工作条例28"),
    step("objected", "classify", "objected", "T-L-08"),
    step("objected", "forward", "forwarded", "信访工作条例23"),
    step("objected", "designate", "forwarded", "T-L-04"),
    step("objected", "hand_on", "transferred", "信访工作条例22、23"),
    step("objected", "withdraw", "withdrawn", "信访工作条例17"),
    step("handling", "clock:opinion", "handling", "T-L-05"),
    step("handling", "report_up", "handling", "T-L-11"),
    step("handling", "recuse", "handling", "T-L-13"),
    step("handling", "assign", "handling", "信访工作条例28"),
    step("handling", "extend", "handling", "T-L-05"),
    step("handling", "settle", "settled", "信访工作条例33"),
    step("handling", "give_opinion", "opinion", "T-L-05"),
    step("handling", "hand_on", "transferred", "信访工作条例22、23"),
    step("handling", "withdraw", "withdrawn", "信访工作条例17"),
    step("opinion", "clock:service", "opinion", "信访工作条例32、35"),
    step("opinion", "clock:ask_review", "stands", "T-L-06"),
    step("opinion", "report_up", "opinion", "T-L-11"),
    step("opinion", "serve", "opinion", "T-L-06"),
    step("opinion", "lapse_review", "stands", "T-L-06"),
    step("opinion", "ask_review", "review", "T-L-06"),
    step("opinion", "withdraw", "withdrawn", "信访工作条例17"),
    step("review", "clock:review", "review", "T-L-06"),
    step("review", "report_up", "review", "T-L-11"),
    step("review", "recuse", "review", "T-L-13"),
    step("review", "assign", "review", "信访工作条例28"),
    step("review", "review", "reviewed", "T-L-06"),
    step("review", "withdraw", "withdrawn", "信访工作条例17"),
    step("reviewed", "clock:service", "reviewed", "信访工作条例35、36"),
    step("reviewed", "clock:ask_rereview", "stands", "T-L-07"),
    step("reviewed", "report_up", "reviewed", "T-L-11"),
    step("reviewed", "serve", "reviewed", "T-L-07"),
    step("reviewed", "lapse_review", "stands", "T-L-07"),
    step("reviewed", "ask_rereview", "rereview", "T-L-07"),
    step("reviewed", "withdraw", "withdrawn", "信访工作条例17"),
    step("rereview", "clock:rereview", "rereview", "T-L-07"),
    step("rereview", "clock:hearing", "rereview", "信访工作条例36"),
    step("rereview", "report_up", "rereview", "T-L-11"),
    step("rereview", "recuse", "rereview", "T-L-13"),
    step("rereview", "assign", "rereview", "信访工作条例28"),
    step("rereview", "start_hearing", "rereview", "T-L-07"),
    step("rereview", "end_hearing", "rereview", "T-L-07"),
    step("rereview", "rereview", "terminated", "T-L-07"),
    step("rereview", "withdraw", "withdrawn", "信访工作条例17"),
];

/// The Chinese name of a state.
pub(super) fn zh(state: &str) -> &'static str {
    STAGES.iter().find(|stage| stage.state == state).map_or("", |stage| stage.zh)
}

/// What may be done from a state, for a refusal.
pub(super) fn instead(state: &str) -> String {
    let mut names: Vec<&str> = Vec::new();
    for step in STEPS.iter().filter(|step| step.from == state) {
        let known = matrix::row_of(step.by).map(|row| row.zh).filter(|zh| !names.contains(zh));
        names.extend(known);
    }
    format!("现在可以：{}", names.join("、"))
}
