//! The chart of delegated mediation.

use jiefen_procedure::{Chart, Owner};

use crate::neutral::{ended, open, step};

/// The chart of delegated mediation.
pub static CHART: Chart = Chart {
    kind: "delegated_mediation",
    zh: "立案前委派调解（2025年前）",
    stages: &[
        open("sent", "待签收", Owner::Agency, &["sign"]),
        open("mediating", "调解中", Owner::Agency, &["mediate"]),
        open("agreed", "达成协议", Owner::Party, &["confirm"]),
        open("returned", "退回待立案", Owner::Agency, &["file"]),
        ended("settled", "调解成功"),
        ended("filed", "法院已立案"),
        ended("not_pursued", "不再坚持诉讼"),
    ],
    steps: &[
        step("", "open", "sent", "T-C-05；特邀调解规定 11"),
        step("sent", "sign_file", "mediating", "特邀调解规定 27；T-C-05"),
        step("sent", "decline", "returned", "T-C-07；特邀调解规定 26(4)"),
        step("sent", "withdraw_consent", "returned", "特邀调解规定 26(2)"),
        step("sent", "end_sham", "returned", "T-C-14"),
        step("sent", "clock:sign", "returned", "T-C-07；T-C-01"),
        step("mediating", "withdraw_consent", "returned", "特邀调解规定 26(2)"),
        step("mediating", "disclose", "mediating", "特邀调解规定 15"),
        step("mediating", "waive", "mediating", "特邀调解规定 15"),
        step("mediating", "challenge", "mediating", "特邀调解规定 15"),
        step("mediating", "decide_challenge", "mediating", "特邀调解规定 15"),
        step("mediating", "replace", "mediating", "特邀调解规定 13"),
        step("mediating", "schedule", "mediating", "特邀调解规定 14"),
        step("mediating", "hold", "mediating", "特邀调解规定 14、17"),
        step("mediating", "extend", "mediating", "特邀调解规定 27；T-C-05"),
        step("mediating", "begin_appraisal", "mediating", "T-C-05"),
        step("mediating", "end_appraisal", "mediating", "T-C-05"),
        step("mediating", "agree", "agreed", "特邀调解规定 19、24；T-C-11"),
        step("mediating", "agree", "settled", "特邀调解规定 24；T-D-06"),
        step("mediating", "end_failed", "returned", "特邀调解规定 21、26(3)"),
        step("mediating", "end_sham", "returned", "T-C-14"),
        step("mediating", "clock:mediate", "returned", "特邀调解规定 27；T-C-05"),
        step("agreed", "note_application", "settled", "特邀调解规定 19；T-D-01"),
        step("agreed", "close_window", "settled", "T-D-01"),
        step("agreed", "clock:confirm", "settled", "T-D-01"),
        step("returned", "note_filed", "filed", "特邀调解规定 21；T-C-01；T-E-02"),
        step("returned", "note_not_pursued", "not_pursued", "特邀调解规定 21；民事诉讼法 13"),
        step("returned", "clock:file", "returned", "T-E-02"),
    ],
};
