//! The chart of judicial confirmation.

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

/// The chart of judicial confirmation.
pub static CHART: Chart = Chart {
    kind: "confirmation",
    zh: "司法确认",
    stages: &[
        open("applied", "待受理决定", Owner::Agency, &["accept"]),
        open("correcting", "待补正", Owner::Party, &["correct"]),
        open("examined", "审查中", Owner::Agency, &["ruling", "target"]),
        open("confirmed", "已裁定确认", Owner::Agency, &["serve", "object", "enforce"]),
        open("objected", "异议审查中", Owner::Agency, &["objection", "serve", "object", "enforce"]),
        open("effective", "裁定可申请执行", Owner::Party, &["enforce"]),
        ended("not_accepted", "不予受理"),
        ended("rejected", "驳回申请"),
        ended("withdrawn", "撤回申请"),
        ended("enforcement", "已申请执行"),
        ended("performed", "已履行"),
        ended("time_passed", "申请执行期间届满"),
        ended("revoked", "裁定已撤销"),
    ],
    steps: &[
        step("", "apply", "applied", "T-D-01"),
        step("applied", "ask_correction", "correcting", "司法确认程序规定 4"),
        step("applied", "accept", "examined", "T-D-03"),
        step("applied", "decline", "not_accepted", "T-D-06"),
        step("applied", "withdraw", "withdrawn", "民诉法解释 357"),
        step("applied", "clock:accept", "applied", "T-D-03"),
        step("correcting", "receive_corrected", "applied", "司法确认程序规定 4"),
        step("correcting", "decline", "not_accepted", "T-D-06"),
        step("correcting", "withdraw", "withdrawn", "民诉法解释 357"),
        step("correcting", "clock:correct", "withdrawn", "民诉法解释 357"),
        step("examined", "extend_ruling", "examined", "T-D-04"),
        step("examined", "confirm", "confirmed", "民事诉讼法 206"),
        step("examined", "reject", "rejected", "T-D-07"),
        step("examined", "withdraw", "withdrawn", "民诉法解释 357"),
        step("examined", "clock:ruling", "examined", "T-D-04"),
        step("examined", "clock:target", "examined", "T-D-05"),
        step("confirmed", "serve_ruling", "confirmed", "T-A-05"),
        step("confirmed", "object", "objected", "T-D-08；T-D-09"),
        step("confirmed", "apply_enforcement", "enforcement", "T-D-10"),
        step("confirmed", "record_performance", "performed", "民事诉讼法 206"),
        step("confirmed", "clock:serve", "confirmed", "T-A-05"),
        step("confirmed", "clock:object", "confirmed", "T-D-08"),
        step("confirmed", "clock:object", "effective", "T-D-08"),
        step("confirmed", "clock:enforce", "confirmed", "T-D-10"),
        step("objected", "serve_ruling", "objected", "T-A-05"),
        step("objected", "decide_objection", "confirmed", "民诉法解释 372"),
        step("objected", "decide_objection", "effective", "民诉法解释 372"),
        step("objected", "decide_objection", "revoked", "民诉法解释 372"),
        step("objected", "apply_enforcement", "enforcement", "T-D-10"),
        step("objected", "record_performance", "performed", "民事诉讼法 206"),
        step("objected", "clock:objection", "objected", "民事诉讼法 187"),
        step("objected", "clock:serve", "objected", "T-A-05"),
        step("objected", "clock:object", "objected", "T-D-08"),
        step("objected", "clock:enforce", "objected", "T-D-10"),
        step("effective", "object", "objected", "T-D-09"),
        step("effective", "apply_enforcement", "enforcement", "T-D-10"),
        step("effective", "record_performance", "performed", "民事诉讼法 206"),
        step("effective", "clock:enforce", "time_passed", "T-D-10"),
    ],
};
