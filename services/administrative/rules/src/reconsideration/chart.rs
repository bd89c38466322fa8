//! The chart of reconsideration.

use jiefen_procedure::{Chart, Ending, Owner, Stage, Step};

use super::{key, matrix};

const fn open(
    state: &'static str,
    zh: &'static str,
    owner: Owner,
    clocks: &'static [&'static str],
) -> Stage {
    Stage { state, zh, owner, clocks, ending: Ending::Open }
}

const fn step(from: &'static str, by: &'static str, to: &'static str, basis: &'static str) -> Step {
    Step { from, by, to, basis }
}

const COMMITTEE: &str = "行政复议法52、61";
const OPINION: &str = "T-K-13 行政复议法76";
const WITHDRAW: &str = "T-K-11 行政复议法41、74";

/// The states.
const STAGES: &[Stage] = &[
    open("received", "审查申请", Owner::Agency, &[key::EXAMINE]),
    open("correcting", "待补正", Owner::Party, &[key::NOTICE, key::CORRECT]),
    open("reviewing", "审理中", Owner::Agency, &[key::COPY, key::REPLY, key::DECIDE, key::OPINION]),
    open(
        "overdue",
        "逾期未决定",
        Owner::Agency,
        &[key::COPY, key::REPLY, key::OVERDUE, key::SUIT, key::OPINION],
    ),
    open(
        "suspended",
        "已中止",
        Owner::Agency,
        &[key::COPY, key::REPLY, key::SUSPENSION, key::CHECK, key::OPINION],
    ),
    open(
        "mediating",
        "调解中",
        Owner::Agency,
        &[key::COPY, key::REPLY, key::MEDIATION, key::OPINION],
    ),
    open(
        "decided",
        "已决定",
        Owner::Agency,
        &[key::SERVICE, key::SUIT, key::PERFORM, key::OPINION],
    ),
    open("reporting", "待报告落实", Owner::Agency, &[key::OPINION]),
    Stage {
        state: "ended", zh: "已结束", owner: Owner::None, clocks: &[], ending: Ending::Ended
    },
];

/// The chart.
pub static CHART: Chart =
    Chart { kind: "reconsideration", zh: "行政复议", stages: STAGES, steps: STEPS };

#[rustfmt::skip]
const STEPS: &[Step] = &[
    step("", "apply", "received", "行政复议法20、22、30"),
    step("received", "describe_act", "received", "行政复议法20、22"),
    step("received", "ask_correction", "correcting", "T-K-03"),
    step("received", "accept", "reviewing", "T-K-02 行政复议法30"),
    step("received", "refuse", "decided", "T-K-02 行政复议法30"),
    step("received", "deem_accepted", "reviewing", "T-K-02 行政复议法30"),
    step("received", "clock:examine", "reviewing", "T-K-02 行政复议法30"),
    step("received", "name_reviewer", "received", "行政复议法47"),
    step("received", "ask_withdrawal", "received", WITHDRAW),
    step("received", "rule_withdrawal", "received", WITHDRAW),
    step("received", "rule_withdrawal", "ended", WITHDRAW),
    step("correcting", "describe_act", "correcting", "行政复议法20、22"),
    step("correcting", "serve_correction", "correcting", "T-K-03"),
    step("correcting", "extend_correction", "correcting", "T-K-03"),
    step("correcting", "correct", "received", "T-K-03"),
    step("correcting", "abandon", "ended", "T-K-03"),
    step("correcting", "clock:correct", "ended", "T-K-03"),
    step("correcting", "clock:notice", "correcting", "policy.follow_up"),
    step("correcting", "ask_withdrawal", "correcting", WITHDRAW),
    step("correcting", "rule_withdrawal", "correcting", WITHDRAW),
    step("correcting", "rule_withdrawal", "ended", WITHDRAW),
    step("reviewing", "describe_act", "reviewing", "行政复议法20、22"),
    step("reviewing", "name_reviewer", "reviewing", "行政复议法47"),
    step("reviewing", "mark_major", "reviewing", "T-K-08"),
    step("reviewing", "mark_technical", "reviewing", COMMITTEE),
    step("reviewing", "consult_committee", "reviewing", COMMITTEE),
    step("reviewing", "record_advice", "reviewing", COMMITTEE),
    step("reviewing", "convert", "reviewing", "T-K-07 行政复议法55"),
    step("reviewing", "serve_copy", "reviewing", "T-K-04、T-K-05"),
    step("reviewing", "reply", "reviewing", "T-K-04、T-K-05"),
    step("reviewing", "lapse_reply", "reviewing", "行政复议法70"),
    step("reviewing", "hear_parties", "reviewing", "行政复议法49、54"),
    step("reviewing", "notify_hearing", "reviewing", "T-K-08"),
    step("reviewing", "hold_hearing", "reviewing", "T-K-08"),
    step("reviewing", "begin_mediation", "mediating", "T-K-06 行政复议法5、39"),
    step("reviewing", "suspend", "suspended", "T-K-06 行政复议法39"),
    step("reviewing", "terminate", "ended", "行政复议法41"),
    step("reviewing", "terminate", "reporting", "行政复议法41"),
    step("reviewing", "extend", "reviewing", "T-K-06 行政复议法62"),
    step("reviewing", "lapse_decision", "overdue", "T-K-06、T-K-07"),
    step("reviewing", "ask_withdrawal", "reviewing", WITHDRAW),
    step("reviewing", "rule_withdrawal", "reviewing", WITHDRAW),
    step("reviewing", "rule_withdrawal", "ended", WITHDRAW),
    step("reviewing", "rule_withdrawal", "reporting", WITHDRAW),
    step("reviewing", "dismiss", "decided", "行政复议法33"),
    step("reviewing", "decide", "decided", "行政复议法61至71"),
    step("reviewing", "opine", "reviewing", OPINION),
    step("reviewing", "report_opinion", "reviewing", OPINION),
    step("reviewing", "clock:copy", "reviewing", "T-K-04、T-K-05"),
    step("reviewing", "clock:reply", "reviewing", "行政复议法70"),
    step("reviewing", "clock:decide", "overdue", "T-K-06、T-K-07"),
    step("reviewing", "clock:opinion", "reviewing", OPINION),
    step("overdue", "describe_act", "overdue", "行政复议法20、22"),
    step("overdue", "name_reviewer", "overdue", "行政复议法47"),
    step("overdue", "mark_major", "overdue", "T-K-08"),
    step("overdue", "mark_technical", "overdue", COMMITTEE),
    step("overdue", "consult_committee", "overdue", COMMITTEE),
    step("overdue", "record_advice", "overdue", COMMITTEE),
    step("overdue", "serve_copy", "overdue", "T-K-04、T-K-05"),
    step("overdue", "reply", "overdue", "T-K-04、T-K-05"),
    step("overdue", "lapse_reply", "overdue", "行政复议法70"),
    step("overdue", "hear_parties", "overdue", "行政复议法49、54"),
    step("overdue", "notify_hearing", "overdue", "T-K-08"),
    step("overdue", "hold_hearing", "overdue", "T-K-08"),
    step("overdue", "terminate", "ended", "行政复议法41"),
    step("overdue", "terminate", "reporting", "行政复议法41"),
    step("overdue", "ask_withdrawal", "overdue", WITHDRAW),
    step("overdue", "rule_withdrawal", "overdue", WITHDRAW),
    step("overdue", "rule_withdrawal", "ended", WITHDRAW),
    step("overdue", "rule_withdrawal", "reporting", WITHDRAW),
    step("overdue", "dismiss", "decided", "行政复议法33"),
    step("overdue", "decide", "decided", "行政复议法61至71"),
    step("overdue", "sue", "overdue", "T-K-16 行政诉讼法45"),
    step("overdue", "sue", "ended", "T-K-16 行政诉讼法45"),
    step("overdue", "sue", "reporting", "T-K-16 行政诉讼法45"),
    step("overdue", "lapse_suit", "overdue", "T-K-16 行政诉讼法45"),
    step("overdue", "opine", "overdue", OPINION),
    step("overdue", "report_opinion", "overdue", OPINION),
    step("overdue", "clock:copy", "overdue", "T-K-04、T-K-05"),
    step("overdue", "clock:reply", "overdue", "行政复议法70"),
    step("overdue", "clock:overdue", "overdue", "policy.follow_up"),
    step("overdue", "clock:suit", "overdue", "T-K-16 行政诉讼法45"),
    step("overdue", "clock:opinion", "overdue", OPINION),
    step("suspended", "describe_act", "suspended", "行政复议法20、22"),
    step("suspended", "resume", "reviewing", "行政复议法39"),
    step("suspended", "lapse_suspension", "ended", "T-K-12 行政复议法41"),
    step("suspended", "lapse_suspension", "reporting", "T-K-12 行政复议法41"),
    step("suspended", "terminate", "ended", "行政复议法41"),
    step("suspended", "terminate", "reporting", "行政复议法41"),
    step("suspended", "name_reviewer", "suspended", "行政复议法47"),
    step("suspended", "mark_major", "suspended", "T-K-08"),
    step("suspended", "mark_technical", "suspended", COMMITTEE),
    step("suspended", "serve_copy", "suspended", "T-K-04、T-K-05"),
    step("suspended", "reply", "suspended", "T-K-04、T-K-05"),
    step("suspended", "lapse_reply", "suspended", "行政复议法70"),
    step("suspended", "ask_withdrawal", "suspended", WITHDRAW),
    step("suspended", "rule_withdrawal", "suspended", WITHDRAW),
    step("suspended", "rule_withdrawal", "ended", WITHDRAW),
    step("suspended", "rule_withdrawal", "reporting", WITHDRAW),
    step("suspended", "opine", "suspended", OPINION),
    step("suspended", "report_opinion", "suspended", OPINION),
    step("suspended", "clock:copy", "suspended", "T-K-04、T-K-05"),
    step("suspended", "clock:reply", "suspended", "行政复议法70"),
    step("suspended", "clock:suspension", "ended", "T-K-12 行政复议法41"),
    step("suspended", "clock:check", "suspended", "T-K-14；policy.follow_up"),
    step("suspended", "clock:opinion", "suspended", OPINION),
    step("mediating", "describe_act", "mediating", "行政复议法20、22"),
    step("mediating", "make_statement", "mediating", "T-K-10 行政复议法73"),
    step("mediating", "sign_statement", "mediating", "T-K-10 行政复议法73"),
    step("mediating", "seal_statement", "decided", "T-K-10 行政复议法73"),
    step("mediating", "end_mediation", "reviewing", "行政复议法39、73"),
    step("mediating", "name_reviewer", "mediating", "行政复议法47"),
    step("mediating", "mark_major", "mediating", "T-K-08"),
    step("mediating", "mark_technical", "mediating", COMMITTEE),
    step("mediating", "serve_copy", "mediating", "T-K-04、T-K-05"),
    step("mediating", "reply", "mediating", "T-K-04、T-K-05"),
    step("mediating", "lapse_reply", "mediating", "行政复议法70"),
    step("mediating", "ask_withdrawal", "mediating", WITHDRAW),
    step("mediating", "rule_withdrawal", "mediating", WITHDRAW),
    step("mediating", "rule_withdrawal", "ended", WITHDRAW),
    step("mediating", "rule_withdrawal", "reporting", WITHDRAW),
    step("mediating", "opine", "mediating", OPINION),
    step("mediating", "report_opinion", "mediating", OPINION),
    step("mediating", "clock:copy", "mediating", "T-K-04、T-K-05"),
    step("mediating", "clock:reply", "mediating", "行政复议法70"),
    step("mediating", "clock:mediation", "mediating", "policy.administrative_mediation"),
    step("mediating", "clock:opinion", "mediating", OPINION),
    step("decided", "serve", "decided", "行政复议法75"),
    step("decided", "serve", "ended", "行政复议法73、75"),
    step("decided", "serve", "reporting", "行政复议法73、75"),
    step("decided", "sue", "decided", "T-K-16 行政诉讼法45"),
    step("decided", "sue", "ended", "T-K-16 行政诉讼法45"),
    step("decided", "sue", "reporting", "T-K-16 行政诉讼法45"),
    step("decided", "lapse_suit", "decided", "T-K-16 行政诉讼法45"),
    step("decided", "lapse_suit", "ended", "T-K-16 行政诉讼法45"),
    step("decided", "lapse_suit", "reporting", "T-K-16 行政诉讼法45"),
    step("decided", "perform", "decided", "行政复议法77"),
    step("decided", "perform", "ended", "行政复议法77"),
    step("decided", "perform", "reporting", "行政复议法77"),
    step("decided", "press", "decided", "行政复议法77"),
    step("decided", "enforce", "decided", "行政复议法78"),
    step("decided", "enforce", "ended", "行政复议法78"),
    step("decided", "enforce", "reporting", "行政复议法78"),
    step("decided", "name_reviewer", "decided", "行政复议法47"),
    step("decided", "opine", "decided", OPINION),
    step("decided", "report_opinion", "decided", OPINION),
    step("decided", "clock:service", "decided", "policy.follow_up"),
    step("decided", "clock:suit", "decided", "T-K-16 行政诉讼法45"),
    step("decided", "clock:perform", "decided", "policy.follow_up"),
    step("decided", "clock:opinion", "decided", OPINION),
    step("reporting", "report_opinion", "reporting", OPINION),
    step("reporting", "report_opinion", "ended", OPINION),
    step("reporting", "clock:opinion", "reporting", OPINION),
];

/// The Chinese name of a state.
pub(super) fn zh(state: &str) -> &'static str {
    STAGES.iter().find(|stage| stage.state == state).map_or("", |stage| stage.zh)
}

/// What may be done in a state, in words.
pub(super) fn instead(state: &str) -> String {
    let mut can: Vec<&str> = Vec::new();
    for step in STEPS.iter().filter(|step| step.from == state) {
        if let Some(row) = matrix::row_of(step.by)
            && !can.contains(&row.zh)
        {
            can.push(row.zh);
        }
    }
    if can.is_empty() {
        "可以查阅，或者另行申请".to_owned()
    } else {
        format!("现在可以：{}", can.join("、"))
    }
}
