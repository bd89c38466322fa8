//! The chart of invited mediation.

use jiefen_procedure::{Chart, Owner};

use crate::neutral::{ended, open, step};

/// The chart of invited mediation.
pub static CHART: Chart = Chart {
    kind: "invited_mediation",
    zh: "特邀调解",
    stages: &[
        open("choosing", "待确定调解员", Owner::Party, &["choose"]),
        open("mediating", "调解中", Owner::Agency, &["mediate"]),
        open("agreed", "达成协议", Owner::Party, &["confirm"]),
        ended("settled", "调解成功"),
        ended("failed", "调解不成"),
        ended("withdrawn", "当事人不同意调解"),
    ],
    steps: &[
        step("", "open", "choosing", "特邀调解规定 2、11；T-C-01"),
        step("choosing", "name", "mediating", "特邀调解规定 12；T-C-15"),
        step("choosing", "withdraw_consent", "withdrawn", "特邀调解规定 26(2)"),
        step("choosing", "end_sham", "failed", "T-C-14"),
        step("choosing", "clock:choose", "choosing", "特邀调解规定 12"),
        step("mediating", "refuse_named", "withdrawn", "特邀调解规定 12"),
        step("mediating", "withdraw_consent", "withdrawn", "特邀调解规定 26(2)"),
        step("mediating", "disclose", "mediating", "特邀调解规定 15"),
        step("mediating", "waive", "mediating", "特邀调解规定 15"),
        step("mediating", "challenge", "mediating", "特邀调解规定 15"),
        step("mediating", "decide_challenge", "mediating", "特邀调解规定 15"),
        step("mediating", "replace", "mediating", "特邀调解规定 13"),
        step("mediating", "schedule", "mediating", "特邀调解规定 14"),
        step("mediating", "hold", "mediating", "特邀调解规定 14、17"),
        step("mediating", "extend", "mediating", "policy.invited_mediation"),
        step("mediating", "begin_appraisal", "mediating", "policy.invited_mediation"),
        step("mediating", "end_appraisal", "mediating", "policy.invited_mediation"),
        step("mediating", "report_misconduct", "mediating", "特邀调解规定 28"),
        step("mediating", "agree", "agreed", "特邀调解规定 23、24；T-C-11"),
        step("mediating", "agree", "settled", "特邀调解规定 24；T-D-06"),
        step("mediating", "end_failed", "failed", "特邀调解规定 26(3)；T-C-12"),
        step("mediating", "end_sham", "failed", "T-C-14"),
        step("mediating", "clock:mediate", "failed", "policy.invited_mediation"),
        step("agreed", "note_application", "settled", "T-B-06；T-D-02"),
        step("agreed", "close_window", "settled", "T-B-06"),
        step("agreed", "clock:confirm", "settled", "T-B-06"),
    ],
};
