//! Lawyer mediation 律师调解 (关于开展律师调解试点工作的意见 司发通〔2017〕105号, extended to the whole country
//! by 司发通〔2018〕143号; plan 四(二)4, 六(三)3): a lawyer of the roster as neutral. The lawyer is checked
//! for conflicts and never acts for a party afterwards; a fee is open only to a law firm's own studio;
//! a money agreement leads to confirmation or to a payment order.

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

use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::{
    Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Papers, Procedure,
};
use jiefen_vocab::{DisputeKind, Fen, Outcome, Private, Role, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use chart::CHART;
pub use refusal::Refusal;

use crate::agreement::{Draft, Window};
use crate::neutral::{Act, Bargain, Candidate, Course, Event, Later, Wording};

/// Later parts that a lawyer mediator does not take, in this dispute or one closely tied to it
/// (律师调解意见 12): wider than those of other mediators.
pub const BARRED: &[Later] = &[
    Later::Assessor,
    Later::Agent,
    Later::ArbitrationAgent,
    Later::Arbitrator,
    Later::Witness,
    Later::Appraiser,
    Later::Interpreter,
];

/// Where the studio sits; it decides who pays (律师调解意见 3–6, 13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Host {
    /// 人民法院律师调解工作室
    Court,
    /// 公共法律服务中心（站）律师调解工作室
    LegalService,
    /// 律师协会律师调解中心
    BarAssociation,
    /// 律师事务所调解工作室
    LawFirm,
}

impl Host {
    /// Who bears the cost, Chinese.
    pub fn cost_zh(self) -> &'static str {
        match self {
            Host::Court => "不收费，由人民法院政府采购服务经费解决",
            Host::LegalService => "不收费，由司法行政机关政府采购服务经费解决",
            Host::BarAssociation => "不收费，由律师协会政府采购服务经费解决",
            Host::LawFirm => "可以低价收费，由双方分担，一方同意全部负担的除外",
        }
    }
}

/// What a party pays a law firm's studio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// The party.
    pub party: u32,
    /// How much.
    pub amount: Fen,
}

/// One lawyer mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The common course.
    pub course: Course,
    /// It was handed over; otherwise both sides came here.
    pub handed: bool,
    /// Where the studio sits; of a dispute that was handed over it is said when a lawyer takes it.
    pub host: Option<Host>,
    /// The fee, when one was set.
    pub fee: Vec<Share>,
    /// Where it stands.
    pub stage: Stage,
}

/// Where a lawyer mediation stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 征询意愿.
    Asking,
    /// 待律师承办.
    Waiting,
    /// 调解中.
    Mediating,
    /// 达成协议.
    Agreed {
        /// The agreement.
        bargain: Bargain,
    },
    /// 已结束.
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
    },
}

/// Where an agreement goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// 已经共同申请司法确认（律师调解意见 11）
    Confirmation,
    /// 已经申请支付令（律师调解意见 10）
    PaymentOrder,
    /// 只有合同效力
    Contract,
}

/// How a lawyer mediation ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Ending {
    /// 协议成立
    Agreement {
        /// The agreement.
        bargain: Bargain,
        /// Where it goes on.
        way: Way,
    },
    /// 调解不成
    Failed,
    /// 期限届满
    TermOver,
    /// 没有律师承办
    NobodyTook,
    /// 未取得同意
    NoAnswer,
    /// 不同意调解
    Refused {
        /// Who.
        party: u32,
    },
    /// 撤回同意
    ConsentWithdrawn {
        /// Who.
        party: u32,
    },
    /// 涉嫌虚假调解（T-C-14）
    Sham,
}

/// What somebody asks of a lawyer mediation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// It comes, with every party's consent unless it was handed over; `facts` are what may close the route (I4).
    Open { brief: Box<Brief>, host: Option<Host>, facts: BTreeSet<Circumstance>, on: Date },
    /// A party consents.
    GiveConsent { party: u32, how: String, on: Date },
    /// A party refuses.
    RefuseConsent { party: u32, on: Date },
    /// A lawyer takes it, checked for conflicts; the term begins. `host`: where the studio sits, when it was not said.
    Take { lawyer: Candidate, host: Option<Host>, on: Date },
    /// The studio sets its fee; `sole_agreed`: one party agreed to bear all of it.
    SetFee { shares: Vec<Share>, sole_agreed: bool, on: Date },
    /// A common step.
    Course(Act),
    /// A step about the text before the parties.
    Text(Wording),
    /// All have signed, the studio has sealed.
    Agree { draft: Draft, signed: Vec<u32>, by_lawyer: bool, sealed: bool, on: Date },
    /// Confirmation was jointly applied for.
    NoteApplication { window: Window, on: Date },
    /// The creditor of an obligation has applied for a payment order on the agreement.
    NoteOrder { no: u32, on: Date },
    /// A window has closed unused.
    CloseWindow { window: Window },
    /// Mediation has failed; undisputed facts may be recorded when all agree.
    EndFailed { on: Date, undisputed: Option<Private<String>>, facts_agreed: Vec<u32> },
    /// Mediation is suspected to be a sham.
    EndSham { on: Date },
    /// The time of this stage is over.
    Lapse,
}

/// What has happened in a lawyer mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// It came.
    Opened { brief: Box<Brief>, host: Option<Host>, handed: bool, on: Date },
    /// A party consented.
    Consented { party: u32, how: String, on: Date },
    /// All have; a lawyer is wanted.
    AllConsent { on: Date },
    /// A common event.
    Course { event: Event },
    /// A lawyer took it.
    Taken { host: Option<Host>, on: Date },
    /// The fee was set.
    FeeSet { shares: Vec<Share>, on: Date },
    /// The agreement was made.
    Agreed { bargain: Bargain },
    /// A window closed unused.
    WindowClosed { window: Window, on: Date },
    /// It ended.
    Ended { ending: Ending, on: Date, kind: DisputeKind, track: TrackKind },
}

impl State {
    /// How it ended, for the agency that handed the dispute over; none while it goes on.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Asking | Stage::Waiting | Stage::Mediating => None,
            Stage::Agreed { .. } => Some(Outcome::Agreed),
            Stage::Ended { ending, .. } => Some(match ending {
                Ending::Agreement { .. } => Outcome::Agreed,
                Ending::Failed | Ending::TermOver | Ending::Sham => Outcome::Failed,
                Ending::NobodyTook => Outcome::Refused,
                Ending::NoAnswer | Ending::Refused { .. } | Ending::ConsentWithdrawn { .. } => {
                    Outcome::Withdrawn
                }
            }),
        }
    }

    /// The papers of the agreement.
    pub fn papers(&self) -> Option<Papers> {
        match &self.stage {
            Stage::Agreed { bargain }
            | Stage::Ended { ending: Ending::Agreement { bargain, .. }, .. } => {
                Some(bargain.papers())
            }
            Stage::Asking | Stage::Waiting | Stage::Mediating | Stage::Ended { .. } => None,
        }
    }

    /// True when a person may take a later part in this dispute, or in one closely tied to it
    /// (律师调解意见 12).
    pub fn may_later(&self, person: &str, part: Later) -> bool {
        self.course.may_later(person, part, BARRED)
    }
}

/// The procedure.
pub struct LawyerMediation;

impl Procedure for LawyerMediation {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "lawyer_mediation";
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
        match (&state.stage, clock) {
            (Stage::Asking, "answer")
            | (Stage::Waiting, "take")
            | (Stage::Mediating, "mediate") => Some(Command::Lapse),
            (Stage::Agreed { .. }, "confirm") => {
                Some(Command::CloseWindow { window: Window::Confirmation })
            }
            (
                Stage::Asking
                | Stage::Waiting
                | Stage::Mediating
                | Stage::Agreed { .. }
                | Stage::Ended { .. },
                _,
            ) => None,
        }
    }

    fn name(command: &Command) -> &'static str {
        tell::name(command)
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
