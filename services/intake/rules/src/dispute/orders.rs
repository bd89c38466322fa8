//! What the commands of the umbrella carry.

use std::collections::BTreeSet;

use jiefen_handoff::{Ground, Mode};
use jiefen_procedure::Brief;
use jiefen_vocab::{
    Agency, Channel, DisputeId, DisputeKind, Fen, Flag, Outcome, Party, Private, Region, TrackKind,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::parts::{CoUnit, EffectLevel, FirstInquiry, Origin, Proof, Risk, SuspendReason};
use crate::content::{Content, Door, Identity};

/// A first contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// The dispute, whose id the caller made.
    pub dispute: DisputeId,
    /// Where it came in.
    pub channel: Channel,
    /// The channel's own number.
    pub number: Option<String>,
    /// What it seems to be about.
    pub kind: DisputeKind,
    /// Where it arose.
    pub place: Region,
    /// What was said.
    pub summary: Private<String>,
    /// Who is concerned, as far as whoever asks has told; at a window most often nobody yet.
    pub parties: Vec<Party>,
    /// On which day, also when it was recorded offline and comes in later.
    pub on: Date,
}

/// A dispute that comes from another centre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeOver {
    /// What came with the hand-off.
    pub brief: Brief,
    /// Other regions besides the brief's own.
    pub other_places: BTreeSet<Region>,
    /// Who had it.
    pub from: Agency,
    /// How it was handed over.
    pub mode: Mode,
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
}

/// What a clerk registers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registration {
    /// Parties, kind, places, amount, people, flags, summary, consents.
    pub content: Content,
    /// How the claimant's identity was established.
    pub identity: Identity,
    /// It was registered before in a ledger on paper or in a sheet; none: it is registered now.
    pub imported: Option<Imported>,
}

/// A registration of an older ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The day on which it was registered there.
    pub on: Date,
    /// From which file and row.
    pub origin: Origin,
}

/// An answer that ends the matter at the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// Why no dispute follows.
    pub why: AdviceOnly,
    /// What was answered.
    pub answer: Private<String>,
    /// Who signs: staff id.
    pub signed_by: String,
    /// The answer merely sends the person to another department.
    pub sends_elsewhere: bool,
    /// On which day.
    pub on: Date,
}

/// Why no dispute follows from an inquiry: nothing else is lawful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdviceOnly {
    /// 不是纠纷（咨询、建议、求助）
    NotADispute,
    /// 当事人只要求咨询
    AdviceWanted,
}

/// A person's finding that two disputes are one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// The dispute that lives on.
    pub of: DisputeId,
    /// The parties are the same.
    pub same_parties: bool,
    /// The facts are the same.
    pub same_facts: bool,
}

/// Why claims are separated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SplitReason {
    /// 投诉与举报（T-Q-05）
    ComplaintAndReport,
    /// 民事与行政
    CivilAndAdministrative,
    /// 各自独立的请求
    SeparateClaims,
}

/// The result of sorting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Classification {
    /// The substantive kind.
    pub kind: DisputeKind,
    /// The other regions concerned.
    pub other_places: BTreeSet<Region>,
    /// What needs special care.
    pub flags: BTreeSet<Flag>,
    /// How dangerous it is.
    pub risk: Risk,
    /// The statutory channel, when there is one.
    pub statutory: Option<TrackKind>,
    /// The rule and the reasons, so that "by law" can be audited (C-005).
    pub why: String,
}

/// Who confirms a designation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confirmer {
    /// 共同的上级
    Superior,
    /// 联席会议
    JointMeeting,
}

/// An offer to another unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offered {
    /// To whom.
    pub unit: Agency,
    /// For which track.
    pub track: TrackKind,
    /// How.
    pub mode: Mode,
    /// The legal basis.
    pub basis: String,
}

/// A result that a unit reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// Who reports.
    pub unit: Agency,
    /// The outcome.
    pub outcome: Outcome,
    /// On which day.
    pub on: Date,
    /// With `agreed` or `decided`: its force.
    pub effect: Option<EffectLevel>,
    /// With `agreed` or `decided`: what is to be done by when.
    pub obligations: Vec<Due>,
    /// With `agreed`: joint confirmation by the court is open.
    pub confirmable: bool,
    /// With `decided`: the rule of the remedy that is open.
    pub remedy: Option<String>,
    /// What was not done.
    pub not_done: Option<String>,
}

/// How a unit that was asked for help has done with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaskEnd {
    /// Who was asked.
    pub unit: Agency,
    /// How it ended.
    pub outcome: Outcome,
    /// On which day.
    pub on: Date,
}

/// On which ground a dispute goes up a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LevelGround {
    /// 内部期限已过
    InternalLimit,
    /// 两次调解未成
    TwoFailedRounds,
    /// 风险等级为红色
    RiskRed,
}

/// A withdrawal by the claimant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawal {
    /// Which applicant.
    pub party: u32,
    /// On which day.
    pub on: Date,
    /// Checked: no pressure, no violence, no minor's interest harmed.
    pub risk_checked: bool,
    /// Called back by somebody else, when the respondent is an agency.
    pub called_back: bool,
    /// The leave of the court or reconsideration body, when one has the case.
    pub leave: Option<String>,
}

/// An agreement of the parties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// The unit that made it.
    pub unit: Agency,
    /// On which day the last party signed.
    pub on: Date,
    /// Its force.
    pub effect: EffectLevel,
    /// Who signed: a representative binds only those who sign themselves (§8).
    pub signed: BTreeSet<u32>,
    /// Checked: voluntary, lawful, no harm to others, nothing sham.
    pub lawful: bool,
    /// What is to be done by when.
    pub obligations: Vec<Due>,
    /// Joint confirmation by the court is open (T-D-01; not status, not title: T-D-06).
    pub confirmable: bool,
}

/// What a party owes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// Who owes.
    pub party: u32,
    /// By when.
    pub due: Date,
    /// The amount, when it is money.
    pub amount: Option<Fen>,
}

/// A decision of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The body.
    pub unit: Agency,
    /// On which day.
    pub on: Date,
    /// What is to be done by when.
    pub obligations: Vec<Due>,
    /// The rule of the remedy: each party's own receipt starts it.
    pub remedy: Option<String>,
}

/// The closed list of grounds on which a track ends without result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndGround {
    /// 一方明确拒绝
    Refused,
    /// 期限届满未达成协议
    TermPassed,
    /// 差距过大，无法达成协议
    NoAgreement,
    /// 当事人无法联系
    Unreachable,
    /// 当事人选择其他途径
    OtherRoute,
    /// 依法不得调解或者不予受理
    NotLawful,
    /// 视为撤回
    DeemedWithdrawn,
}

/// A wish to open a closed dispute again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopening {
    /// On which ground.
    pub ground: ReopenGround,
    /// The facts and papers.
    pub reasons: String,
    /// The same facts and grounds went through re-review or lawful termination.
    pub ended_by_law: bool,
    /// On which day it was asked for.
    pub on: Date,
}

/// The closed list of grounds for re-opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReopenGround {
    /// 新的事实
    NewFacts,
    /// 协议被确认无效或者撤销
    AgreementVoid,
    /// 不履行协议
    Breach,
    /// 复查、复核、再审决定重新办理
    ReviewGranted,
    /// 结案错误
    ClosedWrongly,
}

/// A duplicate that this dispute takes in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absorption {
    /// The duplicate.
    pub dispute: DisputeId,
    /// Its doors.
    pub doors: Vec<Door>,
    /// Its earliest request.
    pub interrupted_on: Date,
}

/// A claim that becomes a dispute of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Separation {
    /// The new dispute, whose id the caller made.
    pub new: DisputeId,
    /// Its kind.
    pub kind: DisputeKind,
    /// Why the claims are separate.
    pub reason: SplitReason,
}

/// The holder's own work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// The track.
    pub track: TrackKind,
    /// The entry of the power list.
    pub power: String,
    /// The person in charge.
    pub person: String,
}

/// A request for a designation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Why it is not the holder's matter.
    pub reasons: String,
    /// Who seems competent.
    pub proposal: Option<Agency>,
}

/// The naming of a unit, or of a lead with its co-units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Naming {
    /// The unit or lead.
    pub unit: Agency,
    /// The route it is named for.
    pub track: TrackKind,
    /// For a lead: the others, each with a task.
    pub co_units: Vec<CoUnit>,
    /// The entry of the power list.
    pub basis: String,
}

/// A designated unit's objection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// The designated unit.
    pub unit: Agency,
    /// Its reasons.
    pub reasons: String,
    /// On which day.
    pub on: Date,
}

/// A final designation: responsibility moves now (I1, I2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// The unit, the same or another.
    pub unit: Agency,
    /// The route.
    pub track: TrackKind,
    /// Its person in charge: staff id or post.
    pub person: String,
    /// Who confirms.
    pub by: Confirmer,
    /// The basis.
    pub basis: String,
}

/// A unit's acceptance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Who accepted.
    pub unit: Agency,
    /// Its person in charge: staff id or post.
    pub person: String,
    /// Its own case number.
    pub case_no: Option<String>,
    /// On which day.
    pub on: Date,
}

/// A unit's decline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decline {
    /// Who declined.
    pub unit: Agency,
    /// Why.
    pub ground: Ground,
    /// Who is competent.
    pub proposal: Option<Agency>,
}

/// A report of progress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Who reports.
    pub unit: Agency,
    /// The step's code.
    pub step: String,
    /// A session failed.
    pub session_failed: bool,
    /// On which day.
    pub on: Date,
    /// The next date.
    pub next_on: Option<Date>,
}

/// A rest of the procedure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rest {
    /// A listed reason.
    pub reason: SuspendReason,
    /// The paper that proves it.
    pub proof: String,
    /// The first day of rest.
    pub on: Date,
}

/// The performance of an obligation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Performance {
    /// Which obligation.
    pub obligation: u32,
    /// The proof.
    pub proof: String,
    /// On which day it was done.
    pub on: Date,
    /// The file is complete: with the last obligation the dispute closes.
    pub file_complete: bool,
}

/// The service of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// Which notice.
    pub notice: u32,
    /// To which party.
    pub party: u32,
    /// The proof, or the attempt.
    pub proof: Proof,
    /// The day of receipt, or of the last attempt.
    pub on: Date,
}

/// The end of a unit's own track without result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending {
    /// The unit whose track ends.
    pub unit: Agency,
    /// A listed ground.
    pub ground: EndGround,
    /// On which day.
    pub on: Date,
}
