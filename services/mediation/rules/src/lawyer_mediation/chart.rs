//! The chart of lawyer mediation.

use jiefen_procedure::{Chart, Owner};

use crate::neutral::{ended, open, step};

/// The chart of lawyer mediation.
pub static CHART: Chart = Chart {
    kind: "lawyer_mediation",
    zh: "律师调解",
    stages: &[
        open("asking", "征询意愿", Owner::Party, &["answer"]),
        open("waiting", "待律师承办", Owner::Agency, &["take"]),
        open("mediating", "调解中", Owner::Agency, &["mediate"]),
        open("agreed", "达成协议", Owner::Party, &["confirm"]),
        ended("settled", "调解成功"),
        ended("failed", "调解不成"),
        ended("declined", "没有律师承办"),
        ended("withdrawn", "不同意或者撤回同意"),
    ],
    steps: &[
        step("", "open", "asking", "律师调解意见 1、7"),
        step("", "open", "waiting", "律师调解意见 7"),
        step("asking", "give_consent", "asking", "律师调解意见 1 自愿"),
        step("asking", "give_consent", "waiting", "律师调解意见 1 自愿"),
        step("asking", "refuse_consent", "withdrawn", "律师调解意见 1 自愿"),
        step("asking", "withdraw_consent", "withdrawn", "律师调解意见 1 自愿"),
        step("asking", "end_sham", "failed", "T-C-14"),
        step("asking", "clock:answer", "withdrawn", "policy.mediation_answer；民法典 140"),
        step("waiting", "refuse_consent", "withdrawn", "律师调解意见 1 自愿"),
        step("waiting", "take", "mediating", "律师调解意见 8、9、12"),
        step("waiting", "withdraw_consent", "withdrawn", "律师调解意见 1 自愿"),
        step("waiting", "end_sham", "failed", "T-C-14"),
        step("waiting", "clock:take", "declined", "policy.mediator_choice"),
        step("mediating", "set_fee", "mediating", "律师调解意见 13"),
        step("mediating", "withdraw_consent", "withdrawn", "律师调解意见 1 自愿"),
        step("mediating", "disclose", "mediating", "律师调解意见 12"),
        step("mediating", "waive", "mediating", "律师调解意见 12"),
        step("mediating", "challenge", "mediating", "律师调解意见 12"),
        step("mediating", "decide_challenge", "mediating", "律师调解意见 12"),
        step("mediating", "replace", "mediating", "律师调解意见 9"),
        step("mediating", "schedule", "mediating", "律师调解意见 9"),
        step("mediating", "hold", "mediating", "律师调解意见 9"),
        step("mediating", "extend", "mediating", "律师调解意见 9；policy.lawyer_mediation"),
        step("mediating", "put_text", "mediating", "T-B-04"),
        step("mediating", "confirm_text", "mediating", "T-B-04"),
        step("mediating", "agree", "agreed", "律师调解意见 9"),
        step("mediating", "agree", "settled", "律师调解意见 9；T-D-06"),
        step("mediating", "end_failed", "failed", "律师调解意见 9；T-C-12"),
        step("mediating", "end_sham", "failed", "T-C-14"),
        step("mediating", "clock:mediate", "failed", "policy.lawyer_mediation"),
        step("agreed", "note_application", "settled", "律师调解意见 11；T-B-06"),
        step("agreed", "note_order", "settled", "律师调解意见 10；T-F-01"),
        step("agreed", "close_window", "settled", "T-B-06"),
        step("agreed", "clock:confirm", "settled", "T-B-06"),
    ],
};
