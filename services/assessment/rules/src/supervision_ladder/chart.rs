//! The chart of the upper rungs.

use jiefen_procedure::{Chart, Ending, Owner, Stage as Place, Step};

const TALKS: &str = "实施方案九(三)；C-314";
const MEASURES: &str = "实施方案九(三)；C-316、C-319";
const LISTS: &str = "实施方案九(三)；C-315；T-L-14";
const RECHECKS: &str = "C-315；S21";
const TRIGGERS: &str = "实施方案九(三)；C-318";
const APPEALS: &str = "S21；C-016；I8";

const fn step(from: &'static str, by: &'static str, to: &'static str, basis: &'static str) -> Step {
    Step { from, by, to, basis }
}

const fn open(state: &'static str, zh: &'static str, clocks: &'static [&'static str]) -> Place {
    Place { state, zh, owner: Owner::Agency, clocks, ending: Ending::Open }
}

const fn ended(state: &'static str, zh: &'static str) -> Place {
    Place { state, zh, owner: Owner::None, clocks: &[], ending: Ending::Ended }
}

/// The chart of the upper rungs.
#[rustfmt::skip] // a table
pub static CHART: Chart = Chart {
    kind: "supervision_ladder",
    zh: "约谈与挂牌督办",
    stages: &[
        open("talk_drafted", "约谈已起草，待签发", &["work", "appeal"]),
        open("talk_called", "已通知约谈", &["talk", "appeal"]),
        open("rectifying", "已约谈，限期整改", &["rectify", "appeal"]),
        open("reported", "已报整改，待核查", &["check", "appeal"]),
        open("listing_drafted", "挂牌已起草，待签发", &["work", "appeal"]),
        open("listed", "已挂牌督办", &["weekly", "term", "appeal"]),
        open("rechecking", "申请摘牌，抽样复核", &["weekly", "recheck", "appeal"]),
        open("term_over", "挂牌期满未摘牌", &["weekly", "work", "appeal"]),
        ended("rectified", "整改到位"),
        ended("delisted", "已摘牌"),
        ended("withdrawn", "已撤回"),
    ],
    steps: &[
        step("", "draft_talk", "talk_drafted", TRIGGERS),
        step("", "draft_listing", "listing_drafted", TRIGGERS),
        step("talk_drafted", "sign_talk", "talk_called", TALKS),
        step("talk_drafted", "withdraw", "withdrawn", TRIGGERS),
        step("talk_drafted", "clock:work", "talk_drafted", "policy.supervision_signature"),
        step("talk_called", "hold_talk", "rectifying", TALKS),
        step("talk_called", "record_absence", "listing_drafted", TALKS),
        step("talk_called", "withdraw", "withdrawn", TRIGGERS),
        step("talk_called", "clock:talk", "talk_called", "policy.talk"),
        step("rectifying", "report_rectified", "reported", MEASURES),
        step("rectifying", "note_missed_again", "listing_drafted", TRIGGERS),
        step("rectifying", "withdraw", "withdrawn", TRIGGERS),
        step("rectifying", "clock:rectify", "listing_drafted", "policy.rectification"),
        step("reported", "verify", "rectified", MEASURES),
        step("reported", "verify", "rectifying", MEASURES),
        step("reported", "verify", "listing_drafted", MEASURES),
        step("reported", "note_missed_again", "listing_drafted", TRIGGERS),
        step("reported", "withdraw", "withdrawn", TRIGGERS),
        step("reported", "clock:check", "reported", "policy.rectification_check"),
        step("listing_drafted", "sign_listing", "listed", LISTS),
        step("listing_drafted", "withdraw", "withdrawn", TRIGGERS),
        step("listing_drafted", "clock:work", "listing_drafted", "policy.supervision_signature"),
        step("listed", "report_week", "listed", LISTS),
        step("listed", "request_removal", "rechecking", RECHECKS),
        step("listed", "clock:weekly", "listed", "policy.listing_report"),
        step("listed", "clock:term", "term_over", "policy.listing_term"),
        step("rechecking", "draw_sample", "rechecking", RECHECKS),
        step("rechecking", "record_check", "rechecking", RECHECKS),
        step("rechecking", "decide_removal", "delisted", RECHECKS),
        step("rechecking", "decide_removal", "listed", RECHECKS),
        step("rechecking", "decide_removal", "term_over", RECHECKS),
        step("rechecking", "report_week", "rechecking", LISTS),
        step("rechecking", "clock:weekly", "rechecking", "policy.listing_report"),
        step("rechecking", "clock:recheck", "rechecking", "policy.listing_recheck"),
        step("term_over", "extend_listing", "listed", LISTS),
        step("term_over", "refer_accountability", "listed", "实施方案九(三)；C-317"),
        step("term_over", "request_removal", "rechecking", RECHECKS),
        step("term_over", "report_week", "term_over", LISTS),
        step("term_over", "clock:weekly", "term_over", "policy.listing_report"),
        step("term_over", "clock:work", "term_over", "policy.supervision_signature"),
        step("talk_drafted", "appeal", "talk_drafted", APPEALS),
        step("talk_called", "appeal", "talk_called", APPEALS),
        step("rectifying", "appeal", "rectifying", APPEALS),
        step("reported", "appeal", "reported", APPEALS),
        step("listing_drafted", "appeal", "listing_drafted", APPEALS),
        step("listed", "appeal", "listed", APPEALS),
        step("rechecking", "appeal", "rechecking", APPEALS),
        step("term_over", "appeal", "term_over", APPEALS),
        step("talk_drafted", "decide_appeal", "talk_drafted", APPEALS),
        step("talk_called", "decide_appeal", "talk_called", APPEALS),
        step("rectifying", "decide_appeal", "rectifying", APPEALS),
        step("reported", "decide_appeal", "reported", APPEALS),
        step("listing_drafted", "decide_appeal", "listing_drafted", APPEALS),
        step("listed", "decide_appeal", "listed", APPEALS),
        step("rechecking", "decide_appeal", "rechecking", APPEALS),
        step("term_over", "decide_appeal", "term_over", APPEALS),
        step("talk_drafted", "decide_appeal", "withdrawn", APPEALS),
        step("talk_called", "decide_appeal", "withdrawn", APPEALS),
        step("rectifying", "decide_appeal", "withdrawn", APPEALS),
        step("reported", "decide_appeal", "withdrawn", APPEALS),
        step("listing_drafted", "decide_appeal", "withdrawn", APPEALS),
        step("listed", "decide_appeal", "withdrawn", APPEALS),
        step("rechecking", "decide_appeal", "withdrawn", APPEALS),
        step("term_over", "decide_appeal", "withdrawn", APPEALS),
        step("talk_drafted", "clock:appeal", "talk_drafted", "policy.supervision_appeal"),
        step("talk_called", "clock:appeal", "talk_called", "policy.supervision_appeal"),
        step("rectifying", "clock:appeal", "rectifying", "policy.supervision_appeal"),
        step("reported", "clock:appeal", "reported", "policy.supervision_appeal"),
        step("listing_drafted", "clock:appeal", "listing_drafted", "policy.supervision_appeal"),
        step("listed", "clock:appeal", "listed", "policy.supervision_appeal"),
        step("rechecking", "clock:appeal", "rechecking", "policy.supervision_appeal"),
        step("term_over", "clock:appeal", "term_over", "policy.supervision_appeal"),
    ],
};
