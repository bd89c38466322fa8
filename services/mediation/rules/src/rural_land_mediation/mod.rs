//! Mediation of rural land contract disputes 农村土地承包经营纠纷调解 by the village committee or the town
//! government (农村土地承包经营纠纷调解仲裁法 7–10). Asked for in writing or orally; what all sign, with the
//! mediator's signature and the seal, is in force. Without agreement: arbitration or suit, as the party
//! likes (art. 4). Expropriation and its compensation do not belong here (T-I-08).

mod decide;
mod rows;
#[cfg(any(test, feature = "kit"))]
pub mod samples;
mod tell;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use jiefen_procedure::matrix::Circumstance;
use jiefen_procedure::{Brief, Chart, Circumstances, ClockEffect, Notice, Outline, Procedure};
use jiefen_vocab::{Outcome, Role, TrackKind};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use tell::CHART;

use crate::agreement::{Draft, Form};
use crate::agreement_life::{self, Maker};
use crate::talks::{self, Application, Moved, Step, Talks};
use jiefen_procedure::words::Refusal;

/// Who mediates (农村土地承包经营纠纷调解仲裁法 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// 村民委员会
    Village,
    /// 乡（镇）人民政府
    Town,
}

/// What the dispute is over (农村土地承包经营纠纷调解仲裁法 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// 订立、履行、变更、解除和终止承包合同
    Contract,
    /// 转包、出租、互换、转让、入股等流转
    Transfer,
    /// 收回、调整承包地
    Adjustment,
    /// 确认土地承包经营权
    Confirmation,
    /// 侵害土地承包经营权
    Infringement,
    /// 法律、法规规定的其他
    Other,
    /// 征收集体土地及其补偿（不属于本程序）
    Expropriation,
}

/// One rural land mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The talks.
    pub talks: Talks,
    /// Who mediates.
    pub body: Body,
    /// The body is on the roster of mediation organisations.
    pub lawful: bool,
    /// What it is over.
    pub matter: Matter,
    /// How it was asked for.
    pub application: Application,
    /// Where it stands.
    pub stage: Stage,
}

/// Where a rural land mediation stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// 待受理.
    Applied,
    /// 调解中, or a text is before the parties.
    Mediating,
    /// 达成协议.
    Agreed {
        /// What was agreed.
        draft: Draft,
        /// The day of effect.
        on: Date,
    },
    /// 已结束.
    Ended {
        /// How.
        ending: Ending,
        /// When.
        on: Date,
    },
}

/// How a rural land mediation ended without agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Ending {
    /// 不予受理
    Declined {
        /// On which ground.
        ground: Decline,
    },
    /// 撤回同意
    Withdrawn,
    /// 调解不成
    Failed,
    /// 期限届满
    TermOver,
    /// 报请乡镇继续调解
    PassedUp,
}

/// Why it is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decline {
    /// 不属于土地承包经营纠纷
    NotRuralLand,
    /// 一方不愿调解
    PartyUnwilling,
    /// 仲裁委员会或者人民法院已经受理
    HandledElsewhere,
}

/// What somebody asks of a rural land mediation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// A party applies, in writing or orally (art. 8).
    Apply {
        brief: Box<Brief>,
        body: Body,
        lawful: bool,
        matter: Matter,
        application: Application,
        known: BTreeSet<Circumstance>,
        on: Date,
    },
    /// The body accepts and names a mediator.
    Accept { mediator: String, on: Date },
    /// The body does not accept.
    Decline { ground: Decline, on: Date },
    /// A step within the talks.
    Talk(Step),
    /// A party withdraws; the others go on if both sides are still there.
    WithdrawConsent { party: u32, how: String },
    /// The village hands the unsettled dispute up to the town.
    PassUp { on: Date },
    /// No agreement can be reached.
    EndFailed { on: Date },
    /// The local term is over.
    Lapse,
}

/// What has happened in a rural land mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// It was asked for.
    Applied {
        /// The dispute.
        brief: Box<Brief>,
        /// Who mediates.
        body: Body,
        /// On the roster.
        lawful: bool,
        /// What it is over.
        matter: Matter,
        /// How.
        application: Application,
        /// When.
        on: Date,
    },
    /// It was accepted.
    Accepted { mediator: String, on: Date },
    /// Something happened in the talks.
    Talks { what: Moved },
    /// It ended without agreement.
    Ended { ending: Ending, on: Date },
}

impl Body {
    /// The route to which the parties consent: that of the committee at this level.
    pub fn track(self) -> TrackKind {
        match self {
            Body::Village => TrackKind::PeopleMediation,
            Body::Town => TrackKind::PeopleMediationTown,
        }
    }
}

impl State {
    /// How it ended, for the agency that handed the dispute over.
    pub fn outcome(&self) -> Option<Outcome> {
        match &self.stage {
            Stage::Applied | Stage::Mediating => None,
            Stage::Agreed { .. } => Some(Outcome::Agreed),
            Stage::Ended { ending, .. } => Some(match ending {
                Ending::Declined { .. } => Outcome::Refused,
                Ending::Withdrawn => Outcome::Withdrawn,
                Ending::Failed | Ending::TermOver => Outcome::Failed,
                Ending::PassedUp => Outcome::Transferred,
            }),
        }
    }

    /// The command that opens the life of the agreement, of those only who signed it.
    pub fn life(&self) -> Option<agreement_life::Command> {
        let Stage::Agreed { draft, on } = &self.stage else { return None };
        Some(agreement_life::Command::Adopt {
            brief: Box::new(self.talks.brief_of_those_in()),
            maker: Maker::RuralLand,
            lawful: self.lawful,
            draft: draft.clone(),
            form: Form::Written,
            effective_on: *on,
            on: *on,
        })
    }
}

/// The procedure.
pub struct RuralLandMediation;

impl Procedure for RuralLandMediation {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "rural_land_mediation";
    const COMMANDS: &'static [&'static str] = tell::COMMANDS;

    fn decide(
        state: Option<&State>,
        command: &Command,
        ctx: &Circumstances<'_>,
    ) -> Result<Vec<Fact>, Refusal> {
        decide::decide(state, command, ctx)
    }

    fn evolve(state: Option<State>, fact: &Fact) -> Option<State> {
        decide::evolve(state, fact)
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
            (Stage::Mediating, "mediate") => Some(Command::Lapse),
            (Stage::Applied | Stage::Mediating | Stage::Agreed { .. } | Stage::Ended { .. }, _) => {
                None
            }
        }
    }

    fn name(command: &Command) -> &'static str {
        tell::name(command)
    }

    fn roles(command: &str) -> &'static [Role] {
        tell::roles(command)
    }

    fn needs_holding(command: &str) -> bool {
        !["apply", "withdraw_consent", "lapse"].contains(&command)
    }

    fn chart() -> &'static Chart {
        &CHART
    }
}

fn said(moved: Vec<Moved>) -> Vec<Fact> {
    moved.into_iter().map(|what| Fact::Talks { what }).collect()
}

fn talk(talks: &Talks, step: &Step, ctx: &Circumstances<'_>) -> Result<Vec<Fact>, Refusal> {
    talks::decide(talks, step, ctx).map(said)
}
