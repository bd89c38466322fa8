//! What may be asked for.

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::matrix::Circumstance;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Advance, Duty, Ground, Matter, Measure, Place, StayGround};
use crate::tribunal::{Challenge, Member};

/// What an award says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 裁决
    Decided,
    /// 根据和解协议作出 (RLA 32)
    OnSettlement,
    /// 超过仲裁时效驳回; a suit stays open (法释〔2014〕1号 1)
    DismissedAsLate,
}

/// A respondent's answer (RLA 25, 33).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defence {
    /// Who.
    pub party: u32,
    /// When.
    pub on: Date,
    /// Raises limitation (T-I-01).
    pub limitation: bool,
    /// Files a counterclaim.
    pub counterclaim: bool,
}

/// A command. Every `on` is the day of its event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// A dispute was handed over 接收移交.
    TakeOver { brief: Box<Brief>, person: String, on: Date },
    /// No application is made 不申请仲裁.
    Forgo { on: Date },
    /// An application, written or spoken and recorded (RLA 20, 21); `brief` none: as handed over.
    Apply {
        brief: Option<Box<Brief>>,
        number: String,
        matter: Matter,
        knew_on: Option<Date>,
        facts: BTreeSet<Circumstance>,
        on: Date,
    },
    /// 受理: papers to the claimant (RLA 22, 23).
    Accept { on: Date },
    /// 不予受理, in writing (RLA 22, 23).
    Refuse { ground: Ground, on: Date },
    /// A respondent has received the papers (RLA 24).
    ServeCopy { party: u32, on: Date },
    /// 答辩, written or spoken (RLA 25).
    FileDefence(Defence),
    /// The claimant has received the defence (RLA 25).
    ForwardDefence { on: Date },
    /// 组庭 (RLA 27); `sole_agreed`: who agreed to a sole arbitrator in a simple case.
    FormTribunal { members: Vec<Member>, simple: bool, sole_agreed: Vec<u32>, on: Date },
    /// The parties were told of the tribunal (RLA 27).
    TellTribunal { on: Date },
    /// 申请回避 (RLA 28); `known_on`: when the ground became known.
    Challenge { challenge: Challenge, known_on: Date },
    /// The director decides on it (RLA 29); a replacement: the arbitrator leaves.
    DecideChallenge { replacement: Option<Member>, on: Date },
    /// A party asks for a hearing in the village or township (RLA 30).
    AskOnTheSpot { party: u32, on: Date },
    /// 开庭通知 (RLA 31).
    NotifyHearing { hearing_on: Date, place: Place, on: Date },
    /// A party asks to change day or place; the tribunal decides (RLA 31).
    ChangeHearing { party: u32, granted: bool, on: Date },
    /// 开庭; `withdrawn`: the tribunal takes an absent claimant to withdraw (RLA 35).
    HoldHearing { absent: Vec<u32>, withdrawn: bool, on: Date },
    /// 调解 by the tribunal (RLA 11); `agreed`: who agreed.
    Mediate { agreed: Vec<u32>, on: Date },
    /// 签收调解书 (RLA 11).
    SignStatement { party: u32, on: Date },
    /// 签收前反悔 (RLA 11).
    Repent { party: u32, on: Date },
    /// 先行裁定 (RLA 42), on a party's request.
    OrderAdvance { party: u32, what: Advance, relation_clear: bool, on: Date },
    /// 申请财产保全、证据保全 (RLA 26, 41).
    AskMeasure { party: u32, what: Measure, on: Date },
    /// The commission hands the request to the basic court (RLA 26, 41).
    PassMeasure { measure: u32, on: Date },
    /// The court's ruling on it (法释〔2014〕1号 6, 8).
    RuleMeasure { measure: u32, granted: bool, on: Date },
    /// 中止.
    Stay { ground: StayGround, on: Date },
    /// 恢复.
    Resume { on: Date },
    /// The director grants more days (RLA 47).
    Extend { days: u32, on: Date },
    /// 裁决 (RLA 44); `agreed`: who settled, for an award on a settlement.
    Award { kind: Kind, agreed: Vec<u32>, on: Date },
    /// 终止仲裁程序 (RLA 22).
    Terminate { ground: Ground, on: Date },
    /// 撤回申请 (RLA 32, 34).
    Withdraw { on: Date },
    /// A party has received the award (RLA 45, 48).
    Receive { party: u32, on: Date },
    /// A party has sued against the award (RLA 48).
    Sue { party: u32, on: Date },
    /// A party's thirty days have passed unused (RLA 48).
    Lapse { party: u32 },
    /// A limit of the commission has passed (T-I-02, T-I-05): a finding, and the court stays open.
    NoteOverdue { duty: Duty },
}

/// The names of all commands.
pub(super) const NAMES: &[&str] = &[
    "take_over",
    "forgo",
    "apply",
    "accept",
    "refuse",
    "serve_copy",
    "file_defence",
    "forward_defence",
    "form_tribunal",
    "tell_tribunal",
    "challenge",
    "decide_challenge",
    "ask_on_the_spot",
    "notify_hearing",
    "change_hearing",
    "hold_hearing",
    "mediate",
    "sign_statement",
    "repent",
    "order_advance",
    "ask_measure",
    "pass_measure",
    "rule_measure",
    "stay",
    "resume",
    "extend",
    "award",
    "terminate",
    "withdraw",
    "receive",
    "sue",
    "lapse",
    "note_overdue",
];

impl Command {
    /// The stable name.
    pub const fn name(&self) -> &'static str {
        match self {
            Command::TakeOver { .. } => "take_over",
            Command::Forgo { .. } => "forgo",
            Command::Apply { .. } => "apply",
            Command::Accept { .. } => "accept",
            Command::Refuse { .. } => "refuse",
            Command::ServeCopy { .. } => "serve_copy",
            Command::FileDefence(_) => "file_defence",
            Command::ForwardDefence { .. } => "forward_defence",
            Command::FormTribunal { .. } => "form_tribunal",
            Command::TellTribunal { .. } => "tell_tribunal",
            Command::Challenge { .. } => "challenge",
            Command::DecideChallenge { .. } => "decide_challenge",
            Command::AskOnTheSpot { .. } => "ask_on_the_spot",
            Command::NotifyHearing { .. } => "notify_hearing",
            Command::ChangeHearing { .. } => "change_hearing",
            Command::HoldHearing { .. } => "hold_hearing",
            Command::Mediate { .. } => "mediate",
            Command::SignStatement { .. } => "sign_statement",
            Command::Repent { .. } => "repent",
            Command::OrderAdvance { .. } => "order_advance",
            Command::AskMeasure { .. } => "ask_measure",
            Command::PassMeasure { .. } => "pass_measure",
            Command::RuleMeasure { .. } => "rule_measure",
            Command::Stay { .. } => "stay",
            Command::Resume { .. } => "resume",
            Command::Extend { .. } => "extend",
            Command::Award { .. } => "award",
            Command::Terminate { .. } => "terminate",
            Command::Withdraw { .. } => "withdraw",
            Command::Receive { .. } => "receive",
            Command::Sue { .. } => "sue",
            Command::Lapse { .. } => "lapse",
            Command::NoteOverdue { .. } => "note_overdue",
        }
    }
}
