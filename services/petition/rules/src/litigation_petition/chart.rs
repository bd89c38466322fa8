//! The chart of litigation-related petitions.

use jiefen_procedure::{Chart, Ending, Owner, Stage, Step};

const fn step(from: &'static str, by: &'static str, to: &'static str, basis: &'static str) -> Step {
    Step { from, by, to, basis }
}

const fn open(state: &'static str, zh: &'static str, clocks: &'static [&'static str]) -> Stage {
    Stage { state, zh, owner: Owner::Agency, clocks, ending: Ending::Open }
}

const fn ended(state: &'static str, zh: &'static str) -> Stage {
    Stage { state, zh, owner: Owner::None, clocks: &[], ending: Ending::Ended }
}

const STAGES: &[Stage] = &[
    open("received", "待甄别分离", &["forward"]),
    open("separated", "待移送", &["forward", "designate"]),
    open("handed", "待签收", &["receipt"]),
    open("with_organ", "政法机关办理中", &["reply", "answer", "monthly"]),
    open("answered", "已答复", &["follow"]),
    open("terminating", "终结审查中", &["terminate"]),
    ended("not_accepted", "不再受理"),
    ended("ordinary", "转普通信访"),
    ended("in_procedure", "已导入法律程序"),
    ended("corrected", "已纠正"),
    ended("settled", "已答复息诉"),
    ended("terminated", "依法终结"),
    ended("withdrawn", "已撤回"),
];

/// The chart of litigation-related petitions.
pub static CHART: Chart =
    Chart { kind: "litigation_petition", zh: "涉法涉诉信访", stages: STAGES, steps: STEPS };

/// The Chinese name of a state.
pub(super) fn zh(state: &str) -> &'static str {
    STAGES.iter().find(|stage| stage.state == state).map_or("", |stage| stage.zh)
}

const SPLIT: &str = "信访工作条例31(1) 诉访分离";
const STAFF: &str = "信访工作条例28";
const LAWYER: &str = "四(二)4；五(五) 律师参与";
const BACK: &str = "信访工作条例17";
const END: &str = "四(二)2 依法终结";

#[rustfmt::skip]
const STEPS: &[Step] = &[
    step("", "receive", "received", "信访工作条例22；T-M-01"),
    step("received", "not_accept", "not_accepted", END),
    step("received", "assign", "received", STAFF),
    step("received", "separate", "separated", SPLIT),
    step("received", "separate", "ordinary", SPLIT),
    step("received", "record_lawyer", "received", LAWYER),
    step("received", "withdraw", "withdrawn", BACK),
    step("received", "clock:forward", "received", "T-L-01；T-M-01"),
    step("separated", "separate", "separated", SPLIT),
    step("separated", "separate", "ordinary", SPLIT),
    step("separated", "hand_over", "handed", "T-L-01"),
    step("separated", "assign", "separated", STAFF),
    step("separated", "record_lawyer", "separated", LAWYER),
    step("separated", "withdraw", "withdrawn", BACK),
    step("separated", "clock:forward", "separated", "T-L-01；T-M-01"),
    step("separated", "clock:designate", "separated", "T-L-04"),
    step("handed", "organ_receives", "with_organ", "T-M-01"),
    step("handed", "organ_declines", "separated", "T-L-04"),
    step("handed", "assign", "handed", STAFF),
    step("handed", "record_lawyer", "handed", LAWYER),
    step("handed", "withdraw", "withdrawn", BACK),
    step("handed", "clock:receipt", "handed", "policy.handoff_reply"),
    step("with_organ", "organ_replies", "with_organ", "T-M-01"),
    step("with_organ", "report_progress", "with_organ", "T-M-01"),
    step("with_organ", "answer", "in_procedure", "信访工作条例31(1)"),
    step("with_organ", "answer", "corrected", "信访工作条例31(1)"),
    step("with_organ", "answer", "answered", "T-M-01"),
    step("with_organ", "assign", "with_organ", STAFF),
    step("with_organ", "record_lawyer", "with_organ", LAWYER),
    step("with_organ", "withdraw", "withdrawn", BACK),
    step("with_organ", "clock:reply", "with_organ", "T-M-01"),
    step("with_organ", "clock:answer", "with_organ", "T-M-01.answer"),
    step("with_organ", "clock:monthly", "with_organ", "T-M-01.monthly"),
    step("answered", "accept_answer", "settled", "T-M-01"),
    step("answered", "propose_termination", "terminating", END),
    step("answered", "assign", "answered", STAFF),
    step("answered", "record_lawyer", "answered", LAWYER),
    step("answered", "withdraw", "withdrawn", BACK),
    step("answered", "clock:follow", "settled", "policy.follow_up"),
    step("terminating", "decide_termination", "terminated", END),
    step("terminating", "decide_termination", "with_organ", END),
    step("terminating", "assign", "terminating", STAFF),
    step("terminating", "record_lawyer", "terminating", LAWYER),
    step("terminating", "withdraw", "withdrawn", BACK),
    step("terminating", "clock:terminate", "terminating", "policy.termination_review"),
];
