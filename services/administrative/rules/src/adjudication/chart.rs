//! The chart of administrative adjudication.

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

const STAGES: &[Stage] = &[
    open("received", "待决定受理", Owner::Agency, &["accept"]),
    open("correcting", "待补正", Owner::Party, &["correct"]),
    open(
        "investigating",
        "调查中",
        Owner::Agency,
        &["copy", "defence", "decide", "overdue", "stay"],
    ),
    open("mediating", "调解中", Owner::Agency, &["copy", "defence", "decide", "overdue"]),
    open("proposed", "待政府决定", Owner::Agency, &["approve"]),
    open("decided", "已裁决", Owner::Party, &["serve", "suit", "review"]),
    ended("refused", "不予受理"),
    ended("withdrawn", "已撤回"),
    ended("terminated", "已终止"),
    ended("mediated", "调解结案"),
    ended("effective", "裁决已确定"),
    ended("in_court", "已起诉"),
    ended("in_review", "已申请复议"),
];

/// The chart of administrative adjudication.
pub static CHART: Chart =
    Chart { kind: "adjudication", zh: "行政裁决", stages: STAGES, steps: STEPS };

/// The Chinese name of a state.
pub(super) fn zh(state: &str) -> &'static str {
    STAGES.iter().find(|stage| stage.state == state).map_or("", |stage| stage.zh)
}

#[rustfmt::skip]
const STEPS: &[Step] = &[
    step("", "apply", "received", "T-I-10；T-K-18"),
    step("received", "clock:accept", "received", "T-I-10；T-K-18"),
    step("received", "ask_correction", "correcting", "财政部令94第21条"),
    step("received", "accept", "investigating", "T-I-10"),
    step("received", "refuse", "refused", "土地权属争议调查处理办法14"),
    step("received", "name_officer", "received", "土地权属争议调查处理办法16"),
    step("received", "withdraw", "withdrawn", "T-K-18"),
    step("correcting", "correct", "received", "财政部令94第21条"),
    step("correcting", "name_officer", "correcting", "土地权属争议调查处理办法16"),
    step("correcting", "withdraw", "withdrawn", "T-K-18"),
    step("correcting", "clock:correct", "withdrawn", "财政部令94第21条"),
    step("investigating", "name_officer", "investigating", "土地权属争议调查处理办法16"),
    step("investigating", "serve_copy", "investigating", "T-I-10"),
    step("investigating", "defend", "investigating", "T-I-10"),
    step("investigating", "stay_procurement", "investigating", "政府采购法57"),
    step("investigating", "report_change", "investigating", "T-I-09"),
    step("investigating", "stop", "investigating", "T-K-18"),
    step("investigating", "resume", "investigating", "T-K-18"),
    step("investigating", "extend", "investigating", "T-I-11"),
    step("investigating", "begin_mediation", "mediating", "土地权属争议调查处理办法23"),
    step("investigating", "decline_mediation", "investigating", "土地权属争议调查处理办法23"),
    step("investigating", "propose", "proposed", "T-I-11"),
    step("investigating", "decide", "decided", "T-K-18"),
    step("investigating", "withdraw", "withdrawn", "T-K-18"),
    step("investigating", "terminate", "terminated", "T-K-18"),
    step("investigating", "clock:copy", "investigating", "T-I-10"),
    step("investigating", "clock:defence", "investigating", "T-I-10"),
    step("investigating", "clock:decide", "investigating", "T-I-11；行政复议法11；政府采购法58"),
    step("investigating", "clock:overdue", "investigating", "policy.follow_up"),
    step("investigating", "clock:stay", "investigating", "政府采购法57"),
    step("mediating", "name_officer", "mediating", "土地权属争议调查处理办法16"),
    step("mediating", "defend", "mediating", "T-I-10"),
    step("mediating", "report_change", "mediating", "T-I-09"),
    step("mediating", "decline_mediation", "investigating", "土地权属争议调查处理办法23"),
    step("mediating", "end_mediation", "investigating", "土地权属争议调查处理办法27"),
    step("mediating", "record_agreement", "mediated", "土地权属争议调查处理办法25"),
    step("mediating", "withdraw", "withdrawn", "T-K-18"),
    step("mediating", "terminate", "terminated", "T-K-18"),
    step("mediating", "clock:copy", "mediating", "T-I-10"),
    step("mediating", "clock:defence", "mediating", "T-I-10"),
    step("mediating", "clock:decide", "mediating", "T-I-11"),
    step("mediating", "clock:overdue", "mediating", "policy.follow_up"),
    step("proposed", "name_officer", "proposed", "土地权属争议调查处理办法16"),
    step("proposed", "report_change", "proposed", "T-I-09"),
    step("proposed", "decide", "decided", "土地管理法14"),
    step("proposed", "withdraw", "withdrawn", "T-K-18"),
    step("proposed", "terminate", "terminated", "T-K-18"),
    step("proposed", "clock:approve", "proposed", "policy.adjudication_decision"),
    step("decided", "name_officer", "decided", "土地权属争议调查处理办法16"),
    step("decided", "report_change", "decided", "T-I-09"),
    step("decided", "serve", "decided", "T-I-09"),
    step("decided", "sue", "in_court", "T-I-09；T-K-16"),
    step("decided", "ask_review", "in_review", "T-K-01"),
    step("decided", "clock:serve", "decided", "policy.follow_up"),
    step("decided", "clock:suit", "decided", "T-I-09；T-K-16"),
    step("decided", "clock:suit", "effective", "T-I-09；T-K-16"),
    step("decided", "clock:review", "decided", "T-K-01"),
    step("decided", "clock:review", "effective", "T-K-01"),
];
