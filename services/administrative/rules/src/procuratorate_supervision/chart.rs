//! The chart of procuratorial supervision.

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
    open("received", "待决定受理", &["reply"]),
    Stage {
        state: "papers",
        zh: "待补正",
        owner: Owner::Party,
        clocks: &["papers"],
        ending: Ending::Open,
    },
    open("reviewing", "审查中", &["review"]),
    open("with_superior", "已提请抗诉", &["superior"]),
    open("suggested", "已提出检察建议", &["court"]),
    open("protested", "已抗诉", &["court"]),
    open("rebuffed", "法院未采纳", &["follow"]),
    ended("refused", "不予受理"),
    ended("withdrawn", "已撤回"),
    ended("settled", "已和解"),
    ended("terminated", "已终结审查"),
    ended("not_supported", "不支持监督申请"),
    ended("retrial", "法院已裁定再审"),
    ended("corrected", "法院已纠正"),
    ended("not_adopted", "法院未采纳结案"),
];

/// The chart of procuratorial supervision.
pub static CHART: Chart =
    Chart { kind: "procuratorate_supervision", zh: "检察监督", stages: STAGES, steps: STEPS };

/// The Chinese name of a state.
pub(super) fn zh(state: &str) -> &'static str {
    STAGES.iter().find(|stage| stage.state == state).map_or("", |stage| stage.zh)
}

const END: &str = "民事诉讼监督规则73";
const SEVEN: &str = "民事诉讼监督规则7";

#[rustfmt::skip]
const STEPS: &[Step] = &[
    step("", "apply", "received", "民事诉讼法220；民事诉讼监督规则19"),
    step("", "begin", "reviewing", "民事诉讼监督规则37；行政诉讼监督规则36"),
    step("received", "ask_papers", "papers", "民事诉讼监督规则25"),
    step("received", "accept", "reviewing", "民事诉讼监督规则26"),
    step("received", "refuse", "refused", "民事诉讼监督规则27、28"),
    step("received", "name_prosecutor", "received", SEVEN),
    step("received", "withdraw", "withdrawn", END),
    step("received", "clock:reply", "received", "T-M-01"),
    step("papers", "supply_papers", "received", "民事诉讼监督规则25"),
    step("papers", "name_prosecutor", "papers", SEVEN),
    step("papers", "withdraw", "withdrawn", END),
    step("papers", "clock:papers", "withdrawn", "民事诉讼监督规则25"),
    step("reviewing", "name_prosecutor", "reviewing", SEVEN),
    step("reviewing", "stop", "reviewing", "T-M-02 民事诉讼监督规则52、72"),
    step("reviewing", "resume", "reviewing", "T-M-02"),
    step("reviewing", "extend", "reviewing", "T-M-02.admin"),
    step("reviewing", "settle", "settled", "民事诉讼监督规则51、73"),
    step("reviewing", "withdraw", "withdrawn", END),
    step("reviewing", "terminate", "terminated", END),
    step("reviewing", "not_support", "not_supported", "T-M-02 民事诉讼法220"),
    step("reviewing", "suggest", "suggested", "民事诉讼法219"),
    step("reviewing", "request_protest", "with_superior", "民事诉讼法219"),
    step("reviewing", "clock:review", "reviewing", "T-M-02"),
    step("with_superior", "name_prosecutor", "with_superior", SEVEN),
    step("with_superior", "superior_decides", "protested", "民事诉讼法219、222"),
    step("with_superior", "superior_decides", "not_supported", "民事诉讼法220"),
    step("with_superior", "withdraw", "withdrawn", END),
    step("with_superior", "clock:superior", "with_superior", "policy.follow_up"),
    step("suggested", "name_prosecutor", "suggested", SEVEN),
    step("suggested", "court_answers", "retrial", "T-M-02.suggestion"),
    step("suggested", "court_answers", "corrected", "T-M-02.conduct；T-M-02.enforcement"),
    step("suggested", "court_answers", "rebuffed", "T-M-02.suggestion"),
    step("suggested", "clock:court", "rebuffed", "T-M-02.suggestion"),
    step("protested", "name_prosecutor", "protested", SEVEN),
    step("protested", "court_orders_retrial", "retrial", "T-M-03"),
    step("protested", "clock:court", "protested", "T-M-03"),
    step("rebuffed", "name_prosecutor", "rebuffed", SEVEN),
    step("rebuffed", "request_protest", "with_superior", "民事诉讼法219"),
    step("rebuffed", "close", "not_adopted", "民事诉讼监督规则124"),
    step("rebuffed", "clock:follow", "rebuffed", "policy.follow_up"),
];
