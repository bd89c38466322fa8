//! The chart of public-interest litigation.

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
    open("clue", "线索评估", &["assess"]),
    open("filed", "已立案", &["serve", "investigate"]),
    open("suggested", "已发检察建议", &["answer"]),
    open("announced", "已公告", &["notice"]),
    open("examining", "审查起诉", &["sue"]),
    open("in_court", "已起诉", &["court"]),
    open("settling", "协议公告中", &["announcement"]),
    ended("no_case", "不予立案"),
    ended("transferred", "已移送"),
    ended("closed", "已终结"),
    ended("rectified", "已整改"),
    ended("supported", "支持起诉"),
    ended("judged", "已判决"),
    ended("settled", "已调解"),
    ended("suit_withdrawn", "已撤诉"),
];

/// The chart of public-interest litigation.
pub static CHART: Chart =
    Chart { kind: "public_interest", zh: "公益诉讼", stages: STAGES, steps: STEPS };

/// The Chinese name of a state.
pub(super) fn zh(state: &str) -> &'static str {
    STAGES.iter().find(|stage| stage.state == state).map_or("", |stage| stage.zh)
}

const STAFF: &str = "公益诉讼办案规则4";
const TERM: &str = "T-M-04.sue_admin；T-M-04.sue_civil";
const END: &str = "公益诉讼办案规则74、90";

#[rustfmt::skip]
const STEPS: &[Step] = &[
    step("", "receive_clue", "clue", "公益诉讼办案规则24、25"),
    step("clue", "dismiss", "no_case", "公益诉讼办案规则28"),
    step("clue", "transfer", "transferred", "公益诉讼办案规则25"),
    step("clue", "file", "filed", "公益诉讼办案规则28、67、85"),
    step("clue", "name_prosecutor", "clue", STAFF),
    step("clue", "clock:assess", "clue", "policy.clue_assessment"),
    step("filed", "serve_filing", "filed", "T-M-04.filed"),
    step("filed", "name_prosecutor", "filed", STAFF),
    step("filed", "suggest", "suggested", "T-M-04.suggestion 行政诉讼法25"),
    step("filed", "announce", "announced", "T-M-04.notice 民事诉讼法58"),
    step("filed", "close", "closed", END),
    step("filed", "clock:serve", "filed", "T-M-04.filed"),
    step("filed", "clock:investigate", "filed", "policy.follow_up"),
    step("suggested", "agency_answers", "suggested", "T-M-04.suggestion"),
    step("suggested", "verify_rectified", "rectified", "公益诉讼办案规则77"),
    step("suggested", "close", "closed", END),
    step("suggested", "name_prosecutor", "suggested", STAFF),
    step("suggested", "clock:answer", "examining", "T-M-04.suggestion；T-M-04.suggestion_urgent"),
    step("announced", "other_sues", "supported", "民事诉讼法58"),
    step("announced", "close", "closed", END),
    step("announced", "name_prosecutor", "announced", STAFF),
    step("announced", "clock:notice", "examining", "T-M-04.notice"),
    step("examining", "sue", "in_court", "民事诉讼法58；行政诉讼法25"),
    step("examining", "verify_rectified", "rectified", "公益诉讼办案规则77"),
    step("examining", "other_sues", "supported", "民事诉讼法58"),
    step("examining", "close", "closed", END),
    step("examining", "begin_appraisal", "examining", "公益诉讼办案规则48"),
    step("examining", "end_appraisal", "examining", "公益诉讼办案规则48"),
    step("examining", "extend", "examining", TERM),
    step("examining", "name_prosecutor", "examining", STAFF),
    step("examining", "clock:sue", "examining", TERM),
    step("in_court", "announce_settlement", "settling", "T-M-04"),
    step("in_court", "judge", "judged", "检察公益诉讼解释25"),
    step("in_court", "withdraw_suit", "suit_withdrawn", "检察公益诉讼解释19、24"),
    step("in_court", "name_prosecutor", "in_court", STAFF),
    step("in_court", "clock:court", "in_court", "policy.follow_up"),
    step("settling", "court_approves", "settled", "T-M-04"),
    step("settling", "court_rejects", "in_court", "T-M-04"),
    step("settling", "name_prosecutor", "settling", STAFF),
    step("settling", "clock:announcement", "settling", "T-M-04"),
];
