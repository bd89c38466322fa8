//! What the commands carry, and the closed lists.

use jiefen_procedure::Brief;
use jiefen_vocab::{Agency, DisputeId, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The day of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct On {
    /// The day.
    pub on: Date,
}

/// The form of a petition (art. 17).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// 信息网络
    Online,
    /// 书信
    Letter,
    /// 电话
    Phone,
    /// 传真
    Fax,
    /// 走访
    Visit,
}

/// What a petition asks (arts. 29 to 31).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// 申诉求决
    Claim,
    /// 建议意见
    Suggestion,
    /// 检举控告
    Accusation,
}

/// Why the road of petitions has ended for a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoadEnd {
    /// 已经复核 (art. 36)
    Rereviewed,
    /// 涉法涉诉事项已依法终结 (art. 37)
    LawfullyTerminated,
}

/// The same matter, already known somewhere (T-L-10, T-L-07).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Earlier {
    /// 已经受理或者正在办理
    InHand {
        /// Where.
        at: Agency,
        /// Under which dispute, when it is known.
        dispute: Option<DisputeId>,
        /// The last day of its time limit.
        until: Date,
    },
    /// 同一事实和理由已经走完程序
    Ended {
        /// How it ended.
        how: RoadEnd,
        /// When.
        on: Date,
    },
}

/// A petition has come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receive {
    /// The dispute as it came.
    pub brief: Brief,
    /// The register's number.
    pub number: String,
    /// The day of receipt; online petitions are received on any day.
    pub on: Date,
    /// Its form.
    pub form: Form,
    /// What it asks.
    pub matter: Matter,
    /// The same matter, already known.
    pub earlier: Option<Earlier>,
    /// 重大、紧急 (T-L-11).
    pub grave: bool,
    /// Party numbers of the representatives of a group visit (T-L-09).
    pub representatives: Vec<u32>,
    /// Units that are accused, or whose staff is (T-L-12).
    pub accused: Vec<Agency>,
}

/// To whom a grave or urgent matter is reported (art. 25).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportUp {
    /// The day.
    pub on: Date,
    /// Party committee and government, departments concerned, joint-meeting office, superior office.
    pub to: Vec<Agency>,
}

/// A person of the staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The day.
    pub on: Date,
    /// The staff id.
    pub person: String,
}

/// The six branches of art. 31.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Branch {
    /// （一）诉讼、检察监督、公安程序
    Legal,
    /// （二）仲裁
    Arbitration,
    /// （三）党员申诉、申请复审
    PartyAppeal,
    /// （四）行政复议、裁决、确认、许可、处罚
    AdministrativeProcedure,
    /// （五）查处违法行为、履行保护职责
    DutyToAct,
    /// （六）出具信访处理意见书
    Opinion,
}

impl Branch {
    /// The Chinese name of the way.
    pub const fn zh(self) -> &'static str {
        match self {
            Branch::Legal => "司法机关法定程序",
            Branch::Arbitration => "仲裁程序",
            Branch::PartyAppeal => "党员申诉、申请复审",
            Branch::AdministrativeProcedure => "行政程序",
            Branch::DutyToAct => "行政机关依法履行职责",
            Branch::Opinion => "信访处理意见",
        }
    }

    /// True for the branches that have another procedure: no time of the petition runs for them.
    pub const fn is_statutory(self) -> bool {
        match self {
            Branch::Legal
            | Branch::Arbitration
            | Branch::PartyAppeal
            | Branch::AdministrativeProcedure => true,
            Branch::DutyToAct | Branch::Opinion => false,
        }
    }
}

/// 依法分类 (T-L-08).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Classify {
    /// The day.
    pub on: Date,
    /// The branch.
    pub branch: Branch,
    /// The track in the statutory branches, with its own last day for the petitioner.
    pub route: Option<TrackKind>,
}

/// 转送、交办.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forward {
    /// The day.
    pub on: Date,
    /// The unit with the power to handle it.
    pub unit: Agency,
    /// 交办: with report back by this day.
    pub report_by: Option<Date>,
}

/// The unit says that the matter is not its own (T-L-03).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    /// The day.
    pub on: Date,
    /// Which unit it thinks right.
    pub proposes: Option<Agency>,
}

/// Who decides a conflict of competence (T-L-04, art. 24).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Designator {
    /// 共同的上一级机关
    CommonSuperior,
    /// 信访工作联席会议
    JointMeeting,
    /// 本级党委和政府
    Government,
}

/// 指定受理机关, final.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Designate {
    /// The day.
    pub on: Date,
    /// The unit.
    pub unit: Agency,
    /// Who designated.
    pub by: Designator,
}

/// How a suggestion or a request to act was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// 采纳或者部分采纳
    Adopted,
    /// 不采纳，已说明
    NotAdopted,
    /// 已依法履行职责
    Acted,
    /// 已依法答复
    Answered,
}

/// A suggestion is answered, or a duty done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The day.
    pub on: Date,
    /// How.
    pub reply: Reply,
}

/// What an opinion says (art. 32).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// 予以支持
    Supported,
    /// 合理但缺乏法律依据，解释说明
    Explained,
    /// 不予支持
    Rejected,
}

/// An opinion on any of the three levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opine {
    /// The day.
    pub on: Date,
    /// What it says.
    pub verdict: Verdict,
}
