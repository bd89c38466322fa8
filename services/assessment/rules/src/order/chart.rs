//! The chart of a supervision order, and its clocks.

use jiefen_procedure::{Chart, ClockEffect, Ending, Outline, Owner, Stage as Place, Step};
use jiff::civil::Date;

use super::{Fact, RECTIFY, RECTIFY_RULE, REPLY, REPLY_RULE, Stage, State, WORK};

const BASIS: &str = "实施方案九(三)；C-042、C-313、C-318";

const fn step(from: &'static str, by: &'static str, to: &'static str) -> Step {
    Step { from, by, to, basis: BASIS }
}

const fn open(state: &'static str, zh: &'static str, clocks: &'static [&'static str]) -> Place {
    Place { state, zh, owner: Owner::Agency, clocks, ending: Ending::Open }
}

const fn ended(state: &'static str, zh: &'static str) -> Place {
    Place { state, zh, owner: Owner::None, clocks: &[], ending: Ending::Ended }
}

/// The chart.
pub(super) const CHART: Chart = Chart {
    kind: "order",
    zh: "督办单",
    stages: &[
        open("drafted", "已起草，待签发", &[WORK]),
        open("signed", "已签发，待答复", &[REPLY]),
        open("overdue", "逾期未答复，待通报", &[WORK]),
        open("circulated", "已通报，限期整改", &[RECTIFY]),
        open("answered", "已答复，待核查", &[WORK]),
        ended("verified", "已核查办结"),
        ended("withdrawn", "已撤回"),
        ended("talk_due", "逾期未整改，转约谈"),
    ],
    steps: &[
        step("", "draft", "drafted"),
        step("drafted", "sign", "signed"),
        step("drafted", "withdraw", "withdrawn"),
        step("drafted", "flag_late", "drafted"),
        step("drafted", "clock:work", "drafted"),
        step("signed", "answer", "answered"),
        step("signed", "withdraw", "withdrawn"),
        step("signed", "mark_overdue", "overdue"),
        step("signed", "clock:reply", "overdue"),
        step("overdue", "circulate", "circulated"),
        step("overdue", "answer", "answered"),
        step("overdue", "withdraw", "withdrawn"),
        step("overdue", "flag_late", "overdue"),
        step("overdue", "clock:work", "overdue"),
        step("circulated", "answer", "answered"),
        step("circulated", "withdraw", "withdrawn"),
        step("circulated", "raise_talk", "talk_due"),
        step("circulated", "clock:rectify", "talk_due"),
        step("answered", "verify", "verified"),
        step("answered", "verify", "signed"),
        step("answered", "verify", "circulated"),
        step("answered", "withdraw", "withdrawn"),
        step("answered", "flag_late", "answered"),
        step("answered", "clock:work", "answered"),
    ],
};

pub(super) fn clocks(fact: &Fact) -> Vec<ClockEffect> {
    let start = |key: &str, rule: &str, from: Date| ClockEffect::Start {
        key: key.to_owned(),
        rule: rule.to_owned(),
        from,
    };
    let work = |from: Date| start(WORK, REPLY_RULE, from);
    let met = |key: &str| ClockEffect::Met { key: key.to_owned() };
    let cancel = |key: &str| ClockEffect::Cancel { key: key.to_owned() };
    match fact {
        Fact::OrderDrafted { on, .. } | Fact::LatenessFound { on } => vec![work(*on)],
        Fact::OrderSigned { on, .. } => vec![met(WORK), start(REPLY, REPLY_RULE, *on)],
        Fact::OrderWithdrawn { stood, .. } => clock_of(*stood).map(cancel).into_iter().collect(),
        Fact::OrderAnswered { stood, answer } => {
            clock_of(*stood).map(met).into_iter().chain([work(answer.on)]).collect()
        }
        Fact::ReplyFellDue { on } => vec![work(*on)],
        Fact::CircularIssued { on, .. } => vec![met(WORK), start(RECTIFY, RECTIFY_RULE, *on)],
        Fact::PerformanceVerified { .. } => vec![met(WORK)],
        Fact::AnswerRejected { on, circulated: false, .. } => {
            vec![met(WORK), start(REPLY, REPLY_RULE, *on)]
        }
        Fact::AnswerRejected { on, circulated: true, .. } => {
            vec![met(WORK), start(RECTIFY, RECTIFY_RULE, *on)]
        }
        Fact::TalkFellDue { .. } => Vec::new(),
    }
}

/// The one clock that runs in a stage.
fn clock_of(stage: Stage) -> Option<&'static str> {
    match stage {
        Stage::Drafted | Stage::Overdue | Stage::Answered => Some(WORK),
        Stage::Signed => Some(REPLY),
        Stage::Circulated => Some(RECTIFY),
        Stage::Verified | Stage::Withdrawn | Stage::TalkDue => None,
    }
}

pub(super) fn outline(state: &State) -> Outline {
    let (code, state_zh, open, next_zh, next_en) = match state.stage {
        Stage::Drafted => ("drafted", "已起草，待签发", true, "签发或者撤回", "sign or withdraw"),
        Stage::Signed => ("signed", "已签发，待答复", true, "等待单位答复", "wait for the answer"),
        Stage::Overdue => ("overdue", "逾期未答复，待通报", true, "印发通报", "issue the circular"),
        Stage::Circulated => {
            ("circulated", "已通报，限期整改", true, "督促整改", "press for rectification")
        }
        Stage::Answered => ("answered", "已答复，待核查", true, "核查整改情况", "check the answer"),
        Stage::Verified => ("verified", "已核查办结", false, "", ""),
        Stage::Withdrawn => ("withdrawn", "已撤回", false, "", ""),
        Stage::TalkDue => ("talk_due", "逾期未整改，转约谈", false, "", ""),
    };
    Outline {
        kind: "order",
        state: code,
        state_zh,
        open,
        next_zh: next_zh.to_owned(),
        next_en: next_en.to_owned(),
        person: Some(
            state.signed.as_ref().map_or_else(|| state.drafted_by.clone(), |(by, _)| by.clone()),
        ),
    }
}
