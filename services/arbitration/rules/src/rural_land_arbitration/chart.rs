//! The chart of rural-land arbitration.

use jiefen_procedure::{Chart, Ending, Owner, Stage, Step};

const fn step(from: &'static str, by: &'static str, to: &'static str, basis: &'static str) -> Step {
    Step { from, by, to, basis }
}

const fn open(
    state: &'static str,
    zh: &'static str,
    owner: Owner,
    clocks: &'static [&'static str],
) -> Stage {
    Stage { state, zh, owner, clocks, ending: Ending::Open }
}

const fn ended(state: &'static str, zh: &'static str) -> Stage {
    Stage { state, zh, owner: Owner::None, clocks: &[], ending: Ending::Ended }
}

/// The chart of rural-land arbitration.
pub static CHART: Chart = Chart {
    kind: "rural_land_arbitration",
    zh: "农村土地承包经营纠纷仲裁",
    stages: STAGES,
    steps: STEPS,
};

const STAGES: &[Stage] = &[
    open("received", "待申请", Owner::Agency, &["application"]),
    open("applied", "待受理", Owner::Agency, &["accept", "overdue"]),
    open(
        "pending",
        "审理中",
        Owner::Agency,
        &["papers", "defence", "forward", "notice", "award", "overdue", "measure", "ruling"],
    ),
    open(
        "stayed",
        "中止",
        Owner::Agency,
        &["papers", "defence", "forward", "notice", "award", "stay", "measure", "ruling"],
    ),
    open("awarded", "已裁决", Owner::Party, &["service", "suit", "measure", "ruling"]),
    ended("not_applied", "未申请"),
    ended("refused", "不予受理"),
    ended("terminated", "终止仲裁程序"),
    ended("withdrawn", "已撤回"),
    ended("settled", "调解书生效"),
    ended("effective", "裁决生效"),
    ended("sued", "已起诉"),
];

const PRESERVE: &str = "调解仲裁法 26、41";
const RULING: &str = "T-I-05.preservation";

const STEPS: &[Step] = &[
    step("", "take_over", "received", "首问负责制"),
    step("", "apply", "applied", "调解仲裁法 20、21"),
    step("received", "apply", "applied", "调解仲裁法 20、21"),
    step("received", "forgo", "not_applied", "调解仲裁法 4"),
    step("received", "clock:application", "received", "policy.follow_up"),
    step("applied", "accept", "pending", "T-I-02"),
    step("applied", "refuse", "refused", "T-I-02；调解仲裁法 22"),
    step("applied", "ask_on_the_spot", "applied", "调解仲裁法 30"),
    step("applied", "withdraw", "withdrawn", "调解仲裁法 34"),
    step("applied", "note_overdue", "applied", "T-I-02"),
    step("applied", "clock:accept", "applied", "T-I-02"),
    step("applied", "clock:overdue", "applied", "policy.follow_up"),
    step("pending", "serve_copy", "pending", "T-I-02；调解仲裁法 24"),
    step("pending", "file_defence", "pending", "T-I-03"),
    step("pending", "forward_defence", "pending", "T-I-03"),
    step("pending", "form_tribunal", "pending", "调解仲裁法 27"),
    step("pending", "tell_tribunal", "pending", "T-I-04"),
    step("pending", "challenge", "pending", "调解仲裁法 28"),
    step("pending", "decide_challenge", "pending", "调解仲裁法 29"),
    step("pending", "ask_on_the_spot", "pending", "调解仲裁法 30"),
    step("pending", "notify_hearing", "pending", "T-I-04；调解仲裁法 31"),
    step("pending", "change_hearing", "pending", "调解仲裁法 31"),
    step("pending", "hold_hearing", "pending", "调解仲裁法 30、35"),
    step("pending", "hold_hearing", "withdrawn", "调解仲裁法 35"),
    step("pending", "mediate", "pending", "调解仲裁法 11"),
    step("pending", "sign_statement", "pending", "调解仲裁法 11"),
    step("pending", "sign_statement", "settled", "调解仲裁法 11"),
    step("pending", "repent", "pending", "调解仲裁法 11"),
    step("pending", "order_advance", "pending", "调解仲裁法 42"),
    step("pending", "ask_measure", "pending", PRESERVE),
    step("pending", "pass_measure", "pending", PRESERVE),
    step("pending", "rule_measure", "pending", RULING),
    step("pending", "clock:measure", "pending", PRESERVE),
    step("pending", "clock:ruling", "pending", RULING),
    step("pending", "stay", "stayed", "仲裁规则 中止"),
    step("pending", "extend", "pending", "T-I-05"),
    step("pending", "award", "awarded", "T-I-05；调解仲裁法 44"),
    step("pending", "terminate", "terminated", "调解仲裁法 22"),
    step("pending", "withdraw", "withdrawn", "调解仲裁法 32、34"),
    step("pending", "note_overdue", "pending", "T-I-05"),
    step("pending", "clock:papers", "pending", "T-I-02"),
    step("pending", "clock:defence", "pending", "T-I-03"),
    step("pending", "clock:forward", "pending", "T-I-03"),
    step("pending", "clock:notice", "pending", "T-I-04"),
    step("pending", "clock:award", "pending", "T-I-05"),
    step("pending", "clock:overdue", "pending", "policy.follow_up"),
    step("stayed", "serve_copy", "stayed", "T-I-02"),
    step("stayed", "file_defence", "stayed", "T-I-03"),
    step("stayed", "forward_defence", "stayed", "T-I-03"),
    step("stayed", "ask_on_the_spot", "stayed", "调解仲裁法 30"),
    step("stayed", "order_advance", "stayed", "调解仲裁法 42"),
    step("stayed", "ask_measure", "stayed", PRESERVE),
    step("stayed", "pass_measure", "stayed", PRESERVE),
    step("stayed", "rule_measure", "stayed", RULING),
    step("stayed", "clock:measure", "stayed", PRESERVE),
    step("stayed", "clock:ruling", "stayed", RULING),
    step("stayed", "resume", "pending", "仲裁规则 中止"),
    step("stayed", "terminate", "terminated", "调解仲裁法 22"),
    step("stayed", "withdraw", "withdrawn", "调解仲裁法 34"),
    step("stayed", "clock:papers", "stayed", "T-I-02"),
    step("stayed", "clock:defence", "stayed", "T-I-03"),
    step("stayed", "clock:forward", "stayed", "T-I-03"),
    step("stayed", "clock:notice", "stayed", "T-I-04"),
    step("stayed", "clock:award", "stayed", "T-I-05"),
    step("stayed", "clock:stay", "stayed", "policy.follow_up"),
    step("awarded", "receive", "awarded", "T-I-06；T-I-07"),
    step("awarded", "pass_measure", "awarded", PRESERVE),
    step("awarded", "rule_measure", "awarded", RULING),
    step("awarded", "clock:measure", "awarded", PRESERVE),
    step("awarded", "clock:ruling", "awarded", RULING),
    step("awarded", "sue", "sued", "T-I-07"),
    step("awarded", "lapse", "awarded", "T-I-07"),
    step("awarded", "lapse", "effective", "T-I-07"),
    step("awarded", "clock:service", "awarded", "T-I-06"),
    step("awarded", "clock:suit", "awarded", "T-I-07"),
    step("awarded", "clock:suit", "effective", "T-I-07"),
];
