//! Administrative adjudication 行政裁决: an authority decides a civil dispute because a statute says so
//! (T-K-18, T-I-09 to T-I-11).
//!
//! applied → accepted or refused → copy and answer → investigated → mediated → (title: proposed to the
//! government) → decided → each party's own receipt starts its own suit and reconsideration → effective, or
//! with the court or the reconsideration body. Title to land, forest, grassland: nobody may change the state
//! of things meanwhile.

mod chart;
mod decide;
mod evolve;
mod matter;
mod outcome;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod table;
mod tell;
#[cfg(test)]
mod tests;

use jiefen_procedure::term::Term;
use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Outcome, PartyRole, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use jiefen_procedure::words::Refusal;
pub use matter::{Body, Claim, Matter, Mediation, StopReason};

/// One adjudication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Brief,
    /// The case number.
    pub number: String,
    /// Under which statute.
    pub matter: Matter,
    /// What is asked.
    pub claim: Claim,
    /// Before which body.
    pub body: Body,
    /// Procurement: the last day of the answer to the challenge 质疑.
    pub challenge_answer_due: Option<Date>,
    /// When the application came in.
    pub applied_on: Date,
    /// When a correction was asked and when it came.
    pub corrected: Option<(Date, Date)>,
    /// The officer's staff id.
    pub officer: Option<String>,
    /// The term, from acceptance on.
    pub term: Option<Term>,
    /// The term passed without result on this day.
    pub overdue: Option<Date>,
    /// The copies served.
    pub copies: Vec<Copied>,
    /// Changes of the disputed land that were reported while it is frozen.
    pub changes: Vec<Change>,
    /// The stay of the procurement: its first day, and whether it still stands.
    pub stay: Option<(Date, bool)>,
    /// Mediation was tried, or a party declined it.
    pub mediation_tried: bool,
    /// Where it stands.
    pub stage: Stage,
}

/// A respondent's copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copied {
    /// Whose.
    pub party: u32,
    /// When it was received.
    pub on: Date,
    /// Answered, or silent to the end.
    pub done: bool,
}

/// A change of the state of the disputed land.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// By whom.
    pub party: u32,
    /// When.
    pub on: Date,
    /// Forest: fire, pests or a national work, which the statute lets pass (森林法22).
    pub exempt: bool,
}

/// Where an adjudication stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 待决定受理.
    Received,
    /// 待补正.
    Correcting {
        /// Since when.
        since: Date,
    },
    /// 调查中.
    Investigating,
    /// 调解中.
    Mediating {
        /// Since when.
        since: Date,
    },
    /// 调查处理意见已报人民政府.
    Proposed {
        /// When.
        on: Date,
    },
    /// 已作出裁决.
    Decided {
        /// When.
        on: Date,
        /// It touches a right already acquired: reconsideration comes first (行政复议法23).
        review_first: bool,
        /// Each party's remedies, from its own receipt.
        remedies: Vec<Remedy>,
    },
    /// 已结束.
    Ended {
        /// How.
        how: Ending,
        /// When.
        on: Date,
    },
}

/// A party's receipt of the decision and its rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remedy {
    /// Whose.
    pub party: u32,
    /// When it received the decision.
    pub on: Date,
    /// The suit is still open.
    pub suit: bool,
    /// The reconsideration is still open.
    pub review: bool,
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// 支持申请
    Granted,
    /// 部分支持
    Partly,
    /// 驳回
    Rejected,
}

/// Why an application is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// 不属于行政裁决范围
    NotAdjudicable,
    /// 不属于本机关管辖
    NotCompetent,
    /// 没有明确的当事人、请求或者事实
    Unclear,
    /// 政府采购投诉逾期或者未经质疑
    Late,
    /// 人民法院已经受理
    CourtSeized,
}

/// Why an accepted case is ended without a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EndGround {
    /// 专利权被宣告无效或者权利已经消灭
    RightGone,
    /// 人民法院已经受理同一纠纷
    CourtSeized,
    /// 一方消灭，没有承受人
    NoSuccessor,
    /// 受理后发现不属于受理范围
    NotAdjudicable,
}

/// How an adjudication ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// 不予受理
    Refused(Ground),
    /// 逾期未补正，视为撤回
    Abandoned,
    /// 撤回申请
    Withdrawn,
    /// 终止
    Terminated(EndGround),
    /// 调解书或者调解协议生效
    Mediated,
    /// 期满未起诉、未申请复议，裁决确定
    Effective,
    /// 已起诉
    InCourt,
    /// 已申请复议
    InReview,
}

/// A limit that has passed in silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Silence {
    /// No correction.
    Correction,
    /// No answer of this respondent.
    Defence(u32),
    /// The stay of the procurement has lasted thirty days.
    Stay,
    /// No proposal or decision in the term.
    Term,
    /// No suit of this party.
    Suit(u32),
    /// No reconsideration asked by this party.
    Review(u32),
}

/// What somebody asks of an adjudication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// An application has come in; everything is registered, also what will be refused.
    Apply(Box<Apply>),
    /// The applicant is told, once, what is missing.
    AskCorrection { on: Date },
    /// The correction is in.
    Correct { on: Date },
    /// Accepts. `court_seized`: a court has the same dispute.
    Accept { officer: String, court_seized: bool, on: Date },
    /// Does not accept; `competent`: whose it is.
    Refuse { ground: Ground, competent: Option<String>, on: Date },
    /// Another officer takes over.
    NameOfficer { officer: String, on: Date },
    /// A respondent has received the copy.
    ServeCopy { party: u32, on: Date },
    /// A respondent has answered.
    Defend { party: u32, on: Date },
    /// The procurement is stayed.
    StayProcurement { on: Date },
    /// A party has changed the disputed land.
    ReportChange { party: u32, exempt: bool, on: Date },
    /// The term stands still for a listed reason.
    Stop { reason: StopReason, on: Date },
    /// It runs again.
    Resume { on: Date },
    /// The head lengthens the term by units of its rule.
    Extend { units: u32, on: Date },
    /// Mediation begins; all parties have agreed to it.
    BeginMediation { agreed: Vec<u32>, on: Date },
    /// A party does not want mediation.
    DeclineMediation { party: u32, on: Date },
    /// Mediation has failed.
    EndMediation { on: Date },
    /// All have signed; `sealed`: by the officer, with the department's seal.
    RecordAgreement { signed: Vec<u32>, sealed: bool, on: Date },
    /// The department reports its proposal to the government.
    Propose { on: Date },
    /// The body decides.
    Decide { finding: Finding, damages: bool, review_first: bool, on: Date },
    /// A party has received the decision.
    Serve { party: u32, on: Date },
    /// A party has sued.
    Sue { party: u32, on: Date },
    /// A party has asked for reconsideration.
    AskReview { party: u32, on: Date },
    /// The applicants take the application back.
    Withdraw { parties: Vec<u32>, on: Date },
    /// The case is ended on a listed ground.
    Terminate { ground: EndGround, on: Date },
    /// A limit has passed in silence.
    Lapse(Silence),
}

/// An application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apply {
    /// The dispute.
    pub brief: Brief,
    /// The case number.
    pub number: String,
    /// Under which statute.
    pub matter: Matter,
    /// What is asked.
    pub claim: Claim,
    /// Before which body.
    pub body: Body,
    /// Procurement: the last day of the answer to the challenge; none: there was no challenge.
    pub challenge_answer_due: Option<Date>,
    /// When it came in.
    pub on: Date,
}

/// What has happened in an adjudication. `parties`: who is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
#[allow(missing_docs, reason = "the fields are those of the commands and of the state")]
pub enum Fact {
    /// 已登记.
    Applied {
        brief: Box<Brief>,
        number: String,
        matter: Matter,
        claim: Claim,
        body: Body,
        challenge_answer_due: Option<Date>,
        on: Date,
    },
    /// 已通知补正.
    CorrectionAsked { on: Date },
    /// 已补正; the examination begins anew.
    Corrected { matter: Matter, on: Date },
    /// 已受理; `term` is the term that runs from now on.
    Accepted { officer: String, matter: Matter, copy_from: Date, term: Term, on: Date },
    /// 承办人员已经更换.
    OfficerNamed { officer: String, on: Date },
    /// 副本已送达; `all`: every respondent has it.
    CopyServed { party: u32, matter: Matter, all: bool, on: Date },
    /// 已答辩.
    Defended { party: u32, on: Date },
    /// 逾期未答辩.
    DefenceLapsed { party: u32, on: Date },
    /// 采购活动已暂停.
    ProcurementStayed { on: Date },
    /// 暂停期满.
    StayOver { on: Date },
    /// 有人改变现状.
    ChangeReported { party: u32, exempt: bool, on: Date },
    /// 期限停止计算.
    Stopped { reason: StopReason, on: Date },
    /// 期限恢复计算.
    Resumed { on: Date },
    /// 期限已延长.
    Extended { units: u32, on: Date },
    /// 期限届满没有结果: reconsideration or suit over the inaction is open.
    TermOver { on: Date },
    /// 调解开始.
    MediationBegun { on: Date },
    /// 一方不愿调解.
    MediationDeclined { party: u32, on: Date },
    /// 调解不成.
    MediationEnded { on: Date },
    /// 调查处理意见已报人民政府.
    Proposed { on: Date },
    /// 已作出裁决.
    Decided { matter: Matter, finding: Finding, review_first: bool, on: Date },
    /// 裁决已送达; its remedies and their rules.
    Served { party: u32, body: Body, suit: Option<String>, review: String, all: bool, on: Date },
    /// 期满未起诉.
    SuitLapsed { party: u32, on: Date },
    /// 期满未申请复议.
    ReviewLapsed { party: u32, on: Date },
    /// 已结束.
    Closed { how: Ending, matter: Matter, competent: Option<String>, parties: Vec<u32>, on: Date },
}

impl State {
    /// The numbers of the parties in a role.
    pub fn of(&self, role: PartyRole) -> Vec<u32> {
        let parties = self.brief.parties.iter().filter(|party| party.role == role);
        parties.map(|party| party.no).collect()
    }

    /// The numbers of all parties.
    pub fn parties(&self) -> Vec<u32> {
        self.brief.parties.iter().map(|party| party.no).collect()
    }

    /// True while nobody may change the disputed land, forest, grassland (T-I-09).
    pub fn is_frozen(&self) -> bool {
        let open = match &self.stage {
            Stage::Received | Stage::Correcting { .. } => false,
            Stage::Investigating
            | Stage::Mediating { .. }
            | Stage::Proposed { .. }
            | Stage::Decided { .. } => true,
            Stage::Ended { how, .. } => matches!(how, Ending::InCourt | Ending::InReview),
        };
        self.matter.is_title() && open
    }

    /// How it ended, for the agency that handed the dispute over; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        let Stage::Ended { how, .. } = &self.stage else { return None };
        Some(match how {
            Ending::Refused(_) => Outcome::Refused,
            Ending::Abandoned | Ending::Withdrawn => Outcome::Withdrawn,
            Ending::Terminated(_) => Outcome::Failed,
            Ending::Mediated => Outcome::Agreed,
            Ending::Effective => Outcome::Decided,
            Ending::InCourt | Ending::InReview => Outcome::Transferred,
        })
    }
}

/// The procedure.
#[derive(Debug)]
pub struct Adjudication;

impl Procedure for Adjudication {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "adjudication";
    const COMMANDS: &'static [&'static str] = table::COMMANDS;

    fn decide(
        state: Option<&State>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        decide::decide(state, command, ctx)
    }

    fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
        evolve::evolve(state, fact)
    }

    fn outline(state: &State) -> Outline {
        tell::outline(state)
    }

    fn clocks(fact: &Fact) -> Vec<ClockEffect> {
        tell::clocks(fact)
    }

    fn notices(fact: &Fact) -> Vec<Notice> {
        tell::notices(fact)
    }

    fn expired(_state: &State, clock: &str) -> Option<Command> {
        tell::expired(clock)
    }

    fn name(command: &Command) -> &'static str {
        table::verb(command).name()
    }

    fn roles(command: &str) -> &'static [Role] {
        tell::roles(command)
    }

    fn needs_holding(command: &str) -> bool {
        tell::needs_holding(command)
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
