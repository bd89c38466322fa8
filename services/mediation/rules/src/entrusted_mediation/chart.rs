//! The chart of mediation for a court.

use jiefen_procedure::{Chart, Ending, Owner, Stage, Step};

const fn step(from: &'static str, by: &'static str, to: &'static str, basis: &'static str) -> Step {
    Step { from, by, to, basis }
}

const fn open(
    state: &'static str,
    zh: &'static str,
    owner: Owner,
    clocks: &'static [&'static str],
) -> Stage {
    Stage { state, zh, owner, clocks, ending: Ending::Open }
}

const fn ended(state: &'static str, zh: &'static str) -> Stage {
    Stage { state, zh, owner: Owner::None, clocks: &[], ending: Ending::Ended }
}

/// The chart of mediation for a court.
pub static CHART: Chart = Chart {
    kind: "entrusted_mediation",
    zh: "法院委托（委派）调解",
    stages: &[
        open("sent", "待签收", Owner::Agency, &["sign"]),
        open("mediating", "调解中", Owner::Agency, &["mediate"]),
        open("agreed", "达成协议", Owner::Party, &["confirm"]),
        ended("settled", "调解成功退回"),
        ended("failed", "调解不成退回"),
        ended("withdrawn", "不同意调解退回"),
        ended("declined", "不能承办退回"),
    ],
    steps: &[
        step("", "open", "sent", "T-C-01；T-C-05"),
        step("sent", "sign_file", "mediating", "T-C-02；T-C-03；T-C-05"),
        step("sent", "decline", "declined", "T-C-07"),
        step("sent", "withdraw_consent", "withdrawn", "特邀调解规定 21"),
        step("sent", "end_sham", "failed", "T-C-14"),
        step("sent", "clock:sign", "sent", "T-C-07"),
        step("mediating", "withdraw_consent", "withdrawn", "特邀调解规定 21"),
        step("mediating", "choose_mediator", "mediating", "T-C-13"),
        step("mediating", "schedule_session", "mediating", "特邀调解规定 15"),
        step("mediating", "hold_session", "mediating", "特邀调解规定 15"),
        step("mediating", "extend", "mediating", "T-C-02"),
        step("mediating", "begin_appraisal", "mediating", "T-C-02"),
        step("mediating", "end_appraisal", "mediating", "T-C-02"),
        step("mediating", "record_settlement", "settled", "T-C-04；T-C-11"),
        step("mediating", "record_contract", "agreed", "T-C-11"),
        step("mediating", "end_failed", "failed", "T-C-02"),
        step("mediating", "end_sham", "failed", "T-C-14"),
        step("mediating", "clock:mediate", "failed", "T-C-02"),
        step("agreed", "note_application", "settled", "T-D-01"),
        step("agreed", "close_contract", "settled", "T-C-11"),
        step("agreed", "clock:confirm", "settled", "T-D-01"),
    ],
};
