//! What can be wrong with a question, and with a rule text.

use std::fmt;

use jiff::civil::Date;
use serde::Serialize;
use thiserror::Error;

/// Why a question has no date for an answer. Each message says what is right instead.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TermsError {
    /// No rule of this id.
    #[error(
        "没有编号为“{asked}”的期限规则{} / no rule “{asked}”{}",
        near_zh(.near), near_en(.near)
    )]
    UnknownRule {
        /// The id as asked.
        asked: String,
        /// Ids that look like it.
        near: Vec<String>,
    },
    /// The rule has no version of this number.
    #[error(
        "规则 {rule} 没有第 {version} 版，现有 1 至 {newest} 版 / {rule} has no version {version}; there are 1 to {newest}"
    )]
    UnknownVersion {
        /// The rule.
        rule: String,
        /// The version asked.
        version: u32,
        /// The newest version there is.
        newest: u32,
    },
    /// The rule is no time limit.
    #[error(
        "{rule}“{title}”不是可计算的期限：{note} / {rule} is not a time limit that can be counted: {note_en}"
    )]
    NotATimeLimit {
        /// The rule.
        rule: String,
        /// Its title.
        title: String,
        /// What it says instead, in Chinese.
        note: String,
        /// What it says instead, in English.
        note_en: String,
    },
    /// The number stands in the body's own rules.
    #[error(
        "{rule}“{title}”的期限由该机构自己的规则规定，请查该机构规则 / the limit of {rule} is set by the body's own rules; look there"
    )]
    BodyRules {
        /// The rule.
        rule: String,
        /// Its title.
        title: String,
    },
    /// No version of the rule was in force on the start day.
    #[error(
        "{rule} 在 {from} 不适用（适用于 {window}）{} / {rule} does not apply to a start on {from} (it applies {window}){}",
        instead_zh(.instead), instead_en(.instead)
    )]
    NotInForce {
        /// The rule.
        rule: String,
        /// The start day.
        from: Date,
        /// The days for which it is in force.
        window: String,
        /// The rules that apply instead.
        instead: Vec<String>,
    },
    /// Hours need a moment.
    #[error(
        "{rule} 以小时计算，请给出起算时刻，如 {from}T10:20:00 / {rule} is counted in hours: give a time, e.g. {from}T10:20:00"
    )]
    NeedsMoment {
        /// The rule.
        rule: String,
        /// The day given.
        from: Date,
    },
    /// A stop ends before it begins.
    #[error(
        "扣除期间 {from}..{to} 的止日早于起日，请按“起..止”填写 / the stop {from}..{to} ends before it begins; write first..last"
    )]
    StopInverted {
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
    },
    /// Two stops share a day.
    #[error(
        "扣除期间 {first} 与 {second} 重叠，同一日不能扣除两次，请合并 / the stops {first} and {second} overlap; a day is excluded once, so join them"
    )]
    StopsOverlap {
        /// The earlier span.
        first: String,
        /// The later span.
        second: String,
    },
    /// The reason is not on the rule's list.
    #[error(
        "{rule} 不能因“{reason}”扣除；可扣除的事由：{allowed} / “{reason}” does not stop {rule}; its list: {allowed}"
    )]
    StopNotListed {
        /// The rule.
        rule: String,
        /// The reason given.
        reason: String,
        /// The rule's list.
        allowed: String,
    },
    /// Different stops do different things here, so the reason must be named.
    #[error(
        "{rule} 的中止与中断后果不同，请注明事由（如 {allowed}） / stops of {rule} differ in effect; name the reason ({allowed})"
    )]
    StopReasonNeeded {
        /// The rule.
        rule: String,
        /// The rule's list.
        allowed: String,
    },
    /// The reason starts the limit anew.
    #[error(
        "“{reason}”使 {rule} 中断、重新计算：请以 {from} 为起算日再问 / “{reason}” restarts {rule}: ask again with {from} as the start"
    )]
    StopRestarts {
        /// The rule.
        rule: String,
        /// The reason.
        reason: String,
        /// The day from which it runs anew.
        from: Date,
    },
    /// The limit takes no stop at all.
    #[error("{rule} {why}，不能扣除任何期间 / {rule} {why_en}: no stop is possible")]
    StopImpossible {
        /// The rule.
        rule: String,
        /// Why, in Chinese.
        why: String,
        /// Why, in English.
        why_en: String,
    },
    /// The limit cannot be extended.
    #[error("{rule}“{title}”依 {source_text} 不得延长 / {rule} cannot be extended")]
    NotExtendable {
        /// The rule.
        rule: String,
        /// Its title.
        title: String,
        /// The text.
        source_text: String,
    },
    /// More was asked than the law gives.
    #[error(
        "{rule} 最多可延长{cap}{unit}，申请延长{asked}{unit}超出上限 / {rule} may be extended by at most {cap} {unit_en}, not {asked}"
    )]
    ExtensionOverCap {
        /// The rule.
        rule: String,
        /// What was asked.
        asked: u32,
        /// The most there is.
        cap: u32,
        /// The unit in Chinese.
        unit: String,
        /// The unit in English.
        unit_en: String,
    },
    /// The text is no date.
    #[error(
        "“{text}”不是日期，请写作 2026-09-03 或 2026-10-01T10:20:00 / “{text}” is not a date; write 2026-09-03 or 2026-10-01T10:20:00"
    )]
    BadDate {
        /// The text.
        text: String,
    },
    /// The text is no stop.
    #[error(
        "“{text}”不是扣除期间，请写作 2026-09-10..2026-10-20 / “{text}” is not a stop; write 2026-09-10..2026-10-20"
    )]
    BadStop {
        /// The text.
        text: String,
    },
    /// A line of a batch is not a question.
    #[error(
        "该行的字段“{field}”没有填写或者写法不对，应为 {{\"rule\":\"T-D-01\",\"start\":\"2026-09-03\"}}，另可写 \"stops\":[\"2026-09-10..2026-10-20\"]、\"extend\":30、\"version\":1 / “{field}” is missing or of the wrong form; write {{\"rule\",\"start\"}}, and \"stops\", \"extend\", \"version\" where they are needed"
    )]
    BadLine {
        /// The field that is missing or of the wrong type.
        field: String,
    },
    /// The count leaves the years a calendar can hold.
    #[error(
        "{rule} 自 {from} 起算超出可表示的年份（9999 年） / {rule} from {from} leaves the range of years (to 9999)"
    )]
    OutOfRange {
        /// The rule.
        rule: String,
        /// The start day.
        from: Date,
    },
}

/// Something wrong in a rule text or a calendar text: what, where, why, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// Where: the file or text, and the rule.
    pub place: String,
    /// What is wrong and why, in Chinese.
    pub what: String,
    /// The same in English.
    pub what_en: String,
    /// What would be right, in Chinese.
    pub right: String,
    /// The same in English.
    pub right_en: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fault { place, what, what_en, right, right_en } = self;
        write!(f, "{place}:{what};{right} / {place}: {what_en}; {right_en}")
    }
}

impl std::error::Error for Fault {}

fn near_zh(near: &[String]) -> String {
    if near.is_empty() { String::new() } else { format!("，是否指 {}?", near.join("、")) }
}

fn near_en(near: &[String]) -> String {
    if near.is_empty() { String::new() } else { format!("; did you mean {}?", near.join(", ")) }
}

fn instead_zh(instead: &[String]) -> String {
    if instead.is_empty() { String::new() } else { format!("，请用 {}", instead.join("、")) }
}

fn instead_en(instead: &[String]) -> String {
    if instead.is_empty() { String::new() } else { format!("; use {}", instead.join(", ")) }
}
