//! Mediation sessions: how, with whom, with which result.

use jiefen_vocab::Private;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The form of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// 面对面
    Together,
    /// 背对背
    Apart,
    /// 视频
    Video,
    /// 电话
    Phone,
}

impl Mode {
    /// The Chinese name.
    pub fn zh(self) -> &'static str {
        match self {
            Mode::Together => "面对面",
            Mode::Apart => "背对背",
            Mode::Video => "视频",
            Mode::Phone => "电话",
        }
    }
}

/// What a session came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reached {
    /// 继续调解
    GoesOn,
    /// 基本达成一致
    AgreedInSubstance,
    /// 未能达成一致
    NoAgreement,
}

/// A session that is set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// Its number within the mediation, from 1.
    pub no: u32,
    /// The day.
    pub on: Date,
    /// The place, or the platform.
    pub place: String,
    /// The form.
    pub mode: Mode,
}

/// What is reported of a session that was held, before it has a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// The day.
    pub on: Date,
    /// The place, or the platform.
    pub place: String,
    /// The form.
    pub mode: Mode,
    /// The parties who attended.
    pub present: Vec<u32>,
    /// The minor parties whose guardians attended.
    pub guardians: Vec<u32>,
    /// What it came to.
    pub reached: Reached,
    /// The mediator's record; it stays with the mediation (I9).
    pub record: Private<String>,
}

impl Sitting {
    /// The session under its number.
    pub(crate) fn numbered(&self, no: u32) -> Held {
        Held {
            no,
            on: self.on,
            place: self.place.clone(),
            mode: self.mode,
            present: self.present.clone(),
            guardians: self.guardians.clone(),
            reached: self.reached,
            record: self.record.clone(),
        }
    }
}

/// A session that was held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Its number.
    pub no: u32,
    /// The day.
    pub on: Date,
    /// The place, or the platform.
    pub place: String,
    /// The form.
    pub mode: Mode,
    /// The parties who attended.
    pub present: Vec<u32>,
    /// The minor parties whose guardians attended.
    pub guardians: Vec<u32>,
    /// What it came to.
    pub reached: Reached,
    /// The mediator's record; it stays with the mediation (I9).
    pub record: Private<String>,
}
