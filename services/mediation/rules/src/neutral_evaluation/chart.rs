//! The chart of neutral evaluation.

use jiefen_procedure::{Chart, Owner};

use crate::neutral::{ended, open, step};

/// The chart of neutral evaluation.
pub static CHART: Chart = Chart {
    kind: "neutral_evaluation",
    zh: "中立评估",
    stages: &[
        open("asked", "待同意和确定评估员", Owner::Agency, &["answer"]),
        open("papers", "收集材料", Owner::Party, &["opinion"]),
        open("evaluating", "评估中", Owner::Agency, &["opinion"]),
        open("opinion", "意见已送达", Owner::Party, &["use"]),
        ended("used", "采用评估意见"),
        ended("not_used", "不采用评估意见"),
        ended("withdrawn", "当事人退出"),
        ended("lapsed", "未能完成评估"),
    ],
    steps: &[
        step("", "ask", "asked", "五(五)；法发〔2016〕14号 22"),
        step("asked", "join", "asked", "民法典 5"),
        step("asked", "accept", "papers", "五(五) 评估员；policy.neutral_evaluation"),
        step("asked", "leave", "withdrawn", "民法典 5"),
        step("asked", "clock:answer", "lapsed", "policy.evaluation_answer"),
        step("papers", "hand_in", "papers", "五(五)"),
        step("papers", "close_papers", "evaluating", "五(五)"),
        step("papers", "recuse", "asked", "特邀调解规定 15"),
        step("papers", "extend", "papers", "policy.neutral_evaluation"),
        step("papers", "leave", "withdrawn", "民法典 5"),
        step("papers", "clock:opinion", "lapsed", "policy.neutral_evaluation"),
        step("evaluating", "recuse", "asked", "特邀调解规定 15"),
        step("evaluating", "extend", "evaluating", "policy.neutral_evaluation"),
        step("evaluating", "give_opinion", "opinion", "法发〔2016〕14号 22"),
        step("evaluating", "leave", "withdrawn", "民法典 5"),
        step("evaluating", "clock:opinion", "lapsed", "policy.neutral_evaluation"),
        step("opinion", "agree_use", "opinion", "法发〔2016〕14号 22"),
        step("opinion", "agree_use", "used", "法发〔2016〕14号 22"),
        step("opinion", "refuse_use", "not_used", "民法典 5"),
        step("opinion", "disclose", "opinion", "T-C-12"),
        step("opinion", "leave", "withdrawn", "民法典 5"),
        step("opinion", "clock:use", "not_used", "policy.evaluation_use；民法典 140"),
    ],
};
