//! The protection order 人身安全保护令 (T-R-02; 反家庭暴力法 第四章; 法释〔2022〕17号): an application, oral if need
//! be, is decided in seventy-two hours, in twenty-four when it is urgent; the order binds at once, is
//! served on the police and the residents' committee too, lasts six months at most and can be extended
//! before it lapses. Safety comes before any offer to mediate.

mod chart;
mod decide;
mod evolve;
mod refusal;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod tell;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{FactId, Outcome, Private, Role};
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use refusal::Refusal;

/// One application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The dispute.
    pub brief: Arc<Brief>,
    /// What was asked for, by whom and how.
    pub application: Arc<Application>,
    /// When it came in.
    pub applied_at: DateTime,
    /// When it was accepted.
    pub accepted_at: Option<DateTime>,
    /// True when danger is urgent.
    pub urgent: bool,
    /// The judge's staff id, once named.
    pub judge: Option<String>,
    /// Breaches of the order, which cost a fine or detention (反家庭暴力法 34).
    pub breaches: u32,
    /// Where it stands.
    pub stage: Stage,
}

/// An application (反家庭暴力法 23–25, 27).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Application {
    /// The endangered person's party number.
    pub victim: u32,
    /// The respondent's.
    pub respondent: u32,
    /// Who applies.
    pub by: Applicant,
    /// The victim cannot: under age, without capacity, by coercion, old, disabled, gravely ill.
    pub victim_cannot: bool,
    /// In writing, or orally and put on record by the court.
    pub form: Form,
    /// What happened or is feared.
    pub facts: Private<String>,
    /// What is asked for.
    pub measures: BTreeSet<Measure>,
    /// One of them lives here, or it happened here.
    pub competent: bool,
    /// The task with which the unit that answers for the dispute passed it on; none: she came to the court.
    pub task: Option<FactId>,
}

/// Who applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Applicant {
    /// 本人
    Victim,
    /// 近亲属
    Relative,
    /// 公安机关
    Police,
    /// 民政部门、救助管理机构
    CivilAffairs,
    /// 妇女联合会
    WomensFederation,
    /// 居民委员会、村民委员会
    Committee,
    /// 残疾人联合会、依法设立的老年人组织（法释〔2022〕17号 2）
    OtherOrganisation,
}

/// In which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// 书面
    Written,
    /// 口头，记入笔录
    Oral,
}

/// What an order forbids or commands (反家庭暴力法 29; 法释〔2022〕17号 10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// 禁止实施家庭暴力
    NoViolence,
    /// 禁止骚扰、跟踪、接触申请人及其相关近亲属
    NoContact,
    /// 责令迁出申请人住所
    MoveOut,
    /// 禁止在住所、学校、工作单位等场所及周边活动
    KeepAway,
    /// 禁止以网络、电话等方式侮辱、诽谤、威胁
    NoThreats,
}

/// To whom an order goes (反家庭暴力法 32).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    /// 申请人
    Applicant,
    /// 被申请人
    Respondent,
    /// 公安机关
    Police,
    /// 居民委员会、村民委员会等有关组织
    Committee,
}

impl Recipient {
    /// Everybody to whom an order goes.
    pub const ALL: [Recipient; 4] =
        [Recipient::Applicant, Recipient::Respondent, Recipient::Police, Recipient::Committee];
}

/// An order in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// What it forbids or commands.
    pub measures: BTreeSet<Measure>,
    /// The day from which it is counted.
    pub from: Date,
    /// For how many months, one to six.
    pub months: u32,
    /// When it was made.
    pub made_on: Date,
    /// Who has it.
    pub served: BTreeSet<Recipient>,
}

/// The one request for reconsideration (反家庭暴力法 31).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reconsideration", rename_all = "snake_case")]
pub enum Reconsideration {
    /// 五日内可以申请
    Open {
        /// The day of the ruling.
        since: Date,
    },
    /// 复议中
    Asked {
        /// When.
        on: Date,
    },
    /// 已经复议或者期限届满
    Over,
}

/// Where an application stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 待受理.
    Applied,
    /// 已受理，待裁定.
    Accepted,
    /// 保护令有效.
    InForce {
        /// The order.
        order: Order,
        /// The request for reconsideration.
        review: Reconsideration,
    },
    /// 已裁定驳回.
    Rejected {
        /// The request for reconsideration.
        review: Reconsideration,
    },
    /// 已结束.
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
    },
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// 不予受理，告知有管辖权的法院
    NotAccepted,
    /// 申请人撤回
    Withdrawn,
    /// 驳回申请，已生效
    RejectedFinal,
    /// 有效期届满失效
    Lapsed,
    /// 依申请人申请撤销，或者复议撤销
    Revoked,
}

impl Ending {
    /// What it is for the dispute.
    pub const fn outcome(self) -> Outcome {
        match self {
            Ending::NotAccepted => Outcome::Transferred,
            Ending::Withdrawn => Outcome::Withdrawn,
            Ending::RejectedFinal => Outcome::Refused,
            Ending::Lapsed | Ending::Revoked => Outcome::Decided,
        }
    }
}

/// What somebody asks. A moment that is not given is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// The application comes in, at the court or through another body.
    Apply { brief: Box<Brief>, application: Box<Application>, urgent: bool, at: Option<DateTime> },
    /// The court accepts; hours run.
    Accept { judge: String, at: Option<DateTime> },
    /// Another court is competent: told and passed on at once.
    Decline { on: Date },
    /// Danger turns out to be urgent.
    MarkUrgent { at: Option<DateTime> },
    /// The order is made for some months.
    Grant { measures: BTreeSet<Measure>, months: u32, at: Option<DateTime> },
    /// The application is rejected.
    Reject { on: Date },
    /// The order reached somebody.
    Serve { to: Recipient, on: Date },
    /// A breach was found.
    RecordBreach { on: Date },
    /// On the victim's request before it lapses: some months more.
    Extend { months: u32, on: Date },
    /// On the victim's request: other measures.
    Vary { measures: BTreeSet<Measure>, on: Date },
    /// On the victim's request: revoked.
    Revoke { on: Date },
    /// The months have passed.
    Lapse,
    /// The loser of the ruling asks for reconsideration, once.
    AskReview { party: u32, on: Date },
    /// The five days for that have passed.
    ReviewTimePassed,
    /// The court answers: the ruling stands, or it changes. A rejected application may then be granted.
    DecideReview { changed: bool, on: Date },
    /// The applicant withdraws.
    Withdraw { on: Date },
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// The application came in.
    Applied { brief: Box<Brief>, application: Box<Application>, urgent: bool, at: DateTime },
    /// It was accepted.
    Accepted { judge: String, urgent: bool, at: DateTime },
    /// It is urgent; `since`: the moment of acceptance, when there is one.
    MarkedUrgent { since: Option<DateTime>, at: DateTime },
    /// The order was made.
    Granted { measures: BTreeSet<Measure>, months: u32, at: DateTime },
    /// The application was rejected.
    Rejected { on: Date },
    /// The order reached somebody; `last`: all have it.
    Served { to: Recipient, last: bool, on: Date },
    /// A breach was found.
    BreachFound { on: Date },
    /// The order was extended; the months run from the day on which it would have lapsed.
    Extended { from: Date, months: u32, on: Date },
    /// It was varied.
    Varied { measures: BTreeSet<Measure>, on: Date },
    /// Reconsideration was asked for; the order is not stayed.
    ReconsiderationAsked { party: u32, on: Date },
    /// That time is over, or the ruling stands.
    ReconsiderationOver { on: Date },
    /// The rejection is taken back: the application is decided anew.
    Reopened { urgent: bool, at: DateTime },
    /// It ended.
    Concluded { ending: Ending, on: Date },
    /// These times have no object any more.
    TimesClosed { keys: Vec<String> },
}

impl State {
    /// How it ended; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Applied | Stage::Accepted | Stage::Rejected { .. } => None,
            Stage::InForce { .. } => Some(Outcome::Decided),
            Stage::Ended { ending, .. } => Some(ending.outcome()),
        }
    }
}

/// The procedure.
pub struct ProtectionOrder;

impl Procedure for ProtectionOrder {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "protection_order";
    const COMMANDS: &'static [&'static str] = tell::COMMANDS;

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

    fn expired(state: &State, clock: &str) -> Option<Command> {
        tell::expired(state, clock)
    }

    fn name(command: &Command) -> &'static str {
        tell::name(command)
    }

    fn roles(command: &str) -> &'static [Role] {
        tell::roles(command)
    }

    fn needs_holding(_command: &str) -> bool {
        // Safety does not wait for a hand-off.
        false
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}
