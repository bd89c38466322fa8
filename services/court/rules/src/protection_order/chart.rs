//! The chart of the protection order.

use jiefen_procedure::{Chart, Owner};

use crate::shared::{ended, open, step};

/// The chart of the protection order.
pub static CHART: Chart = Chart {
    kind: "protection_order",
    zh: "人身安全保护令",
    stages: &[
        open("applied", "待受理", Owner::Agency, &["accept"]),
        open("accepted", "待裁定", Owner::Agency, &["rule"]),
        open(
            "in_force",
            "保护令有效",
            Owner::Agency,
            &["validity", "serve", "review", "decide_review"],
        ),
        open("rejected", "已裁定驳回", Owner::Party, &["review", "decide_review"]),
        ended("not_accepted", "不予受理"),
        ended("withdrawn", "申请已撤回"),
        ended("rejected_final", "驳回已生效"),
        ended("lapsed", "有效期届满"),
        ended("revoked", "保护令已撤销"),
    ],
    steps: &[
        step("", "apply", "applied", "反家庭暴力法 23、24"),
        step("applied", "accept", "accepted", "反家庭暴力法 25、27"),
        step("applied", "decline", "not_accepted", "反家庭暴力法 25"),
        step("applied", "mark_urgent", "applied", "T-R-02.urgent"),
        step("applied", "withdraw", "withdrawn", "民事诉讼法 13"),
        step("applied", "clock:accept", "applied", "T-R-02"),
        step("accepted", "mark_urgent", "accepted", "T-R-02.urgent"),
        step("accepted", "grant", "in_force", "T-R-02；反家庭暴力法 28、29"),
        step("accepted", "reject", "rejected", "反家庭暴力法 28"),
        step("accepted", "withdraw", "withdrawn", "民事诉讼法 13"),
        step("accepted", "clock:rule", "accepted", "T-R-02"),
        step("in_force", "serve", "in_force", "反家庭暴力法 32"),
        step("in_force", "record_breach", "in_force", "反家庭暴力法 34"),
        step("in_force", "extend", "in_force", "反家庭暴力法 30"),
        step("in_force", "vary", "in_force", "反家庭暴力法 30"),
        step("in_force", "ask_review", "in_force", "T-R-02.review"),
        step("in_force", "decide_review", "in_force", "反家庭暴力法 31"),
        step("in_force", "clock:serve", "in_force", "反家庭暴力法 32"),
        step("in_force", "clock:review", "in_force", "T-R-02.review"),
        step("in_force", "clock:decide_review", "in_force", "反家庭暴力法 31"),
        step("in_force", "revoke", "revoked", "反家庭暴力法 30"),
        step("in_force", "decide_review", "revoked", "反家庭暴力法 31"),
        step("in_force", "clock:validity", "lapsed", "T-R-02.validity"),
        step("rejected", "ask_review", "rejected", "T-R-02.review"),
        step("rejected", "decide_review", "rejected_final", "反家庭暴力法 31"),
        step("rejected", "decide_review", "accepted", "反家庭暴力法 31"),
        step("rejected", "clock:review", "rejected_final", "T-R-02.review"),
        step("rejected", "clock:decide_review", "rejected", "反家庭暴力法 31"),
    ],
};
