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

/// The chart of labour arbitration.
pub static CHART: Chart =
    Chart {
        kind: "labour_arbitration", zh: "劳动人事争议仲裁", stages: STAGES, steps: STEPS
    };

const STAGES: &[Stage] = &[
    open("received", "待申请", Owner::Agency, &["contact", "application"]),
    open("applied", "待受理", Owner::Agency, &["accept"]),
    open("unanswered", "逾期未答复", Owner::Agency, &["answer"]),
    open("hearing", "审理中", Owner::Agency, &["serve", "defence", "forward", "tribunal", "award"]),
    open("stayed", "中止审理", Owner::Agency, &["stay"]),
    open("overdue", "逾期未裁决", Owner::Agency, &["overdue"]),
    open(
        "awarded",
        "已裁决",
        Owner::Party,
        &["service", "suit_final", "suit", "set_aside", "ruling", "suit_after"],
    ),
    end("not_applied", "未申请"),
    end("handed_on", "已移送"),
    end("refused", "不予受理"),
    end("withdrawn", "已撤回"),
    end("settled", "已调解或者和解"),
    end("in_court", "已起诉"),
    end("concluded", "裁决已有结果"),
];

const STEPS: &[Step] = &[
    step("", "take_over", "received", "首问负责制；劳动争议调解仲裁法28"),
    step("received", "contact", "received", "劳动争议调解仲裁法28"),
    step("received", "clock:contact", "received", "policy.first_contact"),
    step("received", "clock:application", "received", "policy.follow_up"),
    step("received", "apply", "applied", "劳动争议调解仲裁法28"),
    step("received", "forgo", "not_applied", "劳动争议调解仲裁法5"),
    step("received", "hand_on", "handed_on", "首问负责制"),
    step("applied", "hand_on", "handed_on", "办案规则9"),
    step("unanswered", "hand_on", "handed_on", "办案规则9"),
    step("hearing", "hand_on", "handed_on", "办案规则9"),
    step("stayed", "hand_on", "handed_on", "办案规则9"),
    step("overdue", "hand_on", "handed_on", "办案规则9"),
    step("not_applied", "take_over", "received", "首问负责制；劳动争议调解仲裁法28"),
    step("handed_on", "take_over", "received", "首问负责制；劳动争议调解仲裁法28"),
    step("refused", "take_over", "received", "首问负责制；劳动争议调解仲裁法28"),
    step("withdrawn", "take_over", "received", "首问负责制；劳动争议调解仲裁法28"),
    step("settled", "take_over", "received", "首问负责制；劳动争议调解仲裁法28"),
    step("in_court", "take_over", "received", "首问负责制；劳动争议调解仲裁法28"),
    step("concluded", "take_over", "received", "首问负责制；劳动争议调解仲裁法28"),
    step("", "apply", "applied", "劳动争议调解仲裁法28"),
    step("applied", "represent", "applied", "T-H-17"),
    step("applied", "accept", "hearing", "T-H-06"),
    step("applied", "refuse", "refused", "T-H-06"),
    step("applied", "withdraw", "applied", "办案规则35"),
    step("applied", "withdraw", "withdrawn", "办案规则35"),
    step("applied", "withdraw", "settled", "劳动争议调解仲裁法41"),
    step("applied", "lapse_acceptance", "unanswered", "T-H-06"),
    step("applied", "clock:accept", "unanswered", "T-H-06"),
    step("unanswered", "clock:answer", "unanswered", "T-H-06"),
    step("unanswered", "represent", "unanswered", "T-H-17"),
    step("unanswered", "accept", "hearing", "劳动争议调解仲裁法29"),
    step("unanswered", "refuse", "refused", "劳动争议调解仲裁法29"),
    step("unanswered", "withdraw", "unanswered", "办案规则35"),
    step("unanswered", "withdraw", "withdrawn", "办案规则35"),
    step("unanswered", "withdraw", "settled", "劳动争议调解仲裁法41"),
    step("unanswered", "sue", "in_court", "T-H-06 解释(一)12"),
    step("hearing", "serve_copy", "hearing", "T-H-07"),
    step("hearing", "file_defence", "hearing", "T-H-07"),
    step("hearing", "forward_defence", "hearing", "T-H-07"),
    step("hearing", "clock:serve", "hearing", "T-H-07"),
    step("hearing", "clock:defence", "hearing", "劳动争议调解仲裁法30"),
    step("hearing", "clock:forward", "hearing", "T-H-07"),
    step("hearing", "clock:tribunal", "hearing", "T-H-07"),
    step("hearing", "raise_limitation", "hearing", "T-H-05"),
    step("hearing", "represent", "hearing", "T-H-17"),
    step("hearing", "form_tribunal", "hearing", "劳动争议调解仲裁法31、32"),
    step("hearing", "recuse", "hearing", "劳动争议调解仲裁法33"),
    step("hearing", "notify_hearing", "hearing", "T-H-08"),
    step("hearing", "postpone", "hearing", "T-H-08"),
    step("hearing", "hold_hearing", "hearing", "劳动争议调解仲裁法36至39"),
    step("hearing", "hold_hearing", "withdrawn", "劳动争议调解仲裁法36"),
    step("hearing", "mediate", "hearing", "T-H-10"),
    step("hearing", "sign_statement", "hearing", "T-H-10"),
    step("hearing", "sign_statement", "settled", "T-H-10"),
    step("hearing", "repent", "hearing", "劳动争议调解仲裁法42"),
    step("hearing", "order_advance", "hearing", "T-H-20"),
    step("hearing", "extend", "hearing", "T-H-09"),
    step("hearing", "restart_term", "hearing", "办案规则46"),
    step("hearing", "stay", "stayed", "办案规则46、47"),
    step("hearing", "withdraw", "hearing", "办案规则35"),
    step("hearing", "withdraw", "withdrawn", "办案规则35"),
    step("hearing", "withdraw", "settled", "劳动争议调解仲裁法41"),
    step("hearing", "award", "awarded", "T-H-09、T-H-13"),
    step("hearing", "lapse_award", "overdue", "T-H-09"),
    step("hearing", "clock:award", "overdue", "T-H-09"),
    step("stayed", "clock:stay", "stayed", "办案规则47"),
    step("stayed", "resume", "hearing", "办案规则47"),
    step("stayed", "serve_copy", "stayed", "T-H-07"),
    step("stayed", "file_defence", "stayed", "T-H-07"),
    step("stayed", "forward_defence", "stayed", "T-H-07"),
    step("stayed", "raise_limitation", "stayed", "T-H-05"),
    step("stayed", "represent", "stayed", "T-H-17"),
    step("stayed", "withdraw", "stayed", "办案规则35"),
    step("stayed", "withdraw", "withdrawn", "办案规则35"),
    step("stayed", "withdraw", "settled", "劳动争议调解仲裁法41"),
    step("overdue", "clock:overdue", "overdue", "劳动争议调解仲裁法43；办案规则48"),
    step("overdue", "sue", "in_court", "T-H-09 解释(一)12；办案规则48"),
    step("overdue", "serve_copy", "overdue", "T-H-07"),
    step("overdue", "file_defence", "overdue", "T-H-07"),
    step("overdue", "forward_defence", "overdue", "T-H-07"),
    step("overdue", "raise_limitation", "overdue", "T-H-05"),
    step("overdue", "represent", "overdue", "T-H-17"),
    step("overdue", "form_tribunal", "overdue", "劳动争议调解仲裁法31、32"),
    step("overdue", "recuse", "overdue", "劳动争议调解仲裁法33"),
    step("overdue", "notify_hearing", "overdue", "T-H-08"),
    step("overdue", "postpone", "overdue", "T-H-08"),
    step("overdue", "hold_hearing", "overdue", "劳动争议调解仲裁法36至39"),
    step("overdue", "hold_hearing", "withdrawn", "劳动争议调解仲裁法36"),
    step("overdue", "mediate", "overdue", "T-H-10"),
    step("overdue", "sign_statement", "overdue", "T-H-10"),
    step("overdue", "sign_statement", "settled", "T-H-10"),
    step("overdue", "repent", "overdue", "劳动争议调解仲裁法42"),
    step("overdue", "order_advance", "overdue", "T-H-20"),
    step("overdue", "withdraw", "overdue", "办案规则35"),
    step("overdue", "withdraw", "withdrawn", "办案规则35"),
    step("overdue", "withdraw", "settled", "劳动争议调解仲裁法41"),
    step("overdue", "award", "awarded", "办案规则48"),
    step("awarded", "receive", "awarded", "T-H-14、T-H-15、T-H-16"),
    step("awarded", "clock:service", "awarded", "劳动争议调解仲裁法46、48至50"),
    step("awarded", "sue", "awarded", "解释(一)16、17"),
    step("awarded", "sue", "concluded", "T-H-14、T-H-16"),
    step("awarded", "ask_set_aside", "awarded", "T-H-15"),
    step("awarded", "rule_set_aside", "awarded", "劳动争议调解仲裁法49"),
    step("awarded", "rule_set_aside", "concluded", "劳动争议调解仲裁法49"),
    step("awarded", "lapse_right", "awarded", "劳动争议调解仲裁法50"),
    step("awarded", "lapse_right", "concluded", "劳动争议调解仲裁法50"),
    step("awarded", "clock:suit_final", "awarded", "T-H-14"),
    step("awarded", "clock:suit_final", "concluded", "T-H-14"),
    step("awarded", "clock:suit", "awarded", "T-H-16"),
    step("awarded", "clock:suit", "concluded", "T-H-16"),
    step("awarded", "clock:set_aside", "awarded", "T-H-15"),
    step("awarded", "clock:set_aside", "concluded", "T-H-15"),
    step("awarded", "clock:ruling", "awarded", "劳动争议调解仲裁法49"),
    step("awarded", "clock:suit_after", "awarded", "T-H-15"),
    step("awarded", "clock:suit_after", "concluded", "T-H-15"),
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
