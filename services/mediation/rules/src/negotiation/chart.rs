//! The chart of negotiation.

use jiefen_procedure::{Chart, Owner};

use crate::neutral::{ended, open, step};

/// The chart of negotiation.
pub static CHART: Chart = Chart {
    kind: "negotiation",
    zh: "协商和解",
    stages: &[
        open("invited", "已邀请", Owner::Party, &["answer"]),
        open("talking", "协商中", Owner::Party, &["talk"]),
        open("proposed", "方案待答复", Owner::Party, &["talk", "offer"]),
        ended("settled", "达成和解"),
        ended("failed", "协商不成"),
        ended("withdrawn", "不愿协商"),
    ],
    steps: &[
        step("", "invite", "invited", "五(五)；民法典 5"),
        step("invited", "agree", "invited", "民法典 5"),
        step("invited", "agree", "talking", "民法典 5；policy.negotiation"),
        step("invited", "refuse", "withdrawn", "民法典 5"),
        step("invited", "mandate", "invited", "民法典 165"),
        step("invited", "leave", "withdrawn", "民法典 5"),
        step("invited", "clock:answer", "failed", "policy.negotiation_answer；民法典 140"),
        step("talking", "mandate", "talking", "民法典 165"),
        step("talking", "propose", "proposed", "民法典 472"),
        step("talking", "extend", "talking", "policy.negotiation"),
        step("talking", "leave", "withdrawn", "民法典 5"),
        step("talking", "end_failed", "failed", "五(五)"),
        step("talking", "clock:talk", "failed", "policy.negotiation"),
        step("proposed", "mandate", "proposed", "民法典 165"),
        step("proposed", "propose", "proposed", "民法典 488"),
        step("proposed", "accept", "proposed", "民法典 480"),
        step("proposed", "accept", "settled", "民法典 483、119"),
        step("proposed", "reject", "talking", "民法典 478(1)"),
        step("proposed", "revoke", "talking", "民法典 476、478(2)"),
        step("proposed", "extend", "proposed", "policy.negotiation"),
        step("proposed", "leave", "withdrawn", "民法典 5"),
        step("proposed", "end_failed", "failed", "五(五)"),
        step("proposed", "clock:offer", "talking", "民法典 478(3)、481；policy.negotiation_offer"),
        step("proposed", "clock:talk", "failed", "policy.negotiation"),
    ],
};
