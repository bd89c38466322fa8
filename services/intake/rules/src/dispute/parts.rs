//! The parts of the umbrella's state and facts.

use std::collections::BTreeSet;

use jiefen_handoff::Mode;
use jiefen_procedure::Brief;
use jiefen_vocab::{Agency, DisputeId, Fen, Outcome, Private, Region, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::content::{Content, Door};
use crate::receipt::Receipt;

/// The responsible unit and the named person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Responsible {
    /// The unit.
    pub unit: Agency,
    /// The person's staff id or post, never a name.
    pub person: String,
}

/// Who was asked first (首问负责制).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstInquiry {
    /// The unit first asked.
    pub unit: Agency,
    /// On which day.
    pub on: Date,
    /// The day another unit accepted.
    pub released_on: Option<Date>,
}

/// One agency's procedure in the dispute, as the umbrella sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Track {
    /// Its number within the dispute, from 1.
    pub no: u32,
    /// Whose procedure it is.
    pub unit: Agency,
    /// Which procedure.
    pub kind: TrackKind,
    /// How it was handed over; none: the holder's own.
    pub mode: Option<Mode>,
    /// How far it is.
    pub state: TrackState,
    /// The unit's person in charge, once it has accepted.
    pub person: Option<String>,
    /// The unit's own case number.
    pub case_no: Option<String>,
    /// Offered or opened on this day.
    pub since: Date,
    /// Who answered for the dispute before: a delegated one comes back to them.
    pub sender: Option<Responsible>,
    /// Sessions that failed.
    pub failed_sessions: u32,
    /// The latest step reported and the next date.
    pub latest: Option<Progress>,
}

/// How far a track is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrackState {
    /// Offered, not answered.
    Offered,
    /// Accepted or opened.
    Running,
    /// Declined.
    Declined,
    /// Not answered in time.
    Expired,
    /// Taken back before acceptance.
    Recalled,
    /// Ended with a result, on a day.
    Ended {
        /// The outcome.
        outcome: Outcome,
        /// On which day.
        on: Date,
    },
}

/// A step that a track reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The step's code.
    pub step: String,
    /// Its day.
    pub on: Date,
    /// The next date.
    pub next_on: Option<Date>,
}

/// A notice that fell due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeDue {
    /// Its number within the dispute, from 1.
    pub no: u32,
    /// Its form.
    pub form: String,
    /// The parties to be told.
    pub to: BTreeSet<u32>,
    /// The rule whose last day it tells.
    pub rule: Option<String>,
    /// The proofs, one a party; a receipt takes the place of an attempt.
    pub served: Vec<Served>,
}

/// A proof of service or of an attempt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Served {
    /// To which party.
    pub party: u32,
    /// The day of receipt, or of the last attempt.
    pub on: Date,
    /// How it is proved.
    pub proof: Proof,
}

/// How the service of a notice is proved (T-A-05).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// 当事人签收
    Signed,
    /// 经同意电子送达，到达指定系统
    Electronic,
    /// 邮寄回执
    Post,
    /// 留置送达，有见证
    LeftWithWitness,
    /// 公告期满
    PublicNotice,
    /// 多次送达未成，有记录
    Attempted {
        /// What was tried, when, with which result.
        record: String,
    },
}

/// What a party must do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obligation {
    /// Its number within the dispute, from 1.
    pub no: u32,
    /// Who owes it.
    pub party: u32,
    /// By when.
    pub due: Date,
    /// The amount, when it is money.
    pub amount: Option<Fen>,
    /// Done on this day, with this proof.
    pub performed: Option<(Date, String)>,
}

/// The force of an agreement or decision, which decides what may follow when it is broken (§6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EffectLevel {
    /// 合同效力
    Contract,
    /// 劳动争议调解协议
    LabourAgreement,
    /// 治安调解协议
    PublicOrder,
    /// 经司法确认
    Confirmed,
    /// 经公证赋予强制执行效力
    Notarised,
    /// 调解书（法院、仲裁、复议）
    Statement,
    /// 判决、裁决、决定
    Decision,
}

impl EffectLevel {
    /// True when a creditor may ask for enforcement without another suit.
    pub const fn enforceable(self) -> bool {
        match self {
            EffectLevel::Confirmed
            | EffectLevel::Notarised
            | EffectLevel::Statement
            | EffectLevel::Decision => true,
            EffectLevel::Contract | EffectLevel::LabourAgreement | EffectLevel::PublicOrder => {
                false
            }
        }
    }
}

/// A route shown to the parties, with what they need to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// The track.
    pub track: TrackKind,
    /// What it costs, plain Chinese.
    pub cost: String,
    /// How long it takes.
    pub time: String,
    /// What its result is worth.
    pub effect: String,
}

/// The parties' choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RouteChoice {
    /// Who chose.
    pub party: u32,
    /// Which route.
    pub track: TrackKind,
    /// The party insists: no further offer may delay it.
    pub insists: bool,
    /// On which day.
    pub on: Date,
}

/// A designation by the centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Designation {
    /// The unit, or the lead of several.
    pub unit: Agency,
    /// The route it is named for.
    pub track: TrackKind,
    /// Units with tasks under the lead.
    pub co_units: Vec<CoUnit>,
    /// The entry of the power list.
    pub basis: String,
    /// On which day.
    pub on: Date,
    /// Confirmed: no further objection.
    pub last: bool,
}

/// A co-unit and its task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoUnit {
    /// The unit.
    pub unit: Agency,
    /// What it is to do.
    pub task: String,
}

/// A duplicate that lives on here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absorbed {
    /// Its own code, which stays valid.
    pub dispute: DisputeId,
    /// The numbers of its doors here.
    pub doors: Vec<u32>,
    /// Its own earliest request.
    pub interrupted_on: Date,
}

/// An earlier life of the dispute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Episode {
    /// Closed on this day.
    pub closed_on: Date,
    /// With this result.
    pub result: Closing,
    /// Who closed it.
    pub by: Agency,
    /// Opened again within six months: a sign of quality against the unit that closed (§8).
    pub soon: bool,
}

/// How dangerous the dispute is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Risk {
    /// 一般
    Normal,
    /// 黄色
    Yellow,
    /// 橙色
    Orange,
    /// 红色
    Red,
}

/// Who has been told of an overdue duty (§8): each rung has its own limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rung {
    /// 承办人
    Holder,
    /// 承办单位负责人
    Head,
    /// 综治中心
    Centre,
    /// 协调机构（可发督办函）
    Coordinator,
}

impl Rung {
    /// The next rung; the last one stays, it is the assessment's turn then.
    pub const fn next(now: Option<Rung>) -> Rung {
        match now {
            None => Rung::Holder,
            Some(Rung::Holder) => Rung::Head,
            Some(Rung::Head) => Rung::Centre,
            Some(Rung::Centre | Rung::Coordinator) => Rung::Coordinator,
        }
    }
}

/// With what a dispute is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Closing {
    /// 咨询答复
    Advice,
    /// 达成协议，没有待履行的义务
    Agreed,
    /// 裁决、决定已生效
    Decided,
    /// 已经履行
    Performed,
    /// 申请人撤回
    Withdrawn,
    /// 已告知途径，当事人不再主张
    NotPursued,
}

/// What an assigned dispute waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Waiting {
    /// The centre must name a unit.
    Designation,
    /// A unit must accept or decline.
    Reply {
        /// Which.
        unit: Agency,
    },
}

/// The closed list of reasons for a rest of the umbrella.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuspendReason {
    /// 鉴定、检测期间
    Appraisal,
    /// 须以另案结果为依据
    RelatedCase,
    /// 当事人死亡，等待继承人参加
    Succession,
    /// 当事人丧失行为能力，未确定法定代理人
    Guardian,
    /// 不可抗力
    ForceMajeure,
    /// 法律适用问题待有权机关解释
    LegalQuestion,
}

/// A first contact as it happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The dispute.
    pub dispute: DisputeId,
    /// The receipt given.
    pub receipt: Receipt,
    /// Who received it.
    pub by: Responsible,
    /// Through which door.
    pub door: Door,
    /// The first words.
    pub content: Content,
}

/// The row of an older ledger from which a dispute was imported: what it said that has no place elsewhere is
/// kept beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The digest of the file, in hexadecimal.
    pub file: String,
    /// The row of the sheet, from 1.
    pub row: u32,
    /// The digest of what was imported: the same row again is the same dispute.
    pub digest: String,
    /// Headings and cells that have no place elsewhere, in the order of the sheet.
    pub kept: Vec<(String, Private<String>)>,
}

/// A dispute taken over from another centre.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// What came with it.
    pub brief: Brief,
    /// Other regions besides the brief's own.
    pub other_places: BTreeSet<Region>,
    /// Who had it.
    pub from: Agency,
    /// How it was handed over.
    pub mode: Mode,
    /// Who answers for it now.
    pub by: Responsible,
    /// Who was asked first.
    pub first_inquiry: FirstInquiry,
    /// Its doors.
    pub doors: Vec<Door>,
    /// Declines so far.
    pub declines: u32,
    /// It was handed down once already.
    pub returned: bool,
    /// How dangerous it is.
    pub risk: Risk,
    /// On which day.
    pub on: Date,
}

/// How the court's part in an agreement ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmationEnd {
    /// The court.
    pub unit: Agency,
    /// The agreement may now be enforced.
    pub confirmed: bool,
    /// What is still to be done: the obligation's number and its last day.
    pub owed: Vec<(u32, Date)>,
    /// The day from which the 30 days for a new joint application run, while they run (T-D-01).
    pub window: Option<Date>,
    /// To whom a delegated dispute comes back.
    pub back_to: Option<Responsible>,
    /// On which day.
    pub on: Date,
}
