//! What the commands carry.

use jiefen_procedure::Brief;
use jiefen_vocab::Fen;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::codes::{
    ClaimKind, Finding, Paper, RecusalGround, RefusalGround, RestartGround, SetAsideGround, Side,
    SimplifiedBar, StayGround,
};

/// The day of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct On {
    /// The day.
    pub on: Date,
}

/// Something that one party does or receives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByParty {
    /// The party's number.
    pub party: u32,
    /// The day.
    pub on: Date,
}

/// What one worker claims, or what is claimed from one worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The worker's party number.
    pub worker: u32,
    /// About what.
    pub kind: ClaimKind,
    /// How much, when it is money.
    pub amount: Option<Fen>,
}

/// A dispute that another agency has handed over: its papers are here, an application is not yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakeOver {
    /// The dispute as it came.
    pub brief: Brief,
    /// The number given with the acceptance; empty: none yet.
    pub number: String,
    /// The day on which the commission took it.
    pub on: Date,
    /// The staff id of the person who took it.
    pub person: String,
}

/// An application, LMAL 28.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apply {
    /// The dispute as the applicant tells it; none: as it was handed over.
    pub brief: Option<Brief>,
    /// The number that the commission gave.
    pub number: String,
    /// The day the commission received it.
    pub on: Date,
    /// Party numbers on the worker side.
    pub workers: Vec<u32>,
    /// Party numbers on the employer side; two with dispatched work (LMAL 22).
    pub employers: Vec<u32>,
    /// What is claimed.
    pub claims: Vec<Claim>,
    /// The workers have a common claim (T-H-17).
    pub common_claim: bool,
    /// When the applicant knew of the harm: noted only (T-H-05).
    pub knew_on: Option<Date>,
    /// When the employment ended; none: it goes on (T-H-05).
    pub employment_ended_on: Option<Date>,
}

/// 不予受理.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refuse {
    /// The day.
    pub on: Date,
    /// Why.
    pub ground: RefusalGround,
}

/// 组庭. One arbitrator or three; three in a collective case (case rules 65).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormTribunal {
    /// The day on which the parties were told.
    pub on: Date,
    /// Staff ids; the first presides.
    pub arbitrators: Vec<String>,
}

/// Why a case is handled in the simplified way, case rules 56.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ground", rename_all = "snake_case")]
pub enum SimplifiedGround {
    /// 事实清楚、权利义务关系明确、争议不大
    Clear,
    /// 标的额不超过本省上年度职工年平均工资
    Small {
        /// That wage.
        yearly_wage: Fen,
        /// The document that published it.
        source: String,
    },
    /// 双方当事人同意
    Agreed {
        /// Who agreed.
        by: Vec<u32>,
    },
}

/// 简易处理, case rules 56, 57.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Simplify {
    /// The day on which the parties were told.
    pub on: Date,
    /// Why.
    pub ground: SimplifiedGround,
    /// What the commission found against it.
    pub bars: Vec<SimplifiedBar>,
}

/// 缩短或者取消答辩期, case rules 58: agreed with the respondent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortenDefence {
    /// The respondent.
    pub party: u32,
    /// The new last day; none: no period at all.
    pub until: Option<Date>,
    /// The day of the agreement.
    pub on: Date,
}

/// The guidance before the hearing of a collective case, case rules 66.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    /// The day.
    pub on: Date,
    /// Third persons who helped: lawyers, experts, scholars.
    pub helpers: Vec<String>,
}

/// A member of a tripartite tribunal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// The staff id.
    pub person: String,
    /// From which side.
    pub side: Side,
}

/// 按照三方原则组庭, case rules 65: one from each side; the first presides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormTripartite {
    /// The day on which the parties were told.
    pub on: Date,
    /// The members.
    pub seats: Vec<Seat>,
}

/// 回避.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recuse {
    /// The day.
    pub on: Date,
    /// The staff id of the arbitrator.
    pub arbitrator: String,
    /// Why.
    pub ground: RecusalGround,
    /// Who sits instead.
    pub replacement: String,
}

/// 推举代表 (T-H-17): three to five.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Represent {
    /// The day.
    pub on: Date,
    /// Party numbers of the representatives.
    pub representatives: Vec<u32>,
}

/// 开庭通知 (T-H-08).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotifyHearing {
    /// The day of the notice.
    pub on: Date,
    /// The day of the hearing.
    pub hearing_on: Date,
}

/// A request to postpone and its decision (T-H-08).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Postpone {
    /// Who asks.
    pub party: u32,
    /// On which day it was asked.
    pub asked_on: Date,
    /// The day of the decision.
    pub on: Date,
    /// Granted or not.
    pub granted: bool,
}

/// 开庭.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldHearing {
    /// The day.
    pub on: Date,
    /// Parties that stayed away, or left, without good reason.
    pub absent: Vec<u32>,
}

/// The end of the mediation before the award.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mediate {
    /// The day.
    pub on: Date,
    /// Workers who agreed, each for himself; empty: no agreement.
    pub agreed: Vec<u32>,
}

/// 先予执行 (T-H-20).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderAdvance {
    /// The day.
    pub on: Date,
    /// For which worker.
    pub worker: u32,
    /// On which claim.
    pub kind: ClaimKind,
    /// How much.
    pub amount: Fen,
    /// 权利义务关系明确.
    pub relation_clear: bool,
    /// 不先予执行将严重影响生活.
    pub hardship: bool,
}

/// 中止审理, with the director's approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// The first day that is not counted.
    pub on: Date,
    /// Why.
    pub ground: StayGround,
}

/// The term begins anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestartTerm {
    /// The new first day.
    pub on: Date,
    /// Why.
    pub ground: RestartGround,
}

/// One item of an award: the sum that was fixed, not the sum that was claimed (解释(一) 19).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The worker it is about.
    pub worker: u32,
    /// About what.
    pub kind: ClaimKind,
    /// How much was fixed; nothing for an item without money.
    pub amount: Fen,
    /// What was found.
    pub finding: Finding,
}

/// The local monthly minimum wage at the day of the award: county data, with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinimumWage {
    /// A month's wage.
    pub monthly: Fen,
    /// The year in which it took effect.
    pub year: i16,
    /// The document that set it.
    pub source: String,
}

/// 裁决. Final and other items become two papers by themselves (T-H-13).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MakeAward {
    /// The day.
    pub on: Date,
    /// The items.
    pub items: Vec<Item>,
    /// The minimum wage that decides on finality (T-H-11).
    pub minimum_wage: MinimumWage,
}

/// A party has received a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receive {
    /// Which paper.
    pub paper: Paper,
    /// Who.
    pub party: u32,
    /// When.
    pub on: Date,
}

/// A party's right against a paper has run out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LapseRight {
    /// Against which paper.
    pub paper: Paper,
    /// Whose right.
    pub party: u32,
}

/// What a suit is directed against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Against {
    /// The commission's silence or delay (T-H-06, T-H-09).
    Silence,
    /// A paper.
    Paper(Paper),
}

/// A party has sued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sue {
    /// The day of the suit.
    pub on: Date,
    /// Who.
    pub party: u32,
    /// Against what.
    pub against: Against,
    /// For or against which workers.
    pub workers: Vec<u32>,
}

/// The employer asks for setting aside (T-H-15).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskSetAside {
    /// The day.
    pub on: Date,
    /// The employer.
    pub party: u32,
    /// In respect of which workers.
    pub workers: Vec<u32>,
    /// On which ground.
    pub ground: SetAsideGround,
}

/// The intermediate court's ruling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleSetAside {
    /// The day.
    pub on: Date,
    /// In respect of which workers.
    pub workers: Vec<u32>,
    /// Set aside, or the request dismissed.
    pub set_aside: bool,
}

/// 撤回, each for himself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdraw {
    /// The day.
    pub on: Date,
    /// The applicants who withdraw.
    pub applicants: Vec<u32>,
    /// They settled with the other side (LMAL 41).
    pub settled: bool,
}
