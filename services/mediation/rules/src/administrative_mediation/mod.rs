//! Mediation by an administrative agency 行政调解 (plan 五(二)2; T-K-15, T-K-19, T-R-01): asked for or of its own
//! motion, only within the agency's own powers, only with consent. A civil dispute tied to those powers, or
//! the compensation and discretion in a dispute with an agency (行政诉讼法 60; 行政复议法 5); no other act of an
//! agency. Conduct that must be punished is not mediated away: it is handled apart. Consumer, medical and
//! traffic disputes have procedures of their own.

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
use jiefen_vocab::{DisputeKind, Outcome, Role};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use tell::CHART;

use crate::agreement::{Draft, Form};
use crate::agreement_life::{self, Maker};
use crate::talks::{self, Application, Moved, Step, Talks};
use jiefen_procedure::words::Refusal;

/// How it began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Beginning {
    /// 当事人申请
    Application {
        /// Written or oral.
        application: Application,
    },
    /// 行政机关依职权主动调解
    OwnMotion,
    /// 其他单位移交
    HandOff,
}

/// What is mediated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// 与行政管理职权有关的民事纠纷
    Civil,
    /// 行政赔偿、补偿
    Compensation,
    /// 行政机关行使法律、法规规定的自由裁量权
    Discretion,
    /// 其他行政行为（不能调解）
    OtherAct,
}

/// One administrative mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// The talks.
    pub talks: Talks,
    /// How it began.
    pub by: Beginning,
    /// What is mediated.
    pub nature: Nature,
    /// The item of the agency's power list; empty: not its own power.
    pub power: String,
    /// The agency's mediation organisation is on the roster.
    pub lawful: bool,
    /// The rule within which it decides on acceptance.
    pub accept_rule: String,
    /// That decision was put off once for a complex matter.
    pub prolonged: bool,
    /// Punishable conduct that is handled apart.
    pub offence: Option<Offence>,
    /// Where it stands.
    pub stage: Stage,
}

/// Where an administrative mediation stands.
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

/// How an administrative mediation ended without agreement.
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
    /// 转送有权机关
    PassedOn,
    /// 应当依法查处，不适用调解
    Offence,
}

/// Punishable conduct that came to light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offence {
    /// 违反行政管理秩序，应予行政处罚
    Administrative,
    /// 涉嫌违反治安管理
    PublicOrder,
    /// 涉嫌犯罪
    Crime,
}

/// Why it is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decline {
    /// 不属于行政调解范围
    OutOfScope,
    /// 一方不愿调解
    PartyUnwilling,
    /// 人民法院、仲裁机构或者其他机关已经受理
    HandledElsewhere,
}

/// What somebody asks of an administrative mediation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// It reaches the agency, or the agency begins of its own motion.
    Apply {
        brief: Box<Brief>,
        by: Beginning,
        nature: Nature,
        power: String,
        lawful: bool,
        known: BTreeSet<Circumstance>,
        on: Date,
    },
    /// The decision on acceptance is put off once, where the rule of the place allows it.
    Prolong { on: Date },
    /// The agency passes it to the one whose power it is.
    PassOn { body: String, basis: String, on: Date },
    /// The agency accepts and names a mediator.
    Accept { mediator: String, on: Date },
    /// The body does not accept.
    Decline { ground: Decline, on: Date },
    /// A step within the talks.
    Talk(Step),
    /// A party withdraws; the others go on if both sides are still there.
    WithdrawConsent { party: u32, how: String },
    /// Punishable conduct comes to light; `severable`: the civil part can go on beside its handling.
    ReportOffence { offence: Offence, severable: bool, on: Date },
    /// No agreement can be reached.
    EndFailed { on: Date },
    /// The local term is over.
    Lapse,
}

/// What has happened in an administrative mediation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// It came in.
    Applied {
        /// The dispute.
        brief: Box<Brief>,
        /// How it began.
        by: Beginning,
        /// What is mediated.
        nature: Nature,
        /// The item of the power list.
        power: String,
        /// On the roster.
        lawful: bool,
        /// The rule within which acceptance is decided.
        accept_rule: String,
        /// The rule within which it is passed on, when it is not the agency's own.
        pass_rule: String,
        /// When.
        on: Date,
    },
    /// The decision on acceptance was put off.
    Prolonged { units: u32, on: Date },
    /// It goes to the agency whose power it is.
    PassedOn { body: String, basis: String, on: Date },
    /// Punishable conduct is handled apart.
    OffenceReported { offence: Offence, on: Date },
    /// It was accepted.
    Accepted { mediator: String, on: Date },
    /// Something happened in the talks.
    Talks { what: Moved },
    /// It ended without agreement.
    Ended { ending: Ending, on: Date, kind: DisputeKind, nature: Nature },
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
                Ending::PassedOn | Ending::Offence => Outcome::Transferred,
            }),
        }
    }

    /// The command that opens the life of the agreement, of those only who signed it.
    pub fn life(&self) -> Option<agreement_life::Command> {
        let Stage::Agreed { draft, on } = &self.stage else { return None };
        Some(agreement_life::Command::Adopt {
            brief: Box::new(self.talks.brief_of_those_in()),
            maker: Maker::Agency,
            lawful: self.lawful && self.nature == Nature::Civil,
            draft: draft.clone(),
            form: Form::Written,
            effective_on: *on,
            on: *on,
        })
    }
}

/// The procedure.
pub struct AdministrativeMediation;

impl Procedure for AdministrativeMediation {
    type State = State;
    type Command = Command;
    type Fact = Fact;
    type Refusal = Refusal;

    const KIND: &'static str = "administrative_mediation";
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
        !["apply", "withdraw_consent", "report_offence", "lapse"].contains(&command)
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
