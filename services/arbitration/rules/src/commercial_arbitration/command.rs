//! What may be asked for.

use std::collections::BTreeSet;

use jiefen_procedure::Brief;
use jiefen_procedure::matrix::Circumstance;
use jiff::civil::Date;

use super::{Agreement, Asked, Duty, Ground, Kind, Measure, Mode, SetAsideGround, StayGround};
use crate::tribunal::{Challenge, Member};

/// An application (32 to 34).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apply {
    /// The dispute as the claimant tells it; none: as handed over.
    pub brief: Option<Box<Brief>>,
    /// The body's number.
    pub number: String,
    /// On what it rests.
    pub agreement: Agreement,
    /// What is known of the dispute.
    pub facts: BTreeSet<Circumstance>,
    /// When.
    pub on: Date,
}

/// 开庭, or the decision on papers (51 to 54).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldHearing {
    /// How.
    pub mode: Mode,
    /// Who agreed to this form, where that is needed.
    pub agreed: Vec<u32>,
    /// Parties that stayed away without good reason.
    pub absent: Vec<u32>,
    /// The tribunal takes an absent claimant to withdraw.
    pub withdrawn: bool,
    /// The tribunal has asked about an asserted agreement and recorded that nobody denies it (27).
    pub prompted: bool,
    /// When.
    pub on: Date,
}

/// A command. Every `on` is the day of its event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// 接收移交.
    TakeOver { brief: Box<Brief>, person: String, on: Date },
    /// 不申请仲裁.
    Forgo { on: Date },
    /// 申请.
    Apply(Apply),
    /// 受理 (35).
    Accept { on: Date },
    /// 不予受理, in writing (35).
    Refuse { ground: Ground, on: Date },
    /// A respondent has received the papers (36).
    ServeCopy { party: u32, on: Date },
    /// 答辩、反请求 (36, 38).
    FileDefence { party: u32, counterclaim: bool, on: Date },
    /// The claimant has received the defence (36).
    ForwardDefence { on: Date },
    /// 对仲裁协议效力提出异议 (31).
    Object { party: u32, of: Asked, on: Date },
    /// The decision or ruling on it (31).
    DecideObjection { by: Asked, valid: bool, on: Date },
    /// A party has sued all the same; `raised`: the other raised the agreement in time (T-J-03).
    NoteSuit { party: u32, raised: bool, on: Date },
    /// 申请保全, passed to the court (39, 58).
    AskMeasure { party: u32, what: Measure, on: Date },
    /// 组庭 (43, 44).
    FormTribunal { members: Vec<Member>, on: Date },
    /// An arbitrator discloses what may raise doubts (45).
    Disclose { arbitrator: String, on: Date },
    /// An ad-hoc tribunal was filed with the association (82).
    FileAdHoc { on: Date },
    /// 申请回避 (46, 47).
    Challenge { challenge: Challenge, known_on: Date },
    /// The director decides on it (48).
    DecideChallenge { replacement: Option<Member>, on: Date },
    /// The tribunal does again what was done before a replacement (49).
    Repeat { on: Date },
    /// A party clearly objects to going online (11).
    OpposeOnline { party: u32, on: Date },
    /// 开庭通知 (53).
    NotifyHearing { hearing_on: Date, on: Date },
    /// A request to postpone is decided (53).
    Postpone { party: u32, granted: bool, on: Date },
    /// 开庭.
    HoldHearing(HoldHearing),
    /// 调解, when the parties want it (64); `agreed`: who agreed.
    Mediate { agreed: Vec<u32>, on: Date },
    /// 签收调解书 (65).
    SignStatement { party: u32, on: Date },
    /// 签收前反悔 (65).
    Repent { party: u32, on: Date },
    /// 中止.
    Stay { ground: StayGround, on: Date },
    /// 恢复.
    Resume { on: Date },
    /// 裁决 (66, 67); `agreed`: who settled (62, 64).
    Award { kind: Kind, agreed: Vec<u32>, on: Date },
    /// 撤回申请 (62).
    Withdraw { on: Date },
    /// A party has received the award.
    Receive { party: u32, on: Date },
    /// 请求补正 (T-J-05).
    AskCorrection { party: u32, on: Date },
    /// 补正 (69), also of the tribunal's own motion.
    Correct { on: Date },
    /// 申请撤销裁决 (71, T-J-06).
    AskSetAside { party: u32, ground: SetAsideGround, on: Date },
    /// The court's notice to arbitrate again by a day (74).
    Remit { by: Date, on: Date },
    /// 开始重新仲裁 (74).
    BeginAgain { on: Date },
    /// The tribunal does not arbitrate again, or has not begun in time (74).
    DeclineAgain { on: Date },
    /// The intermediate court's ruling (71, 73).
    RuleSetAside { set_aside: bool, on: Date },
    /// A party's right to ask has passed unused (T-J-06).
    Lapse { party: u32 },
    /// The court has refused enforcement on a party's request (76).
    RefuseEnforcement { party: u32, ground: SetAsideGround, on: Date },
    /// A limit of the body has passed (T-J-01, the body's rules).
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
    "object",
    "decide_objection",
    "note_suit",
    "ask_measure",
    "form_tribunal",
    "disclose",
    "file_ad_hoc",
    "challenge",
    "decide_challenge",
    "repeat",
    "oppose_online",
    "notify_hearing",
    "postpone",
    "hold_hearing",
    "mediate",
    "sign_statement",
    "repent",
    "stay",
    "resume",
    "award",
    "withdraw",
    "receive",
    "ask_correction",
    "correct",
    "ask_set_aside",
    "remit",
    "begin_again",
    "decline_again",
    "rule_set_aside",
    "lapse",
    "refuse_enforcement",
    "note_overdue",
];

impl Command {
    /// The stable name.
    pub const fn name(&self) -> &'static str {
        match self {
            Command::TakeOver { .. } => "take_over",
            Command::Forgo { .. } => "forgo",
            Command::Apply(_) => "apply",
            Command::Accept { .. } => "accept",
            Command::Refuse { .. } => "refuse",
            Command::ServeCopy { .. } => "serve_copy",
            Command::FileDefence { .. } => "file_defence",
            Command::ForwardDefence { .. } => "forward_defence",
            Command::Object { .. } => "object",
            Command::DecideObjection { .. } => "decide_objection",
            Command::NoteSuit { .. } => "note_suit",
            Command::AskMeasure { .. } => "ask_measure",
            Command::FormTribunal { .. } => "form_tribunal",
            Command::Disclose { .. } => "disclose",
            Command::FileAdHoc { .. } => "file_ad_hoc",
            Command::Challenge { .. } => "challenge",
            Command::DecideChallenge { .. } => "decide_challenge",
            Command::Repeat { .. } => "repeat",
            Command::OpposeOnline { .. } => "oppose_online",
            Command::NotifyHearing { .. } => "notify_hearing",
            Command::Postpone { .. } => "postpone",
            Command::HoldHearing(_) => "hold_hearing",
            Command::Mediate { .. } => "mediate",
            Command::SignStatement { .. } => "sign_statement",
            Command::Repent { .. } => "repent",
            Command::Stay { .. } => "stay",
            Command::Resume { .. } => "resume",
            Command::Award { .. } => "award",
            Command::Withdraw { .. } => "withdraw",
            Command::Receive { .. } => "receive",
            Command::AskCorrection { .. } => "ask_correction",
            Command::Correct { .. } => "correct",
            Command::AskSetAside { .. } => "ask_set_aside",
            Command::Remit { .. } => "remit",
            Command::BeginAgain { .. } => "begin_again",
            Command::DeclineAgain { .. } => "decline_again",
            Command::RuleSetAside { .. } => "rule_set_aside",
            Command::Lapse { .. } => "lapse",
            Command::RefuseEnforcement { .. } => "refuse_enforcement",
            Command::NoteOverdue { .. } => "note_overdue",
        }
    }
}
