//! The chart of the umbrella: case-lifecycle §3 as a table, one row a command. `decide` reads the same
//! table, so a step that is not here cannot happen; a stage or command that is missing here is found by
//! the proof and by the walk of the tests.

use std::sync::OnceLock;

use jiefen_procedure::{Chart, Ending, Owner, Stage, Step};

/// The same stage as before.
const SAME: &str = "=";

/// Every open stage.
const OPEN: &[&str] = &[
    "detected",
    "received",
    "registered",
    "triage",
    "assigned",
    "in_process",
    "agreed",
    "decided",
    "performing",
    "enforcing",
    "unresolved",
    "escalated",
    "suspended",
    "withdrawn",
    "reopened",
];
/// Every open stage that has parties.
const CLAIMED: &[&str] = &[
    "registered",
    "triage",
    "assigned",
    "in_process",
    "agreed",
    "decided",
    "performing",
    "enforcing",
    "unresolved",
    "escalated",
    "suspended",
    "withdrawn",
    "reopened",
];
/// Every open stage in which an applicant still claims.
const CLAIMANTS: &[&str] = &[
    "registered",
    "triage",
    "assigned",
    "in_process",
    "agreed",
    "decided",
    "performing",
    "enforcing",
    "unresolved",
    "escalated",
    "suspended",
    "reopened",
];
/// The stages in which the next route is looked for.
const PLACING: &[&str] = &["triage", "unresolved"];
/// The stages in which nothing can be handed over but the request for a protection order, which waits for nothing.
const SAFETY: &[&str] = &[
    "registered",
    "assigned",
    "decided",
    "enforcing",
    "escalated",
    "suspended",
    "withdrawn",
    "reopened",
];
/// The stages in which somebody performs or is to perform.
const OWED: &[&str] = &["agreed", "decided", "performing", "enforcing"];
/// The stages out of which a track's result moves the dispute.
const WORKED: &[&str] = &["in_process", "escalated", "suspended", "enforcing"];

/// A row: the command, the stages in which it may be given, the stage after it, the basis.
struct Row(&'static str, &'static [&'static str], &'static str, &'static str);

/// Rows of arrival, sorting and designation.
const SORTING: &[Row] = &[
    Row("report_signal", &[""], "detected", "实施方案 七(一) C-231"),
    Row("record_inquiry", &["", "detected"], "received", "实施方案 五(二)2 C-162"),
    Row("take_over", &[""], "triage", "实施方案 五(二)2 C-166"),
    Row("register", &["received"], "registered", "实施方案 八(一) C-263"),
    Row("turn_away", &["received"], "closed", "实施方案 五(二)2 C-162"),
    Row("mark_duplicate", &["registered", "triage"], "merged", "case-lifecycle §8"),
    Row("unmerge", &["merged"], "triage", "case-lifecycle §8"),
    Row("absorb", CLAIMED, SAME, "case-lifecycle §8"),
    Row("release", CLAIMED, SAME, "case-lifecycle §8"),
    Row("link", OPEN, SAME, "case-lifecycle §8"),
    Row("split", &["triage", "in_process"], SAME, "T-Q-05"),
    Row("classify", &["registered", "reopened", "triage"], "triage", "实施方案 八(一) C-264"),
    Row("offer_routes", PLACING, SAME, "实施方案 一 C-003"),
    Row("choose_route", PLACING, SAME, "实施方案 一 C-003"),
    Row("file_suit", PLACING, "assigned", "人民调解法 3、26"),
    Row(
        "accept_own",
        &["triage", "unresolved", "assigned"],
        "in_process",
        "实施方案 五(二)2 C-163",
    ),
    Row("request_designation", PLACING, "assigned", "实施方案 五(二)2 C-164"),
    Row("designate_unit", &["assigned"], SAME, "实施方案 五(二)2 C-164"),
    Row(
        "designate_lead",
        &["triage", "unresolved", "assigned"],
        "assigned",
        "实施方案 五(二)2 C-165",
    ),
    Row("object", &["assigned"], "triage", "实施方案 五(二)2 C-164"),
    Row("confirm_designation", &["triage", "assigned"], "assigned", "T-L-04"),
    Row("name_person", OPEN, SAME, "实施方案 八(一) C-262"),
    Row("record_consent", CLAIMED, SAME, "I5"),
    Row("name_representatives", CLAIMED, SAME, "T-L-09"),
    Row("serve_notice", CLAIMED, SAME, "T-A-05"),
    Row("serve_notice", &["closed"], SAME, "T-A-05"),
    Row("answer_channel", OPEN, SAME, "T-L-01"),
    Row("chase", OPEN, SAME, "case-lifecycle §8"),
];

/// Rows of the hand-off, of going up and of coming down.
const HANDING: &[Row] = &[
    Row("refer", PLACING, "assigned", "case-lifecycle §4"),
    Row("refer", &["triage", "unresolved", "in_process"], SAME, "case-lifecycle §4"),
    Row("refer", &["agreed", "performing"], SAME, "T-D-01"),
    Row("refer", SAFETY, SAME, "反家庭暴力法 23"),
    Row("note_offered", PLACING, "assigned", "case-lifecycle §4"),
    Row("note_offered", CLAIMED, SAME, "case-lifecycle §4"),
    Row("note_accepted", &["triage", "assigned", "unresolved", "reopened"], "in_process", "T-C-02"),
    Row(
        "note_accepted",
        &["agreed", "decided", "performing", "registered"],
        "in_process",
        "T-C-02",
    ),
    Row("note_accepted", CLAIMED, SAME, "case-lifecycle §4"),
    Row("note_declined", &["assigned"], "triage", "case-lifecycle §4"),
    Row("note_declined", CLAIMED, SAME, "case-lifecycle §4"),
    Row("note_expired", &["assigned"], "triage", "case-lifecycle §4"),
    Row("note_expired", CLAIMED, SAME, "case-lifecycle §4"),
    Row("note_recalled", &["assigned"], "triage", "case-lifecycle §4"),
    Row("note_recalled", CLAIMED, SAME, "case-lifecycle §4"),
    Row("note_progress", CLAIMED, SAME, "case-lifecycle §4"),
    Row("note_task", CLAIMED, SAME, "case-lifecycle §4"),
    Row("note_result", WORKED, "agreed", "case-lifecycle §4"),
    Row("note_result", WORKED, "decided", "case-lifecycle §4"),
    Row("note_result", WORKED, "unresolved", "case-lifecycle §4"),
    Row("note_result", &["agreed", "decided"], "performing", "case-lifecycle §4"),
    Row("note_result", WORKED, "performing", "case-lifecycle §4"),
    Row("note_result", CLAIMED, SAME, "case-lifecycle §4"),
    Row(
        "escalate_cross_region",
        &["registered", "triage", "assigned"],
        "escalated",
        "实施方案 五(二)2 C-166",
    ),
    Row(
        "escalate_cross_region",
        &["in_process", "unresolved", "suspended", "reopened"],
        "escalated",
        "实施方案 五(二)2 C-166",
    ),
    Row(
        "escalate_level",
        &["triage", "in_process", "unresolved"],
        "escalated",
        "实施方案 六(三) C-213",
    ),
    Row(
        "return_down",
        &["escalated", "triage", "in_process", "unresolved"],
        "assigned",
        "实施方案 六(三) C-213",
    ),
];

/// Rows of results, performance, closing and re-opening.
const ENDING: &[Row] = &[
    Row("suspend", &["in_process"], "suspended", "民事诉讼法 153"),
    Row("resume", &["suspended"], "in_process", "民事诉讼法 153"),
    Row("withdraw", CLAIMANTS, "withdrawn", "case-lifecycle §8"),
    Row("withdraw", CLAIMANTS, SAME, "case-lifecycle §8"),
    Row("record_agreement", &["in_process"], "agreed", "T-B-04"),
    Row("record_decision", &["in_process"], "decided", "case-lifecycle §6"),
    Row("end_unresolved", &["in_process", "enforcing"], "unresolved", "人民调解法 26"),
    Row("end_unresolved", &["in_process"], SAME, "人民调解法 26"),
    Row("follow_up", &["agreed", "decided"], "performing", "人民调解法 31"),
    Row("confirm_performance", &["agreed", "decided", "performing"], "performing", "人民调解法 31"),
    Row("confirm_performance", &["enforcing"], SAME, "T-G-01"),
    Row("confirm_performance", OWED, "closed", "人民调解法 31"),
    Row("report_breach", &["agreed", "performing"], "unresolved", "case-lifecycle §6"),
    Row("report_breach", &["agreed", "decided", "performing"], "enforcing", "case-lifecycle §6"),
    Row("note_lapsed", &["agreed", "decided", "performing"], SAME, "T-D-01"),
    Row("close", &["agreed", "decided", "performing", "enforcing"], "closed", "I6"),
    Row("close", &["withdrawn", "unresolved"], "closed", "I6"),
    Row("record_visit", &["performing", "closed"], SAME, "policy.follow_up"),
    Row("archive", &["closed"], "archived", "policy.archive"),
    Row("reopen", &["closed", "archived"], "reopened", "case-lifecycle §8"),
];

/// Rows of expiry: the ladder for duties, the lapse for rights, the way back for offers.
const EXPIRY: &[Row] = &[
    Row("clock:first_contact", &["detected"], SAME, "policy.first_contact"),
    Row("clock:triage", &["received", "registered", "reopened"], SAME, "policy.triage"),
    Row("clock:assignment", PLACING, SAME, "policy.designation"),
    Row("clock:confirm_designation", &["triage"], SAME, "policy.designation_final"),
    Row("clock:route_choice", PLACING, SAME, "policy.route_choice"),
    Row("clock:designation", &["assigned"], SAME, "policy.designation"),
    Row("clock:reply", &["assigned"], "triage", "policy.handoff_reply"),
    Row("clock:reply", &["assigned", "in_process", "escalated"], SAME, "policy.handoff_reply"),
    Row("clock:progress", &["in_process", "escalated"], SAME, "policy.progress_report"),
    Row("clock:obligation", &["agreed", "decided", "performing"], SAME, "policy.follow_up"),
    Row("clock:performance", &["agreed", "decided", "performing"], SAME, "policy.follow_up"),
    Row("clock:confirmation", &["agreed", "performing"], SAME, "T-D-01"),
    Row("clock:remedy", &["decided", "performing"], SAME, "case-lifecycle §3"),
    Row("clock:enforcement", &["enforcing"], SAME, "T-G-01"),
    Row("clock:closing", &["performing", "enforcing", "withdrawn"], SAME, "policy.archive"),
    Row("clock:resume_check", &["suspended"], SAME, "policy.follow_up"),
    Row("clock:channel_answer", OPEN, SAME, "T-L-01"),
];

const STAGES: &[Stage] = &[
    open("detected", "排查发现", &["first_contact", "channel_answer"]),
    open("received", "受理", &["triage", "channel_answer"]),
    open("registered", "登记", &["triage", "channel_answer"]),
    open(
        "triage",
        "梳理",
        &["assignment", "confirm_designation", "route_choice", "channel_answer"],
    ),
    open("assigned", "交办", &["designation", "reply", "channel_answer"]),
    open("in_process", "承办", &["progress", "reply", "channel_answer"]),
    open("agreed", "达成协议", &["obligation", "performance", "confirmation", "channel_answer"]),
    open("decided", "裁决／决定", &["obligation", "performance", "remedy", "channel_answer"]),
    open(
        "performing",
        "履行",
        &["obligation", "performance", "confirmation", "remedy", "closing", "channel_answer"],
    ),
    open("enforcing", "执行", &["enforcement", "closing", "channel_answer"]),
    open("unresolved", "未化解", &["route_choice", "assignment", "channel_answer"]),
    open("escalated", "提级／上报", &["reply", "progress", "channel_answer"]),
    open("suspended", "中止", &["resume_check", "channel_answer"]),
    open("withdrawn", "撤回", &["closing", "channel_answer"]),
    ended("merged", "并案"),
    ended("closed", "结案"),
    ended("archived", "归档"),
    open("reopened", "重启", &["triage", "channel_answer"]),
];

const fn open(state: &'static str, zh: &'static str, clocks: &'static [&'static str]) -> Stage {
    Stage { state, zh, owner: Owner::Agency, clocks, ending: Ending::Open }
}

const fn ended(state: &'static str, zh: &'static str) -> Stage {
    Stage { state, zh, owner: Owner::None, clocks: &[], ending: Ending::Ended }
}

/// The chart of the umbrella, its rows unfolded into single steps once.
pub fn chart() -> &'static Chart {
    static CHART: OnceLock<Chart> = OnceLock::new();
    CHART.get_or_init(|| Chart {
        kind: super::KIND,
        zh: "纠纷",
        stages: STAGES,
        steps: Vec::leak(unfold()),
    })
}

fn unfold() -> Vec<Step> {
    let rows = [SORTING, HANDING, ENDING, EXPIRY].into_iter().flatten();
    rows.flat_map(|Row(by, from, to, basis)| {
        from.iter().map(move |from| Step {
            from,
            by,
            to: if *to == SAME { from } else { to },
            basis,
        })
    })
    .collect()
}

/// True when the chart has a step by this command out of this stage (the empty one begins a dispute).
pub fn stands(stage: &str, command: &str) -> bool {
    chart().steps.iter().any(|step| step.from == stage && step.by == command)
}

/// The commands that have a place in a stage, in the order of the chart.
pub fn allowed(stage: &str) -> String {
    let mut names: Vec<&str> = Vec::new();
    for step in chart().steps {
        if step.from == stage && !step.by.starts_with("clock:") && !names.contains(&step.by) {
            names.push(step.by);
        }
    }
    names.join("、")
}
